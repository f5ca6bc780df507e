//! The claim of an item of the file: the keys whose values mean something only together.

use crate::edit::Item;
use crate::schema::Key;

/// The keys of a claim: a change of one of them changes what the others mean.
pub(crate) const CLAIM: &[Key] = &[Key::Value, Key::Hedge, Key::Status];

/// The keys that say what a number measures.
const MEASURE: [Key; 2] = [Key::Unit, Key::Change];

/// The unit, and whether it is a change, of an item and of the items around it, as the file writes
/// them.
pub(crate) type Measure = Vec<Option<String>>;

/// What the figure of an item measures: the keys of the indicator and, for a point, of its series.
pub(crate) fn measure(found: &Item) -> Measure {
    let all: &[Item] =
        if found.around.is_empty() { std::slice::from_ref(found) } else { &found.around };
    let of = |item: &Item| MEASURE.map(|key| item.raw(key).map(str::to_owned));
    all.iter().flat_map(of).collect()
}
