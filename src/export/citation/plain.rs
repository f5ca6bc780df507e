//! A citation as a line of text.

use super::parts::Parts;
use crate::report::Address;

/// The figure, then the source. There is no full stop at the end, which would be taken for a part
/// of an address.
pub(super) fn line(parts: &Parts<'_>) -> String {
    let figure = parts.figure.iter().map(|figure| format!("{}: {figure}", parts.label));
    let label = parts.figure.is_none().then(|| parts.label.clone());
    let claim = figure.chain(label).chain(parts.circumstances.iter().cloned());
    let claim = claim.collect::<Vec<_>>().join("; ");
    format!(
        "{claim}. {}",
        parts.origin(str::to_owned, str::to_owned, Address::to_string).join(", ")
    )
}
