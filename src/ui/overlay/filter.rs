use ratatui::layout::Rect;

use super::list::{self, Ends, ListText};
use crate::app::Model;
use crate::app::overlays::FilterList;
use crate::ui::canvas::Canvas;

/// Draws the list of what the panels can be filtered by, with the number of figures for each line.
pub(super) fn draw(model: &Model, filter: &FilterList, area: Rect, canvas: &mut Canvas<'_>) {
    let all = model.doc.report.indicators.len();
    let left = model.nav.filter.visible.indicators().unwrap_or(all);
    let text = ListText {
        title: "Narrow: show only",
        foot: format!("{left} of {all} figures shown"),
        hint: "type to shorten the list",
        empty: "nothing of that name",
    };
    let style = canvas.theme.dim();
    let ends = |item: usize| {
        let line = filter.lines.get(item)?;
        let is_chosen = model.nav.filter.facets.contains(&line.facet);
        let lead = if is_chosen { "[x]" } else { "[ ]" };
        Some(Ends { lead, end: line.count.to_string(), style })
    };
    list::draw(model, &filter.picker, &text, ends, area, canvas);
}
