use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::Model;
use crate::app::panels::CardLine;
use crate::app::text::{width, wrap};
use crate::ui::canvas::{Canvas, shown};
use crate::ui::card::LABELS;
use crate::ui::{Theme, panel};

/// A page to print on: its report, its signs, its width in cells.
#[derive(Clone, Copy)]
pub(crate) struct Paper<'m> {
    pub(crate) model: &'m Model,
    pub(crate) theme: &'m Theme,
    pub(crate) cells: u16,
}

impl Paper<'_> {
    /// One line as the screen draws it, read off as text.
    pub(crate) fn line(&self, draw: impl FnOnce(Rect, &mut Canvas<'_>)) -> String {
        let area = Rect::new(0, 0, self.cells, 1);
        let mut buffer = Buffer::empty(area);
        draw(area, &mut Canvas::new(&mut buffer, self.theme));
        let end = buffer.content.iter().rposition(|cell| cell.symbol() != " ");
        let drawn = buffer.content.get(..end.map_or(0, |end| end + 1)).unwrap_or_default();
        let mut line = String::with_capacity(drawn.len() * 2);
        // A wide character takes the cells behind it, too.
        let mut taken = 0;
        for cell in drawn {
            if taken == 0 {
                line.push_str(cell.symbol());
                taken = width(cell.symbol());
            }
            taken = taken.saturating_sub(1);
        }
        line.truncate(line.trim_end().len());
        line
    }

    /// Running text.
    pub(crate) fn text(&self, text: &str) -> Vec<String> {
        wrap(&shown(text, self.theme), usize::from(self.cells))
    }

    /// Running text indented by `indent` cells; the lines after the first by two more.
    pub(crate) fn indented(&self, text: &str, indent: usize) -> Vec<String> {
        let room = usize::from(self.cells).saturating_sub(indent + 2);
        let lines = wrap(&shown(text, self.theme), room).into_iter().enumerate();
        let gap = |at: usize| " ".repeat(indent + if at > 0 { 2 } else { 0 });
        lines.map(|(at, line)| format!("{}{line}", gap(at))).collect()
    }

    /// The entries of a legend, as many on a line as fit.
    pub(crate) fn signs<'t>(&self, signs: impl Iterator<Item = &'t str>) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for sign in signs {
            let sign = panel::signs(sign, self.theme);
            match lines.last_mut() {
                Some(line) if width(line) + 3 + width(&sign) <= usize::from(self.cells) => {
                    line.push_str("   ");
                    line.push_str(&sign);
                }
                _ => lines.extend(self.text(&sign)),
            }
        }
        lines
    }

    /// A line across.
    pub(crate) fn rule(&self) -> String {
        self.theme.pick("─", "-").repeat(usize::from(self.cells))
    }

    /// The line of a card, broken anew where its ASCII characters take more cells than its signs.
    pub(crate) fn reflowed(&self, line: CardLine) -> Vec<CardLine> {
        let (make, text): (fn(String) -> CardLine, &str) = match &line {
            CardLine::Title(text) => (CardLine::Title, text),
            CardLine::Quote(text) => (CardLine::Quote, text),
            CardLine::Reading(text) => (CardLine::Reading, text),
            CardLine::Finding(text) => (CardLine::Finding, text),
            CardLine::Text(text) => (CardLine::Text, text),
            CardLine::Legend(text) => (CardLine::Legend, text),
            CardLine::Warning(text) => (CardLine::Warning, text),
            CardLine::Place(text) => (CardLine::Place, text),
            CardLine::Field(_, text) => (|text| CardLine::Field("", text), text),
            CardLine::Heading(_)
            | CardLine::Ruler(..)
            | CardLine::Bar(_)
            | CardLine::Chart(_)
            | CardLine::Claim(..)
            | CardLine::Blank => return vec![line],
        };
        let is_field = matches!(line, CardLine::Field(..));
        let room = usize::from(self.cells.saturating_sub(if is_field { LABELS } else { 0 }));
        let shown = shown(text, self.theme);
        if width(&shown) <= room {
            return vec![line];
        }
        let mut lines: Vec<CardLine> = wrap(&shown, room).into_iter().map(make).collect();
        if let (Some(CardLine::Field(label, _)), CardLine::Field(own, _)) =
            (lines.first_mut(), &line)
        {
            *label = own;
        }
        lines
    }
}
