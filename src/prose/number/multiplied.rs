//! Multipliers and powers of ten behind a number.

use super::{Number, Reading, exact};
use crate::prose::digits::Form;
use crate::prose::mark::{Mark, mark_before};
use crate::prose::token::{Kind, Tokens};
use crate::report::power_of_ten;

/// `3 × 10⁻⁹`, `3e-9`, `10⁹`.
pub(super) fn power(tokens: &Tokens<'_>, found: &mut Number) {
    let end = found.tokens.end;
    let raised = |at: usize| match tokens.get(at)?.kind {
        Kind::Raised(power) => Some((power, at + 1)),
        Kind::Sign('^') => exponent(tokens, at + 1),
        _ => None,
    };
    let is_ten = |at: usize| tokens.digits(at).is_some_and(|d| d.plain() == Some(10.0));
    let is_times = matches!(tokens.sign(end), Some('×' | '·' | '*' | '⋅')) || tokens.is(end, "x");
    let found_power = if is_times && is_ten(end + 1) {
        raised(end + 2)
    } else if is_ten(found.tokens.start) && end == found.tokens.start + 1 {
        raised(end).map(|(power, end)| (power - 1, end))
    } else if tokens.is(end, "e") && tokens.is_glued(end - 1) && tokens.is_glued(end) {
        exponent(tokens, end + 1)
    } else {
        None
    };
    if let Some((power, end)) = found_power.filter(|(power, _)| power.abs() <= 300) {
        found.scale_exactly(power);
        found.tokens.end = end;
        found.is_scaled = true;
    }
}

fn exponent(tokens: &Tokens<'_>, at: usize) -> Option<(i32, usize)> {
    let is_negative = matches!(tokens.sign(at), Some('-' | '−' | '–'));
    let at = at + usize::from(is_negative || tokens.sign(at) == Some('+'));
    let size: i32 = tokens.digits(at)?.plain()?.to_string().parse().ok()?;
    Some((if is_negative { -size } else { size }, at + 1))
}

impl Number {
    /// Times a power of ten without a rounding of its own: 8.24 billion is 8,240,000,000.
    pub(super) fn scale_exactly(&mut self, power: i32) {
        for reading in &mut self.readings {
            let exact = format!("{}e{power}", reading.value).parse();
            reading.value = exact.unwrap_or(reading.value * 10f64.powi(power));
            reading.step *= 10f64.powi(power);
        }
    }
}

/// `8 billion`, `half a million`, `12.5k`, `2 Mrd. 735 Mio.`
pub(super) fn multiplied(tokens: &Tokens<'_>, found: &mut Number) {
    let mut lowest = None;
    while let Some((power, end)) = multiplier(tokens, found) {
        found.scale_exactly(power);
        (found.is_scaled, found.is_share, found.tokens.end) = (true, false, end);
        found.power += power;
        lowest = Some(lowest.map_or(power, |lowest: i32| lowest.min(power)));
    }
    if let Some(factor) = letter(tokens, found) {
        // "12m" are millions of pounds, or metres.
        found.may_be_times(factor);
        found.is_scaled = matches!(mark_before(tokens, found.tokens.start), Mark::Money(_));
        if found.is_scaled {
            let half = found.readings.len() / 2;
            found.readings.rotate_left(half);
        }
        found.tokens.end += 1;
    }
    if let Some(power) = lowest.filter(|_| found.readings.len() == 1) {
        lower_part(tokens, found, power);
    }
    if tokens.is(found.tokens.end, "dozen") && !found.is_share {
        found.scale(12.0);
        found.tokens.end += 1;
    }
    half_a(tokens, found);
}

/// "Half a dozen" is six, "half a percent" is 0.5 percent.
fn half_a(tokens: &Tokens<'_>, found: &mut Number) {
    let end = found.tokens.end;
    let of = usize::from(tokens.is(end, "of"));
    if !found.is_share || !tokens.is(end + of, "a") {
        return;
    }
    let at = end + of + 1;
    if tokens.is(at, "dozen") {
        found.scale(12.0);
        (found.is_share, found.tokens.end) = (false, at + 1);
    } else if matches!(tokens.word(at), Some("percent" | "percentage" | "point"))
        || tokens.is(at, "per")
    {
        (found.is_share, found.tokens.end) = (false, at);
    }
}

/// The power of ten of the multiplier that follows a number, and the position after it.
pub(super) fn multiplier(tokens: &Tokens<'_>, found: &Number) -> Option<(i32, usize)> {
    let mut at = found.tokens.end;
    let is_hyphen = tokens.sign(at) == Some('-') && tokens.is_glued(at);
    at += usize::from(is_hyphen || tokens.is(at, "多") || tokens.is(at, "余"));
    if found.is_share {
        at += usize::from(tokens.is(at, "of"));
        at += usize::from(tokens.is(at, "a"));
    }
    let word = tokens.word(at)?;
    // Letters after digits may be a unit: "8 mil", "5 k". Short ones are read with the digits.
    let power =
        power_of_ten(word).filter(|power| *power != 2 || !word.is_ascii() || !found.is_scaled)?;
    let is_stop = tokens.sign(at + 1) == Some('.') && tokens.is_glued(at) && is_short(word);
    Some((power, at + 1 + usize::from(is_stop)))
}

/// Whether a multiplier is an abbreviation, which a full stop may follow.
fn is_short(word: &str) -> bool {
    word.chars().count() <= 4
}

/// The factor of a single letter that is written right after a number.
fn letter(tokens: &Tokens<'_>, found: &Number) -> Option<f64> {
    let end = found.tokens.end;
    if found.is_share || !tokens.is_glued(end.checked_sub(1)?) {
        return None;
    }
    match tokens.word(end)? {
        "m" => Some(1e6),
        "b" => Some(1e9),
        "t" => Some(1e12),
        _ => None,
    }
}

/// The part of a number below its multiplier: 592 of "195 tys. 592".
fn lower_part(tokens: &Tokens<'_>, found: &mut Number, power: i32) {
    let end = found.tokens.end;
    let Some(digits) = tokens.digits(end).filter(|digits| digits.whole <= 3) else { return };
    let mut part = exact(digits.value(), end..end + 1);
    if let Some((below, end)) = multiplier(tokens, &part).filter(|(below, _)| *below < power) {
        part.scale_exactly(below);
        part.tokens.end = end;
    } else if power != 3 || digits.whole != 3 || digits.form != Form::Plain {
        return;
    }
    for reading in &mut found.readings {
        *reading = Reading { value: reading.value + part.value(), step: part.step() };
    }
    found.tokens.end = part.tokens.end;
}

impl Number {
    fn step(&self) -> f64 {
        self.readings.first().map_or(1.0, |reading| reading.step)
    }
}
