//! Which numbers of a text are dates, pages or other references, and not figures.

use std::ops::Range;

use super::lexicon::LEXICON;
use super::spelled;
use super::token::Tokens;
use crate::report::MONTHS;

/// A number behind one of these is a year, if it can be one.
const BEFORE_YEAR: &str = "in since until till during year years fy early late mid end quarter half \
    quartal trimestre квартал im en em nel nell w seit jahr année año anno ano в у с з за до к по рік годзе";

/// The same, if no noun follows.
const BEFORE_YEAR_ALONE: &str = "of for from to by before after and or than";

/// A number in front of one of these is a year, if it can be one.
const AFTER_YEAR: &str = "г года году годом годов р року рік році год годзе roku r 年";

/// A number behind one of these is a page, a table, an age or the like.
const BEFORE_REFERENCE: &str = "p pp page pages table figure fig chart annex section chapter no note \
    article art line wave round question paragraph age aged ages n";

fn lists(list: &str, word: Option<&str>) -> bool {
    word.is_some_and(|word| list.split_whitespace().any(|own| own == word))
}

/// Whether a number is certainly none that is counted or measured: the day of a month, a part of a
/// name, an age between hyphens.
pub(super) fn is_certain(tokens: &Tokens<'_>, number: &Range<usize>) -> bool {
    let (start, end) = (number.start, number.end);
    let before = start.checked_sub(1);
    // mid-2023, F-16
    let is_compound = before.is_some_and(|at| tokens.sign(at) == Some('-') && tokens.is_glued(at))
        && before.and_then(|at| at.checked_sub(1)).is_some_and(|at| {
            tokens.word(at).is_some_and(|word| word != "to") && tokens.is_glued(at)
        });
    let is_age =
        tokens.sign(end) == Some('-') && tokens.is(end + 1, "year") && tokens.is(end + 3, "old");
    let is_day = (is_month(tokens.word(end))
        || is_month(tokens.word(end + 1)) && tokens.is(end, "de"))
        && tokens.digits(start).is_some_and(|digits| digits.whole <= 2);
    is_compound || is_age || is_day || is_month_of(tokens, end) || is_quarter(tokens, start)
}

/// The 3 of "3Q24", "3Q 2024", "3rd quarter" and "third quarter".
fn is_quarter(tokens: &Tokens<'_>, start: usize) -> bool {
    let is_part = |at: usize| matches!(tokens.word(at), Some("quarter" | "half"));
    let is_nth = matches!(tokens.word(start + 1), Some("st" | "nd" | "rd" | "th"));
    let is_nth_word = tokens.word(start).is_some_and(|word| spelled::ordinal(word).is_some());
    if (is_nth && is_part(start + 2)) || (is_nth_word && is_part(start + 1)) {
        return true;
    }
    tokens.digits(start).is_some_and(|digits| digits.whole == 1)
        && tokens.is_glued(start)
        && is_short_part(tokens.word(start + 1))
        && tokens.digits(start + 2).is_some_and(|year| matches!(year.whole, 2 | 4))
}

/// The letter of a quarter or a half of a year.
fn is_short_part(word: Option<&str>) -> bool {
    matches!(word, Some("q" | "h"))
}

/// Whether a quarter or a half stands beside a number: "Q3 2024", "3Q 2024", "2024-Q3", "H1/2024".
fn is_beside_part(tokens: &Tokens<'_>, start: usize, end: usize) -> bool {
    let is_sign = |at: usize| matches!(tokens.sign(at), Some('-' | '–' | '/' | '\''));
    let is_named = |letter: usize, number: usize| {
        is_short_part(tokens.word(letter))
            && tokens.is_glued(letter.min(number))
            && tokens.digits(number).is_some_and(|digits| digits.whole == 1)
    };
    let is_before = |last: usize| {
        last.checked_sub(1).is_some_and(|first| is_named(first, last) || is_named(last, first))
    };
    let before = start.checked_sub(1);
    let before = before.and_then(|at| if is_sign(at) { at.checked_sub(1) } else { Some(at) });
    let after = end + usize::from(is_sign(end));
    before.is_some_and(is_before) || is_named(after, after + 1)
}

/// Whether a number is most likely a date or another reference.
pub(super) fn is_likely(tokens: &Tokens<'_>, number: &Range<usize>) -> bool {
    let (start, end) = (number.start, number.end);
    let before = start.checked_sub(1);
    let word_before = before.and_then(|at| tokens.word(at));
    let sign_before = before.and_then(|at| tokens.sign(at));
    let is_reference = matches!(sign_before, Some('§' | '¶' | '#' | '№' | '='))
        || lists(BEFORE_REFERENCE, word_before)
        || (sign_before == Some('.')
            && before
                .and_then(|at| at.checked_sub(1))
                .is_some_and(|at| lists(BEFORE_REFERENCE, tokens.word(at))));
    is_reference || is_confidence(tokens, end) || is_month(word_before) || is_year(tokens, number)
}

/// The 95 of "95% CI".
fn is_confidence(tokens: &Tokens<'_>, end: usize) -> bool {
    matches!(
        tokens.word(end),
        Some("ci" | "cri" | "ui" | "confidence" | "credible" | "uncertainty")
    )
}

/// The day of "6th of December".
fn is_month_of(tokens: &Tokens<'_>, end: usize) -> bool {
    let th = usize::from(matches!(tokens.word(end), Some("st" | "nd" | "rd" | "th")));
    let of = usize::from(tokens.word(end + th) == Some("of"));
    th + of > 0 && is_month(tokens.word(end + th + of))
}

/// Whether a word is the name of a month, in English also its first letters.
fn is_month(word: Option<&str>) -> bool {
    word.is_some_and(|word| {
        let is_start = |month: &str| month.to_lowercase().starts_with(word);
        LEXICON.months.contains(word)
            || word == "sept"
            || (word.len() >= 3 && word.is_ascii() && MONTHS.iter().any(|month| is_start(month)))
    })
}

/// Whether four digits are a year rather than a number of things.
fn is_year(tokens: &Tokens<'_>, number: &Range<usize>) -> bool {
    let (start, end) = (number.start, number.end);
    let year = |at: usize| {
        tokens
            .digits(at)
            .and_then(super::digits::Digits::plain)
            .filter(|v| (1500.0..2200.0).contains(v))
    };
    if year(start).is_none() || end != start + 1 {
        return false;
    }
    let before = start.checked_sub(1);
    let word_before = before.and_then(|at| tokens.word(at));
    let is_joined = |sign: usize, other: Option<usize>| {
        matches!(tokens.sign(sign), Some('-' | '–' | '/'))
            && other.is_some_and(|at| tokens.digits(at).is_some())
    };
    let is_alone = tokens.word(end).is_none() || lists(BEFORE_YEAR, tokens.word(end));
    lists(BEFORE_YEAR, word_before)
        || is_beside_part(tokens, start, end)
        || lists(AFTER_YEAR, tokens.word(end))
        || (is_alone && lists(BEFORE_YEAR_ALONE, word_before))
        || is_joined(end, Some(end + 1))
        || before.is_some_and(|at| is_joined(at, at.checked_sub(1)))
        || (is_alone && before.is_some_and(|at| matches!(tokens.sign(at), Some('(' | ','))))
}
