//! The rows of the timeline, in order, and the days that they cover.

use super::track::Stretch;
use crate::app::text::width;
use crate::report::{Day, ItemIx, Period, Report};

/// The cells of a row's title: that of an event, or a label with its figure.
fn title_cells(item: ItemIx, report: &Report) -> usize {
    let figure = match item {
        ItemIx::Indicator(ix) => report.indicator(ix).map(|i| 2 + width(&i.headline.figure())),
        ItemIx::Event(_) => None,
    };
    item.title(report).map_or(0, |title| width(title)) + figure.unwrap_or(0)
}

/// Rows in the order of their dates, undated ones last, and the days that they cover.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Rows {
    pub(super) list: Vec<ItemIx>,
    /// The width of the widest date in words, in cells.
    pub(super) widest_date: usize,
    /// The width of the widest title, in cells.
    pub(super) widest_title: usize,
    /// The days on which rows begin, sorted.
    starts: Vec<i64>,
    /// The days after those on which rows end, sorted.
    ends: Vec<i64>,
}

/// How many rows are measured for the widths of the columns; a wider text further down is cut.
const SAMPLE: usize = 1_000;

/// A row with its days, which are too expensive to compute twice.
pub(super) struct Dated {
    pub(super) row: ItemIx,
    pub(super) stretch: Stretch,
    /// The key that rows are sorted by.
    key: (i64, i64),
    /// As [`cover`] gives it.
    cover: (i64, i64),
}

impl Dated {
    fn new(row: ItemIx, date: &Period, as_of: Day) -> Self {
        let stretch = Stretch::new(date);
        let (start, end) = (stretch.start, stretch.end);
        let key = Period::order_of(start, end);
        Self { row, stretch, key, cover: cover_of(date, start, end, as_of) }
    }
}

/// The dated events and indicators in the order of their dates, then the undated events.
///
/// Undated indicators are left out, as a timeline has nothing to show for them.
pub(super) fn in_order(report: &Report, as_of: Day) -> (Vec<Dated>, Vec<ItemIx>) {
    let (mut dated, mut undated) = (Vec::new(), Vec::new());
    let events = report.indexed_events().map(|(ix, _)| ItemIx::Event(ix));
    for row in events.chain(report.indexed().map(|(ix, _)| ItemIx::Indicator(ix))) {
        match row.date(report) {
            Some(date) => dated.push(Dated::new(row, date, as_of)),
            None => undated.extend(row.event().map(ItemIx::Event)),
        }
    }
    // Items of one date keep their order, with events first.
    dated.sort_by_key(|dated| dated.key);
    (dated, undated)
}

impl Rows {
    /// Rows of dated items in their order and of undated ones.
    pub(super) fn new<'d>(
        dated: impl Iterator<Item = &'d Dated> + Clone,
        undated: &[ItemIx],
        report: &Report,
        as_of: Day,
    ) -> Self {
        let today = (as_of.to_epoch(), as_of.to_epoch() + 1);
        let covers = dated.clone().map(|dated| dated.cover).chain([today]);
        let (mut starts, mut ends): (Vec<_>, Vec<_>) = covers.unzip();
        starts.sort_unstable();
        ends.sort_unstable();
        let list: Vec<_> = dated.map(|dated| dated.row).chain(undated.iter().copied()).collect();
        let words = |row: &ItemIx| row.date(report).map_or(UNDATED, |d| width(&d.words()));
        let sample = list.iter().take(SAMPLE).chain(undated.first());
        let widest_date = sample.clone().map(words).max().unwrap_or(0);
        let widest_title = sample.map(|row| title_cells(*row, report)).max().unwrap_or(0);
        Self { list, widest_date, widest_title, starts, ends }
    }

    /// Whether a row or today lies between two days.
    pub(super) fn any_between(&self, from: f64, to: f64) -> bool {
        let begun = self.starts.partition_point(|day| float(*day) < to);
        let over = self.ends.partition_point(|day| float(*day) <= from);
        begun > over
    }

    /// The first day, not before this one, on which a row begins.
    pub(super) fn next_start(&self, after: f64) -> Option<f64> {
        let at = self.starts.partition_point(|day| float(*day) < after);
        self.starts.get(at).map(|day| float(*day))
    }

    /// The last day, not after this one, by which a row has ended.
    pub(super) fn last_end(&self, before: f64) -> Option<f64> {
        let at = self.ends.partition_point(|day| float(*day) <= before);
        self.ends.get(at.checked_sub(1)?).map(|day| float(*day))
    }
}

/// The cells of "no date".
const UNDATED: usize = 7;

/// The first day that the track draws for a date, and the day after the last.
pub(super) fn cover(date: &Period, as_of: Day) -> (i64, i64) {
    let (start, end) = date.days();
    cover_of(date, start, end, as_of)
}

fn cover_of(date: &Period, start: Option<Day>, end: Option<Day>, as_of: Day) -> (i64, i64) {
    match (start.map(Day::to_epoch), end.map(|day| day.to_epoch() + 1)) {
        (Some(start), Some(end)) => (start, end),
        (Some(start), None) if date.is_end_unknown() => (start, start + 1),
        (Some(start), None) if start < as_of.to_epoch() => (start, as_of.to_epoch() + 1),
        (Some(start), None) => (start, i64::MAX),
        (None, Some(end)) if date.is_start_unknown() => (end - 1, end),
        (None, Some(end)) => (i64::MIN, end),
        (None, None) => (i64::MAX, i64::MAX),
    }
}

#[expect(clippy::cast_precision_loss, reason = "days of a calendar are far below 2⁵²")]
pub(super) fn float(day: i64) -> f64 {
    day as f64
}
