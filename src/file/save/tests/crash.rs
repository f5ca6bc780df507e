//! A process that dies while it saves.

use std::os::unix::process::ExitStatusExt;

use super::child::process;
use super::*;

const STEPS: [Step; 9] = [
    Step::Locked,
    Step::Compared,
    Step::Created,
    Step::Written,
    Step::AttributesCopied,
    Step::Synced,
    Step::ComparedAgain,
    Step::Renamed,
    Step::Done,
];

#[test]
fn the_steps_are_passed_in_order() {
    let scratch = Scratch::new();
    let path = scratch.file("f", "old");
    let mut passed = Vec::new();
    save(&path, "old", "new", &mut |step| passed.push(step)).unwrap();
    assert_eq!(passed, STEPS);
}

#[test]
fn a_file_is_wholly_old_or_wholly_new_whenever_the_process_is_killed() {
    for step in STEPS {
        let scratch = Scratch::new();
        let path = scratch.file("f", "old");
        let status = process(&format!("kill {step:?} old new"), &path)
            .stdout(std::process::Stdio::null())
            .status()
            .unwrap();
        assert_eq!(status.signal(), Some(9), "at {step:?}");
        let renamed = matches!(step, Step::Renamed | Step::Done);
        let found = text(&path);
        assert_eq!(found, if renamed { "new" } else { "old" }, "at {step:?}");
        save_now(&path, &found, "newer").unwrap();
        assert_eq!(text(&path), "newer");
        assert_only(scratch.folder(), &["f"]);
    }
}
