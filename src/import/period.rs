//! Dates as statistics write them.

use crate::prose;
use crate::report::{Day, Period};

/// A date of SDMX, of the World Bank, or as people write it; `None` where it is unclear which is meant.
pub(super) fn period(raw: &str) -> Option<Period> {
    let raw = raw.split_once(" [").map_or(raw, |(year, _)| year).trim();
    if let Some((start, length)) = raw.split_once("/P") {
        return span(start, length);
    }
    let raw = raw.strip_suffix("T00:00:00").unwrap_or(raw);
    if let Some(edtf) = part(raw) {
        return Period::parse(&edtf).ok();
    }
    // 2020-21 may be two years or a season.
    let is_doubtful = raw.len() == 7 && raw.get(5..).is_some_and(|end| ("13".."99").contains(&end));
    if is_doubtful {
        return None;
    }
    prose::period(raw)
}

/// `2024-Q3`, `2024Q3`, `2024M03`, `2024-S1`, `2024-H1`, `2024-T2`, `2024-A1`, `2024-W05` in EDTF.
fn part(raw: &str) -> Option<String> {
    let (year, rest) = raw.split_at_checked(4)?;
    let rest = rest.strip_prefix('-').unwrap_or(rest);
    let mut chars = rest.chars();
    let letter = chars.next().filter(char::is_ascii_uppercase)?;
    let nth: u8 = chars.as_str().parse().ok().filter(|nth| *nth > 0)?;
    let in_year =
        |most: u8, before: u8| (nth <= most).then(|| format!("{year}-{:02}", before + nth));
    match letter {
        'Q' => in_year(4, 32),
        'T' => in_year(3, 36),
        'S' | 'H' => in_year(2, 39),
        'M' => in_year(12, 0),
        'A' => (nth == 1).then(|| year.to_owned()),
        'W' => week(year.parse().ok()?, nth),
        _ => None,
    }
}

/// A week from Monday to Sunday; the fourth of January is in the first.
fn week(year: i64, nth: u8) -> Option<String> {
    let fourth = Day::new(year, 1, 4).to_epoch();
    // The first day of the epoch was a Thursday.
    let monday = fourth - (fourth + 3).rem_euclid(7) + 7 * (i64::from(nth) - 1);
    let days = [monday, monday + 6].map(Day::from_epoch);
    (nth <= 53).then(|| format!("{}/{}", days[0], days[1]))
}

/// A span by its first day and its length.
fn span(start: &str, length: &str) -> Option<Period> {
    let start = start.strip_suffix("T00:00:00").unwrap_or(start);
    let first = Period::parse(start).ok()?.start()?;
    let (year, month, day) = first.ymd();
    let (count, unit) = length.split_at_checked(length.len().checked_sub(1)?)?;
    let count: i64 = count.parse().ok().filter(|count| (1..100_000).contains(count))?;
    let month_after = |months: i64| {
        let all = year * 12 + i64::from(month) - 1 + months;
        (all.div_euclid(12), all.rem_euclid(12) + 1)
    };
    let edtf = match (unit, (month, day)) {
        ("Y", (1, 1)) if count == 1 => format!("{year:04}"),
        ("Y", (1, 1)) => format!("{year:04}/{:04}", year + count - 1),
        ("Y" | "M", (_, 1)) => {
            let (to_year, to_month) = month_after(if unit == "Y" { count * 12 } else { count } - 1);
            let from = format!("{year:04}-{month:02}");
            if count == 1 && unit == "M" {
                from
            } else {
                format!("{from}/{to_year:04}-{to_month:02}")
            }
        }
        ("D", _) if count == 1 => first.to_string(),
        ("D", _) => format!("{first}/{}", Day::from_epoch(first.to_epoch() + count - 1)),
        ("W", _) => format!("{first}/{}", Day::from_epoch(first.to_epoch() + 7 * count - 1)),
        _ => return None,
    };
    Period::parse(&edtf).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_statistics_write_them() {
        for (raw, edtf) in [
            ("2024", Some("2024")),
            ("2024-03", Some("2024-03")),
            ("2024-03-05", Some("2024-03-05")),
            ("1990 [YR1990]", Some("1990")),
            ("2024-Q3", Some("2024-35")),
            ("2024Q3", Some("2024-35")),
            ("2024M03", Some("2024-03")),
            ("2024-M12", Some("2024-12")),
            ("2024-S1", Some("2024-40")),
            ("2024-T2", Some("2024-38")),
            ("2024-A1", Some("2024")),
            ("2026-W01", Some("2025-12-29/2026-01-04")),
            ("2021-01-01/P3Y", Some("2021/2023")),
            ("2021-01-01/P1Y", Some("2021")),
            ("2023-11-01/P4M", Some("2023-11/2024-02")),
            ("2024-02-05/P7D", Some("2024-02-05/2024-02-11")),
            ("2024-01-01T00:00:00", Some("2024-01-01")),
            ("Dec 2024", Some("2024-12")),
            ("2020-21", None),
            ("2024-Q5", None),
            ("06/12/2024", None),
            ("soon", None),
            ("", None),
        ] {
            assert_eq!(period(raw).map(|it| it.to_edtf()).as_deref(), edtf, "{raw}");
        }
    }
}
