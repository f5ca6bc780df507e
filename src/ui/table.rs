use ratatui::layout::Rect;

use crate::app::{COLUMNS, Column, ColumnId, Model, Panel, width};
use crate::report::IndicatorIx;
use crate::ui::Theme;
use crate::ui::canvas::Canvas;
use crate::ui::panel::{self, Border};

const MARKER: u16 = 1;
const GAP: u16 = 2;

/// Draws the table panel.
pub(super) fn draw(model: &Model, theme: &Theme, area: Rect, canvas: &mut Canvas<'_>) {
    let place = model.selected.map_or(0, |ix| model.table.place(ix) + 1);
    let foot = format!("{place} of {}", model.table.order.len());
    let sorted = sorted_by(model);
    let foot_notes: &[&str] = if model.news.has_indicators() { &["~ changed"] } else { &[] };
    let border = Border { notes: &[&sorted], foot_notes, foot };
    let inner = panel::frame(model, Panel::Table, &border, theme, area, canvas);
    if inner.is_empty() {
        return;
    }
    let columns = columns(model, inner.width);
    headings(model, theme, &columns, inner, canvas);
    let rows = inner.y + 1..inner.bottom();
    for (y, ix) in rows.zip(model.table.order.iter().skip(model.table.offset)) {
        row(model, theme, &columns, *ix, Rect { y, height: 1, ..inner }, canvas);
    }
}

fn headings(
    model: &Model,
    theme: &Theme,
    columns: &[(ColumnId, u16)],
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let mut x = area.x + MARKER;
    for &(id, cells) in columns {
        let title = id.column().map_or("", |column| column.title);
        let sort = model.table.sort;
        let (text, style) = match (sort.by == Some(id), sort.reversed) {
            (false, _) => (title.to_owned(), theme.dim()),
            (true, false) => (format!("{title} ▲"), theme.strong()),
            (true, true) => (format!("{title} ▼"), theme.strong()),
        };
        canvas.text(x, area.y, cells.min(area.right().saturating_sub(x)), &text, style);
        x = x.saturating_add(cells + GAP);
    }
}

fn row(
    model: &Model,
    theme: &Theme,
    columns: &[(ColumnId, u16)],
    ix: IndicatorIx,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let Some(indicator) = model.report.indicator(ix) else {
        return;
    };
    let selected = model.selected == Some(ix);
    // That a row is selected is seen from its label, too.
    if model.news.has_indicator(ix) {
        canvas.text(area.x, area.y, MARKER, "~", theme.warning());
    } else if selected {
        canvas.text(area.x, area.y, MARKER, "›", theme.strong());
    }
    // A reading is never cut: where it needs the room, the label beside it is.
    let reading = width(&ColumnId::Reading.text(&model.report, indicator, model.as_of));
    let reading = u16::try_from(reading).unwrap_or(u16::MAX);
    let label = area.width.saturating_sub(MARKER + GAP).saturating_sub(reading);
    let mut x = area.x + MARKER;
    for &(id, cells) in columns {
        let cells = if id == ColumnId::Indicator { cells.min(label) } else { cells };
        let text = id.text(&model.report, indicator, model.as_of);
        let absent = matches!(
            (id, text.as_str()),
            (ColumnId::Period, "no date")
                | (ColumnId::Wording | ColumnId::Age, "–")
                | (ColumnId::Source, "none")
                | (ColumnId::Status, "normal")
        );
        let style = match id {
            ColumnId::Indicator if selected => theme.selected(model.focus == Panel::Table),
            _ if absent => theme.dim(),
            _ => theme.plain(),
        };
        let room = area.right().saturating_sub(x);
        let most = if id == ColumnId::Reading { room } else { cells.min(room) };
        let end = canvas.text(x, area.y, most, &text, style);
        x = x.saturating_add(cells + GAP).max(end.saturating_add(1));
    }
}

/// Shares out a line among the columns; those that matter least give way first.
fn columns(model: &Model, line: u16) -> Vec<(ColumnId, u16)> {
    let wanted = |column: &Column, widest: usize| {
        // Room for the arrow of the sorted column.
        let cells = widest.max(column.title.len() + 2);
        u16::try_from(cells).unwrap_or(u16::MAX).min(column.most)
    };
    let widest = COLUMNS.iter().zip(model.table.widest);
    let mut shown: Vec<(&Column, u16)> = widest.map(|(c, widest)| (c, wanted(c, widest))).collect();
    let least = |shown: &[(&Column, u16)]| {
        shown.iter().map(|(c, wanted)| least(c, *wanted) + GAP).sum::<u16>() + MARKER
    };
    while least(&shown) > line + GAP {
        let Some(at) = (0..shown.len())
            .filter(|at| shown.get(*at).is_some_and(|(c, _)| c.gives_way > 0))
            .max_by_key(|at| shown.get(*at).map(|(c, _)| c.gives_way))
        else {
            break;
        };
        shown.remove(at);
    }
    let mut spare = (line + GAP).saturating_sub(least(&shown));
    let mut cells: Vec<u16> = shown.iter().map(|(c, wanted)| self::least(c, *wanted)).collect();
    for id in GROWS {
        for ((column, wanted), cells) in shown.iter().zip(&mut cells) {
            if column.id == id {
                let more = wanted.saturating_sub(*cells).min(spare);
                *cells += more;
                spare -= more;
            }
        }
    }
    shown.iter().map(|(c, _)| c.id).zip(cells).collect()
}

/// The order in which columns get what room there is.
const GROWS: [ColumnId; 7] = [
    ColumnId::Indicator,
    ColumnId::Period,
    ColumnId::Wording,
    ColumnId::Source,
    ColumnId::Age,
    ColumnId::Status,
    ColumnId::Reading,
];

fn least(column: &Column, wanted: u16) -> u16 {
    if column.id == ColumnId::Reading { wanted } else { column.least.min(wanted) }
}

fn sorted_by(model: &Model) -> String {
    let sort = model.table.sort;
    let name = sort.by.and_then(ColumnId::column).map_or("file order", |column| column.title);
    let within = if sort.by == Some(ColumnId::Reading) { ", within a unit" } else { "" };
    let turned = if sort.reversed { ", from the last" } else { "" };
    format!("sorted by {}{within}{turned}", name.to_lowercase())
}
