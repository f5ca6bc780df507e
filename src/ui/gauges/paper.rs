//! Rows on paper: nothing is cut there, and what is longer than its column goes on below.

use ratatui::layout::Rect;

use super::{GAP, Gauges, MARKER, WIDE_GAP};
use crate::app::panels::GaugeLine;
use crate::app::text::{width, wrap};
use crate::report::{Flags, Indicator, IndicatorIx};
use crate::ui::canvas::{shown, skip};
use crate::ui::page::Paper;

/// A column of labels that is narrower breaks every word; then they stand above their rows.
const LEAST_LABEL: usize = 12;

/// A row and where its parts stand.
struct Row<'r> {
    indicator: &'r Indicator,
    figure: String,
    /// Where the figure begins.
    x: u16,
    /// The label in its column.
    label: Vec<String>,
    /// The period, where it fits behind the figure as a whole.
    period: Option<String>,
}

impl Gauges<'_> {
    /// What a line of the panel takes on paper.
    pub(crate) fn on_paper(&self, paper: Paper<'_>, line: &GaugeLine) -> Vec<String> {
        let drawn = |line: &GaugeLine| paper.line(|area, canvas| self.line(line, area, canvas));
        match line {
            GaugeLine::Row(ix) => self.row_on_paper(paper, *ix),
            GaugeLine::Heading(group, ruler) => {
                let title = self.heading_text(*group);
                let cells = usize::from(self.heading_cells(paper.cells));
                if width(&shown(&title, self.theme)) <= cells {
                    return vec![drawn(line)];
                }
                let mut lines = paper.text(&title);
                if let Some(ruler) = ruler.as_ref().filter(|_| self.columns.bar > 0) {
                    lines.push(drawn(&GaugeLine::Ruler(ruler.clone())));
                }
                lines
            }
            GaugeLine::Ruler(_) | GaugeLine::Blank => vec![drawn(line)],
        }
    }

    fn row_on_paper(&self, paper: Paper<'_>, ix: IndicatorIx) -> Vec<String> {
        let Some(indicator) = self.model.doc.report.indicator(ix) else { return Vec::new() };
        let cells = usize::from(paper.cells);
        let (figure, x) = self.figure(indicator, paper.cells);
        let headline = &indicator.headline;
        let (period, wide) = (headline.period_words(), width(&shown(&figure, self.theme)));
        if usize::from(MARKER) + wide > cells {
            let mut lines = paper.indented(&indicator.label, 1);
            lines.extend(paper.indented(&format!("{}, {period}", headline.words()), 3));
            return lines;
        }
        let room = usize::from(self.columns.label.min(x.saturating_sub(MARKER + GAP)));
        let short = shown(indicator.short_label(), self.theme);
        let (mut lines, label) = if room >= LEAST_LABEL || width(&short) <= room {
            let full = self.columns.full_label.then(|| shown(&indicator.label, self.theme));
            (Vec::new(), wrap(&full.unwrap_or(short), room))
        } else {
            (paper.indented(&indicator.label, 1), Vec::new())
        };
        let edge = usize::from(self.columns.figure_x() + self.columns.tail).min(cells);
        let fits = usize::from(x) + wide + usize::from(WIDE_GAP) + width(&period) <= edge;
        let behind = (fits && self.columns.has_period()).then(|| period.clone());
        let row = Row { indicator, figure, x, label, period: behind };
        lines.push(self.first_line(paper, &row));
        let below = if row.period.is_some() { None } else { Some(shown(&period, self.theme)) };
        lines.extend(rest(paper, &row, below.as_deref()));
        lines
    }

    /// The line with the bar and the figure.
    fn first_line(&self, paper: Paper<'_>, row: &Row<'_>) -> String {
        let (columns, theme) = (self.columns, self.theme);
        paper.line(|area, canvas| {
            if columns.bar_x() + columns.bar < row.x {
                self.bar(row.indicator, area, canvas);
            }
            let label = row.label.first().map_or("", |label| label);
            canvas.line(skip(area, MARKER), label, theme.plain());
            canvas.line(skip(area, row.x), &row.figure, theme.plain());
            if let Some(period) = &row.period {
                let tail = Rect { width: columns.tail, ..skip(area, columns.figure_x()) };
                canvas.right(tail, period, theme.plain());
            }
            let flags = Flags::new(row.indicator, self.model.env.as_of).to_string();
            let x = columns.figure_x() + columns.tail + GAP;
            canvas.text(area.x + x, area.y, columns.flags, &flags, theme.plain());
        })
    }
}

/// What goes on below: the label in its column, the period under the figure.
fn rest(paper: Paper<'_>, row: &Row<'_>, period: Option<&str>) -> Vec<String> {
    // A little further in than a label of its own.
    let indent = " ".repeat(usize::from(MARKER + GAP));
    let label = row.label.iter().skip(1).map(|label| format!("{indent}{label}"));
    let mut lines: Vec<String> = label.collect();
    let Some(period) = period else { return lines };
    let cells = usize::from(paper.cells);
    let x = usize::from(row.x).min(cells.saturating_sub(width(period)));
    match lines.first_mut() {
        Some(first) if width(first) < x => {
            let gap = " ".repeat(x - width(first));
            first.push_str(&gap);
            first.push_str(period);
        }
        _ if width(period) <= cells => lines.insert(0, format!("{}{period}", " ".repeat(x))),
        _ => lines.extend(paper.indented(period, 1)),
    }
    lines
}
