//! Dates, and what is meant by those that cannot be read.

mod fiscal;

use toml::de::DeValue;

use super::Lowering;
use crate::diagnostic::{quoted, rules};
use crate::load::reader::Row;
use crate::prose;
use crate::report::{Period, PeriodError, year_name};
use crate::schema::Key;

rules! {

    /// A date that cannot be read.
    BAD_DATE "E008" "not a date"
r#"Dates are written in EDTF (ISO 8601-2), in quotes:

    2023         a year            2023-08      a month
    2023-08-04   a day             2023-21      spring (22 to 24: later seasons)
    2023-35      Q3 (33 to 36)     2023-40      first half (41: second half)
    2021/2023    from, to          2023/..      since
    2023~        about             2023?        uncertain
    202X         some year of the 2020s
    -0043        44 BC: 0000 is 1 BC, -0001 is 2 BC

The numbers 37 to 39 are the thirds of a year. A fiscal year is a span: of two
years, or of the months that the source gives. Without a date the key is left
out.

    wrong:  period = "2015-2020"
    wrong:  period = "Dec 2024"
    wrong:  period = "2008/09"
    wrong:  period = "Q3 2024"
    right:  period = "2015/2020"
    right:  period = "2024-12"
    right:  period = "2008/2009"
    right:  period = "2024-35""#
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
            Err(error) => {
                let is_needed = row.table.field(key).is_some_and(|field| field.required);
                let help = help(key, raw.trim(), is_needed, error);
                (format!("{} is not a date", quoted(&raw)), help)
            }
        };
        row.mark(key);
        self.faults.add(&BAD_DATE, row.at(key), message).help(help);
        None
    }
}

fn help(key: Key, raw: &str, is_needed: bool, error: PeriodError) -> String {
    let word = key.word();
    let lower = raw.to_lowercase();
    if raw.is_empty() || prose::is_no_date(raw) {
        return no_date(key, is_needed);
    }
    if let Some(help) = fiscal::help(word, &lower).or_else(|| order(word, raw)) {
        return help;
    }
    if let Some(meant) = prose::period(raw) {
        let edtf = meant.to_edtf();
        // The number of a quarter and a year before our era do not say what they mean.
        let is_clear = meant.to_simple_edtf() == edtf && !edtf.starts_with(['-', '0']);
        let words = if is_clear { String::new() } else { format!(" ({})", meant.words()) };
        return format!("write {word} = \"{edtf}\"{words}");
    }
    if let Some(help) = before_our_era(word, raw).or_else(|| open_digits(raw)) {
        return help;
    }
    let forms = "dates are written 2023, 2023-08, 2023-08-04, 2021/2023, 2023~ (about) or \
                 2023/.. (since), in quotes";
    match error {
        PeriodError::LevelTwo => {
            format!("dates of this kind cannot be drawn; write a span: {word} = \"FROM…/TO…\"")
        }
        PeriodError::Syntax(error) if error.message.contains("range for the month") => {
            "the month does not have this day".to_owned()
        }
        PeriodError::Syntax(error) if error.message.contains("01-12") => {
            format!(
                "months go from 01 to 12, seasons from 21 to 24, quarters from 33 to 36; {forms}"
            )
        }
        PeriodError::Syntax(_) => forms.to_owned(),
    }
}

/// How to write a day of three numbers with the year at the end, in each way to read it.
fn order(word: &str, raw: &str) -> Option<String> {
    let days = prose::days(raw);
    let ways: Vec<String> = days
        .iter()
        .map(|day| format!("{word} = \"{}\" ({})", day.to_edtf(), day.words()))
        .collect();
    (!ways.is_empty()).then(|| format!("write {}", ways.join(", or ")))
}

/// What to do where the source gives no date.
fn no_date(key: Key, is_needed: bool) -> String {
    let word = key.word();
    match key {
        _ if is_needed => {
            format!("a point is drawn by its '{word}': without one, leave the whole point out")
        }
        Key::Published => format!("leave '{word}' out: it is then shown as n.d."),
        Key::Period => format!("leave '{word}' out: it is then shown as 'no date'"),
        _ => format!("leave '{word}' out"),
    }
}

/// How to write a negative year that EDTF does not take: one that is short, or has an `X`.
fn before_our_era(word: &str, raw: &str) -> Option<String> {
    let digits = raw.strip_prefix(['-', '−']).filter(|digits| digits.len() <= 4)?;
    if digits.contains(['X', 'x']) {
        let stated = digits.trim_end_matches(['X', 'x']);
        stated.parse::<u16>().ok().filter(|_| digits.len() == 4)?;
        let filled = |with| digits.replace(['X', 'x'], with);
        let (first, last) = (filled("9"), filled("0"));
        let last = if last == "0000" { last } else { format!("-{last}") };
        let span = Period::parse(&format!("-{first}/{last}")).ok()?;
        return Some(format!("write {word} = \"{}\" ({})", span.to_edtf(), span.words()));
    }
    let year: i64 = digits.parse().ok().filter(|year| *year > 0)?;
    // Whether the writer knows of the year 0 cannot be told.
    let way = |year: i64| {
        let sign = if year < 0 { "-" } else { "" };
        format!("{word} = \"{sign}{:04}\" ({})", year.unsigned_abs(), year_name(year))
    };
    Some(format!("write {}, or {}", way(1 - year), way(-year)))
}

/// How to write a date with an `X` where EDTF does not allow one.
fn open_digits(raw: &str) -> Option<String> {
    let is_open = raw.contains(['X', 'x'])
        && raw.chars().all(|c| c.is_ascii_digit() || matches!(c, 'X' | 'x' | 'u' | '-' | '/'));
    is_open.then(|| {
        "X stands only for the last digit or two of the year, or for the whole month or day at \
         the end, as in 202X, 20XX, 2023-XX or 2023-05-XX"
            .to_owned()
    })
}

#[cfg(test)]
mod tests {
    use crate::load::tests::{help, obeyed};

    fn read(period: &str) -> Vec<String> {
        obeyed(&format!("value = 8\nperiod = \"{period}\""))
    }

    #[test]
    fn a_date_is_never_made_another_one() {
        for (typed, meant) in [
            ("2008/09", &["2008-04/2009-03", "2008/2009"][..]),
            ("2023/24", &["2023-04/2024-03", "2023/2024"]),
            ("2023–24", &["2023-04/2024-03", "2023/2024"]),
            ("2023-24", &["2023-04/2024-03", "2023/2024"]),
            ("FY 2023/24", &["2023-04/2024-03", "2023/2024"]),
            ("FY2023-24", &["2023-04/2024-03", "2023/2024"]),
            ("2023/24 fiscal year", &["2023-04/2024-03", "2023/2024"]),
            ("1999/00", &["1999-04/2000-03", "1999/2000"]),
            ("1999-00", &["1999-04/2000-03", "1999/2000"]),
            ("2008-9", &["2008-09", "2008/2009"]),
            ("FY2024", &[]),
            ("2005/10", &["2005-10", "2005/2010"]),
            ("2005–10", &["2005-10", "2005/2010"]),
            ("2024/12", &["2024-12"]),
            ("2015–25", &["2015/2025"]),
            ("1998/13", &[]),
            ("1998-13", &[]),
            ("2024-1", &["2024-01"]),
            ("2024-3", &["2024-03"]),
            ("2024-6", &["2024-06"]),
            ("2020-2", &["2020-02"]),
            ("2024/2", &["2024-02"]),
            ("2024-5", &["2024-05", "2024/2025"]),
            ("2024-13", &[]),
            ("2024-00", &[]),
            ("2024-01/06", &["2024-01/2024-06"]),
            ("2024-11/02", &[]),
            ("from 2020", &["2020/.."]),
            ("decade 2020", &[]),
            ("06/12/2024", &["2024-06-12", "2024-12-06"]),
            ("6-12-2024", &["2024-06-12", "2024-12-06"]),
            ("13/12/2024", &["2024-12-13"]),
            ("12/25/2024", &["2024-12-25"]),
            ("06/06/2024", &["2024-06-06"]),
            ("31/02/2024", &[]),
            ("06.12.2024", &["2024-12-06"]),
            ("06/12/24", &[]),
            ("Dec 2024", &["2024-12"]),
            ("2015-2020", &["2015/2020"]),
            ("c. 2014", &["2014~"]),
            ("by 2030", &[]),
            ("last year", &[]),
            ("1X23", &[]),
            ("{2021,2022}", &[]),
        ] {
            let meant: Vec<_> = meant.iter().map(|edtf| format!("8 % · {edtf}")).collect();
            assert_eq!(read(typed), meant, "{typed}");
        }
    }

    #[test]
    fn quarters_and_eras_get_their_numbers() {
        for (typed, meant) in [
            ("Q1 2025", &["2025-33"][..]),
            ("2024-Q3", &["2024-35"]),
            ("Q3 2024", &["2024-35"]),
            ("3Q24", &["2024-35"]),
            ("2024 Q3", &["2024-35"]),
            ("H1 2024", &["2024-40"]),
            ("Q1–Q2 2024", &["2024-33/2024-34"]),
            ("2024-42", &["2024/2042"]),
            ("2024-25~", &[]),
            ("44 BC", &["-0043"]),
            ("44 BCE", &["-0043"]),
            ("300 v. Chr.", &["-0299"]),
            ("300–200 BC", &["-0299/-0199"]),
            ("about 300 BC", &["-0299~"]),
            ("AD 14", &["0014"]),
            ("-44", &["-0043", "-0044"]),
            ("-1", &["-0001", "0000"]),
            ("-00XX", &["-0099/0000"]),
            ("-02XX", &["-0299/-0200"]),
            ("-XX00", &[]),
            ("-0", &[]),
        ] {
            let meant: Vec<_> = meant.iter().map(|edtf| format!("8 % · {edtf}")).collect();
            assert_eq!(read(typed), meant, "{typed}");
        }
    }

    #[test]
    fn a_date_without_quotes_is_put_right_at_once() {
        for (typed, said) in [
            ("Q1 2024", &["write period = \"2024-33\""][..]),
            ("2024-Q3", &["write period = \"2024-35\""]),
            ("3Q24", &["write period = \"2024-35\""]),
            ("44 BC", &["write period = \"-0043\""]),
            ("-44", &["\"-0043\" (44 BC)", "\"-0044\" (45 BC)"]),
            ("March 2024", &["write period = \"2024-03\""]),
            ("04/03/2024", &["\"2024-03-04\"", ", or ", "\"2024-04-03\""]),
            ("n.d.", &["leave 'period' out"]),
            ("2024-05", &["put it in quotes: period = \"2024-05\""]),
        ] {
            let help = help(&format!("value = 8\nperiod = {typed}"));
            assert!(said.iter().all(|part| help.contains(part)), "{typed}: {help}");
        }
    }

    #[test]
    fn a_date_that_is_not_known_is_left_out() {
        for typed in
            ["n.d.", "[n.d.]", "undated", "unknown", "", "–", "n/a", "s.d.", "o. J.", "б. г."]
        {
            assert_eq!(read(typed), ["8 %"], "{typed}");
        }
        let report = |typed: &str| {
            let text = format!("[report]\ntitle = \"T\"\npublished = \"{typed}\"\n");
            let loaded = crate::load::load(&text, crate::report::Day::new(2026, 11, 23));
            loaded.diagnostics[0].help.clone()
        };
        let shown = Some("leave 'published' out: it is then shown as n.d.".to_owned());
        assert_eq!(report("n.d."), shown);
        assert_eq!(help("value = 8\nreview_by = \"tbd\""), "leave 'review_by' out");
    }
}
