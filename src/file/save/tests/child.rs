//! Saves in another process, which may be killed, limited or run as another user.
//!
//! The test program runs itself, with the ignored test below.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use rustix::process::{Signal, getpid, kill_process};

use super::{save, text};

/// The task; the file is in `PATH_OF_FILE`. `cargo test -- --ignored` sets neither.
const TASK: &str = "INDICIA_TEST_TASK";
const PATH_OF_FILE: &str = "INDICIA_TEST_FILE";

/// The arguments that make the test program do the task.
const ARGUMENTS: [&str; 5] = [
    "--ignored",
    "--exact",
    "file::save::tests::child::run_in_another_process",
    "--nocapture",
    "--test-threads=1",
];

/// A process that does a task with a file: `save OLD NEW`, `kill STEP OLD NEW` or `count TIMES`.
pub(super) fn process(task: &str, path: &Path) -> Command {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(ARGUMENTS).env(TASK, task).env(PATH_OF_FILE, path);
    command
}

/// The same, started by a shell that runs `first`, such as to set limits.
pub(super) fn process_after(first: &str, task: &str, path: &Path) -> Command {
    let mut command = Command::new("/bin/sh");
    command.arg("-c").arg(format!("{first}; exec \"$0\" \"$@\"")).arg(env::current_exe().unwrap());
    command.args(ARGUMENTS).env(TASK, task).env(PATH_OF_FILE, path);
    command
}

/// What the process prints about its save: `saved`, or an error.
pub(super) fn outcome(command: &mut Command) -> String {
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    said.lines()
        .find_map(|line| line.split_once("outcome: "))
        .map_or_else(|| panic!("it said: {said}"), |(_, outcome)| outcome.to_owned())
}

#[test]
#[ignore = "run by other tests, in another process"]
#[expect(clippy::print_stdout, reason = "the test that has started it reads this")]
fn run_in_another_process() {
    let (Ok(task), Some(path)) = (env::var(TASK), env::var_os(PATH_OF_FILE)) else { return };
    let path = PathBuf::from(path);
    let words: Vec<&str> = task.split(' ').collect();
    match words[..] {
        ["save", old, new] => match save(&path, old, new, &mut |_| {}) {
            Ok(()) => println!("outcome: saved"),
            Err(error) => println!("outcome: {error}"),
        },
        ["kill", at, old, new] => {
            let result = save(&path, old, new, &mut |step| {
                if format!("{step:?}") == at {
                    kill_process(getpid(), Signal::KILL).unwrap();
                }
            });
            panic!("it should be dead: {result:?}");
        }
        ["count", times] => (0..times.parse().unwrap()).for_each(|_| count(&path)),
        _ => panic!("{task}"),
    }
}

/// Adds one to the number in the file, and tries again while another process changes or locks it.
fn count(path: &Path) {
    loop {
        let old = text(path);
        // Long enough that two of them could be mixed.
        let first = old.lines().next().unwrap();
        let new = (first.parse::<u32>().unwrap() + 1).to_string();
        let line = format!("{new:0>8}\n");
        match save(path, &old, &line.repeat(2000), &mut |_| {}) {
            Ok(()) => return,
            Err(error)
                if matches!(error.cause, super::SaveCause::Changed | super::SaveCause::Busy) => {}
            Err(error) => panic!("{error}"),
        }
    }
}
