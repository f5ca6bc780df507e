use std::borrow::Cow;

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use crate::app::text::{fit, width};
use crate::ui::{Glyphs, Theme};

/// The cells that a character can reach over to the right of its first one: one for emoji, more
/// for some syllables.
const WIDEST_CHARACTER: u16 = 7;

/// The buffer of a frame and the theme that it is drawn in; what lies outside the buffer is not
/// drawn.
pub(super) struct Canvas<'b> {
    buffer: &'b mut Buffer,
    pub(super) theme: &'b Theme,
}

impl<'b> Canvas<'b> {
    pub(super) fn new(buffer: &'b mut Buffer, theme: &'b Theme) -> Self {
        Self { buffer, theme }
    }

    /// Writes text from a cell on, cut to `cells`; returns the column after it.
    pub(super) fn text(&mut self, x: u16, y: u16, cells: u16, text: &str, style: Style) -> u16 {
        if !self.buffer.area.contains((x, y).into()) {
            return x;
        }
        let text = cut(text, cells, self.theme);
        self.buffer.set_stringn(x, y, &text, usize::from(cells), style).0
    }

    /// Writes text at the start of a row, cut to its width; returns what is left of the row.
    pub(super) fn write(&mut self, row: Rect, text: &str, style: Style) -> Rect {
        if row.is_empty() {
            return row;
        }
        let end = self.text(row.x, row.y, row.width, text, style);
        skip(row, end.saturating_sub(row.x))
    }

    /// Writes a line of text into a row, cut to its width.
    pub(super) fn line(&mut self, row: Rect, text: &str, style: Style) {
        self.write(row, text, style);
    }

    /// Writes lines from the top of an area to its end.
    pub(super) fn lines(&mut self, area: Rect, lines: &[String], style: Style) {
        for (row, line) in area.rows().zip(lines) {
            self.write(row, line, style);
        }
    }

    /// Draws a line across a row.
    pub(super) fn rule(&mut self, row: Rect) {
        let rule = self.theme.pick("─", "-").repeat(usize::from(row.width));
        self.write(row, &rule, self.theme.dim());
    }

    /// Writes text at the start of a row with the characters at `matched` set off, counted from 0;
    /// returns what is left of the row.
    pub(super) fn matched(
        &mut self,
        row: Rect,
        text: &str,
        matched: &[usize],
        style: Style,
    ) -> Rect {
        let whole = shown(text, self.theme);
        let fitted = fit(&whole, usize::from(row.width));
        let kept = if fitted == whole { whole.len() } else { fitted.trim_end_matches('…').len() };
        let (mut rest, mut chars, mut bytes) = (row, 0, 0);
        for cluster in text.graphemes(true) {
            let end = chars + cluster.chars().count();
            bytes += shown(cluster, self.theme).len();
            if bytes > kept {
                break;
            }
            let is_matched = matched.iter().any(|at| (chars..end).contains(at));
            let style = if is_matched { self.theme.found(style) } else { style };
            rest = self.write(rest, cluster, style);
            chars = end;
        }
        if kept < whole.len() { self.write(rest, "…", style) } else { rest }
    }

    /// Sets one cell to one of our own signs, one cell wide.
    pub(super) fn glyph(&mut self, x: u16, y: u16, sign: &'static str, style: Style) {
        let ascii = sign.chars().next().and_then(stand_in);
        let sign = self.theme.pick(sign, ascii.unwrap_or(sign));
        if let Some(cell) = self.buffer.cell_mut((x, y)) {
            cell.set_symbol(sign).set_style(style);
        }
    }

    /// Writes text that ends at the right edge of a row.
    pub(super) fn right(&mut self, row: Rect, text: &str, style: Style) {
        let wide = self.cells(text).min(row.width);
        self.write(skip(row, row.width - wide), text, style);
    }

    /// The cells that a text takes in the characters of the theme.
    pub(super) fn cells(&self, text: &str) -> u16 {
        cells(&shown(text, self.theme))
    }

    /// Makes an area empty.
    pub(super) fn clear(&mut self, area: Rect) {
        let area = area.intersection(self.buffer.area);
        for y in area.rows().map(|row| row.y) {
            self.cut_before(area.x, y);
        }
        for position in area.positions() {
            if let Some(cell) = self.buffer.cell_mut(position) {
                cell.reset();
            }
        }
    }

    /// Gives the theme's background to every cell without a colour: empty and cleared cells, and
    /// the second halves of wide characters.
    pub(super) fn fill(&mut self) {
        let Some(ground) = self.theme.ground() else { return };
        for cell in &mut self.buffer.content {
            if cell.bg == Cell::EMPTY.bg {
                cell.set_style(ground);
            }
        }
    }

    /// Removes a character that reaches over a cell from the left: half of it cannot stay.
    fn cut_before(&mut self, x: u16, y: u16) {
        for back in 1..=WIDEST_CHARACTER.min(x) {
            let before = self.buffer.cell_mut((x - back, y));
            if let Some(cell) = before.filter(|cell| cell.cell_width() > back) {
                cell.set_symbol(" ");
            }
        }
    }

    /// Draws a widget of the library.
    pub(super) fn widget(&mut self, widget: impl ratatui::widgets::Widget, area: Rect) {
        widget.render(area.intersection(self.buffer.area), self.buffer);
    }
}

/// What stands in ASCII for one of our own signs.
///
/// Letters of the file stay as they are: no stand-in could be read.
fn stand_in(sign: char) -> Option<&'static str> {
    Some(match sign {
        '≤' => "<=",
        '≥' => ">=",
        '±' => "+/-",
        '≠' => "!=",
        '¶' => "par. ",
        // Alone, arrows are keys.
        '↑' => "Up ",
        '↓' => "Down",
        '←' => "Left ",
        '→' => "Right",
        '“' | '”' => "\"",
        '’' | '╰' | '╯' => "'",
        '╭' | '╮' => ",",
        '−' | '–' | '—' | '□' | '▽' | '△' | '─' => "-",
        '≈' | '…' => "~",
        '·' | '╎' | '│' => "|",
        '›' | '▸' => ">",
        '▪' | '▫' | '▾' | '▿' | '▴' | '▵' | '└' | '╷' => "+",
        '•' | '●' => "@",
        '×' => "x",
        '■' | '═' => "#",
        '├' => "[",
        '┤' => "]",
        '┼' => "0",
        '◂' | '‹' => "<",
        '◆' => "*",
        '«' => "{",
        '»' => "}",
        '━' => "=",
        '░' | '┊' => ":",
        '○' => "o",
        '◇' => "&",
        '┃' => "H",
        '┈' => ".",
        '┴' | '▲' => "^",
        '┬' | '▼' => "v",
        '≡' => "M",
        '◊' => "d",
        '⊞' => "W",
        '⊡' => "w",
        '╌' => "_",
        '◈' => "$",
        '★' => "%",
        '☆' => "s",
        '⊕' => "e",
        '◉' => "R",
        '◎' => "r",
        _ => return None,
    })
}

/// A row or an area without its first columns.
pub(super) fn skip(area: Rect, cells: u16) -> Rect {
    let cells = cells.min(area.width);
    Rect { x: area.x + cells, width: area.width - cells, ..area }
}

/// The cells that a text takes.
pub(super) fn cells(text: &str) -> u16 {
    u16::try_from(width(text)).unwrap_or(u16::MAX)
}

/// The longer of two texts if it fits into `room` cells, else the shorter one if that does.
pub(super) fn fitting<'t>(
    long: &'t str,
    short: &'t str,
    room: u16,
    theme: &Theme,
) -> Option<&'t str> {
    [long, short].into_iter().find(|text| cells(&shown(text, theme)) <= room)
}

/// The text in the theme's characters, cut to `cells`.
pub(super) fn cut(text: &str, cells: u16, theme: &Theme) -> String {
    let shown = shown(text, theme);
    match fit(&shown, usize::from(cells)) {
        Cow::Owned(cut) => cut.replace('…', theme.pick("…", "~")),
        Cow::Borrowed(whole) => whole.to_owned(),
    }
}

/// The text as the theme's characters can show it.
pub fn shown<'t>(text: &'t str, theme: &Theme) -> Cow<'t, str> {
    match theme.glyphs() {
        Glyphs::Unicode => Cow::Borrowed(text),
        Glyphs::Ascii => ascii(text),
    }
}

/// A change in words, `8 → 7.6`, as the theme's characters can show it: here the arrow does not
/// name a key.
pub(super) fn from_to(text: &str, theme: &Theme) -> String {
    shown(&text.replace(" → ", theme.pick(" → ", " -> ")), theme).into_owned()
}

fn ascii(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match stand_in(c) {
            Some(stand_in) => out.push_str(stand_in),
            None => out.push(c),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arrow_is_a_key_and_a_limit_a_sign_that_points_into_what_it_allows() {
        assert_eq!(ascii("↓ j, ┬ at most, ≤ 70"), "Down j, v at most, <= 70");
    }
}
