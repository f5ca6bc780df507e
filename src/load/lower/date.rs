use toml::de::DeValue;

use super::Lowering;
use crate::diagnostic::{quoted, rules};
use crate::load::reader::Row;
use crate::prose;
use crate::report::{Period, PeriodError};
use crate::schema::Key;

rules! {

    /// A date that cannot be read.
    BAD_DATE "E008" "not a date"
r#"Dates are written in EDTF (ISO 8601-2), level 0 or 1, in quotes:

    2023         a year            2023-08      a month
    2023-08-04   a day             2023-21      spring (22 to 24: later seasons)
    2021/2023    from, to          2023/..      since
    2023~        about             2023?        uncertain
    202X         some year of the 2020s

    wrong:  period = "2015-2020"
    wrong:  period = "Dec 2024"
    right:  period = "2015/2020"
    right:  period = "2024-12""#
}

impl<'i> Lowering<'i, '_> {
    /// A date or a span in EDTF; TOML dates and whole years are EDTF too.
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
        let (message, help) = match Period::parse(&raw) {
            Ok(period) if !period.is_backwards() => return Some(period),
            Ok(_) => (
                format!("{} ends before it starts", quoted(&raw)),
                format!("write {} = \"FROM/TO\" with the earlier date first", key.word()),
            ),
            Err(error) => (format!("{} is not a date", quoted(&raw)), help(key, raw.trim(), error)),
        };
        row.mark(key);
        self.faults.add(&BAD_DATE, row.at(key), message).help(help);
        None
    }
}

fn help(key: Key, raw: &str, error: PeriodError) -> String {
    let word = key.word();
    if raw.is_empty() {
        return format!("remove '{word}' if the date is not known");
    }
    if let Some(meant) = prose::period(raw) {
        return format!("write {word} = \"{}\"", meant.to_edtf());
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

/// How to write a date with an `X` where EDTF does not allow one.
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
