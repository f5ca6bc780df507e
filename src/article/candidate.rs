//! Which figure a number states: of all that fit its value, the one that most speaks for.

use super::claim::{self, Fault};
use super::date::DateAt;
use super::figures::{Figure, Role};
use super::fit::{self, Agrees, Fit};
use super::reader::{Around, Candidate, MOST, Page, REACH, Reader, points};
use super::said::{Said, numerals};
use crate::prose::{Mark, Numeral};

/// A word of more indicators than these tells nothing special of one figure.
const SPECIAL: usize = 2;

/// How a number fits a figure.
#[derive(Clone, Copy, Debug)]
struct View {
    fit: Fit,
    unit: Agrees,
    time: Agrees,
    /// Whether the text has its hedge.
    is_hedged: bool,
    /// Whether the text names what is special about the figure.
    is_told: bool,
    is_meant: bool,
}

impl View {
    /// Whether value and unit are those of a headline, or of a figure whose date stands there.
    fn is_plain(self, figure: &Figure<'_>) -> bool {
        let is_own = figure.role == Role::Headline || self.time == Agrees::Same;
        is_own && self.fit == Fit::Exact && self.unit == Agrees::Same
    }

    /// How well all of this fits, beside the evidence.
    fn score(self, figure: &Figure<'_>) -> f64 {
        let fit = match self.fit {
            Fit::Exact => 1.0,
            Fit::Rounded => 0.3,
            Fit::End { .. } => 0.2,
            Fit::Digits => 0.0,
        };
        fit + points(self.unit == Agrees::Same, 0.6) - points(self.unit == Agrees::Other, 0.6)
            + points(self.time == Agrees::Same, 0.5)
            - points(self.time == Agrees::Other, 1.0)
            + points(figure.role == Role::Headline, 0.4)
            + points(self.is_hedged, 0.5)
            + points(self.is_told, 0.5)
            - points(figure.differs && !self.is_told, 1.0)
            - points(figure.is_superseded, 0.3)
    }
}

impl Reader<'_, '_> {
    /// The figure that a number most likely states.
    pub(super) fn best(
        &self,
        page: &Page<'_>,
        said: &Said,
        around: &Around<'_>,
    ) -> Option<Candidate> {
        let all = self.candidates(page, said, around);
        let mut fitting: Vec<_> =
            all.into_iter().filter_map(|at| self.candidate(page, said, around, at)).collect();
        fitting.sort_by(|a, b| b.score.total_cmp(&a.score));
        let best = *fitting.first()?;
        if best.fault.is_none() {
            return Some(best);
        }
        // In doubt it is the figure that is stated as it is.
        let as_it_is = fitting.iter().find(|other| {
            let is_near =
                other.score >= best.score - if other.item == best.item { 2.0 } else { 0.4 };
            other.fault.is_none() && other.is_meant && is_near && other.fit <= best.fit
        });
        if let Some(other) = as_it_is {
            return Some(*other);
        }
        // Of the figures of one indicator the article is about the headline.
        let headline = fitting.iter().find(|other| {
            let is_headline = self.figures.list.get(other.figure).map(|own| own.role);
            other.item == best.item && is_headline == Some(Role::Headline) && !best.is_dated
        });
        let best = headline.copied().unwrap_or(best);
        let rival = fitting.iter().find(|other| other.item != best.item);
        let is_doubtful = rival.is_some_and(|rival| rival.score > best.score - 0.3);
        (best.is_meant && !is_doubtful).then_some(best)
    }

    /// The figures with a value that a number may be, and those whose words stand around it.
    fn candidates(&self, page: &Page<'_>, said: &Said, around: &Around<'_>) -> Vec<usize> {
        let mut all: Vec<usize> = Vec::new();
        if let Some((numeral, _)) = numerals(&page.text, said.kind) {
            let number = &numeral.number;
            for reading in number.readings() {
                let per = number.per.map_or(1.0, |per| 100.0 / per);
                let thousands = if number.is_scaled { [1e3, 1e-3, 1e6, 1e-6] } else { [1.0; 4] };
                let others = [100.0, 0.01, per];
                for factor in [1.0].into_iter().chain(thousands).chain(others) {
                    let value = reading.value * factor;
                    let slack = if said.limits.is_empty() { reading.step } else { value * 0.11 };
                    all.extend(self.figures.near(value, slack.min(value * 0.11) + 1e-9).take(MOST));
                }
            }
        }
        let mut items: Vec<_> =
            around.tells.iter().filter(|(_, (words, _))| *words >= 0.5).collect();
        items.sort_by(|a, b| b.1.0.total_cmp(&a.1.0).then(a.0.cmp(b.0)));
        for (item, _) in items.into_iter().take(4) {
            let own = self.figures.of.get(*item as usize).cloned().unwrap_or_default();
            all.extend(own.take(MOST));
        }
        all.sort_unstable();
        all.dedup();
        all
    }

    /// A figure that a number may state, if value and words are those of the figure.
    fn candidate(
        &self,
        page: &Page<'_>,
        said: &Said,
        around: &Around<'_>,
        at: usize,
    ) -> Option<Candidate> {
        let figure = self.figures.list.get(at)?;
        let view = self.view(page, said, around, figure)?;
        let evidence = self.evidence(page, said, around, view, (figure, at));
        let is_rare = is_rare(page, said);
        let need = match (is_rare, view.unit) {
            (true, Agrees::Same) => 0.2,
            (true, _) => 0.6,
            (false, Agrees::Same) => 0.7,
            (false, _) => 1.0,
        };
        let fault = self.fault(page, said, around, figure, view);
        let strong = match fault {
            Some(Fault::OtherUnit | Fault::OtherDate | Fault::Fact) => 1.1,
            Some(_) if is_rare => 0.6,
            Some(_) if view.is_plain(figure) => 0.8,
            Some(_) => 1.0,
            None => 0.0,
        };
        // What may be a date or a pronoun needs words of its own sentence.
        let lacks_words = said.is_soft && around.count_for(figure.item.0) == 0;
        if lacks_words || evidence < need || evidence < strong {
            return None;
        }
        let View { fit, time, .. } = view;
        let is_dated = time == Agrees::Same;
        let is_firm = fit == Fit::Exact || figure.role == Role::Headline || is_dated;
        let score = evidence.min(3.0) + view.score(figure);
        let (item, is_meant) = (figure.item.0, view.is_meant && is_firm);
        let is_unsaid = figure.differs && fault.is_none() && !self.can_be_told(around, figure);
        Some(Candidate { figure: at, item, score, fit, fault, is_dated, is_meant, is_unsaid })
    }

    /// How a number fits a figure, if it may be its value.
    fn view(
        &self,
        page: &Page<'_>,
        said: &Said,
        around: &Around<'_>,
        figure: &Figure<'_>,
    ) -> Option<View> {
        let fit = fit::fit(&page.text, said, figure)?;
        let numeral = numerals(&page.text, said.kind).map(|(first, _)| first);
        if numeral.is_some_and(|numeral| fit::is_change_of(numeral, figure.quantity)) {
            return None;
        }
        let time = self.time(around, figure);
        let is_hedged = fit == Fit::Exact
            && !said.limits.is_empty()
            && claim::hedge(said, fit, figure.observation).is_none();
        let is_continued = self.seen.contains(&figure.item.0) && time == Agrees::Same;
        let is_told = self.is_told(around, figure) || is_continued && figure.differs;
        let is_meant = match figure.role {
            Role::Headline | Role::Target => true,
            Role::Point | Role::Rival => is_told || !figure.differs,
        };
        Some(View { fit, unit: page.unit(said, figure), time, is_hedged, is_told, is_meant })
    }

    /// How much speaks for it that a number is a figure.
    fn evidence(
        &self,
        page: &Page<'_>,
        said: &Said,
        around: &Around<'_>,
        view: View,
        (figure, at): (&Figure<'_>, usize),
    ) -> f64 {
        let numeral = numerals(&page.text, said.kind).map(|(first, _)| first);
        let goes_its_way =
            |n: &Numeral| n.direction.is_some() && !fit::is_other_sign(n, figure.quantity);
        let is_moved = figure.quantity.is_change() && numeral.is_some_and(goes_its_way);
        around.words_for(figure.item.0)
            + points(view.time == Agrees::Same, 0.35)
            + points(view.is_hedged, 0.25)
            + points(fit::has_base(&around.dates, figure), 0.35)
            + points(is_moved, 0.4)
            + points(self.is_alone(figure, at), 0.2)
            + self.context(figure)
    }

    /// Whether a text names what is special about a figure, in words that few indicators have.
    fn is_told(&self, around: &Around<'_>, figure: &Figure<'_>) -> bool {
        let special = figure.own.iter().filter(|id| self.is_special(**id));
        let most = special.clone().count().min(2);
        let there = special.filter(|id| self.is_there(around, **id)).count();
        // Where the report itself has no special word for it, no text can name it.
        self.is_named(around, figure) || there >= most && (there > 0 || figure.differs)
    }

    /// Whether the report has a special word for a figure, or the text names whose it is.
    fn can_be_told(&self, around: &Around<'_>, figure: &Figure<'_>) -> bool {
        figure.own.iter().any(|id| self.is_special(*id)) || self.is_named(around, figure)
    }

    fn is_named(&self, around: &Around<'_>, figure: &Figure<'_>) -> bool {
        figure.names.iter().any(|id| self.is_special(*id) && self.is_there(around, *id))
    }

    fn is_special(&self, word: u32) -> bool {
        self.figures.words.tells(word).0.len() <= SPECIAL
    }

    fn is_there(&self, around: &Around<'_>, word: u32) -> bool {
        around.words.contains(&word) || self.before.contains(&word)
    }

    /// In what a number that fits a figure differs from it.
    fn fault(
        &self,
        page: &Page<'_>,
        said: &Said,
        around: &Around<'_>,
        figure: &Figure<'_>,
        view: View,
    ) -> Option<Fault> {
        if !view.is_meant {
            return Some(Fault::OtherNumber);
        }
        if view.unit == Agrees::Other || view.fit == Fit::Digits {
            return Some(Fault::OtherUnit);
        }
        let numeral = numerals(&page.text, said.kind).map(|(first, _)| first);
        if numeral.is_some_and(|numeral| fit::is_other_sign(numeral, figure.quantity)) {
            return Some(Fault::OtherSign);
        }
        claim::fact(figure.observation, around.sentence.is_foretold)
            .or_else(|| claim::hedge(said, view.fit, figure.observation))
            .or_else(|| claim::date(view.time))
            .or_else(|| self.outdated(around, figure, view.time))
            .or_else(|| unnamed(figure, view))
    }

    /// Whether the report has a newer figure than one that a text gives without its date.
    fn outdated(&self, around: &Around<'_>, figure: &Figure<'_>, time: Agrees) -> Option<Fault> {
        if figure.is_superseded {
            return self.is_restated(figure).then_some(Fault::Outdated);
        }
        let plain = |date: &DateAt| DateAt { is_base: false, ..date.clone() };
        let all: Vec<DateAt> = around.sentence.dates.iter().take(REACH).map(plain).collect();
        let all: Vec<&DateAt> = all.iter().collect();
        let is_dated = time == Agrees::Same || fit::time(&all, figure) == Agrees::Same;
        let is_told = is_dated || around.sentence.is_past || around.is_row;
        let is_own = matches!(figure.role, Role::Headline | Role::Point) && !figure.differs;
        let own = figure.observation.period.as_ref().filter(|_| is_own && !is_told)?;
        if !figure.observation.status.is_observed() {
            return None;
        }
        let mut others = self.figures.of.get(figure.item.get())?.clone();
        let is_newer = others.any(|at| {
            let Some(other) = self.figures.list.get(at) else { return false };
            let is_own = matches!(other.role, Role::Headline | Role::Point) && !other.differs;
            let is_observed = other.observation.status.is_observed();
            let is_alike = other.quantity.unit().kind == figure.quantity.unit().kind;
            let later = other.observation.period.as_ref();
            is_own && is_observed && is_alike && later.is_some_and(|later| own.is_before(later))
        });
        is_newer.then_some(Fault::Outdated)
    }

    /// Whether a later edition has another number for the time of a figure.
    fn is_restated(&self, figure: &Figure<'_>) -> bool {
        let own = self.figures.of.get(figure.item.get()).cloned().unwrap_or_default();
        let others = own.filter_map(|at| self.figures.list.get(at));
        let of_time = others
            .filter(|other| !other.is_superseded && !other.differs && other.role != Role::Rival)
            .filter(|other| other.observation.period == figure.observation.period);
        let mut of_time = of_time.peekable();
        of_time.peek().is_some()
            && of_time.all(|other| other.quantity.value() != figure.quantity.value())
    }
}

/// Whether a number is one that few things have: it has three digits or more that are not zeros.
fn is_rare(page: &Page<'_>, said: &Said) -> bool {
    let Some((numeral, last)) = numerals(&page.text, said.kind) else { return false };
    let digits = page.paragraph.text.get(numeral.span.clone()).unwrap_or_default();
    let digits: String = digits.chars().filter(char::is_ascii_digit).collect();
    let count = digits.trim_start_matches('0').trim_end_matches('0').len();
    let is_money = matches!(numeral.number.mark, Mark::Money(_)) && numeral.number.is_scaled;
    let value = numeral.number.readings().next().map_or(0.0, |reading| reading.value);
    !said.is_soft
        && (count >= 3
            || is_money
            || numeral.number.is_scaled
            || value >= 10_000.0
            || last.is_some())
}

/// What another source gives, in place of the headline and without a word about that source.
fn unnamed(figure: &Figure<'_>, view: View) -> Option<Fault> {
    let headline = figure.indicator.headline.quantity.as_ref()?;
    let is_unnamed = figure.role == Role::Rival
        && figure.observation.status.is_observed()
        && !view.is_told
        && view.time != Agrees::Same;
    if !is_unnamed || headline.unit() != figure.quantity.unit() {
        return None;
    }
    if headline.value() == figure.quantity.value() {
        return Some(Fault::HedgeChanged);
    }
    let is_apart = !headline.interval().meets(figure.quantity.interval());
    is_apart.then_some(Fault::OtherNumber)
}
