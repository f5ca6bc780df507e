//! The claim of an item of the file: the keys whose values mean something only together.

use crate::edit::{Item, Target, item};
use crate::schema::Key;

/// The keys of a claim: a change of one of them changes what the others mean.
pub(crate) const CLAIM: &[Key] = &[Key::Value, Key::Hedge, Key::Status];

/// The keys that say what a number measures.
const MEASURE: [Key; 2] = [Key::Unit, Key::Change];

/// A claim as the file writes it, key by key, and after it the [`Measure`].
pub(crate) type Claim = Vec<Option<String>>;

/// The unit, and whether it is a change, of an item and of the items around it, as the file writes
/// them.
pub(crate) type Measure = Claim;

/// The claim of an item of a text.
pub(crate) fn claim(text: &str, target: &Target, found: &Item) -> Claim {
    let own = CLAIM.iter().map(|key| found.words(*key));
    own.chain(measure(text, target, found)).collect()
}

/// What the figure of an item measures: the keys of the indicator and, for a point, of its series.
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
