use super::*;
use crate::report::{
    Decimal, Fraction, HedgeWord, Poll, Quantity, Series, Status, Text, Uncertainty, Unit, Value,
};

fn as_of() -> Day {
    Day::new(2026, 11, 23)
}

/// A figure from words such as `at least 65`, `between 60..70`, `2/3` or `-45`.
fn observation(words: &str, unit: &str, change: bool, period: &str) -> Observation {
    let (hedge, value) = words.rsplit_once(' ').unwrap_or(("", words));
    let number = |raw: &str| Decimal::parse(raw).expect("a number");
    let value = match (value.split_once(".."), Fraction::parse(value)) {
        (Some((low, high)), _) => Value::Pair(number(low), number(high)),
        (None, Some(fraction)) => Value::Fraction(fraction),
        (None, None) => Value::Number(number(value)),
    };
    let unit = Unit::parse(unit).expect("a unit");
    let quantity = Quantity::new(Some(value), HedgeWord::find(hedge), unit, change);
    let quantity = Some(quantity.expect("a sound quantity"));
    Observation { quantity, period: Period::parse(period).ok(), ..Observation::default() }
}

fn indicator(words: &str, unit: &str, change: bool, period: &str) -> Indicator {
    Indicator {
        headline: observation(words, unit, change, period),
        unit: Unit::parse(unit).expect("a unit"),
        change,
        ..crate::report::indicator::tests::percent()
    }
}

fn aim(words: &str, unit: &str, change: bool, period: &str) -> Observation {
    let status = Status::Target.into();
    Observation { status, ..observation(words, unit, change, period) }
}

fn distance(here: (&str, &str), there: (&str, &str), change: bool) -> String {
    let target = aim(there.0, there.1, change, "2025");
    indicator(here.0, here.1, change, "2025").distance(&target).words(as_of())
}

#[test]
fn a_fall_or_a_rise_falls_short_of_its_aim_or_passes_it() {
    for (here, there, says) in [
        ("-36", "-45", "−36 of −45: 9 points short"),
        ("-45", "-45", "−45 of −45: reached"),
        ("-48", "-45", "−48 of −45: passed by 3 points"),
        ("5", "-45", "+5 of −45: 50 points short"),
        ("-36.1", "-45", "−36.1 of −45: 8.9 points short"),
        ("-44", "-45", "−44 of −45: 1 point short"),
        ("more than -30", "-45", "cannot be told: < −30 against −45"),
        ("more than -50", "-45", "< −50 of −45: passed by more than 5 points"),
        ("up to -30", "-45", "≥ −30 of −45: 15 to 45 points short"),
        (
            "about -36",
            "-45",
            "≈ −36 of −45: about 9 points short, unless “a fall of about 36 %” \
             reaches as far",
        ),
        ("-36", "at least -45", "−36 of ≤ −45: 9 points short"),
        (
            "-36",
            "about -45",
            "−36 of ≈ −45: about 9 points short, unless “a fall of about 45 %” \
             reaches as far",
        ),
        ("-36", "between -47..-42", "−36 of −47 to −42: 6 points short of its nearer end"),
        ("-44", "between -47..-42", "−44 of −47 to −42: passed by 2 points"),
        ("-50", "up to -45", "−50 against ≥ −45: 5 points below"),
        ("-20", "up to -45", "−20 against ≥ −45: reached"),
        ("12", "20", "+12 of +20: 8 points short"),
        ("23", "20", "+23 of +20: passed by 3 points"),
        ("-5", "20", "−5 of +20: 25 points short"),
        ("up to 12", "20", "≤ +12 of +20: 8 to 20 points short"),
    ] {
        assert_eq!(distance((here, "%"), (there, "%"), true), says, "{here} of {there}");
    }
}

#[test]
fn a_level_is_aimed_at_from_below_from_above_or_from_neither_side() {
    for (here, there, says) in [
        ("60", "at least 65", "60 of at least 65: 5 points short"),
        ("65", "at least 65", "65 of at least 65: reached"),
        ("68", "at least 65", "68 of at least 65: passed by 3 points"),
        ("65", "more than 65", "65 of more than 65: not reached, but at its limit"),
        ("at most 70", "at least 65", "cannot be told: at most 70 against at least 65"),
        ("at most 60", "at least 65", "at most 60 of at least 65: at least 5 points short"),
        ("below 65", "at least 65", "below 65 of at least 65: short, by how much is not stated"),
        ("at least 65", "at least 65", "at least 65 of at least 65: reached"),
        (
            "more than 70",
            "at least 65",
            "more than 70 of at least 65: passed by more than 5 points",
        ),
        ("nearly 60", "at least 65", "nearly 60 of at least 65: just over 5 points short"),
        ("nearly 65", "at least 65", "nearly 65 of at least 65: a little short"),
        ("about 65", "at least 65", "cannot be told: about 65 against at least 65"),
        ("50..60", "at least 65", "50 to 60 of at least 65: 5 to 15 points short"),
        ("60..70", "at least 65", "cannot be told: 60 to 70 against at least 65"),
        ("17.2", "at most 14", "17.2 against at most 14: 3.2 points too high"),
        ("12", "at most 14", "12 against at most 14: reached, 2 points below"),
        ("14", "up to 14", "14 against up to 14: reached"),
        ("70", "95", "70 against 95: 25 points below"),
        ("97", "95", "97 against 95: 2 points above"),
        ("95", "95", "95 against 95: reached"),
        ("55", "60..70", "55 against 60 to 70: 5 points below its nearer end"),
        ("65", "60..70", "65 against 60 to 70: reached"),
        (
            "40",
            "about 65",
            "40 against about 65: about 25 points below, unless “about 65 %” reaches as far",
        ),
        ("1/2", "at least 60", "half of at least 60: 10 points short"),
        ("2/3", "at least 75", "two-thirds of at least 75: about 8 points short"),
        ("67", "at least 2/3", "67 of at least two-thirds: reached"),
        ("2/3", "at least 67", "two-thirds of at least 67: reached, once rounded"),
        ("44.6", "at least 45", "44.6 of at least 45: 0.4 points short"),
        ("45", "at least 45.4", "45 of at least 45.4: reached, once rounded"),
    ] {
        assert_eq!(distance((here, "%"), (there, "%"), false), says, "{here} of {there}");
    }
}

#[test]
fn a_distance_is_told_in_the_unit_of_the_target() {
    for (here, there, says) in [
        (
            ("0.95", "billion EUR"),
            ("at least 1.2", "billion EUR"),
            "0.95 of at least 1.2: 0.25 billion EUR short",
        ),
        (
            ("950", "million EUR"),
            ("at least 1.2", "billion EUR"),
            "950 mn EUR of at least 1.2 bn EUR: 0.25 billion EUR short",
        ),
        (
            ("240", "enterprises"),
            ("at least 300", "enterprises"),
            "240 of at least 300: 60 enterprises short",
        ),
        (
            ("17.2", "Mt CO2e"),
            ("up to 14", "Mt CO2e"),
            "17.2 against up to 14: 3.2 Mt CO2e too high",
        ),
        (("5", "rank"), ("3", "rank"), "5 against 3: 2 places lower"),
        (("2028", "year"), ("2030", "year"), "2028 against 2030: 2 years earlier"),
        (
            ("61", "people"),
            ("30", "%"),
            "does not compare: it is in another unit; its time is over (2025)",
        ),
    ] {
        assert_eq!(distance(here, there, false), says, "{here:?} of {there:?}");
    }
    let level = indicator("36", "%", false, "2022");
    assert_eq!(
        level.distance(&aim("-45", "%", true, "2025")).words(as_of()),
        "does not compare: one is a level, the other a change; its time is over (2025)"
    );
}

#[test]
fn what_is_not_known_for_sure_is_said() {
    let target = aim("-45", "%", true, "2025");
    let with = |low: f64, high: f64| {
        let mut indicator = indicator("-36", "%", true, "2025");
        let [low, high] = [low, high].map(Decimal::from);
        indicator.headline.uncertainty =
            Some(Box::new(Uncertainty { low, high, kind: None, is_of_poll: false }));
        indicator.distance(&target).words(as_of())
    };
    assert_eq!(
        with(-39.0, -33.0),
        "−36 (−39 to −33) of −45: 9 points short (6 to 12 within its interval)"
    );
    assert_eq!(
        with(-47.0, -33.0),
        "cannot be told within its interval: −36 (−47 to −33) against −45"
    );
    let mut polled = indicator("62", "%", false, "2025");
    polled.poll = Some(Poll { margin: Some(Decimal::from(3.3)), ..Poll::default() });
    let target = aim("at least 60", "%", false, "2025");
    assert_eq!(
        polled.distance(&target).words(as_of()),
        "cannot be told within the margin of error: 62 against at least 60"
    );
    let target = aim("at least 70", "%", false, "2025");
    assert_eq!(
        polled.distance(&target).words(as_of()),
        "62 of at least 70: 8 points short (4.7 to 11.3 within the margin of error)"
    );
    for (status, says) in [
        (Status::Estimated, "60 of at least 70: 10 points short, by an estimate"),
        (Status::Provisional, "60 of at least 70: 10 points short, by a provisional figure"),
        (Status::Forecast, "60 of at least 70: 10 points short, by a forecast"),
        (
            Status::Target,
            "the file has no observed figure to compare it with; its time is over (2025)",
        ),
    ] {
        let mut indicator = indicator("60", "%", false, "2025");
        indicator.headline.status = status.into();
        assert_eq!(indicator.distance(&target).words(as_of()), says, "{status:?}");
    }
    let mut own = indicator("60", "%", false, "2025");
    own.headline.derived = Some(Text::new("34 + 26"));
    assert_eq!(own.distance(&target).short(), "10 points short, by our own calculation");
}

#[test]
fn the_time_of_the_figure_is_told_beside_that_of_the_target() {
    for (here, there, says) in [
        ("2022", "2030", "60 of at least 65: 5 points short; due 2030, the figure is of 2022"),
        (
            "2022",
            "2025",
            "60 of at least 65: 5 points short; its time is over (2025), the figure is of 2022",
        ),
        ("", "2030", "60 of at least 65: 5 points short; due 2030, the figure has no date"),
        ("2022", "", "60 of at least 65: 5 points short; by when is not stated"),
        ("2025", "2025", "60 of at least 65: 5 points short"),
    ] {
        let distance = indicator("60", "%", false, here);
        let target = aim("at least 65", "%", false, there);
        assert_eq!(distance.distance(&target).words(as_of()), says);
    }
}

#[test]
fn two_bases_do_not_compare() {
    for (here, there, says) in [
        ("1990", "1990", "−36 of −45: 9 points short"),
        ("", "", "−36 of −45: 9 points short"),
        (
            "2005",
            "1990",
            "does not compare: it is measured from 1990, the figure from 2005; its time is over (2025)",
        ),
        (
            "",
            "1990",
            "does not compare: it is measured from 1990, and from when the figure is measured is not stated; its time is over (2025)",
        ),
    ] {
        let base = |raw: &str| Period::parse(raw).ok().map(Box::new);
        let mut indicator = indicator("-36", "%", true, "2025");
        indicator.headline.base = base(here);
        let target = Observation { base: base(there), ..aim("-45", "%", true, "2025") };
        assert_eq!(indicator.distance(&target).words(as_of()), says);
    }
}

#[test]
fn the_figure_of_the_targets_time_counts_and_else_the_headline_or_a_line_in_its_unit() {
    let line = |unit: &str, label: &str, points: &[(&str, &str)]| Series {
        label: Some(Text::new(label)),
        unit: Unit::parse(unit).expect("a unit"),
        edition: None,
        differs: None,
        note: None,
        poll: None,
        points: points
            .iter()
            .map(|(words, period)| observation(words, unit, false, period))
            .collect(),
        line: 0,
    };
    let mut indicator = indicator("60", "%", false, "2022");
    indicator.series = vec![
        line("%", "Share", &[("58", "2021"), ("66", "2025")]),
        line("Mt", "Emissions", &[("20", "2020"), ("17", "2023")]),
    ];
    let words = |target: &Observation| indicator.distance(target).words(as_of());
    assert_eq!(
        words(&aim("at least 65", "%", false, "2025")),
        "66 of at least 65: passed by 1 point"
    );
    assert_eq!(
        words(&aim("at least 65", "%", false, "2030")),
        "60 of at least 65: 5 points short; due 2030, the figure is of 2022"
    );
    assert_eq!(
        words(&aim("up to 14", "Mt", false, "2030")),
        "17 against up to 14: 3 Mt too high; due 2030, the figure is of 2023; the figure is a point of “Emissions”"
    );
    assert_eq!(
        indicator.distance(&aim("-45", "%", true, "2030")).spoken(as_of()),
        "does not compare: one is a level, the other a change; due 2030"
    );
    assert_eq!(
        indicator.distance(&aim("at least 65", "%", false, "2030")).spoken(as_of()),
        "60 percent against at least 65 percent: 5 points short; due 2030, the figure is of 2022"
    );
}

#[test]
fn the_next_target_is_the_first_that_is_not_over() {
    let mut indicator = indicator("60", "%", false, "2022");
    assert!(indicator.next_target(as_of()).is_none());
    let target = |period: &str| Target {
        observation: aim("at least 65", "%", false, period),
        judgement: None,
        line: 0,
    };
    let due = |indicator: &Indicator| {
        indicator.next_target(as_of()).map(|target| target.observation.due_words())
    };
    indicator.targets = vec![target("2020"), target("2025")];
    assert_eq!(due(&indicator).as_deref(), Some("by 2025"));
    indicator.targets.extend([target(""), target("2040"), target("2030/2035")]);
    assert_eq!(due(&indicator).as_deref(), Some("for 2030–2035"));
}
