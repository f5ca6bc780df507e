//! `indicia explain`: what a diagnostic means and how to fix its cause.

use std::io::{self, Write};

use super::exit_code::{COULD_NOT_RUN, FINE};
use crate::config;
use crate::diagnostic::Rule;
use crate::load;
use crate::report::{HEDGES, HedgeWord, SOURCE_KINDS, STATUSES, Text};

/// Explains the rule with a code, or lists all rules. Returns the exit code.
///
/// # Errors
/// If `out` or `err` cannot be written to.
pub fn run(code: Option<&str>, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    let Some(code) = code else {
        write_list(out)?;
        return Ok(FINE);
    };
    let Some(rule) = find(code) else {
        writeln!(err, "indicia: there is no rule '{}'{}", Text::new(code.trim()), near(code))?;
        writeln!(err)?;
        write_list(err)?;
        return Ok(COULD_NOT_RUN);
    };
    writeln!(out, "{}[{}]: {}\n", rule.severity.word(), rule.code, rule.title)?;
    writeln!(out, "{}", rule.explanation)?;
    if let Some(words) = words(rule) {
        writeln!(out, "\n{words}")?;
    }
    Ok(FINE)
}

/// All rules: those of reports, then those of the configuration.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    load::rules().into_iter().chain(config::RULES)
}

/// The rule with a code, in any case.
pub fn find(code: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.code.eq_ignore_ascii_case(code.trim()))
}

fn write_list(out: &mut dyn Write) -> io::Result<()> {
    for rule in all() {
        writeln!(out, "{}  {}", rule.code, rule.title)?;
    }
    Ok(())
}

fn near(code: &str) -> String {
    let code = code.trim().to_uppercase();
    all()
        .map(|r| (strsim::damerau_levenshtein(&code, r.code), r.code))
        .min()
        .filter(|(slips, _)| *slips <= 2)
        .map_or_else(String::new, |(_, near)| format!("; did you mean {near}?"))
}

/// The words that a rule is about, from the tables that they are read with.
pub fn words(rule: &Rule) -> Option<String> {
    match rule.code {
        "E005" => Some(format!("The words are:\n\n{}", hedges())),
        "E012" => {
            let line =
                |letter: Option<char>, word| format!("    {}  {word}", letter.unwrap_or(' '));
            let list: Vec<String> =
                STATUSES.iter().map(|(_, word, letter)| line(*letter, word)).collect();
            Some(format!("The statuses are:\n\n{}", list.join("\n")))
        }
        "E013" => {
            let list: Vec<&str> = SOURCE_KINDS.iter().map(|(_, word)| *word).collect();
            Some(format!("The kinds are:\n\n    {}", list.join(", ")))
        }
        _ => None,
    }
}

/// All hedges, a line for each class.
fn hedges() -> String {
    let line = |class: &[HedgeWord]| {
        let words: Vec<&str> = class.iter().map(|hedge| hedge.word).collect();
        format!("    {}", words.join(", "))
    };
    let classes = HEDGES.chunk_by(|one, other| one.class == other.class);
    classes.map(line).collect::<Vec<_>>().join("\n")
}
