//! Words that say that something has not happened: a forecast, a plan, a target.

use std::ops::Range;

use super::lexicon::{Foretold, LEXICON};
use super::token::Tokens;

/// Words behind which "will" is no verb.
const NO_VERB: &[&str] = &["a", "the", "his", "her", "their", "of", "free"];

/// The first words of a text that say that its figure has not happened. `year` is this year: what is
/// to be so "by 2030" has not happened before.
pub(crate) fn foretold(text: &str, year: i64) -> Option<(Foretold, Range<usize>)> {
    let tokens = Tokens::of(text);
    (0..tokens.len()).find_map(|at| {
        let (what, end) =
            named(&tokens, at).or_else(|| will(&tokens, at)).or_else(|| by(&tokens, at, year))?;
        Some((what, tokens.span(&(at..end))))
    })
}

fn named(tokens: &Tokens<'_>, at: usize) -> Option<(Foretold, usize)> {
    let stem = || Some((LEXICON.is_foretold(tokens.word(at)?)?, at + 1));
    // "Against a target of 6" speaks of another number.
    let beside = ["against", "with", "after", "than", "contre", "versus", "vs", "missed", "beat"];
    let is_beside =
        at.checked_sub(1).and_then(|at| tokens.word(at)).is_some_and(|w| beside.contains(&w));
    LEXICON.foretold.at(tokens, at).or_else(stem).filter(|_| !is_beside)
}

/// "Will reach", but not "a will".
fn will(tokens: &Tokens<'_>, at: usize) -> Option<(Foretold, usize)> {
    let is_noun =
        at.checked_sub(1).and_then(|at| tokens.word(at)).is_some_and(|w| NO_VERB.contains(&w));
    // "Will reach 30" speaks of a number, "will be negative" does not.
    let is_verb = tokens.word(at) == Some("will")
        && tokens.word(at + 1).is_some_and(|word| !matches!(word, "in" | "not"))
        && (at + 2..at + 6).any(|at| tokens.digits(at).is_some());
    (is_verb && !is_noun).then_some((Foretold::Forecast, at + 2))
}

#[expect(clippy::cast_precision_loss, reason = "years have few digits")]
fn precise(year: i64) -> f64 {
    year as f64
}

/// "By 2030", of a year to come.
fn by(tokens: &Tokens<'_>, at: usize, year: i64) -> Option<(Foretold, usize)> {
    let is_by =
        tokens.word(at).is_some_and(|word| matches!(word, "by" | "bis" | "до" | "do" | "para"));
    let to = tokens.digits(at + 1).filter(|_| is_by)?.plain()?;
    let is_later = to > precise(year) && to < 2200.0;
    // "By 2030 people" counts people.
    let is_alone = tokens.word(at + 2).is_none_or(|word| word.len() <= 3);
    (is_later && is_alone).then_some((Foretold::Target, at + 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_not_happened_is_told_from_what_has() {
        let table = include_str!("../../tests/fixtures/wordings/statuses.tsv");
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let (wording, status) = line.split_once('\t').expect("two columns");
            assert_eq!(foretold(wording, 2026).is_some(), status != "-", "{line}");
        }
    }
}
