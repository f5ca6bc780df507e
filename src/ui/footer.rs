use ratatui::layout::Rect;

use crate::app::keys::{Action, Key, Panel, Scope};
use crate::app::nav::CameFrom;
use crate::app::overlays::Overlay;
use crate::app::panels::TimelineColumns;
use crate::app::text::width;
use crate::app::{Model, Subject};
use crate::ui::Theme;
use crate::ui::canvas::{Canvas, shown};

/// What gives way where the line is short: the later it stands here, the sooner. What is not named
/// belongs to the place where one is, and stays.
const GIVES_WAY: &[Action] = &[
    Action::Find,
    Action::Cite,
    Action::Widen,
    Action::NextFound,
    Action::OpenAddress,
    Action::Narrow,
    Action::SortReverse,
    Action::PanEarlier,
    Action::Periods,
    Action::Up,
    Action::NextPanel,
    Action::Commands,
    Action::Follow,
    Action::EditHere,
    Action::OpenEditor,
    Action::Diagnostics,
    Action::Zoom,
];

/// Hints that are always there, at the end: the ways to help and out.
const STAYS: [&str; 6] = ["help", "quit", "close", "leave", "no", "back"];

/// The line of keys that work here and now, from the key table: as many as have room, those that
/// matter most.
pub(super) fn draw(model: &Model, theme: &Theme, area: Rect, canvas: &mut Canvas<'_>) {
    let (tail, front): (Vec<_>, Vec<_>) =
        hints(model).into_iter().partition(|hint| STAYS.contains(&hint.says));
    let cells = |hint: &Hint| {
        width(&shown(&hint.keys, theme)) + 1 + width(hint.says) + width(&hint.place) + 2
    };
    // The last one needs no room behind it.
    let mut room = usize::from(area.width) + 1;
    room = room.saturating_sub(tail.iter().map(cells).sum::<usize>());
    let mut by_rank: Vec<&Hint> = front.iter().collect();
    by_rank.sort_by_key(|hint| hint.rank);
    by_rank.retain(|hint| {
        let fits = cells(hint) <= room;
        room -= if fits { cells(hint) } else { 0 };
        fits
    });
    let fitting = front.iter().filter(|hint| by_rank.iter().any(|other| other.says == hint.says));
    let mut x = area.x + 1;
    for hint in fitting.chain(&tail) {
        let end = area.right();
        x = canvas.text(x, area.y, end.saturating_sub(x), &hint.keys, theme.key()) + 1;
        x = canvas.text(x, area.y, end.saturating_sub(x), hint.says, theme.dim());
        x = canvas.text(x, area.y, end.saturating_sub(x), &hint.place, theme.dim()) + 2;
    }
}

/// Keys and what they do.
struct Hint {
    keys: String,
    says: &'static str,
    /// Which of how many, where that is worth telling.
    place: String,
    /// Its place in [`GIVES_WAY`]; what is not in it comes first.
    rank: usize,
}

/// Keys with a hint, in the order of the table; neighbours with one hint stand together.
fn hints(model: &Model) -> Vec<Hint> {
    let mut hints: Vec<Hint> = Vec::new();
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
            Action::ZoomIn
            | Action::ZoomOut
            | Action::ZoomAll
            | Action::Dates
            | Action::PanEarlier
            | Action::PanLater
                if !has_track(model) =>
            {
                continue;
            }
            Action::NextFound if model.found.as_ref().is_none_or(|f| f.hits.is_empty()) => continue,
            Action::Widen if !model.narrow.is_on() => continue,
            Action::Diagnostics if model.listed_diagnostics().0.is_empty() => continue,
            Action::Accept if line.scope == Scope::Address && model.opens_with.is_err() => continue,
            Action::Cite | Action::OpenAddress if is_empty(model) => continue,
            Action::EditHere if model.is_on_rival() => continue,
            Action::Save if marks_choice(model) => "take",
            Action::Accept if has_chosen(model) => "done",
            Action::TakeTheirs if !is_contested(model) => continue,
            Action::Follow => match model.enter() {
                None => continue,
                Some(CameFrom::Event { .. }) if model.came_from_event().is_some() => "next",
                Some(_) => line.hint,
            },
            Action::PreviousFigure | Action::NextFigure if model.card.stops.is_empty() => continue,
            _ => line.hint,
        };
        let leads = |key: &&Key| keymap.resolve(&scopes, **key) == Some(line.action);
        let Some(key) = line.keys.iter().find(leads).map(ToString::to_string) else { continue };
        match hints.last_mut().filter(|last| last.says == hint) {
            // Only signs can be told apart without a space between them.
            Some(last) if width(&key) == 1 && width(&last.keys) <= 2 => last.keys.push_str(&key),
            Some(last) => last.keys.extend([" ", &key]),
            None => {
                let place = match &model.found {
                    Some(find) if line.action == Action::NextFound => find.place(),
                    _ => String::new(),
                };
                let rank = rank(model, line.action);
                hints.push(Hint { keys: key, says: hint, place, rank });
            }
        }
    }
    hints
}

/// How soon a hint gives way: 0 never does.
fn rank(model: &Model, action: Action) -> usize {
    // From an event Enter leads on; from a figure the detail shows the same.
    if action == Action::Follow && matches!(model.enter(), Some(CameFrom::Event { .. })) {
        return 0;
    }
    GIVES_WAY.iter().position(|other| *other == action).map_or(0, |place| place + 1)
}

/// What works everywhere and goes on working under what lies over the panels; `None` is all.
fn everywhere(model: &Model) -> Option<&'static [&'static str]> {
    match model.overlay {
        None => None,
        Some(Overlay::Help { .. } | Overlay::Diagnostics(_) | Overlay::Changes { .. }) => {
            Some(&["move"])
        }
        Some(_) => Some(&[]),
    }
}

fn is_empty(model: &Model) -> bool {
    matches!(model.subject(), Subject::Nothing)
}

/// Whether the timeline has room for its track: without one nothing of time is seen.
fn has_track(model: &Model) -> bool {
    let line = model.layout().inner(Panel::Timeline).width;
    TimelineColumns::new(model, line).track > 0
}

/// Whether Enter only closes the list, as all was chosen one after the other.
fn has_chosen(model: &Model) -> bool {
    matches!(&model.overlay, Some(Overlay::Narrow(list)) if list.is_done())
}

/// Whether the form marks a choice, which the key that saves then takes instead.
fn marks_choice(model: &Model) -> bool {
    matches!(&model.overlay, Some(Overlay::Form(form)) if form.picked.is_some())
}

fn is_contested(model: &Model) -> bool {
    matches!(&model.overlay, Some(Overlay::Form(form)) if form.is_contested())
}
