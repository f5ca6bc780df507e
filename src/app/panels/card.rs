//! The card of an indicator or event: everything about it in lines, for the detail panel and for paper.

mod bars;
mod columns;
mod editions;
mod event;
mod evidence;
mod glance;
mod history;
mod indicator;
mod parts;
mod rivals;
mod targets;
mod writer;

use std::ops::Range;

use crate::app::document::Document;
use crate::app::panels::{Cursor, Ruler, Timeline};
use crate::report::{Day, IndicatorIx, ItemIx, Scale};
pub(crate) use indicator::age;
use writer::Writer;

/// One line of a card.
#[derive(Clone, Debug, PartialEq)]
pub enum CardLine {
    /// The title of the item.
    Title(String),
    /// The figure in words, and its period at the end of the line.
    Claim(String, String),
    /// The figure exactly as printed, in quotation marks.
    Quote(String),
    /// A figure in words, or as operator and number.
    Reading(String),
    /// What the figures show together.
    Finding(String),
    /// Running text.
    Text(String),
    /// The heading of a part of the card.
    Heading(&'static str),
    /// A label and its text; the label is empty where the text above goes on.
    Field(&'static str, String),
    /// A warning about the item.
    Warning(String),
    /// The ruler over the bars below it.
    Ruler(Ruler, BarPlace),
    /// A figure and its bar.
    Bar(BarLine),
    /// One line of a chart.
    Chart(ChartLine),
    /// The meaning of a sign.
    Legend(String),
    /// The item's place in the file.
    Place(String),
    /// An empty line.
    Blank,
}

/// The place of a bar in its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BarPlace {
    /// The cells before it.
    pub x: u16,
    /// Its width.
    pub cells: u16,
}

/// A figure with its bar, one of several on one scale.
#[derive(Clone, Debug, PartialEq)]
pub struct BarLine {
    /// The figure with its hedge.
    pub label: String,
    /// The position of the rival that it shows; `None` for the headline.
    pub rival: Option<usize>,
    /// Whether the cursor is on it.
    pub is_at_cursor: bool,
    /// Whether it measures another thing than the headline.
    pub is_another_measure: bool,
    /// The scale of its bar, in its own unit.
    pub scale: Scale,
    /// Where the bar is drawn.
    pub place: BarPlace,
    /// The text behind the bar.
    pub text: String,
}

/// One line of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChartLine {
    /// The position of the chart among those of the indicator.
    pub chart: usize,
    /// The line of the chart, from the top.
    pub row: u16,
    /// How many lines the chart has.
    pub height: u16,
}

/// What a card is written from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CardInput<'m> {
    pub(crate) doc: &'m Document,
    pub(crate) as_of: Day,
    pub(crate) timeline: &'m Timeline,
}

/// The format of a card: for a panel or for paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CardFormat {
    /// The width of a line in cells.
    pub cells: usize,
    /// The lines of the panel, which a card at a glance fits into.
    pub lines: u16,
    /// The height of a chart in lines, in a whole record.
    pub chart: u16,
    /// Which points of the charts are written in words.
    pub points: WrittenPoints,
    /// Whether the whole record is written; else only what a glance needs.
    pub is_whole: bool,
}

/// Which points of a chart are written in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrittenPoints {
    /// All of them, on paper.
    All,
    /// In a panel only the one at the cursor.
    One(Option<Cursor>),
}

/// Everything about one indicator or event, broken into lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Card {
    /// The title of the item.
    pub title: String,
    /// The item and the format that the card was written for.
    pub(crate) written_for: Option<(Option<ItemIx>, CardFormat)>,
    /// The lines, from top to bottom.
    pub lines: Vec<CardLine>,
    /// The figures that the cursor can stop at, from top to bottom.
    pub stops: Vec<CursorStop>,
}

/// A figure that the cursor can stop at, and its lines of the card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CursorStop {
    /// The figure. Of those on a chart only the one that is read out has lines.
    pub cursor: Cursor,
    /// Its lines; of a figure on a chart those of the chart and of the words below that.
    pub lines: Range<usize>,
}

impl Card {
    /// The card of an item.
    pub(crate) fn new(input: &CardInput<'_>, item: Option<ItemIx>, format: CardFormat) -> Self {
        if format.cells == 0 {
            return Self::default();
        }
        let mut writer = Writer { input, format, lines: Vec::new(), stops: Vec::new() };
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
            written_for: Some((item, format)),
            lines: writer.lines,
            stops: writer.stops,
        }
    }

    /// The evidence of an indicator alone: what it shows in a sentence, and every chart with its key.
    pub(crate) fn of_evidence(input: &CardInput<'_>, ix: IndicatorIx, format: CardFormat) -> Self {
        let mut writer = Writer { input, format, lines: Vec::new(), stops: Vec::new() };
        if let Some(indicator) = input.doc.report.indicator(ix) {
            writer.all_charts(indicator);
        }
        let written_for = Some((Some(ix.into()), format));
        Self { written_for, lines: writer.lines, ..Self::default() }
    }

    /// An empty card about an item. It is to be written again, without scrolling to the top.
    pub(crate) fn stale(item: Option<ItemIx>) -> Self {
        let points = WrittenPoints::One(None);
        let format = CardFormat { cells: 0, lines: 0, chart: 0, points, is_whole: false };
        Self { written_for: Some((item, format)), ..Self::default() }
    }

    /// The figure that the cursor was on when the card was written.
    pub fn cursor(&self) -> Option<Cursor> {
        match self.written_for?.1.points {
            WrittenPoints::One(cursor) => cursor,
            WrittenPoints::All => None,
        }
    }

    /// The stop of a figure.
    pub(crate) fn stop(&self, cursor: Cursor) -> Option<&CursorStop> {
        self.stops.iter().find(|stop| stop.cursor == cursor)
    }

    /// The item that it is about.
    pub fn item(&self) -> Option<ItemIx> {
        self.written_for.and_then(|(item, _)| item)
    }
}
