//! Dates and spans as people write them.

use crate::report::{MONTHS, Period};

/// What separates the parts of a date.
const SIGNS: [char; 5] = [' ', ',', '.', '/', '-'];

/// A date, or a span from one date to another, as people or the file (EDTF) write it:
/// `Dec 2024`, `2015-2020`, `Q3 2023`, `since 2020`, `about 2014`.
///
/// The later of two dates may come first. `None` where it is unclear which date is meant, as in
/// `06/12/2024`. A season (`2020-21`) and a negative year are not read: they are more likely
/// something else.
pub(crate) fn period(raw: &str) -> Option<Period> {
    if let Some(edtf) = edtf(raw.trim()) {
        return Some(edtf);
    }
    let lower = raw.to_lowercase().replace(['–', '—'], "-").replace("..", " to ");
    let lower = lower.trim().trim_start_matches("from ");
    let about = ["about ", "around ", "circa ", "ca. ", "c. ", "~"];
    if let Some(about) = about.iter().find_map(|word| lower.strip_prefix(word)) {
        return edtf(&format!("{}~", date(about)?));
    }
    if let Some(one) = quarter(lower).or_else(|| date(lower)) {
        return edtf(&one);
    }
    let since = lower.strip_prefix("since ").or_else(|| lower.strip_suffix(" to"));
    if let Some(since) = since.and_then(date) {
        return edtf(&format!("{since}/.."));
    }
    let words = [" to ", " - ", " / "].into_iter().filter_map(|sign| lower.split_once(sign));
    let signs = lower.match_indices(['-', '/', ' ']).map(|(at, _)| lower.split_at(at));
    let signs = signs.map(|(from, to)| (from, to.get(1..).unwrap_or_default()));
    words.chain(signs).find_map(|(from, to)| {
        let from = date(from)?;
        // `2020-25` are two years.
        let is_short = is_year(&from) && to.len() == 2 && two(to).is_some();
        let to = if is_short { format!("{}{to}", from.get(..2)?) } else { date(to)? };
        edtf(&format!("{from}/{to}")).or_else(|| edtf(&format!("{to}/{from}")))
    })
}

/// A period from EDTF, if it has a start or an end and does not end before it starts.
fn edtf(raw: &str) -> Option<Period> {
    let is_season = raw.len() == 7 && raw.get(5..).and_then(two).is_some_and(|month| month > 12);
    let is_dated = |period: &Period| period.start().is_some() || period.end().is_some();
    let period = Period::parse(raw).ok().filter(is_dated)?;
    (!is_season && !raw.starts_with('-') && !period.is_backwards()).then_some(period)
}

/// One date in EDTF, from `4 nov 2021`, `nov. 2021`, `november 4, 2021`, `4.11.2021`,
/// `2021/11/4` or `11/2021`.
fn date(raw: &str) -> Option<String> {
    let raw = raw.trim();
    let parts: Vec<&str> = raw.split(SIGNS).filter(|part| !part.is_empty()).collect();
    let written = match parts.as_slice() {
        [a, b, year] if is_year(year) => {
            let (day, month) = match (named(a), named(b)) {
                (None, Some(month)) => (a, month),
                (Some(month), None) => (b, month),
                // With slashes or hyphens the month may come first.
                (None, None) if !raw.contains(['/', '-']) => (a, two(b)?),
                _ => return None,
            };
            format!("{year}-{month:02}-{:02}", two(day)?)
        }
        [year, month, day] if is_year(year) => {
            format!("{year}-{:02}-{:02}", two(month)?, two(day)?)
        }
        [month, year] | [year, month] if is_year(year) => {
            format!("{year}-{:02}", named(month).or_else(|| two(month))?)
        }
        [year] if is_year(year) && !raw.ends_with(['-', '/']) => (*year).to_owned(),
        _ => raw.to_owned(),
    };
    let is_one = !raw.starts_with('-') && !written.contains('/') && edtf(&written).is_some();
    is_one.then_some(written)
}

/// A quarter of a year, from its first month to its last: `q3 2023`, `2023-q3`, `2023q3`.
fn quarter(raw: &str) -> Option<String> {
    let parts = raw.split(SIGNS).flat_map(|part| part.split('q'));
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let (year, number) = match parts.as_slice() {
        [year, number] | [number, year] if is_year(year) => (year, two(number)?),
        _ => return None,
    };
    let is_quarter = raw.matches('q').count() == 1 && (1..=4).contains(&number);
    is_quarter.then(|| format!("{year}-{:02}/{year}-{:02}", number * 3 - 2, number * 3))
}

/// The number of a month, by its name or the first letters of it.
fn named(part: &str) -> Option<u8> {
    let start = part.get(..3).filter(|_| part.chars().all(char::is_alphabetic))?;
    let mut months = (1..).zip(MONTHS);
    months.find(|(_, month)| month.to_lowercase().starts_with(start)).map(|(number, _)| number)
}

fn two(part: &str) -> Option<u8> {
    part.parse().ok().filter(|_| part.len() <= 2)
}

fn is_year(part: &str) -> bool {
    part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        for (raw, edtf) in [
            ("2015-2020", Some("2015/2020")),
            ("2015–2020", Some("2015/2020")),
            ("Dec 2024", Some("2024-12")),
            ("December 2024", Some("2024-12")),
            ("6 Dec 2024", Some("2024-12-06")),
            ("December 6, 2024", Some("2024-12-06")),
            ("2024/12/06", Some("2024-12-06")),
            ("2024-1", Some("2024-01")),
            ("c. 2014", Some("2014~")),
            ("about 2014", Some("2014~")),
            ("since 2020", Some("2020/..")),
            ("03/2023", Some("2023-03")),
            ("3.2023", Some("2023-03")),
            ("13/2023", None),
            ("2023 Q1", Some("2023-01/2023-03")),
            ("2023-Q2", Some("2023-04/2023-06")),
            ("Q3 2023", Some("2023-07/2023-09")),
            ("2023Q4", Some("2023-10/2023-12")),
            ("Q5 2023", None),
            ("1XXX", None),
            ("06/12/2024", None),
            ("last year", None),
        ] {
            assert_eq!(period(raw).map(|period| period.to_edtf()).as_deref(), edtf, "{raw}");
        }
    }

    #[test]
    fn two_dates_are_read_as_people_write_them() {
        let words = |typed| period(typed).map(|period| period.words());
        let years = Some("2020–2025".to_owned());
        for typed in
            ["2020-2025", "2020–2025", " 2020 - 2025", "2020 2025", "2020/2025", "2020 to 2025"]
        {
            assert_eq!(words(typed), years, "{typed}");
        }
        assert_eq!(words("2021-03 to 2022-02-24"), words("2021-03/2022-02-24"));
        assert_eq!(words("2021-03"), Some("Mar 2021".to_owned()));
        assert_eq!(words("2021"), Some("2021".to_owned()));
        assert_eq!(words("2025-2020"), years, "the later one may come first");
        for typed in ["Feb 2022-Mar 2023", "Feb 2022 to Mar 2023", "february 2022 – march 2023"] {
            assert_eq!(words(typed), words("2022-02/2023-03"), "{typed}");
        }
        assert_eq!(words("4 Nov 2021"), Some("4 Nov 2021".to_owned()));
        assert_eq!(words("4 Nov 2021 - 2023"), words("2021-11-04/2023"));
        assert_eq!(words("2020/.."), Some("since 2020".to_owned()));
        for typed in
            ["2020 -2025", "2020-25", "2020–25", "2020..2025", "from 2020 to 2025", "2020 / 2025"]
        {
            assert_eq!(words(typed), years, "{typed}");
        }
        assert_eq!(words("since 2020"), words("2020/.."));
        assert_eq!(words("24.02.2022"), Some("24 Feb 2022".to_owned()));
        assert_eq!(words("Sept. 2021"), Some("Sep 2021".to_owned()));
        assert_eq!(words("2020-21"), Some("2020–2021".to_owned()), "no season");
        for typed in ["", "soon", "2020-", "-", "../..", "32 Nov 2021", "Nov", "é 2021", "-2025"] {
            assert_eq!(words(typed), None, "{typed}");
        }
    }
}
