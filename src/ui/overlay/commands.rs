use ratatui::layout::Rect;

use super::list::{self, Ends, ListText};
use crate::app::Model;
use crate::app::overlays::Commands;
use crate::ui::canvas::Canvas;

/// Draws the list of every action, with its keys.
pub(super) fn draw(model: &Model, commands: &Commands, area: Rect, canvas: &mut Canvas<'_>) {
    let empty = match commands.article() {
        Some("") => "type the name of an article: text article.md",
        Some(_) => "hold this article against the figures",
        None => "no command is called that",
    };
    let text = ListText {
        title: "Commands",
        foot: format!("{} of {}", commands.picker.matches.len(), commands.lines.len()),
        hint: "type what you want to do",
        empty,
    };
    let style = canvas.theme.key();
    let ends = |item: usize| {
        let line = commands.lines.get(item)?;
        Some(Ends { lead: "", end: line.keys.clone(), style })
    };
    list::draw(model, &commands.picker, &text, ends, area, canvas);
}
