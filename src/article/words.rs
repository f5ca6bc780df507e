//! The words by which a text tells which figure a number is: those of labels, units and wordings.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

/// Words that say nothing of what is counted.
const EMPTY: &str = "the and for from with that this these those its their they them which who whom whose than \
    but about into out over under more less least most many much some all any each per cent percent percentage \
    million billion trillion thousand hundred hundreds thousands year years month months number numbers \
    share rate figure figures total change changes level people are was were been being has have had will \
    would could can may might should his her our your there here when where while what how after before \
    since until between against also only just even still now then other others another such own same new \
    last first next two three one its way yet nor both either every very few up down because during \
    through said says say according report reports against almost nearly around roughly point points";

static EMPTY_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| EMPTY.split_whitespace().collect());

/// Forms that do not begin like the others of their word.
const IRREGULAR: [(&str, &str); 12] = [
    ("spent", "spend"),
    ("taught", "teach"),
    ("sold", "sell"),
    ("bought", "buy"),
    ("paid", "pay"),
    ("sent", "send"),
    ("lost", "lose"),
    ("left", "leave"),
    ("emit", "emission"),
    ("emits", "emission"),
    ("emitted", "emission"),
    ("emitting", "emission"),
];

/// Endings that words of one meaning differ in.
const ENDINGS: [&str; 20] = [
    "ations", "ation", "ements", "ement", "ments", "ment", "ings", "ing", "ers", "er", "ors", "or",
    "ies", "ied", "es", "ed", "ly", "s", "y", "e",
];

/// The most letters that are compared.
const LONGEST: usize = 6;

/// What is alike in the forms of a word: `exports` and `exported`. `None` for words that tell nothing.
pub(super) fn stem(word: &str) -> Option<String> {
    let is_upper = word.len() == 2 && word.bytes().all(|b| b.is_ascii_uppercase());
    if is_upper {
        return Some(word.to_owned());
    }
    let mut lower = word.to_lowercase();
    if let Some((_, usual)) = IRREGULAR.iter().find(|(form, _)| *form == lower) {
        (*usual).clone_into(&mut lower);
    }
    if lower.chars().count() < 3 || EMPTY_WORDS.contains(&*lower) {
        return None;
    }
    Some(form(&lower))
}

/// What the forms of a word begin with.
pub(super) fn form(word: &str) -> String {
    let lower = word.to_lowercase();
    let ending = |end: &&&str| lower.strip_suffix(**end).is_some_and(|rest| rest.len() >= 3);
    let end = ENDINGS.iter().find(ending).map_or(0, |end| end.len());
    lower.get(..lower.len() - end).unwrap_or(&lower).chars().take(LONGEST).collect()
}

/// The words of a text and where they stand.
pub(super) fn split(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let start = at + rest.find(char::is_alphabetic)?;
        let word = text.get(start..)?;
        let end = start + word.find(|c: char| !c.is_alphabetic()).unwrap_or(word.len());
        at = end;
        Some((start..end, text.get(start..end)?))
    })
}

/// The bytes of a text behind a place, as far as they may belong to what stands there.
pub(super) fn behind(text: &str, at: usize) -> &str {
    const MOST: usize = 60;
    let end = text.len().min(at + MOST);
    let end = (at..=end).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(at);
    text.get(at..end).unwrap_or_default()
}

/// The words of all indicators, and how much each tells.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    ids: HashMap<String, u32>,
    /// The indicators that have a word.
    of: Vec<Vec<u32>>,
}

/// A word of more indicators than these tells nothing.
const COMMON: usize = 100;

impl Vocabulary {
    /// Adds the words of a text of an indicator; returns them.
    pub(super) fn add(&mut self, indicator: Option<u32>, text: &str) -> Vec<u32> {
        let mut own = Vec::new();
        for stem in split(text).filter_map(|(_, word)| stem(word)) {
            let next = u32::try_from(self.ids.len()).unwrap_or(u32::MAX);
            let id = *self.ids.entry(stem).or_insert(next);
            if id == next {
                self.of.push(Vec::new());
            }
            own.push(id);
            let Some(list) = self.of.get_mut(id as usize) else { continue };
            if let Some(indicator) = indicator.filter(|own| list.last() != Some(own)) {
                list.push(indicator);
            }
        }
        own
    }

    /// The word with the stem of this one.
    pub(super) fn id(&self, word: &str) -> Option<u32> {
        self.ids.get(&stem(word)?).copied()
    }

    /// The indicators that a word speaks for, and how much.
    pub(super) fn tells(&self, id: u32) -> (&[u32], f64) {
        let list = self.of.get(id as usize).map(Vec::as_slice).unwrap_or_default();
        if list.len() > COMMON {
            return (&[], 0.0);
        }
        let count = u32::try_from(list.len().max(1)).unwrap_or(u32::MAX);
        (list, f64::from(count).powf(-0.75))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_are_alike() {
        for (a, b) in [
            ("exports", "exported"),
            ("integration", "integrated"),
            ("programmes", "program"),
            ("Belarusians", "Belarus"),
            ("voters", "vote"),
            ("oppose", "opposed"),
        ] {
            assert_eq!(stem(a), stem(b), "{a}, {b}");
        }
        for word in ["the", "of", "it", "percent"] {
            assert_eq!(stem(word), None, "{word}");
        }
        assert!(stem("IT").is_some());
    }
}
