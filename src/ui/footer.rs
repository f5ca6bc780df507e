use ratatui::layout::Rect;

use crate::app::Model;
use crate::app::keys::{Action, Key, Scope};
use crate::app::nav::CameFrom;
use crate::app::overlays::Overlay;
use crate::app::text::{Wish, allocate, width};
use crate::ui::canvas::{Canvas, cells, shown};

/// Hints that are always there, at the end: the ways to help and out.
const STAYS: [&str; 6] = ["help", "quit", "close", "leave", "no", "back"];

/// The cells between two hints.
const GAP: u16 = 2;

/// Draws the line of keys that work now, from the key table: those that matter most, as many as
/// fit.
pub(super) fn draw(model: &Model, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let (tail, front): (Vec<_>, Vec<_>) =
        hints(model).into_iter().partition(|hint| STAYS.contains(&hint.says));
    let wish = |hint: &Hint| {
        let min = cells(&shown(&hint.keys, theme)) + 1 + cells(hint.says) + cells(&hint.place);
        Wish { min, rank: hint.rank, ..Wish::default() }
    };
    // The last one needs no room behind it.
    let taken = tail.iter().map(|hint| wish(hint).min + GAP).sum();
    let room = (area.width + 1).saturating_sub(taken);
    let fits = allocate(&front.iter().map(wish).collect::<Vec<_>>(), GAP, room);
    let fitting = front.iter().zip(fits).filter(|(_, cells)| *cells > 0).map(|(hint, _)| hint);
    let mut x = area.x + 1;
    for hint in fitting.chain(&tail) {
        let end = area.right();
        x = canvas.text(x, area.y, end.saturating_sub(x), &hint.keys, theme.key()) + 1;
        x = canvas.text(x, area.y, end.saturating_sub(x), hint.says, theme.dim());
        x = canvas.text(x, area.y, end.saturating_sub(x), &hint.place, theme.dim()) + GAP;
    }
}

/// Keys and their hint.
struct Hint {
    keys: String,
    says: &'static str,
    /// The position in a list, such as ` 2 of 5`; may be empty.
    place: String,
    /// How soon it is left out where the line is short: the higher, the sooner; 0 never is.
    rank: u8,
}

/// Keys with a hint, in the order of the table; neighbours with one hint stand together.
fn hints(model: &Model) -> Vec<Hint> {
    let mut hints: Vec<Hint> = Vec::new();
    let scopes = model.scopes();
    let keymap = &model.env.keymap;
    let lines = scopes.iter().flat_map(|scope| keymap.of(*scope));
    // What works everywhere does not work in an overlay, but for scrolling.
    let overlay = model.overlay.as_ref().map(Overlay::scope);
    let is_off = |hint| overlay.is_some_and(|scope| !(scope.scrolls() && hint == "move"));
    for line in lines.filter(|line| !line.hint.is_empty()) {
        if line.scope == Scope::Everywhere && is_off(line.hint) {
            continue;
        }
        // A sound file has no list of faults.
        let is_empty_list =
            line.action == Action::Diagnostics && model.doc.listed_diagnostics().0.is_empty();
        if is_empty_list || !model.can_do(line.action) {
            continue;
        }
        let hint = model.hint(line.action).unwrap_or(line.hint);
        let leads = |key: &&Key| keymap.resolve(&scopes, **key) == Some(line.action);
        let Some(key) = line.keys.iter().find(leads).map(ToString::to_string) else { continue };
        match hints.last_mut().filter(|last| last.says == hint) {
            // Only signs can be told apart without a space between them.
            Some(last) if width(&key) == 1 && width(&last.keys) <= 2 => last.keys.push_str(&key),
            Some(last) => last.keys.extend([" ", &key]),
            None => {
                let found = model.nav.found.as_ref().filter(|_| line.action == Action::NextFound);
                let place = found.map_or_else(String::new, |found| found.place());
                let rank = rank(model, line.action);
                hints.push(Hint { keys: key, says: hint, place, rank });
            }
        }
    }
    hints
}

/// How soon a hint is left out: the higher, the sooner; 0 never is.
fn rank(model: &Model, action: Action) -> u8 {
    // From an event Enter leads to a figure; what it shows of a figure is in the detail, too.
    if action == Action::Follow && matches!(model.enter(), Some(CameFrom::Event { .. })) {
        return 0;
    }
    action.gives_way()
}
