//! Ids of items.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Lowering;
use crate::diagnostic::{quoted, rules};
use crate::load::reader::Row;
use crate::schema::Key;
use crate::syntax::{DUPLICATE_ID, is_bare_key};

rules! {

    /// An id that is not in lower case with hyphens.
    BAD_ID "E014" "id is not well formed"
r#"Ids are words of a to z and 0 to 9 joined by single hyphens. They are typed
on the command line and compared between versions of the file, so there must
be one way to write them. The key of a source may have capitals and
underscores too, as TOML allows without quotes. The item is left out.

    wrong:  id = "Debt to Russia"
    right:  id = "debt-to-russia""#
}

impl<'i> Lowering<'i, '_> {
    /// The id of a row, if it is well formed.
    pub(super) fn id(&mut self, row: &mut Row<'i>) -> Option<Cow<'i, str>> {
        let id = self.well_formed(row);
        if id.is_none() {
            self.leave_out(row.table.name, "", row.span.start);
        }
        id
    }

    fn well_formed(&mut self, row: &mut Row<'i>) -> Option<Cow<'i, str>> {
        let id = row.raw(Key::Id, self.faults);
        match id {
            Some(id) if is_id(&id) => Some(id),
            Some(id) if id.trim().is_empty() => {
                row.missing(Key::Id, self.faults);
                None
            }
            Some(id) => {
                let message = format!("{} is not a well formed id", quoted(&id));
                let help = match slug(&id) {
                    slug if slug.is_empty() => "use a to z, 0 to 9 and single hyphens".to_owned(),
                    slug => format!("write id = \"{slug}\""),
                };
                self.faults.add(&BAD_ID, row.at(Key::Id), message).help(help);
                None
            }
            None => {
                if !row.is_bad(&[Key::Id]) {
                    row.missing(Key::Id, self.faults);
                }
                None
            }
        }
    }

    pub(super) fn duplicate(
        &mut self,
        name: &str,
        id: &str,
        at: Range<usize>,
        first: Range<usize>,
    ) {
        self.leave_out(name, id, at.start);
        let word = if name == Key::Source.word() { "key" } else { "id" };
        let message = format!("the {name} {word} {} appears twice", quoted(id));
        self.faults
            .add(&DUPLICATE_ID, at, message)
            .help(format!("the second is left out; give it another {word}"))
            .related(first, "first here");
    }
}

/// Whether an id is words of `a` to `z` and `0` to `9`, joined by single hyphens.
fn is_id(id: &str) -> bool {
    let bytes = id.as_bytes();
    let mut hyphen = true;
    for byte in bytes {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' => hyphen = false,
            b'-' if !hyphen => hyphen = true,
            _ => return false,
        }
    }
    !hyphen
}

/// The key that a source of this name can have; names may have capitals.
pub(super) fn source_key(name: &str) -> String {
    match slug(name) {
        _ if is_bare_key(name) => name.to_owned(),
        slug if slug.is_empty() => "KEY".to_owned(),
        slug => slug,
    }
}

/// Whether a name is a web address.
pub(super) fn is_address(name: &str) -> bool {
    name.contains("://") || name.starts_with("www.")
}

/// The nearest well formed id, without the marks of letters; empty where letters cannot be kept.
pub(super) fn slug(raw: &str) -> String {
    const OTHERS: [(char, &str); 8] = [
        ('ß', "ss"),
        ('æ', "ae"),
        ('œ', "oe"),
        ('ø', "o"),
        ('ł', "l"),
        ('đ', "d"),
        ('ð', "d"),
        ('ı', "i"),
    ];
    let mut slug = String::new();
    for c in raw.chars().take(60).flat_map(char::to_lowercase).nfd() {
        let other = OTHERS.iter().find(|(letter, _)| *letter == c);
        if let Some((_, plain)) = other {
            slug.push_str(plain);
        } else if is_combining_mark(c) {
            // The letter stays.
        } else if c.is_alphabetic() && !c.is_ascii() {
            return String::new();
        } else if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_words_joined_by_single_hyphens() {
        for (raw, sound, slugged) in [
            ("debt-to-russia", true, "debt-to-russia"),
            ("g7", true, "g7"),
            ("Debt to Russia!", false, "debt-to-russia"),
            ("a--b", false, "a-b"),
            ("-a", false, "a"),
            ("", false, ""),
            ("долг", false, ""),
            ("долг 2", false, ""),
            ("Straße", false, "strasse"),
            ("dëbt", false, "debt"),
        ] {
            assert_eq!((is_id(raw), slug(raw).as_str()), (sound, slugged), "{raw}");
        }
    }
}
