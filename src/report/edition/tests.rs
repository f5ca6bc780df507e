use super::*;
use crate::report::indicator::tests::percent;
use crate::report::{
    Decimal, Edition, HedgeWord, Observation, Quantity, Status, Text, Unit, Value,
};

/// A figure written as `HEDGE VALUE UNIT; STATUS`; a dash has no value.
fn figure(raw: &str, period: &str) -> Observation {
    let (raw, status) = raw.split_once("; ").unwrap_or((raw, "normal"));
    let at = raw.find(|c: char| c.is_ascii_digit() || c == '-').unwrap_or(0);
    let (hedge, rest) = raw.split_at(at);
    let (value, unit) = rest.split_once(' ').unwrap_or((rest, "million cases"));
    let value = match value.split_once('–') {
        Some((low, high)) => Decimal::parse(low).zip(Decimal::parse(high)),
        None => Decimal::parse(value).map(|it| (it, it)),
    };
    let value = value.map(|(a, b)| if a == b { Value::Number(a) } else { Value::Pair(a, b) });
    let unit = Unit::parse(unit).unwrap();
    let quantity = Quantity::new(value, HedgeWord::find(hedge.trim()), unit, false).ok();
    let status = Status::find(status).unwrap();
    let period = Period::parse(period).ok();
    Observation { quantity, period, status: status.into(), ..Observation::default() }
}

fn line(edition: Option<&str>, points: Vec<Observation>) -> Series {
    let unit = points.first().and_then(|point| point.quantity.as_ref()).map(Quantity::unit);
    Series {
        label: Some(Text::new("Cases")),
        unit: unit.cloned().unwrap_or(Unit::parse("million cases").unwrap()),
        edition: edition.map(|name| Edition { name: Text::new(name), is_latest: true }),
        differs: None,
        note: None,
        poll: None,
        points,
        line: 0,
    }
}

/// An indicator with a line of one point in each of these editions.
fn editions(figures: &[&str]) -> Indicator {
    let mut indicator = percent();
    let years = (2021..).map(|year: u16| year.to_string());
    let lines = figures.iter().zip(years);
    let lines = lines.map(|(raw, year)| line(Some(&year), vec![figure(raw, "2019")]));
    indicator.series = lines.collect();
    indicator.unit = indicator.series[0].unit.clone();
    mark_latest(&mut indicator.series);
    indicator
}

#[test]
fn the_latest_edition_is_found_by_date_or_is_the_last_of_the_file() {
    for (names, latest) in [
        (&["2021", "2023", "2022"][..], "2023"),
        (&["2023-04", "2023-01"], "2023-04"),
        (&["WEO 2023", "WEO 2021"], "WEO 2023"),
        (&["Report of 2023-11 (revised)", "Report of 2023-02"], "Report of 2023-11 (revised)"),
        (&["WEO-2023", "2022"], "WEO-2023"),
        (&["AR6", "AR5"], "AR5"),
        (&["2023", "second"], "second"),
        (&["20231", "2022"], "2022"),
        (&["2023", "2023 rev."], "2023 rev."),
        (&["2023"], "2023"),
    ] {
        let mut series: Vec<_> = names.iter().map(|name| line(Some(name), Vec::new())).collect();
        mark_latest(&mut series);
        let left: Vec<_> = series.iter().filter(|it| !it.is_superseded()).collect();
        assert_eq!(left.len(), 1, "{names:?}");
        assert_eq!(left[0].edition.as_ref().unwrap().name.as_str(), latest, "{names:?}");
    }
}

#[test]
fn lines_of_another_label_unit_definition_or_scenario_are_no_editions_of_one_another() {
    let one = || line(Some("2021"), vec![figure("227", "2019")]);
    let differs = Series { differs: Some(Text::new("children only")), ..one() };
    let label = Series { label: Some(Text::new("Deaths")), ..one() };
    let unit = line(Some("2021"), vec![figure("227 %", "2019")]);
    let mut scenario = one();
    scenario.points[0].scenario = Some(Text::new("net zero"));
    let multiplier = line(Some("2022"), vec![figure("0.227 billion cases", "2019")]);
    for (other, is_one_line) in
        [(differs, false), (label, false), (unit, false), (scenario, false), (multiplier, true)]
    {
        let mut series = vec![one(), other];
        mark_latest(&mut series);
        assert_eq!(series[0].is_superseded(), is_one_line, "{:?}", series[1]);
    }
    let mut series = vec![one(), line(None, vec![figure("232", "2019")])];
    mark_latest(&mut series);
    assert!(series.iter().all(|it| !it.is_superseded()), "a line without an edition is none");
}

#[test]
fn a_restatement_keeps_hedges_and_units_and_says_how_far_it_moved() {
    for (figures, words, moved) in [
        (&["227", "232", "233"][..], "227 → 232 → 233 million cases", Some("+2.6 %")),
        (&["227", "227", "233"], "227 → 233 million cases", Some("+2.6 %")),
        (&["233", "227"], "233 → 227 million cases", Some("−2.6 %")),
        (&["227", "232", "227"], "227 → 232 → 227 million cases", Some("back where it was")),
        (&["about 227", "233"], "about 227 → 233 million cases", Some("how far is not told")),
        (
            &["up to 227", "up to 233"],
            "up to 227 → up to 233 million cases",
            Some("how far is not told"),
        ),
        (&["220–230", "233"], "220 to 230 → 233 million cases", Some("how far is not told")),
        (
            &["227; provisional", "233"],
            "227 million cases, provisional → 233 million cases",
            Some("+2.6 %"),
        ),
        (
            &["227", "0.233 billion cases"],
            "227 million cases → 0.233 billion cases",
            Some("+2.6 %"),
        ),
        (&["36 %", "38.5 %"], "36 → 38.5 %", Some("+2.5 points")),
        (&["36 %", "35 %"], "36 → 35 %", Some("−1 point")),
        (&["0", "3"], "0 → 3 million cases", None),
        (&["1.00", "3.55"], "1.00 → 3.55 million cases", Some("+255 %")),
        (&["100000", "100012"], "100,000 → 100,012 million cases", Some("+0.012 %")),
        (
            &["-; missing", "227", "233"],
            "no value, missing → 227 → 233 million cases",
            Some("+2.6 %"),
        ),
    ] {
        let indicator = editions(figures);
        let all = indicator.restatements();
        assert_eq!(all.len(), 1, "{figures:?}");
        assert_eq!(all[0].words(), words, "{figures:?}");
        assert_eq!(all[0].moved_words().as_deref(), moved, "{figures:?}");
    }
}

#[test]
fn the_same_figure_in_other_words_and_the_outcome_of_a_forecast_are_not_restated() {
    for figures in [
        &["227", "227"][..],
        &["227", "227.0"],
        &["227", "227.3"],
        &["up to 227", "as much as 227"],
        &["227", "0.227 billion cases"],
        &["227; provisional", "227"],
        &["240; forecast", "233"],
        &["-; missing", "233"],
        &["233", "-; missing"],
        &["233"],
    ] {
        assert!(!editions(figures).is_restated(), "{figures:?}");
    }
    for (figures, is_lost) in [
        (&["about 227", "227"][..], true),
        (&["about 227", "about 230"], false),
        (&["227", "about 230"], false),
        (&["about 227", "228", "233"], true),
    ] {
        let indicator = editions(figures);
        assert_eq!(indicator.restatements()[0].has_lost_hedge(), is_lost, "{figures:?}");
    }
}

#[test]
fn only_years_of_two_editions_compare_and_the_largest_move_leads() {
    let mut indicator = percent();
    let old = [("227", "2019"), ("230", "2020"), ("about 100", "2021"), ("1", "1990")];
    let new = [("233", "2019"), ("241", "2020"), ("300", "2021"), ("260", "2022")];
    let points = |all: [(&str, &str); 4]| all.map(|(raw, year)| figure(raw, year)).to_vec();
    indicator.series = vec![line(Some("2022"), points(old)), line(Some("2023"), points(new))];
    indicator.unit = indicator.series[0].unit.clone();
    mark_latest(&mut indicator.series);
    let years: Vec<_> = indicator.restatements().iter().map(|it| it.period.words()).collect();
    assert_eq!(years, ["2019", "2020", "2021"]);
    let largest = indicator.largest_restatement().unwrap();
    assert_eq!(largest.ends(), "230 → 241 mn cases");
    assert_eq!(largest.moved_words().as_deref(), Some("+4.8 %"));
    for series in &mut indicator.series {
        series.differs = Some(Text::new("children only"));
    }
    assert!(!indicator.is_restated(), "only the history of the headline counts");
    assert_eq!(indicator.lines_in_editions()[0].restatements().len(), 3);
}

#[test]
fn changes_from_two_bases_are_not_restatements_of_one_another() {
    let mut indicator = editions(&["227", "233"]);
    indicator.series[0].points[0].base = Period::parse("1990").ok().map(Box::new);
    assert!(!indicator.is_restated());
}
