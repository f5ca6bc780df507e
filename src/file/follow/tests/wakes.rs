//! What the program asks of its follower.

use super::*;

#[test]
fn a_text_is_told_again_on_request() {
    let scratch = Scratch::new();
    let path = scratch.file("f", &sound("first"));
    let following = Following::ready(SOUND_ONLY, WatchMode::Native, &path);
    following.handle.as_ref().unwrap().tell_again();
    following.tells(&sound("first"));
}

#[test]
fn a_text_is_told_again_when_a_file_beside_it_changes() {
    let scratch = Scratch::new();
    let path = scratch.file("f", &sound("first"));
    for mode in [WatchMode::Native, WatchMode::Poll] {
        let beside = [scratch.file("beside", "1"), scratch.path("later/beside")];
        let known = None;
        let following = Following::start_beside(SOUND_ONLY, mode, &path, known, beside.to_vec());
        following.tells(&sound("first"));
        for text in ["22", "333"] {
            in_place(&beside[0], text);
            following.tells(&sound("first"));
        }
        fs::create_dir(scratch.path("later")).unwrap();
        renamed_over(&beside[1], "1");
        following.tells(&sound("first"));
        fs::remove_dir_all(scratch.path("later")).unwrap();
        following.tells(&sound("first"));
    }
}

#[test]
fn dropping_the_handle_ends_the_thread() {
    let scratch = Scratch::new();
    let path = scratch.file("f", &sound("first"));
    for mode in [WatchMode::Native, WatchMode::Poll] {
        let mut following = Following::ready(Timing::USUAL, mode, &path);
        drop(following.handle.take());
        following.ends();
    }
}

#[test]
fn the_thread_ends_when_its_news_has_no_receiver() {
    let scratch = Scratch::new();
    let path = scratch.file("f", &sound("first"));
    let mut following = Following::ready(Timing::USUAL, WatchMode::Native, &path);
    following.news = mpsc::channel().1;
    in_place(&path, &sound("second"));
    following.ends();
}

#[test]
fn a_change_before_the_watch_is_set_up_is_told() {
    let scratch = Scratch::new();
    let path = scratch.file("f", &sound("second"));
    let following = Following::start(SOUND_ONLY, WatchMode::Native, &path, Some(&sound("first")));
    following.tells(&sound("second"));
}

#[test]
fn a_known_text_is_not_told() {
    let scratch = Scratch::new();
    let path = scratch.file("f", &sound("first"));
    let reads = Reads::of(&path);
    let following = Following::start(SOUND_ONLY, WatchMode::Native, &path, Some(&sound("first")));
    reads.wait();
    in_place(&path, &sound("second"));
    following.tells(&sound("second"));
}
