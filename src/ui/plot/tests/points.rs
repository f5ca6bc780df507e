//! The points: their marks, what limits them, and what joins them.

use super::*;

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
            " 20│    ◈        ◈       (◈)≈       ◇        ◈",
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
            "40│     ◈─────────────◈",
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
            "   │  ◈──────◈        ◈≈         ◇",
            "  0│",
            "   └┬───────────────┬────────────F──",
            "          2022            2023",
        ]
    );
    let charts = charts(&polls);
    let selected = chart_points(&polls, &charts)[2];
    let plot =
        Plot::new(View { indicator: &polls, chart: &charts[0], selected: Some(selected) }, 36, 10);
    let set_off: Vec<_> = plot.rows.iter().flatten().filter(|cell| cell.selected).collect();
    let kind: Vec<_> = set_off.iter().map(|cell| cell.kind).collect();
    assert_eq!(kind, [CellKind::Point { sign: Marker::Exact, firm: true }, CellKind::Foot]);
}
