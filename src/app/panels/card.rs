mod bars;
mod columns;
mod event;
mod history;
mod indicator;
mod rivals;
mod writer;

use std::ops::Range;

use crate::app::document::Document;
use crate::app::panels::{ChartPoint, Cursor, Ruler, Timeline};
use crate::report::{Day, ItemIx, Quantity, Scale};
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
    /// Whether the cursor was moved to it.
    pub is_at_cursor: bool,
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

/// What a card is written from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CardInput<'m> {
    pub(crate) doc: &'m Document,
    pub(crate) as_of: Day,
    pub(crate) timeline: &'m Timeline,
}

/// What a card is written for: a panel, or a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The cells of a line.
    pub cells: usize,
    /// The lines of a chart.
    pub chart: u16,
    /// What is read out of the charts; on paper, every point is.
    pub reads: Reads,
}

/// Which points of the series are read out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reads {
    /// All of them, one after the other.
    All,
    /// One: that at the cursor, or the newest of the first chart where the cursor is on no point.
    One(Option<Cursor>),
}

/// Everything that the detail panel says about one figure or event, broken into lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Card {
    /// What it is about.
    pub title: String,
    /// Which item that is, and the sheet: what the card was written for.
    pub(crate) written_for: Option<(Option<ItemIx>, Sheet)>,
    /// The lines, from top to bottom.
    pub lines: Vec<CardLine>,
    /// What of the card the cursor can come to, from top to bottom.
    pub stops: Vec<Stop>,
}

/// A figure that the cursor can come to, and where the card speaks of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Which figure: of the points only the one that is read out has lines.
    pub cursor: Cursor,
    /// Its lines: of a point those of its chart and of what is read out below it.
    pub lines: Range<usize>,
}

impl Card {
    /// What there is to say about an item.
    pub(crate) fn new(input: &CardInput<'_>, item: Option<ItemIx>, sheet: Sheet) -> Self {
        if sheet.cells == 0 {
            return Self::default();
        }
        let mut writer = Writer::new(input, sheet);
        let title = match item {
            Some(ItemIx::Indicator(ix)) => writer.indicator(ix),
            Some(ItemIx::Event(ix)) => writer.event(ix),
            None => None,
        };
        if title.is_none() {
            writer.wrapped("Nothing is selected.", CardLine::Text);
        }
        Self {
            title: title.unwrap_or_default(),
            written_for: Some((item, sheet)),
            lines: writer.lines,
            stops: writer.stops,
        }
    }
}

impl Card {
    /// An empty card about the same item as before, to be written anew where it is scrolled to.
    pub(crate) fn stale(item: Option<ItemIx>) -> Self {
        let sheet = Sheet { cells: 0, chart: 0, reads: Reads::One(None) };
        Self { written_for: Some((item, sheet)), ..Self::default() }
    }

    /// The point of a chart that is read out.
    pub fn read_out(&self) -> Option<ChartPoint> {
        self.stops.iter().find_map(|stop| match stop.cursor {
            Cursor::Point(point) => Some(point),
            Cursor::Rival(_) => None,
        })
    }

    /// Where it speaks of a figure.
    pub(crate) fn stop(&self, cursor: Cursor) -> Option<&Stop> {
        self.stops.iter().find(|stop| stop.cursor == cursor)
    }

    /// What it is about.
    pub fn item(&self) -> Option<ItemIx> {
        self.written_for.and_then(|(item, _)| item)
    }
}
