//! A backend that paints into memory.

use std::io::{self, Write};
use std::iter;

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::{Cell, CellWidth};
use ratatui::layout::{Position, Size};

use super::pen::Pen;
use crate::app::text::is_single;

/// Collects what makes the terminal show the cells.
///
/// It only paints cells. Methods that ask the terminal for something fail, because the input thread
/// would read the answer.
#[derive(Debug, Default)]
pub(super) struct Painter {
    bytes: Vec<u8>,
}

impl Painter {
    /// Empties the buffer for the next frame.
    pub(super) fn restart(&mut self) -> &mut Vec<u8> {
        self.bytes.clear();
        &mut self.bytes
    }

    /// The bytes since [`restart`](Self::restart).
    pub(super) fn bytes(&mut self) -> &mut Vec<u8> {
        &mut self.bytes
    }
}

/// Whether all terminals agree on the width of a symbol.
///
/// They differ on emoji, joined characters, marks and syllables. After one of these the cursor is
/// moved to the next cell explicitly: the symbol may look wrong, but it shifts nothing.
fn is_sure_of(symbol: &str) -> bool {
    let mut chars = symbol.chars();
    chars.next().is_some_and(is_single) && chars.next().is_none()
}

/// The variation selector that turns the character before it into an emoji.
const EMOJI: char = '\u{fe0f}';

/// The same cells, but an emoji with a selector comes after the cell of its second half.
///
/// Some terminals draw it in one cell only and leave the second one as it was, so the second cell
/// is among the changes, too. Written after the emoji, it would erase half of an emoji that takes
/// both cells (ratatui #2357, #2686).
fn drawn_last<'c>(
    cells: impl Iterator<Item = (u16, u16, &'c Cell)>,
) -> impl Iterator<Item = (u16, u16, &'c Cell)> {
    let mut cells = cells.peekable();
    let mut held = None;
    iter::from_fn(move || {
        if held.is_none() {
            let next = cells.next()?;
            if !next.2.symbol().contains(EMOJI) {
                return Some(next);
            }
            held = Some(next);
        }
        let (x, y, cell) = held?;
        let reach = x.saturating_add(cell.cell_width());
        match cells.next_if(|(to, row, _)| *row == y && (x..reach).contains(to)) {
            Some(half) => Some(half),
            None => held.take(),
        }
    })
}

impl Backend for Painter {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let bytes = &mut self.bytes;
        let mut pen = Pen::default();
        // Where the cursor is, if that is certain.
        let mut cursor = None;
        for (x, y, cell) in drawn_last(content) {
            if cursor != Some((x, y)) {
                write!(bytes, "\x1b[{};{}H", u32::from(y) + 1, u32::from(x) + 1)?;
            }
            pen.change(Pen::of(cell), bytes)?;
            bytes.extend(cell.symbol().as_bytes());
            cursor = is_sure_of(cell.symbol()).then(|| (x.saturating_add(1), y));
        }
        pen.change(Pen::default(), bytes)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, _: P) -> io::Result<()> {
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn clear_region(&mut self, _: ClearType) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn size(&self) -> io::Result<Size> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;
    use ratatui::style::Style;

    use super::{Backend, Painter};

    /// The columns that the cursor is moved to, from 1, and what is written there.
    fn painted(text: &str) -> Vec<(u16, String)> {
        let before = Buffer::with_lines(["xxxxxxxxxxxx"]);
        let mut after = Buffer::with_lines(["            "]);
        after.set_string(0, 0, text, Style::new());
        let mut painter = Painter::default();
        painter.draw(before.diff(&after).into_iter()).unwrap();
        let bytes = String::from_utf8(painter.bytes).unwrap();
        let mut moves = Vec::new();
        for part in bytes.split("\x1b[").filter(|part| !part.is_empty()) {
            let (place, text) = part.split_at(part.find(char::is_alphabetic).unwrap());
            if let Some(text) = text.strip_prefix('H') {
                let column = place.split(';').nth(1).unwrap().parse().unwrap();
                moves.push((column, text.to_owned()));
            }
        }
        moves
    }

    #[test]
    fn the_cursor_is_moved_after_a_character_of_doubtful_width() {
        assert_eq!(painted("Беларусь ≤ 7").len(), 1, "nothing here is in doubt");
        assert_eq!(painted("e\u{301}y")[1].0, 2);
        assert_eq!(painted("白y")[1].0, 3);
    }

    #[test]
    fn an_emoji_with_a_selector_comes_after_its_second_half() {
        let moves = painted("❤\u{fe0f}y");
        assert_eq!(moves[0], (2, " ".to_owned()));
        assert_eq!(moves[1], (1, "❤\u{fe0f}".to_owned()));
        assert!(moves[2].0 == 3 && moves[2].1.starts_with('y'), "{moves:?}");
    }
}
