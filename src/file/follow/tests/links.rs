//! Files that are reached through symbolic links.

use std::os::unix::fs::symlink;

use super::*;

/// `start` leads through `folder` and `middle/link` to `real/f`.
fn linked() -> (Scratch, Following) {
    let scratch = Scratch::new();
    for name in ["real", "other", "middle", "second"] {
        fs::create_dir(scratch.path(name)).unwrap();
    }
    scratch.file("real/f", &sound("first"));
    scratch.file("other/f", &sound("other"));
    symlink("../real/f", scratch.path("middle/link")).unwrap();
    symlink("../other/f", scratch.path("second/link")).unwrap();
    symlink("middle", scratch.path("folder")).unwrap();
    symlink("folder/link", scratch.path("start")).unwrap();
    let following = Following::ready(SOUND_ONLY, WatchMode::Native, &scratch.path("start"));
    (scratch, following)
}

/// Points a link elsewhere, without removing it in between.
fn retarget(link: &Path, target: &str) {
    let beside = link.with_extension("new");
    symlink(target, &beside).unwrap();
    fs::rename(beside, link).unwrap();
}

#[test]
fn the_file_at_the_end_is_followed() {
    let (scratch, following) = linked();
    in_place(&scratch.path("real/f"), &sound("second"));
    following.tells(&sound("second"));
    renamed_over(&scratch.path("real/f"), &sound("third"));
    following.tells(&sound("third"));
}

#[test]
fn a_link_with_a_new_target_is_followed() {
    let (scratch, following) = linked();
    retarget(&scratch.path("middle/link"), "../other/f");
    following.tells(&sound("other"));
    in_place(&scratch.path("real/f"), &sound("no longer of interest"));
    in_place(&scratch.path("other/f"), &sound("third"));
    following.tells(&sound("third"));
}

#[test]
fn a_link_that_is_deleted_and_created_again_is_followed() {
    let (scratch, following) = linked();
    fs::remove_file(scratch.path("middle/link")).unwrap();
    symlink("../other/f", scratch.path("middle/link")).unwrap();
    following.tells(&sound("other"));
    in_place(&scratch.path("other/f"), &sound("third"));
    following.tells(&sound("third"));
}

#[test]
fn a_linked_folder_with_a_new_target_is_followed() {
    let (scratch, following) = linked();
    retarget(&scratch.path("folder"), "second");
    following.tells(&sound("other"));
    renamed_over(&scratch.path("other/f"), &sound("third"));
    following.tells(&sound("third"));
}

#[test]
fn a_file_that_takes_the_place_of_a_link_is_followed() {
    let (scratch, following) = linked();
    renamed_over(&scratch.path("start"), &sound("second"));
    following.tells(&sound("second"));
    in_place(&scratch.path("start"), &sound("third"));
    following.tells(&sound("third"));
}

#[test]
fn a_circle_of_links_is_an_error_until_it_is_opened() {
    let scratch = Scratch::new();
    let path = scratch.file("f", &sound("first"));
    let following = Following::ready(Timing::USUAL, WatchMode::Native, &path);
    retarget(&path, "f");
    following.tells_error("cannot be read");
    renamed_over(&path, &sound("second"));
    following.tells(&sound("second"));
}
