use crate::app::scroll::reveal;
use crate::app::width;
use crate::report::{Day, Period, Report};

/// A stretch of time, in days since 1970-01-01; `from` is before `to`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// Its first edge.
    pub from: f64,
    /// Its last edge.
    pub to: f64,
}

/// The timeline panel: events in the order of their dates, and the time that is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// Positions in [`Report::events`], by date; undated events come last.
    pub order: Vec<usize>,
    /// The selected row.
    pub row: usize,
    /// The first row in view.
    pub offset: usize,
    /// The time that is drawn.
    pub span: Span,
    /// The widest date in words, in cells.
    pub widest_date: usize,
    whole: Span,
}

impl Default for Span {
    fn default() -> Self {
        Self { from: 0.0, to: 366.0 }
    }
}

/// No closer than a week.
const CLOSEST: f64 = 7.0;
/// No wider than so many times all there is.
const WIDEST: f64 = 2.0;

impl Timeline {
    /// The events of a report by date, and a span that holds them all and the as-of day.
    #[expect(clippy::cast_precision_loss, reason = "days of a calendar are far below 2⁵²")]
    pub fn new(report: &Report, as_of: Day) -> Self {
        let mut order: Vec<usize> = (0..report.events.len()).collect();
        let date = |at: &usize| report.events.get(*at).and_then(|event| event.date.as_ref());
        order.sort_by_key(|at| date(at).map_or((1, (0, 0)), |d| (0, d.sort_key())));
        let days = order
            .iter()
            .filter_map(date)
            .flat_map(|period| [period.start(), period.end()])
            .flatten()
            .chain([as_of]);
        let (first, last) = days.fold((i64::MAX, i64::MIN), |(first, last), day| {
            (first.min(day.to_epoch()), last.max(day.to_epoch()))
        });
        // Whole years, so that the first and the last tick stand at the edges.
        let from = Day::new(Day::from_epoch(first).ymd().0, 1, 1).to_epoch();
        let to = Day::new(Day::from_epoch(last).ymd().0 + 1, 1, 1).to_epoch();
        let whole = Span { from: from as f64, to: to as f64 };
        let widest_date =
            report.events.iter().map(|event| width(&event.date_words())).max().unwrap_or(0);
        Self { order, row: 0, offset: 0, span: whole, widest_date, whole }
    }

    /// Draws less time (`factor` below 1) or more, about the selected row's date if it is drawn.
    pub(super) fn zoom(&mut self, report: &Report, factor: f64) {
        let middle = f64::midpoint(self.span.from, self.span.to);
        let anchor = self
            .date(report)
            .and_then(center)
            .filter(|day| (self.span.from..=self.span.to).contains(day))
            .unwrap_or(middle);
        let length = (self.span.to - self.span.from) * factor;
        let widest = (self.whole.to - self.whole.from) * WIDEST;
        if !(CLOSEST..=widest).contains(&length) {
            return;
        }
        let share = (anchor - self.span.from) / (self.span.to - self.span.from);
        let from = anchor - share * length;
        self.span = Span { from, to: from + length };
    }

    /// Draws all of the time again.
    pub(super) fn zoom_all(&mut self) {
        self.span = self.whole;
    }

    /// Draws earlier (negative) or later time, by a share of what is drawn.
    pub(super) fn pan(&mut self, share: f64) {
        let by = (self.span.to - self.span.from) * share;
        let middle = f64::midpoint(self.span.from, self.span.to) + by;
        // The middle stays where something is: nobody gets lost in empty centuries.
        if (self.whole.from..=self.whole.to).contains(&middle) {
            self.span = Span { from: self.span.from + by, to: self.span.to + by };
        }
    }

    /// Scrolls so that the selected row is in view.
    pub(super) fn reveal(&mut self, view: usize) {
        self.offset = reveal(self.offset, view, self.order.len(), self.row, self.row);
    }

    /// The date of the selected event.
    fn date<'r>(&self, report: &'r Report) -> Option<&'r Period> {
        let at = *self.order.get(self.row)?;
        report.events.get(at)?.date.as_ref()
    }
}

#[expect(clippy::cast_precision_loss, reason = "days of a calendar are far below 2⁵²")]
fn center(period: &Period) -> Option<f64> {
    let (start, end) = (period.start(), period.end());
    let day = |d: Option<Day>| d.map(|d| d.to_epoch() as f64);
    match (day(start), day(end)) {
        (Some(start), Some(end)) => Some(f64::midpoint(start, end + 1.0)),
        (start, end) => start.or(end),
    }
}
