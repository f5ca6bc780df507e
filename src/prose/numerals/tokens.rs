use super::words::known;

/// A part of a wording.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token<'w> {
    /// A word of ASCII letters in lower case.
    Word(&'w str),
    /// A number in digits, with one or two readings.
    Digits([Option<f64>; 2]),
    /// A slash between two numbers.
    Slash,
    /// A name or an abbreviation: a word with capitals that is in no table.
    Odd,
    /// A word that is certainly not English; after a number it may be a multiplier.
    Foreign,
}

/// Splits a wording; what is neither a word nor a number is skipped.
pub(super) fn tokens(wording: &str) -> Vec<Token<'_>> {
    let mut found = Vec::with_capacity(8);
    let mut at = 0;
    let mut after_letters = false;
    while let Some(c) = wording.get(at..).and_then(|rest| rest.chars().next()) {
        if c.is_ascii_digit() {
            let len = digits_len(wording, at);
            let raw = wording.get(at..at + len).unwrap_or("");
            at += len;
            let (token, suffix) = digits(raw, wording.get(at..).unwrap_or(""), after_letters);
            at += suffix;
            found.extend(token);
            after_letters = true;
        } else if c.is_alphabetic() {
            let rest = wording.get(at..).unwrap_or("");
            let len = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
            found.push(word(rest.get(..len).unwrap_or("")));
            at += len;
            // A hyphen ties a number to the name before it: COVID-19, mid-2023.
            after_letters = true;
        } else {
            match c {
                '/' => found.push(Token::Slash),
                '~' | '≈' => found.push(Token::Word("about")),
                _ => {}
            }
            at += c.len_utf8();
            after_letters = after_letters
                && matches!(c, '-' | '‑')
                && !matches!(found.last(), Some(Token::Digits(_)));
        }
    }
    found
}

/// A word as a token. Words of the tables may have a capital first letter.
fn word(raw: &str) -> Token<'_> {
    if !raw.is_ascii() || FOREIGN.split(' ').any(|foreign| foreign.eq_ignore_ascii_case(raw)) {
        return Token::Foreign;
    }
    if raw.bytes().all(|b| b.is_ascii_lowercase()) {
        return Token::Word(raw);
    }
    if raw == "US" || raw == "USD" || raw == "EUR" || raw == "RUB" {
        return Token::Word("us");
    }
    let capital = raw.bytes().skip(1).all(|b| b.is_ascii_lowercase());
    let known = capital.then(|| known(&raw.to_ascii_lowercase())).flatten();
    known.map_or(Token::Odd, Token::Word)
}

/// Multipliers of other languages in Latin letters, abbreviated and in full.
const FOREIGN: &str = "\
    tys mln mld mio mrd tsd tis mil miliard milion mille milliard milliards tausend tysiac \
    millionen milliarden";

/// The length of a number with its separators.
fn digits_len(wording: &str, start: usize) -> usize {
    let bytes = wording.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut at = start;
    loop {
        while is_digit(at) {
            at += 1;
        }
        let rest = wording.get(at..).unwrap_or("");
        let Some(separator) = rest.chars().next() else { break };
        let next = at + separator.len_utf8();
        let three = (next..next + 3).all(is_digit) && !is_digit(next + 3);
        let goes_on = match separator {
            ',' | '.' | '\'' | '’' => is_digit(next),
            ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' => three && group_len(bytes, start, at) <= 3,
            _ => false,
        };
        if !goes_on {
            break;
        }
        at = next;
    }
    at - start
}

/// How many digits there are right before a position.
fn group_len(bytes: &[u8], start: usize, at: usize) -> usize {
    bytes.get(start..at).map_or(0, |b| b.iter().rev().take_while(|b| b.is_ascii_digit()).count())
}

/// The readings of digits, and the length of the letters that belong to them.
fn digits<'w>(raw: &str, rest: &str, tied: bool) -> (Option<Token<'w>>, usize) {
    let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let suffix = rest.get(..letters).unwrap_or("");
    let factor = match suffix {
        "" | "st" | "nd" | "rd" | "th" => 1.0,
        "k" | "K" => 1e3,
        "m" | "M" | "mn" => 1e6,
        "b" | "B" | "bn" => 1e9,
        "tn" => 1e12,
        _ => return (Some(Token::Odd), letters),
    };
    if tied {
        return (Some(Token::Odd), letters);
    }
    let readings = readings(raw).map(|r| r.map(|r| r * factor));
    (Some(Token::Digits(readings)), letters)
}

fn readings(raw: &str) -> [Option<f64>; 2] {
    let joined: String = raw.chars().filter(char::is_ascii_digit).collect();
    let separators: Vec<char> = raw.chars().filter(|c| !c.is_ascii_digit()).collect();
    let decimal = |mark: char| {
        let (whole, part) = raw.rsplit_once(mark)?;
        let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
        format!("{whole}.{part}").parse().ok()
    };
    let grouped = joined.parse().ok();
    match separators.as_slice() {
        // One mark before three digits separates thousands in one country and decimals in another.
        [mark @ (',' | '.')] => match raw.rsplit_once(*mark) {
            Some((_, part)) if part.len() == 3 => [grouped, decimal(*mark)],
            _ => [decimal(*mark), None],
        },
        [first, .., last] if first != last => [decimal(*last), None],
        _ => [grouped, None],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_read_with_their_separators() {
        for (raw, values) in [
            ("8,000", [Some(8000.0), Some(8.0)]),
            ("8 000", [Some(8000.0), None]),
            ("8\u{202f}000\u{202f}000", [Some(8e6), None]),
            ("8.5", [Some(8.5), None]),
            ("8,5", [Some(8.5), None]),
            ("1,234.5", [Some(1234.5), None]),
            ("1.234,5", [Some(1234.5), None]),
            ("70%", [Some(70.0), None]),
            ("$8bn", [Some(8e9), None]),
            ("28th", [Some(28.0), None]),
        ] {
            assert_eq!(tokens(raw), [Token::Digits(values)], "{raw}");
        }
        assert_eq!(tokens("COVID-19"), [Token::Odd, Token::Odd]);
        assert_eq!(tokens("до 70").len(), 2);
        assert_eq!(tokens("50-70").len(), 2);
    }
}
