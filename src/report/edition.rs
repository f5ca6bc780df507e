//! Editions of a line: which is the latest, and what was restated from one to the next.

mod restated;

use std::collections::BTreeMap;

use super::{Indicator, Period, Series};
pub use restated::{Moved, Restatement, in_words};

/// A line that the file has in several editions.
#[derive(Clone, Debug, PartialEq)]
pub struct LineEditions<'i> {
    /// Its editions from the earliest to the latest.
    pub editions: Vec<&'i Series>,
}

/// Marks the latest edition of each line.
///
/// Editions are in the order of their dates where each name is a date or has a year in it, and else in
/// the order of the file.
pub fn mark_latest(series: &mut [Series]) {
    let superseded: Vec<usize> = lines(series)
        .into_iter()
        .flat_map(|mut line| {
            line.pop();
            line
        })
        .collect();
    for at in superseded {
        if let Some(edition) = series.get_mut(at).and_then(|series| series.edition.as_mut()) {
            edition.is_latest = false;
        }
    }
}

/// The positions of the editions of each line, from the earliest to the latest.
fn lines(series: &[Series]) -> Vec<Vec<usize>> {
    let mut lines: Vec<Vec<usize>> = Vec::new();
    for (at, one) in series.iter().enumerate().filter(|(_, one)| one.edition.is_some()) {
        let first = |line: &Vec<usize>| line.first().and_then(|first| series.get(*first));
        match lines.iter_mut().find(|line| first(line).is_some_and(|it| it.is_same_line(one))) {
            Some(line) => line.push(at),
            None => lines.push(vec![at]),
        }
    }
    for line in &mut lines {
        let date = |at: &usize| when(series.get(*at)?.edition.as_ref()?.name.as_str());
        if line.iter().all(|at| date(at).is_some()) {
            line.sort_by_cached_key(date);
        }
    }
    lines
}

/// The date of an edition by its name, to sort by: the name itself, else the first date or year in it.
fn when(name: &str) -> Option<(i64, i64)> {
    let date = |text: &str| {
        Period::parse(text).ok().filter(|date| date.start().is_some()).map(|date| date.sort_key())
    };
    let is_digit = |c: char| c.is_ascii_digit();
    let dates = name.split(|c| !is_digit(c) && c != '-').map(|part| part.trim_matches('-'));
    let years = name.split(|c| !is_digit(c)).filter(|part| part.len() == 4);
    let dates = dates.filter(|part| part.len() >= 4);
    date(name).or_else(|| dates.chain(years).find_map(date))
}

impl Indicator {
    /// The lines that the file has in several editions, in the order of the file.
    pub fn lines_in_editions(&self) -> Vec<LineEditions<'_>> {
        let lines = lines(&self.series).into_iter().filter(|line| line.len() > 1);
        lines
            .map(|line| {
                let editions = line.iter().filter_map(|at| self.series.get(*at)).collect();
                LineEditions { editions }
            })
            .collect()
    }

    /// The latest edition of a line of which a series is an earlier one.
    pub fn superseding(&self, earlier: &Series) -> Option<&Series> {
        let mut latest =
            self.series.iter().filter(|it| it.edition.is_some() && !it.is_superseded());
        latest.find(|it| earlier.is_superseded() && it.is_same_line(earlier))
    }

    /// What later editions say otherwise of the same time, in the history of the headline.
    pub fn restatements(&self) -> Vec<Restatement<'_>> {
        let lines = self.lines_in_editions().into_iter();
        let own = lines.filter(|line| line.latest().is_some_and(|it| it.is_history_of(self)));
        own.flat_map(|line| line.restatements()).collect()
    }

    /// Whether a later edition of its history says something else of the same time.
    pub fn is_restated(&self) -> bool {
        !self.restatements().is_empty()
    }

    /// The restatement of its history that moved the figure most, for its size.
    pub fn largest_restatement(&self) -> Option<Restatement<'_>> {
        self.restatements().into_iter().max_by(|a, b| a.moved().cmp_size(&b.moved()))
    }
}

impl<'i> LineEditions<'i> {
    /// The latest edition.
    pub fn latest(&self) -> Option<&'i Series> {
        self.editions.last().copied()
    }

    /// What two or more editions print, whether they agree or not, in the order of time.
    pub fn shared(&self) -> Vec<Restatement<'i>> {
        let mut periods: BTreeMap<(i64, i64), Vec<Restatement<'i>>> = BTreeMap::new();
        for (at, edition) in self.editions.iter().enumerate() {
            for point in &edition.points {
                let Some(period) = &point.period else { continue };
                let group = periods.entry(period.sort_key()).or_default();
                match group.iter_mut().find(|it| it.is_of(period, point)) {
                    Some(same) => same.add(at, point),
                    None => group.push(Restatement { period, figures: vec![(at, point)] }),
                }
            }
        }
        let all = periods.into_values().flatten();
        all.filter(|it| it.printed().count() > 1).collect()
    }

    /// What later editions say otherwise of the same time, in the order of time.
    pub fn restatements(&self) -> Vec<Restatement<'i>> {
        self.shared().into_iter().filter(Restatement::is_restated).collect()
    }
}

#[cfg(test)]
mod tests;
