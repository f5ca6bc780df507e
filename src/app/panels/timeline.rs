//! The timeline panel: events by date on an axis of time, and the periods of indicators.

mod areas;
mod axis;
mod columns;
mod lanes;
mod rows;
mod steps;
mod track;

use std::ops::Range;

use ratatui::layout::Position;

use crate::app::panels::VisibleSet;
use crate::app::text::reveal;
use crate::report::{Day, EventIx, IndicatorIx, ItemIx, Period, Report, year_name};

pub use areas::{ALL_GROUPS, LaneAreas};
pub use axis::Axis;
pub(crate) use axis::{SLIVER, cell};
pub use columns::TimelineColumns;
pub use lanes::{Count, Lane, LaneOf, Lanes, Spot, Tally};
use rows::{Dated, Rows, cover, float, in_order};
pub use steps::Step;
pub(crate) use steps::month_words;
pub use track::{TrackCell, band, track};

/// A span of time, in days since 1970-01-01; `from` is before `to`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// Its start.
    pub from: f64,
    /// Its end.
    pub to: f64,
}

/// The timeline panel: rows in the order of their dates, and the span of time that is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// Positions in [`Report::events`], by date; undated events come last.
    pub order: Vec<EventIx>,
    /// Whether the reference periods of indicators have rows among the events.
    pub periods: bool,
    /// The selected row.
    pub row: usize,
    /// The first row in view.
    pub offset: usize,
    /// The time that is drawn.
    pub span: Span,
    /// The time of all dates and the as-of date, hidden items included.
    whole: Span,
    /// The rows without the periods of indicators.
    events: Rows,
    /// The rows with the periods of indicators.
    all: Rows,
    /// All events by their groups.
    pub lanes: Lanes,
    /// For each indicator the events that name it, in the order of their dates.
    events_of: Vec<Vec<EventIx>>,
    /// The indicator that was selected when the row last followed the selection.
    followed: Option<IndicatorIx>,
}

impl Default for Span {
    fn default() -> Self {
        Self { from: 0.0, to: 366.0 }
    }
}

impl Span {
    fn length(self) -> f64 {
        self.to - self.from
    }

    fn middle(self) -> f64 {
        f64::midpoint(self.from, self.to)
    }

    fn contains(self, day: f64) -> bool {
        (self.from..=self.to).contains(&day)
    }

    /// The span later by a share of its length.
    fn shifted(self, share: f64) -> Self {
        let by = self.length() * share;
        Self { from: self.from + by, to: self.to + by }
    }
}

/// The shortest span that zooming leads to: a week.
const CLOSEST: f64 = 7.0;
/// The longest span that zooming leads to, as a multiple of the whole time.
const WIDEST: f64 = 2.0;

impl Timeline {
    /// The visible events and dated indicators of a report, drawn over the whole time.
    pub fn new(report: &Report, as_of: Day, visible: &VisibleSet) -> Self {
        let (mut dated, mut undated) = in_order(report, as_of);
        let bases = report.indicators.iter().filter_map(|it| it.headline.base.as_ref()?.start());
        let ends = |dated: &Dated| [dated.stretch.start, dated.stretch.end];
        let days = dated.iter().flat_map(ends).flatten();
        let whole = whole(days.chain(bases), as_of);
        dated.retain(|dated| visible.has(dated.row));
        undated.retain(|row| visible.has(*row));
        let is_event = |dated: &&Dated| dated.row.event().is_some();
        let events = Rows::new(dated.iter().filter(is_event), &undated, report, as_of);
        let all = Rows::new(dated.iter(), &undated, report, as_of);
        let lanes = Lanes::new(dated.iter(), &undated, report);
        let order: Vec<_> = events.list.iter().filter_map(|item| item.event()).collect();
        let mut events_of = vec![Vec::new(); report.indicators.len()];
        for at in &order {
            for ix in report.event(*at).into_iter().flat_map(|event| &event.indicators) {
                if let Some(events) = events_of.get_mut(ix.get()) {
                    events.push(*at);
                }
            }
        }
        Self { order, span: whole, whole, events, all, lanes, events_of, ..Self::default() }
    }

    /// Draws the same time and selects the same row as before, with as many rows above it in view;
    /// `None` is the whole time.
    pub(crate) fn restore(&mut self, row: Option<ItemIx>, above: usize, span: Option<Span>) {
        let span = span.filter(|span| self.whole.contains(span.middle()));
        self.span = span.unwrap_or(self.whole);
        if let Some(row) = row.and_then(|row| self.place(row)) {
            (self.row, self.offset) = (row, row.saturating_sub(above));
        }
    }

    /// The rows in their order.
    pub fn rows(&self) -> &[ItemIx] {
        &self.shown().list
    }

    /// The selected row; `None` if there are no rows.
    pub fn current(&self) -> Option<ItemIx> {
        self.rows().get(self.row).copied()
    }

    /// The events that name an indicator, in the order of their dates.
    pub fn events_of(&self, ix: IndicatorIx) -> &[EventIx] {
        self.events_of.get(ix.get()).map_or(&[], Vec::as_slice)
    }

    /// The width of the widest date in words, in cells.
    pub fn widest_date(&self) -> usize {
        self.shown().widest_date
    }

    fn shown(&self) -> &Rows {
        if self.periods { &self.all } else { &self.events }
    }

    /// Shows or hides the reference periods of indicators; the selected row stays.
    pub(crate) fn toggle_periods(&mut self) {
        let before = self.rows().get(..=self.row).unwrap_or_default();
        let events = before.iter().filter(|row| row.event().is_some()).count();
        let current = self.current();
        self.periods = !self.periods;
        // If the row is hidden now, the event before it is the nearest.
        self.row = events.saturating_sub(1);
        if let Some(row) = current {
            self.select(row);
        }
    }

    /// The row of an item; `None` if it has none.
    fn place(&self, item: ItemIx) -> Option<usize> {
        self.rows().iter().position(|row| *row == item)
    }

    /// Selects the row of an item, if it has one.
    pub(crate) fn select(&mut self, row: ItemIx) {
        self.row = self.place(row).unwrap_or(self.row);
    }

    /// Follows the selected indicator: if it is another one than before, its row is selected, or
    /// else the first event that names it. With `stay` the row is not changed.
    pub(crate) fn follow(&mut self, selected: Option<IndicatorIx>, stay: bool) {
        if self.followed == selected {
            return;
        }
        self.followed = selected;
        let Some(ix) = selected.filter(|_| !stay) else { return };
        match (self.place(ix.into()), self.events_of(ix).first()) {
            (Some(row), _) => self.row = row,
            (None, Some(first)) => {
                self.select((*first).into());
                // The others come after it.
                self.offset = self.row;
            }
            (None, None) => {}
        }
    }

    /// Zooms in (`factor` below 1) or out, around the selected row's date if that is drawn.
    pub(crate) fn zoom(&mut self, report: &Report, factor: f64) {
        let date = self.current().and_then(|row| row.date(report)).and_then(center);
        let anchor = date.filter(|day| self.span.contains(*day)).unwrap_or(self.span.middle());
        let length = self.span.length() * factor;
        let widest = self.whole.length() * WIDEST;
        if !(CLOSEST..=widest).contains(&length) {
            return;
        }
        let share = (anchor - self.span.from) / self.span.length();
        let from = anchor - share * length;
        self.span = Span { from, to: from + length };
    }

    /// The span of a period within the whole time, and at least a week of it.
    ///
    /// # Errors
    /// A text for the user if nothing lies in that time.
    pub(crate) fn span_of(&self, period: &Period) -> Result<Span, String> {
        let edge = |day: Option<Day>, after: i64| day.map(|day| float(day.to_epoch() + after));
        let from = edge(period.start(), 0).unwrap_or(self.whole.from);
        let to = edge(period.end(), 1).unwrap_or(self.whole.to);
        if !self.shown().any_between(from, to) {
            let year = |at: f64| year_name(day(at).ymd().0);
            let (from, to) = (year(self.whole.from), year(self.whole.to - 1.0));
            return Err(format!("nothing lies in that time, but from {from} to {to}"));
        }
        let from = from.max(self.whole.from);
        Ok(Span { from, to: to.min(self.whole.to).max(from + CLOSEST) })
    }

    /// Draws a span of time. Unless the selected row lies in it, the first row that does is selected
    /// and scrolled to the top.
    pub(crate) fn draw(&mut self, span: Span, report: &Report, as_of: Day) {
        self.span = span;
        let lies_in = |row: &ItemIx| {
            let days = row.date(report).map(|date| cover(date, as_of));
            days.is_some_and(|(from, to)| float(from) < self.span.to && float(to) > self.span.from)
        };
        if self.current().is_none_or(|row| !lies_in(&row))
            && let Some(first) = self.rows().iter().position(lies_in)
        {
            (self.row, self.offset) = (first, first);
        }
    }

    /// Whether another span than the whole time is drawn.
    pub fn is_zoomed(&self) -> bool {
        self.span != self.whole
    }

    /// Draws the whole time again.
    pub(crate) fn zoom_all(&mut self) {
        self.span = self.whole;
    }

    /// Draws earlier (negative) or later time, by a share of the span.
    ///
    /// A step never leads into an empty span: it goes on to the next item on that side, and does
    /// nothing if there is none. The band counts as an item.
    pub(crate) fn pan(&mut self, share: f64, band: Option<&Period>, as_of: Day) {
        let length = self.span.length();
        let by = length * share;
        let moved = self.span.shifted(share);
        if !self.whole.contains(moved.middle()) {
            return;
        }
        let band = band.map(|date| cover(date, as_of)).map(|(from, to)| (float(from), float(to)));
        let rows = self.shown();
        let inside = |day: &f64| self.whole.contains(*day);
        let span = if rows.any_between(moved.from, moved.to)
            || band.is_some_and(|(from, to)| from < moved.to && to > moved.from)
        {
            Some(moved)
        } else if share > 0.0 {
            let band = band.map(|(from, _)| from).filter(|from| *from >= moved.to);
            let next = rows.next_start(moved.to).into_iter().chain(band).reduce(f64::min);
            next.filter(inside).map(|day| Span { from: day + by - length, to: day + by })
        } else {
            let band = band.map(|(_, to)| to).filter(|to| *to <= moved.from);
            let last = rows.last_end(moved.from).into_iter().chain(band).reduce(f64::max);
            last.filter(inside).map(|day| Span { from: day + by, to: day + by + length })
        };
        self.span = span.unwrap_or(self.span);
    }

    /// Moves the span by a share of it, if there is something in the new one; returns whether.
    pub(crate) fn drag(&mut self, share: f64) -> bool {
        let moved = self.span.shifted(share);
        let is_there =
            self.whole.contains(moved.middle()) && self.shown().any_between(moved.from, moved.to);
        if is_there {
            self.span = moved;
        }
        is_there
    }

    /// Counts what the lanes show, where that changed, and marks the events that bear on a figure.
    pub(crate) fn draw_lanes(
        &mut self,
        areas: &LaneAreas,
        on: Option<IndicatorIx>,
        report: &Report,
    ) {
        let columns = areas.step.stretches(self.span, usize::from(areas.track.width));
        self.lanes.draw(columns.unwrap_or_default(), areas.lanes());
        let events = on.and_then(|ix| self.events_of.get(ix.get()));
        self.lanes.mark(on, events.map_or(&[], Vec::as_slice), report);
    }

    /// The first and the last column of the lanes that a period touches.
    pub fn band(&self, date: &Period, as_of: Day) -> Option<(usize, usize)> {
        let (from, to) = cover(date, as_of);
        let columns = self.lanes.columns().iter();
        let touched =
            |column: &Range<Day>| column.start.to_epoch() < to && column.end.to_epoch() > from;
        let mut touched = columns.enumerate().filter(|(_, it)| touched(it)).map(|(at, _)| at);
        let first = touched.next()?;
        Some((first, touched.next_back().unwrap_or(first)))
    }

    /// The item that is drawn at a cell: in a lane the event after the selected one there, else the
    /// first; in the list that of the row.
    pub(crate) fn item_at(&self, areas: &LaneAreas, at: Position) -> Option<ItemIx> {
        if areas.list.contains(at) {
            let row = self.offset + usize::from(at.y - areas.list.y);
            return self.rows().get(row).copied();
        }
        let cell = at.x.checked_sub(areas.track.x).filter(|x| *x < areas.track.width)?;
        let column = usize::from(cell / areas.column.max(1));
        let current = self.current().and_then(ItemIx::event);
        let event = self.lanes.at(areas.lane_at(at.y)?, column, current)?;
        Some(event.into())
    }

    /// Scrolls so that the selected row is in view.
    pub(crate) fn reveal(&mut self, view: usize) {
        self.offset = reveal(self.offset, view, self.rows().len(), self.row, self.row);
    }
}

/// Whole years around all dates and the as-of date, so that the first tick is at the edge.
fn whole(days: impl Iterator<Item = Day>, as_of: Day) -> Span {
    let (first, last) =
        days.fold((as_of, as_of), |(first, last), day| (first.min(day), last.max(day)));
    let from = Day::new(first.ymd().0, 1, 1).to_epoch();
    let to = Day::new(last.ymd().0 + 1, 1, 1).to_epoch();
    // The last year that a day can have has no next one.
    Span { from: float(from), to: float(to.max(last.to_epoch() + 1)) }
}

/// The day of a time in days since 1970-01-01.
#[expect(clippy::cast_possible_truncation, reason = "days of a calendar are far below 2⁵²")]
fn day(at: f64) -> Day {
    Day::from_epoch(at.floor() as i64)
}

/// The middle of a period, in days since 1970-01-01, or the one end that is stated if the other is
/// open or unknown.
pub(crate) fn center(period: &Period) -> Option<f64> {
    let day = |d: Option<Day>| d.map(|d| float(d.to_epoch()));
    match (day(period.start()), day(period.end())) {
        (Some(start), Some(end)) => Some(f64::midpoint(start, end + 1.0)),
        (start, end) => start.or(end),
    }
}

#[cfg(test)]
mod tests;
