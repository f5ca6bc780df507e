use toml::de::DeTable;

use super::blocks::Block;
use super::elements::elements;
use super::explain::{Fix, clash, explain, heading_twice};
use super::heading::Heading;
use super::line::blank;
use super::lost::{self, Lost};
use super::scan::{Kind, Statement, statements};
use super::{depth, is_bare_key};
use crate::schema::Key;

/// The most faults that are reported of one item.
const MOST: usize = 20;

/// An item that is not valid TOML.
#[derive(Debug, Default)]
pub(crate) struct Broken {
    /// What is wrong, with positions in the whole text.
    pub(crate) fixes: Vec<Fix>,
    /// The item with spaces in place of what cannot be read; empty where its heading cannot be
    /// read. It is checked for other faults, and never shown.
    pub(crate) rest: String,
    /// The keys whose values cannot be read, as a set of bits.
    pub(crate) lost: u64,
    /// Whether there are lines that cannot be read, so that any key may be in them.
    pub(crate) is_partial: bool,
    /// The first word of its heading.
    pub(crate) word: String,
    /// Its id or its key, if that can be read.
    pub(crate) name: Option<String>,
    /// The items that have lost their headings, by the first word of those and by id.
    pub(crate) lost_items: Vec<(&'static str, String)>,
    /// Whether the text ends in the middle of it, so that more may be missing.
    pub(crate) is_cut: bool,
}

/// The tree of a block, with positions from the start of the block.
///
/// # Errors
/// What is wrong and what is left of it, if it is not valid TOML.
pub(crate) fn parse<'t>(text: &'t str, block: &Block<'_>) -> Result<DeTable<'t>, Box<Broken>> {
    let own = text.get(block.span.clone()).unwrap_or("");
    if block.first.is_none()
        && !depth::is_too_deep(own)
        && let Ok(tree) = DeTable::parse(own)
    {
        return Ok(tree.into_inner());
    }
    let mut broken = Broken { rest: own.to_owned(), ..Broken::default() };
    let all: Vec<Statement> = statements(own).collect();
    let is_wrong = broken.statements(own, &all);
    broken.headings(own, &all);
    broken.structure(own, &all);
    if let Some(heading) = all.first().filter(|s| s.kind == Kind::Heading) {
        let head = Heading::read(own.get(heading.span.clone()).unwrap_or(""));
        head.kind().clone_into(&mut broken.word);
        broken.name = head.parts().nth(1).map(str::to_owned);
        if block.first.is_some() {
            broken.fixes = vec![heading_twice(own, heading)];
        }
        if block.first.is_some() || is_wrong.first() == Some(&true) {
            broken.rest.clear();
        }
    }
    if block.span.end == text.len() && is_wrong.last() == Some(&true) {
        broken.end(own, all.last());
    }
    if broken.word != "source" {
        broken.name = id(&broken.rest);
    }
    for fix in &mut broken.fixes {
        fix.shift(block.span.start);
        fix.first = fix.first.take().or_else(|| block.first.clone());
    }
    Err(Box::new(broken))
}

impl Broken {
    /// Takes out the statements that cannot be read, and says which of them these are.
    fn statements(&mut self, own: &str, all: &[Statement]) -> Vec<bool> {
        let mut is_wrong = Vec::with_capacity(all.len());
        let mut below_wrong = false;
        for statement in all {
            let raw = own.get(statement.span.clone()).unwrap_or("");
            let wrong = statement.kind == Kind::Other || !is_readable(raw);
            if wrong {
                let fixes = explain(own, statement);
                self.replace(own, statement, &fixes);
                // A line after a wrong one may be the rest of it.
                let is_rest = is_wrong.last() == Some(&true) && !stands_alone(raw, statement);
                if !is_rest {
                    let more = MOST.saturating_sub(self.fixes.len());
                    self.fixes.extend(fixes.into_iter().take(more));
                }
            }
            if statement.kind == Kind::Heading {
                below_wrong = wrong;
            }
            if below_wrong {
                blank(&mut self.rest, &statement.span);
            }
            is_wrong.push(wrong);
        }
        is_wrong
    }

    /// Puts a number in place of each value that cannot be read, so that the keys beside it can
    /// be; the whole statement goes where that does not help.
    fn replace(&mut self, own: &str, statement: &Statement, fixes: &[Fix]) {
        let mut lost = 0;
        for fix in fixes {
            let Some(key) = key_before(own, fix.span.start) else { continue };
            let len = self.rest.get(fix.span.clone()).map_or(0, str::len);
            if len > 0 {
                lost |= key.bit();
                let number = "0".to_owned() + &" ".repeat(len - 1);
                self.rest.replace_range(fix.span.clone(), &number);
            }
        }
        let is_sound = |rest: &str| is_readable(rest.get(statement.span.clone()).unwrap_or(""));
        if !is_sound(&self.rest) {
            for element in elements(own, statement) {
                element.take_out(&mut self.rest);
            }
        }
        if !is_sound(&self.rest) {
            let raw = own.get(statement.span.clone()).unwrap_or("");
            let word = raw.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next();
            let key = word.and_then(Key::find).filter(|_| statement.open.is_none());
            lost |= key.map_or(0, Key::bit);
            self.is_partial |= key.is_none();
            blank(&mut self.rest, &statement.span);
        }
        self.lost |= lost;
    }

    /// Takes out what stands below a heading that is missing.
    fn headings(&mut self, own: &str, all: &[Statement]) {
        for Lost { fix, nth, word } in lost::headings(own, all) {
            self.fixes.push(fix);
            let span = |nth: usize| all.get(nth).map(|s| s.span.clone());
            let (Some(first), Some(last)) = (span(nth.start), span(nth.end - 1)) else { continue };
            let span = first.start..last.end;
            let name = own.get(span.clone()).and_then(id).unwrap_or_default();
            self.lost_items.push((word, name));
            blank(&mut self.rest, &span);
        }
    }

    /// Takes out what is sound alone and not together, such as a key that appears twice.
    fn structure(&mut self, own: &str, all: &[Statement]) {
        for _ in 0..MOST {
            let Err(error) = DeTable::parse(&self.rest) else { return };
            let at = error.span().map_or(0, |span| span.start);
            let index = |at| all.partition_point(|s| s.span.start <= at).saturating_sub(1);
            let Some(fix) = clash(own, all, index(at)) else { break };
            let mut wrong = all.iter().skip(index(fix.span.start));
            self.fixes.push(fix);
            let Some(first) = wrong.next() else { break };
            blank(&mut self.rest, &first.span);
            let below = |s: &&Statement| first.kind == Kind::Heading && s.kind != Kind::Heading;
            for statement in wrong.take_while(below) {
                blank(&mut self.rest, &statement.span);
            }
            let raw = own.get(first.span.clone()).unwrap_or("");
            let key = raw.split('=').next().and_then(|key| Key::find(key.trim()));
            self.lost |= key.map_or(0, Key::bit);
        }
        self.rest.clear();
    }

    /// Looks at the last statement of the text, which is wrong.
    fn end(&mut self, own: &str, last: Option<&Statement>) {
        let Some(last) = last else { return };
        let is_long = last.open_lines(own).is_some();
        let is_short = last.span.end == own.trim_end_matches([' ', '\t']).len()
            && (last.kind != Kind::Pair || last.open.is_some() || last.value >= last.span.end);
        self.is_cut = is_short || is_long && last.span.end >= own.trim_end().len();
        if self.is_cut {
            self.is_partial = true;
            if let Some(fix) = self.fixes.last_mut().filter(|_| is_short && !is_long) {
                "the file ends in the middle of this line".clone_into(&mut fix.message);
                "restore the rest of the file, or remove the line".clone_into(&mut fix.help);
            }
        }
    }
}

fn is_readable(statement: &str) -> bool {
    !depth::is_too_deep(statement) && DeTable::parse(statement).is_ok()
}

/// Whether a statement is surely no rest of the one before it.
fn stands_alone(raw: &str, statement: &Statement) -> bool {
    match statement.kind {
        Kind::Heading => Heading::read(raw).is_whole || Heading::read(raw).begins_block(),
        Kind::Pair => raw.split('=').next().is_some_and(|key| is_bare_key(key.trim())),
        Kind::Other => false,
    }
}

/// The key whose value begins at a position.
fn key_before(text: &str, at: usize) -> Option<Key> {
    let before = text.get(..at)?.trim_end().strip_suffix('=')?.trim_end();
    let word = before.rsplit(|c: char| !c.is_ascii_alphanumeric() && !"_-".contains(c)).next()?;
    Key::find(word)
}

/// The id in the lines directly below the heading of an item.
fn id(rest: &str) -> Option<String> {
    let inner = |s: &Statement, after: usize| s.kind == Kind::Heading && after > 0;
    let mut own = statements(rest).enumerate().take_while(|(nth, s)| !inner(s, *nth));
    let raw = own.find_map(|(_, s)| rest.get(s.span)?.strip_prefix("id"))?;
    let value = raw.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    value.split(quote).nth(1).map(str::to_owned)
}
