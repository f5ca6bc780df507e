//! Whatever an indicator holds and however large the screen is.

use std::collections::HashMap;

use proptest::prelude::*;

use super::*;
use crate::app::text::width as cells_of;

const HEDGES: [&str; 8] =
    ["", "up to", "below", "at least", "more than", "about", "nearly", "just over"];

fn value() -> impl Strategy<Value = f64> {
    prop_oneof![
        any::<f64>().prop_filter("finite", |v| v.is_finite()),
        -200.0..200.0f64,
        0.0..100.0f64,
        Just(0.0),
        Just(5e-324),
    ]
}

fn hedged(value: f64, hedge: &str) -> String {
    let hedge = if hedge.is_empty() { String::new() } else { format!(", hedge = \"{hedge}\"") };
    format!("value = {value:?}{hedge}")
}

fn point() -> impl Strategy<Value = String> {
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
    (period, value(), prop::sample::select(HEDGES.to_vec()), status).prop_map(
        |(period, value, hedge, status)| {
            format!("period = \"{period}\", status = \"{status}\", {}", hedged(value, hedge))
        },
    )
}

/// A rival, dated or not, for the same thing or another.
fn rival() -> impl Strategy<Value = String> {
    let period = prop::sample::select(vec!["", "", "2023", "2021-05"]);
    (period, value(), prop::sample::select(HEDGES.to_vec()), any::<bool>()).prop_map(
        |(period, value, hedge, differs)| {
            let period =
                if period.is_empty() { String::new() } else { format!(", period = \"{period}\"") };
            let differs = if differs { ", differs = \"another\"" } else { "" };
            format!("{{ {}{period}{differs} }}", hedged(value, hedge))
        },
    )
}

/// An indicator with these points in one or two series, and these rivals.
fn evidence(keys: &str, points: &[String], several: bool, rivals: &[String]) -> Option<Indicator> {
    let line = |points: &[String]| {
        let points: Vec<String> = points.iter().map(|it| format!("{{ {it} }}")).collect();
        if points.is_empty() {
            return String::new();
        }
        format!("[[indicator.series]]\npoints = [{}]\n", points.join(", "))
    };
    let (first, second) = points.split_at(if several { points.len() / 2 } else { 0 });
    let rivals = format!("rival = [{}]\n", rivals.join(", "));
    let head = "[report]\ntitle = \"t\"\n\n[[indicator]]\nid = \"i\"\nlabel = \"i\"\n";
    let text = format!("{head}{keys}\n{rivals}{}{}", line(first), line(second));
    load(&text, Day::new(2026, 1, 1)).report.indicators.into_iter().next()
}

/// The rows that a column of cells takes, from one on, as long as they are of one kind.
fn reach(plot: &Plot, x: usize, from: usize, down: bool) -> usize {
    let is_line = |y: usize| {
        plot.rows.get(y).and_then(|row| row.get(x)).is_some_and(|cell| {
            // Another mark may stand on the line.
            matches!(
                cell.kind,
                CellKind::Allowed | CellKind::Figure { .. } | CellKind::Several | CellKind::Rough
            )
        })
    };
    let mut y = from;
    loop {
        let next = if down { y + 1 } else { y.wrapping_sub(1) };
        if !is_line(next) {
            return y;
        }
        y = next;
    }
}

/// A quarter of a row, but for rounding.
const QUARTER: f64 = 0.25 + 1e-9;

/// How far a mark in a row of the plot lies from its value, in rows.
fn off(heights: &Heights, y: usize, half: Option<Half>, value: f64) -> f64 {
    let row = heights.base + f64::from(heights.rows) - f64::from(u16::try_from(y).expect("a row"));
    let half = half.map_or(0.0, |half| if half == Half::Upper { 0.25 } else { -0.25 });
    (row + half - heights.count(value)).abs()
}

fn is_side(cell: &PlotCell) -> bool {
    matches!(cell.kind, CellKind::Side | CellKind::SideTick)
}

proptest! {
    #[test]
    fn every_indicator_is_drawn_at_every_size(
        points in prop::collection::vec(point(), 0..12),
        rivals in prop::collection::vec(rival(), 0..8),
        change in any::<bool>(),
        several in any::<bool>(),
        has_halves in any::<bool>(),
        unit in prop::sample::select(vec!["%", "USD", "billion USD", "state-owned enterprises"]),
        width in 0..120u16,
        height in 0..40u16,
    ) {
        let keys = format!("unit = \"{unit}\"\nchange = {change}\nvalue = 8");
        let Some(indicator) = evidence(&keys, &points, several, &rivals) else { return Ok(()) };
        let indicator = &indicator;
        for (at, chart) in charts(indicator).iter().enumerate() {
            let all = figures(indicator, at, chart);
            for selected in all.iter().map(|it| Some(it.ix)).chain([None]) {
                let plot = Plot::new(View { indicator, chart, at, selected, has_halves }, width, height);
                prop_assert_eq!(plot.rows.len(), usize::from(height));
                prop_assert!(plot.rows.iter().all(|row| row.len() == usize::from(width)));
                let mut taken: HashMap<(u16, u16), &str> = HashMap::new();
                for label in &plot.labels {
                    prop_assert!(label.y < height);
                    prop_assert!(usize::from(label.x) + cells_of(&label.text) <= usize::from(width));
                    for x in label.x..label.x + cells(&label.text) {
                        prop_assert_eq!(taken.insert((x, label.y), &label.text), None);
                    }
                    if !matches!(label.of, LabelOf::Axis | LabelOf::CutAxis) {
                        let from = usize::from(label.x);
                        let row = &plot.rows[usize::from(label.y)];
                        let own = &row[from..from + cells_of(&label.text)];
                        let is_free = |cell: &PlotCell| {
                            matches!(cell.kind, CellKind::Empty | CellKind::Grid | CellKind::Zero)
                        };
                        prop_assert!(own.iter().all(is_free), "{label:?}");
                        let behind = row.get(from + own.len());
                        let is_beside =
                            !is_free(&row[from - 1]) || behind.is_some_and(|cell| !is_free(cell));
                        prop_assert!(is_beside, "it stands beside a mark: {label:?}");
                    }
                }
                let set_off = plot.rows.iter().flatten().any(|cell| cell.selected);
                prop_assert!(selected.is_some() || !set_off);
            }
        }
    }

    /// What a picture claims: no more and no less than the file.
    #[test]
    fn marks_stand_at_their_values_and_limits_reach_as_far_as_they_allow(
        rivals in prop::collection::vec((0.0..100.0f64, prop::sample::select(HEDGES.to_vec())), 1..6),
        width in 38..120u16,
        height in 10..40u16,
    ) {
        let texts: Vec<String> =
            rivals.iter().map(|(value, hedge)| format!("{{ {} }}", hedged(*value, hedge))).collect();
        let keys = "unit = \"%\"\nstatus = \"missing\"";
        let Some(indicator) = evidence(keys, &[], false, &texts) else { return Ok(()) };
        let all = charts(&indicator);
        let Some(chart) = all.first() else { return Ok(()) };
        let view = View { indicator: &indicator, chart, at: 0, selected: None, has_halves: true };
        let plot = Plot::new(view, width, height);
        let content = placed::content(&placed::points(view, usize::from(width)), chart).expect("figures");
        let heights = scale::best(&content, height - OUTSIDE);
        let side = plot.rows[1].iter().position(is_side).expect("an axis");
        let figures = figures(&indicator, 0, chart);
        let mut marks: Vec<(usize, usize, Marker, Option<Half>)> = Vec::new();
        for (y, row) in plot.rows.iter().enumerate() {
            for (x, cell) in row.iter().enumerate().take(side) {
                prop_assert_ne!(cell.kind, CellKind::Several, "each has a column of its own");
                if let CellKind::Figure { sign, half, .. } = cell.kind {
                    marks.push((x, y, sign, half));
                }
            }
        }
        marks.sort_unstable_by_key(|mark| mark.0);
        prop_assert_eq!(marks.len(), figures.len());
        for (figure, (x, y, sign, half)) in figures.iter().zip(marks) {
            let value = figure.observation.quantity.as_ref().expect("a value").stated();
            prop_assert_eq!(Marker::of(figure.observation), sign);
            let off = off(&heights, y, half, value);
            if sign == Marker::Exact {
                prop_assert!(off <= QUARTER, "{value} lies {off} rows off");
            } else {
                // A level that is not zero is not drawn on zero, however little it is.
                let is_small = heights.level(value).abs() < 1.5;
                prop_assert!(off <= 0.5 || is_small, "{value} lies {off} rows off");
                prop_assert_eq!(y, usize::from(heights.row(value)) + 1);
            }
            let end = |limit: f64| usize::from(heights.row(limit)) + 1;
            match sign {
                Marker::OrLower => prop_assert_eq!(reach(&plot, x, y, true), end(0.0)),
                Marker::OrHigher => prop_assert_eq!(reach(&plot, x, y, false), end(100.0)),
                _ => {}
            }
        }
    }

    #[test]
    fn squares_lie_within_a_quarter_row_of_their_values(
        values in prop::collection::btree_map(2010..2025i32, -100.0..100.0f64, 1..8),
        change in any::<bool>(),
        width in 38..120u16,
        height in 10..40u16,
    ) {
        let values: Vec<(i32, f64)> =
            values.into_iter().map(|(year, it)| (year, if change { it } else { it.abs() })).collect();
        let point = |(year, value): &(i32, f64)| format!("period = \"{year}\", value = {value:?}");
        let points: Vec<String> = values.iter().map(point).collect();
        let keys = format!("unit = \"%\"\nstatus = \"missing\"\nchange = {change}");
        let Some(indicator) = evidence(&keys, &points, false, &[]) else { return Ok(()) };
        let all = charts(&indicator);
        let chart = all.first().expect("a chart");
        let view = View { indicator: &indicator, chart, at: 0, selected: None, has_halves: true };
        let plot = Plot::new(view, width, height);
        let content = placed::content(&placed::points(view, usize::from(width)), chart).expect("figures");
        let heights = scale::best(&content, height - OUTSIDE);
        let mut marks: Vec<(usize, usize, Option<Half>)> = Vec::new();
        for (y, row) in plot.rows.iter().enumerate() {
            for (x, cell) in row.iter().enumerate() {
                if let CellKind::Figure { half, .. } = cell.kind {
                    marks.push((x, y, half));
                }
            }
        }
        marks.sort_unstable_by_key(|mark| mark.0);
        prop_assert_eq!(marks.len(), values.len());
        for ((_, value), (_, y, half)) in values.into_iter().zip(marks) {
            let off = off(&heights, y, half, value);
            prop_assert!(off <= QUARTER, "{value} lies {off} rows off");
        }
    }

    #[test]
    fn figures_that_share_a_cell_say_so(
        points in prop::collection::vec((2010..2025i32, 0..100u8), 2..14),
        width in 38..120u16,
        height in 10..40u16,
    ) {
        let points: Vec<String> =
            points.iter().map(|(year, value)| format!("period = \"{year}\", value = {value}")).collect();
        let keys = "unit = \"%\"\nstatus = \"missing\"";
        let Some(indicator) = evidence(keys, &points, true, &[]) else { return Ok(()) };
        let all = charts(&indicator);
        let chart = all.first().expect("a chart");
        let plot = Plot::new(View { indicator: &indicator, chart, at: 0, selected: None, has_halves: true }, width, height);
        let count = |wanted: fn(CellKind) -> bool| {
            plot.rows.iter().flatten().filter(|cell| wanted(cell.kind)).count()
        };
        let single = count(|kind| matches!(kind, CellKind::Figure { .. }));
        let several = count(|kind| kind == CellKind::Several);
        let drawn = figures(&indicator, 0, chart).len();
        prop_assert!(single + several <= drawn);
        prop_assert!(single == drawn || several > 0, "{drawn} figures, {single} marks");
    }
}
