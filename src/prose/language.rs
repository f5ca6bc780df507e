//! Whether a text is in a language whose limiting words are known.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::token::Tokens;

/// Letters of languages whose limiting words are not known.
const LETTERS: &str = "ğışőűřěťďůțăøåæþðħđģķļņŗ";

/// Words of such languages that stand beside numbers.
const WORDS: &str = "noin yli alle lähes vähintään enintään prosenttia prosentti yüzde yaklaşık fazla \
    kadar mintegy legalább legfeljebb közel százalék körülbelül több kevesebb ongeveer minder bijna \
    minstens hoogstens cirka över minst högst nästan ungefär omkring mindst næsten minst nesten \
    přibližně méně nejméně téměř asi približno najmanj skoraj peste aproape puțin okoli \
    apie daugiau beveik aptuveni vairāk gandrīz umbes rohkem peaaegu";

static UNKNOWN_WORDS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| WORDS.split_whitespace().collect());

/// Whether a text is certainly in a language whose limiting words are not known. Then its numbers
/// are not compared: what stands beside them may limit or multiply them.
pub(super) fn is_unknown(tokens: &Tokens<'_>) -> bool {
    (0..tokens.len()).filter_map(|at| tokens.word(at)).any(|word| {
        (!word.is_ascii() && word.chars().any(|c| LETTERS.contains(c) || is_other_script(c)))
            || UNKNOWN_WORDS.contains(word)
    })
}

/// Common words of English that stand beside numbers, in no other language.
const ENGLISH: &str = "the of and in by from were was are is with which who than people percent per \
    jobs last year month added rose fell to for at had has been a an its their on that cases deaths \
    workers households homes prices income million billion thousand families crowd strong about over \
    under more less least most nearly almost some up down";

static ENGLISH_WORDS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| ENGLISH.split_whitespace().collect());

/// Whether a text is certainly English: it has words of English and no letters of others.
pub(super) fn is_english(tokens: &Tokens<'_>) -> bool {
    let mut words = 0;
    for word in (0..tokens.len()).filter_map(|at| tokens.word(at)) {
        if !word.is_ascii() || OTHERS.contains(word) {
            return false;
        }
        words += usize::from(ENGLISH_WORDS.contains(word));
    }
    words > 0
}

/// Whether a comma in front of three digits separates thousands: no word is one of a language that
/// writes decimals so, and there is a word, or the sign of a dollar or a pound.
pub(super) fn has_commas(tokens: &Tokens<'_>) -> bool {
    let all = 0..tokens.len();
    let is_other =
        |at: usize| tokens.word(at).is_some_and(|word| !word.is_ascii() || OTHERS.contains(word));
    let is_told = |at: usize| {
        tokens.word(at).is_some_and(|word| word.len() >= 3)
            || matches!(tokens.sign(at), Some('$' | '£' | '¥'))
    };
    !all.clone().any(is_other) && all.clone().any(is_told)
}

/// Words of other languages in the letters of English.
static OTHERS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let words = "de la le el los las il der die das und bis zu von mit auf im den des rund fast knapp \
        les une du en un una del al por ciento cento mil mln mld tys mio mrd tsd do da em os para com \
        na nie od ok po pour cent millones milioni milliards di che";
    words.split_whitespace().collect()
});

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
