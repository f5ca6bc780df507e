//! A calculation of our own, for speech.

use super::speech::aloud;

/// Signs in a calculation, and the words for them.
const SIGNS: [(&str, &str); 7] = [
    ("+", "plus"),
    ("−–-", "minus"),
    ("×·*⋅", "times"),
    ("/÷", "divided by"),
    ("=", "equals"),
    ("(", "open bracket"),
    (")", "close bracket"),
];

/// A calculation with words for its signs.
pub(super) fn calculated(how: &str) -> String {
    let mut out = String::with_capacity(how.len());
    let mut before = ' ';
    let mut chars = how.chars().peekable();
    while let Some(c) = chars.next() {
        let is_digit = |c: &char| c.is_ascii_digit();
        // Between letters these are no signs of a calculation: "year-end", "and/or".
        let is_sign = !(before.is_alphabetic() && chars.peek().is_some_and(|c| c.is_alphabetic()));
        let is_negative = matches!(c, '−' | '-') && chars.peek().is_some_and(is_digit);
        match SIGNS.iter().find(|(signs, _)| is_sign && signs.contains(c)) {
            Some(_) if is_negative && matches!(before, ' ' | '(') => out.push('−'),
            Some((_, word)) => out.extend([" ", word, " "]),
            None => out.push(c),
        }
        before = c;
    }
    aloud(&out)
}

#[cfg(test)]
mod tests {
    use super::calculated;

    #[test]
    fn a_calculation_is_read_with_words_for_its_signs() {
        for (how, said) in [
            ("34 + 22", "34 plus 22"),
            ("15.5 / 24.4 − 1", "15.5 divided by 24.4 minus 1"),
            ("15.5/24.4-1", "15.5 divided by 24.4 minus 1"),
            ("34 % × 20", "34 percent times 20"),
            ("2 · (3 + 4)", "2 times open bracket 3 plus 4 close bracket"),
            ("−5 + 3", "minus 5 plus 3"),
            ("the year-end stock and/or flow", "the year-end stock and/or flow"),
        ] {
            assert_eq!(calculated(how), said, "{how}");
        }
    }
}
