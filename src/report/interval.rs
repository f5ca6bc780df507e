/// One end of what a figure allows, in the figure's unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum End {
    /// The source states no limit on this side.
    Open,
    /// The value itself is allowed.
    Closed(f64),
    /// Everything short of the value is allowed.
    Excluded(f64),
    /// Somewhere around the value; how far is not stated.
    Vague(f64),
}

impl End {
    /// The number at this end, if one is stated.
    pub fn value(self) -> Option<f64> {
        match self {
            Self::Open => None,
            Self::Closed(v) | Self::Excluded(v) | Self::Vague(v) => Some(v),
        }
    }

    /// The same end at another number.
    #[must_use]
    pub fn map(self, f: impl Fn(f64) -> f64) -> Self {
        match self {
            Self::Open => Self::Open,
            Self::Closed(v) => Self::Closed(f(v)),
            Self::Excluded(v) => Self::Excluded(f(v)),
            Self::Vague(v) => Self::Vague(f(v)),
        }
    }
}

/// The values that a figure allows, as far as its source limits them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lowest.
    pub low: End,
    /// The highest.
    pub high: End,
}

impl Interval {
    /// The same distances on the other side of zero: for a fall, the hedge limits its size.
    #[must_use]
    pub fn mirrored(self) -> Self {
        Self { low: self.high.map(|v| -v), high: self.low.map(|v| -v) }
    }

    /// Whether no value is allowed by both, by the limits that are stated.
    ///
    /// A vague end contradicts nothing: how far it reaches is not known.
    pub fn contradicts(self, other: Self) -> bool {
        let apart = |high: End, low: End| match (high, low) {
            (End::Closed(h), End::Closed(l)) => h < l,
            (End::Closed(h) | End::Excluded(h), End::Closed(l) | End::Excluded(l)) => h <= l,
            _ => false,
        };
        apart(self.high, other.low) || apart(other.high, self.low)
    }
}
