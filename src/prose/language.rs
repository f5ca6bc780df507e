//! Whether a text is in a language whose limiting words are known.

use super::token::Tokens;

/// Letters of languages whose limiting words are not known.
const LETTERS: &str = "ğışőűřěťďůțăøåæþðħđģķļņŗ";

/// Words of such languages that stand beside numbers.
const WORDS: &str = "noin yli alle lähes vähintään enintään prosenttia prosentti yüzde yaklaşık fazla \
    kadar mintegy legalább legfeljebb közel százalék körülbelül több kevesebb ongeveer minder bijna \
    minstens hoogstens cirka över minst högst nästan ungefär omkring mindst næsten minst nesten \
    přibližně méně nejméně téměř asi približno najmanj skoraj peste aproape puțin okoli \
    apie daugiau beveik aptuveni vairāk gandrīz umbes rohkem peaaegu";

/// Whether a text is certainly in a language whose limiting words are not known. Then its numbers
/// are not compared: what stands beside them may limit or multiply them.
pub(super) fn is_unknown(tokens: &Tokens<'_>) -> bool {
    (0..tokens.len()).filter_map(|at| tokens.word(at)).any(|word| {
        word.chars().any(|c| LETTERS.contains(c) || is_other_script(c))
            || WORDS.split_whitespace().any(|own| own == word)
    })
}

/// Letters that are neither Latin nor Cyrillic nor Han.
fn is_other_script(c: char) -> bool {
    let is_known = matches!(c,
        '\0'..='\u{24f}' | '\u{300}'..='\u{36f}' | '\u{400}'..='\u{52f}' | '\u{1e00}'..='\u{1eff}'
        | '\u{2c60}'..='\u{2c7f}' | '\u{ff01}'..='\u{ff5e}');
    // Signs of units: °, µ, Ω.
    c.is_alphabetic()
        && !is_known
        && !super::token::is_han(c)
        && !matches!(c, 'μ' | 'Ω' | '\u{2100}'..='\u{214f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_without_a_table_are_told() {
        for (text, unknown) in [
            ("noin 70 prosenttia", true),
            ("yüzde 70", true),
            ("περίπου 70", true),
            ("約７０パーセント", true),
            ("rund 70 Prozent", false),
            ("амаль 70", false),
            ("287 hospitals", false),
            ("超过19000人", false),
            ("70 µg/m³", false),
        ] {
            assert_eq!(is_unknown(&Tokens::of(text)), unknown, "{text}");
        }
    }
}
