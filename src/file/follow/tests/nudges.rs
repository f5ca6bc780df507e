//! What the program itself says to its follower.

use super::*;

#[test]
fn what_was_told_is_told_again_if_somebody_asks() {
    let scratch = Scratch::new();
    let path = scratch.file("f", &sound("first"));
    let following = Following::ready(SOUND_ONLY, How::Native, &path);
    following.handle.as_ref().unwrap().tell_again();
    following.tells(&sound("first"));
}

#[test]
fn dropping_the_handle_ends_the_thread() {
    let scratch = Scratch::new();
    let path = scratch.file("f", &sound("first"));
    for how in [How::Native, How::Poll] {
        let mut following = Following::ready(Pace::USUAL, how, &path);
        drop(following.handle.take());
        following.ends();
    }
}

#[test]
fn a_listener_who_has_gone_ends_the_thread() {
    let scratch = Scratch::new();
    let path = scratch.file("f", &sound("first"));
    let mut following = Following::ready(Pace::USUAL, How::Native, &path);
    following.news = mpsc::channel().1;
    in_place(&path, &sound("second"));
    following.ends();
}

#[test]
fn what_changes_before_the_watch_is_set_up_is_told() {
    let scratch = Scratch::new();
    let path = scratch.file("f", &sound("second"));
    let following = Following::start(SOUND_ONLY, How::Native, &path, Some(&sound("first")));
    following.tells(&sound("second"));
}

#[test]
fn what_is_known_is_no_news() {
    let scratch = Scratch::new();
    let path = scratch.file("f", &sound("first"));
    let opened = Opened::of(&path);
    let following = Following::start(SOUND_ONLY, How::Native, &path, Some(&sound("first")));
    opened.wait();
    in_place(&path, &sound("second"));
    following.tells(&sound("second"));
}
