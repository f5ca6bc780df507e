//! Files that are broken, missing or not text, and repaired again.

use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::Command;

use super::*;

#[test]
fn a_broken_text_is_told_and_so_is_its_repair() {
    let scratch = Scratch::new();
    let path = scratch.file("f", &sound("first"));
    let following = Following::ready(Timing::USUAL, WatchMode::Native, &path);
    in_place(&path, "broken\n");
    assert_eq!(following.next(), Ok(("broken\n".to_owned(), false)));
    in_place(&path, &sound("first"));
    following.tells(&sound("first"));
    let parsed: Vec<String> = following.parsed.try_iter().collect();
    assert_eq!(parsed, [&sound("first"), "broken\n", &sound("first")], "each once");
}

#[test]
fn every_error_is_told_once() {
    let scratch = Scratch::new();
    let path = scratch.path("f");
    let following = Following::start(Timing::USUAL, WatchMode::Native, &path, None);
    following.tells_error("there is no file");
    in_place(&path, "");
    following.tells_error("is empty");
    in_place(&path, " \n");
    fs::write(&path, b"\n\xff").unwrap();
    following.tells_error("is not UTF-8 text (line 2)");
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    following.tells_error("is a folder");
    fs::remove_dir(&path).unwrap();
    in_place(&path, &sound("second"));
    following.tells(&sound("second"));
}

#[test]
fn a_change_while_a_broken_text_is_held_back_restarts_the_wait() {
    let scratch = Scratch::new();
    let path = scratch.file("f", &sound("first"));
    let following = Following::ready(SOUND_ONLY, WatchMode::Native, &path);
    in_place(&path, "broken\n");
    following.has_parsed("broken\n");
    renamed_over(&path, "still broken\n");
    following.has_parsed("still broken\n");
    in_place(&path, &sound("second"));
    following.tells(&sound("second"));
}

/// What may stand in the place of the file: its name, the words of the error, and how it is made.
type OtherThing = (&'static str, &'static str, fn(&Path));

const OTHER_THINGS: [OtherThing; 6] = [
    ("pipe", "is a pipe or a device", |path| {
        assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
    }),
    ("folder", "is a folder", |path| fs::create_dir(path).unwrap()),
    ("dangling link", "there is no file", |path| symlink("nowhere/at/all", path).unwrap()),
    ("link to itself", "cannot be read", |path| symlink(path, path).unwrap()),
    ("link to a device", "is a pipe or a device", |path| symlink("/dev/null", path).unwrap()),
    ("nothing", "there is no file", |_| {}),
];

#[test]
fn a_file_is_followed_again_after_anything_that_took_its_place() {
    for mode in [WatchMode::Native, WatchMode::Poll] {
        for (name, words, make) in OTHER_THINGS {
            let scratch = Scratch::new();
            let path = scratch.file("f", &sound("first"));
            let following = Following::ready(Timing::USUAL, mode, &path);
            fs::remove_file(&path).unwrap();
            make(&path);
            match following.next() {
                Err(error) if error.contains(words) => {}
                other => panic!("{mode:?}, {name}: {other:?}"),
            }
            let _ = fs::remove_dir(&path).or_else(|_| fs::remove_file(&path));
            in_place(&path, &sound("first"));
            assert_eq!(following.next(), Ok((sound("first"), true)), "{mode:?}, {name}");
            in_place(&path, &sound("second"));
            following.tells(&sound("second"));
        }
    }
}

#[test]
fn a_file_or_folder_that_may_not_be_read_is_followed_again() {
    if rustix::process::geteuid().is_root() {
        // Root may read everything.
        return;
    }
    let allow = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    for mode in [WatchMode::Native, WatchMode::Poll] {
        for name in ["a/f", "a"] {
            let scratch = Scratch::new();
            fs::create_dir(scratch.path("a")).unwrap();
            let path = scratch.file("a/f", &sound("first"));
            let following = Following::ready(Timing::USUAL, mode, &path);
            allow(&scratch.path(name), 0);
            following.tells_error("may not be read");
            allow(&scratch.path(name), 0o700);
            following.tells(&sound("first"));
            in_place(&path, &sound("second"));
            following.tells(&sound("second"));
        }
    }
}
