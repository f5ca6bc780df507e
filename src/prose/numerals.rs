//! Numbers and hedges in English running text.

mod tokens;
mod words;

use crate::report::{HEDGES, HedgeWord};
use tokens::{Token, tokens};
use words::{denominator, filler, multiplier, small};

/// A number in a wording, with all the ways to read it.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "four ways of printing a number, each on its own"
)]
pub(crate) struct Number {
    /// `8,000` is eight thousand here and eight elsewhere.
    readings: [Option<f64>; 4],
    /// A share of one, such as "two-thirds" or "1 in 10".
    pub(crate) fraction: bool,
    /// Whether a multiplier word is part of it.
    pub(crate) scaled: bool,
    /// Whether a multiplier of a later number may belong to it: "2 to 3 million".
    pub(crate) loose: bool,
    /// A lone "one" may be a pronoun: it can confirm a value, but not contradict one.
    pub(crate) soft: bool,
    start: usize,
    end: usize,
}

impl Number {
    pub(crate) fn readings(&self) -> impl Iterator<Item = f64> {
        self.readings.into_iter().flatten()
    }
}

/// A wording split into tokens, and the numbers in it.
#[derive(Debug)]
pub(crate) struct Numerals<'w> {
    tokens: Vec<Token<'w>>,
    pub(crate) numbers: Vec<Number>,
}

impl<'w> Numerals<'w> {
    pub(crate) fn of(wording: &'w str) -> Self {
        let tokens = tokens(wording);
        let mut numbers = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            match number_at(&tokens, at) {
                Some(number) => {
                    at = number.end;
                    numbers.push(number);
                }
                None => at += 1,
            }
        }
        let mut later = None;
        for number in numbers.iter_mut().rev() {
            if number.scaled {
                later = scale_of(&tokens, number);
            } else if let Some(factor) = later
                && let [Some(a), b, None, None] = number.readings
            {
                number.readings = [Some(a), b, Some(a * factor), b.map(|b| b * factor)];
                number.loose = true;
            }
        }
        Self { tokens, numbers }
    }

    /// The hedge right before a number, or right after it.
    pub(crate) fn hedge_of(&self, number: &Number) -> Option<&'static HedgeWord> {
        self.after(number).or_else(|| {
            let mut end = number.start;
            while end > 0
                && self.word(end - 1).is_some_and(|w| matches!(w, "a" | "an" | "the" | "$" | "us"))
            {
                end -= 1;
            }
            let before = self.before(end);
            // "An estimated 500": the article is part of the hedge.
            before.or_else(|| self.before(number.start))
        })
    }

    fn before(&self, end: usize) -> Option<&'static HedgeWord> {
        let last = self.word(end.checked_sub(1)?)?;
        HEDGES
            .iter()
            .filter(|h| h.order.is_none() && h.word.ends_with(last) && self.ends_with(end, h.word))
            .max_by_key(|h| h.word.len())
    }

    fn after(&self, number: &Number) -> Option<&'static HedgeWord> {
        let mut at = number.end;
        while self.word(at).is_some_and(|w| matches!(w, "percent" | "per" | "cent" | "of" | "them"))
        {
            at += 1;
        }
        let hedge = match (self.word(at), self.word(at + 1)) {
            (Some("or" | "and"), Some("more" | "over" | "above")) | (Some("at"), Some("least")) => {
                "at least"
            }
            (Some("or"), Some("less" | "fewer" | "under" | "below"))
            | (Some("at"), Some("most")) => "at most",
            (Some("or"), Some("so")) => "about",
            _ => return None,
        };
        HedgeWord::find(hedge)
    }

    /// The order of magnitude in the wording, such as "tens of thousands".
    pub(crate) fn order(&self) -> Option<&'static HedgeWord> {
        let orders = HEDGES.iter().filter(|h| h.order.is_some());
        orders
            .filter(|h| (1..=self.tokens.len()).any(|end| self.ends_with(end, h.word)))
            .max_by_key(|h| h.word.len())
    }

    fn ends_with(&self, end: usize, phrase: &str) -> bool {
        let mut at = end;
        phrase.rsplit(' ').all(|wanted| {
            at = at.wrapping_sub(1);
            self.word(at).is_some_and(|w| w == wanted)
        })
    }

    fn word(&self, at: usize) -> Option<&str> {
        word_at(&self.tokens, at)
    }

    /// Whether a word of another language follows a number: it may be a multiplier.
    pub(crate) fn may_be_multiplied(&self) -> bool {
        let is_foreign = |n: &Number| matches!(self.tokens.get(n.end), Some(Token::Foreign));
        self.numbers.iter().any(is_foreign)
    }

    /// Whether the wording is only numbers and common English words that limit nothing.
    pub(crate) fn says_nothing_else(&self) -> bool {
        let in_number = |at: usize| self.numbers.iter().any(|n| (n.start..n.end).contains(&at));
        self.tokens.iter().enumerate().all(|(at, token)| match token {
            Token::Word(word) => in_number(at) || filler(word),
            Token::Odd | Token::Foreign => false,
            Token::Digits(_) | Token::Slash => true,
        })
    }
}

fn scale_of(tokens: &[Token<'_>], number: &Number) -> Option<f64> {
    tokens.get(number.start..number.end)?.iter().rev().find_map(|token| match token {
        Token::Word(word) => multiplier(word),
        _ => None,
    })
}

fn number(readings: [Option<f64>; 2], start: usize, end: usize) -> Number {
    let [a, b] = readings;
    Number { readings: [a, b, None, None], start, end, ..Number::default() }
}

fn word_at<'t>(tokens: &'t [Token<'_>], at: usize) -> Option<&'t str> {
    match tokens.get(at)? {
        Token::Word(word) => Some(word),
        _ => None,
    }
}

fn number_at(tokens: &[Token<'_>], start: usize) -> Option<Number> {
    let mut found = match tokens.get(start)? {
        Token::Digits(readings) => number(*readings, start, start + 1),
        Token::Word(_) => spelled(tokens, start)?,
        Token::Slash | Token::Odd | Token::Foreign => return None,
    };
    if let Some(part) = fraction(tokens, &found) {
        found = part;
    }
    // "8 billion" and "half a million"; "two and a half" is not read.
    let mut at = found.end;
    if found.fraction && matches!(word_at(tokens, at), Some("a" | "of")) {
        at += 1;
    }
    if let Some(factor) = word_at(tokens, at).and_then(multiplier) {
        found.readings = found.readings.map(|r| r.map(|r| r * factor));
        (found.scaled, found.fraction, found.soft, found.end) = (true, false, false, at + 1);
    }
    Some(found)
}

/// A number in words, up to the last multiplier: "nineteen thousand", "one hundred and five".
fn spelled(tokens: &[Token<'_>], start: usize) -> Option<Number> {
    if word_at(tokens, start) == Some("half") {
        let mut half = number([Some(0.5), None], start, start + 1);
        half.fraction = true;
        return Some(half);
    }
    let (mut total, mut current, mut at) = (0.0, None, start);
    let (mut scaled, mut words) = (false, 0);
    while let Some(word) = word_at(tokens, at) {
        let next = word_at(tokens, at + 1);
        if let Some(n) = small(word) {
            current = Some(current.unwrap_or(0.0) + n);
        } else if matches!(word, "hundred" | "dozen") && (current.is_some() || words == 0) {
            let size = if word == "hundred" { 100.0 } else { 12.0 };
            current = Some(current.unwrap_or(1.0) * size);
        } else if let (Some(factor), true) =
            (multiplier(word).filter(|_| word.len() > 2), current.is_some())
        {
            total += current.take().unwrap_or(1.0) * factor;
            scaled = true;
        } else if matches!(word, "a" | "an")
            && words == 0
            && next.is_some_and(|n| {
                matches!(n, "hundred" | "dozen" | "quarter" | "third" | "fifth" | "tenth")
                    || (n.len() > 2 && multiplier(n).is_some())
            })
        {
            current = Some(1.0);
        } else if word == "and"
            && words > 0
            && next.and_then(small).is_some()
            && (scaled || current.is_some_and(|c| c >= 100.0))
        {
            // The "and" of "one hundred and five".
        } else {
            break;
        }
        words += 1;
        at += 1;
    }
    if words == 0 {
        return None;
    }
    let mut found = number([Some(total + current.unwrap_or(0.0)), None], start, at);
    found.scaled = scaled;
    found.soft = words == 1 && word_at(tokens, start) == Some("one");
    Some(found)
}

/// "two-thirds", "2/3", "one in ten", "3 out of 4".
fn fraction(tokens: &[Token<'_>], upper: &Number) -> Option<Number> {
    let whole = upper.readings().next()?;
    let mut found = number([None, None], upper.start, upper.end);
    found.fraction = true;
    if let Some(lower) = word_at(tokens, upper.end).and_then(denominator) {
        found.readings = [Some(whole / lower), None, None, None];
        found.end += 1;
        return Some(found);
    }
    let skip = match (tokens.get(upper.end)?, word_at(tokens, upper.end + 1)) {
        (Token::Slash | Token::Word("in"), _) => 1,
        (Token::Word("out"), Some("of")) => 2,
        _ => return None,
    };
    let at = upper.end + skip;
    let lower = match tokens.get(at)? {
        Token::Digits(readings) => number(*readings, at, at + 1),
        _ => spelled(tokens, at)?,
    };
    let below = lower.readings().next()?;
    // "70 in 2023" is a figure and its year.
    if below <= whole || below > 1000.0 && skip == 1 && whole > 10.0 || below <= 1.0 {
        return None;
    }
    found.readings = [Some(whole / below), None, None, None];
    found.end = lower.end;
    Some(found)
}
