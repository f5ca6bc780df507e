//! Dates as people write them.

use edtf_core::{Date, DateField, Edtf, IntervalEndpoint, Precision, Year, YearKind};

use super::Period;

/// The names of the months.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The first three letters of the name of a month, 1 to 12.
pub(in crate::report) fn month_name(month: u8) -> &'static str {
    let name = MONTHS.get(usize::from(month).wrapping_sub(1));
    name.and_then(|name| name.get(..3)).unwrap_or("?")
}

impl Period {
    /// As people write it: `4 Nov 2021`, `Feb 2022–Mar 2023`, `about 2014`, `since 2020`.
    pub fn words(&self) -> String {
        match &self.edtf {
            Edtf::Date(date) => date_words(date),
            Edtf::DateTime(at) => date_words(&at.date),
            Edtf::Interval(interval) => interval_words(&interval.start, &interval.end),
            Edtf::Set(_) => self.to_edtf(),
        }
    }

    /// What the date leaves open, in words: `approximate`, `open end`; `None` where that is
    /// nothing.
    pub fn doubt(&self) -> Option<String> {
        let parts = match &self.edtf {
            Edtf::Date(date) => date_doubt(date).into_iter().map(str::to_owned).collect(),
            Edtf::Interval(interval) => interval_doubt(&interval.start, &interval.end),
            Edtf::DateTime(_) | Edtf::Set(_) => Vec::new(),
        };
        (!parts.is_empty()).then(|| parts.join("; "))
    }
}

fn interval_doubt(start: &IntervalEndpoint, end: &IntervalEndpoint) -> Vec<String> {
    let of_end = |end: &IntervalEndpoint| match end {
        IntervalEndpoint::Date(date) => date_doubt(date),
        _ => Vec::new(),
    };
    let (at_start, at_end) = (of_end(start), of_end(end));
    let mut parts = Vec::new();
    if at_start == at_end {
        parts.extend(at_start.into_iter().map(str::to_owned));
    } else {
        parts.extend(at_start.iter().map(|doubt| format!("start {doubt}")));
        parts.extend(at_end.iter().map(|doubt| format!("end {doubt}")));
    }
    for (endpoint, name) in [(start, "start"), (end, "end")] {
        match endpoint {
            IntervalEndpoint::Open => parts.push(format!("open {name}")),
            IntervalEndpoint::Unknown => parts.push(format!("{name} not known")),
            _ => {}
        }
    }
    parts
}

fn date_doubt(date: &Date) -> Vec<&'static str> {
    let mut parts = Vec::new();
    match (date.is_approximate(), date.is_uncertain()) {
        (true, true) => parts.push("approximate and in doubt"),
        (true, false) => parts.push("approximate"),
        (false, true) => parts.push("in doubt"),
        (false, false) => {}
    }
    if date.has_unspecified() {
        parts.push("not stated in full");
    }
    parts
}

fn interval_words(start: &IntervalEndpoint, end: &IntervalEndpoint) -> String {
    use IntervalEndpoint::{Date, Open, Unknown};
    match (start, end) {
        (Date(a), Date(b)) => between(a, b),
        (Date(a), Open) => format!("since {}", date_words(a)),
        (Open, Date(b)) => format!("until {}", date_words(b)),
        (Date(a), Unknown) => format!("from {}, end not known", date_words(a)),
        (Unknown, Date(b)) => format!("until {}, start not known", date_words(b)),
        // The parser refuses level 2 ends and intervals without a date.
        _ => String::from("not known"),
    }
}

/// Two dates, with a shared month and year only once: `Jan–Jun 2023`, `5–14 Mar 2022`.
fn between(a: &Date, b: &Date) -> String {
    let (from, to) = (date_words(a), date_words(b));
    let has_doubt = |d: &Date| d.is_uncertain() || d.is_approximate() || d.has_unspecified();
    let shared = match (a.precision(), b.precision()) {
        _ if has_doubt(a) || has_doubt(b) => String::new(),
        (Precision::Year, Precision::Year) if b.year.value().is_some_and(|year| year <= 0) => {
            BEFORE.to_owned()
        }
        (Precision::Year, _) | (_, Precision::Year) => String::new(),
        _ if a.year != b.year => String::new(),
        (Precision::Day, Precision::Day) if a.month == b.month => {
            to.split_once(' ').map_or_else(String::new, |(_, rest)| format!(" {rest}"))
        }
        _ if joint(a) != joint(b) => String::new(),
        _ => format!("{}{}", joint(b), year_words(&b.year)),
    };
    format!("{}–{to}", from.strip_suffix(&shared).unwrap_or(&from))
}

fn date_words(date: &Date) -> String {
    // Doubt comes first, so that a narrow column does not cut it off.
    let perhaps = if date.is_uncertain() { "perhaps " } else { "" };
    let about = if date.is_approximate() { "about " } else { "" };
    format!("{perhaps}{about}{}", plain_words(date))
}

fn plain_words(date: &Date) -> String {
    let year = year_words(&date.year);
    let month = date.month.and_then(DateField::value);
    let day = date.day.and_then(DateField::value);
    match (date.precision(), month, day) {
        (Precision::Year, ..) => year,
        (Precision::Season, Some(code), _) => {
            format!("{}{}{year}", part_name(code), joint(date))
        }
        (Precision::Day, Some(month), Some(day)) => format!("{day} {} {year}", month_name(month)),
        (Precision::Day, Some(month), None) => {
            format!("{} {year}, day not stated", month_name(month))
        }
        (_, Some(month), _) => format!("{} {year}", month_name(month)),
        (Precision::Day, None, _) => format!("{year}, day not stated"),
        (_, None, _) => format!("{year}, month not stated"),
    }
}

fn year_words(year: &Year) -> String {
    let span = |first: i64, last: i64| {
        let last = if first > 0 { last.to_string() } else { year_name(last) };
        format!("{}–{last}, year not stated", year_name(first))
    };
    if let YearKind::Standard { negative: false, digits } = year.kind {
        let first = digits.iter().fold(0, |all, digit| all * 10 + i64::from(digit.unwrap_or(0)));
        match digits {
            // The years 0 to 9 and 0 to 99 begin before our era.
            [_, _, Some(_), None] if first > 0 => return format!("{first}s"),
            [_, _, Some(_), None] => return span(first, first + 9),
            [_, _, None, None] => return span(first, first + 99),
            _ => {}
        }
    }
    year.value().map_or_else(|| String::from("year not stated"), year_name)
}

/// What stands behind a year before our era.
const BEFORE: &str = " BC";

/// A year in words. The year 0 of EDTF is 1 BC, and −44 is 45 BC; a year of fewer than four digits
/// needs a word to be read as one.
pub fn year_name(year: i64) -> String {
    match year {
        ..=0 => format!("{}{BEFORE}", year.unsigned_abs() + 1),
        1..1000 => format!("AD {year}"),
        _ => year.to_string(),
    }
}

/// What stands between the first part of a date and its year: `Q3 2024`, `first half of 2024`.
fn joint(date: &Date) -> &'static str {
    match date.month.and_then(DateField::value) {
        Some(37..) => " of ",
        _ => " ",
    }
}

fn part_name(code: u8) -> &'static str {
    match code {
        21 => "spring",
        22 => "summer",
        23 => "autumn",
        24 => "winter",
        33 => "Q1",
        34 => "Q2",
        35 => "Q3",
        36 => "Q4",
        37 => "first third",
        38 => "second third",
        39 => "last third",
        40 => "first half",
        41 => "second half",
        // The parser lets no other through.
        _ => "part",
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Day, PeriodError};
    use super::*;

    #[test]
    fn dates_read_as_people_write_them() {
        for (edtf, words) in [
            ("2023", "2023"),
            ("2023-08", "Aug 2023"),
            ("2021-11-04", "4 Nov 2021"),
            ("2022-02/2023-03", "Feb 2022–Mar 2023"),
            ("2021/2023", "2021–2023"),
            ("2023-01/2023-06", "Jan–Jun 2023"),
            ("2022-03-05/2022-03-14", "5–14 Mar 2022"),
            ("2022-06-28/2022-07-03", "28 Jun–3 Jul 2022"),
            ("2021-12-30/2022-01-02", "30 Dec 2021–2 Jan 2022"),
            ("2023-01/2023", "Jan 2023–2023"),
            ("2023-01~/2023-06", "about Jan 2023–Jun 2023"),
            ("2014~", "about 2014"),
            ("2014?", "perhaps 2014"),
            ("2014%", "perhaps about 2014"),
            ("202X", "2020s"),
            ("20XX", "2000–2099, year not stated"),
            ("2023-XX", "2023, month not stated"),
            ("2023-08-XX", "Aug 2023, day not stated"),
            ("2023-XX-XX", "2023, day not stated"),
            ("2020/..", "since 2020"),
            ("../2020?", "until perhaps 2020"),
            ("2020/", "from 2020, end not known"),
            ("/2020", "until 2020, start not known"),
            ("2023-21", "spring 2023"),
            ("2024-33", "Q1 2024"),
            ("2024-35~", "about Q3 2024"),
            ("2024-36?", "perhaps Q4 2024"),
            ("2024-38", "second third of 2024"),
            ("2024-40", "first half of 2024"),
            ("2024-33/2024-34", "Q1–Q2 2024"),
            ("2023-36/2024-33", "Q4 2023–Q1 2024"),
            ("2024-40/2024-41", "first half–second half of 2024"),
            ("2024-40/2024-08", "first half of 2024–Aug 2024"),
            ("2024-33/..", "since Q1 2024"),
            ("0000", "1 BC"),
            ("-0044", "45 BC"),
            ("-0043-03-15", "15 Mar 44 BC"),
            ("-0299~", "about 300 BC"),
            ("-0043/-0027", "44–28 BC"),
            ("-0043~/-0027", "about 44 BC–28 BC"),
            ("-0026/0014", "27 BC–AD 14"),
            ("-0043-03/-0043-05", "Mar–May 44 BC"),
            ("../-0043", "until 44 BC"),
            ("0476", "AD 476"),
            ("0476/1453", "AD 476–1453"),
            ("047X", "470s"),
            ("000X", "1 BC–AD 9, year not stated"),
            ("00XX", "1 BC–AD 99, year not stated"),
            ("04XX", "AD 400–499, year not stated"),
            ("Y-170000", "170001 BC"),
            ("2024-12-06T10:00:00Z", "6 Dec 2024"),
        ] {
            assert_eq!(Period::parse(edtf).expect(edtf).words(), words, "{edtf}");
        }
    }

    #[test]
    fn what_a_date_leaves_open_is_said() {
        for (edtf, doubt) in [
            ("2023-08-04", None),
            ("2021/2023", None),
            ("2014~", Some("approximate")),
            ("2023-10?", Some("in doubt")),
            ("2014%", Some("approximate and in doubt")),
            ("202X", Some("not stated in full")),
            ("2023-XX", Some("not stated in full")),
            ("202X~", Some("approximate; not stated in full")),
            ("2014~/2016~", Some("approximate")),
            ("2014~/2016", Some("start approximate")),
            ("2014/2016?", Some("end in doubt")),
            ("2020/..", Some("open end")),
            ("../2020?", Some("end in doubt; open start")),
            ("2020/", Some("end not known")),
            ("/2020", Some("start not known")),
        ] {
            assert_eq!(Period::parse(edtf).expect(edtf).doubt().as_deref(), doubt, "{edtf}");
        }
    }

    #[test]
    fn open_ends_have_no_day() {
        let since = Period::parse("2020/..").expect("EDTF");
        assert_eq!((since.start(), since.end()), (Some(Day::new(2020, 1, 1)), None));
        assert!(Period::parse("2021-11-04").expect("EDTF").is_point());
        assert!(!since.is_point());
    }

    #[test]
    fn what_is_not_edtf_or_is_level_two_is_refused() {
        assert!(matches!(Period::parse("2015-2020"), Err(PeriodError::Syntax(_))));
        for edtf in [
            "[2020..2021]",
            "2023-25",
            "2023-32",
            "?2023-33",
            "202X-33",
            "2023-33/202X",
            "..2023-33/2024",
        ] {
            assert_eq!(Period::parse(edtf), Err(PeriodError::LevelTwo), "{edtf}");
        }
        assert!(matches!(Period::parse("2023-42"), Err(PeriodError::Syntax(_))));
    }
}
