//! The unit that is printed with a number.

use super::token::{Tokens, is_han_word};
use crate::report::currencies_named;

/// The unit of a printed number, as far as it can be told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Mark {
    /// None, or a noun.
    #[default]
    None,
    /// Percent.
    Percent,
    /// Percentage points.
    Points,
    /// Hundredths of a percentage point.
    BasisPoints,
    /// Money, in one of these currencies.
    Money(&'static str),
}

/// Percent in the languages that are read, by the beginning of the word.
const PERCENT: &[&str] =
    &["percent", "pct", "prozent", "procent", "процент", "відсот", "працэнт", "адсот"];

/// Points in other languages.
const POINTS: &[&str] = &[
    "pt",
    "pts",
    "punti",
    "punto",
    "puntos",
    "ponto",
    "pontos",
    "pkt",
    "punkt",
    "punkty",
    "пункта",
    "пункты",
    "пунктов",
];

/// The words in front of "cent" and the like that make it "percent".
const PER_CENT: &[(&str, &str)] = &[
    ("per", "cent"),
    ("per", "cento"),
    ("pour", "cent"),
    ("por", "ciento"),
    ("por", "cento"),
    ("v", "h"),
];

/// The unit in front of a number: `$8`, `US$ 8`, `EUR 8`, 百分之七十.
pub(super) fn mark_before(tokens: &Tokens<'_>, start: usize) -> Mark {
    let Some(mut before) = start.checked_sub(1) else { return Mark::None };
    if tokens.is(before, "之") {
        return Mark::Percent;
    }
    // A minus may stand between the two: $-8.
    if matches!(tokens.sign(before), Some('-' | '−' | '+')) {
        before = before.wrapping_sub(1);
    }
    let country = before.checked_sub(1).filter(|at| tokens.is_glued(*at));
    if let (Some(sign), Some(country)) =
        (tokens.sign(before), country.and_then(|at| tokens.word(at)))
        && let Some(codes) = currencies_named(&format!("{country}{sign}"))
    {
        return Mark::Money(codes);
    }
    money(tokens, before).map_or(Mark::None, |(codes, _)| Mark::Money(codes))
}

/// The unit behind a number that ends at a token, and the token after it: `8 %`, `8 percentage
/// points`, `8 billion US dollars`.
pub(super) fn mark_after(tokens: &Tokens<'_>, end: usize) -> Option<(Mark, usize)> {
    let at = end + usize::from(tokens.sign(end) == Some('-'));
    if let Some((mark, len)) = percent(tokens, at) {
        return Some((mark, at + len));
    }
    let at = at + usize::from(tokens.is(at, "us") || tokens.is(at, "of"));
    money(tokens, at).map(|(codes, len)| (Mark::Money(codes), at + len))
}

fn percent(tokens: &Tokens<'_>, at: usize) -> Option<(Mark, usize)> {
    let is_points = |at: usize| {
        let at = at + usize::from(tokens.sign(at) == Some('-'));
        let is_it = |word: &str| word.starts_with("point") || POINTS.contains(&word);
        tokens.word(at).is_some_and(is_it).then_some(at + 1)
    };
    if tokens.word(at) == Some("percentage") {
        return is_points(at + 1).map(|end| (Mark::Points, end - at));
    }
    if let Some(end) = is_points(at) {
        return Some((Mark::Points, end - at));
    }
    if tokens.word(at) == Some("basis") {
        return is_points(at + 1).map(|end| (Mark::BasisPoints, end - at));
    }
    if matches!(tokens.word(at), Some("bp" | "bps")) {
        return Some((Mark::BasisPoints, 1));
    }
    if matches!(tokens.word(at), Some("pp" | "ppt" | "ppts" | "prozentpunkte" | "prozentpunkten")) {
        return Some((Mark::Points, 1));
    }
    let len = match (tokens.sign(at), tokens.word(at)) {
        (Some('%'), _) => 1,
        (_, Some(word)) if PERCENT.iter().any(|name| word.starts_with(name)) => 1,
        (_, Some(word)) => {
            let next = tokens.word(at + 1)?;
            PER_CENT.contains(&(word, next)).then_some(2)?
        }
        _ => return None,
    };
    match is_points(at + len) {
        Some(end) => Some((Mark::Points, end - at)),
        None => Some((Mark::Percent, len)),
    }
}

/// The currencies that a token stands for.
pub(super) fn codes(tokens: &Tokens<'_>, at: usize) -> Option<&'static str> {
    money(tokens, at).map(|(codes, _)| codes)
}

/// Where the money in front of a token begins: `US$`, `C$`, `EUR`.
pub(super) fn money_before(tokens: &Tokens<'_>, end: usize) -> Option<usize> {
    let at = end.checked_sub(1).filter(|at| is_money(tokens, *at))?;
    let country = at.checked_sub(1).filter(|at| tokens.is_glued(*at) && tokens.word(*at).is_some());
    Some(country.filter(|_| tokens.sign(at).is_some()).unwrap_or(at))
}

/// Whether a token is a currency.
pub(super) fn is_money(tokens: &Tokens<'_>, at: usize) -> bool {
    money(tokens, at).is_some()
}

/// The currencies that a sign or a word stands for, and its length in tokens.
fn money(tokens: &Tokens<'_>, at: usize) -> Option<(&'static str, usize)> {
    if let Some(sign) = tokens.sign(at) {
        let mut own = [0; 4];
        return currencies_named(sign.encode_utf8(&mut own)).map(|codes| (codes, 1));
    }
    let word = tokens.word(at)?;
    let pair = |first: usize| {
        let (a, b) = (tokens.word(first)?, tokens.word(first + 1)?);
        let is_han = is_han_word(a) && is_han_word(b);
        currencies_named(&format!("{a}{b}")).filter(|_| is_han)
    };
    if is_han_word(word) {
        return pair(at).map(|codes| (codes, 2)).or_else(|| Some((currencies_named(word)?, 1)));
    }
    currencies_named(word).map(|codes| (codes, 1))
}
