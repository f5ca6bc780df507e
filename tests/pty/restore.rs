//! The terminal is given back as it was, however the program ends.

use std::num::NonZeroU16;
#[cfg(target_os = "linux")]
use std::process::Command;

use rustix::process::Signal;

use crate::process::signal;
use crate::{READY, dashboard, started, stub};

#[test]
fn starting_shows_the_dashboard_on_the_alternate_screen() {
    let terminal = started(dashboard());
    terminal.wait_for("the alternate screen, without a cursor", |screen| {
        screen.alternate_screen() && screen.hide_cursor()
    });
    terminal.quit();
}

#[test]
fn quitting_leaves_the_terminal_as_it_was() {
    let terminal = started(dashboard());
    terminal.quit();
}

/// The VT100 of these tests does not put text from right to left in order; others do.
#[test]
fn reordering_of_text_is_off_while_the_dashboard_runs_and_on_again_afterwards() {
    let mut terminal = started(dashboard());
    assert!(terminal.has_written("\x1b[8l") && !terminal.has_written("\x1b[8h"));
    terminal.send(b"q");
    terminal.assert_leaves_cleanly(0);
    assert!(terminal.has_written("\x1b[8h"));
}

#[test]
fn ctrl_c_leaves_the_terminal_as_it_was() {
    let mut terminal = started(dashboard());
    terminal.send(b"\x03");
    terminal.assert_leaves_cleanly(0);
}

#[test]
fn sigterm_leaves_the_terminal_as_it_was() {
    assert_survived_by_the_terminal(Signal::TERM, 143);
}

#[test]
fn sigint_leaves_the_terminal_as_it_was() {
    assert_survived_by_the_terminal(Signal::INT, 130);
}

#[test]
fn sigquit_leaves_the_terminal_as_it_was() {
    assert_survived_by_the_terminal(Signal::QUIT, 131);
}

#[test]
fn sighup_leaves_the_terminal_as_it_was() {
    assert_survived_by_the_terminal(Signal::HUP, 129);
}

#[test]
#[cfg(target_os = "linux")]
fn every_other_signal_that_ends_a_program_leaves_the_terminal_as_it_was() {
    for (kind, code) in [
        (Signal::TRAP, 133),
        (Signal::ABORT, 134),
        (Signal::USR1, 138),
        (Signal::USR2, 140),
        (Signal::ALARM, 142),
        (Signal::STKFLT, 144),
        (Signal::XCPU, 152),
        (Signal::VTALARM, 154),
        (Signal::PROF, 155),
        (Signal::IO, 157),
        (Signal::POWER, 158),
        (Signal::SYS, 159),
    ] {
        assert_survived_by_the_terminal(kind, code);
    }
}

/// They have no names.
#[test]
#[cfg(target_os = "linux")]
fn signals_of_real_time_leave_the_terminal_as_it_was() {
    let mut terminal = started(dashboard());
    let kill = format!("kill -40 {}", terminal.child().id());
    assert!(Command::new("/bin/sh").arg("-c").arg(kill).status().unwrap().success());
    terminal.assert_leaves_cleanly(168);
}

/// A broken pipe is an error of a write, as everywhere in Rust.
#[test]
fn sigpipe_leaves_the_program_running() {
    let mut terminal = stub::started();
    signal(terminal.child().id(), Signal::PIPE);
    terminal.send(b"x");
    terminal.wait_for_text("1 keys");
    terminal.quit();
}

#[test]
fn what_follows_has_a_line_to_itself_also_without_an_alternate_screen() {
    for how in ["q", "TERM"] {
        let mut terminal = started(dashboard());
        if how == "q" {
            terminal.send(b"q");
        } else {
            signal(terminal.child().id(), Signal::TERM);
        }
        terminal.wait_until_it_has_left();
        terminal.look(|screen| {
            assert_eq!((screen.contents().as_str(), screen.cursor_position()), ("", (0, 0)));
        });
        let written = terminal.written().replace("\x1b[?1049h", "").replace("\x1b[?1049l", "");
        let lines = shown(&format!("{written}$ "));
        let (prompt, picture) = lines.split_last().unwrap();
        assert_eq!(prompt, "$", "after {how}");
        assert!(picture.iter().any(|line| line.contains(READY)), "{picture:?}");
    }
}

/// The lines that a terminal shows after these bytes.
fn shown(bytes: &str) -> Vec<String> {
    let cells = |count| NonZeroU16::new(count).unwrap();
    let mut parser = vt100::Parser::new(cells(24), cells(80), 0);
    parser.process(bytes.as_bytes());
    parser.screen().rows(0, 80).map(|row| row.trim_end().to_owned()).collect()
}

#[test]
fn signals_are_heard_while_the_file_is_being_read() {
    let mut terminal = stub::started();
    signal(terminal.child().id(), Signal::TERM);
    terminal.wait_for_last_words("ended with 143");
    terminal.assert_leaves_cleanly(0);
}

/// What a write past the largest file allowed is answered with; by default it kills.
#[test]
fn sigxfsz_leaves_the_program_running() {
    let mut terminal = stub::started();
    signal(terminal.child().id(), Signal::XFSZ);
    terminal.send(b"x");
    terminal.wait_for_text("1 keys");
    terminal.send(b"q");
    terminal.wait_for_last_words("ended with 0");
    terminal.assert_leaves_cleanly(0);
}

#[test]
fn a_second_sigterm_ends_a_program_that_hangs() {
    let mut terminal = stub::started();
    terminal.send(b"h");
    terminal.wait_for_text("hangs");
    signal(terminal.child().id(), Signal::TERM);
    // While the first signal is pending, another of the same kind is dropped. So this one differs.
    signal(terminal.child().id(), Signal::INT);
    assert!(terminal.wait_until_it_has_left().signal().is_some());
}

#[track_caller]
fn assert_survived_by_the_terminal(kind: Signal, code: u32) {
    let mut terminal = started(dashboard());
    signal(terminal.child().id(), kind);
    terminal.assert_leaves_cleanly(code);
}
