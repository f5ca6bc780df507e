//! An idle dashboard does nothing at all.

#![cfg(target_os = "linux")]

use std::time::Duration;

use crate::process::switches;
use crate::{dashboard, started};

#[test]
fn no_thread_wakes_up_while_nothing_happens() {
    let mut terminal = started(dashboard());
    // On a busy machine threads may still be on their way to their first sleep.
    let quiet = (0..5).any(|_| {
        let before = switches(terminal.child().id());
        let wrote = terminal.writes_within(Duration::from_secs(1));
        !wrote && before == switches(terminal.child().id())
    });
    assert!(quiet, "woke up in each of five seconds\n{}", terminal.text());
    terminal.send(b"q");
    terminal.assert_leaves_cleanly(0);
}
