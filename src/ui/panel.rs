use ratatui::layout::Rect;
use ratatui::symbols::border;
use ratatui::text::Line;
use ratatui::widgets::Block;

use crate::app::{Model, Panel, width};
use crate::ui::canvas::{Canvas, ascii};
use crate::ui::{Glyphs, Theme};

/// What stands in the border of a panel.
#[derive(Default)]
pub(super) struct Border<'t> {
    /// On top, after the title: from the most telling to the shortest; the first that fits.
    pub(super) notes: &'t [&'t str],
    /// At the bottom right.
    pub(super) foot: String,
}

pub(super) const FOCUSED_ASCII: border::Set<'static> = border::Set {
    top_left: "#",
    top_right: "#",
    bottom_left: "#",
    bottom_right: "#",
    vertical_left: "#",
    vertical_right: "#",
    horizontal_top: "=",
    horizontal_bottom: "=",
};

const PLAIN_ASCII: border::Set<'static> = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};

/// Draws the border of a panel and returns the area inside.
pub(super) fn frame(
    model: &Model,
    panel: Panel,
    border: &Border<'_>,
    theme: &Theme,
    area: Rect,
    canvas: &mut Canvas<'_>,
) -> Rect {
    let focused = model.focus == panel && model.overlay.is_none();
    let title = format!(" {} {} ", panel.index() + 1, panel.title());
    let set = match (theme.glyphs(), focused) {
        (Glyphs::Unicode, true) => border::THICK,
        (Glyphs::Unicode, false) => border::PLAIN,
        (Glyphs::Ascii, true) => FOCUSED_ASCII,
        (Glyphs::Ascii, false) => PLAIN_ASCII,
    };
    let room = usize::from(area.width).saturating_sub(width(&title) + 6);
    let note = border
        .notes
        .iter()
        .map(|note| shown(note, theme))
        .find(|n| width(n) <= room);
    let mut block = Block::bordered()
        .border_set(set)
        .border_style(theme.border(focused))
        .title_top(Line::styled(title, theme.title(focused)));
    if let Some(note) = note.filter(|note| !note.is_empty()) {
        block = block.title_top(Line::styled(format!(" {note} "), theme.plain()));
    }
    if !border.foot.is_empty() {
        let foot = format!(" {} ", shown(&border.foot, theme));
        block = block.title_bottom(Line::styled(foot, theme.dim()).right_aligned());
    }
    let inner = block.inner(area);
    canvas.widget(block, area);
    inner
}

fn shown(text: &str, theme: &Theme) -> String {
    match theme.glyphs() {
        Glyphs::Unicode => text.to_owned(),
        Glyphs::Ascii => ascii(text).into_owned(),
    }
}
