use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::Model;
use crate::app::panels::CardLine;
use crate::app::text::{width, wrap};
use crate::ui::canvas::{Canvas, shown};
use crate::ui::card::LABELS;
use crate::ui::{Theme, panel};

/// What is printed on, and with which signs.
#[derive(Clone, Copy)]
pub(crate) struct Paper<'m> {
    pub(crate) model: &'m Model,
    pub(crate) theme: &'m Theme,
    pub(crate) cells: u16,
}

impl Paper<'_> {
    /// One line as the screen draws it, read off as text.
    pub(crate) fn line(&self, draw: impl FnOnce(Rect, &mut Canvas<'_>)) -> String {
        self.line_of(self.cells, draw)
    }

    /// The line of a card; an address that is longer than the line goes on beyond its end.
    pub(crate) fn card_line(
        &self,
        line: &CardLine,
        draw: impl FnOnce(Rect, &mut Canvas<'_>),
    ) -> String {
        let cells = match line {
            CardLine::Field(_, text) => width(text) + usize::from(LABELS),
            _ => 0,
        };
        self.line_of(u16::try_from(cells).unwrap_or(u16::MAX).max(self.cells), draw)
    }

    fn line_of(&self, cells: u16, draw: impl FnOnce(Rect, &mut Canvas<'_>)) -> String {
        let area = Rect::new(0, 0, cells, 1);
        let mut buffer = Buffer::empty(area);
        draw(area, &mut Canvas::new(&mut buffer, self.theme));
        let mut line = String::new();
        // A wide character takes the cells behind it, too.
        let mut taken = 0;
        for cell in &buffer.content {
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

    /// Running text that begins so many cells to the right, and goes on two further.
    pub(crate) fn indented(&self, text: &str, indent: usize) -> Vec<String> {
        let room = usize::from(self.cells).saturating_sub(indent + 2);
        let lines = wrap(&shown(text, self.theme), room).into_iter().enumerate();
        let gap = |at: usize| " ".repeat(indent + if at > 0 { 2 } else { 0 });
        lines.map(|(at, line)| format!("{}{line}", gap(at))).collect()
    }

    /// What signs mean, as many on a line as fit.
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

    /// The line of a card, broken anew where its stand-ins in ASCII are wider than its signs.
    pub(crate) fn reflowed(&self, line: CardLine) -> Vec<CardLine> {
        let cells = usize::from(self.cells);
        let make: fn(String) -> CardLine = match &line {
            CardLine::Title(_) => CardLine::Title,
            CardLine::Quote(_) => CardLine::Quote,
            CardLine::Reading(_) => CardLine::Reading,
            CardLine::Text(_) => CardLine::Text,
            CardLine::Legend(_) => CardLine::Legend,
            CardLine::Warning(_) => CardLine::Warning,
            CardLine::Place(_) => CardLine::Place,
            CardLine::Field(label, text) => {
                let room = cells.saturating_sub(usize::from(LABELS));
                let mut label = *label;
                return match self.broken(text, room) {
                    None => vec![line],
                    Some(lines) => {
                        let field = |text| CardLine::Field(std::mem::take(&mut label), text);
                        lines.into_iter().map(field).collect()
                    }
                };
            }
            CardLine::Heading(_)
            | CardLine::Ruler(..)
            | CardLine::Bar(_)
            | CardLine::Chart(_)
            | CardLine::Blank => return vec![line],
        };
        let (CardLine::Title(text)
        | CardLine::Quote(text)
        | CardLine::Reading(text)
        | CardLine::Text(text)
        | CardLine::Legend(text)
        | CardLine::Warning(text)
        | CardLine::Place(text)) = &line
        else {
            return vec![line];
        };
        match self.broken(text, cells) {
            None => vec![line],
            Some(lines) => lines.into_iter().map(make).collect(),
        }
    }

    /// The lines of a text that takes more cells than it was given.
    fn broken(&self, text: &str, room: usize) -> Option<Vec<String>> {
        let shown = shown(text, self.theme);
        (width(&shown) > room && shown.contains(' ')).then(|| wrap(&shown, room))
    }
}
