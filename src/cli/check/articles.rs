//! `indicia check --text`: holds articles against the figures of a file.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::{Format, Look, array, json, list};
use crate::article::{Figures, Statement, diagnostics, statements};
use crate::cli::exit_code::{COULD_NOT_RUN, FINDINGS, FINE};
use crate::cli::{meant, report_file};
use crate::diagnostic::Severity;
use crate::file::read;
use crate::load::load;
use crate::markup::Markup;
use crate::report::{Day, Text, counted};

/// Which articles are held against a file.
#[derive(Debug)]
pub struct Articles {
    /// The articles.
    pub texts: Vec<PathBuf>,
    /// Whether to show also what is fine, and what no figure accounts for.
    pub all: bool,
    /// Whether warnings count as findings.
    pub deny_warnings: bool,
    /// Today.
    pub as_of: Day,
}

/// Checks the articles one after the other. Returns the exit code: 0 fine, 1 findings, 2 could not
/// run.
///
/// # Errors
/// If `out` or `err` cannot be written to.
pub fn articles(
    file: &Path,
    asked: &Articles,
    format: Format,
    look: Look,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let text = match read(file) {
        Ok(text) => text,
        Err(error) => {
            writeln!(err, "indicia: {}", meant::unreadable(&error))?;
            return Ok(COULD_NOT_RUN);
        }
    };
    let loaded = load(&text, asked.as_of);
    let mut code = FINE;
    if loaded.errors() > 0 {
        let name = report_file::origin(file);
        let errors = counted(loaded.errors(), "error");
        writeln!(
            err,
            "indicia: '{}' has {errors}, so figures may be missing: check it first",
            name.path()
        )?;
        code = FINDINGS;
    }
    let figures = Figures::of(&loaded.report);
    let mut findings = Vec::new();
    for path in &asked.texts {
        let document = match read(path) {
            Ok(document) => document,
            Err(error) => {
                writeln!(err, "indicia: {error}")?;
                code = COULD_NOT_RUN;
                continue;
            }
        };
        let origin = report_file::origin(path);
        let markup = Markup::of(&path.to_string_lossy(), &document);
        let found = statements(&document, markup, &figures, asked.as_of);
        let faults = diagnostics(&found, &figures, &document, asked.all);
        match format {
            Format::Json => findings.extend(json(path, &faults)?),
            Format::Text | Format::Github => {
                list(&faults, origin.path(), &document, format, look, out)?;
                if asked.all && format == Format::Text {
                    list_stated(&found, &figures, out)?;
                }
                writeln!(out, "{}: {}", origin.path(), summary(&found, asked.all))?;
            }
        }
        let is_error = |severity| severity == Severity::Error || asked.deny_warnings;
        if faults.iter().any(|fault| is_error(fault.rule.severity)) {
            code = code.max(FINDINGS);
        }
    }
    if format == Format::Json {
        writeln!(out, "{}", array(&findings))?;
    }
    out.flush()?;
    Ok(code)
}

/// The numbers that are stated as in the file.
fn list_stated(found: &[Statement], figures: &Figures<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut is_first = true;
    for statement in found.iter().filter(|statement| statement.fault.is_none()) {
        let Some(indicator) = statement.figure.and_then(|found| figures.indicator(found)) else {
            continue;
        };
        if std::mem::take(&mut is_first) {
            writeln!(out, "stated as in the file:")?;
        }
        writeln!(out, "  {}  ({})", Text::new(&statement.words), indicator.label)?;
    }
    if is_first { Ok(()) } else { writeln!(out) }
}

/// What was found, in one line: `12 numbers: 9 as in the file, 1 finding, 2 that no figure accounts for`;
/// and how these two are shown, if they are not.
fn summary(found: &[Statement], shows_all: bool) -> String {
    if found.is_empty() {
        return "no numbers".to_owned();
    }
    let count = |is: fn(&Statement) -> bool| found.iter().filter(|one| is(one)).count();
    let stated = count(|one| one.figure.is_some() && one.fault.is_none());
    let unaccounted = count(|one| one.figure.is_none());
    let hint = if shows_all { "" } else { " (--all lists them)" };
    let parts = [
        (stated, format!("{stated} as in the file")),
        (count(|one| one.fault.is_some()), counted(count(|one| one.fault.is_some()), "finding")),
        (unaccounted, format!("{unaccounted} that no figure accounts for{hint}")),
    ];
    let parts: Vec<_> =
        parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, part)| part).collect();
    format!("{}: {}", counted(found.len(), "number"), parts.join(", "))
}
