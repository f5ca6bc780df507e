use ratatui::layout::Rect;

use super::place::place;
use crate::app::document::Evidence;
use crate::app::nav::Hit;
use crate::app::text::{Wish, allocate};
use crate::report::{ItemIx, Report};
use crate::ui::canvas::{Canvas, fitting, skip};

const MARKER: u16 = 1;
const GAP: u16 = 2;
/// Below this many cells a line has no column for dates.
const WITH_DATES: u16 = 74;
/// Below this many cells a line shows short labels.
const WITH_LABELS: u16 = 110;
const LONG_DATE: u16 = 11;
/// The cells that a figure leaves to a longer label.
const LEAST_LABEL: u16 = 8;
/// The cells that titles leave to the place of the words, and the fewest in which it says something.
const PLACE: u16 = 14;
const LEAST_PLACE: u16 = 10;

/// A line of the list.
pub(super) struct Row<'m> {
    is_event: bool,
    pub(super) label: &'m str,
    /// The figure in words; like the reading, it is never cut.
    figure: String,
    reading: String,
    date: String,
    /// Where the words stand that are not in the label, from the longest text to the shortest.
    place: Vec<String>,
}

/// The columns of the lines, in cells.
#[derive(Clone, Copy, Default)]
pub(super) struct Columns {
    label: u16,
    /// Figures in words; where these leave no room for the place of the words, their readings.
    figure: u16,
    date: u16,
}

impl Columns {
    pub(super) fn new(rows: &[Row<'_>], line: u16, canvas: &Canvas<'_>) -> Self {
        let mut widest = Self::default();
        let (mut title, mut reading) = (0, 0);
        for row in rows {
            let label = if row.is_event { &mut title } else { &mut widest.label };
            *label = canvas.cells(row.label).max(*label);
            widest.figure = canvas.cells(&row.figure).max(widest.figure);
            reading = canvas.cells(&row.reading).max(reading);
            widest.date = canvas.cells(&row.date).max(widest.date);
        }
        let date = if line < WITH_DATES { 0 } else { widest.date.min(LONG_DATE) };
        let others = MARKER + widest.label + date + 3 * GAP + PLACE;
        let has_room = others + widest.figure <= line;
        let figure = if has_room { widest.figure } else { reading.min(widest.figure) };
        let figure = figure.min(line / 5 * 2);
        let fixed = |cells: u16, rank| Wish { min: cells, want: cells, grow: 0, rank };
        // A title of an event takes the room of a label and a figure.
        let title = title.saturating_sub(figure + GAP);
        let label = Wish { min: 1, want: widest.label.max(1), grow: title, rank: 2 };
        let place = Wish { min: LEAST_PLACE, want: PLACE, grow: 0, rank: 3 };
        let wishes = [label, fixed(figure, 0), fixed(date, 1), place];
        // The last column has no gap after it.
        let cells = allocate(&wishes, GAP, (line + GAP).saturating_sub(MARKER));
        let [label, figure, date, _] = cells.try_into().unwrap_or_default();
        Self { label, figure, date }
    }
}

impl<'m> Row<'m> {
    pub(super) fn new(
        report: &'m Report,
        hit: Hit,
        evidence: Option<Evidence>,
        line: u16,
    ) -> Option<Self> {
        let place = place(hit, evidence, report);
        match hit.item {
            ItemIx::Indicator(ix) => {
                let indicator = report.indicator(ix)?;
                let has_room = line >= WITH_LABELS;
                Some(Self {
                    is_event: false,
                    label: if has_room { &indicator.label } else { indicator.short_label() },
                    figure: indicator.headline.figure(),
                    reading: indicator.headline.reading(),
                    date: indicator.headline.period_words(),
                    place,
                })
            }
            ItemIx::Event(at) => {
                let event = report.event(at)?;
                Some(Self {
                    is_event: true,
                    label: &event.title,
                    figure: String::new(),
                    reading: String::new(),
                    date: event.date_words(),
                    place,
                })
            }
        }
    }

    pub(super) fn draw(
        &self,
        columns: Columns,
        is_at_cursor: bool,
        matched: &[usize],
        row: Rect,
        canvas: &mut Canvas<'_>,
    ) {
        let theme = canvas.theme;
        let style = if is_at_cursor { theme.selected(true) } else { theme.plain() };
        if is_at_cursor {
            canvas.line(row, "›", theme.strong());
        }
        let row = skip(row, MARKER);
        let mut rest = if self.is_event {
            // An event has no figure: its title may take that room, and push its date to the right.
            let date = columns.date.max(canvas.cells(&self.date));
            let title = Rect { width: row.width.saturating_sub(date + GAP), ..row };
            let end = canvas.matched(title, self.label, matched, style).x;
            let column = columns.label + GAP + columns.figure;
            skip(row, column.max(end - row.x) + GAP)
        } else {
            // Without a label beside it, or cut, a figure could be taken for another.
            let beside = row.width.saturating_sub(GAP + columns.label.min(LEAST_LABEL));
            let figure = fitting(&self.figure, &self.reading, columns.figure, theme);
            let figure = figure.unwrap_or(&self.reading);
            let figure = if canvas.cells(figure) <= beside { figure } else { "…" };
            let width = columns.label.min(row.width.saturating_sub(canvas.cells(figure) + GAP));
            canvas.matched(Rect { width, ..row }, self.label, matched, style);
            let row = skip(row, width + GAP);
            let end = canvas.write(row, figure, theme.plain()).x;
            skip(row, columns.figure.max(end - row.x) + GAP)
        };
        if columns.date > 0 || self.is_event {
            let date = if canvas.cells(&self.date) <= rest.width { &*self.date } else { "" };
            let after = canvas.write(rest, date, theme.dim()).x;
            rest = skip(rest, columns.date.max(after - rest.x) + GAP);
        }
        if let Some(place) = self.place.iter().find(|text| canvas.cells(text) <= rest.width) {
            canvas.line(rest, place, theme.dim());
        }
    }
}
