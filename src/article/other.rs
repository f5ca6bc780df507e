//! Whether a number that fits no figure is given for what one is.

use super::claim::Fault;
use super::figures::{Figure, Role};
use super::fit::{self, Agrees, Fit};
use super::reader::{Around, Candidate, IN_SENTENCE, MOST, Page, Reader};
use super::said::{self, Said, numerals};
use super::words::{behind, split};
use crate::prose::{Link, Mark, Numeral, Numerals};
use crate::report::{Text, UnitKind, Value};

impl Reader<'_, '_> {
    /// The figure that a text gives another number for: its words stand there, or the text has just
    /// spoken of its indicator and names its date.
    pub(super) fn other_number(
        &self,
        page: &Page<'_>,
        said: &Said,
        around: &Around<'_>,
    ) -> Option<Candidate> {
        if around.is_row {
            return None;
        }
        let mut named: Vec<_> =
            around.tells.keys().filter_map(|item| self.named(page, said, around, *item)).collect();
        named.sort_by(|a, b| b.2.total_cmp(&a.2).then(a.0.cmp(&b.0)));
        let second = named.get(1).map_or(0.0, |(.., much)| *much);
        let best = named.first().filter(|(.., much)| much - second >= 0.25);
        let best = best.map(|(item, at, _)| (*item, *at));
        let (item, figure) = best.or_else(|| self.followed(page, said, around))?;
        Some(Candidate {
            figure,
            item,
            score: 0.0,
            fit: Fit::Digits,
            fault: Some(Fault::OtherNumber),
            is_dated: false,
            is_meant: true,
            is_unsaid: false,
        })
    }

    /// The figure of what the text has just spoken of, of the date that stands beside the number.
    fn followed(&self, page: &Page<'_>, said: &Said, around: &Around<'_>) -> Option<(u32, usize)> {
        let spoken = self.here.iter().chain(self.lately.iter().take(2)).copied();
        let mut followed = spoken.filter_map(|item| {
            let at = self.contradicted(page, said, around, item)?;
            let figure = self.figures.list.get(at)?;
            let is_dated = self.time(around, figure) == Agrees::Same;
            let is_to_come = !figure.observation.status.is_observed() && self.here.contains(&item);
            let is_since = figure.observation.base.is_some() && figure.role != Role::Target;
            (is_dated && !is_since || is_to_come).then_some((item, at))
        });
        followed.next()
    }

    /// The figure of an indicator whose label stands around a number, and how much of it does.
    fn named(
        &self,
        page: &Page<'_>,
        said: &Said,
        around: &Around<'_>,
        item: u32,
    ) -> Option<(u32, usize, f64)> {
        let label = self.figures.labels.get(item as usize)?;
        let is_near = label.iter().any(|id| around.near.contains(id));
        let share = self.share(around, label);
        if !is_near || share < 0.5 || self.here.contains(&item) {
            return None;
        }
        let at = self.contradicted(page, said, around, item)?;
        let figure = self.figures.list.get(at)?;
        let (words, count) = (around.words_for(item), around.count_for(item));
        let is_told = match count {
            0 | 1 => self.context(figure) > 0.0 && share >= 0.75 && words >= 0.7,
            _ => share >= 0.95 || words >= 1.0 && share >= 0.6 || words >= 1.5,
        };
        let others = around.tells.iter().filter(|(item, _)| !self.here.contains(item));
        let most = others.map(|(_, (words, _))| *words).fold(0.0, f64::max);
        // "Emissions will be cut by 54 percent by 2030"
        let is_moved = share >= 0.75
            && figure.quantity.is_change()
            && self.time(around, figure) == Agrees::Same;
        (is_moved || is_told && words >= most * 0.7).then_some((item, at, words + share))
    }

    /// How much of a label stands around a number.
    fn share(&self, around: &Around<'_>, label: &[u32]) -> f64 {
        let weight = |id: &u32| self.figures.words.tells(*id).1;
        let whole: f64 = label.iter().map(weight).sum();
        let there = label.iter().map(|id| match () {
            () if around.near.contains(id) => weight(id),
            () if around.words.contains(id) => weight(id) * IN_SENTENCE,
            () => 0.0,
        });
        there.sum::<f64>() / whole.max(1e-9)
    }

    /// The figure of an indicator that a number, which is not its value, is given for.
    fn contradicted(
        &self,
        page: &Page<'_>,
        said: &Said,
        around: &Around<'_>,
        item: u32,
    ) -> Option<usize> {
        let all = || self.figures.of.get(item as usize).cloned().unwrap_or_default().take(MOST);
        let is_of_time = |at: &usize| {
            let figure = self.figures.list.get(*at);
            figure.is_some_and(|figure| self.time(around, figure) == Agrees::Same)
        };
        let mut dated = all().filter(is_of_time);
        let found = dated.find(|at| self.is_contradicted(page, said, around, *at));
        let found =
            found.or_else(|| all().find(|at| self.is_contradicted(page, said, around, *at)))?;
        (!self.knows(page, said, item)).then_some(found)
    }

    /// Whether the report itself prints a number beside the figures of an indicator: the 289 of "106 of
    /// the 289 seats".
    fn knows(&self, page: &Page<'_>, said: &Said, item: u32) -> bool {
        let Some(indicator) = self.figures.report.indicators.get(item as usize) else {
            return false;
        };
        let value = |n: &Numeral| n.number.readings().next().map_or(0.0, |reading| reading.value);
        let Some((numeral, _)) = numerals(&page.text, said.kind) else { return false };
        let texts = [&indicator.of, &indicator.headline.wording, &indicator.headline.note];
        let is_it = |text: &Text| {
            Numerals::of(text).numbers.iter().any(|n| {
                // The ends of an interval are no other numbers.
                !n.number.is_soft && (value(n) - value(numeral)).abs() < f64::EPSILON
            })
        };
        texts.into_iter().flatten().chain([&indicator.label]).any(is_it)
    }

    /// Whether a number, which is not the value of a figure, is given for just what the figure is.
    fn is_contradicted(
        &self,
        page: &Page<'_>,
        said: &Said,
        around: &Around<'_>,
        at: usize,
    ) -> bool {
        let Some(figure) = self.figures.list.get(at) else { return false };
        let is_observed = figure.observation.status.is_observed();
        let is_of_other = figure.role == Role::Rival && is_observed;
        if figure.differs || is_of_other || figure.is_superseded {
            return false;
        }
        // Of what is all forecast also a fact is another number.
        let is_all_forecast =
            figure.role == Role::Headline && !figure.indicator.headline.status.is_observed();
        let is_of_kind = if is_observed {
            !around.sentence.is_announced
        } else {
            around.sentence.is_foretold || is_all_forecast
        };
        let time = self.time(around, figure);
        let is_of_time = match figure.role {
            _ if figure.quantity.unit().kind == UnitKind::Year => true,
            Role::Headline | Role::Rival => time != Agrees::Other,
            Role::Point | Role::Target => time == Agrees::Same,
        };
        let unit = page.unit(said, figure);
        // "In 2024 there were 207 cases, in 2023 just 83"
        let is_bare = unit == Agrees::Open
            && time == Agrees::Same
            && self.here.contains(&figure.item.0)
            && stands_alone(page, said);
        let is_unit = unit == Agrees::Same || is_bare;
        is_of_kind && is_of_time && is_unit && is_alike(page, said, around, figure)
    }
}

/// Whether a number is of the kind of a figure: a year, a rank, an order of magnitude or a number.
fn is_alike(page: &Page<'_>, said: &Said, around: &Around<'_>, figure: &Figure<'_>) -> bool {
    let kind = &figure.quantity.unit().kind;
    let Some((numeral, _)) = numerals(&page.text, said.kind) else {
        return match said.kind {
            said::Kind::Rank(_) => *kind == UnitKind::Rank,
            _ => matches!(figure.quantity.value(), Value::Order(..)),
        };
    };
    let value = numeral.number.readings().next().map_or(0.0, |reading| reading.value);
    match kind {
        UnitKind::Year => around.sentence.dates.len() == 1 && (1900.0..2100.0).contains(&value),
        UnitKind::Rank => said.is_soft && numeral.number.mark == Mark::None && value <= 20.0,
        _ => {
            let end = |other: usize| page.text.numbers.get(other).map_or(0, |n| n.span.end);
            // The 41 of "from 41 to 30"
            let is_first = |(link, other)| link == Link::Change && end(other) > numeral.span.end;
            !said.is_soft
                && !numeral.link.is_some_and(is_first)
                && !fit::is_change_of(numeral, figure.quantity)
        }
    }
}

/// Whether no noun follows a number: "in 2023 just 83."
fn stands_alone(page: &Page<'_>, said: &Said) -> bool {
    let rest = behind(&page.paragraph.text, said.number.end).trim_start();
    let next = split(rest).next().filter(|(span, _)| span.start == 0);
    next.is_none_or(|(_, word)| matches!(word, "in" | "and" | "at" | "by" | "but" | "on" | "while"))
}
