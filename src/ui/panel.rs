use ratatui::layout::Rect;
use ratatui::symbols::border;
use ratatui::text::Line;
use ratatui::widgets::Block;

use crate::app::Model;
use crate::app::keys::Panel;
use crate::app::panels::Arrangement;
use crate::app::text::width;
use crate::ui::canvas::{Canvas, shown};
use crate::ui::{Glyphs, Theme};

/// What stands in the border of a panel.
#[derive(Default)]
pub(super) struct Border<'t> {
    /// On top, after the title: from the most telling to the shortest; the first that fits.
    pub(super) notes: &'t [&'t str],
    /// At the bottom left, chosen in the same way.
    pub(super) foot_notes: &'t [&'t str],
    /// At the bottom right.
    pub(super) foot: String,
}

pub(super) const FOCUSED_ASCII: border::Set<'static> = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
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
    let focused = model.nav.focus == panel && model.overlay.is_none();
    let set = match (theme.glyphs(), focused) {
        (Glyphs::Unicode, true) => border::THICK,
        (Glyphs::Unicode, false) => border::PLAIN,
        (Glyphs::Ascii, true) => FOCUSED_ASCII,
        (Glyphs::Ascii, false) => PLAIN_ASCII,
    };
    let mut block = Block::bordered().border_set(set).border_style(theme.border(focused));
    let mut room = usize::from(area.width).saturating_sub(6);
    // Under tabs the panel has its name and number there.
    if model.layout().arrangement != Arrangement::Tabbed {
        let title = format!(" {} {} ", panel.index() + 1, panel.title());
        room = room.saturating_sub(width(&title));
        block = block.title_top(Line::styled(title, theme.title(focused)));
    }
    let narrowed = narrowed(model, panel);
    let narrowed: Vec<&str> = narrowed.iter().map(String::as_str).collect();
    if let Some(note) = fitting(&narrowed, room, theme) {
        room = room.saturating_sub(width(&note) + 1);
        block = block.title_top(Line::styled(note, theme.title(false).patch(theme.strong())));
    }
    if let Some(note) = fitting(border.notes, room, theme) {
        block = block.title_top(Line::styled(note, theme.plain()));
    }
    let foot = shown(&border.foot, theme);
    let room = usize::from(area.width).saturating_sub(width(&foot) + 8);
    if let Some(note) = fitting(border.foot_notes, room, theme) {
        block = block.title_bottom(Line::styled(note, theme.plain()));
    }
    if !foot.is_empty() {
        let foot = Line::styled(format!(" {foot} "), theme.dim());
        block = block.title_bottom(foot.right_aligned());
    }
    let inner = block.inner(area);
    canvas.widget(block, area);
    inner
}

/// What a panel of rows is narrowed to, from the longest form to the shortest.
fn narrowed(model: &Model, panel: Panel) -> Vec<String> {
    if !model.nav.filter.is_on() || panel == Panel::Detail {
        return Vec::new();
    }
    let words = model.nav.filter.words(&model.doc.report);
    // An event is shown for the figures that it bears on, too.
    let only = if panel == Panel::Timeline { "only around:" } else { "only" };
    vec![format!("{only} {words}"), "only some".to_owned()]
}

/// The first note that fits, set off from the border; none where none does.
fn fitting(notes: &[&str], room: usize, theme: &Theme) -> Option<String> {
    let mut notes = notes.iter().map(|note| signs(note, theme));
    let note = notes.find(|note| width(note) <= room)?;
    Some(format!(" {note} "))
}

/// The signs of a legend as drawings show them: a dot is no separator there.
pub(super) fn signs(legend: &str, theme: &Theme) -> String {
    shown(&legend.replace('·', theme.pick("·", ".")), theme).into_owned()
}
