//! What a change is measured from, beside the period that it is of.

use crate::diagnostic::{Faults, rules};
use crate::load::reader::Row;
use crate::report::{Observation, Period};
use crate::schema::Key;

rules! {

    /// A base that is not before the period, or stands in it once more.
    NOT_BEFORE "W029" "base and period do not go together"
r#"'base' is what a change is measured from, and 'period' is then the end alone.
A base that is not before its period was mistaken for it, and a period that
begins with the base says it twice. The points of a line whose base is a year
in its middle inherit 'base' from the line, and get no warning.

    wrong:  base = "1990"   with  period = "1990/2022"
    right:  base = "1990"   with  period = "2022""#
}

/// Reports a base that the figure itself states and that is not before its period.
pub(super) fn check(figure: &Observation, row: &Row<'_>, faults: &mut Faults) {
    let (Some(base), Some(period)) = (&figure.base, &figure.period) else { return };
    if !row.has(Key::Base) || base.is_vague() || period.is_vague() || base.is_before(period) {
        return;
    }
    let (from, to) = (base.words(), period.words());
    let (key, message, help) = if period.is_before(base) {
        (
            Key::Base,
            format!("the base, {from}, lies after the period, {to}"),
            "the base is what the change is measured from, the period is its end: see which is which"
                .to_owned(),
        )
    } else if let Some((start, end)) = period.ends().filter(|(_, end)| base.is_before(end)) {
        let message = if start.is_same(base) {
            format!("the period, {to}, begins with the base, {from}")
        } else {
            format!("the base, {from}, lies in the period, {to}")
        };
        (Key::Period, message, format!("write period = \"{}\", the end alone", end.to_edtf()))
    } else if is_inside(base, period) {
        // December against the whole year, or a year against its January.
        return;
    } else {
        (
            Key::Base,
            format!("the base, {from}, is not before the period, {to}"),
            "write what the change is measured from as 'base', and its end as 'period'".to_owned(),
        )
    };
    faults.add(&NOT_BEFORE, row.at(key), message).help(help);
}

/// Whether one of the two begins or ends before the other does.
fn is_inside(base: &Period, period: &Period) -> bool {
    let ((start, end), (from, to)) = (base.days(), period.days());
    start < from || end < to
}

#[cfg(test)]
mod tests {
    use crate::load::tests::{codes, obeyed};

    #[test]
    fn a_base_is_before_the_period_and_not_in_it() {
        for (base, period, is_doubtful) in [
            ("1990", "2022", false),
            ("1990", "2018/2022", false),
            ("2020-04/2021-03", "2021-04/2022-03", false),
            ("2023-01", "2023", false),
            ("2023", "2023-12", false),
            ("2023~", "2023", false),
            ("1990", "1990/2022", true),
            ("1995", "1990/2022", true),
            ("1990", "1990", true),
            ("2022", "1990", true),
            ("1990", "", false),
        ] {
            let keys =
                format!("value = -8\nchange = true\nbase = \"{base}\"\nperiod = \"{period}\"");
            let keys = keys.replace("\nperiod = \"\"", "");
            assert_eq!(codes(&keys).contains(&"W029"), is_doubtful, "{base}, {period}");
        }
        let line = "value = -8\nchange = true\n[[indicator.series]]\nbase = \"2010\"\n\
                    points = [{ period = \"2005\", value = 3 }, { period = \"2010\", value = 0 }]";
        assert!(!codes(line).contains(&"W029"), "the base of the line is in its middle");
        let said = obeyed("value = -8\nchange = true\nbase = \"1990\"\nperiod = \"1990/2022\"");
        assert_eq!(said, ["fell 8 % compared with 1990 · 2022"]);
    }
}
