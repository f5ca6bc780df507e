//! Which key does what: the table of keys with what the user has changed of it.

use std::borrow::Cow;

use crate::app::keys::{Action, BINDINGS, Binding, Code, Key, Panel, Scope};

/// One line of the key table as it is in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where it works.
    pub scope: Scope,
    /// The keys, the best known first; none where the user wants none.
    pub keys: Cow<'static, [Key]>,
    /// What they do.
    pub action: Action,
    /// What they do, in the words of the help.
    pub doc: &'static str,
    /// What they do, in a word or two for the footer; empty where the footer leaves them out.
    pub hint: &'static str,
}

impl From<&Binding> for Line {
    fn from(binding: &Binding) -> Self {
        let Binding { scope, keys, action, doc, hint } = *binding;
        Self { scope, keys: Cow::Borrowed(keys), action, doc, hint }
    }
}

/// The keys as they are in force. Whatever obeys a key or names one asks here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    lines: Vec<Line>,
}

impl Default for Keymap {
    /// The keys of [`BINDINGS`].
    fn default() -> Self {
        Self { lines: BINDINGS.iter().map(Line::from).collect() }
    }
}

impl Keymap {
    /// Every line, in the order of the table.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The lines of one place.
    pub fn of(&self, scope: Scope) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |line| line.scope == scope)
    }

    /// The line of an action in a place.
    pub fn line(&self, scope: Scope, action: Action) -> Option<&Line> {
        self.of(scope).find(|line| line.action == action)
    }

    /// The line that an action can have in a place: its own, and in a panel that of everywhere,
    /// which a line of the panel takes the place of.
    pub fn possible(&self, scope: Scope, action: Action) -> Option<&Line> {
        let in_panel = matches!(scope, Scope::Panel(_));
        let everywhere = || self.line(Scope::Everywhere, action).filter(|_| in_panel);
        self.line(scope, action).or_else(everywhere)
    }

    /// The keys of an action in a place; none where it has no line there.
    pub fn keys_of(&self, scope: Scope, action: Action) -> &[Key] {
        self.line(scope, action).map_or(&[], |line| &line.keys)
    }

    /// Gives an action other keys in a place and takes them from whatever had them there. Where
    /// the action cannot have keys there, nothing happens.
    pub fn set(&mut self, scope: Scope, action: Action, mut keys: Vec<Key>) {
        let mut seen = Vec::with_capacity(keys.len());
        keys.retain(|key| {
            let is_first = !seen.contains(key);
            seen.push(*key);
            is_first
        });
        let Some(line) = self.possible(scope, action).cloned() else { return };
        let set = Line { scope, keys: Cow::Owned(keys), ..line };
        for line in self.lines.iter_mut().filter(|line| line.scope == scope) {
            if line.keys.iter().any(|key| set.keys.contains(key)) {
                line.keys.to_mut().retain(|key| !set.keys.contains(key));
            }
        }
        match self.lines.iter_mut().find(|line| line.scope == scope && line.action == action) {
            Some(line) => *line = set,
            None => self.lines.push(set),
        }
    }

    /// The action of a key, asking the places in order.
    pub fn resolve(&self, scopes: &[Scope], key: Key) -> Option<Action> {
        let found = |scope: &Scope| self.of(*scope).find(|line| line.keys.contains(&key));
        let line = scopes.iter().find_map(found)?;
        self.is_in_force(scopes, line).then_some(line.action)
    }

    /// Whether a line counts in these places: a line of a panel takes the place of the line that
    /// the same action has everywhere.
    pub fn is_in_force(&self, scopes: &[Scope], line: &Line) -> bool {
        let own = |scope: &&Scope| matches!(scope, Scope::Panel(_)) && line.scope != **scope;
        !scopes.iter().filter(own).any(|scope| self.line(*scope, line.action).is_some())
    }

    /// The best known key that leads to an action in these places.
    pub fn key(&self, scopes: &[Scope], action: Action) -> Option<Key> {
        let lines = scopes.iter().flat_map(|scope| self.of(*scope));
        let keys = lines.filter(|line| line.action == action).flat_map(|line| line.keys.iter());
        keys.copied().find(|key| self.resolve(scopes, *key) == Some(action))
    }

    /// The same in what lies over the panels: where characters are text, only its own keys count.
    pub fn key_over(&self, scope: Scope, action: Action) -> Option<Key> {
        let scopes: &[Scope] =
            if scope.takes_text() { &[scope] } else { &[scope, Scope::Everywhere] };
        self.key(scopes, action)
    }

    /// The same for a panel, whichever it is: of a text that may still be read in another one.
    pub(crate) fn key_of_any_panel(&self, action: Action) -> Option<Key> {
        let leads = |key: &&Key| {
            let of = |panel| [Scope::Panel(panel), Scope::Everywhere];
            Panel::ALL.iter().all(|panel| self.resolve(&of(*panel), **key) == Some(action))
        };
        self.keys_of(Scope::Everywhere, action).iter().find(leads).copied()
    }
}

/// What is, and behind it what keys do about it, as far as there are such keys.
pub(crate) fn told(is: &str, before: &str, keys: &[String], between: &str) -> String {
    let keys: Vec<&str> = keys.iter().map(String::as_str).filter(|key| !key.is_empty()).collect();
    let before = if keys.is_empty() { "" } else { before };
    format!("{is}{before}{}", keys.join(between))
}

/// The key that ends the program wherever one is. It cannot be taken away: somebody has to get
/// out of a dashboard whose keys somebody else has changed.
pub const LAST_RESORT: Key = Key { code: Code::Char('c'), ctrl: true, alt: false };

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;
    use crate::app::keys::SCOPES;
    use Scope::{Everywhere, Panel as In};

    const TABLE: [Scope; 2] = [In(Panel::Table), Everywhere];
    const GAUGES: [Scope; 2] = [In(Panel::Gauges), Everywhere];

    #[test]
    fn a_key_that_is_set_takes_the_place_of_the_old_ones_and_is_nobody_elses() {
        let mut keymap = Keymap::default();
        keymap.set(Everywhere, Action::OpenEditor, vec![Key::char('w')]);
        assert_eq!(keymap.resolve(&GAUGES, Key::char('w')), Some(Action::OpenEditor));
        assert_eq!(keymap.resolve(&GAUGES, Key::char('e')), None);
        assert_eq!(keymap.key(&GAUGES, Action::Diagnostics), None);
        assert_eq!(keymap.lines().len(), BINDINGS.len());
    }

    #[test]
    fn a_panel_can_have_other_keys_than_everywhere() {
        let mut keymap = Keymap::default();
        keymap.set(In(Panel::Table), Action::OpenSource, Vec::new());
        keymap.set(In(Panel::Table), Action::OpenEditor, vec![Key::char('s')]);
        assert_eq!(keymap.resolve(&TABLE, Key::char('E')), None);
        assert_eq!(keymap.resolve(&TABLE, Key::char('e')), None);
        assert_eq!(keymap.resolve(&TABLE, Key::char('s')), Some(Action::OpenEditor));
        assert_eq!(keymap.resolve(&GAUGES, Key::char('E')), Some(Action::OpenSource));
        assert_eq!(keymap.key(&TABLE, Action::OpenEditor), Some(Key::char('s')));
        assert_eq!(keymap.key(&GAUGES, Action::OpenEditor), Some(Key::char('e')));
        assert_eq!(keymap.key_of_any_panel(Action::OpenEditor), None);
    }

    #[test]
    fn what_lies_over_the_panels_has_no_keys_but_its_own() {
        let mut keymap = Keymap::default();
        keymap.set(Scope::Help, Action::OpenSource, vec![Key::char('x')]);
        assert_eq!(keymap, Keymap::default());
    }

    #[test]
    fn a_key_that_another_line_hides_is_not_named() {
        let mut keymap = Keymap::default();
        keymap.set(In(Panel::Table), Action::SortNext, vec![Key::char('w')]);
        assert_eq!(keymap.key(&TABLE, Action::Diagnostics), None);
        assert_eq!(keymap.key(&GAUGES, Action::Diagnostics), Some(Key::char('w')));
    }

    proptest! {
        #[test]
        fn whatever_is_set_no_key_does_two_things_and_what_is_named_works(
            sets in proptest::collection::vec(
                (0..BINDINGS.len(), 0..SCOPES.len(), "[a-f]{0,3}"), 0..30,
            ),
        ) {
            let mut keymap = Keymap::default();
            for (line, place, keys) in sets {
                let action = BINDINGS[line].action;
                keymap.set(SCOPES[place].0, action, keys.chars().map(Key::char).collect());
            }
            for (scope, _) in SCOPES {
                let keys: Vec<_> = keymap.of(*scope).flat_map(|line| line.keys.iter()).collect();
                let all: HashSet<_> = keys.iter().collect();
                prop_assert_eq!(all.len(), keys.len());
                let scopes = [*scope, Everywhere];
                for line in keymap.lines() {
                    if let Some(key) = keymap.key(&scopes, line.action) {
                        prop_assert_eq!(keymap.resolve(&scopes, key), Some(line.action));
                    }
                }
            }
        }
    }

    #[test]
    fn the_last_resort_quits_wherever_one_is() {
        let keymap = Keymap::default();
        for (scope, _) in SCOPES {
            assert_eq!(keymap.resolve(&[*scope, Everywhere], LAST_RESORT), Some(Action::Quit));
        }
    }
}
