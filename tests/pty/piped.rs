//! A report from standard input: it is shown, keys come from the terminal, and it can be kept.

use std::fs;

use crate::dashboard_in_memory::REPORT;
use crate::harness::Terminal;
use crate::{READY, folder, script};

/// The dashboard in a folder without the default file, started by a line of a shell.
fn started(name: &str, line: &str) -> (std::path::PathBuf, Terminal) {
    let folder = folder(name);
    fs::write(folder.join("mine.toml"), REPORT).unwrap();
    let terminal = Terminal::start(script(line).within(&folder));
    terminal.wait_for_text(READY);
    terminal.wait_for_text("standard input");
    (folder, terminal)
}

#[test]
fn a_piped_report_is_shown_and_keys_come_from_the_terminal() {
    for (nth, line) in
        [r#"exec "$0" < mine.toml"#, r#"cat mine.toml | "$0""#, r#"cat mine.toml | "$0" -"#]
            .iter()
            .enumerate()
    {
        let (_, mut terminal) = started(&format!("piped-{nth}"), line);
        terminal.send(b"r");
        terminal.wait_for_text("standard input has been read to its end");
        terminal.send(b"?");
        terminal.escape("Esc close");
        terminal.quit();
    }
}

#[test]
fn a_piped_report_is_kept_in_a_file_before_it_is_edited() {
    let (folder, mut terminal) = started("piped-kept", r#"cat mine.toml | "$0""#);
    for key in [b"e", b"i", b"a"] {
        terminal.send(key);
        terminal.escape("This came on standard input");
    }
    terminal.send(b"i");
    terminal.wait_for_text("This came on standard input");
    terminal.send(b"\r");
    terminal.escape("Edit headline: ");
    terminal.quit();
    assert_eq!(fs::read_to_string(folder.join("indicators.toml")).unwrap(), REPORT);
}

#[test]
fn a_file_that_is_there_is_not_replaced_by_what_was_piped() {
    let folder = folder("piped-beside");
    fs::write(folder.join("mine.toml"), REPORT).unwrap();
    fs::write(folder.join("indicators.toml"), "[report]\ntitle = \"Other\"\n").unwrap();
    let mut terminal = Terminal::start(script(r#"exec "$0" < mine.toml"#).within(&folder));
    terminal.wait_for_text(READY);
    for key in [b"e", b"i", b"a"] {
        terminal.send(key);
        terminal.wait_for_text("'indicators.toml' is there already: look at it first");
        assert!(!terminal.has_written("This came on standard input"), "it is not offered");
        terminal.send(b"?");
        terminal.escape("Esc close");
    }
    terminal.quit();
    let text = fs::read_to_string(folder.join("indicators.toml")).unwrap();
    assert_eq!(text, "[report]\ntitle = \"Other\"\n");
}

#[test]
fn a_piped_report_that_is_no_text_ends_with_a_message() {
    for (nth, (line, words)) in [
        (r#"printf '\377' | "$0""#, "standard input is not UTF-8"),
        (r#": | "$0" -"#, "standard input is empty"),
        (r#"exec "$0" -"#, "standard input is the terminal"),
    ]
    .into_iter()
    .enumerate()
    {
        let mut terminal = Terminal::start(script(line).within(&folder(&format!("no-text-{nth}"))));
        terminal.wait_for_text(words);
        assert!(!terminal.has_written("\x1b[?1049h"), "the screen was touched");
        terminal.assert_leaves_cleanly(2);
    }
}

#[test]
fn a_silent_pipe_is_told_on_the_terminal() {
    let mut terminal = Terminal::start(script(r#"sleep 60 | "$0""#).within(&folder("silent-pipe")));
    terminal.wait_for_text("indicia: waiting for standard input");
    terminal.send(b"\x03");
}
