//! What is said of two figures if no source prints one of them.

use super::Verdict;

impl Verdict<'_> {
    /// What keeps two figures from contradicting one another that have no value in common: what their
    /// statuses and bases leave open, and that one was worked out by those who wrote the file.
    pub(super) fn doubt(&self) -> Option<String> {
        if let Some(bases) = self.bases() {
            return Some(bases);
        }
        let all: Vec<_> = self.doubt_of_status().into_iter().chain(self.ours()).collect();
        (!all.is_empty()).then(|| all.join(", "))
    }

    /// Which of the two was worked out here.
    fn ours(&self) -> Option<String> {
        let text = match self.are_derived() {
            (true, true) => "both are our own calculations",
            (true, false) => "the headline is our own calculation",
            (false, true) => "this one is our own calculation",
            (false, false) => return None,
        };
        Some(text.to_owned())
    }

    /// Whether the headline was worked out here, and the rival.
    pub(super) fn are_derived(&self) -> (bool, bool) {
        let (here, there) = (&self.indicator.headline, &self.rival.observation);
        (here.derived.is_some(), there.derived.is_some())
    }
}

#[cfg(test)]
mod tests {
    use crate::load::load;
    use crate::report::{Day, VerdictKind};

    #[test]
    fn a_calculation_of_our_own_disputes_nothing_that_is_printed() {
        let ours = "derived = \"34 + 22\"\n";
        for (headline, rival, kind, words) in [
            ("", "", VerdictKind::AtOdds, "cannot hold beside the headline's “60 %”"),
            (
                "",
                ours,
                VerdictKind::Open,
                "differs from the headline's “60 %”; this one is our own calculation",
            ),
            (
                "derived = \"30 + 30\"\n",
                "",
                VerdictKind::Open,
                "differs from the headline's “60 %, derived”; the headline is our own calculation",
            ),
            (
                "status = \"estimated\"\n",
                ours,
                VerdictKind::Open,
                "differs from the headline's “60 %, estimated”; the headline is an estimate, this \
                 one is our own calculation",
            ),
        ] {
            let text = format!(
                "[report]\ntitle = \"T\"\n[[indicator]]\nid = \"a\"\nlabel = \"A\"\nunit = \"%\"\n\
                 period = \"2020\"\nvalue = 60\n{headline}[[indicator.rival]]\nvalue = 56\n\
                 period = \"2020\"\n{rival}"
            );
            let loaded = load(&text, Day::new(2026, 11, 23));
            let indicator = &loaded.report.indicators[0];
            let verdict = indicator.rivals[0].verdict(indicator);
            assert_eq!((verdict.kind(), &*verdict.words()), (kind, words));
            let is_told = loaded.diagnostics.iter().any(|d| d.rule.code == "W012");
            assert_eq!(is_told, kind == VerdictKind::AtOdds, "{rival}");
        }
    }
}
