use super::{Relation, Times, Why, in_ones};
use crate::report::{
    Indicator, Observation, Period, Quantity, Rival, Status, Unit, UnitKind, counted, number,
};

/// How a rival relates to its headline, considering what they measure and when.
#[derive(Clone, Copy, Debug)]
pub struct Verdict<'r> {
    rival: &'r Rival,
    indicator: &'r Indicator,
    relation: Relation,
    times: Times,
}

/// A verdict in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerdictKind {
    /// It can be true together with the headline.
    CanHold,
    /// Whether both can be true is not known.
    Open,
    /// It contradicts the headline, and nothing in the file explains why.
    AtOdds,
    /// It cannot be true together with the headline for one time, and one of them has no date.
    IfAnotherTime,
    /// It cannot be true together with the headline for one time, and is of another.
    AnotherTime,
    /// It differs from the headline, and one of the two was not observed: a forecast, a target or a
    /// scenario.
    Unobserved,
    /// It measures something else, with numbers that the headline allows or may allow.
    AnotherMeasure,
    /// It measures something else, with numbers that the headline does not allow.
    AnotherMeasureBeyond,
    /// The two cannot be compared.
    Incomparable,
}

impl Rival {
    /// The verdict on it beside the headline of its indicator.
    pub fn verdict<'r>(&'r self, indicator: &'r Indicator) -> Verdict<'r> {
        let (relation, times) = (self.relation(indicator), self.times(indicator));
        Verdict { rival: self, indicator, relation, times }
    }
}

impl Verdict<'_> {
    /// The verdict in a word.
    pub fn kind(&self) -> VerdictKind {
        let is_another = self.rival.differs.is_some();
        match (self.relation, self.times) {
            (Relation::Incomparable(_), _) => VerdictKind::Incomparable,
            (Relation::Apart, _) if is_another => VerdictKind::AnotherMeasureBeyond,
            _ if is_another => VerdictKind::AnotherMeasure,
            (Relation::Apart, _) if !self.are_observed() => VerdictKind::Unobserved,
            (Relation::Apart, Times::Apart) => VerdictKind::AnotherTime,
            (Relation::Apart, Times::Overlapping) | (Relation::Open | Relation::IfRounded, _) => {
                VerdictKind::Open
            }
            (Relation::Apart, _) if self.doubt().is_some() => VerdictKind::Open,
            (Relation::Apart, Times::Unknown) => VerdictKind::IfAnotherTime,
            (Relation::Apart, Times::Same) => VerdictKind::AtOdds,
            _ => VerdictKind::CanHold,
        }
    }

    /// In a sentence with the limits that it is based on.
    pub fn words(&self) -> String {
        self.sentence(Observation::figure)
    }

    /// The same for reading aloud.
    pub fn spoken(&self) -> String {
        self.sentence(Observation::spoken)
    }

    fn sentence(&self, figure: fn(&Observation) -> String) -> String {
        let here = format!("“{}”", figure(&self.indicator.headline));
        let there = format!("“{}”", figure(&self.rival.observation));
        match (self.relation, &self.rival.differs) {
            (Relation::Incomparable(why), _) => self.incomparable(why),
            (Relation::Apart, _) if !self.are_observed() => self.unobserved(&here),
            (Relation::Apart, None)
                if self.kind() == VerdictKind::Open && self.doubt().is_some() =>
            {
                format!("differs from the headline's {here}; {}", self.doubt().unwrap_or_default())
            }
            (Relation::Apart, _) => {
                format!("cannot hold beside the headline's {here}{}", self.unless())
            }
            (Relation::Open, Some(_)) => {
                format!("measures another thing, and {}", self.if_it_reaches(&here, &there))
            }
            // Figures of two definitions neither agree nor disagree.
            (_, Some(_)) => {
                format!("not at odds with the headline's {here}, but measures another thing")
            }
            (Relation::Open, None) => self.if_it_reaches(&here, &there),
            (Relation::IfRounded, None) => {
                format!("can hold beside the headline's {here} only if one of the two is rounded")
            }
            (Relation::Same, None) => {
                format!("says the same as the headline, {here}{}", self.then())
            }
            (Relation::Rounded, None) => {
                format!("agrees with the headline, {here}, once rounded{}", self.then())
            }
            (Relation::RoundedAtZeros, None) => format!(
                "agrees with the headline, {here}, once rounded: a number that ends in zeros may \
                 be rounded{}",
                self.then()
            ),
            (Relation::WithinMargin, None) => format!(
                "can hold beside the headline's {here} within the margin of error of its poll, \
                 {}{}",
                self.margin(),
                self.then()
            ),
            (Relation::Within, None) => {
                format!("can hold: it lies within the headline's {here}{}", self.then())
            }
            (Relation::Around, None) => {
                format!("can hold: it allows the headline's {here}, and more{}", self.then())
            }
            (Relation::Overlap, None) => {
                format!("can hold beside the headline's {here}{}", self.then())
            }
        }
    }

    /// What vague words would have to mean for both to be true.
    fn if_it_reaches(&self, here: &str, there: &str) -> String {
        let is_vague = |o: &Observation| o.quantity.as_ref().is_some_and(Quantity::is_vague);
        let own = is_vague(&self.rival.observation);
        match (own, is_vague(&self.indicator.headline)) {
            (true, true) => format!("can hold only if {there} and the headline's {here} meet"),
            (true, false) => {
                format!("can hold only if {there} reaches as far as the headline's {here}")
            }
            _ => format!("can hold only if the headline's {here} reaches as far as {there}"),
        }
    }

    /// Adds that the two are for different times.
    fn then(&self) -> &'static str {
        match self.times {
            Times::Apart => ", at another time",
            Times::Overlapping if self.periods_differ() => ", for another period",
            _ => "",
        }
    }

    fn periods_differ(&self) -> bool {
        self.indicator.headline.period != self.rival.observation.period
    }

    /// In what the two differ by what is stated of them, as the file says it or by their periods and
    /// statuses.
    pub fn differs(&self) -> String {
        let (here, there) = (&self.indicator.headline, &self.rival.observation);
        let in_time = here.period.is_some() && there.period.is_some() && self.periods_differ();
        let text = match (&self.rival.differs, in_time, here.status != there.status) {
            (Some(differs), ..) => differs,
            (None, true, true) => "in time and in status",
            (None, true, false) => "in time",
            (None, false, true) => "in status",
            (None, false, false) => "in nothing that is stated",
        };
        text.to_owned()
    }

    /// Whether both are about what is there, unlike forecasts, targets and scenarios.
    fn are_observed(&self) -> bool {
        self.indicator.headline.status.is_observed() && self.rival.observation.status.is_observed()
    }

    /// What the status of one of two observed figures leaves open.
    fn doubt(&self) -> Option<String> {
        let (here, there) = (self.indicator.headline.status, self.rival.observation.status);
        let status = [here, there].into_iter().find(|status| *status != Status::Normal)?;
        let which = if here == there { "each" } else { "one" };
        let revised = if status == Status::Provisional { " and may have been revised" } else { "" };
        Some(format!("{which} of the two is {}{revised}", status.spoken()))
    }

    fn margin(&self) -> String {
        let margin = self.indicator.poll.as_ref().and_then(|poll| poll.margin);
        margin.map_or_else(String::new, |margin| format!("± {} pp", number(margin)))
    }

    /// How two figures lie that have no value in common, if one of them was not observed. Only what
    /// was observed of the same time has come out.
    fn unobserved(&self, here: &str) -> String {
        let (headline, rival) = (&self.indicator.headline, &self.rival.observation);
        let is_outcome = self.times == Times::Same && self.rival.differs.is_none();
        let (above, below) = self.sides();
        match (headline.status.is_observed(), rival.status.is_observed()) {
            (false, true) if is_outcome => format!("came out {above} the headline's {here}"),
            (true, false) if is_outcome => {
                format!("is {}: the headline's {here} came out {below} it", rival.status.spoken())
            }
            (_, is_observed) => {
                let neither = if !is_observed && !headline.status.is_observed() {
                    "; neither is an outcome"
                } else {
                    ""
                };
                format!("is {above} the headline's {here}{}{neither}", self.although())
            }
        }
    }

    /// On which side of the headline the rival lies, and the headline of the rival.
    fn sides(&self) -> (&'static str, &'static str) {
        let (Some(here), Some(there)) =
            (&self.indicator.headline.quantity, &self.rival.observation.quantity)
        else {
            return ("beside", "beside");
        };
        let (above, below) = match here.unit().kind {
            UnitKind::Rank => ("at a lower rank than", "at a higher rank than"),
            UnitKind::Year => ("later than", "earlier than"),
            _ if [here, there].into_iter().all(is_fall) => ("smaller than", "larger than"),
            _ => ("above", "below"),
        };
        let is_above = in_ones(here).is_below(in_ones(there));
        if is_above { (above, below) } else { (below, above) }
    }

    /// What keeps a figure from being the outcome of the other.
    fn although(&self) -> &'static str {
        match (&self.rival.differs, self.times) {
            (Some(_), _) => ", but measures another thing",
            (None, Times::Apart) => ", at another time",
            (None, Times::Overlapping) => ", for a period that is not the same",
            (None, Times::Unknown) if self.indicator.headline.period.is_none() => {
                "; whether for the same time is not known, as the headline has no date"
            }
            (None, Times::Unknown) => {
                "; whether for the same time is not known, as this one has no date"
            }
            (None, Times::Same) => "",
        }
    }

    /// Why the two do not compare. What is counted is named where the file does not say how the two
    /// differ, as it may be one thing in two words.
    fn incomparable(&self, why: Why) -> String {
        let (here, there) = (&self.indicator.headline.quantity, &self.rival.observation.quantity);
        let name = |quantity: &Option<Quantity>| {
            let unit = quantity.as_ref().map(Quantity::unit)?;
            let is_name = matches!(unit.kind, UnitKind::Noun(_) | UnitKind::Currency(_));
            is_name.then(|| Unit { multiplier: None, ..unit.clone() }.long())
        };
        match (why, name(here), name(there)) {
            (Why::AnotherUnit, Some(here), Some(there)) if self.rival.differs.is_none() => {
                format!("does not compare, unless “{there}” and “{here}” are one unit")
            }
            _ => why.words().to_owned(),
        }
    }

    /// How both could be true, although they contradict one another for the same thing at one time.
    fn unless(&self) -> String {
        let headline = &self.indicator.headline;
        match (&self.rival.differs, self.times) {
            (Some(_), Times::Apart) => ", but measures another thing, at another time".to_owned(),
            (Some(_), _) => ", unless the difference in what is measured explains it".to_owned(),
            (None, Times::Apart) => " for one time; the two are of different times".to_owned(),
            (None, Times::Overlapping) => {
                let words = |period: &Option<Period>| period.as_ref().map(Period::words);
                let (here, there) =
                    (words(&headline.period), words(&self.rival.observation.period));
                format!(
                    ", unless the difference in time explains it: {} and {}",
                    here.unwrap_or_default(),
                    there.unwrap_or_default()
                )
            }
            (None, Times::Unknown) if headline.period.is_none() => {
                ", unless they are of different times: the headline has no date".to_owned()
            }
            (None, Times::Unknown) => {
                ", unless they are of different times: this one has no date".to_owned()
            }
            (None, Times::Same) => String::new(),
        }
    }
}

/// Whether it is a change that is nowhere a rise.
fn is_fall(quantity: &Quantity) -> bool {
    quantity.is_change() && quantity.allowed().high.value().is_some_and(|high| high <= 0.0)
}

impl Indicator {
    /// A line on how many rivals there are and what the verdicts on them are: `3 other figures: 1
    /// cannot hold beside the headline, 2 measure another thing`; `None` where there are none.
    pub fn others(&self) -> Option<String> {
        use VerdictKind::{
            AnotherMeasure, AnotherMeasureBeyond, AnotherTime, AtOdds, CanHold, IfAnotherTime,
            Incomparable, Open, Unobserved,
        };
        let kinds: Vec<_> = self.rivals.iter().map(|rival| rival.verdict(self).kind()).collect();
        let figures = match kinds.len() {
            0 => return None,
            n => counted(n, "other figure"),
        };
        let count = |wanted: &[VerdictKind]| kinds.iter().filter(|s| wanted.contains(s)).count();
        let beyond = match count(&[AnotherMeasureBeyond]) {
            0 => String::new(),
            _ if kinds.len() == 1 => " (with a number that the headline excludes)".to_owned(),
            n => format!(" ({n} with numbers that the headline excludes)"),
        };
        // The words for one, for several, and for all of several, and how all of them go on.
        let groups = [
            (count(&[AtOdds]), "cannot", "cannot", "none can", " hold beside the headline"),
            (count(&[IfAnotherTime]), "holds", "hold", "each holds", " only if of another time"),
            (count(&[Open]), "holds", "hold", "each holds", " only on a condition"),
            (
                count(&[Unobserved]),
                "differs",
                "differ",
                "each differs",
                " beside a forecast, a target or a scenario",
            ),
            (count(&[AnotherTime]), "is", "are", "each is", " another number at another time"),
            (count(&[CanHold]), "can", "can", "each can", " hold beside the headline"),
            (
                count(&[AnotherMeasure, AnotherMeasureBeyond]),
                "measures another thing",
                "measure another thing",
                "each measures another thing",
                &beyond,
            ),
            (count(&[Incomparable]), "does not compare", "do not compare", "none compares", ""),
        ];
        let all_there_are = kinds.len();
        let parts = groups.into_iter().filter(|(n, ..)| *n > 0);
        let parts = parts.map(|(n, one, many, all, more)| match n {
            1 if all_there_are == 1 => format!("it {one}{more}"),
            1 => format!("1 {one}{more}"),
            n if n == all_there_are => format!("{all}{more}"),
            n => format!("{n} {many}{more}"),
        });
        Some(format!("{figures}: {}", parts.collect::<Vec<_>>().join(", ")))
    }
}

impl Why {
    fn words(self) -> &'static str {
        match self {
            Self::NoValue => "does not compare: one of the two has no value",
            Self::AnotherUnit => "does not compare: it is in another unit",
            Self::LevelAndChange => "does not compare: one is a level, the other a change",
        }
    }
}
