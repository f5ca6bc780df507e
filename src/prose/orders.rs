//! Orders of magnitude in words, without a number.

use std::sync::LazyLock;

use super::lexicon::LEXICON;
use super::phrases::Phrases;
use super::token::Tokens;
use crate::report::HedgeWord;

/// Words in front of "hundred" and the like that make it an order of magnitude.
const SOME: &str = "a few|several|a couple of|a couple|many|low|mid|high|some few";

static SOMES: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::by_first([((), SOME)]));

/// The words with which an order of magnitude may begin.
pub(super) fn starts() -> impl Iterator<Item = &'static str> {
    LEXICON.orders.words().chain(SOMES.words())
}

/// The order of magnitude that begins at a token, and the token after it.
pub(super) fn read(tokens: &Tokens<'_>, start: usize) -> Option<(&'static HedgeWord, usize)> {
    if let Some(found) = LEXICON.orders.at(tokens, start) {
        return Some(found);
    }
    let ((), end) = SOMES.at(tokens, start)?;
    let plural = match tokens.word(end)?.trim_end_matches('s') {
        "dozen" => "several dozen".to_owned(),
        one => format!("{one}s"),
    };
    HedgeWord::find(&plural).filter(|hedge| hedge.order.is_some()).map(|hedge| (hedge, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_of_magnitude_are_read() {
        for (text, order) in [
            ("tens of thousands of people", Some("tens of thousands")),
            ("a few hundred people", Some("hundreds")),
            ("a couple of dozen", Some("several dozen")),
            ("low thousands", Some("thousands")),
            ("several countries", None),
            ("hundred", None),
        ] {
            assert_eq!(read(&Tokens::of(text), 0).map(|(h, _)| h.word), order, "{text}");
        }
    }
}
