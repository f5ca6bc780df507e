//! The rules of the configuration, told like those of any file.

use crate::diagnostic::{Rule, Severity};

/// The file is not written as TOML.
pub(super) const NOT_TOML: Rule = Rule {
    code: "C001",
    severity: Severity::Error,
    title: "the configuration is not TOML",
    explanation: r#"The line cannot be read. Every line is a setting, 'name = value', a heading in
brackets, or a comment that begins with #. Names of keys and themes stand in
straight quotes; several keys stand in brackets with commas between them.

    wrong:  quit = q, ctrl-c
    right:  quit = ["q", "ctrl-c"]"#,
};

/// A setting that there is not.
pub(super) const UNKNOWN_SETTING: Rule = Rule {
    code: "C002",
    severity: Severity::Error,
    title: "unknown setting",
    explanation: r#"No setting is called so. 'indicia config' prints all there are. What stands
below the heading [keys] is taken for a key: other settings stand above it.

    wrong:  them = "terminal"
    right:  theme = "terminal""#,
};

/// A place that has no keys of its own.
pub(super) const UNKNOWN_PLACE: Rule = Rule {
    code: "C003",
    severity: Severity::Error,
    title: "unknown place",
    explanation: r#"Keys that work in one place only stand under a heading that names the place.
Keys that work everywhere stand under [keys]. 'indicia config' prints all
places.

    wrong:  [keys.tabel]
            sort-next = "s"
    right:  [keys.table]
            sort-next = "s""#,
};

/// An action that there is not in a place.
pub(super) const UNKNOWN_ACTION: Rule = Rule {
    code: "C004",
    severity: Severity::Error,
    title: "unknown action",
    explanation: r#"No action is called so, or it has no keys in this place. What works
everywhere may have other keys in a panel: there they take the place of those
that it has everywhere. 'indicia config' prints all actions and their places.

    wrong:  [keys]
            sort = "s"
    right:  [keys.table]
            sort-next = "s""#,
};

/// A value of another kind than the setting needs.
pub(super) const WRONG_TYPE: Rule = Rule {
    code: "C005",
    severity: Severity::Error,
    title: "wrong kind of setting",
    explanation: r#"The name of a theme and of a key is text in quotes. An action has one key,
several in a list, or none in an empty list.

    wrong:  go-table = 2
    right:  go-table = "2"
    right:  go-table = ["2", "f2"]
    right:  go-table = []"#,
};

/// A name that cannot be chosen.
pub(super) const UNKNOWN_CHOICE: Rule = Rule {
    code: "C006",
    severity: Severity::Error,
    title: "unknown choice",
    explanation: r#"The setting is one of a few names, and this is none of them. 'indicia config'
prints the names of each setting.

    wrong:  citation = "latex"
    right:  citation = "bibtex""#,
};

/// Text that names no key.
pub(super) const NOT_A_KEY: Rule = Rule {
    code: "C007",
    severity: Severity::Error,
    title: "not a key",
    explanation: r#"A key is one character, capitals told from small letters, or a name: enter,
esc, tab, shift-tab, space, up, down, left, right, home, end, pgup, pgdn,
backspace, del, ins, f1 to f24. In front of it may stand ctrl- or alt-. Some
pairs are one key to a terminal: ctrl-i is tab, ctrl-m is enter, ctrl-[ is
esc, and Shift alone changes nothing but characters and tab.

    wrong:  undo = "control z"
    wrong:  next-panel = "ctrl-i"
    right:  undo = "ctrl-z"
    right:  next-panel = "tab""#,
};

/// One key for two things in one place.
pub(super) const TWICE: Rule = Rule {
    code: "C008",
    severity: Severity::Error,
    title: "one key for two things",
    explanation: r#"The file gives one key to two actions of one place, and nobody can say which
of them is meant. A key that only the defaults give to something else is
simply taken from it. A key of a panel comes before the same key everywhere.

    wrong:  undo = "x"
            quit = ["x", "ctrl-c"]
    right:  undo = "x"
            quit = ["q", "ctrl-c"]"#,
};

/// No key that quits, or none that leads out of what lies over the panels.
pub(super) const NO_WAY_OUT: Rule = Rule {
    code: "C009",
    severity: Severity::Error,
    title: "no way out",
    explanation: r#"Ctrl-C always quits, and whatever lies over the panels has a key that leads
back out of it: who sits down at a dashboard whose keys somebody else has
changed has to get out again.

    wrong:  quit = "x"
    right:  quit = ["x", "ctrl-c"]"#,
};

/// A character as a key where characters are text.
pub(super) const TEXT_KEY: Rule = Rule {
    code: "C010",
    severity: Severity::Error,
    title: "a key that is text",
    explanation: r#"In a field every character is text. One that did something else could not be
typed any more.

    wrong:  [keys.form]
            save = "w"
    right:  [keys.form]
            save = "ctrl-w""#,
};

/// Every rule of the configuration, by its code.
pub const RULES: &[Rule] = &[
    NOT_TOML,
    UNKNOWN_SETTING,
    UNKNOWN_PLACE,
    UNKNOWN_ACTION,
    WRONG_TYPE,
    UNKNOWN_CHOICE,
    NOT_A_KEY,
    TWICE,
    NO_WAY_OUT,
    TEXT_KEY,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_ascend_and_every_rule_is_explained_with_an_example() {
        for (at, rule) in RULES.iter().enumerate() {
            assert_eq!(rule.code, format!("C{:03}", at + 1));
            assert!(!rule.title.ends_with('.') && rule.title.len() < 60, "{}", rule.code);
            assert!(rule.explanation.contains("wrong:"), "{} has no example", rule.code);
            assert!(rule.explanation.contains("right:"), "{} has no mend", rule.code);
            for line in rule.explanation.lines() {
                assert!(line.chars().count() <= 80, "{}: {line}", rule.code);
            }
        }
    }

    /// What stands behind a mark, without the mark.
    fn examples(explanation: &str, mark: &str) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        let mut is_own = false;
        for line in explanation.lines().filter(|line| line.starts_with("    ")) {
            let line = line.trim_start();
            if line.starts_with("wrong:") || line.starts_with("right:") {
                is_own = line.starts_with(mark);
                all.extend(is_own.then(String::new));
            }
            if let Some(example) = all.last_mut().filter(|_| is_own) {
                let line = line.strip_prefix(mark).unwrap_or(line).trim_start();
                example.extend([line, "\n"]);
            }
        }
        all
    }

    #[test]
    fn the_examples_are_what_they_are_said_to_be() {
        for rule in RULES {
            let codes = |example: &str| {
                let is_top = example.starts_with('[')
                    || ["theme", "them", "citation"].iter().any(|word| example.starts_with(word));
                let text = format!("{}{example}", if is_top { "" } else { "[keys]\n" });
                let faults = super::super::read(&text).err().unwrap_or_default();
                faults.iter().map(|fault| fault.rule.code).collect::<Vec<_>>()
            };
            for example in examples(rule.explanation, "wrong:") {
                assert_eq!(codes(&example), [rule.code], "{example}");
            }
            for example in examples(rule.explanation, "right:") {
                assert_eq!(codes(&example), [""; 0], "{}: {example}", rule.code);
            }
        }
    }
}
