use ratatui::layout::Rect;
use unicode_segmentation::UnicodeSegmentation;

use crate::app::text::{TextField, visible, width};
use crate::ui::Theme;
use crate::ui::canvas::Canvas;

/// Draws text that is typed with the cursor in it, the part around that where not all of it fits;
/// gives the cell after it. Text that is marked as a whole gives way to the next letter.
pub(super) fn draw(
    input: &TextField,
    is_marked: bool,
    theme: &Theme,
    area: Rect,
    canvas: &mut Canvas<'_>,
) -> u16 {
    let (before, after) = input.split();
    let mut rest = after.graphemes(true);
    let at = rest.next().map_or_else(|| " ".to_owned(), visible);
    let after: String = rest.map(visible).collect();
    let room = usize::from(area.width).saturating_sub(width(&at));
    let before = visible(before);
    // What does not fit in front of the cursor is left out from the left.
    let mut from = before.len();
    let mut used = 0;
    for (at, cluster) in before.grapheme_indices(true).rev() {
        used += width(cluster);
        if used > room {
            break;
        }
        from = at;
    }
    let shown = before.get(from..).unwrap_or_default();
    let right = area.right();
    if is_marked {
        return canvas.text(area.x, area.y, area.width, shown, theme.cursor());
    }
    let x = canvas.text(area.x, area.y, area.width, shown, theme.plain());
    let x = canvas.text(x, area.y, right.saturating_sub(x), &at, theme.cursor());
    canvas.text(x, area.y, right.saturating_sub(x), &after, theme.plain())
}
