//! Text that is not TOML: its faults in plain words, and the lines that are sound.
//!
//! Settings do not depend on one another, so only the lines around a fault are left out, and the
//! other lines under the same heading are still checked.

use std::ops::Range;

use toml::de::{DeTable, Error};

use super::rule::NOT_TOML;
use crate::diagnostic::{Faults, quoted};
use crate::report::Text;
use crate::syntax::{Fix, blank, in_plain_words, is_too_deep, unclosed};

/// The most faults that are reported; a file with more is probably not a configuration.
const MOST: usize = 40;

/// The text with faulty lines replaced by spaces, so that it parses without an error and positions
/// stay as they were.
pub(super) fn sound(text: &str, faults: &mut Faults) -> String {
    let mut sound = text.to_owned();
    if is_too_deep(text) {
        faults
            .add(&NOT_TOML, 0..0, "a key of more than 200 parts")
            .help("keys are single words; remove the dots");
        return String::new();
    }
    for _ in 0..MOST {
        let (_, errors) = DeTable::parse_recoverable(&sound);
        let Some(error) = errors.into_iter().min_by_key(start) else { return sound };
        let place = start(&error).min(sound.len());
        let line = statement(&sound, place);
        let before = statement(&sound, line.start.saturating_sub(1));
        let (fix, skipped) = if let Some(list) = open_list(&sound, &line) {
            (unclosed(text, list), line)
        } else if let Some(list) = open_list(&sound, &before) {
            (unclosed(text, list), before)
        } else {
            (in_words(text, &error, place), line)
        };
        faults.add(&NOT_TOML, fix.span, fix.message).help(fix.help);
        blank(&mut sound, &skipped);
    }
    String::new()
}

fn start(error: &Error) -> usize {
    error.span().map_or(0, |span| span.start)
}

fn in_words(text: &str, error: &Error, place: usize) -> Fix {
    let span = error.span().unwrap_or(place..place);
    if error.message().starts_with("duplicate key") {
        let word = text.get(span.clone()).unwrap_or("");
        let message = format!("{} appears twice", quoted(word));
        let is_heading = text.get(..span.start).is_some_and(|before| before.ends_with(['[', '.']));
        let help = if is_heading {
            "put all its lines under the first"
        } else {
            "it is unclear which one is meant: keep one of them"
        };
        return Fix { span, message, help: help.to_owned() };
    }
    let fix = in_plain_words(text, span, error.message());
    match text.get(fix.span.clone()) {
        Some(value) if value.starts_with('"') && value.contains("\",") => {
            let help = format!("several keys go in brackets: [{}]", Text::new(value));
            Fix { help, ..fix }
        }
        _ => fix,
    }
}

/// The lines of the setting around a position. Of a faulty heading it is everything down to the
/// next one, because it is unclear where that belongs.
fn statement(text: &str, at: usize) -> Range<usize> {
    let mut own = 0..0;
    let mut is_heading = false;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        let heading = line.trim_start().starts_with('[');
        let begins = heading || is_setting(line.trim_start());
        if start > at && (heading || (begins && !is_heading)) {
            break;
        }
        if start <= at && begins {
            own.start = start;
            is_heading = heading;
        } else if start <= at && at < end && is_heading {
            // Something else below a heading, which is sound itself.
            own.start = start;
            is_heading = false;
        }
        own.end = end;
        start = end;
    }
    own
}

/// Whether a line begins a setting; other lines continue a list.
fn is_setting(line: &str) -> bool {
    let name = line.split(['"', '\'', '#', ',']).next().unwrap_or("");
    name.contains('=') || line.starts_with(|c: char| c.is_alphabetic())
}

/// The list in these lines that is not closed.
fn open_list(text: &str, lines: &Range<usize>) -> Option<Range<usize>> {
    let raw = text.get(lines.clone())?;
    let (name, value) = raw.split_once('=')?;
    let is_open = !name.trim_start().starts_with('[')
        && value.trim_start().starts_with('[')
        && !value.contains(']');
    let from = lines.end - value.trim_start().len();
    is_open.then_some(from..lines.end)
}

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
}
