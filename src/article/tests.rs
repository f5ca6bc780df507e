use std::fmt::Write;

use super::{Fault, Figures, Statement, statements};
use crate::load::load;
use crate::markup::Markup;
use crate::report::{Day, HEDGES, HedgeClass, Indicator, Period, Report, UnitKind, Value};

fn today() -> Day {
    Day::new(2026, 11, 23)
}

fn report(text: &str) -> Report {
    let loaded = load(text, today());
    assert_eq!(loaded.errors(), 0, "{:#?}", loaded.diagnostics);
    loaded.report
}

fn read(report: &Report, document: &str) -> Vec<Statement> {
    statements(document, Markup::Markdown, &Figures::of(report), today())
}

/// The words of every number with the id of its figure and its fault.
fn told(report: &Report, document: &str) -> Vec<String> {
    let one = |statement: &Statement| {
        let id = statement.figure.and_then(|found| report.indicator(found.item));
        let id = id.map_or("-", |indicator| indicator.id.as_str());
        let fault = statement.fault.map(|fault| format!(" {fault:?}")).unwrap_or_default();
        format!("{}: {id}{fault}", statement.words)
    };
    read(report, document).iter().map(one).collect()
}

/// The reports that the alterations start from.
const REPORTS: [&str; 5] = [
    include_str!("../../indicators.toml"),
    include_str!("../../examples/city.toml"),
    include_str!("../../examples/energy.toml"),
    include_str!("../../examples/health.toml"),
    include_str!("../../examples/polls.toml"),
];

/// A sentence that states the headline of an indicator, with its number as `number`.
fn sentence(indicator: &Indicator, number: &str) -> String {
    let headline = &indicator.headline;
    let unit = &indicator.unit;
    let noun = match &unit.kind {
        UnitKind::Percent if number.contains(" in ") => String::new(),
        UnitKind::Percent => " percent".to_owned(),
        _ => format!(" {}", unit.long()),
    };
    let verb = match headline.quantity.as_ref() {
        Some(quantity) if quantity.is_fall() => "a fall of ",
        Some(quantity) if quantity.is_change() || unit.kind == UnitKind::Points => "a rise of ",
        _ => "",
    };
    let foretold = if headline.status.is_observed() { "" } else { ", as is expected" };
    let base = headline.base.as_ref().map(|base| format!(" since {}", base.words()));
    let period = headline.period.as_ref().filter(|period| !period.is_span());
    let period = period.map(|period| format!(" in {}", period.words())).unwrap_or_default();
    let base = base.unwrap_or_default();
    format!("{}: {verb}{number}{noun}{base}{period}{foretold}.", indicator.label)
}

/// The hedge and the number of a headline as an article prints them; `None` where it has none to alter.
fn printed(indicator: &Indicator) -> Option<(String, String)> {
    let quantity = indicator.headline.quantity.as_ref()?;
    let number = match quantity.value() {
        Value::Number(value) => value.abs().to_string(),
        Value::Fraction(fraction) => {
            let (upper, lower) = fraction.parts();
            format!("{upper} in {lower}")
        }
        Value::Pair(..) | Value::Order(..) => return None,
    };
    let is_number = !matches!(indicator.unit.kind, UnitKind::Rank | UnitKind::Year);
    let hedge = quantity.hedge().map_or(String::new(), |hedge| format!("{} ", hedge.word));
    is_number.then_some((hedge, number))
}

/// A word of another class than a hedge.
fn other_hedge(hedge: &str) -> &'static str {
    if hedge.trim() == "up to" { "at least " } else { "up to " }
}

/// A number in the same form that no figure of the report has.
fn other_number(report: &Report, number: &str, seed: &mut u64) -> String {
    if let Some((upper, lower)) = number.split_once(" in ") {
        return format!("{upper} in {}", lower.parse::<u64>().unwrap_or_default() + 7);
    }
    let figures = Figures::of(report);
    let (first, rest) = number.split_once('.').map_or((number, ""), |(first, _)| (first, ".3"));
    let most = 10_u64.pow(u32::try_from(first.len()).unwrap_or(1).max(2));
    let others = (0..9_999).map(|_| {
        *seed =
            seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        2 + (*seed >> 33) % (most - 2)
    });
    let is_free = |other: &u64| {
        let value: f64 = format!("{other}{rest}").parse().unwrap_or_default();
        let near = |factor: f64| figures.near(value * factor, value * factor * 0.02).next();
        // 95 is the level of an interval, not a free number.
        *other != 95
            && !(1_900..2_100).contains(other)
            && [1.0, 1e3, 1e6, 1e9].iter().all(|f| near(*f).is_none())
    };
    let other = others.into_iter().find(is_free).expect("a free number");
    format!("{other}{rest}")
}

/// A sentence that states a figure, each with one thing altered, and what that is to be found as.
fn altered(
    report: &Report,
    indicator: &Indicator,
    (hedge, number): (&str, &str),
    seed: &mut u64,
) -> Vec<(String, Fault)> {
    let stated = sentence(indicator, &format!("{hedge}{number}"));
    let with = |number: &str| sentence(indicator, number);
    let other = other_number(report, number, seed);
    let mut all = vec![
        (with(&format!("{}{number}", other_hedge(hedge))), Fault::HedgeChanged),
        (with(&format!("{hedge}{other}")), Fault::OtherNumber),
    ];
    if !hedge.is_empty() {
        all.push((with(number), Fault::HedgeLost));
    }
    let unit = indicator.unit.long();
    if matches!(indicator.unit.kind, UnitKind::Currency(_)) {
        let other = unit.replace("USD", "GBP").replace("EUR", "JPY").replace("RUB", "EUR");
        all.push((stated.replace(&unit, &other), Fault::OtherUnit));
    }
    let headline = &indicator.headline;
    let is_year = |period: &&Period| period.is_point() || period.to_edtf().len() == 4;
    if let Some(period) = headline.period.as_ref().filter(is_year) {
        let other = stated.replace(&format!(" in {}", period.words()), " in 2003");
        all.push((other, Fault::OtherDate));
    }
    if !headline.status.is_observed() {
        all.push((stated.replace(", as is expected", ""), Fault::Fact));
    }
    all
}

#[test]
fn what_is_altered_in_a_statement_is_found_and_nothing_else() {
    let (mut wrong, mut count, mut seed) = (String::new(), 0, 17);
    for report in REPORTS.map(report) {
        for indicator in &report.indicators {
            let Some((hedge, number)) = printed(indicator) else { continue };
            let own = report.find(&indicator.id);
            let faults = |text: &str| -> Option<Vec<Fault>> {
                let found = read(&report, text);
                let is_stated = found.iter().any(|one| one.figure.map(|f| f.item) == own);
                is_stated.then(|| found.iter().filter_map(|one| one.fault).collect())
            };
            let mut expect = |text: &str, expected: &[Fault]| {
                count += 1;
                if faults(text).as_deref() != Some(expected) {
                    let _ = writeln!(wrong, "{expected:?}: {text} {:?}", told(&report, text));
                }
            };
            expect(&sentence(indicator, &format!("{hedge}{number}")), &[]);
            for (text, fault) in altered(&report, indicator, (&hedge, &number), &mut seed) {
                expect(&text, &[fault]);
            }
        }
    }
    assert!(count > 100 && wrong.is_empty(), "of {count}:\n{wrong}");
}

#[test]
fn words_of_one_class_stand_for_one_another_and_others_do_not() {
    for own in
        HEDGES.iter().filter(|hedge| hedge.order.is_none() && hedge.class != HedgeClass::Between)
    {
        let text = format!(
            "[report]\ntitle = \"T\"\n[[indicator]]\nid = \"w\"\nlabel = \"Widgets sold abroad\"\nunit = \"%\"\n\
             value = 70\nhedge = \"{}\"\n",
            own.word
        );
        let report = report(&text);
        let fault = |hedge: &str| {
            let text = format!("Of all widgets, {hedge} 70 percent were sold abroad.");
            let found = read(&report, &text);
            assert!(found[0].figure.is_some(), "{text}");
            found[0].fault
        };
        assert_eq!(fault(""), Some(Fault::HedgeLost), "{}", own.word);
        let is_ceiling = |class| matches!(class, HedgeClass::UpTo | HedgeClass::AtMost);
        for other in HEDGES.iter().filter(|h| h.order.is_none() && h.class != HedgeClass::Between) {
            let is_alike =
                other.class == own.class || is_ceiling(other.class) && is_ceiling(own.class);
            let expected = (!is_alike).then_some(Fault::HedgeChanged);
            assert_eq!(fault(other.word), expected, "{} for {}", other.word, own.word);
        }
    }
}

#[test]
fn an_end_of_a_range_keeps_its_side_and_a_rival_without_words_of_its_own_is_no_error() {
    let report = report(
        "[report]\ntitle = \"T\"\n[[indicator]]\nid = \"greens\"\nlabel = \"Seats of the Greens\"\n\
         unit = \"seats\"\nvalue = [106, 121]\nhedge = \"between\"\nstatus = \"forecast\"\n\
         [[indicator]]\nid = \"prices\"\nlabel = \"Worry most about prices\"\nunit = \"%\"\n\
         value = \"3/4\"\n[[indicator.rival]]\nvalue = 80\ndiffers = \"people of more than 65 years only\"\n",
    );
    let faults = |text| -> Vec<_> {
        read(&report, text).into_iter().filter_map(|statement| statement.fault).collect()
    };
    for (text, expected) in [
        ("Up to 121 seats are predicted for the Greens.", None),
        ("More than 106 seats are predicted for the Greens.", None),
        ("More than 121 seats are predicted for the Greens.", Some(Fault::HedgeChanged)),
        ("Up to 106 seats are predicted for the Greens.", Some(Fault::HedgeChanged)),
        ("Of those over 65, 80 percent worry most about prices.", None),
        ("Of all, 70 percent worry most about prices.", Some(Fault::OtherNumber)),
    ] {
        assert_eq!(faults(text), expected.into_iter().collect::<Vec<_>>(), "{text}");
    }
    // It is not told from all people, so that it is not called as in the file.
    let of_all = read(&report, "Of all, 80 percent worry most about prices.");
    assert!(of_all[0].figure.is_none() && of_all[0].fault.is_none());
}
