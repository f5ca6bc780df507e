//! Whether a printed number may be that of a figure: its value, its unit, its sign and its date.

use super::date::{DateAt, days, meet};
use super::figures::Figure;
use super::said::{Kind, Said, numerals};
use super::words::{behind, split};
use crate::prose::{Direction, Mark, Numeral, Numerals, Reading, has_unit_of};
use crate::report::currencies_named;
use crate::report::{Decimal, HedgeClass, Period, Quantity, UnitKind, Value};

/// How a printed number fits a value.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub(super) enum Fit {
    /// It is the value.
    Exact,
    /// It is the value, rounded, and says so where it must.
    Rounded,
    /// It is the nearer or the further of the two numbers of the value, as seen from zero.
    End {
        /// Whether it is the further one.
        is_far: bool,
    },
    /// It has the digits of the value, with another multiplier.
    Digits,
}

/// How two things that may be named or not go together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Agrees {
    /// They are the same.
    Same,
    /// At least one is not named.
    Open,
    /// They are different.
    Other,
}

/// How what is printed fits the value of a figure.
pub(super) fn fit(text: &Numerals<'_>, said: &Said, figure: &Figure<'_>) -> Option<Fit> {
    let unit = figure.quantity.unit();
    match (said.kind, figure.quantity.value()) {
        (Kind::Order(word), Value::Order(..)) => {
            (figure.quantity.hedge()?.order == word.order).then_some(Fit::Exact)
        }
        (Kind::Rank(rank), Value::Number(value)) if unit.kind == UnitKind::Rank => {
            near(rank, value.value()).then_some(Fit::Exact)
        }
        (Kind::Number(..), value) => {
            let (first, last) = numerals(text, said.kind)?;
            let is_year = (1900.0..2100.0).contains(&first.number.readings().next()?.value);
            if (unit.kind == UnitKind::Year) != (is_year && said.is_soft) {
                return None;
            }
            match (value, last) {
                (Value::Pair(low, high), Some(last)) => {
                    let is = |a, b| {
                        one(first, a, said, figure).is_some()
                            && one(last, b, said, figure).is_some()
                    };
                    (is(low, high) || is(high, low)).then_some(Fit::Exact)
                }
                (Value::Pair(low, high), None) => {
                    let is_end = |end| one(first, end, said, figure) == Some(Fit::Exact);
                    let (near, far) = if high.value().abs() < low.value().abs() {
                        (high, low)
                    } else {
                        (low, high)
                    };
                    let is_far = is_end(far);
                    (is_far || is_end(near)).then_some(Fit::End { is_far })
                }
                (Value::Number(value), None) => one(first, value, said, figure),
                (Value::Fraction(fraction), None) => percent(first, fraction.percent().abs(), said),
                _ => None,
            }
        }
        _ => None,
    }
}

/// How a number fits a value.
fn one(numeral: &Numeral, value: Decimal, said: &Said, figure: &Figure<'_>) -> Option<Fit> {
    let unit = figure.quantity.unit();
    let (stated, step) = (value.value().abs(), value.step());
    let is_percent = matches!(unit.kind, UnitKind::Percent | UnitKind::Points);
    let number = &numeral.number;
    if number.is_of_whole() && is_percent {
        // Two-thirds are 67 percent.
        let mut all = number.readings().map(|reading| (reading.value * 100.0 - stated).abs());
        let is_it = all.any(|apart| apart <= step / 2.0 + 1e-9);
        return if is_it {
            Some(Fit::Exact)
        } else {
            rounded_share(number.readings().next()?, stated, said, figure)
        };
    }
    if is_percent && number.is_scaled {
        return None;
    }
    let hundredth = match number.mark {
        Mark::BasisPoints if is_percent => 0.01,
        _ if number.is_subunit => 0.01,
        _ => 1.0,
    };
    let ones = unit.ones(stated);
    let mut best = None;
    for reading in number.readings() {
        let reading = Reading { value: reading.value * hundredth, step: reading.step * hundredth };
        let is_it = near(reading.value, ones)
            || near(reading.value, stated) && (!number.is_scaled || number.is_loose)
            || number
                .per
                .is_some_and(|per| is_percent && near(reading.value / per * 100.0, stated));
        if is_it {
            return Some(Fit::Exact);
        }
        if is_rounded(reading, ones, said, figure) {
            best = Some(Fit::Rounded);
        } else if number.is_scaled
            && [1e3, 1e6, 1e9]
                .iter()
                .any(|times| near(reading.value * times, ones) || near(reading.value, ones * times))
        {
            best = best.or(Some(Fit::Digits));
        }
    }
    best
}

/// How a number fits a fraction of a whole, in percent.
fn percent(numeral: &Numeral, percent: f64, said: &Said) -> Option<Fit> {
    let number = &numeral.number;
    let scale = if number.is_of_whole() { 100.0 } else { 1.0 };
    number.readings().find_map(|reading| {
        let value = reading.value * number.per.map_or(scale, |per| 100.0 / per);
        let apart = (value - percent).abs();
        if apart <= 1e-6 {
            return Some(Fit::Exact);
        }
        let slack = if number.is_of_whole() { 0.0 } else { reading.step / 2.0 };
        let is_about = said.limits.contains(&HedgeClass::About) && apart <= 1.0;
        (apart <= slack + 1e-9 || is_about).then_some(Fit::Rounded)
    })
}

/// Whether a share that is printed is a value in percent, rounded: "almost half" for 48 percent.
fn rounded_share(reading: Reading, stated: f64, said: &Said, figure: &Figure<'_>) -> Option<Fit> {
    let reading = Reading { value: reading.value * 100.0, step: 0.0 };
    is_rounded(reading, stated, said, figure).then_some(Fit::Rounded)
}

/// How far a hedged number may be from an exact one that it stands for, as a part of it.
const FAR: f64 = 0.1;

/// Whether a number is a value that was rounded, and the words beside it say truly to which side.
fn is_rounded(reading: Reading, stated: f64, said: &Said, figure: &Figure<'_>) -> bool {
    if !matches!(figure.quantity.class(), None | Some(HedgeClass::About)) {
        return false;
    }
    let (printed, apart) = (reading.value, (reading.value - stated).abs());
    let slack = (printed.abs() * FAR).min(round_step(reading) + 1e-9);
    let is_near = apart <= slack;
    match said.limits.first() {
        None => apart <= reading.step / 2.0 * (1.0 + 1e-9) && apart <= printed.abs() * FAR / 2.0,
        Some(HedgeClass::About) => is_near,
        Some(HedgeClass::Above | HedgeClass::JustOver | HedgeClass::AtLeast) => {
            is_near && stated > printed
        }
        Some(_) => is_near && stated < printed,
    }
}

/// What the last digit before the zeros at the end of a number is worth; of a share a tenth.
fn round_step(reading: Reading) -> f64 {
    if reading.step == 0.0 {
        return reading.value * FAR;
    }
    let mut step = reading.step;
    while step < 1e15
        && near((reading.value / (step * 10.0)).round(), reading.value / (step * 10.0))
    {
        step *= 10.0;
    }
    step
}

/// Equal except for the last bits.
fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= a.abs().max(b.abs()) * 1e-9
}

/// How the unit that is printed and that of a figure go together. `is_named` says whether the noun of
/// the unit stands beside the number.
pub(super) fn unit(
    paragraph: &str,
    text: &Numerals<'_>,
    said: &Said,
    figure: &Figure<'_>,
    is_named: bool,
) -> Agrees {
    let unit = figure.quantity.unit();
    let Some((first, last)) = numerals(text, said.kind) else {
        return if is_named || unit.kind == UnitKind::Rank { Agrees::Same } else { Agrees::Open };
    };
    let numeral = last.filter(|last| last.number.mark != Mark::None).unwrap_or(first);
    if !has_unit_of(text, numeral, figure.observation) {
        return Agrees::Other;
    }
    let is_same = match (&unit.kind, numeral.number.mark) {
        (UnitKind::Percent, Mark::Points) => {
            return if figure.quantity.is_change() { Agrees::Open } else { Agrees::Other };
        }
        (UnitKind::Points, Mark::Percent) => return Agrees::Other,
        (UnitKind::Percent, Mark::None) => numeral.number.is_of_whole(),
        (UnitKind::Noun(_), Mark::None) => is_named,
        (UnitKind::Year, _) => true,
        (UnitKind::Currency(code), Mark::None) => {
            // "One billion Russian rubles"
            let behind = behind(paragraph, said.number.end);
            let mut words = split(behind).take_while(|(span, _)| span.start < 20);
            words.any(|(_, word)| {
                let codes = currencies_named(&word.to_lowercase()).unwrap_or_default();
                codes.split(' ').any(|own| own == *code)
            })
        }
        (_, mark) => mark != Mark::None,
    };
    if numeral.number.is_of_whole() && unit.kind != UnitKind::Percent {
        return Agrees::Other;
    }
    if is_same { Agrees::Same } else { Agrees::Open }
}

/// Whether a text says the contrary of the sign of a figure: a rise where it is a fall.
pub(super) fn is_other_sign(numeral: &Numeral, quantity: &Quantity) -> bool {
    let is_change = quantity.is_change() || quantity.unit().kind == UnitKind::Points;
    is_change
        && match numeral.direction {
            Some(Direction::Fall) => quantity.stated() > 0.0,
            Some(Direction::Rise) => quantity.stated() < 0.0,
            None => false,
        }
}

/// Whether a number is a change and a figure a level: "exports rose by 12 percent".
pub(super) fn is_change_of(numeral: &Numeral, quantity: &Quantity) -> bool {
    let is_share = matches!(quantity.unit().kind, UnitKind::Percent);
    numeral.direction.is_some() && is_share && !quantity.is_change()
        || numeral.number.mark == Mark::Points
            && !quantity.is_change()
            && quantity.unit().kind != UnitKind::Points
}

/// Whether a text measures a number from what a figure is measured from.
pub(super) fn has_base(dates: &[&DateAt], figure: &Figure<'_>) -> bool {
    let base = figure.observation.base.as_deref().and_then(days);
    base.is_some_and(|base| dates.iter().any(|date| date.is_base && meet(date.first, base)))
}

/// How the dates beside a number and the time of a figure go together.
pub(super) fn time(dates: &[&DateAt], figure: &Figure<'_>) -> Agrees {
    let observation = figure.observation;
    let Some(period) = observation.period.as_ref().filter(|period| !period.is_vague()) else {
        return Agrees::Open;
    };
    let base = observation.base.as_deref().and_then(days);
    let Some(whole) = days(period) else { return Agrees::Open };
    let ends = period.ends();
    let end_of = |end: Option<&Period>| end.and_then(days).unwrap_or(whole);
    let first = base.unwrap_or_else(|| end_of(ends.as_ref().map(|(first, _)| first)));
    let last = end_of(ends.as_ref().map(|(_, last)| last));
    let fits = |date: &&DateAt| match (date.last, date.is_base) {
        (Some(end), _) => Some(meet(date.first, first) && meet(end, last)),
        (None, true) => None,
        // What is measured from a base is of neither a time between.
        (None, false) if base.is_some() => Some(meet(date.first, first) || meet(date.first, last)),
        (None, false) => Some(meet(date.first, whole)),
    };
    let bases = |date: &&DateAt| {
        base.filter(|_| date.is_base && date.last.is_none()).map(|base| meet(date.first, base))
    };
    let all: Vec<bool> = dates.iter().filter_map(fits).collect();
    let all = if all.is_empty() { dates.iter().filter_map(bases).collect() } else { all };
    match all.as_slice() {
        [] => Agrees::Open,
        all if all.contains(&true) => Agrees::Same,
        _ => Agrees::Other,
    }
}
