//! The rules of the file: `check`, `explain` and `docs/rules.md` follow them. The text of each
//! stands in the file that checks it.

use super::{lint, lower, reader};
use crate::diagnostic::Rule;
use crate::{passage, syntax};

/// Every rule, by its code.
pub fn rules() -> Vec<&'static Rule> {
    let here = [reader::RULES, syntax::RULES, passage::RULES];
    let all = here.into_iter().chain(lower::RULES).chain(lint::RULES);
    let mut rules: Vec<&Rule> = all.flatten().collect();
    rules.sort_by_key(|rule| rule.code);
    rules
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Severity;

    #[test]
    fn codes_ascend_without_gaps_and_say_how_much_they_matter() {
        for (letter, severity) in [("E", Severity::Error), ("W", Severity::Warning)] {
            let rules = rules().into_iter().filter(|rule| rule.severity == severity);
            for (at, rule) in rules.enumerate() {
                assert_eq!(rule.code, format!("{letter}{:03}", at + 1));
            }
        }
    }

    #[test]
    fn every_rule_is_explained_with_an_example() {
        for rule in rules() {
            assert!(!rule.title.ends_with('.') && rule.title.len() < 60, "{}", rule.code);
            assert!(rule.explanation.contains("wrong:"), "{} has no example", rule.code);
            assert!(rule.explanation.contains("right:"), "{} has no fix", rule.code);
            for line in rule.explanation.lines() {
                assert!(line.chars().count() <= 80, "{}: {line}", rule.code);
            }
        }
    }
}
