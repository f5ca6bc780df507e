use super::list::{self, Ends, Says};
use crate::app::Model;
use crate::app::overlays::FilterList;
use crate::ui::Theme;
use crate::ui::canvas::Canvas;

/// Draws the list of what the panels can be narrowed to, with how many figures each line fits.
pub(super) fn draw(model: &Model, narrow: &FilterList, theme: &Theme, canvas: &mut Canvas<'_>) {
    let all = model.doc.report.indicators.len();
    let left = model.nav.filter.visible.indicators().unwrap_or(all);
    let says = Says {
        title: "Narrow: show only",
        foot: format!("{left} of {all} figures shown"),
        hint: "type to shorten the list",
        none: "nothing of that name",
    };
    let ends = |item: usize| {
        let line = narrow.lines.get(item)?;
        let is_chosen = model.nav.filter.facets.contains(&line.facet);
        let sign = if is_chosen { "[x]" } else { "[ ]" };
        Some(Ends { sign, end: line.count.to_string(), style: theme.dim() })
    };
    list::draw(model, &narrow.picker, &says, ends, theme, canvas);
}
