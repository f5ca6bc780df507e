//! The lanes of the timeline: all events of a group on one line.

use super::axis::Axis;
use super::rows::Dated;
use super::sketch::Sketch;
use super::track::{Extent, Stretch, TrackCell, extent};
use crate::report::{Day, EventIx, GroupIx, IndicatorIx, ItemIx, Report};

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
    /// All of them.
    pub all: usize,
    /// Those without a date.
    pub undated: usize,
    /// Those on the axis.
    pub in_view: usize,
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.all += other.all;
        self.undated += other.undated;
        self.in_view += other.in_view;
    }

    /// The heading of the numbers of undated events.
    pub const UNDATED: &'static str = "no date";

    /// The heading of the other numbers; `zoomed` says that less than the whole time is drawn.
    pub fn heading(zoomed: bool) -> &'static str {
        if zoomed { "in view" } else { "events" }
    }

    /// How many events there are, of which as many are in view.
    pub fn words(self, zoomed: bool) -> String {
        if zoomed { format!("{} of {}", self.in_view, self.all) } else { self.all.to_string() }
    }
}

/// A lane as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// Whose events it holds.
    pub of: LaneOf,
    /// What stands in each cell of the axis.
    pub cells: Vec<TrackCell>,
    /// The first and the last cell of what a number counts, where that is not the cell of the number.
    numbers: Vec<(usize, usize)>,
    /// The cells with an event that bears on the selected figure.
    pub bears: Vec<bool>,
    /// How many events it holds.
    pub tally: Tally,
}

impl Lane {
    /// The cells of what the number in a cell counts, if it counts more than that cell.
    fn number(&self, cell: usize) -> Option<(usize, usize)> {
        let mut numbers = self.numbers.iter().copied();
        numbers.find(|(first, last)| (*first..=*last).contains(&cell))
    }
}

/// The events of a lane, in the order of their dates.
#[derive(Clone, Debug, PartialEq)]
struct Strand {
    of: LaneOf,
    dated: Vec<(EventIx, Stretch)>,
    undated: usize,
}

impl Strand {
    fn new(of: LaneOf) -> Self {
        Self { of, dated: Vec::new(), undated: 0 }
    }

    fn tally(&self) -> Tally {
        Tally { all: self.dated.len() + self.undated, undated: self.undated, in_view: 0 }
    }
}

/// All lanes. What is drawn is worked out anew only when the axis or the number of lines changes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lanes {
    strands: Vec<Strand>,
    /// The first known day of each event, sorted.
    starts: Vec<i64>,
    drawn: Vec<Lane>,
    /// What they were drawn for.
    drawn_for: Option<(Axis, usize, Day)>,
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
        for Dated { row, stretch, .. } in dated {
            let Some(event) = row.event() else { continue };
            if let Some(strand) = strands.get_mut(place(*row)) {
                strand.dated.push((event, *stretch));
            }
            starts.extend(stretch.start.or(stretch.end).map(Day::to_epoch));
        }
        for row in undated {
            if let Some(strand) = strands.get_mut(place(*row)) {
                strand.undated += 1;
            }
        }
        strands.retain(|strand| strand.tally().all > 0);
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

    /// How many events begin from one day up to another.
    pub fn begun(&self, from: Day, to: Day) -> usize {
        let before = |day: Day| self.starts.partition_point(|start| *start < day.to_epoch());
        before(to).saturating_sub(before(from))
    }

    /// Whose lanes have how many events, in `room` lines; none of them is in view yet.
    pub(super) fn tallies(&self, room: usize) -> Vec<(LaneOf, Tally)> {
        let (own, rest) = self.divided(room);
        let mut tallies: Vec<_> = own.iter().map(|strand| (strand.of, strand.tally())).collect();
        if !rest.is_empty() {
            let mut others = Tally::default();
            for strand in rest {
                others.add(strand.tally());
            }
            tallies.push((LaneOf::Others(rest.len()), others));
        }
        tallies
    }

    /// The numbers of all events, also of those whose lanes have no room.
    pub fn all(&self) -> Tally {
        let mut all = Tally::default();
        for strand in &self.strands {
            all.add(strand.tally());
        }
        all.in_view = self.drawn.iter().map(|lane| lane.tally.in_view).sum();
        all
    }

    /// The strands that have a lane each, and those that share one. Lanes without a dated event
    /// are the first to go, as nothing would be drawn in them.
    fn divided(&self, room: usize) -> (&[Strand], &[Strand]) {
        let dated = self.strands.partition_point(|strand| !strand.dated.is_empty());
        let (dated, _) = self.strands.split_at(dated);
        let shown =
            if self.strands.len() <= room || dated.is_empty() { &*self.strands } else { dated };
        let own = if shown.len() <= room { room } else { room.saturating_sub(1) };
        shown.split_at(own.min(shown.len()))
    }

    /// Draws the lanes on an axis in `room` lines, unless they are drawn so.
    pub(super) fn draw(&mut self, axis: Axis, room: usize, as_of: Day) {
        if self.drawn_for == Some((axis, room, as_of)) {
            return;
        }
        let tallies = self.tallies(room);
        let lane = |(at, (of, tally)): (usize, (LaneOf, Tally))| {
            let dates = self.strands_of(at, room).iter().flat_map(|strand| &strand.dated);
            let sketch = Sketch::new(dates.map(|(_, date)| date), axis, as_of);
            let (cells, numbers) = sketch.drawn();
            let bears = vec![false; cells.len()];
            let tally = Tally { in_view: sketch.in_view, ..tally };
            Lane { of, cells, numbers, bears, tally }
        };
        self.drawn = tallies.into_iter().enumerate().map(lane).collect();
        self.drawn_for = Some((axis, room, as_of));
        self.bears_on = None;
    }

    /// Marks where the events lie that bear on a figure.
    pub(super) fn mark(&mut self, on: Option<IndicatorIx>, events: &[EventIx], report: &Report) {
        if self.bears_on == on {
            return;
        }
        self.bears_on = on;
        self.drawn.iter_mut().for_each(|lane| lane.bears.fill(false));
        for event in events {
            let Some((lane, (first, last))) = self.place(*event, report) else { continue };
            let bears = self.drawn.get_mut(lane).and_then(|lane| lane.bears.get_mut(first..=last));
            if let Some(cells) = bears {
                cells.fill(true);
            }
        }
    }

    /// The lane of an event, and its first and last cell there.
    pub fn place(&self, event: EventIx, report: &Report) -> Option<(usize, (usize, usize))> {
        let (axis, _, as_of) = self.drawn_for?;
        let item = ItemIx::Event(event);
        let date = Stretch::new(item.date(report)?);
        let of = item.group(report).map_or(LaneOf::NoGroup, LaneOf::Group);
        let lane = self.drawn.iter().position(|lane| lane.of == of);
        let lane = lane.or(self.drawn.len().checked_sub(1))?;
        let (first, last) = cells(&date, axis, as_of)?;
        let counted = self.drawn.get(lane).and_then(|lane| lane.number(first));
        Some((lane, counted.filter(|_| first == last).unwrap_or((first, last))))
    }

    /// The event in a cell of a lane: the one after `current` there, else the first. Those that begin
    /// in the cell come before those that go on in it.
    pub(super) fn at(&self, lane: usize, cell: usize, current: Option<EventIx>) -> Option<EventIx> {
        let (axis, room, as_of) = self.drawn_for?;
        let dates = self.strands_of(lane, room).iter().flat_map(|strand| &strand.dated);
        let counted = self.drawn.get(lane).and_then(|lane| lane.number(cell));
        let (from, to) = counted.unwrap_or((cell, cell));
        let here = dates.filter_map(|(event, date)| {
            let (first, last) = cells(date, axis, as_of)?;
            (first <= to && last >= from).then_some((*event, first >= from))
        });
        let (begun, going): (Vec<_>, Vec<_>) = here.partition(|(_, begins)| *begins);
        let here: Vec<_> = begun.into_iter().chain(going).map(|(event, _)| event).collect();
        let at = here.iter().position(|event| Some(*event) == current);
        at.and_then(|at| here.get(at + 1)).or(here.first()).copied()
    }

    /// The strands of a lane that is drawn in one of `room` lines.
    fn strands_of(&self, lane: usize, room: usize) -> &[Strand] {
        let (own, rest) = self.divided(room);
        own.get(lane).map_or(rest, std::slice::from_ref)
    }
}

fn cells(date: &Stretch, axis: Axis, as_of: Day) -> Option<(usize, usize)> {
    match extent(date, axis, as_of)? {
        Extent::Within { first, last, .. } => Some((first, last)),
        Extent::Before | Extent::After => None,
    }
}
