//! A number of a text with what limits it and which way it goes.

use std::ops::Range;

use super::lexicon::LEXICON;
use super::lexicon::Says;
use super::limits::{self, Found};
use super::mark::{is_money, money_before};
use super::number::{self, Number};
use super::spelled;
use super::token::Tokens;
use crate::report::HedgeClass;

/// Whether a text says that a number is a fall or a rise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    /// "Fell by 45", "−45".
    Fall,
    /// "Rose by 45", "+45".
    Rise,
}

/// A limit as it is printed at a number.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Limit {
    /// What it means.
    pub(crate) class: HedgeClass,
    /// Where it stands in the text, in bytes.
    pub(crate) span: Range<usize>,
    pub(super) tokens: Range<usize>,
}

/// How a number belongs to the one after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    /// Both are ends of one range.
    Range,
    /// One became the other: "fell from 41 to 30".
    Change,
}

/// A number with everything around it that belongs to it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Numeral {
    /// The number.
    pub(crate) number: Number,
    /// Where it stands in the text, with its multiplier and its unit, in bytes.
    pub(crate) span: Range<usize>,
    /// What limits it, the outermost first.
    pub(crate) limits: Vec<Limit>,
    /// Whether it is a fall or a rise.
    pub(crate) direction: Option<Direction>,
    /// Whether a sign says that, not a word.
    pub(crate) is_signed: bool,
    /// How it belongs to the number before it or after it; the range of that one's positions.
    pub(crate) link: Option<(Link, usize)>,
    /// The interval around it: "8.8 ± 1.3", "263 (95% CI 238–294)".
    pub(crate) interval: Option<(f64, f64)>,
    /// The first token that belongs to it, its limits included.
    pub(super) start: usize,
}

/// A number with what stands around it.
pub(super) fn numeral(tokens: &Tokens<'_>, number: Number) -> Numeral {
    let span = tokens.span(&number.tokens);
    let start = number.tokens.start;
    let mut found = Numeral {
        number,
        span,
        limits: Vec::new(),
        direction: None,
        is_signed: false,
        link: None,
        interval: None,
        start,
    };
    in_front(tokens, &mut found);
    let says_more = |at: usize| tokens.is(at, "多") || tokens.is(at, "余");
    if let Some(at) = (start..found.number.tokens.end).find(|at| says_more(*at)) {
        let own = at..at + 1;
        found.limits.push(Limit { class: HedgeClass::Above, span: tokens.span(&own), tokens: own });
    }
    if tokens.word(start).and_then(spelled::about).is_some() {
        let own = start..start + 1;
        found.limits.push(Limit { class: HedgeClass::About, span: tokens.span(&own), tokens: own });
    }
    behind(tokens, &mut found);
    found
}

/// How many words in front of a number are looked at.
const REACH: usize = 12;

/// Collects the limits in front of a number, and whether it is a fall or a rise.
fn in_front(tokens: &Tokens<'_>, numeral: &mut Numeral) {
    let mut at = numeral.number.tokens.start;
    if let Some(money) = money_before(tokens, at).filter(|money| signed(tokens, *money).is_some()) {
        at = money;
    }
    if let Some(direction) = signed(tokens, at) {
        (numeral.direction, numeral.is_signed) = (Some(direction), true);
        at -= 1;
        numeral.start = at;
    }
    let first = at.saturating_sub(REACH);
    // "Some of the 200" does not limit 200.
    let (mut is_of, mut is_place) = (false, false);
    while at > first {
        match limits::before(tokens, at) {
            // "C$45" is money, not "circa".
            Some(found) if money_before(tokens, at).is_some_and(|money| money < found.start) => {
                at = money_before(tokens, at).unwrap_or(found.start);
            }
            Some(found) => {
                let Says::Limit(class) = found.says else {
                    // "Fell below 5" is a level, "fell more than 5" a fall.
                    if !is_place {
                        numeral.start = found.start;
                        numeral.direction = direction(found.says).or(numeral.direction);
                    }
                    return;
                };
                if is_of || is_level(tokens, found) {
                    break;
                }
                at = found.start;
                is_place |= places(tokens, found);
                numeral.limits.insert(0, limit(tokens, class, found));
                numeral.start = at;
            }
            None => match money_before(tokens, at) {
                Some(money) => at = money,
                None if limits::is_filler(tokens, at - 1) => {
                    at -= 1;
                    is_of = tokens.is(at, "of") || (is_of && !tokens.is(at, "total"));
                }
                None => break,
            },
        }
    }
    if !is_place && numeral.direction.is_none() {
        numeral.direction = verb_before(tokens, numeral.number.tokens.start, at);
    }
}

fn direction(says: Says) -> Option<Direction> {
    match says {
        Says::Fall => Some(Direction::Fall),
        Says::Rise => Some(Direction::Rise),
        Says::Limit(_) | Says::Nothing => None,
    }
}

/// Whether a limit is a single word of place.
fn places(tokens: &Tokens<'_>, found: Found) -> bool {
    let word = tokens.word(found.start);
    found.end == found.start + 1
        && matches!(word, Some("below" | "above" | "under" | "over" | "unter" | "über" | "beneath"))
}

/// Verbs before "up to" that make it the end of a movement.
const STEPS: &[&str] =
    &["edged", "crept", "ticked", "inched", "went", "jumped", "climbed", "moved", "pushed"];

/// Endings of reflexive verbs of the past in Russian, Ukrainian and Belarusian.
const PAST: &[&str] =
    &["лась", "лся", "лось", "лись", "лася", "вся", "ўся", "лося", "лися", "ліся"];

/// Whether "to" is where something moved, not a limit: "выросло до 45", "spadło do 5".
fn is_level(tokens: &Tokens<'_>, found: Found) -> bool {
    let is_to = found.end == found.start + 1
        && tokens.word(found.start).is_some_and(|word| LEXICON.to.contains(word));
    let sentence = (found.start.saturating_sub(REACH)..found.start).rev();
    let mut sentence = sentence.take_while(|at| tokens.sign(*at) != Some(';'));
    let moved = |at: usize| {
        let is_reflexive = tokens.word(at).is_some_and(|w| PAST.iter().any(|end| w.ends_with(end)));
        is_reflexive || LEXICON.change(tokens, at).is_some()
    };
    // "Edged up to 4.3" is a level, "grew by up to 4.3" is not.
    let is_up_to = tokens.is(found.start, "up") && tokens.is(found.start + 1, "to");
    let verb = found.start.checked_sub(1);
    let is_up =
        is_up_to && verb.and_then(|at| tokens.word(at)).is_some_and(|word| STEPS.contains(&word));
    is_up || (is_to && sentence.any(moved))
}

/// The fall or the rise that a verb says: right in front of a number, or before "by": "reduced the
/// risk by 35 percent".
fn verb_before(tokens: &Tokens<'_>, number: usize, start: usize) -> Option<Direction> {
    let at = start.checked_sub(1)?;
    if let Some(says) = LEXICON.change(tokens, at) {
        return direction(says);
    }
    let is_by =
        (start..number).any(|at| tokens.is(at, "by") || tokens.is(at, "um") || tokens.is(at, "на"));
    let mut sentence = (start.saturating_sub(REACH)..start).rev();
    sentence
        .find_map(|at| match (tokens.sign(at), tokens.digits(at)) {
            (Some('.' | ';'), _) => Some(None),
            (_, Some(_)) if !is_by => Some(None),
            _ => LEXICON.change(tokens, at).map(direction),
        })
        .flatten()
        .filter(|_| is_by)
}

/// The sign in front of a number: "−45", "+45", and "-45" where the hyphen joins nothing.
fn signed(tokens: &Tokens<'_>, start: usize) -> Option<Direction> {
    let at = start.checked_sub(1)?;
    let is_joined = at > 0
        && (tokens.is_glued(at - 1) || tokens.digits(at - 1).is_some())
        && (tokens.word(at - 1).is_some()
            || tokens.digits(at - 1).is_some()
            || tokens.is(at - 1, "%"));
    match tokens.sign(at)? {
        _ if is_joined => None,
        '−' => Some(Direction::Fall),
        '-' | '–' if tokens.is_glued(at) => Some(Direction::Fall),
        '+' if tokens.is_glued(at) => Some(Direction::Rise),
        _ => None,
    }
}

fn limit(tokens: &Tokens<'_>, class: HedgeClass, found: Found) -> Limit {
    let own = found.start..found.end;
    Limit { class, span: tokens.span(&own), tokens: own }
}

/// How many words may stand between a number and what limits it.
const BEHIND: usize = 3;

/// Collects the limit behind a number, and whether it is a fall or a rise.
fn behind(tokens: &Tokens<'_>, numeral: &mut Numeral) {
    let end = numeral.number.tokens.end;
    if let Some(own) = bracketed(tokens, end) {
        numeral.limits.push(own);
        return;
    }
    for at in end..=end + BEHIND {
        if let Some(found) = limits::after(tokens, at) {
            match found.says {
                Says::Limit(class)
                    if !belongs_to_next(tokens, found) && is_near(tokens, end, found) =>
                {
                    numeral.limits.push(limit(tokens, class, found));
                    return;
                }
                Says::Fall | Says::Rise if at <= end + 1 && !joins_on(tokens, found.end) => {
                    numeral.direction = numeral.direction.or(direction(found.says));
                }
                Says::Nothing => return,
                _ => {}
            }
        } else if at == end
            && let Some(says) = LEXICON.change(tokens, at)
        {
            // "um 3 Prozent gesunken"
            let is_verb = says == Says::Fall || says == Says::Rise;
            numeral.direction =
                numeral.direction.or(direction(says).filter(|_| is_verb && !tokens.is_english(at)));
        }
        if tokens.word(at).is_none() {
            return;
        }
    }
}

/// The limit in brackets right behind a number: "12,000 (estimated)", "30 (or more)".
fn bracketed(tokens: &Tokens<'_>, end: usize) -> Option<Limit> {
    let close = (end + 1..end + 7).find(|at| tokens.sign(*at) == Some(')'))?;
    let is_open = tokens.sign(end) == Some('(');
    let front = limits::before(tokens, close).filter(|found| found.start == end + 1);
    let back = || limits::after(tokens, end + 1).filter(|found| found.end == close);
    let found = front.or_else(back).filter(|_| is_open)?;
    match found.says {
        Says::Limit(class) => Some(limit(tokens, class, found)),
        _ => None,
    }
}

/// Whether a limit behind a number is near enough: one word only right behind it, or one that needs
/// no number: "60 people tops".
fn is_near(tokens: &Tokens<'_>, end: usize, found: Found) -> bool {
    let lone = ["tops", "maximum", "minimum", "max"];
    found.start == end
        || found.end > found.start + 1
        || tokens.word(found.start).is_some_and(|word| lone.contains(&word))
}

/// Whether a hyphen ties the next word to the one before it.
fn joins_on(tokens: &Tokens<'_>, end: usize) -> bool {
    tokens.sign(end) == Some('-') && tokens.is_glued(end.wrapping_sub(1))
}

/// Whether a limit stands in front of another number: "500 cases, at least 30 deaths".
fn belongs_to_next(tokens: &Tokens<'_>, found: Found) -> bool {
    let is_or = tokens.is(found.start, "or") || tokens.is(found.start, "and");
    let next = (found.end..found.end + REACH)
        .find(|at| !limits::is_filler(tokens, *at) && !is_money(tokens, *at));
    !is_or && next.is_some_and(|at| number::read(tokens, at).is_some())
}
