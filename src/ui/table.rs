use ratatui::layout::Rect;

use crate::app::Model;
use crate::app::keys::Panel;
use crate::app::panels::{ColumnId, ColumnPlace};
use crate::report::IndicatorIx;
use crate::ui::canvas::Canvas;
use crate::ui::panel::{self, Border, Note};

const MARKER: u16 = 1;
const GAP: u16 = 2;

/// Draws the table panel.
pub(super) fn draw(model: &Model, area: Rect, canvas: &mut Canvas<'_>) {
    let table = &model.panels.table;
    let place = model.nav.selection.indicator.map_or(0, |ix| table.place(ix) + 1);
    let changed = model.news.has_indicators();
    let changed = changed.then(|| Note::new("~ changed", "~ changed"));
    let border = Border {
        notes: vec![sorted_by(model)],
        foot_notes: changed.into_iter().chain(panel::marks(model)).collect(),
        head: format!("{place} of {}", table.order.len()),
        ..Border::default()
    };
    let inner = panel::frame(model, Panel::Table, &border, area, canvas);
    let columns = model.column_places(inner.width);
    let mut rows = inner.rows();
    if let Some(row) = rows.next() {
        headings(model, &columns, row, canvas);
    }
    for (row, ix) in rows.zip(table.order.iter().skip(table.offset)) {
        draw_row(model, &columns, *ix, row, canvas);
    }
}

fn headings(model: &Model, columns: &[ColumnPlace], row: Rect, canvas: &mut Canvas<'_>) {
    let (theme, sort) = (canvas.theme, model.panels.table.sort);
    for &ColumnPlace { id, x, cells } in columns {
        let title = id.column().map_or("", |column| column.title);
        let (text, style) = match (sort.by == Some(id), sort.reversed) {
            (false, _) => (title.to_owned(), theme.dim()),
            (true, false) => (format!("{title} ▲"), theme.strong()),
            (true, true) => (format!("{title} ▼"), theme.strong()),
        };
        let x = row.x.saturating_add(x);
        canvas.text(x, row.y, cells.min(row.right().saturating_sub(x)), &text, style);
    }
}

fn draw_row(
    model: &Model,
    columns: &[ColumnPlace],
    ix: IndicatorIx,
    row: Rect,
    canvas: &mut Canvas<'_>,
) {
    let (theme, report, as_of) = (canvas.theme, &model.doc.report, model.env.as_of);
    let Some(indicator) = report.indicator(ix) else { return };
    let row = panel::mark(model, ix, row, canvas);
    let selected = model.nav.selection.indicator == Some(ix);
    // That a row is selected is seen from its label, too.
    if model.news.has(ix) {
        canvas.line(row, "~", theme.warning());
    } else if selected {
        canvas.line(row, "›", theme.strong());
    }
    // A reading is never cut: where it needs the room, the label beside it is.
    let reading = canvas.cells(&ColumnId::Reading.text(report, indicator, as_of));
    let label = row.width.saturating_sub(MARKER + GAP).saturating_sub(reading);
    let mut free = row.x;
    for &ColumnPlace { id, x, cells } in columns {
        let text = id.text(report, indicator, as_of);
        let style = match id {
            ColumnId::Indicator if selected => theme.selected(model.nav.focus == Panel::Table),
            _ if id.is_absent(&text) => theme.dim(),
            _ => theme.plain(),
        };
        // Where the column before has run over, this one begins later.
        let mut x = row.x.saturating_add(x.min(row.width)).max(free);
        if id == ColumnId::Reading {
            x = x.min(row.right().saturating_sub(reading)).max(row.x + MARKER);
        }
        let room = row.right().saturating_sub(x);
        let room = match id {
            ColumnId::Reading => room,
            ColumnId::Indicator => cells.min(label).min(room),
            _ => cells.min(room),
        };
        // Some texts are shown whole or not at all.
        let is_whole = id.column().is_none_or(|column| column.whole);
        let key = ColumnId::never_cut(report, indicator).filter(|_| id == ColumnId::Source);
        let whole = key.as_ref().or(is_whole.then_some(&text));
        let is_cut = whole.is_some_and(|whole| canvas.cells(whole) > room);
        let text = if is_cut { "…" } else { &text };
        free = canvas.text(x, row.y, room, text, style).saturating_add(1);
    }
}

/// By what the rows are sorted.
fn sorted_by(model: &Model) -> Note {
    let sort = model.panels.table.sort;
    let Some(column) = sort.by.and_then(ColumnId::column) else {
        let turned = if sort.reversed { ", from the last" } else { "" };
        let words = format!("the order of the file{turned}");
        return Note::new(format!("sorted by {words}"), words);
    };
    let [order, turned] = column.orders;
    let order = if sort.reversed { turned } else { order };
    let words = format!("by {}, {order}", column.title.to_lowercase());
    let rest = if column.id == ColumnId::Reading { ", within a unit, limits first" } else { "" };
    Note::new(format!("sorted {words}{rest}"), words)
}
