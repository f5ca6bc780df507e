use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Block, BorderType};

use crate::app::text::fit;
use crate::ui::canvas::{Canvas, shown};
use crate::ui::panel::FOCUSED_ASCII;
use crate::ui::{Glyphs, Theme};

/// Clears an area and draws a border around it, with a title, and a note at the bottom right where
/// that is not empty; returns the area inside.
pub(super) fn frame(
    title: &str,
    foot: &str,
    theme: &Theme,
    area: Rect,
    canvas: &mut Canvas<'_>,
) -> Rect {
    canvas.clear(area);
    let title = format!(" {} ", shown(title, theme));
    let cells = usize::from(area.width.saturating_sub(2));
    let title = fit(&title, cells).replace('…', theme.pick("…", "~"));
    let block = Block::bordered().border_style(theme.strong()).title(title);
    let mut block = match theme.glyphs() {
        Glyphs::Unicode => block.border_type(BorderType::Thick),
        Glyphs::Ascii => block.border_set(FOCUSED_ASCII),
    };
    if !foot.is_empty() {
        let foot = Line::styled(format!(" {} ", shown(foot, theme)), theme.dim());
        block = block.title_bottom(foot.right_aligned());
    }
    let inner = block.inner(area);
    canvas.widget(block, area);
    inner
}
