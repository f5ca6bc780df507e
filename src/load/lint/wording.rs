//! The wording of a figure compared with its value and hedge: was a number or a hedge lost?
//!
//! A wording that is not understood, such as one in another language, gives no warning.

use crate::diagnostic::{Faults, quoted, rules};
use crate::load::reader::Row;
use crate::prose::{Number, Numerals};
use crate::report::{HedgeClass, HedgeWord, Observation, Quantity, Value};
use crate::schema::Key;

rules! {

    /// The figure as printed and the value differ.
    OTHER_NUMBER "W004" "the wording has another number"
r#"'wording' is the figure exactly as printed and 'value' is its number. None
of the numbers in the wording is the value: one of the two was copied
wrongly, or the unit's multiplier is missing.

    wrong:  wording = "nearly $8 billion"
            value   = 80
            unit    = "billion USD"
    right:  value   = 8"#

    /// The figure as printed is limited, and the value is not.
    HEDGE_LOST "W005" "the hedge of the wording was lost"
r#"The words before the printed number limit it, and 'hedge' does not say so,
or says something else. This is how "up to 70 percent" turns into 70
percent.

    wrong:  wording = "up to 70 percent"
            value   = 70
    right:  wording = "up to 70 percent"
            value   = 70
            hedge   = "up to""#

    /// The value is limited, and the figure as printed is not.
    HEDGE_ADDED "W006" "the hedge is not in the wording"
r#"'hedge' takes the source's own word. The wording gives the number without
one, so the hedge was added in transcription, or the wording was cut short.

    wrong:  wording = "287 enterprises"
            hedge   = "at least"
    right:  wording = "at least 287 enterprises"
            hedge   = "at least""#
}

/// Compares the wording of a figure with its value and its hedge.
pub(super) fn check(figure: &Observation, row: &Row<'_>, faults: &mut Faults) {
    let (Some(wording), Some(quantity)) = (&figure.wording, &figure.quantity) else { return };
    if matches!(quantity.value(), Value::Order(..)) {
        return;
    }
    let numerals = Numerals::of(wording);
    if numerals.numbers.is_empty()
        && let Some(order) = numerals.order()
    {
        let message = format!("the wording {} gives no number, the value does", quoted(wording));
        let help = format!("write hedge = \"{}\" and no value", order.word);
        hedge_lost(row, Key::Value, message, help, faults);
        return;
    }
    let Some(matching) = matching(quantity, &numerals) else {
        if numerals.numbers.iter().any(|n| !n.soft) && !numerals.may_be_multiplied() {
            let message = format!(
                "the wording is {}, the value is {}",
                quoted(wording),
                quoted(&quantity.words())
            );
            faults
                .add(&OTHER_NUMBER, row.at(Key::Value), message)
                .help("copy the number from the source again, and see that the unit's multiplier fits")
                .related(row.at(Key::Wording), "as printed");
        }
        return;
    };
    hedges(quantity, &numerals, matching, wording, row, faults);
}

fn hedges(
    quantity: &Quantity,
    numerals: &Numerals<'_>,
    matching: &Number,
    wording: &str,
    row: &Row<'_>,
    faults: &mut Faults,
) {
    let printed = numerals.hedge_of(matching);
    let is_pair = matches!(quantity.value(), Value::Pair(..));
    match (quantity.hedge(), printed) {
        (None, Some(printed)) if !(is_pair && printed.class == HedgeClass::Between) => {
            let message = format!(
                "the wording {} says '{}', the value does not",
                quoted(wording),
                printed.word
            );
            let help = format!("write hedge = \"{}\"", printed.word);
            hedge_lost(row, Key::Value, message, help, faults);
        }
        (Some(given), Some(printed)) if !same(given, printed) => {
            let message = format!(
                "the wording {} says '{}', the hedge says '{}'",
                quoted(wording),
                printed.word,
                given.word
            );
            let help = format!("write hedge = \"{}\", or correct the wording", printed.word);
            hedge_lost(row, Key::Hedge, message, help, faults);
        }
        (Some(given), None) if !is_pair && numerals.says_nothing_else() => {
            let message =
                format!("the hedge '{}' is not in the wording {}", given.word, quoted(wording));
            faults
                .add(&HEDGE_ADDED, row.at(Key::Hedge), message)
                .help("remove the hedge if the source has none; else give the wording in full")
                .related(row.at(Key::Wording), "as printed");
        }
        _ => {}
    }
}

fn hedge_lost(row: &Row<'_>, key: Key, message: String, help: String, faults: &mut Faults) {
    faults
        .add(&HEDGE_LOST, row.at(key), message)
        .help(help)
        .related(row.at(Key::Wording), "as printed");
}

/// Whether two hedges limit alike; all ceilings do, whether the word implies a lower end or not.
fn same(a: &HedgeWord, b: &HedgeWord) -> bool {
    let ceiling = |h: &HedgeWord| matches!(h.class, HedgeClass::UpTo | HedgeClass::AtMost);
    a.class == b.class || (ceiling(a) && ceiling(b))
}

/// The number of the wording that is the value, or the first of two values.
fn matching<'n>(quantity: &Quantity, numerals: &'n Numerals<'_>) -> Option<&'n Number> {
    let find = |value: f64| numerals.numbers.iter().find(|n| is_value(n, value, quantity));
    match quantity.value() {
        Value::Number(v) => find(v.value()),
        Value::Pair(a, b) => find(a.value()).filter(|_| find(b.value()).is_some()),
        Value::Fraction(f) => find(f.percent()),
        Value::Order(..) => None,
    }
}

fn is_value(number: &Number, value: f64, quantity: &Quantity) -> bool {
    // A fall is printed without a minus sign: "dropping 45 percent".
    let value = value.abs();
    let unit = quantity.unit();
    if number.fraction || matches!(quantity.value(), Value::Fraction(_)) {
        // A printed fraction and a percentage agree if they round to the same percentage.
        let scale = if number.fraction { 100.0 } else { 1.0 };
        return unit.is_percent() && number.readings().any(|n| (n * scale - value).abs() < 0.51);
    }
    let whole = value * unit.factor();
    number.readings().any(|n| {
        close(n, whole) || (!number.scaled && close(n, value)) || (number.loose && close(n, value))
    })
}

/// Equal except for the last bits, which multiplying by a million may change.
fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= a.abs().max(b.abs()) * 1e-12
}

#[cfg(test)]
mod tests;
