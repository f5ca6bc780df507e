//! Whether what stands around a number may limit it in words that are not known.

use super::limits;
use super::mark::is_money;
use super::numeral::Numeral;
use super::token::{Kind, Tokens, singular};

/// Words in front of a number that limit nothing.
const PLAIN: &str = "the of a an in to from by and or at on with for as that which who than \
    was were is are be been being has have had do did will \
    fell rose dropped dropping grew growing reached reaches totalled totaled amounted stood stands \
    came comes saw sees recorded records reported reports counted counts made makes had held holds \
    total record exactly precisely only net gross annual average mean median share number figure rate level after before \
    percent per cent us n t s it its they their this these those there all both \
    killed injured employed";

/// How many words in front of a number are looked at.
const REACH: usize = 4;

/// Whether everything in front of a number is known to limit nothing. Behind a number only known
/// words limit it.
///
/// `own` are the unit and the names of the figure: its words limit nothing.
pub(super) fn says_nothing_else(tokens: &Tokens<'_>, numeral: &Numeral, own: &[&str]) -> bool {
    let start = numeral.number.tokens.start;
    let near = (start.saturating_sub(REACH)..start).rev();
    // "(Table 3) 70" begins anew behind the bracket, "(about) 70" does not.
    let ends = |at: usize| match tokens.sign(at) {
        Some(',' | ';' | ':' | '.' | '(') => true,
        Some(')') => at > 0 && tokens.digits(at - 1).is_some(),
        _ => false,
    };
    let mut clause = near.take_while(|at| !ends(*at));
    let own: Vec<String> = own.iter().flat_map(|text| words(text)).collect();
    clause.all(|at| {
        let Some(token) = tokens.get(at) else { return true };
        match &token.kind {
            Kind::Digits(_) | Kind::Raised(_) => true,
            Kind::Sign(sign) => !matches!(sign, '<' | '>' | '≤' | '≥' | '~' | '≈' | '±' | '+'),
            Kind::Word(word) => {
                limits::is_filler(tokens, at)
                    || is_money(tokens, at)
                    || PLAIN.split_whitespace().any(|plain| plain == word)
                    || own.iter().any(|own| own == singular(word))
            }
        }
    })
}

fn words(text: &str) -> Vec<String> {
    let tokens = Tokens::of(text);
    let words = (0..tokens.len()).filter_map(|at| tokens.word(at));
    words.map(|word| singular(word).to_owned()).collect()
}
