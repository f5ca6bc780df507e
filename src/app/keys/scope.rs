//! The table of scopes: where keys work.

use crate::app::keys::Panel;
use Scope::{
    Changes, Commands, Confirm, Dates, Diagnostics, Everywhere, Filter, Find, Form, Help, Link,
    Panel as In,
};

/// Where a key works: in one panel, in one overlay, or everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "an overlay's scope is named for the overlay")]
pub enum Scope {
    /// In the panels; in an overlay only where it does not take text.
    Everywhere,
    /// In one panel, before what works everywhere.
    Panel(Panel),
    Find,
    Filter,
    Commands,
    Dates,
    Form,
    Diagnostics,
    Changes,
    Confirm,
    Link,
    Help,
}

/// A row of [`SCOPES`].
#[derive(Clone, Copy, Debug)]
pub struct ScopeEntry {
    /// The scope.
    pub scope: Scope,
    /// Its name in files: plain letters with hyphens between words.
    pub name: &'static str,
    /// Its heading in help and docs.
    pub heading: &'static str,
    /// Whether characters are text there, so that none of them can be a key.
    pub takes_text: bool,
}

const KEYS: bool = false;
const TEXT: bool = true;

const fn entry(
    scope: Scope,
    name: &'static str,
    takes_text: bool,
    heading: &'static str,
) -> ScopeEntry {
    ScopeEntry { scope, name, heading, takes_text }
}

/// Every scope, in the order of the help.
pub const SCOPES: &[ScopeEntry] = &[
    entry(Everywhere, "everywhere", KEYS, "Everywhere"),
    entry(In(Panel::Gauges), "gauges", KEYS, "In the gauges"),
    entry(In(Panel::Table), "table", KEYS, "In the table"),
    entry(In(Panel::Timeline), "timeline", KEYS, "In the timeline"),
    entry(In(Panel::Detail), "detail", KEYS, "In the detail"),
    entry(Find, "finding", TEXT, "While finding"),
    entry(Filter, "narrowing", TEXT, "While narrowing"),
    entry(Commands, "choosing-a-command", TEXT, "While choosing a command"),
    entry(Dates, "typing-dates", TEXT, "While typing dates"),
    entry(Form, "form", TEXT, "In a form"),
    entry(Diagnostics, "faults", KEYS, "In the list of faults"),
    entry(Changes, "changes", KEYS, "In the list of changes"),
    entry(Confirm, "question", KEYS, "At a question"),
    entry(Link, "address", KEYS, "At an address"),
    entry(Help, "help", KEYS, "In the help"),
];

impl Scope {
    fn entry(self) -> Option<&'static ScopeEntry> {
        SCOPES.iter().find(|entry| entry.scope == self)
    }

    /// Its name in files; empty only for a scope that is missing in [`SCOPES`].
    pub fn name(self) -> &'static str {
        self.entry().map_or("", |entry| entry.name)
    }

    /// Whether characters are text there, so that none of them can be a key.
    pub fn takes_text(self) -> bool {
        self.entry().is_some_and(|entry| entry.takes_text)
    }

    /// Whether it is the scope of an overlay, which needs a key that closes it.
    pub const fn is_overlay(self) -> bool {
        !matches!(self, Everywhere | In(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keys::BINDINGS;

    #[test]
    fn every_scope_with_keys_has_one_row() {
        for binding in BINDINGS.iter() {
            let rows = SCOPES.iter().filter(|entry| entry.scope == binding.scope);
            assert_eq!(rows.count(), 1, "{:?}", binding.scope);
        }
    }
}
