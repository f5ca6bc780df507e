//! How far the thing is from what is aimed at, in words.

mod amount;
mod beside;
mod gap;

use super::{Day, Indicator, Observation, Period, Status, Target, UnitKind};
use beside::{Beside, Form};

/// How far a figure is from what is aimed at, worked out from the values that both allow.
#[derive(Clone, Debug, PartialEq)]
pub struct Distance<'i> {
    target: &'i Observation,
    /// The figure that is beside the target, or why there is none.
    figure: Result<Beside<'i>, String>,
}

impl Indicator {
    /// The target that is due next or, where the time of each is over, the last one.
    pub fn next_target(&self, as_of: Day) -> Option<&Target> {
        let end = |target: &&Target| {
            let end = target.observation.period.as_ref().and_then(Period::end);
            end.map_or(i64::MAX, Day::to_epoch)
        };
        let next = self.targets.iter().filter(|target| !target.observation.is_over(as_of));
        next.min_by_key(end).or_else(|| self.targets.iter().max_by_key(end))
    }

    /// How far the thing is from a target. The figure is the observed one of the target's own time or
    /// the first after it, else the headline, else the latest observed point of a line in the target's
    /// unit.
    pub fn distance<'i>(&'i self, target: &'i Observation) -> Distance<'i> {
        let headline = &self.headline;
        let own = |figure| Beside::new(figure, target, self.margin_of(figure));
        let is_same_time = |figure: &&Observation| match (&figure.period, &target.period) {
            (Some(here), Some(there)) => here.is_same(there) && !here.is_vague(),
            _ => false,
        };
        let observed = |figure: &&Observation| figure.status.is_observed();
        let points = || {
            let lines = self.series.iter().filter(|s| s.differs.is_none() && !s.is_superseded());
            let points = lines.flat_map(|line| line.points.iter().map(move |point| (line, point)));
            points.filter(|(_, point)| point.status.is_observed()).filter_map(|(line, point)| {
                let line = Some(line).filter(|line| !line.is_history_of(self));
                let beside = Beside::new(point, target, None).ok()?;
                Some(beside.on(line))
            })
        };
        let headline_of_time = Some(headline).filter(observed).filter(is_same_time);
        let of_time = headline_of_time.and_then(|figure| own(figure).ok());
        let of_time = of_time.or_else(|| points().find(|beside| is_same_time(&beside.figure)));
        let of_headline = || Some(headline).filter(observed).and_then(|it| own(it).ok());
        let latest = || points().max_by_key(|it| it.figure.period.as_ref().map(Period::sort_key));
        let foreseen = || {
            let is_aim = headline.status.has(Status::Target);
            Some(headline).filter(|_| !is_aim).and_then(|it| own(it).ok())
        };
        let is_after = |figure: &&Observation| {
            let end = |it: &Observation| it.period.as_ref().and_then(Period::end);
            end(target).is_some_and(|due| end(figure).is_some_and(|end| end >= due))
        };
        let after = || {
            let points = points().filter(|beside| is_after(&beside.figure));
            let first = |it: &Beside<'_>| it.figure.period.as_ref().map(Period::sort_key);
            points.min_by_key(first).filter(|_| !is_after(&headline))
        };
        let of_time = of_time.or_else(after);
        let found = of_time.or_else(of_headline).or_else(latest).or_else(foreseen);
        let figure = found.ok_or_else(|| {
            let is_aim = headline.status.has(Status::Target);
            let why = if is_aim { None } else { own(headline).err() };
            why.unwrap_or_else(|| "the file has no observed figure to compare it with".to_owned())
        });
        Distance { target, figure }
    }

    /// The margin of error of the poll behind the headline, in its unit.
    fn margin_of(&self, figure: &Observation) -> Option<f64> {
        let quantity = figure.quantity.as_ref()?;
        let is_in_points = match quantity.unit().kind {
            UnitKind::Percent => !quantity.is_change(),
            ref kind => *kind == UnitKind::Points,
        };
        let margin = self.poll.as_ref()?.margin.filter(|_| is_in_points)?;
        figure.status.is_observed().then(|| margin.value())
    }
}

impl Observation {
    /// How far it is from a figure that is aimed at; `None` if that is none, or if both are.
    pub(in crate::report) fn distance_to<'i>(&'i self, target: &'i Self) -> Option<Distance<'i>> {
        let is_aim = |it: &Self| it.status.has(Status::Target);
        (is_aim(target) && !is_aim(self))
            .then(|| Distance { target, figure: Beside::new(self, target, None) })
    }
}

impl Distance<'_> {
    /// Whether the figure is an observed one of a time when the target had to be reached.
    pub(in crate::report) fn is_outcome(&self) -> bool {
        let Ok(Beside { figure, .. }) = &self.figure else { return false };
        let end = |it: &Observation| it.period.as_ref().and_then(Period::end);
        figure.status.is_observed() && end(self.target).is_some() && end(figure) >= end(self.target)
    }

    /// The distance alone: `9 points short`, `reached`, `cannot be told`.
    pub fn short(&self) -> String {
        match &self.figure {
            Err(_) => "does not compare".to_owned(),
            Ok(beside) => format!("{}{}", beside.outcome(Form::Shown), beside.by()),
        }
    }

    /// The two figures with their distance, and from when they are: `−36 of −45: 9 points short;
    /// due 2025, the figure is of 2022`.
    pub fn words(&self, as_of: Day) -> String {
        self.sentence(Form::Shown, Some(as_of))
    }

    /// The same for speech.
    pub fn spoken(&self, as_of: Day) -> String {
        self.sentence(Form::Aloud, Some(as_of))
    }

    /// The same without a day that says whether the time of the target is over.
    pub(in crate::report) fn timeless(&self, is_aloud: bool) -> String {
        self.sentence(if is_aloud { Form::Aloud } else { Form::Shown }, None)
    }

    fn sentence(&self, form: Form, as_of: Option<Day>) -> String {
        match &self.figure {
            Err(why) => format!("{why}{}", told(self.time(form, None, as_of))),
            Ok(beside) => {
                let time = self.time(form, Some(beside.figure), as_of);
                let (distance, by) = (beside.sentence(form), beside.by());
                format!("{distance}{by}{}{}", told(time), told(beside.of_line()))
            }
        }
    }

    /// By when it is aimed at and of when the figure is, if that is not the same.
    fn time(&self, form: Form, figure: Option<&Observation>, as_of: Option<Day>) -> Option<String> {
        let date = |period: &Period| form.date(period);
        let Some(due) = &self.target.period else {
            return Some("by when is not stated".to_owned());
        };
        let is_over = as_of.is_some_and(|day| self.target.is_over(day));
        let due_words = if is_over {
            format!("its time is over ({})", date(due))
        } else {
            format!("due {}", date(due))
        };
        let of = figure.and_then(|figure| figure.period.as_ref());
        match (figure, of) {
            (Some(_), Some(of)) if of.is_same(due) && !of.is_vague() => None,
            (Some(_), Some(of)) => Some(format!("{due_words}, the figure is of {}", date(of))),
            (Some(_), None) => Some(format!("{due_words}, the figure has no date")),
            (None, _) => Some(due_words),
        }
    }
}

/// A further part of a sentence, if there is one.
fn told(part: Option<String>) -> String {
    part.map_or_else(String::new, |part| format!("; {part}"))
}

#[cfg(test)]
mod tests;
