//! Two programs that save one file at once.

use std::process::Stdio;

use super::child::process;
use super::*;

#[test]
fn no_save_of_two_processes_is_lost_or_mixed() {
    let scratch = Scratch::new();
    let path = scratch.file("f", &"00000000\n".repeat(2000));
    let start = || process("count 100", &path).stdout(Stdio::null()).spawn().unwrap();
    let (mut one, mut other) = (start(), start());
    assert!(one.wait().unwrap().success() & other.wait().unwrap().success());
    assert_eq!(text(&path), "00000200\n".repeat(2000));
    assert_only(scratch.folder(), &["f"]);
}
