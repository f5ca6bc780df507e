mod axes;
mod editions;
mod points;
mod properties;

use super::*;
use crate::app::panels::{charts, figures};
use crate::load::Loaded;
use crate::load::load;
use crate::report::Day;
use crate::ui::chart::glyph;

/// Year ends, close together in value, with a break at the second.
const DEBT: [&str; 7] = [
    "2018-12-31 7.52",
    "2019-12-31 8.1; status = \"break\"",
    "2020-12-31 8.3",
    "2021-12-31 8.5",
    "2022-12-31 8.24",
    "2023-12-31 7.75",
    "2024-12-31 7.62",
];

/// An indicator with the keys and the series that are given in TOML.
fn indicator(keys: &str, series: &str) -> Indicator {
    let loaded = loaded(keys, series);
    assert_eq!(loaded.errors(), 0, "{:?}", loaded.diagnostics);
    loaded.report.indicators.into_iter().next().expect("one indicator")
}

fn loaded(keys: &str, series: &str) -> Loaded {
    let head = "[report]\ntitle = \"t\"\n\n[[indicator]]\nid = \"i\"\nlabel = \"i\"\nstatus = \"missing\"\n";
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
    let of_series = charts.iter().position(|chart| !chart.series.is_empty()).unwrap_or(0);
    let (at, chart) = (of_series, &charts[of_series]);
    let selected = selected.map(|nth| figures(indicator, at, chart)[nth].ix);
    let plot = Plot::new(View { indicator, chart, at, selected, has_halves: true }, width, height);
    let glyphs = |row: &Vec<PlotCell>| row.iter().map(|cell| glyph(*cell).to_owned()).collect();
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
