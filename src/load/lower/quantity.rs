//! Value, hedge and unit, put together.

use super::Lowering;
use super::number::LOST_DIGITS;
use super::observation::Inherited;
use crate::diagnostic::rules;
use crate::load::reader::{MISSING_KEY, Row};
use crate::report::{
    HEDGES, HedgeClass, HedgeWord, Quantity, QuantityError, Text, Unit, UnitKind, Value,
};
use crate::schema::Key;

rules! {

    /// A value and a hedge that contradict one another.
    VALUE_AND_HEDGE "E006" "value and hedge do not go together"
r#""between" needs two numbers, the lower first. Two figures in one sentence are
no range: they are two indicators that share 'wording' (docs/format.md has
an example). A word that limits one number, such as "up to", cannot limit
two. An order word such as "thousands" stands for the number, so there is no
'value', and it counts one by one, so the unit has no multiplier. A fraction
is a share of a whole, so its unit is "%". With a status that says that
there is no value ("missing", "suppressed") there is none.

    wrong:  value = 50
            hedge = "between"
    right:  value = [50, 70]
            hedge = "between"

    wrong:  value = 5000
            hedge = "thousands"
    right:  hedge = "thousands"

    wrong:  value  = 5
            status = "missing"
    right:  value = 5"#
}

impl<'i> Lowering<'i, '_> {
    /// The quantity of a figure; what does not go together is reported.
    pub(super) fn quantity(
        &mut self,
        row: &mut Row<'i>,
        value: Option<Value>,
        hedge: Option<&'static HedgeWord>,
        figure: &Inherited,
    ) -> Option<Quantity> {
        if let (None, Some(hedge), Some(_)) =
            (value, hedge.filter(|h| h.order.is_some()), figure.unit.multiplier)
        {
            self.order_of_multiples(row, hedge, &figure.unit);
            return None;
        }
        let error = match Quantity::new(value, hedge, figure.unit.clone(), figure.change) {
            Ok(quantity) => return Some(quantity),
            Err(error) => error,
        };
        let word = hedge.map_or("", |h| h.word);
        let (rule, key, message, help) = match error {
            QuantityError::NoValue => {
                self.no_value(row, hedge);
                return None;
            }
            QuantityError::NotFinite => (
                &LOST_DIGITS,
                Key::Value,
                "the value is not a finite number".to_owned(),
                "write the number that the source gives".to_owned(),
            ),
            QuantityError::BetweenNeedsPair => (
                &VALUE_AND_HEDGE,
                Key::Hedge,
                "'between' needs two numbers".to_owned(),
                "write both numbers of the source: value = […, …]".to_owned(),
            ),
            QuantityError::PairWithHedge => (
                &VALUE_AND_HEDGE,
                Key::Hedge,
                format!("'{word}' limits one number, and the value has two"),
                "give the one number that it limits, and keep the words in 'wording'".to_owned(),
            ),
            QuantityError::PairNotAscending => (
                &VALUE_AND_HEDGE,
                Key::Value,
                "the first of the two numbers is not the lower one".to_owned(),
                descending_help(value, hedge),
            ),
            QuantityError::OrderWithValue => (
                &VALUE_AND_HEDGE,
                Key::Hedge,
                format!("'{word}' stands for a number, but there is a value too"),
                format!(
                    "remove 'value' if the source says no more than '{word}'; if it gives a number, \
                     write it in full and no hedge"
                ),
            ),
            QuantityError::FractionNeedsPercent => (
                &VALUE_AND_HEDGE,
                Key::Value,
                format!("a fraction of '{}' is not a share of a whole", figure.unit.long()),
                fraction_help(&figure.unit),
            ),
        };
        self.faults.add(rule, row.at(key), message).help(help);
        None
    }

    /// Reports an order word with a unit that multiplies it: "thousands" of "million people".
    fn order_of_multiples(&mut self, row: &Row<'i>, hedge: &HedgeWord, unit: &Unit) {
        let message = format!(
            "'{}' counts one by one, and the unit '{}' does not",
            hedge.word,
            Text::new(&unit.long())
        );
        let help = one_by_one(hedge, unit).unwrap_or_else(|| {
            "write the number in full, in a unit without a multiplier".to_owned()
        });
        self.faults.add(&VALUE_AND_HEDGE, row.at(Key::Hedge), message).help(help);
    }

    fn no_value(&mut self, row: &mut Row<'i>, hedge: Option<&'static HedgeWord>) {
        if row.is_meant(&[Key::Value, Key::Hedge, Key::Status]) {
            return;
        }
        let Some(hedge) = hedge else {
            let name = row.table.name;
            self.faults
                .add(&MISSING_KEY, row.span.clone(), format!("this {name} has no 'value'"))
                .help(
                    "write value = …, the number that the source gives; if it gives none, say so with \
                     status = \"missing\", and if it says no more than 'thousands', with 'hedge'",
                );
            return;
        };
        let message = format!("'{}' needs a value to limit", hedge.word);
        let help = if hedge.class == HedgeClass::Between {
            "write value = […, …], the two numbers that the source gives"
        } else {
            "write value = …, the number that the source gives after it"
        };
        self.faults.add(&MISSING_KEY, row.at(Key::Hedge), message).help(help);
    }

    /// Reports a status that says that there is no value beside a value or an order word.
    pub(super) fn none_and_one(&mut self, row: &Row<'i>, hedge: Option<&'static HedgeWord>) {
        let (key, message) = match hedge {
            Some(hedge) => (
                Key::Hedge,
                format!(
                    "the status says that there is no value, but the hedge '{}' stands for one",
                    hedge.word
                ),
            ),
            None => {
                (Key::Value, "the status says that there is no value, but there is one".to_owned())
            }
        };
        let help = format!(
            "remove '{}' if the source gives no figure; if it gives one, remove 'status'",
            key.word()
        );
        self.faults.add(&VALUE_AND_HEDGE, row.at(Key::Status), message).help(help);
    }
}

/// How to write an order word and the multiplier of its unit in one: "tens" of "billion USD" are
/// tens of billions. A multiplier that the word repeats goes.
fn one_by_one(hedge: &HedgeWord, unit: &Unit) -> Option<String> {
    let alone = Unit { kind: unit.kind.clone(), multiplier: None };
    let alone = alone.long();
    let alone = Text::new(&alone);
    let plural = format!("{}s", unit.multiplier?.word());
    if hedge.word.ends_with(&plural) {
        return Some(format!("write unit = \"{alone}\" beside this hedge"));
    }
    let (from, below) = hedge.order?;
    let whole = Some((unit.ones(from), unit.ones(below)));
    let whole = HEDGES.iter().find(|h| h.order == whole)?.word;
    Some(format!("write hedge = \"{whole}\" with unit = \"{alone}\""))
}

/// What to do with two numbers of which the first is not the lower one. Two figures are not made a
/// range.
fn descending_help(value: Option<Value>, hedge: Option<&HedgeWord>) -> String {
    let is_range = hedge.is_some_and(|hedge| hedge.class == HedgeClass::Between);
    match value {
        Some(Value::Pair(a, b)) if a.value() > b.value() && is_range => {
            format!("write value = [{b}, {a}]")
        }
        Some(Value::Pair(a, b)) if a.value() > b.value() => {
            "a range has its lower number first; two figures in one sentence are two indicators \
             that share their wording"
                .to_owned()
        }
        Some(Value::Pair(a, _)) if hedge.is_none() => {
            format!("the two are the same: write value = {a}")
        }
        Some(Value::Pair(..)) => {
            "the two are the same: write value = […, …], the two numbers that the source gives"
                .to_owned()
        }
        _ => "write value = […, …], the lower number first".to_owned(),
    }
}

/// What to do with a fraction whose unit is not a share of a whole.
fn fraction_help(unit: &Unit) -> String {
    let in_digits = format!("write the number of {} in digits", Text::new(&unit.long()));
    match (&unit.kind, unit.multiplier) {
        (UnitKind::Noun(noun), None) => {
            format!(
                "write unit = \"%\" with of = \"{noun}\" if it is a share of them; else {in_digits}"
            )
        }
        _ => in_digits,
    }
}

#[cfg(test)]
mod tests {
    use crate::load::tests::{help, obeyed};

    #[test]
    fn what_does_not_go_together_is_put_right_or_left_to_the_reader() {
        for (keys, said) in [
            // Two things in one sentence are no range.
            ("value = [170, 1]", &[][..]),
            ("value = [70, 50]\nwording = \"fell from 70 to 50\"", &[]),
            ("value = [70, 50]\nhedge = \"between\"", &["between 50 and 70 %"]),
            ("value = [50, 50]", &["50 %"]),
            ("value = [50, 50]\nhedge = \"between\"", &[]),
            ("value = 50\nhedge = \"between\"", &[]),
            ("value = [50, 70]\nhedge = \"up to\"", &[]),
            ("unit = \"people\"\nvalue = 5000\nhedge = \"thousands\"", &["thousands of people"]),
            ("value = 8\nstatus = \"missing\"", &["8 %", "no value, missing"]),
            // What the multiplier and the order word say together.
            ("unit = \"billion USD\"\nhedge = \"tens\"", &["tens of billions USD"]),
            ("unit = \"thousand people\"\nhedge = \"tens\"", &["tens of thousands of people"]),
            ("unit = \"million people\"\nhedge = \"millions\"", &["millions of people"]),
            (
                "unit = \"million people\"\nhedge = \"tens of millions\"",
                &["tens of millions of people"],
            ),
            ("unit = \"trillion people\"\nhedge = \"thousands\"", &[]),
            ("unit = \"households\"\nvalue = \"2/3\"", &["two-thirds of households"]),
            ("unit = \"billion USD\"\nvalue = \"1/2\"", &[]),
            ("unit = \"people\"", &["no value, missing"]),
            ("hedge = \"up to\"", &[]),
            ("hedge = \"between\"", &[]),
        ] {
            assert_eq!(obeyed(keys), said, "{keys}: {}", help(keys));
        }
    }
}
