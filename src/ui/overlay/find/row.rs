use ratatui::layout::Rect;

use super::said::Said;
use crate::app::Model;
use crate::app::nav::Hit;
use crate::app::text::width;
use crate::report::ItemIx;
use crate::ui::Theme;
use crate::ui::canvas::{Canvas, shown};

const MARKER: u16 = 1;
const GAP: u16 = 2;
/// Below this many cells a line has no column for dates.
const WITH_DATES: u16 = 74;
/// Below this many cells a line shows short labels.
const WITH_LABELS: u16 = 110;
const LONG_DATE: u16 = 24;
/// The cells that a figure leaves to a longer label.
const LEAST_LABEL: u16 = 8;
/// The cells that titles leave to where the words stand.
const PLACE: u16 = 14;

/// A line of what was found.
pub(super) struct Row<'m> {
    is_event: bool,
    pub(super) label: &'m str,
    /// The figure in words and as a reading; neither is ever cut.
    figures: [String; 2],
    date: String,
    /// Where the words stand that are not in the label, from the longest form to the shortest.
    place: Vec<String>,
}

/// The columns of the lines, in cells.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    label: u16,
    figure: u16,
    date: u16,
}

impl Columns {
    pub(super) fn new(rows: &[Row<'_>], theme: &Theme, line: u16) -> Self {
        let cells = |text: &str| u16::try_from(width(&shown(text, theme))).unwrap_or(u16::MAX);
        let mut widest = Self { label: 0, figure: 0, date: 0 };
        let mut title = 0;
        for row in rows {
            if row.is_event {
                title = title.max(cells(row.label));
            } else {
                widest.label = widest.label.max(cells(row.label));
            }
            widest.figure = widest.figure.max(cells(&row.figures[0]));
            widest.date = widest.date.max(cells(&row.date));
        }
        let figure = widest.figure.min(line / 5 * 2);
        let date = if line < WITH_DATES { 0 } else { widest.date.min(LONG_DATE) };
        let rest = line.saturating_sub(MARKER + figure + date + 3 * GAP);
        // A title of an event takes the room of a label and a figure.
        let title = title.saturating_sub(figure + GAP).min(rest.saturating_sub(PLACE));
        let label = widest.label.max(title).min(rest);
        Self { label, figure, date }
    }
}

impl<'m> Row<'m> {
    pub(super) fn new(model: &'m Model, hit: Hit, area: Rect) -> Option<Self> {
        match hit.item {
            ItemIx::Indicator(ix) => {
                let indicator = model.doc.report.indicator(ix)?;
                let headline = &indicator.headline;
                let is_wide = area.width >= WITH_LABELS;
                Some(Self {
                    is_event: false,
                    label: if is_wide { &indicator.label } else { indicator.short_label() },
                    figures: [headline.figure(), headline.reading()],
                    date: headline.period_words(),
                    place: Said::indicator(indicator).at(hit.place, model),
                })
            }
            ItemIx::Event(at) => {
                let event = model.doc.report.event(at)?;
                Some(Self {
                    is_event: true,
                    label: &event.title,
                    figures: [String::new(), String::new()],
                    date: event.date_words(),
                    place: Said::event(event).at(hit.place, model),
                })
            }
        }
    }

    pub(super) fn draw(
        &self,
        columns: Columns,
        is_marked: bool,
        letters: &[usize],
        theme: &Theme,
        area: Rect,
        canvas: &mut Canvas<'_>,
    ) {
        let style = if is_marked { theme.selected(true) } else { theme.plain() };
        if is_marked {
            canvas.text(area.x, area.y, MARKER, "›", theme.strong());
        }
        let cells = |text: &str| u16::try_from(width(&shown(text, theme))).unwrap_or(u16::MAX);
        let x = area.x + MARKER;
        let room = area.right().saturating_sub(x);
        let figure = self.figures.iter().find(|f| cells(f) <= columns.figure);
        // Where even the reading has no room beside a label there is none: cut, it could be
        // another figure, and nobody could tell whose it is.
        let figure = figure.unwrap_or(&self.figures[1]);
        let beside = room.saturating_sub(GAP + columns.label.min(LEAST_LABEL));
        let figure = if cells(figure) <= beside { figure } else { "…" };
        let mut label = columns.label.min(room.saturating_sub(cells(figure) + GAP));
        if self.is_event {
            // An event has no figure: its title may take that room.
            label = room.saturating_sub(columns.date.max(cells(&self.date)) + GAP);
        }
        let styles = (style, theme.found(style));
        let end = canvas.marked((x, area.y), label, self.label, letters, styles);
        let (x, end) = if self.is_event {
            // Its date stands in the column of dates where its title leaves it.
            let x = x + columns.label + GAP + columns.figure + GAP;
            (x, end + GAP)
        } else {
            let x = x + label + GAP;
            let end = canvas.text(x, area.y, area.right().saturating_sub(x), figure, theme.plain());
            (x + columns.figure + GAP, end + GAP)
        };
        let mut x = x.max(end);
        if columns.date > 0 || self.is_event {
            let room = area.right().saturating_sub(x);
            let date = if cells(&self.date) <= room { &*self.date } else { "" };
            let end = canvas.text(x, area.y, room, date, theme.dim());
            x = (x + columns.date).max(end) + GAP;
        }
        let room = area.right().saturating_sub(x);
        let fits = |text: &&String| cells(text) <= room;
        if let Some(place) = self.place.iter().find(fits) {
            canvas.text(x, area.y, room, place, theme.dim());
        }
    }
}
