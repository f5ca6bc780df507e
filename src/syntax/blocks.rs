use std::ops::Range;

use super::{Skipped, line};

/// The items of a text, each from its heading to the next. Headings are found line by line,
/// without parsing the rest.
#[derive(Debug)]
pub(super) struct Blocks {
    starts: Vec<usize>,
    end: usize,
}

impl Blocks {
    pub(super) fn of(text: &str) -> Self {
        let mut starts = vec![0];
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            if at > 0 && opens_item(line) {
                starts.push(at);
            }
            at += line.len();
        }
        Self { starts, end: text.len() }
    }

    /// The item around a position.
    pub(super) fn around(&self, at: usize) -> Range<usize> {
        let next = self.starts.partition_point(|s| *s <= at);
        let start = self.starts.get(next.wrapping_sub(1)).copied().unwrap_or(0);
        start..self.starts.get(next).copied().unwrap_or(self.end)
    }

    /// Where each item begins.
    pub(super) fn starts(&self) -> impl Iterator<Item = usize> {
        self.starts.iter().copied()
    }

    /// Whether an item begins inside a span.
    pub(super) fn any_inside(&self, span: &Range<usize>) -> bool {
        let next = self.starts.partition_point(|s| *s <= span.start);
        self.starts.get(next).is_some_and(|s| *s < span.end)
    }

    /// Whether the line at a position is a heading, so that an error there is an error of it.
    pub(super) fn is_heading(&self, text: &str, at: usize) -> bool {
        self.starts.binary_search(&at).is_ok()
            && opens_item(text.get(line::around(text, at)).unwrap_or(""))
    }
}

/// Whether a line is the heading of an item, closed or not.
///
/// Parts of an indicator, such as `[[indicator.series]]`, belong to the item above them.
fn opens_item(line: &str) -> bool {
    let line = line.trim_start_matches([' ', '\t']);
    let Some(rest) = line.strip_prefix('[') else { return false };
    let rest = rest.strip_prefix('[').unwrap_or(rest).trim_start_matches([' ', '\t']);
    let len = rest.bytes().take_while(u8::is_ascii_lowercase).count();
    let (word, rest) = rest.split_at_checked(len).unwrap_or((rest, ""));
    let next = rest.trim_start_matches([' ', '\t']).chars().next();
    match word {
        "source" => matches!(next, Some('.' | ']' | '\r' | '\n') | None),
        "report" | "group" | "indicator" | "event" => {
            matches!(next, Some(']' | '\r' | '\n') | None)
        }
        _ => false,
    }
}

/// Parts of a text of about `size` bytes, each from the heading of an item to that of another.
/// The parts that define sources and groups come first, then those that refer to them.
///
/// `None` where the parts might not mean the same as the whole: keys before the first heading, or
/// `[source]` without a key, whose tables may be spread over the file.
pub(crate) fn parts(text: &str, size: usize) -> Option<Vec<Range<usize>>> {
    let (mut first, mut later): (Vec<Range<usize>>, Vec<Range<usize>>) = (Vec::new(), Vec::new());
    let (mut from, mut at, mut defines) = (0, 0, None);
    for line in text.split_inclusive('\n') {
        let content = line.trim_start_matches(['\u{feff}', ' ', '\t']);
        if content.starts_with('[') && opens_item(content) {
            if content.starts_with("[source") && !content.starts_with("[source.") {
                return None;
            }
            let word = content.trim_start_matches(['[', ' ', '\t']);
            let now = !word.starts_with("indicator") && !word.starts_with("event");
            if defines.is_some_and(|before| before != now || at - from >= size) {
                if defines == Some(true) { &mut first } else { &mut later }.push(from..at);
                from = at;
            }
            defines = Some(now);
        } else if defines.is_none()
            && !content.starts_with(['#', '\n', '\r'])
            && !content.is_empty()
        {
            return None;
        }
        at += line.len();
    }
    if defines == Some(true) { &mut first } else { &mut later }.push(from..at);
    first.append(&mut later);
    Some(first)
}

/// The names in the items of a text that `sound` has replaced by spaces.
pub(super) fn skipped<'t>(text: &'t str, sound: &str) -> Skipped<'t> {
    let mut skipped = Skipped { any: text != sound, ..Skipped::default() };
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let span = at..at + line.len();
        at = span.end;
        let line = line.trim();
        if line.is_empty() || sound.get(span).is_some_and(|kept| !kept.trim().is_empty()) {
            continue;
        }
        let bare = |raw: &'t str| raw.trim().trim_matches(['"', '\'']);
        if let Some(key) = line.strip_prefix("[source.") {
            skipped.names.insert(bare(key.split(']').next().unwrap_or(key)));
        } else if line.trim_start_matches('\u{feff}').starts_with("[report]") {
            skipped.report = true;
        } else if let Some(id) =
            line.strip_prefix("id").and_then(|l| l.trim_start().strip_prefix('='))
        {
            skipped.names.insert(bare(id.split('#').next().unwrap_or(id)));
        }
    }
    skipped
}

/// Where a duplicate key of an item, or a duplicate heading, is first.
///
/// `from` is where the item begins; a heading is searched from the start of the text.
pub(super) fn first_mention(
    text: &str,
    word: &str,
    line: &str,
    (from, at): (usize, usize),
) -> Option<Range<usize>> {
    if word.is_empty() {
        return None;
    }
    let heading = line.starts_with('[').then(|| line.trim_end());
    let from = if heading.is_some() { 0 } else { from };
    let mut place = from;
    let end = line::start(text, at);
    for candidate in text.get(from..end)?.split_inclusive('\n') {
        let content = candidate.trim_start();
        let found = match heading {
            Some(heading) => content.trim_end() == heading,
            None => {
                content.strip_prefix(word).is_some_and(|rest| rest.trim_start().starts_with('='))
            }
        };
        if found {
            let start = place + candidate.len() - content.len();
            return Some(start..start + heading.map_or(word.len(), str::len));
        }
        place += candidate.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_begin_at_their_own_headings_only() {
        for (line, opens) in [
            ("[report]\n", true),
            ("  [[indicator]] # one", true),
            ("[[indicator]", true),
            ("[[ event ]]", true),
            ("[source.bank]", true),
            ("[[indicator.series]]", false),
            ("[indicator.poll]", false),
            ("[indicators]", false),
            ("[\"a\", \"b\"],", false),
            ("note = \"[report]\"", false),
        ] {
            assert_eq!(opens_item(line), opens, "{line}");
        }
    }

    #[test]
    fn a_place_is_found_in_its_item() {
        let blocks = Blocks::of("# x\n[report]\na=1\n[[event]]\nb=2\n");
        assert_eq!(blocks.around(0), 0..4);
        assert_eq!(blocks.around(4), 4..17);
        assert_eq!(blocks.around(16), 4..17);
        assert_eq!(blocks.around(31), 17..31);
        assert!(blocks.any_inside(&(10..20)) && !blocks.any_inside(&(4..17)));
    }
}
