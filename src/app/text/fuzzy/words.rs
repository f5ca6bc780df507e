//! The words of what is typed.

use super::normal::{is_sign, normal};
use crate::report::MONTHS;

/// The words of what is typed, in their normal form.
///
/// Punctuation around a word is not a part of it, nor are the signs that the dashboard draws. A sign
/// stays with its number, and may be a word of its own.
pub(crate) fn typed_words(typed: &str) -> Vec<String> {
    words(&normal(typed)).map(str::to_owned).collect()
}

/// The words of a text in its normal form. A month beside a number is short, as dates are drawn.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    let all = text.split(is_separator).map(trim).filter(|word| !word.is_empty());
    let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let (mut all, mut is_after_number) = (all.peekable(), false);
    std::iter::from_fn(move || {
        let word = all.next()?;
        let is_beside = is_after_number || all.peek().is_some_and(|next| is_number(next));
        is_after_number = is_number(word);
        let is_month = is_beside && MONTHS.iter().any(|month| month.eq_ignore_ascii_case(word));
        if is_month { word.get(..3) } else { Some(word) }
    })
}

/// Whether words end at a character: a space, a bracket, a double quote, a drawn sign.
fn is_separator(c: char) -> bool {
    // Punctuation and currencies of Latin-1 and of all scripts; arrows, mathematical signs, boxes and
    // other shapes.
    let is_drawn = matches!(
        c,
        '\u{80}'..='\u{bf}' | '÷' | '\u{2000}'..='\u{206f}' | '\u{20a0}'..='\u{20cf}'
            | '\u{2190}'..='\u{25ff}' | '\u{3000}'..='\u{303f}'
    );
    let is_of_word = c.is_alphanumeric() || is_sign(c) || is_inside(c);
    // These stand in texts.
    let is_of_word = is_of_word || matches!(c, '§' | '°');
    !is_of_word && (c.is_ascii() || c.is_whitespace() || is_drawn)
}

/// Whether a character may stand inside a word but not at its ends.
fn is_inside(c: char) -> bool {
    matches!(c, '\'' | '-' | '.' | ',' | '/' | '&' | '_' | '@' | '+')
}

/// A word without the punctuation around it. The plus or minus and the signs of a number stay.
fn trim(word: &str) -> &str {
    let is_number = !word.contains(char::is_alphabetic);
    let is_outside = |c| is_inside(c) || (is_sign(c) && !is_number);
    let ended = word.trim_end_matches(is_outside);
    let begun = ended.trim_start_matches(is_outside);
    let with_sign = ended.get((ended.len() - begun.len()).saturating_sub(1)..);
    let is_signed = |word: &&str| {
        let number = word.strip_prefix(['-', '+']);
        number.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    with_sign.filter(is_signed).unwrap_or(begun)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn punctuation_is_left_out_and_signs_stay_with_their_numbers() {
        for (typed, words) in [
            ("", &[] as &[&str]),
            (" \t\n", &[]),
            ("“” … – · ◆ ■□ , ' \"", &[]),
            ("“up to 70 percent”", &["up", "to", "70", "percent"]),
            ("„Debt” «to» Russia,", &["debt", "to", "russia"]),
            ("(see p. 41)", &["see", "p", "41"]),
            ("coverage:¶21", &["coverage", "par", "21"]),
            ("Putin: agreed;", &["putin", "agreed"]),
            ("70%", &["70%"]),
            ("70 %,", &["70%"]),
            ("70\u{202f}% of exports", &["70%", "of", "exports"]),
            ("≤ 70 %", &["<=70%"]),
            ("<= 70%", &["<=70%"]),
            ("≈ 2/3", &["~2/3"]),
            ("⅔", &["2/3"]),
            ("~< 8 bn USD", &["~<8", "bn", "usd"]),
            ("≤", &["<="]),
            ("%", &["%"]),
            ("−45", &["-45"]),
            ("(–45 %)", &["-45%"]),
            ("- item", &["item"]),
            ("+45 %", &["+45%"]),
            ("§12", &["§", "12"]),
            ("1.5 °C", &["1.5°c"]),
            ("4 November 2021", &["4", "nov", "2021"]),
            ("in March", &["in", "march"]),
            ("$8 billion", &["8", "billion"]),
            ("€8", &["8"]),
            ("19,000", &["19,000"]),
            ("2021 – 2023", &["2021", "2023"]),
            ("2021—2023", &["2021-2023"]),
            ("Feb 2022–Mar 2023", &["feb", "2022-mar", "2023"]),
            ("https://osw.waw.pl/en/", &["https", "osw.waw.pl/en"]),
            ("minsk’s Minsk`s", &["minsk's", "minsk", "s"]),
            ("ＡＢＣ　７０％", &["abc", "70%"]),
            ("co\u{ad}operation \u{202e}x\u{200b}y", &["cooperation", "xy"]),
            ("co<U+00AD>operation", &["cooperation"]),
            ("👩\u{200d}🔬", &["👩🔬"]),
            ("Größe ﬁnance Œuvre", &["grosse", "finance", "oeuvre"]),
        ] {
            assert_eq!(typed_words(typed), words, "{typed:?}");
        }
    }
}
