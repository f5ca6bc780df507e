//! `indicia print`: the dashboard as text, for pipes, mail and screen readers.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::exit_code::{COULD_NOT_RUN, FINDINGS, FINE};
use super::{meant, report_file};
use crate::app::document::{Origin, Snapshot};
use crate::app::env::Clock;
use crate::app::text::wrap;
use crate::app::{Model, Msg, update};
use crate::diagnostic::{Look, ranked};
use crate::export::{
    CitationFormat, Cited, citation, sources_of, spoken_event, spoken_indicator, spoken_parts,
    spoken_report, spoken_source,
};
use crate::file::STDIN;
use crate::report::{Day, ItemIx, Report, Text};
use crate::ui::{Glyphs, Theme, page, shown};

/// How many ids are named if none is similar.
const SOME: usize = 5;

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

/// What is printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The file. `None` is the built-in report.
    pub file: Option<PathBuf>,
    /// Ids of indicators and events, in the order of printing. If there are none, it is everything.
    pub ids: Vec<String>,
}

impl Selection {
    /// Separates a file from ids. The first word is a file if it exists or looks like a path; no id
    /// has a dot in it.
    pub fn new(words: impl IntoIterator<Item = OsString>) -> Self {
        let is_file = |word: &OsString| {
            let name = word.to_string_lossy();
            let is_path = name == STDIN || name.contains(['/', '\\', '.']);
            is_path || Path::new(word).exists()
        };
        let mut words = words.into_iter().peekable();
        let file = words.next_if(is_file).map(PathBuf::from);
        Self { file, ids: words.map(|word| word.to_string_lossy().into_owned()).collect() }
    }
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
    let (origin, text) = match report_file::open(selection.file.as_deref()) {
        Ok(opened) => opened,
        Err(error) => {
            writeln!(err, "indicia: {}", meant::unreadable_or_subcommand(&error))?;
            return Ok(COULD_NOT_RUN);
        }
    };
    let mut model = Model::new(origin, as_of);
    update(&mut model, Msg::Loaded(Box::new(Snapshot::new(text, as_of, Clock::default()))));
    // A page has no selection.
    model.nav.selection.indicator = None;
    let mut only = Vec::new();
    for id in &selection.ids {
        let Some(item) = find(&model.doc.report, id) else {
            writeln!(err, "indicia: {}", unknown(&model, id))?;
            return Ok(COULD_NOT_RUN);
        };
        only.push(item);
    }
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
            if model.doc.origin == Origin::BuiltIn {
                writeln!(
                    err,
                    "indicia: no file is named or in this folder: this is the built-in report"
                )?;
            }
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
            Some(own + &parts.unwrap_or_default())
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

fn find(report: &Report, id: &str) -> Option<ItemIx> {
    let event = || report.find_event(id).map(ItemIx::Event);
    report.find(id).map(ItemIx::Indicator).or_else(event)
}

/// The error for an id that is left out, or is unknown: then it names similar ids, or else some of those that there are.
fn unknown(model: &Model, id: &str) -> String {
    if let Some(why) = model.doc.why_left_out(id) {
        return why;
    }
    let report = &model.doc.report;
    let indicators = report.indicators.iter().map(|indicator| &*indicator.id);
    let events = report.events.iter().map(|event| &*event.id);
    let quoted = |ids: &[&str]| ids.iter().map(|id| format!("'{id}'")).collect::<Vec<_>>();
    let near = quoted(&ranked(id, indicators.clone().chain(events)));
    let hint = meant::question(&near).unwrap_or_else(|| {
        let some = quoted(&indicators.take(SOME).collect::<Vec<_>>()).join(", ");
        if some.is_empty() { some } else { format!("; some of its ids are {some}") }
    });
    let lost = model.doc.left_out().map_or_else(String::new, |words| format!(" ({words})"));
    let name = model.doc.origin.name();
    format!("{name} has no figure or event '{}'{hint}{lost}", Text::new(id))
}
