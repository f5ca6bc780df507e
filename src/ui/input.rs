use ratatui::layout::Rect;
use unicode_segmentation::UnicodeSegmentation;

use crate::app::text::{TextField, visible, width};
use crate::ui::canvas::Canvas;

/// Draws the text of a field with the cursor in it, the part around the cursor where not all of it
/// fits; returns what is left of the row. A text that is marked as a whole is replaced by the next
/// letter.
pub(super) fn draw(field: &TextField, row: Rect, canvas: &mut Canvas<'_>) -> Rect {
    let theme = canvas.theme;
    let (before, after) = field.split();
    let mut after = after.graphemes(true);
    let at_cursor = after.next().map_or_else(|| " ".to_owned(), visible);
    let after: String = after.map(visible).collect();
    // What does not fit in front of the cursor is left out from the left.
    let mut room = usize::from(row.width).saturating_sub(width(&at_cursor));
    let before = visible(before);
    let mut from = before.len();
    for (at, cluster) in before.grapheme_indices(true).rev() {
        let Some(left) = room.checked_sub(width(cluster)) else { break };
        (room, from) = (left, at);
    }
    let before = before.get(from..).unwrap_or_default();
    if field.is_marked() {
        return canvas.write(row, before, theme.cursor());
    }
    let rest = canvas.write(row, before, theme.plain());
    let rest = canvas.write(rest, &at_cursor, theme.cursor());
    canvas.write(rest, &after, theme.plain())
}
