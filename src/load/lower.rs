//! From raw tables to checked types, one file for each kind of item.

mod dangling;
mod date;
mod event;
mod hedge;
mod id;
mod indicator;
mod left_out;
mod number;
mod observation;
mod parts;
mod quantity;
mod scale;
mod status;
mod top;
mod unit;
mod url;

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::lint::{Lint, Newer};
use super::reader::{Origin, Row, shifted};
use crate::diagnostic::{Faults, LineCounter, Rule};
use crate::passage::Quoted;
use crate::report::{Day, GroupIx, IndicatorIx, Report, SourceIx};
use crate::schema::{self, Key, TOP, Table};
use crate::syntax::{Broken, Node, WRONG_TYPE, kind};
use dangling::Dangling;
pub(super) use left_out::Note;

/// The rules of what cannot be read.
pub(super) const RULES: [&[Rule]; 14] = [
    dangling::RULES,
    date::RULES,
    hedge::RULES,
    id::RULES,
    indicator::RULES,
    number::RULES,
    observation::RULES,
    parts::RULES,
    quantity::RULES,
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
    /// Where the current tree was parsed.
    origin: Origin,
    /// Whether sound items of the current tree are kept; else they are only checked.
    keeps: bool,
    has_report: bool,
    /// How many indicators have been met, those left out included. `None` if that cannot be told.
    stated: Option<usize>,
    report: Report,
    lines: LineCounter<'i>,
    sources: Names<'i, SourceIx>,
    groups: Names<'i, GroupIx>,
    indicators: Names<'i, IndicatorIx>,
    /// References from one indicator to others, resolved once all indicators are known.
    related: Vec<(IndicatorIx, Cow<'i, str>, Range<usize>)>,
    /// What is a part of what, resolved with them.
    parts: Vec<(IndicatorIx, Cow<'i, str>, Range<usize>)>,
    /// Events refer to indicators, so they are read last; each with where it was parsed, and whether
    /// it is kept.
    events: Vec<(Origin, bool, Node<'i>)>,
    lint: Lint,
    /// References to what is not in the file.
    dangling: Dangling<'i>,
    /// The items that were left out.
    left_out: Vec<Note>,
}

impl<'i, 'f> Lowering<'i, 'f> {
    pub(super) fn new(text: &'i str, as_of: Day, faults: &'f mut Faults) -> Self {
        Self {
            faults,
            origin: Origin::default(),
            keeps: true,
            has_report: false,
            stated: Some(0),
            report: Report::default(),
            lines: LineCounter::new(text),
            sources: HashMap::new(),
            groups: HashMap::new(),
            indicators: HashMap::new(),
            related: Vec::new(),
            parts: Vec::new(),
            events: Vec::new(),
            lint: Lint::new(as_of),
            dangling: Dangling::default(),
            left_out: Vec::new(),
        }
    }

    /// Leaves out an item that is not valid TOML. References to it are not reported.
    pub(super) fn skip(&mut self, block: &Broken, base: usize) {
        self.origin = Origin::default();
        self.lint.is_partial = true;
        self.has_report |= block.word == Key::Report.word();
        self.state(match &*block.word {
            _ if block.is_cut => None,
            word if word == Key::Indicator.word() => Some(1),
            // What stands before all headings may be anything.
            word => TOP.fields().any(|field| field.key.word() == word).then_some(0),
        });
        let is_indicator = |item: &&(&str, _)| item.0 == Key::Indicator.word();
        self.state(Some(block.lost_items.iter().filter(is_indicator).count()));
        self.leave_out_block(block, base);
        self.dangling.is_cut |= block.is_cut;
    }

    /// Looks for other faults in what is left of an item that is not valid TOML.
    pub(super) fn check(&mut self, block: &'i Broken, base: usize) {
        let (lost, is_partial) = (block.lost, block.is_partial);
        let origin = Origin { base, lost, is_partial, is_known: true };
        if let Ok(tree) = DeTable::parse(&block.rest) {
            self.keeps = false;
            self.lower(tree.into_inner(), origin);
        }
    }

    /// Lowers the tree of the part of the text that begins at `base`, without its events.
    pub(super) fn tree(&mut self, tree: DeTable<'i>, base: usize) {
        self.keeps = true;
        self.state(match tree.get(Key::Indicator.word()).map(Spanned::get_ref) {
            None => Some(0),
            Some(DeValue::Array(list)) => Some(list.len()),
            Some(_) => None,
        });
        let is_known = |key: &str| TOP.fields().any(|field| field.key.word() == key);
        self.state(tree.keys().all(|key| is_known(key.get_ref())).then_some(0));
        self.lower(tree, Origin { base, ..Origin::default() });
    }

    /// Notes what a sound part of the file has that only TOML 1.1 allows.
    pub(super) fn newer(&mut self, newer: Newer) {
        self.lint.newer.append(newer);
    }

    /// Counts indicators of the text.
    fn state(&mut self, more: Option<usize>) {
        self.stated = self.stated.zip(more).map(|(before, more)| before + more);
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
        let others = Row::new(&TOP, 0..0, tree, origin, self.faults);
        self.keeps &= !others.has_unknown();
        self.report(report);
        self.sources(sources);
        self.groups(groups);
        self.indicators(indicators);
        self.events.extend(events.map(|events| (origin, self.keeps, events)));
    }

    /// Resolves references, and gives the warnings that need the whole file. Returns the report, how
    /// many indicators the text has, what was left out, and the words to look up in copies.
    pub(super) fn finish(mut self, text: &str) -> (Report, Option<usize>, Vec<Note>, Quoted) {
        if !self.has_report {
            self.no_report(text);
        }
        self.follow();
        self.all_events();
        self.report_dangling();
        let Self { faults, report, lint, stated, left_out, .. } = self;
        let quoted = lint.finish(&report, faults);
        (report, stated, left_out, quoted)
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

    /// Reports the series, rivals or poll of no indicator.
    fn without_indicator(&mut self, span: Range<usize>) {
        // Where the heading above is misspelt, that has been reported.
        if self.keeps {
            let help = "move it below the [[indicator]] that it belongs to";
            let message = "this part of an indicator stands below something else";
            self.faults.add(&WRONG_TYPE, span, message).help(help);
        }
    }
}

/// Whether a table of indicators has only what stands below headings of its own.
fn is_part(table: &DeTable<'_>) -> bool {
    let parts = [Key::Series, Key::Rival, Key::Target, Key::Poll];
    table.keys().all(|key| parts.iter().any(|part| part.word() == key.get_ref()))
}
