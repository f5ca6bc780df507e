//! `indicia print`: the dashboard as text, for pipes, mail and screen readers.

use std::fmt::Write as _;
use std::io::{self, BufWriter, Write};

use super::exit_code::{COULD_NOT_RUN, FINDINGS, FINE};
use super::selection::{self, Selection};
use crate::app::Model;
use crate::app::text::wrap;
use crate::diagnostic::Look;
use crate::export::{
    CitationFormat, Cited, citation, sources_of, spoken_event, spoken_indicator, spoken_parts,
    spoken_report, spoken_source,
};
use crate::report::{Day, Indicator, IndicatorIx, ItemIx, Report};
use crate::ui::{Glyphs, Theme, page, shown};

/// The format of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As on the screen, with this width in columns.
    Page(u16),
    /// A line of sentences for each indicator. If there is a width, the lines are wrapped to it.
    Plain(Option<u16>),
    /// A citation of each item, as the dashboard copies it.
    Cite(CitationFormat),
}

/// Prints a report or a part of it. Returns the exit code.
///
/// # Errors
/// If `out` or `err` cannot be written to.
pub fn run(
    selection: &Selection,
    form: Form,
    as_of: Day,
    look: Look,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let Some((model, only)) = selection.open(as_of, err)? else { return Ok(COULD_NOT_RUN) };
    let glyphs = if look.unicode { Glyphs::Unicode } else { Glyphs::Ascii };
    let theme = Theme::new(false, glyphs);
    let mut out = BufWriter::new(out);
    match form {
        Form::Page(cells) => {
            for line in page(&model, &theme, cells, &only) {
                writeln!(out, "{line}")?;
            }
        }
        Form::Plain(cells) => plain(&model, &theme, cells, &only, &mut out)?,
        Form::Cite(format) => {
            selection::announce(&model, err)?;
            for item in items(&model, &only) {
                writeln!(out, "{}", cited(&model.doc.report, item, format))?;
            }
        }
    }
    out.flush()?;
    let Some(left_out) = model.doc.left_out() else { return Ok(FINE) };
    writeln!(err, "indicia: {left_out}")?;
    Ok(FINDINGS)
}

fn plain(
    model: &Model,
    theme: &Theme,
    cells: Option<u16>,
    only: &[ItemIx],
    out: &mut dyn Write,
) -> io::Result<()> {
    let (report, as_of) = (&model.doc.report, model.env.as_of);
    let shown_of =
        (!only.is_empty()).then(|| only.iter().filter(|item| item.event().is_none()).count());
    let mut head = spoken_report(report, shown_of, as_of);
    if model.doc.origin.remark().is_some() {
        let _ = write!(head, " From {}.", model.doc.origin.name());
    }
    paragraph(&head, theme, cells, out)?;
    if let Some(left_out) = model.doc.left_out() {
        paragraph(&format!("{left_out}."), theme, cells, out)?;
    }
    let items = || items(model, only);
    let told = items().filter_map(|item| match item {
        ItemIx::Indicator(ix) => {
            let own = spoken_indicator(report, report.indicator(ix)?, as_of);
            let parts = spoken_parts(report, ix).map(|parts| format!(" {parts}"));
            Some(own + &parts.unwrap_or_default() + &passages(model, ix))
        }
        ItemIx::Event(ix) => report.event(ix).map(|event| spoken_event(report, event)),
    });
    for text in told.chain(sources_of(report, items()).map(spoken_source)) {
        // Without an empty line wrapped paragraphs could not be told apart.
        if cells.is_some() {
            writeln!(out)?;
        }
        paragraph(&text, theme, cells, out)?;
    }
    Ok(())
}

/// What stands around the words of an indicator in the copies of its sources, in sentences.
fn passages(model: &Model, ix: IndicatorIx) -> String {
    let report = &model.doc.report;
    let figures = report.indicator(ix).into_iter().flat_map(Indicator::observations);
    let words = figures.flat_map(|figure| {
        let also = figure.also.iter().map(|it| (Some(it.source), &it.wording, &it.locator));
        std::iter::once((figure.source, &figure.wording, &figure.locator)).chain(also)
    });
    let told = words.filter_map(|(source, wording, locator)| {
        let (ix, wording) = source.zip(wording.as_deref())?;
        let found = model.doc.passages.of(ix, wording, locator.as_deref())?;
        let (place, text) = (&found.place, found.excerpt.text());
        Some(format!(" The copy of {} has, {place}: “{text}”", report.source(ix)?.key))
    });
    told.collect()
}

/// The items to print: those asked for, or else all indicators in their order.
fn items(model: &Model, only: &[ItemIx]) -> impl Iterator<Item = ItemIx> {
    let all = model.panels.gauges.order.iter().copied().map(ItemIx::Indicator);
    all.filter(|_| only.is_empty()).chain(only.iter().copied())
}

fn cited(report: &Report, item: ItemIx, format: CitationFormat) -> String {
    let cited = match item {
        ItemIx::Indicator(ix) => report.indicator(ix).map(Cited::Headline),
        ItemIx::Event(ix) => report.event(ix).map(Cited::Event),
    };
    cited.map(|cited| citation(report, cited, format)).unwrap_or_default()
}

fn paragraph(text: &str, theme: &Theme, cells: Option<u16>, out: &mut dyn Write) -> io::Result<()> {
    let text = shown(text, theme);
    let Some(cells) = cells else { return writeln!(out, "{text}") };
    wrap(&text, usize::from(cells)).into_iter().try_for_each(|line| writeln!(out, "{line}"))
}
