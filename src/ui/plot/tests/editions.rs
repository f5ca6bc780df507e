//! Editions side by side, intervals, bases, our own calculations and several statuses.

use super::*;

fn edition(name: &str, points: &[&str]) -> String {
    let line = format!("[[indicator.series]]\nlabel = \"Cases\"\nedition = \"{name}\"\n");
    series(points).replace("[[indicator.series]]\n", &line)
}

#[test]
fn the_editions_of_a_year_stand_side_by_side() {
    let old = edition("2021", &["2019 20", "2020 25"]);
    let middle = edition("2022", &["2019 20", "2020 26"]);
    let new = edition("2023", &["2019 20", "2020 30", "2021 35"]);
    let indicator = indicator("unit = \"%\"", &[old, middle, new].concat());
    assert_eq!(
        drawn(&indicator, None, 40, 9),
        [
            "  %, axis from 20, marks rounded",
            "40┤┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
            "  │                       ╭━━━━━▄━━━━35",
            "  │                       │",
            "  │            ╭━━━━━◈▀━━━╯",
            "  │            │    ★25",
            "20┤20━━━━★◈■━━━╯┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
            "  /──╷──────────╷──────────╷────────────",
            "    2019       2020       2021",
        ]
    );
    assert_eq!(
        drawn(&indicator, None, 22, 9),
        [
            "  %, axis from 20",
            "40┤┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
            "  │           ╭━━▄━35",
            "  │           │",
            "  │      ╭━━◈▀╯",
            "  │      │ ★25",
            "20┤20━★◈■╯┈┈┈┈┈┈┈┈┈┈┈┈",
            "  /──╷─────────╷──────",
            "    2019      2021",
        ]
    );
}

#[test]
fn an_interval_is_a_range_through_the_mark_and_is_not_joined() {
    let points = ["2019 20", "2020 25; interval = [15, 40]", "2021 30"];
    let indicator = indicator("unit = \"%\"", &series(&points));
    assert_eq!(
        drawn(&indicator, None, 36, 10),
        [
            "  %",
            "40┤┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┃┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
            "  │               ┃",
            "  │        25━━━━━▄━━━ ━━━━━▀━━━━30",
            "20┤━━━━━■━━━20┈┈┈┈┃┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
            "  │               ┃",
            "  │",
            " 0┤┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
            "  └╷─────────╷─────────╷────────────",
            "  2019      2020      2021",
        ]
    );
}

#[test]
fn changes_from_two_bases_are_not_joined_and_each_says_its_base() {
    let points = [
        "2019 -20; base = \"1990\"",
        "2020 -24; base = \"1990\"",
        "2021 -12; base = \"2005\"",
        "2022 -14; base = \"2005\", derived = \"a − b\"",
    ];
    let indicator = indicator("unit = \"%\"\nchange = true", &series(&points));
    assert_eq!(
        drawn(&indicator, None, 70, 10),
        [
            "   %",
            "  0┤╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌",
            "   │",
            "−10┤┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈a vs 2005┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
            "   │                                                         a vs 2005",
            "−20┤┈┈┈┈┈┈┈┈┈┈┈┈┈a──────╮┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
            "   │                    ╰───────a vs 1990",
            "−30┤┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
            "   └╷─────────────╷──────────────╷─────────────╷──────────────────────",
            "   2019          2020           2021          2022",
        ]
    );
}

#[test]
fn every_letter_of_several_statuses_can_be_read() {
    let points = [
        "2019 20; status = [\"estimated\", \"provisional\"]",
        "2020 24",
        "2021 22; status = [\"break\", \"estimated\", \"low reliability\"]",
    ];
    let indicator = indicator("unit = \"%\"", &series(&points));
    assert_eq!(
        drawn(&indicator, None, 40, 8),
        [
            "  %, axis from 20",
            "24┤┈┈┈┈┈┈┈┈┈┈┈━━━━━━■━━━━24┈┈┈┈┈┈┈┈┈┈┈┈┈",
            "  │",
            "22┤┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈━━━━━━○━━━━22┈",
            "  │",
            "20┤━━━━━○━━━━20┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
            "  /╷────EP────╷───────────╷────UBE──────",
            "  2019       2020        2021",
        ]
    );
}

#[test]
fn older_editions_are_fainter() {
    let indicator = indicator(
        "unit = \"%\"",
        &[edition("2022", &["2019 20"]), edition("2021", &["2019 30"])].concat(),
    );
    let charts = charts(&indicator);
    let plot = Plot::new(
        View { indicator: &indicator, chart: &charts[0], at: 0, selected: None, has_halves: true },
        30,
        8,
    );
    let marks = plot.rows.iter().flatten();
    let marks: Vec<_> = marks.filter(|cell| matches!(cell.kind, CellKind::Figure { .. })).collect();
    let seen: Vec<_> = marks.iter().map(|cell| (cell.mark, cell.is_older)).collect();
    assert_eq!(seen, [(Mark::Same(1), true), (Mark::Same(0), false)]);
}
