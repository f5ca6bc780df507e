//! Full disks, and limits of the size of files.

use super::child::{self, outcome, process_after};
use super::*;
use crate::file::tests;

#[test]
fn a_limit_of_size_leaves_the_file_as_it_was() {
    let scratch = Scratch::new();
    let path = scratch.file("f", "old");
    let large = "x".repeat(100_000);
    // The signal would end the process, so a program that saves files ignores it.
    let limits = "trap '' XFSZ; ulimit -f 16";
    let said = outcome(&mut process_after(limits, &format!("save old {large}"), &path));
    assert!(said.contains("would become larger than is allowed here, so nothing"), "{said}");
    assert_eq!(text(&path), "old");
    assert_only(scratch.folder(), &["f"]);
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_leaves_the_file_as_it_was() {
    let Some(mut shell) = tests::with_own_mounts("/bin/sh") else { return };
    let scratch = Scratch::new();
    let script = r#"mount -t tmpfs -o size=64k tmpfs "$1" && cd "$1" && shift && printf old > f
        "$@"
        echo "left: $(cat f) in $(ls -A)""#;
    let task = format!("save old {}", "x".repeat(100_000));
    let process = child::process(&task, Path::new("f"));
    shell.args(["-c", script, "sh"]).arg(scratch.folder());
    shell.arg(process.get_program()).args(process.get_args());
    shell.envs(process.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let output = shell.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("does not fit on the disk, which is full"), "{output:?}");
    assert!(said.contains("left: old in f\n"), "{output:?}");
}
