//! A drive that is mounted on a folder above the file.
//!
//! The test program runs itself again, where it may mount something.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use super::*;
use crate::file::tests::with_own_mounts;

/// The file, for the process. `cargo test -- --ignored` does not set it.
const PATH_OF_FILE: &str = "INDICIA_TEST_FILE_BELOW_A_MOUNT";

#[test]
fn a_drive_that_comes_and_goes_is_followed() {
    let Some(mut command) = with_own_mounts(env::current_exe().unwrap()) else { return };
    let scratch = Scratch::new();
    fs::create_dir_all(scratch.path("drive/b")).unwrap();
    let path = scratch.file("drive/b/f", &sound("first"));
    let output = command
        .args(["--ignored", "--exact", "--test-threads=1"])
        .arg("file::follow::tests::mounts::run_with_own_mounts")
        .env(PATH_OF_FILE, &path)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
#[ignore = "run by the test above, in another process"]
fn run_with_own_mounts() {
    let Some(path) = env::var_os(PATH_OF_FILE).map(PathBuf::from) else { return };
    let drive = path.ancestors().nth(2).unwrap();
    let run = |program: &str, args: &[&str]| {
        Command::new(program).args(args).arg(drive).status().is_ok_and(|status| status.success())
    };
    let following = Following::ready(Timing::USUAL, WatchMode::Native, &path);
    assert!(run("mount", &["-t", "tmpfs", "none"]));
    following.tells_error("there is no file");
    fs::create_dir(drive.join("b")).unwrap();
    in_place(&path, &sound("second"));
    following.tells(&sound("second"));
    assert!(run("umount", &[]), "what is watched can be unmounted");
    following.tells(&sound("first"));
    in_place(&path, &sound("third"));
    following.tells(&sound("third"));
}
