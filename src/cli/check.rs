//! `indicia check`: lists the faults of files.

mod articles;
pub mod format;
mod github;

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;

use super::exit_code::{COULD_NOT_RUN, FINDINGS, FINE};
use super::{meant, report_file};
pub use crate::diagnostic::Look;
use crate::diagnostic::{Diagnostic, render};
use crate::file::{is_stdin, read};
use crate::load::{Loaded, load};
use crate::report::{Day, counted, is_hidden};
use crate::term::check_copies;
pub use articles::{Articles, articles};
pub use format::Format;

#[derive(Serialize)]
struct Finding<'a> {
    file: &'a str,
    /// The bytes of the name in Base64, where it is not UTF-8.
    #[serde(skip_serializing_if = "Option::is_none")]
    file_base64: Option<&'a str>,
    code: &'a str,
    severity: &'a str,
    line: u32,
    column: u32,
    message: &'a str,
    help: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    figures: Vec<Figure<'a>>,
}

/// One of the figures that a warning is about.
#[derive(Serialize)]
struct Figure<'a> {
    name: &'a str,
    line: u32,
}

/// Checks files one after the other. Returns the exit code: 0 fine, 1 findings, 2 could not run.
/// With `deny_warnings`, warnings are findings, too.
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
    let mut findings = Vec::new();
    for path in files {
        let text = match read(path) {
            Ok(text) => text,
            Err(error) => {
                writeln!(err, "indicia: {}", meant::unreadable(&error))?;
                code = COULD_NOT_RUN;
                continue;
            }
        };
        let mut loaded = load(&text, as_of);
        check_copies(path, &text, &mut loaded);
        match format {
            Format::Text | Format::Github => {
                let name = report_file::origin(path);
                list(&loaded.diagnostics, name.path(), &text, format, look, out)?;
                writeln!(out, "{}: {}", name.path(), summary(&loaded))?;
            }
            Format::Json => findings.extend(json(path, &loaded.diagnostics)?),
        }
        if loaded.errors() > 0 || (deny_warnings && loaded.warnings() > 0) {
            code = code.max(FINDINGS);
        }
    }
    if format == Format::Json {
        writeln!(out, "{}", array(&findings))?;
    }
    out.flush()?;
    Ok(code)
}

/// Writes the findings of a file as text or for GitHub.
fn list(
    diagnostics: &[Diagnostic],
    name: &str,
    text: &str,
    format: Format,
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    for diagnostic in diagnostics {
        let shown = match format {
            Format::Github => github::command(name, diagnostic),
            _ => render(diagnostic, name, text, look),
        };
        writeln!(out, "{shown}")?;
    }
    Ok(())
}

/// What was read and what was found, in one line: `15 indicators, 24 events, 2 warnings`.
fn summary(loaded: &Loaded) -> String {
    let report = &loaded.report;
    let mut parts =
        vec![counted(report.indicators.len(), "figure"), counted(report.events.len(), "event")];
    match (loaded.errors(), loaded.warnings()) {
        (0, 0) => parts.push("no faults".to_owned()),
        (errors, warnings) => {
            parts.extend((errors > 0).then(|| counted(errors, "error")));
            parts.extend((warnings > 0).then(|| counted(warnings, "warning")));
        }
    }
    parts.join(", ")
}

/// The findings of a file, each as a JSON object.
fn json(path: &Path, diagnostics: &[Diagnostic]) -> io::Result<Vec<String>> {
    let file = if is_stdin(path) { "<stdin>".into() } else { path.to_string_lossy() };
    // Only on Unix the bytes of a name are those that the system uses.
    let bytes = path.as_os_str().as_encoded_bytes();
    let base64 = path.to_str().is_none().then(|| STANDARD.encode(bytes));
    let findings = diagnostics.iter().map(|d| Finding {
        file: &file,
        file_base64: base64.as_deref(),
        code: d.rule.code,
        severity: d.rule.severity.word(),
        line: d.line,
        column: d.column,
        message: &d.message,
        help: d.help.as_deref(),
        figures: d.figures.iter().map(|f| Figure { name: &f.name, line: f.line }).collect(),
    });
    let objects = findings.map(|finding| Ok(escaped(&serde_json::to_string(&finding)?)));
    objects.collect()
}

/// JSON with escapes in place of what a terminal would obey, or a reader would not see.
fn escaped(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if is_hidden(c) {
            out.extend(c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")));
        } else {
            out.push(c);
        }
    }
    out
}

/// An array of JSON objects, one on each line.
fn array(objects: &[String]) -> String {
    match objects {
        [] => "[]".to_owned(),
        _ => format!("[\n  {}\n]", objects.join(",\n  ")),
    }
}
