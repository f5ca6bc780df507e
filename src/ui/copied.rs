use ratatui::layout::Rect;

use crate::app::Model;
use crate::app::text::{width, wrap};
use crate::ui::canvas::{Canvas, skip};

/// Draws the text that was copied at the end of an area, over the panels: whole and from edge to
/// edge, so that the mouse selects it and nothing else.
pub(super) fn draw(model: &Model, area: Rect, canvas: &mut Canvas<'_>) {
    let Some((title, text)) = model.shown_copy() else { return };
    let mut lines = lines(text, usize::from(area.width));
    let room = usize::from(area.height).saturating_sub(1);
    if lines.len() > room {
        let missing = lines.len() - room + 1;
        lines.truncate(room.saturating_sub(1));
        lines.push(format!("… {missing} more lines"));
    }
    let height = u16::try_from(lines.len() + 1).unwrap_or(u16::MAX).min(area.height);
    let area = Rect { y: area.bottom() - height, height, ..area };
    canvas.clear(area);
    let row = Rect { height: 1, ..area };
    canvas.rule(row);
    canvas.line(skip(row, 2), &format!(" {title} "), canvas.theme.dim());
    canvas.lines(Rect { y: area.y + 1, height: height - 1, ..area }, &lines, canvas.theme.plain());
}

/// The lines of a text in this many cells. A line that fits keeps its spaces, any other its indent.
fn lines(text: &str, cells: usize) -> Vec<String> {
    let broken = |line: &str| {
        if width(line) <= cells {
            return vec![line.to_owned()];
        }
        let indent: String = line.chars().take_while(|c| *c == ' ').collect();
        let pieces = wrap(line, cells.saturating_sub(indent.len()).max(1));
        pieces.into_iter().map(|piece| format!("{indent}{piece}")).collect()
    };
    text.lines().flat_map(broken).collect()
}
