//! A system that has no watches left.
//!
//! The limit is one of each user, so the test program runs itself as another user.

use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::Command;
use std::{env, iter};

use super::*;

/// The file, for the process. `cargo test -- --ignored` does not set it.
const PATH_OF_FILE: &str = "INDICIA_TEST_FILE_WITHOUT_WATCHES";

/// A user without other processes.
const OTHER_USER: u32 = 54_321;

#[test]
fn a_file_is_polled_where_no_watches_are_left() {
    if !rustix::process::geteuid().is_root() {
        return;
    }
    let scratch = Scratch::new();
    let path = scratch.file("f", &sound("first"));
    fs::set_permissions(scratch.folder(), fs::Permissions::from_mode(0o777)).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o666)).unwrap();
    let status = Command::new(env::current_exe().unwrap())
        .args(["--ignored", "--exact", "--test-threads=1"])
        .arg("file::follow::tests::exhausted::run_as_another_user")
        .env(PATH_OF_FILE, &path)
        .uid(OTHER_USER)
        .gid(OTHER_USER)
        .output();
    // It cannot start if only root may run the test program where it is.
    if let Ok(output) = status {
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }
}

#[test]
#[ignore = "run by the test above, as another user"]
fn run_as_another_user() {
    let Some(path) = env::var_os(PATH_OF_FILE).map(PathBuf::from) else { return };
    let watches: Vec<_> =
        iter::from_fn(|| inotify::init(CreateFlags::CLOEXEC).ok()).take(900).collect();
    if watches.len() == 900 {
        // The system allows more of them than this process may have files.
        return;
    }
    let following = Following::ready(Timing::USUAL, WatchMode::Native, &path);
    in_place(&path, &sound("second"));
    following.tells(&sound("second"));
    drop(watches);
    in_place(&path, &sound("third"));
    following.tells(&sound("third"));
}
