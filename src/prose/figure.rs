//! Figures as people write them, split into number, hedge and unit.

use crate::report::{Fraction, HEDGES, Unit, UnitError, UnitKind};

/// Signs and abbreviations of hedges.
const SHORT_HEDGES: &[(&str, &str)] = &[
    ("approx. approx circa ca. ca c. ~ ≈", "about"),
    (">= ≥", "at least"),
    ("<= ≤", "at most"),
    (">", "more than"),
    ("<", "less than"),
];

/// Each sign or abbreviation with its hedge.
fn short_hedges() -> impl Iterator<Item = (&'static str, &'static str)> {
    let each = |(shorts, hedge): &(&'static str, &'static str)| {
        let hedge = *hedge;
        shorts.split(' ').map(move |short| (short, hedge))
    };
    SHORT_HEDGES.iter().flat_map(each)
}

/// The parts of a figure that was written in one piece.
#[derive(Debug)]
pub(crate) struct Figure {
    /// As the file writes it.
    pub(crate) value: String,
    /// A word of [`HEDGES`].
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
        let (hedge, rest) = hedged(raw.trim());
        let first = rest.find(|c: char| digit(c).is_some())?;
        let (mut before, _) = rest.split_at_checked(first)?;
        while let Some(shorter) = before.strip_suffix(['-', '−', '.', '+']) {
            before = shorter;
        }
        let (last, c) = rest.char_indices().rev().find(|(_, c)| digit(*c).is_some())?;
        let core = rest.get(before.len()..last + c.len_utf8())?;
        let after = rest.get(last + c.len_utf8()..)?.trim_start_matches('.');
        let unit = match format!("{} {}", after.trim(), before.trim()).trim() {
            "" => None,
            unit => Some(known_unit(unit)?),
        };
        let value = if let Some(number) = number(core) {
            number
        } else if Fraction::parse(core).is_some() {
            format!("\"{}\"", core.trim())
        } else {
            range(core, hedge)?
        };
        Some(Self { value, hedge, unit })
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

/// The hedge that a sign or an abbreviation stands for.
pub(crate) fn short_hedge(raw: &str) -> Option<&'static str> {
    let raw = raw.trim().to_lowercase();
    short_hedges().find(|(short, _)| *short == raw).map(|(_, hedge)| hedge)
}

/// Whether it is a negative fraction, which the file cannot express.
pub(crate) fn is_negative_fraction(raw: &str) -> bool {
    raw.trim().strip_prefix(['-', '−']).is_some_and(|rest| Fraction::parse(rest).is_some())
}

/// The hedge that a figure begins with, and what follows it.
fn hedged(raw: &str) -> (Option<&'static str>, &str) {
    let lower = raw.to_lowercase();
    let is_whole = |len: usize| {
        let next = raw.get(len..).and_then(|rest| rest.chars().next());
        let letters = lower.chars().next().is_some_and(char::is_alphabetic);
        !letters || next.is_some_and(|c| !c.is_alphabetic())
    };
    let words = HEDGES.iter().filter(|h| h.order.is_none()).map(|h| (h.word, h.word));
    let found = words
        .chain(short_hedges())
        .filter(|(word, _)| lower.starts_with(word) && is_whole(word.len()))
        .max_by_key(|(word, _)| word.len());
    match found {
        Some((word, hedge)) => (Some(hedge), raw.get(word.len()..).unwrap_or("").trim()),
        None => (None, raw),
    }
}

/// A unit in the spelling of the file; `None` for a noun alone, which could be any words.
fn known_unit(raw: &str) -> Option<String> {
    match Unit::parse(raw) {
        Ok(Unit { kind: UnitKind::Noun(_), multiplier: None }) => None,
        Ok(Unit { kind: UnitKind::Percent, .. }) => Some("%".to_owned()),
        Ok(unit) => Some(unit.long()),
        Err(UnitError::Spelling(meant)) => Some(meant),
        Err(UnitError::OnlyMultiplier(multiplier)) => Some(format!("{} …", multiplier.word())),
        Err(_) => None,
    }
}

/// Two numbers, as the file writes them.
fn range(raw: &str, hedge: Option<&str>) -> Option<String> {
    let and = || raw.split_once(" and ").filter(|_| hedge == Some("between"));
    let (sign, rest) = raw.strip_prefix(['-', '−']).map_or(("", raw), |rest| ("-", rest));
    let hyphen = || rest.split_once(['-', '–', '—']);
    let (low, high) = rest.split_once(" to ").or_else(and).or_else(hyphen)?;
    Some(format!("[{sign}{}, {}]", number(low)?, number(high)?))
}

/// A number as TOML writes it, from one whose digits are separated as people separate them.
///
/// Of two kinds of marks the last is the decimal mark. A single comma is one too, unless three
/// digits follow it. Several marks of one kind separate thousands.
fn number(raw: &str) -> Option<String> {
    let mut plain = String::new();
    for c in raw.trim().chars() {
        match c {
            '−' | '-' if plain.is_empty() => plain.push('-'),
            '+' if plain.is_empty() => {}
            '.' | ',' => plain.push(c),
            '_' | '\'' | '’' | ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' => plain.push('_'),
            c => plain.push(digit(c)?),
        }
    }
    let (sign, size) = plain.strip_prefix('-').map_or(("", &*plain), |size| ("-", size));
    let (whole, part) = match (size.matches(',').count(), size.matches('.').count()) {
        (0 | 2.., 1) => size.split_once('.').map(|(w, p)| (w, Some(p)))?,
        (1, 0) if size.rsplit(',').next().is_some_and(|p| p.len() == 3) => (size, None),
        (1, 0 | 2..) => size.split_once(',').map(|(w, p)| (w, Some(p)))?,
        (1, 1) => size.rsplit_once([',', '.']).map(|(w, p)| (w, Some(p)))?,
        (0 | 2.., 0) | (0, 2..) => (size, None),
        _ => return None,
    };
    let groups: Vec<&str> = whole.split(['_', ',', '.']).filter(|g| !g.is_empty()).collect();
    let whole = groups.join("_");
    let whole = whole.trim_start_matches(['0', '_']);
    let whole = if whole.is_empty() { "0" } else { whole };
    match part {
        Some(part) if part.is_empty() || part.bytes().any(|b| !b.is_ascii_digit()) => None,
        Some(part) => Some(format!("{sign}{whole}.{part}")),
        None => (!groups.is_empty()).then(|| format!("{sign}{whole}")),
    }
}

/// A decimal digit of one of several scripts, as one of 0 to 9.
fn digit(c: char) -> Option<char> {
    const ZEROS: [char; 7] = ['0', '٠', '۰', '०', '০', '๐', '０'];
    let value = ZEROS.iter().find_map(|zero| {
        let value = u32::from(c).checked_sub(u32::from(*zero))?;
        (value < 10).then_some(value)
    })?;
    char::from_digit(value, 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_understood_is_not_guessed() {
        for raw in ["seventy", "70 or so", "two thirds", "", "-", "70 x 3", "some"] {
            assert!(Figure::read(raw).is_none(), "{raw}: {:?}", Figure::read(raw));
        }
    }
}
