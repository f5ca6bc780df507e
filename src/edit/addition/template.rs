//! The text of a new item.

use std::ops::Range;

use crate::edit::block::Block;
use crate::edit::line;
use crate::edit::literal::literal;
use crate::edit::section;
use crate::schema::{Key, Kind, Table};

/// The keys to fill in next, each with an example.
const NEXT_OF_INDICATOR: &[(Key, &str)] = &[
    (Key::Value, "70"),
    (Key::Hedge, "\"up to\""),
    (Key::Wording, "\"up to 70 percent\""),
    (Key::Period, "\"2024\""),
    (Key::Source, "\"key-of-source\""),
    (Key::Locator, "\"p. 4\""),
];

/// What a line begins with that is not read yet.
const MARK: &str = "# ";

const NEXT_OF_EVENT: &[(Key, &str)] = &[
    (Key::Date, "\"2024-12-06\""),
    (Key::Source, "\"key-of-source\""),
    (Key::Locator, "\"p. 4\""),
    (Key::Note, "\"…\""),
];

/// The keys that make a new item valid.
pub(super) fn values(table: &Table, id: &str, group: Option<&str>) -> Vec<(Key, String)> {
    let text = |text: &str| literal(Kind::Text, text, None);
    let is_indicator = table.field(Key::Label).is_some();
    let mut values = vec![(Key::Id, text(id))];
    if is_indicator {
        values.push((Key::Label, text("New figure")));
    } else {
        values.push((Key::Title, text("New event")));
    }
    values.extend(group.map(|group| (Key::Group, text(group))));
    if is_indicator {
        values.push((Key::Unit, text("%")));
        values.push((Key::Status, text("missing")));
    }
    values
}

/// The item in braces, which cannot have comments.
pub(super) fn braces(values: &[(Key, String)]) -> String {
    let parts = values.iter().map(|(key, literal)| format!("{} = {literal}", key.word()));
    format!("{{ {} }}", parts.collect::<Vec<_>>().join(", "))
}

/// The style of a neighbour.
#[derive(Debug)]
pub(super) struct Style<'t> {
    heading: &'t str,
    heading_indent: &'t str,
    indent: &'t str,
    before: &'t str,
    after: &'t str,
    /// The column of the `=` signs, if they are aligned.
    column: Option<usize>,
}

impl<'t> Style<'t> {
    /// The style of a neighbour with the span of its heading, else the default.
    pub(super) fn of(beside: Option<(&'t str, Range<usize>, &Block<'_>)>, table: &Table) -> Self {
        let plain = Self {
            heading: table.heading,
            heading_indent: "",
            indent: "",
            before: " ",
            after: " ",
            column: None,
        };
        let Some((text, span, block)) = beside else { return plain };
        let first = block.entries.first();
        let (before, after) = first.map_or((" ", " "), |first| section::equals(text, first));
        let indent = |at: usize| line::indent(text, at).unwrap_or("");
        Self {
            heading: line::part(text, span.clone()),
            heading_indent: indent(span.start),
            indent: first.map_or("", |first| indent(first.start)),
            before,
            after,
            column: section::column(text, block),
        }
    }

    /// A key up to its value, aligned to a column if there is one.
    fn equals(&self, key: Key, column: Option<usize>) -> String {
        let word = key.word();
        let before = section::padding(word, column, self.before);
        [word, &before, "=", self.after].concat()
    }
}

/// The item under a heading, line by line.
pub(super) fn lines(table: &Table, values: &[(Key, String)], style: &Style<'_>) -> Vec<String> {
    let mut lines = vec![style.heading_indent.to_owned() + style.heading];
    for (key, literal) in values {
        lines.push([style.indent, &style.equals(*key, style.column), literal].concat());
    }
    let is_indicator = table.field(Key::Label).is_some();
    let next = if is_indicator { NEXT_OF_INDICATOR } else { NEXT_OF_EVENT };
    lines.push(
        style.indent.to_owned()
            + "# Take out the # before what is known"
            + if is_indicator { "; with a value, take out the status:" } else { ":" },
    );
    let widest = next.iter().map(|(key, _)| key.word().len()).max().unwrap_or(0);
    let longest = next.iter().map(|(_, example)| example.chars().count()).max().unwrap_or(0);
    // The `=` signs are in the same column as above, if there is room for the `# `.
    let column = style.column.map(|column| column.saturating_sub(MARK.len()).max(widest + 1));
    for (key, example) in next {
        let doc = table.field(*key).map_or("", |field| field.doc);
        let pair = style.equals(*key, column);
        lines.push(format!("{}{MARK}{pair}{example:longest$}  {MARK}{doc}", style.indent));
    }
    lines
}
