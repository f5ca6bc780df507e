//! Targets that are given as something else.

use crate::diagnostic::{Faults, quoted, rules};
use crate::load::reader::Row;
use crate::report::{Indicator, Rival, Status};
use crate::schema::Key;

rules! {

    /// A rival that is only aimed at.
    TARGET_AS_RIVAL "W024" "a target among the rivals"
r#"A rival is another figure for what the headline measures. What is aimed at is
no such figure: nothing can dispute it. As a target it says by when, what the
source thinks of its chances, and how far the headline is from it.

    wrong:  [[indicator.rival]]
            value  = 65
            status = "target"
    right:  [[indicator.target]]
            value  = 65"#
}

/// Reports a rival of the status of a target, unless it measures something else.
pub(super) fn among_rivals(
    indicator: &Indicator,
    rival: &Rival,
    row: &Row<'_>,
    faults: &mut Faults,
) {
    if !rival.observation.status.has(Status::Target) || rival.differs.is_some() {
        return;
    }
    let message = format!("a rival of {} is aimed at", quoted(&indicator.id));
    faults.add(&TARGET_AS_RIVAL, row.at(Key::Status), message).help(
        "write [[indicator.target]] for [[indicator.rival]], and leave the target out of 'status'",
    );
}

#[cfg(test)]
mod tests {
    use crate::load::tests::codes;

    #[test]
    fn a_target_is_offered_a_place_of_its_own() {
        for (keys, is_doubtful) in [
            ("value = 9\nstatus = \"target\"", true),
            ("value = 9\nstatus = [\"target\", \"provisional\"]", true),
            ("value = 9\nstatus = \"forecast\"", false),
            ("value = 9\nstatus = \"target\"\ndiffers = \"goods only\"", false),
        ] {
            let file = format!("value = 8\n[[indicator.rival]]\n{keys}");
            assert_eq!(codes(&file).contains(&"W024"), is_doubtful, "{keys}");
        }
        assert!(codes("value = 8\n[[indicator.target]]\nvalue = 9").is_empty());
        assert!(codes("value = 8\nstatus = \"target\"").is_empty());
    }

    #[test]
    fn a_target_may_be_worded_as_one_and_lie_after_its_source() {
        for wording in ["aims to cut 45 percent", "a target of 45 percent", "45 percent by 2040"] {
            let target = format!(
                "[[indicator.target]]\nvalue = -45\nperiod = \"2040\"\nsource = \"s\"\n\
                 wording = \"{wording}\""
            );
            assert_eq!(
                codes(&format!("change = true\nvalue = -36\n{target}")),
                [""; 0],
                "{wording}"
            );
        }
    }
}
