//! The phrases that limit a number, in front of it or behind it.

use super::lexicon::{LEXICON, Says};
use super::token::Tokens;
use crate::report::{HEDGES, HedgeClass, HedgeWord};

use HedgeClass::{About, Above, AtLeast, AtMost, Below, JustOver, Nearly};
use Says::Limit;

/// Whether a token may stand between a limit and its number.
pub(super) fn is_filler(tokens: &Tokens<'_>, at: usize) -> bool {
    let is_quote = matches!(tokens.sign(at), Some('"' | '“' | '”' | '„' | '«' | '\''));
    is_quote || tokens.word(at).is_some_and(|word| LEXICON.fillers.contains(word))
}

/// A limit as it is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) says: Says,
    /// Its first token, and the token after it.
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The longest phrase that ends right in front of a token.
pub(super) fn before(tokens: &Tokens<'_>, end: usize) -> Option<Found> {
    let (says, mut start) = LEXICON.front.before(tokens, end)?;
    let Limit(mut class) = says else { return Some(Found { says, start, end }) };
    if let Some((softer, ((), slight))) = softened(class).zip(LEXICON.slight.before(tokens, start))
    {
        (class, start) = (softer, slight);
    }
    if let Some((other, not)) = negated(class).zip(denied(tokens, start)) {
        (class, start) = (other, not);
    }
    Some(Found { says: Limit(class), start, end })
}

/// Where "not" stands in front of a limit, with a verb or two between: "has not fallen below".
fn denied(tokens: &Tokens<'_>, start: usize) -> Option<usize> {
    let is_verb = |at: usize| {
        let plain = ["be", "been", "go", "gone", "went", "get", "come", "rise", "fall", "drop"];
        tokens.word(at).is_some_and(|word| plain.contains(&word))
            || LEXICON.change(tokens, at).is_some()
    };
    let mut end = start;
    for _ in 0..3 {
        if let Some(((), not)) = LEXICON.not.before(tokens, end) {
            return Some(not);
        }
        end = end.checked_sub(1).filter(|at| is_verb(*at))?;
    }
    None
}

/// The class of a text that is one phrase and nothing else.
pub(super) fn whole(text: &str) -> Option<HedgeClass> {
    let tokens = Tokens::of(text);
    let class = |found: Found| match found.says {
        Limit(class) => Some(class),
        _ => None,
    };
    let is_first = |found: &Found| (0..found.start).all(|at| is_filler(&tokens, at));
    let front = before(&tokens, tokens.len()).filter(is_first).and_then(class);
    let back = || after(&tokens, 0).filter(|found| found.end == tokens.len()).and_then(class);
    front.or_else(back)
}

/// A word of the file for a class: the printed one or one that is like it, if the file has it.
pub(crate) fn word(class: HedgeClass, printed: &str) -> &'static HedgeWord {
    const USUAL: [&str; 2] = ["less than", "more than"];
    let printed = printed.to_lowercase();
    let is_like = |word: &&HedgeWord| {
        printed.contains(word.word) || (printed.len() >= 3 && word.word.contains(&*printed))
    };
    let of_class = || HEDGES.iter().filter(|word| word.class == class);
    let own = HedgeWord::find(&printed).filter(|word| word.class == class);
    own.or_else(|| of_class().filter(is_like).max_by_key(|word| word.word.len()))
        .or_else(|| of_class().find(|word| USUAL.contains(&word.word)))
        .or_else(|| of_class().next())
        .unwrap_or(FALLBACK)
}

/// Every class has a word, so this one is never taken.
const FALLBACK: &HedgeWord = &HedgeWord { word: "about", class: About, order: None };

fn softened(class: HedgeClass) -> Option<HedgeClass> {
    match class {
        Above => Some(JustOver),
        Below => Some(Nearly),
        _ => None,
    }
}

fn negated(class: HedgeClass) -> Option<HedgeClass> {
    match class {
        Above => Some(AtMost),
        Below => Some(AtLeast),
        _ => None,
    }
}

/// The longest phrase that begins at a token.
pub(super) fn after(tokens: &Tokens<'_>, start: usize) -> Option<Found> {
    LEXICON.behind.at(tokens, start).map(|(says, end)| Found { says, start, end })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_hedge_of_the_file_is_read_with_its_class() {
        for hedge in HEDGES.iter().filter(|h| h.order.is_none()) {
            let tokens = Tokens::of(hedge.word);
            let found = before(&tokens, tokens.len()).map(|found| found.says);
            assert_eq!(found, Some(Limit(hedge.class)), "{}", hedge.word);
        }
    }

    #[test]
    fn words_in_front_change_a_limit() {
        for (text, class) in [
            ("well over", Above),
            ("a little under", Nearly),
            ("slightly above", JustOver),
            ("no longer more than", AtMost),
            ("did not exceed", AtMost),
            ("not below", AtLeast),
            ("bis zu", HedgeClass::UpTo),
            ("jusqu’à", HedgeClass::UpTo),
            ("не более", AtMost),
            ("超过", Above),
        ] {
            let tokens = Tokens::of(text);
            let found = before(&tokens, tokens.len()).map(|found| found.says);
            assert_eq!(found, Some(Limit(class)), "{text}");
        }
        let tokens = Tokens::of("a follow-up to");
        assert_eq!(before(&tokens, tokens.len()), None);
    }
}
