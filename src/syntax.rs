//! Text that is not TOML: what is wrong with it in plain words, and what can still be read.
//!
//! The parser recovers from errors by guessing. It keeps the 8 of `8,000`, it drops the rest of
//! the file after a line without `=`, and an unclosed list takes in everything that follows. A
//! guessed figure must never be shown, and one error must not hide the others. So each item with
//! an error in it is replaced by spaces, and the text is parsed again until there are no errors
//! left.

mod blocks;
mod depth;
mod explain;
mod figure;
mod heading;
mod line;
mod node;
mod rule;
mod values;

use std::collections::HashSet;
use std::ops::Range;

use toml::de::{DeTable, Error};

use crate::diagnostic::Faults;
use blocks::Blocks;
pub(crate) use blocks::parts;
use depth::too_deep;
pub(crate) use explain::{Fix, explain as in_plain_words, unclosed};
pub(crate) use figure::help as figure_help;
pub(crate) use node::{Node, is_bare_key, kind};
pub(crate) use rule::{DUPLICATE_ID, NOT_TOML, RULES, WRONG_TYPE};

/// After this many passes all errors are handled at once, so that the loop ends soon.
const CAREFUL_PASSES: usize = 8;
const PASSES: usize = 24;

/// The text with its broken items replaced by spaces, so that it parses without an error, and
/// what was replaced.
///
/// Byte positions and line numbers stay as they were.
pub(crate) fn recover<'t>(text: &'t str, faults: &mut Faults) -> (String, Skipped<'t>) {
    let sound = sound_part(text, faults);
    let skipped = blocks::skipped(text, &sound);
    (sound, skipped)
}

/// What was replaced by spaces. A reference to something in it is not reported as dangling.
#[derive(Debug, Default)]
pub(crate) struct Skipped<'t> {
    /// Whether anything was replaced.
    pub(crate) any: bool,
    /// Whether the report was replaced.
    pub(crate) report: bool,
    /// The ids and source keys in it.
    pub(crate) names: HashSet<&'t str>,
}

/// Whether a dotted key of the text has more parts than the parser can take without overflowing the
/// stack.
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
        if repair.pass(pass < CAREFUL_PASSES, faults) {
            return repair.text;
        }
    }
    repair.give_up()
}

struct Repair<'t> {
    original: &'t str,
    text: String,
    blocks: Blocks,
}

/// An error of the parser with its position.
struct ParseError {
    span: Range<usize>,
    message: String,
}

impl<'t> Repair<'t> {
    fn new(original: &'t str) -> Self {
        Self { original, text: original.to_owned(), blocks: Blocks::of(original) }
    }

    fn pass(&mut self, careful: bool, faults: &mut Faults) -> bool {
        let (tree, errors) = DeTable::parse_recoverable(&self.text);
        let errors = placed(errors, self.text.len());
        let runaway = values::runaway(tree.get_ref(), &self.blocks, &self.text, &|value| {
            self.is_without_end(value, &errors)
        });
        if errors.is_empty() && runaway.is_none() {
            return true;
        }
        let single = heading::single(&self.text, &self.blocks, &errors);
        if careful && !single.is_empty() {
            drop(tree);
            self.one_bracket(single, faults);
            return false;
        }
        let mut end = runaway.as_ref().map_or(usize::MAX, |s| s.start);
        if careful
            && let Some(bare) = errors.iter().find(|e| e.message.starts_with("key with no value"))
        {
            // The parser drops the rest of the file here, so its errors after this item mean
            // nothing.
            end = end.min(self.blocks.around(bare.span.start).end);
        }
        let lists = values::lists(tree.get_ref(), &self.text);
        drop(tree);
        let taken: Vec<&ParseError> = errors.iter().filter(|e| e.span.start < end).collect();
        let mut reported = Reported { line: None, twice: None, list: None };
        for error in &taken {
            reported.report(self, error, &lists, faults);
        }
        let mut blank: Vec<usize> = taken.iter().map(|e| e.span.start).collect();
        if let Some(open) = runaway
            && (taken.is_empty() || open.start < end || end == open.start)
        {
            let own = open.start..open.end.min(self.blocks.around(open.start).end);
            let inside = explain::in_braces(self.original, &own);
            if inside.is_empty() {
                unclosed(self.original, open.clone()).add(faults);
            }
            for fix in inside {
                fix.add(faults);
            }
            blank.push(open.start);
        }
        for at in blank {
            self.blank(at);
        }
        false
    }

    /// Leaves out the items under headings with one bracket, and the items that they are in.
    fn one_bracket(&mut self, single: Vec<(Range<usize>, &str)>, faults: &mut Faults) {
        for (span, name) in single {
            let block = self.blocks.around(span.start);
            blank(&mut self.text, &block);
            faults
                .add(&WRONG_TYPE, span, format!("[[{name}]] has two brackets on each side"))
                .help(format!("write [[{name}]] above each of them; there may be several"));
        }
    }

    /// Whether a value that goes past a heading has lost its end; a text may contain a heading.
    fn is_without_end(&self, value: &Range<usize>, errors: &[ParseError]) -> bool {
        let is_cut = self.text.get(value.clone()) != self.original.get(value.clone());
        let is_text = self.original.get(value.clone()).is_some_and(|v| v.starts_with(['"', '\'']));
        // A text that ends where another should begin leaves an error behind it.
        let behind =
            value.end.saturating_sub(3)..self.blocks.around(value.end).end.max(value.end) + 1;
        let has_error = || errors.iter().any(|e| behind.contains(&e.span.start));
        is_cut || (!errors.is_empty() && (!is_text || has_error()))
    }

    /// Blanks the item around a position, and the item before it if the position is the first of
    /// the item and not an error of its heading.
    fn blank(&mut self, at: usize) {
        let block = self.blocks.around(at);
        blank(&mut self.text, &block);
        if at == block.start && at > 0 && !self.blocks.is_heading(self.original, at) {
            let before = self.blocks.around(at - 1);
            blank(&mut self.text, &before);
        }
    }

    /// Keeps only the items before the first remaining error.
    fn give_up(mut self) -> String {
        let (_, errors) = DeTable::parse_recoverable(&self.text);
        if let Some(first) = placed(errors, self.text.len()).first() {
            let start = self.blocks.around(first.span.start.saturating_sub(1)).start;
            let end = self.text.len();
            blank(&mut self.text, &(start..end));
        }
        let (tree, errors) = DeTable::parse_recoverable(&self.text);
        let runs_away =
            values::runaway(tree.get_ref(), &self.blocks, &self.text, &|_| true).is_some();
        if errors.is_empty() && !runs_away { self.text.clone() } else { String::new() }
    }
}

/// Errors in the order of the text; one without a position goes to the start.
fn placed(errors: Vec<Error>, len: usize) -> Vec<ParseError> {
    let mut placed: Vec<ParseError> = errors
        .into_iter()
        .map(|e| {
            let span = e.span().unwrap_or(0..0);
            let start = span.start.min(len);
            ParseError { span: start..span.end.clamp(start, len), message: e.message().to_owned() }
        })
        .collect();
    placed.sort_by_key(|f| f.span.start);
    if placed.len() > 1 {
        placed.retain(|f| f.message != "recursion limit");
    }
    placed
}

/// Replaces a part by one space for each byte, so that positions do not change.
pub(crate) fn blank(text: &mut String, span: &Range<usize>) {
    let Some(item) = text.get(span.clone()) else { return };
    // A lone carriage return is itself an error.
    let spaces: String = item.bytes().map(|b| if b == b'\n' { '\n' } else { ' ' }).collect();
    text.replace_range(span.clone(), &spaces);
}

/// What has been reported in this pass, so that one mistake is reported once.
struct Reported {
    line: Option<Range<usize>>,
    /// The item whose heading is a duplicate; its keys are duplicates too.
    twice: Option<usize>,
    list: Option<usize>,
}

impl Reported {
    fn report(
        &mut self,
        repair: &Repair<'_>,
        error: &ParseError,
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
        if let Some((fix, end)) = explain::over_lines(text, at) {
            self.line = self.line.take().map(|line| line.start..end);
            fix.add(faults);
            return;
        }
        let inside = list.map_or_else(Vec::new, |l| explain::in_braces(text, l));
        if !inside.is_empty() {
            for fix in inside {
                fix.add(faults);
            }
            return;
        }
        match list.filter(|l| explain::is_unclosed(text, l)) {
            Some(open) => unclosed(text, open.clone()).add(faults),
            None => explain::explain(text, error.span.clone(), &error.message).add(faults),
        }
    }
}

impl Fix {
    fn add(self, faults: &mut Faults) {
        faults.add(&NOT_TOML, self.span, self.message).help(self.help);
    }
}

/// Beyond this many errors the position of the first of two duplicates is not looked for.
const PAIRED: usize = 500;

fn duplicate(text: &str, error: &ParseError, item: usize, faults: &mut Faults) {
    let is_paired = faults.errors() < PAIRED;
    let word = text.get(error.span.clone()).unwrap_or("");
    let line = line::around(text, error.span.start);
    let content = text.get(line.clone()).unwrap_or("").trim_start();
    let quoted = crate::diagnostic::quoted(word);
    let fault = if content.starts_with("[source") {
        let message = format!("the source {quoted} is defined twice");
        faults
            .add(&DUPLICATE_ID, error.span.clone(), message)
            .help("the second is left out; give it another key")
    } else if content.starts_with('[') {
        let message =
            format!("the heading {} appears twice", crate::diagnostic::quoted(content.trim_end()));
        faults.add(&NOT_TOML, error.span.clone(), message).help(
            "put all its keys under the first; [[group]], [[indicator]] and [[event]] have two brackets",
        )
    } else {
        let message = format!("{quoted} appears twice in this item");
        faults
            .add(&NOT_TOML, error.span.clone(), message)
            .help("it is unclear which one is meant: keep one of them")
    };
    let places = (item, error.span.start);
    if is_paired && let Some(first) = blocks::first_mention(text, word, content, places) {
        fault.related(first, "first here");
    }
}
