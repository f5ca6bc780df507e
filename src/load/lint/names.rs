use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ops::Range;

use crate::diagnostic::{Faults, quoted, rules};

rules! {

    /// Names that differ only in case, hyphens or underscores.
    LOOK_ALIKE "W016" "two names nearly the same"
r#"Two such names are easily taken for one another, by people and in
references. One of the two is probably a mistake.

    wrong:  id = "debt-2024"   and  id = "debt2024"
    right:  id = "debt-2024"   and  id = "debt-forecast-2024""#
}

/// Names of items, by their kind and what is left of them without case, hyphens and underscores.
#[derive(Debug, Default)]
pub(in crate::load) struct LookAlikes {
    seen: HashMap<String, (String, Range<usize>)>,
}

impl LookAlikes {
    /// Reports a name that is easily taken for another one of its kind.
    pub(in crate::load) fn add(
        &mut self,
        kind: &str,
        name: &str,
        at: Range<usize>,
        faults: &mut Faults,
    ) {
        let bare = name.replace(['-', '_'], "").to_ascii_lowercase();
        match self.seen.entry(format!("{kind}/{bare}")) {
            Entry::Vacant(entry) => {
                entry.insert((name.to_owned(), at));
            }
            Entry::Occupied(entry) => {
                let (first, place) = entry.get();
                if first != name {
                    let message = format!(
                        "the {kind} {} is easily taken for {}",
                        quoted(name),
                        quoted(first)
                    );
                    faults
                        .add(&LOOK_ALIKE, at, message)
                        .help("rename one of the two")
                        .related(place.clone(), "the other one");
                }
            }
        }
    }
}
