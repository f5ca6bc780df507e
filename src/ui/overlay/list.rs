//! What lists that typing shortens have in common: the line that is typed, and rows with a mark.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Edges, frame_at};
use crate::app::Model;
use crate::app::panels::list_rows;
use crate::app::text::{Picker, TextField, width};
use crate::ui::canvas::{Canvas, shown};
use crate::ui::{Theme, typed};

/// What a list says besides its rows.
pub(super) struct Says {
    pub(super) edges: Edges,
    /// Before anything is typed.
    pub(super) hint: &'static str,
    /// Where nothing is left.
    pub(super) none: &'static str,
}

/// What stands around the text of a row.
pub(super) struct Ends {
    /// In front of it; empty where nothing does.
    pub(super) sign: &'static str,
    /// At the right edge.
    pub(super) end: String,
    pub(super) style: Style,
}

/// Draws a list; `ends` is asked for every row in view by the place of its text among all.
pub(super) fn draw(
    model: &Model,
    picker: &Picker,
    says: &Says,
    ends: impl Fn(usize) -> Option<Ends>,
    theme: &Theme,
    canvas: &mut Canvas<'_>,
) {
    let area = model.layout().short_list();
    let inner = frame_at(&says.edges, theme, area, canvas);
    head(&picker.field, says.hint, theme, inner, canvas);
    let rows = list_rows(area);
    if picker.matches.is_empty() {
        nothing(says.none, theme, rows, canvas);
    }
    let found = picker.matches.iter().enumerate().skip(picker.offset);
    for (y, (at, found)) in (rows.y..rows.bottom()).zip(found) {
        let Some(Ends { sign, end, style }) = ends(found.item) else { continue };
        let is_marked = at == picker.at;
        if is_marked {
            canvas.text(rows.x, y, 1, "›", theme.strong());
        }
        let cells = |text: &str| u16::try_from(width(&shown(text, theme))).unwrap_or(u16::MAX);
        let lead = if sign.is_empty() { 0 } else { cells(sign) + 1 };
        canvas.text(rows.x + 1, y, lead, sign, theme.key());
        let text = if is_marked { theme.selected(true) } else { theme.plain() };
        let room = rows.width.saturating_sub(lead.saturating_add(cells(&end)).saturating_add(4));
        let styles = (text, theme.found(text));
        canvas.marked(
            (rows.x + 1 + lead, y),
            room,
            picker.text(found.item),
            &found.letters,
            styles,
        );
        canvas.right(rows.x, y, rows.width.saturating_sub(1), &end, style);
    }
}

/// Draws what is typed, and a hint while that is nothing.
pub(super) fn head(
    input: &TextField,
    hint: &str,
    theme: &Theme,
    inner: Rect,
    canvas: &mut Canvas<'_>,
) {
    let end = typed::draw(input, false, theme, inner, canvas);
    if input.line().trim().is_empty() && !inner.is_empty() {
        let room = inner.right().saturating_sub(end + 1);
        canvas.text(end + 1, inner.y, room, hint, theme.dim());
    }
}

/// Says in the area of the rows why there are none.
pub(super) fn nothing(why: &str, theme: &Theme, rows: Rect, canvas: &mut Canvas<'_>) {
    if !rows.is_empty() {
        canvas.text(rows.x + 1, rows.y, rows.width - 1, why, theme.dim());
    }
}
