//! Figures as people write them, split into number, hedge and unit.

use super::foretold::foretold;
use super::limits;
use super::mark::{Mark, is_money, mark_after};
use super::numeral::{Direction, Link, Numeral};
use super::numerals::Numerals;
use crate::report::{
    Decimal, Fraction, HedgeWord, Quantity, Unit, UnitError, UnitKind, Value, power_of_ten,
};

/// The parts of a figure that was written in one piece.
#[derive(Debug)]
pub(crate) struct Figure {
    /// As the file writes it.
    pub(crate) value: String,
    /// The other way to read the value: "5,10" may be two numbers.
    pub(crate) other: Option<String>,
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
        let (value, other) = if std::ptr::eq(first, last) {
            (value(&text, first)?, two_numbers(&text, first))
        } else {
            (range(&text, first, last, hedge)?, None)
        };
        let noun = raw.get(end..)?.trim().trim_start_matches('.').trim();
        let (hedge, unit) = (hedge.map(|h| h.word), unit(&text, last, first, noun)?);
        Some(Self { value, other, hedge, unit })
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

/// Whether a phrase is a hedge with something more: "as little as 5" is at least 5, but also says that
/// 5 is little. What is "near" may be above.
pub(crate) fn is_doubtful(raw: &str) -> bool {
    const PHRASES: [&str; 7] =
        ["as few as", "as little as", "as low as", "near", "nearer", "nearer to", "closer to"];
    PHRASES.contains(&&*raw.trim().to_lowercase())
}

/// The hedge that a phrase, a sign or an abbreviation stands for, in a word of the file of the same
/// class.
pub(crate) fn hedge_for(raw: &str) -> Option<&'static HedgeWord> {
    if raw.len() > 200 || is_doubtful(raw) || foretold(raw, i64::MAX).is_some() {
        return None;
    }
    limits::whole(raw).map(|class| limits::word(class, raw))
}

/// The only hedge of a figure, and where the text goes on behind the figure and its limits, if
/// nothing else stands in front of it.
fn only_limit(
    text: &Numerals<'_>,
    first: &Numeral,
    last: &Numeral,
) -> Option<(Option<&'static HedgeWord>, usize)> {
    let number = last.number.tokens.end;
    let behind = last.limits.iter().filter(|limit| limit.tokens.start >= number);
    let end = behind.map(|limit| limit.tokens.end).max().unwrap_or(number);
    let is_sign = |at: usize| matches!(text.tokens.sign(at), Some('-' | '−' | '–'));
    let is_covered = (0..first.start)
        .all(|at| limits::is_filler(&text.tokens, at) || is_money(&text.tokens, at) || is_sign(at));
    let hedge = match last.limits.as_slice() {
        [] => None,
        [limit] => Some(limits::word(limit.class, text.tokens.text(&limit.tokens))),
        _ => return None,
    };
    is_covered.then(|| (hedge, text.tokens.span(&(end.saturating_sub(1)..end)).end))
}

/// The number as the file writes it: `8_000`, `-45`, `"2/3"`.
fn value(text: &Numerals<'_>, numeral: &Numeral) -> Option<String> {
    let start = numeral.number.tokens.start;
    let digits = text.tokens.digits(start)?;
    let sign = if is_negative(text, numeral)? { "-" } else { "" };
    if numeral.number.is_share {
        let written = Fraction::parse(text.tokens.text(&(start..start + 3)))?;
        return fraction(numeral, written, sign);
    }
    is_regular(text.tokens.text(&(start..start + 1))).then(|| format!("{sign}{}", digits.written()))
}

/// Whether a number is below zero; `None` where words say that it is a fall or a rise, which is
/// more than a number.
fn is_negative(text: &Numerals<'_>, numeral: &Numeral) -> Option<bool> {
    let mut before = numeral.start..numeral.number.tokens.start;
    let is_signed = numeral.is_signed || before.any(|at| text.tokens.is(at, "minus"));
    match numeral.direction {
        None => Some(false),
        Some(Direction::Fall) => is_signed.then_some(true),
        Some(Direction::Rise) => None,
    }
}

/// A fraction as the file writes it; that of a percent is a number: half a percent is 0.5.
fn fraction(numeral: &Numeral, written: Fraction, sign: &str) -> Option<String> {
    const LONGEST: usize = 6;
    let (upper, lower) = written.parts();
    if numeral.number.mark == Mark::None {
        return Some(format!("\"{sign}{upper}/{lower}\""));
    }
    let exact = (f64::from(upper) / f64::from(lower)).to_string();
    // A third has no last digit.
    (exact.len() <= LONGEST).then(|| format!("{sign}{exact}"))
}

/// Two numbers as the file writes them, if it takes them: the lower first, of one unit, and with no
/// hedge that limits one number.
fn range(
    text: &Numerals<'_>,
    first: &Numeral,
    last: &Numeral,
    hedge: Option<&'static HedgeWord>,
) -> Option<String> {
    // The sign of -20 to 5 is that of the 20.
    let mut last = last.clone();
    if first.is_signed && !last.is_signed {
        last.direction = None;
    }
    let (from, to) = (value(text, first)?, value(text, &last)?);
    let number = |written: &str| Decimal::parse(&written.replace('_', ""));
    let pair = Value::Pair(number(&from)?, number(&to)?);
    let unit = Unit { kind: UnitKind::Percent, multiplier: None };
    let is_taken = Quantity::new(Some(pair), hedge, unit, false).is_ok();
    let (low, high) = (multiplier(text, first)?, multiplier(text, &last)?);
    let marks = [first.number.mark, last.number.mark];
    let is_of_one = (low == high || low.is_empty())
        && (marks.contains(&Mark::None) || first.number.mark == last.number.mark);
    let is_limited = !first.limits.is_empty() && first.limits != last.limits;
    (is_taken && is_of_one && !is_limited).then(|| format!("[{from}, {to}]"))
}

/// The two numbers that "5,10" may be, where they could be a range.
fn two_numbers(text: &Numerals<'_>, numeral: &Numeral) -> Option<String> {
    let start = numeral.number.tokens.start;
    let (low, high) = text.tokens.text(&(start..start + 1)).split_once(',')?;
    let is_range = high.len() == 2 && low.parse::<u8>().ok()? < high.parse().ok()?;
    is_range.then(|| format!("[{low}, {high}]"))
}

/// Whether the separators of digits make one number: groups of three, or of two before the last as
/// in India, and a decimal mark behind them.
fn is_regular(raw: &str) -> bool {
    let is_mark = |c: char| !c.is_numeric();
    let mut marks: Vec<char> = raw.chars().filter(|c| is_mark(*c)).collect();
    let mut groups: Vec<usize> = raw.split(is_mark).map(|part| part.chars().count()).collect();
    if marks.len() < 2 {
        return true;
    }
    if marks.last() != marks.first() {
        marks.pop();
        groups.pop();
    }
    let is_one_kind = marks.iter().all(|mark| Some(mark) == marks.first());
    let is_underscore = marks.first() == Some(&'_');
    let is_of_threes = |groups: &[usize]| groups.iter().all(|len| *len == 3);
    let is_grouped = match groups.as_slice() {
        [1..=3, rest @ ..] if is_of_threes(rest) => true,
        [1..=2, rest @ .., 3] => marks.first() == Some(&',') && rest.iter().all(|len| *len == 2),
        _ => false,
    };
    is_one_kind && (is_grouped || is_underscore)
}

/// The multiplier that is printed behind a number, in a word that a unit may begin with; empty where
/// there is none, `None` where anything behind the digits is not understood.
fn multiplier(text: &Numerals<'_>, numeral: &Numeral) -> Option<&'static str> {
    const LETTERS: [&str; 3] = ["m", "b", "t"];
    let tokens = &text.tokens;
    let number = &numeral.number;
    let mut at = number.tokens.start + if number.is_share { 3 } else { 1 };
    let (mut power, mut letter) = (0, "");
    while at < number.tokens.end {
        let found = tokens.word(at).map(|word| (power_of_ten(word), word));
        match found {
            // A million to some and a thousand to others.
            Some((Some(3), "mil")) if number.power == 3 => return None,
            Some((Some(found), _)) => power += found,
            Some((None, word)) if power == 0 && number.mark != Mark::None => {
                letter = LETTERS.into_iter().find(|own| *own == word).unwrap_or_default();
                at += usize::from(!letter.is_empty());
                break;
            }
            _ if matches!(tokens.sign(at), Some('.' | '-')) => {}
            _ => break,
        }
        at += 1;
    }
    let is_whole = at == number.tokens.end
        || mark_after(tokens, at).is_some_and(|(_, end)| end == number.tokens.end);
    let word = match number.power {
        0 => letter,
        3 => "thousand",
        6 => "million",
        9 => "billion",
        12 => "trillion",
        _ => return None,
    };
    (is_whole && power == number.power).then_some(word)
}

/// The unit in the spelling of the file; no unit for a noun alone, which could be any words.
#[expect(clippy::option_option, reason = "not understood, and none")]
fn unit(
    text: &Numerals<'_>,
    last: &Numeral,
    first: &Numeral,
    noun: &str,
) -> Option<Option<String>> {
    let mark = if last.number.mark == Mark::None { first.number.mark } else { last.number.mark };
    let name = match mark {
        Mark::None => noun,
        _ if !noun.is_empty() => return None,
        Mark::Percent => "%",
        Mark::Points => "pp",
        Mark::BasisPoints => return None,
        Mark::Money(codes) => currency(text, codes)?,
    };
    let raw = format!("{} {name}", multiplier(text, last)?);
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

/// The currency of a sign or a word. A sign of many countries is that of the largest; a word of
/// several, such as "kr", is none.
fn currency(text: &Numerals<'_>, codes: &'static str) -> Option<&'static str> {
    let has_sign = (0..text.tokens.len()).any(|at| {
        text.tokens.sign(at).is_some_and(|sign| matches!(sign, '$' | '£' | '¥' | '₽' | '₹'))
    });
    let (first, others) = codes.split_once(' ').unwrap_or((codes, ""));
    (others.is_empty() || has_sign).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_understood_is_not_guessed() {
        for raw in [
            "seventy",
            "two thirds",
            "",
            "-",
            "70 x 3",
            "some",
            "perhaps 70",
            "up to about 70",
            "perhaps -5",
            "down 5",
            "fell by 5",
            "lost 5",
            "rose 5",
            "+5%",
            "5m",
            "1.5M",
            "kr 5m",
            "$5 x",
            "€5t",
            "5 mil",
            "5 mil USD",
            "1.2.3",
            "1,2,3",
            "12,345,67",
            "1.23.456",
            "123,45,678",
            "<5-10",
            "up to 5-10",
            "5 to <10",
            "70-50",
            "5 million to 10",
            "$5 to €10",
            "50% to 70 pp",
            "2 Mrd. 735 Mio. €",
            "1/3%",
            "3 × 10^9 USD",
        ] {
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
            ("-20 to 5", "[-20, 5]", None, None),
            ("minus 5", "-5", None, None),
            ("US$5m", "5", None, Some("million USD")),
            ("over £5b", "5", Some("over"), Some("billion GBP")),
            ("CHF 5k", "5", None, Some("thousand CHF")),
            ("$5m to $10m", "[5, 10]", None, Some("million USD")),
            ("5 mil millones USD", "5", None, Some("billion USD")),
            ("1/2%", "0.5", None, Some("%")),
            ("3/4 pp", "0.75", None, Some("percentage points")),
            ("12,34,567", "1_234_567", None, None),
            ("about 5-10", "[5, 10]", Some("about"), None),
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
