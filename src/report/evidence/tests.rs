use super::*;
use crate::report::indicator::tests::percent;
use crate::report::{HedgeWord, Series, Target, Text, Unit};

/// A figure written as `PERIOD VALUE`, then its hedge and, after a comma, its status.
fn figure(text: &str) -> Observation {
    let (text, status) = text.split_once(", ").unwrap_or((text, "normal"));
    let mut words = text.splitn(3, ' ');
    let period = words.next().filter(|it| *it != "-").map(|it| Period::parse(it).unwrap());
    let value = words.next().map(|it| Value::number(it.parse::<f64>().unwrap()));
    let hedge = words.next().map(|it| HedgeWord::find(&it.replace('~', " ")).unwrap());
    let unit = Unit::parse("%").unwrap();
    Observation {
        quantity: Quantity::new(value, hedge, unit, false).ok(),
        period,
        status: Status::find(status).unwrap().into(),
        ..Observation::default()
    }
}

fn line(points: &[&str], differs: Option<&str>) -> Series {
    Series {
        label: None,
        unit: Unit::parse("%").unwrap(),
        edition: None,
        differs: differs.map(Text::new),
        note: None,
        poll: None,
        points: points.iter().map(|point| figure(point)).collect(),
        line: 0,
    }
}

/// An indicator with this headline, this line, these rivals for the same thing, and this many others.
fn indicator(headline: &str, points: &[&str], rivals: &[&str], others: usize) -> Indicator {
    let rival = |text: &str, differs: Option<&str>| Rival {
        observation: figure(text),
        differs: differs.map(Text::new),
        line: 0,
    };
    let same = rivals.iter().map(|text| rival(text, None));
    let other = (0..others).map(|_| rival("2020 5", Some("another thing")));
    Indicator {
        headline: figure(headline),
        series: if points.is_empty() { Vec::new() } else { vec![line(points, None)] },
        rivals: same.chain(other).collect(),
        ..percent()
    }
}

/// A headline, points, rivals for the same thing, how many others, and the sentence.
type Case = (&'static str, &'static [&'static str], &'static [&'static str], usize, &'static str);

const CASES: &[Case] = &[
    ("- 70 up~to", &[], &[], 0, "The file has no other figure for it."),
    (
        "- 70 up~to",
        &["2014 42", "2020 45 about, break", "2025 67, break"],
        &[],
        3,
        "On three bases, dated figures rise from 42 (2014) to 67 % (2025); \
             none contradicts up to 70 %. Three measure other things.",
    ),
    (
        "- 70",
        &["2014 42", "2015 39", "2025 67"],
        &[],
        1,
        "Dated figures rise from 42 (2014) to 67 % (2025), not at every step; none \
             contradicts 70 %, if of another time. One measures another thing.",
    ),
    (
        "- 90 up~to",
        &["2014 42", "2015 80", "2025 45"],
        &[],
        0,
        "Dated figures rise from 42 (2014) to 80 (2015) and fall to 45 % (2025); none \
             contradicts up to 90 %.",
    ),
    (
        "- 90 up~to",
        &["2014 42 about", "2025 45"],
        &[],
        0,
        "Dated figures go from about 42 (2014) to 45 % (2025), no sure rise or fall; none contradicts up to 90 %.",
    ),
    (
        "- 90 up~to",
        &["2014 50 up~to", "2025 20 at~least"],
        &[],
        0,
        "Dated figures go from up to 50 (2014) to at least 20 % (2025), no sure rise or fall; none contradicts up \
             to 90 %.",
    ),
    (
        "- 90 up~to",
        &["2025 20, estimated"],
        &[],
        0,
        "One dated figure: 20 % (estimated, 2025); none contradicts up to 90 %.",
    ),
    (
        "2022 40",
        &[],
        &["2022 55"],
        0,
        "On two bases, dated figures go from 40 (2022) to 55 % (2022), no sure \
             rise or fall; 1 figure contradicts 40 %.",
    ),
    (
        "2022 40",
        &["2024 60, forecast"],
        &[],
        0,
        "No other dated figure; not observed: 60 %, forecast, 2024.",
    ),
    ("- 40", &[], &["- 40"], 0, "No dated figures for the same thing; none contradicts 40 %."),
    ("- 40", &[], &[], 1, "No dated figures for the same thing. One measures another thing."),
];

#[test]
fn the_sentence_says_what_the_figures_show_and_no_more() {
    for (headline, points, rivals, others, sentence) in CASES {
        let indicator = indicator(headline, points, rivals, *others);
        let others = indicator.other_measures().map(|it| format!(" {it}."));
        let text = format!("{}{}", indicator.evidence(), others.unwrap_or_default());
        assert_eq!(text, *sentence, "{headline} {points:?} {rivals:?}");
    }
}

#[test]
fn what_is_aimed_at_is_no_figure_of_what_is_there() {
    let target = Target { observation: figure("2030 80, target"), judgement: None, line: 0 };
    let indicator =
        Indicator { targets: vec![target], ..indicator("2022 40", &["2020 35"], &[], 0) };
    assert_eq!(
        indicator.evidence(),
        "On two bases, dated figures rise from 35 (2020) to 40 % (2022); aimed at: 80 % by 2030."
    );
}
