//! Points of one line that do not fit together, or do not fit the headline.

use std::ops::Range;

use super::period::season_or_years;
use crate::diagnostic::{Faults, quoted, rules};
use crate::load::reader::Row;
use crate::report::{
    Day, Indicator, Observation, Period, Relation, Rival, Series, Status, StatusSet, Text,
};
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
r#"The points of a line come at regular steps, and then two or more are missing.
Add what the source gives. What it does not give is a point
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
    as_of: Day,
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
            let line = points.iter().map(|point| point.period);
            season_or_years(point.figure, line, point.at.clone(), as_of, faults);
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
    let is_of_it = headline.period.as_ref().is_some_and(|period| period.is_same(point.period));
    if !is_of_it || !series.is_history_of(indicator) {
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
    figure.status.has(Status::Break) || figure.status.has(Status::Differs)
}

/// Whether one source gives one number twice, and only one of them with its hedge or its status.
fn lost(a: &Observation, b: &Observation) -> bool {
    let (Some(one), Some(other)) = (&a.quantity, &b.quantity) else { return false };
    let is_plain = |figure: &Observation| is_other_basis(figure) || figure.status.is_normal();
    a.source == b.source
        && one.value() == other.value()
        && one.unit() == other.unit()
        && (one.interval() != other.interval() || is_plain(a) != is_plain(b))
}

/// Whether no value is allowed by both. They are one figure, so neither an estimate nor a vague date
/// explains that; but a forecast and what came of it are two, and a provisional one may be revised.
fn contradicts(indicator: &Indicator, point: &Observation) -> bool {
    let (here, there) = (indicator.headline.status, point.status);
    let is_final = |status: StatusSet| status.is_observed() && !status.has(Status::Provisional);
    let is_one = here == there || is_final(here) && is_final(there);
    let rival = Rival { observation: point.clone(), differs: None, line: 0 };
    is_one && !is_other_basis(point) && rival.relation(indicator) == Relation::Apart
}

/// Reports the first gap of more than two steps after points at regular steps; `points` are in the
/// order of time.
fn gap(points: &[Point<'_>], faults: &mut Faults) {
    let starts: Vec<(i64, &Point<'_>)> = points
        .iter()
        .filter(|point| !point.period.is_vague())
        .filter_map(|point| Some((point.period.start()?.to_epoch(), point)))
        .collect();
    let steps: Vec<Step<'_>> = starts
        .windows(2)
        .filter_map(|pair| match pair {
            [(from, a), (to, b)] if from < to => Some(Step { days: to - from, ends: (a, b) }),
            _ => None,
        })
        .collect();
    let Some(step) = regular(&steps.iter().map(|step| step.days).collect::<Vec<_>>()) else {
        return;
    };
    let is_regular = |it: &Step<'_>| (it.days - step).abs() <= SLACK;
    let gap = steps.windows(3).find_map(|steps| match steps {
        [before, last, gap] if is_regular(before) && is_regular(last) => {
            let ends = [gap.ends.0, gap.ends.1];
            let has_values = ends.iter().all(|point| point.figure.quantity.is_some());
            (gap.days > 2 * step + SLACK && has_values).then_some(ends)
        }
        _ => None,
    });
    let Some([a, b]) = gap else { return };
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

/// Two dated points in a row, and the days from the start of one to that of the other.
struct Step<'p> {
    days: i64,
    ends: (&'p Point<'p>, &'p Point<'p>),
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
            (
                "{ period = \"2023\", value = 7 }, { period = \"2023-01/2023-12\", value = 9 }",
                &["W019"],
            ),
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
            ("", "value = 70, hedge = \"at most\"", false),
            ("", "value = 70, hedge = \"below\"", true),
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
        for (period, of_point, status, of_other, is_doubtful) in [
            ("2024", "2024-01/2024-12", "normal", "normal", true),
            ("2024~", "2024~", "normal", "normal", true),
            ("2024~", "2024", "normal", "normal", false),
            ("2024", "2024", "estimated", "estimated", true),
            ("2024", "2024", "provisional", "normal", false),
            ("2024", "2024", "forecast", "forecast", true),
            ("2024", "2024", "forecast", "normal", false),
        ] {
            let headline = format!("value = 70\nperiod = \"{period}\"\nstatus = \"{status}\"");
            let point =
                format!("{{ period = \"{of_point}\", value = 80, status = \"{of_other}\" }}");
            let found = line(&headline, "", &point).contains(&"W020");
            assert_eq!(found, is_doubtful, "{headline} {point}");
        }
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
            (&["1990", "2000", "2010", "2015", "2016", "2017", "2018", "2019"], false),
            (&["1950", "2015", "2016", "2017", "2018"], false),
            (&["1950", "2015", "2016", "2017", "2018", "2022"], true),
            (&["2015", "2016", "2017", "2020", "2021"], true),
        ] {
            let found =
                line("value = 8\nperiod = \"2031\"", "", &points(periods)).contains(&"W021");
            assert_eq!(found, is_gap, "{periods:?}");
        }
    }
}
