//! Value, hedge and unit, put together.

use super::Lowering;
use super::number::LOST_DIGITS;
use super::observation::Inherited;
use crate::diagnostic::rules;
use crate::load::reader::{MISSING_KEY, Row};
use crate::report::{HedgeClass, HedgeWord, Quantity, QuantityError, Status, Text, Unit, Value};
use crate::schema::Key;

rules! {

    /// A value and a hedge that contradict one another.
    VALUE_AND_HEDGE "E006" "value and hedge do not go together"
r#""between" needs two numbers, the lower first. A word that limits one number,
such as "up to", cannot limit two. An order word such as "thousands" stands
for the number, so there is no 'value', and it counts one by one, so the
unit has no multiplier. A fraction is a share of a whole, so its unit is
"%". With a status that says that there is no value ("missing",
"suppressed") there is none.

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
                "write the number that the source gives, or status = \"missing\"".to_owned(),
            ),
            QuantityError::BetweenNeedsPair => (
                &VALUE_AND_HEDGE,
                Key::Hedge,
                "'between' needs two numbers".to_owned(),
                "write value = [low, high], or take another hedge".to_owned(),
            ),
            QuantityError::PairWithHedge => (
                &VALUE_AND_HEDGE,
                Key::Hedge,
                format!("'{word}' limits one number, and the value has two"),
                "write hedge = \"between\", or give the one number that it limits".to_owned(),
            ),
            QuantityError::PairNotAscending => (
                &VALUE_AND_HEDGE,
                Key::Value,
                "the first of the two numbers is not the lower one".to_owned(),
                descending_help(value),
            ),
            QuantityError::OrderWithValue => (
                &VALUE_AND_HEDGE,
                Key::Hedge,
                format!("'{word}' stands for a number, but there is a value too"),
                format!("remove the value if the source only says '{word}'; else the hedge"),
            ),
            QuantityError::FractionNeedsPercent => (
                &VALUE_AND_HEDGE,
                Key::Value,
                format!("a fraction of '{}' is not a share of a whole", figure.unit.long()),
                "write unit = \"%\" and name the whole in 'of', or give the number".to_owned(),
            ),
        };
        self.faults.add(rule, row.at(key), message).help(help);
        None
    }

    /// Reports an order word with a unit that multiplies it: "thousands" of "million people".
    fn order_of_multiples(&mut self, row: &Row<'i>, hedge: &HedgeWord, unit: &Unit) {
        let alone = Unit { kind: unit.kind.clone(), multiplier: None };
        let message = format!(
            "'{}' counts one by one, and the unit '{}' does not",
            hedge.word,
            Text::new(&unit.long())
        );
        let help = format!("write unit = \"{}\" beside this hedge", Text::new(&alone.long()));
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
                    "write value = 70, or status = \"missing\" if the source gives none, or \
                     hedge = \"thousands\" if it gives no more than that",
                );
            return;
        };
        let message = format!("'{}' needs a value to limit", hedge.word);
        let help = if hedge.class == HedgeClass::Between {
            "write value = [low, high]"
        } else {
            "write value = 70, the number that the source gives after it"
        };
        self.faults.add(&MISSING_KEY, row.at(Key::Hedge), message).help(help);
    }

    /// Reports a status that says that there is no value beside a value or an order word.
    pub(super) fn none_and_one(
        &mut self,
        row: &Row<'i>,
        status: Status,
        hedge: Option<&'static HedgeWord>,
    ) {
        let other = hedge.map_or("'value'".to_owned(), |h| format!("the hedge '{}'", h.word));
        let message = if hedge.is_some() {
            format!("the status says that there is no value, but {other} stands for one")
        } else {
            "the status says that there is no value, but there is one".to_owned()
        };
        let help = format!(
            "remove {other} if the source gives no figure; if it gives one, remove status = \"{}\"",
            status.word()
        );
        self.faults.add(&VALUE_AND_HEDGE, row.at(Key::Status), message).help(help);
    }
}

fn descending_help(value: Option<Value>) -> String {
    match value {
        Some(Value::Pair(a, b)) if a.value() > b.value() => format!("write value = [{b}, {a}]"),
        Some(Value::Pair(a, _)) => format!("the two are the same: write value = {a}"),
        _ => "write value = [low, high]".to_owned(),
    }
}
