//! Conflicts between keys of the file: a key with two actions, and no key to quit or to close an
//! overlay.

use std::ops::Range;

use super::place::heading;
use super::rule::{NO_WAY_OUT, TWICE};
use crate::app::keys::{Action, Key, Keymap, LAST_RESORT, SCOPES, Scope};
use crate::diagnostic::Faults;

/// The keys that the file sets for an action in a place, each with its span.
pub(super) struct Rebinding {
    pub(super) scope: Scope,
    pub(super) action: Action,
    /// The span of the whole value.
    pub(super) span: Range<usize>,
    pub(super) keys: Vec<(Key, Range<usize>)>,
    /// Whether something is wrong with the keys themselves, so that they will change when that is
    /// fixed.
    pub(super) is_in_doubt: bool,
}

impl Rebinding {
    fn has(&self, key: Key) -> bool {
        self.keys.iter().any(|(own, _)| *own == key)
    }
}

/// Puts the keys of the file into the key map, and reports all conflicts; with a fault the map is
/// not used.
pub(super) fn check(mut all: Vec<Rebinding>, keymap: &mut Keymap, faults: &mut Faults) {
    all.sort_by_key(|rebinding| rebinding.span.start);
    last_resort(&all, faults);
    twice(&mut all, faults);
    let defaults = keymap.clone();
    for rebinding in &all {
        let keys = rebinding.keys.iter().map(|(key, _)| *key).collect();
        keymap.set(rebinding.scope, rebinding.action, keys);
    }
    ways_out(&all, &defaults, keymap, faults);
}

/// Reports a key with two actions in one place.
fn twice(all: &mut [Rebinding], faults: &mut Faults) {
    let mut doubtful = Vec::new();
    for (at, later) in all.iter().enumerate() {
        for (key, span) in &later.keys {
            let same = |earlier: &&Rebinding| earlier.scope == later.scope && earlier.has(*key);
            let Some(earlier) = all.iter().take(at).find(same) else { continue };
            doubtful.extend([earlier.span.start, later.span.start]);
            let (one, other) = (earlier.action.name(), later.action.name());
            let first = earlier.keys.iter().find(|(own, _)| own == key);
            let message = format!("{key} is given to two actions: '{one}' and '{other}'");
            let fault = faults.add(&TWICE, span.clone(), message);
            fault.help("a key has one action in one place: leave it to one of them");
            if let Some((_, first)) = first {
                fault.related(first.clone(), "first here");
            }
        }
    }
    for rebinding in all.iter_mut().filter(|rebinding| doubtful.contains(&rebinding.span.start)) {
        rebinding.is_in_doubt = true;
    }
}

/// Reports that the key that always quits is removed, or used for something else.
fn last_resort(all: &[Rebinding], faults: &mut Faults) {
    for rebinding in all {
        let (name, own) = (rebinding.action.name(), LAST_RESORT.written());
        if rebinding.action == Action::Quit && !rebinding.is_in_doubt && !rebinding.has(LAST_RESORT)
        {
            let kept = rebinding.keys.iter().map(|(key, _)| key.written()).chain([own]);
            let kept: Vec<String> = kept.map(|key| format!("\"{}\"", escaped(&key))).collect();
            let message =
                format!("'{name}' has to keep {LAST_RESORT}, so that one can always quit");
            faults
                .add(&NO_WAY_OUT, rebinding.span.clone(), message)
                .help(format!("write {name} = [{}]", kept.join(", ")));
        } else if rebinding.action != Action::Quit
            && let Some((_, span)) = rebinding.keys.iter().find(|(key, _)| *key == LAST_RESORT)
        {
            let message = format!("{LAST_RESORT} always quits and cannot be the key of '{name}'");
            faults
                .add(&NO_WAY_OUT, span.clone(), message)
                .help(format!("take another key for '{name}'"));
        }
    }
}

/// A key as it is written between quotes.
pub(super) fn escaped(key: &str) -> String {
    key.replace('\\', "\\\\").replace('"', "\\\"")
}

/// Reports overlays without a key that closes them.
fn ways_out(all: &[Rebinding], defaults: &Keymap, keymap: &Keymap, faults: &mut Faults) {
    let mut told: Vec<Range<usize>> = Vec::new();
    for scope in SCOPES.iter().map(|entry| entry.scope).filter(|scope| scope.is_overlay()) {
        if keymap.key_in_overlay(scope, Action::Back).is_some() {
            continue;
        }
        // The cause: the line itself, the action that has the keys now, or the line of everywhere.
        let had = defaults.keys_of(scope, Action::Back);
        let own = |b: &&Rebinding| b.scope == scope && b.action == Action::Back;
        let taker = |b: &&Rebinding| b.scope == scope && had.iter().any(|key| b.has(*key));
        let everywhere = |b: &&Rebinding| b.scope == Scope::Everywhere && b.action == Action::Back;
        // A consequence of another fault is not reported.
        let counts = |b: &&Rebinding| own(b) || (!scope.takes_text() && everywhere(b));
        if all.iter().filter(counts).any(|rebinding| rebinding.is_in_doubt) {
            continue;
        }
        let find = |is: &dyn Fn(&&Rebinding) -> bool| all.iter().find(is);
        let culprit = find(&own).or_else(|| find(&taker)).or_else(|| find(&everywhere));
        let span = culprit.map_or(0..0, |rebinding| rebinding.span.clone());
        if told.contains(&span) {
            continue;
        }
        let place = scope.name();
        let back = Action::Back.name();
        let message = format!("no key leads out of '{place}' any more");
        let heading = heading(scope);
        let help = match culprit.filter(|rebinding| rebinding.action != Action::Back) {
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

#[cfg(test)]
mod tests {
    use crate::config::read;

    /// What is wrong with a configuration: the line of each fault, and the words before its first
    /// quotation mark.
    fn faults(text: &str) -> Vec<(u32, String)> {
        let faults = read(text).err().unwrap_or_default();
        let begin = |message: &str| message.split('\'').next().unwrap_or_default().to_owned();
        faults.iter().map(|fault| (fault.line, begin(&fault.message))).collect()
    }

    #[test]
    fn everything_that_is_wrong_with_the_keys_is_said_at_once() {
        let (no_way, quits) = ("no key leads out of ", "");
        let twice = "x is given to two actions: ";
        for (text, wanted) in [
            ("[keys]\nquit = []\n[keys.finding]\nback = []\n", &[(2, quits), (4, no_way)][..]),
            (
                "[keys]\nundo = \"x\"\nredo = \"x\"\n[keys.form]\nback = []\n",
                &[(3, twice), (5, no_way)],
            ),
            // The one key that can be read belongs to another action.
            ("[keys]\nundo = [\"x\", \"qq\"]\nredo = \"x\"\n", &[(2, ""), (3, twice)]),
            ("[keys]\nundo = \"x\"\nquit = \"x\"\n", &[(3, twice), (3, quits)]),
            ("[keys]\nback = \"qq\"\n[keys.form]\nback = []\n", &[(2, ""), (4, no_way)]),
        ] {
            let found = faults(text);
            let found: Vec<_> = found.iter().map(|(line, words)| (*line, &**words)).collect();
            assert_eq!(found, wanted, "{text}");
        }
    }

    #[test]
    fn what_comes_of_another_fault_is_not_said() {
        for text in [
            // It is not clear yet which of the two gets the key.
            "[keys.finding]\nback = \"f2\"\naccept = \"f2\"\n",
            "[keys.finding]\nback = \"escp\"\naccept = \"esc\"\n",
            "[keys]\nback = 3\n[keys.help]\nback = []\n",
            "[keys]\nquit = [\"q\", \"ctrl-cc\"]\n",
        ] {
            assert_eq!(faults(text).len(), 1, "{text}: {:?}", faults(text));
        }
    }
}
