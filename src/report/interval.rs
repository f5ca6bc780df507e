use std::cmp::Ordering;

/// One end of the values that a figure allows, in the unit of the figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum End {
    /// The source states no limit on this side.
    Open,
    /// The value itself is allowed.
    Closed(f64),
    /// Values up to this one are allowed, but not the value itself.
    Excluded(f64),
    /// Values around this one are allowed; how far is not stated.
    Vague(f64),
}

impl End {
    /// The number at this end, if there is one.
    pub fn value(self) -> Option<f64> {
        match self {
            Self::Open => None,
            Self::Closed(v) | Self::Excluded(v) | Self::Vague(v) => Some(v),
        }
    }

    /// The number that no value is beyond, if the source says so.
    pub fn limit(self) -> Option<f64> {
        match self {
            Self::Closed(v) | Self::Excluded(v) => Some(v),
            Self::Open | Self::Vague(_) => None,
        }
    }

    /// The same end with its number changed.
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

/// A number, or the point right below (−1) or right above it (1).
#[derive(Clone, Copy, Debug)]
struct Edge(f64, i8);

impl Edge {
    fn cmp(self, other: Self) -> Ordering {
        self.0.total_cmp(&other.0).then(self.1.cmp(&other.1))
    }
}

impl Interval {
    /// The interval mirrored at zero: for a fall, the hedge limits its size.
    #[must_use]
    pub fn mirrored(self) -> Self {
        Self { low: self.high.map(|v| -v), high: self.low.map(|v| -v) }
    }

    /// Both ends with their numbers changed.
    #[must_use]
    pub fn map(self, f: impl Fn(f64) -> f64 + Copy) -> Self {
        Self { low: self.low.map(f), high: self.high.map(f) }
    }

    /// Whether an end is vague.
    pub fn is_vague(self) -> bool {
        matches!(self.low, End::Vague(_)) || matches!(self.high, End::Vague(_))
    }

    /// Whether both allow some value in common, by the stated limits.
    ///
    /// A vague end excludes nothing, because it is not known how far it reaches.
    pub fn meets(self, other: Self) -> bool {
        meet([self.ends(false), other.ends(false)])
    }

    /// Whether both allow some value in common even if vague ends reach hardly further than their
    /// numbers.
    pub fn surely_meets(self, other: Self) -> bool {
        meet([self.ends(true), other.ends(true)])
    }

    /// Whether it ends at or below the number at which another one begins.
    pub fn is_below(self, other: Self) -> bool {
        matches!((self.high.value(), other.low.value()), (Some(high), Some(low)) if high <= low)
    }

    /// Whether it allows all values that the other allows, by the stated limits.
    pub fn holds(self, other: Self) -> bool {
        let ((low, high), (from, to)) = (self.ends(false), other.ends(false));
        let is_below = |a: Edge, b: Edge| a.cmp(b) != Ordering::Greater;
        let low_holds = low.is_none_or(|low| from.is_some_and(|from| is_below(low, from)));
        low_holds && high.is_none_or(|high| to.is_some_and(|to| is_below(to, high)))
    }

    /// Its lowest and its highest point; `None` is without a limit.
    fn ends(self, vague_is_near: bool) -> (Option<Edge>, Option<Edge>) {
        let edge = |end: End, inward: i8| match end {
            End::Open => None,
            End::Closed(v) => Some(Edge(v, 0)),
            End::Excluded(v) => Some(Edge(v, inward)),
            End::Vague(v) => vague_is_near.then_some(Edge(v, -inward)),
        };
        (edge(self.low, 1), edge(self.high, -1))
    }
}

fn meet(ends: [(Option<Edge>, Option<Edge>); 2]) -> bool {
    let low = ends.iter().filter_map(|(low, _)| *low).max_by(|a, b| a.cmp(*b));
    let high = ends.iter().filter_map(|(_, high)| *high).min_by(|a, b| a.cmp(*b));
    match (low, high) {
        (Some(low), Some(high)) => low.cmp(high) != Ordering::Greater,
        _ => true,
    }
}
