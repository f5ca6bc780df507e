mod properties;

use proptest::prelude::*;

use super::*;
use crate::report::{Decimal, End, Period, Value};
use crate::report::{HedgeWord, Text, Unit};

fn observation(words: &str, unit: &str, change: bool, period: &str) -> Observation {
    let (hedge, value) = words.rsplit_once(' ').unwrap_or(("", words));
    let value = match value.split_once('/') {
        Some(_) => crate::report::Fraction::parse(value).map(Value::Fraction),
        None => match value.split_once("..") {
            Some((a, b)) => Some(Value::pair(a.parse::<f64>().unwrap(), b.parse::<f64>().unwrap())),
            None => Decimal::parse(value).map(Value::Number),
        },
    };
    let unit = Unit::parse(unit).unwrap();
    let quantity = Quantity::new(value, HedgeWord::find(hedge), unit, change).unwrap();
    let period = Period::parse(period).ok();
    Observation { quantity: Some(quantity), period, ..Observation::default() }
}

fn indicator(words: &str, unit: &str, change: bool, period: &str) -> Indicator {
    Indicator {
        headline: observation(words, unit, change, period),
        unit: Unit::parse(unit).unwrap(),
        change,
        ..crate::report::indicator::tests::percent()
    }
}

fn rival(words: &str, unit: &str, change: bool, period: &str) -> Rival {
    Rival { observation: observation(words, unit, change, period), differs: None, line: 0 }
}

fn verdict(here: &str, there: &str) -> String {
    rival(there, "%", false, "").verdict(&indicator(here, "%", false, "")).words()
}

#[test]
fn a_sentence_says_whether_both_can_hold() {
    for (here, there, sentence) in [
        ("up to 70", "61.1", "can hold: it lies within the headline's “up to 70 %”"),
        ("up to 70", "up to 70", "says the same as the headline, “up to 70 %”"),
        ("up to 70", "at most 70", "says the same as the headline, “up to 70 %”"),
        ("up to 70", "up to 90", "can hold: it allows the headline's “up to 70 %”, and more"),
        ("70", "up to 90", "can hold: the headline's “70 %” is among the values that it allows"),
        ("more than 50", "up to 70", "can hold beside the headline's “more than 50 %”"),
        ("up to 70", "around 70", "can hold beside the headline's “up to 70 %”"),
        ("nearly 80", "about 80", "can hold beside the headline's “nearly 80 %”"),
        (
            "nearly 80",
            "76",
            "can hold only if the headline's “nearly 80 %” reaches as far as “76 %”",
        ),
        (
            "at least 287",
            "about 100",
            "can hold only if “about 100 %” reaches as far as the headline's “at least 287 %”",
        ),
        (
            "about 50",
            "about 70",
            "can hold only if “about 70 %” and the headline's “about 50 %” meet",
        ),
        (
            "up to 70",
            "more than 90",
            "cannot hold beside the headline's “up to 70 %”, unless they are of different times: \
             neither has a date",
        ),
        ("2/3", "67", "agrees with the headline, “two-thirds”, once rounded"),
        (
            "2/3",
            "56",
            "cannot hold beside the headline's “two-thirds”, unless they are of different times: \
             neither has a date",
        ),
        (
            "fewer than 1/10",
            "10",
            "can hold beside the headline's “fewer than 1 in 10” only if one of the two is rounded",
        ),
    ] {
        assert_eq!(verdict(here, there), sentence, "{there} beside {here}");
    }
}

#[test]
fn rounding_makes_figures_agree_only_as_far_as_it_goes() {
    let relation = |here: &str, there: &str, unit: &str| {
        rival(there, unit, false, "").relation(&indicator(here, unit, false, ""))
    };
    for (here, there, unit, expected) in [
        ("2/3", "66.7", "%", Relation::Rounded),
        ("2/3", "66.2", "%", Relation::IfRounded),
        ("2/3", "68", "%", Relation::Apart),
        ("45", "44.5", "%", Relation::Rounded),
        ("45", "45.5", "%", Relation::IfBothRounded),
        ("5.0", "5.05", "%", Relation::IfBothRounded),
        ("1/3", "34", "%", Relation::IfBothRounded),
        ("610000", "615000", "people", Relation::IfBothRounded),
        ("74", "75", "%", Relation::Apart),
        ("1/2", "50.5", "%", Relation::IfBothRounded),
        ("1", "0.987", "billion RUB", Relation::Rounded),
        ("1", "0.6", "billion RUB", Relation::Rounded),
        ("2", "1.6", "billion RUB", Relation::Rounded),
        ("2", "1.6", "t", Relation::Rounded),
        ("2.0", "1.6", "billion RUB", Relation::Apart),
        ("20", "19", "people", Relation::Apart),
        ("20", "19", "billion RUB", Relation::Apart),
        ("100", "98", "people", Relation::RoundedAtZeros),
        ("12345", "12350", "people", Relation::RoundedAtZeros),
        ("1", "1.4", "rank", Relation::Apart),
        ("2025", "2026", "year", Relation::Apart),
        ("0", "0.4", "%", Relation::Rounded),
        ("0.04", "0.0", "%", Relation::Rounded),
        ("0", "0.6", "%", Relation::Apart),
        ("0", "1", "people", Relation::Apart),
        ("0", "above 0", "people", Relation::Apart),
        ("5", "fewer than 5", "people", Relation::Apart),
        ("1", "more than 1", "people", Relation::Apart),
        ("nearly 4", "4", "people", Relation::Apart),
        ("nearly 4", "4", "thousand people", Relation::IfRounded),
        ("more than 2.2", "2", "t", Relation::IfRounded),
        ("between 30..40", "more than 40", "%", Relation::Apart),
        ("between 30..40", "40.3", "%", Relation::Apart),
        ("between 30..40", "between 40.2..50", "%", Relation::Apart),
        ("between 100..200", "up to 99", "people", Relation::Apart),
        ("between 101..199", "between 200..300", "people", Relation::Apart),
        ("up to 70", "more than 70", "%", Relation::Apart),
        ("up to 70", "70.4", "%", Relation::Apart),
        ("at least 70.2", "70", "%", Relation::IfRounded),
        ("8.2", "8.25", "billion USD", Relation::IfBothRounded),
        ("less than 8", "8.2", "billion USD", Relation::Apart),
    ] {
        assert_eq!(relation(here, there, unit), expected, "{there} beside {here} {unit}");
    }
}

#[test]
fn definitions_and_times_explain_what_cannot_hold() {
    let headline = indicator("40", "%", false, "2023");
    let mut other = rival("55", "%", false, "2023");
    assert!(other.contradicts(&headline));
    assert_eq!(other.verdict(&headline).words(), "cannot hold beside the headline's “40 %”");
    other.differs = Some(Text::new("goods only"));
    assert_eq!(other.verdict(&headline).kind(), VerdictKind::AnotherMeasureBeyond);
    let words = other.verdict(&headline).words();
    assert_eq!(words, "is another number than the headline's “40 %”, but measures another thing");
    let mut within = rival("38", "%", false, "2023");
    within.differs = Some(Text::new("goods only"));
    let ceiling = indicator("up to 40", "%", false, "2023");
    let verdict = within.verdict(&ceiling);
    assert_eq!(verdict.kind(), VerdictKind::AnotherMeasure);
    assert_eq!(
        verdict.words(),
        "not at odds with the headline's “up to 40 %”, but measures another thing"
    );
    for (period, end) in [
        ("2025", "headline's “40 %”, of another time; that is no contradiction"),
        ("2023-11", "unless the difference in time explains it: 2023 and Nov 2023"),
        ("2022/2024", "unless the difference in time explains it: 2023 and 2022–2024"),
        ("2023~", "unless the difference in time explains it: 2023 and about 2023"),
        ("2020/..", "unless the difference in time explains it: 2023 and since 2020"),
    ] {
        let other = rival("55", "%", false, period);
        let words = other.verdict(&headline).words();
        assert!(!other.contradicts(&headline) && words.ends_with(end), "{words}");
    }
    for same in ["2023-01/2023-12", "2023-01-01/2023-12-31", "2023/2023"] {
        assert!(rival("55", "%", false, same).contradicts(&headline), "{same}");
    }
    for (vague, words) in [("2022~", "about 2022"), ("202X", "2020s")] {
        let other = rival("55", "%", false, vague);
        let verdict = other.verdict(&indicator("40", "%", false, vague)).words();
        let end = format!("unless they are of different times: both are only dated {words}");
        assert!(verdict.ends_with(&end), "{verdict}");
    }
    let agreeing = rival("40", "%", false, "1990").verdict(&headline).words();
    assert_eq!(agreeing, "says the same as the headline, “40 %”, at another time");
}

#[test]
fn multipliers_are_reckoned_with_exactly() {
    let headline = indicator("up to 8.2", "billion USD", false, "");
    for (there, unit) in [("up to 8200", "million USD"), ("up to 8200000", "thousand USD")] {
        assert_eq!(rival(there, unit, false, "").relation(&headline), Relation::Same, "{unit}");
    }
    let headline = indicator("1", "billion RUB", false, "");
    let apart = rival("11", "million USD", false, "").relation(&headline);
    assert_eq!(apart, Relation::Incomparable(Why::AnotherUnit));
    let scaled = Indicator { scale: Scale::declared(0.0, 2.0), ..headline };
    let scale = rival("987", "million RUB", false, "").scale(&scaled).unwrap();
    assert_eq!((scale.low(), scale.high()), (0.0, 2000.0));
    assert!(rival("11", "million USD", false, "").scale(&scaled).is_none());
}

#[test]
fn what_does_not_compare_says_why() {
    let headline = indicator("-45", "%", true, "");
    let words = |rival: &Rival| rival.verdict(&headline).words();
    assert_eq!(
        words(&rival("30", "%", false, "")),
        "does not compare: one is a level, the other a change"
    );
    assert_eq!(words(&rival("3", "USD", true, "")), "does not compare: it is in another unit");
    let mut missing = rival("30", "%", true, "");
    missing.observation.quantity = None;
    assert_eq!(words(&missing), "does not compare: one of the two has no value");
}

#[test]
fn falls_are_compared_as_falls() {
    for (here, there, expected) in [
        ("more than -40", "-45", Relation::Within),
        ("more than -40", "-30", Relation::Apart),
        ("up to -45", "10", Relation::Apart),
        ("up to 12", "-50", Relation::Apart),
        ("up to -45", "-10", Relation::Within),
        ("-1/5", "-20", Relation::Same),
        ("-1/3", "-33", Relation::Rounded),
        ("-1/3", "33", Relation::Apart),
        ("up to -1/5", "up to -20", Relation::Same),
        ("more than -1/3", "-40", Relation::Within),
        ("more than -1/3", "-30", Relation::Apart),
        ("up to -1/5", "1/10", Relation::Apart),
        ("-1/3", "more than -1/4", Relation::Around),
    ] {
        let relation = rival(there, "%", true, "").relation(&indicator(here, "%", true, ""));
        assert_eq!(relation, expected, "{there} beside {here}");
    }
}

#[test]
fn every_other_figure_is_counted_once() {
    let mut headline = indicator("up to 40", "%", false, "");
    assert_eq!(headline.others(), None);
    let other = |words: &str, unit: &str, differs: bool| Rival {
        differs: differs.then(|| Text::new("goods only")),
        ..rival(words, unit, false, "")
    };
    headline.rivals = vec![other("30", "%", false)];
    assert_eq!(
        headline.others().as_deref(),
        Some("1 other figure: it can hold beside the headline")
    );
    headline.rivals = vec![other("35", "%", true), other("38", "%", true)];
    assert_eq!(headline.others().as_deref(), Some("2 other figures: each measures another thing"));
    headline.rivals = vec![other("9", "USD", false), other("8", "USD", false)];
    assert_eq!(headline.others().as_deref(), Some("2 other figures: none compares"));
    headline.rivals = vec![other("30", "%", false)];
    headline.rivals.extend([
        other("50", "%", false),
        other("about 60", "%", false),
        other("35", "%", true),
        other("70", "%", true),
        other("9", "USD", false),
    ]);
    assert_eq!(
        headline.others().as_deref(),
        Some(
            "6 other figures: 1 holds only if of another time, 1 holds only on a condition, 1 can \
             hold beside the headline, 2 measure another thing (1 with numbers that the headline \
             excludes), 1 does not compare"
        )
    );
}

#[test]
fn a_forecast_of_a_line_is_told_with_its_outcome() {
    use crate::report::{Series, Status};
    for (forecast, outcome, came, foreseen) in [
        ("45", "40", "came out below it: 40 %", "45 %, forecast; this came out below it"),
        (
            "about 45",
            "40",
            "came out below it: 40 %, unless the forecast reaches as far",
            "about 45 %, forecast; this came out below it, unless the forecast reaches as far",
        ),
        (
            "up to 45",
            "40",
            "came out as it says: 40 %",
            "up to 45 %, forecast; this came out as it says",
        ),
        (
            "45",
            "more than 50",
            "came out above it: more than 50 %",
            "45 %, forecast; this came out above it",
        ),
    ] {
        let mut indicator = indicator("70", "%", false, "2020");
        let line = |words: &str, status: Status| Series {
            label: None,
            unit: Unit::parse("%").unwrap(),
            edition: None,
            differs: None,
            note: None,
            poll: None,
            points: vec![Observation {
                status: status.into(),
                ..observation(words, "%", false, "2025")
            }],
            line: 0,
        };
        indicator.series = vec![line(forecast, Status::Forecast), line(outcome, Status::Normal)];
        let [point, observed] = [0, 1].map(|at: usize| &indicator.series[at].points[0]);
        assert_eq!(indicator.outcome(point).as_deref(), Some(came));
        assert_eq!(indicator.foreseen(observed).as_deref(), Some(foreseen));
        assert_eq!((indicator.outcome(observed), indicator.foreseen(point)), (None, None));
        assert_eq!(indicator.foreseen(&indicator.headline), None);
    }
}
