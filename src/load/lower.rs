//! From raw tables to checked types, one file for each kind of item.

mod dangling;
mod date;
mod event;
mod indicator;
mod number;
mod observation;
mod top;
mod url;

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::lint::Lint;
use super::reader::{Origin, Row, shifted};
use crate::diagnostic::{Faults, LineCounter, quoted};
use crate::load::rule::errors::{BAD_ID, NO_REPORT};
use crate::report::{Day, GroupIx, IndicatorIx, Report, SourceIx};
use crate::schema::{self, Key, Table};
use crate::syntax::{Broken, DUPLICATE_ID, NOT_TOML, Node, WRONG_TYPE, kind};
use dangling::Dangling;

/// Names of items, each with where it is first defined.
type Names<'i, Ix> = HashMap<Cow<'i, str>, (Ix, Range<usize>)>;

/// The state while a file is lowered.
pub(super) struct Lowering<'i, 'f> {
    pub(super) faults: &'f mut Faults,
    /// Where the current tree was parsed.
    origin: Origin,
    /// Whether sound items of the current tree are kept; else they are only checked.
    keeps: bool,
    has_report: bool,
    report: Report,
    lines: LineCounter<'i>,
    sources: Names<'i, SourceIx>,
    groups: Names<'i, GroupIx>,
    indicators: Names<'i, IndicatorIx>,
    /// References from one indicator to others, resolved once all indicators are known.
    related: Vec<(IndicatorIx, Cow<'i, str>, Range<usize>)>,
    /// Events refer to indicators, so they are read last; each with where it was parsed, and whether
    /// it is kept.
    events: Vec<(Origin, bool, Node<'i>)>,
    lint: Lint,
    /// References to what is not in the file.
    dangling: Dangling<'i>,
}

impl<'i, 'f> Lowering<'i, 'f> {
    pub(super) fn new(text: &'i str, as_of: Day, faults: &'f mut Faults) -> Self {
        Self {
            faults,
            origin: Origin::default(),
            keeps: true,
            has_report: false,
            report: Report::default(),
            lines: LineCounter::new(text),
            sources: HashMap::new(),
            groups: HashMap::new(),
            indicators: HashMap::new(),
            related: Vec::new(),
            events: Vec::new(),
            lint: Lint::new(as_of),
            dangling: Dangling::default(),
        }
    }

    /// Leaves out an item that is not valid TOML. References to it are not reported.
    pub(super) fn skip(&mut self, block: &Broken) {
        self.lint.is_partial = true;
        self.has_report |= block.word == Key::Report.word();
        self.dangling.leave_out(&block.word, block.name.as_deref().unwrap_or_default());
        self.dangling.is_cut |= block.is_cut;
    }

    /// Looks for other faults in what is left of an item that is not valid TOML.
    pub(super) fn check(&mut self, block: &'i Broken, base: usize) {
        let origin = Origin { base, lost: block.lost, is_partial: block.is_partial };
        if let Ok(tree) = DeTable::parse(&block.rest) {
            self.keeps = false;
            self.lower(tree.into_inner(), origin);
        }
    }

    /// Lowers the tree of the part of the text that begins at `base`, without its events.
    pub(super) fn tree(&mut self, tree: DeTable<'i>, base: usize) {
        self.keeps = true;
        self.lower(tree, Origin { base, ..Origin::default() });
    }

    fn lower(&mut self, mut tree: DeTable<'i>, origin: Origin) {
        self.origin = origin;
        self.lines.begin(origin.base);
        let report = tree.remove(Key::Report.word());
        let sources = tree.remove(Key::Source.word());
        let groups = tree.remove(Key::Group.word());
        let indicators = tree.remove(Key::Indicator.word());
        let events = tree.remove(Key::Event.word());
        // Other keys are unknown, and are reported by this. One of them may be the misspelt heading
        // of a part of the item, which must not be shown without it.
        let others = Row::new(&schema::TOP, 0..0, tree, origin, self.faults);
        self.keeps &= !others.has_unknown();
        self.report(report);
        self.sources(sources);
        self.groups(groups);
        self.indicators(indicators);
        self.events.extend(events.map(|events| (origin, self.keeps, events)));
    }

    /// Resolves references, and gives the warnings that need the whole file.
    pub(super) fn finish(mut self, text: &str) -> Report {
        if !self.has_report {
            self.no_report(text);
        }
        self.follow();
        self.all_events();
        self.report_dangling();
        let Self { faults, report, lint, .. } = self;
        lint.finish(&report, faults);
        report
    }
}

impl<'i> Lowering<'i, '_> {
    /// The tables of an array of tables, in the order of the file.
    fn tables(&mut self, table: &'static Table, node: Option<Node<'i>>) -> Vec<Node<'i>> {
        let Some(node) = node else { return Vec::new() };
        let span = shifted(node.span(), self.origin.base);
        match node.into_inner() {
            DeValue::Array(list) => list.into_iter().collect(),
            other => {
                self.lint.is_partial = true;
                self.dangling.leave_out(table.name, "");
                let heading = table.heading;
                let name = heading.trim_matches(['[', ']']);
                let message = match other {
                    DeValue::Table(own)
                        if table.name == schema::INDICATOR.name && is_part(&own) =>
                    {
                        self.without_indicator(span);
                        return Vec::new();
                    }
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
        let span = shifted(node.span(), self.origin.base);
        match node.into_inner() {
            DeValue::Table(map) => Some(Row::new(table, span, map, self.origin, self.faults)),
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
        let id = self.well_formed(row);
        if id.is_none() {
            self.dangling.leave_out(row.table.name, "");
        }
        id
    }

    fn well_formed(&mut self, row: &mut Row<'i>) -> Option<Cow<'i, str>> {
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
        let word = if name == Key::Source.word() { "key" } else { "id" };
        let message = format!("the {name} {word} {} appears twice", quoted(id));
        self.faults
            .add(&DUPLICATE_ID, at, message)
            .help(format!("the second is left out; give it another {word}"))
            .related(first, "first here");
    }

    /// The group that a row names.
    fn group(&mut self, row: &mut Row<'i>) -> Option<GroupIx> {
        let id = row.raw(Key::Group, self.faults)?;
        let ix = self.dangling.find("group", &self.groups, id, row.at(Key::Group))?;
        self.lint.group_used(ix);
        Some(ix)
    }

    /// The source that a row cites.
    fn source(&mut self, row: &mut Row<'i>) -> Option<SourceIx> {
        let key = row.raw(Key::Source, self.faults)?;
        let ix = self.dangling.find("source", &self.sources, key, row.at(Key::Source))?;
        self.lint.source_used(ix);
        Some(ix)
    }

    /// The indicator of an id.
    fn indicator_of(&mut self, id: Cow<'i, str>, at: Range<usize>) -> Option<IndicatorIx> {
        self.dangling.find("indicator", &self.indicators, id, at)
    }

    /// Reports the series, rivals or poll of no indicator.
    fn without_indicator(&mut self, span: Range<usize>) {
        // Where the heading above is misspelt, that has been reported.
        if self.keeps {
            let help = "move it below the [[indicator]] that it belongs to";
            let message = "this part of an indicator stands below something else";
            self.faults.add(&WRONG_TYPE, span, message).help(help);
        }
    }

    fn no_report(&mut self, text: &str) {
        // Where the text is broken, the error may be in the heading of the report.
        if self.faults.has(&NOT_TOML) {
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

/// Whether a table of indicators has only what stands below headings of its own.
fn is_part(table: &DeTable<'_>) -> bool {
    let parts = [Key::Series, Key::Rival, Key::Poll];
    table.keys().all(|key| parts.iter().any(|part| part.word() == key.get_ref()))
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
