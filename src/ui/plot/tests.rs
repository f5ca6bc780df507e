use proptest::prelude::*;

use super::*;
use crate::app::{chart_points, charts};
use crate::load::{Loaded, load};
use crate::report::Day;
use crate::ui::chart::glyph;

/// An indicator with the keys and the series that are given in TOML.
fn indicator(keys: &str, series: &str) -> Indicator {
    let loaded = loaded(keys, series);
    assert_eq!(loaded.errors(), 0, "{:?}", loaded.diagnostics);
    loaded.report.indicators.into_iter().next().expect("one indicator")
}

fn loaded(keys: &str, series: &str) -> Loaded {
    let head = "[report]\ntitle = \"t\"\n\n[[indicator]]\nid = \"i\"\nlabel = \"i\"\nvalue = 8\n";
    load(&format!("{head}{keys}\n{series}"), Day::new(2026, 1, 1))
}

/// A series of points written as `PERIOD VALUE KEYS`, the value a dash where there is none.
fn series(points: &[&str]) -> String {
    let point = |point: &&str| {
        let (period, rest) = point.split_once(' ').expect("a period and a value");
        let (value, keys) = rest.split_once("; ").unwrap_or((rest, ""));
        let value = if value == "-" { String::new() } else { format!(", value = {value}") };
        let comma = if keys.is_empty() { "" } else { ", " };
        format!("{{ period = \"{period}\"{value}{comma}{keys} }}")
    };
    let points: Vec<String> = points.iter().map(point).collect();
    format!("[[indicator.series]]\npoints = [\n{}\n]\n", points.join(",\n"))
}

fn drawn(indicator: &Indicator, selected: Option<usize>, width: u16, height: u16) -> Vec<String> {
    let charts = charts(indicator);
    let selected = selected.map(|at| chart_points(indicator, &charts)[at]);
    let plot = Plot::new(View { indicator, chart: &charts[0], selected }, width, height);
    let glyphs = |row: &Vec<Spot>| row.iter().map(|spot| glyph(*spot).to_owned()).collect();
    let mut rows: Vec<Vec<String>> = plot.rows.iter().map(glyphs).collect();
    for label in &plot.labels {
        for (at, c) in (usize::from(label.x)..).zip(label.text.chars()) {
            rows[usize::from(label.y)][at] = c.to_string();
        }
    }
    rows.into_iter().map(|row| row.concat().trim_end().to_owned()).collect()
}

fn percent(points: &[&str]) -> Vec<String> {
    drawn(&indicator("unit = \"%\"", &series(points)), None, 36, 10)
}

#[test]
fn exact_neighbours_are_joined() {
    let drawn = percent(&["2018-06 20", "2019-06 35", "2020-06 60", "2021-06 40"]);
    assert_eq!(
        drawn,
        [
            "%",
            "60│                 ╭──●─╮",
            "  │             ╭───╯    ╰───╮",
            "40│         ╭─●─╯            ╰─●",
            "  │     ╭───╯",
            "20│   ●─╯",
            "  │",
            " 0│",
            "  └┬───────┬───────┬───────┬────────",
            "   2018    2019    2020    2021",
        ]
    );
}

#[test]
fn what_is_further_apart_than_usual_is_left_open() {
    let drawn = percent(&["2018-06 20", "2019-06 35", "2020-06 60", "2022-06 60", "2023-06 40"]);
    assert_eq!(
        drawn,
        [
            "%",
            "60│           ╭─●          ●─╮",
            "  │         ╭─╯              ╰─╮",
            "40│     ╭─●─╯                  ╰─●",
            "  │   ╭─╯",
            "20│  ●╯",
            "  │",
            " 0│",
            "  └┬────┬─────┬────┬─────┬────┬─────",
            "   2018 2019  2020 2021  2022 2023",
        ]
    );
}

#[test]
fn limits_have_whiskers_on_their_allowed_side_and_are_not_joined() {
    let drawn = percent(&[
        "2018-06 60",
        "2019-06 60; hedge = \"up to\"",
        "2020-06 60",
        "2021-06 60; hedge = \"more than\"",
        "2022-06 60",
    ]);
    assert_eq!(
        drawn,
        [
            "%",
            "100│",
            "   │                      ┆",
            "   │  ●      ▼     ●      ▲     ●",
            " 50│         ┆",
            "   │",
            "   │",
            "  0│",
            "   └┬─────┬─────┬──────┬─────┬──────",
            "    2018  2019  2020   2021  2022",
        ]
    );
}

#[test]
fn vague_words_have_signs_of_their_own() {
    let drawn = percent(&[
        "2018-06 60; hedge = \"about\"",
        "2019-06 60; hedge = \"nearly\"",
        "2020-06 60; hedge = \"just over\"",
        "2021-06 [40, 80]",
        "2022-06 [40, 80]; hedge = \"about\"",
    ]);
    assert_eq!(
        drawn,
        [
            "%, axis from 40",
            "80│                      ┃      ≈",
            "  │                      ┃      ┃",
            "  │                      ┃      ┃",
            "60│   ≈     ▾      ▴     ┃      ┃",
            "  │                      ┃      ┃",
            "  │                      ┃      ┃",
            "40│                      ┃      ≈",
            "  /┬─────┬──────┬─────┬──────┬──────",
            "   2018  2019   2020  2021   2022",
        ]
    );
}

#[test]
fn a_share_of_a_whole_reaches_no_further_than_the_whole() {
    let drawn = percent(&[
        "2018-06 98; hedge = \"at least\"",
        "2019-06 2; hedge = \"at most\"",
        "2020-06 50",
    ]);
    assert_eq!(
        drawn,
        [
            "%",
            "100│    ▲",
            "   │",
            "   │",
            " 50│                          ●",
            "   │",
            "   │",
            "  0│               ▼",
            "   └┬─────────┬──────────┬──────────",
            "    2018      2019       2020",
        ]
    );
}

#[test]
fn a_series_breaks_where_its_source_says_so() {
    let debt = indicator(
        "unit = \"billion USD\"",
        &series(&[
            "2018-12-31 7.52",
            "2019-12-31 8.1; status = \"break\"",
            "2020-12-31 8.3",
            "2021-12-31 8.5",
            "2022-12-31 8.24",
            "2023-12-31 7.75",
            "2024-12-31 7.62",
        ]),
    );
    assert_eq!(
        drawn(&debt, None, 36, 8),
        [
            "bn USD, axis from 7.5",
            "8.5│               ╭──●─╮",
            "   │           ╭─●─╯    ╰─●╮",
            "  8│         ●─╯           ╰─╮",
            "   │                         ╰─●─╮",
            "7.5│    ●                        ╰─●",
            "   /┬────────B────────┬────────┬────",
            "    2018     2020     2022     2024",
        ]
    );
    assert_eq!(
        drawn(&debt, Some(3), 20, 6),
        [
            "bn USD, from 7.5",
            "8.5│     ╭●──●╮",
            "  8│    ●╯   ·╰●─●╮",
            "7.5│  ●      ·    ╰●",
            "   /┬───B────────┬──",
            "    2018        2024",
        ]
    );
}

#[test]
fn statuses_stand_at_the_foot_and_what_is_not_observed_is_hollow() {
    let drawn = percent(&[
        "2018-06 0",
        "2019-06 -; status = \"missing\"",
        "2020-06 -; status = \"suppressed\"",
        "2021-06 40; status = \"forecast\"",
        "2022-06 45; hedge = \"up to\", status = \"forecast\"",
        "2023-06 50; status = \"definition differs\"",
        "2024-06 60",
    ]);
    assert_eq!(
        drawn,
        [
            "%",
            "60│                              ●",
            "  │                    ▽    ●",
            "40│                ○   ┆",
            "  │",
            "20│",
            "  │",
            " 0│  ●",
            "  └┬─────?──┬─Q────F─┬─F────D──┬────",
            "   2018     2020     2022      2024",
        ]
    );
}

#[test]
fn an_order_of_magnitude_has_no_height() {
    let firms = indicator(
        "unit = \"enterprises\"",
        &series(&["2018-06 300", "2019-06 -; hedge = \"thousands\"", "2020-06 900"]),
    );
    assert_eq!(
        drawn(&firms, None, 36, 8),
        [
            "enterprises",
            "1,000│                        ●",
            "     │",
            "  500│",
            "     │    ●",
            "    0│",
            "     └┬─────────┬───”─────┬─────────",
            "      2018      2019      2020",
        ]
    );
}

#[test]
fn changes_stand_about_a_zero_line() {
    let change = indicator(
        "unit = \"%\"\nchange = true",
        &series(&["2018-06 20", "2019-06 -30", "2020-06 -45; hedge = \"up to\""]),
    );
    assert_eq!(
        drawn(&change, None, 36, 10),
        [
            "%",
            " 50│",
            "   │",
            "   │    ●─╮",
            "  0│╌╌╌╌╌╌╰──╮╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌",
            "   │         ╰───╮",
            "   │             ╰─●          ┆",
            "−50│                          ▲",
            "   └┬─────────┬──────────┬──────────",
            "    2018      2019       2020",
        ]
    );
}

#[test]
fn one_point_and_equal_points_stand_over_zero() {
    assert_eq!(
        percent(&["2018-06 20"]),
        [
            "%",
            "20│               ●",
            "  │",
            "  │",
            "10│",
            "  │",
            "  │",
            " 0│",
            "  └┬───────────────┬────────────────",
            "   Jan 2018        Jul 2018",
        ]
    );
    let drawn = percent(&["2018-06 20", "2019-06 20", "2020-06 20"]);
    assert_eq!(
        drawn,
        [
            "%",
            "20│    ●──────────●───────────●",
            "  │",
            "  │",
            "10│",
            "  │",
            "  │",
            " 0│",
            "  └┬──────────┬──────────┬──────────",
            "   2018       2019       2020",
        ]
    );
}

#[test]
fn periods_are_bars_as_far_as_they_are_stated() {
    let drawn =
        percent(&["2010/2013 20", "2014 25", "2016~ 30", "2018/.. 35", "2020/ 40", "../2022 45"]);
    assert_eq!(
        drawn,
        [
            "%",
            "60│",
            "  │                               ◂●",
            "40│                    ●▸   ●▸",
            "  │         ╭─●   (●)",
            "20│━━━━━●━━━╯",
            "  │",
            " 0│",
            "  └┬───────────┬────────────┬───────",
            "   2010        2015         2020",
        ]
    );
}

#[test]
fn two_series_have_two_marks_and_the_cursor_its_column() {
    let polls = indicator(
        "unit = \"%\"",
        &format!(
            "{}{}",
            series(&["2022-03 80", "2022-08 82", "2023-03 74", "2023-11 67",]),
            series(&[
                "2022-03 3",
                "2022-08 9",
                "2023-03 14; hedge = \"about\"",
                "2023-11 20; status = \"forecast\"",
            ])
        ),
    );
    assert_eq!(
        drawn(&polls, Some(2), 36, 10),
        [
            "%",
            "100│         ·",
            "   │   ●─────●────╮",
            "   │         ·    ╰────●─────────●",
            " 50│         ·",
            "   │         ·",
            "   │      ╭──◆         ≈         ◇",
            "  0│   ◆──╯  ·",
            "   └┬───────────────┬────────────F──",
            "    2022            2023",
        ]
    );
    let charts = charts(&polls);
    let selected = chart_points(&polls, &charts)[2];
    let plot =
        Plot::new(View { indicator: &polls, chart: &charts[0], selected: Some(selected) }, 36, 10);
    let set_off: Vec<_> = plot.rows.iter().flatten().filter(|spot| spot.selected).collect();
    assert_eq!(set_off.len(), 1);
    assert_eq!(set_off[0].what, What::Point { sign: Sign::Exact, firm: true });
}

#[test]
fn days_within_a_year_have_an_axis_of_months() {
    let drawn = percent(&["2024-02-10 20", "2024-03-12 30", "2024-06-01 40"]);
    assert_eq!(
        drawn,
        [
            "%, axis from 20",
            "40│                       ╭──●",
            "  │                 ╭─────╯",
            "  │           ╭─────╯",
            "30│       ╭●──╯",
            "  │     ╭─╯",
            "  │   ╭─╯",
            "20│  ●╯",
            "  /──────┬────────────┬─────────────",
            "         Mar 2024     May 2024",
        ]
    );
}

#[test]
fn a_plot_too_small_for_axes_stays_empty() {
    let one = indicator("unit = \"%\"", &series(&["2018-06 20"]));
    assert_eq!(drawn(&one, Some(0), 0, 0), Vec::<String>::new());
    assert_eq!(drawn(&one, Some(0), 1, 1), [""]);
    assert_eq!(drawn(&one, Some(0), 11, 5), [""; 5]);
    assert!(drawn(&one, Some(0), 12, 5).concat().contains('●'));
}

#[test]
fn far_years_and_huge_values_have_their_place() {
    let far = indicator("unit = \"USD\"", &series(&["Y-1000000 -1.7e308", "Y1000000 1.7e308"]));
    let drawn = drawn(&far, None, 36, 8);
    assert_eq!(drawn.concat().matches('●').count(), 2, "{drawn:#?}");
}

#[test]
fn the_last_of_all_years_has_an_axis() {
    let last = percent(&["Y1000000 20"]);
    assert_eq!(last.concat().matches('●').count(), 1, "{last:#?}");
}

#[test]
fn ticks_are_round_and_hold_every_value() {
    for (low, high, rows) in [(0.0, 1.0, 5), (7.52, 8.5, 9), (-45.0, 12.0, 20), (0.0, 4e-12, 7)] {
        let heights = Heights::new(height::Reach { low, high, from_zero: false }, rows);
        let ticks = heights.ticks(40);
        assert!(ticks.len() > 1);
        assert!(heights.row(low) < rows && heights.row(high) < heights.row(low));
        let gaps: Vec<u16> = ticks.windows(2).map(|pair| pair[0].0 - pair[1].0).collect();
        assert!(gaps.iter().all(|gap| *gap == gaps[0]), "{ticks:?}");
    }
}

fn point() -> impl Strategy<Value = String> {
    let value = prop_oneof![
        any::<f64>().prop_filter("finite", |v| v.is_finite()),
        -200.0..200.0f64,
        Just(0.0),
        Just(5e-324),
    ];
    let hedge = prop::sample::select(vec![
        "",
        "up to",
        "below",
        "at least",
        "more than",
        "about",
        "nearly",
        "just over",
    ]);
    let status = prop::sample::select(vec!["normal", "break", "forecast", "estimated"]);
    let period = prop::sample::select(vec![
        "2023",
        "2023-08",
        "2023-08-04",
        "2021/2023",
        "2023~",
        "202X",
        "2023/..",
        "../2020",
        "2023/",
        "2023-21",
        "Y-1000000",
        "Y1000000",
        "-0044",
        "../..",
    ]);
    (period, value, hedge, status).prop_map(|(period, value, hedge, status)| {
        let hedge = if hedge.is_empty() { String::new() } else { format!(", hedge = \"{hedge}\"") };
        format!("{period} {value:?}; status = \"{status}\"{hedge}")
    })
}

proptest! {
    #[test]
    fn every_series_is_drawn_at_every_size(
        points in prop::collection::vec(point(), 1..12),
        change in any::<bool>(),
        unit in prop::sample::select(vec!["%", "USD", "billion USD", "state-owned enterprises"]),
        width in 0..120u16,
        height in 0..40u16,
    ) {
        let points: Vec<&str> = points.iter().map(String::as_str).collect();
        let keys = format!("unit = \"{unit}\"\nchange = {change}");
        let loaded = loaded(&keys, &series(&points));
        let Some(indicator) = loaded.report.indicators.first() else { return Ok(()) };
        let all = charts(indicator);
        let cursor = chart_points(indicator, &all);
        for (at, chart) in all.iter().enumerate() {
            for selected in cursor.iter().filter(|p| p.chart == at).map(|p| Some(*p)).chain([None]) {
                let plot = Plot::new(View { indicator, chart, selected }, width, height);
                prop_assert_eq!(plot.rows.len(), usize::from(height));
                prop_assert!(plot.rows.iter().all(|row| row.len() == usize::from(width)));
                for label in &plot.labels {
                    prop_assert!(label.y < height);
                    prop_assert!(usize::from(label.x) + crate::app::width(&label.text) <= usize::from(width));
                }
                let big = width >= SMALLEST.0 && height >= SMALLEST.1;
                let set_off = plot.rows.iter().flatten().any(|spot| spot.selected);
                prop_assert_eq!(set_off, big && selected.is_some());
            }
        }
    }
}
