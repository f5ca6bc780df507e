use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Block, BorderType};

use crate::ui::Glyphs;
use crate::ui::canvas::{Canvas, cut, shown};
use crate::ui::panel::FOCUSED_ASCII;

/// Clears an area and draws a border around it, with a title, and a note at the bottom right where
/// that is not empty; returns the area inside.
pub(super) fn frame(title: &str, foot: &str, area: Rect, canvas: &mut Canvas<'_>) -> Rect {
    let theme = canvas.theme;
    canvas.clear(area);
    let title = cut(&format!(" {title} "), area.width.saturating_sub(2), theme);
    let title = Line::styled(title, theme.title(true));
    let block = Block::bordered().border_style(theme.border(true)).title(title);
    let mut block = match theme.glyphs() {
        Glyphs::Unicode => block.border_type(BorderType::Thick),
        Glyphs::Ascii => block.border_set(FOCUSED_ASCII),
    };
    if !foot.is_empty() {
        let foot = Line::styled(format!(" {} ", shown(foot, theme)), theme.legend());
        block = block.title_bottom(foot.right_aligned());
    }
    let inner = block.inner(area);
    canvas.widget(block, area);
    inner
}
