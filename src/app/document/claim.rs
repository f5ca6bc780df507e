//! What an item of the file claims: the keys that only mean something together.

use crate::edit::{Item, Target, item};
use crate::schema::Key;

/// What makes up one claim: a change of one of these keys changes what the others mean.
pub(crate) const CLAIM: &[Key] = &[Key::Value, Key::Hedge, Key::Status];

/// What the number of a figure is measured in.
const MEASURE: [Key; 2] = [Key::Unit, Key::Change];

/// A claim as the file writes it, key by key, and what it is measured in.
pub(crate) type Claim = Vec<Option<String>>;

/// Unit and kind of change of an item and of everything that it stands in, as the file writes them.
pub(crate) type Measure = Vec<Option<String>>;

/// What an item of a text claims.
pub(crate) fn claim(text: &str, target: &Target, found: &Item) -> Claim {
    let own = CLAIM.iter().map(|key| found.words(*key));
    own.chain(measure(text, target, found)).collect()
}

/// What the figure of an item is measured in: the item's unit, and that of what it stands in.
pub(crate) fn measure(text: &str, target: &Target, found: &Item) -> Measure {
    let of = |item: Option<&Item>| {
        MEASURE.map(|key| item.and_then(|item| item.raw(key)).map(str::to_owned))
    };
    match target {
        Target::Indicator(_) => of(Some(found)).to_vec(),
        Target::Point { indicator, series, .. } => {
            let line = Target::Series { indicator: indicator.clone(), nth: *series };
            let above = item(text, &Target::Indicator(indicator.clone()));
            [of(above.as_ref()), of(item(text, &line).as_ref())].concat()
        }
        _ => Vec::new(),
    }
}
