use std::collections::HashSet;

use super::Paper;
use crate::report::{Flags, Indicator, ItemIx};
use crate::ui::gauges::{CELLS, FLAGS, LIMITS, MARKS};
use crate::ui::ruler::sign;
use crate::ui::{BarCell, bar};

/// Enough cells for every kind that a bar has.
const CELLS_OF_A_BAR: usize = 120;

/// What the signs of all rows and bars mean, and an empty line; nothing where there are none.
pub(super) fn of_all(paper: Paper<'_>) -> Vec<String> {
    let mut signs = HashSet::new();
    for indicator in &paper.model.doc.report.indicators {
        add(indicator, true, &mut signs);
        let flags = Flags::new(indicator, paper.model.env.as_of);
        signs.extend(flags.due.then_some("!"));
        signs.extend(flags.contradicted.then_some("±"));
    }
    lines(paper, &signs)
}

/// The same for the bars of some cards.
pub(super) fn of_cards(paper: Paper<'_>, only: &[ItemIx]) -> Vec<String> {
    let mut signs = HashSet::new();
    for item in only {
        if let ItemIx::Indicator(ix) = item
            && let Some(indicator) = paper.model.doc.report.indicator(*ix)
        {
            // A card draws the bar of its headline only beside those of rivals.
            let has_bars = indicator.rivals.iter().any(|rival| rival.scale(indicator).is_some());
            add(indicator, has_bars, &mut signs);
        }
    }
    lines(paper, &signs)
}

/// Adds the signs in an indicator's bars.
fn add(indicator: &Indicator, headline: bool, signs: &mut HashSet<&'static str>) {
    let own = (indicator.headline.quantity.as_ref(), indicator.scale);
    let rivals = indicator.rivals.iter();
    let rivals = rivals.map(|rival| (rival.observation.quantity.as_ref(), rival.scale(indicator)));
    for (quantity, scale) in rivals.chain(headline.then_some(own)) {
        if let (Some(quantity), Some(scale)) = (quantity, scale) {
            let cells = bar(quantity, scale, CELLS_OF_A_BAR).into_iter();
            // One entry explains what is rough, and one what lies beyond either end.
            signs.extend(cells.map(|cell| match cell {
                BarCell::RoughlyBeyond => sign(BarCell::RoughlyReached),
                BarCell::BeyondLow => sign(BarCell::BeyondHigh),
                cell => sign(cell),
            }));
        }
    }
}

fn lines(paper: Paper<'_>, signs: &HashSet<&'static str>) -> Vec<String> {
    let entries = [CELLS, LIMITS, MARKS, FLAGS].into_iter().flatten().map(|(long, _)| *long);
    let is_there = |entry: &&str| signs.iter().any(|sign| entry.starts_with(sign));
    let mut lines = paper.signs(entries.filter(is_there));
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines
}
