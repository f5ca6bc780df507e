//! The figures of a report, to be found by value and by words.

use std::ops::Range;

use super::Found;
use super::words::{Vocabulary, form, split};
use crate::report::{Indicator, IndicatorIx, Observation, Quantity, Report, Text, UnitKind, Value};

/// What a figure is to its indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Headline,
    Point,
    Rival,
    Target,
}

/// One figure of a report.
#[derive(Debug)]
pub(super) struct Figure<'r> {
    pub(super) item: IndicatorIx,
    pub(super) indicator: &'r Indicator,
    pub(super) role: Role,
    pub(super) observation: &'r Observation,
    pub(super) quantity: &'r Quantity,
    /// The words of how it differs.
    pub(super) own: Vec<u32>,
    /// The names of who says it.
    pub(super) names: Vec<u32>,
    /// Whether it measures something else than the headline.
    pub(super) differs: bool,
    /// The words of its unit.
    pub(super) noun: Vec<String>,
    /// Whether a later edition of the same line is in the file.
    pub(super) is_superseded: bool,
}

/// The figures of a report.
#[derive(Debug)]
pub struct Figures<'r> {
    pub(super) report: &'r Report,
    pub(super) list: Vec<Figure<'r>>,
    /// Values without sign and multiplier, ascending, with positions in `list`.
    by_value: Vec<(f64, usize)>,
    pub(super) words: Vocabulary,
    /// The words of the label of each indicator.
    pub(super) labels: Vec<Vec<u32>>,
    /// The positions in `list` of the figures of each indicator.
    pub(super) of: Vec<Range<usize>>,
}

impl<'r> Figures<'r> {
    /// Gathers the figures of a report.
    pub fn of(report: &'r Report) -> Self {
        let mut all = Self {
            report,
            list: Vec::new(),
            by_value: Vec::new(),
            words: Vocabulary::default(),
            labels: Vec::new(),
            of: Vec::new(),
        };
        for (item, indicator) in report.indexed() {
            let from = all.list.len();
            let label = all.add_indicator(item, indicator);
            // What all figures of an indicator are called tells none of them from the others.
            for figure in all.list.iter_mut().skip(from) {
                figure.own.retain(|id| !label.contains(id));
                figure.own.sort_unstable();
                figure.own.dedup();
                figure.names.retain(|id| !label.contains(id));
            }
            all.labels.push(label);
            all.of.push(from..all.list.len());
        }
        for (at, figure) in all.list.iter().enumerate() {
            all.by_value.extend(values(figure.quantity).into_iter().map(|value| (value, at)));
        }
        all.by_value.sort_by(|a, b| a.0.total_cmp(&b.0));
        all
    }

    /// The indicator of a figure that was found.
    pub fn indicator(&self, found: Found) -> Option<&'r Indicator> {
        self.list.get(found.at).map(|figure| figure.indicator)
    }

    /// Adds the figures of an indicator; returns the words of its label.
    fn add_indicator(&mut self, item: IndicatorIx, indicator: &'r Indicator) -> Vec<u32> {
        let report = self.report;
        let id = Some(item.0);
        let mut label = self.words.add(id, &indicator.label);
        // "Rank" and "year" are no words that an article has.
        if matches!(indicator.unit.kind, UnitKind::Rank | UnitKind::Year) {
            let unit = self.words.add(None, &indicator.unit.long());
            label.retain(|id| !unit.contains(id));
        }
        label.sort_unstable();
        label.dedup();
        let headline = &indicator.headline;
        let is_shared = |wording: &&Text| {
            let same = |other: &Indicator| other.headline.wording.as_ref() == Some(*wording);
            indicator.related.iter().filter_map(|ix| report.indicator(*ix)).any(same)
        };
        // Of a wording for several figures it is not known which word belongs to which.
        let wording = headline.wording.as_ref().filter(|wording| !is_shared(wording));
        let texts =
            [indicator.short.as_ref(), indicator.of.as_ref(), indicator.area.as_ref(), wording];
        let also = headline.also.iter().filter_map(|also| also.wording.as_ref());
        for text in texts.into_iter().flatten().chain(also) {
            self.words.add(id, text);
        }
        self.words.add(id, &indicator.unit.long());
        self.add(item, indicator, Role::Headline, headline, None);
        for series in &indicator.series {
            let label = series.label.as_deref().unwrap_or_default();
            let own =
                if series.differs.is_some() { self.words.add(None, label) } else { Vec::new() };
            self.words.add(id, label);
            self.words.add(id, &series.unit.long());
            let from = self.list.len();
            for point in &series.points {
                self.add(item, indicator, Role::Point, point, series.differs.as_ref());
            }
            for figure in self.list.iter_mut().skip(from) {
                figure.is_superseded = series.is_superseded();
                figure.own.extend(&own);
            }
        }
        for rival in &indicator.rivals {
            let differs = rival.differs.as_ref();
            let at = self.list.len();
            self.add(item, indicator, Role::Rival, &rival.observation, differs);
            let Some(figure) = self.list.get_mut(at) else { continue };
            let source = rival.observation.source.and_then(|source| report.source(source));
            let publisher = source.and_then(|source| source.publisher.as_ref());
            for name in [rival.observation.stated_by.as_ref(), publisher].into_iter().flatten() {
                figure.names.extend(self.words.add(None, name));
            }
        }
        for target in &indicator.targets {
            self.add(item, indicator, Role::Target, &target.observation, None);
        }
        label
    }

    fn add(
        &mut self,
        item: IndicatorIx,
        indicator: &'r Indicator,
        role: Role,
        observation: &'r Observation,
        differs: Option<&'r Text>,
    ) {
        let Some(quantity) = &observation.quantity else { return };
        let own = differs.map(|text| self.words.add(None, text)).unwrap_or_default();
        let noun = match &quantity.unit().kind {
            UnitKind::Noun(noun) => split(noun).map(|(_, word)| form(word)).collect(),
            _ => Vec::new(),
        };
        let differs = differs.is_some();
        self.list.push(Figure {
            item,
            indicator,
            role,
            observation,
            quantity,
            own,
            names: Vec::new(),
            differs,
            noun,
            is_superseded: false,
        });
    }

    /// The figures with a value near this one, without sign and multiplier.
    pub(super) fn near(&self, value: f64, slack: f64) -> impl Iterator<Item = usize> {
        let from = self.by_value.partition_point(|(own, _)| *own < value - slack);
        let all = self.by_value.get(from..).unwrap_or_default();
        all.iter().take_while(move |(own, _)| *own <= value + slack).map(|(_, at)| *at)
    }
}

/// The numbers that a text may print for a quantity, without sign.
fn values(quantity: &Quantity) -> Vec<f64> {
    let unit = quantity.unit();
    let mut all = match quantity.value() {
        Value::Number(value) => vec![value.value()],
        Value::Pair(low, high) => vec![low.value(), high.value()],
        Value::Fraction(fraction) => vec![fraction.percent()],
        Value::Order(..) => Vec::new(),
    };
    if unit.multiplier.is_some() {
        let ones: Vec<f64> = all.iter().map(|value| unit.ones(*value)).collect();
        all.extend(ones);
    }
    all.iter().map(|value| value.abs()).collect()
}
