use ratatui::layout::Rect;

use crate::app::{Action, CameFrom, Key, Model, Overlay, Scope, Subject, width};
use crate::ui::Theme;
use crate::ui::canvas::{Canvas, shown};

/// The line of keys that work here and now, from the key table.
pub(super) fn draw(model: &Model, theme: &Theme, area: Rect, canvas: &mut Canvas<'_>) {
    let hints = hints(model);
    // Help and quit are always there; what does not fit in front of them is left out.
    let (tail, front): (Vec<_>, Vec<_>) = hints
        .into_iter()
        .partition(|hint| ["help", "quit", "close", "leave", "no", "back"].contains(&hint.1));
    let cells = |hint: &(String, &str)| width(&shown(&hint.0, theme)) + 1 + width(hint.1) + 2;
    let mut room =
        usize::from(area.width).saturating_sub(1 + tail.iter().map(cells).sum::<usize>());
    let mut x = area.x + 1;
    let fitting = front.iter().filter(|hint| {
        let fits = cells(hint) <= room;
        room = if fits { room - cells(hint) } else { 0 };
        fits
    });
    for (keys, hint) in fitting.chain(&tail) {
        x = canvas.text(x, area.y, area.right().saturating_sub(x), keys, theme.key()) + 1;
        x = canvas.text(x, area.y, area.right().saturating_sub(x), hint, theme.dim()) + 2;
    }
}

/// Keys with a hint, in the order of the table; neighbours with one hint stand together.
fn hints(model: &Model) -> Vec<(String, &'static str)> {
    let mut hints: Vec<(String, &'static str)> = Vec::new();
    let scopes = model.scopes();
    let keymap = &model.keymap;
    let lines = scopes.iter().flat_map(|scope| keymap.of(*scope));
    let everywhere = everywhere(model);
    for line in lines.filter(|line| !line.hint.is_empty()) {
        if line.scope == Scope::Everywhere && everywhere.is_some_and(|h| !h.contains(&line.hint)) {
            continue;
        }
        let hint = match line.action {
            Action::Back if line.scope == Scope::Everywhere => match model.goes_back() {
                None => continue,
                Some(true) => line.hint,
                Some(false) => "clear",
            },
            Action::NextFound if model.found.is_none() => continue,
            Action::Widen if !model.narrow.is_on() => continue,
            Action::Diagnostics if model.listed_diagnostics().0.is_empty() => continue,
            Action::Accept if line.scope == Scope::Address && model.opens_with.is_err() => continue,
            Action::Cite | Action::OpenAddress if is_empty(model) => continue,
            Action::TakeTheirs if !is_contested(model) => continue,
            Action::Follow => match model.enter() {
                None => continue,
                Some(CameFrom::Event { .. }) if model.came_from_event().is_some() => "next",
                Some(_) => line.hint,
            },
            Action::PreviousPoint | Action::NextPoint if model.card.cursor.is_none() => continue,
            _ => line.hint,
        };
        let leads = |key: &&Key| keymap.resolve(&scopes, **key) == Some(line.action);
        let Some(key) = line.keys.iter().find(leads).map(ToString::to_string) else { continue };
        match hints.last_mut().filter(|last| last.1 == hint) {
            // Only signs can be told apart without a space between them.
            Some(last) if width(&key) == 1 && width(&last.0) <= 2 => last.0.push_str(&key),
            Some(last) => last.0.extend([" ", &key]),
            None => hints.push((key, hint)),
        }
    }
    hints
}

/// What works everywhere and goes on working under what lies over the panels; `None` is all.
fn everywhere(model: &Model) -> Option<&'static [&'static str]> {
    match model.overlay {
        None => None,
        Some(
            Overlay::Form(_)
            | Overlay::Offer(_)
            | Overlay::Find(_)
            | Overlay::Narrow(_)
            | Overlay::Commands(_)
            | Overlay::Dates(_)
            | Overlay::Address(_),
        ) => Some(&[]),
        Some(_) => Some(&["move"]),
    }
}

fn is_empty(model: &Model) -> bool {
    matches!(model.subject(), Subject::Nothing)
}

fn is_contested(model: &Model) -> bool {
    matches!(&model.overlay, Some(Overlay::Form(form)) if form.is_contested())
}
