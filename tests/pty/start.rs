//! How it starts: on which file, and with which words when it cannot.

use std::fs;

use crate::harness::{Program, Terminal};
use crate::{dashboard, folder};

fn ends_with_message(program: Program, words: &[&str]) {
    let mut terminal = Terminal::start(program);
    for word in words {
        terminal.wait_for_text(word);
    }
    terminal.wait_for("the main screen", |screen| !screen.alternate_screen());
    terminal.assert_leaves_cleanly(2);
}

#[test]
fn a_folder_without_a_file_shows_the_built_in_report() {
    let program = dashboard().within(&folder("empty-folder"));
    let terminal = Terminal::start(program);
    terminal.wait_for_text("1 Gauges");
    terminal.wait_for_text("built-in report");
    terminal.quit();
}

#[test]
fn a_named_file_is_shown() {
    let folder = folder("named-file");
    fs::write(folder.join("a b.toml"), "[report]\ntitle = \"By name\"\n").unwrap();
    let terminal = Terminal::start(dashboard().within(&folder).arg("a b.toml"));
    terminal.wait_for_text("By name");
    terminal.quit();
}

#[test]
fn a_file_that_cannot_be_read_is_named_before_the_screen_is_touched() {
    let folder = folder("unreadable");
    for (file, words) in
        [("missing.toml", ["indicia: ", "missing.toml"]), (".", ["indicia: ", "folder"])]
    {
        ends_with_message(dashboard().within(&folder).arg(file), &words);
    }
}

#[test]
fn an_error_of_the_system_is_said_once() {
    let folder = folder("circle");
    std::os::unix::fs::symlink("circle.toml", folder.join("circle.toml")).unwrap();
    let mut terminal = Terminal::start(dashboard().within(&folder).arg("circle.toml"));
    terminal.wait_for_text("cannot be read");
    terminal.assert_leaves_cleanly(2);
    assert_eq!(terminal.written().matches("os error").count(), 1, "{}", terminal.text());
}

#[test]
fn a_file_that_holds_no_text_yet_is_named_and_waited_for() {
    let folder = folder("no-text-yet");
    for (file, bytes, word) in [
        ("empty.toml", &b""[..], "is empty"),
        ("latin.toml", b"[report]\ntitle = \"Gesch\xe4ft\"\n", "UTF-8"),
    ] {
        fs::write(folder.join(file), bytes).unwrap();
        let terminal = Terminal::start(dashboard().within(&folder).arg(file));
        terminal.wait_for_text(word);
        fs::write(folder.join(file), "[report]\ntitle = \"Mended\"\n").unwrap();
        terminal.wait_for_text("Mended");
        terminal.quit();
    }
}

#[test]
fn output_that_is_not_a_terminal_gets_the_page() {
    let script = Program::new("/bin/sh").arg("-c").arg(r#""$0" | head -n 12; exit 3"#);
    let mut terminal = Terminal::start(script.arg(env!("CARGO_BIN_EXE_indicia")));
    terminal.wait_for_text("ECONOMY");
    terminal.assert_leaves_cleanly(3);
}

#[test]
fn a_reader_that_stops_early_is_not_an_error() {
    let ends = r#"{ "$0" print; echo "ended with $?" >&2; } | head -n 1 > /dev/null; exit 3"#;
    let script = Program::new("/bin/sh").arg("-c").arg(ends);
    let mut terminal = Terminal::start(script.arg(env!("CARGO_BIN_EXE_indicia")));
    terminal.wait_for_text("ended with 0");
    terminal.assert_leaves_cleanly(3);
}

#[test]
fn a_file_with_faults_opens_on_what_is_sound() {
    let folder = folder("faults");
    let text = "[report]\ntitle = \"Faults\"\n\n[[indicator]]\nid = \"a\"\nlabel = \"Whole\"\nunit = \"%\"\n\
                value = 5\n\n[[indicator]]\nid = \"b\"\nlabel = \"Broken\"\nunit = \"%\"\nvalue = 70%\n";
    fs::write(folder.join("indicators.toml"), text).unwrap();
    let mut terminal = Terminal::start(dashboard().within(&folder));
    terminal.wait_for_text("1 fault in the file");
    // First of all why; then what is sound.
    terminal.escape("'70%' is not a number");
    terminal.wait_for_text("Whole");
    assert!(!terminal.text().contains("Broken"));
    terminal.quit();
}

#[test]
fn a_large_file_says_so_at_once_and_quits_at_once() {
    let folder = folder("large");
    fs::write(folder.join("indicators.toml"), crate::dashboard_in_memory::large(40_000)).unwrap();
    let terminal = Terminal::start(dashboard().within(&folder));
    terminal.wait_for_text("reading indicators.toml");
    terminal.quit();
}

#[test]
fn a_name_that_asks_the_terminal_for_something_is_shown_and_not_obeyed() {
    let folder = folder("hostile-name");
    for (name, command, shown) in [
        ("a\u{1b}]52;c;aGk=\u{7}.toml", "\u{1b}]52", "a<U+001B>]52"),
        ("x\u{202e}lmot.toml", "\u{202e}", "x<U+202E>lmot"),
        ("c\u{9b}2J.toml", "\u{9b}", "c<U+009B>2J"),
    ] {
        let program = || dashboard().within(&folder).arg(name);
        ends_with_message(program(), &["there is no file", shown]);
        fs::write(folder.join(name), "[report]\ntitle = 7\n").unwrap();
        let mut terminal = Terminal::start(program());
        terminal.wait_for_text(shown);
        terminal.escape("error[E003]");
        terminal.send(b"q");
        terminal.assert_leaves_cleanly(0);
        assert!(!terminal.has_written(command), "{:?}", terminal.written());
    }
}
