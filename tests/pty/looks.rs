//! What colours reach the terminal.

use vt100::{Color, Screen};

use crate::harness::{Program, Terminal};
use crate::{READY, dashboard};

fn is_on(screen: &Screen, grounds: &[Color]) -> bool {
    let (rows, columns) = screen.size();
    let (rows, columns) = (rows.get(), columns.get());
    let places = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
    let cells = places.filter_map(|(row, column)| screen.cell(row, column));
    let mut cells = cells.filter(|cell| !cell.is_wide_continuation());
    screen.contents().contains(READY) && cells.all(|cell| grounds.contains(&cell.bgcolor()))
}

#[track_caller]
fn ends(mut terminal: Terminal) {
    terminal.send(b"q");
    terminal.assert_leaves_cleanly(0);
}

#[test]
fn a_theme_fills_the_screen_and_gives_it_back() {
    let full = dashboard().env("COLORTERM", "truecolor").arg("--theme").arg("dark");
    let mut terminal = Terminal::start(full);
    let rgb = |part| Color::Rgb(part, part, part);
    terminal.wait_for("dark everywhere", |screen| is_on(screen, &[rgb(0x12), rgb(0xe4)]));
    terminal.send(b"t");
    terminal.wait_for("light everywhere", |screen| is_on(screen, &[rgb(0xff), rgb(0x1c)]));
    terminal.send(b"t");
    terminal.wait_for("the terminal's own", |screen| is_on(screen, &[Color::Default]));
    ends(terminal);

    let fewer = Terminal::start(dashboard().arg("--theme").arg("dark"));
    let grounds = [Color::Idx(233), Color::Idx(254)];
    fewer.wait_for("dark everywhere in 256 colours", |screen| is_on(screen, &grounds));
    ends(fewer);
}

#[test]
fn whether_there_is_colour_is_said_by_the_command_line_and_then_by_the_environment() {
    let none = |program: Program| program.env("NO_COLOR", "1");
    for (program, is_coloured) in [
        (dashboard(), true),
        (none(dashboard()), false),
        (dashboard().arg("--color").arg("never"), false),
        (none(dashboard()).arg("--color").arg("always"), true),
        (dashboard().env("CLICOLOR", "0"), false),
        (dashboard().env("CLICOLOR", "0").env("CLICOLOR_FORCE", "1"), true),
    ] {
        let terminal = Terminal::start(program.arg("--theme").arg("light"));
        terminal.wait_for_text(READY);
        // In 256 colours: its background, and only its.
        assert_eq!(terminal.has_written("\x1b[38;5;"), is_coloured, "{}", terminal.text());
        assert_eq!(terminal.has_written("48;5;231"), is_coloured, "{}", terminal.text());
        ends(terminal);
    }
}
