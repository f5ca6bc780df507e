//! The rules of what is reported before anything is read by its key.

use crate::diagnostic::{Rule, Severity};

/// The file is not written as TOML.
pub(crate) const NOT_TOML: Rule = Rule {
    code: "E001",
    severity: Severity::Error,
    title: "not TOML",
    explanation: r#"The line cannot be read. The whole item around it, from its heading to the
next one, is left out, so that no number is shown with half its digits or
without its hedge. Text stands in straight quotes, numbers stand bare and
without ',' or '%', and every line inside a table is 'key = value'.

    wrong:  value = 70%
    wrong:  value = 8,000
    wrong:  hedge = up to
    right:  value = 70        with  unit = "%"
    right:  value = 8_000
    right:  hedge = "up to""#,
};

/// A value of another kind than the key needs.
pub(crate) const WRONG_TYPE: Rule = Rule {
    code: "E003",
    severity: Severity::Error,
    title: "wrong kind of value",
    explanation: r#"Numbers stand without quotes, text stands in quotes, lists stand in
brackets. A figure is a number, two numbers in a list, or a fraction in
quotes.

    wrong:  value = "70"
    wrong:  authors = "A. Author"
    right:  value = 70
    right:  authors = ["A. Author"]"#,
};

/// Two items of one kind with the same id.
pub(crate) const DUPLICATE_ID: Rule = Rule {
    code: "E015",
    severity: Severity::Error,
    title: "id stands twice",
    explanation: r#"Ids are unique among the indicators, among the groups, among the events and
among the sources. The second item is left out.

    wrong:  two [[indicator]] with  id = "debt"
    right:  id = "debt"  and  id = "debt-to-russia""#,
};
