//! What only TOML 1.1 allows.

use std::ops::Range;

use toml_parser::Source;
use toml_parser::decoder::Encoding;
use toml_parser::parser::{Event, EventKind, parse_document};

use crate::diagnostic::{Faults, LISTED, Named, rules};

rules! {

    /// What readers of TOML 1.0 refuse.
    NEWER "W032" "only TOML 1.1 allows this"
r#"Most programs that read TOML know version 1.0, and refuse the whole file
where it has more: a table in braces that goes over several lines or has a
comma after its last value, and the escapes \e and \xHH. This program reads
them, but editors, converters and scripts may not. A list in brackets may
go over several lines in every version.

    wrong:  points = [
              { period = "2023",
                value  = 7, },
            ]
    right:  points = [
              { period = "2023", value = 7 },
            ]"#
}

/// A kind of what is new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Lines,
    Comma,
    Escape,
}

/// Each kind: what it is called, what is said of several, and what to write instead.
const KINDS: [(Kind, &str, &str, &str); 3] = [
    (
        Kind::Lines,
        "a table in braces over several lines",
        "tables in braces go over several lines",
        "write the table on one line, without a comma after its last value",
    ),
    (
        Kind::Comma,
        "a comma after the last value in braces",
        "tables in braces have a comma after their last value",
        "leave the comma out",
    ),
    (
        Kind::Escape,
        "the escapes \\e and \\xHH",
        "escapes are \\e or \\xHH",
        "write the character itself, or \\u and four digits: \\u00e9 for \\xe9",
    ),
];

/// The places that need TOML 1.1.
#[derive(Debug, Default)]
pub(in crate::load) struct Newer {
    found: Vec<(Kind, Range<usize>)>,
}

impl Newer {
    /// Those in a part of the file that is valid TOML and begins at `base`, in their order.
    pub(in crate::load) fn of(text: &str, base: usize) -> Self {
        let mut found = Vec::new();
        if is_possible(text) {
            let mut walk = Walk { text, base, open: Vec::new(), found: &mut found };
            let tokens = Source::new(text).lex().into_vec();
            parse_document(&tokens, &mut |event: Event| walk.event(&event), &mut ());
        }
        Self { found }
    }

    /// Adds those of the next part.
    pub(in crate::load) fn append(&mut self, mut next: Self) {
        self.found.append(&mut next.found);
    }

    /// Gives the warnings: one for each place, or one for all of a kind if there are many.
    pub(super) fn finish(self, faults: &mut Faults) {
        for (kind, one, several, help) in KINDS {
            let found = self.found.iter().filter(|(own, _)| *own == kind);
            let places: Vec<_> = found.map(|(_, at)| at.clone()).collect();
            if places.len() <= LISTED {
                for at in places {
                    faults.add(&NEWER, at, format!("only TOML 1.1 allows {one}")).help(help);
                }
            } else if let Some(first) = places.first() {
                let message = format!("{} {several}, which only TOML 1.1 allows", places.len());
                let numbered = |(nth, span)| Named { name: format!("no. {nth}"), span, line: 0 };
                let fault = faults.add(&NEWER, first.clone(), message).help(help);
                fault.figures = (1..).zip(places.clone()).map(numbered).collect();
            }
        }
    }
}

/// Whether a text may have something new in it. Nearly all have not, and are not read once more.
fn is_possible(text: &str) -> bool {
    let is_odd = |line: &str| {
        let count = |brace| line.matches(brace).count();
        let ends = |part: &str| part.trim_end().ends_with(',');
        count('{') != count('}') || (line.contains('}') && line.split('}').any(ends))
    };
    text.contains("\\e") || text.contains("\\x") || text.lines().any(is_odd)
}

/// A bracket that is open.
struct Open {
    /// Where it stands, if it is a brace.
    brace: Option<usize>,
    /// Whether the line has ended inside it.
    has_lines: bool,
    /// The comma that was last.
    comma: Option<Range<usize>>,
}

struct Walk<'t> {
    text: &'t str,
    base: usize,
    open: Vec<Open>,
    found: &'t mut Vec<(Kind, Range<usize>)>,
}

impl Walk<'_> {
    fn event(&mut self, event: &Event) {
        let span = event.span();
        let at = self.base + span.start()..self.base + span.end();
        match event.kind() {
            EventKind::InlineTableOpen | EventKind::ArrayOpen => {
                let is_table = event.kind() == EventKind::InlineTableOpen;
                let brace = is_table.then_some(at.start);
                self.open.push(Open { brace, has_lines: false, comma: None });
            }
            EventKind::InlineTableClose | EventKind::ArrayClose => {
                self.close(at.end);
                self.after_comma();
            }
            EventKind::Newline => {
                if let Some(open) = self.open.last_mut() {
                    open.has_lines = true;
                }
            }
            EventKind::ValueSep => {
                if let Some(open) = self.open.last_mut() {
                    open.comma = Some(at);
                }
            }
            EventKind::Scalar | EventKind::SimpleKey => {
                self.escapes(event);
                self.after_comma();
            }
            _ => {}
        }
    }

    /// Closes a bracket that ends at a place.
    fn close(&mut self, end: usize) {
        let Some(Open { brace: Some(start), has_lines, comma }) = self.open.pop() else { return };
        let comma = comma.map(|comma| (Kind::Comma, comma));
        self.found.extend(if has_lines { Some((Kind::Lines, start..end)) } else { comma });
    }

    /// Something follows, so that the last comma was not behind the last value.
    fn after_comma(&mut self) {
        if let Some(open) = self.open.last_mut() {
            open.comma = None;
        }
    }

    /// Looks for escapes in a text.
    fn escapes(&mut self, event: &Event) {
        let has_escapes = [Some(Encoding::BasicString), Some(Encoding::MlBasicString)];
        if !has_escapes.contains(&event.encoding()) {
            return;
        }
        let (start, end) = (event.span().start(), event.span().end());
        let bytes = self.text.as_bytes().get(start..end).unwrap_or_default();
        let mut at = 0;
        while let Some(slash) =
            bytes.get(at..).and_then(|rest| rest.iter().position(|b| *b == b'\\'))
        {
            at += slash;
            let length = match bytes.get(at + 1) {
                Some(b'e') => 2,
                Some(b'x') => 4,
                _ => 0,
            };
            if length > 0 {
                let from = self.base + start + at;
                self.found.push((Kind::Escape, from..from + length));
            }
            at += 2;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::load::load;
    use crate::report::Day;

    /// What is underlined in a text.
    fn found(text: &str) -> Vec<String> {
        let text = format!("[report]\ntitle = \"T\"\n{text}\n");
        let faults = load(&text, Day::new(2026, 11, 23)).diagnostics.into_iter();
        let newer = faults.filter(|fault| fault.rule.code == "W032");
        newer.map(|fault| text.get(fault.span).unwrap_or("?").to_owned()).collect()
    }

    #[test]
    fn each_of_it_is_found_where_it_stands() {
        for (text, places) in [
            ("source.a = { title = \"A\" }", &[][..]),
            ("source.a = { title = \"A\", }", &[","]),
            ("source.a = {\n title = \"A\" }", &["{\n title = \"A\" }"]),
            ("source.a = { title = \"A\", # why\n}", &["{ title = \"A\", # why\n}"]),
            ("source.a = { title = \"\"\"A\nB\"\"\" }", &[]),
            ("source.a = { title = \"A {,}\n\" }", &[]),
            ("report.authors = [\n\"A\",\n]", &[]),
            ("source.a = { title = \"\\x41\\\\x41\\u0041\\e\" }", &["\\x41", "\\e"]),
            ("source.a = { title = '\\x41\\e' }", &[]),
            ("source.a = { title = \"\"\"\\\n\\e\"\"\" }", &["\\e"]),
            ("\"sourc\\x65\".a = { title = \"A\" }", &["\\x65"]),
            ("source = { a = { title = \"A\", }, b = {\n}}", &[",", "{\n}"]),
            ("group = [{ id = \"a\",\n title = \"A\" }]", &["{ id = \"a\",\n title = \"A\" }"]),
        ] {
            assert_eq!(found(text), places, "{text}");
        }
    }

    #[test]
    fn many_of_a_kind_are_one_warning() {
        let table = |n: u32| format!("{{ id = \"g{n}\",\n title = \"G\" }},");
        let many: String = (0..40).map(table).collect();
        let text = format!("group = [{many}]\nreport.title = \"T\"\n");
        let faults = load(&text, Day::new(2026, 11, 23)).diagnostics;
        let newer: Vec<_> = faults.iter().filter(|fault| fault.rule.code == "W032").collect();
        assert_eq!(newer.len(), 1);
        assert!(newer[0].message.starts_with("40 tables"), "{}", newer[0].message);
        assert_eq!(newer[0].figures.last().map(|place| place.line), Some(40));
    }
}
