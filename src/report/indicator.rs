use super::{
    End, GroupIx, IndicatorIx, Interval, Observation, Period, Quantity, Scale, Text, Unit,
};

/// A quantity that the report speaks of, with its headline figure and the evidence behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// Its name in the file: unique and stable, selection and comparison go by it.
    pub id: Text,
    /// What it is, of what.
    pub label: Text,
    /// A shorter label for narrow columns.
    pub short: Option<Text>,
    /// The group that it stands under.
    pub group: Option<GroupIx>,
    /// The unit of the headline.
    pub unit: Unit,
    /// The denominator, or what is counted.
    pub of: Option<Text>,
    /// The reference area, where it is not the report's.
    pub area: Option<Text>,
    /// The scale of its bar; `None` means no bar, the words alone.
    pub scale: Option<Scale>,
    /// Whether it is a change, drawn from a zero line.
    pub change: bool,
    /// The figure that the report gives.
    pub headline: Observation,
    /// After this the figure is due for another look.
    pub review_by: Option<Period>,
    /// Indicators to look at beside this one.
    pub related: Vec<IndicatorIx>,
    /// The histories behind it.
    pub series: Vec<Series>,
    /// Other figures for the same thing.
    pub rivals: Vec<Rival>,
    /// What is known of the poll behind it.
    pub poll: Option<Poll>,
    /// Its line in the file, counted from 1.
    pub line: u32,
}

impl Indicator {
    /// The label for a narrow column.
    pub fn short_label(&self) -> &Text {
        self.short.as_ref().unwrap_or(&self.label)
    }
}

/// One line of history.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// What the line shows.
    pub label: Option<Text>,
    /// The unit of its points.
    pub unit: Unit,
    /// How what it measures differs from the headline; `None` is the history of the headline
    /// itself, as far as the units are alike.
    pub differs: Option<Text>,
    /// What else to know of the whole line.
    pub note: Option<Text>,
    /// What is known of the polls behind its points.
    pub poll: Option<Poll>,
    /// Its points, in the order of the file.
    pub points: Vec<Observation>,
    /// Its line in the file, counted from 1.
    pub line: u32,
}

/// Another figure that somebody gives for the same thing (SDMX: a discrepancy between sources).
#[derive(Clone, Debug, PartialEq)]
pub struct Rival {
    /// The figure.
    pub observation: Observation,
    /// How its definition differs from the headline's.
    pub differs: Option<Text>,
    /// Its line in the file, counted from 1.
    pub line: u32,
}

/// What a poll discloses of itself, after the eleven items of AAPOR's disclosure standards.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Poll {
    /// Who carried it out.
    pub pollster: Option<Text>,
    /// Who paid for it.
    pub sponsor: Option<Text>,
    /// When people were asked.
    pub fielded: Option<Period>,
    /// How many answered.
    pub sample: Option<u64>,
    /// The margin of error in percentage points.
    pub margin: Option<f64>,
    /// How they were asked.
    pub mode: Option<Text>,
    /// Whom it speaks for.
    pub population: Option<Text>,
    /// How they were found.
    pub recruitment: Option<Text>,
    /// What they were asked.
    pub question: Option<Text>,
    /// How answers were weighted.
    pub weighting: Option<Text>,
    /// How answers were checked and processed.
    pub quality: Option<Text>,
    /// What the poll says it cannot tell.
    pub limitations: Option<Text>,
}

impl Series {
    /// Whether it is the history of the very thing that the headline states: a line of another
    /// unit or another definition is only shown beside it.
    pub fn is_history_of(&self, indicator: &Indicator) -> bool {
        self.differs.is_none()
            && self.unit.kind == indicator.unit.kind
            && self
                .points
                .iter()
                .all(|p| p.quantity.as_ref().is_none_or(|q| q.is_change() == indicator.change))
    }
}

impl Rival {
    /// Whether it cannot hold together with the headline of its indicator.
    ///
    /// Only figures of one definition, one kind of unit and one time contradict one another;
    /// where the file says how the definitions differ, they do not.
    pub fn contradicts(&self, indicator: &Indicator) -> bool {
        let (Some(here), Some(there)) = (&indicator.headline.quantity, &self.observation.quantity)
        else {
            return false;
        };
        let headline = indicator.headline.period.as_ref();
        self.differs.is_none()
            && here.unit().kind == there.unit().kind
            && here.is_change() == there.is_change()
            && !at_other_times(headline, self.observation.period.as_ref())
            && in_ones(here).contradicts(in_ones(there))
    }
}

/// Figures of different times may well differ.
fn at_other_times(a: Option<&Period>, b: Option<&Period>) -> bool {
    let (Some(a), Some(b)) = (a, b) else {
        return false;
    };
    let before =
        |x: &Period, y: &Period| matches!((x.end(), y.start()), (Some(x), Some(y)) if x < y);
    before(a, b) || before(b, a)
}

/// What a quantity allows, without the multiplier of its unit.
fn in_ones(quantity: &Quantity) -> Interval {
    let factor = quantity.unit().factor();
    let scaled = |end: End| match end {
        End::Open => End::Open,
        End::Closed(v) => End::Closed(v * factor),
        End::Excluded(v) => End::Excluded(v * factor),
        End::Vague(v) => End::Vague(v * factor),
    };
    let Interval { low, high } = quantity.interval();
    Interval { low: scaled(low), high: scaled(high) }
}
