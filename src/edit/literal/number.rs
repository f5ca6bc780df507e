//! A number in the style of another one. Its value never changes.

/// A decimal number as it is written.
struct Digits<'n> {
    sign: &'n str,
    whole: &'n str,
    /// The digits after the point.
    part: Option<&'n str>,
    /// The letter before the exponent, its sign, and its digits.
    exponent: Option<(&'n str, i32)>,
}

impl<'n> Digits<'n> {
    fn read(raw: &'n str) -> Option<Self> {
        let unsigned = raw.trim_start_matches(['+', '-']);
        let sign = raw.strip_suffix(unsigned)?;
        let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
            Some((mantissa, power)) => {
                let sign = if power.starts_with('+') { 2 } else { 1 };
                let letter = unsigned.get(mantissa.len()..mantissa.len() + sign)?;
                (mantissa, Some((letter, power.parse().ok()?)))
            }
            None => (unsigned, None),
        };
        let (whole, part) =
            mantissa.split_once('.').map_or((mantissa, None), |(whole, part)| (whole, Some(part)));
        let digits = |raw: &str| raw.bytes().all(|b| b.is_ascii_digit() || b == b'_');
        (digits(whole) && part.is_none_or(digits)).then_some(Self { sign, whole, part, exponent })
    }

    /// Its sign, its digits without zeros at the ends, and the power of ten of the last digit.
    fn exact(&self) -> (bool, String, i64) {
        let part = self.part.unwrap_or("").replace('_', "");
        let all = self.whole.replace('_', "") + &part;
        let digits = all.trim_end_matches('0');
        let power = i64::from(self.exponent.map_or(0, |(_, power)| power));
        let places = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let last = power - places(part.len()) + places(all.len() - digits.len());
        let digits = digits.trim_start_matches('0');
        let last = if digits.is_empty() { 0 } else { last };
        (self.sign == "-", digits.to_owned(), last)
    }
}

/// A number with underscores or an exponent, if the old one has them and the new one was typed
/// without.
pub(super) fn styled(typed: &str, old: &str) -> String {
    power(typed, old).or_else(|| thousands(typed, old)).unwrap_or_else(|| typed.to_owned())
}

fn plain(typed: &str) -> Option<Digits<'_>> {
    Digits::read(typed).filter(|new| new.exponent.is_none() && !typed.contains('_'))
}

/// With underscores between thousands.
fn thousands(typed: &str, old: &str) -> Option<String> {
    let (new, old) = (plain(typed)?, Digits::read(old)?);
    let mut groups = old.whole.split('_');
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    if rest.is_empty() || first.len() > 3 || rest.iter().any(|group| group.len() != 3) {
        return None;
    }
    let mut written = new.sign.to_owned();
    for (at, digit) in new.whole.char_indices() {
        if at > 0 && (new.whole.len() - at) % 3 == 0 {
            written.push('_');
        }
        written.push(digit);
    }
    if let Some(part) = new.part {
        written = written + "." + part;
    }
    kept(typed, written)
}

/// With an exponent.
fn power(typed: &str, old: &str) -> Option<String> {
    let (new, (letter, power)) = (plain(typed)?, Digits::read(old)?.exponent?);
    let places = usize::try_from(power).ok().filter(|places| *places > 0)?;
    let point = new.whole.len().checked_sub(places).filter(|point| *point > 0)?;
    let (whole, moved) = new.whole.split_at_checked(point)?;
    let part = moved.to_owned() + new.part.unwrap_or("");
    let part = part.trim_end_matches('0');
    let dot = if part.is_empty() { "" } else { "." };
    let written = format!("{}{whole}{dot}{part}{letter}{power}", new.sign);
    // An exponent that saves nothing only makes the number harder to read.
    kept(typed, written).filter(|written| written.len() < typed.len())
}

/// The new literal, if it is exactly the number that was typed.
fn kept(typed: &str, written: String) -> Option<String> {
    let same = Digits::read(typed)?.exact() == Digits::read(&written)?.exact();
    same.then_some(written)
}
