//! One number of a text: how it can be read, and what it counts.

mod multiplied;

use std::ops::Range;

use super::digits::Form;
use super::lexicon::{LEXICON, Says};
use super::limits;
use super::mark::{Mark, mark_after, mark_before};
use super::reference;
use super::spelled;
use super::token::{Kind, Tokens};
use crate::report::power_of_ten;
use multiplied::{multiplied, multiplier, power};

/// A number, and how exact it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Reading {
    /// The number, with its multiplier; a share is a share of one.
    pub(crate) value: f64,
    /// What the last written digit is worth.
    pub(crate) step: f64,
}

/// A number of a text, with all ways to read it.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "ways of printing a number, each on its own")]
pub(crate) struct Number {
    readings: Vec<Reading>,
    /// A share of one, such as "two-thirds" or "1 in 10".
    pub(crate) is_share: bool,
    /// Whether a multiplier word is part of it.
    pub(crate) is_scaled: bool,
    /// Whether the multiplier of a later number may belong to it: "2 to 3 million".
    pub(crate) is_loose: bool,
    /// The power of ten of its multiplier words.
    pub(super) power: i32,
    /// Whether it may be a date, a pronoun ("one"), a page or the like: it can confirm a value, but
    /// not contradict one.
    pub(crate) is_soft: bool,
    /// The upper number of a share, which may be the figure: the 5 of "5 in 27 countries".
    pub(crate) counted: Option<f64>,
    /// Whether it counts hundredths of its money: `80 cents`.
    pub(crate) is_subunit: bool,
    /// Whether it is certainly the day of a month, a part of a name or a place in a document.
    pub(crate) is_reference: bool,
    /// How many it is counted among: 100,000 of "64 per 100,000".
    pub(crate) per: Option<f64>,
    /// The unit that is printed with it.
    pub(crate) mark: Mark,
    /// Its tokens.
    pub(super) tokens: Range<usize>,
}

impl Number {
    /// Its readings, the likeliest first.
    pub(crate) fn readings(&self) -> impl Iterator<Item = Reading> {
        self.readings.iter().copied()
    }

    /// The largest reading: the one with the multiplier of a later number.
    pub(super) fn largest(&self) -> f64 {
        self.readings().map(|reading| reading.value).fold(self.value(), f64::max)
    }

    /// Whether it is a share of a whole: "½ percent" is half a percent, not half of something.
    pub(crate) fn is_of_whole(&self) -> bool {
        self.is_share && !matches!(self.mark, Mark::Percent | Mark::Points)
    }

    /// The likeliest reading.
    pub(super) fn value(&self) -> f64 {
        self.readings.first().map_or(0.0, |reading| reading.value)
    }

    /// Adds its readings times a factor, for a multiplier that may belong to it.
    pub(super) fn may_be_times(&mut self, factor: f64) {
        let more: Vec<_> = self.readings.iter().map(|reading| reading.times(factor)).collect();
        self.readings.extend(more);
    }

    fn scale(&mut self, factor: f64) {
        for reading in &mut self.readings {
            *reading = reading.times(factor);
        }
    }
}

impl Reading {
    fn times(self, factor: f64) -> Self {
        Self { value: self.value * factor, step: self.step * factor }
    }
}

/// The number that begins at a token.
pub(super) fn read(tokens: &Tokens<'_>, start: usize) -> Option<Number> {
    let mut found = plain(tokens, start)?;
    if let Some(share) = share(tokens, &found) {
        found = share;
    }
    power(tokens, &mut found);
    multiplied(tokens, &mut found);
    found.mark = mark_before(tokens, found.tokens.start);
    if let Some((mark, end)) = mark_after(tokens, found.tokens.end) {
        (found.mark, found.tokens.end) = (mark, end);
    }
    found.per = found.per.or_else(|| per(tokens, found.tokens.end));
    if let Some((codes, end)) = subunit(tokens, found.tokens.end) {
        found.is_subunit = true;
        (found.mark, found.tokens.end) = (Mark::Money(codes), end);
    }
    if !found.is_scaled && !found.is_share {
        found.is_reference = reference::is_certain(tokens, &found.tokens);
        found.is_soft |= found.is_reference || reference::is_likely(tokens, &found.tokens);
    }
    Some(found)
}

/// The token behind "in", "out of" and the like.
fn is_among(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    match (tokens.word(at)?, tokens.word(at + 1)) {
        ("out", Some("of")) | ("de" | "em" | "in", Some("cada" | "every")) => Some(at + 2),
        ("in" | "von" | "из" | "z" | "з" | "na" | "sur" | "su" | "of", _) => Some(at + 1),
        _ => None,
    }
}

/// Whether a noun and then the whole follows: "one child in eight", but not "3 cases in 28 years".
fn is_noun_among(tokens: &Tokens<'_>, at: usize) -> bool {
    let is_noun = tokens.word(at).is_some() && !tokens.is(at + 1, "of");
    let whole = is_among(tokens, at + 1).filter(|_| is_noun).and_then(|at| plain(tokens, at));
    whole.is_some_and(|whole| whole.value() <= 20.0)
}

/// The money of which a subunit behind a number is a hundredth: `80 cents`, `75p`.
fn subunit(tokens: &Tokens<'_>, end: usize) -> Option<(&'static str, usize)> {
    match tokens.word(end)? {
        "cent" | "cents" => Some(("USD EUR AUD CAD", end + 1)),
        "pence" => Some(("GBP", end + 1)),
        "p" if tokens.is_glued(end.wrapping_sub(1)) => Some(("GBP", end + 1)),
        "euro" if tokens.is(end + 1, "cents") => Some(("EUR", end + 2)),
        _ => None,
    }
}

fn exact(value: f64, tokens: Range<usize>) -> Number {
    Number { readings: vec![Reading { value, step: 1.0 }], tokens, ..Number::default() }
}

/// Digits or number words, without what follows.
fn plain(tokens: &Tokens<'_>, start: usize) -> Option<Number> {
    match &tokens.get(start)?.kind {
        Kind::Digits(digits) if !digits.is_tied || is_currency_before(tokens, start) => {
            let step = |decimals: i32| 10f64.powi(decimals.saturating_neg());
            let readings =
                digits.readings().map(|(value, decimals)| Reading { value, step: step(decimals) });
            let mut found = Number { readings: readings.collect(), ..Number::default() };
            found.tokens = start..start + 1;
            found.is_soft = digits.form == Form::List;
            found.is_share = digits.form == Form::Part;
            ratio(tokens, &mut found);
            Some(found)
        }
        Kind::Word(word) => in_words(tokens, start, word),
        _ => None,
    }
}

/// Whether the letters in front of digits are a currency: USD8.24.
fn is_currency_before(tokens: &Tokens<'_>, start: usize) -> bool {
    matches!(mark_before(tokens, start), Mark::Money(_))
}

fn in_words(tokens: &Tokens<'_>, start: usize, word: &str) -> Option<Number> {
    if word == "half" || word == "halves" {
        // "The second half of 2024" is a time.
        let before = |back: usize| start.checked_sub(back).and_then(|at| tokens.word(at));
        let is_soft = matches!(before(1).or(before(2)), Some("first" | "second" | "st" | "nd"));
        return Some(Number { is_soft, ..part(0.5, start..start + 1) });
    }
    if let Some((share, end)) = spelled::part(tokens, start) {
        // Such a word may be a quarter of a year, too.
        return Some(Number { is_soft: true, ..part(share, start..end) });
    }
    if let Some(number) = spelled::about(word) {
        return Some(exact(number, start..start + 1));
    }
    if matches!(word, "none" | "nil") {
        return Some(Number { is_soft: true, ..exact(0.0, start..start + 1) });
    }
    if tokens.is(start, "not") && tokens.is(start + 1, "a") && tokens.is(start + 2, "single") {
        return Some(exact(0.0, start..start + 3));
    }
    let article = matches!(word, "a" | "an" | "one");
    let next = tokens.word(start + 1).or_else(|| tokens.word(start + 2));
    if article && let Some(denominator) = next.and_then(spelled::denominator) {
        let end = if tokens.word(start + 1).is_some() { start + 2 } else { start + 3 };
        return Some(part(1.0 / denominator, start..end));
    }
    if let Some(rank) = spelled::ordinal(word) {
        return Some(Number { is_soft: true, ..exact(rank, start..start + 1) });
    }
    if is_one_of(tokens, start) {
        return Some(Number { is_soft: true, ..exact(1.0, start..start + 1) });
    }
    let Some((mut value, mut end)) = spelled::read(tokens, start) else {
        let (times, end) = LEXICON.multiples.at(tokens, start)?;
        return Some(Number { is_soft: true, ..exact(times, start..end) });
    };
    // "Twenty-first"
    if tokens.sign(end) == Some('-')
        && value >= 20.0
        && let Some(rank) = tokens.word(end + 1).and_then(spelled::ordinal)
    {
        (value, end) = (value + rank, end + 2);
    }
    let mut found = exact(value, start..end);
    found.is_scaled = value >= 1e3;
    found.power = [9, 6, 3].into_iter().find(|power| value >= 10f64.powi(*power)).unwrap_or(0);
    found.is_soft = end == start + 1 && matches!(word, "one" | "zero");
    Some(found)
}

fn part(share: f64, tokens: Range<usize>) -> Number {
    Number { is_share: true, ..exact(share, tokens) }
}

/// Whether an article is a one: "less than a tonne".
fn is_one_of(tokens: &Tokens<'_>, start: usize) -> bool {
    let is_article = matches!(tokens.word(start), Some("a" | "an"));
    let next = tokens.word(start + 1);
    let is_noun = next.is_some_and(|next| power_of_ten(next).is_none() && next != "dozen");
    let is_limit = |found: limits::Found| matches!(found.says, Says::Limit(_));
    is_article
        && is_noun
        && limits::before(tokens, start).is_some_and(is_limit)
        && spelled::read(tokens, start + 1).is_none()
        && tokens.digits(start + 1).is_none()
        && !limits::is_filler(tokens, start + 1)
}

/// `2:1` is two.
fn ratio(tokens: &Tokens<'_>, upper: &mut Number) {
    let at = upper.tokens.end;
    let is_tight = tokens.sign(at) == Some(':') && tokens.is_glued(at);
    if let Some(lower) = tokens.digits(at + 1).filter(|lower| is_tight && lower.value() > 0.0) {
        upper.scale(1.0 / lower.value());
        upper.tokens.end = at + 2;
        upper.is_soft = true;
    }
}

/// `two-thirds`, `2/3`, `one in ten`, `3 out of 4`, `1 per 1,000`.
fn share(tokens: &Tokens<'_>, upper: &Number) -> Option<Number> {
    let whole = upper.value();
    let end = upper.tokens.end;
    let hyphen = usize::from(tokens.sign(end) == Some('-'));
    let of = |value: f64, end: usize| {
        let readings = vec![Reading { value: whole / value, step: 0.0 }];
        let tokens = upper.tokens.start..end;
        Number { readings, is_share: true, counted: Some(whole), tokens, ..Number::default() }
    };
    // "The third quarter" and "the first half" are times.
    let is_nth = tokens.word(upper.tokens.start).is_some_and(|w| spelled::ordinal(w).is_some());
    let is_time = is_nth && matches!(tokens.word(end + hyphen), Some("quarter" | "half"));
    // "Between 106 and 121 of 289"
    let start = upper.tokens.start;
    let is_end = start >= 2 && tokens.is(start - 1, "and") && tokens.digits(start - 2).is_some();
    if upper.is_share || is_time || is_end {
        return None;
    }
    if let Some(lower) = tokens.word(end + hyphen).and_then(spelled::denominator) {
        return (whole < lower).then(|| of(lower, end + hyphen + 1));
    }
    // "14th out of 180", "one child in eight"
    let is_nth = matches!(tokens.word(end), Some("th" | "st" | "nd" | "rd"));
    let is_between = is_nth || (whole <= 10.0 && is_noun_among(tokens, end));
    let end = end + usize::from(is_between);
    // "Six-in-ten"
    let is_tied = tokens.sign(end) == Some('-') && tokens.is(end + 1, "in");
    let end = end + usize::from(is_tied);
    let at = match tokens.sign(end) {
        Some('/') => end + 1,
        _ => is_among(tokens, end)?,
    };
    let skip = at - end;
    let is_skipped = matches!(tokens.word(at), Some("every" | "the" | "cada"))
        || (is_tied && tokens.sign(at) == Some('-'));
    let at = at + usize::from(is_skipped);
    let lower = plain(tokens, at)?;
    let below = lower.value();
    // "70 in 2023" is a figure and its year, "500 in 12 countries" a figure and its places.
    let is_round = below <= 1000.0 || whole <= 10.0;
    let is_date = skip == 1 && tokens.sign(end).is_none() && (1500.0..2200.0).contains(&below);
    let is_part = below > whole && below > 1.0 && is_round && !is_date;
    is_part.then(|| of(below, lower.tokens.end))
}

/// Words in front of the number of a rate.
const PER: [&str; 8] = ["per", "pro", "por", "pour", "na", "на", "je", "in"];

/// How many a rate counts among: "per 100,000", "/ 1 000", "pro 100.000", "на 100 тыс.".
fn per(tokens: &Tokens<'_>, end: usize) -> Option<f64> {
    if tokens.sign(end) == Some('‰')
        || (tokens.is(end, "per")
            && matches!(tokens.word(end + 1), Some("mille" | "mil" | "thousand")))
    {
        return Some(1e3);
    }
    let is_rate = |at: usize| {
        tokens.sign(at) == Some('/') || tokens.word(at).is_some_and(|word| PER.contains(&word))
    };
    // "64 deaths per 100,000"
    let at =
        (end..end + 4).take_while(|at| tokens.word(*at).is_some() || tokens.sign(*at) == Some('/'));
    let at = at.into_iter().find(|at| is_rate(*at))?;
    let mut among = plain(tokens, at + 1)?;
    while let Some((power, end)) = multiplier(tokens, &among) {
        among.scale_exactly(power);
        among.tokens.end = end;
    }
    let value = among.value();
    [1e2, 1e3, 1e4, 1e5, 1e6].into_iter().find(|round| (value - round).abs() < 0.5)
}
