//! Points of one line that do not fit together, or do not fit the headline.

use std::ops::Range;

use crate::diagnostic::{Faults, quoted, rules};
use crate::load::reader::Row;
use crate::report::{Indicator, Observation, Period, Rival, Series, Status, Text};
use crate::schema::Key;

rules! {

    /// Two points of one line with the same period.
    SAME_PERIOD "W019" "two points of one period in one line"
r#"A line has one value at a time, so one of the two was copied twice, or they
are of two kinds. A figure of another source is a rival, one of another
definition or edition belongs in a line of its own. Where the basis changes
and the source gives the year on both, the second has the status "break":
then there is no warning.

    wrong:  points = [{ period = "2023", value = 7 },
                      { period = "2023", value = 9 }]
    right:  points = [{ period = "2023", value = 7 },
                      { period = "2024", value = 9 }]"#

    /// A point that says of the period of the headline something else than the headline.
    UNLIKE_HEADLINE "W020" "a point unlike the headline of its period"
r#"A series without 'differs' is the history of the headline. Its point of the
same period is the same figure: it has the same hedge and the same status,
and does not contradict it. If it measures something else, say how in
'differs'.

    wrong:  value = 70
            hedge = "up to"
            period = "2024"    and  points = [{ period = "2024", value = 70 }]
    right:  points = [{ period = "2024", value = 70, hedge = "up to" }]"#

    /// Years without points in a line of yearly points.
    GAP "W021" "gap in a line"
r#"The points of a line come at regular steps, and then there is none for more
than two of them. Add what the source gives. What it does not give is a point
without a value, so that the gap is stated. A forecast or a point with the
status "break" after the gap gives no warning.

    wrong:  periods "2017", "2018", "2019", "2023"
    right:  { period = "2020/2022", status = "missing" }   between the last two"#
}

/// Months and years differ by some days.
const SLACK: i64 = 4;

/// Checks the lines of an indicator; `places` says where the periods of their points stand.
pub(super) fn check(
    indicator: &Indicator,
    places: &[Vec<Range<usize>>],
    row: &Row<'_>,
    faults: &mut Faults,
) {
    for (series, places) in indicator.series.iter().zip(places) {
        let mut points: Vec<Point<'_>> = series
            .points
            .iter()
            .zip(places)
            .filter_map(|(figure, at)| Some(Point { figure, period: figure.period.as_ref()?, at }))
            .collect();
        for point in &points {
            unlike_headline(indicator, series, point, row, faults);
        }
        points.sort_by_key(|point| point.period.sort_key());
        same_period(&points, faults);
        gap(&points, faults);
    }
}

/// A dated point of a line.
struct Point<'p> {
    figure: &'p Observation,
    period: &'p Period,
    /// Where its period stands.
    at: &'p Range<usize>,
}

/// Reports points of one period; `points` are in the order of time.
fn same_period(points: &[Point<'_>], faults: &mut Faults) {
    for pair in points.windows(2) {
        let [a, b] = pair else { continue };
        let is_one_kind = a.figure.status.is_observed() == b.figure.status.is_observed();
        let is_one_basis = !is_other_basis(a.figure) && !is_other_basis(b.figure);
        // The sort is stable, so that the later one of the file comes second.
        if !a.period.is_same(b.period) || !is_one_kind || !is_one_basis {
            continue;
        }
        let message = format!("the line has two points of {}", b.period.words());
        faults
            .add(&SAME_PERIOD, b.at.clone(), message)
            .help("keep the one that the source gives; what is measured otherwise is another line")
            .related(a.at.clone(), "the other one");
    }
}

/// Reports a point of the period of the headline that is not the headline.
fn unlike_headline(
    indicator: &Indicator,
    series: &Series,
    point: &Point<'_>,
    row: &Row<'_>,
    faults: &mut Faults,
) {
    let headline = &indicator.headline;
    if headline.period.as_ref() != Some(point.period) || !series.is_history_of(indicator) {
        return;
    }
    let (here, there) = (headline.words(), point.figure.words());
    let (name, period) = (quoted(&indicator.id), point.period.words());
    let message = if lost(headline, point.figure) {
        format!(
            "the headline of {name} says '{}', the point of {period} says '{}'",
            Text::new(&here),
            Text::new(&there)
        )
    } else if contradicts(indicator, point.figure) {
        format!(
            "the point of {period}, '{}', cannot hold beside the headline of {name}, '{}'",
            Text::new(&there),
            Text::new(&here)
        )
    } else {
        return;
    };
    faults
        .add(&UNLIKE_HEADLINE, point.at.clone(), message)
        .help(
            "copy number, hedge and status of both from the source again; if they measure two \
             things, say how in 'differs'",
        )
        .related(row.at(Key::Value), "the headline");
}

/// Whether it is not comparable with its neighbours, as its status says.
fn is_other_basis(figure: &Observation) -> bool {
    matches!(figure.status, Status::Break | Status::Differs)
}

/// Whether one source gives one number twice, and only one of them with its hedge or its status.
fn lost(a: &Observation, b: &Observation) -> bool {
    let (Some(one), Some(other)) = (&a.quantity, &b.quantity) else { return false };
    let class = |figure: &Observation| figure.quantity.as_ref()?.hedge().map(|hedge| hedge.class);
    let is_plain = |figure: &Observation| is_other_basis(figure) || figure.status == Status::Normal;
    a.source == b.source
        && one.value() == other.value()
        && one.unit() == other.unit()
        && (class(a) != class(b) || is_plain(a) != is_plain(b))
}

fn contradicts(indicator: &Indicator, point: &Observation) -> bool {
    let rival = Rival { observation: point.clone(), differs: None, line: 0 };
    !is_other_basis(point) && rival.contradicts(indicator)
}

/// Reports the first gap of more than two steps between points that otherwise come at regular
/// steps; `points` are in the order of time.
fn gap(points: &[Point<'_>], faults: &mut Faults) {
    let starts: Vec<(i64, &Point<'_>)> = points
        .iter()
        .filter(|point| !point.period.is_vague())
        .filter_map(|point| Some((point.period.start()?.to_epoch(), point)))
        .collect();
    let steps: Vec<i64> = starts.windows(2).map(length).filter(|step| *step > 0).collect();
    let Some(step) = regular(&steps) else { return };
    let is_gap = |pair: &&[(i64, &Point<'_>)]| {
        length(pair) > 2 * step + SLACK && pair.iter().all(|(_, p)| p.figure.quantity.is_some())
    };
    let Some([(_, a), (_, b)]) = starts.windows(2).find(is_gap) else { return };
    if is_other_basis(b.figure) || !b.figure.status.is_observed() {
        return;
    }
    let (from, to) = (a.period.words(), b.period.words());
    let message = format!("the line has no point between {from} and {to}");
    faults
        .add(&GAP, b.at.clone(), message)
        .help("add the points that the source gives; where it gives none, add { period = \"…\", status = \"missing\" }")
        .related(a.at.clone(), "the point before");
}

fn length(pair: &[(i64, &Point<'_>)]) -> i64 {
    match pair {
        [(from, _), (to, _)] => to - from,
        _ => 0,
    }
}

/// The step of most points, in days, if there is one: it is the one in the middle.
fn regular(steps: &[i64]) -> Option<i64> {
    let mut sorted = steps.to_vec();
    sorted.sort_unstable();
    let middle = *sorted.get(sorted.len().saturating_sub(1) / 2)?;
    let count = sorted.iter().filter(|step| (**step - middle).abs() <= SLACK).count();
    (count >= 2 && count * 2 > steps.len()).then_some(middle)
}

#[cfg(test)]
mod tests {
    use crate::load::tests::codes;

    fn line(headline: &str, series: &str, points: &str) -> Vec<&'static str> {
        codes(&format!("{headline}\n[[indicator.series]]\n{series}\npoints = [{points}]"))
    }

    #[test]
    fn one_period_has_one_point() {
        for (points, found) in [
            ("{ period = \"2023\", value = 7 }, { period = \"2023\", value = 9 }", &["W019"][..]),
            (
                "{ period = \"2023\", value = 7 }, { period = \"2024\", value = 8 }, { period = \"2023\", value = 7 }",
                &["W019"],
            ),
            (
                "{ period = \"2023\", value = 7 }, { period = \"2023\", value = 9, status = \"break\" }",
                &[],
            ),
            (
                "{ period = \"2023\", value = 7 }, { period = \"2023\", value = 9, status = \"forecast\" }",
                &[],
            ),
            ("{ period = \"2023\", value = 7 }, { period = \"2023-12\", value = 9 }", &[]),
            ("{ period = \"2023\", value = 7 }, { period = \"2024\", value = 7 }", &[]),
        ] {
            assert_eq!(line("value = 8\nperiod = \"2030\"", "", points), found, "{points}");
        }
    }

    #[test]
    fn a_point_of_the_headlines_period_is_the_headline() {
        let headline = "value = 70\nhedge = \"up to\"\nperiod = \"2024\"";
        for (series, point, is_doubtful) in [
            ("", "value = 70", true),
            ("", "value = 70, hedge = \"about\"", true),
            ("", "value = 80", true),
            ("", "value = 70, hedge = \"up to\"", false),
            ("", "value = 70, hedge = \"as much as\"", false),
            ("", "value = 65", false),
            ("differs = \"goods only\"", "value = 80", false),
            ("unit = \"people\"", "value = 80", false),
        ] {
            let point = format!("{{ period = \"2024\", {point} }}");
            let found = line(headline, series, &point).contains(&"W020");
            assert_eq!(found, is_doubtful, "{series} {point}");
        }
        let other = "{ period = \"2023\", value = 80 }";
        assert!(!line(headline, "", other).contains(&"W020"), "another year");
        let forecast = "value = 70\nperiod = \"2024\"\nstatus = \"forecast\"";
        assert!(line(forecast, "", "{ period = \"2024\", value = 70 }").contains(&"W020"));
    }

    #[test]
    fn a_gap_is_one_only_beside_regular_steps() {
        let points = |periods: &[&str]| {
            let point = |p: &&str| {
                let (period, more) = p.split_once(' ').unwrap_or((p, "value = 7"));
                format!("{{ period = \"{period}\", {more} }}")
            };
            periods.iter().map(point).collect::<Vec<_>>().join(", ")
        };
        for (periods, is_gap) in [
            (&["2017", "2018", "2019", "2023"][..], true),
            (&["2023", "2017", "2019", "2018"], true),
            (&["2017-12-31", "2018-12-31", "2019-12-31", "2023-12-31"], true),
            (&["2023-01", "2023-02", "2023-03", "2023-09"], true),
            (&["2017", "2018", "2019", "2021"], false),
            (&["2017", "2018", "2022"], false),
            (&["2010", "2013", "2015", "2020", "2021"], false),
            (&["2017", "2018", "2019", "2020/2022 status = \"missing\"", "2023"], false),
            (&["2017", "2018", "2019", "2023 value = 7, status = \"break\""], false),
            (&["2017", "2018", "2019", "2030 value = 7, status = \"forecast\""], false),
            (&["2017", "2018", "2019", "2023~"], false),
            (&["2010", "2015", "2020", "2025"], false),
        ] {
            let found =
                line("value = 8\nperiod = \"2031\"", "", &points(periods)).contains(&"W021");
            assert_eq!(found, is_gap, "{periods:?}");
        }
    }
}
