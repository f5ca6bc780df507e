mod aim;
mod count;
mod intervals;
mod ours;
mod outcome;
mod units;

use super::{Bases, Relation, Times, Why, bases};
use crate::report::{Indicator, Observation, Quantity, Rival, Status, StatusSet, Value};

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
    /// One of the two is aimed at: there is a distance and no dispute.
    Aim,
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
            _ if self.is_about_aim() => VerdictKind::Aim,
            (Relation::Apart, _) if !self.are_observed() => VerdictKind::Unobserved,
            (Relation::Apart, Times::Apart) => VerdictKind::AnotherTime,
            (Relation::Apart, Times::Overlapping)
            | (Relation::Open | Relation::IfRounded | Relation::IfBothRounded, _) => {
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
        self.aim(false).unwrap_or_else(|| self.sentence(Observation::figure))
    }

    /// The same for reading aloud.
    pub fn spoken(&self) -> String {
        self.aim(true).unwrap_or_else(|| self.sentence(Observation::spoken))
    }

    fn sentence(&self, figure: fn(&Observation) -> String) -> String {
        let here = format!("“{}”", figure(&self.indicator.headline));
        let there = format!("“{}”", figure(&self.rival.observation));
        if let Some(outcome) = self.outcome(&here, &there) {
            return outcome;
        }
        match (self.relation, &self.rival.differs) {
            (Relation::Incomparable(why), _) => self.incomparable(why),
            (Relation::Apart, _) => self.apart(&here),
            (Relation::Open, Some(_)) => {
                format!("measures another thing, and {}", self.if_it_reaches(&here, &there))
            }
            // Figures of two definitions neither agree nor disagree.
            (_, Some(_)) => {
                format!("not at odds with the headline's {here}, but measures another thing")
            }
            (Relation::Open, None) => self.if_it_reaches(&here, &there),
            (relation, None) => self.may_hold(relation, &here),
        }
    }

    /// Of two figures that have no value in common.
    fn apart(&self, here: &str) -> String {
        let is_another = format!("is another number than the headline's {here}");
        match (&self.rival.differs, self.times, self.doubt()) {
            _ if !self.are_observed() => self.unobserved(here),
            (Some(_), ..) => format!("{is_another}, but measures another thing{}", self.then()),
            (None, Times::Apart, _) => {
                format!("{is_another}, of another time; that is no contradiction")
            }
            (None, _, Some(doubt)) => {
                format!("differs from the headline's {here}; {doubt}")
            }
            _ => format!("cannot hold beside the headline's {here}{}", self.unless()),
        }
    }

    /// Of two figures that measure the same and may have values in common.
    fn may_hold(&self, relation: Relation, here: &str) -> String {
        let beside = format!("can hold beside the headline's {here}");
        let rounded = format!("agrees with the headline, {here}, once rounded");
        let text = match relation {
            Relation::IfRounded => return format!("{beside} only if one of the two is rounded"),
            Relation::IfBothRounded => return format!("{beside} only if both are rounded"),
            Relation::Same => format!("says the same as the headline, {here}"),
            Relation::Rounded => rounded,
            Relation::RoundedAtZeros => {
                format!("{rounded}: a number that ends in zeros may be rounded")
            }
            Relation::WithinIntervals => self.within_intervals(here),
            Relation::Within => format!("can hold: it lies within the headline's {here}"),
            Relation::Around if self.is_headline_one_value() => {
                format!("can hold: the headline's {here} is among the values that it allows")
            }
            Relation::Around => format!("can hold: it allows the headline's {here}, and more"),
            _ => beside,
        };
        let bases = self.bases().map(|doubt| format!("; {doubt}")).unwrap_or_default();
        format!("{text}{}{bases}", self.then())
    }

    /// What is not known of the times that two changes are measured from.
    fn bases(&self) -> Option<String> {
        let (here, there) = (&self.indicator.headline, &self.rival.observation);
        match (bases(here, there), &here.base, &there.base) {
            (Bases::OneUnstated, ..) => {
                Some("one of the two does not say what it is measured from".to_owned())
            }
            (Bases::Unclear, Some(a), Some(b)) => {
                let (a, b) = (a.words(), b.words());
                Some(format!("whether they are measured from one time is not known: {a} and {b}"))
            }
            _ => None,
        }
    }

    /// Whether the headline is one number without a hedge.
    fn is_headline_one_value(&self) -> bool {
        let headline = self.indicator.headline.quantity.as_ref();
        headline.is_some_and(|headline| {
            let is_one = matches!(headline.value(), Value::Number(_) | Value::Fraction(_));
            is_one && headline.class().is_none()
        })
    }

    /// What vague words would have to mean for both to be true.
    fn if_it_reaches(&self, here: &str, there: &str) -> String {
        match self.are_vague() {
            (true, true) => format!("can hold only if {there} and the headline's {here} meet"),
            (true, false) => {
                format!("can hold only if {there} reaches as far as the headline's {here}")
            }
            _ => format!("can hold only if the headline's {here} reaches as far as {there}"),
        }
    }

    /// Whether the words of the rival are vague, and those of the headline.
    fn are_vague(&self) -> (bool, bool) {
        let is_vague = |o: &Observation| o.quantity.as_ref().is_some_and(Quantity::is_vague);
        (is_vague(&self.rival.observation), is_vague(&self.indicator.headline))
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
        match (&self.indicator.headline.period, &self.rival.observation.period) {
            (Some(here), Some(there)) => !here.is_same(there),
            (here, there) => here.is_some() != there.is_some(),
        }
    }

    /// In what the two differ by what is stated of them, as the file says it or by their periods and
    /// statuses.
    pub fn differs(&self) -> String {
        let (here, there) = (&self.indicator.headline, &self.rival.observation);
        let in_time = here.period.is_some() && there.period.is_some() && self.periods_differ();
        if self.rival.differs.is_none() && self.relation == Relation::Incomparable(Why::AnotherBase)
        {
            return "in what they are measured from".to_owned();
        }
        let text = match (&self.rival.differs, in_time, here.status != there.status) {
            (Some(differs), ..) => differs,
            (None, true, true) => "in time and in status",
            (None, true, false) => "in time",
            (None, false, true) => "in status",
            (None, false, false) if self.are_derived() == (false, false) => {
                "in nothing that is stated"
            }
            (None, false, false) => "in that no source prints one of them",
        };
        text.to_owned()
    }

    /// What the status of one of two observed figures leaves open.
    fn doubt_of_status(&self) -> Option<String> {
        let (here, there) = (self.indicator.headline.status, self.rival.observation.status);
        let rest =
            |status: StatusSet| Some(status.without(Status::Break)).filter(|s| !s.is_normal());
        if here == there {
            let basis = here.has(Status::Break).then(|| "each begins a new basis".to_owned());
            let both = rest(here).map(|rest| {
                let are = rest.spoken().replacen("an estimate", "estimates", 1);
                format!("both are {are}{}", revised(rest))
            });
            return joined(basis, both, ", ");
        }
        let doubt = |name: &str, status: StatusSet| {
            let basis = status.has(Status::Break).then(|| "begins a new basis".to_owned());
            let is = rest(status).map(|rest| format!("is {}{}", rest.spoken(), revised(rest)));
            joined(basis, is, " and ").map(|says| format!("{name} {says}"))
        };
        joined(doubt("this one", there), doubt("the headline", here), ", ")
    }

    /// How both could be true, although they contradict one another for the same thing at one time.
    fn unless(&self) -> String {
        let (headline, rival) = (&self.indicator.headline, &self.rival.observation);
        match (&self.rival.differs, self.times) {
            (Some(_), _) | (None, Times::Apart | Times::Same) => String::new(),
            (None, Times::Overlapping) => {
                let (here, there) = (headline.period_words(), rival.period_words());
                if self.periods_differ() {
                    format!(", unless the difference in time explains it: {here} and {there}")
                } else {
                    format!(", unless they are of different times: both are only dated {here}")
                }
            }
            (None, Times::Unknown) => {
                format!(", unless they are of different times: {}", self.undated())
            }
        }
    }

    /// Which of the two has no date.
    fn undated(&self) -> &'static str {
        match (&self.indicator.headline.period, &self.rival.observation.period) {
            (None, None) => "neither has a date",
            (None, Some(_)) => "the headline has no date",
            _ => "this one has no date",
        }
    }
}

/// What may have become of a figure of this status.
fn revised(status: StatusSet) -> &'static str {
    match (status.has(Status::Provisional), status.iter().count()) {
        (false, _) => "",
        (true, 1) => " and may have been revised",
        (true, _) => ", and may have been revised",
    }
}

fn joined(one: Option<String>, other: Option<String>, between: &str) -> Option<String> {
    let both: Vec<String> = one.into_iter().chain(other).collect();
    (!both.is_empty()).then(|| both.join(between))
}

impl Why {
    pub(in crate::report) fn words(self) -> &'static str {
        match self {
            Self::NoValue => "does not compare: one of the two has no value",
            Self::AnotherUnit => "does not compare: it is in another unit",
            Self::LevelAndChange => "does not compare: one is a level, the other a change",
            Self::AnotherBase => "does not compare: the two are measured from different times",
        }
    }
}
