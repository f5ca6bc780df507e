use super::*;
use crate::load::reader::Origin;
use crate::report::{Fraction, Text, Unit};
use crate::schema;

/// The code that a wording gets beside a value, a hedge and a unit.
fn code(
    wording: &str,
    value: Value,
    hedge: &str,
    unit: &str,
    change: bool,
) -> Option<&'static str> {
    let unit = Unit::parse(unit).expect("a unit");
    let quantity =
        Quantity::new(Some(value), HedgeWord::find(hedge), unit, change).expect("a quantity");
    let figure = Observation {
        quantity: Some(quantity),
        wording: Some(Text::new(wording)),
        ..Observation::default()
    };
    let mut faults = Faults::default();
    let row = Row::new(
        &schema::INDICATOR,
        0..0,
        toml::de::DeTable::new(),
        Origin::default(),
        &mut faults,
    );
    check(&figure, &row, &mut faults);
    faults.finish("").first().map(|d| d.rule.code)
}

fn n(value: f64) -> Value {
    Value::Number(value)
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
        ("2 to 3 million", Value::Pair(2.0, 3.0), "", "million people"),
        ("2 to 3 million", Value::Pair(2e6, 3e6), "", "people"),
        ("between 50 and 70", Value::Pair(50.0, 70.0), "", "%"),
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
        ("between 50 and 60", Value::Pair(50.0, 70.0), "between", "%", "W004"),
        ("nineteen thousand", n(1900.0), "", "people", "W004"),
    ] {
        assert_eq!(code(wording, value, hedge, unit, false), Some(found), "{wording}");
    }
}
