//! `indicia check`: every fault of one or more files.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::exit::{COULD_NOT_RUN, FINDINGS, FINE};
pub use crate::diagnostic::Look;
use crate::diagnostic::render;
use crate::file::read;
use crate::load::{Loaded, load};
use crate::report::{Day, Text};

/// What the diagnostics are written as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// One JSON array.
    Json,
}

#[derive(Serialize)]
struct Finding<'a> {
    file: &'a str,
    code: &'a str,
    severity: &'a str,
    line: u32,
    column: u32,
    message: &'a str,
    help: Option<&'a str>,
}

/// Checks files one after the other and returns the exit code: 0 fine, 1 findings, 2 could
/// not run. With `deny_warnings`, warnings are findings too.
///
/// # Errors
/// If `out` or `err` cannot be written to.
pub fn run(
    files: &[PathBuf],
    deny_warnings: bool,
    as_of: Day,
    format: Format,
    look: Look,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let mut code = FINE;
    let mut array = Array { begun: false };
    for path in files {
        let text = match read(path) {
            Ok(text) => text,
            Err(error) => {
                writeln!(err, "indicia: {error}")?;
                code = COULD_NOT_RUN;
                continue;
            }
        };
        let loaded = load(&text, as_of);
        match format {
            Format::Text => write_text(path, &text, &loaded, look, out)?,
            Format::Json => array.write(path, &loaded, out)?,
        }
        if loaded.errors() > 0 || (deny_warnings && loaded.warnings() > 0) {
            code = code.max(FINDINGS);
        }
    }
    if format == Format::Json {
        array.end(out)?;
    }
    out.flush()?;
    Ok(code)
}

fn write_text(
    path: &Path,
    text: &str,
    loaded: &Loaded,
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let name = path.to_string_lossy();
    for diagnostic in &loaded.diagnostics {
        writeln!(out, "{}", render(diagnostic, &name, text, look))?;
    }
    writeln!(out, "{}: {}", Text::new(&name), summary(loaded))
}

/// What was read and what was found, in a line: `15 indicators, 24 events, 2 warnings`.
fn summary(loaded: &Loaded) -> String {
    let report = &loaded.report;
    let mut parts =
        vec![counted(report.indicators.len(), "indicator"), counted(report.events.len(), "event")];
    match (loaded.errors(), loaded.warnings()) {
        (0, 0) => parts.push("no faults".to_owned()),
        (errors, warnings) => {
            parts.extend((errors > 0).then(|| counted(errors, "error")));
            parts.extend((warnings > 0).then(|| counted(warnings, "warning")));
        }
    }
    parts.join(", ")
}

fn counted(count: usize, what: &str) -> String {
    let s = if count == 1 { "" } else { "s" };
    format!("{count} {what}{s}")
}

/// An array that is written one element at a time, each on a line.
struct Array {
    begun: bool,
}

impl Array {
    fn write(&mut self, path: &Path, loaded: &Loaded, out: &mut dyn Write) -> io::Result<()> {
        let file = path.to_string_lossy();
        for d in &loaded.diagnostics {
            let finding = Finding {
                file: &file,
                code: d.rule.code,
                severity: d.rule.severity.word(),
                line: d.line,
                column: d.column,
                message: &d.message,
                help: d.help.as_deref(),
            };
            out.write_all(if self.begun { b",\n  " } else { b"[\n  " })?;
            self.begun = true;
            serde_json::to_writer(&mut *out, &finding).map_err(io::Error::from)?;
        }
        Ok(())
    }

    fn end(&self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(if self.begun { b"\n]\n" } else { b"[]\n" })
    }
}
