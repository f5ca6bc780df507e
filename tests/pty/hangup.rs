//! A terminal that is closed takes the program with it.

use crate::{dashboard, script, started};

#[test]
fn closing_the_terminal_ends_the_program() {
    let child = started(dashboard()).close();
    assert_eq!(child.wait(String::new).exit_code(), 129);
}

#[test]
fn closing_the_terminal_ends_the_program_when_sighup_was_ignored() {
    let child = started(script(r#"trap "" HUP; exec "$0""#)).close();
    assert_eq!(child.wait(String::new).exit_code(), 129);
}

/// In a session of its own the program gets no SIGHUP at all.
#[test]
#[cfg(target_os = "linux")]
fn closing_the_terminal_ends_the_program_without_any_signal() {
    let child = started(script(r#"trap "" HUP; setsid -w "$0""#)).close();
    assert_eq!(child.wait(String::new).exit_code(), 129);
}
