use super::Paper;
use crate::report::{Flags, Indicator, ItemIx, Scale};
use crate::ui::bar::{figure_bar, headline_bar};
use crate::ui::legend::{CELLS, FLAGS, LIMITS, MARKS, Signs};

/// Enough cells for every kind that a bar has.
const CELLS_OF_A_BAR: usize = 120;

/// What the signs of all rows and bars mean, and an empty line; nothing where there are none.
pub(super) fn of_all(paper: Paper<'_>) -> Vec<String> {
    let mut signs = Signs::default();
    let report = &paper.model.doc.report;
    for (ix, indicator) in report.indexed() {
        add(indicator, paper.model.panels.gauges.scale(report, ix), &mut signs);
        signs.add_flags(Flags::new(indicator, paper.model.env.as_of));
    }
    lines(paper, &signs)
}

/// The same for the bars of some cards.
pub(super) fn of_cards(paper: Paper<'_>, only: &[ItemIx]) -> Vec<String> {
    let mut signs = Signs::default();
    for item in only {
        if let ItemIx::Indicator(ix) = item
            && let Some(indicator) = paper.model.doc.report.indicator(*ix)
        {
            // A card draws the bar of its headline only beside other figures.
            let has_bars = indicator.rivals.iter().any(|rival| rival.scale(indicator).is_some())
                || !indicator.targets.is_empty();
            add(indicator, indicator.scale.filter(|_| has_bars), &mut signs);
        }
    }
    lines(paper, &signs)
}

/// Adds the signs in an indicator's bars, that of its headline on its scale.
fn add(indicator: &Indicator, scale: Option<Scale>, signs: &mut Signs) {
    if let Some(scale) = scale {
        signs.add_bar(&headline_bar(indicator, scale, CELLS_OF_A_BAR));
    }
    for rival in &indicator.rivals {
        if let Some(scale) = rival.scale(indicator) {
            signs.add_bar(&figure_bar(&rival.observation, scale, CELLS_OF_A_BAR));
        }
    }
}

fn lines(paper: Paper<'_>, signs: &Signs) -> Vec<String> {
    let legends = [CELLS, LIMITS, MARKS, FLAGS].into_iter();
    let entries = legends.flat_map(|legend| signs.explained(legend)).map(|entry| entry.long);
    let mut lines = paper.signs(entries);
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines
}
