//! Sets the lines of a card in columns.

use std::ops::Range;

use super::{Card, CardLine};
use crate::app::panels::DetailColumns;

/// The most lines of a paragraph that is kept together.
const TOGETHER: usize = 12;

impl Card {
    /// The lines that each column shows, if the first column begins with line `offset`.
    ///
    /// A drawing that fits into a column is not broken in two, as half of it would look like a whole.
    /// Nor are the lines about one figure, unless they are many.
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

    /// The smallest offset at which the last line is shown.
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

    /// The start of what a break before a line would cut: a drawing with its heading, or a paragraph.
    fn break_at(&self, line: usize) -> Option<usize> {
        self.drawing_at(line).or_else(|| {
            let before = self.lines.get(line.saturating_sub(TOGETHER)..=line)?;
            let up = before.iter().rev().position(|line| *line == CardLine::Blank)?;
            Some(if up == 0 { line } else { line + 1 - up })
        })
    }

    fn drawing_at(&self, line: usize) -> Option<usize> {
        let is_drawn = |line: &&CardLine| {
            matches!(line, CardLine::Ruler(..) | CardLine::Bar(_) | CardLine::Chart(_))
        };
        let up_to = self.lines.get(..=line)?;
        let start = up_to.len() - up_to.iter().rev().take_while(is_drawn).count();
        let above = start.checked_sub(1).and_then(|at| self.lines.get(at));
        let heading = usize::from(matches!(above, Some(CardLine::Heading(_))));
        (start <= line).then_some(start - heading)
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
