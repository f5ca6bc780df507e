//! `indicia fill`: documents on disk.

#![cfg(unix)]
#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const REPORT: &str = "[report]\ntitle = \"T\"\n[source.bank]\ntitle = \"Bank\"\n[[indicator]]\nid = \"debt\"\nlabel = \"Debt\"\n\
     unit = \"billion USD\"\nvalue = 8\nhedge = \"nearly\"\nsource = \"bank\"\n";
const BEFORE: &str =
    "A debt of <!-- fig:debt -->nearly 9 billion USD<!-- /fig -->.\r\n\r\n\tKept  \r\n";
const AFTER: &str =
    "A debt of <!-- fig:debt -->nearly 8 billion USD<!-- /fig -->.\r\n\r\n\tKept  \r\n";

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("indicators.toml"), REPORT).expect("written");
    folder
}

fn run(folder: &Path, args: &[&str]) -> (Option<i32>, String, String) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_indicia"));
    program.current_dir(folder).arg("fill").args(args).stdin(Stdio::null());
    let output = program.env("LC_ALL", "C.UTF-8").output().expect("it runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn documents_are_checked_and_then_written_through_their_links() {
    let folder = folder("fill");
    fs::write(folder.join("article.md"), BEFORE).expect("written");
    symlink("article.md", folder.join("link.md")).expect("a link");
    let change = "“nearly 9 billion USD” → “nearly 8 billion USD”";
    let (code, out, _) = run(&folder, &["--check", "link.md"]);
    assert_eq!(code, Some(1));
    assert_eq!(out, format!("link.md:1: debt: {change}\nlink.md: 1 of 1 figure out of step\n"));
    let read = |name: &str| fs::read_to_string(folder.join(name)).expect("text");
    assert_eq!(read("article.md"), BEFORE, "nothing is written");
    let (code, out, _) = run(&folder, &["link.md"]);
    assert_eq!(
        (code, out),
        (Some(0), format!("link.md:1: debt: {change}\nlink.md: 1 of 1 figure written\n"))
    );
    assert_eq!(read("article.md"), AFTER);
    assert!(folder.join("link.md").is_symlink());
    let (code, out, _) = run(&folder, &["--check", "article.md"]);
    assert_eq!((code, &*out), (Some(0), "article.md: 1 figure, in step\n"));
}

#[test]
fn what_cannot_be_filled_in_is_told_and_not_written() {
    let folder = folder("fill-faults");
    let lost = REPORT.replace("hedge = \"nearly\"\n", "");
    fs::write(folder.join("lost.toml"), lost).expect("written");
    fs::write(folder.join("bad.toml"), REPORT.replace("= 8", "= 8%")).expect("written");
    fs::write(folder.join("bytes.md"), b"a \xff").expect("written");
    fs::write(folder.join("empty.md"), "").expect("written");
    fs::write(folder.join("notes.txt"), BEFORE).expect("written");
    for (args, code, says) in [
        (
            &["a.md", "--from", "lost.toml"][..],
            1,
            "a.md:1: the text says “nearly 9 billion USD”, and 'debt' is 8 billion USD now: its hedge is lost",
        ),
        (
            &["a.md", "--from", "bad.toml"],
            1,
            "a.md:1: 'debt' is left out because of a fault on line 9",
        ),
        (&["a.md", "--from", "none.toml"], 2, "there is no file 'none.toml'"),
        (&["b.md"], 2, "there is no file 'b.md'; did you mean 'a.md'"),
        (&["bytes.md"], 2, "'bytes.md' is not UTF-8 text (line 1)"),
        (&["empty.md"], 0, "empty.md: no markers"),
        (&["notes.txt"], 2, "'notes.txt' cannot be filled in: name a file (.md,"),
        (&["-"], 2, "'-' cannot be filled in"),
    ] {
        fs::write(folder.join("a.md"), BEFORE).expect("written");
        let (got, out, err) = run(&folder, args);
        assert_eq!(got, Some(code), "{args:?} {out}{err}");
        assert!(format!("{out}{err}").contains(says), "{args:?} {out}{err}");
        assert_eq!(fs::read_to_string(folder.join("a.md")).expect("text"), BEFORE);
    }
    let (code, ..) = run(&folder, &["a.md", "--from", "lost.toml", "--accept", "hedge-lost"]);
    let text = fs::read_to_string(folder.join("a.md")).expect("text");
    assert_eq!((code, &*text), (Some(0), &*AFTER.replace("nearly ", "")));
    // A sound document is written beside one with faults.
    fs::write(folder.join("a.md"), BEFORE).expect("written");
    fs::write(folder.join("faulty.md"), "<!-- fig:debt -->").expect("written");
    let (code, out, _) = run(&folder, &["faulty.md", "a.md"]);
    assert_eq!(code, Some(1));
    assert!(
        out.contains("faulty.md: not written, 1 fault") && out.contains("a.md: 1 of 1"),
        "{out}"
    );
}
