use std::cmp::Ordering;

use crate::report::compare::{Relation, relation};
use crate::report::{Decimal, Observation, Period, Quantity, Unit, UnitKind, Value, number};

/// One time in the editions of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Restatement<'i> {
    /// The time that the figures are of.
    pub period: &'i Period,
    /// The figures from the earliest edition to the latest, each with the position of its edition.
    pub figures: Vec<(usize, &'i Observation)>,
}

/// How far a figure moved from the first edition that prints it to the latest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Moved {
    /// A hedge or a range leaves open how far.
    Untold,
    /// From one number to another, in ones.
    By {
        /// In the first edition.
        from: f64,
        /// In the latest.
        to: f64,
    },
}

impl Moved {
    /// The size of the move as a share of the first number; `None` where it is not told.
    fn size(self) -> Option<f64> {
        let Self::By { from, to } = self else { return None };
        let size = (to - from).abs();
        Some(if size > 0.0 { size / from.abs() } else { 0.0 })
    }

    /// Whether both figures are single numbers without a hedge.
    pub fn is_told(self) -> bool {
        self != Self::Untold
    }

    /// Compares by size; what is not told counts as smaller than all that is.
    pub fn cmp_size(&self, other: &Self) -> Ordering {
        let size = |moved: &Self| moved.size().unwrap_or(-1.0);
        size(self).total_cmp(&size(other))
    }
}

impl<'i> Restatement<'i> {
    /// Whether a point is of this time: changes are if they have the same base, too.
    pub(super) fn is_of(&self, period: &Period, point: &Observation) -> bool {
        let base = self.figures.first().and_then(|(_, first)| first.base.as_ref());
        self.period.is_same(period) && base == point.base.as_ref()
    }

    /// Adds what an edition prints. Of two points of one edition that which has a value counts, and was
    /// observed, and is on the old basis.
    pub(super) fn add(&mut self, edition: usize, point: &'i Observation) {
        let rank = |it: &Observation| (it.quantity.is_none(), !it.status.is_observed());
        match self.figures.last_mut() {
            Some((at, held)) if *at == edition => {
                if rank(point) < rank(held) {
                    *held = point;
                }
            }
            _ => self.figures.push((edition, point)),
        }
    }

    /// The figures that compare: those with a value that are as much observed as the latest of them. A
    /// forecast is not restated by what came of it.
    pub(super) fn printed(&self) -> impl Iterator<Item = &'i Observation> {
        let figures = || self.figures.iter().map(|(_, it)| *it).filter(|it| it.quantity.is_some());
        let latest = figures().next_back().map(|it| (it.status.is_observed(), &it.scenario));
        figures().filter(move |it| latest == Some((it.status.is_observed(), &it.scenario)))
    }

    /// Whether one edition allows other values than the one before. A figure that is only printed with
    /// more digits is the same.
    pub fn is_restated(&self) -> bool {
        let figures: Vec<&Quantity> =
            self.printed().filter_map(|it| it.quantity.as_ref()).collect();
        figures.windows(2).any(|pair| match pair {
            [a, b] => !matches!(relation(a, b), Relation::Same | Relation::Rounded),
            _ => false,
        })
    }

    /// Whether an earlier edition limits the figure by a hedge and the latest does not.
    pub fn has_lost_hedge(&self) -> bool {
        let hedged: Vec<bool> = self
            .printed()
            .filter_map(|it| it.quantity.as_ref())
            .map(|quantity| quantity.hedge().is_some())
            .collect();
        hedged.last() == Some(&false) && hedged.contains(&true)
    }

    /// How far the figure moved from the first edition that prints it to the latest.
    pub fn moved(&self) -> Moved {
        let ends = (self.printed().next(), self.printed().last());
        let one = |it: Option<&Observation>| {
            let quantity = it?.quantity.as_ref()?;
            Some(quantity.unit().ones(single(quantity)?.value()))
        };
        match (one(ends.0), one(ends.1)) {
            (Some(from), Some(to)) => Moved::By { from, to },
            _ => Moved::Untold,
        }
    }

    /// How far it moved in words: `+2.6 %`, `−3 points`; that this is not told; nothing where a number
    /// would say little, as of a move from zero.
    pub fn moved_words(&self) -> Option<String> {
        let Moved::By { from, to } = self.moved() else {
            return Some("how far is not told".to_owned());
        };
        let by = to - from;
        if by.abs() <= 0.0 {
            return Some("back where it was".to_owned());
        }
        let sign = if by > 0.0 { "+" } else { "" };
        let latest = self.printed().last()?.quantity.as_ref()?;
        if matches!(latest.unit().kind, UnitKind::Percent | UnitKind::Points) {
            let steps = self.printed().filter_map(|it| Some(single(it.quantity.as_ref()?)?.step()));
            let by = number(rounded(by, steps.fold(1.0, f64::min)));
            let s = if matches!(by.as_str(), "1" | "−1") { "" } else { "s" };
            return Some(format!("{sign}{by} point{s}"));
        }
        let share = by / from.abs() * 100.0;
        let step = 10f64.powf((share.abs().log10().floor() - 1.0).min(0.0));
        (share.is_finite() && !latest.is_change())
            .then(|| format!("{sign}{} %", number(rounded(share, step))))
    }

    /// What the editions print one after another: `227 → 232 → 233 million cases`.
    pub fn words(&self) -> String {
        let mut figures: Vec<_> = self.figures.iter().map(|(_, figure)| *figure).collect();
        figures.dedup_by_key(|figure| figure.words());
        in_words(&figures)
    }

    /// A figure as a cell of a table whose heading states the unit: `≈ 227`; with its unit where more than
    /// its hedge limits it.
    pub fn cell(figure: &Observation) -> String {
        let quantity = figure.quantity.as_ref().filter(|_| figure.is_plain());
        quantity.map_or_else(|| figure.reading(), Quantity::reading_without_unit)
    }

    /// What the first and the latest edition print, short: `227 → 233 bn USD`.
    pub fn ends(&self) -> String {
        let mut figures: Vec<_> = self.printed().collect();
        figures.dedup_by_key(|figure| figure.figure());
        let first = figures.first().copied().filter(|_| figures.len() > 1);
        let ends: Vec<_> = first.into_iter().chain(figures.last().copied()).collect();
        in_turn(&ends, Observation::figure, Unit::brief)
    }
}

/// Figures one after another, each with all that limits it; a shared unit is written once: `nearly 8 →
/// nearly 7.6 billion USD`.
pub fn in_words(figures: &[&Observation]) -> String {
    let unit = |unit: &Unit| if unit.is_percent() { "%".to_owned() } else { unit.long() };
    in_turn(figures, Observation::words, unit)
}

fn in_turn(
    figures: &[&Observation],
    words: fn(&Observation) -> String,
    unit: fn(&Unit) -> String,
) -> String {
    let unit_of = |figure: &Observation| figure.quantity.as_ref().map(|it| it.unit().clone());
    let last = figures.last().filter(|last| last.is_plain());
    let shared = last.and_then(|last| {
        let end = unit_of(last).map(|it| format!(" {}", unit(&it)))?;
        (end.len() > 1 && words(last).ends_with(&end)).then(|| (unit_of(last), end))
    });
    let text = |figure: &&Observation| {
        let text = words(figure);
        let ends = shared.as_ref().filter(|(of, _)| figure.is_plain() && *of == unit_of(figure));
        let short = ends.and_then(|(_, end)| text.strip_suffix(end.as_str())).map(str::to_owned);
        short.unwrap_or(text)
    };
    let texts: Vec<String> = figures.iter().map(text).collect();
    format!("{}{}", texts.join(" → "), shared.as_ref().map_or("", |(_, end)| end))
}

/// The one number that a figure states without a hedge; `None` of ranges and of what a hedge limits.
fn single(quantity: &Quantity) -> Option<Decimal> {
    if quantity.class().is_some() {
        return None;
    }
    match quantity.value() {
        Value::Number(value) => Some(value),
        Value::Fraction(fraction) => Some(Decimal::from(fraction.percent())),
        Value::Pair(..) | Value::Order(..) => None,
    }
}

/// A number rounded to a power of ten that is one at most.
fn rounded(value: f64, step: f64) -> Decimal {
    let decimals = (0..12).find(|power| 10f64.powi(-power) <= step * 1.001).unwrap_or(12);
    let decimals = usize::try_from(decimals).unwrap_or(0);
    Decimal::parse(&format!("{value:.decimals$}")).unwrap_or(Decimal::from(value))
}
