//! Numbers in digits, with the separators of many countries.

/// A number in digits.
///
/// `8,000` is eight thousand here and eight elsewhere: then it has two readings, the likelier first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Digits {
    readings: [Option<(f64, i32)>; 2],
    /// How many digits stand in front of the decimal mark.
    pub(super) whole: usize,
    /// How it is written.
    pub(super) form: Form,
    /// Whether a comma is among its separators.
    has_comma: bool,
    /// Whether letters stand right in front of it, as in `COVID-19` and `G7`.
    pub(super) is_tied: bool,
}

/// How a number in digits is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Digits alone.
    Plain,
    /// With separators.
    Separated,
    /// With separators that fit no number, as in the date 24.02.2022.
    List,
    /// A fraction in one character.
    Part,
}

impl Digits {
    /// The likelier reading.
    pub(super) fn value(&self) -> f64 {
        self.readings().next().map_or(0.0, |(value, _)| value)
    }

    /// Its readings, each with the number of its decimals.
    pub(super) fn readings(&self) -> impl Iterator<Item = (f64, i32)> {
        self.readings.into_iter().flatten()
    }

    /// Its likelier reading as the file writes it: `8_000`, `0.5`.
    pub(super) fn written(&self) -> String {
        let Some((value, decimals)) = self.readings().next() else { return String::new() };
        let digits = format!("{value:.*}", usize::try_from(decimals).unwrap_or(0));
        let (whole, part) = digits
            .split_at_checked(digits.find('.').unwrap_or(digits.len()))
            .unwrap_or((&digits, ""));
        if self.form == Form::Plain || whole.len() <= 3 {
            return digits;
        }
        let mut grouped = String::new();
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at) % 3 == 0 {
                grouped.push('_');
            }
            grouped.push(digit);
        }
        grouped + part
    }

    /// Leaves out what English does not write: a comma is no decimal mark, and a point separates no
    /// thousands.
    /// `commas` and `points` say which of the two is certain.
    pub(super) fn as_english(&mut self, commas: bool, points: bool) {
        if let [Some(grouped), Some(decimal)] = self.readings {
            self.readings = match self.has_comma {
                true if commas => [Some(grouped), None],
                false if points => [Some(decimal), None],
                _ => return,
            };
        }
    }

    /// The value, if it has neither separators nor decimals.
    pub(super) fn plain(&self) -> Option<f64> {
        (self.form == Form::Plain && !self.is_tied).then(|| self.value())
    }
}

/// The digits that a text begins with, and their length. A decimal mark may come first where
/// nothing is written in front of it.
pub(super) fn read(rest: &str, is_free: bool) -> Option<(Digits, usize)> {
    let starts = |text: &str| text.chars().next().and_then(digit).is_some();
    let is_bare_decimal = is_free && rest.strip_prefix(['.', '·']).is_some_and(starts);
    if let Some((part, len)) = vulgar(rest) {
        let readings = [Some((part, 6)), None];
        return Some((
            Digits { readings, whole: 0, form: Form::Part, has_comma: false, is_tied: false },
            len,
        ));
    }
    if !starts(rest) && !is_bare_decimal {
        return None;
    }
    let (raw, len) = normal(rest);
    let mut readings = readings(&raw);
    let whole = raw.bytes().take_while(u8::is_ascii_digit).count();
    let mut len = len;
    // 2½
    if let Some((part, more)) = rest.get(len..).and_then(vulgar) {
        readings = readings.map(|r| r.map(|(value, _)| (value + part, 2)));
        len += more;
    }
    let form = match raw.len() > whole {
        false => Form::Plain,
        true if is_list(&raw) => Form::List,
        true => Form::Separated,
    };
    let has_comma = raw.contains(',');
    Some((Digits { readings, whole, form, has_comma, is_tied: !is_free }, len))
}

/// A fraction in one character.
fn vulgar(text: &str) -> Option<(f64, usize)> {
    const PARTS: [(char, f64); 9] = [
        ('½', 0.5),
        ('⅓', 1.0 / 3.0),
        ('⅔', 2.0 / 3.0),
        ('¼', 0.25),
        ('¾', 0.75),
        ('⅕', 0.2),
        ('⅖', 0.4),
        ('⅗', 0.6),
        ('⅘', 0.8),
    ];
    let c = text.chars().next()?;
    PARTS.iter().find(|(sign, _)| *sign == c).map(|(_, part)| (*part, c.len_utf8()))
}

/// A decimal digit of one of several scripts, as a number from 0 to 9.
fn digit(c: char) -> Option<u32> {
    const ZEROS: [char; 7] = ['0', '٠', '۰', '०', '০', '๐', '０'];
    ZEROS.iter().find_map(|zero| u32::from(c).checked_sub(u32::from(*zero)).filter(|d| *d < 10))
}

/// Digits with their separators, as ASCII digits, `.`, `,` and `_`, and the length in the text.
fn normal(rest: &str) -> (String, usize) {
    let mut raw = String::new();
    let mut len = 0;
    for c in rest.chars() {
        if let Some(digit) = digit(c).and_then(|d| char::from_digit(d, 10)) {
            raw.push(digit);
        } else if let Some(separator) = separator(c) {
            let after = rest.get(len + c.len_utf8()..).unwrap_or("");
            let digits = after.chars().take_while(|c| digit_of(*c)).count();
            let is_three = digits == 3;
            // The point of 7·10⁻³ multiplies.
            let is_power = after
                .strip_prefix("10")
                .is_some_and(|rest| rest.starts_with(|c: char| "⁰¹²³⁴⁵⁶⁷⁸⁹⁻^".contains(c)));
            let own = raw.rsplit(['_', ',', '.']).next().map_or(0, str::len);
            let goes_on = match separator {
                '_' if c == '_' => digits > 0,
                '_' => is_three && (1..=3).contains(&own),
                _ => digits > 0 && !(c == '·' && is_power),
            };
            if !goes_on {
                break;
            }
            raw.push(separator);
        } else {
            break;
        }
        len += c.len_utf8();
    }
    (raw, len)
}

fn digit_of(c: char) -> bool {
    digit(c).is_some()
}

fn separator(c: char) -> Option<char> {
    match c {
        '.' | '．' | '·' | '٫' => Some('.'),
        ',' | '，' => Some(','),
        ' ' | '\'' | '’' | '_' | '٬' | '\u{a0}' | '\u{2009}' | '\u{202f}' => Some('_'),
        _ => None,
    }
}

/// The values of digits with separators, each with the number of its decimals.
///
/// Of two kinds of separators the last is the decimal mark. One mark in front of three digits
/// separates thousands in one country and decimals in another.
fn readings(raw: &str) -> [Option<(f64, i32)>; 2] {
    let only = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let grouped = only(raw).parse().ok().map(|value| (value, 0));
    let decimal = |mark: char| {
        let (whole, part) = raw.rsplit_once(mark)?;
        let value = format!("0{}.{part}", only(whole)).parse().ok()?;
        Some((value, i32::try_from(part.len()).unwrap_or(i32::MAX)))
    };
    let marks: Vec<char> = raw.chars().filter(|c| !c.is_ascii_digit()).collect();
    match marks.as_slice() {
        [mark @ (',' | '.')] => match raw.rsplit_once(*mark) {
            Some((whole, part)) if part.len() == 3 && (1..=3).contains(&whole.len()) => {
                // No number of thousands begins with a zero: 0.125.
                if whole.starts_with('0') {
                    [decimal(*mark), None]
                } else {
                    [grouped, decimal(*mark)]
                }
            }
            _ => [decimal(*mark), None],
        },
        [first, .., last] if first != last && *last != '_' => [decimal(*last), None],
        _ => [grouped, None],
    }
}

/// Whether several separators of one kind stand around groups that are not of three digits; in
/// India all groups but the last may be of two.
fn is_list(raw: &str) -> bool {
    let marks: Vec<char> = raw.chars().filter(|c| !c.is_ascii_digit()).collect();
    let is_one_kind = marks.windows(2).all(|two| two.first() == two.last());
    let groups: Vec<usize> = raw.split(['_', ',', '.']).skip(1).map(str::len).collect();
    let is_grouped = groups.last() == Some(&3) && groups.iter().all(|len| (2..=3).contains(len));
    marks.len() > 1 && is_one_kind && !is_grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_told_from_thousands() {
        for (raw, list) in [("24.02.2022", true), ("1.234.567", false), ("1,50,000", false)] {
            assert_eq!(
                read(raw, true).map(|(digits, _)| digits.form == Form::List),
                Some(list),
                "{raw}"
            );
        }
    }

    #[test]
    fn digits_are_read_with_their_separators() {
        for (raw, values) in [
            ("8,000", &[8000.0, 8.0][..]),
            ("8 000", &[8000.0]),
            ("8\u{202f}000\u{202f}000 people", &[8e6]),
            ("8.5", &[8.5]),
            ("8,5", &[8.5]),
            ("1,234.5", &[1234.5]),
            ("1.234,5", &[1234.5]),
            ("1'234'567", &[1_234_567.0]),
            ("1,50,000", &[150_000.0]),
            ("0.125", &[0.125]),
            (".5", &[0.5]),
            ("70%", &[70.0]),
            ("8 50", &[8.0]),
            ("٧٠", &[70.0]),
            ("７０", &[70.0]),
            ("2½", &[2.5]),
        ] {
            let (digits, _) = read(raw, true).expect("digits");
            assert_eq!(digits.readings().map(|(v, _)| v).collect::<Vec<_>>(), values, "{raw}");
        }
        assert!(read("x", true).is_none());
        assert!(read(".x", true).is_none());
    }
}
