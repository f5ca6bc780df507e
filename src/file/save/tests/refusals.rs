//! What is refused before a byte is written.

use std::os::unix::process::CommandExt;
use std::process::Command;

use super::child::{outcome, process};
use super::*;

/// The id of a user and group without rights.
const OTHER_USER: u32 = 65_534;

/// Checks that both functions refuse the file with the same message.
fn assert_refused(path: &Path, words: &str) {
    let before = may_replace(path).unwrap_err().to_string();
    let after = save_now(path, "old", "new").unwrap_err().to_string();
    assert_eq!(before, after);
    assert!(before.contains(words), "{words:?}: {before}");
    assert!(before.contains(", so nothing is written: "), "{before}");
}

#[test]
fn what_replacing_would_change_is_refused() {
    let scratch = Scratch::new();
    let path = |name| scratch.path(name);
    set_mode(&scratch.file("read-only", "old"), 0o444);
    scratch.file("twice", "old");
    fs::hard_link(path("twice"), path("other-name")).unwrap();
    symlink("twice", path("link")).unwrap();
    symlink("circle", path("circle")).unwrap();
    symlink("nowhere", path("dangling")).unwrap();
    fs::create_dir(path("folder")).unwrap();
    assert!(Command::new("mkfifo").arg(path("pipe")).status().unwrap().success());
    for (name, words) in [
        ("read-only", "read-only' is read-only, so nothing is written: make it writable"),
        ("twice", "is one file with 2 names (hard links)"),
        ("link", "is one file with 2 names (hard links)"),
        ("circle", "its symbolic links lead in a circle"),
        ("dangling", "is not there"),
        ("nowhere", "is not there"),
        ("folder", "is a folder, a pipe or a device"),
        ("pipe", "is a folder, a pipe or a device"),
    ] {
        assert_refused(&path(name), words);
    }
    for name in ["read-only", "twice", "other-name"] {
        assert_eq!(text(&path(name)), "old");
    }
    assert!(
        !fs::read_dir(scratch.folder())
            .unwrap()
            .any(|entry| { entry.unwrap().file_name().to_string_lossy().ends_with(".indicia") })
    );
    let sound = scratch.file("sound", "old");
    assert!(may_replace(&sound).is_ok() && text(&sound) == "old");
}

#[test]
fn what_belongs_to_others_is_refused() {
    if !rustix::process::geteuid().is_root() {
        return;
    }
    let scratch = Scratch::new();
    let mine = |name: &str, user, group| {
        let path = scratch.file(name, "old");
        set_mode(&path, 0o666);
        std::os::unix::fs::chown(&path, Some(user), Some(group)).unwrap();
        path
    };
    let foreign = mine("foreign", 12_345, OTHER_USER);
    let group = mine("group", OTHER_USER, 12_345);
    let own = mine("own", OTHER_USER, OTHER_USER);
    let as_other = |path: &Path| {
        let mut command = process("save old new", path);
        outcome(command.uid(OTHER_USER).gid(OTHER_USER))
    };
    if process("", &own).uid(OTHER_USER).output().is_err() {
        // Only root may run the test program where it is.
        return;
    }
    assert!(as_other(&own).contains("is in a folder that is read-only, so nothing is written"));
    set_mode(scratch.folder(), 0o777);
    assert!(as_other(&foreign).contains("belongs to another user, so nothing is written"));
    assert!(as_other(&group).contains("belongs to a group that you are not in, so nothing"));
    assert_eq!(as_other(&own), "saved");
    set_mode(&own, 0o200);
    assert!(as_other(&own).contains("may not be read, so nothing is written"));
}

#[test]
fn a_file_that_is_locked_is_given_up() {
    let scratch = Scratch::new();
    let path = scratch.file("f", "old");
    let other = fs::File::open(&path).unwrap();
    rustix::fs::flock(&other, rustix::fs::FlockOperation::LockExclusive).unwrap();
    let error = save_now(&path, "old", "new").unwrap_err();
    assert!(matches!(error.cause, SaveCause::Busy), "{error}");
    drop(other);
    save_now(&path, "old", "new").unwrap();
}
