//! A rival or a target by what it states, as it has no id, and its position changes when others come
//! and go.

use crate::report::{Indicator, Observation, Period, Quantity, Report, StatusSet, Text};

/// What a figure and those beside it state, so that it is not mistaken for one of them.
#[derive(Clone, Debug)]
pub(crate) struct StatementName {
    kind: StatementKind,
    /// All figures of its kind that its indicator has.
    all: Vec<Statement>,
    /// Its position among them.
    at: usize,
}

/// Which figures a name is one of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StatementKind {
    Rival,
    Target,
}

/// What a figure states, as four answers: who says it, of when, of what, and how much.
#[derive(Clone, Debug, PartialEq)]
struct Statement {
    /// The key of its source, and who states it.
    origin: (Option<Text>, Option<Text>),
    period: Option<Period>,
    differs: Option<Text>,
    figure: (Option<Quantity>, StatusSet, Option<Text>),
}

impl StatementName {
    pub(super) fn of(
        kind: StatementKind,
        report: &Report,
        indicator: &Indicator,
        at: usize,
    ) -> Option<Self> {
        let all = statements(kind, report, indicator);
        (at < all.len()).then_some(Self { kind, all, at })
    }

    /// Its position in another reading: that of the figure with the same answers, or else of the only
    /// one with three of the four. `None` if that is ambiguous.
    pub(super) fn find(&self, report: &Report, indicator: &Indicator) -> Option<usize> {
        let now = statements(self.kind, report, indicator);
        let own = self.all.get(self.at)?;
        let alike_before = self.all.iter().take(self.at).filter(|other| *other == own).count();
        let mut alike = (0..now.len()).filter(|at| now.get(*at) == Some(own));
        if now.contains(own) {
            return alike.nth(alike_before);
        }
        let mut came = now.iter().enumerate().filter(|(_, other)| !self.all.contains(other));
        let (at, found) = came.find(|(_, other)| other.is_nearly(own))?;
        let is_only = !came.any(|(_, other)| other.is_nearly(own));
        let mut went = self.all.iter().filter(|other| !now.contains(other));
        let is_own = went.all(|other| other == own || !other.is_nearly(found));
        (is_only && is_own).then_some(at)
    }
}

impl Statement {
    fn new(report: &Report, o: &Observation, differs: Option<&Text>) -> Self {
        let source = o.source.and_then(|ix| report.source(ix)).map(|source| source.key.clone());
        Self {
            origin: (source, o.stated_by.clone()),
            period: o.period.clone(),
            differs: differs.cloned(),
            figure: (o.quantity.clone(), o.status, o.wording.clone()),
        }
    }

    /// Whether at least three of the four answers are the same.
    fn is_nearly(&self, other: &Self) -> bool {
        let differences = u8::from(self.origin != other.origin)
            + u8::from(self.period != other.period)
            + u8::from(self.differs != other.differs)
            + u8::from(self.figure != other.figure);
        differences <= 1
    }
}

fn statements(kind: StatementKind, report: &Report, indicator: &Indicator) -> Vec<Statement> {
    match kind {
        StatementKind::Rival => {
            let rivals = indicator.rivals.iter();
            rivals.map(|it| Statement::new(report, &it.observation, it.differs.as_ref())).collect()
        }
        StatementKind::Target => {
            let targets = indicator.targets.iter();
            targets.map(|it| Statement::new(report, &it.observation, None)).collect()
        }
    }
}
