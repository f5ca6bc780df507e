//! Dates and spans as people write them.

mod era;
mod part;

use crate::report::{MONTHS, Period};

/// What separates the parts of a date.
const SIGNS: [char; 5] = [' ', ',', '.', '/', '-'];

/// Words for a date that is not known.
const NO_DATE: &[&str] = &[
    "n.d.",
    "n.d",
    "nd",
    "n. d.",
    "s.d.",
    "s. d.",
    "sans date",
    "sin fecha",
    "senza data",
    "sem data",
    "o.j.",
    "o. j.",
    "o.d.",
    "o. d.",
    "ohne jahr",
    "ohne datum",
    "b.d.",
    "b. d.",
    "brak daty",
    "б.г.",
    "б. г.",
    "б/г",
    "б.д.",
    "б. д.",
    "без года",
    "без даты",
    "без дати",
    "无日期",
    "undated",
    "no date",
    "not dated",
    "without date",
    "date unknown",
    "unknown",
    "unknown date",
    "none",
    "not known",
    "not stated",
    "not given",
    "n/a",
    "na",
    "n.a.",
    "tbd",
    "-",
    "–",
    "—",
    "?",
    "??",
];

/// A date, or a span from one date to another, as people or the file (EDTF) write it:
/// `Dec 2024`, `2015-2020`, `Q3 2023`, `since 2020`, `about 2014`, `44 BC`.
///
/// The later of two dates may come first. `None` where it is unclear which date is meant, as in
/// `06/12/2024`. A season (`2020-21`) and a negative year are not read: they are more likely
/// something else.
pub(crate) fn period(raw: &str) -> Option<Period> {
    if let Some(edtf) = edtf(raw.trim()) {
        return Some(edtf);
    }
    let lower = raw.to_lowercase().replace(['–', '—'], "-").replace("..", " to ");
    let lower = lower.trim();
    // "From 2020" goes on, "from 2020 to 2025" ends.
    let (lower, is_open) = match lower.strip_prefix("from ") {
        Some(rest) => (rest.trim(), true),
        None => (lower, false),
    };
    let about = ["about ", "around ", "circa ", "ca. ", "c. ", "~"];
    if let Some(about) = about.iter().find_map(|word| lower.strip_prefix(word)) {
        return sound(&format!("{}~", date(about)?));
    }
    if let Some(one) = months(lower) {
        return sound(&one);
    }
    if let Some(one) = date(lower) {
        return sound(&if is_open { format!("{one}/..") } else { one });
    }
    let since = lower.strip_prefix("since ").or_else(|| lower.strip_suffix(" to"));
    if let Some(since) = since.and_then(date) {
        return sound(&format!("{since}/.."));
    }
    let words = [" to ", " - ", " / "].into_iter().filter_map(|sign| lower.split_once(sign));
    let signs = lower.match_indices(['-', '/', ' ']).map(|(at, _)| lower.split_at(at));
    let signs = signs.map(|(from, to)| (from, to.get(1..).unwrap_or_default()));
    words.chain(signs).find_map(|(from, to)| {
        if let Some((from, to)) = part::two(from, to).or_else(|| era::two(from, to)) {
            return sound(&format!("{from}/{to}"));
        }
        let from = date(from)?;
        // `2020-25` are two years.
        let is_short = is_year(&from) && to.len() == 2 && two(to).is_some();
        let to = if is_short { format!("{}{to}", from.get(..2)?) } else { date(to)? };
        sound(&format!("{from}/{to}")).or_else(|| sound(&format!("{to}/{from}")))
    })
}

/// A period from EDTF as it was typed: neither a season nor a negative year.
fn edtf(raw: &str) -> Option<Period> {
    let is_season = raw.len() == 7 && raw.get(5..).and_then(two).is_some_and(|month| month > 12);
    sound(raw).filter(|_| !is_season && !raw.starts_with('-'))
}

/// A period from EDTF, if it has a start or an end and does not end before it starts.
fn sound(raw: &str) -> Option<Period> {
    let is_dated = |period: &Period| period.start().is_some() || period.end().is_some();
    Period::parse(raw).ok().filter(|period| is_dated(period) && !period.is_backwards())
}

/// One date in EDTF, from `4 nov 2021`, `nov. 2021`, `november 4, 2021`, `4.11.2021`,
/// `2021/11/4`, `11/2021`, `Q3 2021` or `44 BC`.
fn date(raw: &str) -> Option<String> {
    let raw = raw.trim();
    if let Some(other) = part::of_year(raw).or_else(|| era::date(raw)) {
        return Some(other);
    }
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
        // One sign parts a date: 2024-01/06 is none.
        [year, _, _] if is_year(year) && raw.contains('-') && raw.contains('/') => return None,
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

/// Two months of a year: `2024-01/06`.
fn months(raw: &str) -> Option<String> {
    let (from, last) = raw.split_once('/')?;
    let (year, first) = from.split_once('-')?;
    let is_span = is_year(year) && (1..=12).contains(&two(first)?) && two(first)? < two(last)?;
    is_span.then(|| format!("{year}-{first:0>2}/{year}-{last:0>2}"))
}

/// The days that three numbers with the year at the end may be: the month comes first in one country
/// and second in another.
pub(crate) fn days(raw: &str) -> Vec<Period> {
    let parts: Vec<&str> = raw.split(['/', '-']).map(str::trim).collect();
    let [a, b, year] = parts.as_slice() else { return Vec::new() };
    if two(a).is_none() || two(b).is_none() || !is_year(year) {
        return Vec::new();
    }
    let mut days: Vec<Period> = [(a, b), (b, a)]
        .into_iter()
        .filter_map(|(day, month)| Period::parse(&format!("{year}-{month:0>2}-{day:0>2}")).ok())
        .collect();
    days.dedup();
    days
}

/// Whether the words say that there is no date.
pub(crate) fn is_no_date(raw: &str) -> bool {
    let raw = raw.trim().to_lowercase();
    let inner = raw.strip_prefix(['[', '(']).and_then(|raw| raw.strip_suffix([']', ')']));
    NO_DATE.contains(&inner.unwrap_or(&raw))
}

/// The number of a month, by its name or the usual abbreviation: "decade" is no December.
fn named(part: &str) -> Option<u8> {
    let is_name = |month: &str| {
        let name = month.to_lowercase();
        part == name || name.get(..3) == Some(part) || (part == "sept" && name.starts_with(part))
    };
    (1..).zip(MONTHS).find(|(_, month)| is_name(month)).map(|(number, _)| number)
}

fn two(part: &str) -> Option<u8> {
    part.parse().ok().filter(|_| part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit()))
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
            ("1XXX", None),
            ("06/12/2024", None),
            ("last year", None),
            ("from 2020", Some("2020/..")),
            ("from March 2020", Some("2020-03/..")),
            ("2024-01/06", Some("2024-01/2024-06")),
            ("2024-11/02", None),
            ("2024/11-02", None),
            ("decade 2020", None),
            ("marginal 2020", None),
            ("mayor 2020", None),
            ("Sept 2020", Some("2020-09")),
        ] {
            assert_eq!(period(raw).map(|period| period.to_edtf()).as_deref(), edtf, "{raw}");
        }
    }

    #[test]
    fn quarters_and_halves_are_read_as_people_write_them() {
        for (raw, edtf) in [
            ("2023 Q1", Some("2023-33")),
            ("2023-Q2", Some("2023-34")),
            ("Q3 2023", Some("2023-35")),
            ("2023Q4", Some("2023-36")),
            ("3Q24", Some("2024-35")),
            ("24Q3", Some("2024-35")),
            ("Q3'24", Some("2024-35")),
            ("Q3 98", Some("1998-35")),
            ("3rd quarter of 2024", Some("2024-35")),
            ("the third quarter, 2024", Some("2024-35")),
            ("2024, fourth quarter", Some("2024-36")),
            ("H1 2024", Some("2024-40")),
            ("2H24", Some("2024-41")),
            ("first half of 2024", Some("2024-40")),
            ("Q1-Q2 2024", Some("2024-33/2024-34")),
            ("Q1–Q3 2024", Some("2024-33/2024-35")),
            ("Q4 2023-Q1 2024", Some("2023-36/2024-33")),
            ("Q4 2023 to Q1 2024", Some("2023-36/2024-33")),
            ("Q2-Q1 2024", None),
            ("about Q3 2024", Some("2024-35~")),
            ("since Q3 2024", Some("2024-35/..")),
            ("Q5 2023", None),
            ("H3 2023", None),
            ("Q3", None),
            ("Q3 FY2024", None),
            ("half 2024", None),
            ("quarterly 2024", None),
            ("from Q1 2020", Some("2020-33/..")),
        ] {
            assert_eq!(period(raw).map(|period| period.to_edtf()).as_deref(), edtf, "{raw}");
        }
    }

    #[test]
    fn years_are_read_with_their_era() {
        for (raw, edtf) in [
            ("44 BC", Some("-0043")),
            ("44 BCE", Some("-0043")),
            ("44 B.C.E.", Some("-0043")),
            ("300 v. Chr.", Some("-0299")),
            ("c. 300 BC", Some("-0299~")),
            ("44 до н. э.", Some("-0043")),
            ("52 av. J.-C.", Some("-0051")),
            ("1 BC", Some("0000")),
            ("10,000 BC", Some("-9999")),
            ("0 BC", None),
            ("44 BC.X", None),
            ("AD 14", Some("0014")),
            ("14 AD", Some("0014")),
            ("476 CE", Some("0476")),
            ("9 n. Chr.", Some("0009")),
            ("44-28 BC", Some("-0043/-0027")),
            ("300 BC to 200 BC", Some("-0299/-0199")),
            ("27 BC – AD 14", Some("-0026/0014")),
            ("28-44 BC", None),
            ("since 44 BC", Some("-0043/..")),
            ("March 44 BC", Some("-0043-03")),
            ("15 March 44 BC", Some("-0043-03-15")),
            ("31 Feb 44 BC", None),
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

    #[test]
    fn that_there_is_no_date_is_said_in_many_ways() {
        for raw in ["n.d.", "N.D.", "[n.d.]", "(no date)", "s.d.", "o. J.", "б. г.", "undated", "?"]
        {
            assert!(is_no_date(raw), "{raw}");
        }
        for raw in ["2024", "[2024]", "no", "d.", "(n.d."] {
            assert!(!is_no_date(raw), "{raw}");
        }
    }
}
