//! The dates of a sentence.

use std::ops::Range;

use super::words::split;
use crate::prose;
use crate::report::{Day, MONTHS, Period};

/// The first and the last day of a date.
pub(super) type Days = (Day, Day);

/// A date of a text, or a span from one date to another.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct DateAt {
    pub(super) span: Range<usize>,
    /// The date, or the first of two.
    pub(super) first: Days,
    /// The second of two dates.
    pub(super) last: Option<Days>,
    /// Whether something is only measured from it: "since 1990", "than in 2019".
    pub(super) is_base: bool,
}

/// Words behind which a date is only compared with.
const BASES: &str = "since than from compared with before after against vs versus";

/// How many words a date has in front of its year.
const WORDS: usize = 4;

/// The dates of a text. The year of a month without one is that of the last date, or the one before.
pub(super) fn dates(text: &str, known: &mut Option<Day>) -> Vec<DateAt> {
    let mut all = with_year(text);
    let mut dated = all.clone().into_iter().peekable();
    for (span, word) in split(text) {
        while let Some(date) = dated.next_if(|date| date.span.start <= span.start) {
            *known = Some(date.last.unwrap_or(date.first).1);
        }
        let Some(month) = (1_u8..).zip(MONTHS).find(|(_, name)| *name == word).map(|(n, _)| n)
        else {
            continue;
        };
        let before = text.get(..span.start).unwrap_or_default();
        let is_dated = all.iter().any(|date| date.span.contains(&span.start));
        let is_in = LONE.split(' ').any(|own| split_last(before).eq_ignore_ascii_case(own));
        let Some((year, last, _)) = known.map(Day::ymd) else { continue };
        if is_in && !is_dated {
            let period = Period::parse(&format!(
                "{:04}-{month:02}",
                if month <= last { year } else { year - 1 }
            ));
            let first = period.ok().as_ref().and_then(days);
            let is_base = is_base(before);
            all.extend(first.map(|first| DateAt { span, first, last: None, is_base }));
        }
    }
    *known = dated.last().map(|date| date.last.unwrap_or(date.first).1).or(*known);
    all.sort_by_key(|date| date.span.start);
    all
}

/// Words in front of a month without a year.
const LONE: &str = "in since than and from to until by last early late mid";

/// The dates of a text that have a year.
fn with_year(text: &str) -> Vec<DateAt> {
    let mut found: Vec<DateAt> = Vec::new();
    let mut from = 0;
    while let Some(offset) =
        text.get(from..).and_then(|rest| rest.find(|c: char| c.is_ascii_digit()))
    {
        let start = from + offset;
        let rest = text.get(start..).unwrap_or_default();
        let len = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        from = start + len;
        let Some(date) = year(text, start..from, found.last().map_or(0, |date| date.span.end))
        else {
            continue;
        };
        from = date.span.end;
        match found.last_mut().filter(|before| before.last.is_none()) {
            Some(before)
                if joins(text.get(before.span.end..date.span.start).unwrap_or_default()) =>
            {
                before.last = Some(date.first);
                before.span.end = date.span.end;
                before.is_base = false;
            }
            _ => found.push(date),
        }
    }
    found
}

/// Whether two dates with this between them are the ends of a span.
fn joins(between: &str) -> bool {
    matches!(between.trim(), "to" | "and" | "-" | "–" | "—" | "until" | "till" | "through")
}

/// The date with this year, if it is one.
fn year(text: &str, span: Range<usize>, from: usize) -> Option<DateAt> {
    let is_part = |c: char| {
        c.is_alphanumeric() || matches!(c, '.' | ',' | '$' | '€' | '£' | '-' | '/' | '#' | '+')
    };
    let before = text.get(..span.start)?;
    let behind = text.get(span.end..)?;
    let digits = text.get(span.clone())?;
    let number: i64 = digits.parse().ok().filter(|year| (1900..2100).contains(year))?;
    let is_alone = digits.len() == 4
        && !before.ends_with(|c: char| is_part(c) && c != ',' && c != '-' && c != '/');
    let mut next = behind.chars();
    let is_number = match (next.next(), next.next()) {
        (Some('.' | ','), Some(c)) => c.is_ascii_digit(),
        (Some('%' | '°'), _) => true,
        (Some(c), _) => c.is_alphabetic(),
        _ => false,
    };
    if !is_alone || is_number {
        return None;
    }
    // 2023/24, 2023-24
    let short = behind.strip_prefix(['/', '-', '–']);
    let short = short.and_then(|rest| {
        rest.get(..2)
            .filter(|_| !rest.get(2..).is_some_and(|r| r.starts_with(|c: char| c.is_ascii_digit())))
    });
    let second = short.and_then(|raw| raw.parse::<i64>().ok()).map(|two| number / 100 * 100 + two);
    let full = |year: i64| (Day::new(year, 1, 1), Day::new(year, 12, 31));
    if let Some(second) = second.filter(|second| *second == number + 1) {
        let mark = behind.chars().next().map_or(0, char::len_utf8);
        let first = (full(number).0, full(second).1);
        let is_base = is_base(before);
        return Some(DateAt { span: span.start..span.end + mark + 2, first, last: None, is_base });
    }
    let words: Vec<usize> = starts(text.get(from..span.start)?).map(|at| from + at).collect();
    let longer = words.iter().rev().take(WORDS).rev().filter_map(|start| {
        let raw = text.get(*start..span.end)?;
        let is_dated = raw.split(|c: char| !c.is_alphanumeric()).any(names_part);
        let period = prose::period(raw).filter(|_| is_dated)?;
        days(&period).map(|days| (*start, days))
    });
    let (start, first) = longer.into_iter().next().unwrap_or((span.start, full(number)));
    let is_base = is_base(text.get(..start)?);
    Some(DateAt { span: start..span.end, first, last: None, is_base })
}

/// Where the words and numbers of a text begin.
fn starts(text: &str) -> impl Iterator<Item = usize> {
    let mut before = ' ';
    text.char_indices().filter_map(move |(at, c)| {
        let is_start = c.is_alphanumeric() && !before.is_alphanumeric();
        before = c;
        is_start.then_some(at)
    })
}

/// Whether a word names a part of a year.
fn names_part(word: &str) -> bool {
    let lower = word.to_lowercase();
    let is_month = |month: &&str| lower.len() >= 3 && month.to_lowercase().starts_with(&lower);
    MONTHS.iter().any(is_month)
        || matches!(&*lower, "quarter" | "half" | "sept")
        || lower.starts_with(['q', 'h']) && lower.len() == 2
}

/// The first and the last day of a period, if both are known.
pub(super) fn days(period: &Period) -> Option<Days> {
    Some((period.start()?, period.end()?))
}

fn is_base(before: &str) -> bool {
    let last = split_last(before);
    let last = match last.strip_suffix("in") {
        Some("") => split_last(before.trim_end().strip_suffix("in").unwrap_or_default()),
        _ => last,
    };
    BASES.split(' ').any(|base| last.eq_ignore_ascii_case(base))
}

/// The last word of a text.
fn split_last(text: &str) -> &str {
    let text = text.trim_end();
    let before = text.trim_end_matches(char::is_alphabetic).len();
    text.get(before..).unwrap_or_default()
}

/// Whether two spans of days have a day in common.
pub(super) fn meet(a: Days, b: Days) -> bool {
    a.0 <= b.1 && b.0 <= a.1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_found_in_sentences() {
        let shown = |text: &str| {
            let day = |days: Days| format!("{}..{}", days.0, days.1);
            let date = |date: &DateAt| {
                let last = date.last.map(|last| format!(" to {}", day(last))).unwrap_or_default();
                format!("{}{}{last}", if date.is_base { "from " } else { "" }, day(date.first))
            };
            dates(text, &mut None).iter().map(date).collect::<Vec<_>>().join("; ")
        };
        for (text, expected) in [
            ("In 2023 it fell", "2023-01-01..2023-12-31"),
            ("By November 2021 all", "2021-11-01..2021-11-30"),
            ("on 4 March 2022, it", "2022-03-04..2022-03-04"),
            (
                "between February 2022 and March 2023",
                "2022-02-01..2022-02-28 to 2023-03-01..2023-03-31",
            ),
            ("from 2021 to 2023", "2021-01-01..2021-12-31 to 2023-01-01..2023-12-31"),
            ("a fall of 45 % since 1990", "from 1990-01-01..1990-12-31"),
            ("less than in 2019", "from 2019-01-01..2019-12-31"),
            ("in 2023/24 there", "2023-01-01..2024-12-31"),
            ("the third quarter of 2026 was", "2026-07-01..2026-09-30"),
            (
                "On 9 November 2026 it was 34, in October 33",
                "2026-11-09..2026-11-09; 2026-10-01..2026-10-31",
            ),
            ("2,000 people, 2019.5 or $2020", ""),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }
}
