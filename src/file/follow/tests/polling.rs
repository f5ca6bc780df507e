//! Following where nothing is reported.

use super::*;

#[test]
fn every_way_of_saving_is_noticed() {
    let scratch = Scratch::new();
    let path = scratch.file("f", &sound("first"));
    let following = Following::ready(Pace::USUAL, How::Poll, &path);
    in_place(&path, &sound("second"));
    following.tells(&sound("second"));
    renamed_over(&path, &sound("third"));
    following.tells(&sound("third"));
    fs::remove_file(&path).unwrap();
    following.tells_fault("there is no file");
    in_place(&path, &sound("third"));
    following.tells(&sound("third"));
}

#[test]
#[cfg(target_os = "linux")]
fn what_has_changed_is_read_once_more_when_the_clock_has_moved_on() {
    let scratch = Scratch::new();
    let path = scratch.file("f", &sound("first"));
    let pace = Pace { poll: Duration::from_millis(10), grain: LIMIT / 60, ..SOUND_ONLY };
    let following = Following::ready(pace, How::Poll, &path);
    let opened = Opened::of(&path);
    // Once more after the beginning.
    opened.wait();
    in_place(&path, &sound("second"));
    following.tells(&sound("second"));
    // By the writer, for the text that was told, and after that: there is nothing else to see.
    for _ in 0..3 {
        opened.wait();
    }
}

#[test]
fn a_link_that_leads_elsewhere_is_noticed() {
    let scratch = Scratch::new();
    let path = scratch.path("link");
    scratch.file("f", &sound("first"));
    scratch.file("g", &sound("second"));
    std::os::unix::fs::symlink("f", &path).unwrap();
    let following = Following::ready(Pace::USUAL, How::Poll, &path);
    fs::remove_file(&path).unwrap();
    std::os::unix::fs::symlink("g", &path).unwrap();
    following.tells(&sound("second"));
}
