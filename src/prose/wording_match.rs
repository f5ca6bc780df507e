//! Whether the printed wording says everything that the file says about a figure.

use super::agreement::{Around, difference};
use super::foretold::foretold;
use super::mark::{Mark, codes};
use super::numeral::Numeral;
use super::numerals::Numerals;
use super::token::{Tokens, singular};
use crate::report::{Observation, Quantity, Unit, UnitKind, Value};

/// Beside a figure these may change its meaning: "70% or more", "no 70%".
const DOUBTS: &[&str] = &[
    "no", "not", "nor", "never", "without", "or", "plus", "minus", "point", "points", "+", "−",
    "±", "~", "<", ">", "≤", "≥", "≈",
];

/// Whether the printed wording limits the figure as much as the file does, in the same words, and
/// names its unit.
///
/// In doubt the answer is no: then the words of the file are written beside the wording, which costs
/// a few words and loses no limit. Figures with a status, changes and pairs of numbers are not looked
/// at.
pub(crate) fn wording_matches(observation: &Observation) -> bool {
    let (Some(quantity), Some(wording)) = (&observation.quantity, &observation.wording) else {
        return false;
    };
    let is_plain = observation.is_plain()
        && !quantity.is_change()
        && !matches!(quantity.value(), Value::Pair(..));
    let is_said = || {
        let text = Numerals::of(wording);
        let own: Vec<_> = text.numbers.iter().filter(|n| is_own(n, quantity)).collect();
        let [numeral] = own.as_slice() else { return says_order(&text, quantity) };
        says_hedge(&text, numeral, quantity)
            && numeral.link.is_none()
            && says_unit(&text.tokens, numeral, quantity.unit())
            && !has_doubt(&text.tokens, numeral)
            && text.numbers.iter().all(|n| n.number.is_soft || n == *numeral)
    };
    is_plain
        && difference(wording, observation, Around::default()).is_none()
        && foretold(wording, i64::MAX).is_none()
        && is_said()
}

/// Whether a number is that of the figure, multiplier and all.
fn is_own(numeral: &Numeral, quantity: &Quantity) -> bool {
    let stated = quantity.unit().ones(quantity.stated());
    let scale = if numeral.number.is_of_whole() { 100.0 } else { 1.0 };
    let mut readings = numeral.number.readings().map(|n| n.value * scale);
    let is_it = |n: f64| (n - stated).abs() <= stated.abs() * 1e-9;
    // "8m" may be eight million.
    readings.next().is_some_and(is_it) && readings.all(|n| n <= stated)
}

/// Whether the only limit of a number is the hedge, word for word.
fn says_hedge(text: &Numerals<'_>, numeral: &Numeral, quantity: &Quantity) -> bool {
    match (quantity.hedge(), numeral.limits.as_slice()) {
        (None, []) => true,
        (Some(hedge), [limit]) => {
            let wanted = Tokens::of(hedge.word);
            limit.tokens.len() == wanted.len()
                && limit.tokens.clone().zip(0..).all(|(at, of)| {
                    text.tokens.word(at).is_some() && text.tokens.word(at) == wanted.word(of)
                })
        }
        _ => false,
    }
}

/// Whether the wording is the order of magnitude of the figure and its unit, and no number.
fn says_order(text: &Numerals<'_>, quantity: &Quantity) -> bool {
    let [(order, span)] = text.orders.as_slice() else { return false };
    let UnitKind::Noun(noun) = &quantity.unit().kind else { return false };
    let is_own = quantity.hedge() == Some(order) && quantity.unit().multiplier.is_none();
    let is_first = text.tokens.get(0).is_some_and(|token| token.start == span.start);
    is_own && is_first && text.numbers.is_empty() && has_words(&text.tokens, noun)
}

/// Whether something beside the figure may change its meaning.
fn has_doubt(tokens: &Tokens<'_>, numeral: &Numeral) -> bool {
    let own = numeral.start..numeral.number.tokens.end;
    (0..tokens.len())
        .any(|at| !own.contains(&at) && DOUBTS.iter().any(|doubt| tokens.is(at, doubt)))
}

/// Whether the words name a unit. A rank and a year have no name, and a fraction says by itself that
/// it is one of a whole.
fn says_unit(tokens: &Tokens<'_>, numeral: &Numeral, unit: &Unit) -> bool {
    match (&unit.kind, numeral.number.mark) {
        (UnitKind::Rank | UnitKind::Year, _)
        | (UnitKind::Percent, Mark::Percent)
        | (UnitKind::Points, Mark::Points) => true,
        (UnitKind::Percent, _) => numeral.number.is_of_whole(),
        (UnitKind::Points, _) => false,
        (UnitKind::Currency(code), Mark::Money(codes)) => codes.split(' ').next() == Some(code),
        (UnitKind::Currency(code), _) => {
            let is_code =
                |at| codes(tokens, at).is_some_and(|all| all.split(' ').next() == Some(code));
            (0..tokens.len()).any(is_code)
        }
        (UnitKind::Noun(noun), _) => has_words(tokens, noun),
    }
}

/// Whether a text has the words of a noun, one after the other, regardless of an "s" at the end.
fn has_words(tokens: &Tokens<'_>, noun: &str) -> bool {
    let wanted = Tokens::of(noun);
    let alike = |at: usize, of: usize| {
        tokens.get(at).is_some_and(|token| match (tokens.word(at), wanted.word(of)) {
            (Some(a), Some(b)) => singular(a) == singular(b),
            (None, None) => wanted.get(of).is_some_and(|other| other.kind == token.kind),
            _ => false,
        })
    };
    wanted.len() > 0
        && (0..tokens.len()).any(|from| (0..wanted.len()).all(|of| alike(from + of, of)))
}
