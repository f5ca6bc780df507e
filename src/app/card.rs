mod bars;
mod columns;
mod event;
mod history;
mod indicator;
pub(super) mod panel;
mod rivals;
mod writer;

use std::ops::Range;

use crate::app::{ChartPoint, Model, Ruler, Subject, TimelineRow};
use crate::report::{IndicatorIx, Quantity, Scale};
use writer::Writer;

/// One line of the detail panel.
#[derive(Clone, Debug, PartialEq)]
pub enum CardLine {
    /// What the card is about.
    Title(String),
    /// The figure exactly as printed, in quotation marks.
    Quote(String),
    /// A figure in words, or as operator and number.
    Reading(String),
    /// Running text.
    Text(String),
    /// A part of the card begins.
    Heading(&'static str),
    /// A label and its text; the label is empty where the text goes on.
    Field(&'static str, String),
    /// Something to look at again.
    Warning(String),
    /// The ruler over the bars below it.
    Ruler(Ruler, BarPlace),
    /// A figure and its bar.
    Bar(BarLine),
    /// One line of a chart.
    Chart(ChartLine),
    /// What a sign means.
    Legend(String),
    /// The place in the file.
    Place(String),
    /// An empty line.
    Blank,
}

/// Where a bar stands in its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BarPlace {
    /// The cells before it.
    pub x: u16,
    /// Its cells.
    pub cells: u16,
}

/// A figure with its bar, one of several on one scale.
#[derive(Clone, Debug, PartialEq)]
pub struct BarLine {
    /// The figure, never without its hedge.
    pub label: String,
    /// Whether this is the headline, which the others are held against.
    pub is_headline: bool,
    /// Whether it measures another thing than the headline.
    pub is_another_measure: bool,
    /// What is drawn.
    pub quantity: Option<Quantity>,
    /// On which scale, in the unit of the quantity.
    pub scale: Scale,
    /// Where.
    pub place: BarPlace,
    /// What stands behind the bar.
    pub text: String,
}

/// One line of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChartLine {
    /// Which chart of the indicator.
    pub chart: usize,
    /// Which of its lines, from the top.
    pub row: u16,
    /// How many lines it has.
    pub height: u16,
}

/// What a card is written for: a panel, or a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The cells of a line.
    pub cells: usize,
    /// The lines of a chart.
    pub chart: u16,
    /// The point that is read out; on paper, every one is.
    pub reads: Reads,
}

/// Which points of the series are read out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reads {
    /// All of them, one after the other.
    All,
    /// The one at the cursor, by its place in [`crate::app::chart_points`]; `None` is the newest
    /// of the first chart.
    One(Option<usize>),
}

/// Everything that the detail panel says about one figure or event, broken into lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Card {
    /// What it is about.
    pub title: String,
    /// Which item that is, and the sheet: what the card was written for.
    pub(super) written_for: Option<(About, Sheet)>,
    /// The lines, from top to bottom.
    pub lines: Vec<CardLine>,
    /// The point that is read out, if there is any.
    pub cursor: Option<Cursor>,
}

/// The point of the series that is read out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// Its place among all points.
    pub at: usize,
    /// How many points there are.
    pub points: usize,
    /// Which point that is.
    pub point: ChartPoint,
    /// The lines of its chart and of what is read out below it.
    pub lines: Range<usize>,
}

/// An item by its position in the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// An indicator.
    Indicator(IndicatorIx),
    /// An event, by its position in [`crate::report::Report::events`].
    Event(usize),
    /// Nothing: the report is empty.
    Nothing,
}

impl Card {
    /// What there is to say about an item.
    pub fn new(model: &Model, about: About, sheet: Sheet) -> Self {
        if sheet.cells == 0 {
            return Self::default();
        }
        let mut writer = Writer::new(model, sheet);
        let title = match about {
            About::Indicator(ix) => writer.indicator(ix),
            About::Event(at) => writer.event(at),
            About::Nothing => None,
        };
        if title.is_none() {
            writer.wrapped("Nothing is selected.", CardLine::Text);
        }
        Self {
            title: title.unwrap_or_default(),
            written_for: Some((about, sheet)),
            lines: writer.lines,
            cursor: writer.cursor,
        }
    }
}

impl Card {
    /// An empty card about the same item as before, to be written anew where it is scrolled to.
    pub(super) fn stale(about: About) -> Self {
        let sheet = Sheet { cells: 0, chart: 0, reads: Reads::One(None) };
        Self { written_for: Some((about, sheet)), ..Self::default() }
    }

    /// What it is about.
    pub fn about(&self) -> About {
        self.written_for.map_or(About::Nothing, |(about, _)| about)
    }
}

impl About {
    /// What the model's subject is.
    pub(super) fn of(model: &Model) -> Self {
        match (model.subject(), model.timeline.current()) {
            (Subject::Event(_), Some(TimelineRow::Event(at))) => Self::Event(at),
            _ => model.selected.map_or(Self::Nothing, Self::Indicator),
        }
    }
}
