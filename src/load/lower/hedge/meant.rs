//! What an unknown hedge means, where that is sure.

use crate::prose::short_hedge;
use crate::report::{HEDGES, HedgeClass, HedgeWord, Status};

/// What to write for words that are no hedge of the file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Meant {
    /// The hedge; `None` where the words set no limit.
    pub(super) hedge: Option<&'static str>,
    /// The status that the words say, too.
    pub(super) status: Option<&'static str>,
}

/// Other words for a hedge, of the same class.
const SAME: &[(&str, &[&str])] = &[
    ("up to", &["as high as", "as large as"]),
    (
        "at most",
        &[
            "at best",
            "at the most",
            "or less",
            "or fewer",
            "or under",
            "or below",
            "or lower",
            "no greater than",
            "no higher than",
            "no larger than",
            "not over",
            "not above",
            "not exceeding",
            "capped at",
        ],
    ),
    ("maximum", &["a maximum of", "a maximum", "maximum of", "max", "max."]),
    ("below", &["lower than", "smaller than", "beneath"]),
    ("less than", &["short of"]),
    (
        "at least",
        &[
            "at the least",
            "at the very least",
            "or more",
            "or over",
            "or above",
            "or higher",
            "and over",
            "and above",
            "and more",
            "plus",
            "+",
            "no lower than",
            "no smaller than",
            "not fewer than",
            "not below",
            "not under",
        ],
    ),
    ("minimum", &["a minimum of", "a minimum", "minimum of", "min", "min."]),
    (
        "more than",
        &[
            "in excess of",
            "upward of",
            "upwards of",
            "greater than",
            "higher than",
            "larger than",
            "north of",
            "beyond",
        ],
    ),
    (
        "exceeds",
        &["exceed", "exceeding", "surpasses", "surpassed", "surpassing", "surpass", "topped"],
    ),
    (
        "about",
        &[
            "or so",
            "or thereabouts",
            "in the region of",
            "in the vicinity of",
            "more or less",
            "on the order of",
            "of the order of",
            "in the order of",
            "give or take",
            "approximate",
        ],
    ),
    ("an estimated", &["estimated", "est", "est.", "an estimate of"]),
    ("nearly", &["not quite", "virtually", "approaching", "nearing"]),
    (
        "just under",
        &[
            "just below",
            "slightly less than",
            "slightly under",
            "slightly below",
            "a little less than",
            "a little under",
            "just short of",
            "just shy of",
        ],
    ),
    (
        "just over",
        &[
            "just above",
            "just more than",
            "slightly over",
            "slightly above",
            "a little over",
            "a little more than",
            "a bit more than",
            "a bit over",
            "marginally more than",
        ],
    ),
];

/// Words that set no limit.
const NO_LIMIT: &[&str] = &[
    "a total of",
    "total",
    "in total",
    "altogether",
    "combined",
    "overall",
    "only",
    "just",
    "mere",
    "a mere",
    "merely",
    "net",
    "gross",
    "exactly",
    "exact",
    "precisely",
    "a record",
    "record",
    "the",
    "a full",
    "a whopping",
    "equal to",
    "equals",
    "is",
    "was",
    "none",
    "n/a",
    "-",
    "–",
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
    let listed = || SAME.iter().find(|(_, same)| same.contains(&words)).map(|(hedge, _)| *hedge);
    short_hedge(words).or_else(listed).or_else(|| slip(words))
}

/// The hedge of which the words are a slip of the keyboard, if all hedges that are near say the
/// same.
fn slip(words: &str) -> Option<&'static str> {
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
