//! The lanes of the timeline: the events of a group on one line, counted by when they began.

use std::ops::Range;

use super::rows::Dated;
use crate::report::{Day, EventIx, GroupIx, IndicatorIx, ItemIx, Period, Report};

/// Whose events a lane holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LaneOf {
    /// Those of a group.
    Group(GroupIx),
    /// Those without a group.
    NoGroup,
    /// Those of this many lanes that have no room of their own.
    Others(usize),
}

impl LaneOf {
    /// Its group.
    pub fn group(self) -> Option<GroupIx> {
        match self {
            Self::Group(ix) => Some(ix),
            Self::NoGroup | Self::Others(_) => None,
        }
    }

    /// The label of the lane.
    pub fn label(self, report: &Report) -> String {
        match self {
            Self::Group(ix) => report.group(ix).map_or("", |group| &group.title).to_owned(),
            Self::NoGroup => "no group".to_owned(),
            Self::Others(n) => format!("{n} others"),
        }
    }
}

/// How many events there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Those with a date.
    pub dated: usize,
    /// Those without one.
    pub undated: usize,
    /// Those that begin in the columns.
    pub in_view: usize,
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.dated += other.dated;
        self.undated += other.undated;
        self.in_view += other.in_view;
    }

    /// The heading of the numbers of undated events.
    pub const UNDATED: &'static str = "no date";

    /// The heading of the other numbers; `zoomed` says that less than the whole time is drawn.
    pub fn heading(zoomed: bool) -> &'static str {
        if zoomed { "in view" } else { "dated" }
    }

    /// How many dated events there are, of which as many are in view.
    pub fn words(self, zoomed: bool) -> String {
        match self.dated {
            0 => String::new(),
            dated if zoomed => format!("{} of {dated}", self.in_view),
            dated => dated.to_string(),
        }
    }
}

/// What is not certain of when an event began, the less telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Doubt {
    /// Only its end is known: it began by then.
    Earlier,
    /// The date is about, in doubt, or coarser than a column.
    About,
}

/// The events of a lane that begin in a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// How many there are.
    pub events: usize,
    doubt: Option<Doubt>,
    /// Whether one of them bears on the selected figure.
    pub bears: bool,
}

impl Count {
    /// The sign before the number where one of the dates is about, in doubt, or coarser than a column.
    pub const ABOUT: char = '≈';
    /// The sign where of one of them only the end is known.
    pub const EARLIER: char = '◂';

    /// What stands for them; nothing if there are none.
    pub fn sign(self) -> String {
        match (self.events, self.doubt) {
            (0, _) => String::new(),
            (n, Some(Doubt::About)) => format!("{}{n}", Self::ABOUT),
            (n, Some(Doubt::Earlier)) => format!("{}{n}", Self::EARLIER),
            (n, None) => n.to_string(),
        }
    }
}

/// A lane as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// Whose events it holds.
    pub of: LaneOf,
    /// How many of them begin in each column.
    pub counts: Vec<Count>,
    /// How many events it holds.
    pub tally: Tally,
}

/// Where an event stands in its lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// In a column.
    Column(usize),
    /// Among those without a date.
    Undated,
}

/// When an event began. That is too expensive to be read from its date many times.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Begin {
    /// The first day that is known of it.
    day: Day,
    /// The last day on which it can have begun; `None` if only its end is known.
    by: Option<Day>,
    is_vague: bool,
}

impl Begin {
    /// `None` for a date that names no day.
    fn new(date: &Period) -> Option<Self> {
        let (start, end) = date.days();
        Some(Self { day: start.or(end)?, by: date.begun_by(), is_vague: date.is_vague() })
    }

    fn doubt(self, column: &Range<Day>) -> Option<Doubt> {
        match self.by {
            None => Some(Doubt::Earlier),
            Some(by) => (self.is_vague || by >= column.end).then_some(Doubt::About),
        }
    }
}

/// The events of a lane, in the order of their dates.
#[derive(Clone, Debug, PartialEq)]
struct Strand {
    of: LaneOf,
    dated: Vec<(EventIx, Begin)>,
    undated: usize,
}

impl Strand {
    fn new(of: LaneOf) -> Self {
        Self { of, dated: Vec::new(), undated: 0 }
    }

    fn tally(&self) -> Tally {
        Tally { dated: self.dated.len(), undated: self.undated, in_view: 0 }
    }
}

/// All lanes. What is drawn is worked out anew only when the columns or the number of lines change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lanes {
    strands: Vec<Strand>,
    /// The first known day of each event, sorted.
    starts: Vec<i64>,
    columns: Vec<Range<Day>>,
    /// The number of lines.
    room: usize,
    /// The counts over all lanes.
    totals: Vec<Count>,
    drawn: Vec<Lane>,
    bears_on: Option<IndicatorIx>,
}

impl Lanes {
    /// The lanes of dated events in their order and of undated ones.
    pub(super) fn new<'d>(
        dated: impl Iterator<Item = &'d Dated>,
        undated: &[ItemIx],
        report: &Report,
    ) -> Self {
        let groups = u32::try_from(report.groups.len()).unwrap_or(u32::MAX);
        let lanes = (0..groups).map(|ix| LaneOf::Group(GroupIx(ix))).chain([LaneOf::NoGroup]);
        let mut strands: Vec<_> = lanes.map(Strand::new).collect();
        let last = strands.len() - 1;
        let place = |item: ItemIx| item.group(report).map_or(last, |ix| (ix.0 as usize).min(last));
        let mut starts = Vec::new();
        for item in dated.map(|dated| dated.row).chain(undated.iter().copied()) {
            let Some((event, strand)) = item.event().zip(strands.get_mut(place(item))) else {
                continue;
            };
            match item.date(report).and_then(Begin::new) {
                Some(begin) => {
                    starts.push(begin.day.to_epoch());
                    strand.dated.push((event, begin));
                }
                None => strand.undated += 1,
            }
        }
        strands.retain(|strand| strand.tally() != Tally::default());
        strands.sort_by_key(|strand| strand.dated.is_empty());
        starts.sort_unstable();
        Self { strands, starts, ..Self::default() }
    }

    /// How many lanes there are, if all have room.
    pub fn len(&self) -> usize {
        self.strands.len()
    }

    /// The fewest lines for lanes that say something.
    pub(super) fn least(&self) -> usize {
        self.strands.iter().filter(|strand| !strand.dated.is_empty()).count().clamp(1, 2)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.strands.is_empty()
    }

    /// The lanes as they are drawn.
    pub fn drawn(&self) -> &[Lane] {
        &self.drawn
    }

    /// The stretches of time that events are counted in.
    pub fn columns(&self) -> &[Range<Day>] {
        &self.columns
    }

    /// How many events begin in each column, over all lanes.
    pub fn totals(&self) -> &[Count] {
        &self.totals
    }

    /// How many events begin in a stretch of time.
    pub(super) fn begun(&self, stretch: &Range<Day>) -> usize {
        let before = |day: Day| self.starts.partition_point(|start| *start < day.to_epoch());
        before(stretch.end).saturating_sub(before(stretch.start))
    }

    /// Whose lanes have how many events, in `room` lines; none of them is in view yet.
    pub(super) fn tallies(&self, room: usize) -> Vec<(LaneOf, Tally)> {
        let (own, rest) = self.divided(room);
        let mut tallies: Vec<_> = own.iter().map(|strand| (strand.of, strand.tally())).collect();
        if !rest.is_empty() {
            tallies.push((LaneOf::Others(rest.len()), sum(rest.iter().map(Strand::tally))));
        }
        tallies
    }

    /// The numbers of all events, also of those whose lanes have no room.
    pub fn all(&self) -> Tally {
        let in_view = self.totals.iter().map(|count| count.events).sum();
        Tally { in_view, ..sum(self.strands.iter().map(Strand::tally)) }
    }

    /// The strands that have a lane each, and those that share one: the last of them, as nothing would
    /// be drawn in lanes without a dated event.
    fn divided(&self, room: usize) -> (&[Strand], &[Strand]) {
        let all = self.strands.len();
        let own = if all <= room { all } else { room.saturating_sub(1) };
        self.strands.split_at(own)
    }

    /// Counts the events of lanes in `room` lines in these columns, unless that is done.
    pub(super) fn draw(&mut self, columns: Vec<Range<Day>>, room: usize) {
        if (self.room, &self.columns) == (room, &columns) {
            return;
        }
        let lane = |(at, (of, tally)): (usize, (LaneOf, Tally))| {
            let counts = counts(self.strands_of(at, room), &columns);
            let in_view = counts.iter().map(|count| count.events).sum();
            Lane { of, counts, tally: Tally { in_view, ..tally } }
        };
        self.drawn = self.tallies(room).into_iter().enumerate().map(lane).collect();
        self.totals = counts(&self.strands, &columns);
        (self.room, self.columns, self.bears_on) = (room, columns, None);
    }

    /// Marks where the events begin that bear on a figure.
    pub(super) fn mark(&mut self, on: Option<IndicatorIx>, events: &[EventIx], report: &Report) {
        if self.bears_on == on {
            return;
        }
        self.bears_on = on;
        for lane in &mut self.drawn {
            lane.counts.iter_mut().for_each(|count| count.bears = false);
        }
        for event in events {
            let Some((lane, Spot::Column(at))) = self.place(*event, report) else { continue };
            let lane = self.drawn.get_mut(lane);
            if let Some(count) = lane.and_then(|lane| lane.counts.get_mut(at)) {
                count.bears = true;
            }
        }
    }

    /// The lane of an event and where it stands there; `None` if it begins in no column.
    pub fn place(&self, event: EventIx, report: &Report) -> Option<(usize, Spot)> {
        let item = ItemIx::Event(event);
        let of = item.group(report).map_or(LaneOf::NoGroup, LaneOf::Group);
        let lane = self.drawn.iter().position(|lane| lane.of == of);
        let lane = lane.or(self.drawn.len().checked_sub(1))?;
        let spot = match item.date(report).and_then(Begin::new) {
            Some(begin) => Spot::Column(column_of(begin, &self.columns)?),
            None => Spot::Undated,
        };
        Some((lane, spot))
    }

    /// The event in a column of a lane: the one after `current` there, else the first.
    pub(super) fn at(
        &self,
        lane: usize,
        column: usize,
        current: Option<EventIx>,
    ) -> Option<EventIx> {
        let column = self.columns.get(column)?;
        let dated = self.strands_of(lane, self.room).iter().flat_map(|strand| &strand.dated);
        let here = dated.filter(|(_, begin)| column.contains(&begin.day)).map(|(event, _)| *event);
        let here: Vec<_> = here.collect();
        let at = here.iter().position(|event| Some(*event) == current);
        at.and_then(|at| here.get(at + 1)).or(here.first()).copied()
    }

    /// The strands of a lane that is drawn in one of `room` lines.
    fn strands_of(&self, lane: usize, room: usize) -> &[Strand] {
        let (own, rest) = self.divided(room);
        own.get(lane).map_or(rest, std::slice::from_ref)
    }
}

fn sum(tallies: impl Iterator<Item = Tally>) -> Tally {
    tallies.fold(Tally::default(), |mut all, tally| {
        all.add(tally);
        all
    })
}

/// How many events of some strands begin in each column.
fn counts(strands: &[Strand], columns: &[Range<Day>]) -> Vec<Count> {
    let mut counts = vec![Count::default(); columns.len()];
    for (_, begin) in strands.iter().flat_map(|strand| &strand.dated) {
        let Some(at) = column_of(*begin, columns) else { continue };
        if let Some((count, column)) = counts.get_mut(at).zip(columns.get(at)) {
            count.events += 1;
            count.doubt = count.doubt.max(begin.doubt(column));
        }
    }
    counts
}

/// The column in which an event begins.
fn column_of(begin: Begin, columns: &[Range<Day>]) -> Option<usize> {
    let at = columns.partition_point(|column| column.end <= begin.day);
    columns.get(at).is_some_and(|column| column.contains(&begin.day)).then_some(at)
}
