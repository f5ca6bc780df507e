//! The codes for the colours and the weight of characters: SGR of ECMA-48.

use std::io::{self, Write};

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use crate::ui::sixteen;

/// What the terminal draws the next characters with; at first its own colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Pen {
    text: Color,
    ground: Color,
    modifier: Modifier,
}

const MODIFIERS: [(Modifier, u8); 9] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::SLOW_BLINK, 5),
    (Modifier::RAPID_BLINK, 6),
    (Modifier::REVERSED, 7),
    (Modifier::HIDDEN, 8),
    (Modifier::CROSSED_OUT, 9),
];

/// The codes that end modifiers. One code ends two of a kind.
const ENDS: [(Modifier, u8); 7] = [
    (Modifier::BOLD.union(Modifier::DIM), 22),
    (Modifier::ITALIC, 23),
    (Modifier::UNDERLINED, 24),
    (Modifier::SLOW_BLINK.union(Modifier::RAPID_BLINK), 25),
    (Modifier::REVERSED, 27),
    (Modifier::HIDDEN, 28),
    (Modifier::CROSSED_OUT, 29),
];

/// The codes of colours begin here: for text, and for the ground under it.
const TEXT: u8 = 30;
const GROUND: u8 = 40;

impl Pen {
    /// The pen that draws a cell.
    pub(super) fn of(cell: &Cell) -> Self {
        Self { text: cell.fg, ground: cell.bg, modifier: cell.modifier }
    }

    /// Writes what makes this pen another one: nothing if it is the same.
    pub(super) fn change(&mut self, to: Self, bytes: &mut Vec<u8>) -> io::Result<()> {
        let mut from = std::mem::replace(self, to);
        if from == to {
            return Ok(());
        }
        bytes.extend(b"\x1b[");
        if to == Self::default() {
            bytes.push(b'm');
            return Ok(());
        }
        for (kind, code) in ENDS {
            if !to.modifier.contains(from.modifier & kind) {
                write!(bytes, "{code};")?;
                from.modifier -= kind;
            }
        }
        for (modifier, code) in MODIFIERS {
            if (to.modifier - from.modifier).contains(modifier) {
                write!(bytes, "{code};")?;
            }
        }
        if to.text != from.text {
            colour(to.text, TEXT, bytes)?;
        }
        if to.ground != from.ground {
            colour(to.ground, GROUND, bytes)?;
        }
        if let Some(last) = bytes.last_mut() {
            *last = b'm';
        }
        Ok(())
    }
}

/// Writes the code of a colour and a semicolon.
///
/// The sixteen have codes of one number, which every terminal knows. Old ones do not know the form
/// `38;5;N`, and some newer ones draw it in a fixed colour instead of the user's.
fn colour(colour: Color, base: u8, bytes: &mut Vec<u8>) -> io::Result<()> {
    match colour {
        Color::Indexed(number) => write!(bytes, "{};5;{number};", base + 8),
        Color::Rgb(red, green, blue) => write!(bytes, "{};2;{red};{green};{blue};", base + 8),
        _ => match sixteen(colour) {
            Some(number @ ..8) => write!(bytes, "{};", base + number),
            // The bright ones begin at 90 and 100.
            Some(number) => write!(bytes, "{};", base + 60 + number - 8),
            None => write!(bytes, "{};", base + 9),
        },
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;
    use crate::ui::SIXTEEN;

    fn pen(style: Style) -> Pen {
        let mut cell = Cell::default();
        cell.set_style(style);
        Pen::of(&cell)
    }

    fn change(from: Style, to: Style) -> String {
        let mut bytes = Vec::new();
        pen(from).change(pen(to), &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn a_change_is_one_sequence_with_what_is_new_and_no_more() {
        let (none, bold, dim) = (Style::new(), Style::new().bold(), Style::new().dim());
        for (from, to, wanted) in [
            (none, none, ""),
            (none, bold.cyan(), "\x1b[1;36m"),
            (bold.cyan(), bold.magenta(), "\x1b[35m"),
            (bold.cyan(), bold, "\x1b[39m"),
            (bold.cyan(), bold.cyan().reversed(), "\x1b[7m"),
            (bold.cyan(), dim.cyan(), "\x1b[22;2m"),
            (bold.cyan(), none.cyan(), "\x1b[22m"),
            (bold.underlined(), none.underlined().reversed(), "\x1b[22;7m"),
            (bold.cyan().on_red(), none, "\x1b[m"),
            (none, none.light_red().on_white(), "\x1b[91;107m"),
            (none.on_dark_gray(), none.black(), "\x1b[30;49m"),
            (none, none.fg(Color::Indexed(7)), "\x1b[38;5;7m"),
            (none, none.bg(Color::Rgb(1, 2, 3)), "\x1b[48;2;1;2;3m"),
        ] {
            assert_eq!(change(from, to), wanted, "{from:?} {to:?}");
        }
    }

    #[test]
    fn each_of_the_sixteen_colours_has_the_code_that_every_terminal_knows() {
        for (colour, number) in SIXTEEN.into_iter().zip((30..38).chain(90..98)) {
            let text = change(Style::new(), Style::new().fg(colour));
            assert_eq!(text, format!("\x1b[{number}m"), "{colour}");
            let ground = change(Style::new(), Style::new().bg(colour));
            assert_eq!(ground, format!("\x1b[{}m", number + 10), "{colour}");
        }
    }

    #[cfg(unix)]
    mod on_a_terminal {
        use proptest::prelude::*;
        use vt100::{Color as Seen, Parser};

        use super::*;

        fn colour() -> impl Strategy<Value = (Color, Seen)> {
            prop_oneof![
                Just((Color::Reset, Seen::Default)),
                (0..16u8).prop_map(|at| (SIXTEEN[usize::from(at)], Seen::Idx(at))),
                any::<u8>().prop_map(|at| (Color::Indexed(at), Seen::Idx(at))),
                any::<[u8; 3]>().prop_map(|[r, g, b]| (Color::Rgb(r, g, b), Seen::Rgb(r, g, b))),
            ]
        }

        proptest! {
            /// Bold and dim are not asked for at once: terminals differ on what that is.
            #[test]
            fn every_character_looks_as_its_cell_says(
                cells in prop::collection::vec((colour(), colour(), any::<[bool; 4]>()), 1..20),
            ) {
                let (mut bytes, mut pen) = (Vec::new(), Pen::default());
                for (text, ground, [weight, is_bold, underlined, reversed]) in &cells {
                    let mut modifier = Modifier::empty();
                    modifier.set(Modifier::BOLD, *weight && *is_bold);
                    modifier.set(Modifier::DIM, *weight && !is_bold);
                    modifier.set(Modifier::UNDERLINED, *underlined);
                    modifier.set(Modifier::REVERSED, *reversed);
                    let to = Pen { text: text.0, ground: ground.0, modifier };
                    pen.change(to, &mut bytes).unwrap();
                    bytes.push(b'x');
                }
                pen.change(Pen::default(), &mut bytes).unwrap();
                let mut parser = Parser::new(1.try_into().unwrap(), 80.try_into().unwrap(), 0);
                parser.process(&bytes);
                let screen = parser.screen();
                for (at, (text, ground, [weight, is_bold, underlined, reversed])) in (0..).zip(cells) {
                    let cell = screen.cell(0, at).unwrap();
                    prop_assert_eq!((cell.fgcolor(), cell.bgcolor()), (text.1, ground.1));
                    let weights = (weight && is_bold, weight && !is_bold);
                    prop_assert_eq!((cell.bold(), cell.dim()), weights);
                    prop_assert_eq!((cell.underline(), cell.inverse()), (underlined, reversed));
                }
                prop_assert_eq!((screen.fgcolor(), screen.bgcolor()), (Seen::Default, Seen::Default));
                prop_assert!(!screen.bold() && !screen.dim() && !screen.inverse());
            }
        }
    }
}
