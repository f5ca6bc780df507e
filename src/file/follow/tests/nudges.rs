//! What the program itself says to its follower.

use super::*;

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

#[test]
fn what_the_program_has_written_is_no_news() {
    let scratch = Scratch::new();
    let path = scratch.file("f", &sound("first"));
    // Looked at so rarely that it is not seen before the program says so.
    let slow = Pace { poll: FOR_EVER, ..SOUND_ONLY };
    let following = Following::ready(slow, How::Poll, &path);
    in_place(&path, &sound("own"));
    let opened = Opened::of(&path);
    following.handle().wrote(sound("own").into());
    opened.wait();
    in_place(&path, &sound("theirs"));
    following.handle().look();
    following.tells(&sound("theirs"));
}

#[test]
fn another_file_is_followed_from_now_on() {
    let scratch = Scratch::new();
    fs::create_dir(scratch.path("folder")).unwrap();
    let first = scratch.file("f", &sound("same"));
    let second = scratch.file("folder/g", &sound("same"));
    let following = Following::ready(SOUND_ONLY, How::Native, &first);
    following.handle().path(second.clone());
    following.tells(&sound("same"));
    in_place(&first, &sound("no longer of interest"));
    renamed_over(&second, &sound("second"));
    following.tells(&sound("second"));
}

#[test]
fn a_stream_that_was_handed_over_is_left_alone() {
    use std::os::fd::AsRawFd;
    let scratch = Scratch::new();
    let path = scratch.file("f", &sound("first"));
    let (reader, mut writer) = std::io::pipe().unwrap();
    writer.write_all(b"for others\nend\n").unwrap();
    let stream = format!("/dev/fd/{}", reader.as_raw_fd());
    // The writer stays: whoever reads to the end waits for ever.
    let following = Following::start(Pace::USUAL, How::Native, Path::new(&stream), None);
    following.handle().look();
    following.handle().path(path);
    following.tells(&sound("first"));
    drop(writer);
    assert_eq!(std::io::read_to_string(reader).unwrap(), "for others\nend\n");
}
