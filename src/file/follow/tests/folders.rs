//! Folders that are moved or deleted, with the file in them, and come back.

use std::os::unix::fs::symlink;
use std::process::Command;

use super::*;

#[test]
fn a_folder_that_is_moved_away_and_back_is_followed_again() {
    let scratch = Scratch::new();
    fs::create_dir(scratch.path("folder")).unwrap();
    let path = scratch.file("folder/f", &sound("first"));
    let following = Following::ready(Timing::USUAL, WatchMode::Native, &path);
    fs::rename(scratch.path("folder"), scratch.path("away")).unwrap();
    following.tells_error("there is no file");
    in_place(&scratch.path("away/f"), &sound("second"));
    fs::rename(scratch.path("away"), scratch.path("folder")).unwrap();
    following.tells(&sound("second"));
    in_place(&path, &sound("third"));
    following.tells(&sound("third"));
}

#[test]
fn a_folder_that_is_deleted_and_created_again_is_followed_again() {
    let scratch = Scratch::new();
    fs::create_dir(scratch.path("folder")).unwrap();
    let path = scratch.file("folder/f", &sound("first"));
    let following = Following::ready(Timing::USUAL, WatchMode::Native, &path);
    fs::remove_dir_all(scratch.path("folder")).unwrap();
    following.tells_error("there is no file");
    fs::create_dir(scratch.path("folder")).unwrap();
    in_place(&path, &sound("first"));
    following.tells(&sound("first"));
    renamed_over(&path, &sound("third"));
    following.tells(&sound("third"));
}

#[test]
fn a_folder_that_is_replaced_at_once_is_followed() {
    let scratch = Scratch::new();
    for folder in ["folder", "other"] {
        fs::create_dir(scratch.path(folder)).unwrap();
        scratch.file(&format!("{folder}/f"), &sound(folder));
    }
    let path = scratch.path("folder/f");
    let following = Following::ready(SOUND_ONLY, WatchMode::Native, &path);
    fs::rename(scratch.path("folder"), scratch.path("away")).unwrap();
    fs::rename(scratch.path("other"), scratch.path("folder")).unwrap();
    following.tells(&sound("other"));
    in_place(&scratch.path("away/f"), &sound("away"));
    in_place(&path, &sound("third"));
    following.tells(&sound("third"));
}

#[test]
fn a_checkout_is_followed_without_an_error() {
    let scratch = Scratch::new();
    let git = |arguments: &str| {
        Command::new("git")
            .current_dir(scratch.folder())
            .args(["-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"])
            .args(arguments.split(' '))
            .output()
            .is_ok_and(|output| output.status.success())
    };
    if !git("init -q -b main") {
        return;
    }
    fs::create_dir(scratch.path("folder")).unwrap();
    let path = scratch.file("folder/f", &sound("main"));
    assert!(git("add .") && git("commit -q -m main") && git("checkout -q -b other"));
    in_place(&path, &sound(&"other ".repeat(10_000)));
    assert!(git("commit -q -a -m other") && git("checkout -q main"));
    let following = Following::ready(SOUND_ONLY, WatchMode::Native, &path);
    for _ in 0..5 {
        assert!(git("checkout -q other"));
        following.tells(&sound(&"other ".repeat(10_000)));
        assert!(git("checkout -q main"));
        following.tells(&sound("main"));
    }
    // A branch without the folder, and back.
    assert!(git("checkout -q -b empty") && git("rm -q -r folder") && git("commit -q -m empty"));
    assert!(git("checkout -q other"));
    following.tells(&sound(&"other ".repeat(10_000)));
}

/// Another `a`, with a text in `a/b/c/f`.
fn another(a: &Path, text: &str) {
    fs::create_dir_all(a.join("b/c")).unwrap();
    in_place(&a.join("b/c/f"), text);
}

fn rename_away(a: &Path) {
    fs::rename(a, a.with_extension("old")).unwrap();
}

/// How another folder takes the place of `a`.
type Way = (&'static str, fn(&Path, &str));

const WAYS: [Way; 4] = [
    ("renamed, the new one made before", |a, text| {
        another(&a.with_extension("new"), text);
        rename_away(a);
        fs::rename(a.with_extension("new"), a).unwrap();
    }),
    ("renamed, the new one made after", |a, text| {
        rename_away(a);
        another(a, text);
    }),
    ("removed", |a, text| {
        fs::remove_dir_all(a).unwrap();
        another(a, text);
    }),
    ("replaced by a link", |a, text| {
        another(&a.with_extension("new"), text);
        rename_away(a);
        symlink(a.with_extension("new"), a).unwrap();
    }),
];

#[test]
fn an_ancestor_that_is_replaced_is_followed() {
    for (name, replace) in WAYS {
        for start in ["a/b/c/f", "link"] {
            let scratch = Scratch::new();
            let a = scratch.path("a");
            another(&a, &sound("first"));
            symlink("a/b/c/f", scratch.path("link")).unwrap();
            let path = scratch.path(start);
            let following = Following::ready(SOUND_ONLY, WatchMode::Native, &path);
            replace(&a, &sound("second"));
            assert_eq!(following.next(), Ok((sound("second"), true)), "{start}: {name}");
            let old = a.with_extension("old").join("b/c/f");
            if old.exists() {
                in_place(&old, &sound("of no interest"));
            }
            in_place(&path, &sound("third"));
            following.tells(&sound("third"));
        }
    }
}

#[test]
fn an_ancestor_that_comes_back_step_by_step_is_followed() {
    let scratch = Scratch::new();
    fs::create_dir_all(scratch.path("a/b/c")).unwrap();
    let path = scratch.file("a/b/c/f", &sound("first"));
    let following = Following::ready(Timing::USUAL, WatchMode::Native, &path);
    fs::rename(scratch.path("a"), scratch.path("old")).unwrap();
    following.tells_error("there is no file");
    for folder in ["a", "a/b", "a/b/c"] {
        fs::create_dir(scratch.path(folder)).unwrap();
    }
    in_place(&path, &sound("second"));
    following.tells(&sound("second"));
}
