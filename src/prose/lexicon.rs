//! The words that limit, change or foretell a number, by language: one table each in `words/`.
//!
//! A line is `what = phrase | phrase`; a line that begins with a space goes on. A phrase stands in
//! front of its number unless `behind` says otherwise. A word with `*` behind `what` is the beginning
//! of words. The hedges of the file ([`HEDGES`]) are among the phrases. Other languages are for
//! checking only: the file keeps the source's words in `wording`, and in `hedge` the English word that
//! says the same.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::phrases::Phrases;
use super::token::Tokens;
use crate::report::{HEDGES, HedgeClass, HedgeWord};

/// What a phrase says about the number beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    /// It limits the number.
    Limit(HedgeClass),
    /// It looks like a limit, and is none: "twice as much as".
    Nothing,
    /// The number is a fall.
    Fall,
    /// The number is a rise.
    Rise,
}

/// What the words make of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Foretold {
    /// It is expected.
    Forecast,
    /// It is wanted.
    Target,
}

const LANGUAGES: [&str; 11] = [
    include_str!("words/en.txt"),
    include_str!("words/de.txt"),
    include_str!("words/fr.txt"),
    include_str!("words/es.txt"),
    include_str!("words/it.txt"),
    include_str!("words/pl.txt"),
    include_str!("words/pt.txt"),
    include_str!("words/ru.txt"),
    include_str!("words/uk.txt"),
    include_str!("words/be.txt"),
    include_str!("words/zh.txt"),
];

/// All tables.
pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::new);

/// Words and phrases by what they say.
#[derive(Debug)]
pub(super) struct Lexicon {
    /// Limits and changes in front of a number.
    pub(super) front: Phrases<Says>,
    /// Limits and changes behind a number.
    pub(super) behind: Phrases<Says>,
    /// Words that soften "over" to "just over" and "under" to "just under".
    pub(super) slight: Phrases<()>,
    /// Words that turn a limit round: "no more than".
    pub(super) not: Phrases<()>,
    /// Words between a limit and its number that change neither.
    pub(super) fillers: HashSet<&'static str>,
    /// Words in front of the first of two numbers that make them a range.
    pub(super) between: HashSet<&'static str>,
    /// Words between two numbers of a range or a change.
    pub(super) to: HashSet<&'static str>,
    /// Words between two numbers behind "between".
    pub(super) and: HashSet<&'static str>,
    /// Words in front of the first of two numbers.
    pub(super) from: HashSet<&'static str>,
    /// Names of months in front of a year or behind a day.
    pub(super) months: HashSet<&'static str>,
    /// Verbs that say only that something changed.
    pub(super) moves: HashSet<&'static str>,
    /// Parts of a whole, by their denominator.
    pub(super) parts: Phrases<f64>,
    /// Two and three in front of such a part.
    pub(super) uppers: HashMap<&'static str, f64>,
    /// Words for many times as much.
    pub(super) multiples: Phrases<f64>,
    /// Nouns for about so many.
    pub(super) abouts: HashMap<&'static str, f64>,
    /// Orders of magnitude.
    pub(super) orders: Phrases<&'static HedgeWord>,
    /// Words that say that something has not happened.
    pub(super) foretold: Phrases<Foretold>,
    stems: Vec<(Stem, &'static str)>,
}

/// What the beginning of a word says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stem {
    Change(Says),
    Foretold(Foretold),
}

/// The phrases of all languages by what they say.
type Table = HashMap<&'static str, Vec<&'static str>>;

impl Lexicon {
    fn new() -> Self {
        let table = table();
        let set = |what: &str| table.get(what).into_iter().flatten().copied().collect();
        let numbered = |what: &'static str| {
            table.iter().filter_map(move |(key, phrases)| {
                let number = key.strip_prefix(what)?.trim().parse::<f64>().ok()?;
                Some((number, phrases.clone()))
            })
        };
        let flat = |of: Vec<(f64, Vec<&'static str>)>| -> Vec<(f64, &'static str)> {
            of.into_iter()
                .flat_map(|(n, phrases)| phrases.into_iter().map(move |p| (n, p)))
                .collect()
        };
        let map = |what| -> HashMap<&'static str, f64> {
            flat(numbered(what).collect()).into_iter().map(|(n, word)| (word, n)).collect()
        };
        let phrases = |what| Phrases::by_first(flat(numbered(what).collect()));
        let plain =
            |what: &str| Phrases::by_last(table.get(what).into_iter().flatten().map(|p| ((), *p)));
        Self {
            front: Phrases::by_last(says(&table, "").chain(own_words())),
            behind: Phrases::by_first(says(&table, "behind ")),
            slight: plain("slight"),
            not: plain("not"),
            fillers: set("filler"),
            between: set("between"),
            to: set("to"),
            and: set("and"),
            from: set("from"),
            months: set("month"),
            moves: set("move"),
            parts: phrases("part "),
            uppers: map("upper "),
            multiples: phrases("number "),
            abouts: map("about "),
            orders: Phrases::by_first(orders(&table)),
            foretold: Phrases::by_first(foretold(&table)),
            stems: stems(&table),
        }
    }

    /// Whether a word says that something fell or rose.
    pub(super) fn change(&self, tokens: &Tokens<'_>, at: usize) -> Option<Says> {
        let word = tokens.word(at)?;
        let whole = self.front.before(tokens, at + 1).map(|(says, _)| says);
        let whole = whole.filter(|says| matches!(says, Says::Fall | Says::Rise));
        whole.or_else(|| {
            self.stems.iter().find_map(|(stem, start)| match stem {
                Stem::Change(says) if word.starts_with(start) => Some(*says),
                _ => None,
            })
        })
    }

    /// Whether a word begins like one that foretells.
    pub(super) fn is_foretold(&self, word: &str) -> Option<Foretold> {
        self.stems.iter().find_map(|(stem, start)| match stem {
            Stem::Foretold(what) if word.starts_with(start) => Some(*what),
            _ => None,
        })
    }
}

/// Reads the tables of all languages.
fn table() -> Table {
    let mut table = Table::new();
    for language in LANGUAGES {
        let mut what = "";
        for line in language.lines().filter(|line| !line.starts_with('#')) {
            let phrases = match line.split_once(" = ") {
                Some((key, phrases)) if !line.starts_with(' ') => {
                    what = key;
                    phrases
                }
                _ => line,
            };
            let phrases = phrases.split('|').map(str::trim).filter(|phrase| !phrase.is_empty());
            table.entry(what).or_default().extend(phrases);
        }
    }
    table
}

/// What the tables call a class.
const CLASSES: [(&str, Says); 11] = [
    ("up to", Says::Limit(HedgeClass::UpTo)),
    ("at most", Says::Limit(HedgeClass::AtMost)),
    ("below", Says::Limit(HedgeClass::Below)),
    ("at least", Says::Limit(HedgeClass::AtLeast)),
    ("above", Says::Limit(HedgeClass::Above)),
    ("about", Says::Limit(HedgeClass::About)),
    ("nearly", Says::Limit(HedgeClass::Nearly)),
    ("just over", Says::Limit(HedgeClass::JustOver)),
    ("nothing", Says::Nothing),
    ("fall", Says::Fall),
    ("rise", Says::Rise),
];

fn says(table: &Table, place: &str) -> impl Iterator<Item = (Says, &'static str)> {
    CLASSES.into_iter().flat_map(move |(class, says)| {
        let phrases = table.get(&*format!("{place}{class}")).cloned().unwrap_or_default();
        phrases.into_iter().map(move |phrase| (says, phrase))
    })
}

/// The hedges of the file.
fn own_words() -> impl Iterator<Item = (Says, &'static str)> {
    let own = HEDGES.iter().filter(|hedge| hedge.order.is_none());
    own.map(|hedge| (Says::Limit(hedge.class), hedge.word))
}

fn orders(table: &Table) -> Vec<(&'static HedgeWord, &'static str)> {
    let own = HEDGES.iter().filter(|hedge| hedge.order.is_some()).map(|hedge| (hedge, hedge.word));
    let others = table.iter().filter_map(|(key, phrases)| {
        let hedge = HedgeWord::find(key.strip_prefix("order ")?)?;
        Some(phrases.iter().map(move |phrase| (hedge, *phrase)))
    });
    own.chain(others.flatten()).collect()
}

fn foretold(table: &Table) -> Vec<(Foretold, &'static str)> {
    let kinds = [("forecast", Foretold::Forecast), ("target", Foretold::Target)];
    let all = kinds.into_iter().filter_map(|(key, what)| Some((what, table.get(key)?)));
    all.flat_map(|(what, phrases)| phrases.iter().map(move |phrase| (what, *phrase))).collect()
}

fn stems(table: &Table) -> Vec<(Stem, &'static str)> {
    let kinds = [
        ("fall*", Stem::Change(Says::Fall)),
        ("rise*", Stem::Change(Says::Rise)),
        ("forecast*", Stem::Foretold(Foretold::Forecast)),
    ];
    let all = kinds.into_iter().filter_map(|(key, stem)| Some((stem, table.get(key)?)));
    all.flat_map(|(stem, lists)| {
        lists.iter().flat_map(move |list| list.split(' ').map(move |s| (stem, s)))
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_tables_is_understood() {
        for (key, phrases) in table() {
            let class = key.strip_prefix("behind ").unwrap_or(key);
            let is_number = |what: &str| {
                key.strip_prefix(what).is_some_and(|number| number.parse::<f64>().is_ok())
            };
            let is_known = CLASSES.iter().any(|(known, _)| *known == class)
                || [
                    "slight",
                    "not",
                    "filler",
                    "between",
                    "to",
                    "and",
                    "from",
                    "move",
                    "month",
                    "forecast",
                    "target",
                    "fall*",
                    "rise*",
                    "forecast*",
                ]
                .contains(&key)
                || ["part ", "upper ", "number ", "about "].into_iter().any(is_number)
                || key.strip_prefix("order ").and_then(HedgeWord::find).is_some();
            assert!(is_known, "{key}");
            for phrase in phrases {
                assert_eq!(phrase, phrase.to_lowercase(), "{key}");
                let parts: Vec<_> = phrase.split(' ').collect();
                let tokens = Tokens::of(phrase);
                let is_split = parts.len() == tokens.len()
                    && parts.iter().enumerate().all(|(at, part)| tokens.is(at, part));
                assert!(is_split || key.ends_with('*'), "{key}: {phrase} is not written in tokens");
            }
        }
    }

    #[test]
    fn no_phrase_says_two_things() {
        for place in ["", "behind "] {
            let table = table();
            let all: Vec<_> = says(&table, place).collect();
            for (at, (says, phrase)) in all.iter().enumerate() {
                let other = all.iter().skip(at + 1).find(|(other, p)| p == phrase && other != says);
                assert_eq!(other, None, "{phrase}");
            }
        }
    }
}
