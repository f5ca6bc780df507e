use ratatui::layout::Rect;

use crate::app::overlays::Field;
use crate::app::text::visible;
use crate::ui::canvas::{Canvas, skip};
use crate::ui::input;

/// Draws the text of a field, the part around the cursor where not all of it fits.
pub(super) fn draw(field: &Field, selected: bool, row: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let rest = if selected {
        input::draw(&field.input, row, canvas)
    } else {
        canvas.write(row, &visible(field.input.line()), theme.plain())
    };
    if field.input.line().is_empty() && field.conflict.is_none() && !field.is_changed() {
        let hint = skip(row, u16::from(selected) * 2);
        canvas.line(hint, &format!("e.g. {}", field.example()), theme.dim());
    }
    if field.is_changed() && field.conflict.is_none() {
        let was = if field.in_file.is_empty() { "nothing" } else { &field.in_file };
        let was = format!("was {}", visible(was));
        let rest = skip(rest, 2);
        if canvas.cells(&was) <= rest.width {
            canvas.right(rest, &was, theme.dim());
        }
    }
}
