//! What two figures for one thing have to say to one another.

use super::{
    End, HedgeWord, Indicator, Interval, Observation, Period, Quantity, Rival, Scale, Value,
};

/// How a rival stands to the headline, worked out from what both allow.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Relation {
    /// One of them has no value, or they have units of different kinds: nothing to compare.
    Incomparable,
    /// They allow the same.
    Same,
    /// Two exact figures that are the same once rounded like the coarser of them.
    Rounded,
    /// Whatever the rival allows, the headline allows too.
    Within,
    /// The rival allows whatever the headline does, and more.
    Around,
    /// Some values are allowed by both; these, without the multiplier of a unit.
    Overlap(Interval),
    /// Vague words leave it open.
    Open,
    /// No value is allowed by both.
    Apart,
}

impl Rival {
    /// How it stands to the headline of its indicator, whatever the two measure.
    pub fn relation(&self, indicator: &Indicator) -> Relation {
        let (Some(here), Some(there)) = (&indicator.headline.quantity, &self.observation.quantity)
        else {
            return Relation::Incomparable;
        };
        if !self.shares_axis(indicator) {
            return Relation::Incomparable;
        }
        if are_the_same_rounded(here, there) {
            return Relation::Rounded;
        }
        let (here, there) = (in_ones(here), in_ones(there));
        if here == there {
            return Relation::Same;
        }
        if here.contradicts(there) {
            return Relation::Apart;
        }
        if is_vague(here) || is_vague(there) {
            let meet = !core(here).contradicts(core(there));
            return if meet { Relation::Overlap(overlap(here, there)) } else { Relation::Open };
        }
        let both = overlap(here, there);
        match (both == there, both == here) {
            (true, _) => Relation::Within,
            (_, true) => Relation::Around,
            _ => Relation::Overlap(both),
        }
    }

    /// Whether it can stand on one axis with the headline: a unit of the same kind, and both a
    /// level or both a change.
    pub fn shares_axis(&self, indicator: &Indicator) -> bool {
        self.observation.quantity.as_ref().is_some_and(|there| {
            there.unit().kind == indicator.unit.kind && there.is_change() == indicator.change
        })
    }

    /// The headline's scale in the unit of the rival, if they share an axis.
    pub fn scale(&self, indicator: &Indicator) -> Option<Scale> {
        let there = self.observation.quantity.as_ref()?;
        let scale = indicator.scale.filter(|_| self.shares_axis(indicator))?;
        scale.times(indicator.unit.factor() / there.unit().factor())
    }

    /// Whether it cannot hold together with the headline of its indicator.
    ///
    /// Only figures of one definition, one kind of unit and one time contradict one another;
    /// where the file says how the definitions differ, they do not.
    pub fn contradicts(&self, indicator: &Indicator) -> bool {
        self.differs.is_none()
            && !self.is_of_another_time(indicator)
            && self.relation(indicator) == Relation::Apart
    }

    /// How it stands to the headline, in a sentence that names the limits it goes by.
    pub fn verdict(&self, indicator: &Indicator) -> String {
        let here = indicator.headline.figure();
        match self.relation(indicator) {
            Relation::Incomparable => "in another unit: not to be compared".to_owned(),
            Relation::Apart => {
                format!("cannot hold beside the headline's “{here}”{}", self.unless(indicator))
            }
            Relation::Open => format!(
                "whether it can hold beside “{here}” is open: {}",
                self.vague_word(indicator)
            ),
            // Two definitions neither agree nor disagree.
            _ if self.differs.is_some() => {
                format!("not at odds with the headline's “{here}”, but measures another thing")
            }
            Relation::Same => format!("says the same as the headline, “{here}”"),
            Relation::Rounded => format!("agrees with the headline, “{here}”, once rounded"),
            Relation::Within => format!("can hold: it lies within the headline's “{here}”"),
            Relation::Around => format!("can hold: it allows the headline's “{here}”, and more"),
            Relation::Overlap(both) => match in_words(both, indicator) {
                Some(both) => format!("both can hold: {both}"),
                None => format!("can hold beside the headline's “{here}”"),
            },
        }
    }

    /// What would make two figures true that cannot both hold for one thing at one time.
    pub fn unless(&self, indicator: &Indicator) -> &'static str {
        match (&self.differs, self.is_of_another_time(indicator)) {
            (Some(_), true) => ", but measures another thing, at another time",
            (Some(_), false) => ", unless the difference in what is measured explains it",
            (None, true) => " for one time; the two are of different times",
            (None, false) if indicator.headline.period.is_none() => {
                ", unless they are of different times: the headline has no date"
            }
            (None, false) if self.observation.period.is_none() => {
                ", unless they are of different times: this one has no date"
            }
            (None, false) => "",
        }
    }

    /// Figures of different times may well differ.
    fn is_of_another_time(&self, indicator: &Indicator) -> bool {
        let (here, there) = (&indicator.headline.period, &self.observation.period);
        let (Some(here), Some(there)) = (here, there) else {
            return false;
        };
        is_before(here, there) || is_before(there, here)
    }

    /// Which word leaves it open how far a figure reaches.
    fn vague_word(&self, indicator: &Indicator) -> String {
        let word = |o: &Observation| o.quantity.as_ref().and_then(vague_hedge);
        match word(&self.observation).or_else(|| word(&indicator.headline)) {
            Some(word) => format!("how far “{word}” reaches is not stated"),
            None => "how far it reaches is not stated".to_owned(),
        }
    }
}

/// Whether one period is over before the other begins.
pub(super) fn is_before(a: &Period, b: &Period) -> bool {
    matches!((a.end(), b.start()), (Some(end), Some(start)) if end < start)
}

/// What a quantity allows, without the multiplier of its unit.
fn in_ones(quantity: &Quantity) -> Interval {
    let factor = quantity.unit().factor();
    let Interval { low, high } = quantity.interval();
    Interval { low: low.map(|v| v * factor), high: high.map(|v| v * factor) }
}

fn is_vague(interval: Interval) -> bool {
    matches!(interval.low, End::Vague(_)) || matches!(interval.high, End::Vague(_))
}

fn vague_hedge(quantity: &Quantity) -> Option<&'static str> {
    quantity.hedge().filter(|_| is_vague(quantity.interval())).map(|hedge| hedge.word)
}

/// What vague words name for sure: the value itself, or the nearest on the side that is meant.
fn core(interval: Interval) -> Interval {
    let beside = |v: f64, side: f64| End::Closed(v + side * v.abs() * f64::EPSILON * 4.0);
    match (interval.low, interval.high) {
        (End::Vague(low), End::Vague(high)) => {
            Interval { low: End::Closed(low), high: End::Closed(high) }
        }
        (End::Vague(v), End::Excluded(_)) => {
            Interval { low: beside(v, -1.0), high: beside(v, -1.0) }
        }
        (End::Excluded(v), End::Vague(_)) => Interval { low: beside(v, 1.0), high: beside(v, 1.0) },
        (End::Vague(v), high) => Interval { low: End::Closed(v), high },
        (low, End::Vague(v)) => Interval { low, high: End::Closed(v) },
        (low, high) => Interval { low, high },
    }
}

/// What two intervals that do not contradict one another both allow.
fn overlap(a: Interval, b: Interval) -> Interval {
    let tighter = |x: End, y: End, sign: f64| match (x.value(), y.value()) {
        (None, _) => y,
        (_, None) => x,
        // At one value the end that leaves it out is the tighter one.
        (Some(v), Some(w)) if v * sign > w * sign => x,
        (Some(v), Some(w)) if v * sign < w * sign => y,
        _ if matches!(x, End::Excluded(_)) => x,
        _ => y,
    };
    Interval { low: tighter(a.low, b.low, 1.0), high: tighter(a.high, b.high, -1.0) }
}

/// What both allow, in the unit of the headline; `None` where its ends are not plain limits.
fn in_words(both: Interval, indicator: &Indicator) -> Option<String> {
    if indicator.change || is_vague(both) {
        return None;
    }
    let words = |value: f64, hedge: &str| {
        let value = Some(Value::Number(value / indicator.unit.factor()));
        let hedge = HedgeWord::find(hedge);
        Quantity::new(value, hedge, indicator.unit.clone(), false).ok().map(|q| q.figure())
    };
    let low = match both.low {
        End::Closed(v) => Some(words(v, "at least")?),
        End::Excluded(v) => Some(words(v, "more than")?),
        End::Open | End::Vague(_) => None,
    };
    let high = match both.high {
        End::Closed(v) => Some(words(v, "at most")?),
        End::Excluded(v) => Some(words(v, "less than")?),
        End::Open | End::Vague(_) => None,
    };
    match (low, high) {
        (Some(low), Some(high)) => Some(format!("{low} and {high}")),
        (low, high) => low.or(high),
    }
}

/// Whether two figures without a hedge differ by no more than the coarser one's rounding.
fn are_the_same_rounded(a: &Quantity, b: &Quantity) -> bool {
    let (Some((x, half_x)), Some((y, half_y))) = (rounded(a), rounded(b)) else {
        return false;
    };
    let apart = (x - y).abs();
    apart > 0.0 && apart <= half_x.max(half_y) * (1.0 + 1e-9)
}

/// The number of a figure without a hedge and half of its last digit, without a multiplier.
///
/// A fraction stands for whole percents: nobody says two-thirds of 66.7.
fn rounded(quantity: &Quantity) -> Option<(f64, f64)> {
    let factor = quantity.unit().factor();
    let (value, half) = match quantity.value() {
        _ if quantity.class().is_some() => return None,
        Value::Number(v) => {
            let digits = v.to_string();
            let decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
            (v, 0.5 * 10f64.powi(-i32::try_from(decimals).unwrap_or(0)))
        }
        Value::Fraction(f) => (f.percent(), 0.5),
        Value::Pair(..) | Value::Order(..) => return None,
    };
    Some((value * factor, half * factor))
}

#[cfg(test)]
mod tests;
