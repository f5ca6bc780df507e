//! What an unknown hedge means, where that is sure.

use crate::prose::{hedge_for, is_doubtful};
use crate::report::{HEDGES, HedgeClass, HedgeWord, Status};

/// What to write for words that are no hedge of the file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Meant {
    /// The hedge; `None` where the words set no limit.
    pub(super) hedge: Option<&'static str>,
    /// The status that the words say, too.
    pub(super) status: Option<&'static str>,
}

/// Words that set no limit.
const NO_LIMIT: &[&str] = &[
    "a total of",
    "total of",
    "total",
    "the total",
    "in total",
    "in all",
    "all in all",
    "all told",
    "a grand total of",
    "grand total",
    "a sum total of",
    "sum total",
    "a combined",
    "combined",
    "altogether",
    "overall",
    "only",
    "just",
    "alone",
    "mere",
    "a mere",
    "merely",
    "net",
    "a net",
    "gross",
    "exactly",
    "exact",
    "precisely",
    "a record",
    "record",
    "a record high of",
    "a record low of",
    "an all-time high of",
    "the",
    "a full",
    "full",
    "fully",
    "a whopping",
    "a staggering",
    "equal to",
    "equals",
    "is",
    "was",
];

/// Words that say what is to come, each with its status.
const AHEAD: &[(&str, Status)] = &[
    ("expected", Status::Forecast),
    ("projected", Status::Forecast),
    ("forecast", Status::Forecast),
    ("forecasted", Status::Forecast),
    ("predicted", Status::Forecast),
    ("anticipated", Status::Forecast),
    ("set", Status::Forecast),
    ("on course", Status::Forecast),
    ("on track", Status::Forecast),
    ("planned", Status::Forecast),
    ("a target", Status::Target),
    ("target", Status::Target),
    ("targeted", Status::Target),
    ("estimated", Status::Estimated),
];

/// Verbs between such words and the number, and the hedge that lies in them.
const VERBS: &[(&str, Option<&str>)] = &[
    ("exceed", Some("exceeds")),
    ("surpass", Some("exceeds")),
    ("top", Some("exceeds")),
    ("fall below", Some("below")),
    ("drop below", Some("below")),
    ("stay below", Some("below")),
    ("rise above", Some("above")),
    ("be", None),
    ("reach", None),
    ("hit", None),
    ("total", None),
    ("stand at", None),
    ("rise to", None),
    ("grow to", None),
    ("increase to", None),
    ("fall to", None),
    ("drop to", None),
    ("decline to", None),
];

/// What words in lower case mean, with single spaces between them.
pub(super) fn meant(words: &str) -> Option<Meant> {
    let only = |hedge| Meant { hedge, status: None };
    if NO_LIMIT.contains(&words) {
        return Some(only(None));
    }
    same(words).map(|hedge| only(Some(hedge))).or_else(|| ahead(words))
}

/// A hedge of the file that says the same.
fn same(words: &str) -> Option<&'static str> {
    hedge_for(words).map(|hedge| hedge.word).or_else(|| slip(words))
}

/// The hedge of which the words are a slip of the keyboard, if all hedges that are near say the
/// same.
fn slip(words: &str) -> Option<&'static str> {
    // No number is a slip.
    if words.contains(|c: char| c.is_ascii_digit()) || is_doubtful(words) {
        return None;
    }
    let close = |raw: &str| raw.replace([' ', '-'], "");
    let wanted = close(words);
    if let Some(hedge) = HEDGES.iter().find(|h| close(h.word) == wanted) {
        return Some(hedge.word);
    }
    let is_near = |hedge: &&HedgeWord| {
        let slips = strsim::damerau_levenshtein(words, hedge.word);
        // A number is no order: "thousand" is not "thousands".
        let is_number = hedge.word.strip_suffix('s') == Some(words);
        let allowed = match words.len().max(hedge.word.len()) {
            0..=4 => 0,
            5..=9 => 1,
            _ => 2,
        };
        words.len() < 30 && slips <= allowed && !is_number && words.get(..1) == hedge.word.get(..1)
    };
    let mut near = HEDGES.iter().filter(is_near).collect::<Vec<_>>();
    near.sort_by_key(|hedge| strsim::damerau_levenshtein(words, hedge.word));
    let first = near.first()?;
    let alike = |class: HedgeClass| class == first.class;
    near.iter().all(|hedge| alike(hedge.class)).then_some(first.word)
}

/// The hedge and the status of words such as "expected to exceed".
fn ahead(words: &str) -> Option<Meant> {
    let (rest, status) = match words.strip_prefix("will ") {
        Some(rest) => (rest, Status::Forecast),
        None => AHEAD.iter().find_map(|(word, status)| {
            let rest = words.strip_prefix(word)?;
            let rest = if matches!(rest, " at" | " of") { "" } else { rest };
            (rest.is_empty() || rest.starts_with(" to ")).then_some((rest, *status))
        })?,
    };
    let status = Some(status.word());
    let rest = rest.strip_prefix(" to ").unwrap_or(rest);
    if rest.is_empty() {
        return Some(Meant { hedge: None, status });
    }
    if let Some((_, hedge)) = VERBS.iter().find(|(verb, _)| *verb == rest) {
        return Some(Meant { hedge: *hedge, status });
    }
    // "Expected to be at least".
    let hedge = VERBS.iter().filter(|(_, hedge)| hedge.is_none()).find_map(|(verb, _)| {
        let words = rest.strip_prefix(verb)?.strip_prefix(' ')?;
        HedgeWord::find(words).map(|hedge| hedge.word)
    })?;
    Some(Meant { hedge: Some(hedge), status })
}
