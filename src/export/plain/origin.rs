//! Where a figure is from, for speech.

use super::speech::{aloud, locator};
use crate::report::{AlsoIn, Observation, Period, Report, Source};

/// Signs in a calculation, and the words for them.
const SIGNS: [(&str, &str); 7] = [
    ("+", "plus"),
    ("−–-", "minus"),
    ("×·*⋅", "times"),
    ("/÷", "divided by"),
    ("=", "equals"),
    ("(", "open bracket"),
    (")", "close bracket"),
];

/// How a figure was worked out, its source, and the others that print it.
pub(super) fn sentences(report: &Report, figure: &Observation) -> Vec<String> {
    let calculation = figure.derived.as_deref();
    let calculation = calculation.map(|how| format!("Our own calculation: {}", calculated(how)));
    let source = match figure.derived {
        Some(_) => figure
            .source
            .and_then(|ix| report.source(ix))
            .map(|source| format!("Worked out from: {}", of(source, figure.locator.as_deref()))),
        None => Some(super::source(report, figure.source, figure.locator.as_deref())),
    };
    let is_derived = figure.derived.is_some();
    let lead = if is_derived { "Worked out also from" } else { "Also printed in" };
    let others = figure.also.iter().map(|it| format!("{lead}: {}", other(report, it)));
    calculation.into_iter().chain(source).chain(others).collect()
}

/// How a figure was worked out and from what: `worked out as 34 plus 22, from World Bank`.
pub(super) fn calculated_from(report: &Report, figure: &Observation) -> Option<String> {
    let how = calculated(figure.derived.as_deref()?);
    let source = figure.source.and_then(|ix| report.source(ix));
    let from = source.map(|source| source.publisher.as_ref().unwrap_or(&source.title));
    let from = from.map(|from| format!(", from {}", aloud(from).trim_end_matches('.')));
    Some(format!("worked out as {how}{}", from.unwrap_or_default()))
}

/// What follows a figure and its first source: its other sources.
pub(super) fn more(report: &Report, figure: &Observation) -> String {
    let others: Vec<_> = figure.also.iter().map(|it| other(report, it)).collect();
    let lead = if figure.derived.is_some() { "and from" } else { "also in" };
    if others.is_empty() {
        return String::new();
    }
    format!(", {lead} {}", others.join(&format!(", {lead} ")))
}

fn other(report: &Report, other: &AlsoIn) -> String {
    let source = report.source(other.source).map(|source| of(source, other.locator.as_deref()));
    let words = other.wording.as_deref().map(|words| format!(", as “{}”", aloud(words)));
    format!("{}{}", source.unwrap_or_default(), words.unwrap_or_default())
}

/// A source with its publisher, its date, and a place in it.
pub(super) fn of(source: &Source, place: Option<&str>) -> String {
    let date = || source.published.as_ref().map_or_else(|| "no date".to_owned(), Period::spoken);
    let from = source.publisher.as_ref().map(|publisher| aloud(publisher));
    let known = [from, Some(date())].into_iter().filter(|_| !source.is_missing);
    let parts = std::iter::once(Some(aloud(&source.title))).chain(known);
    let parts = parts.chain([place.map(locator)]);
    parts.flatten().collect::<Vec<_>>().join(", ")
}

/// A calculation with words for its signs.
fn calculated(how: &str) -> String {
    let mut out = String::with_capacity(how.len());
    let mut before = ' ';
    let mut chars = how.chars().peekable();
    while let Some(c) = chars.next() {
        let is_digit = |c: &char| c.is_ascii_digit();
        // Between letters these are no signs of a calculation: "year-end", "and/or".
        let is_sign = !(before.is_alphabetic() && chars.peek().is_some_and(|c| c.is_alphabetic()));
        let is_negative = matches!(c, '−' | '-') && chars.peek().is_some_and(is_digit);
        match SIGNS.iter().find(|(signs, _)| is_sign && signs.contains(c)) {
            Some(_) if is_negative && matches!(before, ' ' | '(') => out.push('−'),
            Some((_, word)) => out.extend([" ", word, " "]),
            None => out.push(c),
        }
        before = c;
    }
    aloud(&out)
}

#[cfg(test)]
mod tests {
    use super::calculated;
    use crate::export::spoken_indicator;
    use crate::load::load;
    use crate::report::Day;

    #[test]
    fn every_source_is_said_and_a_calculation_is_said_to_be_ours() {
        let file = include_str!("../../../tests/fixtures/valid/sources.toml");
        let as_of = Day::new(2026, 11, 29);
        let report = load(file, as_of).report;
        let spoken = |at: usize| spoken_indicator(&report, &report.indicators[at], as_of);
        for (at, said) in [
            (
                0,
                "Table 3, page 41. Also printed in: What the city owes, The Mirror, 14 January \
                 2025, para. 4, as “almost 62 million dollars”. Also printed in: Minutes of the \
                 council, City Council, February 2025, item 7.",
            ),
            (
                0,
                "About 58 million USD, our own calculation, 2024, worked out as a third of 174, \
                 from City Council; this",
            ),
            (1, "firms: 56 percent, our own calculation. Of what"),
            (
                1,
                "Our own calculation: 34 plus 22. Worked out from: Debt tables of the cities, Bank \
                 of Cities, December 2024. Worked out also from: Minutes of the council",
            ),
            (2, "fell 36 percent compared with 2023, our own calculation. Period"),
        ] {
            assert!(spoken(at).contains(said), "{said}\n{}", spoken(at));
        }
        assert!(!spoken(2).contains("source"), "{}", spoken(2));
    }

    #[test]
    fn a_calculation_is_read_with_words_for_its_signs() {
        for (how, said) in [
            ("34 + 22", "34 plus 22"),
            ("15.5 / 24.4 − 1", "15.5 divided by 24.4 minus 1"),
            ("15.5/24.4-1", "15.5 divided by 24.4 minus 1"),
            ("34 % × 20", "34 percent times 20"),
            ("2 · (3 + 4)", "2 times open bracket 3 plus 4 close bracket"),
            ("−5 + 3", "minus 5 plus 3"),
            ("the year-end stock and/or flow", "the year-end stock and/or flow"),
        ] {
            assert_eq!(calculated(how), said, "{how}");
        }
    }
}
