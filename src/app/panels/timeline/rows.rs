use crate::app::text::width;
use crate::report::{Day, EventIx, ItemIx, Period, Report};

/// The same item, by its id, in another reading of the report. An event that has got another id
/// is the one in its place.
pub(crate) fn in_reading(item: ItemIx, old: &Report, new: &Report) -> Option<ItemIx> {
    let same = item.id(old)?.find(new);
    same.or_else(|| in_its_place(item.event()?, old, new).map(ItemIx::Event))
}

/// The event in the place of one that is gone: one that has got another id.
fn in_its_place(ix: EventIx, old: &Report, new: &Report) -> Option<EventIx> {
    let instead = &new.event(ix)?.id;
    (old.find_event(instead).is_none() && new.events.len() == old.events.len()).then_some(ix)
}

/// The cells of a row's title: that of an event, or a label with its figure.
fn title_cells(item: ItemIx, report: &Report) -> usize {
    let title = item.title(report).map_or(0, |title| width(title));
    let indicator = match item {
        ItemIx::Indicator(ix) => report.indicator(ix),
        ItemIx::Event(_) => None,
    };
    title + indicator.map_or(0, |indicator| 2 + width(&indicator.headline.figure()))
}

/// Rows in the order of their dates, undated ones last, and the days that they cover.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Rows {
    pub(super) list: Vec<ItemIx>,
    /// The widest date in words, in cells.
    pub(super) widest_date: usize,
    /// The widest title, in cells: that of an event, or a label with its figure.
    pub(super) widest_title: usize,
    /// The days on which something begins, in order.
    starts: Vec<i64>,
    /// The days before which something ends, in order.
    ends: Vec<i64>,
}

/// Rows whose dates decide on the width of their column; a wider one further down is cut.
const SAMPLE: usize = 1_000;

/// A row with its days, which cost too much to be asked for twice.
pub(super) struct Dated {
    pub(super) row: ItemIx,
    /// The first and the last day, as far as they are known.
    pub(super) days: [Option<Day>; 2],
    /// What it is put in order by.
    key: (i64, i64),
    cover: (i64, i64),
}

impl Dated {
    fn new(row: ItemIx, date: &Period, as_of: Day) -> Self {
        let (start, end) = date.days();
        let key = Period::order_of(start, end);
        Self { row, days: [start, end], key, cover: cover_of(date, start, end, as_of) }
    }
}

/// The dated events and indicators in the order of their dates, then the undated events.
///
/// Undated indicators have nothing to show on a timeline.
pub(super) fn in_order(report: &Report, as_of: Day) -> (Vec<Dated>, Vec<ItemIx>) {
    let (mut dated, mut undated) = (Vec::new(), Vec::new());
    for (ix, event) in report.indexed_events() {
        let row = ItemIx::Event(ix);
        match &event.date {
            Some(date) => dated.push(Dated::new(row, date, as_of)),
            None => undated.push(row),
        }
    }
    for (ix, indicator) in report.indexed() {
        let date = indicator.headline.period.as_ref();
        dated.extend(date.map(|date| Dated::new(ItemIx::Indicator(ix), date, as_of)));
    }
    // Items of one date keep their order, events in front.
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

    /// Whether something is drawn between two days.
    pub(super) fn any_between(&self, from: f64, to: f64) -> bool {
        let begun = self.starts.partition_point(|day| float(*day) < to);
        let over = self.ends.partition_point(|day| float(*day) <= from);
        begun > over
    }

    /// The first day from which something begins that is not begun before this one.
    pub(super) fn next_start(&self, after: f64) -> Option<f64> {
        let at = self.starts.partition_point(|day| float(*day) < after);
        self.starts.get(at).map(|day| float(*day))
    }

    /// The last day at which something has ended by this one.
    pub(super) fn last_end(&self, before: f64) -> Option<f64> {
        let at = self.ends.partition_point(|day| float(*day) <= before);
        self.ends.get(at.checked_sub(1)?).map(|day| float(*day))
    }
}

/// The cells of "no date".
const UNDATED: usize = 7;

/// The first day that a date is drawn on and the one after its last, as the track draws it.
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
