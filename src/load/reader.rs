//! Typed access to one table of the file.
//!
//! A table is taken apart once: known keys go to their places, unknown ones become faults.
//! What a key holds is then taken out by value, so that its memory is free as soon as it
//! has been read.

use std::borrow::Cow;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Faults, nearest, quoted};
use crate::load::rule::errors::{MISSING_KEY, UNKNOWN_KEY};
use crate::report::Text;
use crate::schema::{Key, Kind, TOP, Table};
use crate::syntax::{WRONG_TYPE, kind};

/// A value of the file with its place.
pub(super) type Cell<'i> = Spanned<DeValue<'i>>;

/// The bit of [`Row::bad`] that stands for a key that the table does not have.
const UNKNOWN: u64 = 1 << 63;
/// The place of a key that is not there.
const ABSENT: u8 = u8::MAX;

/// One table, taken apart.
#[derive(Debug)]
pub(super) struct Row<'i> {
    /// What kind of table it is.
    pub(super) table: &'static Table,
    /// Its heading, or its braces.
    pub(super) span: Range<usize>,
    places: [u8; Key::COUNT],
    entries: Vec<Entry<'i>>,
    bad: u64,
    /// The keys that misspelt ones were most likely meant to be.
    meant: u64,
}

#[derive(Debug)]
struct Entry<'i> {
    place: Range<usize>,
    value: Option<DeValue<'i>>,
}

impl<'i> Row<'i> {
    /// Takes a table apart and reports the keys that it does not have.
    ///
    /// The table was parsed from the part of the text that begins at `base`; `span` is a
    /// place in the whole text.
    pub(super) fn new(
        table: &'static Table,
        span: Range<usize>,
        map: DeTable<'i>,
        base: usize,
        faults: &mut Faults,
    ) -> Self {
        let mut row = Self {
            table,
            span,
            places: [ABSENT; Key::COUNT],
            entries: Vec::with_capacity(map.len().min(Key::COUNT)),
            bad: 0,
            meant: 0,
        };
        let known = table.set();
        for (word, cell) in map {
            if let Some(key) = Key::find(word.get_ref()).filter(|key| known & key.bit() != 0) {
                row.place(key, base, cell);
            } else {
                row.bad |= UNKNOWN;
                row.meant |= unknown_key(table, &word, faults).map_or(0, Key::bit);
            }
        }
        row
    }

    fn place(&mut self, key: Key, base: usize, cell: Cell<'i>) {
        let place = shifted(cell.span(), base);
        if let (Some(slot), Ok(at)) =
            (self.places.get_mut(key as usize), u8::try_from(self.entries.len()))
        {
            *slot = at;
            self.entries.push(Entry { place, value: Some(cell.into_inner()) });
        }
    }

    fn entry(&self, key: Key) -> Option<&Entry<'i>> {
        self.entries.get(usize::from(*self.places.get(key as usize)?))
    }

    /// Whether the key is there, sound or not.
    pub(super) fn has(&self, key: Key) -> bool {
        self.entry(key).is_some()
    }

    /// The place of a key's value; the heading where the key is not there.
    pub(super) fn at(&self, key: Key) -> Range<usize> {
        self.entry(key).map_or_else(|| self.span.clone(), |e| e.place.clone())
    }

    /// Takes a value out; its place can still be asked for.
    pub(super) fn take(&mut self, key: Key) -> Option<DeValue<'i>> {
        let at = usize::from(*self.places.get(key as usize)?);
        self.entries.get_mut(at)?.value.take()
    }

    /// Notes that what stands behind a key is not sound.
    pub(super) fn mark(&mut self, key: Key) {
        self.bad |= key.bit();
    }

    /// Takes such a note back.
    pub(super) fn clear(&mut self, key: Key) {
        self.bad &= !key.bit();
    }

    /// Whether any of these keys was not sound.
    pub(super) fn is_bad(&self, keys: &[Key]) -> bool {
        keys.iter().any(|key| self.bad & key.bit() != 0)
    }

    /// Whether there was a key that the table does not have.
    pub(super) fn has_unknown(&self) -> bool {
        self.bad & UNKNOWN != 0
    }

    /// Whether a misspelt key was most likely meant to be one of these.
    pub(super) fn is_meant(&self, keys: &[Key]) -> bool {
        keys.iter().any(|key| self.meant & key.bit() != 0)
    }

    /// Text as the file has it, not yet harmless.
    pub(super) fn raw(&mut self, key: Key, faults: &mut Faults) -> Option<Cow<'i, str>> {
        match self.take(key)? {
            DeValue::String(text) => Some(text),
            other => {
                self.wrong_type(key, &other, faults);
                None
            }
        }
    }

    /// Text made harmless; `None` where there is none to see.
    pub(super) fn text(&mut self, key: Key, faults: &mut Faults) -> Option<Text> {
        let text = Text::new(&self.raw(key, faults)?);
        (!text.trim().is_empty()).then_some(text)
    }

    /// Text that must be there.
    pub(super) fn required(&mut self, key: Key, faults: &mut Faults) -> Option<Text> {
        let text = self.text(key, faults);
        if text.is_none() && !self.is_bad(&[key]) {
            self.missing(key, faults);
        }
        text
    }

    /// Reports a key that must be there and is not, or is empty.
    pub(super) fn missing(&mut self, key: Key, faults: &mut Faults) {
        self.mark(key);
        // The misspelt key has been reported, and what it misspells is not missing.
        if self.is_meant(&[key]) {
            return;
        }
        let name = self.table.name;
        let word = key.word();
        let field = self.table.field(key);
        let example = field.map_or("…", |f| f.kind.example());
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

    /// Several texts, each with its place; wrong elements are reported and left out.
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
        for cell in list {
            let span = cell.span();
            match cell.into_inner() {
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

    /// Reports a value of another kind than the key needs.
    pub(super) fn wrong_type(&mut self, key: Key, found: &DeValue<'_>, faults: &mut Faults) {
        self.mark(key);
        let wanted = self.table.field(key).map_or(Kind::Text, |f| f.kind);
        let word = key.word();
        let message = format!("'{word}' needs {}, not {}", wanted.words(), kind(found));
        let help = mend(word, wanted, found);
        faults.add(&WRONG_TYPE, self.at(key), message).help(help);
    }
}

/// A place in the whole text, of a place in the part of it that begins at `base`.
pub(super) fn shifted(span: Range<usize>, base: usize) -> Range<usize> {
    span.start + base..span.end + base
}

/// How to write what is there in the kind that is wanted.
fn mend(word: &str, wanted: Kind, found: &DeValue<'_>) -> String {
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
        (Kind::Text, Some(shown), _) => format!("put it in quotes: {word} = \"{shown}\""),
        (Kind::TextList, Some(shown), DeValue::String(_)) => {
            format!("put it in brackets: {word} = [\"{shown}\"]")
        }
        (Kind::Number | Kind::Whole | Kind::Flag, Some(shown), DeValue::String(_))
            if shown.parse::<f64>().is_ok() || matches!(&*shown, "true" | "false") =>
        {
            format!("write it without quotes: {word} = {shown}")
        }
        _ => format!("write it like this: {word} = {}", wanted.example()),
    }
}

/// Reports a key that the table does not have; gives the one that was most likely meant.
fn unknown_key(
    table: &'static Table,
    word: &Spanned<Cow<'_, str>>,
    faults: &mut Faults,
) -> Option<Key> {
    let raw = word.get_ref();
    let message = match table.heading {
        "" => format!("unknown table or key {} outside any table", quoted(raw)),
        heading => format!("unknown key {} in {heading}", quoted(raw)),
    };
    let wanted = raw.trim().to_lowercase().replace([' ', '-'], "_");
    let near = nearest(&wanted, table.fields().map(|f| f.key.word()));
    let help = match near {
        Some(near) => format!("did you mean '{near}'?"),
        None => known_keys(table),
    };
    faults.add(&UNKNOWN_KEY, word.span(), message).help(help);
    near.and_then(Key::find)
}

fn known_keys(table: &'static Table) -> String {
    if table.name == TOP.name {
        let known = "[report], [source.KEY], [[group]], [[indicator]], [[event]]";
        return format!("a file holds {known}; move the key under one of these headings");
    }
    let words = table.fields().map(|f| f.key.word());
    format!("its keys are {}", words.collect::<Vec<_>>().join(", "))
}
