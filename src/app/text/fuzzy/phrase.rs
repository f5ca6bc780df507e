//! Typed words that stand side by side in a text, in their order.

use memchr::memmem::Finder;

use super::words::words;

/// Several words to find side by side.
pub(crate) struct Phrase {
    words: Vec<String>,
    /// Finds the longest of them: a cheap test that most texts fail.
    longest: Finder<'static>,
}

/// How a phrase stands in a text, the better one last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stands {
    /// Its last word begins one of the text: it may be typed half.
    Begun,
    /// All its words are words of the text.
    Whole,
}

impl Phrase {
    /// Words in their normal form; `None` for a single one.
    pub(crate) fn new(words: &[String]) -> Option<Self> {
        let longest = words.iter().max_by_key(|word| word.len()).filter(|_| words.len() > 1)?;
        Some(Self { longest: Finder::new(longest).into_owned(), words: words.to_vec() })
    }

    /// How it stands in a text in its normal form; `None` if it does not.
    pub(crate) fn stands_in(&self, text: &str) -> Option<Stands> {
        self.longest.find(text.as_bytes())?;
        let (last, others) = self.words.split_last()?;
        let text: Vec<_> = words(text).collect();
        let places = text.windows(self.words.len()).filter_map(|window| {
            let (end, begin) = window.split_last()?;
            let stands = if end == last { Stands::Whole } else { Stands::Begun };
            (begin == others && end.starts_with(&**last)).then_some(stands)
        });
        places.max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::text::{normal, typed_words};

    #[test]
    fn words_stand_side_by_side_in_their_order() {
        for (typed, text, stands) in [
            ("36 %, May 2026", "36 %; May 2026", Some(Stands::Whole)),
            ("36 %, May 2026", "36 %; Aug 2026; 34 %; May 2026", None),
            ("¶21", "¶21", Some(Stands::Whole)),
            ("¶2", "¶21", Some(Stands::Begun)),
            ("Table 1", "Tables 1", None),
            ("it exp", "IT exports", Some(Stands::Begun)),
            ("exports it", "IT exports", None),
            ("4 November 2021", "since 4 Nov 2021", Some(Stands::Whole)),
            ("nov 2021", "November 2021", Some(Stands::Whole)),
        ] {
            let phrase = Phrase::new(&typed_words(typed)).unwrap();
            assert_eq!(phrase.stands_in(&normal(text)), stands, "{typed} in {text}");
        }
        assert!(Phrase::new(&typed_words("one")).is_none());
    }
}
