use ratatui::layout::Rect;

use super::{Edges, frame_at};
use crate::app::{Commands, Model, width};
use crate::ui::canvas::{Canvas, shown};
use crate::ui::{Theme, typed};

/// The widest that the list is drawn.
const WIDEST: u16 = 84;

/// Draws the list of every action.
pub(super) fn draw(model: &Model, commands: &Commands, theme: &Theme, canvas: &mut Canvas<'_>) {
    let area = model.layout().list();
    let area = Rect { width: area.width.min(WIDEST), ..area };
    let picker = &commands.picker;
    let foot = format!("{} of {}", picker.left.len(), commands.lines.len());
    let edges = Edges { title: "Commands".to_owned(), foot };
    let inner = frame_at(&edges, theme, area, canvas);
    if inner.is_empty() {
        return;
    }
    let end = typed::draw(&picker.input, false, theme, inner, canvas);
    if picker.input.line().is_empty() {
        let room = inner.right().saturating_sub(end + 1);
        canvas.text(end + 1, inner.y, room, "type what you want to do", theme.dim());
    }
    if picker.left.is_empty() {
        canvas.text(
            inner.x + 1,
            inner.y + 2,
            inner.width,
            "no command is called that",
            theme.dim(),
        );
    }
    let left = picker.left.iter().enumerate().skip(picker.offset);
    for (y, (at, left)) in (inner.y + 2..inner.bottom()).zip(left) {
        let Some(line) = commands.lines.get(left.item) else { continue };
        let marked = at == picker.at;
        if marked {
            canvas.text(inner.x, y, 1, "›", theme.strong());
        }
        let style = if marked { theme.selected(true) } else { theme.plain() };
        let cells = u16::try_from(width(&shown(&line.keys, theme))).unwrap_or(u16::MAX);
        let room = inner.width.saturating_sub(cells + 4);
        let styles = (style, theme.found(style));
        canvas.marked((inner.x + 1, y), room, picker.text(left.item), &left.letters, styles);
        canvas.right(inner.x, y, inner.width.saturating_sub(1), &line.keys, theme.key());
    }
}
