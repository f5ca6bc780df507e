//! Dates as SDMX writes them.

use crate::report::{Day, Period};

/// The time of a period in SDMX: `2024`, `2024-03`, `2024-Q3`, `2021-01-01/P3Y`.
///
/// `None` where that would say more than the period does: SDMX has no "about", no open end and no
/// season.
pub(super) fn time_period(period: &Period) -> Option<String> {
    if period.is_vague() || period.is_backwards() {
        return None;
    }
    let (start, end) = (period.start()?, period.end()?);
    let is_common = |day: Day| (1..=9999).contains(&day.ymd().0);
    if !(is_common(start) && is_common(end)) {
        return None;
    }
    if period.is_span() {
        return Some(span(start, end));
    }
    let Some((year, part)) = period.part_of_year() else { return Some(period.to_edtf()) };
    let (letter, first) = match part {
        33..=36 => ('Q', 33),
        37..=39 => ('T', 37),
        40..=41 => ('S', 40),
        _ => return None,
    };
    Some(format!("{year:04}-{letter}{}", part - first + 1))
}

/// A span as its first day and its length, in the largest units that fit.
fn span(start: Day, end: Day) -> String {
    let after = Day::from_epoch(end.to_epoch() + 1);
    let ((year, month, day), (to_year, to_month, to_day)) = (start.ymd(), after.ymd());
    let months = (to_year - year) * 12 + i64::from(to_month) - i64::from(month);
    let length = match (day == to_day && day == 1, months % 12 == 0) {
        (true, true) => format!("{}Y", months / 12),
        (true, false) => format!("{months}M"),
        _ => format!("{}D", after.to_epoch() - start.to_epoch()),
    };
    format!("{year:04}-{month:02}-{day:02}/P{length}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_written_as_sdmx_does_or_not_at_all() {
        for (edtf, time) in [
            ("2024", Some("2024")),
            ("2024-03", Some("2024-03")),
            ("2024-03-05", Some("2024-03-05")),
            ("2024-35", Some("2024-Q3")),
            ("2024-38", Some("2024-T2")),
            ("2024-41", Some("2024-S2")),
            ("2021/2023", Some("2021-01-01/P3Y")),
            ("2023-11/2024-02", Some("2023-11-01/P4M")),
            ("2024-01/2024-12", Some("2024-01-01/P1Y")),
            ("2024-02-05/2024-02-11", Some("2024-02-05/P7D")),
            ("2024-36/2025-33", Some("2024-10-01/P6M")),
            ("2024~", None),
            ("2024?", None),
            ("202X", None),
            ("2024/..", None),
            ("../2024", None),
            ("2024-21", None),
            ("-0043", None),
        ] {
            let period = Period::parse(edtf).expect(edtf);
            assert_eq!(time_period(&period).as_deref(), time, "{edtf}");
        }
    }
}
