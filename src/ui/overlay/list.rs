//! Lists that typing shortens: the line that is typed, and rows with a cursor.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::frame::frame;
use crate::app::Model;
use crate::app::panels::list_rows;
use crate::app::text::{Picker, TextField};
use crate::ui::canvas::{Canvas, skip};
use crate::ui::input;

/// The texts of a list besides its rows.
pub(super) struct ListText {
    pub(super) title: &'static str,
    /// At the bottom right.
    pub(super) foot: String,
    /// Before anything is typed.
    pub(super) hint: &'static str,
    /// Where no row is left.
    pub(super) empty: &'static str,
}

/// What stands around the text of a row.
pub(super) struct Ends {
    /// In front of it; may be empty.
    pub(super) lead: &'static str,
    /// At the right edge, and its style.
    pub(super) end: String,
    pub(super) style: Style,
}

/// Draws a list; `ends` gives what stands around the item at a place of the unshortened list.
pub(super) fn draw(
    model: &Model,
    picker: &Picker,
    text: &ListText,
    ends: impl Fn(usize) -> Option<Ends>,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let theme = canvas.theme;
    let inner = frame(text.title, &text.foot, area, canvas);
    head(&picker.field, text.hint, inner, canvas);
    let rows = list_rows(model.layout().short_list());
    if picker.matches.is_empty() {
        canvas.line(skip(rows, 1), text.empty, theme.dim());
    }
    let left = picker.matches.iter().enumerate().skip(picker.offset);
    for (row, (at, left)) in rows.rows().zip(left) {
        let Some(Ends { lead, end, style }) = ends(left.item) else { continue };
        let is_at_cursor = at == picker.at;
        if is_at_cursor {
            canvas.line(row, "›", theme.strong());
        }
        let text = if is_at_cursor { theme.selected(true) } else { theme.plain() };
        let mut rest = skip(row, 1);
        if !lead.is_empty() {
            rest = skip(canvas.write(rest, lead, theme.key()), 1);
        }
        rest.width = rest.width.saturating_sub(1);
        canvas.right(rest, &end, style);
        rest.width = rest.width.saturating_sub(canvas.cells(&end).saturating_add(2));
        canvas.matched(rest, picker.text(left.item), &left.letters, text);
    }
}

/// Draws the line that is typed, and a hint while it is empty.
pub(super) fn head(field: &TextField, hint: &str, row: Rect, canvas: &mut Canvas<'_>) {
    let rest = input::draw(field, row, canvas);
    if field.line().trim().is_empty() {
        canvas.line(skip(rest, 1), hint, canvas.theme.dim());
    }
}
