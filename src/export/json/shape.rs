//! What an object of the export has in it. The objects and their schema are written from one table.

use std::ops::Deref;

use super::value::Json;
use crate::report::Report;

/// A kind of object.
pub(super) trait Shape: Sized + 'static {
    /// What it is made of.
    type Item<'r>;
    /// Its name in the schema.
    const NAME: &'static str;
    /// What it is, in a sentence.
    const ABOUT: &'static str;
    /// Its keys, in their order.
    const KEYS: &'static [Key<Self>];
}

/// Something of a report.
pub(super) struct Of<'r, T: ?Sized> {
    pub(super) report: &'r Report,
    pub(super) it: &'r T,
}

/// What an object of a shape is made of. It derefs to that.
pub(super) struct Part<'r, S: Shape>(S::Item<'r>);

impl<'r, S: Shape> Deref for Part<'r, S> {
    type Target = S::Item<'r>;

    fn deref(&self) -> &S::Item<'r> {
        &self.0
    }
}

/// A key of an object.
pub(super) struct Key<S: Shape> {
    /// Its name.
    pub(super) name: &'static str,
    /// What it says, in a sentence.
    pub(super) about: &'static str,
    /// What values it has.
    pub(super) kind: Kind,
    /// Whether it is always there.
    pub(super) is_needed: bool,
    /// Its value; `None` where there is nothing to say.
    pub(super) read: for<'r> fn(&Part<'r, S>) -> Option<Json<'r>>,
}

/// What values a key has.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// Any text.
    Text,
    /// This very text.
    Const(&'static str),
    /// One of a list of words.
    Word(fn() -> Vec<&'static str>),
    /// A text, or `null`.
    TextOrNull,
    /// A number.
    Number,
    /// A whole number from zero.
    Whole,
    /// Yes or no.
    Bool,
    /// An object of this name.
    Object(&'static str),
    /// A list of such values.
    List(&'static Self),
}

impl<S: Shape> Key<S> {
    /// A key that is there only where the file says something of it.
    pub(super) const fn new(
        name: &'static str,
        about: &'static str,
        kind: Kind,
        read: for<'r> fn(&Part<'r, S>) -> Option<Json<'r>>,
    ) -> Self {
        Self { name, about, kind, is_needed: false, read }
    }

    /// A text that is there only where the file has it.
    pub(super) const fn text(
        name: &'static str,
        about: &'static str,
        read: for<'r> fn(&Part<'r, S>) -> Option<Json<'r>>,
    ) -> Self {
        Self::new(name, about, Kind::Text, read)
    }
}

/// A key that is always there.
pub(super) const fn needed<S: Shape>(key: &Key<S>) -> Key<S> {
    Key { is_needed: true, ..*key }
}

/// An object.
pub(super) fn object<S: Shape>(item: S::Item<'_>) -> Json<'_> {
    let part = Part::<S>(item);
    let keys = S::KEYS.iter().filter_map(|key| Some((key.name, (key.read)(&part)?)));
    Json::Object(keys.collect())
}

/// The schema of an object, with its keys.
pub(super) fn schema<S: Shape>() -> Vec<(&'static str, Json<'static>)> {
    let keys = S::KEYS.iter().map(|key| {
        let mut value = vec![("description", Json::text(key.about))];
        value.extend(kind(key.kind));
        (key.name, Json::Object(value))
    });
    let needed = S::KEYS.iter().filter(|key| key.is_needed).map(|key| key.name);
    vec![
        ("description", Json::text(S::ABOUT)),
        ("type", Json::text("object")),
        ("required", Json::texts(needed)),
        ("additionalProperties", Json::Bool(false)),
        ("properties", Json::Object(keys.collect())),
    ]
}

fn kind(of: Kind) -> Vec<(&'static str, Json<'static>)> {
    let a = |name: &'static str| vec![("type", Json::text(name))];
    match of {
        Kind::Text => a("string"),
        Kind::Const(text) => vec![("const", Json::text(text))],
        Kind::Word(words) => vec![("enum", Json::texts(words()))],
        Kind::TextOrNull => vec![("type", Json::texts(["string", "null"]))],
        Kind::Number => a("number"),
        Kind::Whole => vec![("type", Json::text("integer")), ("minimum", Json::Number("0".into()))],
        Kind::Bool => a("boolean"),
        // In draft 7 nothing may stand beside a reference.
        Kind::Object(name) => vec![("allOf", Json::List(vec![reference(name)]))],
        Kind::List(Kind::Object(name)) => {
            vec![("type", Json::text("array")), ("items", reference(name))]
        }
        Kind::List(of) => vec![("type", Json::text("array")), ("items", Json::Object(kind(*of)))],
    }
}

fn reference(name: &str) -> Json<'static> {
    Json::Object(vec![("$ref", Json::text(format!("#/definitions/{name}")))])
}
