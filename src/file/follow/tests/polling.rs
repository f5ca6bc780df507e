//! Follows a file whose changes are not reported.

use super::*;

#[test]
fn every_way_of_saving_is_noticed() {
    let scratch = Scratch::new();
    let path = scratch.file("f", &sound("first"));
    let following = Following::ready(Timing::USUAL, WatchMode::Poll, &path);
    in_place(&path, &sound("second"));
    following.tells(&sound("second"));
    renamed_over(&path, &sound("third"));
    following.tells(&sound("third"));
    fs::remove_file(&path).unwrap();
    following.tells_error("there is no file");
    in_place(&path, &sound("third"));
    following.tells(&sound("third"));
}

#[test]
fn a_changed_file_is_read_once_more_after_a_tick_of_the_clock() {
    let scratch = Scratch::new();
    let path = scratch.file("f", &sound("first"));
    let timing = Timing { poll: Duration::from_millis(10), tick: LIMIT / 60, ..SOUND_ONLY };
    let following = Following::ready(timing, WatchMode::Poll, &path);
    let reads = Reads::of(&path);
    // Once more after the beginning.
    reads.wait();
    in_place(&path, &sound("second"));
    following.tells(&sound("second"));
    // For the text that was told, and once more: nothing else can be seen.
    for _ in 0..2 {
        reads.wait();
    }
}

#[test]
fn a_link_with_a_new_target_is_noticed() {
    let scratch = Scratch::new();
    let path = scratch.path("link");
    scratch.file("f", &sound("first"));
    scratch.file("g", &sound("second"));
    std::os::unix::fs::symlink("f", &path).unwrap();
    let following = Following::ready(Timing::USUAL, WatchMode::Poll, &path);
    fs::remove_file(&path).unwrap();
    std::os::unix::fs::symlink("g", &path).unwrap();
    following.tells(&sound("second"));
}
