//! Equal steps of time, and the stretches that events are counted in.

use std::ops::Range;

use super::{Span, cell, day, float};
use crate::report::{Day, year_name};

/// The equal steps of an axis of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// As many days; of seven, weeks from Monday on.
    Days(i64),
    /// As many months.
    Months(u8),
    /// As many years.
    Years(i64),
}

/// The steps shorter than a year that events are counted by.
const FINE: [Step; 5] =
    [Step::Days(1), Step::Days(7), Step::Months(1), Step::Months(3), Step::Months(6)];
/// Over more days than these, parts of years would only repeat.
const FEW_YEARS: f64 = 733.0;
const DAYS_IN_YEAR: f64 = 365.25;

impl Step {
    /// The steps that events in a span may be counted by, the finest first.
    pub(super) fn of_counts(span: Span) -> impl Iterator<Item = Self> {
        let fine = FINE.into_iter().filter(move |_| span.length() < FEW_YEARS);
        let years = (0u32..7).flat_map(|power| [1, 2, 5].map(|n| n * 10i64.pow(power)));
        fine.chain(years.map(Self::Years))
    }

    /// How many of it a span takes.
    pub(super) fn count(self, span: Span) -> f64 {
        let days = match self {
            Self::Days(n) => float(n),
            Self::Months(n) => f64::from(n) * DAYS_IN_YEAR / 12.0,
            Self::Years(n) => float(n) * DAYS_IN_YEAR,
        };
        span.length() / days
    }

    /// The most stretches that a span of this length touches.
    pub(super) fn most(self, span: Span) -> u16 {
        cell(self.count(span).ceil() + 1.0, u16::MAX)
    }

    /// The text of a tick where such a step begins.
    pub(crate) fn text(self, start: Day) -> String {
        match self {
            Self::Days(_) => start.words(),
            Self::Months(_) => month_words(start),
            Self::Years(_) => year_name(start.ymd().0),
        }
    }

    /// As in "by the year they began"; `None` for a step that has no word of its own.
    pub fn unit(self) -> Option<&'static str> {
        Some(match self {
            Self::Days(1) => "day",
            Self::Days(7) => "week",
            Self::Months(1) => "month",
            Self::Months(3) => "quarter",
            Self::Months(6) => "half-year",
            Self::Years(1) => "year",
            _ => return None,
        })
    }

    /// As in "5 years".
    pub fn words(self) -> String {
        match self {
            Self::Days(n) => format!("{n} days"),
            Self::Months(n) => format!("{n} months"),
            Self::Years(n) => format!("{n} years"),
        }
    }

    /// The starts of days, months or years, from one before a day on.
    pub(crate) fn starts(self, from: Day) -> Box<dyn Iterator<Item = Day>> {
        let year = from.ymd().0;
        match self {
            Self::Days(step) => {
                // The first day of the count is a Thursday.
                let monday = if step == 7 { -3 } else { 0 };
                let first = (from.to_epoch() - monday).div_euclid(step) * step + monday;
                Box::new((0..).map(move |n| Day::from_epoch(first + n * step)))
            }
            Self::Months(step) => {
                let months =
                    (year..).flat_map(|year| (1..=12).map(move |month| Day::new(year, month, 1)));
                Box::new(months.step_by(usize::from(step)))
            }
            Self::Years(step) => {
                let first = (year - 1).div_euclid(step) * step;
                let years = (0..).map(move |n| first.saturating_add(step.saturating_mul(n)));
                let years = years.filter_map(move |year| match year {
                    // No year 0 lies between 1 BC and AD 1.
                    0 => (step > 1).then_some(1),
                    // Round years before our era: 0 is 1 BC, and -99 is 100 BC.
                    ..0 => Some(year.saturating_add(1)),
                    _ => Some(year),
                });
                // A year beyond those of the calendar has no place on the axis.
                let starts = years.map(|year| (Day::new(year, 1, 1), year));
                let starts = starts.take_while(|(start, year)| start.ymd().0 >= *year);
                let starts = starts.filter(|(start, year)| start.ymd().0 == *year);
                Box::new(starts.map(|(start, _)| start))
            }
        }
    }

    /// The stretches of time that a span touches, in full; `None` if there are more than `most`.
    pub(super) fn stretches(self, span: Span, most: usize) -> Option<Vec<Range<Day>>> {
        let (from, to) = (day(span.from), day(span.to.ceil()));
        let mut stretches = Vec::new();
        let mut at = from;
        for start in self.starts(from) {
            if start > from {
                stretches.push(at..start);
            }
            if start >= to || stretches.len() > most {
                return (stretches.len() <= most).then_some(stretches);
            }
            at = start;
        }
        // The calendar ends here.
        stretches.push(at..Day::from_epoch(to.to_epoch() + 1));
        (stretches.len() <= most).then_some(stretches)
    }
}

/// Without the day of the month: `Mar 2024`.
pub(crate) fn month_words(day: Day) -> String {
    let words = day.words();
    words.split_once(' ').map_or(words.as_str(), |(_, rest)| rest).to_owned()
}
