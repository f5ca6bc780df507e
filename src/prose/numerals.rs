//! The numbers of a text, each with what limits it and what it belongs to.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::language;
use super::lexicon::LEXICON;
use super::links;
use super::number;
use super::numeral::{Numeral, numeral};
use super::orders;
use super::spelled;
use super::token::Tokens;
use crate::report::HedgeWord;

/// The words with which a number or an order of magnitude may begin. Most words are none of them.
static STARTS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let tables = LEXICON.parts.words().chain(LEXICON.multiples.words());
    let nouns = LEXICON.uppers.keys().chain(LEXICON.abouts.keys()).copied();
    tables.chain(nouns).chain(orders::starts()).chain(spelled::starts()).collect()
});

/// A text with its numbers.
#[derive(Debug)]
pub(crate) struct Numerals<'t> {
    pub(super) tokens: Tokens<'t>,
    /// The numbers, in the order of the text.
    pub(crate) numbers: Vec<Numeral>,
    /// Orders of magnitude without a number, such as "tens of thousands", and where they stand.
    pub(crate) orders: Vec<(&'static HedgeWord, Range<usize>)>,
}

impl<'t> Numerals<'t> {
    /// Reads a text. Takes time in proportion to its length.
    pub(crate) fn of(text: &'t str) -> Self {
        let mut tokens = Tokens::of(text);
        let (commas, points) = (language::has_commas(&tokens), language::is_english(&tokens));
        tokens.as_english(commas, points);
        let (mut numbers, mut orders) = (Vec::new(), Vec::new());
        let mut at = 0;
        while at < tokens.len() {
            if tokens.word(at).is_some_and(|word| !STARTS.contains(word)) {
                at += 1;
                continue;
            }
            if let Some((order, end)) = orders::read(&tokens, at) {
                orders.push((order, tokens.span(&(at..end))));
                at = end;
            } else if let Some(number) = number::read(&tokens, at) {
                at = number.tokens.end;
                numbers.push(numeral(&tokens, number));
            } else {
                at += 1;
            }
        }
        links::link(&tokens, &mut numbers);
        Self { tokens, numbers, orders }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;

    const ARTICLE: &str = include_str!("../../tests/fixtures/wordings/article.md");

    #[test]
    fn the_figures_of_an_article_are_found_with_their_limits() {
        let table = include_str!("../../tests/fixtures/wordings/article.tsv");
        let article = ARTICLE.replace('\n', " ");
        let text = Numerals::of(&article);
        let mut from = 0;
        let mut lost = Vec::new();
        for row in table.lines().filter(|row| !row.starts_with('#')) {
            let columns: Vec<&str> = row.split('\t').collect();
            let [printed, value, hedge, kind] = columns[..] else { panic!("{row}") };
            let at = from + article.get(from..).and_then(|rest| rest.find(printed)).expect(row);
            let to = at + printed.len();
            from = to;
            let value = value.trim_start_matches(['-', '[']).parse::<f64>();
            let (Ok(value), "figure") = (value, kind) else { continue };
            let own = |n: &&Numeral| n.span.start < to && n.span.end > at;
            let is_it = |n: &Numeral| {
                n.number.readings().any(|r| (r.value - value).abs() <= 1e-9 * value.abs())
            };
            let Some(numeral) = text
                .numbers
                .iter()
                .filter(own)
                .find(|n| is_it(n) || n.number.counted == Some(value))
            else {
                lost.push(format!("number: {row}"));
                continue;
            };
            let class = HedgeWord::find(hedge).map(|hedge| hedge.class);
            if numeral.limits.first().map(|limit| limit.class) != class {
                lost.push(format!("limit: {row}"));
            }
        }
        assert!(lost.is_empty(), "{}", lost.join("\n"));
    }

    #[test]
    #[ignore = "it prints how long a megabyte takes; run it with --release"]
    #[expect(clippy::print_stderr, reason = "it is run to be read")]
    fn a_megabyte_of_text_is_read_in_proportion_to_its_length() {
        for (name, piece) in [
            ("article", ARTICLE),
            ("numbers", "1 2 3 "),
            ("fillers", "the of a "),
            ("ands", "one and "),
        ] {
            for size in [250_000, 1_000_000] {
                let text = piece.repeat(size / piece.len());
                let start = Instant::now();
                let numbers = Numerals::of(&text).numbers.len();
                eprintln!("{name}: {size} bytes, {numbers} numbers, {:?}", start.elapsed());
            }
        }
    }
}
