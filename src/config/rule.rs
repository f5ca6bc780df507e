//! The rules of the configuration.

use crate::diagnostic::rules;

rules! {

    /// The file is not written as TOML.
    NOT_TOML "C001" "the configuration is not TOML"
r#"The line cannot be read. Every line is a setting, 'name = value', a heading
in brackets, or a comment that begins with #. Names of keys and themes are
in straight quotes; several keys go in brackets with commas between them.

    wrong:  quit = q, ctrl-c
    right:  quit = ["q", "ctrl-c"]"#

    /// A setting that does not exist.
    UNKNOWN_SETTING "C002" "unknown setting"
r#"There is no setting of this name. 'indicia config' prints all of them. Lines
below the heading [keys] are read as keys: other settings go above it.

    wrong:  them = "terminal"
    right:  theme = "terminal""#

    /// A place that cannot have keys.
    UNKNOWN_PLACE "C003" "unknown place"
r#"Keys that work in one place only go under a heading that names the place.
Keys that work everywhere go under [keys]. 'indicia config' prints all
places.

    wrong:  [keys.tabel]
            sort-next = "s"
    right:  [keys.table]
            sort-next = "s""#

    /// An action that does not exist in a place.
    UNKNOWN_ACTION "C004" "unknown action"
r#"There is no action of this name, or it has no keys in this place. An action
that works everywhere may have other keys in a panel: there they replace
those that it has everywhere. 'indicia config' prints all actions and their
places.

    wrong:  [keys]
            sort = "s"
    right:  [keys.table]
            sort-next = "s""#

    /// A value of a kind that the setting does not have.
    WRONG_TYPE "C005" "wrong kind of setting"
r#"The name of a theme and of a key is text in quotes. An action has one key,
several in a list, or none in an empty list.

    wrong:  go-table = 2
    right:  go-table = "2"
    right:  go-table = ["2", "f2"]
    right:  go-table = []"#

    /// A name that cannot be chosen.
    UNKNOWN_CHOICE "C006" "unknown choice"
r#"The setting has a fixed list of names, and this is not one of them. 'indicia
config' prints the names of each setting.

    wrong:  citation = "latex"
    right:  citation = "bibtex""#

    /// Text that is not the name of a key.
    NOT_A_KEY "C007" "not a key"
r#"A key is one character, where capital and small letters differ, or a name:
enter, esc, tab, shift-tab, space, up, down, left, right, home, end, pgup,
pgdn, backspace, del, ins, f1 to f24. It may have ctrl- or alt- in front.
Some pairs are one key to a terminal: ctrl-i is tab, ctrl-m is enter, ctrl-[
is esc, and Shift alone changes nothing but characters and tab.

    wrong:  undo = "control z"
    wrong:  next-panel = "ctrl-i"
    right:  undo = "ctrl-z"
    right:  next-panel = "tab""#

    /// One key for two things in one place.
    TWICE "C008" "one key for two things"
r#"The file gives one key to two actions of one place, so it is unclear which
one is meant. A key that only the defaults give to another action is simply
taken from it. A key of a panel comes before the same key everywhere.

    wrong:  undo = "x"
            quit = ["x", "ctrl-c"]
    right:  undo = "x"
            quit = ["q", "ctrl-c"]"#

    /// No key that quits, or none that closes an overlay.
    NO_WAY_OUT "C009" "no way out"
r#"Ctrl-C always quits, and every overlay has a key that closes it, so that
people can leave a dashboard whose keys someone else has changed.

    wrong:  quit = "x"
    right:  quit = ["x", "ctrl-c"]"#

    /// A character as a key where characters type text.
    TEXT_KEY "C010" "a key that is text"
r#"In a field every character types text. One that did something else could not
be typed any more.

    wrong:  [keys.form]
            save = "w"
    right:  [keys.form]
            save = "ctrl-w""#
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_ascend_and_every_rule_is_explained_with_an_example() {
        for (at, rule) in RULES.iter().enumerate() {
            assert_eq!(rule.code, format!("C{:03}", at + 1));
            assert!(!rule.title.ends_with('.') && rule.title.len() < 60, "{}", rule.code);
            assert!(rule.explanation.contains("wrong:"), "{} has no example", rule.code);
            assert!(rule.explanation.contains("right:"), "{} has no fix", rule.code);
            for line in rule.explanation.lines() {
                assert!(line.chars().count() <= 80, "{}: {line}", rule.code);
            }
        }
    }

    /// The examples after a mark, without the mark.
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
