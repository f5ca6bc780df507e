//! The default configuration file, with every setting and every key.

use std::fmt::Write;

use super::place::heading;
use super::{SETTINGS, conflict};
use crate::app::keys::{BINDINGS, Binding, SCOPES, ScopeEntry};

/// The width of the column of names and values, before the column of meanings.
const NAMES: usize = 40;

/// The default file with comments. It is a configuration that changes nothing, with the `#` in
/// front of each line and without it. Headings have no `#`, so that a line works as soon as its `#`
/// is removed. `belongs` is the path of the file.
pub fn template(belongs: &str) -> String {
    let mut out = String::new();
    for line in [
        "The configuration of indicia. It is looked for here:",
        "",
        &format!("    {belongs}"),
        "",
        "Every line shows what holds by default: take the # away from a line to change it.",
    ] {
        let _ = writeln!(out, "{}", format!("## {line}").trim_end());
    }
    out.push('\n');
    for setting in SETTINGS {
        let choices: Vec<String> = setting.choices().iter().map(|c| format!("\"{c}\"")).collect();
        let _ = writeln!(out, "## {}: {}", setting.doc, choices.join(", "));
        let _ = writeln!(out, "# {} = \"{}\"\n", setting.word, setting.default());
    }
    for line in [
        "Keys: a character, or enter, esc, tab, shift-tab, space, up, down, left, right, home,",
        "end, pgup, pgdn, backspace, del, ins, f1 to f24; with ctrl- or alt- in front of it.",
        "[] means no key. A key that is set here is taken from what has it by default in that place.",
        "What works everywhere may have other keys in a panel: write it there, too.",
    ] {
        let _ = writeln!(out, "## {line}");
    }
    for &ScopeEntry { scope, heading: title, .. } in SCOPES {
        let mut lines = BINDINGS.iter().filter(|binding| binding.scope == scope).peekable();
        if lines.peek().is_none() {
            continue;
        }
        let _ = writeln!(out, "\n## {title}\n{}", heading(scope));
        for binding in lines {
            let _ = writeln!(out, "# {:NAMES$}  # {}", setting(binding), binding.doc);
        }
    }
    out
}

/// A key binding as a line of the file.
fn setting(binding: &Binding) -> String {
    let quoted = |key: String| format!("\"{}\"", conflict::escaped(&key));
    let keys: Vec<String> = binding.keys.iter().map(|key| quoted(key.written())).collect();
    match keys.as_slice() {
        [one] => format!("{} = {one}", binding.action.name()),
        _ => format!("{} = [{}]", binding.action.name(), keys.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keys::{Binding, Keymap};
    use crate::config::{Config, read};

    /// The text with every line uncommented.
    fn uncommented(text: &str) -> String {
        let bare =
            |line: &str| line.strip_prefix("# ").or(line.strip_prefix('#')).map(str::to_owned);
        text.lines().map(|line| bare(line).unwrap_or_else(|| line.to_owned()) + "\n").collect()
    }

    #[test]
    fn the_file_changes_nothing_with_its_marks_and_without_them() {
        let text = template("/home/me/.config/indicia/config.toml");
        let sets = |line: &&str| !(line.is_empty() || line.starts_with(['#', '[']));
        assert_eq!(text.lines().find(sets), None, "only headings stand without a mark");
        assert_eq!(read(&text).ok(), Some(Config::default()));
        let bare = uncommented(&text);
        assert_eq!(read(&bare).ok(), Some(Config::default()), "{bare}");
        assert_eq!(bare.lines().filter(|line| line.contains(" = ")).count(), {
            SETTINGS.len() + BINDINGS.len()
        });
    }

    #[test]
    fn every_line_of_the_file_is_read() {
        for binding in BINDINGS.iter() {
            let keys = binding.keys.iter().map(|key| format!("\"{}\"", key.written()));
            let keys: Vec<String> = keys.chain(["\"f24\"".to_owned()]).collect();
            let (name, keys) = (binding.action.name(), keys.join(", "));
            let text = format!("{}\n{name} = [{keys}]\n", heading(binding.scope));
            let keymap = read(&text).expect(&text).keymap;
            let f24 = "f24".parse().expect("a key");
            let has = |line: &&Binding| line.keys.contains(&f24);
            let changed: Vec<_> = keymap.bindings().iter().filter(has).collect();
            assert!(matches!(changed[..], [line] if line.action == binding.action), "{text}");
            assert_eq!(keymap.bindings().len(), Keymap::default().bindings().len());
        }
    }

    #[test]
    fn no_line_is_wider_than_a_page() {
        for line in template("").lines() {
            assert!(line.chars().count() <= 100, "{line}");
        }
    }
}
