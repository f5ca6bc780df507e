//! Known units in spellings that are not read.

use super::{MULTIPLIERS, Multiplier, Unit, UnitError, currency};
use crate::report::Text;

/// Unambiguous abbreviations and plurals.
const CLEAR: &[(&str, Multiplier)] = &[
    ("thousands", Multiplier::Thousand),
    ("thous", Multiplier::Thousand),
    ("thsd", Multiplier::Thousand),
    ("tsd", Multiplier::Thousand),
    ("'000", Multiplier::Thousand),
    ("millions", Multiplier::Million),
    ("mn", Multiplier::Million),
    ("mln", Multiplier::Million),
    ("mio", Multiplier::Million),
    ("mill", Multiplier::Million),
    ("billions", Multiplier::Billion),
    ("bn", Multiplier::Billion),
    ("bln", Multiplier::Billion),
    ("bil", Multiplier::Billion),
    ("mrd", Multiplier::Billion),
    ("mlrd", Multiplier::Billion),
    ("trillions", Multiplier::Trillion),
    ("tn", Multiplier::Trillion),
    ("trn", Multiplier::Trillion),
    ("tln", Multiplier::Trillion),
];

/// Letters that are multipliers with a currency, and may be metres or tonnes elsewhere.
const SHORT: &[(&str, Multiplier)] = &[
    ("k", Multiplier::Thousand),
    ("m", Multiplier::Million),
    ("b", Multiplier::Billion),
    ("t", Multiplier::Trillion),
];

/// Why a text is not a noun; `None` where it is one.
pub(super) fn other(raw: &str) -> Option<UnitError> {
    let lower = raw.to_lowercase();
    if let Some(error) = percent(raw, &lower) {
        return Some(error);
    }
    let spaced = currency::without_currency_signs(raw);
    let tokens: Vec<&str> = spaced.split_whitespace().flat_map(unglued).collect();
    let (multiplier, rest) = multiplied(&tokens);
    let mut name = rest.join(" ");
    if let Some(code) = currency::any_case(&name) {
        code.clone_into(&mut name);
    }
    let meant = match multiplier {
        Some(multiplier) if name.is_empty() => return Some(UnitError::OnlyMultiplier(multiplier)),
        Some(multiplier) => format!("{} {name}", multiplier.word()),
        None => name,
    };
    let as_written: Vec<&str> = raw.split_whitespace().collect();
    if meant.eq_ignore_ascii_case(&as_written.join(" ")) && !is_code_of_other_case(&meant, raw) {
        return None;
    }
    Some(Unit::plain(&meant).err().unwrap_or(UnitError::Spelling(meant)))
}

/// Whether the only difference is in the case of a currency code.
fn is_code_of_other_case(meant: &str, raw: &str) -> bool {
    let last = |text: &str| text.split_whitespace().last().map(str::to_owned);
    last(meant).is_some_and(|m| currency::code(&m).is_some()) && last(meant) != last(raw)
}

fn percent(raw: &str, lower: &str) -> Option<UnitError> {
    let spelled = |meant: &str| Some(UnitError::Spelling(meant.to_owned()));
    match lower {
        "pct" | "pct." | "percents" | "percentage" | "percentages" | "procent" => {
            return spelled("%");
        }
        "p.p." | "p.p" | "pp." | "pps" | "ppt" | "ppts" | "% points" | "%-points" | "% point"
        | "percent points" => return spelled("pp"),
        _ => {}
    }
    let len = ["%", "percent ", "per cent ", "pct "]
        .iter()
        .find_map(|p| lower.starts_with(p).then_some(p.len()))?;
    let rest = raw.get(len..)?.trim();
    match rest.split_once(char::is_whitespace) {
        Some((of, whole)) if of.eq_ignore_ascii_case("of") => {
            Some(UnitError::PercentOf(Text::new(whole.trim())))
        }
        _ => Some(UnitError::PercentAndMore),
    }
}

fn find(table: &[(&str, Multiplier)], token: &str) -> Option<Multiplier> {
    let token = token.trim_matches(['(', ')', ',', '.']).to_lowercase();
    table.iter().find(|(word, _)| *word == token).map(|(_, multiplier)| *multiplier)
}

fn full(token: &str) -> Option<Multiplier> {
    let token = token.trim_matches(['(', ')', ',', '.']);
    MULTIPLIERS.iter().find(|m| m.1.eq_ignore_ascii_case(token)).map(|m| m.0)
}

/// The multiplier at either end, and what it multiplies.
fn multiplied<'t>(tokens: &[&'t str]) -> (Option<Multiplier>, Vec<&'t str>) {
    let clear = |token: &str| full(token).or_else(|| find(CLEAR, token));
    if let [first, rest @ ..] = tokens {
        if let Some(multiplier) = clear(first) {
            let of = rest.first().is_some_and(|w| w.eq_ignore_ascii_case("of"));
            let rest = if of { rest.get(1..).unwrap_or(rest) } else { rest };
            return (Some(multiplier), rest.to_vec());
        }
        let counts = *first == "k" && !rest.is_empty();
        if (is_money(rest) || counts)
            && let Some(multiplier) = find(SHORT, first)
        {
            return (Some(multiplier), rest.to_vec());
        }
    }
    if let [rest @ .., last] = tokens
        && let [.., before] = rest
    {
        let is_apart = last.starts_with('(') || before.ends_with(',');
        let short = || find(SHORT, last).filter(|_| is_money(rest));
        let found = clear(last).filter(|_| is_apart || is_money(rest));
        if let Some(multiplier) = found.or_else(short) {
            let rest = rest.iter().map(|word| word.trim_end_matches(',')).collect();
            return (Some(multiplier), rest);
        }
    }
    (None, tokens.to_vec())
}

fn is_money(tokens: &[&str]) -> bool {
    matches!(tokens, [only] if currency::any_case(only.trim_end_matches(',')).is_some())
}

/// A word, or the multiplier and the rest of a word that contains both.
fn unglued(token: &str) -> Vec<&str> {
    let known = || {
        let full = MULTIPLIERS.iter().map(|m| m.1);
        full.chain(CLEAR.iter().chain(SHORT).map(|m| m.0))
    };
    for word in known() {
        let at = word.len();
        // One letter and a lower-case code give many ordinary words, such as "bars" and "mils".
        let is_code = |raw: &str| {
            currency::code(raw).is_some() || (at > 1 && currency::any_case(raw).is_some())
        };
        if let Some((head, tail)) = token.split_at_checked(at)
            && head.eq_ignore_ascii_case(word)
        {
            let rest = tail.trim_start_matches(['-', '_', '/']);
            let is_long = full(head).is_some()
                && !rest.is_empty()
                && !["s", "th", "aire", ")", ",", "."].iter().any(|end| tail.starts_with(end));
            if is_long || is_code(rest) {
                return vec![head, rest];
            }
        }
        if let Some((head, tail)) = token.split_at_checked(token.len().saturating_sub(at))
            && tail.eq_ignore_ascii_case(word)
            && is_code(head.trim_end_matches(['-', '_', '/']))
        {
            return vec![head.trim_end_matches(['-', '_', '/']), tail];
        }
    }
    vec![token]
}
