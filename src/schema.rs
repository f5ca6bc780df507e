//! The format of the file: which tables there are, and which keys each of them may have.
//!
//! Reading, messages about unknown keys and `docs/format.md` follow these tables.

mod tables;

pub use tables::{
    ALSO, EVENT, GROUP, INDICATOR, POINT, POLL, REPORT, RIVAL, SERIES, SOURCE, TABLES, TARGET, TOP,
};

/// Declares every key, with its word in the file.
macro_rules! keys {
    ($($name:ident $word:literal)*) => {
        /// A key of the file.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Key { $(#[doc = concat!("`", $word, "`")] $name,)* }

        impl Key {
            /// The number of keys.
            pub const COUNT: usize = [$($word),*].len();

            /// Its word in the file.
            pub fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }

            /// The key of a word.
            pub fn find(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$name),)* _ => None }
            }
        }
    };
}

keys! {
    Report "report" Source "source" Group "group" Indicator "indicator" Event "event"
    Title "title" Area "area" Authors "authors" Publisher "publisher" Published "published"
    Url "url" About "about" Accessed "accessed" Kind "kind" Note "note"
    Id "id" Label "label" Short "short" Unit "unit" Of "of" Scale "scale" Change "change"
    ReviewBy "review_by" Related "related" Series "series" Rival "rival" Poll "poll"
    Value "value" Hedge "hedge" Wording "wording" Period "period" Status "status"
    Locator "locator" StatedBy "stated_by" Points "points" Differs "differs"
    Pollster "pollster" Sponsor "sponsor" Fielded "fielded" Sample "sample" Margin "margin"
    Mode "mode" Population "population" Recruitment "recruitment" Question "question"
    Weighting "weighting" Quality "quality" Limitations "limitations"
    Date "date" Indicators "indicators"
    Target "target" Judgement "judgement" Base "base" Interval "interval" IntervalIs "interval_is"
    Copy "copy" Scenario "scenario" Derived "derived" Also "also" PartOf "part_of" Edition "edition"
    Texts "texts"
}

// The highest bit of a set of keys stands for an unknown key.
const _: () = assert!(Key::COUNT < 63);

impl Key {
    /// The key as a bit of a set.
    pub const fn bit(self) -> u64 {
        1 << (self as u8)
    }
}

/// One kind of value each: its name, its words, and an example.
macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident $words:literal $example:literal)*) => {
        /// The kind of value of a key.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Kind { $($(#[$doc])* $name,)* }

        impl Kind {
            /// In words for messages and docs.
            pub fn words(self) -> &'static str {
                match self { $(Self::$name => $words,)* }
            }

            /// An example of such a value.
            pub fn example(self) -> &'static str {
                match self { $(Self::$name => $example,)* }
            }
        }
    };
}

kinds! {
    /// Text in quotes.
    Text "text in quotes" "\"…\""
    /// A text, or several in a list.
    Texts "text in quotes, or a list of texts" "\"…\" or [\"…\", \"…\"]"
    /// Several texts in a list.
    TextList "a list of texts in quotes" "[\"…\", \"…\"]"
    /// A number.
    Number "a number" "3.3"
    /// A whole number, zero or more.
    Whole "a whole number" "804"
    /// `true` or `false`.
    Flag "true or false" "true"
    /// An EDTF date or span.
    Date "a date in quotes" "\"2024-12\""
    /// A number, two numbers in a list, or a fraction in quotes.
    Value "a number, two numbers in a list, or a fraction in quotes" "70, [50, 70] or \"2/3\""
    /// Two numbers in a list, the lower first.
    Scale "two numbers in a list" "[0, 500]"
    /// A list of sources, each in braces.
    Sources "a list of sources in braces" "[{ source = \"…\", locator = \"…\" }]"
    /// A list of points, each in braces.
    Points "a list of points in braces" "[{ period = \"2023\", value = 7 }]"
    /// A table under a heading.
    Table "a table" "a heading in brackets"
    /// Any number of tables, each under a heading.
    Tables "tables" "a heading in brackets"
}

/// One key of a table.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The key.
    pub key: Key,
    /// The kind of its value.
    pub kind: Kind,
    /// Whether an item needs it.
    pub required: bool,
    /// Its meaning, in a line.
    pub doc: &'static str,
}

/// One table of the file.
#[derive(Debug)]
pub struct Table {
    /// The name of an item of it in messages.
    pub name: &'static str,
    /// Its heading in the file.
    pub heading: &'static str,
    /// What it is for, in a line.
    pub doc: &'static str,
    /// Its own keys.
    pub own: &'static [Field],
    /// The keys that it shares with the other tables that state a figure.
    pub shared: &'static [Field],
}

impl Table {
    /// Its own keys, then the shared ones.
    pub fn fields(&self) -> impl Iterator<Item = &'static Field> {
        self.own.iter().chain(self.shared)
    }

    /// The entry of a key.
    pub fn field(&self, key: Key) -> Option<&'static Field> {
        self.fields().find(|f| f.key == key)
    }

    /// Its keys as a set of [`Key::bit`]s.
    pub fn set(&self) -> u64 {
        self.fields().fold(0, |set, field| set | field.key.bit())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_table_has_a_key_twice_and_every_doc_is_one_line() {
        for table in TABLES {
            let mut seen = 0;
            for field in table.fields() {
                assert_eq!(seen & field.key.bit(), 0, "{} {:?}", table.name, field.key);
                seen |= field.key.bit();
                assert_eq!(Key::find(field.key.word()), Some(field.key));
                assert!(!field.doc.is_empty() && !field.doc.ends_with('.') && field.doc.len() < 90);
            }
        }
    }
}
