//! `indicia explain`: what a diagnostic means and how to fix its cause.

use std::io::{self, Write};

use super::exit_code::{COULD_NOT_RUN, FINE};
use super::meant;
use crate::article;
use crate::config;
use crate::diagnostic::{Rule, ranked};
use crate::load;
use crate::report::{HEDGES, HedgeWord, SOURCE_KINDS, STATUSES, Status, Text};

/// Explains the rules with these codes, or lists all rules. Returns the exit code.
///
/// # Errors
/// If `out` or `err` cannot be written to.
pub fn run(codes: &[String], out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    if codes.is_empty() {
        write_list(out)?;
    }
    let mut rules = Vec::new();
    for code in codes {
        let Some(rule) = find(code) else {
            writeln!(err, "indicia: {}", unknown(code))?;
            writeln!(err)?;
            write_list(err)?;
            return Ok(COULD_NOT_RUN);
        };
        rules.push(rule);
    }
    for (nth, rule) in rules.into_iter().enumerate() {
        if nth > 0 {
            writeln!(out)?;
        }
        writeln!(out, "{}[{}]: {}\n", rule.severity.word(), rule.code, rule.title)?;
        writeln!(out, "{}", rule.explanation)?;
        if let Some(words) = words(rule) {
            writeln!(out, "\n{words}")?;
        }
    }
    Ok(FINE)
}

/// All rules: those of reports, of articles, and of the configuration.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    load::rules().into_iter().chain(article::RULES).chain(config::RULES)
}

/// The rule with a code, in any case, without the zeros and with spaces: `e 5` is E005.
pub fn find(code: &str) -> Option<&'static Rule> {
    let code = written(code);
    all().find(|rule| rule.code == code)
}

/// A code as the rules have it, as far as it is one.
fn written(code: &str) -> String {
    let code: String = code.split_whitespace().collect::<String>().to_uppercase();
    let letters = code.trim_end_matches(|c: char| c.is_ascii_digit());
    match code.strip_prefix(letters).and_then(|digits| digits.parse::<u32>().ok()) {
        Some(number) if letters.chars().all(char::is_alphabetic) => format!("{letters}{number:03}"),
        _ => code,
    }
}

fn unknown(code: &str) -> String {
    let wanted = written(code);
    let is_number = !wanted.is_empty() && wanted.chars().all(|c| c.is_ascii_digit());
    let near: Vec<_> = if is_number {
        all().map(|rule| rule.code).filter(|code| code.ends_with(&wanted)).collect()
    } else {
        ranked(&wanted, all().map(|rule| rule.code))
    };
    let question = meant::question(&near).unwrap_or_default();
    format!("there is no rule '{}'{question}", Text::new(code.trim()))
}

fn write_list(out: &mut dyn Write) -> io::Result<()> {
    for rule in all() {
        writeln!(out, "{}  {}", rule.code, rule.title)?;
    }
    Ok(())
}

/// The words that a rule is about, from the tables that they are read with.
pub fn words(rule: &Rule) -> Option<String> {
    match rule.code {
        "E005" => Some(format!("The words are:\n\n{}", hedges())),
        "E012" => {
            let line = |(_, word, sdmx): &(Status, &str, Option<(char, &str)>)| {
                let (letter, name) = sdmx.unwrap_or((' ', "(not in SDMX)"));
                format!("    {letter}  {word:<20}{name}")
            };
            let list: Vec<String> = STATUSES.iter().map(line).collect();
            Some(format!(
                "The statuses are, with their letters and names in SDMX:\n\n{}",
                list.join("\n")
            ))
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
