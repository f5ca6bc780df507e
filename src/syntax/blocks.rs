use std::collections::HashMap;
use std::ops::Range;

use super::heading::Heading;
use super::line;
use super::scan::{Kind, Statement, past_plain, statement};

/// An item of the file: its heading, and everything down to the next item.
///
/// A part of an item, such as `[[indicator.series]]`, belongs to the item above it: without its
/// rivals or its history, a figure would look undisputed, or newer than it is.
#[derive(Debug)]
pub(crate) struct Block<'t> {
    pub(crate) span: Range<usize>,
    /// The first word of its heading; empty where the text begins without one.
    pub(crate) word: &'t str,
    /// Where something before it already has the name in its heading.
    pub(super) first: Option<Range<usize>>,
}

/// The blocks of a text. Those that others refer to, sources and groups, come first; after them what
/// stands before all headings, which may be of any kind.
pub(crate) fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut names = Names::default();
    let (mut first, mut later) = (Vec::new(), Vec::new());
    let mut block = Block { span: 0..0, word: "", first: None };
    let (mut defines, mut has_heading) = (true, false);
    let mut at = 0;
    loop {
        // Below the first heading only lines that may be one matter, and what may hold such lines.
        at = if has_heading { past_plain(text, at) } else { at };
        let Some(statement) = statement(text, at) else { break };
        at = statement.span.end;
        let own = text.get(statement.span.clone()).unwrap_or("");
        let heading = match statement.kind {
            Kind::Heading => Some(Heading::read(own)).filter(Heading::begins_block),
            Kind::Pair if !has_heading => names.before_headings(text, &statement),
            _ => None,
        };
        let Some(heading) = heading else { continue };
        has_heading = true;
        block.span.end = line::start(text, statement.span.start);
        let taken = names.heading(&heading, &statement);
        let next = Block { span: block.span.end..0, word: heading.word(), first: taken };
        if defines { &mut first } else { &mut later }.push(std::mem::replace(&mut block, next));
        defines = !matches!(heading.word(), "indicator" | "event");
    }
    block.span.end = text.len();
    if defines { &mut first } else { &mut later }.push(block);
    first.rotate_left(1);
    first.append(&mut later);
    first
}

/// The names that can stand in one heading only, each with where it stands first.
#[derive(Default)]
struct Names<'t> {
    headings: HashMap<Vec<&'t str>, Range<usize>>,
    values: HashMap<&'t str, Range<usize>>,
}

impl<'t> Names<'t> {
    /// Remembers a key before all headings. No heading can add to its value.
    fn before_headings(&mut self, text: &'t str, pair: &Statement) -> Option<Heading<'t>> {
        let key = text.get(pair.span.start..pair.value)?.trim_end().trim_end_matches('=').trim();
        if !key.contains('.') {
            let at = pair.span.start..pair.span.start + key.len();
            self.values.insert(key.trim_matches(['"', '\'']), at);
        }
        None
    }

    /// Where the name of a heading stands before, if it may not stand again.
    fn heading(&mut self, heading: &Heading<'t>, statement: &Statement) -> Option<Range<usize>> {
        let value = self.values.get(heading.word()).cloned();
        if heading.brackets != 1 {
            return value;
        }
        let parts: Vec<_> = heading.parts().collect();
        // Of two sources with one key the second is read, too, and reported then.
        if parts.len() > 1 && parts.first() == Some(&"source") {
            return value;
        }
        value.or_else(|| self.headings.insert(parts, statement.span.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        blocks(text).into_iter().filter_map(|block| text.get(block.span)).collect()
    }

    #[test]
    fn blocks_begin_at_headings_of_items_and_definitions_come_first() {
        let text =
            "# x\n[[indicator]]\na=1\n[indicator.poll]\nb=2\n[[indicator.series]]\n[report]\nc=3\n";
        let (indicator, report) = (
            "[[indicator]]\na=1\n[indicator.poll]\nb=2\n[[indicator.series]]\n",
            "[report]\nc=3\n",
        );
        assert_eq!(cut(text), [report, "# x\n", indicator]);
        for (heading, begins) in [
            ("  [[indicator]] # one", true),
            ("[[indicator]", true),
            ("[[ event ]]", true),
            ("[source.bank]", true),
            ("[source.bank.x]", false),
            ("[indicators]", true),
            ("[\"a\", \"b\"],", false),
            ("[50, 70],", false),
            ("[[indicator.series", false),
        ] {
            let text = format!("[report]\n{heading}\n");
            assert_eq!(cut(&text).len() == 3, begins, "{heading}");
        }
    }

    #[test]
    fn a_name_that_may_not_stand_twice_is_found() {
        let text = "event = []\n[report]\n[[group]]\n[ 'report' ]\n[[group]]\n[[event]]\n";
        let first: Vec<_> = blocks(text).into_iter().filter_map(|block| block.first).collect();
        assert_eq!(first, [11..19, 0..5]);
    }
}
