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
    if has_number(&tokens, power) {
        return Some(UnitError::Number);
    }
    let mut name = rest.join(" ");
    if let Some(code) = currency::any_case(&name) {
        code.clone_into(&mut name);
    }
    // "T€" is a thousand in German accounts.
    let is_letter = tokens.iter().any(|token| token.eq_ignore_ascii_case("t"));
    if power == 12 && is_letter && matches!(&*name, "EUR" | "CHF") {
        return Some(UnitError::Either(format!("thousand {name}"), format!("trillion {name}")));
    }
    // A thousand in Spanish, a million in English.
    if power == 3 && !name.is_empty() && tokens.iter().any(|token| bare(token) == "mil") {
        return Some(UnitError::Either(format!("thousand {name}"), format!("million {name}")));
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

/// Whether a number multiplies what is counted: "ten thousand people", "1.5 million USD", "dozen
/// people", "MM USD". `power` is that of the multipliers that are understood.
fn has_number(tokens: &[&str], power: i32) -> bool {
    const NUMBERS: &str = "a half quarter one two three four five six seven eight nine ten eleven \
        twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety several";
    let is_digits = |word: &str| zeros(word).is_none() && is_number(word) && word != "-";
    let is_word = |word: &str| NUMBERS.split_whitespace().any(|own| own == word);
    let front = tokens.iter().take_while(|word| is_digits(word) || is_word(&bare(word))).count();
    let (numbers, after) = tokens.split_at(front);
    let is_dozen = matches!(after, [first, _, ..] if matches!(&*bare(first), "dozen" | "dozens"));
    let is_digit_and_noun = matches!((numbers, after), ([number], [_]) if is_digits(number));
    // Millions to some, thousands of millions to others.
    let is_mm = |word: &&str| word.eq_ignore_ascii_case("mm");
    let is_code = |raw: &str| currency::code(raw).is_some();
    let is_mm = match tokens {
        [first, rest @ ..] if is_mm(first) && is_money(rest) => true,
        [rest @ .., last] if is_mm(last) && is_money(rest) => true,
        [one] => ["MM", "mm"].iter().any(|mm| {
            one.strip_prefix(mm).is_some_and(is_code) || one.strip_suffix(mm).is_some_and(is_code)
        }),
        _ => false,
    };
    let goes_on = front > 0 && power == 0 && multiplied(after).0 != 0;
    is_dozen || is_mm || goes_on || (is_digit_and_noun && power == 0)
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
        "p.p." | "p.p" | "pp." | "pps" | "% points" | "%-points" | "% point" | "percent points"
        | "percent point" | "pct points" | "pct point" | "% pts" | "%pts" => {
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

/// The power of `000`, `1,000`, `×1000`, `10^3`, `10³` and the like.
fn zeros(token: &str) -> Option<i32> {
    let token = token.trim_start_matches(['×', 'x']);
    if let Some(power) = token.strip_prefix("10^").or_else(|| token.strip_prefix("1e")) {
        return power.parse().ok().filter(|power| (1..=15).contains(power));
    }
    let digits = token.trim_end_matches('s').replace([',', '.', '_'], "");
    let zeros = digits.strip_prefix('1').unwrap_or(&digits);
    let is_power = zeros.len() >= 2 && zeros.bytes().all(|b| b == b'0');
    let raised = token.strip_prefix("10").and_then(|raised| {
        let digit = |c| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().zip('0'..='9').find(|(r, _)| *r == c).map(|(_, d)| d);
        raised.chars().map(digit).collect::<Option<String>>()?.parse().ok()
    });
    i32::try_from(zeros.len()).ok().filter(|_| is_power).or(raised)
}

/// The power of ten at either end, 0 where there is none, and what it multiplies.
fn multiplied<'t>(tokens: &[&'t str]) -> (i32, Vec<&'t str>) {
    let (power, rest) = in_front(tokens);
    if power != 0 {
        return (power, rest.to_vec());
    }
    match tokens {
        // "In USD million".
        ["in", rest @ ..] if multiplied(rest).0 != 0 => return multiplied(rest),
        // "USD million (prices of 2015)".
        [money, power, rest @ ..] if is_money(&[money]) && !rest.is_empty() => {
            if let Some(power) = of_money(power) {
                return (power, [&[*money], rest].concat());
            }
        }
        _ => {}
    }
    // "People in thousands".
    if let [rest @ .., "in", last] = tokens
        && let (Some(power), false) = (clear(last), rest.is_empty())
    {
        return (power, rest.to_vec());
    }
    if let [rest @ .., last] = tokens
        && let [.., before] = rest
    {
        let is_apart = last.starts_with('(') || before.ends_with(',');
        // "People thousand", but no "deaths per million".
        let is_whole = matches!(rest, [noun] if !noun.eq_ignore_ascii_case("per"));
        let of_things = || short(&bare(last)).filter(|p| *p < 12 && is_apart && is_counted(rest));
        let found = clear(last).filter(|_| is_apart || is_whole).or_else(of_things);
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
        let goes_on = after.first().is_some_and(|next| clear(next).is_some());
        let of_money = || of_money(first).filter(|_| is_money(after));
        let letter = short(&bare(first)).or_else(|| (bare(first) == "mil").then_some(3));
        let of_things = || letter.filter(|power| *power < 12 && is_counted(after));
        let before_more = || match *first {
            "1" => Some(0),
            "10" => Some(1),
            word => power_of_ten(&bare(word)),
        };
        let before_more = || before_more().filter(|_| goes_on);
        let found = clear(first).or_else(of_money).or_else(of_things).or_else(before_more);
        let Some(found) = found else { break };
        power += found;
        rest = match after {
            [of, after @ ..] if matches!(&*of.to_lowercase(), "of" | "de" | "von") => after,
            after => after,
        };
    }
    match tokens {
        // "In thousands of people".
        ["in", after @ ..] if power == 0 && in_front(after).0 != 0 => in_front(after),
        _ => (power, rest),
    }
}

/// Whether it begins with a word for several things, before which a lone letter is no metre.
fn is_counted(tokens: &[&str]) -> bool {
    const OTHERS: [&str; 5] = ["people", "children", "women", "men", "ha"];
    let is_plural = |word: &&str| word.len() > 3 && word.ends_with('s') || OTHERS.contains(word);
    match tokens {
        [word] => is_plural(word),
        [word, next, ..] => is_plural(word) && matches!(*next, "per" | "of" | "a"),
        [] => false,
    }
}

fn is_money(tokens: &[&str]) -> bool {
    matches!(tokens, [only] if currency::any_case(only.trim_end_matches(',')).is_some())
}

/// A word, or the multiplier and the rest of a word that contains both.
fn unglued(token: &str) -> Vec<&str> {
    let full = |word: &str| MULTIPLIERS.iter().any(|m| m.1 == word);
    if power_of_ten(&bare(token)).is_some() {
        return vec![token];
    }
    // "000t".
    let zeros = token.len() - token.trim_start_matches('0').len();
    if zeros >= 3
        && token
            .get(zeros..)
            .is_some_and(|rest| rest.starts_with(char::is_alphabetic) && rest != "s")
    {
        return vec![
            token.get(..zeros).unwrap_or_default(),
            token.get(zeros..).unwrap_or_default(),
        ];
    }
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
                && !["s", "th", "aire", ")", ",", ".", "-"].iter().any(|end| tail.starts_with(end));
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
