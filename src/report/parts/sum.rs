//! Whether the parts of a whole add up to it, as far as rounding and hedges let it be told.

use crate::report::compare::{Bases, bases, behind, is_whole};
use crate::report::{
    Decimal, Indicator, IndicatorIx, Interval, Observation, Quantity, Report, UnitKind, Value,
};

/// The parts of a whole beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Sum {
    /// How the sum relates to the whole.
    pub kind: SumKind,
    /// That in words, with both figures: `the parts add up to 15.4 Mt, …`.
    pub words: String,
}

/// How the sum of the parts relates to the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SumKind {
    /// It is the whole, or rounding, ranges or intervals leave room for that.
    Whole,
    /// It is certainly less: some of the whole is in no part.
    Less,
    /// It is certainly more, so something is wrong.
    More,
    /// It cannot be told, because a hedge does not say how far it reaches, or a value is missing.
    Unknown,
    /// The parts are not added up: they are not of one kind or not of one time.
    NotAdded,
}

/// Why a part cannot be added up with others to its whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// One is in percent of the whole, which is an amount.
    ShareOfAmount,
    /// They have different units, such as tonnes and people.
    Unit,
    /// One is a level, the other a change.
    LevelAndChange,
    /// Ranks and years are no amounts.
    NoAmount,
}

impl Mismatch {
    /// Why, in a sentence that goes on from "cannot be added:".
    pub fn words(self) -> &'static str {
        match self {
            Self::ShareOfAmount => "one is a share, the other an amount",
            Self::Unit => "the two have different units",
            Self::LevelAndChange => "one is a level, the other a change",
            Self::NoAmount => "ranks and years are no amounts",
        }
    }
}

/// What keeps a part from being added to a whole; `None` if nothing does.
pub fn mismatch(part: &Indicator, whole: &Indicator) -> Option<Mismatch> {
    let (own, of) = (&part.unit.kind, &whole.unit.kind);
    if matches!(own, UnitKind::Rank | UnitKind::Year)
        || matches!(of, UnitKind::Rank | UnitKind::Year)
    {
        return Some(Mismatch::NoAmount);
    }
    if part.change != whole.change {
        return Some(Mismatch::LevelAndChange);
    }
    match (own.is_same(of), own) {
        (true, _) => None,
        (false, UnitKind::Percent) if !part.change => Some(Mismatch::ShareOfAmount),
        _ => Some(Mismatch::Unit),
    }
}

impl Report {
    /// The parts of an indicator beside it; `None` where it has fewer than two.
    pub fn sum_of_parts(&self, whole: IndicatorIx) -> Option<Sum> {
        let of = self.indicator(whole)?;
        let parts: Vec<_> = self.parts(whole).filter_map(|ix| self.indicator(ix)).collect();
        if parts.len() < 2 {
            return None;
        }
        let not_added = parts.iter().find_map(|part| not_added(part, of));
        Some(match not_added {
            Some(why) => {
                Sum { kind: SumKind::NotAdded, words: format!("the parts are not added up: {why}") }
            }
            None => sum(&parts, &of.headline),
        })
    }
}

/// Why a part is not added to the others.
fn not_added(part: &Indicator, whole: &Indicator) -> Option<&'static str> {
    let (own, of) = (&part.headline, &whole.headline);
    let is_of_one_time = match (&own.period, &of.period) {
        (Some(own), Some(of)) => own.is_same(of),
        (own, of) => own.is_some() == of.is_some(),
    };
    match mismatch(part, whole) {
        Some(Mismatch::ShareOfAmount) => Some("some are shares, the whole is an amount"),
        Some(Mismatch::Unit) => Some("not all have the unit of the whole"),
        Some(Mismatch::LevelAndChange) => Some("some are levels, some are changes"),
        Some(Mismatch::NoAmount) => Some("ranks and years are no amounts"),
        None if whole.change && whole.unit.is_percent() => Some("changes in percent do not add up"),
        None if !is_of_one_time => Some("they and the whole are not all of one period"),
        None if bases(own, of) != Bases::Same => Some("not all are measured from one time"),
        None if own.status.is_observed() != of.status.is_observed() => {
            Some("some were observed, some were not")
        }
        None => None,
    }
}

/// The lowest and the highest, as far as they are known.
type Ends<T> = (Option<T>, Option<T>);

/// The sum of figures of one kind beside that of their whole.
fn sum(parts: &[&Indicator], whole: &Observation) -> Sum {
    let unknown = |words| Sum { kind: SumKind::Unknown, words };
    let Some(of) = &whole.quantity else {
        return unknown(
            "cannot be told whether the parts add up: the whole has no value".to_owned(),
        );
    };
    // Beside decimals a whole number is a measure, and may be rounded.
    let all = parts.iter().filter_map(|part| part.headline.quantity.as_ref());
    let beside = all.into_iter().find(|it| !is_whole(it)).unwrap_or(of);
    let mut stated = (Some(Decimal::from(0.0)), Some(Decimal::from(0.0)));
    let mut behind_all = (Some(0.0), Some(0.0));
    let mut vague = None;
    for part in parts {
        let own = part.headline.quantity.as_ref();
        let ends = own.map_or((None, None), |own| in_unit_of(own, of));
        let reach = behind(&part.headline, beside).map_or((None, None), limits);
        stated = (both(stated.0, ends.0), both(stated.1, ends.1));
        behind_all = (both(behind_all.0, reach.0), both(behind_all.1, reach.1));
        if ends.0.is_none() || ends.1.is_none() {
            vague.get_or_insert(&part.headline);
        }
    }
    let of_whole = behind(whole, beside).map_or((None, None), limits);
    let (is_more, is_less) = (exceeds(behind_all.0, of_whole.1), exceeds(of_whole.0, behind_all.1));
    let added = as_words(stated, of);
    let named = named(whole);
    let kind = if is_more {
        SumKind::More
    } else if vague.is_some() {
        SumKind::Unknown
    } else if is_less {
        SumKind::Less
    } else {
        SumKind::Whole
    };
    let words = match kind {
        SumKind::More => format!("the parts add up to {added}, more than the whole, {named}"),
        SumKind::Less => {
            let rest = rest_of(stated, of).map(|rest| figure(Value::Number(rest), of));
            let rest = rest.map(|rest| format!("{rest} is in no part"));
            let rest = rest.unwrap_or_else(|| "the rest is in no part".to_owned());
            format!("the parts add up to {added} of {named}: {rest}")
        }
        SumKind::Whole => fits(parts, whole, of, stated, &added),
        SumKind::Unknown | SumKind::NotAdded => {
            let part = vague.map(Observation::words).unwrap_or_default();
            format!("cannot be told whether the parts add up to {named}: one part is “{part}”")
        }
    };
    Sum { kind, words }
}

/// How a sum that may be the whole is told beside it.
fn fits(
    parts: &[&Indicator],
    whole: &Observation,
    of: &Quantity,
    stated: Ends<Decimal>,
    added: &str,
) -> String {
    let named = named(whole);
    let rest = rest_of(stated, of).map(Decimal::value);
    let has_interval = |of: &Observation| of.uncertainty.is_some();
    let has_intervals =
        has_interval(whole) || parts.iter().any(|part| has_interval(&part.headline));
    match rest {
        Some(0.0) => format!("the parts add up to the whole, {named}"),
        Some(_) if has_intervals => {
            format!("the parts add up to {added}, the whole is {named}: the intervals allow that")
        }
        Some(_) => {
            format!("the parts add up to {added}, the whole is {named}: rounding can explain it")
        }
        None => format!("the parts add up to {added}, and the whole, {named}, allows that"),
    }
}

/// The two numbers of a figure, in the unit of another one; none where its words do not say how far it
/// reaches.
fn in_unit_of(own: &Quantity, of: &Quantity) -> Ends<Decimal> {
    let exact = |value: Decimal| value.times_ten_to(own.unit().power_above(of.unit()));
    match own.value() {
        Value::Order(..) => (None, None),
        Value::Number(value) if own.class().is_none() => (Some(exact(value)), Some(exact(value))),
        _ => {
            let (low, high) = limits(own.allowed());
            (low.map(Decimal::from).map(exact), high.map(Decimal::from).map(exact))
        }
    }
}

/// The numbers that limit an interval for certain.
fn limits(interval: Interval) -> Ends<f64> {
    (interval.low.limit(), interval.high.limit())
}

fn both<T: std::ops::Add<Output = T>>(a: Option<T>, b: Option<T>) -> Option<T> {
    Some(a? + b?)
}

/// Whether the first is larger, by more than errors of calculation.
fn exceeds(a: Option<f64>, b: Option<f64>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return false };
    a - b > 1e-9 * a.abs().max(b.abs())
}

/// A sum in words, with the unit of the whole.
fn as_words(stated: Ends<Decimal>, of: &Quantity) -> String {
    let value = match stated {
        (Some(low), Some(high)) if low.value() < high.value() => Value::Pair(low, high),
        (Some(low), Some(_)) => Value::Number(low),
        (Some(low), None) => return format!("at least {}", figure(Value::Number(low), of)),
        (None, Some(high)) => return format!("at most {}", figure(Value::Number(high), of)),
        (None, None) => return String::new(),
    };
    figure(value, of)
}

fn figure(value: Value, of: &Quantity) -> String {
    let unit = if of.unit().is_percent() { "%".to_owned() } else { of.unit().long() };
    let quantity = Quantity::new(Some(value), None, of.unit().clone(), of.is_change());
    let number = quantity.map(|quantity| quantity.reading_without_unit()).unwrap_or_default();
    format!("{number} {unit}")
}

/// The figure of the whole, in quotes where it has a hedge; a change with its sign.
fn named(whole: &Observation) -> String {
    let quantity = whole.quantity.as_ref();
    if quantity.is_some_and(Quantity::is_change) {
        return whole.reading();
    }
    let has_hedge = quantity.is_some_and(|quantity| quantity.class().is_some());
    if has_hedge { format!("“{}”", whole.words()) } else { whole.words() }
}

/// What is missing to a whole that is one number, if the sum is one too.
fn rest_of(stated: Ends<Decimal>, of: &Quantity) -> Option<Decimal> {
    let (Value::Number(whole), (Some(low), Some(high))) = (of.value(), stated) else { return None };
    let is_one = of.class().is_none() && low.value().total_cmp(&high.value()).is_eq();
    is_one.then(|| whole + -low)
}
