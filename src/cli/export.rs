//! `indicia export`: figures for other programs, in one of several formats.

pub mod format;

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::exit_code::{COULD_NOT_RUN, FINDINGS, FINE};
use super::selection::Selection;
use crate::app::Model;
use crate::export::Extract;
use crate::file::{SaveError, create, save};
use crate::report::{Day, IndicatorIx, ItemIx};
use format::ExportFormat;

/// Exports a report or a part of it, to a file or else to `out`. Returns the exit code.
///
/// A file is written as a whole or not at all, and one that is there is only replaced if that is asked
/// for: the flag beside the path.
///
/// # Errors
/// If `out` or `err` cannot be written to.
pub fn run(
    selection: &Selection,
    format: &ExportFormat,
    target: Option<(&Path, bool)>,
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
    let order = order(&model, &only);
    if !only.is_empty() {
        model.show_only(&order);
    }
    let text = (format.write)(&model, &extract(&model, &order));
    match target {
        None => out.write_all(text.as_bytes())?,
        Some((path, force)) => {
            if let Err(error) = write(path, force, &text) {
                let hint = if path.exists() && !force { ": add --force to replace it" } else { "" };
                writeln!(err, "indicia: {error}{hint}")?;
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

fn write(path: &Path, force: bool, text: &str) -> Result<(), SaveError> {
    match fs::read_to_string(path) {
        Ok(before) if force => save(path, &before, text, &mut |_| ()),
        _ => create(path, text),
    }
}
