//! The axes: which values and days they reach, and how coarse they are.

use super::*;

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
            "  %, axis from 25, marks rounded",
            "  │                                               ╭━━━▄━57        65▀ ▀67",
            "50┤┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈━━━▄━43.9┈┈┈┈┈┈┈┈━━━≈━45┈┈┈│┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
            "  │42.2━━▀━─━━━■━39             42━━━▀━   41.1━━▀━╯",
            "25┤┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
            "  /────╷────╷─────╷────╷─────╷────╷─────╷─────╷────╷─────╷────╷─────≈─≈─────",
            "      2014 2015  2016 2017  2018 2019  2020  2021 2022  2023 2024  2025",
        ]
    );
    assert_eq!(
        drawn(&exports, Some(8), 56, 6),
        [
            "  %, axis from 20, marks rounded",
            "60┤┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈╭━━▄57┈┈┈┈┈65▀■67┈┈",
            "40┤42.2━■─━━■39┈┈┈━━▀43.9┈━━■┈━━≈┈━━■╯┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
            "20┤┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
            "  /────╷──────╷───────╷───────╷───────╷───────╷───≈≈────",
            "      2014   2016    2018    2020    2022    2024",
        ]
    );
    let debt = indicator("unit = \"billion USD\"", &series(&DEBT));
    assert_eq!(
        drawn(&debt, Some(6), 76, 7),
        [
            "   bn USD, axis from 7.5, marks rounded",
            "  9┤┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
            "8.5┤┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈╭────▄────────■────╮┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
            "  8┤┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈8.1▀────╯┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈╰────▀────╮┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
            "7.5┤┈┈┈┈┈┈┈┈■7.52┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈╰────▀─────────■7.62",
            "   /╷────────╷────────B╷─────────╷────────╷─────────╷─────────╷─────────────",
            "   2018     2019      2020      2021     2022      2023      2024",
        ]
    );
}

#[test]
fn what_stands_beside_the_outermost_points_is_not_cut_off() {
    let about = percent(&["2018-01-01~ 20", "2020-12~ 35", "2021-12-30/ 60"]);
    assert_eq!(
        about,
        [
            "  %",
            "60┤┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈60■▸┈",
            "  │",
            "40┤┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
            "  │                      ▀35",
            "20┤■20┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
            "  │",
            " 0┤┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
            "  └≈──────╷───────╷──────≈╷─────────",
            "  2018   2019    2020    2021",
        ]
    );
    let open = percent(&["/2018-01-01 20", "2021-12-30~ 60"]);
    assert_eq!(
        open,
        [
            "  %",
            "60┤┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈■60",
            "  │",
            "40┤┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
            "  │",
            "20┤◂■20┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
            "  │",
            " 0┤┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
            "  └─╷──────╷───────╷──────╷──────≈──",
            "   2018   2019    2020   2021",
        ]
    );
}

#[test]
fn the_last_day_of_a_year_stands_left_of_the_next_year() {
    let days = indicator("unit = \"%\"", &series(&["2018-12-31 20", "2020-01-01 35"]));
    let charts = charts(&days);
    let view =
        View { indicator: &days, chart: &charts[0], at: 0, selected: None, has_halves: true };
    for width in 20..120 {
        let plot = Plot::new(view, width, 9);
        let mut marks: Vec<usize> = Vec::new();
        for row in &plot.rows {
            let is_mark = |cell: &PlotCell| matches!(cell.kind, CellKind::Figure { .. });
            marks.extend(row.iter().position(is_mark));
        }
        marks.sort_unstable();
        let is_tick = |(at, cell): (usize, &PlotCell)| (cell.kind == CellKind::Tick).then_some(at);
        let ticks: Vec<usize> =
            plot.rows.iter().flat_map(|row| row.iter().enumerate().filter_map(is_tick)).collect();
        // One for each of 2018, 2019 and 2020, where there is room.
        if let [_, of_2019, of_2020] = ticks[..] {
            assert!(marks[0] < of_2019 && marks[1] == of_2020, "{width}: {ticks:?} {marks:?}");
        }
    }
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
            "   %",
            " 25┤┈+20▄╮┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
            "   │     ╰─╮",
            "  0┤╌╌╌╌╌╌╌╰─╮╌╌╌╌╌╌╌╌╌╌╌╌┊╌╌╌╌╌╌╌╌╌",
            "   │         ╰─╮          ┊",
            "−25┤┈┈┈┈┈┈┈┈┈┈┈╰─▄−30┈┈┈┈┈┊┈┈┈┈┈┈┈┈┈",
            "   │                      ┊",
            "−50┤┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┴≥−45┈┈┈┈┈",
            "   └╷────────╷────────╷─────────────",
            "   2018     2019     2020",
        ]
    );
}

#[test]
fn one_point_and_equal_points_stand_over_zero() {
    assert_eq!(
        percent(&["2018-06 20"]),
        [
            "  %",
            "20┤┈┈┈┈┈┈┈┈┈┈┈┈┈┈■20┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
            "  │",
            "  │",
            "10┤┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
            "  │",
            "  │",
            " 0┤┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
            "  └────────────────╷────────────────",
            "                Jun 2018",
        ]
    );
    let drawn = percent(&["2018-06 20", "2019-06 20", "2020-06 20"]);
    assert_eq!(
        drawn,
        [
            "  %",
            "20┤┈┈20■─────────■──────────■20┈┈┈┈┈",
            "  │",
            "  │",
            "10┤┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
            "  │",
            "  │",
            " 0┤┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
            "  └╷─────────╷─────────╷────────────",
            "  2018      2019      2020",
        ]
    );
}

#[test]
fn days_within_a_year_have_an_axis_of_months() {
    let drawn = percent(&["2024-02-10 20", "2024-03-12 30", "2024-06-01 40"]);
    assert_eq!(
        drawn,
        [
            "  %, axis from 20",
            "40┤┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈╭──■40┈┈┈┈┈",
            "  │                ╭─────╯",
            "  │           ╭────╯",
            "30┤┈┈┈┈┈┈┈╭■──╯┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
            "  │     ╭─╯",
            "  │   ╭─╯",
            "20┤20■╯┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
            "  /──────╷───────────╷──────────────",
            "      Mar 2024    May 2024",
        ]
    );
}

#[test]
fn a_plot_too_small_for_axes_stays_empty() {
    let one = indicator("unit = \"%\"", &series(&["2018-06 20"]));
    assert_eq!(drawn(&one, Some(0), 0, 0), Vec::<String>::new());
    assert_eq!(drawn(&one, Some(0), 1, 1), [""]);
    assert_eq!(drawn(&one, Some(0), 11, 5), [""; 5]);
    assert!(drawn(&one, Some(0), 12, 5).concat().contains('■'));
}

#[test]
fn far_years_and_huge_values_have_their_place() {
    let far = indicator("unit = \"USD\"", &series(&["Y-1000000 -1.7e308", "Y1000000 1.7e308"]));
    let drawn = drawn(&far, None, 36, 8);
    assert_eq!(drawn.concat().matches(['▀', '■', '▄']).count(), 2, "{drawn:#?}");
}

#[test]
fn the_last_of_all_years_has_an_axis() {
    let last = percent(&["Y1000000 20"]);
    assert_eq!(last.concat().matches(['▀', '■', '▄']).count(), 1, "{last:#?}");
}

#[test]
fn ticks_are_round_and_hold_every_value() {
    for (low, high, rows) in [(0.0, 1.0, 5), (7.52, 8.5, 9), (-45.0, 12.0, 20), (0.0, 4e-12, 7)] {
        let level = |value| scale::Level { value, whisker: None };
        let content = scale::AxisContent {
            levels: vec![level(low), level(high)],
            reaches: Vec::new(),
            change: false,
            bounds: (f64::MIN, f64::MAX),
        };
        let heights = scale::best(&content, rows);
        let ticks = heights.ticks(40, (f64::MIN, f64::MAX));
        assert!(ticks.len() > 1);
        let row = |value| heights.row(value);
        assert!(row(low) < rows && row(high) < row(low));
        let gaps: Vec<u16> = ticks.windows(2).map(|pair| pair[0].0 - pair[1].0).collect();
        assert!(gaps.iter().all(|gap| *gap == gaps[0]), "{ticks:?}");
    }
}
