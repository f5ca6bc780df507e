//! Tables of phrases, found by their first or their last word.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::token::Tokens;

/// Phrases with what they mean.
#[derive(Debug)]
pub(super) struct Phrases<T> {
    /// The phrases with one space between words, the longest first.
    by_word: HashMap<&'static str, Vec<(&'static str, T)>>,
}

impl<T: Copy> Phrases<T> {
    /// A table of phrases with `|` between them, to be found by their first word.
    pub(super) fn by_first(table: impl IntoIterator<Item = (T, &'static str)>) -> Self {
        Self::new(table, |phrase| phrase.split(' ').next())
    }

    /// The same, to be found by their last word.
    pub(super) fn by_last(table: impl IntoIterator<Item = (T, &'static str)>) -> Self {
        Self::new(table, |phrase| phrase.rsplit(' ').next())
    }

    fn new(
        table: impl IntoIterator<Item = (T, &'static str)>,
        key: fn(&'static str) -> Option<&'static str>,
    ) -> Self {
        let mut by_word: HashMap<_, Vec<_>> = HashMap::new();
        for (means, phrases) in table {
            for phrase in phrases.split('|').map(str::trim) {
                if let Some(word) = key(phrase) {
                    by_word.entry(word).or_default().push((phrase, means));
                }
            }
        }
        for list in by_word.values_mut() {
            list.sort_by_key(|(phrase, _)| Reverse(length(phrase)));
        }
        Self { by_word }
    }

    /// The words by which the phrases are found.
    pub(super) fn words(&self) -> impl Iterator<Item = &'static str> {
        self.by_word.keys().copied()
    }

    /// The longest phrase that begins at a token, and the token after it.
    pub(super) fn at(&self, tokens: &Tokens<'_>, start: usize) -> Option<(T, usize)> {
        self.candidates(tokens, start)
            .find(|(phrase, _)| is_at(phrase, tokens, start))
            .map(|(phrase, means)| (*means, start + length(phrase)))
    }

    /// The longest phrase that ends right in front of a token, and its first token.
    pub(super) fn before(&self, tokens: &Tokens<'_>, end: usize) -> Option<(T, usize)> {
        self.candidates(tokens, end.checked_sub(1)?).find_map(|(phrase, means)| {
            let start = end.checked_sub(length(phrase))?;
            // "Follow-up to" does not say "up to".
            let is_tail =
                start > 0 && tokens.sign(start - 1) == Some('-') && tokens.is_glued(start - 1);
            (!is_tail && is_at(phrase, tokens, start)).then_some((*means, start))
        })
    }

    fn candidates(
        &self,
        tokens: &Tokens<'_>,
        at: usize,
    ) -> impl Iterator<Item = &(&'static str, T)> {
        let mut own = [0; 4];
        let word = tokens.word(at);
        let sign = tokens.sign(at).map(|sign| &*sign.encode_utf8(&mut own));
        word.or(sign).and_then(|word| self.by_word.get(word)).into_iter().flatten()
    }
}

/// How many words a phrase has.
fn length(phrase: &str) -> usize {
    1 + phrase.bytes().filter(|byte| *byte == b' ').count()
}

fn is_at(phrase: &str, tokens: &Tokens<'_>, start: usize) -> bool {
    phrase.split(' ').zip(start..).all(|(part, at)| tokens.is(at, part))
}
