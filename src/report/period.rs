mod spoken;
mod words;

use std::ops::RangeInclusive;

use edtf_core::{
    Bound, BoundDate, Date, DateField, Edtf, Interval, IntervalEndpoint, ParseError, Precision,
};

use super::Day;
pub use words::MONTHS;
pub(in crate::report) use words::month_name;
pub use words::year_name;

/// A date or a time span, in EDTF (ISO 8601-2 Annex A) of level 0 or 1, or with a quarter, a third or
/// a half of a year, which are of level 2.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    edtf: Edtf,
    /// The first and the last day, worked out once: they are asked for on each frame.
    days: (Option<Day>, Option<Day>),
}

/// The numbers of quarters (33 to 36), thirds (37 to 39) and halves of a year in EDTF.
const PARTS: RangeInclusive<u8> = 33..=41;

/// Why a date cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeriodError {
    /// Not EDTF.
    Syntax(ParseError),
    /// EDTF of level 2, such as a set of dates, which cannot be drawn.
    LevelTwo,
}

impl Period {
    /// Reads EDTF of level 0 or 1: `2023`, `2023-08`, `2021/2023`, `2023~`, `202X`, `2023/..`; and parts
    /// of a year: `2023-33` to `2023-36` are its quarters, `2023-40` and `2023-41` its halves.
    ///
    /// # Errors
    /// If the text is not EDTF, or has anything else of level 2.
    pub fn parse(raw: &str) -> Result<Self, PeriodError> {
        let edtf = Edtf::parse(raw.trim()).map_err(PeriodError::Syntax)?;
        if edtf.level() > 1 && with_seasons(&edtf).level() > 1 {
            return Err(PeriodError::LevelTwo);
        }
        let bounds = edtf.bounds();
        Ok(Self { edtf, days: (day(bounds.earliest), day(bounds.latest)) })
    }

    /// The first day; `None` where the start is open or unknown.
    pub fn start(&self) -> Option<Day> {
        self.days.0
    }

    /// The last day; `None` where the end is open or unknown.
    pub fn end(&self) -> Option<Day> {
        self.days.1
    }

    /// Whether it is over before another period begins.
    pub(crate) fn is_before(&self, other: &Self) -> bool {
        matches!((self.end(), other.start()), (Some(end), Some(start)) if end < start)
    }

    /// The first and the last day, as far as they are known.
    pub fn days(&self) -> (Option<Day>, Option<Day>) {
        self.days
    }

    /// The last day on which it can have begun; `None` where its start is open or unknown.
    pub fn begun_by(&self) -> Option<Day> {
        match &self.edtf {
            Edtf::Interval(interval) => match interval.start {
                IntervalEndpoint::Date(date) => day(Edtf::Date(date).bounds().latest),
                _ => None,
            },
            _ => self.end(),
        }
    }

    /// Whether it is another spelling of exactly the same time: `2022` and `2022-01/2022-12`. Of two
    /// vague ones both say in the same way how vague they are.
    pub fn is_same(&self, other: &Self) -> bool {
        let time = |period: &Self| {
            let unknown = [period.is_start_unknown(), period.is_end_unknown()];
            let vague = [period.is_approximate(), period.is_uncertain(), period.is_unspecified()];
            (period.days(), unknown, vague)
        };
        time(self) == time(other)
    }

    /// Whether it begins and ends before another period does, as 2022/2023 before 2023/2024.
    pub(super) fn is_earlier_than(&self, other: &Self) -> bool {
        let is_less = |a: Option<Day>, b| a.is_some() && b > a;
        let ((start, end), (from, to)) = (self.days(), other.days());
        self.is_before(other) || is_less(start, from) && is_less(end, to)
    }

    /// The two dates of a span; `None` where it is one date, or where an end is open or unknown.
    pub(crate) fn ends(&self) -> Option<(Self, Self)> {
        let Edtf::Interval(_) = &self.edtf else { return None };
        let edtf = self.to_edtf();
        let (from, to) = edtf.split_once('/')?;
        Some((Self::parse(from).ok()?, Self::parse(to).ok()?))
    }

    /// The time from one period to the end of another; `None` where that is no span.
    pub(super) fn since(from: &Self, to: &Self) -> Option<Self> {
        let first = |edtf: String| edtf.split('/').next().map(str::to_owned);
        let last = |edtf: String| edtf.split('/').next_back().map(str::to_owned);
        let span = format!("{}/{}", first(from.to_edtf())?, last(to.to_edtf())?);
        Self::parse(&span).ok().filter(|_| from.is_before(to))
    }

    /// Whether it ends before it starts.
    pub fn is_backwards(&self) -> bool {
        matches!(self.days(), (Some(start), Some(end)) if start > end)
    }

    /// Whether it is a day or a month, which is drawn as a point on an axis of years.
    pub fn is_point(&self) -> bool {
        match &self.edtf {
            Edtf::Date(date) => matches!(date.precision(), Precision::Day | Precision::Month),
            Edtf::DateTime(_) => true,
            Edtf::Interval(_) | Edtf::Set(_) => false,
        }
    }

    /// Whether it is stated as a span, with a start and an end of which one may be open or unknown.
    pub fn is_span(&self) -> bool {
        matches!(&self.edtf, Edtf::Interval(_))
    }

    /// Whether its start is unknown, which is not the same as open.
    pub fn is_start_unknown(&self) -> bool {
        matches!(&self.edtf, Edtf::Interval(i) if i.start == IntervalEndpoint::Unknown)
    }

    /// Whether its end is unknown, which is not the same as open.
    pub fn is_end_unknown(&self) -> bool {
        matches!(&self.edtf, Edtf::Interval(i) if i.end == IntervalEndpoint::Unknown)
    }

    /// Whether the source says "about" (`~`).
    pub fn is_approximate(&self) -> bool {
        self.edtf.is_approximate()
    }

    /// Whether the source doubts it (`?`).
    pub fn is_uncertain(&self) -> bool {
        self.edtf.is_uncertain()
    }

    /// Whether digits are left open (`X`).
    pub fn is_unspecified(&self) -> bool {
        self.edtf.has_unspecified()
    }

    /// Whether it is approximate, doubted or has digits left open.
    pub fn is_vague(&self) -> bool {
        self.is_approximate() || self.is_uncertain() || self.is_unspecified()
    }

    /// Days to sort it by: its start, or its end where the start is open.
    pub fn sort_key(&self) -> (i64, i64) {
        let (start, end) = self.days();
        Self::order_of(start, end)
    }

    /// The same from its first and last day.
    pub fn order_of(start: Option<Day>, end: Option<Day>) -> (i64, i64) {
        let first = start.or(end).map_or(0, Day::to_epoch);
        (first, end.map_or(i64::MAX, Day::to_epoch))
    }

    /// In the canonical form of EDTF.
    pub fn to_edtf(&self) -> String {
        self.edtf.to_string()
    }

    /// In EDTF of level 0 or 1, for programs that know no more: a quarter as its months.
    pub fn to_simple_edtf(&self) -> String {
        let (start, end) = match &self.edtf {
            Edtf::Date(date) if is_part(date) => {
                (IntervalEndpoint::Date(*date), IntervalEndpoint::Date(*date))
            }
            Edtf::Interval(interval) => (interval.start, interval.end),
            _ => return self.to_edtf(),
        };
        let simple = |end: IntervalEndpoint, is_first: bool| match end {
            IntervalEndpoint::Date(date) => month_of_part(&date, is_first),
            IntervalEndpoint::Unknown => String::new(),
            _ => "..".to_owned(),
        };
        format!("{}/{}", simple(start, true), simple(end, false))
    }

    /// Its year and the number of its season (21 to 24) or part (33 to 41), if it is one.
    pub fn part_of_year(&self) -> Option<(i64, u8)> {
        let Edtf::Date(date) = &self.edtf else { return None };
        let part = date.month.and_then(DateField::value).filter(|code| *code > 12)?;
        Some((date.year.value()?, part))
    }
}

/// Whether a date is a quarter, a third or a half of a year.
fn is_part(date: &Date) -> bool {
    let code = date.month.and_then(DateField::value);
    code.is_some_and(|code| PARTS.contains(&code))
}

/// A date in EDTF, with the first or the last month of a part of a year.
fn month_of_part(date: &Date, is_first: bool) -> String {
    let raw = date.to_string();
    let bounds = Edtf::Date(*date).bounds();
    let day = day(if is_first { bounds.earliest } else { bounds.latest });
    match (raw.rsplit_once('-').filter(|_| is_part(date)), day) {
        (Some((year, part)), Some(day)) => {
            format!("{year}-{:02}{}", day.ymd().1, part.get(2..).unwrap_or_default())
        }
        _ => raw,
    }
}

/// The same with a season in the place of a part of a year, to measure the level of all else.
fn with_seasons(edtf: &Edtf) -> Edtf {
    let season = |date: &Date| {
        let month = date.month.map(|month| DateField { digits: [Some(2), Some(1)], ..month });
        if is_part(date) { Date { month, ..*date } } else { *date }
    };
    let end = |end: &IntervalEndpoint| match end {
        IntervalEndpoint::Date(date) => IntervalEndpoint::Date(season(date)),
        other => *other,
    };
    match edtf {
        Edtf::Date(date) => Edtf::Date(season(date)),
        Edtf::Interval(interval) => {
            Edtf::Interval(Interval { start: end(&interval.start), end: end(&interval.end) })
        }
        other => other.clone(),
    }
}

/// What is said of a figure or an event without a date.
pub const NO_DATE: &str = "no date";

/// A date in words, or that there is none.
pub(super) fn date_words(date: Option<&Period>) -> String {
    date.map_or_else(|| NO_DATE.to_owned(), Period::words)
}

fn day(bound: Bound) -> Option<Day> {
    match bound {
        Bound::Date(BoundDate { year, month, day }) => Some(Day::new(year, month, day)),
        Bound::NegativeInfinity | Bound::PositiveInfinity | Bound::Unknown => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(edtf: &str) -> Period {
        Period::parse(edtf).expect(edtf)
    }

    #[test]
    fn parts_of_a_year_have_their_days_and_months() {
        for (edtf, first, last, simple) in [
            ("2024-33", "2024-01-01", "2024-03-31", "2024-01/2024-03"),
            ("2024-34~", "2024-04-01", "2024-06-30", "2024-04~/2024-06~"),
            ("2024-35", "2024-07-01", "2024-09-30", "2024-07/2024-09"),
            ("2024-36", "2024-10-01", "2024-12-31", "2024-10/2024-12"),
            ("2024-37", "2024-01-01", "2024-04-30", "2024-01/2024-04"),
            ("2024-38", "2024-05-01", "2024-08-31", "2024-05/2024-08"),
            ("2024-39", "2024-09-01", "2024-12-31", "2024-09/2024-12"),
            ("2024-40", "2024-01-01", "2024-06-30", "2024-01/2024-06"),
            ("2024-41", "2024-07-01", "2024-12-31", "2024-07/2024-12"),
            ("2024-33/2024-34", "2024-01-01", "2024-06-30", "2024-01/2024-06"),
            ("2024-08/2024-36", "2024-08-01", "2024-12-31", "2024-08/2024-12"),
        ] {
            let days = (period(edtf).start(), period(edtf).end());
            let days = (days.0.map(|day| day.to_string()), days.1.map(|day| day.to_string()));
            assert_eq!(days, (Some(first.to_owned()), Some(last.to_owned())), "{edtf}");
            assert_eq!(period(edtf).to_simple_edtf(), simple, "{edtf}");
            assert!(!period(edtf).is_point(), "{edtf}");
        }
        for edtf in ["2024-33/..", "../2024-08", "/2020", "2023", "2023-21", "-0043-03-15", "2014~"]
        {
            let simple = edtf.replace("2024-33", "2024-01");
            assert_eq!(period(edtf).to_simple_edtf(), simple);
        }
    }

    #[test]
    fn parts_of_a_year_are_compared_by_their_days() {
        assert!(period("2024-33").is_same(&period("2024-01/2024-03")));
        assert!(period("2024-40").is_same(&period("2024-33/2024-34")));
        assert!(!period("2024-33~").is_same(&period("2024-33")));
        assert!(period("2024-33").is_before(&period("2024-34")));
        assert!(!period("2024-40").is_before(&period("2024-34")));
        let mut all =
            ["2024-36", "2024-08", "0014", "2024-34", "-0043", "-0299", "0000", "2024-40"];
        all.sort_by_key(|edtf| period(edtf).sort_key());
        let sorted = ["-0299", "-0043", "0000", "0014", "2024-40", "2024-34", "2024-08", "2024-36"];
        assert_eq!(all, sorted);
    }
}
