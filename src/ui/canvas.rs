use std::borrow::Cow;

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use crate::app::text::{fit, width};
use crate::ui::{Glyphs, Theme};

/// The most cells of one character, less one: of emoji two, of some syllables more.
const WIDEST_CHARACTER: u16 = 7;

/// The buffer of a frame, written to in cells; what would lie outside is left out.
pub(super) struct Canvas<'b> {
    buffer: &'b mut Buffer,
    ascii: bool,
}

impl<'b> Canvas<'b> {
    pub(super) fn new(buffer: &'b mut Buffer, theme: &Theme) -> Self {
        Self { buffer, ascii: theme.glyphs() == Glyphs::Ascii }
    }

    /// Writes text from a cell on, cut to so many cells; returns the cell after it.
    pub(super) fn text(&mut self, x: u16, y: u16, cells: u16, text: &str, style: Style) -> u16 {
        let text = if self.ascii { ascii(text) } else { Cow::Borrowed(text) };
        let text = match fit(&text, usize::from(cells)) {
            Cow::Owned(cut) if self.ascii => Cow::Owned(cut.replace('…', "~")),
            fitted => fitted,
        };
        if !self.buffer.area.contains((x, y).into()) {
            return x;
        }
        self.buffer.set_stringn(x, y, &text, usize::from(cells), style).0
    }

    /// Writes text with some of its characters, counted from 0, in another style; returns the cell
    /// after it.
    pub(super) fn marked(
        &mut self,
        (x, y): (u16, u16),
        cells: u16,
        text: &str,
        letters: &[usize],
        (style, mark): (Style, Style),
    ) -> u16 {
        let whole = if self.ascii { ascii(text) } else { Cow::Borrowed(text) };
        let fitted = fit(&whole, usize::from(cells));
        let kept = if fitted == whole { whole.len() } else { fitted.trim_end_matches('…').len() };
        let (mut at, mut chars, mut bytes) = (x, 0, 0);
        for cluster in text.graphemes(true) {
            let shown = if self.ascii { ascii(cluster) } else { Cow::Borrowed(cluster) };
            let end = chars + cluster.chars().count();
            bytes += shown.len();
            if bytes > kept {
                break;
            }
            let first = letters.partition_point(|letter| *letter < chars);
            let is_marked = letters.get(first).is_some_and(|letter| *letter < end);
            let room = (x + cells).saturating_sub(at);
            at = self.text(at, y, room, cluster, if is_marked { mark } else { style });
            chars = end;
        }
        if kept < whole.len() {
            self.text(at, y, (x + cells).saturating_sub(at), "…", style)
        } else {
            at
        }
    }

    /// Sets one cell to one of our own signs, one cell wide.
    pub(super) fn glyph(&mut self, x: u16, y: u16, sign: &'static str, style: Style) {
        let sign = match stand_in(sign) {
            Some(stand_in) if self.ascii => stand_in,
            _ => sign,
        };
        if let Some(cell) = self.buffer.cell_mut((x, y)) {
            cell.set_symbol(sign).set_style(style);
        }
    }

    /// Writes text that ends at the right edge of so many cells.
    pub(super) fn right(&mut self, x: u16, y: u16, cells: u16, text: &str, style: Style) {
        let shown = if self.ascii { ascii(text) } else { Cow::Borrowed(text) };
        let wide = u16::try_from(width(&shown)).unwrap_or(u16::MAX).min(cells);
        self.text(x + (cells - wide), y, wide, text, style);
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

    /// Gives the theme's background to every cell that has no colours yet: those on which nothing
    /// is drawn, those made empty, and those that lie under the second half of a wide character.
    pub(super) fn fill(&mut self, theme: &Theme) {
        let Some(ground) = theme.ground() else { return };
        for cell in &mut self.buffer.content {
            if cell.bg == Cell::EMPTY.bg {
                cell.set_style(ground);
            }
        }
    }

    /// Takes away a character that reaches over a cell from the left: half of it cannot stay.
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

/// The signs of our own that ASCII has no room for, and what stands for them.
///
/// Letters of the file stay as they are: no stand-in could be read. Of two entries that begin
/// alike the longer comes first.
const STAND_INS: &[(&str, &str)] = &[
    ("≤", "<="),
    ("≥", ">="),
    ("≈", "~"),
    ("−", "-"),
    ("–", "-"),
    ("—", "-"),
    ("“", "\""),
    ("”", "\""),
    ("’", "'"),
    ("·", "|"),
    ("…", "~"),
    ("¶", "par. "),
    ("×", "x"),
    ("±", "+/-"),
    ("›", ">"),
    ("▲", "^"),
    ("▼", "v"),
    // Where a whisker has no end; alone the arrows are keys.
    ("┆↑", "!^"),
    ("┆↓", "!v"),
    ("↑", "Up "),
    ("↓", "Down"),
    ("←", "Left "),
    ("→", "Right"),
    ("■", "#"),
    ("□", "-"),
    ("▪", "+"),
    ("▫", "~"),
    ("├", "["),
    ("┤", "]"),
    ("┼", "0"),
    ("▸", ">"),
    ("◂", "<"),
    ("◆", "*"),
    ("«", "{"),
    ("»", "}"),
    ("━", "="),
    ("▒", "~"),
    ("╎", "|"),
    ("░", ":"),
    ("•", "@"),
    ("●", "@"),
    ("○", "o"),
    ("◇", "&"),
    ("△", "A"),
    ("▽", "V"),
    ("▴", "u"),
    ("▾", "d"),
    ("▵", "u"),
    ("▿", "d"),
    ("┃", "H"),
    ("┆", "!"),
    ("│", "|"),
    ("─", "-"),
    ("╭", "."),
    ("╮", "."),
    ("╰", "'"),
    ("╯", "'"),
    ("└", "+"),
    ("┬", "+"),
    ("╌", "_"),
];

/// The text as the theme's characters can show it.
pub fn shown<'t>(text: &'t str, theme: &Theme) -> Cow<'t, str> {
    match theme.glyphs() {
        Glyphs::Unicode => Cow::Borrowed(text),
        Glyphs::Ascii => ascii(text),
    }
}

/// A change in words, `8 → 7.6`, as the theme's characters can show it: its arrow is no key.
pub(super) fn from_to(text: &str, theme: &Theme) -> String {
    shown(&text.replace(" → ", theme.pick(" → ", " -> ")), theme).into_owned()
}

fn ascii(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let found = STAND_INS.iter().find(|(own, _)| !c.is_ascii() && rest.starts_with(own));
        let after = if let Some((own, stand_in)) = found {
            out.push_str(stand_in);
            rest.strip_prefix(own)
        } else {
            out.push(c);
            rest.strip_prefix(c)
        };
        rest = after.unwrap_or_default();
    }
    Cow::Owned(out)
}

fn stand_in(sign: &str) -> Option<&'static str> {
    STAND_INS.iter().find(|(own, _)| *own == sign).map(|(_, stand_in)| *stand_in)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arrow_alone_is_a_key_and_at_a_whisker_a_direction() {
        assert_eq!(ascii("↓ j, ┆↓ or lower, ≤ 70"), "Down j, !v or lower, <= 70");
    }
}
