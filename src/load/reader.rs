//! Typed access to a table of the file.
//!
//! Known keys of a table are kept, unknown ones are reported. Values are then taken out one by one,
//! so that their memory is freed as soon as they have been read.

use std::borrow::Cow;
use std::ops::Range;

use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Faults, nearest, quoted, rules};
use crate::report::Text;
use crate::schema::{Key, Kind, TOP, Table};
use crate::syntax::{WRONG_TYPE, kind};

rules! {

    /// A key that the table does not have.
    UNKNOWN_KEY "E002" "unknown key"
r#"A misspelt key would lose what it says: with 'hedeg = "up to"' the figure
would stand without its hedge. So nothing is skipped in silence. An
indicator with an unknown key is left out, and so is a point, a rival or a
series; a report, source, group, poll or event stays, without the key.
docs/format.md lists the keys of each table.

    wrong:  hedeg = "up to"
    right:  hedge = "up to""#

    /// A key that the table cannot do without.
    MISSING_KEY "E004" "missing key"
r#"Some keys must be there: the title of the report, of a source, a group and
an event, the id, label and unit of an indicator, the points of a series,
the period of a point. 'value' must be there too, unless 'hedge' is an order
word such as "thousands", or 'status' says why there is none ("missing" or
"suppressed").

    wrong:  [[indicator]]
            id = "debt"
    right:  [[indicator]]
            id    = "debt"
            label = "Public debt"
            unit  = "billion USD"
            value = 8"#
}

/// The bit of [`Row::bad`] that stands for an unknown key.
const UNKNOWN: u64 = 1 << 63;

/// A table of the file, by keys.
#[derive(Debug)]
pub(super) struct Row<'i> {
    /// The keys that it may have.
    pub(super) table: &'static Table,
    /// The span of its heading, or of its braces.
    pub(super) span: Range<usize>,
    /// The sound tables of its `also`.
    pub(super) also: Vec<Self>,
    entries: Vec<Entry<'i>>,
    /// The keys whose values are not sound, as a set of bits.
    bad: u64,
    /// The keys that misspelt ones were most likely meant to be, as a set of bits.
    meant: u64,
    base: usize,
}

/// Where a table was parsed.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Origin {
    /// Where the part of the text begins that it was parsed from.
    pub(super) base: usize,
    /// The keys whose values could not be parsed, as a set of bits.
    pub(super) lost: u64,
    /// Whether lines could not be parsed, so that any key may be in them.
    pub(super) is_partial: bool,
    /// Whether it is known to be left out, and only checked.
    pub(super) is_known: bool,
}

#[derive(Debug)]
struct Entry<'i> {
    key: Key,
    at: Range<usize>,
    /// `None` once it has been taken.
    value: Option<DeValue<'i>>,
}

impl<'i> Row<'i> {
    /// Sorts the values of a table by key, and reports unknown keys. `span` is in the whole text.
    pub(super) fn new(
        table: &'static Table,
        span: Range<usize>,
        map: DeTable<'i>,
        Origin { base, lost, is_partial, .. }: Origin,
        faults: &mut Faults,
    ) -> Self {
        let entries = Vec::with_capacity(map.len().min(Key::COUNT));
        let known = table.set();
        let mut unknown = Vec::new();
        let lost = lost & known;
        let meant = if is_partial { !0 } else { lost };
        let also = Vec::new();
        let mut row = Self { table, span, also, entries, bad: lost, meant, base };
        for (word, node) in map {
            if let Some(key) = Key::find(word.get_ref()).filter(|key| known & key.bit() != 0) {
                let at = shifted(node.span(), base);
                // A value that could not be parsed has a number in its place.
                let value = (lost & key.bit() == 0).then(|| node.into_inner());
                row.entries.push(Entry { key, at, value });
            } else {
                unknown.push(word);
            }
        }
        for word in unknown {
            row.bad |= UNKNOWN;
            let at = shifted(word.span(), base);
            row.meant |= row.unknown_key(word.get_ref(), at, faults).map_or(0, Key::bit);
        }
        row
    }

    /// Reports an unknown key, and returns the key that was most likely meant: none that is there
    /// too, and no part of a longer name (`value_low` is not `value`).
    fn unknown_key(&self, raw: &str, at: Range<usize>, faults: &mut Faults) -> Option<Key> {
        let message = match self.table.heading {
            "" => format!("unknown table or key {} outside any table", quoted(raw)),
            heading => format!("unknown key {} in {heading}", quoted(raw)),
        };
        let wanted = raw.trim().to_lowercase().replace([' ', '-'], "_");
        let free = self.table.fields().map(|f| f.key).filter(|key| !self.has(*key));
        let near = nearest(&wanted, free.map(Key::word));
        let help =
            near.map_or_else(|| known_keys(self.table), |near| format!("did you mean '{near}'?"));
        faults.add(&UNKNOWN_KEY, at, message).help(help);
        near.and_then(Key::find)
    }

    fn entry(&self, key: Key) -> Option<&Entry<'i>> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    /// Whether the key is there, sound or not.
    pub(super) fn has(&self, key: Key) -> bool {
        self.entry(key).is_some()
    }

    /// The span of a key's value, or of the heading where the key is missing.
    pub(super) fn at(&self, key: Key) -> Range<usize> {
        self.entry(key).map_or_else(|| self.span.clone(), |e| e.at.clone())
    }

    /// A value that has not been taken yet.
    pub(super) fn value(&self, key: Key) -> Option<&DeValue<'i>> {
        self.entry(key)?.value.as_ref()
    }

    /// Takes a value; its span stays.
    pub(super) fn take(&mut self, key: Key) -> Option<DeValue<'i>> {
        self.entries.iter_mut().find(|entry| entry.key == key)?.value.take()
    }

    /// Marks the value of a key as not sound.
    pub(super) fn mark(&mut self, key: Key) {
        self.bad |= key.bit();
    }

    /// Removes such a mark.
    pub(super) fn clear(&mut self, key: Key) {
        self.bad &= !key.bit();
    }

    /// Whether the value of any of these keys is not sound.
    pub(super) fn is_bad(&self, keys: &[Key]) -> bool {
        keys.iter().any(|key| self.bad & key.bit() != 0)
    }

    /// Whether there was an unknown key.
    pub(super) fn has_unknown(&self) -> bool {
        self.bad & UNKNOWN != 0
    }

    /// Whether a misspelt key was most likely meant to be one of these.
    pub(super) fn is_meant(&self, keys: &[Key]) -> bool {
        keys.iter().any(|key| self.meant & key.bit() != 0)
    }

    /// Text as it is in the file, not yet made harmless.
    pub(super) fn raw(&mut self, key: Key, faults: &mut Faults) -> Option<Cow<'i, str>> {
        match self.take(key)? {
            DeValue::String(text) => Some(text),
            other => {
                self.wrong_type(key, &other, faults);
                None
            }
        }
    }

    /// Text made harmless; `None` where it is empty or blank.
    pub(super) fn text(&mut self, key: Key, faults: &mut Faults) -> Option<Text> {
        let text = Text::new(&self.raw(key, faults)?);
        (!text.trim().is_empty()).then_some(text)
    }

    /// Text that an item needs; reported where it is missing.
    pub(super) fn required(&mut self, key: Key, faults: &mut Faults) -> Option<Text> {
        let text = self.text(key, faults);
        if text.is_none() && !self.is_bad(&[key]) {
            self.missing(key, faults);
        }
        text
    }

    /// Reports a key that an item needs and that is missing or empty.
    pub(super) fn missing(&mut self, key: Key, faults: &mut Faults) {
        self.mark(key);
        // The misspelt key has been reported already.
        if self.is_meant(&[key]) {
            return;
        }
        let name = self.table.name;
        let word = key.word();
        let field = self.table.field(key);
        let example = field.map_or_else(|| "…".to_owned(), |f| placeholder(f.kind));
        let doc = field.map_or("", |f| f.doc);
        if self.has(key) {
            let message = format!("'{word}' of this {name} is empty");
            faults.add(&MISSING_KEY, self.at(key), message)
        } else {
            let message = format!("this {name} has no '{word}'");
            faults.add(&MISSING_KEY, self.span.clone(), message)
        }
        .help(format!("write {word} = {example} ({doc})"));
    }

    /// A text, or a list of texts, each with its span.
    pub(super) fn text_or_texts(
        &mut self,
        key: Key,
        faults: &mut Faults,
    ) -> Vec<(Cow<'i, str>, Range<usize>)> {
        match self.value(key) {
            Some(DeValue::Array(_)) => self.texts(key, faults),
            _ => self.raw(key, faults).map(|text| (text, self.at(key))).into_iter().collect(),
        }
    }

    /// A list of texts, each with its span; wrong elements are reported and left out.
    pub(super) fn texts(
        &mut self,
        key: Key,
        faults: &mut Faults,
    ) -> Vec<(Cow<'i, str>, Range<usize>)> {
        let list = match self.take(key) {
            None => return Vec::new(),
            Some(DeValue::Array(list)) => list,
            Some(other) => {
                self.wrong_type(key, &other, faults);
                return Vec::new();
            }
        };
        let mut texts = Vec::with_capacity(list.len());
        for node in list {
            let span = shifted(node.span(), self.base);
            match node.into_inner() {
                DeValue::String(text) => texts.push((text, span)),
                other => {
                    self.mark(key);
                    let message =
                        format!("'{}' holds {}, which is not text", key.word(), kind(&other));
                    faults.add(&WRONG_TYPE, span, message).help("put each of its texts in quotes");
                }
            }
        }
        texts
    }

    /// `true` or `false`.
    pub(super) fn flag(&mut self, key: Key, faults: &mut Faults) -> bool {
        match self.take(key) {
            None => false,
            Some(DeValue::Boolean(flag)) => flag,
            Some(other) => {
                self.wrong_type(key, &other, faults);
                false
            }
        }
    }

    /// Reports a value of a kind that the key does not have.
    pub(super) fn wrong_type(&mut self, key: Key, found: &DeValue<'_>, faults: &mut Faults) {
        self.mark(key);
        let wanted = self.table.field(key).map_or(Kind::Text, |f| f.kind);
        let word = key.word();
        let message = format!("'{word}' needs {}, not {}", wanted.words(), kind(found));
        let help = fix(word, wanted, found);
        faults.add(&WRONG_TYPE, self.at(key), message).help(help);
    }
}

/// A span in the whole text, from a span in the part of it that begins at `base`.
pub(super) fn shifted(span: Range<usize>, base: usize) -> Range<usize> {
    span.start + base..span.end + base
}

/// How to write the value in the wanted kind.
fn fix(word: &str, wanted: Kind, found: &DeValue<'_>) -> String {
    let shown = match found {
        DeValue::Integer(n) => Some(n.to_string()),
        DeValue::Float(n) => Some(n.to_string()),
        DeValue::Boolean(b) => Some(b.to_string()),
        DeValue::Datetime(d) => Some(d.to_string()),
        DeValue::String(s) if s.chars().count() <= 60 => Some(Text::new(s).to_string()),
        _ => None,
    };
    let shown = shown.filter(|shown| shown.len() <= 240);
    match (wanted, shown, found) {
        (Kind::Text | Kind::Texts, Some(shown), _) => {
            format!("put it in quotes: {word} = \"{shown}\"")
        }
        (Kind::TextList, Some(shown), DeValue::String(_)) => {
            format!("put it in brackets: {word} = [\"{shown}\"]")
        }
        (Kind::Number | Kind::Whole | Kind::Flag, Some(shown), DeValue::String(_))
            if shown.parse::<f64>().is_ok() || matches!(&*shown, "true" | "false") =>
        {
            format!("write it without quotes: {word} = {shown}")
        }
        _ => format!("write {word} = {}", placeholder(wanted)),
    }
}

/// What stands for a value in a help. It is no example: copied as it is, that would be a figure
/// that the source does not give.
fn placeholder(kind: Kind) -> String {
    match kind {
        Kind::Text | Kind::TextList | Kind::Sources => kind.example().to_owned(),
        Kind::Texts => "\"…\"".to_owned(),
        Kind::Date => "\"…\", a date in quotes".to_owned(),
        Kind::Flag => "…, true or false without quotes".to_owned(),
        Kind::Points => "[{ period = \"…\", value = … }]".to_owned(),
        _ => format!("…, {}", kind.words()),
    }
}

fn known_keys(table: &'static Table) -> String {
    if table.name == TOP.name {
        let known = "[report], [source.KEY], [[group]], [[indicator]], [[event]]";
        return format!("a file holds {known}; move the key under one of these headings");
    }
    let words = table.fields().map(|f| f.key.word());
    format!("its keys are {}", words.collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use crate::load::tests::{help, obeyed};

    #[test]
    fn what_is_missing_or_misspelt_is_not_made_up() {
        for (keys, said) in [
            ("valeu = 8", &["8 %"][..]),
            ("value = 8\nhedeg = \"up to\"", &["up to 8 %"]),
            ("value = 8\nHedge = \"up to\"", &["up to 8 %"]),
            ("value = 8\nedge = \"up to\"", &["up to 8 %"]),
            ("value_low = 50\nvalue_high = 70", &[]),
            ("range = [50, 70]", &[]),
            ("value = 8\nvalue2 = 9", &[]),
            ("value = 8\nhedge = \"up to\"\nhedges = \"at least\"", &[]),
            ("value = 8\nunit = 5", &[]),
            ("value = 8\nperiod = 2024.08", &[]),
            ("value = 8\nchange = \"yes\"", &[]),
            ("value = 8\nchange = \"true\"", &["rose 8 %"]),
            ("value = 8\nunit = \"\"", &[]),
            ("value = 8\n[indicator.poll]\nsample = \"many\"", &[]),
        ] {
            assert_eq!(obeyed(keys), said, "{keys}: {}", help(keys));
        }
    }
}
