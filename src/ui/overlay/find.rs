mod place;
mod row;

use ratatui::layout::Rect;

use super::frame::frame;
use super::list;
use crate::app::Model;
use crate::app::keys::{Action, Scope};
use crate::app::overlays::Find;
use crate::app::panels::list_rows;
use crate::report::counted;
use crate::ui::canvas::{Canvas, skip};
use row::{Columns, Row};

/// What is said before anything is typed.
const HINT: &str = "any word of a label, figure, note, source, group or event";

/// Draws the search line and the items that were found.
pub(super) fn draw(model: &Model, find: &Find, area: Rect, canvas: &mut Canvas<'_>) {
    let is_empty = find.is_empty();
    let foot = if is_empty { String::new() } else { found(model, find) };
    let title = if model.nav.filter.is_on() {
        format!("Find in what is shown ({})", model.nav.filter.words(&model.doc.report))
    } else {
        "Find".to_owned()
    };
    let inner = frame(&title, &foot, area, canvas);
    list::head(&find.field, HINT, inner, canvas);
    if is_empty {
        return;
    }
    let area = list_rows(area);
    let hits = find.found.hits.iter().skip(find.offset).take(usize::from(area.height));
    let hits: Vec<_> = hits.copied().collect();
    let evidence = find.found.evidence(hits.iter().copied(), &model.doc);
    let rows = hits.iter().zip(evidence);
    let rows: Vec<Row<'_>> = rows
        .filter_map(|(hit, evidence)| Row::new(&model.doc.report, *hit, evidence, area.width))
        .collect();
    if rows.is_empty() {
        canvas.line(skip(area, 1), "nothing has all of that", canvas.theme.dim());
    }
    let columns = Columns::new(&rows, area.width, canvas);
    let matched = find.matches(rows.iter().map(|row| row.label));
    for (at, ((row, matched), area)) in rows.iter().zip(&matched).zip(area.rows()).enumerate() {
        row.draw(columns, find.offset + at == find.found.at, matched, area, canvas);
    }
}

fn found(model: &Model, find: &Find) -> String {
    let (figures, events) = find.found.counts();
    let mut text = counted(figures, "figure");
    if events > 0 {
        text = format!("{text}, {}", counted(events, "event"));
    }
    if find.found.hidden > 0 {
        let key = model.env.keymap.key(&[Scope::Everywhere], Action::Widen);
        let key = key.map_or_else(String::new, |key| format!(": {key} shows all"));
        text = format!("{text}; {} more not shown{key}", find.found.hidden);
    }
    text
}
