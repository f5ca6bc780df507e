use super::*;
use crate::app::overlays::HelpLine;
use crate::load::load;
use crate::report::Day;

const FILE: &str = r#"
[report]
title = "t"

[[indicator]]
id = "i"
label = "i"
unit = "%"
value = 8

[[indicator.series]]
label = "Quota"
unit = "enterprises"
points = [{ period = "2020", value = 300 }, { period = "2021", hedge = "thousands" }]

[[indicator.series]]
label = "Against"
points = [
  { period = "2022", value = 20, hedge = "up to" },
  { period = "2021", value = 10, status = "break" },
  { period = "2023", value = 30, status = "forecast" },
]

[[indicator.series]]
label = "For"
differs = "another question"
points = [{ period = "2021", value = 80 }, { period = "2024~", status = "missing" }]

[[indicator.series]]
label = "Nothing to draw"
points = [{ period = "2021", status = "suppressed" }]
"#;

fn indicator() -> Indicator {
    let loaded = load(FILE, Day::new(2026, 1, 1));
    assert_eq!(loaded.errors(), 0, "{:?}", loaded.diagnostics);
    loaded.report.indicators.into_iter().next().expect("one indicator")
}

#[test]
fn a_chart_holds_the_series_of_one_unit_and_the_headline_comes_first() {
    let indicator = indicator();
    let series: Vec<_> = charts(&indicator).into_iter().map(|chart| chart.series).collect();
    assert_eq!(series, [vec![1, 2], vec![0]]);
}

#[test]
fn the_cursor_goes_from_left_to_right_and_sees_what_is_missing() {
    let indicator = indicator();
    let points = chart_points(&indicator, &charts(&indicator));
    let places: Vec<_> = points.iter().map(|p| (p.chart, p.series, p.point)).collect();
    let first = [(0, 1, 1), (0, 2, 0), (0, 1, 0), (0, 1, 2), (0, 2, 1)];
    assert_eq!(places, [&first[..], &[(1, 0, 0), (1, 0, 1)]].concat());
}

#[test]
fn the_legend_names_every_line_and_every_sign_in_use() {
    let indicator = indicator();
    let charts = charts(&indicator);
    let lines: Vec<_> = legend(&indicator, &charts[0])
        .into_iter()
        .map(|line| format!("{} {}", line.mark, line.text))
        .collect();
    assert_eq!(lines, ["● Against", "◈ For; another measure"]);
    let signs = |chart| -> Vec<String> {
        markers(&indicator, chart)
            .into_iter()
            .map(|(sign, words)| format!("{sign} {words}"))
            .collect()
    };
    assert_eq!(
        signs(&charts[0]),
        ["┆↓ or lower", "B break", "○F forecast", "? missing", "( ) about that time"]
    );
    assert_eq!(signs(&charts[1]), ["” in words only"]);
}

/// The marks of a legend and the signs of a chart with these series.
fn legend_of(series: &[&str]) -> (Vec<&'static str>, Vec<String>) {
    let head = "[report]\ntitle = \"t\"\n\n[[indicator]]\nid = \"i\"\nlabel = \"i\"\nvalue = 8\nunit = \"%\"\n";
    let series: Vec<String> = series
        .iter()
        .map(|points| format!("[[indicator.series]]\npoints = [{points}]\n"))
        .collect();
    let loaded = load(&format!("{head}{}", series.concat()), Day::new(2026, 1, 1));
    assert_eq!(loaded.errors(), 0, "{:?}", loaded.diagnostics);
    let indicator = &loaded.report.indicators[0];
    let chart = &charts(indicator)[0];
    let marks = legend(indicator, chart).into_iter().map(|line| line.mark).collect();
    let signs =
        markers(indicator, chart).into_iter().map(|(sign, means)| format!("{sign} {means}"));
    (marks, signs.collect())
}

#[test]
fn the_legend_of_a_line_shows_a_mark_that_occurs() {
    let forecast = r#"{ period = "2024", value = 8, status = "forecast" }"#;
    let exact = r#"{ period = "2023", value = 8 }"#;
    let limit = r#"{ period = "2022", value = 8, hedge = "up to" }"#;
    let vague = r#"{ period = "2022", value = 8, hedge = "nearly", status = "estimated" }"#;
    for (series, marks, signs) in [
        (&[forecast][..], &["○"][..], &["○F forecast"][..]),
        (&[&format!("{forecast}, {exact}")], &["●"], &["○F forecast"]),
        (&[limit], &["▼"], &["▼ or lower"]),
        (&[limit, exact], &["●", "◈"], &["┆↓ or lower"]),
        (&[exact, vague], &["●", "◇"], &["▾ just below", "◇E estimated"]),
    ] {
        let (own_marks, own_signs) = legend_of(series);
        assert_eq!(own_marks, marks);
        assert_eq!(own_signs, signs);
    }
}

#[test]
fn the_help_explains_every_sign_of_a_limited_point() {
    let help = crate::app::overlays::help(&crate::app::keys::Keymap::default());
    for (_, signs, _) in marker::HEDGED {
        let is_explained = |wanted: &str| {
            help.iter().any(|line| match line {
                HelpLine::Sign(own, text) => *own == wanted || text.contains(wanted),
                _ => false,
            })
        };
        assert!(is_explained(signs[0]), "{}", signs[0]);
    }
}

const EDITIONS: &str = r#"
[report]
title = "t"

[[indicator]]
id = "i"
label = "i"
unit = "%"
change = true
value = -8
base = "1990"
period = "2022"

[[indicator.series]]
label = "Cases"
edition = "2021"
base = "1990"
points = [{ period = "2019", value = -20 }, { period = "2020", value = -21 }]

[[indicator.series]]
label = "Cases"
edition = "2023"
base = "1990"
points = [{ period = "2019", value = -22 }, { period = "2020", value = -23, derived = "a − b" }]

[[indicator.series]]
label = "Cases"
edition = "2022"
base = "1990"
points = [{ period = "2019", value = -21, interval = [-24, -18], status = ["provisional", "estimated"] }]

[[indicator.series]]
label = "Outlook"
differs = "a model"
base = "2005"
scenario = "net zero"
points = [{ period = "2030", value = -40, status = "scenario" }]
"#;

#[test]
fn the_latest_edition_has_the_first_mark_and_the_legend_names_each() {
    let loaded = load(EDITIONS, Day::new(2026, 1, 1));
    assert_eq!(loaded.errors(), 0, "{:?}", loaded.diagnostics);
    let indicator = &loaded.report.indicators[0];
    let charts = charts(indicator);
    assert_eq!(charts.iter().map(|chart| chart.series.clone()).collect::<Vec<_>>(), [[1, 3, 0, 2]]);
    let lines = legend(indicator, &charts[0]).into_iter();
    let lines: Vec<_> = lines.map(|line| format!("{} {}", line.mark, line.text)).collect();
    assert_eq!(
        lines,
        [
            "● Cases, edition 2023, the latest, vs 1990",
            "◇ Outlook, scenario “net zero”, vs 2005; another measure",
            "★ edition 2021, vs 1990",
            "⊕ edition 2022, vs 1990",
        ]
    );
    let signs = markers(indicator, &charts[0]).into_iter();
    let signs: Vec<_> = signs.map(|(sign, means)| format!("{sign} {means}")).collect();
    assert_eq!(
        signs,
        ["⊕E estimated", "◇C scenario", "⊕P provisional", "○ our own calculation", "⊕┃ interval"]
    );
}

#[test]
fn the_cursor_reads_the_editions_of_a_year_from_the_earliest_to_the_latest() {
    let loaded = load(EDITIONS, Day::new(2026, 1, 1));
    let indicator = &loaded.report.indicators[0];
    let points = chart_points(indicator, &charts(indicator));
    let titles: Vec<_> = points.iter().map(|point| point.title(indicator)).collect();
    assert_eq!(
        titles,
        [
            "Cases, edition 2021, 2019",
            "Cases, edition 2022, 2019",
            "Cases, edition 2023, 2019",
            "Cases, edition 2021, 2020",
            "Cases, edition 2023, 2020",
            "Outlook, 2030",
        ]
    );
}

#[test]
fn six_series_have_six_marks_and_no_two_share_one() {
    let marks = || (0..MARKS.len()).flat_map(|rank| [true, false].map(|it| Chart::mark(rank, it)));
    let distinct: std::collections::HashSet<_> = marks().collect();
    assert_eq!((MARKS.len(), distinct.len()), (6, 12));
    assert_eq!(Chart::mark(6, true), Chart::mark(0, true));
}

#[test]
fn a_change_with_a_base_stands_at_the_end_of_its_period() {
    let loaded = load(EDITIONS, Day::new(2026, 1, 1));
    let mut point = loaded.report.indicators[0].headline.clone();
    #[expect(clippy::cast_precision_loss, reason = "a day of our time")]
    let day = |month, day| Day::new(2022, month, day).to_epoch() as f64;
    assert_eq!(chart_day(&point), Some(day(12, 31)));
    point.base = None;
    assert!(chart_day(&point).is_some_and(|at| at < day(7, 4) && at > day(6, 30)));
}
