//! The part of a card about the editions of a line: what was restated.

use super::CardLine;
use super::writer::Writer;
use crate::app::text::width;
use crate::report::{LineEditions, Restatement, Series, counted};

/// The cells between two columns.
const GAP: &str = "  ";

impl Writer<'_> {
    /// What each edition of a line prints for the times that were restated: a table, or in a narrow panel
    /// a line for each time.
    pub(super) fn editions(&mut self, line: &LineEditions<'_>) {
        let Some(latest) = line.latest() else { return };
        self.heading("EDITIONS");
        let label = latest.label.as_deref().unwrap_or("without a label");
        self.wrapped(&format!("{label}, in {}", latest.unit.long()), CardLine::Text);
        let names: Vec<&str> = line.editions.iter().map(|it| name(it)).collect();
        let shared = line.shared();
        let restated: Vec<_> = shared.iter().filter(|it| it.is_restated()).collect();
        let rows = table(&names, &restated);
        let fits = |row: &String| width(row) <= self.format.cells;
        if !restated.is_empty() && rows.iter().all(fits) {
            self.lines.extend(rows.into_iter().map(CardLine::Text));
        } else {
            self.wrapped(&format!("editions {}", names.join(" → ")), CardLine::Text);
            for row in &restated {
                let remark = remark(row).map(|remark| format!(", {remark}")).unwrap_or_default();
                let text = format!("{}: {}{remark}", row.period.words(), row.words());
                self.wrapped(&text, CardLine::Text);
            }
        }
        let same = match (shared.len() - restated.len(), restated.len()) {
            (0, 0) => "no two editions print the same time".to_owned(),
            (0, _) => String::new(),
            (count, 0) => format!("{}, none restated", counted(count, "shared figure")),
            (count, _) => format!("{} not restated", counted(count, "more shared figure")),
        };
        if !same.is_empty() {
            self.wrapped(&same, CardLine::Legend);
        }
        let words = format!("edition {} is the latest and counts as the history", name(latest));
        self.wrapped(&words, CardLine::Legend);
    }
}

fn name(edition: &Series) -> &str {
    edition.edition.as_ref().map_or("", |edition| &edition.name)
}

/// The rows of a table: a row for each time, a column for each edition.
fn table(names: &[&str], restated: &[&Restatement<'_>]) -> Vec<String> {
    let head: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let mut rows: Vec<(String, Vec<String>, String)> = vec![(String::new(), head, String::new())];
    for row in restated {
        let cell = |at: usize| {
            let figure = row.figures.iter().find(|(edition, _)| *edition == at);
            figure.map_or_else(|| "–".to_owned(), |(_, figure)| Restatement::cell(figure))
        };
        let cells = (0..names.len()).map(cell).collect();
        let remark = remark(row).map(|remark| format!("{GAP}{remark}")).unwrap_or_default();
        rows.push((row.period.words(), cells, remark));
    }
    let first = rows.iter().map(|(period, ..)| width(period)).max().unwrap_or(0);
    let wide =
        |at: usize| rows.iter().filter_map(|(_, cells, _)| cells.get(at)).map(|it| width(it)).max();
    let widths: Vec<usize> = (0..names.len()).map(|at| wide(at).unwrap_or(0)).collect();
    let written = rows.iter().map(|(period, cells, remarks)| {
        let gap = |text: &str, wide: usize| " ".repeat(wide.saturating_sub(width(text)));
        let cells = cells.iter().zip(&widths);
        let cells = cells.map(|(cell, wide)| format!("{GAP}{}{cell}", gap(cell, *wide)));
        format!("{period}{}{}{remarks}", gap(period, first), cells.collect::<String>())
    });
    written.collect()
}

/// How far a figure moved, or that it has lost its hedge on the way: then it is plain why nothing is told.
fn remark(row: &Restatement<'_>) -> Option<String> {
    if row.has_lost_hedge() { Some("hedge lost".to_owned()) } else { row.moved_words() }
}
