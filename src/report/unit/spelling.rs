//! Known units in spellings that are not read.

use super::multiplier::{power_of_ten, words};
use super::{MULTIPLIERS, Unit, UnitError, currency};
use crate::report::Text;

/// Words of the table that are multipliers only with a currency: mills have workers, too.
const ONLY_OF_MONEY: &[&str] = &["mill", "mil", "mila", "mille", "mia", "md", "mds", "bil", "k"];

/// Letters that are multipliers with a currency or with what is counted, and may be metres or
/// tonnes elsewhere.
const SHORT: &[(&str, i32)] = &[("k", 3), ("m", 6), ("b", 9), ("t", 12)];

/// Why a text is not a noun; `None` where it is one.
pub(super) fn other(raw: &str) -> Option<UnitError> {
    let lower = raw.to_lowercase();
    if let Some(error) = percent(raw, &lower) {
        return Some(error);
    }
    if is_number(raw) {
        return Some(UnitError::NoName);
    }
    let spaced = currency::without_currency_signs(raw).replace("(in ", "(").replace(", in ", ", ");
    let tokens: Vec<&str> = spaced.split_whitespace().flat_map(unglued).collect();
    let (power, rest) = multiplied(&tokens);
    let mut name = rest.join(" ");
    if let Some(code) = currency::any_case(&name) {
        code.clone_into(&mut name);
    }
    let multiplier = MULTIPLIERS.iter().find(|m| m.0.power() == power);
    let meant = match multiplier {
        Some(multiplier) if name.is_empty() => {
            return Some(UnitError::OnlyMultiplier(multiplier.0));
        }
        Some(multiplier) => format!("{} {name}", multiplier.1),
        None if power != 0 => return Some(UnitError::Power { power, name: Text::new(&name) }),
        None => name,
    };
    let as_written: Vec<&str> = raw.split_whitespace().collect();
    if meant.eq_ignore_ascii_case(&as_written.join(" ")) && !is_code_of_other_case(&meant, raw) {
        return None;
    }
    Some(Unit::plain(&meant).err().unwrap_or(UnitError::Spelling(meant)))
}

/// Whether it is a number, or a dash in the place of a word.
fn is_number(raw: &str) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '_' | '\'' | '-');
    !raw.is_empty() && raw.chars().all(is_part)
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
        "p.p." | "p.p" | "pp." | "pps" | "% points" | "%-points" | "% point" | "percent points" => {
            return spelled("pp");
        }
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

fn bare(token: &str) -> String {
    token.trim_matches(['(', ')', ',', '.', '\'', '’']).to_lowercase()
}

/// The power of ten of a word, if it is a multiplier before anything that is counted.
fn clear(token: &str) -> Option<i32> {
    let token = bare(token);
    power_of_ten(&token).filter(|_| !ONLY_OF_MONEY.contains(&&*token)).or_else(|| zeros(&token))
}

/// The same before or after a currency.
fn of_money(token: &str) -> Option<i32> {
    let token = bare(token);
    short(&token).or_else(|| power_of_ten(&token)).or_else(|| zeros(&token))
}

fn short(letter: &str) -> Option<i32> {
    SHORT.iter().find(|(known, _)| *known == letter).map(|(_, power)| *power)
}

/// The power of `000`, `000s`, `1,000` and the like.
fn zeros(token: &str) -> Option<i32> {
    let digits = token.trim_end_matches('s').replace([',', '.', '_'], "");
    let zeros = digits.strip_prefix('1').unwrap_or(&digits);
    let is_power = zeros.len() >= 2 && zeros.bytes().all(|b| b == b'0');
    is_power.then(|| i32::try_from(zeros.len()).ok())?
}

/// The power of ten at either end, 0 where there is none, and what it multiplies.
fn multiplied<'t>(tokens: &[&'t str]) -> (i32, Vec<&'t str>) {
    let (power, rest) = in_front(tokens);
    if power != 0 {
        return (power, rest.to_vec());
    }
    if let [rest @ .., last] = tokens
        && let [.., before] = rest
    {
        let is_apart = last.starts_with('(') || before.ends_with(',');
        // "People thousand", but no "deaths per million".
        let is_whole = matches!(rest, [noun] if !noun.eq_ignore_ascii_case("per"));
        let found = clear(last).filter(|_| is_apart || is_whole);
        if let Some(power) = found.or_else(|| of_money(last).filter(|_| is_money(rest))) {
            let rest = rest.iter().map(|word| word.trim_end_matches(',')).collect();
            return (power, rest);
        }
    }
    (0, tokens.to_vec())
}

/// All multipliers in front: a thousand million is a billion.
fn in_front<'r, 't>(tokens: &'r [&'t str]) -> (i32, &'r [&'t str]) {
    let (mut power, mut rest) = (0, tokens);
    while let [first, after @ ..] = rest {
        let of_money = || of_money(first).filter(|_| is_money(after));
        let of_things = || short(&bare(first)).filter(|power| *power < 12 && is_counted(after));
        let found = clear(first).or_else(of_money).or_else(of_things);
        let Some(found) = found else { break };
        power += found;
        rest = match after {
            [of, after @ ..] if of.eq_ignore_ascii_case("of") => after,
            after => after,
        };
    }
    // "In thousands of people", "1 million people".
    match tokens {
        [first, after @ ..] if power == 0 && matches!(*first, "in" | "1") => {
            match in_front(after) {
                (0, _) => (0, tokens),
                found => found,
            }
        }
        _ => (power, rest),
    }
}

/// Whether it is one word for several things, before which a lone letter is no metre.
fn is_counted(tokens: &[&str]) -> bool {
    matches!(tokens, [only] if only.len() > 3 && (only.ends_with('s') || *only == "people"))
}

fn is_money(tokens: &[&str]) -> bool {
    matches!(tokens, [only] if currency::any_case(only.trim_end_matches(',')).is_some())
}

/// A word, or the multiplier and the rest of a word that contains both.
fn unglued(token: &str) -> Vec<&str> {
    let full = |word: &str| MULTIPLIERS.iter().any(|m| m.1 == word);
    for word in words().chain(SHORT.iter().map(|(letter, _)| *letter)) {
        let at = word.len();
        // One letter and a lower-case code give many ordinary words, such as "bars" and "mils".
        let is_code = |raw: &str| {
            currency::code(raw).is_some() || (at > 1 && currency::any_case(raw).is_some())
        };
        if let Some((head, tail)) = token.split_at_checked(at)
            && head.eq_ignore_ascii_case(word)
        {
            let rest = tail.trim_start_matches(['-', '_', '/']);
            let is_long = full(word)
                && !rest.is_empty()
                && !["s", "th", "aire", ")", ",", "."].iter().any(|end| tail.starts_with(end));
            // Chinese has no spaces.
            let is_han =
                word.starts_with(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)) && !rest.is_empty();
            if is_long || is_han || is_code(rest) {
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
