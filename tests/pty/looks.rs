//! What colours reach the terminal.

use std::fs;

use vt100::{Color, Screen};

use crate::harness::{Program, Terminal};
use crate::{READY, dashboard, folder_with_report, started};

fn is_on(screen: &Screen, grounds: &[Color]) -> bool {
    let (rows, columns) = screen.size();
    let (rows, columns) = (rows.get(), columns.get());
    let places = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
    let cells = places.filter_map(|(row, column)| screen.cell(row, column));
    let mut cells = cells.filter(|cell| !cell.is_wide_continuation());
    screen.contents().contains(READY) && cells.all(|cell| grounds.contains(&cell.bgcolor()))
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
    terminal.quit();

    let fewer = Terminal::start(dashboard().arg("--theme").arg("dark"));
    let grounds = [Color::Idx(233), Color::Idx(254)];
    fewer.wait_for("dark everywhere in 256 colours", |screen| is_on(screen, &grounds));
    fewer.quit();
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
        terminal.quit();
    }
}

#[test]
fn the_sixteen_colours_are_sent_as_every_terminal_knows_them() {
    for theme in ["terminal", "dark"] {
        let terminal = started(dashboard().env("TERM", "xterm").arg("--theme").arg(theme));
        assert!(terminal.has_written("\x1b[36m"), "{}", terminal.text());
        for newer in ["38;5;", "48;5;", "38;2;", "48;2;"] {
            assert!(!terminal.has_written(newer), "{theme} {newer}");
        }
        terminal.quit();
    }
}

#[test]
fn inside_a_multiplexer_the_colours_of_the_terminal_around_it_do_not_count() {
    let inside = dashboard().env("TERM", "screen").env("COLORTERM", "truecolor");
    let terminal = started(inside.arg("--theme").arg("dark"));
    let is_marked = |screen: &Screen| {
        let (rows, columns) = screen.size();
        let mut cells = (0..rows.get())
            .flat_map(|row| (0..columns.get()).filter_map(move |at| screen.cell(row, at)));
        cells.any(|cell| cell.inverse() && cell.bold())
    };
    terminal.wait_for("the selection", is_marked);
    assert!(!terminal.has_written("38;2;") && !terminal.has_written("48;2;"));
    terminal.quit();
}

#[test]
fn the_configuration_chooses_the_characters_and_the_command_line_has_the_last_word() {
    let folder = folder_with_report("glyphs");
    for (glyphs, locale, is_ascii_asked, is_unicode) in [
        ("ascii", "C.UTF-8", false, false),
        ("unicode", "C", false, true),
        ("auto", "C", false, false),
        ("unicode", "C.UTF-8", true, false),
    ] {
        fs::write(folder.join("config.toml"), format!("glyphs = \"{glyphs}\"\n")).unwrap();
        let program = dashboard().within(&folder).env("LC_ALL", locale);
        let program = program.arg("--config").arg("config.toml");
        let program = if is_ascii_asked { program.arg("--ascii") } else { program };
        let terminal = started(program);
        assert_eq!(terminal.has_written("■"), is_unicode, "{}", terminal.text());
        terminal.quit();
    }
}

#[test]
fn a_terminal_that_only_prints_gets_what_print_shows_and_the_reason() {
    for term in ["dumb", "emacs"] {
        let mut terminal = Terminal::start(dashboard().env("TERM", term));
        terminal.wait_for_text(&format!("(TERM is {term}): this is what 'indicia print' shows"));
        assert!(terminal.has_written(READY), "{}", terminal.text());
        assert!(!terminal.has_written("\x1b"), "{}", terminal.text());
        terminal.assert_leaves_cleanly(0);
    }
    let mut terminal = Terminal::start(dashboard().env("TERM", "dumb").arg("missing.toml"));
    terminal.wait_for_text("missing.toml");
    assert!(!terminal.has_written("indicia print"), "{}", terminal.text());
    terminal.assert_leaves_cleanly(2);
}
