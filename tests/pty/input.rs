//! Keys arrive, all of them, at any time, and nothing else does.

use std::fs;

use crate::{folder_with_report, stub};

#[test]
fn keys_work_while_the_file_is_being_read() {
    let mut terminal = stub::started();
    terminal.send(b"x");
    terminal.wait_for_text("1 keys");
    terminal.send(b"q");
    terminal.wait_for_last_words("ended with 0");
    terminal.assert_leaves_cleanly(0);
}

#[test]
fn keys_written_at_once_all_arrive() {
    let mut terminal = stub::started();
    terminal.send(&b"\x1b[B".repeat(200));
    terminal.wait_for_text("200 keys");
    terminal.quit();
}

#[test]
fn more_keys_than_fit_into_one_read_all_arrive() {
    let mut terminal = stub::started();
    terminal.send(&b"x".repeat(3000));
    terminal.wait_for_text("3000 keys");
    terminal.quit();
}

/// What terminals answer and report. The first three made every key dead in earlier versions, and the
/// names of terminals were taken for keys.
pub const REPORTS: &[&[u8]] = &[
    b"\x1b[?2026;2$y",
    b"\x1b[?997;1n",
    b"\x1b[?1;0;256S",
    b"\x1bP>|tmux 3.3a\x1b\\",
    b"\x1bP>|tmux 3.4\x1b\\",
    b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\",
    b"\x1b]11;rgb:1e1e/1e1e/1e1e\x07",
    b"\x1b_Gi=31;OK\x1b\\",
    b"\x1b[?62;22c",
    b"\x1b[8;24;80t",
    b"\x1b[I",
];

#[test]
fn what_the_terminal_reports_is_no_key() {
    let mut terminal = stub::started();
    for (count, report) in REPORTS.iter().enumerate() {
        terminal.send(report);
        terminal.send(b"x");
        terminal.wait_for_text(&format!("{} keys", count + 1));
    }
    terminal.quit();
}

#[test]
fn what_was_sent_before_the_start_is_dropped() {
    let script = r#"printf 'before the start'; read -r line; exec "$0" "$@""#;
    let mut terminal = crate::harness::Terminal::start(stub::script(script));
    terminal.wait_for_text("before the start");
    terminal.send(&[b"\rxxx", REPORTS.concat().as_slice(), b"yyy"].concat());
    terminal.wait_for_text("0 keys");
    terminal.send(b"x");
    terminal.wait_for_text("1 keys");
    terminal.quit();
}

#[test]
fn ctrl_c_gets_out_of_what_has_no_end() {
    for begun in [&b"\x1b[200~debt"[..], b"\x1b]11;rgb:", b"\x1bP>|tmux", b"\x1b[?62;", b"\xd0"] {
        let folder = folder_with_report("no-end");
        let mut terminal = crate::started(crate::dashboard().within(&folder));
        terminal.send(begun);
        terminal.send(b"\x03");
        terminal.assert_leaves_cleanly(0);
    }
}

#[test]
fn a_text_that_arrives_as_keys_runs_nothing() {
    let folder = folder_with_report("no-brackets");
    let file = folder.join("indicators.toml");
    let before = fs::read(&file).unwrap();
    let mut terminal = crate::started(crate::dashboard().within(&folder));
    let texts = [
        "about 12 percent of exports",
        "quarterly report\r",
        "Umfrage\ra\r",
        "a\r",
        "aaa\r",
        "hello wor\x1b[?62;22ca\r",
        "Price\x0c a\x1b[A\r",
    ];
    // In the panels, and while a question is asked.
    for before in ["Exports sent to Russia", "Add a figure?"] {
        if before.starts_with("Add") {
            terminal.send(b"a");
        }
        terminal.wait_for_text(before);
        for text in texts {
            terminal.send(text.as_bytes());
            terminal.wait_for_text("nothing was run");
            terminal.send(b"\x1b[B");
            terminal.wait_for("no news", |screen| !screen.contents().contains("nothing was run"));
        }
    }
    terminal.escape("Add a figure?");
    // In a text field it is the text.
    terminal.send(b"/");
    terminal.send(b"debt\r");
    terminal.wait_for_text("Debt to Russia");
    assert_eq!(fs::read(&file).unwrap(), before);
    terminal.send(b"\x03");
    terminal.assert_leaves_cleanly(0);
}
