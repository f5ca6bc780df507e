//! The places of the dashboard where keys work, as headings of the file.

use crate::app::keys::{Action, BINDINGS, SCOPES, Scope};

/// The heading under which keys are set.
pub(super) const TABLE: &str = "keys";

/// Whether there is an action of this name.
pub(super) fn is_action(word: &str) -> bool {
    Action::ALL.iter().any(|action| action.name() == word)
}

/// The headings under which an action has keys by default.
pub(super) fn homes(word: &str) -> String {
    let own = BINDINGS.iter().filter(|binding| binding.action.name() == word);
    own.map(|binding| heading(binding.scope)).collect::<Vec<_>>().join(" or ")
}

/// The places that can have keys.
pub(super) fn places() -> impl Iterator<Item = Scope> {
    SCOPES.iter().map(|entry| entry.scope).filter(|scope| *scope != Scope::Everywhere)
}

/// The place of a name.
pub(super) fn place(word: &str) -> Option<Scope> {
    places().find(|scope| scope.name() == word)
}

/// The heading of a place.
pub(super) fn heading(scope: Scope) -> String {
    match scope {
        Scope::Everywhere => format!("[{TABLE}]"),
        _ => format!("[{TABLE}.{}]", scope.name()),
    }
}
