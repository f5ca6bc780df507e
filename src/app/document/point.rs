//! A point of a series by what stays the same when other points come and go.

use crate::edit::{Item, Target};
use crate::report::{Indicator, ItemId, Period, PointIx, Report, Series, Text};
use crate::schema::Key;

/// A point by its series and its date, as its position changes when others come and go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PointName {
    indicator: Text,
    label: Option<Text>,
    edition: Option<Text>,
    /// The position of its series, by which series without a label are told apart.
    series: usize,
    period: Option<Period>,
}

impl PointName {
    pub(crate) fn of(indicator: &Indicator, point: PointIx) -> Option<Self> {
        let series = indicator.series.get(point.series)?;
        Some(Self {
            indicator: indicator.id.clone(),
            label: series.label.clone(),
            edition: edition(series).cloned(),
            series: point.series,
            period: series.points.get(point.point)?.period.clone(),
        })
    }

    /// Learns that an item, perhaps its indicator, has another id in the file now.
    pub(crate) fn rename(&mut self, before: &ItemId, now: &Text) {
        if *before == ItemId::Indicator(self.indicator.clone()) {
            self.indicator = now.clone();
        }
    }

    /// Whether a point of an indicator is this one.
    pub(crate) fn is(&self, indicator: &Indicator, point: PointIx) -> bool {
        let series = indicator.series.get(point.series);
        let period = series.and_then(|s| s.points.get(point.point)).map(|p| &p.period);
        series.is_some_and(|s| self.is_in(point.series, s)) && period == Some(&self.period)
    }

    /// Its position in the file; `None` if it is missing, or if two points have its date.
    pub(crate) fn target(&self, report: &Report) -> Option<Target> {
        let indicator = report.indicator(report.find(&self.indicator)?)?;
        let all = indicator.series.iter().enumerate().filter(|(at, s)| self.is_in(*at, s));
        let mut found = all.flat_map(|(series, s)| {
            let points = s.points.iter().enumerate();
            points.filter(|(_, p)| p.period == self.period).map(move |(nth, _)| (series, nth))
        });
        let (series, nth) = found.next()?;
        let is_only = found.next().is_none();
        is_only.then(|| Target::Point { indicator: self.indicator.to_string(), series, nth })
    }

    /// Whether an item of the file, found at the position of this point, has its date.
    pub(crate) fn matches(&self, item: &Item) -> bool {
        self.period == period_of(item)
    }

    fn is_in(&self, at: usize, series: &Series) -> bool {
        series.label == self.label
            && edition(series) == self.edition.as_ref()
            && (self.label.is_some() || at == self.series)
    }
}

fn edition(series: &Series) -> Option<&Text> {
    series.edition.as_ref().map(|edition| &edition.name)
}

/// The date that a point of the file has.
fn period_of(item: &Item) -> Option<Period> {
    item.words(Key::Period).and_then(|words| Period::parse(&words).ok())
}
