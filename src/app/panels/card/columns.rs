use std::ops::Range;

use super::{Card, CardLine};
use crate::app::panels::DetailColumns;

/// So many lines are kept together.
const TOGETHER: usize = 12;

impl Card {
    /// The lines that each column shows, where the first one begins with a given line.
    ///
    /// A drawing is not broken in two if it fits into a column: half of it would be read as a
    /// whole. Neither is what belongs to one figure, unless it is long.
    pub fn columns(&self, offset: usize, columns: DetailColumns) -> Vec<Range<usize>> {
        let mut from = offset.min(self.lines.len());
        let mut ranges = Vec::new();
        for at in 0..columns.count {
            let mut to = (from + usize::from(columns.lines)).min(self.lines.len());
            if at + 1 < columns.count {
                to = self.break_at(to).filter(|to| *to > from).unwrap_or(to);
            }
            ranges.push(from..to);
            let is_blank = self.lines.get(to).is_some_and(|line| *line == CardLine::Blank);
            from = to + usize::from(is_blank);
        }
        ranges
    }

    /// The first line to begin with from which everything to the end is shown.
    pub(crate) fn end(&self, columns: DetailColumns) -> usize {
        let view = usize::from(columns.lines) * usize::from(columns.count);
        let first = self.lines.len().saturating_sub(view);
        let shows_all = |offset: &usize| {
            self.columns(*offset, columns).last().is_none_or(|last| last.end >= self.lines.len())
        };
        (first..self.lines.len()).find(shows_all).unwrap_or(first)
    }

    /// Whether a line is in view.
    pub(crate) fn shows(&self, line: usize, offset: usize, columns: DetailColumns) -> bool {
        self.columns(offset, columns).iter().any(|range| range.contains(&line))
    }

    /// The start of what would be broken in front of a line: of a drawing, its heading included,
    /// or of a few lines without an empty one.
    fn break_at(&self, line: usize) -> Option<usize> {
        self.drawing_at(line).or_else(|| {
            let before = self.lines.get(line.saturating_sub(TOGETHER)..=line)?;
            let up = before.iter().rev().position(|line| *line == CardLine::Blank)?;
            Some(if up == 0 { line } else { line + 1 - up })
        })
    }

    fn drawing_at(&self, line: usize) -> Option<usize> {
        let is_drawn = |at: usize| {
            let line = self.lines.get(at)?;
            matches!(line, CardLine::Ruler(..) | CardLine::Bar(_) | CardLine::Chart(_))
                .then_some(at)
        };
        let mut start = is_drawn(line)?;
        while let Some(before) = start.checked_sub(1).and_then(is_drawn) {
            start = before;
        }
        let above = start.checked_sub(1);
        let heading = above.filter(|at| matches!(self.lines.get(*at), Some(CardLine::Heading(_))));
        Some(heading.unwrap_or(start))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::panels::ChartLine;

    #[test]
    fn what_belongs_to_a_figure_stays_with_it() {
        let text = CardLine::Text("of one figure".to_owned());
        let mut lines = vec![text; 20];
        lines[7] = CardLine::Blank;
        let card = Card { lines, ..Card::default() };
        let columns = |lines| DetailColumns { count: 2, cells: 60, lines };
        assert_eq!(card.columns(0, columns(10)), [0..8, 8..18]);
        assert_eq!(card.columns(0, columns(7)), [0..7, 8..15], "no column begins with nothing");
        assert_eq!(card.columns(8, columns(7)), [8..15, 15..20]);
    }

    #[test]
    fn no_column_ends_inside_a_drawing_that_the_next_one_holds() {
        let text = CardLine::Text("of one figure".to_owned());
        let mut lines = vec![text.clone(); 6];
        lines.push(CardLine::Heading("HISTORY"));
        let chart = (0..5).map(|row| CardLine::Chart(ChartLine { chart: 0, row, height: 5 }));
        lines.extend(chart);
        lines.resize(20, text);
        let card = Card { lines, ..Card::default() };
        let columns = |lines| DetailColumns { count: 2, cells: 60, lines };
        assert_eq!(card.columns(0, columns(10)), [0..6, 6..16]);
        assert_eq!(card.columns(0, columns(12)), [0..12, 12..20]);
        assert_eq!(card.columns(6, columns(4)), [6..10, 10..14], "it does not fit");
        assert_eq!(card.end(columns(10)), 2);
        assert_eq!(card.columns(2, columns(10)), [2..12, 12..20]);
        assert!(!card.shows(17, 0, columns(10)) && card.shows(15, 0, columns(10)));
    }
}
