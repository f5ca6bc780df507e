//! Figures that were worked out by those who wrote the file.

use crate::diagnostic::{Faults, quoted, rules};
use crate::load::reader::Row;
use crate::prose::calculate;
use crate::report::{Decimal, Observation, Quantity, UnitKind, number};
use crate::schema::Key;

rules! {

    /// A calculation that contradicts what is beside it.
    NOT_DERIVED "W028" "a calculation of our own that does not hold"
r#"'derived' says how you worked a figure out, so no source prints it, and it
has no 'wording'. Where the calculation is written in numbers, it is worked
out again: + − × / ( ) % and "of" are understood, other words are not checked.
The source of such a figure is what the calculation starts from.

    wrong:  value   = 57
            derived = "34 + 22"
    right:  value   = 56
            derived = "34 + 22"

    wrong:  wording = "56 percent"
            derived = "34 + 22"
    right:  derived = "34 + 22""#
}

/// Reports a calculation with a wording, and one with another result than the value.
pub(super) fn check(figure: &Observation, row: &Row<'_>, faults: &mut Faults) {
    let Some(derived) = &figure.derived else { return };
    let worded = figure.also.iter().zip(&row.also).find(|(other, _)| other.wording.is_some());
    let worded = figure.wording.is_some().then_some(row).or(worded.map(|(_, row)| row));
    if let Some(worded) = worded {
        faults
            .add(&NOT_DERIVED, worded.at(Key::Wording), "a calculation of our own has a wording")
            .help("remove 'wording' if no source prints the figure; if one does, remove 'derived'")
            .related(row.at(Key::Derived), "worked out here");
    }
    let (Some(stated), Some(result)) = (&figure.quantity, calculate(derived)) else { return };
    let results = in_unit(stated, result);
    if results.iter().any(|result| stated.may_be(*result)) {
        return;
    }
    let off = |result: &&f64| (**result - stated.stated()).abs();
    let nearest = results.iter().min_by(|a, b| off(a).total_cmp(&off(b))).unwrap_or(&result);
    let message = format!(
        "{} is {}, the value is {}",
        quoted(derived),
        number(rounded(*nearest)),
        quoted(&stated.figure())
    );
    faults
        .add(&NOT_DERIVED, row.at(Key::Value), message)
        .help("correct the value, or write in 'derived' how it was worked out")
        .related(row.at(Key::Derived), "worked out here");
}

/// A result in the unit of a figure: as it is, a share in percent, or an amount in millions.
fn in_unit(stated: &Quantity, result: f64) -> Vec<f64> {
    let unit = stated.unit();
    let percent = matches!(unit.kind, UnitKind::Percent | UnitKind::Points);
    let percent = percent.then_some(result * 100.0);
    let ones = unit.multiplier.map(|_| result / unit.factor());
    [Some(result), percent, ones].into_iter().flatten().collect()
}

/// The most digits of a result in a message.
fn rounded(result: f64) -> Decimal {
    format!("{result:.5e}").parse::<f64>().unwrap_or(result).into()
}

#[cfg(test)]
mod tests {
    use crate::load::load;
    use crate::report::Day;

    /// The codes of a figure with these keys, a share where they name no unit.
    fn codes(keys: &str) -> Vec<&'static str> {
        let source = if keys.contains("\"s\"") { "[source.s]\ntitle = \"S\"\n" } else { "" };
        let unit = if keys.contains("unit =") { "" } else { "unit = \"%\"\n" };
        let text = format!(
            "[report]\ntitle = \"T\"\n{source}[[indicator]]\nid = \"a\"\nlabel = \"A\"\n{unit}{keys}"
        );
        let faults = load(&text, Day::new(2026, 11, 23)).diagnostics.into_iter();
        faults.map(|fault| fault.rule.code).collect()
    }

    #[test]
    fn a_calculation_needs_no_source_and_no_place_but_a_period() {
        assert_eq!(codes("value = 56\nderived = \"34 + 22\"\nperiod = \"2020\""), [] as [&str; 0]);
        let sourced = "value = 56\nderived = \"34 + 22\"\nperiod = \"2020\"\nsource = \"s\"";
        assert_eq!(codes(sourced), [] as [&str; 0]);
        assert_eq!(codes("value = 56\nderived = \"34 + 22\""), ["W003"]);
    }

    #[test]
    fn a_calculation_has_no_wording() {
        let keys = "value = 56\nderived = \"34 + 22\"\nperiod = \"2020\"\n";
        assert_eq!(codes(&format!("{keys}wording = \"57 percent\"")), ["W028"]);
        let also = "also = [{ source = \"s\", wording = \"57 percent\" }]";
        assert_eq!(codes(&format!("{keys}{also}")), ["W028"]);
    }

    #[test]
    fn the_result_is_that_of_the_value_as_far_as_it_is_rounded_and_limited() {
        for (keys, unit, is_doubtful) in [
            ("value = 56\nderived = \"34 + 22\"", "%", false),
            ("value = 57\nderived = \"34 + 22\"", "%", true),
            ("value = 57\nderived = \"34 + 22 of those asked\"", "%", false),
            ("value = 56\nderived = \"34 % + 22 %\"", "%", false),
            ("value = 64\nderived = \"15.5 / 24.4\"", "%", false),
            ("value = 63.5\nderived = \"15.5 / 24.4\"", "%", false),
            ("value = 63.4\nderived = \"15.5 / 24.4\"", "%", true),
            ("value = 0.64\nderived = \"15.5 / 24.4\"", "points per head", false),
            ("value = 64\nderived = \"15.5 / 24.4\"", "people", true),
            ("value = -36\nchange = true\nderived = \"15.5 / 24.4 − 1\"", "%", false),
            ("value = 36\nchange = true\nderived = \"15.5 / 24.4 − 1\"", "%", true),
            ("value = 1.5\nderived = \"1,000,000 + 500,000\"", "million people", false),
            ("value = 56\nhedge = \"about\"\nderived = \"34 + 22.5\"", "%", false),
            ("value = 56\nhedge = \"over\"\nderived = \"34 + 23\"", "%", false),
            ("value = 56\nhedge = \"at most\"\nderived = \"34 + 23\"", "%", true),
            ("value = [50, 60]\nderived = \"34 + 22\"", "%", false),
            ("value = [50, 55]\nderived = \"34 + 22\"", "%", true),
            ("value = \"2/3\"\nderived = \"2 / 3\"", "%", false),
            ("status = \"missing\"\nderived = \"34 + 22\"", "%", false),
        ] {
            let found = codes(&format!("unit = \"{unit}\"\nperiod = \"2020\"\n{keys}"));
            assert_eq!(found.contains(&"W028"), is_doubtful, "{keys}: {found:?}");
        }
    }
}
