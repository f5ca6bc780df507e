use ratatui::layout::Rect;

use crate::app::Model;
use crate::app::keys::Panel;
use crate::app::panels::{ColumnId, ColumnPlace};
use crate::app::text::width;
use crate::report::IndicatorIx;
use crate::ui::Theme;
use crate::ui::canvas::{Canvas, shown};
use crate::ui::panel::{self, Border};

const MARKER: u16 = 1;
const GAP: u16 = 2;
/// What stands where a text would have to be cut that is shown whole or not at all.
const CUT: &str = "…";

/// Draws the table panel.
pub(super) fn draw(model: &Model, theme: &Theme, area: Rect, canvas: &mut Canvas<'_>) {
    let place = model.nav.selection.indicator.map_or(0, |ix| model.panels.table.place(ix) + 1);
    let foot = format!("{place} of {}", model.panels.table.order.len());
    let sorted = sorted_by(model);
    let sorted: Vec<&str> = sorted.iter().map(String::as_str).collect();
    let foot_notes: &[&str] = if model.news.has_indicators() { &["~ changed"] } else { &[] };
    let border = Border { notes: &sorted, foot_notes, foot };
    let inner = panel::frame(model, Panel::Table, &border, theme, area, canvas);
    if inner.is_empty() {
        return;
    }
    let columns = model.column_places(inner.width);
    headings(model, theme, &columns, inner, canvas);
    let rows = inner.y + 1..inner.bottom();
    for (y, ix) in rows.zip(model.panels.table.order.iter().skip(model.panels.table.offset)) {
        row(model, theme, &columns, *ix, Rect { y, height: 1, ..inner }, canvas);
    }
}

fn headings(
    model: &Model,
    theme: &Theme,
    columns: &[ColumnPlace],
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    for &ColumnPlace { id, x, cells } in columns {
        let title = id.column().map_or("", |column| column.title);
        let sort = model.panels.table.sort;
        let (text, style) = match (sort.by == Some(id), sort.reversed) {
            (false, _) => (title.to_owned(), theme.dim()),
            (true, false) => (format!("{title} ▲"), theme.strong()),
            (true, true) => (format!("{title} ▼"), theme.strong()),
        };
        let x = area.x.saturating_add(x);
        canvas.text(x, area.y, cells.min(area.right().saturating_sub(x)), &text, style);
    }
}

fn row(
    model: &Model,
    theme: &Theme,
    columns: &[ColumnPlace],
    ix: IndicatorIx,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let Some(indicator) = model.doc.report.indicator(ix) else {
        return;
    };
    let selected = model.nav.selection.indicator == Some(ix);
    // That a row is selected is seen from its label, too.
    if model.news.has(ix) {
        canvas.text(area.x, area.y, MARKER, "~", theme.warning());
    } else if selected {
        canvas.text(area.x, area.y, MARKER, "›", theme.strong());
    }
    // A reading is never cut: where it needs the room, the label beside it is.
    let reading = ColumnId::Reading.text(&model.doc.report, indicator, model.env.as_of);
    let reading = width(&shown(&reading, theme));
    let reading = u16::try_from(reading).unwrap_or(u16::MAX);
    let label = area.width.saturating_sub(MARKER + GAP).saturating_sub(reading);
    let mut free = area.x;
    for &ColumnPlace { id, x, cells } in columns {
        let cells = if id == ColumnId::Indicator { cells.min(label) } else { cells };
        let text = id.text(&model.doc.report, indicator, model.env.as_of);
        let style = match id {
            ColumnId::Indicator if selected => theme.selected(model.nav.focus == Panel::Table),
            _ if id.is_absent(&text) => theme.dim(),
            _ => theme.plain(),
        };
        // What stands before it has run over: so does this.
        let x = area.x.saturating_add(x.min(area.width)).max(free);
        let x = if id == ColumnId::Reading {
            x.min(area.right().saturating_sub(reading)).max(area.x + MARKER)
        } else {
            x
        };
        let room = area.right().saturating_sub(x);
        let most = if id == ColumnId::Reading { room } else { cells.min(room) };
        let is_whole = id.column().is_none_or(|column| column.whole);
        let fits = width(&shown(&text, theme)) <= usize::from(most);
        let text = if is_whole && !fits { CUT } else { &text };
        free = canvas.text(x, area.y, most, text, style).saturating_add(1);
    }
}

/// How the rows are put in order, from the longest form to the shortest.
fn sorted_by(model: &Model) -> Vec<String> {
    let sort = model.panels.table.sort;
    let Some(column) = sort.by.and_then(ColumnId::column) else {
        let turned = if sort.reversed { ", from the last" } else { "" };
        return vec![format!("sorted by file order{turned}"), format!("file order{turned}")];
    };
    let [order, turned] = column.orders;
    let order = if sort.reversed { turned } else { order };
    let words = format!("by {}, {order}", column.title.to_lowercase());
    let whole = format!("sorted {words}");
    if column.id == ColumnId::Reading {
        return vec![format!("{whole}, within a unit, limits first"), whole, words];
    }
    vec![whole, words]
}
