//! Text that is not TOML: faults in plain words, and what can still be read.
//!
//! The parser recovers from errors by guessing: of `8,000` it keeps 8, a line without `=` it
//! drops together with the rest of the file, an unclosed list swallows all that follows. A
//! guessed figure must never be shown, and one fault must not hide the others. So every item
//! in which an error lies is blanked out, with spaces, and the text is parsed again until
//! nothing is left to guess: what survives has been read without a single error.

mod blocks;
mod depth;
mod explain;
mod figure;
mod heading;
mod kind;
mod line;
mod rule;
mod values;

use std::collections::HashSet;
use std::ops::Range;

use toml::de::{DeTable, Error};

use crate::diagnostic::Faults;
use blocks::Blocks;
pub(crate) use blocks::parts;
use depth::too_deep;
pub(crate) use explain::{Mend, explain as in_plain_words, unclosed};
pub(crate) use figure::help as figure_help;
pub(crate) use kind::kind;
pub(crate) use rule::{DUPLICATE_ID, NOT_TOML, WRONG_TYPE};

/// After this many passes all errors are taken at once, so that no file is read for ever.
const CAREFUL_PASSES: usize = 8;
const PASSES: usize = 24;

/// Text that parses without an error: the given one with the broken items blanked out.
///
/// Byte positions and line numbers stay as they were.
pub(crate) fn mend<'t>(text: &'t str, faults: &mut Faults) -> (String, Lost<'t>) {
    let mended = sound_part(text, faults);
    let lost = blocks::lost(text, &mended);
    (mended, lost)
}

/// What was blanked out: its absence is no fault of what refers to it.
#[derive(Debug, Default)]
pub(crate) struct Lost<'t> {
    /// Whether anything was.
    pub(crate) any: bool,
    /// Whether the report was.
    pub(crate) report: bool,
    /// The ids and source keys that stand in it.
    pub(crate) names: HashSet<&'t str>,
}

/// Whether a key of the text has so many parts that the parser is not to see it.
pub(crate) fn is_too_deep(text: &str) -> bool {
    !too_deep(text).is_empty()
}

fn sound_part(text: &str, faults: &mut Faults) -> String {
    let mut repair = Repair::new(text);
    for span in too_deep(text) {
        faults
            .add(&NOT_TOML, span.clone(), "a key of more than 200 parts")
            .help("keys are single words; remove the dots");
        repair.blank(span.start);
    }
    for pass in 0..PASSES {
        if repair.pass(pass < CAREFUL_PASSES, faults) == Progress::Done {
            return repair.text;
        }
    }
    repair.give_up()
}

#[derive(PartialEq, Eq)]
enum Progress {
    Done,
    Again,
}

struct Repair<'t> {
    original: &'t str,
    text: String,
    blocks: Blocks,
}

/// An error of the parser with a place.
struct Fault {
    span: Range<usize>,
    message: String,
}

impl<'t> Repair<'t> {
    fn new(original: &'t str) -> Self {
        Self { original, text: original.to_owned(), blocks: Blocks::of(original) }
    }

    fn pass(&mut self, careful: bool, faults: &mut Faults) -> Progress {
        let (tree, errors) = DeTable::parse_recoverable(&self.text);
        let errors = placed(errors, self.text.len());
        let swallower = values::swallower(tree.get_ref(), &self.blocks, &self.text, &|value| {
            self.is_without_end(value, &errors)
        });
        if errors.is_empty() && swallower.is_none() {
            return Progress::Done;
        }
        let single = heading::single(&self.text, &self.blocks, &errors);
        if careful && !single.is_empty() {
            drop(tree);
            self.one_bracket(single, faults);
            return Progress::Again;
        }
        let mut end = swallower.as_ref().map_or(usize::MAX, |s| s.start);
        if careful
            && let Some(lost) = errors.iter().find(|e| e.message.starts_with("key with no value"))
        {
            // The parser drops the rest of the file here: what it says of it is not to be trusted.
            end = end.min(self.blocks.around(lost.span.start).end);
        }
        let lists = values::lists(tree.get_ref(), &self.text);
        drop(tree);
        let taken: Vec<&Fault> = errors.iter().filter(|e| e.span.start < end).collect();
        let mut reported = Reported { line: None, twice: None, list: None };
        for error in &taken {
            reported.report(self, error, &lists, faults);
        }
        let mut blank: Vec<usize> = taken.iter().map(|e| e.span.start).collect();
        if let Some(open) = swallower
            && (taken.is_empty() || open.start < end || end == open.start)
        {
            let own = open.start..open.end.min(self.blocks.around(open.start).end);
            let inside = explain::in_braces(self.original, &own);
            if inside.is_empty() {
                unclosed(self.original, open.clone()).add(faults);
            }
            for mend in inside {
                mend.add(faults);
            }
            blank.push(open.start);
        }
        for at in blank {
            self.blank(at);
        }
        Progress::Again
    }

    /// Leaves out the items under single brackets, and what they are in.
    fn one_bracket(&mut self, single: Vec<(Range<usize>, &str)>, faults: &mut Faults) {
        for (span, name) in single {
            let block = self.blocks.around(span.start);
            blank(&mut self.text, &block);
            faults
                .add(&WRONG_TYPE, span, format!("[[{name}]] has two brackets on each side"))
                .help(format!("write [[{name}]] above each of them; there may be several"));
        }
    }

    /// Whether a value that reaches over a heading was not meant to: a text may well hold one.
    fn is_without_end(&self, value: &Range<usize>, errors: &[Fault]) -> bool {
        let is_cut = self.text.get(value.clone()) != self.original.get(value.clone());
        let is_text = self.original.get(value.clone()).is_some_and(|v| v.starts_with(['"', '\'']));
        // A text that ends where another should begin leaves something unreadable behind.
        let wake =
            value.end.saturating_sub(3)..self.blocks.around(value.end).end.max(value.end) + 1;
        let has_wake = || errors.iter().any(|e| wake.contains(&e.span.start));
        is_cut || (!errors.is_empty() && (!is_text || has_wake()))
    }

    /// Blanks the item around a place, and the one before where the place is its very edge.
    fn blank(&mut self, at: usize) {
        let block = self.blocks.around(at);
        blank(&mut self.text, &block);
        if at == block.start && at > 0 && !self.blocks.is_heading(self.original, at) {
            let before = self.blocks.around(at - 1);
            blank(&mut self.text, &before);
        }
    }

    /// Keeps only what stands before the first error that is left.
    fn give_up(mut self) -> String {
        let (_, errors) = DeTable::parse_recoverable(&self.text);
        if let Some(first) = placed(errors, self.text.len()).first() {
            let start = self.blocks.around(first.span.start.saturating_sub(1)).start;
            let end = self.text.len();
            blank(&mut self.text, &(start..end));
        }
        let (tree, errors) = DeTable::parse_recoverable(&self.text);
        let swallowed =
            values::swallower(tree.get_ref(), &self.blocks, &self.text, &|_| true).is_some();
        if errors.is_empty() && !swallowed { self.text.clone() } else { String::new() }
    }
}

/// Errors in the order of the text; one without a place stands at the start.
fn placed(errors: Vec<Error>, len: usize) -> Vec<Fault> {
    let mut placed: Vec<Fault> = errors
        .into_iter()
        .map(|e| {
            let span = e.span().unwrap_or(0..0);
            let start = span.start.min(len);
            Fault { span: start..span.end.clamp(start, len), message: e.message().to_owned() }
        })
        .collect();
    placed.sort_by_key(|f| f.span.start);
    if placed.len() > 1 {
        placed.retain(|f| f.message != "recursion limit");
    }
    placed
}

fn blank(text: &mut String, span: &Range<usize>) {
    let Some(item) = text.get(span.clone()) else {
        return;
    };
    // Of each character as many spaces as it has bytes, so that no place moves.
    let spaces: String = item
        .bytes()
        .map(|b| if matches!(b, b'\n' | b'\r') { char::from(b) } else { ' ' })
        .collect();
    // A lone carriage return is itself an error.
    let spaces = spaces.replace("\r\n", " \n").replace('\r', " ");
    text.replace_range(span.clone(), &spaces);
}

/// What has been reported in this pass, so that one slip is reported once.
struct Reported {
    line: Option<Range<usize>>,
    /// The item whose heading stands twice; then of course its keys do too.
    twice: Option<usize>,
    list: Option<usize>,
}

impl Reported {
    fn report(
        &mut self,
        repair: &Repair<'_>,
        error: &Fault,
        lists: &[Range<usize>],
        faults: &mut Faults,
    ) {
        let (text, at) = (repair.original, error.span.start);
        let same_line = self.line.as_ref().is_some_and(|l| (l.start..=l.end).contains(&at));
        let block = repair.blocks.around(at).start;
        if same_line || self.twice == Some(block) {
            return;
        }
        let before = lists.partition_point(|l| l.start <= at);
        let list = lists.get(before.wrapping_sub(1)).filter(|l| (l.start..=l.end).contains(&at));
        if list.is_some() && list.map(|l| l.start) == self.list {
            return;
        }
        let line = line::around(text, at);
        let begins_item = line.start == block;
        self.line = Some(line);
        self.list = list.map(|l| l.start);
        if error.message.starts_with("duplicate key") {
            self.twice = begins_item.then_some(block);
            duplicate(text, error, block, faults);
            return;
        }
        if let Some((mend, end)) = explain::over_lines(text, at) {
            self.line = self.line.take().map(|line| line.start..end);
            mend.add(faults);
            return;
        }
        let inside = list.map_or_else(Vec::new, |l| explain::in_braces(text, l));
        if !inside.is_empty() {
            for mend in inside {
                mend.add(faults);
            }
            return;
        }
        match list.filter(|l| explain::is_unclosed(text, l)) {
            Some(open) => unclosed(text, open.clone()).add(faults),
            None => explain::explain(text, error.span.clone(), &error.message).add(faults),
        }
    }
}

impl Mend {
    fn add(self, faults: &mut Faults) {
        faults.add(&NOT_TOML, self.span, self.message).help(self.help);
    }
}

/// Beyond so many errors nobody asks where the first of two stood.
const PAIRED: usize = 500;

fn duplicate(text: &str, error: &Fault, item: usize, faults: &mut Faults) {
    let is_paired = faults.errors() < PAIRED;
    let word = text.get(error.span.clone()).unwrap_or("");
    let line = line::around(text, error.span.start);
    let content = text.get(line.clone()).unwrap_or("").trim_start();
    let quoted = crate::diagnostic::quoted(word);
    let fault = if content.starts_with("[source") {
        let message = format!("the source {quoted} stands twice");
        faults
            .add(&DUPLICATE_ID, error.span.clone(), message)
            .help("the second is left out; give it another key")
    } else if content.starts_with('[') {
        let message =
            format!("the heading {} stands twice", crate::diagnostic::quoted(content.trim_end()));
        faults.add(&NOT_TOML, error.span.clone(), message).help(
            "put all its keys under the first; [[group]], [[indicator]] and [[event]] have two brackets",
        )
    } else {
        let message = format!("{quoted} stands twice in this item");
        faults
            .add(&NOT_TOML, error.span.clone(), message)
            .help("which of the two is meant cannot be known: keep one")
    };
    let places = (item, error.span.start);
    if is_paired && let Some(first) = blocks::first_mention(text, word, content, places) {
        fault.related(first, "first here");
    }
}
