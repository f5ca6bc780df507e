//! Every action by its name, to be found by typing.

use crate::app::actions::dispatch::{go, perform};
use crate::app::env::THEMES;
use crate::app::keys::{Action, Key, Panel, SCOPES, Scope, TextPress, key_list, text_press};
use crate::app::overlays::Overlay;
use crate::app::panels::COLUMNS;
use crate::app::text::Picker;
use crate::app::{Effect, Model};
use crate::export::CITATION_FORMATS;

/// The list of every action, over the panels.
#[derive(Clone, Debug)]
pub struct Commands {
    /// What is typed, and what is left of the list.
    pub picker: Picker,
    /// The lines of the list, in the order of the picker's texts.
    pub lines: Vec<CommandLine>,
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommandLine {
    /// What it does.
    pub action: Action,
    /// The panel that it is done in, where it is not done in all of them.
    pub panel: Option<Panel>,
    /// The keys that do it, as help shows them; empty where there is none.
    pub keys: String,
}

impl Commands {
    /// Everything that can be done, what belongs to the focused panel first.
    pub(in crate::app) fn new(model: &Model) -> Self {
        let (mut lines, mut texts) = (Vec::new(), Vec::new());
        let own = Scope::Panel(model.focus);
        let others = Panel::ALL.map(Scope::Panel).into_iter().filter(|scope| *scope != own);
        for scope in [own, Scope::Everywhere].into_iter().chain(others) {
            let panel = match scope {
                Scope::Panel(panel) => Some(panel),
                _ => None,
            };
            let place = SCOPES.iter().find(|(s, _)| *s == scope && panel.is_some());
            let place = place.map_or_else(String::new, |(_, title)| format!("{title}: "));
            let mut add = |action, doc: &str, keys| {
                lines.push(CommandLine { action, panel, keys });
                texts.push(format!("{place}{doc}"));
            };
            for line in model.keymap.of(scope).filter(|line| is_worth_naming(line.action)) {
                add(line.action, &named(line.hint, line.doc), key_list(&line.keys));
            }
            for (action, doc) in without_keys(scope) {
                add(action, &doc, String::new());
            }
        }
        Self { picker: Picker::new(texts), lines }
    }

    fn marked(&self) -> Option<&CommandLine> {
        self.lines.get(self.picker.marked()?)
    }
}

/// What a command does, behind the word by which the line of keys calls it.
fn named(hint: &str, doc: &str) -> String {
    if hint.is_empty() || doc.contains(hint) { doc.to_owned() } else { format!("{hint}: {doc}") }
}

/// Whoever reads a list knows how to move in it.
fn is_worth_naming(action: Action) -> bool {
    !matches!(action, Action::Commands | Action::Up | Action::Down)
}

/// What can be done by its name only.
fn without_keys(scope: Scope) -> Vec<(Action, String)> {
    match scope {
        Scope::Panel(Panel::Table) => {
            let columns = COLUMNS.iter().map(|column| {
                (
                    Action::SortBy(Some(column.id)),
                    format!("sort by {}", column.title.to_lowercase()),
                )
            });
            let file = (Action::SortBy(None), "sort in the order of the file".to_owned());
            columns.chain([file]).collect()
        }
        Scope::Everywhere => {
            let themes = THEMES
                .iter()
                .map(|entry| (Action::SetTheme(entry.theme), format!("theme: {}", entry.name)));
            let formats = CITATION_FORMATS.iter().map(|(format, name, doc)| {
                (Action::CiteAs(*format), format!("cite, from now on as {name}: {doc}"))
            });
            themes.chain(formats).collect()
        }
        _ => Vec::new(),
    }
}

/// A key in the list.
pub(in crate::app) fn press(model: &mut Model, key: Key) -> Option<Effect> {
    match text_press(&model.keymap, Scope::Commands, key) {
        TextPress::Effect(effect) => Some(effect),
        TextPress::Do(action) => obey(model, action),
        TextPress::Text => {
            if let Some(Overlay::Commands(commands)) = &mut model.overlay {
                commands.picker.press(key);
            }
            None
        }
    }
}

/// Leaves the list, does what is marked, or moves the mark.
pub(in crate::app) fn obey(model: &mut Model, action: Action) -> Option<Effect> {
    let Some(Overlay::Commands(mut commands)) = model.overlay.take() else { return None };
    match action {
        Action::Accept => {
            let line = commands.marked()?;
            if let Some(panel) = line.panel.filter(|panel| *panel != model.focus) {
                go(model, panel);
            }
            model.history.pressed(matches!(line.action, Action::Undo | Action::Redo));
            perform(model, line.action)
        }
        Action::Back => None,
        action => {
            let view = model.layout().list_height();
            commands.picker.travel(view, action);
            model.overlay = Some(Overlay::Commands(commands));
            None
        }
    }
}
