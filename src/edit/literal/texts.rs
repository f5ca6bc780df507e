//! A text or a list of texts, typed with commas between them.

use std::ops::Range;

use toml::de::DeValue;

use super::string::string;
use crate::edit::{line, tree};

/// The literal for texts: one of them in quotes, several in a list. A list that is there stays one, with
/// its brackets, its quotes and what stands between its elements.
pub(super) fn texts(typed: &str, old: Option<&str>) -> String {
    if matches!(tree::value(typed), Some(DeValue::Array(_))) {
        return typed.to_owned();
    }
    let words: Vec<&str> = typed.split(',').map(str::trim).filter(|w| !w.is_empty()).collect();
    let places = old.and_then(places).unwrap_or_default();
    match (&*words, old, &*places) {
        ([], ..) => string(typed, old),
        ([_, ..], Some(old), [_, ..]) => relisted(&words, old, &places),
        ([only], ..) => string(only, old),
        _ => {
            let words: Vec<String> = words.iter().map(|word| string(word, old)).collect();
            format!("[{}]", words.join(", "))
        }
    }
}

/// Texts joined as they are typed; `None` where one of them would be taken for two.
pub(in crate::edit) fn joined(list: &DeValue<'_>) -> Option<String> {
    let words = list.as_array()?.iter().map(|node| node.get_ref().as_str());
    let words: Vec<&str> = words.collect::<Option<_>>()?;
    let is_plain = |word: &&str| !word.contains([',', '\n', '[']) && word.trim() == *word;
    words.iter().all(is_plain).then(|| words.join(", "))
}

/// Where the elements of a list of texts stand.
fn places(old: &str) -> Option<Vec<Range<usize>>> {
    let value = tree::value(old)?;
    let list = value.as_array()?.iter();
    list.map(|node| node.get_ref().as_str().map(|_| node.span())).collect()
}

/// The old list with other texts in it.
fn relisted(words: &[&str], old: &str, places: &[Range<usize>]) -> String {
    let style = |at: usize| places.get(at).or(places.last()).cloned().unwrap_or_default();
    let literal = |at: usize, word: &str| string(word, Some(line::part(old, style(at))));
    let end = places.last().map_or(0, |place| place.end);
    let mut written = old.to_owned();
    if let (Some(last), true) = (places.get(words.len() - 1), words.len() < places.len()) {
        written = line::splice(&written, last.end..end, "");
    } else {
        let gap = places.windows(2).next_back().map(|two| match two {
            [one, two] => line::part(old, one.end..two.start),
            _ => ", ",
        });
        let gap = gap.filter(|gap| !gap.contains('#')).unwrap_or(", ");
        let new = words.iter().enumerate().skip(places.len());
        let new: Vec<_> =
            new.map(|(at, word)| [gap.to_owned(), literal(at, word)].concat()).collect();
        let new = new.concat();
        written = line::splice(&written, end..end, &new);
    }
    for (at, (word, place)) in words.iter().zip(places).enumerate().rev() {
        written = line::splice(&written, place.clone(), &literal(at, word));
    }
    written
}
