//! From raw tables to checked types, one file for each kind of item.

mod date;
mod event;
mod hedge;
mod id;
mod indicator;
mod number;
mod observation;
mod quantity;
mod reference;
mod scale;
mod status;
mod top;
mod unit;
mod url;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::lint::Lint;
use super::reader::{Row, shifted};
use crate::diagnostic::{Faults, LineCounter, Rule};
use crate::report::{Day, GroupIx, IndicatorIx, Report, SourceIx};
use crate::schema::{self, Key, Table};
use crate::syntax::{Node, Skipped, WRONG_TYPE, kind};
use reference::COMPARISONS;

/// The rules of what cannot be read.
pub(super) const RULES: [&[Rule]; 12] = [
    date::RULES,
    hedge::RULES,
    id::RULES,
    indicator::RULES,
    number::RULES,
    quantity::RULES,
    reference::RULES,
    scale::RULES,
    status::RULES,
    top::RULES,
    unit::RULES,
    url::RULES,
];

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
}
