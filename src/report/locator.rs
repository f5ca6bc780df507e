//! The paragraphs or pages that a locator names.

use std::ops::{Range, RangeInclusive};

/// What the numbers in a locator count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LocatorUnit {
    /// Paragraphs of running text.
    Paragraph,
    /// Pages.
    Page,
}

/// A place in a source that can be found by counting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locator {
    /// What is counted.
    pub unit: LocatorUnit,
    /// The numbers, from 1, in the order of the text; at least one range.
    pub numbers: Vec<RangeInclusive<usize>>,
    /// The bytes of the numbers in the text; of `9th paragraph` all of them.
    pub at: Range<usize>,
}

/// The words before a number.
const WORDS: [(LocatorUnit, &[&str]); 2] = [
    (
        LocatorUnit::Paragraph,
        &["¶", "¶¶", "para", "paras", "par", "paragraph", "paragraphs", "абз", "абзац"],
    ),
    (LocatorUnit::Page, &["p", "pp", "pg", "page", "pages", "стр"]),
];

/// The dashes between the ends of a range.
const DASHES: [char; 3] = ['-', '–', '—'];

impl Locator {
    /// Reads a locator as people write it. A page goes before a paragraph, which may be counted on
    /// it. `None` for a number of another kind, as in `Table 3`.
    pub fn of(text: &str) -> Option<Self> {
        let all = || {
            words(text).filter_map(|(unit, word)| {
                numbers(text, word.end, unit).or_else(|| ordinal(text, word, unit))
            })
        };
        all().find(|it| it.unit == LocatorUnit::Page).or_else(|| all().next())
    }

    /// The same place, counted from another start: `by` is added to each number.
    #[must_use]
    pub fn moved(&self, by: isize) -> Self {
        let moved = |number: &usize| number.saturating_add_signed(by);
        let numbers = self.numbers.iter().map(|it| moved(it.start())..=moved(it.end())).collect();
        Self { numbers, ..self.clone() }
    }

    /// Whether it names a number.
    pub fn has(&self, number: usize) -> bool {
        self.numbers.iter().any(|range| range.contains(&number))
    }
}

/// The words that say what is counted.
fn words(text: &str) -> impl Iterator<Item = (LocatorUnit, Range<usize>)> {
    let is_part = |c: char| c.is_alphabetic() || c == '¶';
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + text.get(at..)?.find(is_part)?;
            let rest = text.get(start..)?;
            at = start + rest.find(|c| !is_part(c)).unwrap_or(rest.len());
            let word = text.get(start..at)?.to_lowercase();
            let named = WORDS.iter().find(|(_, words)| words.contains(&word.as_str()));
            if let Some((unit, _)) = named {
                return Some((*unit, start..at));
            }
        }
    })
}

/// The numbers and ranges that follow a word.
fn numbers(text: &str, after: usize, unit: LocatorUnit) -> Option<Locator> {
    let start = skip(text, after, |c| matches!(c, '.' | ' ' | '\u{a0}'));
    let mut numbers = Vec::new();
    let mut end = start;
    let mut next = start;
    while let Some((first, after)) = number(text, next) {
        end = after;
        let dash = skip(text, end, |c| c == ' ' || DASHES.contains(&c));
        let is_range = text.get(end..dash).is_some_and(|between| between.contains(DASHES));
        let last = is_range.then(|| number(text, dash)).flatten();
        let last = last.filter(|(last, _)| *last >= first);
        end = last.map_or(end, |(_, after)| after);
        numbers.push(first..=last.map_or(first, |(last, _)| last));
        next = skip(text, end, |c| matches!(c, ',' | ';' | '&' | ' '));
        next += ["and ", "или ", "и "]
            .iter()
            .find(|and| text.get(next..).is_some_and(|rest| rest.starts_with(**and)))
            .map_or(0, |and| and.len());
    }
    (!numbers.is_empty()).then_some(Locator { unit, numbers, at: start..end })
}

/// The number before a word: `9th paragraph`. All of that is its place.
fn ordinal(text: &str, word: Range<usize>, unit: LocatorUnit) -> Option<Locator> {
    let before = text.get(..word.start)?.trim_end();
    let before = ["st", "nd", "rd", "th"].iter().find_map(|end| before.strip_suffix(end))?;
    let start = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let number = before.get(start..)?.parse().ok().filter(|number| *number > 0)?;
    Some(Locator { unit, numbers: vec![number..=number], at: start..word.end })
}

/// Where a text goes on after signs of a kind.
fn skip(text: &str, from: usize, is_sign: impl Fn(char) -> bool) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    from + rest.len() - rest.trim_start_matches(is_sign).len()
}

/// A whole number of plain digits, and where it ends: `12a` and `1,234` may be something else.
fn number(text: &str, start: usize) -> Option<(usize, usize)> {
    let end = skip(text, start, |c| c.is_ascii_digit());
    let mut after = text.get(end..)?.chars();
    let is_whole = match (after.next(), after.next()) {
        (Some(c), _) if c.is_alphanumeric() => false,
        (Some(',' | '.'), Some(c)) => !c.is_ascii_digit(),
        _ => true,
    };
    let number = text.get(start..end)?.parse().ok()?;
    (is_whole && number > 0).then_some((number, end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use LocatorUnit::{Page, Paragraph};

    #[test]
    fn paragraphs_and_pages_are_found_in_locators() {
        for (text, unit, numbers, at) in [
            ("¶ 12", Paragraph, &[12..=12][..], "12"),
            ("¶12", Paragraph, &[12..=12], "12"),
            ("para. 20", Paragraph, &[20..=20], "20"),
            ("paras 3–4", Paragraph, &[3..=4], "3–4"),
            ("par. 3", Paragraph, &[3..=3], "3"),
            ("Paragraph 7, second sentence", Paragraph, &[7..=7], "7"),
            ("¶ 12 and 14", Paragraph, &[12..=12, 14..=14], "12 and 14"),
            ("¶¶ 2, 5-7 & 9", Paragraph, &[2..=2, 5..=7, 9..=9], "2, 5-7 & 9"),
            ("p. 3", Page, &[3..=3], "3"),
            ("pp. 41 - 43", Page, &[41..=43], "41 - 43"),
            ("Table 3, p. 41", Page, &[41..=41], "41"),
            ("¶ 2, p. 41", Page, &[41..=41], "41"),
            ("p. 41, 2nd column", Page, &[41..=41], "41"),
            ("9th paragraph", Paragraph, &[9..=9], "9th paragraph"),
            ("on the 2nd page", Page, &[2..=2], "2nd page"),
            ("стр. 5", Page, &[5..=5], "5"),
        ] {
            let found = Locator::of(text).expect(text);
            assert_eq!(
                (found.unit, &*found.numbers, text.get(found.at).unwrap()),
                (unit, numbers, at)
            );
        }
    }

    #[test]
    fn other_numbers_are_no_place_to_count_to() {
        let long = "¶ 99999999999999999999999";
        for text in [
            "Table 3",
            "p. xii",
            "¶ 12a",
            "p. 0",
            "p. 1,234",
            "12",
            "p",
            "",
            "last paragraph",
            "0th page",
            long,
        ] {
            assert_eq!(Locator::of(text), None, "{text}");
        }
    }
}
