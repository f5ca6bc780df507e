//! Periods that do not fit the dates of their source.

use std::ops::Range;

use crate::diagnostic::{Faults, quoted, rules};
use crate::load::reader::Row;
use crate::report::{Day, Observation, Period, Source};
use crate::schema::Key;

rules! {

    /// A figure about a time when its source was already published.
    AFTER_SOURCE "W009" "period begins after publication"
r#"A source cannot have counted what had not yet begun. Either a date is wrong,
or the figure is not of what has happened: then say so in 'status'. A period
that only ends after publication ("2025" in a source of 2025-12) is common,
and gives no warning.

    wrong:  period = "2025"     of a source with  published = "2024-12"
    right:  period = "2025"
            status = "forecast""#

    /// A season or a quarter that was most likely meant to be two years.
    SEASON_OR_YEARS "W018" "season that reads like two years"
r#"In EDTF the numbers 21 to 24 in the place of a month are spring, summer,
autumn and winter, so that "2023-24" is the winter of 2023. In print it is
mostly a fiscal or school year, and "2020-24" are five years. Write that as a
span; if the season is meant, let the warning stand. There is none where the
wording names the season, or where the line has another season of that year.
The numbers 33 to 41 are quarters, thirds and halves of a year. They give the
warning where the later year is the next one ("2032-33") or over, or where the
figure is a forecast, a target or a scenario.

    wrong:  period = "2023-24"
    right:  period = "2023/2024"
    right:  period = "2023-04/2024-03""#
}

/// The names of the seasons in wordings, with their numbers in EDTF.
const SEASONS: &[(&str, u8)] =
    &[("spring", 21), ("summer", 22), ("autumn", 23), ("fall", 23), ("winter", 24)];

/// The number of the first quarter. What is above is a quarter, a third or a half.
const QUARTER: u8 = 33;

/// Reports a season or a part of a year whose number may be that of a later year, unless the wording
/// names it or another period of its line is another one of that year.
pub(super) fn season_or_years<'p>(
    figure: &Observation,
    line: impl Iterator<Item = &'p Period>,
    at: Range<usize>,
    as_of: Day,
    faults: &mut Faults,
) {
    let Some(period) = &figure.period else { return };
    let of_our_era = period.part_of_year().filter(|(year, _)| *year >= 1000);
    let Some((year, season)) = of_our_era.filter(|(year, season)| year % 100 < i64::from(*season))
    else {
        return;
    };
    let next = year - year % 100 + i64::from(season);
    // What was counted up to now is not of years to come.
    let may_be_years = season < QUARTER
        || next == year + 1
        || next <= as_of.ymd().0
        || !figure.status.is_observed();
    let wording = figure.wording.as_ref().map(|wording| wording.to_lowercase()).unwrap_or_default();
    let mut words = wording.split(|c: char| !c.is_alphanumeric());
    let mut parts = line.filter_map(Period::part_of_year);
    if !may_be_years
        || words.any(|word| is_name(word, season))
        || parts.any(|(other, number)| other == year && number != season)
    {
        return;
    }
    let message = format!("'{}' is read as {}", period.to_edtf(), period.words());
    if next != year + 1 {
        let help = format!("write period = \"{year}/{next}\" if these are two years");
        faults.add(&SEASON_OR_YEARS, at, message).help(help);
        return;
    }
    faults.add(&SEASON_OR_YEARS, at, message).help(format!(
        "write period = \"{year}/{next}\" if it is a fiscal year, or period = \
         \"{year}-04/{next}-03\" where that begins in April"
    ));
}

/// Whether a word names this season, or a part of a year at all: "winter", "quarter", "q3", "3q24".
fn is_name(word: &str, season: u8) -> bool {
    if season < QUARTER {
        return SEASONS.iter().any(|(name, number)| *number == season && word == *name);
    }
    let is_short = word.contains(['q', 'h'])
        && word.contains(|c: char| c.is_ascii_digit())
        && word.chars().all(|c| c.is_ascii_digit() || matches!(c, 'q' | 'h'));
    is_short || matches!(word, "quarter" | "quarters" | "half" | "third")
}

/// Reports a period that begins after its source was published.
pub(super) fn after_source(
    figure: &Observation,
    row: &Row<'_>,
    sources: &[Source],
    faults: &mut Faults,
) {
    let source = figure.source.and_then(|ix| sources.get(ix.0 as usize));
    let period = figure.period.as_ref().filter(|period| !period.is_vague());
    let (Some(period), Some(source)) = (period, source) else { return };
    let Some(published) = &source.published else { return };
    let (Some(start), Some(out)) = (period.start(), published.end()) else { return };
    if !figure.status.is_observed() || start <= out {
        return;
    }
    let (name, day) = (quoted(&source.key), published.words());
    let message = format!("the period begins after {name} was published ({day})");
    faults.add(&AFTER_SOURCE, row.at(Key::Period), message).help(
        "correct one of the dates; if it had not happened yet, say so with status = \"forecast\"",
    );
}

#[cfg(test)]
mod tests {
    use crate::load::tests::{codes, obeyed};

    #[test]
    fn a_period_may_end_after_publication_but_not_begin_then() {
        for (period, is_doubtful) in [
            ("2025", false),
            ("2025-12", false),
            ("2025/2027", false),
            ("../2027", false),
            ("2027", true),
            ("2027-01-01", true),
            ("2027/..", true),
            ("2027~", false),
        ] {
            let keys = format!("value = 8\nsource = \"s\"\nlocator = \"1\"\nperiod = \"{period}\"");
            assert_eq!(codes(&keys).contains(&"W009"), is_doubtful, "{period}");
            let forecast = format!("{keys}\nstatus = \"forecast\"");
            assert!(!codes(&forecast).contains(&"W009"), "{period}");
        }
        let said = obeyed("value = 8\nsource = \"s\"\nlocator = \"1\"\nperiod = \"2026\"");
        assert_eq!(said, ["8 %, forecast · 2026"]);
    }

    #[test]
    fn a_season_that_reads_like_two_years_is_doubted_and_stays() {
        for (period, is_doubtful) in [
            ("2023-24", true),
            ("2020-21", true),
            ("1922-23", true),
            ("2023-23", false),
            ("2024-21", false),
            ("2023-12", false),
            ("2023", false),
            ("2020-24", true),
            ("2019-22", true),
            ("2009-10", false),
            ("2000-01", false),
            ("2022-21", false),
            ("2024-35", false),
            ("2024-40", false),
            ("2030-33", false),
            ("2032-33", true),
            ("1932-33", true),
            ("1930-33", true),
            ("2035-33", false),
        ] {
            let keys = format!("value = 8\nperiod = \"{period}\"");
            assert_eq!(codes(&keys).contains(&"W018"), is_doubtful, "{period}");
        }
        for (wording, is_doubtful) in [("8 percent this Winter", false), ("8 percent", true)] {
            let keys = format!("value = 8\nperiod = \"2023-24\"\nwording = \"{wording}\"");
            assert_eq!(codes(&keys).contains(&"W018"), is_doubtful, "{wording}");
        }
        for (other, is_doubtful) in [("2023-21", false), ("2022-23", true), ("2023", true)] {
            let point = format!("[{{ period = \"{other}\", value = 7 }}]");
            let keys =
                format!("value = 8\nperiod = \"2023-24\"\nseries = [{{ points = {point} }}]");
            assert_eq!(codes(&keys).contains(&"W018"), is_doubtful, "{other}");
        }
        for (keys, is_doubtful) in [
            ("period = \"2024-35\"\nstatus = \"forecast\"", true),
            ("period = \"2024-35\"\nstatus = \"target\"", true),
            ("period = \"2024-35\"\nstatus = \"forecast\"\nwording = \"8% in Q3\"", false),
            ("period = \"2032-33\"\nwording = \"8% in the first quarter\"", false),
            ("period = \"2032-33\"\nwording = \"8% in 1Q32\"", false),
            (
                "period = \"2032-33\"\nseries = [{ points = [{ period = \"2032-34\", value = 7 }] }]",
                false,
            ),
        ] {
            let keys = format!("value = 8\n{keys}");
            assert_eq!(codes(&keys).contains(&"W018"), is_doubtful, "{keys}");
        }
        let said = obeyed("value = 8\nperiod = \"2023-24\"");
        assert_eq!(said, ["8 % · 2023-04/2024-03", "8 % · 2023/2024"]);
        let said = obeyed("value = 8\nperiod = \"2032-33\"");
        assert_eq!(said, ["8 % · 2032-04/2033-03", "8 % · 2032/2033"]);
    }
}
