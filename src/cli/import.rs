//! `indicia import`: adds a series of a CSV file to the report, after showing what it would add.

mod changes;
pub mod request;

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::Path;

use super::args::DEFAULT_FILE;
use super::exit_code::{COULD_NOT_RUN, FINE};
use super::meant;
use crate::file::{is_stdin, may_replace, read, save};
use crate::import::{Plan, Problem, plan};
use crate::report::{Day, Text, counted};
use request::Import;

/// Shows what an import adds, and writes it if the user says so. Returns the exit code.
///
/// Without a terminal and without `yes` it only shows.
///
/// # Errors
/// If `out` or `err` cannot be written to.
pub fn run(
    import: &Import,
    as_of: Day,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let path = import.report.clone().unwrap_or_else(|| DEFAULT_FILE.into());
    let read_both = || Ok((read(&path)?, read(&import.series)?));
    let (report, csv) = match read_both() {
        Ok(texts) => texts,
        Err(error) => {
            writeln!(err, "indicia: {}", meant::unreadable(&error))?;
            return Ok(COULD_NOT_RUN);
        }
    };
    // Our World in Data puts them there.
    let json = import.series.with_extension("metadata.json");
    let json = if is_stdin(&import.series) { None } else { read(&json).ok() };
    let is_asked = io::stdin().is_terminal() && io::stderr().is_terminal();
    let mut choice = import.choice.clone();
    let plan = loop {
        match plan(&report, &csv, json.as_deref(), &choice, as_of) {
            Ok(plan) => break plan,
            Err(problem) => {
                writeln!(err, "{}", told(&import.series, &problem))?;
                if problem.lowest.is_none() || !is_asked || choice.lowest.is_some() {
                    return Ok(COULD_NOT_RUN);
                }
                let answer = ask("less than, at most or exact? ", err)?;
                if answer.is_empty() {
                    return Ok(COULD_NOT_RUN);
                }
                choice.lowest = Some(answer);
            }
        }
    };
    show(&plan, &path, &report, out)?;
    out.flush()?;
    if plan.added == 0 {
        return Ok(FINE);
    }
    if !import.yes {
        if !is_asked {
            writeln!(err, "indicia: nothing is written: add --yes to write it")?;
            return Ok(FINE);
        }
        let name = Text::new(&path.to_string_lossy());
        if !is_yes(&ask(&format!("Write this to {name}? [y/N] "), err)?) {
            writeln!(err, "nothing is written")?;
            return Ok(FINE);
        }
    }
    let saved = may_replace(&path).and_then(|()| save(&path, &report, &plan.text, &mut |_| ()));
    if let Err(error) = saved {
        writeln!(err, "indicia: {error}")?;
        return Ok(COULD_NOT_RUN);
    }
    Ok(FINE)
}

/// What is wrong, with the name of the file and the line as editors know them.
fn told(path: &Path, problem: &Problem) -> String {
    let name = Text::new(&path.to_string_lossy());
    match problem.line {
        Some(line) => format!("{name}:{line}: {problem}"),
        None => format!("{name}: {problem}"),
    }
}

fn show(plan: &Plan, path: &Path, before: &str, out: &mut dyn Write) -> io::Result<()> {
    for line in changes::lines(before, &plan.text) {
        writeln!(out, "{line}")?;
    }
    let name = Text::new(&path.to_string_lossy());
    let same = match plan.same {
        0 => String::new(),
        same => format!("; {} there already", counted(same, "point")),
    };
    writeln!(out, "{name}: {} to add{same}", counted(plan.added, "point"))?;
    for note in &plan.notes {
        writeln!(out, "{}", Text::new(note))?;
    }
    Ok(())
}

fn ask(question: &str, err: &mut dyn Write) -> io::Result<String> {
    write!(err, "{question}")?;
    err.flush()?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    Ok(answer.trim().to_owned())
}

fn is_yes(answer: &str) -> bool {
    matches!(answer.to_lowercase().as_str(), "y" | "yes")
}
