//! A drive that is mounted on a folder above the file.
//!
//! The test program runs itself again, where it may mount something.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use super::*;

/// The file, for the process. `cargo test -- --ignored` does not set it.
const PATH_OF_FILE: &str = "INDICIA_TEST_FILE_BELOW_A_MOUNT";

/// Mounts of this process and its children alone.
fn with_own_mounts(program: &str) -> Command {
    let mut command = Command::new("unshare");
    command.args(["--map-root-user", "--mount", program]);
    command
}

#[test]
fn a_drive_that_comes_and_goes_is_followed() {
    if !with_own_mounts("true").status().is_ok_and(|status| status.success()) {
        return;
    }
    let scratch = Scratch::new();
    fs::create_dir_all(scratch.path("drive/b")).unwrap();
    let path = scratch.file("drive/b/f", &sound("first"));
    let output = with_own_mounts(env::current_exe().unwrap().to_str().unwrap())
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
    if !run("mount", &["-t", "tmpfs", "none"]) {
        return;
    }
    following.tells_error("there is no file");
    fs::create_dir(drive.join("b")).unwrap();
    in_place(&path, &sound("second"));
    following.tells(&sound("second"));
    assert!(run("umount", &[]), "what is watched can be unmounted");
    following.tells(&sound("first"));
    in_place(&path, &sound("third"));
    following.tells(&sound("third"));
}
