//! Rows on paper: nothing is cut; a text longer than its column continues below.

use ratatui::layout::Rect;

use super::Gauges;
use crate::app::panels::{GAP, GaugeLine, MARKER, WIDE_GAP, aimed_at};
use crate::app::text::{width, wrap};
use crate::report::{Flags, Indicator, IndicatorIx};
use crate::ui::canvas::{Canvas, cells as cells_of, shown, skip};
use crate::ui::legend::Signs;
use crate::ui::page::Paper;

/// A narrower column of labels would break every word; then labels stand above their rows.
const LEAST_LABEL: usize = 12;

impl Gauges<'_> {
    /// The signs of all lines.
    pub(crate) fn all_signs(&self) -> Signs {
        self.signs_of(self.lines())
    }

    /// Draws a line of the panel, also one that is below a row.
    pub(crate) fn any_line(&self, line: &GaugeLine, row: Rect, canvas: &mut Canvas<'_>) {
        if let GaugeLine::Figure(ix, nth) = line {
            self.line_below(*ix, *nth, Rect { height: u16::MAX, ..row }, canvas);
        } else {
            self.line(line, row, canvas);
        }
    }

    /// A line of the panel on paper.
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
            GaugeLine::Ruler(_) | GaugeLine::LoneRuler(_) | GaugeLine::Blank => vec![drawn(line)],
            // A row on paper has as many lines as it needs.
            GaugeLine::Figure(..) => Vec::new(),
        }
    }

    fn row_on_paper(&self, paper: Paper<'_>, ix: IndicatorIx) -> Vec<String> {
        let Some(indicator) = self.model.doc.report.indicator(ix) else { return Vec::new() };
        // A figure may run into the place of the flags, but not over them.
        let flags = shown(&Flags::new(indicator, self.model.env.as_of).to_string(), self.theme)
            .into_owned();
        let flags_cells = cells_of(&flags);
        let line = paper.cells.saturating_sub(if flags_cells > 0 { GAP + flags_cells } else { 0 });
        let cells = usize::from(line);
        let (figure, x) = self.figure(ix, indicator, line, false);
        let order = self.order_beside(indicator, x, &figure);
        let figure = order.map_or(figure.clone(), |order| format!("{figure} {order}"));
        let (period, wide) =
            (indicator.headline.period_words(), width(&shown(&figure, self.theme)));
        if usize::from(MARKER) + wide > cells {
            let mut lines = paper.indented(&indicator.label, 1);
            lines.extend(paper.indented(&format!("{}, {period}", indicator.headline.words()), 3));
            return lines;
        }
        let columns = self.columns;
        let end = usize::from(x) + wide;
        let is_beside = end <= usize::from(columns.figure_x() + columns.figure);
        let has_bar = is_beside
            && (self.scale(ix, indicator).is_some() || self.trend(ix, indicator).is_some());
        let end = if has_bar { usize::from(columns.bar_x() + columns.bar) } else { end };
        // The period stands at the end of the row where it fits as a whole.
        let edge = usize::from(columns.end()).min(cells);
        let is_behind = columns.period > 0 && end + usize::from(WIDE_GAP) + width(&period) <= edge;
        let indent = self.indent(ix);
        let room = columns.label.min(x.saturating_sub(MARKER + GAP)).saturating_sub(indent);
        let label = self.label_on_paper(indicator, usize::from(room));
        let mut lines =
            if label.is_empty() { paper.indented(&indicator.label, 1) } else { Vec::new() };
        lines.push(paper.line(|area, canvas| {
            let plain = canvas.theme.plain();
            if is_beside {
                self.bar(ix, indicator, area, canvas);
            }
            canvas.line(skip(area, MARKER + indent), label.first().map_or("", |it| it), plain);
            canvas.line(skip(area, x), &figure, plain);
            if is_behind {
                canvas.right(Rect { width: columns.end(), ..area }, &period, plain);
            }
            let behind = skip(area, x).x + cells_of(&figure);
            let flags_x = (area.x + columns.end()).max(behind) + GAP;
            canvas.text(flags_x, area.y, flags_cells, &flags, plain);
        }));
        // The label goes on a little further in than where another label begins.
        let indent = " ".repeat(usize::from(MARKER + indent + GAP));
        let mut below: Vec<String> =
            label.iter().skip(1).map(|label| format!("{indent}{label}")).collect();
        if !is_beside && self.scale(ix, indicator).is_some() {
            let bar = paper.line(|area, canvas| {
                self.bar(ix, indicator, area, canvas);
            });
            put_below(paper, usize::from(columns.bar_x()), bar.trim(), &mut below);
        }
        if !is_behind {
            put_below(paper, usize::from(x), &shown(&period, self.theme), &mut below);
        }
        if let Some(aim) = aimed_at(indicator) {
            put_below(paper, usize::from(x), &shown(&aim, self.theme), &mut below);
        }
        lines.extend(below);
        lines
    }

    /// The lines of a label in `room` cells; none where that would break every word.
    fn label_on_paper(&self, indicator: &Indicator, room: usize) -> Vec<String> {
        let short = shown(indicator.short_label(), self.theme);
        if room < LEAST_LABEL && width(&short) > room {
            return Vec::new();
        }
        let full = self.columns.full_label.then(|| shown(&indicator.label, self.theme));
        wrap(&full.unwrap_or(short), room)
    }
}

/// Writes a text under the figure that begins at `x`, beside what is left of the label.
fn put_below(paper: Paper<'_>, x: usize, text: &str, lines: &mut Vec<String>) {
    let cells = usize::from(paper.cells);
    let x = x.min(cells.saturating_sub(width(text)));
    match lines.iter_mut().find(|line| width(line) < x) {
        Some(free) => {
            let gap = " ".repeat(x - width(free));
            free.push_str(&gap);
            free.push_str(text);
        }
        None if width(text) <= cells => lines.push(format!("{}{text}", " ".repeat(x))),
        None => lines.extend(paper.indented(text, 1)),
    }
}
