use ratatui::layout::Rect;
use ratatui::symbols::border;
use ratatui::text::Line;
use ratatui::widgets::Block;

use crate::app::Model;
use crate::app::keys::{Action, Panel};
use crate::app::panels::Arrangement;
use crate::report::{IndicatorIx, counted};
use crate::ui::canvas::{Canvas, cells, shown};
use crate::ui::{Glyphs, Theme};

/// A note in a border, or an entry of a legend there.
#[derive(Clone)]
pub(super) struct Note {
    pub(super) long: String,
    pub(super) short: String,
    /// Whether it is left out before the others are.
    pub(super) is_minor: bool,
}

impl Note {
    pub(super) fn new(long: impl Into<String>, short: impl Into<String>) -> Self {
        Self { long: long.into(), short: short.into(), is_minor: false }
    }
}

/// The texts in the border of a panel.
#[derive(Default)]
pub(super) struct Border {
    /// On top, after the title, the most telling first.
    pub(super) notes: Vec<Note>,
    /// At the bottom left.
    pub(super) foot_notes: Vec<Note>,
    /// On top at the right.
    pub(super) head: String,
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
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
    ..FOCUSED_ASCII
};

/// Draws the sign of the articles at the end of a figure's row, and returns the rest of the row.
pub(super) fn mark(model: &Model, ix: IndicatorIx, row: Rect, canvas: &mut Canvas<'_>) -> Rect {
    let width = row.width.saturating_sub(model.panels.marks);
    let style = match model.doc.articles.sign(ix) {
        "=" => canvas.theme.dim(),
        _ => canvas.theme.warning(),
    };
    let end = Rect { x: row.x + width, width: row.width - width, ..row };
    canvas.right(end, model.doc.articles.sign(ix), style);
    Rect { width, ..row }
}

/// What these signs mean.
pub(super) fn marks(model: &Model) -> Option<Note> {
    let is_on = model.panels.marks > 0;
    is_on.then(|| Note::new("= the article agrees, ≠ differs", "= ≠ article"))
}

/// Draws the border of a panel and returns the area inside.
pub(super) fn frame(
    model: &Model,
    panel: Panel,
    border: &Border,
    area: Rect,
    canvas: &mut Canvas<'_>,
) -> Rect {
    let theme = canvas.theme;
    let focused = model.nav.focus == panel && model.overlay.is_none();
    let set = match (theme.glyphs(), focused) {
        (Glyphs::Unicode, true) => border::THICK,
        (Glyphs::Unicode, false) => border::ROUNDED,
        (Glyphs::Ascii, true) => FOCUSED_ASCII,
        (Glyphs::Ascii, false) => PLAIN_ASCII,
    };
    let mut block = Block::bordered().border_set(set).border_style(theme.border(focused));
    let head = shown(&border.head, theme);
    let mut room = area.width.saturating_sub(if head.is_empty() { 6 } else { 9 + cells(&head) });
    // Under tabs the panel has its name and number there.
    if model.layout().arrangement != Arrangement::Tabbed {
        for name in model.layout().named_in(panel) {
            let title = format!(" {} {} ", name.index() + 1, name.title());
            room = room.saturating_sub(cells(&title) + 1);
            let style = if *name == panel { theme.title(focused) } else { theme.dim() };
            block = block.title_top(Line::styled(title, style));
        }
    }
    if let Some(note) = fitting(&filter_note(model, panel), room, theme) {
        room = room.saturating_sub(cells(&note) + 1);
        block = block.title_top(Line::styled(note, theme.title(false).patch(theme.strong())));
    }
    if let Some(note) = fitting(&border.notes, room, theme) {
        block = block.title_top(Line::styled(note, theme.legend()));
    }
    if !head.is_empty() {
        let head = Line::styled(format!(" {head} "), theme.legend());
        block = block.title_top(head.right_aligned());
    }
    let foot = shown(&border.foot, theme);
    let taken = if foot.is_empty() { FOOT_ENDS } else { FOOT_ENDS + 4 + cells(&foot) };
    let room = area.width.saturating_sub(taken);
    if let Some(note) = fitting(&border.foot_notes, room, theme) {
        block = block.title_bottom(Line::styled(note, theme.legend()));
    }
    if !foot.is_empty() {
        let foot = Line::styled(format!(" {foot} "), theme.legend());
        block = block.title_bottom(foot.right_aligned());
    }
    let inner = block.inner(area);
    canvas.widget(block, area);
    inner
}

/// The corners of a border, and a cell of it between each and a note.
const FOOT_ENDS: u16 = 4;

/// Whether these notes have room at the bottom of a panel, in full or in short, but for the minor ones.
pub(super) fn is_room(notes: &[Note], area: Rect, theme: &Theme) -> bool {
    let notes = notes.iter().filter(|note| !note.is_minor);
    let taken: u16 = notes.map(|note| 2 + cells(&signs(&note.short, theme))).sum();
    taken.saturating_sub(2) <= area.width.saturating_sub(FOOT_ENDS)
}

/// What the rows of a panel are filtered by.
fn filter_note(model: &Model, panel: Panel) -> Vec<Note> {
    if !model.nav.filter.is_on() || panel == Panel::Detail {
        return Vec::new();
    }
    let words = model.nav.filter.words(&model.doc.report);
    // An event is shown for the figures that it bears on, too.
    let only = if panel == Panel::Timeline { "only around:" } else { "only" };
    vec![Note::new(format!("{only} {words}"), "only some")]
}

/// The notes, set off from the border: in full if all of them fit, else without the minor ones, then the
/// first ones in short, and then without the last.
fn fitting(notes: &[Note], room: u16, theme: &Theme) -> Option<String> {
    let mut shown: Vec<&Note> = notes.iter().collect();
    let mut short = 0;
    let mut gap = "   ";
    loop {
        let words = shown.iter().enumerate();
        let words = words.map(|(at, note)| if at < short { &*note.short } else { &*note.long });
        let text = signs(&words.collect::<Vec<_>>().join(gap), theme);
        if cells(&text) <= room {
            return (!text.is_empty()).then(|| format!(" {text} "));
        }
        if gap.len() > 2 {
            gap = "  ";
        } else if let Some(minor) = shown.iter().rposition(|note| note.is_minor) {
            shown.remove(minor);
        } else if short < shown.len() {
            short += 1;
        } else {
            shown.pop()?;
        }
    }
}

/// The signs of a legend as drawings show them: a dot is not a separator there.
pub(super) fn signs(legend: &str, theme: &Theme) -> String {
    shown(&legend.replace('·', theme.pick("·", ".")), theme).into_owned()
}

/// The number of lines below the last one in view, as a note; empty if there are none.
pub(super) fn more(lines: usize, end: usize) -> String {
    match lines.saturating_sub(end) {
        0 => String::new(),
        hidden => counted(hidden, "more line"),
    }
}

/// Why a filtered panel has no row, and the key that shows all.
pub(super) fn nothing_visible(model: &Model, why: &str) -> String {
    let words = model.nav.filter.words(&model.doc.report);
    let key = model.env.keymap.key(&model.scopes(), Action::Widen);
    let key = key.map_or_else(String::new, |key| format!(" {key} shows all again."));
    format!("{why}: {words}.{key}")
}
