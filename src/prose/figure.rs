//! Figures as people write them, split into number, hedge and unit.

use super::foretold::foretold;
use super::limits;
use super::mark::{Mark, is_money};
use super::numeral::{Direction, Link, Numeral};
use super::numerals::Numerals;
use crate::report::{Fraction, HedgeWord, Unit, UnitError, UnitKind};

/// The parts of a figure that was written in one piece.
#[derive(Debug)]
pub(crate) struct Figure {
    /// As the file writes it.
    pub(crate) value: String,
    /// A word of the file.
    pub(crate) hedge: Option<&'static str>,
    /// As the file writes it.
    pub(crate) unit: Option<String>,
}

impl Figure {
    /// Splits a figure; `None` where a part of it is not understood.
    pub(crate) fn read(raw: &str) -> Option<Self> {
        if raw.len() > 200 {
            return None;
        }
        // Two underscores are not TOML, one is.
        let single = raw.replace("__", "_");
        let raw = &*single;
        let text = Numerals::of(raw);
        let (first, last) = match text.numbers.as_slice() {
            [one] => (one, one),
            [first, last] if matches!(first.link, Some((Link::Range, _))) => (first, last),
            _ => return None,
        };
        // "70 or 80" may be either.
        let mut between = first.number.tokens.end..last.number.tokens.start;
        if between.any(|at| text.tokens.is(at, "or")) {
            return None;
        }
        let (hedge, end) = only_limit(&text, first, last)?;
        let written = |numeral: &Numeral| value(raw, &text, numeral);
        let value = if std::ptr::eq(first, last) {
            written(first)?
        } else {
            format!("[{}, {}]", written(first)?, written(last)?)
        };
        let noun = raw.get(end..)?.trim().trim_start_matches('.').trim();
        Some(Self { value, hedge, unit: unit(last, first, noun)? })
    }

    /// Whether it has two numbers.
    pub(crate) fn is_pair(&self) -> bool {
        self.value.starts_with('[')
    }

    /// Whether it has neither a hedge nor a unit.
    pub(crate) fn is_bare(&self) -> bool {
        self.hedge.is_none() && self.unit.is_none()
    }
}

/// The hedge that a phrase, a sign or an abbreviation stands for, in a word of the file of the same
/// class.
pub(crate) fn hedge_for(raw: &str) -> Option<&'static HedgeWord> {
    // "As little as 5" is at least 5, but also says that 5 is little.
    let is_doubtful =
        ["as few as", "as little as", "as low as"].contains(&&*raw.trim().to_lowercase());
    if raw.len() > 200 || is_doubtful || foretold(raw, i64::MAX).is_some() {
        return None;
    }
    limits::whole(raw).map(|class| limits::word(class, raw))
}

/// Whether it is a negative fraction, which the file cannot express.
pub(crate) fn is_negative_fraction(raw: &str) -> bool {
    raw.trim().strip_prefix(['-', '−']).is_some_and(|rest| Fraction::parse(rest).is_some())
}

/// The only hedge of a figure, and where the text goes on behind the figure and its limits, if
/// nothing else stands in front of it.
fn only_limit(
    text: &Numerals<'_>,
    first: &Numeral,
    last: &Numeral,
) -> Option<(Option<&'static str>, usize)> {
    let number = last.number.tokens.end;
    let behind = last.limits.iter().filter(|limit| limit.tokens.start >= number);
    let end = behind.map(|limit| limit.tokens.end).max().unwrap_or(number);
    let is_covered = (0..first.start)
        .all(|at| limits::is_filler(&text.tokens, at) || is_money(&text.tokens, at));
    let hedge = match last.limits.as_slice() {
        [] => None,
        [limit] => Some(limits::word(limit.class, text.tokens.text(&limit.tokens)).word),
        _ => return None,
    };
    (is_covered && last.direction != Some(Direction::Rise) || last.is_signed)
        .then(|| (hedge, text.tokens.span(&(end.saturating_sub(1)..end)).end))
}

/// The number as the file writes it: `8_000`, `-45`, `"2/3"`.
fn value(raw: &str, text: &Numerals<'_>, numeral: &Numeral) -> Option<String> {
    let start = numeral.number.tokens.start;
    let digits = text.tokens.digits(start)?;
    let is_negative = numeral.is_signed && numeral.direction == Some(Direction::Fall);
    let sign = if is_negative { "-" } else { "" };
    if numeral.number.is_share {
        let written = raw.get(text.tokens.span(&(start..start + 3)))?;
        let fraction = Fraction::parse(written).filter(|_| !is_negative)?;
        let (upper, lower) = fraction.parts();
        return Some(format!("\"{upper}/{lower}\""));
    }
    let has_more = numeral.number.tokens.end > start + 1
        && numeral.number.power == 0
        && numeral.number.mark == Mark::None;
    (!has_more).then(|| format!("{sign}{}", digits.written()))
}

/// The unit in the spelling of the file; no unit for a noun alone, which could be any words.
#[expect(clippy::option_option, reason = "not understood, and none")]
fn unit(last: &Numeral, first: &Numeral, noun: &str) -> Option<Option<String>> {
    let multiplier = match last.number.power {
        0 => "",
        3 => "thousand",
        6 => "million",
        9 => "billion",
        12 => "trillion",
        _ => return None,
    };
    let mark = if last.number.mark == Mark::None { first.number.mark } else { last.number.mark };
    let name = match mark {
        Mark::None => noun,
        _ if !noun.is_empty() => return None,
        Mark::Percent => "%",
        Mark::Points => "pp",
        Mark::BasisPoints => return None,
        Mark::Money(codes) => codes.split(' ').next()?,
    };
    let raw = format!("{multiplier} {name}");
    match (raw.trim(), Unit::parse(raw.trim())) {
        ("", _) => Some(None),
        (_, Ok(Unit { kind: UnitKind::Noun(_), multiplier: None }) | Err(UnitError::Empty)) => None,
        (_, Ok(Unit { kind: UnitKind::Percent, .. })) => Some(Some("%".to_owned())),
        (_, Ok(unit)) => Some(Some(unit.long())),
        (_, Err(UnitError::Spelling(meant))) => Some(Some(meant)),
        (_, Err(UnitError::OnlyMultiplier(multiplier))) => {
            Some(Some(format!("{} …", multiplier.word())))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_understood_is_not_guessed() {
        for raw in
            ["seventy", "two thirds", "", "-", "70 x 3", "some", "perhaps 70", "up to about 70"]
        {
            assert!(Figure::read(raw).is_none(), "{raw}: {:?}", Figure::read(raw));
        }
    }

    #[test]
    fn figures_are_taken_apart() {
        for (raw, value, hedge, unit) in [
            ("65+", "65", Some("at least"), None),
            ("50..70", "[50, 70]", None, None),
            ("1.234,5", "1_234.5", None, None),
            ("70 or so", "70", Some("about"), None),
            ("<5", "5", Some("less than"), None),
            ("8 Mrd. €", "8", None, Some("billion EUR")),
            ("-5 to -3", "[-5, -3]", None, None),
        ] {
            let figure = Figure::read(raw).expect(raw);
            assert_eq!(
                (&*figure.value, figure.hedge, figure.unit.as_deref()),
                (value, hedge, unit)
            );
        }
    }

    #[test]
    fn a_phrase_stands_for_a_hedge_of_its_class_or_for_none() {
        for (raw, word) in [
            ("~", Some("about")),
            ("approx.", Some("about")),
            ("at best", Some("at most")),
            ("as high as", Some("up to")),
            ("not more than", Some("not more than")),
            ("less than half", None),
            ("slightly", None),
            ("a total of", None),
            ("expected to exceed", None),
        ] {
            assert_eq!(hedge_for(raw).map(|hedge| hedge.word), word, "{raw}");
        }
    }
}
