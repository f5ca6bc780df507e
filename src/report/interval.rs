use std::cmp::Ordering;

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

/// A number, or what lies right below (−1) or above it (1).
#[derive(Clone, Copy, Debug)]
struct Place(f64, i8);

impl Place {
    fn cmp(self, other: Self) -> Ordering {
        self.0.total_cmp(&other.0).then(self.1.cmp(&other.1))
    }
}

impl Interval {
    /// The same distances on the other side of zero: for a fall, the hedge limits its size.
    #[must_use]
    pub fn mirrored(self) -> Self {
        Self { low: self.high.map(|v| -v), high: self.low.map(|v| -v) }
    }

    /// Both ends at other numbers.
    #[must_use]
    pub fn map(self, f: impl Fn(f64) -> f64 + Copy) -> Self {
        Self { low: self.low.map(f), high: self.high.map(f) }
    }

    /// Whether how far it reaches is left open by a vague word.
    pub fn is_vague(self) -> bool {
        matches!(self.low, End::Vague(_)) || matches!(self.high, End::Vague(_))
    }

    /// Whether some value is allowed by both, by the limits that are stated.
    ///
    /// A vague end excludes nothing: how far it reaches is not known.
    pub fn meets(self, other: Self) -> bool {
        meet([self.ends(false), other.ends(false)])
    }

    /// Whether some value is allowed by both even if vague words reach no further than right
    /// beside the numbers that they name.
    pub fn surely_meets(self, other: Self) -> bool {
        meet([self.ends(true), other.ends(true)])
    }

    /// Whether it allows whatever the other does, by the limits that are stated.
    pub fn holds(self, other: Self) -> bool {
        let ((low, high), (from, to)) = (self.ends(false), other.ends(false));
        let is_below = |a: Place, b: Place| a.cmp(b) != Ordering::Greater;
        let low_holds = low.is_none_or(|low| from.is_some_and(|from| is_below(low, from)));
        low_holds && high.is_none_or(|high| to.is_some_and(|to| is_below(to, high)))
    }

    /// Its lowest and its highest place; `None` is without a limit.
    fn ends(self, vague_is_near: bool) -> (Option<Place>, Option<Place>) {
        let place = |end: End, inward: i8| match end {
            End::Open => None,
            End::Closed(v) => Some(Place(v, 0)),
            End::Excluded(v) => Some(Place(v, inward)),
            End::Vague(v) => vague_is_near.then_some(Place(v, -inward)),
        };
        (place(self.low, 1), place(self.high, -1))
    }
}

fn meet(ends: [(Option<Place>, Option<Place>); 2]) -> bool {
    let low = ends.iter().filter_map(|(low, _)| *low).max_by(|a, b| a.cmp(*b));
    let high = ends.iter().filter_map(|(_, high)| *high).min_by(|a, b| a.cmp(*b));
    match (low, high) {
        (Some(low), Some(high)) => low.cmp(high) != Ordering::Greater,
        _ => true,
    }
}
