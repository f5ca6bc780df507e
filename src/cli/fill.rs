//! `indicia fill`: writes figures into documents, between markers.

use std::io::{self, Write};
use std::path::Path;

use super::args::DEFAULT_FILE;
use super::args::fill::Fill;
use super::exit_code::{COULD_NOT_RUN, FINDINGS, FINE};
use super::{meant, report_file};
use crate::app::document::{Document, Snapshot};
use crate::app::env::Clock;
use crate::file::{ReadCause, read, save};
use crate::fill::{DOCUMENT_ENDINGS, DocumentKind, Figures, Filled, fill};
use crate::report::{Day, Text, counted};

/// Fills documents in, each as a whole or not at all. Returns the exit code.
///
/// # Errors
/// If `out` or `err` cannot be written to.
pub(super) fn run(
    request: &Fill,
    as_of: Day,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let path = request.report.as_deref().unwrap_or(Path::new(DEFAULT_FILE));
    let text = match read(path) {
        Ok(text) => text,
        Err(error) => {
            writeln!(err, "indicia: {}", meant::unreadable(&error))?;
            return Ok(COULD_NOT_RUN);
        }
    };
    let mut document = Document::new(report_file::origin(path));
    document.take(Snapshot::new(text, as_of, Clock::default()));
    let mut code = FINE;
    if let Some(left_out) = document.left_out() {
        writeln!(err, "indicia: {left_out}")?;
        code = FINDINGS;
    }
    let figures = Figures {
        report: &document.report,
        left_out: &|id| document.why_left_out(id),
        accepts_losses: request.accepts_losses,
    };
    for path in &request.documents {
        code = code.max(one(path, &figures, request.only_checks, out, err)?);
    }
    out.flush()?;
    Ok(code)
}

/// Fills one document in.
fn one(
    path: &Path,
    figures: &Figures<'_>,
    only_checks: bool,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let name = Text::new(&path.to_string_lossy());
    let Some(kind) = DocumentKind::of(&path.to_string_lossy()) else {
        writeln!(err, "indicia: '{name}' cannot be filled in: name a file ({DOCUMENT_ENDINGS})")?;
        return Ok(COULD_NOT_RUN);
    };
    let text = match read(path) {
        Ok(text) => text,
        Err(error) if matches!(error.cause, ReadCause::Empty) => String::new(),
        Err(error) => {
            writeln!(err, "indicia: {}", meant::unreadable(&error))?;
            return Ok(COULD_NOT_RUN);
        }
    };
    let filled = match fill(&text, kind, figures) {
        Ok(filled) => filled,
        Err(faults) => {
            for fault in &faults {
                writeln!(out, "{name}:{}: {}", fault.line, fault.message)?;
            }
            writeln!(out, "{name}: not written, {}", counted(faults.len(), "fault"))?;
            return Ok(FINDINGS);
        }
    };
    if !only_checks
        && !filled.replaced.is_empty()
        && let Err(error) = save(path, &text, &filled.text, &mut |_| ())
    {
        writeln!(err, "indicia: {error}")?;
        return Ok(COULD_NOT_RUN);
    }
    tell(&name, &filled, only_checks, out)?;
    Ok(if only_checks && !filled.replaced.is_empty() { FINDINGS } else { FINE })
}

fn tell(name: &Text, filled: &Filled, only_checks: bool, out: &mut dyn Write) -> io::Result<()> {
    for it in &filled.replaced {
        let said = |text: &str| match Text::new(text).as_str() {
            "" => "nothing".to_owned(),
            text => format!("“{text}”"),
        };
        let (before, after) = (said(&it.before), said(&it.after));
        writeln!(out, "{name}:{}: {}: {before} → {after}", it.line, Text::new(&it.name))?;
    }
    let what = match (filled.markers, filled.replaced.len()) {
        (0, _) => "no markers".to_owned(),
        (all, 0) => format!("{}, in step", counted(all, "figure")),
        (all, some) => {
            let did = if only_checks { "out of step" } else { "written" };
            format!("{some} of {} {did}", counted(all, "figure"))
        }
    };
    writeln!(out, "{name}: {what}")
}
