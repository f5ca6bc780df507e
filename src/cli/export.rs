//! `indicia export`: figures for other programs, in one of several formats.

pub mod format;

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::exit_code::{COULD_NOT_RUN, FINDINGS, FINE};
use super::selection::{self, Selection};
use crate::app::Model;
use crate::export::Extract;
use crate::file::{SaveError, create, may_create, save};
use crate::report::{Day, IndicatorIx, ItemIx, Text};
use format::ExportFormat;

/// Where to write.
#[derive(Clone, Copy, Debug)]
pub struct Target<'p> {
    /// The file.
    pub path: &'p Path,
    /// Whether to replace it if it is there.
    pub force: bool,
    /// Whether to write a description of its columns beside it.
    pub metadata: bool,
}

/// Exports a report or a part of it, to a file or else to `out`. Returns the exit code.
///
/// A file is written as a whole or not at all, and one that is there is only replaced if that is asked
/// for.
///
/// # Errors
/// If `out` or `err` cannot be written to.
pub fn run(
    selection: &Selection,
    format: &ExportFormat,
    target: Option<Target<'_>>,
    as_of: Day,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let Some((mut model, only)) = selection.open(as_of, err)? else { return Ok(COULD_NOT_RUN) };
    if let Some(event) = only.iter().find_map(|item| item.event()) {
        let id = model.doc.report.event(event).map(|event| event.id.to_string());
        let id = id.unwrap_or_default();
        writeln!(err, "indicia: '{id}' is an event: 'export' takes the ids of figures")?;
        return Ok(COULD_NOT_RUN);
    }
    selection::announce(&model, err)?;
    let order = order(&model, &only);
    if !only.is_empty() {
        model.show_only(&order);
    }
    let extract = extract(&model, &order);
    let text = (format.write)(&model, &extract);
    match target {
        None => out.write_all(text.as_bytes())?,
        Some(target) => {
            if let Err(why) = write_all(target, format, &extract, text) {
                writeln!(err, "indicia: {why}")?;
                return Ok(COULD_NOT_RUN);
            }
        }
    }
    out.flush()?;
    let Some(left_out) = model.doc.left_out() else { return Ok(FINE) };
    writeln!(err, "indicia: {left_out}")?;
    Ok(FINDINGS)
}

/// The indicators to export: those asked for, or else all in their order.
fn order(model: &Model, only: &[ItemIx]) -> Vec<IndicatorIx> {
    if only.is_empty() {
        return model.panels.gauges.order.clone();
    }
    let asked = |item: &ItemIx| match item {
        ItemIx::Indicator(ix) => Some(*ix),
        ItemIx::Event(_) => None,
    };
    only.iter().filter_map(asked).collect()
}

fn extract<'m>(model: &'m Model, order: &[IndicatorIx]) -> Extract<'m> {
    let report = &model.doc.report;
    Extract {
        report,
        indicators: order.iter().filter_map(|ix| report.indicator(*ix)).collect(),
        as_of: model.env.as_of,
        left_out: model.doc.left_out_for_readers(),
    }
}

/// Writes the file and, if that is asked for, its metadata: both or neither.
fn write_all(
    target: Target<'_>,
    format: &ExportFormat,
    extract: &Extract<'_>,
    text: String,
) -> Result<(), String> {
    let folder = target.path.parent().filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
        return Err(format!(
            "there is no folder '{}': make it first",
            Text::new(&folder.to_string_lossy())
        ));
    }
    let mut files = vec![(target.path.to_owned(), text)];
    if target.metadata {
        let Some(describe) = format.metadata() else {
            return Err(format!("'{}' has no metadata: leave out --metadata", format.name));
        };
        let name = target.path.file_name().unwrap_or_default().to_string_lossy();
        let about = (target.path.with_extension("datapackage.json"), describe(extract, &name));
        files.push(about);
    }
    if !target.force {
        for (path, _) in &files {
            let hint = |error| format!("{error}, or add --force to replace it");
            may_create(path).map_err(hint)?;
        }
    }
    let mut made = Vec::new();
    for (path, text) in &files {
        let is_new = path.symlink_metadata().is_err();
        if let Err(error) = write(path, target.force, text) {
            for path in made {
                let _ = fs::remove_file(path);
            }
            return Err(error.to_string());
        }
        made.extend(is_new.then_some(path));
    }
    Ok(())
}

fn write(path: &Path, force: bool, text: &str) -> Result<(), SaveError> {
    match fs::read(path) {
        Ok(before) if force => save(path, before, text, &mut |_| ()),
        Err(error) if force && error.kind() != io::ErrorKind::NotFound => {
            Err(SaveError { path: path.to_owned(), cause: error.into() })
        }
        _ => create(path, text),
    }
}
