//! A line on how many rivals there are, and what the verdicts on them are.

use super::VerdictKind;
use crate::report::{Indicator, counted};

impl Indicator {
    /// A line on how many rivals there are and what the verdicts on them are: `3 other figures: 1
    /// cannot hold beside the headline, 2 measure another thing`; `None` where there are none.
    pub fn others(&self) -> Option<String> {
        use VerdictKind::{
            Aim, AnotherMeasure, AnotherMeasureBeyond, AnotherTime, AtOdds, CanHold, IfAnotherTime,
            Incomparable, Open, Unobserved,
        };
        let kinds: Vec<_> = self.rivals.iter().map(|rival| rival.verdict(self).kind()).collect();
        if let [rival] = &*self.rivals
            && let Some(outcome) = rival.verdict(self).outcome_in_short()
        {
            return Some(format!("1 other figure: {outcome}"));
        }
        let figures = match kinds.len() {
            0 => return None,
            n => counted(n, "other figure"),
        };
        let count = |wanted: &[VerdictKind]| kinds.iter().filter(|s| wanted.contains(s)).count();
        let beyond = match count(&[AnotherMeasureBeyond]) {
            0 => String::new(),
            _ if kinds.len() == 1 => " (with a number that the headline excludes)".to_owned(),
            n => format!(" ({n} with numbers that the headline excludes)"),
        };
        // The words for one, for several, and for all of several, and how all of them go on.
        let groups = [
            (count(&[AtOdds]), "cannot", "cannot", "none can", " hold beside the headline"),
            (count(&[IfAnotherTime]), "holds", "hold", "each holds", " only if of another time"),
            (count(&[Open]), "holds", "hold", "each holds", " only on a condition"),
            (
                count(&[Unobserved]),
                "differs",
                "differ",
                "each differs",
                " beside a forecast or a scenario",
            ),
            (count(&[Aim]), "stands", "stand", "each stands", " beside a target"),
            (count(&[AnotherTime]), "is", "are", "each is", " another number at another time"),
            (count(&[CanHold]), "can", "can", "each can", " hold beside the headline"),
            (
                count(&[AnotherMeasure, AnotherMeasureBeyond]),
                "measures another thing",
                "measure another thing",
                "each measures another thing",
                &beyond,
            ),
            (count(&[Incomparable]), "does not compare", "do not compare", "none compares", ""),
        ];
        let all_there_are = kinds.len();
        let parts = groups.into_iter().filter(|(n, ..)| *n > 0);
        let parts = parts.map(|(n, one, many, all, more)| match n {
            1 if all_there_are == 1 => format!("it {one}{more}"),
            1 => format!("1 {one}{more}"),
            n if n == all_there_are => format!("{all}{more}"),
            n => format!("{n} {many}{more}"),
        });
        Some(format!("{figures}: {}", parts.collect::<Vec<_>>().join(", ")))
    }
}
