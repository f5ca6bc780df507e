//! Hedges, and what other words for them mean.

mod meant;

use toml::de::DeValue;

use super::Lowering;
use crate::diagnostic::{quoted, rules};
use crate::load::reader::Row;
use crate::prose::{Numeral, Numerals};
use crate::report::{Fraction, HEDGES, HedgeWord};
use crate::schema::Key;
use meant::{Meant, meant};

rules! {

    /// A hedge that the program does not know.
    UNKNOWN_HEDGE "E005" "unknown hedge"
r#"A hedge says which values a figure allows, so the program must know what the
word means. The figure is left out rather than shown without it. Take the
word that the source uses; where the source is in another language, take the
nearest one and keep the original in 'wording'. Words that set no limit ("a
total of", "only"), or that limit another number than the value ("less than
half, 47 percent"), are no hedges: keep them in 'wording', and leave 'hedge'
out. What is only expected also has a status.

    wrong:  hedge = "upto"
    right:  hedge = "up to"

    wrong:  hedge = "expected to exceed"
    right:  hedge  = "exceeds"
            status = "forecast""#
}

impl<'i> Lowering<'i, '_> {
    /// The hedge of a figure.
    pub(super) fn hedge(&mut self, row: &mut Row<'i>) -> Option<&'static HedgeWord> {
        let raw = row.raw(Key::Hedge, self.faults)?;
        let found = HedgeWord::find(&raw);
        if found.is_none() {
            row.mark(Key::Hedge);
            let message = format!("unknown hedge {}", quoted(&raw));
            let help = help(&raw, row);
            self.faults.add(&UNKNOWN_HEDGE, row.at(Key::Hedge), message).help(help);
        }
        found
    }
}

/// Where the words are.
const KNOWN: &str = "the hedges are listed by 'indicia explain E005'";

/// What stands for no hedge.
const NONE: &[&str] = &["", "none", "n/a", "na", "n.a.", "null", "nil", "-", "–", "—"];

/// What to write instead of an unknown hedge: never a word that says something else.
fn help(raw: &str, row: &Row<'_>) -> String {
    let words = raw.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ");
    if NONE.contains(&&*words) {
        return "leave 'hedge' out if the source gives the figure without one".to_owned();
    }
    match meant(&words) {
        Some(Meant { hedge: Some(hedge), status: None }) => {
            format!("write hedge = \"{hedge}\"; {KNOWN}")
        }
        Some(Meant { hedge: Some(hedge), status: Some(status) }) => {
            format!("write hedge = \"{hedge}\" with status = \"{status}\"")
        }
        Some(Meant { hedge: None, status: Some(status) }) => format!(
            "leave 'hedge' out, with status = \"{status}\"; the words themselves stay in 'wording'"
        ),
        Some(Meant { hedge: None, status: None }) => {
            "these words set no limit: leave 'hedge' out, and keep them in 'wording'".to_owned()
        }
        None => of_another_number(&words, row).unwrap_or_else(|| KNOWN.to_owned()),
    }
}

/// What to do with a hedge that has a number in it, such as "less than half".
fn of_another_number(words: &str, row: &Row<'_>) -> Option<String> {
    const TIMES: [&str; 7] = ["double", "triple", "treble", "quadruple", "twice", "fold", "times"];
    let numerals = Numerals::of(words);
    let numbers = &numerals.numbers;
    let is_of_times = words.split([' ', '-']).any(|word| TIMES.iter().any(|t| word.ends_with(t)));
    if numbers.is_empty() && !is_of_times {
        return None;
    }
    let begins = |h: &&HedgeWord| words.strip_prefix(h.word).is_some_and(|r| r.starts_with(' '));
    let hedge = HEDGES.iter().filter(begins).max_by_key(|hedge| hedge.word.len());
    let value = number(row.value(Key::Value)?);
    // A multiplier may be the one of the unit.
    let (Some(hedge), Some(value), false) =
        (hedge, value, numbers.iter().any(|n| n.number.is_scaled))
    else {
        let has_digit = words.contains(|c: char| c.is_ascii_digit());
        let why = if has_digit { "'hedge' takes no numbers" } else { "this is no hedge" };
        return Some(format!("{why}: keep the whole phrase in 'wording'; {KNOWN}"));
    };
    let is_value = |numeral: &Numeral| {
        let scale = if numeral.number.is_share { 100.0 } else { 1.0 };
        numeral.number.readings().any(|reading| (reading.value * scale - value).abs() < 1e-9)
    };
    Some(if !is_of_times && numbers.iter().any(is_value) {
        format!("write hedge = \"{}\": the number itself stands in 'value'", hedge.word)
    } else {
        "these words limit another number than the value: leave 'hedge' out, and keep them in \
         'wording'"
            .to_owned()
    })
}

/// A value that is one number; that of a fraction is in percent.
fn number(value: &DeValue<'_>) -> Option<f64> {
    match value {
        DeValue::Integer(n) => n.as_str().parse().ok(),
        DeValue::Float(n) => n.as_str().parse().ok(),
        DeValue::String(raw) => Fraction::parse(raw).map(Fraction::percent),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::load::tests::{help, obeyed};

    fn hedged(hedge: &str, value: &str) -> Vec<String> {
        obeyed(&format!("unit = \"people\"\nhedge = \"{hedge}\"\nvalue = {value}"))
    }

    #[test]
    fn slips_and_words_of_the_same_class_are_put_right() {
        for (hedge, figure) in [
            ("upto", "up to 70 people"),
            ("Up-to", "up to 70 people"),
            ("alsmost", "almost 70 people"),
            ("atmost", "at most 70 people"),
            ("at laest", "at least 70 people"),
            ("aproximatly", "approximately 70 people"),
            ("at best", "at most 70 people"),
            ("a maximum of", "maximum 70 people"),
            ("or more", "at least 70 people"),
            ("in excess of", "more than 70 people"),
            ("slightly less than", "nearly 70 people"),
            ("slightly over", "just over 70 people"),
            ("approx.", "about 70 people"),
            (">=", "at least 70 people"),
            ("<", "less than 70 people"),
            ("or so", "about 70 people"),
            ("expected to exceed", "exceeds 70 people, forecast"),
            ("projected to be at least", "at least 70 people, forecast"),
            ("set to fall below", "below 70 people, forecast"),
            ("estimated to exceed", "exceeds 70 people, estimated"),
            ("expected to reach", "70 people, forecast"),
            ("forecast", "70 people, forecast"),
            ("projected at", "70 people, forecast"),
            ("will exceed", "exceeds 70 people, forecast"),
            ("expected to fall to", "70 people, forecast"),
            ("a target of", "70 people, target"),
        ] {
            assert_eq!(hedged(hedge, "70"), [figure], "{hedge}");
        }
    }

    #[test]
    fn words_that_set_no_limit_are_left_to_the_wording() {
        for hedge in [
            "a total of",
            "A total of",
            "in total",
            "a grand total of",
            "all told",
            "only",
            "net",
            "a net",
            "just",
            "exactly",
            "a record",
            "a record high of",
            "none",
        ] {
            assert_eq!(hedged(hedge, "70"), ["70 people"], "{hedge}");
        }
        // "Some" limits, whatever stands behind it.
        assert!(hedged("some total", "70").is_empty());
    }

    #[test]
    fn what_is_not_sure_is_not_offered() {
        for hedge in [
            "slightly",
            "at worst",
            "at rest",
            "barely",
            "same",
            "as little as",
            "ten",
            "million",
            "thousand",
            "dozen",
            "not",
            "less",
            "more",
            "no",
            "ever",
            "could reach",
            "may exceed",
            "expected to fall from",
            "not expected to exceed",
            "unter",
            "bis zu",
            "just ov",
            "almost all but",
            "up to and beyond",
            "no",
            "from",
            "to",
            "<>",
            "±",
            "will",
            "may reach",
            "target for",
            "nearly all",
            "as low as",
            "no more",
            "in 2030",
            "at least 5",
            "at leest 5",
            "near",
            "closer to",
            "twice",
            "at first",
        ] {
            let offered: &[&str] = match hedge {
                "unter" => &["less than 70 people"],
                "at least 5" => &["70 people"],
                "bis zu" | "could reach" | "may reach" => &["up to 70 people"],
                _ => &[],
            };
            assert_eq!(hedged(hedge, "70"), offered, "{hedge}");
        }
    }

    #[test]
    fn a_number_in_a_hedge_is_another_one_or_the_value() {
        let of =
            |hedge: &str, value: &str| obeyed(&format!("hedge = \"{hedge}\"\nvalue = {value}"));
        for (hedge, value, figure) in [
            ("less than half", "47", "47 %"),
            ("less than half", "50", "less than 50 %"),
            ("less than half", "\"1/2\"", "less than half"),
            ("more than triple", "3", "3 %"),
            ("more than triple", "70", "70 %"),
            ("more than twice", "2", "2 %"),
            ("up to 70", "70", "up to 70 %"),
            ("up to 70", "60", "60 %"),
            ("nearly two-thirds", "66", "66 %"),
        ] {
            assert_eq!(of(hedge, value), [figure], "{hedge} {value}");
        }
        assert!(of("less than half", "[40, 45]").is_empty());
    }

    #[test]
    fn an_empty_hedge_is_removed() {
        assert!(help("hedge = \" \"\nvalue = 70").starts_with("leave 'hedge' out"));
        assert_eq!(obeyed("hedge = ''\nvalue = 70"), ["70 %"]);
    }
}
