use super::*;
use crate::load::reader::Origin;
use crate::report::{Fraction, HEDGES, HedgeWord, Unit};
use crate::schema;

/// The codes that a wording gets beside a value, a hedge and a unit.
fn all_codes(
    wording: &str,
    value: Option<Value>,
    hedge: &str,
    unit: &str,
    change: bool,
) -> Vec<&'static str> {
    let unit = Unit::parse(unit).expect("a unit");
    let quantity = Quantity::new(value, HedgeWord::find(hedge), unit, change).expect(wording);
    let figure = Observation {
        quantity: Some(quantity),
        wording: Some(Text::new(wording)),
        ..Observation::default()
    };
    let mut faults = Faults::default();
    let map = toml::de::DeTable::new();
    let row = Row::new(&schema::INDICATOR, 0..0, map, Origin::default(), &mut faults);
    let as_of = Day::new(2026, 11, 28);
    check(&figure, Around { names: Some(""), margin: None }, &row, as_of, &mut faults);
    faults.finish("").into_iter().map(|d| d.rule.code).collect()
}

/// The first of them.
fn code(
    wording: &str,
    value: Value,
    hedge: &str,
    unit: &str,
    change: bool,
) -> Option<&'static str> {
    all_codes(wording, Some(value), hedge, unit, change).first().copied()
}

fn n(value: f64) -> Value {
    Value::number(value)
}

fn f(raw: &str) -> Value {
    Value::Fraction(Fraction::parse(raw).expect("a fraction"))
}

#[test]
fn wordings_that_say_the_same_are_left_alone() {
    for (wording, value, hedge, unit) in [
        ("up to 70 percent", n(70.0), "up to", "%"),
        ("Up to 70%", n(70.0), "up to", "%"),
        ("nearly $8 billion", n(8.0), "nearly", "billion USD"),
        ("nearly $8 billion", n(8000.0), "nearly", "million USD"),
        ("$8bn", n(8.0), "", "billion USD"),
        ("8", n(8.0), "", "billion USD"),
        ("more than half", f("1/2"), "more than", "%"),
        ("more than half", n(50.0), "more than", "%"),
        ("fewer than one in ten", f("1/10"), "fewer than", "%"),
        ("1 in 10", n(10.0), "", "%"),
        ("two-thirds", f("2/3"), "", "%"),
        ("two-thirds", n(67.0), "", "%"),
        ("2/3 of them", f("2/3"), "", "%"),
        ("more than nineteen thousand", n(19000.0), "more than", "people"),
        ("more than seven hundred", n(700.0), "more than", "missiles"),
        ("twenty-eight", n(28.0), "", "programmes"),
        ("Twenty-eight", n(28.0), "", "programmes"),
        ("Seventy-five percent", n(75.0), "", "%"),
        ("Two-thirds", f("2/3"), "", "%"),
        ("16 тыс.", n(16000.0), "", "people"),
        ("195 tys. 592", n(195_592.0), "", "people"),
        ("2 Mrd. 735 Mio. $", n(2735.0), "", "million USD"),
        ("fast 70 Tsd.", n(70_000.0), "almost", "people"),
        ("one hundred and five", n(105.0), "", "people"),
        ("half a million", n(500_000.0), "", "people"),
        ("a quarter", f("1/4"), "", "%"),
        ("one billion", n(1.0), "", "billion RUB"),
        ("2 to 3 million", Value::pair(2.0, 3.0), "", "million people"),
        ("2 to 3 million", Value::pair(2e6, 3e6), "", "people"),
        ("between 50 and 70", Value::pair(50.0, 70.0), "", "%"),
        ("8,000 people", n(8000.0), "", "people"),
        ("8 000", n(8.0), "", "thousand people"),
        ("70 percent or more", n(70.0), "at least", "%"),
        ("an estimated 500", n(500.0), "an estimated", "people"),
        ("no more than 70", n(70.0), "at most", "%"),
        ("45 over the past year", n(45.0), "", "%"),
        ("largest", n(1.0), "", "rank"),
        ("70 percent in 2023", n(70.0), "", "%"),
        ("более чем 70", n(70.0), "more than", "%"),
        ("bis zu 70 Prozent", n(70.0), "up to", "%"),
        ("один", n(1.0), "", "people"),
        ("over US$8 billion", n(8.0), "over", "billion USD"),
    ] {
        assert_eq!(code(wording, value, hedge, unit, false), None, "{wording}");
    }
    assert_eq!(code("dropping 45 percent", n(-45.0), "", "%", true), None);
}

#[test]
fn falls_and_quarters_are_read_in_wordings() {
    for (wording, value, hedge) in [
        ("fell by a fifth", f("-1/5"), ""),
        ("down one-third", f("-1/3"), ""),
        ("fell one-fifth", n(-20.0), ""),
        ("fell 20 percent", f("-1/5"), ""),
        ("fell by up to a fifth", f("-1/5"), "up to"),
        ("down more than half", f("-1/2"), "more than"),
        ("rose by a quarter", f("1/4"), ""),
        ("three-tenths less", f("-3/10"), ""),
        ("fell by a fifth in Q3 2024", f("-1/5"), ""),
        ("no change in Q3 2024", n(0.0), ""),
        ("no change in H1 2024", n(0.0), ""),
        ("no change in 3Q24", n(0.0), ""),
        ("no change in 1H 2024", n(0.0), ""),
        ("no change in 2024-Q3", n(0.0), ""),
        ("no change in 2024Q3", n(0.0), ""),
        ("no change: Q3/2024", n(0.0), ""),
        ("no change, third quarter 2024", n(0.0), ""),
        ("no growth in the third quarter of 2024", n(0.0), ""),
        ("no change in the 3rd quarter of 2024", n(0.0), ""),
        ("no change in the second half of 2024", n(0.0), ""),
        ("no change in the first-half results", n(0.0), ""),
        ("no change in the 1st half 2024", n(0.0), ""),
        ("Q3 2024: +8 %", n(8.0), ""),
        ("Q1–Q3 2024: up 8 percent", n(8.0), ""),
        ("up 8 percent in 2024-Q3", n(8.0), ""),
        ("a fall from Q2 to Q3 2024", n(-3.0), ""),
    ] {
        assert_eq!(code(wording, value, hedge, "%", true), None, "{wording}");
    }
    for (wording, value, hedge, lost) in [
        ("fell by a fifth", f("1/5"), "", "W004"),
        ("rose by a fifth", f("-1/5"), "", "W004"),
        ("fell by a fifth", f("-1/4"), "", "W004"),
        ("fell by up to a fifth", f("-1/5"), "", "W005"),
    ] {
        assert_eq!(code(wording, value, hedge, "%", true), Some(lost), "{wording}");
    }
}

#[test]
fn a_denied_or_possible_limit_is_not_turned_round() {
    for wording in ["failed to exceed 45 %", "has not exceeded 45 %", "unlikely to exceed 45 %"] {
        assert_eq!(
            code(wording, n(45.0), "at most", "%", false).filter(|c| *c != "W022"),
            None,
            "{wording}"
        );
        assert!(code(wording, n(45.0), "", "%", false).is_some(), "{wording}");
    }
    for wording in ["may exceed 45 %", "if it exceeds 45 %", "would exceed 45 %"] {
        assert_eq!(code(wording, n(45.0), "", "%", false), None, "{wording}");
    }
}

#[test]
fn what_was_lost_on_the_way_is_found() {
    for (wording, value, hedge, unit, found) in [
        ("up to 70 percent", n(70.0), "", "%", "W005"),
        ("up to 70 percent", n(70.0), "nearly", "%", "W005"),
        ("more than half", f("1/2"), "", "%", "W005"),
        ("70 percent or more", n(70.0), "", "%", "W005"),
        ("~70%", n(70.0), "", "%", "W005"),
        ("no more than 70", n(70.0), "more than", "%", "W005"),
        ("nearly $8 billion", n(8.0), "", "billion USD", "W005"),
        ("70 percent", n(70.0), "up to", "%", "W006"),
        ("287 enterprises", n(287.0), "at least", "enterprises", "W006"),
        ("up to 70 percent", n(17.0), "up to", "%", "W004"),
        ("nearly $8 billion", n(8.0), "nearly", "USD", "W004"),
        ("nearly $8 billion", n(80.0), "nearly", "billion USD", "W004"),
        ("two-thirds", n(60.0), "", "%", "W004"),
        ("tens of thousands", n(50_000.0), "", "people", "W005"),
        ("between 50 and 60", Value::pair(50.0, 70.0), "between", "%", "W004"),
        ("nineteen thousand", n(1900.0), "", "people", "W004"),
        ("170 injured and 1 killed", Value::pair(1.0, 170.0), "", "people", "W004"),
        ("45 per cent of men and 60 per cent of women", Value::pair(45.0, 60.0), "", "%", "W004"),
    ] {
        assert_eq!(code(wording, value, hedge, unit, false), Some(found), "{wording}");
    }
}

/// A value as the file writes it.
fn value(raw: &str) -> Option<Value> {
    let number = |raw: &str| Decimal::parse(&raw.trim().replace('_', ""));
    if raw.is_empty() {
        return None;
    }
    if let Some(fraction) = raw.strip_prefix('"').and_then(|raw| raw.strip_suffix('"')) {
        return Some(f(fraction));
    }
    let pair = raw.strip_prefix('[').and_then(|raw| raw.strip_suffix(']'));
    match pair.and_then(|pair| pair.split_once(',')) {
        Some((low, high)) => Some(Value::Pair(number(low).expect(raw), number(high).expect(raw))),
        None => Some(Value::Number(number(raw).expect(raw))),
    }
}

/// The codes that a row of a table gets for its true reading and for its lossy one; "none" where it
/// has no lossy one.
fn codes(line: &str) -> [Option<&'static str>; 2] {
    let column = |at: usize| line.split('\t').nth(at).unwrap_or("").trim();
    let change = line
        .split('\t')
        .skip(2)
        .any(|raw| raw.trim_start().starts_with(['-', '[']) && raw.contains('-'));
    let code = |value: Option<Value>, hedge: &str| {
        let codes = all_codes(column(0), value, hedge, column(1), change);
        codes.into_iter().find(|code| ["W004", "W005", "W006"].contains(code))
    };
    let lossy = value(column(4)).map_or(Some("none"), |lossy| code(Some(lossy), ""));
    [code(value(column(2)), column(3)), lossy]
}

#[test]
fn every_kind_of_wording_is_read() {
    let mut failed = Vec::new();
    let tables = [
        include_str!("../../../../tests/fixtures/wordings/kinds.tsv"),
        include_str!("../../../../tests/fixtures/wordings/held-out.tsv"),
        include_str!("../../../../tests/fixtures/wordings/printed.tsv"),
        include_str!("../../../../tests/fixtures/wordings/fresh.tsv"),
        include_str!("../../../../tests/fixtures/wordings/third.tsv"),
    ];
    for line in tables.iter().flat_map(|table| table.lines()) {
        if line.starts_with("# ") || line.is_empty() {
            continue;
        }
        let [own, lossy] = codes(line);
        if let Some(code) = own {
            failed.push(format!("false alarm {code}: {line}"));
        }
        if lossy.is_none() {
            failed.push(format!("unseen: {line}"));
        }
    }
    assert!(failed.is_empty(), "{} of them:\n{}", failed.len(), failed.join("\n"));
}

/// Each number form with its value and its unit.
fn forms() -> [(&'static str, Value, &'static str); 9] {
    [
        ("70 percent", n(70.0), "%"),
        ("70%", n(70.0), "%"),
        ("8.5 billion dollars", n(8.5), "billion USD"),
        ("$8bn", n(8.0), "billion USD"),
        ("19,000 people", n(19_000.0), "people"),
        ("19 000 people", n(19.0), "thousand people"),
        ("two-thirds", f("2/3"), "%"),
        ("one in ten", f("1/10"), "%"),
        ("nineteen thousand people", n(19_000.0), "people"),
    ]
}

/// Other words and numbers around a figure.
const SETTINGS: [(&str, &str); 8] = [
    ("", ""),
    ("in 2023, ", ""),
    ("", " in 2023"),
    ("of more than 500 partners, ", ""),
    ("", ", over 45 of them abroad"),
    ("the figure stood at ", " on 6 December 2024"),
    ("(Table 3) ", "."),
    ("after 41 years, ", " (p. 12)"),
];

#[test]
fn a_hedge_is_missed_wherever_it_stands_and_whatever_it_limits() {
    let front =
        HEDGES.iter().filter(|h| !matches!(h.class, HedgeClass::Between | HedgeClass::Order));
    let front = front.map(|hedge| (hedge.word, format!("{} ", hedge.word), String::new()));
    let back = [
        ("at least", " or more"),
        ("at most", " or less"),
        ("about", " or so"),
        ("at least", " at least"),
        ("at most", " at most"),
    ];
    let back = back.map(|(hedge, words)| (hedge, String::new(), words.to_owned()));
    let signs = [
        ("less than", "<"),
        ("more than", ">"),
        ("at most", "≤"),
        ("at least", "≥"),
        ("about", "~"),
    ];
    let signs = signs.map(|(hedge, sign)| (hedge, sign.to_owned(), String::new()));
    for (hedge, before, behind) in front.chain(back).chain(signs) {
        for (number, value, unit) in forms() {
            for (from, to) in SETTINGS {
                let hedged = format!("{from}{before}{number}{behind}{to}");
                let bare = format!("{from}{number}{to}");
                let code = |wording: &str, hedge: &str| code(wording, value, hedge, unit, false);
                assert_eq!(code(&hedged, hedge), None, "{hedged}");
                assert_eq!(code(&hedged, ""), Some("W005"), "{hedged}");
                assert_eq!(code(&bare, ""), None, "{bare}");
                assert_eq!(code(&bare, hedge), Some("W006"), "{bare} {hedge}");
            }
        }
    }
}
