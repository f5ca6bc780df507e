//! Which file, and which of its figures and events.

use std::ffi::OsString;
use std::io::{self, Write};
use std::mem::take;
use std::path::{Path, PathBuf};

use super::{meant, report_file};
use crate::app::document::{Origin, Snapshot};
use crate::app::env::Clock;
use crate::app::{Model, Msg, update};
use crate::diagnostic::ranked;
use crate::file::{ReadError, STDIN};
use crate::report::{Day, ItemIx, Report, Text};
use crate::term::passages;

/// How many ids are named if none is similar.
const SOME: usize = 5;

/// What of a file is printed or exported.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The file. `None` is the built-in report.
    pub file: Option<PathBuf>,
    /// Ids of indicators and events, in the order of the output. If there are none, it is everything.
    pub ids: Vec<String>,
    /// Whether the words of figures are looked up in the copies of their sources.
    pub passages: bool,
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
        Self {
            file,
            ids: words.map(|word| word.to_string_lossy().into_owned()).collect(),
            ..Self::default()
        }
    }

    /// The same, with the file that is shown if none is named.
    ///
    /// # Errors
    /// If standard input is a pipe on which nothing comes.
    pub fn to_show(words: Vec<OsString>) -> Result<Self, ReadError> {
        let selection = Self::new(words);
        Ok(Self { file: report_file::to_show(selection.file)?, ..selection })
    }

    /// Reads the file and finds the ids. `None` if that is not possible; `err` then says why.
    ///
    /// # Errors
    /// If `err` cannot be written to.
    pub(super) fn open(
        &self,
        as_of: Day,
        err: &mut dyn Write,
    ) -> io::Result<Option<(Model, Vec<ItemIx>)>> {
        let (origin, text) = match report_file::open(self.file.as_deref()) {
            Ok(opened) => opened,
            Err(error) => {
                writeln!(err, "indicia: {}", meant::unreadable_or_subcommand(&error))?;
                return Ok(None);
            }
        };
        let mut model = Model::new(origin, as_of);
        let mut snapshot = Snapshot::new(text, as_of, Clock::default());
        let (text, quoted) = (snapshot.text.clone(), take(&mut snapshot.loaded.quoted));
        update(&mut model, Msg::Loaded(Box::new(snapshot)));
        if let Some(path) = self.file.as_deref().filter(|_| self.passages) {
            let passages = Box::new(passages(path, &quoted, &text));
            update(&mut model, Msg::Copies(passages, text));
        }
        // A page has no selection.
        model.nav.selection.indicator = None;
        let mut only = Vec::new();
        for id in &self.ids {
            let Some(item) = find(&model.doc.report, id) else {
                writeln!(err, "indicia: {}", unknown(&model, id))?;
                return Ok(None);
            };
            only.push(item);
        }
        Ok(Some((model, only)))
    }
}

/// Says that it is the built-in report, where the output has no place for that.
pub(super) fn announce(model: &Model, err: &mut dyn Write) -> io::Result<()> {
    if model.doc.origin != Origin::BuiltIn {
        return Ok(());
    }
    writeln!(err, "indicia: no file is named or in this folder: this is the built-in report")
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
