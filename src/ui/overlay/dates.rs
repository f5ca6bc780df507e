use ratatui::layout::Rect;

use super::{Edges, frame_at};
use crate::app::overlays::Dates;
use crate::ui::canvas::Canvas;
use crate::ui::{Theme, typed};

/// The lines of the box, borders included, and its widest.
const BOX: (u16, u16) = (4, 64);
const PROMPT: &str = "from - to  ";

/// Draws the line for dates, at the foot, so that the timeline is seen above it.
pub(super) fn draw(dates: &Dates, theme: &Theme, area: Rect, canvas: &mut Canvas<'_>) {
    let height = area.height.min(BOX.0);
    let width = area.width.min(BOX.1);
    let place = Rect { x: area.x, y: area.bottom() - height, width, height };
    let edges = Edges { title: "Draw the time between two dates".to_owned(), ..Edges::default() };
    let inner = frame_at(&edges, theme, place, canvas);
    if inner.is_empty() {
        return;
    }
    let x = canvas.text(inner.x, inner.y, inner.width, PROMPT, theme.dim());
    let line = Rect { x, width: inner.right().saturating_sub(x), height: 1, ..inner };
    typed::draw(&dates.field, false, theme, line, canvas);
    if inner.height > 1 {
        let (text, style) = match &dates.message {
            Some(says) => (says.as_str(), theme.warning()),
            None => ("such as 2020-2025, or Mar 2021 to 24 Feb 2022", theme.dim()),
        };
        canvas.text(inner.x, inner.y + 1, inner.width, text, style);
    }
}
