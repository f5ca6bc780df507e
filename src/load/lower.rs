//! From raw tables to checked types, one file for each kind of item.

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
use super::reader::{Row, shifted};
use crate::diagnostic::{Faults, LineCounter, nearest, quoted};
use crate::load::rule::errors::{BAD_ID, DANGLING, NO_REPORT};
use crate::report::{Day, GroupIx, IndicatorIx, Report, SourceIx, Text};
use crate::schema::{self, Key, Table};
use crate::syntax::{DUPLICATE_ID, NOT_TOML, Node, Skipped, WRONG_TYPE, kind};

/// How many names are compared to find what a wrong reference was meant to be; then no more are
/// proposed, so that a broken file does not take long.
const COMPARISONS: usize = 1_000_000;

/// Names of items, each with where it is first defined.
type Names<'i, Ix> = HashMap<Cow<'i, str>, (Ix, Range<usize>)>;

/// The state while a file is lowered.
pub(super) struct Lowering<'i, 'f> {
    pub(super) faults: &'f mut Faults,
    /// Where the current part of the text begins.
    base: usize,
    pub(super) has_report: bool,
    report: Report,
    lines: LineCounter<'i>,
    sources: Names<'i, SourceIx>,
    groups: Names<'i, GroupIx>,
    indicators: Names<'i, IndicatorIx>,
    /// References from one indicator to others, resolved once all indicators are known.
    related: Vec<(IndicatorIx, Cow<'i, str>, Range<usize>)>,
    /// Events refer to indicators, so they are read last; each with the base of its spans.
    events: Vec<(usize, Node<'i>)>,
    lint: Lint,
    comparisons: usize,
    /// What was left out because of syntax errors.
    skipped: Skipped<'i>,
    /// The ids of items that were left out for other faults.
    left_out: HashSet<Cow<'i, str>>,
}

/// Lowers a tree that was parsed from `text` without errors.
pub(super) fn lower<'i>(
    tree: DeTable<'i>,
    text: &'i str,
    as_of: Day,
    skipped: Skipped<'i>,
    faults: &mut Faults,
) -> Report {
    let mut lowering = Lowering::new(text, as_of, skipped, faults);
    lowering.tree(tree, 0);
    lowering.finish(text)
}

impl<'i, 'f> Lowering<'i, 'f> {
    pub(super) fn new(
        text: &'i str,
        as_of: Day,
        skipped: Skipped<'i>,
        faults: &'f mut Faults,
    ) -> Self {
        Self {
            faults,
            base: 0,
            has_report: false,
            report: Report::default(),
            lines: LineCounter::new(text),
            sources: HashMap::new(),
            groups: HashMap::new(),
            indicators: HashMap::new(),
            related: Vec::new(),
            events: Vec::new(),
            lint: Lint::new(as_of, skipped.any),
            comparisons: COMPARISONS,
            skipped,
            left_out: HashSet::new(),
        }
    }

    /// Lowers the tree of the part of the text that begins at `base`, without its events.
    pub(super) fn tree(&mut self, mut tree: DeTable<'i>, base: usize) {
        self.base = base;
        self.lines.begin(base);
        let report = tree.remove(Key::Report.word());
        let sources = tree.remove(Key::Source.word());
        let groups = tree.remove(Key::Group.word());
        let indicators = tree.remove(Key::Indicator.word());
        let events = tree.remove(Key::Event.word());
        // Other keys are unknown, and are reported by this.
        let _ = Row::new(&schema::TOP, 0..0, tree, base, self.faults);
        self.report(report);
        self.sources(sources);
        self.groups(groups);
        self.indicators(indicators);
        self.events.extend(events.map(|events| (base, events)));
    }

    /// Resolves references, and gives the warnings that need the whole file.
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
    /// The tables of an array of tables, in the order of the file.
    fn tables(&mut self, table: &'static Table, node: Option<Node<'i>>) -> Vec<Node<'i>> {
        let Some(node) = node else { return Vec::new() };
        let span = node.span();
        match node.into_inner() {
            DeValue::Array(list) => list.into_iter().collect(),
            other => {
                self.lint.is_partial = true;
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

    /// An element of such an array.
    fn row(&mut self, table: &'static Table, node: Node<'i>) -> Option<Row<'i>> {
        let span = shifted(node.span(), self.base);
        match node.into_inner() {
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

    /// The id of a row, if it is well formed.
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
        let message = format!("the {name} id {} appears twice", quoted(id));
        self.faults
            .add(&DUPLICATE_ID, at, message)
            .help("the second is left out; give it another id")
            .related(first, "first here");
    }

    /// The group that a row names.
    fn group(&mut self, row: &mut Row<'i>) -> Option<GroupIx> {
        let id = row.raw(Key::Group, self.faults)?;
        let add = "add a [[group]] with this id";
        let ix = self.find("group", |me| &me.groups, &id, row.at(Key::Group), add)?;
        self.lint.group_used(ix);
        Some(ix)
    }

    /// The source that a row cites.
    fn source(&mut self, row: &mut Row<'i>) -> Option<SourceIx> {
        let key = row.raw(Key::Source, self.faults)?;
        let add = format!("add a heading [source.{}]", slug(&key));
        let ix = self.find("source", |me| &me.sources, &key, row.at(Key::Source), &add)?;
        self.lint.source_used(ix);
        Some(ix)
    }

    /// The indicator of an id.
    fn indicator_of(&mut self, id: &str, at: Range<usize>) -> Option<IndicatorIx> {
        let add = "give the id of an [[indicator]] of this file";
        self.find("indicator", |me| &me.indicators, id, at, add)
    }

    /// What a reference refers to; reported where there is nothing of that name.
    fn find<Ix: Copy>(
        &mut self,
        kind: &str,
        names: impl Fn(&Self) -> &Names<'i, Ix>,
        name: &str,
        at: Range<usize>,
        add: &str,
    ) -> Option<Ix> {
        if let Some((ix, _)) = names(self).get(name) {
            return Some(*ix);
        }
        // It is in the file, and its own fault has been reported.
        if self.skipped.names.contains(name) || self.left_out.contains(name) {
            return None;
        }
        let left = self.comparisons.checked_sub(names(self).len());
        self.comparisons = left.unwrap_or(self.comparisons);
        let near = left.and_then(|_| nearest_name(names(self), name));
        let help = near.map_or_else(|| add.to_owned(), |near| format!("did you mean '{near}'?"));
        let message = format!("there is no {kind} {}", quoted(name));
        self.faults.add(&DANGLING, at, message).help(help);
        None
    }

    fn no_report(&mut self, text: &str) {
        // Where the text is broken, the error may be in the heading of the report.
        if self.skipped.report || self.faults.has(&NOT_TOML) {
            return;
        }
        let content = text.trim_start_matches('\u{feff}').lines();
        let bare = content.clone().all(|l| l.trim().is_empty() || l.trim().starts_with('#'));
        let message = if bare {
            "there is nothing in this file yet"
        } else {
            "this file does not say what report it is about"
        };
        let start = text.len() - text.trim_start_matches('\u{feff}').len();
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

/// Whether an id is words of `a` to `z` and `0` to `9`, joined by single hyphens.
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

/// The nearest well formed id; empty where nothing can be kept.
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
