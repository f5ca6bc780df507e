use toml::de::DeValue;

use super::block::Block;
use super::home::Home;
use super::target::Target;
use super::{line, literal};
use crate::schema::{Key, Kind, POINT, SERIES, Table};

/// The values of an item, as they are written in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The line of its heading or of its braces, counted from 1.
    pub line: u32,
    /// What it is a part of, from the whole to its parts: of a point its indicator and its series.
    pub around: Vec<Self>,
    values: Vec<Written>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Written {
    key: Key,
    raw: String,
    /// The decoded text of a string, or of several in a list.
    text: Option<String>,
}

/// Finds an item of the file.
///
/// `None` where it is not in the file, where there are two of it, or where its block is not TOML.
pub fn item(text: &str, target: &Target) -> Option<Item> {
    let home = Home::find(text, target).ok()?;
    let above = home.lines_above(text);
    let tables = [target.root_table(), &SERIES, &POINT];
    let read = |(depth, table): (usize, &&'static Table)| {
        let block = Block::find(home.text, &home.tree, home.path.get(..=depth)?)?;
        Some(Item::read(home.text, table, &block, above))
    };
    let mut all =
        tables.iter().enumerate().take(home.path.len()).map(read).collect::<Option<Vec<_>>>()?;
    let own = all.pop()?;
    Some(Item { around: all, ..own })
}

impl Item {
    fn read(text: &str, table: &Table, block: &Block<'_>, above: u32) -> Self {
        let values = table.fields().filter_map(|field| {
            let (_, entry) = block.entry(field.key)?;
            Some(Written {
                key: field.key,
                raw: line::part(text, entry.value.clone()).to_owned(),
                text: match entry.node.get_ref() {
                    DeValue::String(text) => Some(text.replace("\r\n", "\n")),
                    list if field.kind == Kind::Texts => literal::joined(list),
                    _ => None,
                },
            })
        });
        let line = line::number(text, block.at) + above;
        Self { line, around: Vec::new(), values: values.collect() }
    }

    fn written(&self, key: Key) -> Option<&Written> {
        self.values.iter().find(|written| written.key == key)
    }

    /// The value of a key, byte for byte; `None` where the key is missing, or where its value is
    /// tables under headings.
    pub fn raw(&self, key: Key) -> Option<&str> {
        self.written(key).map(|written| &*written.raw)
    }

    /// The value of a key for a text field: the text of a string, with `\n` as newlines; statuses
    /// with commas between them; numbers, pairs, other lists and dates as they are written.
    pub fn words(&self, key: Key) -> Option<String> {
        let written = self.written(key)?;
        Some(written.text.as_ref().unwrap_or(&written.raw).clone())
    }
}
