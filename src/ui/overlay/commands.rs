use super::Edges;
use super::list::{self, Ends, Says};
use crate::app::Model;
use crate::app::overlays::Commands;
use crate::ui::Theme;
use crate::ui::canvas::Canvas;

/// Draws the list of every action, with its keys.
pub(super) fn draw(model: &Model, commands: &Commands, theme: &Theme, canvas: &mut Canvas<'_>) {
    let foot = format!("{} of {}", commands.picker.matches.len(), commands.lines.len());
    let edges = Edges { title: "Commands".to_owned(), foot };
    let says = Says { edges, hint: "type what you want to do", none: "no command is called that" };
    let ends = |item: usize| {
        let line = commands.lines.get(item)?;
        Some(Ends { sign: "", end: line.keys.clone(), style: theme.key() })
    };
    list::draw(model, &commands.picker, &says, ends, theme, canvas);
}
