//! The evidence of an indicator on a card: one sentence, the chart, its key, who the others are.

use super::writer::Writer;
use super::{CardLine, ChartLine};
use crate::app::panels::{Chart, Figure, FigureIx, Mark, charts, figures, is_firm, key, line_text};
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
const FLAT: usize = 3;
/// The cells between two signs of the key.
const GAP: &str = "  ";

impl Writer<'_> {
    /// What the figures show, in a sentence; the chart of all that share the headline's axis; the
    /// words of the figure at the cursor; the key; the others, a short line each. In a panel without
    /// room for all of them the words take the place of the others.
    pub(super) fn evidence(&mut self, indicator: &Indicator, room: EvidenceRoom) {
        self.blank();
        self.wrapped(&indicator.evidence(), CardLine::Text);
        let charts = charts(indicator);
        let Some((at, chart)) = charts.iter().enumerate().find(|(_, it)| it.has_headline) else {
            return;
        };
        let from = self.lines.len();
        self.chart(at, room.chart);
        let is_read_out = self.read_out(indicator, (at, chart), from);
        self.key(indicator, at, chart);
        let left = room.end.map(|end| end.saturating_sub(self.lines.len()));
        let used = if is_read_out && left.is_some() {
            0
        } else {
            self.others(&self.entries(indicator, at, chart), left)
        };
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
    pub(super) fn key(&mut self, indicator: &Indicator, at: usize, chart: &Chart) {
        let mut lines: Vec<String> = Vec::new();
        for (sign, means) in key(indicator, at, chart) {
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
    fn others(&mut self, entries: &[String], most: Option<usize>) -> usize {
        let before = self.lines.len();
        self.write_others(entries, most);
        self.lines.len() - before
    }

    fn write_others(&mut self, entries: &[String], most: Option<usize>) {
        let cells = self.format.cells;
        let whole: Vec<Vec<String>> = entries.iter().map(|entry| hanging(entry, cells)).collect();
        let needed: usize = whole.iter().map(Vec::len).sum();
        let Some(most) = most.filter(|most| *most < needed) else {
            self.lines.extend(whole.into_iter().flatten().map(CardLine::Text));
            return;
        };
        let shown = if entries.len() > most { most.saturating_sub(1) } else { entries.len() };
        // What is left of the room goes to the first ones.
        let mut spare = most.saturating_sub(shown);
        if shown < entries.len() {
            spare = 0;
        }
        for (lines, entry) in whole.into_iter().zip(entries).take(shown) {
            let extra = lines.len().saturating_sub(1);
            if extra <= spare {
                spare -= extra;
                self.lines.extend(lines.into_iter().map(CardLine::Text));
            } else {
                self.lines.push(CardLine::Text(fit(entry, cells).into_owned()));
            }
        }
        if let Some(left) = entries.len().checked_sub(shown).filter(|left| *left > 0) {
            self.wrapped(&format!("and {}", counted(left, "more figure")), CardLine::Legend);
        }
    }

    /// The texts about the others of a chart, as they are read there: lines once each.
    fn entries(&self, indicator: &Indicator, at: usize, chart: &Chart) -> Vec<String> {
        let all = figures(indicator, at, chart);
        let is_alone = chart.series.len() == 1;
        let mut lines: Vec<usize> = Vec::new();
        let mut entries = Vec::new();
        for figure in &all {
            match figure.ix {
                FigureIx::Rival(at) => {
                    let differs = indicator.rivals.get(at).and_then(|it| it.differs.as_deref());
                    entries.push(self.entry(figure, differs));
                }
                FigureIx::Target(_) => entries.push(self.entry(figure, None)),
                FigureIx::Point(point) if !lines.contains(&point.series) => {
                    lines.push(point.series);
                    let Some(series) = indicator.series.get(point.series) else { continue };
                    let is_firm = series.points.iter().any(is_firm);
                    let is_named = figure.mark == Mark::Other || !is_alone;
                    if is_named || series.label.as_ref().is_some_and(|it| *it != indicator.label) {
                        let sign = sign(figure, is_firm);
                        let text = line_text(indicator, chart, series);
                        let differs = series.differs.as_deref().map(|it| format!(": {it}"));
                        entries.push(format!("{sign} {text}{}", differs.unwrap_or_default()));
                    }
                }
                FigureIx::Headline | FigureIx::Point(_) => {}
            }
        }
        let is_off = |rival: &&Rival| !indicator.shares_axis(&rival.observation);
        let off = indicator.rivals.iter().filter(is_off).count();
        if off > 0 {
            entries.push(format!("{} not on this axis", counted(off, "figure")));
        }
        entries
    }

    /// A figure in words, of when it is, who says it, and what it measures if that is something else.
    fn entry(&self, figure: &Figure<'_>, differs: Option<&str>) -> String {
        let o = figure.observation;
        let sign = sign(figure, is_firm(o));
        let date = if figure.is_target() { o.due_words() } else { o.period_words() };
        let who = self.who(o).map(|who| format!(" · {who}")).unwrap_or_default();
        let differs = differs.map(|differs| format!(" · {differs}")).unwrap_or_default();
        format!("{sign} {}, {date}{differs}{who}", o.figure())
    }

    /// Who states a figure, or else the publisher of its source.
    fn who(&self, observation: &Observation) -> Option<String> {
        let source = observation.source.and_then(|ix| self.input.doc.report.source(ix));
        let publisher = source.and_then(|source| source.publisher.as_ref());
        observation.stated_by.as_ref().or(publisher).map(ToString::to_string)
    }
}

/// The mark of a figure and the letter that it has on the chart.
fn sign(figure: &Figure<'_>, is_firm: bool) -> String {
    let mark = figure.mark.glyph(is_firm);
    match &figure.letter {
        Some(letter) => format!("{letter} {mark}"),
        None => mark.to_owned(),
    }
}

/// The lines of a text; those after the first are indented.
fn hanging(text: &str, cells: usize) -> Vec<String> {
    let lines = wrap(text, cells.saturating_sub(2)).into_iter().enumerate();
    lines.map(|(at, line)| if at == 0 { line } else { format!("  {line}") }).collect()
}
