//! The keys of the file as a whole: none twice in one place, and always a way out.

use std::ops::Range;

use super::rule::{NO_WAY_OUT, TWICE};
use crate::app::{Action, Key, Keymap, LAST_RESORT, SCOPES, Scope};
use crate::load::Faults;

/// The keys that the file sets for an action in a place, each with where it stands.
pub(super) struct Bound {
    pub(super) scope: Scope,
    pub(super) action: Action,
    /// All of what stands behind the name.
    pub(super) span: Range<usize>,
    pub(super) keys: Vec<(Key, Range<usize>)>,
}

impl Bound {
    fn has(&self, key: Key) -> bool {
        self.keys.iter().any(|(own, _)| *own == key)
    }
}

/// Puts the keys of the file into the map, as far as they can all be had.
pub(super) fn bind(mut all: Vec<Bound>, keymap: &mut Keymap, faults: &mut Faults) {
    all.sort_by_key(|bound| bound.span.start);
    let errors = faults.errors();
    twice(&all, faults);
    last_resort(&all, faults);
    if faults.errors() > errors {
        return;
    }
    let defaults = keymap.clone();
    for bound in &all {
        let keys = bound.keys.iter().map(|(key, _)| *key).collect();
        keymap.set(bound.scope, bound.action, keys);
    }
    ways_out(&all, &defaults, keymap, faults);
}

/// One key for two things in one place.
fn twice(all: &[Bound], faults: &mut Faults) {
    for (at, later) in all.iter().enumerate() {
        for (key, span) in &later.keys {
            let same = |earlier: &&Bound| earlier.scope == later.scope && earlier.has(*key);
            let Some(earlier) = all.iter().take(at).find(same) else { continue };
            let (one, other) = (earlier.action.name(), later.action.name());
            let first = earlier.keys.iter().find(|(own, _)| own == key);
            let message = format!("{key} is to do two things: '{one}' and '{other}'");
            let fault = faults.add(&TWICE, span.clone(), message);
            fault.help("a key does one thing in one place: leave it to one of them");
            if let Some((_, first)) = first {
                fault.related(first.clone(), "first here");
            }
        }
    }
}

/// The key that always quits, taken away or used for something else.
fn last_resort(all: &[Bound], faults: &mut Faults) {
    for bound in all {
        let (name, own) = (bound.action.name(), LAST_RESORT.written());
        if bound.action == Action::Quit && !bound.has(LAST_RESORT) {
            let kept = bound.keys.iter().map(|(key, _)| key.written()).chain([own]);
            let kept: Vec<String> = kept.map(|key| format!("\"{}\"", escaped(&key))).collect();
            let message =
                format!("'{name}' has to keep {LAST_RESORT}, so that one can always quit");
            faults
                .add(&NO_WAY_OUT, bound.span.clone(), message)
                .help(format!("write {name} = [{}]", kept.join(", ")));
        } else if bound.action != Action::Quit
            && let Some((_, span)) = bound.keys.iter().find(|(key, _)| *key == LAST_RESORT)
        {
            let message = format!("{LAST_RESORT} always quits and cannot be the key of '{name}'");
            faults
                .add(&NO_WAY_OUT, span.clone(), message)
                .help(format!("take another key for '{name}'"));
        }
    }
}

/// A key as it stands between quotes.
pub(super) fn escaped(key: &str) -> String {
    key.replace('\\', "\\\\").replace('"', "\\\"")
}

/// What lies over the panels and has no key any more that leads back out.
fn ways_out(all: &[Bound], defaults: &Keymap, keymap: &Keymap, faults: &mut Faults) {
    let mut told: Vec<Range<usize>> = Vec::new();
    for (scope, _) in SCOPES.iter().filter(|(scope, _)| scope.is_overlay()) {
        if keymap.key_over(*scope, Action::Back).is_some() {
            continue;
        }
        // What took the keys away: the line itself, what has them now, or the line of everywhere.
        let had = defaults.keys_of(*scope, Action::Back);
        let own = |b: &&Bound| b.scope == *scope && b.action == Action::Back;
        let taker = |b: &&Bound| b.scope == *scope && had.iter().any(|key| b.has(*key));
        let everywhere = |b: &&Bound| b.scope == Scope::Everywhere && b.action == Action::Back;
        let find = |is: &dyn Fn(&&Bound) -> bool| all.iter().find(is);
        let culprit = find(&own).or_else(|| find(&taker)).or_else(|| find(&everywhere));
        let span = culprit.map_or(0..0, |bound| bound.span.clone());
        if told.contains(&span) {
            continue;
        }
        let place = scope.name();
        let back = Action::Back.name();
        let message = format!("no key leads out of '{place}' any more");
        let heading = super::keys::heading(*scope);
        let help = match culprit.filter(|bound| bound.action != Action::Back) {
            Some(taker) => {
                let taker = taker.action.name();
                format!("take another key for '{taker}', or give '{back}' one under {heading}")
            }
            None => format!("write {back} = \"esc\" under {heading}"),
        };
        faults.add(&NO_WAY_OUT, span.clone(), message).help(help);
        told.push(span);
    }
}
