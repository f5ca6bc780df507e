//! Every key of the table, typed on a terminal, does there what it does in memory.

use indicia::app::Msg;
use indicia::app::env::Depth;
use indicia::app::keys::{Action, BINDINGS, Code, Key, Panel, Scope};

use crate::dashboard_in_memory::{Dashboard, REPORT};
use crate::harness::{Program, Terminal};
use crate::{dashboard, folder_with_report, started};

#[test]
fn every_key_of_the_table_shows_what_it_should() {
    let mut there = Dashboard::of_report(80, 24);
    there.model.env.depth = Depth::TwoFiftySix;
    there.model.env.opens_with = Err("this session came over ssh and has no display".to_owned());
    // A copy: some keys write.
    let folder = folder_with_report("every-key");
    let mut terminal = started(over_ssh().within(&folder).arg("--as-of").arg("2026-11-23"));
    for binding in BINDINGS.iter() {
        // These end or stop it, or start an editor: other tests have them.
        use Action::{OpenEditor, OpenSource, Quit, Suspend};
        if matches!(binding.action, Quit | Suspend | OpenEditor | OpenSource)
            || binding.scope == Scope::Confirm
            // This asks git.
            || (binding.scope, binding.action) == (Scope::Changes, Action::Changes)
        {
            continue;
        }
        for key in &binding.keys {
            for first in way_to(binding.scope) {
                press(&mut terminal, &mut there, first);
            }
            press(&mut terminal, &mut there, *key);
            if there.model.overlay.is_some() {
                press(&mut terminal, &mut there, Key::plain(Code::Esc));
            }
            if there.model.nav.zoomed {
                press(&mut terminal, &mut there, Key::char('z'));
            }
        }
    }
    terminal.quit();
}

/// The dashboard where no browser can be started: other tests cover what it would open.
pub fn over_ssh() -> Program {
    let program = dashboard().env("SSH_CONNECTION", "192.0.2.1 1 192.0.2.2 22");
    program.env("DISPLAY", "").env("WAYLAND_DISPLAY", "")
}

fn way_to(scope: Scope) -> Vec<Key> {
    match scope {
        Scope::Help => vec![Key::char('?')],
        Scope::Diagnostics => vec![Key::char('w')],
        Scope::Changes => vec![Key::char('D')],
        Scope::Link => vec![Key::char('o')],
        Scope::Form => vec![Key::char('i')],
        Scope::Find => vec![Key::char('/'), Key::char('a')],
        Scope::Filter => vec![Key::char('f')],
        Scope::Commands => vec![Key::char(':')],
        Scope::Dates => vec![Key::char('3'), Key::char('d')],
        Scope::Confirm => unreachable!("nothing asks a question here"),
        Scope::Panel(Panel::Gauges) | Scope::Everywhere => vec![Key::char('1')],
        Scope::Panel(Panel::Table) => vec![Key::char('2')],
        Scope::Panel(Panel::Timeline) => vec![Key::char('3')],
        Scope::Panel(Panel::Detail) => vec![Key::char('4')],
    }
}

fn press(terminal: &mut Terminal, there: &mut Dashboard, key: Key) {
    there.send(Msg::Key(key, None));
    there.obeyed(REPORT);
    terminal.send(&bytes(key));
    let expected = there.screen();
    terminal.wait_for(&format!("after {key}:\n{expected}"), |screen| {
        let lines = screen.rows(0, 80).map(|line| line.trim_end().to_owned());
        lines.eq(expected.lines())
    });
}

/// What an xterm sends for a key.
pub fn bytes(key: Key) -> Vec<u8> {
    let text = match key.code {
        Code::Char(c) if key.ctrl => return vec![c as u8 & 0x1f],
        Code::Char(c) => return c.to_string().into_bytes(),
        Code::Enter => "\r",
        // As terminals send it that tell it from the beginning of another key: some of these Escs
        // change nothing that could be waited for.
        Code::Esc => "\x1b[27u",
        Code::Tab => "\t",
        Code::BackTab => "\x1b[Z",
        Code::Backspace => "\x7f",
        Code::Delete => "\x1b[3~",
        Code::Insert => "\x1b[2~",
        Code::Up => "\x1b[A",
        Code::Down => "\x1b[B",
        Code::Right => "\x1b[C",
        Code::Left => "\x1b[D",
        Code::Home => "\x1b[H",
        Code::End => "\x1b[F",
        Code::PageUp => "\x1b[5~",
        Code::PageDown => "\x1b[6~",
        Code::F(1) => "\x1bOP",
        Code::F(n) => panic!("no bytes are known for F{n}"),
    };
    text.as_bytes().to_vec()
}
