//! A rival by what it says. It has no id, and its place changes when others come and go.

use crate::report::{Indicator, Observation, Period, Quantity, Report, Rival, Status, Text};

/// What a rival says, and what the others beside it do, so that it is not taken for one of them.
#[derive(Clone, Debug)]
pub(crate) struct RivalName {
    /// All rivals of its indicator.
    all: Vec<Said>,
    /// Its position among them.
    at: usize,
}

/// What a rival says in four answers: who, of when, of what, and how much.
#[derive(Clone, Debug, PartialEq)]
struct Said {
    /// The key of its source, and who says it.
    origin: (Option<Text>, Option<Text>),
    period: Option<Period>,
    differs: Option<Text>,
    figure: (Option<Quantity>, Status, Option<Text>),
}

impl RivalName {
    pub(super) fn of(report: &Report, indicator: &Indicator, at: usize) -> Option<Self> {
        let all = said(report, indicator);
        (at < all.len()).then_some(Self { all, at })
    }

    /// Its position in another reading: the one that says the same, else the only one that gives
    /// another answer to one question. `None` where that could be another rival just as well.
    pub(super) fn find(&self, report: &Report, indicator: &Indicator) -> Option<usize> {
        let now = said(report, indicator);
        let own = self.all.get(self.at)?;
        let alike_before = self.all.iter().take(self.at).filter(|said| *said == own).count();
        let mut alike = (0..now.len()).filter(|at| now.get(*at) == Some(own));
        if now.contains(own) {
            return alike.nth(alike_before);
        }
        let mut came = now.iter().enumerate().filter(|(_, said)| !self.all.contains(said));
        let (at, found) = came.find(|(_, said)| said.is_nearly(own))?;
        let is_only = !came.any(|(_, said)| said.is_nearly(own));
        let mut went = self.all.iter().filter(|said| !now.contains(said));
        let is_own = went.all(|said| said == own || !said.is_nearly(found));
        (is_only && is_own).then_some(at)
    }
}

impl Said {
    fn new(report: &Report, rival: &Rival) -> Self {
        let Observation { quantity, wording, period, status, source, stated_by, .. } =
            &rival.observation;
        let source = source.and_then(|ix| report.source(ix)).map(|source| source.key.clone());
        Self {
            origin: (source, stated_by.clone()),
            period: period.clone(),
            differs: rival.differs.clone(),
            figure: (quantity.clone(), *status, wording.clone()),
        }
    }

    /// Whether all but one answer are the same at least.
    fn is_nearly(&self, other: &Self) -> bool {
        let answers = [
            self.origin == other.origin,
            self.period == other.period,
            self.differs == other.differs,
            self.figure == other.figure,
        ];
        answers.iter().filter(|is_same| !**is_same).count() <= 1
    }
}

fn said(report: &Report, indicator: &Indicator) -> Vec<Said> {
    indicator.rivals.iter().map(|rival| Said::new(report, rival)).collect()
}
