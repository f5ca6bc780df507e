/// Where a scale comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScaleKind {
    /// The natural limits of a share of a whole.
    Natural,
    /// The file declares it.
    Declared,
}

/// The two ends of a bar, in the figure's unit; low is below high and both are finite.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    low: f64,
    high: f64,
    kind: ScaleKind,
}

impl Scale {
    /// A scale that the file declares; `None` unless both ends are finite and low is below high.
    pub fn declared(low: f64, high: f64) -> Option<Self> {
        let sound = low.is_finite() && high.is_finite() && (high - low).is_finite() && low < high;
        sound.then_some(Self { low, high, kind: ScaleKind::Declared })
    }

    /// The scale of a percentage: 0 to 100, or −100 to 100 for a change.
    pub fn percent(change: bool) -> Self {
        Self { low: if change { -100.0 } else { 0.0 }, high: 100.0, kind: ScaleKind::Natural }
    }

    /// The scale of a share's change that is only ever on one side of zero: a fall runs from zero to
    /// −100, a rise from zero to 100, so that both are read from left to right. Other scales stay.
    #[must_use]
    pub fn facing(self, falls: bool, rises: bool) -> Self {
        match (self.kind, falls, rises) {
            (ScaleKind::Natural, true, false) if self.low < 0.0 => {
                Self { low: 0.0, high: self.low, ..self }
            }
            (ScaleKind::Natural, false, true) if self.low < 0.0 => Self { low: 0.0, ..self },
            _ => self,
        }
    }

    /// Whether it runs from zero down.
    pub fn is_fall(self) -> bool {
        self.high < self.low
    }

    /// Whether it has values on both sides of zero.
    pub fn is_two_sided(self) -> bool {
        self.low < 0.0 && self.high > 0.0
    }

    /// The same scale in a unit that is smaller by a factor; shares stay as they are.
    pub fn times(self, factor: f64) -> Option<Self> {
        match self.kind {
            ScaleKind::Natural => Some(self),
            ScaleKind::Declared => Self::declared(self.low * factor, self.high * factor),
        }
    }

    /// The value at the start of the bar.
    pub fn low(self) -> f64 {
        self.low
    }

    /// The value at the end of the bar.
    pub fn high(self) -> f64 {
        self.high
    }

    /// Where it comes from.
    pub fn kind(self) -> ScaleKind {
        self.kind
    }

    /// Whether the value lies on the scale.
    pub fn holds(self, value: f64) -> bool {
        (self.low.min(self.high)..=self.low.max(self.high)).contains(&value)
    }
}
