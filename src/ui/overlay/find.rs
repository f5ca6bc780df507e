mod row;
mod said;

use ratatui::layout::Rect;

use super::{Edges, frame_at, list};
use crate::app::Model;
use crate::app::keys::{Action, Scope};
use crate::app::overlays::Find;
use crate::app::panels::list_rows;
use crate::report::counted;
use crate::ui::Theme;
use crate::ui::canvas::Canvas;
use row::{Columns, Row};

/// What is said before anything is typed.
const HINT: &str = "any word of a label, figure, note, source, group or event";

/// Draws what is typed and what has been found.
pub(super) fn draw(model: &Model, find: &Find, theme: &Theme, canvas: &mut Canvas<'_>) {
    let typed = !find.field.line().trim().is_empty();
    let foot = if typed { count(model, find) } else { String::new() };
    let title = if model.nav.filter.is_on() {
        format!("Find in what is shown ({})", model.nav.filter.words(&model.doc.report))
    } else {
        "Find".to_owned()
    };
    let list = model.layout().list();
    let inner = frame_at(&Edges { title, foot }, theme, list, canvas);
    list::head(&find.field, HINT, theme, inner, canvas);
    let area = list_rows(list);
    if !typed {
        return;
    }
    let view = usize::from(area.height);
    let hits: Vec<_> = find.found.hits.iter().enumerate().skip(find.offset).take(view).collect();
    if hits.is_empty() {
        list::nothing("nothing has all of that", theme, area, canvas);
    }
    let rows: Vec<Row<'_>> =
        hits.iter().filter_map(|(_, hit)| Row::new(model, **hit, area)).collect();
    let columns = Columns::new(&rows, theme, area.width);
    let letters = find.matches(rows.iter().map(|row| row.label));
    for (((y, row), letters), (at, _)) in (area.y..).zip(&rows).zip(&letters).zip(&hits) {
        let place = Rect { y, height: 1, ..area };
        row.draw(columns, *at == find.found.at, letters, theme, place, canvas);
    }
}

fn count(model: &Model, find: &Find) -> String {
    let (figures, events) = find.found.counts();
    let mut says = counted(figures, "figure");
    if events > 0 {
        says = format!("{says}, {}", counted(events, "event"));
    }
    if find.found.hidden > 0 {
        let key = model.env.keymap.key(&[Scope::Everywhere], Action::Widen);
        let key = key.map_or_else(String::new, |key| format!(": {key} shows all"));
        says = format!("{says}; {} more not shown{key}", find.found.hidden);
    }
    says
}
