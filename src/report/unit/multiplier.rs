//! The one table of multiplier words, in the languages in which sources print them.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Powers of ten, and the words and signs for them.
///
/// German, French and Polish count in milliards: their "Billionen" are 10¹². A lone "billion" is
/// the English one.
const POWERS: &[(i32, &str)] = &[
    (2, "hundred hundreds 百"),
    (
        3,
        "thousand thousands thous thsd k tsd tausend tausende mille mila mil tys tysiąc tysiące tysiač tysiačy tysiačaŭ \
         tysięcy тыс тысяч тысяча тысячи тысячу тис тисяч тисяча тисячі тисячу тысячы 千",
    ),
    (4, "万 萬"),
    (5, "lakh lakhs lac lacs"),
    (
        6,
        "million millions mn mln mio mill millionen millón millones milione milioni milhão \
         milhões milhao milhoes milion miliony milionów млн миллион миллиона миллионов мільйон \
         мільйони мільйона мільйонів мільён мільёны мільёна мільёнаў 百万",
    ),
    (7, "crore crores"),
    (8, "亿 億"),
    (
        9,
        "billion billions bn bln bil mrd mlrd md mds milliard milliards milliarde milliarden \
         miliardo miliardi miliard miliardy miliardów mld mia bilhão bilhões млрд миллиард \
         миллиарда миллиардов мільярд мільярди мільярда мільярдів мільярды мільярдаў",
    ),
    (
        12,
        "trillion trillions tn trn tln billionen billón billones bilion biliony bilionów \
         trilhão trilhões трлн триллион триллиона триллионов трильйон трильйони трильйонів \
         трыльён трыльёны трыльёнаў",
    ),
];

/// The table by its words: every number of a text asks it.
static BY_WORD: LazyLock<HashMap<&str, i32>> = LazyLock::new(|| {
    let rows = POWERS.iter();
    rows.flat_map(|(power, words)| words.split_whitespace().map(move |word| (word, *power)))
        .collect()
});

/// The power of ten of a multiplier word in lower case.
pub(crate) fn power_of_ten(word: &str) -> Option<i32> {
    BY_WORD.get(word).copied()
}

/// Every word and sign of the table.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    POWERS.iter().flat_map(|(_, words)| words.split_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_stands_for_two_multipliers() {
        let all: Vec<&str> = words().collect();
        for (at, word) in all.iter().enumerate() {
            assert!(!all.get(at + 1..).is_some_and(|rest| rest.contains(word)), "{word}");
            assert_eq!(*word, word.to_lowercase());
        }
    }
}
