//! A figure beside a target: where it lies, in words.

use super::amount::{amount, number};
use super::gap::{Aim, Gap, in_ones};
use crate::report::compare::{Bases, Why, bases, comparable, relation};
use crate::report::quantity::not_happened;
use crate::report::{
    End, Interval, Observation, Period, Quantity, Relation, Series, Uncertainty, UnitKind, Value,
};

/// Whether a text is read on a screen or aloud.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Shown,
    Aloud,
}

impl Form {
    /// A figure as something that need not have happened.
    fn figure(self, quantity: &Quantity) -> String {
        not_happened(if self == Self::Shown { quantity.figure() } else { quantity.spoken() })
    }

    pub(super) fn date(self, period: &Period) -> String {
        if self == Self::Shown { period.words() } else { period.spoken() }
    }
}

/// A figure beside a target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Beside<'i> {
    pub(super) figure: &'i Observation,
    here: &'i Quantity,
    there: &'i Quantity,
    /// The line that it is a point of, if that is not the history of the headline.
    line: Option<&'i Series>,
    /// Where the real value may lie beside the stated one, and what that interval is called.
    around: Option<(Interval, &'static str)>,
}

impl<'i> Beside<'i> {
    /// Puts a figure beside a target.
    ///
    /// # Errors
    /// In words why the two do not compare.
    pub(super) fn new(
        figure: &'i Observation,
        target: &'i Observation,
        margin: Option<f64>,
    ) -> Result<Self, String> {
        let (here, there) = match comparable(figure, target) {
            Err(why) if why != Why::AnotherBase => return Err(why.words().to_owned()),
            Ok(both) if bases(figure, target) == Bases::Same => both,
            _ => return Err(measured_from(figure, target)),
        };
        let stated = figure.uncertainty.as_ref().map(|it| (it.interval(), "its interval"));
        let allowed = here.allowed();
        let with_margin = margin.map(|margin| {
            let low = allowed.low.map(|value| value - margin);
            (
                Interval { low, high: allowed.high.map(|value| value + margin) },
                "the margin of error",
            )
        });
        let around = stated.or(with_margin).map(|(values, name)| (in_ones(here, values), name));
        Ok(Self { figure, here, there, line: None, around })
    }

    /// The same as a point of a line.
    pub(super) fn on(self, line: Option<&'i Series>) -> Self {
        Self { line, ..self }
    }
}

/// That two changes are not measured from one time, as far as that is stated.
fn measured_from(figure: &Observation, target: &Observation) -> String {
    let words = |it: &Observation| it.base.as_deref().map(Period::words);
    match (words(figure), words(target)) {
        (Some(own), Some(base)) => {
            format!("does not compare: it is measured from {base}, the figure from {own}")
        }
        (Some(base), None) => format!(
            "does not compare: the figure is measured from {base}, and from when the aim is measured \
             is not stated"
        ),
        (None, base) => format!(
            "does not compare: it is measured from {}, and from when the figure is measured is not \
             stated",
            base.unwrap_or_default()
        ),
    }
}

impl Beside<'_> {
    /// Where the figure lies; `None` if that cannot be told.
    fn gap(&self) -> Option<Gap> {
        let (_, aim) = Aim::of(self.there);
        let own = Gap::new(in_ones(self.here, self.here.allowed()), aim);
        let all = self.around.map(|(values, _)| Gap::new(values, aim));
        (own != Gap::Unknown && all.is_none_or(|all| own.is_like(all))).then_some(own)
    }

    /// The figure, the target and the distance between them.
    pub(super) fn sentence(&self, form: Form) -> String {
        let outcome = self.outcome(form);
        match self.gap() {
            None => format!("{outcome}: {}", self.both(form, "against")),
            Some(_) => format!("{}: {outcome}", self.both(form, self.joined_by())),
        }
    }

    /// The line that the figure is a point of, if that is not the history of the headline.
    pub(super) fn of_line(&self) -> Option<String> {
        self.line.map(|line| match &line.label {
            Some(label) => format!("the figure is a point of “{label}”"),
            None => "the figure is a point of a line beside the headline".to_owned(),
        })
    }

    /// The distance in words.
    pub(super) fn outcome(&self, form: Form) -> String {
        let (aim, values) = Aim::of(self.there);
        let Some(gap) = self.gap() else {
            let own = Gap::new(in_ones(self.here, self.here.allowed()), values);
            return match self.around {
                Some((_, name)) if own != Gap::Unknown => format!("cannot be told within {name}"),
                _ => "cannot be told".to_owned(),
            };
        };
        if self.is_rounded() && !matches!(gap, Gap::Reached(_)) {
            return "reached, once rounded".to_owned();
        }
        let Some(size) = gap.size().and_then(|size| amount(size, self.quantities())) else {
            return match gap {
                Gap::Reached(_) => "reached".to_owned(),
                _ if gap.size().is_some_and(is_nothing) => {
                    "not reached, but at its limit".to_owned()
                }
                _ => format!("{}, by how much is not stated", self.side(aim, gap)),
            };
        };
        let lies = self.side(aim, gap);
        let reached = match (aim, gap) {
            (Aim::Ceiling, Gap::Reached(_)) => format!("reached, {size} {lies}"),
            (_, Gap::Reached(_)) => format!("passed by {size}"),
            _ => format!("{size} {lies}{}", self.of_range(lies)),
        };
        format!("{reached}{}{}", self.within(gap, values), self.unless(gap, form))
    }

    /// What is said of the side of the aim on which the figure lies.
    fn side(&self, aim: Aim, gap: Gap) -> &'static str {
        let (above, below) = match self.there.unit().kind {
            UnitKind::Rank => ("lower", "higher"),
            UnitKind::Year => ("later", "earlier"),
            _ => ("above", "below"),
        };
        let is_plain = above == "above";
        match (aim, gap) {
            (Aim::Rise | Aim::Floor, Gap::Below(_)) | (Aim::Fall, Gap::Above(_)) if is_plain => {
                "short"
            }
            (Aim::Ceiling, Gap::Above(_)) if is_plain => "too high",
            (_, Gap::Above(_)) => above,
            _ => below,
        }
    }

    /// Of which of its two ends the distance is, if a range is aimed at.
    fn of_range(&self, side: &str) -> &'static str {
        match (self.there.value(), side) {
            (Value::Number(_) | Value::Fraction(_), _) => "",
            (_, "short") => " of its nearer end",
            (_, "above" | "below") => " its nearer end",
            _ => " than its nearer end",
        }
    }

    /// The distance that the interval of uncertainty allows.
    fn within(&self, gap: Gap, aim: Interval) -> String {
        let Some((values, name)) = self.around else { return String::new() };
        let all = Gap::new(values, aim);
        let size = all
            .size()
            .filter(|_| all.is_like(gap))
            .and_then(|size| number(size, self.quantities()));
        size.map_or_else(String::new, |size| format!(" ({size} within {name})"))
    }

    /// What vague words leave open.
    fn unless(&self, gap: Gap, form: Form) -> String {
        if !gap.size().is_some_and(|size| matches!(size.low, End::Vague(_))) {
            return String::new();
        }
        match (self.here.is_vague(), self.there.is_vague()) {
            (true, true) => ", unless the two meet".to_owned(),
            (true, false) => format!(", unless “{}” reaches as far", form.figure(self.here)),
            _ => format!(", unless “{}” reaches as far", form.figure(self.there)),
        }
    }

    /// Whether the figure is a rounded one and stands for what is aimed at.
    fn is_rounded(&self) -> bool {
        let is_fraction = |it: &Quantity| matches!(it.value(), Value::Fraction(_));
        let step = |it: &Quantity| match it.value() {
            Value::Number(v) => it.unit().ones(v.step()),
            _ => 0.0,
        };
        let is_coarser = step(self.here) > step(self.there);
        let may_be_rounded = is_coarser || is_fraction(self.here) || is_fraction(self.there);
        let (value, unit) = (Some(self.there.value()), self.there.unit().clone());
        // A hedge limits from which side the aim is reached, not how far it is.
        let bare = Quantity::new(value, None, unit, self.there.is_change());
        may_be_rounded && bare.is_ok_and(|bare| relation(self.here, &bare) == Relation::Rounded)
    }

    /// By what kind of figure the distance is told, if not by a normal one.
    pub(super) fn by(&self) -> String {
        let scenario = self.figure.scenario.as_ref();
        let status = match scenario {
            Some(name) => format!(", in scenario “{name}”"),
            None => self.figure.status.by(),
        };
        let derived = if self.figure.derived.is_some() { ", by our own calculation" } else { "" };
        format!("{status}{derived}")
    }

    /// The word between the figure and the target: a part is of a whole, a limit is none.
    fn joined_by(&self) -> &'static str {
        let (aim, _) = Aim::of(self.there);
        if matches!(aim, Aim::Rise | Aim::Fall | Aim::Floor) { "of" } else { "against" }
    }

    /// The two figures; on the screen a shared unit is named by the distance.
    fn both(&self, form: Form, and: &str) -> String {
        let is_shared = self.here.unit() == self.there.unit();
        let words = |it: &Quantity| match (form, is_shared, it.is_change()) {
            (Form::Aloud, ..) => form.figure(it),
            (Form::Shown, true, true) => it.reading_without_unit(),
            (Form::Shown, true, false) => it.in_words(),
            (Form::Shown, false, true) => it.reading(),
            (Form::Shown, false, false) => it.figure(),
        };
        let and = if form == Form::Shown { and } else { "against" };
        let ends = if form == Form::Shown { Uncertainty::ends } else { Uncertainty::words };
        let interval = self.figure.uncertainty.as_deref().map(|it| ends(it, self.here));
        let interval = interval.map_or_else(String::new, |ends| format!(" ({ends})"));
        format!("{}{interval} {and} {}", words(self.here), words(self.there))
    }

    fn quantities(&self) -> [&Quantity; 2] {
        [self.here, self.there]
    }
}

/// Whether a figure is exactly at a limit that is not enough.
fn is_nothing(size: Interval) -> bool {
    matches!((size.low, size.high), (End::Closed(a), End::Closed(b)) if a <= 0.0 && b <= 0.0)
}
