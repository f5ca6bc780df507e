use std::ops::Range;

use toml::de::DeValue;

use super::Lowering;
use crate::diagnostic::{quoted, rules};
use crate::load::reader::{Row, shifted};
use crate::report::{
    AlsoIn, Observation, Period, Quantity, SourceIx, Status, Text, Uncertainty, Unit, Value,
};
use crate::schema::{self, Key};
use crate::syntax::{Node, WRONG_TYPE};

rules! {

    /// An interval of uncertainty that cannot be that of the value.
    BAD_INTERVAL "E019" "interval does not go with the value"
r#"'interval' is the interval of uncertainty that a source states around one
number, such as a confidence interval, the lower end first, and the value lies
in it. A figure that is itself a range has both numbers in 'value'.
'interval_is' says what kind of interval it is. The figure is left out.

    wrong:  value    = 263
            interval = [294, 238]
    right:  value       = 263
            interval    = [238, 294]
            interval_is = "95% CI""#

    /// A base for what is not a change.
    BASE_OF_LEVEL "E020" "a base needs a change"
r#"'base' is what a rise or a fall is measured from, so it goes with
'change = true'. The base of an index or of prices belongs to the unit or to
'of'. The figure is left out.

    wrong:  value = 36
            base  = "1990"
    right:  value  = -36
            change = true
            base   = "1990""#
}

/// What a figure inherits from its indicator or series.
pub(super) struct Inherited {
    pub(super) unit: Unit,
    pub(super) change: bool,
    /// The source, where the figure has none.
    pub(super) source: Option<SourceIx>,
    /// The base, where the figure has none.
    pub(super) base: Option<Box<Period>>,
    /// The scenario, where the figure has none.
    pub(super) scenario: Option<Text>,
}

impl Inherited {
    pub(super) fn new(unit: Unit, change: bool) -> Self {
        Self { unit, change, source: None, base: None, scenario: None }
    }
}

impl<'i> Lowering<'i, '_> {
    /// A figure with everything about it; `None` where it could only be shown wrongly.
    pub(super) fn observation(
        &mut self,
        row: &mut Row<'i>,
        figure: &Inherited,
    ) -> Option<Observation> {
        let mut status = self.status(row);
        let hedge = self.hedge(row);
        let value = self.value(row);
        let period = self.date(row, Key::Period);
        let base = self.base(row, figure);
        // A source that is named and not found must not become the inherited one.
        let source = if row.has(Key::Source) { self.source(row) } else { figure.source };
        let wording = row.text(Key::Wording, self.faults);
        let locator = row.text(Key::Locator, self.faults);
        let also = self.also(row);
        let stated_by = row.text(Key::StatedBy, self.faults);
        let note = row.text(Key::Note, self.faults);
        let derived = row.text(Key::Derived, self.faults);
        let scenario = row.text(Key::Scenario, self.faults).or_else(|| figure.scenario.clone());
        if scenario.is_some() {
            status = status.with(Status::Scenario);
        }
        let interval = self.interval(row);
        if row.is_bad(&[Key::Value, Key::Hedge]) {
            return None;
        }
        let is_empty = value.is_none() && hedge.is_none();
        if !is_empty && status.may_lack_value() {
            self.none_and_one(row, hedge.filter(|_| value.is_none()));
            return None;
        }
        // A status that cannot be read may say that there is no value.
        let quantity = if is_empty && (status.may_lack_value() || row.is_bad(&[Key::Status])) {
            None
        } else {
            Some(self.quantity(row, value, hedge, figure)?)
        };
        let uncertainty = self.uncertainty(row, quantity.as_ref(), interval);
        let limiting = [Key::Period, Key::Base, Key::Interval, Key::Status];
        if row.is_bad(&limiting) || row.is_bad(&[Key::IntervalIs, Key::Scenario, Key::Derived]) {
            return None;
        }
        Some(Observation {
            quantity,
            wording,
            period,
            base,
            uncertainty,
            status,
            scenario,
            derived,
            source,
            locator,
            also,
            stated_by,
            note,
        })
    }

    /// What a change is measured from.
    fn base(&mut self, row: &mut Row<'i>, figure: &Inherited) -> Option<Box<Period>> {
        let own = self.date(row, Key::Base).map(Box::new);
        if row.has(Key::Base) && !figure.change {
            row.mark(Key::Base);
            let message = format!("this {} has a base and is not a change", row.table.name);
            self.faults.add(&BASE_OF_LEVEL, row.at(Key::Base), message).help(
                "write change = true if it is a rise or a fall since then; the base of an index \
                 belongs into 'unit' or 'of'",
            );
        }
        own.or_else(|| figure.base.clone())
    }

    /// The ends of the interval of uncertainty and its kind.
    fn interval(&mut self, row: &mut Row<'i>) -> Option<Uncertainty> {
        let value = row.take(Key::Interval);
        let kind = row.text(Key::IntervalIs, self.faults);
        let Some(value) = value else {
            if kind.is_some() && !row.has(Key::Interval) {
                row.mark(Key::Interval);
                let message = "'interval_is' names an interval, and there is none";
                self.faults
                    .add(&BAD_INTERVAL, row.at(Key::IntervalIs), message)
                    .help("write interval = […, …], its two ends as the source gives them");
            }
            return None;
        };
        let (low, high) = self.two(row, Key::Interval, &value)?;
        Some(Uncertainty { low, high, kind, is_of_poll: false })
    }

    /// The interval, if it can be that of the value; else it is reported.
    fn uncertainty(
        &mut self,
        row: &mut Row<'i>,
        quantity: Option<&Quantity>,
        interval: Option<Uncertainty>,
    ) -> Option<Box<Uncertainty>> {
        let interval = interval?;
        let (low, high) = (interval.low.value(), interval.high.value());
        let (message, help) = match quantity.map(Quantity::value) {
            None => ("the interval surrounds no value", "give the value too, or leave it out"),
            Some(Value::Pair(..)) => (
                "the value is a range, and there is an interval too",
                "write the one number that the interval surrounds, or leave 'interval' out",
            ),
            Some(Value::Order(..)) => (
                "an order of magnitude has no interval",
                "write the number that the interval surrounds, or leave 'interval' out",
            ),
            _ if low >= high => (
                "the first end of the interval is not the lower one",
                "write interval = […, …], the lower end first, with the signs of the source",
            ),
            Some(_) if quantity.is_some_and(|q| !(low..=high).contains(&q.stated())) => (
                "the value lies outside its interval",
                "copy value and interval from the source again, both in the unit of the figure",
            ),
            Some(_) => return Some(Box::new(interval)),
        };
        row.mark(Key::Interval);
        self.faults.add(&BAD_INTERVAL, row.at(Key::Interval), message).help(help);
        None
    }

    /// More sources that print the figure.
    fn also(&mut self, row: &mut Row<'i>) -> Box<[AlsoIn]> {
        let at = row.at(Key::Also);
        let list = match row.take(Key::Also) {
            None => return Box::default(),
            Some(DeValue::Array(list)) => list,
            Some(other) => {
                row.wrong_type(Key::Also, &other, self.faults);
                return Box::default();
            }
        };
        let mut also = Vec::with_capacity(list.len());
        for node in list {
            if let Some((source, own)) = self.also_in(node, &at) {
                also.push(source);
                row.also.push(own);
            }
        }
        also.into_boxed_slice()
    }

    fn also_in(&mut self, node: Node<'i>, list: &Range<usize>) -> Option<(AlsoIn, Row<'i>)> {
        let span = shifted(node.span(), self.origin.base);
        let map = match node.into_inner() {
            DeValue::Table(map) => map,
            DeValue::String(key) => {
                let message = format!("{} stands in 'also' without braces", quoted(&key));
                let help = format!("write also = [{{ source = \"{}\" }}]", Text::new(&key));
                self.faults.add(&WRONG_TYPE, span, message).help(help);
                return None;
            }
            _ => {
                let message = "'also' holds something that is no source in braces";
                let help = "write also = [{ source = \"…\", locator = \"…\" }]";
                self.faults.add(&WRONG_TYPE, list.clone(), message).help(help);
                return None;
            }
        };
        let mut own = Row::new(&schema::ALSO, span, map, self.origin, self.faults);
        if !own.has(Key::Source) {
            own.missing(Key::Source, self.faults);
        }
        let source = self.source(&mut own)?;
        let locator = own.text(Key::Locator, self.faults);
        let wording = own.text(Key::Wording, self.faults);
        Some((AlsoIn { source, locator, wording }, own))
    }
}
