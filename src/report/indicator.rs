use super::compare::is_before;
use super::{GroupIx, IndicatorIx, Observation, Period, Poll, Scale, Status, Text, Unit};

/// A quantity that the report speaks of, with its headline figure and the evidence behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// Its name in the file: unique and stable, selection and comparison go by it.
    pub id: Text,
    /// What it is, of what.
    pub label: Text,
    /// A shorter label for narrow columns.
    pub short: Option<Text>,
    /// The group that it stands under.
    pub group: Option<GroupIx>,
    /// The unit of the headline.
    pub unit: Unit,
    /// The denominator, or what is counted.
    pub of: Option<Text>,
    /// The reference area, where it is not the report's.
    pub area: Option<Text>,
    /// The scale of its bar; `None` means no bar, the words alone.
    pub scale: Option<Scale>,
    /// Whether it is a change, drawn from a zero line.
    pub change: bool,
    /// The figure that the report gives.
    pub headline: Observation,
    /// After this the figure is due for another look.
    pub review_by: Option<Period>,
    /// Indicators to look at beside this one.
    pub related: Vec<IndicatorIx>,
    /// The histories behind it.
    pub series: Vec<Series>,
    /// Other figures for the same thing.
    pub rivals: Vec<Rival>,
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

    /// The newest figure that the file has for the very same thing, if it is newer than the
    /// headline, or if nobody can tell because the headline has no date.
    ///
    /// Rivals and lines of another definition or unit are not asked, and neither are forecasts.
    pub fn newest(&self) -> Option<Newest<'_>> {
        let histories = self.series.iter().filter(|series| series.is_history_of(self));
        let rivals = self.rivals.iter().filter(|r| r.differs.is_none() && r.shares_axis(self));
        let figures = histories
            .flat_map(|series| &series.points)
            .chain(rivals.map(|rival| &rival.observation))
            .filter(|o| o.quantity.is_some() && o.status != Status::Forecast);
        let dated = figures.filter_map(|o| Some((o.period.as_ref()?, o)));
        let (period, observation) = dated.max_by_key(|(period, _)| period.sort_key())?;
        match &self.headline.period {
            None => Some(Newest { observation, is_newer: false }),
            Some(own) if is_before(own, period) => Some(Newest { observation, is_newer: true }),
            Some(_) => None,
        }
    }
}

/// The newest figure for the thing that a headline states.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Newest<'i> {
    /// The figure.
    pub observation: &'i Observation,
    /// Whether it is known to be newer; the headline may have no date.
    pub is_newer: bool,
}

impl Newest<'_> {
    /// In words: `a newer figure exists: 56 %, Nov 2025`.
    pub fn words(self) -> String {
        let (figure, date) = (self.observation.figure(), self.observation.period_words());
        if self.is_newer {
            format!("a newer figure exists: {figure}, {date}")
        } else {
            format!("the newest dated figure is {figure}, {date}; the headline has no date")
        }
    }
}

/// One line of history.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// What the line shows.
    pub label: Option<Text>,
    /// The unit of its points.
    pub unit: Unit,
    /// How what it measures differs from the headline; `None` is the history of the headline
    /// itself, as far as the units are alike.
    pub differs: Option<Text>,
    /// What else to know of the whole line.
    pub note: Option<Text>,
    /// What is known of the polls behind its points.
    pub poll: Option<Poll>,
    /// Its points, in the order of the file.
    pub points: Vec<Observation>,
    /// Its line in the file, counted from 1.
    pub line: u32,
}

/// Another figure that somebody gives for the same thing (SDMX: a discrepancy between sources).
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
    /// Whether it is the history of the very thing that the headline states: a line of another
    /// unit or another definition is only shown beside it.
    pub fn is_history_of(&self, indicator: &Indicator) -> bool {
        self.differs.is_none()
            && self.unit.kind == indicator.unit.kind
            && self
                .points
                .iter()
                .all(|p| p.quantity.as_ref().is_none_or(|q| q.is_change() == indicator.change))
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
            series: Vec::new(),
            rivals: Vec::new(),
            poll: None,
            line: 0,
        }
    }

    fn point(value: f64, period: &str) -> Observation {
        let unit = Unit::parse("%").unwrap();
        let quantity = Quantity::new(Some(Value::Number(value)), None, unit, false).ok();
        Observation { quantity, period: Period::parse(period).ok(), ..Observation::default() }
    }

    fn line(points: &[(f64, &str)], differs: Option<&str>) -> Series {
        Series {
            label: None,
            unit: Unit::parse("%").unwrap(),
            differs: differs.map(Text::new),
            note: None,
            poll: None,
            points: points.iter().map(|(value, period)| point(*value, period)).collect(),
            line: 0,
        }
    }

    #[test]
    fn a_newer_figure_is_named_and_an_undated_headline_is_said_to_be_undated() {
        let mut indicator = percent();
        indicator.series = vec![line(&[(67.0, "2023-11"), (56.0, "2025-11")], None)];
        let words = |indicator: &Indicator| indicator.newest().map(Newest::words);
        assert_eq!(
            words(&indicator).as_deref(),
            Some("the newest dated figure is 56 %, Nov 2025; the headline has no date")
        );
        indicator.headline.period = Period::parse("2023-11").ok();
        assert_eq!(words(&indicator).as_deref(), Some("a newer figure exists: 56 %, Nov 2025"));
        indicator.headline.period = Period::parse("2025").ok();
        assert_eq!(words(&indicator), None, "the point lies within the year of the headline");
    }

    #[test]
    fn lines_of_another_thing_and_forecasts_are_no_newer_figures() {
        let mut indicator = percent();
        indicator.headline.period = Period::parse("2020").ok();
        indicator.series = vec![line(&[(56.0, "2025")], Some("another question"))];
        assert_eq!(indicator.newest(), None);
        let mut forecast = line(&[(80.0, "2030")], None);
        forecast.points[0].status = Status::Forecast;
        indicator.series.push(forecast);
        assert_eq!(indicator.newest(), None);
    }
}
