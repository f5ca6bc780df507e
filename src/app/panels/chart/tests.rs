use super::*;
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

/// The figures of the first chart as they are read: letter, mark, figure, date.
fn read(indicator: &Indicator) -> Vec<String> {
    let chart = &charts(indicator)[0];
    let all = figures(indicator, 0, chart).into_iter();
    all.map(|it| {
        let letter = it.letter.as_deref().filter(|_| !it.mark.is_other());
        let letter = letter.map(|letter| format!("{letter} ")).unwrap_or_default();
        let mark = it.mark.glyph(is_firm(it.observation));
        let (figure, date) = (it.observation.figure(), it.observation.period_words());
        format!("{letter}{mark} {figure}, {date}")
    })
    .collect()
}

/// The key of the first chart.
fn keys(indicator: &Indicator, at: usize) -> Vec<String> {
    let figures = figures(indicator, at, &charts(indicator)[at]);
    let key = key(&figures, 80).into_iter();
    key.map(|(sign, means)| format!("{sign} {means}")).collect()
}

#[test]
fn a_chart_holds_the_figures_of_one_kind_of_unit_and_that_of_the_headline_comes_first() {
    let indicator = indicator();
    let charts = charts(&indicator);
    let series: Vec<_> = charts.iter().map(|it| (it.has_headline, it.series.clone())).collect();
    assert_eq!(series, [(true, vec![1, 2]), (false, vec![0])]);
}

#[test]
fn figures_are_read_from_the_undated_ones_to_the_latest_and_what_is_missing_is_seen() {
    assert_eq!(
        read(&indicator()),
        [
            "■ 8 %, no date",
            "■ 10 %, not comparable with those before, 2021",
            "a 80 %, 2021",
            "■ up to 20 %, 2022",
            "○ 30 %, forecast, 2023",
            "a no value, missing, about 2024",
        ]
    );
}

#[test]
fn the_key_explains_every_sign_in_use_and_no_other() {
    let indicator = indicator();
    assert_eq!(keys(&indicator, 0), ["┬┊ at most", "B new basis", "○F forecast", "? no value"]);
    assert_eq!(keys(&indicator, 1), ["” in words only"]);
}

const OTHERS: &str = r#"
[report]
title = "t"

[[indicator]]
id = "i"
label = "i"
unit = "billion USD"
value = 8
hedge = "nearly"
rival = [
  { value = 8_100, unit = "million USD", period = "2022" },
  { value = 9, hedge = "at least", differs = "with guarantees" },
  { value = 9.5, hedge = "up to" },
  { value = 3, unit = "enterprises" },
]
target = [{ value = 5, period = "2030" }]

[[indicator.series]]
unit = "million USD"
points = [{ period = "2020", value = 7_900 }]
"#;

#[test]
fn whatever_shares_the_axis_stands_on_it_and_others_have_letters() {
    let loaded = load(OTHERS, Day::new(2026, 1, 1));
    assert_eq!(loaded.errors(), 0, "{:?}", loaded.diagnostics);
    let indicator = &loaded.report.indicators[0];
    assert_eq!(
        read(indicator),
        [
            "a ■ up to 9.5 bn USD, no date",
            "■ nearly 8 bn USD, no date",
            "d at least 9 bn USD, no date",
            "■ 7,900 mn USD, 2020",
            "b ■ 8,100 mn USD, 2022",
            "c ○ aimed at: 5 bn USD, 2030",
        ]
    );
    let cursors = crate::app::panels::cursors(indicator);
    assert_eq!(cursors.len(), 6, "the headline is no stop, the one on no axis is: {cursors:?}");
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
    let chart = &charts[0];
    let lines: Vec<_> =
        chart.drawn(indicator).map(|series| line_text(indicator, chart, series)).collect();
    assert_eq!(
        lines,
        [
            "Cases, edition 2023, the latest, vs 1990",
            "Outlook, scenario “net zero”, vs 2005",
            "edition 2021, vs 1990",
            "edition 2022, vs 1990",
        ]
    );
    assert_eq!(
        keys(indicator, 0),
        ["┃ interval", "◊E estimated", "C scenario", "P provisional", "○ our own calculation",]
    );
}

#[test]
fn the_cursor_reads_the_editions_of_a_year_from_the_earliest_to_the_latest() {
    let loaded = load(EDITIONS, Day::new(2026, 1, 1));
    let indicator = &loaded.report.indicators[0];
    let all = figures(indicator, 0, &charts(indicator)[0]).into_iter();
    let title = |figure: Figure<'_>| match figure.ix {
        FigureIx::Point(point) => point.title(indicator),
        other => format!("{other:?}"),
    };
    let titles: Vec<_> = all.map(title).collect();
    assert_eq!(
        titles,
        [
            "Cases, edition 2021, 2019",
            "Cases, edition 2022, 2019",
            "Cases, edition 2023, 2019",
            "Cases, edition 2021, 2020",
            "Cases, edition 2023, 2020",
            "Headline",
            "Outlook, 2030",
        ]
    );
}

#[test]
fn six_lines_have_six_marks_and_no_two_share_one() {
    let marks = || (0..6).flat_map(|rank| [true, false].map(|it| Mark::Same(rank).glyph(it)));
    let distinct: std::collections::HashSet<_> =
        marks().chain([Mark::Other(0).glyph(true)]).collect();
    assert_eq!(distinct.len(), 13);
    assert_eq!(Mark::Same(6).glyph(true), Mark::Same(0).glyph(true));
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
