//! The keymap: the table of keys, with the changes of the user.

use std::collections::HashSet;

use crate::app::keys::{Action, BINDINGS, Binding, Code, Key, Panel, Scope};

/// The keys that are in force. Code that obeys a key or names one in a text asks here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    bindings: Vec<Binding>,
}

impl Default for Keymap {
    /// The keys of [`BINDINGS`].
    fn default() -> Self {
        Self { bindings: BINDINGS.clone() }
    }
}

impl Keymap {
    /// Every binding, in the order of the table.
    pub fn bindings(&self) -> &[Binding] {
        &self.bindings
    }

    /// The bindings of a scope.
    pub fn of(&self, scope: Scope) -> impl Iterator<Item = &Binding> {
        self.bindings.iter().filter(move |binding| binding.scope == scope)
    }

    /// The binding of an action in a scope.
    pub fn binding(&self, scope: Scope, action: Action) -> Option<&Binding> {
        self.of(scope).find(|binding| binding.action == action)
    }

    /// The binding that an action can have in a scope: its own, or in a panel that of
    /// [`Scope::Everywhere`], which a binding of the panel replaces.
    pub fn possible(&self, scope: Scope, action: Action) -> Option<&Binding> {
        let in_panel = matches!(scope, Scope::Panel(_));
        let everywhere = || self.binding(Scope::Everywhere, action).filter(|_| in_panel);
        self.binding(scope, action).or_else(everywhere)
    }

    /// The keys of an action in a scope; none if it has no binding there.
    pub fn keys_of(&self, scope: Scope, action: Action) -> &[Key] {
        self.binding(scope, action).map_or(&[], |binding| &binding.keys)
    }

    /// Sets the keys of an action in a scope and takes them from the actions that had them there.
    /// Does nothing if the action cannot have keys there.
    pub fn set(&mut self, scope: Scope, action: Action, mut keys: Vec<Key>) {
        let mut seen = HashSet::new();
        keys.retain(|key| seen.insert(*key));
        let Some(binding) = self.possible(scope, action).cloned() else { return };
        let set = Binding { scope, keys, ..binding };
        for binding in self.bindings.iter_mut().filter(|binding| binding.scope == scope) {
            binding.keys.retain(|key| !set.keys.contains(key));
        }
        let is_it = |binding: &&mut Binding| binding.scope == scope && binding.action == action;
        match self.bindings.iter_mut().find(is_it) {
            Some(binding) => *binding = set,
            None => self.bindings.push(set),
        }
    }

    /// The action of a key; the first scope that has the key decides.
    pub fn resolve(&self, scopes: &[Scope], key: Key) -> Option<Action> {
        let found = |scope: &Scope| self.of(*scope).find(|binding| binding.keys.contains(&key));
        let binding = scopes.iter().find_map(found)?;
        self.is_in_force(scopes, binding).then_some(binding.action)
    }

    /// Whether a binding counts in these scopes: a binding of a panel replaces the binding that the
    /// same action has in [`Scope::Everywhere`].
    pub fn is_in_force(&self, scopes: &[Scope], binding: &Binding) -> bool {
        let own = |scope: &&Scope| matches!(scope, Scope::Panel(_)) && binding.scope != **scope;
        !scopes.iter().filter(own).any(|scope| self.binding(*scope, binding.action).is_some())
    }

    /// The best known key for an action in these scopes.
    pub fn key(&self, scopes: &[Scope], action: Action) -> Option<Key> {
        let bindings = scopes.iter().flat_map(|scope| self.of(*scope));
        let keys = bindings
            .filter(|binding| binding.action == action)
            .flat_map(|binding| binding.keys.iter());
        keys.copied().find(|key| self.resolve(scopes, *key) == Some(action))
    }

    /// The best known key for an action in an overlay. If characters are text there, only its own
    /// keys count.
    pub fn key_in_overlay(&self, scope: Scope, action: Action) -> Option<Key> {
        let scopes: &[Scope] =
            if scope.takes_text() { &[scope] } else { &[scope, Scope::Everywhere] };
        self.key(scopes, action)
    }

    /// The best known key that leads to an action in every panel, for a text that may still be on
    /// the screen when another panel is focused.
    pub(crate) fn key_of_any_panel(&self, action: Action) -> Option<Key> {
        let leads = |key: &&Key| {
            let of = |panel| [Scope::Panel(panel), Scope::Everywhere];
            Panel::ALL.iter().all(|panel| self.resolve(&of(*panel), **key) == Some(action))
        };
        self.keys_of(Scope::Everywhere, action).iter().find(leads).copied()
    }

    /// The action of a key while text is typed: the scope's own keys count, and of those that work
    /// everywhere only the two with Ctrl that quit and suspend.
    pub(crate) fn in_text(&self, scope: Scope, key: Key) -> Option<Action> {
        let leaves = |action: &Action| key.ctrl && matches!(action, Action::Quit | Action::Suspend);
        let everywhere = || self.resolve(&[Scope::Everywhere], key).filter(leaves);
        self.resolve(&[scope], key).or_else(everywhere)
    }
}

/// A text followed by what some keys do about it; keys that do not exist are empty.
pub(crate) fn with_keys(is: &str, before: &str, keys: &[String], between: &str) -> String {
    let keys: Vec<&str> = keys.iter().map(String::as_str).filter(|key| !key.is_empty()).collect();
    let before = if keys.is_empty() { "" } else { before };
    format!("{is}{before}{}", keys.join(between))
}

/// The key that quits everywhere. It cannot be bound to anything else, so that a user can always
/// leave, even if someone else has changed the keys.
pub const LAST_RESORT: Key = Key { code: Code::Char('c'), ctrl: true, alt: false };

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;
    use crate::app::keys::{SCOPES, ScopeEntry};
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
        assert_eq!(keymap.bindings().len(), BINDINGS.len());
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
            for (binding, place, keys) in sets {
                let action = BINDINGS[binding].action;
                keymap.set(SCOPES[place].scope, action, keys.chars().map(Key::char).collect());
            }
            for ScopeEntry { scope, .. } in SCOPES {
                let keys: Vec<_> = keymap.of(*scope).flat_map(|binding| binding.keys.iter()).collect();
                let all: HashSet<_> = keys.iter().collect();
                prop_assert_eq!(all.len(), keys.len());
                let scopes = [*scope, Everywhere];
                for binding in keymap.bindings() {
                    if let Some(key) = keymap.key(&scopes, binding.action) {
                        prop_assert_eq!(keymap.resolve(&scopes, key), Some(binding.action));
                    }
                }
            }
        }
    }

    #[test]
    fn the_last_resort_quits_wherever_one_is() {
        let keymap = Keymap::default();
        for ScopeEntry { scope, .. } in SCOPES {
            assert_eq!(keymap.resolve(&[*scope, Everywhere], LAST_RESORT), Some(Action::Quit));
        }
    }
}
