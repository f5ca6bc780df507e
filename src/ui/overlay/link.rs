use ratatui::layout::{Margin, Rect};

use super::frame::frame;
use crate::app::Model;
use crate::app::overlays::{LinkLine, LinkPreview, link_lines};
use crate::ui::canvas::Canvas;
use crate::ui::panel::more;

/// Draws an address before it is opened.
pub(super) fn draw(model: &Model, preview: &LinkPreview, area: Rect, canvas: &mut Canvas<'_>) {
    let (plain, strong) = (canvas.theme.plain(), canvas.theme.strong());
    let selected = canvas.theme.selected(true);
    let lines = link_lines(&model.env, &model.layout(), preview);
    let title = match (model.env.opens_with.is_ok(), preview.has_choice()) {
        (true, true) => "Open one of its sources?",
        (true, false) if preview.is_copy() => "Open this copy?",
        (true, false) => "Open this address?",
        (false, true) => "Its sources",
        (false, false) if preview.is_copy() => "The copy",
        (false, false) => "The address",
    };
    let foot = more(lines.len(), preview.offset + usize::from(area.height.saturating_sub(2)));
    let inner = frame(title, &foot, area, canvas).inner(Margin::new(1, 0));
    for (row, line) in inner.rows().zip(lines.iter().skip(preview.offset)) {
        match line {
            LinkLine::Blank => {}
            LinkLine::Source(name, is_chosen) => {
                let (mark, style) = if *is_chosen { ("› ", selected) } else { ("  ", plain) };
                let rest = canvas.write(row, mark, strong);
                canvas.line(rest, name, style);
            }
            LinkLine::Text(text) => canvas.line(row, text, plain),
            LinkLine::Address([before, host, after]) => {
                let rest = canvas.write(row, before, plain);
                let rest = canvas.write(rest, host, strong);
                canvas.line(rest, after, plain);
            }
        }
    }
}
