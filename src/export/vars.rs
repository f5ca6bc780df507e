//! Figures as variables of a document. Their text is always words with the hedge, never a bare number.

use std::collections::HashMap;
use std::fmt::Write as _;

use super::escape::{markdown, tex};
use super::extract::Extract;
use super::json::write_text;
use crate::report::Indicator;

/// The file `_variables.yml` of Quarto: the id of an indicator is the name of its variable.
pub fn quarto(extract: &Extract<'_>) -> String {
    let mut out = comments(extract, '#', "{{< var ID >}} writes a figure in words");
    for indicator in &extract.indicators {
        // Quoted, because YAML takes "no" for a truth value and "2024" for a number.
        write_text(&indicator.id, &mut out);
        out.push_str(": ");
        // Quarto reads Markdown there.
        write_text(&markdown(&indicator.headline.words()), &mut out);
        out.push('\n');
    }
    // YAML has no room for these two, which are no characters.
    out.replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

/// Commands of LaTeX: `\figDebtToRussia` for the indicator `debt-to-russia`.
pub fn latex(extract: &Extract<'_>) -> String {
    let mut out =
        comments(extract, '%', "\\input this file; each command writes a figure in words");
    let mut count: HashMap<String, usize> = HashMap::new();
    for indicator in &extract.report.indicators {
        *count.entry(command(&indicator.id)).or_default() += 1;
    }
    for indicator in &extract.indicators {
        let name = command(&indicator.id);
        let is_only = count.get(&name) == Some(&1);
        let name = if is_only { name } else { name + &spelled(indicator) };
        let words = tex(&indicator.headline.words());
        let _ = writeln!(out, "\\newcommand{{\\{name}}}{{{words}}}% {}", indicator.id);
    }
    out
}

/// What the file is, and what is left out of it.
fn comments(extract: &Extract<'_>, sign: char, how: &str) -> String {
    let title = format!("{}, as of {}", extract.report.title, extract.as_of);
    let lines = [Some(title.as_str()), extract.left_out.as_deref(), Some(how)];
    lines.into_iter().flatten().fold(String::new(), |out, line| out + &format!("{sign} {line}\n"))
}

const DIGITS: [&str; 10] =
    ["Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

/// The name of a command, which may have letters alone: each part of the id with a capital, digits as words.
fn command(id: &str) -> String {
    let mut name = "fig".to_owned();
    let mut is_first = true;
    for c in id.chars() {
        let digit = c.to_digit(10).and_then(|digit| DIGITS.get(digit as usize));
        match digit {
            Some(word) => name.push_str(word),
            None if c == '-' => {}
            None if is_first => name.push(c.to_ascii_uppercase()),
            None => name.push(c),
        }
        is_first = c == '-' || digit.is_some();
    }
    name
}

/// The id in letters that no other id has, for commands that would have one name: `a-1` and `a-one`. It
/// does not depend on what else is in the file, so that no command ever changes its figure.
fn spelled(indicator: &Indicator) -> String {
    let letter = |half: u8| char::from(b'a' + half);
    indicator.id.bytes().flat_map(|byte| [letter(byte >> 4), letter(byte & 15)]).collect()
}
