//! Text that is not TOML. Settings do not depend on one another, so that all sound lines are read.

use toml::de::DeTable;

use super::conflict::escaped;
use super::place::is_action;
use super::rule::NOT_TOML;
use crate::app::keys::Key;
use crate::diagnostic::Faults;
use crate::syntax::{Fix, blocks, parse};

/// The text with spaces in place of what cannot be read, so that it parses without an error and
/// positions stay as they were.
pub(super) fn sound(text: &str, faults: &mut Faults) -> String {
    let mut sound = text.to_owned();
    for block in blocks(text) {
        let Err(broken) = parse(text, &block) else { continue };
        for fix in broken.fixes {
            with_keys(text, fix).add(faults);
        }
        let rest = broken.rest + &" ".repeat(block.span.len());
        sound.replace_range(block.span.clone(), rest.get(..block.span.len()).unwrap_or(""));
    }
    let Err(error) = DeTable::parse(&sound) else { return sound };
    // Blocks that are sound alone, and not together.
    let help = "put all lines of one place under one heading, in one pair of brackets";
    let span = error.span().unwrap_or(0..0);
    faults.add(&NOT_TOML, span, "this heading does not go with one above it").help(help);
    String::new()
}

/// A fault of the configuration. Where a line sets keys, the help has to lead to keys.
fn with_keys(text: &str, fix: Fix) -> Fix {
    let fix = Fix { rule: &NOT_TOML, ..fix };
    let before = text.get(..fix.span.start).unwrap_or("");
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line = text.get(start..).unwrap_or("").lines().next().unwrap_or("").trim_start();
    let len = line.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'-').count();
    let (name, rest) = line.split_at_checked(len).unwrap_or((line, ""));
    let value = rest.trim_start().trim_start_matches(['=', ':']).trim_start();
    let is_clear = fix.first.is_some() || value.is_empty() || value.starts_with('[');
    if is_clear || !is_action(name) {
        return fix;
    }
    let keys: Result<Vec<Key>, _> = value
        .split(|c: char| c == ',' || c.is_whitespace())
        .map(|key| key.trim_matches(QUOTES))
        .filter(|key| !key.is_empty())
        .map(str::parse)
        .collect();
    let help = match keys.as_deref() {
        Ok([key]) => format!("write {name} = \"{}\"", escaped(&key.written())),
        Ok([_, ..]) => {
            let keys = keys.iter().flatten().map(|key| format!("\"{}\"", escaped(&key.written())));
            format!(
                "several keys go in brackets: {name} = [{}]",
                keys.collect::<Vec<_>>().join(", ")
            )
        }
        _ => "write the name of a key in quotes; 'indicia explain C007' has the names".to_owned(),
    };
    Fix { help, ..fix }
}

const QUOTES: [char; 9] = ['"', '\'', '“', '”', '„', '‘', '’', '`', '´'];

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::config::read;

    proptest! {
        #[test]
        fn any_text_is_read_and_every_fault_stands_in_it(
            lines in proptest::collection::vec(prop_oneof![
                "[ -~]{0,20}",
                any::<String>(),
                Just("[keys]\r".to_owned()),
                Just("[keys.table".to_owned()),
                Just("[[keys.form]]".to_owned()),
                Just("quit = [\"q\",".to_owned()),
                Just("quit.a.b = '''".to_owned()),
                Just("undo = \"ctrl-c\"".to_owned()),
                Just("\u{feff}theme = {".to_owned()),
            ], 0..12),
        ) {
            let text = lines.join("\n");
            for fault in read(&text).err().unwrap_or_default() {
                prop_assert!(text.get(fault.span.clone()).is_some());
                prop_assert!(fault.line >= 1 && fault.column >= 1);
            }
        }
    }

    #[test]
    fn lines_besides_a_fault_are_still_looked_at() {
        let text =
            "[keys]\nundo = x\nredo = [\n  \"a\"\n  \"b\",\n]\nquit = \"q\"\n[keys.from]\nup = 1\n";
        let faults = read(text).expect_err("faults");
        let found: Vec<_> = faults.iter().map(|f| (f.line, f.rule.code)).collect();
        assert_eq!(found, [(2, "C001"), (5, "C001"), (7, "C009"), (8, "C003")]);
    }

    /// The configuration with the first line in quotes of a help in place of the line that it is
    /// about; `None` where the help is in words alone.
    fn obeyed(text: &str) -> Option<String> {
        let faults = read(text).expect_err("a fault");
        let fault = faults.iter().find(|fault| fault.rule.code == "C001")?;
        let help = fault.help.as_deref()?;
        let start = help.find(" = ")?;
        let start = help.get(..start)?.rfind(' ').map_or(0, |space| space + 1);
        let mut lines: Vec<&str> = text.lines().collect();
        *lines.get_mut(fault.line as usize - 1)? = help.get(start..)?;
        Some(lines.join("\n"))
    }

    #[test]
    fn a_line_that_follows_the_help_sets_keys() {
        for line in [
            "undo = x",
            "undo = ctrl-z",
            "undo = “x”",
            "undo = 'x",
            "undo: x",
            "undo x",
            "undo = = \"x\"",
            "undo = \"x\" f2",
            "quit = q, ctrl-c",
            "quit = \"q\", \"ctrl-c\"",
            "quit = 'q' 'ctrl-c'",
            "quit: q, ctrl-c",
            "quit = q ctrl-c",
        ] {
            let fixed = obeyed(&format!("[keys]\n{line}\n")).expect("a line to write");
            assert_eq!(read(&fixed).err().map(|f| f.len()), None, "{line}: {fixed}");
        }
        for line in ["undo = control z", "undo = ctrl z", "undo = x or y", "undo = “ctrl-zz”"] {
            assert_eq!(obeyed(&format!("[keys]\n{line}\n")), None, "{line}");
        }
    }
}
