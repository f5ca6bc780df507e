use ratatui::layout::Rect;

use super::frame::frame;
use crate::app::keys::Panel;
use crate::app::overlays::Dates;
use crate::app::panels::Layout;
use crate::ui::canvas::Canvas;
use crate::ui::input;

/// The lines of the box, borders included.
const LINES: u16 = 4;
const PROMPT: &str = "from - to  ";

/// The place of the line for dates: at the foot, so that the timeline is seen above it.
pub(super) fn place(layout: &Layout) -> Rect {
    let timeline = layout.panel(Panel::Timeline);
    let area = if timeline.is_empty() { layout.overlay } else { timeline };
    let height = area.height.min(LINES);
    Rect { y: area.bottom() - height, height, ..area }
}

/// Draws the line for dates.
pub(super) fn draw(dates: &Dates, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let mut rows = frame("Draw the time between two dates", "", area, canvas).rows();
    if let Some(row) = rows.next() {
        let rest = canvas.write(row, PROMPT, theme.dim());
        input::draw(&dates.field, rest, canvas);
    }
    if let Some(row) = rows.next() {
        let (text, style) = match &dates.message {
            Some(says) => (says.as_str(), theme.warning()),
            None => ("such as 2020-2025, or Mar 2021 to 24 Feb 2022", theme.dim()),
        };
        canvas.line(row, text, style);
    }
}
