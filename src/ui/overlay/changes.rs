use ratatui::layout::Rect;

use super::{Edges, frame};
use crate::app::{Model, wrap};
use crate::diff::ChangeClass;
use crate::ui::Theme;
use crate::ui::canvas::{Canvas, from_to};

/// The widest that the list is drawn.
const WIDEST: u16 = 100;

/// Draws what the last change of the file was, from the change at `offset` on.
pub(super) fn draw(
    model: &Model,
    offset: usize,
    theme: &Theme,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let changes = &model.news.changes;
    let foot = match changes.len() {
        0 => String::new(),
        n => format!("{} of {n}", offset + 1),
    };
    let edges = Edges { title: "What the last change of the file was".to_owned(), foot };
    let inner = frame(&edges, WIDEST, theme, area, canvas);
    let room = usize::from(inner.width.saturating_sub(4));
    let mut y = inner.y;
    if changes.is_empty() {
        let nothing = "Nothing has changed since the file was first read here.";
        canvas.text(inner.x + 1, y, inner.width.saturating_sub(2), nothing, theme.plain());
    }
    for change in changes.iter().skip(offset) {
        let style = match change.class {
            ChangeClass::HedgeLost => theme.warning(),
            _ => theme.plain(),
        };
        canvas.text(inner.x + 1, y, 1, "·", theme.dim());
        for line in wrap(&from_to(&change.words, theme), room) {
            if y >= inner.bottom() {
                return;
            }
            canvas.text(inner.x + 3, y, inner.width.saturating_sub(4), &line, style);
            y += 1;
        }
    }
}
