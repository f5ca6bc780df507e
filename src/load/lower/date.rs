use toml::de::DeValue;

use super::Lowering;
use crate::diagnostic::quoted;
use crate::load::reader::Row;
use crate::load::rule::errors::BAD_DATE;
use crate::report::{Period, PeriodError, Text};
use crate::schema::Key;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

impl<'i> Lowering<'i, '_> {
    /// A date or a span in EDTF; TOML's own dates and whole years are EDTF too.
    pub(super) fn date(&mut self, row: &mut Row<'i>, key: Key) -> Option<Period> {
        let value = row.take(key)?;
        let raw = match &value {
            DeValue::String(raw) => raw.clone(),
            DeValue::Datetime(at) => at.to_string().into(),
            DeValue::Integer(year) if year.radix() == 10 => year.as_str().to_owned().into(),
            other => {
                row.wrong_type(key, other, self.faults);
                return None;
            }
        };
        let error = match Period::parse(&raw) {
            Ok(period) if !is_backwards(&period) => return Some(period),
            Ok(_) => None,
            Err(error) => Some(error),
        };
        row.mark(key);
        let (message, help) = match error {
            None => (
                format!("{} ends before it starts", quoted(&raw)),
                format!("write {} = \"FROM/TO\" with the earlier date first", key.word()),
            ),
            Some(error) => {
                (format!("{} is not a date", quoted(&raw)), help(key, raw.trim(), error))
            }
        };
        self.faults.add(&BAD_DATE, row.at(key), message).help(help);
        None
    }
}

fn is_backwards(period: &Period) -> bool {
    matches!((period.start(), period.end()), (Some(start), Some(end)) if start > end)
}

fn help(key: Key, raw: &str, error: PeriodError) -> String {
    let word = key.word();
    if raw.is_empty() {
        return format!("remove '{word}' if the date is not known");
    }
    if let Some(meant) = meant(raw) {
        return format!("write {word} = \"{meant}\"");
    }
    if let Some(help) = open_digits(word, raw) {
        return help;
    }
    let forms = "\"2023\", \"2023-08\", \"2023-08-04\", \"2021/2023\", \"2023~\" (about) or \"2023/..\" (since)";
    match error {
        PeriodError::LevelTwo => {
            format!("sets of dates cannot be drawn; write a span, such as {word} = \"2021/2023\"")
        }
        PeriodError::Syntax(error) if error.message.contains("range for the month") => {
            "the month does not have this day".to_owned()
        }
        PeriodError::Syntax(error) if error.message.contains("01-12") => {
            format!("months go from 01 to 12, seasons from 21 to 24; write {forms}")
        }
        PeriodError::Syntax(_) => format!("write {forms}"),
    }
}

/// How to write a date whose digits are left open elsewhere than at the end of a part.
fn open_digits(word: &str, raw: &str) -> Option<String> {
    let is_open = raw.contains(['X', 'x'])
        && raw.chars().all(|c| c.is_ascii_digit() || matches!(c, 'X' | 'x' | 'u' | '-' | '/'));
    is_open.then(|| {
        format!(
            "X stands only for the last digit or two of the year, or for the whole month or day \
             at the end: write {word} = \"202X\", \"20XX\", \"2023-XX\" or \"2023-05-XX\""
        )
    })
}

/// The date that was most likely meant, if it can be told without a doubt.
fn meant(raw: &str) -> Option<String> {
    let lower = raw.to_lowercase();
    let about = ["about ", "around ", "circa ", "ca. ", "c. ", "~"]
        .iter()
        .find_map(|p| lower.strip_prefix(p));
    let guess = match about {
        None if quarter(&lower).is_some() => quarter(&lower)?,
        Some(rest) => format!("{}~", plain(rest)?),
        None if lower.contains('/') => {
            let (from, to) = lower.split_once('/')?;
            if Period::parse(from).is_ok() && Period::parse(to).is_ok() {
                format!("{to}/{from}")
            } else {
                plain(&lower)?
            }
        }
        None => match lower.strip_prefix("since ") {
            Some(rest) => format!("{}/..", plain(rest)?),
            None => plain(&lower).or_else(|| span(&lower))?,
        },
    };
    let sound = Period::parse(&guess).is_ok_and(|p| !is_backwards(&p)) && guess != raw;
    sound.then(|| Text::new(&guess).to_string())
}

/// A quarter of a year, from its first month to its last.
fn quarter(raw: &str) -> Option<String> {
    let parts: Vec<&str> = raw.split([' ', '-', '/', '.', ',']).filter(|p| !p.is_empty()).collect();
    let number = |part: &str| {
        let digit = part.strip_prefix('q').or_else(|| part.strip_suffix('q'))?;
        digit.parse::<u8>().ok().filter(|n| (1..=4).contains(n))
    };
    let (year, n) = match parts.as_slice() {
        [year, q] if is_year(year) => (*year, number(q)?),
        [q, year] if is_year(year) => (*year, number(q)?),
        [glued] => match glued.split_at_checked(4)? {
            (year, q) if is_year(year) => (year, number(q)?),
            (q, _) => (glued.get(2..).filter(|year| is_year(year))?, number(q.get(..2)?)?),
        },
        _ => return None,
    };
    Some(format!("{year}-{:02}/{year}-{:02}", n * 3 - 2, n * 3))
}

fn span(raw: &str) -> Option<String> {
    let (from, to) = raw
        .split_once(['–', '—'])
        .or_else(|| raw.split_once(" to "))
        .or_else(|| raw.split_once('-').filter(|(a, b)| is_year(a) && is_year(b)))?;
    Some(format!("{}/{}", plain(from)?, plain(to)?))
}

fn is_year(raw: &str) -> bool {
    raw.trim().len() == 4 && raw.trim().bytes().all(|b| b.is_ascii_digit())
}

/// One date in the order that people write it.
fn plain(raw: &str) -> Option<String> {
    let parts: Vec<&str> = raw.split([' ', ',', '.', '/', '-']).filter(|p| !p.is_empty()).collect();
    let two = |raw: &str| raw.parse::<u8>().ok().map(|n| format!("{n:02}"));
    let month = |raw: &str| {
        let at = MONTHS.iter().position(|m| raw.get(..3) == Some(*m))?;
        Some(format!("{:02}", at + 1))
    };
    match parts.as_slice() {
        [year] if is_year(year) => Some((*year).to_owned()),
        [m, year] if is_year(year) => Some(format!("{year}-{}", month(m).or_else(|| two(m))?)),
        [year, m] if is_year(year) => Some(format!("{year}-{}", month(m).or_else(|| two(m))?)),
        [d, m, year] if is_year(year) && month(m).is_some() => {
            Some(format!("{year}-{}-{}", month(m)?, two(d)?))
        }
        [m, d, year] if is_year(year) && month(m).is_some() => {
            Some(format!("{year}-{}-{}", month(m)?, two(d)?))
        }
        [year, m, d] if is_year(year) => Some(format!("{year}-{}-{}", two(m)?, two(d)?)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_people_write_them_are_proposed_in_edtf() {
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
            assert_eq!(meant(raw).as_deref(), edtf, "{raw}");
        }
    }
}
