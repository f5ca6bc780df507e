//! Sums of parts from the text of a file to the words on the screen and W031.

use crate::load::load;
use crate::report::SumKind::{Less, More, NotAdded, Unknown, Whole};
use crate::report::{Day, IndicatorIx, SumKind};

/// A file with a whole and its parts; without a `unit` or a `period` they are in Mt and of 2022.
fn file(whole: &str, parts: &[&str]) -> String {
    let indicator = |id: &str, keys: &str| {
        let keys = if keys.contains('=') { keys.to_owned() } else { format!("value = {keys}") };
        let keys = keys.replace("; ", "\n");
        let unit = if keys.contains("unit =") { "" } else { "unit = \"Mt\"\n" };
        let period = if keys.contains("period =") { "" } else { "period = \"2022\"\n" };
        format!("[[indicator]]\nid = \"{id}\"\nlabel = \"L {id}\"\n{unit}{period}{keys}\n")
    };
    let parts: Vec<_> = (1..).zip(parts).collect();
    let parts = parts
        .iter()
        .map(|(at, keys)| indicator(&format!("part-{at}"), keys) + "part_of = \"whole\"\n");
    let parts: String = parts.collect();
    format!("[report]\ntitle = \"T\"\n{parts}{}", indicator("whole", whole))
}

/// The sum of the parts in words, and the codes of the warnings but for what the figures lack.
fn sum(whole: &str, parts: &[&str]) -> (Option<(SumKind, String)>, Vec<&'static str>) {
    let text = file(whole, parts);
    let loaded = load(&text, Day::new(2026, 11, 29));
    assert_eq!(loaded.errors(), 0, "{text}\n{:#?}", loaded.diagnostics);
    let whole = loaded.report.find("whole").unwrap_or(IndicatorIx(0));
    let sum = loaded.report.sum_of_parts(whole).map(|sum| (sum.kind, sum.words));
    let codes = loaded.diagnostics.iter().map(|d| d.rule.code);
    (sum, codes.filter(|code| !matches!(*code, "W001" | "W002" | "W003")).collect())
}

/// A whole and its parts, and what is said of them.
const ROWS: &[(&str, &[&str], SumKind, &str)] = &[
    ("15.5", &["8.3", "7.2"], Whole, "the parts add up to the whole, 15.5 Mt"),
    (
        "15.5",
        &["8.3", "7.1"],
        Whole,
        "the parts add up to 15.4 Mt, the whole is 15.5 Mt: rounding can explain it",
    ),
    ("15.5", &["8.3", "6.1"], Less, "the parts add up to 14.4 Mt of 15.5 Mt: 1.1 Mt is in no part"),
    (
        "15.50",
        &["8.30", "7.10"],
        Less,
        "the parts add up to 15.40 Mt of 15.50 Mt: 0.10 Mt is in no part",
    ),
    ("15.5", &["8.3", "8.1"], More, "the parts add up to 16.4 Mt, more than the whole, 15.5 Mt"),
    (
        "15.5",
        &["8.3", "value = 3; hedge = \"up to\""],
        Unknown,
        "cannot be told whether the parts add up to 15.5 Mt: one part is “up to 3 Mt”",
    ),
    (
        "15.5",
        &["8.3", "value = 7; hedge = \"about\""],
        Unknown,
        "cannot be told whether the parts add up to 15.5 Mt: one part is “about 7 Mt”",
    ),
    (
        "15.5",
        &["8.3", "value = 10; hedge = \"at least\""],
        More,
        "the parts add up to at least 18.3 Mt, more than the whole, 15.5 Mt",
    ),
    (
        "15.5",
        &["8.3", "value = [3, 4]"],
        Less,
        "the parts add up to 11.3–12.3 Mt of 15.5 Mt: the rest is in no part",
    ),
    (
        "15.5",
        &["8.3", "value = [7, 8]"],
        Whole,
        "the parts add up to 15.3–16.3 Mt, and the whole, 15.5 Mt, allows that",
    ),
    (
        "value = 20; hedge = \"up to\"",
        &["8.3", "7.1"],
        Whole,
        "the parts add up to 15.4 Mt, and the whole, “up to 20 Mt”, allows that",
    ),
    (
        "value = 15; hedge = \"up to\"",
        &["8.3", "7.1"],
        More,
        "the parts add up to 15.4 Mt, more than the whole, “up to 15 Mt”",
    ),
    (
        "15.5",
        &["unit = \"thousand Mt\"; value = 0.0083", "7.2"],
        Whole,
        "the parts add up to the whole, 15.5 Mt",
    ),
    (
        "unit = \"people\"; value = 610_000",
        &["unit = \"people\"; value = 409_700", "unit = \"people\"; value = 200_000"],
        Whole,
        "the parts add up to 609,700 people, the whole is 610,000 people: rounding can explain it",
    ),
    (
        "8",
        &["3.0", "5.4"],
        Whole,
        "the parts add up to 8.4 Mt, the whole is 8 Mt: rounding can explain it",
    ),
    (
        "unit = \"people\"; value = 12",
        &["unit = \"people\"; value = 7", "unit = \"people\"; value = 6"],
        More,
        "the parts add up to 13 people, more than the whole, 12 people",
    ),
    (
        "unit = \"%\"; value = 100",
        &["unit = \"%\"; value = 33", "unit = \"%\"; value = 33", "unit = \"%\"; value = 33"],
        Whole,
        "the parts add up to 99 %, the whole is 100 %: rounding can explain it",
    ),
    (
        "15.5",
        &["unit = \"%\"; value = 54", "7.1"],
        NotAdded,
        "the parts are not added up: some are shares, the whole is an amount",
    ),
    (
        "15.5",
        &["period = \"2021\"; value = 8.3", "7.1"],
        NotAdded,
        "the parts are not added up: they and the whole are not all of one period",
    ),
    (
        "15.5",
        &["status = \"forecast\"; value = 8.3", "7.1"],
        NotAdded,
        "the parts are not added up: some were observed, some were not",
    ),
    (
        "unit = \"%\"; change = true; value = -36",
        &["unit = \"%\"; change = true; value = -20", "unit = \"%\"; change = true; value = -50"],
        NotAdded,
        "the parts are not added up: changes in percent do not add up",
    ),
    (
        "change = true; value = -8.0",
        &["change = true; value = -3.0", "change = true; value = -4.9"],
        Whole,
        "the parts add up to −7.9 Mt, the whole is −8.0 Mt: rounding can explain it",
    ),
    (
        "15.5",
        &["status = \"missing\"", "7.1"],
        Unknown,
        "cannot be told whether the parts add up to 15.5 Mt: one part is “no value, missing”",
    ),
    (
        "value = 15.5; interval = [14, 17]",
        &["8.3", "6.1"],
        Whole,
        "the parts add up to 14.4 Mt, the whole is 15.5 Mt (interval 14 to 17): the intervals allow that",
    ),
];

#[test]
fn sums_know_rounding_hedges_and_times() {
    for (whole, parts, kind, words) in ROWS {
        let (found, codes) = sum(whole, parts);
        assert_eq!(found, Some((*kind, (*words).to_owned())), "{whole}: {parts:?}");
        assert_eq!(codes.contains(&"W031"), *kind == More, "{whole}: {parts:?}");
        assert!(!codes.contains(&"W030"), "{whole}: {parts:?}");
    }
    assert_eq!(sum("15.5", &["16.2"]), (None, Vec::new()), "one part is not added up");
}

#[test]
fn a_part_has_the_unit_of_its_whole_or_is_a_share_of_it() {
    for (whole, part, is_doubtful) in [
        ("15.5", "8.3", false),
        ("15.5", "unit = \"%\"; value = 40", false),
        ("15.5", "unit = \"thousand Mt\"; value = 0.008", false),
        ("15.5", "unit = \"people\"; value = 40", true),
        ("15.5", "change = true; value = -3", true),
        ("unit = \"rank\"; value = 3", "unit = \"rank\"; value = 2", true),
        ("unit = \"%\"; value = 40", "unit = \"Mt\"; value = 2", true),
        ("15.5", "unit = \"%\"; change = true; value = -3", true),
    ] {
        let (_, codes) = sum(whole, &[part]);
        assert_eq!(codes == ["W030"], is_doubtful, "{whole}, {part}: {codes:?}");
    }
}
