//! The one table of rules: `check`, `explain` and `docs/rules.md` come from it.

pub(super) mod errors;
pub(super) mod warnings;

use crate::diagnostic::Rule;
use crate::syntax;

/// Every rule, by its code.
pub const RULES: &[Rule] = &[
    syntax::NOT_TOML,
    errors::UNKNOWN_KEY,
    syntax::WRONG_TYPE,
    errors::MISSING_KEY,
    errors::UNKNOWN_HEDGE,
    errors::VALUE_AND_HEDGE,
    errors::LOST_DIGITS,
    errors::BAD_DATE,
    errors::BAD_UNIT,
    errors::BAD_SCALE,
    errors::SERIES_UNIT,
    errors::UNKNOWN_STATUS,
    errors::UNKNOWN_KIND,
    errors::BAD_ID,
    syntax::DUPLICATE_ID,
    errors::DANGLING,
    errors::BAD_URL,
    errors::NO_REPORT,
    warnings::NO_SOURCE,
    warnings::NO_LOCATOR,
    warnings::UNDATED,
    warnings::OTHER_NUMBER,
    warnings::HEDGE_LOST,
    warnings::HEDGE_ADDED,
    warnings::NOT_A_SHARE,
    warnings::OFF_SCALE,
    warnings::AFTER_SOURCE,
    warnings::THIN_POLL,
    warnings::REVIEW_DUE,
    warnings::CONTRADICTED,
    warnings::NEWER_POINT,
    warnings::UNUSED_SOURCE,
    warnings::UNUSED_GROUP,
    warnings::LOOK_ALIKE,
    warnings::NOT_OPENED,
];

/// The rule of a code, in any case.
pub fn find(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|r| r.code.eq_ignore_ascii_case(code.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Severity;

    #[test]
    fn codes_ascend_without_gaps_and_say_how_much_they_matter() {
        for (letter, severity) in [("E", Severity::Error), ("W", Severity::Warning)] {
            let rules: Vec<_> = RULES.iter().filter(|r| r.severity == severity).collect();
            for (at, rule) in rules.iter().enumerate() {
                assert_eq!(rule.code, format!("{letter}{:03}", at + 1));
            }
        }
    }

    #[test]
    fn every_rule_is_explained_with_an_example() {
        for rule in RULES {
            assert_eq!(find(&rule.code.to_lowercase()), Some(rule));
            assert!(!rule.title.ends_with('.') && rule.title.len() < 60, "{}", rule.code);
            assert!(rule.explanation.contains("wrong:"), "{} has no example", rule.code);
            assert!(rule.explanation.contains("right:"), "{} has no mend", rule.code);
            for line in rule.explanation.lines() {
                assert!(line.chars().count() <= 80, "{}: {line}", rule.code);
            }
        }
    }
}
