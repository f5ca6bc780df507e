use ratatui::layout::Rect;

use super::{Edges, frame_at};
use crate::app::{Model, NarrowList, width};
use crate::ui::canvas::Canvas;
use crate::ui::{Theme, typed};

/// The widest that the list is drawn.
const WIDEST: u16 = 84;
/// The cells of the mark and of the box in front of a line.
const BOX: u16 = 5;

/// Draws the list of what the panels can be narrowed to.
pub(super) fn draw(model: &Model, list: &NarrowList, theme: &Theme, canvas: &mut Canvas<'_>) {
    let area = model.layout().list();
    let area = Rect { width: area.width.min(WIDEST), ..area };
    let all = model.report.indicators.len();
    let left = model.narrow.shown.indicators().unwrap_or(all);
    let edges = Edges {
        title: "Narrow: show only".to_owned(),
        foot: format!("{left} of {all} figures shown"),
    };
    let inner = frame_at(&edges, theme, area, canvas);
    if inner.is_empty() {
        return;
    }
    let end = typed::draw(&list.picker.input, false, theme, inner, canvas);
    if list.picker.input.line().is_empty() {
        let room = inner.right().saturating_sub(end + 1);
        canvas.text(end + 1, inner.y, room, "type to shorten the list", theme.dim());
    }
    if list.picker.left.is_empty() {
        canvas.text(inner.x + 1, inner.y + 2, inner.width, "nothing of that name", theme.dim());
    }
    let left = list.picker.left.iter().enumerate().skip(list.picker.offset);
    for (y, (at, left)) in (inner.y + 2..inner.bottom()).zip(left) {
        let Some(line) = list.lines.get(left.item) else { continue };
        let marked = at == list.picker.at;
        if marked {
            canvas.text(inner.x, y, 1, "›", theme.strong());
        }
        let chosen = model.narrow.facets.contains(&line.facet);
        let sign = if chosen { "[x]" } else { "[ ]" };
        canvas.text(inner.x + 1, y, BOX - 1, sign, theme.key());
        let count = line.count.to_string();
        let cells = u16::try_from(width(&count)).unwrap_or(u16::MAX) + 1;
        let style = if marked { theme.selected(true) } else { theme.plain() };
        let room = inner.width.saturating_sub(BOX + cells + 1);
        let text = list.picker.text(left.item);
        let styles = (style, theme.found(style));
        canvas.marked((inner.x + BOX, y), room, text, &left.letters, styles);
        canvas.right(inner.x, y, inner.width.saturating_sub(1), &count, theme.dim());
    }
}
