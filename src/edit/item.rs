use toml::de::DeValue;

use super::line;
use super::place::Place;
use super::target::Target;
use super::tree;
use crate::schema::Key;

/// What an item of the file says, as it is written there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The line of its heading or of its braces, counted from 1; that of its first key where
    /// it is written as dotted keys.
    pub line: u32,
    values: Vec<Written>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Written {
    key: Key,
    raw: String,
    /// The decoded text of a string.
    text: Option<String>,
}

/// Finds an item of the file.
///
/// `None` where it is not in the file, where it is there twice, or where the file is not TOML.
pub fn item(text: &str, target: &Target) -> Option<Item> {
    let tree = tree::parse(text)?;
    let path = target.path(&tree)?;
    Place::find(text, &tree, &path).map(|place| Item::read(text, target, &place))
}

impl Item {
    pub(super) fn read(text: &str, target: &Target, place: &Place<'_>) -> Self {
        let known = target.table().set();
        let values = place.entries.iter().filter_map(|entry| {
            let (last, first) = entry.path.split_last()?;
            let key = Key::find(last).filter(|key| known & key.bit() != 0)?;
            (first == place.prefix).then(|| Written {
                key,
                raw: line::part(text, entry.value.clone()).to_owned(),
                text: match entry.cell.get_ref() {
                    DeValue::String(text) => Some(text.replace("\r\n", "\n")),
                    _ => None,
                },
            })
        });
        Self { line: line::number(text, place.at), values: values.collect() }
    }

    fn written(&self, key: Key) -> Option<&Written> {
        self.values.iter().find(|written| written.key == key)
    }

    /// What stands behind a key, byte for byte; `None` where the key is not there, or where
    /// tables under headings of their own stand for it.
    pub fn raw(&self, key: Key) -> Option<&str> {
        self.written(key).map(|written| &*written.raw)
    }

    /// What a person sees and edits in a text field: the text of a string, with single newlines;
    /// numbers, pairs, lists and dates as they are written.
    pub fn words(&self, key: Key) -> Option<String> {
        let written = self.written(key)?;
        Some(written.text.as_ref().unwrap_or(&written.raw).clone())
    }
}
