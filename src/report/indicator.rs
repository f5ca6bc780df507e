use std::collections::HashSet;

use super::compare::{Bases, bases};
use super::{
    Day, End, GroupIx, IndicatorIx, Observation, Period, Poll, Quantity, Scale, Series, Status,
    Target, Text, Unit,
};

/// A quantity in the report, with its headline figure and the evidence behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// Its name in the file, unique and stable: it identifies the indicator across reloads.
    pub id: Text,
    /// What it measures, of what.
    pub label: Text,
    /// A shorter label for narrow columns.
    pub short: Option<Text>,
    /// Its group.
    pub group: Option<GroupIx>,
    /// The unit of the headline.
    pub unit: Unit,
    /// The denominator, or what is counted.
    pub of: Option<Text>,
    /// The reference area, if it is not that of the report.
    pub area: Option<Text>,
    /// The scale of its bar; without one there is no bar.
    pub scale: Option<Scale>,
    /// Whether it is a change: a rise or a fall.
    pub change: bool,
    /// The figure that the report gives.
    pub headline: Observation,
    /// The date by which the figure is due for review.
    pub review_by: Option<Period>,
    /// Indicators to look at beside this one.
    pub related: Vec<IndicatorIx>,
    /// The indicator that it is a part of.
    pub part_of: Option<IndicatorIx>,
    /// Series of points behind it.
    pub series: Vec<Series>,
    /// Other figures for the same thing.
    pub rivals: Vec<Rival>,
    /// What is aimed at.
    pub targets: Vec<Target>,
    /// What is known of the poll behind it.
    pub poll: Option<Poll>,
    /// Its line in the file, counted from 1.
    pub line: u32,
}

impl Indicator {
    /// The label for a narrow column.
    pub fn short_label(&self) -> &Text {
        self.short.as_ref().unwrap_or(&self.label)
    }

    /// Whether the headline, its interval or an aim states a fall, and whether one states a rise or
    /// stays at zero.
    pub fn sides_of_zero(&self) -> (bool, bool) {
        let aims = self.targets.iter().map(|target| &target.observation);
        let numbers = std::iter::once(&self.headline).chain(aims).flat_map(|figure| {
            let quantity = figure.quantity.as_ref();
            let stated =
                quantity.map(Quantity::interval).into_iter().flat_map(|it| [it.low, it.high]);
            let around = figure.uncertainty.iter().flat_map(|it| [it.low.value(), it.high.value()]);
            stated.filter_map(End::value).chain(around).collect::<Vec<_>>()
        });
        let numbers: Vec<f64> = numbers.collect();
        (numbers.iter().any(|it| *it < 0.0), numbers.iter().any(|it| *it >= 0.0))
    }

    /// Every figure of it: its headline, its points, its rivals and its targets.
    pub fn observations(&self) -> impl Iterator<Item = &Observation> {
        let points = self.series.iter().flat_map(|series| &series.points);
        let rivals = self.rivals.iter().map(|rival| &rival.observation);
        let targets = self.targets.iter().map(|target| &target.observation);
        std::iter::once(&self.headline).chain(points).chain(rivals).chain(targets)
    }

    /// The figures that were not observed and whose time is over: the headline, points of its history,
    /// and targets.
    ///
    /// None where the file says what has come of it, or when to look again (`review_by`). What has come
    /// of a target is also known from a later figure.
    pub fn outlived(&self, as_of: Day) -> Vec<&Observation> {
        let targets = self.targets.iter().map(|target| &target.observation);
        let own = self.own().chain(targets).filter(|_| self.review_by.is_none());
        let over = own.filter(|o| !o.status.is_observed() && o.is_over(as_of));
        let mut over: Vec<_> = over.collect();
        if over.is_empty() {
            return over;
        }
        let days = |o: &Observation| o.period.as_ref().map(Period::days);
        let observed = self.for_it().filter(|other| other.status.is_observed());
        let has_come_out: HashSet<_> = observed.filter_map(days).collect();
        over.retain(|o| {
            let is_known = days(o).is_some_and(|days| has_come_out.contains(&days));
            let is_reached_or_missed =
                o.status.has(Status::Target) && self.distance(o).is_outcome();
            !is_known && !is_reached_or_missed
        });
        over
    }

    /// The figures for exactly what the headline measures: itself, its history and its rivals.
    pub(super) fn for_it(&self) -> impl Iterator<Item = &Observation> {
        self.own().chain(self.others_for_it())
    }

    /// The headline and the points of its history.
    fn own(&self) -> impl Iterator<Item = &Observation> {
        let points = self.histories().flat_map(|series| &series.points);
        std::iter::once(&self.headline).chain(points)
    }

    /// The series that are histories of exactly what the headline measures.
    pub(super) fn histories(&self) -> impl Iterator<Item = &Series> {
        self.series.iter().filter(|series| series.is_history_of(self))
    }

    /// The figures that rivals give for exactly what the headline measures.
    pub(super) fn others_for_it(&self) -> impl Iterator<Item = &Observation> {
        let is_for_it = |rival: &&Rival| {
            rival.differs.is_none()
                && rival.shares_axis(self)
                && self.has_base_of(&rival.observation)
        };
        let rivals = self.rivals.iter().filter(is_for_it);
        rivals.map(|rival| &rival.observation)
    }

    /// Whether a figure is measured from the same time as the headline, as far as either says so.
    pub fn has_base_of(&self, other: &Observation) -> bool {
        bases(&self.headline, other) == Bases::Same
    }

    /// The latest dated figure in the file for exactly the same thing, if it is newer than the
    /// headline, or if that is unclear because the date of the headline is missing or vague.
    ///
    /// Rivals and series with another definition or unit do not count, and neither does what was not
    /// observed: forecasts, targets and scenarios.
    pub fn latest(&self) -> Option<Latest<'_>> {
        let figures = self
            .histories()
            .flat_map(|series| &series.points)
            .chain(self.others_for_it())
            .filter(|o| o.quantity.is_some())
            .filter(|o| o.status.is_observed() && !o.status.has(Status::Differs));
        let own = self.headline.period.as_ref();
        let later = figures.filter_map(|o| Some((o.period.as_ref()?, o))).filter(|(period, _)| {
            period.start().is_some() && own.is_none_or(|own| own.is_earlier_than(period))
        });
        let (period, observation) = later.max_by_key(|(period, _)| period.sort_key())?;
        let is_newer = own.is_some_and(|own| !own.is_vague()) && !period.is_vague();
        Some(Latest { observation, is_newer, is_dated: own.is_some() })
    }
}

/// The latest figure for what the headline measures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Latest<'i> {
    /// The figure.
    pub observation: &'i Observation,
    /// Whether it is certainly newer.
    pub is_newer: bool,
    /// Whether the headline has a date.
    pub is_dated: bool,
}

impl Latest<'_> {
    /// In words, with the given text of the figure and its date: `a newer figure exists: …`.
    pub fn sentence(self, figure: &str) -> String {
        // The figure comes first, so that it is seen in a narrow panel too.
        match (self.is_newer, self.is_dated) {
            (true, _) => format!("a newer figure exists: {figure}"),
            (false, true) => format!("a figure of about a later time exists: {figure}"),
            (false, false) => {
                format!("{figure}; whether it is newer is not known, as the headline has no date")
            }
        }
    }
}

/// Another figure for the same thing (SDMX: a discrepancy between sources).
#[derive(Clone, Debug, PartialEq)]
pub struct Rival {
    /// The figure.
    pub observation: Observation,
    /// How its definition differs from the headline's.
    pub differs: Option<Text>,
    /// Its line in the file, counted from 1.
    pub line: u32,
}

impl Series {
    /// Whether it is the history of exactly what the headline measures, in the latest edition. A
    /// series with another unit or definition is only shown beside it.
    pub fn is_history_of(&self, indicator: &Indicator) -> bool {
        !self.is_superseded() && self.measures_the_same(indicator)
    }

    /// Whether it measures exactly what the headline measures, in any edition.
    pub fn measures_the_same(&self, indicator: &Indicator) -> bool {
        self.differs.is_none()
            && self.unit.kind.is_same(&indicator.unit.kind)
            && self
                .points
                .iter()
                .all(|p| p.quantity.as_ref().is_none_or(|q| q.is_change() == indicator.change))
            && self.points.iter().all(|point| indicator.has_base_of(point))
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::report::{Quantity, Value};

    /// A share without a figure, to be filled in.
    pub(in crate::report) fn percent() -> Indicator {
        Indicator {
            id: Text::new("share"),
            label: Text::new("Share"),
            short: None,
            group: None,
            unit: Unit::parse("%").unwrap(),
            of: None,
            area: None,
            scale: Some(Scale::percent(false)),
            change: false,
            headline: point(70.0, ""),
            review_by: None,
            related: Vec::new(),
            part_of: None,
            series: Vec::new(),
            rivals: Vec::new(),
            targets: Vec::new(),
            poll: None,
            line: 0,
        }
    }

    fn point(value: f64, period: &str) -> Observation {
        let unit = Unit::parse("%").unwrap();
        let quantity = Quantity::new(Some(Value::number(value)), None, unit, false).ok();
        Observation { quantity, period: Period::parse(period).ok(), ..Observation::default() }
    }

    fn line(points: &[(f64, &str)], differs: Option<&str>) -> Series {
        Series {
            label: None,
            unit: Unit::parse("%").unwrap(),
            edition: None,
            differs: differs.map(Text::new),
            note: None,
            poll: None,
            points: points.iter().map(|(value, period)| point(*value, period)).collect(),
            line: 0,
        }
    }

    fn words(indicator: &Indicator) -> Option<String> {
        let dated = |o: &Observation| format!("{}, {}", o.figure(), o.period_words());
        indicator.latest().map(|latest| latest.sentence(&dated(latest.observation)))
    }

    #[test]
    fn a_newer_figure_is_named_and_an_undated_headline_is_said_to_be_undated() {
        let mut indicator = percent();
        indicator.series = vec![line(&[(67.0, "2023-11"), (56.0, "2025-11")], None)];
        assert_eq!(
            words(&indicator).as_deref(),
            Some(
                "56 %, Nov 2025; whether it is newer \
                 is not known, as the headline has no date"
            )
        );
        indicator.headline.period = Period::parse("2023-11").ok();
        assert_eq!(words(&indicator).as_deref(), Some("a newer figure exists: 56 %, Nov 2025"));
        indicator.headline.period = Period::parse("2023~").ok();
        assert_eq!(
            words(&indicator).as_deref(),
            Some("a figure of about a later time exists: 56 %, Nov 2025")
        );
        indicator.headline.period = Period::parse("2025").ok();
        assert_eq!(words(&indicator), None, "the point lies within the year of the headline");
        indicator.headline.period = Period::parse("2022/2023").ok();
        indicator.series = vec![line(&[(56.0, "2023/2024")], None)];
        assert_eq!(words(&indicator).as_deref(), Some("a newer figure exists: 56 %, 2023–2024"));
    }

    #[test]
    fn lines_of_another_thing_and_forecasts_are_no_newer_figures() {
        let mut indicator = percent();
        indicator.headline.period = Period::parse("2020").ok();
        indicator.series = vec![line(&[(56.0, "2025")], Some("another question"))];
        assert_eq!(indicator.latest(), None);
        for status in [Status::Forecast, Status::Target, Status::Scenario, Status::Differs] {
            let mut other = line(&[(80.0, "2025")], None);
            other.points[0].status = status.into();
            indicator.series.push(other);
            assert_eq!(indicator.latest(), None, "{status:?}");
        }
    }

    #[test]
    fn a_forecast_is_outlived_until_its_outcome_or_the_next_look_is_known() {
        let as_of = Day::new(2026, 11, 23);
        let mut indicator = percent();
        let status = |status: Status| Observation { status: status.into(), ..point(70.0, "2025") };
        let is_outlived = |indicator: &Indicator| !indicator.outlived(as_of).is_empty();
        for (of, outlived) in [
            (Status::Normal, false),
            (Status::Provisional, false),
            (Status::Forecast, true),
            (Status::Target, true),
            (Status::Scenario, true),
        ] {
            indicator.headline = status(of);
            assert_eq!(is_outlived(&indicator), outlived, "{of:?}");
        }
        for period in ["2026", "2026-11-23", "2025~", "202X", "2025/..", ""] {
            indicator.headline.period = Period::parse(period).ok();
            assert!(!is_outlived(&indicator), "{period}");
        }
        indicator.headline = status(Status::Forecast);
        let reviewed = Indicator { review_by: Period::parse("2027").ok(), ..indicator.clone() };
        assert!(!is_outlived(&reviewed));
        let with = |series| Indicator { series: vec![series], ..indicator.clone() };
        assert!(!is_outlived(&with(line(&[(71.0, "2025")], None))));
        assert!(is_outlived(&with(line(&[(71.0, "2025")], Some("goods only")))));
        indicator.headline = point(70.0, "2024");
        let mut series = line(&[(71.0, "2025")], None);
        series.points[0].status = Status::Target.into();
        indicator.series = vec![series];
        assert!(is_outlived(&indicator));
        assert!(!indicator.observations().all(|o| o.status.is_observed()));
    }

    #[test]
    fn a_figure_without_a_start_does_not_hide_a_newer_one() {
        let mut indicator = percent();
        indicator.headline.period = Period::parse("2020").ok();
        indicator.series = vec![line(&[(1.0, "../2025"), (2.0, "2024")], None)];
        assert_eq!(words(&indicator).as_deref(), Some("a newer figure exists: 2 %, 2024"));
    }
}
