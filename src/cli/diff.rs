//! `indicia diff`: what changed between two versions of a report.

use std::ffi::OsStr;
use std::io::Write;
use std::path::Path;

use super::args::DEFAULT_FILE;
use super::args::history::{ChangeFormat, Diff};
use super::exit_code::{FINDINGS, FINE};
use super::{Failure, meant, report_file};
use crate::app::document::{Document, Origin, Snapshot};
use crate::app::env::Clock;
use crate::diff::{Change, diff_of_partial};
use crate::export::{Versions, changes_json, changes_markdown, changes_text};
use crate::file::{Git, GitError, ReadCause, ReadError, is_stdin, read};
use crate::report::{Day, Text};

/// Writes what changed. Returns the exit code.
///
/// # Errors
/// If a version cannot be read, or if `out` or `err` cannot be written to.
pub(super) fn run(
    request: &Diff,
    as_of: Day,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<u8, Failure> {
    let new = request.new.as_deref().unwrap_or(OsStr::new(DEFAULT_FILE));
    let old = &*request.old;
    // A revision is of the file that is named beside it.
    let named = [new, old].into_iter().map(Path::new).find(|path| path.is_file());
    let file = named.unwrap_or(Path::new(DEFAULT_FILE));
    let old = open(old, file, as_of).map_err(Failure::Because)?;
    let new = open(new, file, as_of).map_err(Failure::Because)?;
    let left_out = left_out(&old, &new);
    for line in &left_out {
        writeln!(err, "indicia: {line}")?;
    }
    let is_partial = |version: &Document| version.faults > 0;
    let changes = diff_of_partial((&old.report, is_partial(&old)), (&new.report, is_partial(&new)));
    let versions = Versions {
        old: old.origin.path(),
        new: new.origin.path(),
        left_out: &left_out,
        changes: &changes,
    };
    let text = match request.format {
        ChangeFormat::Text => changes_text(&versions),
        ChangeFormat::Json => changes_json(&versions),
        ChangeFormat::Markdown => changes_markdown(&versions),
    };
    out.write_all(text.as_bytes())?;
    out.flush()?;
    let is_finding = |change: &Change| !request.only_losses || change.class.is_loss();
    let is_fine = left_out.is_empty() && !changes.iter().any(is_finding);
    Ok(if is_fine { FINE } else { FINDINGS })
}

/// A version by its name: a file, or else a revision of one.
fn open(word: &OsStr, file: &Path, as_of: Day) -> Result<Document, String> {
    let path = Path::new(word);
    let (origin, text) = if is_stdin(path) || path.is_file() {
        (report_file::origin(path), read(path).map_err(|error| meant::unreadable(&error))?)
    } else {
        let revision = word.to_str().ok_or_else(|| missing(path))?;
        let git = if revision.contains(':') { Git::here() } else { Git::of(file) };
        let text = git.text(revision).map_err(|error| refused(path, revision, &error))?;
        (Origin::File(Text::new(revision).to_string()), text)
    };
    let mut document = Document::new(origin);
    document.take(Snapshot::new(text, as_of, Clock::default()));
    Ok(document)
}

fn missing(path: &Path) -> String {
    meant::unreadable(&ReadError { path: path.to_owned(), cause: ReadCause::Missing })
}

/// Why a name is neither that of a file nor of a revision.
fn refused(path: &Path, revision: &str, error: &GitError) -> String {
    let is_named_like_a_file = path.extension().is_some_and(|ending| ending == "toml");
    match error {
        GitError::NotThere(..) | GitError::NoText(_) => error.to_string(),
        _ if is_named_like_a_file && !revision.contains(':') => missing(path),
        _ => format!("there is no file '{}', and {error}", Text::new(revision)),
    }
}

/// What is not told, because a part of a version cannot be read.
fn left_out(old: &Document, new: &Document) -> Vec<String> {
    let both = [(old, "added"), (new, "removed")];
    let line = |(document, untold): (&Document, &str)| {
        let what = document.left_out_for_readers()?;
        Some(format!(
            "{}: {what}, so what was {untold} or described otherwise is not told",
            document.origin.path()
        ))
    };
    both.into_iter().filter_map(line).collect()
}
