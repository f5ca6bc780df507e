//! Stopped, the program leaves the terminal to the shell; continued, it takes it back.

use crate::harness::Terminal;
use crate::process::{signal, signal_group, wait_until_stopped};
use crate::stub;
#[cfg(target_os = "linux")]
use crate::{READY, dashboard, script, started};
#[cfg(target_os = "linux")]
use rustix::process::Signal;

#[test]
#[cfg(target_os = "linux")]
fn sigtstp_gives_the_terminal_back_until_sigcont() {
    let terminal = started(dashboard());
    for _ in 0..3 {
        signal(terminal.child().id(), Signal::TSTP);
        wait_until_stopped(&terminal);
        terminal.wait_until_restored();
        signal(terminal.child().id(), Signal::CONT);
        wait_until_back(&terminal);
    }
    terminal.quit();
}

#[test]
#[cfg(target_os = "linux")]
fn sigcont_redraws_after_an_unannounced_stop() {
    let terminal = started(dashboard());
    signal(terminal.child().id(), Signal::STOP);
    wait_until_stopped(&terminal);
    terminal.scribble("\x1b[?1049l\x1b[?25h\x1b[2J$ fg");
    signal(terminal.child().id(), Signal::CONT);
    wait_until_back(&terminal);
    terminal.quit();
}

#[test]
#[cfg(target_os = "linux")]
fn sigterm_to_a_stopped_program_ends_it_once_continued() {
    let mut terminal = started(dashboard());
    signal(terminal.child().id(), Signal::TSTP);
    wait_until_stopped(&terminal);
    signal(terminal.child().id(), Signal::TERM);
    signal(terminal.child().id(), Signal::CONT);
    terminal.assert_leaves_cleanly(143);
}

#[test]
#[cfg(target_os = "linux")]
fn ctrl_z_stops_the_whole_job() {
    // The shell leads the session; the program is one of its job.
    let mut terminal = started(script(r#""$0"; exit $?"#));
    for _ in 0..3 {
        terminal.send(b"\x1a");
        wait_until_stopped(&terminal);
        terminal.wait_until_restored();
        signal_group(terminal.child().id(), Signal::CONT);
        wait_until_back(&terminal);
    }
    terminal.quit();
}

#[test]
fn ctrl_z_does_nothing_without_a_shell_to_continue_the_program() {
    let mut terminal = stub::started();
    terminal.send(b"\x1ax");
    terminal.wait_for_text("2 keys");
    terminal.quit();
}

#[cfg(target_os = "linux")]
#[track_caller]
fn wait_until_back(terminal: &Terminal) {
    terminal.wait_for("the dashboard again, and nothing else", |screen| {
        let text = screen.contents();
        screen.alternate_screen() && text.contains(READY) && !text.contains("$ fg")
    });
}
