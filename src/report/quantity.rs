mod reading;

pub(super) use reading::not_happened;

use super::{Decimal, End, HedgeClass, HedgeWord, Interval, Unit};

/// A fraction of the source, such as two-thirds; it is never turned into decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fraction {
    is_negative: bool,
    numerator: u32,
    denominator: u32,
}

impl Fraction {
    /// Reads `2/3` or `-1/5`: two whole numbers, of which the lower one is not zero.
    pub fn parse(raw: &str) -> Option<Self> {
        let raw = raw.trim();
        let size = raw.strip_prefix(['-', '−']);
        let (numerator, denominator) = size.unwrap_or(raw).split_once('/')?;
        let numerator = numerator.trim().parse().ok()?;
        let denominator = denominator.trim().parse().ok().filter(|d| *d > 0)?;
        Some(Self { is_negative: size.is_some() && numerator > 0, numerator, denominator })
    }

    /// Its numerator and denominator, without a sign.
    pub fn parts(self) -> (u32, u32) {
        (self.numerator, self.denominator)
    }

    /// Whether it is below zero.
    pub fn is_negative(self) -> bool {
        self.is_negative
    }

    /// The same without its sign.
    #[must_use]
    pub fn abs(self) -> Self {
        Self { is_negative: false, ..self }
    }

    /// The fraction in percent, to draw it.
    pub fn percent(self) -> f64 {
        let size = f64::from(self.numerator) * 100.0 / f64::from(self.denominator);
        if self.is_negative { -size } else { size }
    }
}

/// A value as the source gives it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// A finite number.
    Number(Decimal),
    /// Two finite numbers, the lower first.
    Pair(Decimal, Decimal),
    /// A fraction of a whole.
    Fraction(Fraction),
    /// An order of magnitude: the lowest value, and the first value above it.
    Order(f64, f64),
}

impl Value {
    /// A number.
    pub fn number(number: impl Into<Decimal>) -> Self {
        Self::Number(number.into())
    }

    /// Two numbers.
    pub fn pair(low: impl Into<Decimal>, high: impl Into<Decimal>) -> Self {
        Self::Pair(low.into(), high.into())
    }
}

/// A value with its hedge and its unit, which cannot be taken apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    value: Value,
    hedge: Option<&'static HedgeWord>,
    unit: Unit,
    change: bool,
}

/// Why a value and a hedge do not go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuantityError {
    /// Neither a value nor an order of magnitude.
    NoValue,
    /// NaN or infinite.
    NotFinite,
    /// "between" with one number.
    BetweenNeedsPair,
    /// Two numbers with a hedge that limits one.
    PairWithHedge,
    /// The first of two numbers is not the lower.
    PairNotAscending,
    /// An order of magnitude with a number.
    OrderWithValue,
    /// A fraction of something that is not a whole.
    FractionNeedsPercent,
}

impl Quantity {
    /// Puts a value and its hedge together.
    ///
    /// `value` is missing only for an order of magnitude, which needs no number. For a fall
    /// (`change` and a negative value) the hedge limits the size of the fall.
    ///
    /// # Errors
    /// If the two contradict one another, or if the value is not finite.
    pub fn new(
        value: Option<Value>,
        hedge: Option<&'static HedgeWord>,
        unit: Unit,
        change: bool,
    ) -> Result<Self, QuantityError> {
        let class = hedge.map(|h| h.class);
        let value = match (value, hedge.and_then(|h| h.order)) {
            (None, Some((from, below))) => Value::Order(from, below),
            (Some(_), Some(_)) => return Err(QuantityError::OrderWithValue),
            (None, None) => return Err(QuantityError::NoValue),
            (Some(value), None) => value,
        };
        let is_finite = |number: Decimal| number.value().is_finite();
        match value {
            Value::Number(v) if !is_finite(v) => return Err(QuantityError::NotFinite),
            Value::Pair(a, b) if !(is_finite(a) && is_finite(b)) => {
                return Err(QuantityError::NotFinite);
            }
            Value::Pair(a, b) if a.value() >= b.value() => {
                return Err(QuantityError::PairNotAscending);
            }
            Value::Pair(..)
                if !matches!(class, None | Some(HedgeClass::Between | HedgeClass::About)) =>
            {
                return Err(QuantityError::PairWithHedge);
            }
            Value::Number(_) | Value::Fraction(_) if class == Some(HedgeClass::Between) => {
                return Err(QuantityError::BetweenNeedsPair);
            }
            Value::Fraction(_) if !unit.is_percent() => {
                return Err(QuantityError::FractionNeedsPercent);
            }
            _ => {}
        }
        Ok(Self { value, hedge, unit, change })
    }

    /// The value as the source gives it.
    pub fn value(&self) -> Value {
        self.value
    }

    /// The hedge, if there is one.
    pub fn hedge(&self) -> Option<&'static HedgeWord> {
        self.hedge
    }

    /// The class of the hedge, if there is one.
    pub fn class(&self) -> Option<HedgeClass> {
        self.hedge.map(|h| h.class)
    }

    /// The unit.
    pub fn unit(&self) -> &Unit {
        &self.unit
    }

    /// Whether it is a change instead of a level.
    pub fn is_change(&self) -> bool {
        self.change
    }

    /// Whether it is a fall: its hedge limits the size of the fall.
    pub fn is_fall(&self) -> bool {
        self.change && self.one().is_some_and(|v| v < 0.0)
    }

    /// Its value, if that is one number; of a fraction in percent.
    fn one(&self) -> Option<f64> {
        match self.value {
            Value::Number(v) => Some(v.value()),
            Value::Fraction(f) => Some(f.percent()),
            Value::Pair(..) | Value::Order(..) => None,
        }
    }

    /// The values that it allows, in its unit; of a fraction in percent.
    pub fn interval(&self) -> Interval {
        match self.value {
            Value::Number(v) if self.is_fall() => {
                interval(Value::Number(-v), self.class()).mirrored()
            }
            Value::Fraction(f) if self.is_fall() => {
                interval(Value::Fraction(f.abs()), self.class()).mirrored()
            }
            value => interval(value, self.class()),
        }
    }

    /// The values that it allows, where a fall is never a rise: a fall of up to 45 % ends at 0.
    pub fn allowed(&self) -> Interval {
        let Interval { low, high } = self.interval();
        match self.one().filter(|_| self.change) {
            Some(..0.0) if high == End::Open => Interval { low, high: End::Closed(0.0) },
            Some(v) if v > 0.0 && low == End::Open => Interval { low: End::Closed(0.0), high },
            _ => Interval { low, high },
        }
    }

    /// Whether its hedge is vague about how far it reaches.
    pub fn is_vague(&self) -> bool {
        self.interval().is_vague()
    }

    /// The number that the hedge limits, to sort by within a unit.
    ///
    /// Of two numbers it is the lower one, of an order of magnitude its lowest value.
    pub fn stated(&self) -> f64 {
        match self.value {
            Value::Number(v) | Value::Pair(v, _) => v.value(),
            Value::Order(from, _) => from,
            Value::Fraction(f) => f.percent(),
        }
    }
}

fn interval(value: Value, class: Option<HedgeClass>) -> Interval {
    use End::{Closed, Excluded, Open, Vague};
    use HedgeClass::{
        About, Above, AtLeast, AtMost, Below, Between, JustOver, Nearly, Order, UpTo,
    };
    let v = match value {
        Value::Number(v) => v.value(),
        Value::Fraction(f) => f.percent(),
        Value::Order(from, below) => return Interval { low: Closed(from), high: Excluded(below) },
        Value::Pair(a, b) if class == Some(About) => {
            return Interval { low: Vague(a.value()), high: Vague(b.value()) };
        }
        Value::Pair(a, b) => return Interval { low: Closed(a.value()), high: Closed(b.value()) },
    };
    let (low, high) = match class {
        None | Some(Between | Order) => (Closed(v), Closed(v)),
        Some(UpTo | AtMost) => (Open, Closed(v)),
        Some(Below) => (Open, Excluded(v)),
        Some(AtLeast) => (Closed(v), Open),
        Some(Above) => (Excluded(v), Open),
        Some(About) => (Vague(v), Vague(v)),
        Some(Nearly) => (Vague(v), Excluded(v)),
        Some(JustOver) => (Excluded(v), Vague(v)),
    };
    Interval { low, high }
}
