use ratatui::layout::Rect;

use crate::app::overlays::Field;
use crate::app::text::{visible, width};
use crate::ui::canvas::Canvas;
use crate::ui::{Theme, typed};

/// Draws the text of a field, the part around the cursor where not all of it fits.
pub(super) fn draw(
    field: &Field,
    selected: bool,
    theme: &Theme,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    if area.is_empty() {
        return;
    }
    let end = if selected {
        typed::draw(&field.input, field.is_marked, theme, area, canvas)
    } else {
        canvas.text(area.x, area.y, area.width, &visible(field.input.line()), theme.plain())
    };
    if field.is_changed() && field.conflict.is_none() {
        let was = if field.in_file.is_empty() { "nothing" } else { &field.in_file };
        let was = format!("was {}", visible(was));
        let room = area.right().saturating_sub(end + 2);
        if width(&was) <= usize::from(room) {
            canvas.right(end + 2, area.y, room, &was, theme.dim());
        }
    }
}
