//! The facets that panels can be filtered by.

use std::mem::{Discriminant, discriminant};

use super::FilterQuery;
use crate::app::panels::is_firm;
use crate::diff::Matching;
use crate::report::{
    Age, Day, Event, EventIx, Flags, GroupIx, Indicator, IndicatorIx, Observation, Period,
    Quantity, Report, Source, SourceIx, Status, Value,
};

/// A property of items that panels can be filtered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    /// Without a reference period.
    Undated,
    /// Older than this many years.
    OlderThan(u8),
    /// Limited by a word, a range or an interval.
    Hedged,
    /// A number that nothing limits, of a firm status.
    Exact,
    /// Of a status that makes an observed figure weaker: an estimate, a provisional figure and the
    /// like.
    Estimated,
    /// Contradicted by another figure.
    Disputed,
    /// Printed otherwise by an earlier edition.
    Restated,
    /// Due for review.
    Due,
    /// With a forecast, a target or a scenario whose time is over and of which the file has no outcome.
    Overdue,
    /// With other figures for the same thing.
    Rivals,
    /// Changed by the last change of the file.
    Changed,
    /// With warnings.
    Warned,
    /// With a figure that was worked out by those who wrote the file.
    Derived,
    /// In this group; `None` for items without a group.
    Group(Option<GroupIx>),
    /// Of this observation status (SDMX).
    Status(Status),
    /// With a figure that this source prints, alone or with others; `None` for items whose headline
    /// has no source.
    Source(Option<SourceIx>),
}

const MONTHS: u32 = 12;

/// Whether a word, a range or an interval of uncertainty limits a figure.
fn is_hedged(figure: &Observation) -> bool {
    let is_limited = |quantity: &Quantity| {
        quantity.hedge().is_some() || matches!(quantity.value(), Value::Pair(..))
    };
    figure.uncertainty.is_some() || figure.quantity.as_ref().is_some_and(is_limited)
}

impl Facet {
    /// Its kind: an item has to match one of the chosen facets of each kind. Undated is of a kind
    /// with the ages, and so are hedged and exact.
    pub(super) fn kind(self) -> Discriminant<Self> {
        discriminant(&match self {
            Self::OlderThan(_) => Self::Undated,
            Self::Exact => Self::Hedged,
            other => other,
        })
    }

    /// Its name in the list: `group: Economy`.
    pub fn name(self, report: &Report) -> String {
        match self {
            Self::Group(Some(_)) => format!("group: {}", self.short(report)),
            Self::Status(_) => format!("status: {}", self.short(report)),
            Self::Source(Some(ix)) => {
                let title = report.source(ix).map_or("", |source| &source.title);
                format!("source: {} ({title})", self.short(report))
            }
            Self::Overdue => "overdue: foretold or aimed at, and its time is over".to_owned(),
            Self::Hedged => "hedged: limited by a word, a range or an interval".to_owned(),
            Self::Exact => "exact: one firm number that nothing limits".to_owned(),
            Self::Estimated => "estimated, imputed, provisional or not reliable".to_owned(),
            Self::Disputed => "disputed: another figure contradicts it (±)".to_owned(),
            Self::Restated => "restated: an earlier edition printed it otherwise".to_owned(),
            Self::Rivals => "with rivals: other figures for the same thing".to_owned(),
            Self::Changed => "changed by the last change of the file".to_owned(),
            _ => self.short(report),
        }
    }

    /// Its short name, as in a border: `Economy`.
    pub fn short(self, report: &Report) -> String {
        match self {
            Self::Undated => "undated".to_owned(),
            Self::OlderThan(1) => "older than a year".to_owned(),
            Self::OlderThan(years) => format!("older than {years} years"),
            Self::Hedged => "hedged".to_owned(),
            Self::Exact => "exact".to_owned(),
            Self::Estimated => "estimated or the like".to_owned(),
            Self::Disputed => "disputed".to_owned(),
            Self::Restated => "restated".to_owned(),
            Self::Due => "due for review".to_owned(),
            Self::Overdue => "overdue".to_owned(),
            Self::Rivals => "with rivals".to_owned(),
            Self::Changed => "changed".to_owned(),
            Self::Warned => "with warnings".to_owned(),
            Self::Derived => "our own calculations".to_owned(),
            Self::Group(ix) => {
                let group = ix.and_then(|ix| report.group(ix));
                group.map_or_else(|| "without a group".to_owned(), |g| g.title.to_string())
            }
            Self::Status(status) => status.word().to_owned(),
            Self::Source(ix) => {
                let source = ix.and_then(|ix| report.source(ix));
                source.map_or_else(|| "without a source".to_owned(), Source::short)
            }
        }
    }

    /// Whether an indicator matches.
    pub(crate) fn fits(
        self,
        query: &FilterQuery<'_>,
        ix: IndicatorIx,
        indicator: &Indicator,
    ) -> bool {
        let headline = &indicator.headline;
        match self {
            Self::Undated | Self::OlderThan(_) => self.fits_date(query, headline.period.as_ref()),
            Self::Hedged => is_hedged(headline),
            Self::Exact => headline.quantity.is_some() && !is_hedged(headline) && is_firm(headline),
            Self::Estimated => {
                headline.quantity.is_some()
                    && headline.status.is_observed()
                    && headline.derived.is_none()
                    && !is_firm(headline)
            }
            Self::Disputed => indicator.rivals.iter().any(|rival| rival.contradicts(indicator)),
            Self::Restated => indicator.is_restated(),
            Self::Due => Flags::new(indicator, query.as_of).due,
            Self::Overdue => !indicator.outlived(query.as_of).is_empty(),
            Self::Rivals => !indicator.rivals.is_empty(),
            Self::Changed => query.news.has(ix),
            Self::Warned => query.warned.contains(&ix),
            Self::Derived => indicator.observations().any(|o| o.derived.is_some()),
            Self::Group(group) => indicator.group == group,
            Self::Status(status) => headline.status.has(status),
            Self::Source(None) => headline.lacks_source(),
            Self::Source(Some(source)) => {
                indicator.observations().any(|o| o.sources().any(|own| own == source))
            }
        }
    }

    /// Whether an event matches by itself, without its indicators.
    pub(crate) fn fits_event(self, query: &FilterQuery<'_>, ix: EventIx, event: &Event) -> bool {
        match self {
            Self::Undated | Self::OlderThan(_) => self.fits_date(query, event.date.as_ref()),
            Self::Changed => query.news.has(ix),
            Self::Group(group) => event.group == group,
            Self::Source(source) => event.source == source,
            _ => false,
        }
    }

    fn fits_date(self, query: &FilterQuery<'_>, date: Option<&Period>) -> bool {
        let Self::OlderThan(years) = self else { return date.is_none() };
        // What is older than a year was a year old the day before.
        let day_before = Day::from_epoch(query.as_of.to_epoch() - 1);
        match Age::new(date, day_before) {
            Age::Months(months) | Age::AboutMonths(months) => months >= u32::from(years) * MONTHS,
            Age::NotOver | Age::Unknown => false,
        }
    }

    /// The same facet in another reading of the report; `None` if its group or source is gone.
    pub(crate) fn resolve(self, matching: &Matching) -> Option<Self> {
        Some(match self {
            Self::Group(Some(ix)) => Self::Group(Some(matching.group(ix)?)),
            Self::Source(Some(ix)) => Self::Source(Some(matching.source(ix)?)),
            other => other,
        })
    }
}
