mod columns;
mod rows;

use crate::app::panels::VisibleSet;
use crate::app::text::reveal;
use crate::report::{Day, EventIx, IndicatorIx, ItemIx, Period, Report};

pub use columns::TimelineColumns;
pub(crate) use rows::in_reading;
use rows::{Dated, Rows, cover, float, in_order};

/// A stretch of time, in days since 1970-01-01; `from` is before `to`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// Its first edge.
    pub from: f64,
    /// Its last edge.
    pub to: f64,
}

/// The timeline panel: events and, if switched on, the periods of indicators in the order of
/// their dates, and the time that is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// Positions in [`Report::events`], by date; undated events come last.
    pub order: Vec<EventIx>,
    /// Whether the reference periods of indicators stand among the events.
    pub periods: bool,
    /// The selected row.
    pub row: usize,
    /// The first row in view.
    pub offset: usize,
    /// The time that is drawn.
    pub span: Span,
    whole: Span,
    events: Rows,
    all: Rows,
    /// The events that bear on each indicator, in the order of their dates.
    bearing: Vec<Vec<EventIx>>,
    /// The row of each indicator among all rows; undated ones have none.
    places: Vec<Option<usize>>,
    /// The selected indicator when the row was last brought to it.
    seen: Option<IndicatorIx>,
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
}

/// No closer than a week.
const CLOSEST: f64 = 7.0;
/// No wider than so many times all there is.
const WIDEST: f64 = 2.0;

impl Timeline {
    /// The shown events and dated indicators of a report by date, and a span that holds all of
    /// them, the hidden ones, too, and the as-of day.
    pub fn new(report: &Report, as_of: Day, shown: &VisibleSet) -> Self {
        let (mut dated, mut undated) = in_order(report, as_of);
        let whole = whole(dated.iter().flat_map(|dated| dated.days).flatten(), as_of);
        dated.retain(|dated| shown.has(dated.row));
        undated.retain(|row| shown.has(*row));
        let is_event = |dated: &&Dated| matches!(dated.row, ItemIx::Event(_));
        let events = Rows::new(dated.iter().filter(is_event), &undated, report, as_of);
        let all = Rows::new(dated.iter(), &undated, report, as_of);
        let mut places = vec![None; report.indicators.len()];
        for (place, row) in all.list.iter().enumerate() {
            if let ItemIx::Indicator(ix) = row
                && let Some(slot) = places.get_mut(ix.get())
            {
                *slot = Some(place);
            }
        }
        let order: Vec<_> = events.list.iter().filter_map(|item| item.event()).collect();
        let mut bearing = vec![Vec::new(); report.indicators.len()];
        for at in &order {
            for ix in report.event(*at).into_iter().flat_map(|event| &event.indicators) {
                if let Some(events) = bearing.get_mut(ix.get()) {
                    events.push(*at);
                }
            }
        }
        Self { order, span: whole, whole, events, all, bearing, places, ..Self::default() }
    }

    /// The timeline of another reading of the report: what is drawn and what is selected stay.
    pub(crate) fn reloaded(
        &self,
        old: &Report,
        new: &Report,
        as_of: Day,
        shown: &VisibleSet,
    ) -> Self {
        let mut timeline = Self { periods: self.periods, ..Self::new(new, as_of, shown) };
        let zoomed = self.span != self.whole && !self.all.list.is_empty();
        if zoomed && timeline.whole.contains(self.span.middle()) {
            timeline.span = self.span;
        }
        timeline.row = self.row.min(timeline.rows().len().saturating_sub(1));
        if let Some(row) = self.current().and_then(|row| in_reading(row, old, new)) {
            timeline.stand_on(row);
        }
        // The row stays where it is on the screen, whatever came or went above it.
        timeline.offset = (self.offset + timeline.row).saturating_sub(self.row);
        timeline
    }

    /// Shows other items of the same report: what is drawn and what is selected stay.
    pub(crate) fn show(&mut self, report: &Report, as_of: Day, shown: &VisibleSet) {
        let seen = self.seen;
        *self = self.reloaded(report, report, as_of, shown);
        self.seen = seen;
    }

    /// The rows in their order.
    pub fn rows(&self) -> &[ItemIx] {
        &self.shown().list
    }

    /// The selected row; `None` where there are none.
    pub fn current(&self) -> Option<ItemIx> {
        self.rows().get(self.row).copied()
    }

    /// The events that bear on an indicator, in the order of their dates.
    pub fn bearing(&self, ix: IndicatorIx) -> &[EventIx] {
        self.bearing.get(ix.get()).map_or(&[], Vec::as_slice)
    }

    /// The widest date in words, in cells.
    pub fn widest_date(&self) -> usize {
        self.shown().widest_date
    }

    /// The widest title, in cells.
    fn widest_title(&self) -> usize {
        self.shown().widest_title
    }

    fn shown(&self) -> &Rows {
        if self.periods { &self.all } else { &self.events }
    }

    /// Adds the indicators' reference periods, or takes them away; the selected row stays.
    pub(crate) fn switch_periods(&mut self) {
        let before = self.rows().get(..=self.row).unwrap_or_default();
        let events = before.iter().filter(|row| matches!(row, ItemIx::Event(_))).count();
        let current = self.current();
        self.periods = !self.periods;
        // Where the row is gone, the event before it is the nearest.
        self.row = events.saturating_sub(1);
        if let Some(row) = current {
            self.stand_on(row);
        }
    }

    /// Selects the row of an item, if it has one.
    pub(crate) fn stand_on(&mut self, row: ItemIx) {
        let place = match row {
            ItemIx::Indicator(ix) => {
                self.places.get(ix.get()).copied().flatten().filter(|_| self.periods)
            }
            ItemIx::Event(_) => self.rows().iter().position(|other| *other == row),
        };
        self.row = place.unwrap_or(self.row);
    }

    /// Learns which indicator is selected; where that is news, its row is selected here, too, or
    /// the first event that bears on it, unless the row is to stay.
    pub(crate) fn see(&mut self, selected: Option<IndicatorIx>, stay: bool) {
        if self.seen == selected {
            return;
        }
        self.seen = selected;
        let Some(ix) = selected.filter(|_| !stay) else { return };
        let has_row = self.periods && self.places.get(ix.get()).is_some_and(Option::is_some);
        match self.bearing(ix).first() {
            Some(first) if !has_row => {
                self.stand_on(ItemIx::Event(*first));
                // The others come after it.
                self.offset = self.row;
            }
            _ => self.stand_on(ItemIx::Indicator(ix)),
        }
    }

    /// Draws less time (`factor` below 1) or more, about the selected row's date if it is drawn.
    pub(crate) fn zoom(&mut self, report: &Report, factor: f64) {
        let anchor = self
            .current()
            .and_then(|row| row.date(report))
            .and_then(center)
            .filter(|day| self.span.contains(*day))
            .unwrap_or(self.span.middle());
        let length = self.span.length() * factor;
        let widest = self.whole.length() * WIDEST;
        if !(CLOSEST..=widest).contains(&length) {
            return;
        }
        let share = (anchor - self.span.from) / self.span.length();
        let from = anchor - share * length;
        self.span = Span { from, to: from + length };
    }

    /// The time of a period as far as there is something in it, and at least a week of it.
    ///
    /// # Errors
    /// If nothing lies in it: what the user is then told.
    pub(crate) fn span_of(&self, period: &Period) -> Result<Span, String> {
        let edge = |day: Option<Day>, after: i64| day.map(|day| float(day.to_epoch() + after));
        let from = edge(period.start(), 0).unwrap_or(self.whole.from);
        let to = edge(period.end(), 1).unwrap_or(self.whole.to);
        if !self.shown().any_between(from, to) {
            let year = |at: f64| day(at).ymd().0;
            let (from, to) = (year(self.whole.from), year(self.whole.to - 1.0));
            return Err(format!("nothing lies in that time, but from {from} to {to}"));
        }
        let from = from.max(self.whole.from);
        Ok(Span { from, to: to.min(self.whole.to).max(from + CLOSEST) })
    }

    /// Draws a stretch of time. The selected row becomes the first one that lies in it, at the top,
    /// unless the selected one does.
    pub(crate) fn draw(&mut self, span: Span, report: &Report, as_of: Day) {
        self.span = span;
        let lies_in = |row: &ItemIx| {
            let days = row.date(report).map(|date| cover(date, as_of));
            days.is_some_and(|(from, to)| float(from) < self.span.to && float(to) > self.span.from)
        };
        let is_there = self.current().is_some_and(|row| lies_in(&row));
        let first = self.rows().iter().position(lies_in).filter(|_| !is_there);
        if let Some(first) = first {
            (self.row, self.offset) = (first, first);
        }
    }

    /// Whether something else than all of the time is drawn.
    pub fn is_zoomed(&self) -> bool {
        self.span != self.whole
    }

    /// Draws all of the time again.
    pub(crate) fn zoom_all(&mut self) {
        self.span = self.whole;
    }

    /// Draws earlier (negative) or later time, by a share of what is drawn.
    ///
    /// Nobody gets lost in empty centuries: where a step would lead to nothing, it goes on to the
    /// next thing on that side, and stays where it is if there is none. The band counts as one.
    pub(crate) fn pan(&mut self, share: f64, band: Option<&Period>, as_of: Day) {
        let length = self.span.length();
        let by = length * share;
        let moved = Span { from: self.span.from + by, to: self.span.to + by };
        if !self.whole.contains(moved.middle()) {
            return;
        }
        let band = band.map(|date| cover(date, as_of)).map(|(from, to)| (float(from), float(to)));
        let rows = self.shown();
        if rows.any_between(moved.from, moved.to)
            || band.is_some_and(|(from, to)| from < moved.to && to > moved.from)
        {
            self.span = moved;
        } else if share > 0.0 {
            let band = band.map(|(from, _)| from).filter(|from| *from >= moved.to);
            let next = rows.next_start(moved.to).into_iter().chain(band).reduce(f64::min);
            if let Some(next) = next.filter(|day| self.whole.contains(*day)) {
                self.span = Span { from: next + by - length, to: next + by };
            }
        } else {
            let band = band.map(|(_, to)| to).filter(|to| *to <= moved.from);
            let last = rows.last_end(moved.from).into_iter().chain(band).reduce(f64::max);
            if let Some(last) = last.filter(|day| self.whole.contains(*day)) {
                self.span = Span { from: last + by, to: last + by + length };
            }
        }
    }

    /// Moves the time that is drawn by a share of it, if something is drawn there; says whether.
    pub(crate) fn slide(&mut self, share: f64) -> bool {
        let by = self.span.length() * share;
        let moved = Span { from: self.span.from + by, to: self.span.to + by };
        let is_there =
            self.whole.contains(moved.middle()) && self.shown().any_between(moved.from, moved.to);
        if is_there {
            self.span = moved;
        }
        is_there
    }

    /// Scrolls so that the selected row is in view.
    pub(crate) fn reveal(&mut self, view: usize) {
        self.offset = reveal(self.offset, view, self.rows().len(), self.row, self.row);
    }
}

/// Whole years about all dates and the as-of day, so that the first tick stands at the edge.
fn whole(days: impl Iterator<Item = Day>, as_of: Day) -> Span {
    let (first, last) =
        days.fold((as_of, as_of), |(first, last), day| (first.min(day), last.max(day)));
    let from = Day::new(first.ymd().0, 1, 1).to_epoch();
    let to = Day::new(last.ymd().0 + 1, 1, 1).to_epoch();
    // At the last year that a day can have there is no next one.
    Span { from: float(from), to: float(to.max(last.to_epoch() + 1)) }
}

/// The day that a time in days since 1970-01-01 lies in.
#[expect(clippy::cast_possible_truncation, reason = "days of a calendar are far below 2⁵²")]
fn day(at: f64) -> Day {
    Day::from_epoch(at.floor() as i64)
}

/// The middle of a period, in days since 1970-01-01; the one end that is stated, where the other
/// is open or unknown.
pub(crate) fn center(period: &Period) -> Option<f64> {
    let day = |d: Option<Day>| d.map(|d| float(d.to_epoch()));
    match (day(period.start()), day(period.end())) {
        (Some(start), Some(end)) => Some(f64::midpoint(start, end + 1.0)),
        (start, end) => start.or(end),
    }
}
