//! Warnings about figures of one indicator that do not fit together.

use crate::diagnostic::{Faults, quoted};
use crate::load::reader::Row;
use crate::load::rule::warnings::{CONTRADICTED, NEWER_POINT};
use crate::report::{Indicator, Rival, Text};
use crate::schema::Key;

/// Reports a rival that allows no value that the headline allows, if both measure the same thing.
pub(super) fn contradiction(
    indicator: &Indicator,
    rival: &Rival,
    row: &Row<'_>,
    faults: &mut Faults,
) {
    let (Some(here), Some(there)) = (&indicator.headline.quantity, &rival.observation.quantity)
    else {
        return;
    };
    if !rival.contradicts(indicator) {
        return;
    }
    let message = format!(
        "'{}' cannot hold beside the headline of {}, '{}'",
        Text::new(&there.figure()),
        quoted(&indicator.id),
        Text::new(&here.figure()),
    );
    faults.add(&CONTRADICTED, row.at(Key::Value), message).help(
        "write how the two differ in 'differs', or let the warning stand: the sources disagree",
    );
}

/// Reports a series that goes on after the period of the headline.
pub(super) fn newer_point(indicator: &Indicator, row: &Row<'_>, faults: &mut Faults) {
    // The rivals are not in the indicator yet, so the newest observation is a point of a series.
    let newest = indicator.latest().filter(|latest| latest.is_newer);
    let newest = newest.and_then(|latest| latest.observation.period.as_ref());
    if let (Some(newest), Some(period)) = (newest, &indicator.headline.period) {
        let message = format!(
            "the series of {} has a point of {}, the headline is of {}",
            quoted(&indicator.id),
            newest.words(),
            period.words()
        );
        faults
            .add(&NEWER_POINT, row.at(Key::Period), message)
            .help("see whether the headline should move on to the newer figure");
    }
}

#[cfg(test)]
mod tests;
