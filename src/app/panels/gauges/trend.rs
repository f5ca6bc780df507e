//! The dated history of a figure as a strip of cells, for rows that have no bar.

use crate::app::panels::chart_day;
use crate::report::{Indicator, Observation, Period, Quantity, Series, Status, Value};

/// The steps of a strip, from the lowest to the highest value.
pub const STEPS: usize = 8;
/// A strip of fewer points says nothing.
const LEAST: usize = 3;

/// The last stretch of a history in which all figures are exact, dated and on one basis.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    /// The year of its first point.
    pub from: i64,
    /// The year of its last point.
    pub to: i64,
    /// For each cell the step of its point, 0 to [`STEPS`] − 1 on the range of the stretch itself;
    /// `None` where the history has no point. A cell is as long as the shortest step in time.
    pub cells: Vec<Option<usize>>,
}

impl Trend {
    /// The history of an indicator in at most this many cells: as many of its last points as fit, from
    /// three on.
    pub fn of(indicator: &Indicator, cells: usize) -> Option<Self> {
        let mut histories =
            indicator.series.iter().filter(|series| series.is_history_of(indicator));
        histories.find_map(|series| fitted(&last_stretch(series), cells))
    }
}

/// A dated value.
struct Point {
    day: f64,
    year: i64,
    value: f64,
}

/// The points since the last break, in their order in time. What limits a figure is no point: it leaves
/// a gap.
fn last_stretch(series: &Series) -> Vec<Point> {
    let mut dated: Vec<_> = series.points.iter().filter_map(|p| Some((chart_day(p)?, p))).collect();
    dated.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut points = Vec::new();
    let mut base = None;
    for (day, observation) in dated {
        let own = observation.base.as_deref();
        if observation.status.has(Status::Break) || base.is_some_and(|base| base != own) {
            points.clear();
        }
        base = Some(own);
        points.extend(point(day, observation));
    }
    points
}

fn point(day: f64, observation: &Observation) -> Option<Point> {
    let is_known = |p: &&Period| !p.is_vague() && p.start().is_some() && p.end().is_some();
    let period = observation.period.as_ref().filter(is_known)?;
    let is_plain = observation.status.without(Status::Break).is_normal()
        && observation.derived.is_none()
        && observation.uncertainty.is_none();
    let is_exact = |quantity: &&Quantity| {
        quantity.class().is_none()
            && matches!(quantity.value(), Value::Number(_) | Value::Fraction(_))
    };
    let quantity = observation.quantity.as_ref().filter(is_exact).filter(|_| is_plain)?;
    Some(Point { day, year: period.end()?.ymd().0, value: quantity.stated() })
}

/// The last points that have a cell each.
fn fitted(points: &[Point], cells: usize) -> Option<Trend> {
    // More points than cells never fit.
    let longest = points.len().saturating_sub(cells);
    (longest..points.len().saturating_sub(LEAST - 1)).find_map(|from| {
        let points = points.get(from..)?;
        let (first, last) = (points.first()?, points.last()?);
        let steps = points.windows(2).filter_map(|pair| match pair {
            [a, b] => Some(b.day - a.day),
            _ => None,
        });
        let shortest = steps.min_by(f64::total_cmp).filter(|step| *step > 0.0)?;
        let place = |point: &Point| whole((point.day - first.day) / shortest);
        let length = place(last).saturating_add(1);
        if length > cells {
            return None;
        }
        let values = || points.iter().map(|point| point.value);
        let low = values().min_by(f64::total_cmp)?;
        let high = values().max_by(f64::total_cmp)?;
        let mut strip = vec![None; length];
        for point in points {
            let cell = strip.get_mut(place(point))?;
            // Two points in one cell would hide one another.
            if cell.is_some() {
                return None;
            }
            *cell = Some(step(point.value, low, high));
        }
        Some(Trend { from: first.year, to: last.year, cells: strip })
    })
}

fn step(value: f64, low: f64, high: f64) -> usize {
    if high <= low {
        return STEPS / 2;
    }
    whole((value - low) / (high - low) * 7.0).min(STEPS - 1)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast saturates")]
fn whole(number: f64) -> usize {
    number.round().max(0.0) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::load;
    use crate::report::Day;

    fn strip(points: &str, cells: usize) -> Option<(i64, i64, String)> {
        let text = format!(
            "[report]\ntitle = \"T\"\n[[indicator]]\nid = \"a\"\nlabel = \"A\"\nunit = \"people\"\n\
             value = 1\n[[indicator.series]]\npoints = [{points}]\n"
        );
        let loaded = load(&text, Day::new(2026, 1, 1));
        assert_eq!(loaded.errors(), 0, "{text}\n{:?}", loaded.diagnostics);
        let trend = Trend::of(&loaded.report.indicators[0], cells)?;
        let sign = |cell: &Option<usize>| cell.map_or_else(|| " ".to_owned(), |at| at.to_string());
        Some((trend.from, trend.to, trend.cells.iter().map(sign).collect()))
    }

    #[test]
    fn a_strip_has_only_exact_points_of_one_basis() {
        let point = |year: i32, rest: &str| format!("{{ period = \"{year}\", {rest} }}");
        let all = |points: &[(i32, &str)]| {
            points.iter().map(|(year, rest)| point(*year, rest)).collect::<Vec<_>>().join(", ")
        };
        for (points, expected) in [
            (&[(2020, "value = 10"), (2021, "value = 80")][..], None),
            (
                &[(2020, "value = 10"), (2021, "value = 80"), (2022, "value = 45")],
                Some((2020, 2022, "074")),
            ),
            // A year without a figure stays free, and so does one with a limit.
            (
                &[(2020, "value = 10"), (2021, "value = 80"), (2023, "value = 10")],
                Some((2020, 2023, "07 0")),
            ),
            (
                &[
                    (2020, "value = 1"),
                    (2021, "value = 8"),
                    (2022, "value = 9, hedge = \"up to\""),
                    (2023, "value = 1"),
                    (2024, "value = 2, status = \"forecast\""),
                ],
                Some((2020, 2023, "07 0")),
            ),
            // What lies before a break is on another basis.
            (
                &[
                    (2018, "value = 90"),
                    (2019, "value = 90"),
                    (2020, "value = 90"),
                    (2021, "value = 1, status = \"break\""),
                    (2022, "value = 2"),
                    (2023, "value = 8"),
                ],
                Some((2021, 2023, "017")),
            ),
            (
                &[(2020, "value = 5"), (2021, "value = 5"), (2022, "value = 5")],
                Some((2020, 2022, "444")),
            ),
        ] {
            let expected = expected.map(|(from, to, cells)| (from, to, cells.to_owned()));
            assert_eq!(strip(&all(points), 10), expected, "{points:?}");
        }
    }

    #[test]
    fn of_a_long_history_the_last_points_stand() {
        let points = |years: std::ops::RangeInclusive<i32>| {
            years
                .map(|y| format!("{{ period = \"{y}\", value = {y} }}"))
                .collect::<Vec<_>>()
                .join(", ")
        };
        let (from, to, cells) = strip(&points(1990..=2024), 10).unwrap();
        assert_eq!((from, to, cells.len()), (2015, 2024, 10));
        assert_eq!(strip(&points(1990..=2024), 2), None);
        assert_eq!(strip(&points(1990..=2024), 0), None);
    }
}
