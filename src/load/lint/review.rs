//! Figures that are due for another look.

use crate::diagnostic::{Faults, quoted, rules};
use crate::load::reader::Row;
use crate::report::{Day, Indicator};
use crate::schema::Key;

rules! {

    /// A figure whose review date has passed.
    REVIEW_DUE "W011" "due for another look"
r#"'review_by' is the date by which the figure is to be checked again. Look it
up, correct what has changed, and set the next date. Without 'review_by' a
forecast, a target or a scenario is due once its time is over, unless the
file has an observed figure of that period: look up what has come of it.

    wrong:  review_by = "2020-06"
    right:  review_by = "2030-06""#
}

/// Reports an indicator whose review date has passed, or the time of a forecast.
pub(super) fn due(indicator: &Indicator, row: &Row<'_>, as_of: Day, faults: &mut Faults) {
    if let Some(review_by) = &indicator.review_by
        && review_by.end().is_some_and(|last| last < as_of)
    {
        let (name, day) = (quoted(&indicator.id), review_by.words());
        let message = format!("{name} was due for another look by {day}");
        faults
            .add(&REVIEW_DUE, row.at(Key::ReviewBy), message)
            .help("look the figure up again, correct what has changed and set the next date");
    }
    let mut outlived = indicator.outlived(as_of).into_iter();
    let foreseen = outlived.find_map(|figure| Some((figure, figure.status.foreseen()?)));
    let Some((figure, status)) = foreseen else { return };
    let (name, what) = (quoted(&indicator.id), status.spoken());
    let period = figure.period_words();
    let is_target = indicator.targets.iter().any(|target| &target.observation == figure);
    let (subject, key) = if figure == &indicator.headline {
        (format!("{name} was"), Key::Period)
    } else if is_target {
        (format!("{name} has"), Key::Target)
    } else {
        (format!("the history of {name} has"), Key::Series)
    };
    let message = format!("{subject} {what} for {period}, and that time is over");
    faults.add(&REVIEW_DUE, row.at(key), message).help(
        "look up what has come of it and add that figure, or set 'review_by' to when to look again",
    );
}
