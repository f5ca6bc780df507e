//! Whether a text claims of a figure what the report does.

use super::fit::{Agrees, Fit};
use super::said::Said;
use crate::report::{HedgeClass, Observation, Value};

/// How a text differs from the figure that it states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It gives no hedge.
    HedgeLost,
    /// It gives another hedge, or one that the figure does not have.
    HedgeChanged,
    /// It gives another number.
    OtherNumber,
    /// It gives another unit.
    OtherUnit,
    /// It calls a fall a rise, or a rise a fall.
    OtherSign,
    /// It states what has not happened as a fact.
    Fact,
    /// It gives another date.
    OtherDate,
    /// The report has a newer figure.
    Outdated,
}

/// Whether the limits of a printed number are those of a figure that it fits.
pub(super) fn hedge(said: &Said, fit: Fit, observation: &Observation) -> Option<Fault> {
    let quantity = observation.quantity.as_ref()?;
    // The words beside a rounded number have been looked at.
    if fit == Fit::Rounded {
        return None;
    }
    let printed = &said.limits;
    if let (Fit::End { is_far }, Value::Pair(..)) = (fit, quantity.value()) {
        // "More than" the far end is another claim, and so is "up to" the near one.
        let leads_out = |class: &HedgeClass| {
            let outward: &[HedgeClass] = if is_far {
                &[HedgeClass::AtLeast, HedgeClass::Above, HedgeClass::JustOver]
            } else {
                &[HedgeClass::UpTo, HedgeClass::AtMost, HedgeClass::Below, HedgeClass::Nearly]
            };
            outward.contains(class)
        };
        return match &printed[..] {
            [] => Some(Fault::HedgeLost),
            _ => printed.iter().any(leads_out).then_some(Fault::HedgeChanged),
        };
    }
    match quantity.class() {
        Some(HedgeClass::Order | HedgeClass::Between) => None,
        // "About 28" claims less than 28, and no more.
        None if printed.iter().all(|class| *class == HedgeClass::About) => None,
        Some(own) if printed.iter().any(|class| is_alike(own, *class)) => None,
        Some(_) if printed.is_empty() => Some(Fault::HedgeLost),
        _ => Some(Fault::HedgeChanged),
    }
}

/// Whether two hedges limit alike: a ceiling is one, whether or not the word implies a lower end.
fn is_alike(a: HedgeClass, b: HedgeClass) -> bool {
    let is_ceiling = |class| matches!(class, HedgeClass::UpTo | HedgeClass::AtMost);
    a == b || is_ceiling(a) && is_ceiling(b)
}

/// Whether a text that foretells nothing states a figure that has not happened.
pub(super) fn fact(observation: &Observation, is_foretold: bool) -> Option<Fault> {
    (!observation.status.is_observed() && !is_foretold).then_some(Fault::Fact)
}

/// Whether a text gives a figure another date.
pub(super) fn date(time: Agrees) -> Option<Fault> {
    (time == Agrees::Other).then_some(Fault::OtherDate)
}
