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
            "%, one row is 10",
            "60│                 ╭─●─╮",
            "  │          35 ╭───╯   ╰───╮  40",
            "40│         ╭─●─╯           ╰──●",
            "  │  20 ╭───╯",
            "20│   ●─╯",
            "  │",
            " 0│",
            "  └┬───────┬───────┬───────┬────────",
            "     2018    2019    2020     2021",
        ]
    );
}

#[test]
fn what_is_further_apart_than_usual_is_left_open() {
    let drawn = percent(&["2018-06 20", "2019-06 35", "2020-06 60", "2022-06 60", "2023-06 40"]);
    assert_eq!(
        drawn,
        [
            "%, one row is 10",
            "60│           ╭─●       60 ●╮",
            "  │      35 ╭─╯ 60          ╰─╮ 40",
            "40│     ╭─●─╯                 ╰─●",
            "  │   ╭─╯",
            "20│  ●╯",
            "  │  20",
            " 0│",
            "  └┬────┬─────┬────┬─────┬────┬─────",
            "    2018 2019  2020 2021  2022 2023",
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
            "75│  60   ≤ 60    60     ↑      60",
            "  │  ●      ▼     ●      ▲      ●",
            "50│         ↓           > 60",
            "  │",
            "25│",
            "  │",
            " 0│",
            "  └┬─────┬──────┬─────┬──────┬──────",
            "    2018   2019  2020   2021   2022",
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
            "80│                40–80 ┃      ≈",
            "  │                      ┃      ┃",
            "  │ ≈ 60  ~< 60 >~ 60    ┃      ┃",
            "60│  ≈      ▾     ▴      ┃      ┃",
            "  │                      ┃      ┃",
            "  │                      ┃      ┃",
            "40│                      ┃      ≈",
            "  /┬─────┬──────┬─────┬──────┬──────",
            "    2018   2019  2020   2021   2022",
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
            "%, 3 rows are 50",
            "100│    ▲",
            "   │  ≥ 98",
            "   │                          50",
            " 50│                          ●",
            "   │              ≤ 2",
            "   │               ▼",
            "  0│               ↓",
            "   └┬─────────┬──────────┬──────────",
            "       2018       2019       2020",
        ]
    );
}

#[test]
fn a_series_breaks_where_its_source_says_so() {
    let debt = indicator("unit = \"billion USD\"", &series(&DEBT));
    assert_eq!(
        drawn(&debt, None, 36, 8),
        [
            "bn USD, from 7.5, one row is 0.25",
            "8.5│          8.3 ╭──●─╮ 8.24",
            "   │      8.1 ╭─●─╯    ╰─●╮",
            "  8│        ●─╯           ╰─╮ 7.75",
            "   │  7.52                  ╰─●─╮",
            "7.5│   ●                        ╰──●",
            "   /┬───────B┬────────┬────────┬────",
            "    2018     2020     2022     2024",
        ]
    );
    assert_eq!(
        drawn(&debt, Some(3), 20, 6),
        [
            "bn USD, from 7.5",
            "8.5│    ╭●──●╮",
            "  8│   ●╯    ╰●─●╮",
            "7.5│ ●           ╰─●",
            "   /┬──B─────────┬──",
            "    2018        2024",
        ]
    );
}

const DEBT: [&str; 7] = [
    "2018-12-31 7.52",
    "2019-12-31 8.1; status = \"break\"",
    "2020-12-31 8.3",
    "2021-12-31 8.5",
    "2022-12-31 8.24",
    "2023-12-31 7.75",
    "2024-12-31 7.62",
];

#[test]
fn few_rows_are_all_used_and_how_coarse_they_are_is_said() {
    let exports = indicator(
        "unit = \"%\"",
        &series(&[
            "2014 42.2",
            "2015 39",
            "2017 43.9",
            "2019 42",
            "2020 45; hedge = \"around\"",
            "2021 41.1",
            "2022 57",
            "2025-01~ 65",
            "2025-06~ 67",
        ]),
    );
    assert_eq!(
        drawn(&exports, None, 76, 7),
        [
            "%, axis from 25, one row is 12.5",
            "  │                    43.9              ≈ 45     ╭━━━●━            (●)(●)",
            "50│  42.2   39       ━━━●━          42 ━━━≈━ 41.1 │   57            65  67",
            "  │━━━●━─━━━●━                   ━━━●━       ━━━●━╯",
            "25│",
            "  /┬─────┬─────┬─────┬─────┬─────┬─────┬─────┬─────┬─────┬─────┬─────┬──────",
            "    2014  2015  2016  2017  2018  2019  2020  2021  2022  2023  2024   2025",
        ]
    );
    assert_eq!(
        drawn(&exports, Some(8), 56, 6),
        [
            "%, axis from 20, one row is 20",
            "60│      39      43.9      42        ╭━━●      65 (●(●)",
            "40│━━●─━━●      ━━●      ━━● ━━≈ ━━●━╯  57",
            "20│                               41.1",
            "  /┬───────┬────────┬────────┬────────┬────────┬────────",
            "   2014    2016     2018     2020     2022     2024",
        ]
    );
    let debt = indicator("unit = \"billion USD\"", &series(&DEBT));
    assert_eq!(
        drawn(&debt, Some(6), 76, 7),
        [
            "bn USD, axis from 7.5, one row is 0.5",
            "  9│                            8.3        8.5",
            "8.5│                  8.1   ╭────●──────────●────╮   8.24      7.75",
            "  8│        7.52       ●────╯                    ╰────●─────────●────╮  7.62",
            "7.5│         ●                                                       ╰─────●",
            "   /┬─────────┬────────B┬─────────┬──────────┬─────────┬─────────┬──────────",
            "       2018      2019      2020       2021      2022      2023       2024",
        ]
    );
}

#[test]
fn limits_stand_in_the_nearest_row_as_values_do() {
    let people = indicator(
        "unit = \"people\"",
        &series(&[
            "2018-06 72000",
            "2019-06 70000; hedge = \"almost\"",
            "2020-06 70000; hedge = \"up to\"",
            "2021-06 21000; hedge = \"over\"",
            "2022-06 21000; hedge = \"just over\"",
            "2023-06 19000",
        ]),
    );
    assert_eq!(
        drawn(&people, None, 76, 9),
        [
            "people, one row is 20,000",
            "100,000│   72,000   ~< 70,000  ≤ 70,000",
            " 80,000│     ●          ▾          ▼",
            " 60,000│                           ↓",
            " 40,000│                                       ↑      >~ 21,000    19,000",
            " 20,000│                                       ▲          ▴          ●",
            "      0│                                    > 21,000",
            "       └┬──────────┬──────────┬───────────┬──────────┬──────────┬───────────",
            "            2018       2019       2020        2021       2022       2023",
        ]
    );
}

#[test]
fn what_stands_beside_the_outermost_points_is_not_cut_off() {
    let about = percent(&["2018-01-01~ 20", "2020-12~ 35", "2021-12-30/ 60"]);
    assert_eq!(
        about,
        [
            "%",
            "60│                               ●▸",
            "  │                       35      60",
            "40│                      (●)",
            "  │ 20",
            "20│(●)",
            "  │",
            " 0│",
            "  └─┬──────┬───────┬───────┬────────",
            "      2018   2019    2020    2021",
        ]
    );
    let open = percent(&["/2018-01-01 20", "2021-12-30~ 60"]);
    assert_eq!(
        open,
        [
            "%",
            "60│                              (●)",
            "  │                               60",
            "40│",
            "  │ 20",
            "20│◂●",
            "  │",
            " 0│",
            "  └─┬──────┬───────┬───────┬────────",
            "      2018   2019    2020    2021",
        ]
    );
}

#[test]
fn the_last_day_of_a_year_stands_left_of_the_next_year() {
    let days = indicator("unit = \"%\"", &series(&["2018-12-31 20", "2020-01-01 35"]));
    let charts = charts(&days);
    let view = View { indicator: &days, chart: &charts[0], selected: None };
    for width in 20..120 {
        let plot = Plot::new(view, width, 9);
        let mut marks: Vec<usize> = Vec::new();
        for row in &plot.rows {
            let is_mark = |spot: &Spot| matches!(spot.what, What::Point { .. });
            marks.extend(row.iter().position(is_mark));
        }
        marks.sort_unstable();
        let is_tick = |(at, spot): (usize, &Spot)| (spot.what == What::Tick).then_some(at);
        let ticks: Vec<usize> =
            plot.rows.iter().flat_map(|row| row.iter().enumerate().filter_map(is_tick)).collect();
        // One for each of 2018, 2019 and 2020, where there is room.
        if let [_, of_2019, of_2020] = ticks[..] {
            assert!(marks[0] < of_2019 && marks[1] == of_2020, "{width}: {ticks:?} {marks:?}");
        }
    }
}

#[test]
fn among_several_series_a_limited_point_keeps_the_mark_of_its_own() {
    let first = series(&[
        "2018-06 80; hedge = \"more than\"",
        "2019-06 80; hedge = \"nearly\"",
        "2020-06 80; hedge = \"about\"",
        "2021-06 [70, 90]",
        "2022-06 [70, 90]; hedge = \"about\"",
        "2023-06 100; hedge = \"at least\"",
    ]);
    let second = series(&[
        "2018-06 20; hedge = \"up to\"",
        "2019-06 20; hedge = \"just over\"",
        "2020-06~ 20; hedge = \"about\"",
        "2021-06 20; hedge = \"up to\", status = \"forecast\"",
        "2022-06 20",
    ]);
    let polls = indicator("unit = \"%\"", &format!("{first}{second}"));
    assert_eq!(
        drawn(&polls, None, 60, 16),
        [
            "%",
            "   │",
            "   │                                                ≥ 100",
            "100│    ↑                         70–90   ≈ 70–90     ●↑",
            "   │    ┆      ~< 80     ≈ 80       ●        ●≈",
            " 80│    ●        ●        ●≈        ┃        ┃",
            "   │   > 80      ▾                  ●        ●≈",
            " 60│",
            "   │",
            " 40│",
            "   │  ≤ 20       ▴       ≈ 20     ≤ 20       20",
            " 20│    ◆        ◆       (◆)≈       ◇        ◆",
            "   │    ┆      >~ 20                ┆",
            "  0│    ↓                           ↓",
            "   └┬────────┬────────┬─────────┬───F────┬────────┬─────────",
            "       2018     2019     2020      2021     2022     2023",
        ]
    );
}

#[test]
fn a_hedge_without_room_beside_its_mark_takes_its_place() {
    let first = series(&["2018-06 60; hedge = \"up to\"", "2019-06 20"]);
    let second = series(&["2018-06 40", "2019-06 30"]);
    let both = indicator("unit = \"%\"", &format!("{first}{second}"));
    assert_eq!(
        drawn(&both, None, 30, 7),
        [
            "%, one row is 20",
            "60│     ↓ ≤ 60        30",
            "40│     ◆─────────────◆",
            "20│     40            ●",
            " 0│                   20",
            "  └┬────────────┬─────────────",
            "        2018         2019",
        ]
    );
}

#[test]
fn two_statuses_in_one_column_stand_side_by_side() {
    let drawn = percent(&[
        "2010-06 20",
        "2020-01 35; status = \"break\"",
        "2020-02 50; status = \"forecast\"",
        "2020-03 -; status = \"missing\"",
    ]);
    assert_eq!(
        drawn,
        [
            "%",
            "60│                              50",
            "  │                              ○",
            "40│                              ●",
            "  │ 20                           35",
            "20│ ●",
            "  │",
            " 0│",
            "  └┬─────┬─────┬─────┬─────┬────F?B─",
            "   2010  2012  2014  2016  2018",
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
            "%, one row is 10",
            "60│                  ≤ 45   50   ●",
            "  │               40   ▽    ●    60",
            "40│               ○    ↓",
            "  │",
            "20│",
            "  │ 0",
            " 0│ ●",
            "  └┬─────?──┬─Q───F──┬─F────D──┬────",
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
            "     │                       900",
            "  500│   300",
            "     │    ●",
            "    0│",
            "     └┬─────────┬───”─────┬─────────",
            "         2018      2019      2020",
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
            " 25│    ●─╮",
            "   │  +20 ╰─╮",
            "  0│╌╌╌╌╌╌╌╌╰──╮╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌",
            "   │           ╰─╮ −30",
            "−25│             ╰─●",
            "   │                          ↑",
            "−50│                   ≥ −45  ▲",
            "   └┬─────────┬──────────┬──────────",
            "       2018       2019       2020",
        ]
    );
}

#[test]
fn the_whisker_of_a_fall_ends_at_zero() {
    let points = ["2018-06 -3; hedge = \"up to\"", "2019-06 2; hedge = \"up to\"", "2020-06 10"];
    let change = indicator("unit = \"%\"\nchange = true", &series(&points));
    for height in 8..40 {
        let rows = drawn(&change, None, 36, height);
        let zero = rows.iter().position(|row| row.contains('╌')).expect("a zero line");
        let ends = |sign: char| rows.iter().position(|row| row.contains(sign));
        assert!(ends('↑').is_none_or(|row| row >= zero), "{rows:#?}");
        assert!(ends('↓').is_none_or(|row| row <= zero), "{rows:#?}");
    }
}

#[test]
fn one_point_and_equal_points_stand_over_zero() {
    assert_eq!(
        percent(&["2018-06 20"]),
        [
            "%",
            "20│              ●",
            "  │              20",
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
            "20│     ●──────────●──────────●",
            "  │     20         20         20",
            "  │",
            "10│",
            "  │",
            "  │",
            " 0│",
            "  └┬──────────┬──────────┬──────────",
            "       2018       2019       2020",
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
            "%, axis from 20",
            "50│                               45",
            "  │                         40    ◂●",
            "40│                    35   ●▸",
            "  │                30  ●▸",
            "30│           25  (●)",
            "  │     20  ╭─●",
            "20│━━━━━●━━━╯",
            "  /┬───────────┬────────────┬───────",
            "   2010        2015         2020",
        ]
    );
}

#[test]
fn two_series_have_two_marks_and_the_cursor_its_point() {
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
            "%, 3 rows are 50",
            "100│  80     82",
            "   │  ●──────●───╮    74         67",
            "   │             ╰────●──────────●",
            " 50│",
            "   │  3      9       ≈ 14        20",
            "   │  ◆──────◆        ◆≈         ◇",
            "  0│",
            "   └┬───────────────┬────────────F──",
            "          2022            2023",
        ]
    );
    let charts = charts(&polls);
    let selected = chart_points(&polls, &charts)[2];
    let plot =
        Plot::new(View { indicator: &polls, chart: &charts[0], selected: Some(selected) }, 36, 10);
    let set_off: Vec<_> = plot.rows.iter().flatten().filter(|spot| spot.selected).collect();
    let what: Vec<_> = set_off.iter().map(|spot| spot.what).collect();
    assert_eq!(what, [What::Point { sign: Sign::Exact, firm: true }, What::Foot]);
}

#[test]
fn days_within_a_year_have_an_axis_of_months() {
    let drawn = percent(&["2024-02-10 20", "2024-03-12 30", "2024-06-01 40"]);
    assert_eq!(
        drawn,
        [
            "%, axis from 20",
            "40│                       ╭──●",
            "  │                 ╭─────╯  40",
            "  │        30 ╭─────╯",
            "30│      ╭─●──╯",
            "  │    ╭─╯",
            "  │  ╭─╯",
            "20│ ●╯",
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
        let mark = |value| scale::Mark { value, whisker: None };
        let needs = scale::Needs {
            marks: vec![mark(low), mark(high)],
            change: false,
            bounds: (f64::MIN, f64::MAX),
            whisker: 0,
        };
        let heights = scale::best(&needs, rows);
        let ticks = heights.ticks(40, (f64::MIN, f64::MAX));
        assert!(ticks.len() > 1);
        let row = |value| heights.row(value);
        assert!(row(low) < rows && row(high) < row(low));
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
        several in any::<bool>(),
        unit in prop::sample::select(vec!["%", "USD", "billion USD", "state-owned enterprises"]),
        width in 0..120u16,
        height in 0..40u16,
    ) {
        let points: Vec<&str> = points.iter().map(String::as_str).collect();
        let keys = format!("unit = \"{unit}\"\nchange = {change}");
        let (first, second) = points.split_at(if several { points.len() / 2 } else { 0 });
        let first = if first.is_empty() { String::new() } else { series(first) };
        let loaded = loaded(&keys, &format!("{first}{}", series(second)));
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
                let side = plot.rows.get(1).and_then(|row| row.iter().position(|s| s.what == What::Side));
                for label in &plot.labels {
                    let (x, y) = (usize::from(label.x), usize::from(label.y));
                    if side.is_some_and(|side| x > side) && (1..=height.saturating_sub(3)).contains(&label.y) {
                        let own = &plot.rows[y][x..x + crate::app::width(&label.text)];
                        prop_assert!(own.iter().all(|spot| spot.what == What::Empty), "{label:?}");
                    }
                }
                let big = width >= SMALLEST.0 && height >= SMALLEST.1;
                let set_off = plot.rows.iter().flatten().any(|spot| spot.selected);
                prop_assert_eq!(set_off, big && selected.is_some());
            }
        }
    }
}
