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
    takes: Takes,
}

/// What a scope takes besides its own keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Takes {
    /// Nothing.
    Keys,
    /// The keys that move, to scroll it.
    Scrolling,
    /// Characters, as text.
    Text,
}
use Takes::{Keys, Scrolling, Text};

const fn entry(
    scope: Scope,
    name: &'static str,
    takes: Takes,
    heading: &'static str,
) -> ScopeEntry {
    ScopeEntry { scope, name, heading, takes }
}

/// Every scope, in the order of the help.
pub const SCOPES: &[ScopeEntry] = &[
    entry(Everywhere, "everywhere", Keys, "Everywhere"),
    entry(In(Panel::Gauges), "gauges", Keys, "In the gauges"),
    entry(In(Panel::Table), "table", Keys, "In the table"),
    entry(In(Panel::Timeline), "timeline", Keys, "In the timeline"),
    entry(In(Panel::Detail), "detail", Keys, "In the detail"),
    entry(Find, "finding", Text, "While finding"),
    entry(Filter, "narrowing", Text, "While narrowing"),
    entry(Commands, "choosing-a-command", Text, "While choosing a command"),
    entry(Dates, "typing-dates", Text, "While typing dates"),
    entry(Form, "form", Text, "In a form"),
    entry(Diagnostics, "faults", Scrolling, "In the list of faults"),
    entry(Changes, "changes", Scrolling, "In the list of changes"),
    entry(Confirm, "question", Keys, "At a question"),
    entry(Link, "address", Keys, "At an address"),
    entry(Help, "help", Scrolling, "In the help"),
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
        self.entry().is_some_and(|entry| entry.takes == Text)
    }

    /// Whether the keys that move in the panels scroll it.
    pub fn scrolls(self) -> bool {
        self.entry().is_some_and(|entry| entry.takes == Scrolling)
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
