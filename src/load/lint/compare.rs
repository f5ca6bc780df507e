//! Warnings about figures of one indicator that do not fit together.

use crate::diagnostic::{Faults, quoted, rules};
use crate::load::reader::Row;
use crate::report::{Indicator, Rival, Text};
use crate::schema::Key;

rules! {

    /// Two figures for the same thing that cannot both be true.
    CONTRADICTED "W012" "a rival contradicts the headline"
r#"The rival and the headline have the same unit and the same period, no value
is allowed by both, and nothing that is stated explains it: not rounding, not
the margin of error of a poll, not the status of one of them, such as
estimated, provisional or forecast. If the two measure different things, say
how in 'differs'. If they do not, the sources disagree; the dashboard shows
that, and you can let the warning stand.

    wrong:  value = 40   and a rival with  value = 55
    right:  value = 40   and a rival with  value = 55
                         differs = "goods only, services left out""#

    /// A history that goes on after the headline.
    NEWER_POINT "W013" "a series has a newer point"
r#"The series has a point that begins and ends after the headline: an older
figure is given as the current one. That can be right (it is the report's
own figure), but check whether the headline should move on.

    wrong:  period = "2022"   and  points = [{ period = "2024", value = 9 }]
    right:  period = "2024""#
}

/// Reports a rival that allows no value that the headline allows, if both measure the same thing.
pub(super) fn contradiction(
    indicator: &Indicator,
    rival: &Rival,
    row: &Row<'_>,
    faults: &mut Faults,
) {
    let (here, there) = (&indicator.headline, &rival.observation);
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
