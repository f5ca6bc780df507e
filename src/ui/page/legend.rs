use super::Paper;
use crate::report::{Flags, Indicator, ItemIx, Quantity, Scale};
use crate::ui::gauges::{CELLS, WALLS};
use crate::ui::{Cell, bar};

/// Cells enough for every kind that a bar has.
const CELLS_OF_A_BAR: usize = 120;

/// What the signs of all rows and bars mean, and an empty line; nothing where there are none.
pub(super) fn of_all(paper: Paper<'_>) -> Vec<String> {
    let indicators = &paper.model.doc.report.indicators;
    let flags = indicators.iter().map(|indicator| Flags::new(indicator, paper.model.env.as_of));
    let (mut seen, mut signs) = (Vec::new(), Vec::new());
    for indicator in indicators {
        add(indicator, true, &mut seen);
    }
    for flag in flags {
        signs.extend(flag.due.then_some('!'));
        signs.extend(flag.contradicted.then_some('±'));
    }
    lines(paper, &seen, &signs)
}

/// The same for the bars of some cards.
pub(super) fn of_cards(paper: Paper<'_>, only: &[ItemIx]) -> Vec<String> {
    let mut seen = Vec::new();
    for item in only {
        if let ItemIx::Indicator(ix) = item
            && let Some(indicator) = paper.model.doc.report.indicator(*ix)
        {
            let has_bars = indicator.rivals.iter().any(|rival| rival.scale(indicator).is_some());
            add(indicator, has_bars, &mut seen);
        }
    }
    lines(paper, &seen, &[])
}

/// Adds the kinds of cells of an indicator's bars.
fn add(indicator: &Indicator, headline: bool, seen: &mut Vec<Cell>) {
    let own = (indicator.headline.quantity.as_ref(), indicator.scale);
    let rivals = indicator.rivals.iter();
    let rivals = rivals.map(|rival| (rival.observation.quantity.as_ref(), rival.scale(indicator)));
    for (quantity, scale) in rivals.chain(headline.then_some(own)) {
        for cell in drawn(quantity, scale) {
            if !seen.contains(&cell) {
                seen.push(cell);
            }
        }
    }
}

fn drawn(quantity: Option<&Quantity>, scale: Option<Scale>) -> Vec<Cell> {
    let both = quantity.zip(scale);
    both.map_or_else(Vec::new, |(quantity, scale)| bar(quantity, scale, CELLS_OF_A_BAR))
}

fn lines(paper: Paper<'_>, seen: &[Cell], flags: &[char]) -> Vec<String> {
    let is_there = |entry: &&str| match entry.chars().next() {
        Some(sign @ ('!' | '±')) => flags.contains(&sign),
        Some(sign) => seen.iter().any(|cell| sign_of(*cell) == sign),
        None => false,
    };
    let longest = |notes: &[&'static str]| notes.first().copied().unwrap_or_default().split("   ");
    let entries: Vec<_> = longest(CELLS).chain(longest(WALLS)).filter(is_there).collect();
    let mut lines = paper.signs(entries.into_iter());
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines
}

/// The sign that the entry of a kind of cell begins with.
fn sign_of(cell: Cell) -> char {
    match cell {
        Cell::Reached => '■',
        Cell::MayReach => '□',
        Cell::RoughlyReached | Cell::RoughlyBeyond => '▪',
        Cell::NotReached => '·',
        Cell::Floor => '├',
        Cell::Ceiling => '┤',
        Cell::Zero => '┼',
        Cell::BeyondHigh | Cell::BeyondLow => '▸',
    }
}
