use ratatui::layout::Rect;
use unicode_segmentation::UnicodeSegmentation;

use crate::app::{Field, visible, width};
use crate::ui::Theme;
use crate::ui::canvas::Canvas;

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
        with_cursor(field, theme, area, canvas)
    } else {
        canvas.text(area.x, area.y, area.width, &visible(field.input.line()), theme.plain())
    };
    if field.is_changed() && field.theirs.is_none() {
        let was = if field.was.is_empty() { "nothing" } else { &field.was };
        let was = format!("was {}", visible(was));
        let room = area.right().saturating_sub(end + 2);
        if width(&was) <= usize::from(room) {
            canvas.right(end + 2, area.y, room, &was, theme.dim());
        }
    }
}

/// Draws the text with the cursor in it; gives the cell after it.
fn with_cursor(field: &Field, theme: &Theme, area: Rect, canvas: &mut Canvas<'_>) -> u16 {
    let (before, after) = field.input.split();
    let mut rest = after.graphemes(true);
    let at = rest.next().map_or_else(|| " ".to_owned(), visible);
    let after: String = rest.map(visible).collect();
    let room = usize::from(area.width).saturating_sub(width(&at));
    let before = visible(before);
    // What does not fit in front of the cursor is left out from the left.
    let mut shown = before.as_str();
    while width(shown) > room {
        let mut clusters = shown.graphemes(true);
        clusters.next();
        shown = clusters.as_str();
    }
    let right = area.right();
    if field.is_marked {
        // Marked as a whole: the next letter takes its place.
        return canvas.text(area.x, area.y, area.width, shown, theme.cursor());
    }
    let x = canvas.text(area.x, area.y, area.width, shown, theme.plain());
    let x = canvas.text(x, area.y, right.saturating_sub(x), &at, theme.cursor());
    canvas.text(x, area.y, right.saturating_sub(x), &after, theme.plain())
}
