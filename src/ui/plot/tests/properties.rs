//! Whatever a series holds and however large the screen is.

use proptest::prelude::*;

use super::*;

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
                    prop_assert!(usize::from(label.x) + crate::app::text::width(&label.text) <= usize::from(width));
                }
                let side = plot.rows.get(1).and_then(|row| row.iter().position(|s| s.kind == CellKind::Side));
                for label in &plot.labels {
                    let (x, y) = (usize::from(label.x), usize::from(label.y));
                    if side.is_some_and(|side| x > side) && (1..=height.saturating_sub(3)).contains(&label.y) {
                        let own = &plot.rows[y][x..x + crate::app::text::width(&label.text)];
                        prop_assert!(own.iter().all(|cell| cell.kind == CellKind::Empty), "{label:?}");
                    }
                }
                let big = width >= SMALLEST.0 && height >= SMALLEST.1;
                let set_off = plot.rows.iter().flatten().any(|cell| cell.selected);
                prop_assert_eq!(set_off, big && selected.is_some());
            }
        }
    }
}
