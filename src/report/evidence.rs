//! One sentence on what the figures of an indicator show together, and never more than they say.

use super::compare::behind;
use super::{
    Indicator, Interval, Observation, Period, Quantity, Rival, Status, UnitKind, Value,
    VerdictKind, counted,
};

/// The part of the way from the first figure to the last that another may lie outside of the two
/// before it is named.
const DETOUR: f64 = 1.0 / 3.0;

impl Indicator {
    /// What its figures show together, in one sentence: how the dated ones run, what is foreseen and
    /// aimed at, whether anything contradicts the headline. [`Self::other_measures`] counts the rest.
    ///
    /// A rise or a fall is only stated between figures whose intervals have no value in common.
    pub fn evidence(&self) -> String {
        if self.observations().nth(1).is_none() {
            return "The file has no other figure for it.".to_owned();
        }
        let parts = [Some(self.run()), self.not_observed(), self.aims(), self.dispute()];
        let text = parts.into_iter().flatten().collect::<Vec<_>>().join("; ");
        format!("{}.", capital(&text))
    }

    /// How the dated and observed figures for the same thing run.
    fn run(&self) -> String {
        let dated = self.dated();
        let (Some(first), Some(last)) = (dated.first(), dated.last()) else {
            return "no dated figures for the same thing".to_owned();
        };
        if dated.len() == 1 {
            let is_own = std::ptr::eq(*first, &raw const self.headline);
            let one = || format!("one dated figure: {}", at(first, true));
            return if is_own { "no other dated figure".to_owned() } else { one() };
        }
        let way = match self.detour(&dated) {
            Some((over, true)) => format!(
                "rise from {} to {} and fall to {}",
                at(first, false),
                at(over, false),
                at(last, true)
            ),
            Some((over, false)) => format!(
                "fall from {} to {} and rise to {}",
                at(first, false),
                at(over, false),
                at(last, true)
            ),
            None => self.direct(&dated, first, last),
        };
        let bases = match self.bases() {
            0 | 1 => String::new(),
            // It limits what is said next.
            n => format!("on {} bases, ", in_letters(n)),
        };
        format!("{bases}dated figures {way}")
    }

    /// From the first to the last of them, without a stop between.
    fn direct(&self, dated: &[&Observation], first: &Observation, last: &Observation) -> String {
        let follows = match (&first.period, &last.period) {
            (Some(first), Some(last)) => first.is_before(last),
            _ => false,
        };
        let (verb, steady) = match (self.has_direction() && follows, order(first, last)) {
            (true, Some(true)) => ("rise", dated.windows(2).all(|it| !is_less(it, true))),
            (true, Some(false)) => ("fall", dated.windows(2).all(|it| !is_less(it, false))),
            _ => ("", true),
        };
        let (from, to) = (at(first, false), at(last, true));
        match verb {
            "" if !self.has_direction() => format!("go from {from} to {to}"),
            "" => format!("go from {from} to {to}, no sure rise or fall"),
            verb if steady => format!("{verb} from {from} to {to}"),
            verb => format!("{verb} from {from} to {to}, not at every step"),
        }
    }

    /// The figure that lies furthest outside of the first and the last one, and whether above them, if
    /// that is much beside the way between the two.
    fn detour<'o>(&self, dated: &[&'o Observation]) -> Option<(&'o Observation, bool)> {
        let (first, last) = (*dated.first()?, *dated.last()?);
        let value = |o: &Observation| o.quantity.as_ref().map(|q| q.unit().ones(q.stated()));
        let (from, to) = (value(first)?, value(last)?);
        let far = |o: &Observation| -> Option<(f64, bool)> {
            let own = value(o)?;
            let is_above = order(first, o) == Some(true) && order(last, o) == Some(true);
            let is_below = order(first, o) == Some(false) && order(last, o) == Some(false);
            let way = if is_above { own - from.max(to) } else { from.min(to) - own };
            (is_above || is_below).then_some((way, is_above))
        };
        let inner = dated.get(1..dated.len().saturating_sub(1))?.iter();
        let found = inner.filter_map(|o| far(o).map(|(way, is_above)| (way, *o, is_above)));
        let (way, over, is_above) = found.max_by(|a, b| a.0.total_cmp(&b.0))?;
        let is_much = way > (to - from).abs() * DETOUR && self.has_direction();
        is_much.then_some((over, is_above))
    }

    /// Whether to speak of rising and falling: not of changes, ranks and years.
    fn has_direction(&self) -> bool {
        !self.change && !matches!(self.unit.kind, UnitKind::Rank | UnitKind::Year)
    }

    /// The dated and observed figures for the same thing, from the earliest to the latest.
    fn dated(&self) -> Vec<&Observation> {
        let mut dated: Vec<&Observation> = self.for_it().filter(|o| is_dated(o)).collect();
        dated.sort_by_key(|o| o.period.as_ref().map(Period::sort_key));
        dated
    }

    /// How many bases the dated figures are on: each line has one, and one more for each break in it; so has each
    /// figure beside the lines that is not a point of one.
    fn bases(&self) -> usize {
        let mut of_lines = 0;
        let mut points: Vec<&Observation> = Vec::new();
        // Another edition of a line is on the same bases.
        for series in self.histories().filter(|it| !it.is_superseded()) {
            let own: Vec<&Observation> = series.points.iter().filter(|o| is_dated(o)).collect();
            let breaks = own.iter().skip(1).filter(|o| o.status.has(Status::Break)).count();
            of_lines += if own.is_empty() { 0 } else { 1 + breaks };
            points.extend(own);
        }
        let is_a_point = |o: &Observation| {
            points.iter().any(|p| p.quantity == o.quantity && p.period == o.period)
        };
        let headline = usize::from(is_dated(&self.headline) && !is_a_point(&self.headline));
        let others = self.others_for_it().filter(|o| is_dated(o) && !is_a_point(o)).count();
        of_lines + headline + others
    }

    /// What is foreseen or supposed.
    fn not_observed(&self) -> Option<String> {
        let is_foreseen = |o: &&Observation| {
            !o.status.is_observed() && !o.status.has(Status::Target) && o.quantity.is_some()
        };
        let all: Vec<&Observation> = self.for_it().skip(1).filter(is_foreseen).collect();
        match &all[..] {
            [] => None,
            [one] => Some(format!("not observed: {}, {}", one.figure(), one.period_words())),
            many => Some(format!("{} more are foreseen or supposed", in_letters(many.len()))),
        }
    }

    fn aims(&self) -> Option<String> {
        match &self.targets[..] {
            [] => None,
            [one] => Some(format!("{} {}", one.observation.figure(), one.observation.due_words())),
            many => Some(counted(many.len(), "target")),
        }
    }

    /// Whether a figure for the same thing contradicts the headline.
    fn dispute(&self) -> Option<String> {
        self.headline.quantity.as_ref()?;
        let alone = |o: &Observation| Rival { observation: o.clone(), differs: None, line: 0 };
        let points = self.histories().flat_map(|series| &series.points);
        let others: Vec<Rival> = points.chain(self.others_for_it()).map(alone).collect();
        let kinds: Vec<VerdictKind> =
            others.iter().map(|other| other.verdict(self).kind()).collect();
        let count = |kind| kinds.iter().filter(|it| **it == kind).count();
        let claim = self.headline.quantity.as_ref().map(Quantity::figure);
        let claim = claim.filter(|_| self.headline.is_plain());
        let claim = claim.unwrap_or_else(|| "the figure of the report".to_owned());
        let contradicting = count(VerdictKind::AtOdds);
        if contradicting > 0 {
            let verb = if contradicting == 1 { "contradicts" } else { "contradict" };
            return Some(format!("{} {verb} {claim}", counted(contradicting, "figure")));
        }
        let compared = kinds.iter().any(|kind| {
            !matches!(kind, VerdictKind::Incomparable | VerdictKind::Aim | VerdictKind::Unobserved)
        });
        // With another time for each of them nothing is left that could.
        let all_of_other_times = kinds
            .iter()
            .all(|kind| matches!(kind, VerdictKind::AnotherTime | VerdictKind::Incomparable));
        (compared && !all_of_other_times).then(|| {
            let open = count(VerdictKind::Open);
            let may = if open > 0 { ", though not all is known" } else { "" };
            let may =
                if count(VerdictKind::IfAnotherTime) > 0 { ", if of another time" } else { may };
            format!("none contradicts {claim}{may}")
        })
    }

    /// How many figures and lines measure another thing: `Five measure other things`.
    pub fn other_measures(&self) -> Option<String> {
        let lines = self.series.iter().filter(|it| it.differs.is_some() && !it.is_superseded());
        let figures = self.rivals.iter().filter(|rival| rival.differs.is_some());
        let text = match (figures.count(), lines.count()) {
            (0, 0) => return None,
            (1, 0) => "one measures another thing".to_owned(),
            (n, 0) => format!("{} measure other things", in_letters(n)),
            (0, 1) => "one line measures another thing".to_owned(),
            (0, m) => format!("{} measure other things", counted(m, "line")),
            (n, m) => {
                format!("{} and {} measure other things", counted(n, "figure"), counted(m, "line"))
            }
        };
        Some(capital(&text))
    }
}

/// Whether a figure has a number and a date, and was observed.
fn is_dated(o: &Observation) -> bool {
    let is_number = |q: &Quantity| !matches!(q.value(), Value::Order(..));
    o.quantity.as_ref().is_some_and(is_number)
        && o.period.as_ref().is_some_and(|p| p.start().is_some() || p.end().is_some())
        && o.status.is_observed()
        && !o.status.has(Status::Differs)
}

/// A figure with its hedge, its status and its time: `about 45 (2020)`.
fn at(figure: &Observation, with_unit: bool) -> String {
    let words = figure
        .quantity
        .as_ref()
        .map(|quantity| if with_unit { quantity.figure() } else { quantity.in_words() });
    let status = figure.status.without(Status::Break);
    let derived = figure.derived.is_some().then_some("derived");
    let statuses = status.iter().filter(|it| *it != Status::Normal).map(Status::words);
    let period = figure.period_words();
    let mut remarks: Vec<&str> = statuses.chain(derived).collect();
    remarks.push(&period);
    format!("{} ({})", words.unwrap_or_default(), remarks.join(", "))
}

/// Whether the second is surely above the first (`true`) or surely below; `None` where it may be
/// either.
fn order(first: &Observation, second: &Observation) -> Option<bool> {
    let (a, b) = (first.quantity.as_ref()?, second.quantity.as_ref()?);
    let (here, there): (Interval, Interval) = (behind(first, b)?, behind(second, a)?);
    if here.meets(there) {
        return None;
    }
    if here.is_below(there) {
        return Some(true);
    }
    there.is_below(here).then_some(false)
}

/// Whether the second of two neighbours is surely on the other side of the first: below it where the
/// way is `up`.
fn is_less(pair: &[&Observation], up: bool) -> bool {
    matches!(pair, [a, b] if order(a, b) == Some(!up))
}

/// A text with its first letter as a capital.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    format!("{}{}", first.unwrap_or_default(), letters.as_str())
}

/// A small number in letters.
fn in_letters(n: usize) -> String {
    const LETTERS: [&str; 11] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    LETTERS.get(n).map_or_else(|| n.to_string(), |word| (*word).to_owned())
}

#[cfg(test)]
mod tests;
