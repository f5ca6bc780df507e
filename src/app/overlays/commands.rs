//! The list of commands: every command by its name, found by typing.

use ratatui::layout::Position;

use crate::app::env::THEMES;
use crate::app::keys::{Action, Keymap, Panel, SCOPES, Scope, key_list};
use crate::app::overlays::{Command, CommandKind, Context, Layer, Outcome, Press, Request, row_at};
use crate::app::panels::{COLUMNS, list_rows};
use crate::app::text::Picker;
use crate::export::CITATION_FORMATS;

/// The list of commands.
#[derive(Clone, Debug)]
pub struct Commands {
    /// The typed words and the commands that match them.
    pub picker: Picker,
    /// The lines of the list, in the order of the picker's texts.
    pub lines: Vec<CommandLine>,
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommandLine {
    /// The command.
    pub command: Command,
    /// Its keys, as help shows them; empty if it has none.
    pub keys: String,
}

impl Commands {
    /// Every action that can be done now. Those of the focused panel come first.
    pub(crate) fn new(keymap: &Keymap, focus: Panel, can: impl Fn(Action) -> bool) -> Self {
        let (mut lines, mut texts) = (Vec::new(), Vec::new());
        let own = Scope::Panel(focus);
        let others = Panel::ALL.map(Scope::Panel).into_iter().filter(|scope| *scope != own);
        for scope in [own, Scope::Everywhere].into_iter().chain(others) {
            let panel = match scope {
                Scope::Panel(panel) => Some(panel),
                _ => None,
            };
            let place = SCOPES.iter().find(|entry| entry.scope == scope && panel.is_some());
            let place = place.map_or_else(String::new, |entry| format!("{}: ", entry.heading));
            let mut add = |kind, doc: &str, keys| {
                lines.push(CommandLine { command: Command { panel, kind }, keys });
                texts.push(format!("{place}{doc}"));
            };
            // The user of a list already knows how to open it and how to move in it.
            let is_about_lists =
                |action| matches!(action, Action::Commands | Action::Up | Action::Down);
            let offered = |action| !is_about_lists(action) && can(action);
            for line in keymap.of(scope).filter(|line| offered(line.action)) {
                let doc = with_hint(line.hint, line.doc);
                add(CommandKind::Action(line.action), &doc, key_list(&line.keys));
            }
            for (kind, doc) in without_keys(scope) {
                add(kind, &doc, String::new());
            }
        }
        Self { picker: Picker::new(texts), lines }
    }

    /// The name of the article that was typed behind "text".
    pub fn article(&self) -> Option<&str> {
        let name = self.picker.field.line().trim_start().strip_prefix(ARTICLE)?;
        (name.is_empty() || name.starts_with(' ')).then(|| name.trim())
    }

    fn accept(&self) -> Outcome {
        if let Some(name) = self.article() {
            return Outcome::closes_and(Request::Hold(name.to_owned()));
        }
        let marked = self.picker.marked().and_then(|at| self.lines.get(at));
        marked.map_or(Outcome::CLOSES, |line| Outcome::closes_and(Request::Run(line.command)))
    }
}

/// The command that takes the name of an article.
const ARTICLE: &str = "text";

/// The text of a command, after the word that the footer has for it.
fn with_hint(hint: &str, doc: &str) -> String {
    if hint.is_empty() || doc.contains(hint) { doc.to_owned() } else { format!("{hint}: {doc}") }
}

/// The commands that have no key.
fn without_keys(scope: Scope) -> Vec<(CommandKind, String)> {
    match scope {
        Scope::Panel(Panel::Table) => {
            let columns = COLUMNS.iter().map(|column| {
                let doc = format!("sort by {}", column.title.to_lowercase());
                (CommandKind::SortBy(Some(column.id)), doc)
            });
            let file = (CommandKind::SortBy(None), "sort in the order of the file".to_owned());
            columns.chain([file]).collect()
        }
        Scope::Everywhere => {
            let themes = THEMES.iter().map(|entry| {
                (CommandKind::SetTheme(entry.theme), format!("theme: {}", entry.name))
            });
            let formats = CITATION_FORMATS.iter().map(|(format, name, doc)| {
                (CommandKind::CiteAs(*format), format!("cite, from now on as {name}: {doc}"))
            });
            themes.chain(formats).collect()
        }
        _ => Vec::new(),
    }
}

impl Layer for Commands {
    fn press(&mut self, press: Press, cx: &Context<'_>) -> Outcome {
        match press.action {
            Some(Action::Accept) => return self.accept(),
            Some(Action::Back) => return Outcome::CLOSES,
            action => self.picker.press(press.key, action, cx.layout.list_height()),
        }
        Outcome::STAYS
    }

    fn paste(&mut self, text: &str, _: &Context<'_>) -> Outcome {
        self.picker.paste(text);
        Outcome::STAYS
    }

    /// A click marks a line; a click on the marked line runs it.
    fn click(&mut self, at: Position, cx: &Context<'_>) -> Outcome {
        let rows = list_rows(cx.layout.short_list());
        let picker = &mut self.picker;
        match row_at(rows, picker.offset, picker.matches.len(), at) {
            Some(row) if std::mem::replace(&mut picker.at, row) == row => self.accept(),
            _ => Outcome::STAYS,
        }
    }

    fn settle(&mut self, cx: &Context<'_>) {
        self.picker.settle(cx.layout.list_height());
    }
}
