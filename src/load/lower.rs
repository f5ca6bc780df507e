//! Raw tables to checked types: one file an item of the format.

mod date;
mod event;
mod indicator;
mod number;
mod observation;
mod top;
mod url;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::lint::Lint;
use super::reader::{Cell, Row, shifted};
use crate::diagnostic::{Cursor, Faults, nearest, quoted};
use crate::load::rule::errors::{BAD_ID, DANGLING, NO_REPORT};
use crate::report::{Day, GroupIx, IndicatorIx, Report, SourceIx, Text};
use crate::schema::{self, Key, Table};
use crate::syntax::{DUPLICATE_ID, Lost, NOT_TOML, WRONG_TYPE, kind};

/// How many names are compared in search of what was meant; beyond this nothing is proposed.
const COMPARISONS: usize = 1_000_000;

/// A name of the file and where it is first defined.
type Names<'i, Ix> = HashMap<Cow<'i, str>, (Ix, Range<usize>)>;

/// What is known while a file is lowered.
pub(super) struct Lowering<'i, 'f> {
    faults: &'f mut Faults,
    /// Where the part of the text begins whose tree is being lowered.
    base: usize,
    pub(super) has_report: bool,
    report: Report,
    lines: Cursor<'i>,
    sources: Names<'i, SourceIx>,
    groups: Names<'i, GroupIx>,
    indicators: Names<'i, IndicatorIx>,
    /// References from one indicator to others, to be followed once all are known.
    related: Vec<(IndicatorIx, Cow<'i, str>, Range<usize>)>,
    /// Events refer to indicators, so they wait, with the base of their places.
    events: Vec<(usize, Cell<'i>)>,
    lint: Lint,
    comparisons: usize,
    /// What a syntax error took out of the text.
    lost: Lost<'i>,
    /// The ids of items that were left out for a fault of their own.
    left_out: HashSet<Cow<'i, str>>,
}

/// Lowers a tree that was parsed from `text` without errors.
pub(super) fn lower<'i>(
    tree: DeTable<'i>,
    text: &'i str,
    as_of: Day,
    lost: Lost<'i>,
    faults: &mut Faults,
) -> Report {
    let mut lowering = Lowering::new(text, as_of, lost, faults);
    lowering.tree(tree, 0);
    lowering.finish(text)
}

impl<'i, 'f> Lowering<'i, 'f> {
    pub(super) fn new(text: &'i str, as_of: Day, lost: Lost<'i>, faults: &'f mut Faults) -> Self {
        Self {
            faults,
            base: 0,
            has_report: false,
            report: Report::default(),
            lines: Cursor::new(text),
            sources: HashMap::new(),
            groups: HashMap::new(),
            indicators: HashMap::new(),
            related: Vec::new(),
            events: Vec::new(),
            lint: Lint::new(as_of, lost.any),
            comparisons: COMPARISONS,
            lost,
            left_out: HashSet::new(),
        }
    }

    /// Lowers the tree of the part of the text that begins at `base`; events wait for the end.
    pub(super) fn tree(&mut self, mut tree: DeTable<'i>, base: usize) {
        self.base = base;
        self.lines.begin(base);
        let report = tree.remove(Key::Report.word());
        let sources = tree.remove(Key::Source.word());
        let groups = tree.remove(Key::Group.word());
        let indicators = tree.remove(Key::Indicator.word());
        let events = tree.remove(Key::Event.word());
        // What is left has no place in the file: taking it apart reports it.
        let _ = Row::new(&schema::TOP, 0..0, tree, base, self.faults);
        self.report(report);
        self.sources(sources);
        self.groups(groups);
        self.indicators(indicators);
        self.events.extend(events.map(|events| (base, events)));
    }

    /// Whether anything is wrong so far.
    pub(super) fn has_errors(&self) -> bool {
        self.faults.errors() > 0
    }

    /// What refers to what, and the warnings that need the whole file.
    pub(super) fn finish(mut self, text: &str) -> Report {
        if !self.has_report {
            self.no_report(text);
        }
        self.follow();
        self.all_events();
        let Self { faults, report, lint, .. } = self;
        lint.finish(&report, faults);
        report
    }
}

impl<'i> Lowering<'i, '_> {
    /// The tables of an array under a doubled heading, in the order of the file.
    fn tables(&mut self, table: &'static Table, cell: Option<Cell<'i>>) -> Vec<Cell<'i>> {
        let Some(cell) = cell else { return Vec::new() };
        let span = cell.span();
        match cell.into_inner() {
            DeValue::Array(list) => list.into_iter().collect(),
            other => {
                self.lint.partial();
                let heading = table.heading;
                let name = heading.trim_matches(['[', ']']);
                let message = match other {
                    DeValue::Table(_) => format!("{heading} has two brackets on each side"),
                    other => format!("'{name}' needs tables, not {}", kind(&other)),
                };
                self.faults
                    .add(&WRONG_TYPE, span, message)
                    .help(format!("write {heading} above each of them; there may be several"));
                Vec::new()
            }
        }
    }

    /// One element of such an array, taken apart.
    fn row(&mut self, table: &'static Table, cell: Cell<'i>) -> Option<Row<'i>> {
        let span = shifted(cell.span(), self.base);
        match cell.into_inner() {
            DeValue::Table(map) => Some(Row::new(table, span, map, self.base, self.faults)),
            other => {
                let message = format!("this {} is {}, not a table", table.name, kind(&other));
                self.faults
                    .add(&WRONG_TYPE, span, message)
                    .help(format!("write its keys under {}", table.heading));
                None
            }
        }
    }

    fn line(&mut self, row: &Row<'_>) -> u32 {
        self.lines.place(row.span.start).0
    }

    /// The id of a row, well formed.
    fn id(&mut self, row: &mut Row<'i>) -> Option<Cow<'i, str>> {
        let id = row.raw(Key::Id, self.faults);
        match id {
            Some(id) if is_id(&id) => Some(id),
            Some(id) if id.trim().is_empty() => {
                row.missing(Key::Id, self.faults);
                None
            }
            Some(id) => {
                let message = format!("{} is not a well formed id", quoted(&id));
                let help = match slug(&id) {
                    slug if slug.is_empty() => "use a to z, 0 to 9 and single hyphens".to_owned(),
                    slug => format!("write id = \"{slug}\""),
                };
                self.faults.add(&BAD_ID, row.at(Key::Id), message).help(help);
                None
            }
            None => {
                if !row.is_bad(&[Key::Id]) {
                    row.missing(Key::Id, self.faults);
                }
                None
            }
        }
    }

    fn duplicate(&mut self, name: &str, id: &str, at: Range<usize>, first: Range<usize>) {
        let message = format!("the {name} id {} stands twice", quoted(id));
        self.faults
            .add(&DUPLICATE_ID, at, message)
            .help("the second is left out; give it another id")
            .related(first, "first here");
    }

    /// The group that a row names.
    fn group(&mut self, row: &mut Row<'i>) -> Option<GroupIx> {
        let id = row.raw(Key::Group, self.faults)?;
        if let Some((ix, _)) = self.groups.get(&*id) {
            self.lint.group_used(*ix);
            return Some(*ix);
        }
        let near = self.near(&id, self.groups.len(), |me, id| nearest_name(&me.groups, id));
        self.dangling("group", &id, row.at(Key::Group), near, "add a [[group]] with this id");
        None
    }

    /// The source that a row cites.
    fn source(&mut self, row: &mut Row<'i>) -> Option<SourceIx> {
        let key = row.raw(Key::Source, self.faults)?;
        if let Some((ix, _)) = self.sources.get(&*key) {
            self.lint.source_used(*ix);
            return Some(*ix);
        }
        let near = self.near(&key, self.sources.len(), |me, id| nearest_name(&me.sources, id));
        let add = format!("add a heading [source.{}]", slug(&key));
        self.dangling("source", &key, row.at(Key::Source), near, &add);
        None
    }

    /// The indicator of an id that stands at a place.
    fn indicator_of(&mut self, id: &str, at: Range<usize>) -> Option<IndicatorIx> {
        if let Some((ix, _)) = self.indicators.get(id) {
            return Some(*ix);
        }
        let near = self.near(id, self.indicators.len(), |me, id| nearest_name(&me.indicators, id));
        self.dangling("indicator", id, at, near, "give the id of an [[indicator]] of this file");
        None
    }

    /// What a name was meant to be, as long as the search does not take too long.
    fn near(
        &mut self,
        name: &str,
        count: usize,
        find: impl Fn(&Self, &str) -> Option<String>,
    ) -> Option<String> {
        self.comparisons = self.comparisons.checked_sub(count)?;
        find(self, name)
    }

    fn dangling(
        &mut self,
        name: &str,
        id: &str,
        at: Range<usize>,
        near: Option<String>,
        otherwise: &str,
    ) {
        // What is named is in the file, and its own fault has been reported.
        if self.lost.names.contains(id) || self.left_out.contains(id) {
            return;
        }
        let message = format!("there is no {name} {}", quoted(id));
        let help =
            near.map_or_else(|| otherwise.to_owned(), |near| format!("did you mean '{near}'?"));
        self.faults.add(&DANGLING, at, message).help(help);
    }

    fn no_report(&mut self, text: &str) {
        // Where the text is broken, its heading may be what is.
        if self.lost.report || self.faults.has(&NOT_TOML) {
            return;
        }
        let content = text.trim_start_matches('\u{feff}').lines();
        let bare = content.clone().all(|l| l.trim().is_empty() || l.trim().starts_with('#'));
        let message = if bare {
            "there is nothing in this file yet"
        } else {
            "this file does not say what report it is about"
        };
        let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        self.faults.add(&NO_REPORT, start..start, message).help(if bare {
            "write [report] and, below it, title = \"…\"; then an [[indicator]] with id, label, \
             unit and value"
        } else {
            "write at the top: [report] and, below it, title = \"…\""
        });
    }
}

fn nearest_name<Ix>(names: &Names<'_, Ix>, wanted: &str) -> Option<String> {
    let mut known: Vec<&str> = names.keys().map(|k| &**k).collect();
    known.sort_unstable();
    nearest(wanted, known.iter().copied())
        .or_else(|| nearest(&slug(wanted), known.into_iter()))
        .map(|near| Text::new(near).to_string())
}

/// Whether an id is words of `a` to `z` and `0` to `9` joined by single hyphens.
fn is_id(id: &str) -> bool {
    let bytes = id.as_bytes();
    let mut hyphen = true;
    for byte in bytes {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' => hyphen = false,
            b'-' if !hyphen => hyphen = true,
            _ => return false,
        }
    }
    !hyphen
}

/// The nearest well formed id; empty where nothing of it can be kept.
fn slug(raw: &str) -> String {
    let mut slug = String::new();
    for c in raw.chars().take(60).flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_words_joined_by_single_hyphens() {
        for (raw, sound, slugged) in [
            ("debt-to-russia", true, "debt-to-russia"),
            ("g7", true, "g7"),
            ("Debt to Russia!", false, "debt-to-russia"),
            ("a--b", false, "a-b"),
            ("-a", false, "a"),
            ("", false, ""),
            ("долг", false, ""),
        ] {
            assert_eq!((is_id(raw), slug(raw).as_str()), (sound, slugged), "{raw}");
        }
    }
}
