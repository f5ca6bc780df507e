use super::{Day, Period};

/// How old a figure is, counted from the last day of its reference period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age {
    /// The whole months since the end of the period.
    Months(u32),
    /// The same, where the end of the period is not exactly known.
    AboutMonths(u32),
    /// The period is not over yet.
    NotOver,
    /// The period has no end to count from.
    Unknown,
}

impl Age {
    /// The age of a figure of a period on a day.
    pub fn new(period: Option<&Period>, as_of: Day) -> Self {
        let Some((period, end)) = period.and_then(|p| Some((p, p.end()?))) else {
            return Self::Unknown;
        };
        match (end >= as_of, period.is_vague()) {
            // It is not known which year of the 2020s it is, or whether "about this month" is over.
            _ if period.is_unspecified() => Self::Unknown,
            (true, true) => Self::Unknown,
            (true, false) => Self::NotOver,
            (false, true) => Self::AboutMonths(whole_months(end, as_of)),
            (false, false) => Self::Months(whole_months(end, as_of)),
        }
    }

    /// In words: `2 years 11 months`, `about 4 years`, `not over yet`; `None` for an unknown age.
    pub fn words(self) -> Option<String> {
        match self {
            Self::Months(months) => Some(months_words(months)),
            Self::AboutMonths(0) => Some("a month or so".to_owned()),
            Self::AboutMonths(months) => Some(format!("about {}", months_words(months))),
            Self::NotOver => Some("not over yet".to_owned()),
            Self::Unknown => None,
        }
    }

    /// For a narrow column: `2 y 11 m`, `about 4 y`, `–`.
    pub fn short(self) -> String {
        match self {
            Self::Months(months) => months_short(months),
            Self::AboutMonths(0) => "about 1 m".to_owned(),
            Self::AboutMonths(months) => format!("about {}", months_short(months)),
            Self::NotOver => "not over".to_owned(),
            Self::Unknown => "–".to_owned(),
        }
    }
}

/// Whole months from one day to a later one. A month is full on the same day of the next month.
fn whole_months(from: Day, to: Day) -> u32 {
    let ((y1, m1, d1), (y2, m2, d2)) = (from.ymd(), to.ymd());
    // The last day of a month counts as any later day: 31 January to 28 February is a month.
    let last = Day::from_epoch(to.to_epoch() + 1).ymd().2 == 1;
    let begun = i64::from(d2 < d1 && !last);
    let months = (y2 - y1) * 12 + i64::from(m2) - i64::from(m1) - begun;
    u32::try_from(months.max(0)).unwrap_or(u32::MAX)
}

fn months_words(months: u32) -> String {
    let counted = |n: u32, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
    match (months / 12, months % 12) {
        (0, 0) => "less than a month".to_owned(),
        (0, months) => counted(months, "month"),
        (years, 0) => counted(years, "year"),
        (years, months) => format!("{} {}", counted(years, "year"), counted(months, "month")),
    }
}

fn months_short(months: u32) -> String {
    match (months / 12, months % 12) {
        (0, 0) => "< 1 m".to_owned(),
        (0, months) => format!("{months} m"),
        (years, 0) => format!("{years} y"),
        (years, months) => format!("{years} y {months} m"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn age_counts_from_the_end_of_the_period() {
        let as_of = Day::new(2026, 11, 23);
        for (period, words, short) in [
            ("2023-11", Some("2 years 11 months"), "2 y 11 m"),
            ("2021/2023", Some("2 years 10 months"), "2 y 10 m"),
            ("2025-11-23", Some("1 year"), "1 y"),
            ("2025-11-24", Some("11 months"), "11 m"),
            ("2026-10-31", Some("less than a month"), "< 1 m"),
            ("2026-10-23", Some("1 month"), "1 m"),
            ("2014~", Some("about 11 years 10 months"), "about 11 y 10 m"),
            ("2026-11-23", Some("not over yet"), "not over"),
            ("2030", Some("not over yet"), "not over"),
            ("2026-10-30~", Some("a month or so"), "about 1 m"),
            ("2026-11~", None, "–"),
            ("202X", None, "–"),
            ("201X", None, "–"),
            ("2020/..", None, "–"),
        ] {
            let age = Age::new(Period::parse(period).ok().as_ref(), as_of);
            assert_eq!((age.words().as_deref(), age.short().as_str()), (words, short), "{period}");
        }
        assert_eq!(Age::new(None, as_of), Age::Unknown);
        let january = Period::parse("2023-01-31").ok();
        assert_eq!(Age::new(january.as_ref(), Day::new(2023, 2, 28)), Age::Months(1));
    }
}
