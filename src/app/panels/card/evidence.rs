//! The evidence of an indicator on a card: one sentence, the chart, its key, who the others are.

use std::iter;

use super::writer::Writer;
use super::{CardLine, ChartLine};
use crate::app::panels::{
    Chart, Drawn, Figure, FigureIx, charts, figures, is_firm, key, line_text,
};
use crate::app::text::{fit, width, wrap};
use crate::report::{Indicator, Observation, Rival, counted};

/// The lines that the evidence may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct EvidenceRoom {
    /// Those of the chart; it gets more where there are some left.
    pub(super) chart: u16,
    /// The line of the card that it ends before; `None` for as many lines as it needs.
    pub(super) end: Option<usize>,
}

/// The fewest cells of a chart's width for each line of its height, as a steep chart exaggerates.
const FLAT: usize = 2;
/// The lines of a chart whose rows are fine enough.
const GOOD_CHART: u16 = 18;
/// The cells between two signs of the key.
const GAP: &str = "  ";
/// The fewest cells in which the beginning of a part says something.
const LEAST_PART: usize = 10;
/// The widest figure that has a column beside what is said of it.
const WIDEST_FIGURE: usize = 18;
/// What stands between the parts of a line about another figure.
const PART: &str = " · ";

impl Writer<'_> {
    /// What the figures show, in a sentence; the chart of all that share the headline's axis; the
    /// words of the figure at the cursor; the key; the others, a short line each. In a panel without
    /// room for all of them the words take the place of the others.
    pub(super) fn evidence(&mut self, indicator: &Indicator, room: EvidenceRoom) {
        self.blank();
        let has_others = indicator.observations().nth(1).is_some();
        let line = if has_others { CardLine::Finding } else { CardLine::Text };
        self.wrapped(&indicator.evidence(), line);
        let charts = charts(indicator);
        let others = indicator.other_measures();
        let Some((at, chart)) = charts.iter().enumerate().find(|(_, it)| it.has_headline) else {
            let others = others.map(|others| format!("{others}."));
            return self.wrapped(&others.unwrap_or_default(), CardLine::Text);
        };
        let from = self.lines.len();
        self.chart(at, room.chart);
        let figures = figures(indicator, at, chart);
        let is_read_out = self.read_out(indicator, &figures, from);
        self.key(&figures);
        let left = room.end.map(|end| end.saturating_sub(self.lines.len()));
        let mut entries = self.entries(indicator, chart, &figures);
        if is_read_out && left.is_some() {
            entries.retain(Entry::is_heading);
        }
        // A line for each of the others comes before a higher chart, and that before their further lines.
        let wanted = usize::from(GOOD_CHART.saturating_sub(room.chart));
        let most = left.map(|left| left.min(entries.len().max(left.saturating_sub(wanted))));
        let used = self.others(&entries, most);
        let spare = left.map_or(0, |left| left.saturating_sub(used));
        self.stretch(from, room.chart, spare);
    }

    /// Gives a chart that begins at a line more lines, up to those that are left, but not more than is
    /// good for its width.
    fn stretch(&mut self, from: usize, height: u16, spare: usize) {
        let flat = u16::try_from(self.format.cells / FLAT).unwrap_or(u16::MAX);
        let spare = u16::try_from(spare).unwrap_or(u16::MAX);
        let higher = height.saturating_add(spare).min(flat);
        let Some(CardLine::Chart(ChartLine { chart, .. })) = self.lines.get(from).cloned() else {
            return;
        };
        if higher > height {
            let rows =
                (0..higher).map(|row| CardLine::Chart(ChartLine { chart, row, height: higher }));
            self.lines.splice(from..from + usize::from(height), rows);
            let more = usize::from(higher - height);
            for stop in self.stops.iter_mut().filter(|stop| stop.lines.end > from) {
                stop.lines.end += more;
            }
        }
    }

    /// The rows of a chart.
    pub(super) fn chart(&mut self, chart: usize, height: u16) {
        self.lines.extend((0..height).map(|row| CardLine::Chart(ChartLine { chart, row, height })));
    }

    /// What the signs of a chart mean, as many on a line as fit.
    pub(super) fn key(&mut self, figures: &[Figure<'_>]) {
        let mut lines: Vec<String> = Vec::new();
        for (sign, means) in key(figures, self.format.cells) {
            let entry = format!("{sign} {means}");
            let cells = width(GAP) + width(&entry);
            match lines.iter_mut().find(|line| width(line) + cells <= self.format.cells) {
                Some(line) => line.extend([GAP, &entry]),
                None => lines.push(entry),
            }
        }
        self.lines.extend(lines.into_iter().map(CardLine::Legend));
    }

    /// Who the others of a chart are: a line each, or as many as they need. Returns the lines that they
    /// take.
    fn others(&mut self, entries: &[Entry], most: Option<usize>) -> usize {
        let before = self.lines.len();
        self.write_others(entries, most);
        self.lines.len() - before
    }

    fn write_others(&mut self, entries: &[Entry], most: Option<usize>) {
        let cells = self.format.cells;
        let figures = entries.iter().filter_map(Entry::figure).map(width);
        let column = figures.filter(|cells| *cells <= WIDEST_FIGURE).max().unwrap_or(0) + GAP.len();
        let whole: Vec<Vec<String>> =
            entries.iter().map(|entry| entry.lines(column, cells)).collect();
        let needed: usize = whole.iter().map(Vec::len).sum();
        let Some(most) = most.filter(|most| *most < needed) else {
            for (lines, entry) in whole.into_iter().zip(entries) {
                self.lines.extend(lines.into_iter().map(entry.line()));
            }
            return;
        };
        let shown = if entries.len() > most { most.saturating_sub(1) } else { entries.len() };
        // What is left of the room goes to the first ones.
        let mut spare = most.saturating_sub(entries.len());
        for (lines, entry) in whole.into_iter().zip(entries).take(shown) {
            let extra = lines.len().saturating_sub(1);
            if extra <= spare {
                spare -= extra;
                self.lines.extend(lines.into_iter().map(entry.line()));
            } else {
                self.lines.push(entry.line()(entry.short(column, cells)));
            }
        }
        if let Some(left) = entries.len().checked_sub(shown).filter(|left| *left > 0) {
            self.wrapped(&format!("and {}", counted(left, "more figure")), CardLine::Legend);
        }
    }

    /// The texts about the others of a chart, as they are read there: lines once each, those of another
    /// measure last.
    fn entries(&self, indicator: &Indicator, chart: &Chart, figures: &[Figure<'_>]) -> Vec<Entry> {
        let drawn = Drawn::of(figures, self.format.cells);
        let is_alone = chart.series.len() == 1;
        let mut lines: Vec<usize> = Vec::new();
        let mut entries = Vec::new();
        for figure in figures {
            let parts = match figure.ix {
                FigureIx::Rival(at) => {
                    let differs = indicator.rivals.get(at).and_then(|it| it.differs.as_deref());
                    self.said(figure, differs, drawn)
                }
                FigureIx::Target(_) => self.said(figure, None, drawn),
                FigureIx::Point(point) if !lines.contains(&point.series) => {
                    lines.push(point.series);
                    let Some(series) = indicator.series.get(point.series) else { continue };
                    let is_named = figure.mark.is_other() || !is_alone;
                    if !is_named && series.label.as_ref().is_none_or(|it| *it == indicator.label) {
                        continue;
                    }
                    let is_firm = series.points.iter().any(is_firm);
                    let text = line_text(indicator, chart, series);
                    let named = format!("{}{text}", sign(figure, is_firm, drawn));
                    let differs = series.differs.as_deref().map(ToOwned::to_owned);
                    iter::once(named).chain(differs).collect()
                }
                FigureIx::Headline | FigureIx::Point(_) => continue,
            };
            let kind = if figure.mark.is_other() { EntryKind::Other } else { EntryKind::Same };
            entries.push(Entry { parts, kind });
        }
        let heading = indicator.other_measures().map(|text| format!("{text}:"));
        entries.extend(heading.map(|text| Entry { parts: vec![text], kind: EntryKind::Heading }));
        entries.sort_by_key(|entry| entry.kind);
        let is_off = |rival: &&Rival| !indicator.shares_axis(&rival.observation);
        let off = indicator.rivals.iter().filter(is_off).count();
        if off > 0 {
            let parts = vec![format!("{} not on this axis", counted(off, "figure"))];
            entries.push(Entry { parts, kind: EntryKind::Other });
        }
        entries
    }

    /// A figure in words, what it measures if that is something else, of when it is, who says it.
    fn said(&self, figure: &Figure<'_>, differs: Option<&str>, drawn: Drawn) -> Vec<String> {
        let o = figure.observation;
        let named = format!("{}{}", sign(figure, is_firm(o), drawn), o.figure());
        let date = if figure.is_target() { o.due_words() } else { o.period_words() };
        let differs = differs.map(ToOwned::to_owned);
        iter::once(named).chain(differs).chain([date]).chain(self.who(o)).collect()
    }

    /// Who states a figure, or else the publisher of its source.
    fn who(&self, observation: &Observation) -> Option<String> {
        let source = observation.source.and_then(|ix| self.input.doc.report.source(ix));
        let publisher = source.and_then(|source| source.publisher.as_ref());
        observation.stated_by.as_ref().or(publisher).map(ToString::to_string)
    }
}

/// A line about another figure of a chart.
struct Entry {
    /// What it says, the most important part first.
    parts: Vec<String>,
    kind: EntryKind,
}

/// What a line of the list says something about, in the order of the list.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum EntryKind {
    /// A figure for the same thing.
    Same,
    /// How many measure another thing.
    Heading,
    /// A figure of another measure, grey as on the chart.
    Other,
}

impl Entry {
    /// The figure or the line of a list entry; a heading has none.
    fn figure(&self) -> Option<&str> {
        self.parts.first().map(String::as_str).filter(|_| self.parts.len() > 1)
    }

    /// Its lines: the figure in a column of its own if it is not too long for that, and what is said of
    /// it beside and below.
    fn lines(&self, column: usize, cells: usize) -> Vec<String> {
        let Some((figure, rest)) = self.parts.split_first() else { return Vec::new() };
        let is_beside = width(figure) + GAP.len() <= column && column * 2 <= cells;
        if rest.is_empty() || !is_beside {
            return hanging(&self.parts.join(PART), cells);
        }
        let rest = wrap(&rest.join(PART), cells - column);
        let figures = iter::once(figure.as_str()).chain(iter::repeat(""));
        rest.iter().zip(figures).map(|(text, figure)| beside(figure, column, text)).collect()
    }

    /// The parts that fit on one line; the record has the others. What it measures is never left out
    /// unmarked.
    fn short(&self, column: usize, cells: usize) -> String {
        let (first, rest) = self.parts.split_at(2.min(self.parts.len()));
        let mut text = match first {
            [figure, what] if width(figure) + GAP.len() <= column => beside(figure, column, what),
            _ => first.join(PART),
        };
        for part in rest {
            let room = cells.saturating_sub(width(&text) + width(PART));
            if width(part) <= room || room >= LEAST_PART {
                text.extend([PART, &*fit(part, room)]);
            }
        }
        fit(&text, cells).into_owned()
    }

    fn line(&self) -> fn(String) -> CardLine {
        if self.kind == EntryKind::Other { CardLine::Legend } else { CardLine::Text }
    }

    fn is_heading(&self) -> bool {
        self.kind == EntryKind::Heading
    }
}

/// The letter under which the chart has a figure, with its mark if that is not the letter; of one that it
/// does not draw as many blanks.
fn sign(figure: &Figure<'_>, is_firm: bool, drawn: Drawn) -> String {
    let mark = figure.mark.glyph(is_firm);
    match &figure.letter {
        _ if !drawn.has(figure) => "  ".to_owned(),
        Some(letter) if letter == mark => format!("{letter} "),
        Some(letter) => format!("{letter} {mark} "),
        None => format!("{mark} "),
    }
}

/// A text in a column behind that of a figure.
fn beside(figure: &str, column: usize, text: &str) -> String {
    format!("{figure}{}{text}", " ".repeat(column.saturating_sub(width(figure))))
}

/// The lines of a text; those after the first are indented further than it.
fn hanging(text: &str, cells: usize) -> Vec<String> {
    let own = " ".repeat(text.len() - text.trim_start_matches(' ').len());
    let lines = wrap(text, cells.saturating_sub(own.len() + 2)).into_iter().enumerate();
    let indent = |at: usize| if at == 0 { "" } else { "  " };
    lines.map(|(at, line)| format!("{own}{}{line}", indent(at))).collect()
}
