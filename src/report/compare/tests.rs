use super::*;
use crate::report::{Text, Unit};

fn observation(words: &str, unit: &str, change: bool, period: &str) -> Observation {
    let (hedge, value) = words.rsplit_once(' ').map_or(("", words), |(h, v)| (h, v));
    let value = match value.split_once('/') {
        Some(_) => crate::report::Fraction::parse(value).map(Value::Fraction),
        None => match value.split_once("..") {
            Some((a, b)) => Some(Value::Pair(a.parse().unwrap(), b.parse().unwrap())),
            None => Some(Value::Number(value.parse().unwrap())),
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
    rival(there, "%", false, "").verdict(&indicator(here, "%", false, ""))
}

#[test]
fn a_sentence_says_whether_both_can_hold() {
    for (here, there, sentence) in [
        ("up to 70", "61.1", "can hold: it lies within the headline's “up to 70 %”"),
        ("up to 70", "up to 70", "says the same as the headline, “up to 70 %”"),
        ("up to 70", "at most 70", "says the same as the headline, “up to 70 %”"),
        ("up to 70", "up to 90", "can hold: it allows the headline's “up to 70 %”, and more"),
        ("more than 50", "up to 70", "both can hold: more than 50 % and at most 70 %"),
        ("more than 50", "below 90", "both can hold: more than 50 % and less than 90 %"),
        ("up to 70", "around 70", "can hold beside the headline's “up to 70 %”"),
        (
            "nearly 80",
            "76",
            "whether it can hold beside “nearly 80 %” is open: how far “nearly” reaches is not \
             stated",
        ),
        (
            "more than 50",
            "about 30",
            "whether it can hold beside “more than 50 %” is open: how far “about” reaches is not \
             stated",
        ),
        (
            "up to 70",
            "more than 90",
            "cannot hold beside the headline's “up to 70 %”, unless they are of different times: \
             the headline has no date",
        ),
        ("2/3", "67", "agrees with the headline, “two-thirds”, once rounded"),
        (
            "2/3",
            "56",
            "cannot hold beside the headline's “two-thirds”, unless they are of different times: \
             the headline has no date",
        ),
    ] {
        assert_eq!(verdict(here, there), sentence, "{there} beside {here}");
    }
}

#[test]
fn definitions_and_times_explain_what_cannot_hold() {
    let headline = indicator("40", "%", false, "2023");
    let mut other = rival("55", "%", false, "2023");
    assert!(other.contradicts(&headline));
    assert_eq!(other.verdict(&headline), "cannot hold beside the headline's “40 %”");
    other.differs = Some(Text::new("goods only"));
    assert!(!other.contradicts(&headline));
    assert!(
        other.verdict(&headline).ends_with("unless the difference in what is measured explains it")
    );
    let mut within = rival("38", "%", false, "2023");
    within.differs = Some(Text::new("goods only"));
    assert_eq!(
        within.verdict(&indicator("up to 40", "%", false, "2023")),
        "not at odds with the headline's “up to 40 %”, but measures another thing"
    );
    let later = rival("55", "%", false, "2025");
    assert!(!later.contradicts(&headline));
    assert!(later.verdict(&headline).ends_with("the two are of different times"));
}

#[test]
fn multipliers_are_reckoned_with_and_other_units_stand_apart() {
    let headline = indicator("1", "billion RUB", false, "");
    assert_eq!(
        rival("987", "million RUB", false, "").relation(&headline),
        Relation::Rounded,
        "a round billion"
    );
    assert_eq!(rival("1600", "million RUB", false, "").relation(&headline), Relation::Apart);
    assert_eq!(rival("11", "million USD", false, "").relation(&headline), Relation::Incomparable);
    let scaled = Indicator { scale: Scale::declared(0.0, 2.0), ..headline };
    let scale = rival("987", "million RUB", false, "").scale(&scaled).unwrap();
    assert_eq!((scale.low(), scale.high()), (0.0, 2000.0));
    assert!(rival("11", "million USD", false, "").scale(&scaled).is_none());
}

#[test]
fn falls_are_compared_as_falls() {
    let headline = indicator("more than -40", "%", true, "");
    assert_eq!(rival("-45", "%", true, "").relation(&headline), Relation::Within);
    assert_eq!(rival("-30", "%", true, "").relation(&headline), Relation::Apart);
    assert_eq!(rival("45", "%", false, "").relation(&headline), Relation::Incomparable);
}

#[test]
fn a_fraction_and_its_rounded_percentage_do_not_contradict() {
    let headline = indicator("2/3", "%", false, "");
    assert!(!rival("67", "%", false, "").contradicts(&headline));
    assert!(!rival("66.7", "%", false, "").contradicts(&headline));
    assert!(rival("68", "%", false, "").contradicts(&headline));
}
