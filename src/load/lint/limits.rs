//! Values outside their scale, or outside what a share can be.

use crate::diagnostic::{Faults, rules};
use crate::load::reader::Row;
use crate::report::{Indicator, Observation, Quantity, ScaleKind, Value, number};
use crate::schema::Key;

rules! {

    /// A share of a whole below 0 or above 100 percent.
    NOT_A_SHARE "W007" "percentage beyond its limits"
r#"A share of a whole lies between 0 and 100. For a rise or a fall say 'change
= true'. Where more than the whole is meant (212 percent of a plan) the
warning may stand, and the bar shows that it runs off the scale.

    wrong:  unit   = "%"
            value  = -45
    right:  unit   = "%"
            value  = -45
            change = true"#

    /// A value that its declared scale does not hold.
    OFF_SCALE "W008" "value outside its scale"
r"The bar ends before the value. Widen 'scale', or correct the value.

    wrong:  scale = [0, 10]
            value = 12
    right:  scale = [0, 20]"
}

/// Reports a headline outside its declared scale, or outside 0 to 100 %.
pub(super) fn limits(indicator: &Indicator, row: &Row<'_>, faults: &mut Faults) {
    let Some(quantity) = &indicator.headline.quantity else { return };
    let Some(scale) = indicator.scale.filter(|s| s.kind() == ScaleKind::Declared) else {
        not_a_share(&indicator.headline, row, faults);
        return;
    };
    if ends(quantity).into_iter().flatten().any(|v| !scale.holds(v)) {
        let message = format!(
            "the value ({}) lies outside the scale from {} to {}",
            indicator.headline.words(),
            number(scale.low()),
            number(scale.high())
        );
        faults
            .add(&OFF_SCALE, row.at(Key::Value), message)
            .help("widen 'scale'; or correct the value, if it was copied wrongly")
            .related(row.at(Key::Scale), "the scale");
    }
}

/// Reports a share of less than 0 % or more than 100 %.
pub(super) fn not_a_share(figure: &Observation, row: &Row<'_>, faults: &mut Faults) {
    let share = figure.quantity.as_ref().filter(|q| q.unit().is_percent() && !q.is_change());
    let ends = share.map(ends).into_iter().flatten().flatten();
    let Some(off) = ends.into_iter().find(|v| !(0.0..=100.0).contains(v)) else { return };
    let message = format!("{} is not a share of a whole", figure.words());
    let help = if off < 0.0 {
        "write change = true if it is a fall"
    } else {
        "write change = true if it is a rise; correct the value if it is a share, or let the \
         warning stand if more than the whole is meant"
    };
    faults.add(&NOT_A_SHARE, row.at(Key::Value), message).help(help);
}

/// The numbers of a figure.
fn ends(quantity: &Quantity) -> [Option<f64>; 2] {
    match quantity.value() {
        Value::Number(v) => [Some(v.value()), None],
        Value::Pair(a, b) => [Some(a.value()), Some(b.value())],
        Value::Fraction(f) => [Some(f.percent()), None],
        Value::Order(..) => [None, None],
    }
}

#[cfg(test)]
mod tests {
    use crate::load::tests::{codes, help, obeyed};

    #[test]
    fn a_value_beyond_its_limits_stays_as_it_is() {
        for (keys, code, said) in [
            ("value = -45", "W007", &["fell 45 %"][..]),
            ("value = 212", "W007", &["rose 212 %"]),
            ("unit = \"people\"\nvalue = 12\nscale = [0, 10]", "W008", &[]),
        ] {
            assert_eq!(codes(keys), [code], "{keys}");
            assert_eq!(obeyed(keys), said, "{keys}: {}", help(keys));
        }
        for sound in ["value = 100", "value = -45\nchange = true", "value = \"2/3\""] {
            assert_eq!(codes(sound), [""; 0], "{sound}");
        }
    }
}
