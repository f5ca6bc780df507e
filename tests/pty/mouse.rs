//! The mouse is reported while it is on, and never to the program that has the terminal afterwards.

use std::fs;
use std::os::unix::fs::symlink;

use rustix::process::Signal;
use vt100::{MouseProtocolEncoding, MouseProtocolMode, Screen};

use crate::harness::Terminal;
use crate::process::signal;
use crate::{dashboard, folder, started};

fn is_on(screen: &Screen) -> bool {
    screen.mouse_protocol_mode() == MouseProtocolMode::ButtonMotion
        && screen.mouse_protocol_encoding() == MouseProtocolEncoding::Sgr
}

fn is_off(screen: &Screen) -> bool {
    screen.mouse_protocol_mode() == MouseProtocolMode::None
}

#[track_caller]
fn turned_on(mut terminal: Terminal) -> Terminal {
    terminal.wait_for("no mouse at the start", is_off);
    terminal.send(b"m");
    terminal.wait_for("the mouse", is_on);
    terminal
}

#[test]
fn a_key_turns_it_on_and_off_and_a_click_selects() {
    let mut terminal = turned_on(started(dashboard()));
    terminal.wait_for_text("mouse on");
    let row = |screen: &Screen| {
        screen.rows(0, 80).position(|row| row.contains("Debt to Russia")).unwrap()
    };
    let mut line = 0;
    terminal.wait_for("the row", |screen| row(screen) > 0);
    terminal.look(|screen| line = row(screen) + 1);
    terminal.send(format!("\x1b[<0;10;{line}M\x1b[<0;10;{line}m").as_bytes());
    terminal.wait_for_text("›Debt to Russia");
    terminal.send(b"m");
    terminal.wait_for("no mouse", is_off);
    assert!(!terminal.has_written("\x1b[?1003h"), "mere movement would wake the program");
    terminal.quit();
}

#[test]
fn quitting_and_signals_turn_it_off() {
    let terminal = turned_on(started(dashboard()));
    terminal.quit();
    let mut terminal = turned_on(started(dashboard()));
    signal(terminal.child().id(), Signal::TERM);
    terminal.assert_leaves_cleanly(143);
}

#[test]
fn the_editor_has_it_off_and_it_comes_back() {
    let folder = folder("mouse-editor");
    symlink("/bin/sh", folder.join("vim")).unwrap();
    fs::write(folder.join("script"), "echo ready; read answer").unwrap();
    let file = "[report]\ntitle = \"T\"\n[[indicator]]\nid = \"a\"\nlabel = \"Exports sent\"\n\
                unit = \"%\"\nvalue = 5\n";
    fs::write(folder.join("indicators.toml"), file).unwrap();
    let program = dashboard().within(&folder).env("EDITOR", "./vim script");
    let mut terminal = turned_on(started(program));
    terminal.send(b"e");
    terminal.wait_for("the editor, without the mouse", |screen| {
        screen.contents().contains("ready") && is_off(screen)
    });
    terminal.send(b"\n");
    terminal.wait_for("the dashboard, with the mouse", |screen| {
        screen.contents().contains("Exports sent") && is_on(screen)
    });
    terminal.quit();
}
