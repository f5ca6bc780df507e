use toml::de::DeValue;

use super::Lowering;
use crate::diagnostic::{nearest, quoted, ranked};
use crate::load::reader::Row;
use crate::load::rule::errors::{
    BAD_UNIT, LOST_DIGITS, MISSING_KEY, UNKNOWN_HEDGE, UNKNOWN_STATUS, VALUE_AND_HEDGE,
};
use crate::prose::short_hedge;
use crate::report::{
    HedgeClass, HedgeWord, Observation, Quantity, QuantityError, STATUSES, SourceIx, Status, Text,
    Unit, UnitError, Value, hedge_words,
};
use crate::schema::Key;

/// What a figure inherits from its indicator or series.
pub(super) struct Inherited {
    pub(super) unit: Unit,
    pub(super) change: bool,
    /// The source, where the figure has none.
    pub(super) source: Option<SourceIx>,
}

impl<'i> Lowering<'i, '_> {
    /// A figure with everything about it; `None` where it could only be shown wrongly.
    pub(super) fn observation(
        &mut self,
        row: &mut Row<'i>,
        figure: &Inherited,
    ) -> Option<Observation> {
        let status = self.status(row);
        let hedge = self.hedge(row);
        let value = self.value(row);
        let period = self.date(row, Key::Period);
        // A source that is named and not found must not become the inherited one.
        let source = if row.has(Key::Source) { self.source(row) } else { figure.source };
        let wording = row.text(Key::Wording, self.faults);
        let locator = row.text(Key::Locator, self.faults);
        let stated_by = row.text(Key::StatedBy, self.faults);
        let note = row.text(Key::Note, self.faults);
        if row.is_bad(&[Key::Value, Key::Hedge]) {
            return None;
        }
        let bare = value.is_none() && hedge.is_none();
        if !bare && status.may_lack_value() {
            self.none_and_one(row, status, hedge.filter(|_| value.is_none()));
            return None;
        }
        // A status that cannot be read may say that there is no value.
        let quantity = if bare && (status.may_lack_value() || row.is_bad(&[Key::Status])) {
            None
        } else {
            Some(self.quantity(row, value, hedge, figure)?)
        };
        if row.is_bad(&[Key::Period, Key::Status]) {
            return None;
        }
        Some(Observation { quantity, wording, period, status, source, locator, stated_by, note })
    }

    /// Reports a status that says that there is no value beside a value or an order word.
    fn none_and_one(&mut self, row: &Row<'i>, status: Status, hedge: Option<&'static HedgeWord>) {
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

    fn status(&mut self, row: &mut Row<'i>) -> Status {
        let Some(raw) = row.raw(Key::Status, self.faults) else { return Status::Normal };
        Status::find(&raw).unwrap_or_else(|| {
            row.mark(Key::Status);
            let words = || STATUSES.iter().map(|(_, word, _)| *word);
            let help = nearest(&raw.trim().to_lowercase(), words()).map_or_else(
                || format!("the statuses are {}", words().collect::<Vec<_>>().join(", ")),
                |near| format!("write status = \"{near}\""),
            );
            let message = format!("unknown status {}", quoted(&raw));
            self.faults.add(&UNKNOWN_STATUS, row.at(Key::Status), message).help(help);
            Status::Normal
        })
    }

    fn hedge(&mut self, row: &mut Row<'i>) -> Option<&'static HedgeWord> {
        let raw = row.raw(Key::Hedge, self.faults)?;
        let found = HedgeWord::find(&raw);
        if found.is_none() {
            row.mark(Key::Hedge);
            let message = format!("unknown hedge {}", quoted(&raw));
            let help = hedge_help(&raw);
            self.faults.add(&UNKNOWN_HEDGE, row.at(Key::Hedge), message).help(help);
        }
        found
    }

    /// The unit of a row, or the inherited one.
    pub(super) fn unit(&mut self, row: &mut Row<'i>, default: Option<&Unit>) -> Option<Unit> {
        let Some(raw) = row.raw(Key::Unit, self.faults) else {
            if default.is_none() && !row.is_bad(&[Key::Unit]) {
                row.missing(Key::Unit, self.faults);
            }
            return default.filter(|_| !row.is_bad(&[Key::Unit])).cloned();
        };
        let error = match Unit::parse(&raw) {
            Ok(unit) => return Some(unit),
            Err(error) => error,
        };
        row.mark(Key::Unit);
        let raw = raw.trim();
        let (message, help) = match error {
            UnitError::Empty => (
                "the unit is empty".to_owned(),
                "write \"%\", a currency code such as \"USD\", or what is counted".to_owned(),
            ),
            UnitError::OnlyMultiplier(multiplier) => {
                let word = multiplier.word();
                let help =
                    format!("write unit = \"{word} USD\" or \"{word} people\", as the case may be");
                (format!("the unit {} does not say of what", quoted(raw)), help)
            }
            UnitError::Multiplied => (
                format!("the unit {} multiplies what cannot be multiplied", quoted(raw)),
                "write the unit alone and the value in full".to_owned(),
            ),
            UnitError::Spelling(meant) => (
                format!("the unit {} is not written as the program reads it", quoted(raw)),
                format!("write unit = \"{}\"", Text::new(&meant)),
            ),
            UnitError::PercentOf(whole) => (
                format!("the unit {} names the whole too", quoted(raw)),
                format!("write unit = \"%\" and of = \"{whole}\""),
            ),
            UnitError::PercentAndMore => (
                format!("the unit {} says more than the unit", quoted(raw)),
                "write unit = \"%\" and say the rest in 'label' or 'note'".to_owned(),
            ),
        };
        self.faults.add(&BAD_UNIT, row.at(Key::Unit), message).help(help);
        None
    }

    fn quantity(
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

    fn value(&mut self, row: &mut Row<'i>) -> Option<Value> {
        let value = row.take(Key::Value)?;
        let read = match &value {
            DeValue::Integer(_) | DeValue::Float(_) => {
                self.number(row, Key::Value, &value).map(Value::Number)
            }
            DeValue::Array(_) => self.two(row, Key::Value, &value).map(|(a, b)| Value::Pair(a, b)),
            DeValue::String(raw) => self.fraction(row, raw),
            other => {
                row.wrong_type(Key::Value, other, self.faults);
                None
            }
        };
        if read.is_none() {
            row.mark(Key::Value);
        }
        read
    }
}

fn descending_help(value: Option<Value>) -> String {
    match value {
        Some(Value::Pair(a, b)) if a > b => format!("write value = [{b}, {a}]"),
        Some(Value::Pair(a, _)) => format!("the two are the same: write value = {a}"),
        _ => "write value = [low, high]".to_owned(),
    }
}

fn hedge_help(raw: &str) -> String {
    let wanted = raw.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ");
    if wanted.is_empty() {
        return "remove the line if the source gives the figure without a hedge".to_owned();
    }
    let known = "the hedges are listed by 'indicia explain E005'";
    if let Some(meant) = short_hedge(raw) {
        return format!("write \"{meant}\"; {known}");
    }
    let near = ranked(&wanted, hedge_words());
    match near.as_slice() {
        [] => known.to_owned(),
        [one] => format!("write \"{one}\"; {known}"),
        [first, rest @ ..] => {
            let rest: Vec<String> = rest.iter().map(|w| format!("\"{w}\"")).collect();
            format!("write \"{first}\", or {}; {known}", rest.join(" or "))
        }
    }
}
