//! What two changes are measured from.

use crate::report::{Observation, Period, Quantity};

/// How what two changes are measured from relates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) enum Bases {
    /// Both from the same time, or neither says from when.
    Same,
    /// Only one of them says from when.
    OneUnstated,
    /// From times of which it is not known whether they are the same.
    Unclear,
    /// From times that are not the same.
    Apart,
}

/// How what two figures are measured from relates. "2021/2023" without a base is from 2021, beside a
/// figure of 2023 with that base.
pub(in crate::report) fn bases(here: &Observation, there: &Observation) -> Bases {
    match (&here.base, &there.base) {
        (None, None) => Bases::Same,
        (Some(a), Some(b)) if a.is_same(b) => Bases::Same,
        (Some(a), Some(b)) if a.is_before(b) || b.is_before(a) => Bases::Apart,
        (Some(_), Some(_)) => Bases::Unclear,
        _ if is_span_of(here, there) || is_span_of(there, here) => Bases::Same,
        _ => Bases::OneUnstated,
    }
}

/// Whether the period of the first, a change without a base, is the base and the period of the second.
pub(super) fn is_span_of(span: &Observation, other: &Observation) -> bool {
    let is_change = span.quantity.as_ref().is_some_and(Quantity::is_change);
    let (Some(base), Some(period)) = (&other.base, &other.period) else { return false };
    let ends = span.period.as_ref().filter(|_| is_change && span.base.is_none());
    let ends = ends.and_then(Period::ends);
    ends.is_some_and(|(from, to)| from.is_same(base) && to.is_same(period))
}
