mod spoken;
mod words;

use edtf_core::{Bound, BoundDate, Edtf, IntervalEndpoint, ParseError, Precision};

use super::Day;
pub use words::MONTHS;
pub(in crate::report) use words::month_name;

/// A date or a time span, in EDTF (ISO 8601-2 Annex A) of level 0 or 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    edtf: Edtf,
}

/// Why a date cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeriodError {
    /// Not EDTF.
    Syntax(ParseError),
    /// EDTF of level 2, such as a set of dates, which cannot be drawn.
    LevelTwo,
}

impl Period {
    /// Reads EDTF of level 0 or 1: `2023`, `2023-08`, `2021/2023`, `2023~`, `202X`, `2023/..`.
    ///
    /// # Errors
    /// If the text is not EDTF, or is of level 2.
    pub fn parse(raw: &str) -> Result<Self, PeriodError> {
        let edtf = Edtf::parse(raw.trim()).map_err(PeriodError::Syntax)?;
        if edtf.level() > 1 {
            return Err(PeriodError::LevelTwo);
        }
        Ok(Self { edtf })
    }

    /// The first day; `None` where the start is open or unknown.
    pub fn start(&self) -> Option<Day> {
        day(self.edtf.bounds().earliest)
    }

    /// The last day; `None` where the end is open or unknown.
    pub fn end(&self) -> Option<Day> {
        day(self.edtf.bounds().latest)
    }

    /// Whether it is over before another period begins.
    pub(super) fn is_before(&self, other: &Self) -> bool {
        matches!((self.end(), other.start()), (Some(end), Some(start)) if end < start)
    }

    /// The first and the last day, as far as they are known.
    pub fn days(&self) -> (Option<Day>, Option<Day>) {
        let bounds = self.edtf.bounds();
        (day(bounds.earliest), day(bounds.latest))
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
}

/// A date in words, or that there is none.
pub(super) fn date_words(date: Option<&Period>) -> String {
    date.map_or_else(|| String::from("no date"), Period::words)
}

fn day(bound: Bound) -> Option<Day> {
    match bound {
        Bound::Date(BoundDate { year, month, day }) => Some(Day::new(year, month, day)),
        Bound::NegativeInfinity | Bound::PositiveInfinity | Bound::Unknown => None,
    }
}
