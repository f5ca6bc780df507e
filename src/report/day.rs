use std::fmt;

/// A day of the proleptic Gregorian calendar, counted from 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

/// EDTF allows years of any size; those beyond this are drawn at the edge.
const FAR: i64 = 1_000_000;

impl Day {
    /// The day of a year (astronomical numbering), month (1–12) and day (1–31).
    ///
    /// Values outside a calendar are carried over; years are limited to ±1,000,000.
    pub fn new(year: i64, month: u8, day: u8) -> Self {
        let year = year.clamp(-FAR, FAR);
        let (m, d) = (i64::from(month), i64::from(day));
        // Years are counted from March, so that the leap day is the last of its year.
        let y = if m <= 2 { year - 1 } else { year };
        let era = y.div_euclid(400);
        let year_of_era = y.rem_euclid(400);
        let day_of_year = (153 * (m + if m > 2 { -3 } else { 9 }) + 2) / 5 + d - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Self::from_epoch(era * 146_097 + day_of_era - 719_468)
    }

    /// The day a number of days after 1970-01-01.
    pub fn from_epoch(days: i64) -> Self {
        let days = days.clamp(-FAR * 366, FAR * 366);
        // The limits above fit.
        Self(i32::try_from(days).unwrap_or(i32::MAX))
    }

    /// Days since 1970-01-01.
    pub fn to_epoch(self) -> i64 {
        i64::from(self.0)
    }

    /// Year, month (1–12) and day (1–31).
    pub fn ymd(self) -> (i64, u8, u8) {
        let z = self.to_epoch() + 719_468;
        let era = z.div_euclid(146_097);
        let day_of_era = z.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        (year, u8::try_from(month).unwrap_or(1), u8::try_from(day).unwrap_or(1))
    }

    /// As people write it: `4 Nov 2021`.
    pub fn words(self) -> String {
        let (year, month, day) = self.ymd();
        format!("{day} {} {}", super::period::month_name(month), super::year_name(year))
    }
}

impl fmt::Display for Day {
    /// As ISO 8601 writes it: `2021-11-04`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_dates_agree_over_four_centuries() {
        let mut previous = Day::new(1799, 12, 31);
        for epoch in previous.to_epoch() + 1..Day::new(2201, 1, 1).to_epoch() {
            let day = Day::from_epoch(epoch);
            let (y, m, d) = day.ymd();
            assert_eq!(Day::new(y, m, d), day);
            assert!(day > previous && (1..=12).contains(&m) && (1..=31).contains(&d));
            previous = day;
        }
        assert_eq!(Day::new(1970, 1, 1).to_epoch(), 0);
        assert_eq!(Day::new(2000, 2, 29).to_string(), "2000-02-29");
        assert_eq!(Day::new(2026, 11, 23).words(), "23 Nov 2026");
        assert_eq!(Day::new(-43, 3, 15).words(), "15 Mar 44 BC");
    }

    #[test]
    fn far_years_do_not_overflow() {
        assert!(Day::new(i64::MAX, 12, 31) > Day::new(0, 1, 1));
        assert!(Day::new(i64::MIN, 1, 1) < Day::new(0, 1, 1));
    }
}
