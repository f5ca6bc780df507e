//! Which figure each number of a text states.

use std::collections::HashMap;
use std::ops::Range;

use super::claim::{self, Fault};
use super::date::{DateAt, meet};
use super::figures::{Figure, Figures, Role};
use super::fit::{self, Agrees, Fit};
use super::said::{self, Said, numerals};
use super::sentence::{Sentence, sentences};
use super::{Found, Statement};
use crate::markup::{Kind, Paragraph};
use crate::prose::{Link, Mark, Numerals};
use crate::report::{Day, UnitKind, Value};

/// How much words tell that are not right beside a number: in its sentence, in the heading, in the
/// sentence before.
const IN_SENTENCE: f64 = 0.5;
const IN_HEADING: f64 = 0.3;
const BEFORE: f64 = 0.25;

/// How many known words on each side of a number are looked at.
const REACH: usize = 40;

/// How many figures of like value are looked at.
const MOST: usize = 200;

/// Reads a text paragraph by paragraph.
pub(super) struct Reader<'f, 'r> {
    figures: &'f Figures<'r>,
    as_of: Day,
    /// The known words of the last heading.
    heading: Vec<u32>,
    /// The known words of the last sentence.
    before: Vec<u32>,
    pub(super) statements: Vec<Statement>,
}

/// A paragraph with its numbers.
struct Page<'p> {
    paragraph: &'p Paragraph,
    text: Numerals<'p>,
}

/// What stands around a number.
struct Around<'s> {
    sentence: &'s Sentence,
    /// What the words tell for each indicator: how much, and how many do.
    tells: HashMap<u32, (f64, usize)>,
    /// The words of the sentence.
    words: Vec<u32>,
    /// The words beside the number.
    near: Vec<u32>,
    dates: Vec<&'s DateAt>,
    is_row: bool,
}

/// A figure that a number may state.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    figure: usize,
    item: u32,
    score: f64,
    fault: Option<Fault>,
    /// Whether the text speaks of this very figure, not of another one of its indicator.
    is_meant: bool,
}

impl<'f, 'r> Reader<'f, 'r> {
    pub(super) fn new(figures: &'f Figures<'r>, as_of: Day) -> Self {
        Self { figures, as_of, heading: Vec::new(), before: Vec::new(), statements: Vec::new() }
    }

    /// Takes notice of a heading.
    pub(super) fn heading(&mut self, paragraph: &Paragraph) {
        let words = super::words::split(&paragraph.text);
        self.heading = words.filter_map(|(_, word)| self.figures.words.id(word)).collect();
        self.before.clear();
        self.paragraph(paragraph);
    }

    /// Reads a paragraph.
    pub(super) fn paragraph(&mut self, paragraph: &Paragraph) {
        let sentences = sentences(&paragraph.text, &self.figures.words, self.as_of);
        let dates: Vec<&DateAt> = sentences.iter().flat_map(|sentence| &sentence.dates).collect();
        let page = Page { paragraph, text: Numerals::of(&paragraph.text) };
        let all = said::said(&paragraph.text, &page.text, &dates);
        let mut rest = all.as_slice();
        for sentence in &sentences {
            let count = rest.partition_point(|said| said.number.start < sentence.span.end);
            let (own, others) = rest.split_at_checked(count).unwrap_or((rest, &[]));
            rest = others;
            self.sentence(&page, sentence, own);
            self.before.clear();
            self.before.extend(sentence.words.iter().map(|(_, id)| *id));
        }
    }

    fn sentence(&mut self, page: &Page<'_>, sentence: &Sentence, all: &[Said]) {
        let segments = segments(&page.paragraph.text, sentence, all);
        let mut found: Vec<Option<Candidate>> = Vec::new();
        let mut stated: Vec<u32> = Vec::new();
        let mut around = Vec::new();
        for (said, segment) in all.iter().zip(segments) {
            let own = self.around(page, sentence, segment);
            let best = self.best(page, said, &own);
            stated.extend(best.map(|best| best.item));
            found.push(best);
            around.push(own);
        }
        for ((said, own), best) in all.iter().zip(&around).zip(found) {
            let best = best.or_else(|| self.other_number(page, said, own, &stated));
            if best.is_none() && said.is_soft {
                continue;
            }
            let place = |span: &Range<usize>| page.paragraph.place(span.clone());
            let words = page.paragraph.text.get(said.span.clone()).unwrap_or_default();
            let found = best.map(|best| self.found(best.figure));
            self.statements.push(Statement {
                span: place(&said.span),
                sentence: place(&sentence.span),
                words: words.to_owned(),
                figure: found.flatten(),
                fault: best.and_then(|best| best.fault),
            });
        }
    }

    fn found(&self, at: usize) -> Option<Found> {
        self.figures.list.get(at).map(|figure| Found { item: figure.item, at })
    }

    /// What the words around a number tell.
    fn around<'s>(
        &self,
        page: &Page<'_>,
        sentence: &'s Sentence,
        segment: Range<usize>,
    ) -> Around<'s> {
        let at = |place| sentence.words.partition_point(|(at, _)| *at < place);
        let (from, to) = (at(segment.start), at(segment.end));
        let reach = from.saturating_sub(REACH)..(to + REACH).min(sentence.words.len());
        let in_reach = sentence.words.get(reach.clone()).unwrap_or_default();
        let mut weights: HashMap<u32, f64> = HashMap::new();
        let mut near = Vec::new();
        for (place, (_, id)) in reach.zip(in_reach) {
            let is_near = (from..to).contains(&place);
            near.extend(is_near.then_some(*id));
            let weight = weights.entry(*id).or_default();
            *weight = weight.max(if is_near { 1.0 } else { IN_SENTENCE });
        }
        for (list, weight) in [(&self.heading, IN_HEADING), (&self.before, BEFORE)] {
            for id in list.iter().take(REACH) {
                weights.entry(*id).or_insert(weight);
            }
        }
        let mut tells: HashMap<u32, (f64, usize)> = HashMap::new();
        for (id, weight) in &weights {
            let (items, much) = self.figures.words.tells(*id);
            for item in items {
                let own = tells.entry(*item).or_default();
                own.0 += weight * much;
                own.1 += usize::from(*weight >= IN_SENTENCE);
            }
        }
        let from = sentence.dates.partition_point(|date| date.span.start < segment.start);
        let own = sentence.dates.iter().skip(from);
        let mut dates: Vec<&DateAt> =
            own.take_while(|date| date.span.start < segment.end).take(REACH).collect();
        if dates.is_empty() {
            // "In 2024, …" counts for all that follows.
            let is_first = |date: &&DateAt| date.span.start < sentence.span.start + 30;
            dates = sentence.dates.iter().take_while(is_first).collect();
        }
        let words = in_reach.iter().map(|(_, id)| *id).collect();
        let is_row = page.paragraph.kind == Kind::Row;
        Around { sentence, tells, words, near, dates, is_row }
    }

    /// The figures with a value that a number may be, and those whose words stand around it.
    fn candidates(&self, page: &Page<'_>, said: &Said, around: &Around<'_>) -> Vec<usize> {
        let mut all: Vec<usize> = Vec::new();
        if let Some((numeral, _)) = numerals(&page.text, said.kind) {
            let number = &numeral.number;
            for reading in number.readings() {
                let per = number.per.map_or(1.0, |per| 100.0 / per);
                for factor in [1.0, 100.0, 0.01, per] {
                    let value = reading.value * factor;
                    let slack = if said.limits.is_empty() { reading.step } else { value * 0.11 };
                    all.extend(self.figures.near(value, slack.min(value * 0.11) + 1e-9).take(MOST));
                    if !number.is_share && !number.is_subunit && number.per.is_none() {
                        break;
                    }
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

    /// The figure that a number most likely states.
    fn best(&self, page: &Page<'_>, said: &Said, around: &Around<'_>) -> Option<Candidate> {
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
            other.fault.is_none() && other.is_meant && is_near
        });
        if let Some(other) = as_it_is {
            return Some(*other);
        }
        let rival = fitting.iter().find(|other| other.item != best.item);
        let is_doubtful = rival.is_some_and(|rival| rival.score > best.score - 0.3);
        (best.is_meant && !is_doubtful).then_some(best)
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
        let fit = fit::fit(&page.text, said, figure)?;
        let numeral = numerals(&page.text, said.kind).map(|(first, _)| first);
        if numeral.is_some_and(|numeral| fit::is_change_of(numeral, figure.quantity)) {
            return None;
        }
        let (words, _) = around.tells.get(&figure.item.0).copied().unwrap_or_default();
        let unit = fit::unit(&page.text, said, figure, self.is_named(said, around, figure));
        let rare = is_rare(page, said);
        let need = match (rare, unit) {
            (true, Agrees::Same) => 0.2,
            (true, _) => 0.6,
            (false, Agrees::Same) => 0.7,
            (false, _) => 1.0,
        };
        if words < need {
            return None;
        }
        let special = figure.own.iter().filter(|id| around.words.contains(id)).count();
        let time = self.time(around, figure);
        let is_meant = match figure.role {
            Role::Headline | Role::Target => true,
            Role::Point => !figure.differs || special > 0,
            Role::Rival => special > 0 || !figure.differs,
        };
        let fault = self.fault(page, said, around, figure, fit, unit, time, is_meant);
        let strong = match fault {
            Some(Fault::OtherUnit | Fault::OtherDate | Fault::Fact) => 1.2,
            Some(_) if rare => 0.6,
            Some(_) => 1.0,
            None => 0.0,
        };
        if words < strong {
            return None;
        }
        let score = words.min(3.0)
            + match fit {
                Fit::Exact => 1.0,
                Fit::Rounded => 0.3,
                Fit::End => 0.2,
            }
            + match unit {
                Agrees::Same => 0.6,
                Agrees::Open => 0.0,
                Agrees::Other => -0.6,
            }
            + match time {
                Agrees::Same => 0.8,
                Agrees::Open => 0.0,
                Agrees::Other => -1.0,
            }
            + if figure.role == Role::Headline { 0.4 } else { 0.0 }
            + if special > 0 {
                0.5
            } else if figure.differs {
                -1.0
            } else {
                0.0
            }
            - if figure.is_superseded { 0.3 } else { 0.0 };
        Some(Candidate { figure: at, item: figure.item.0, score, fault, is_meant })
    }

    /// Whether the noun of a unit stands right beside a number.
    fn is_named(&self, said: &Said, around: &Around<'_>, figure: &Figure<'_>) -> bool {
        let is_near = |at: usize| at + 40 > said.number.start && at < said.number.end + 40;
        let words = &around.sentence.words;
        let from = words.partition_point(|(at, _)| at + 40 <= said.number.start);
        words
            .iter()
            .skip(from)
            .take_while(|(at, _)| is_near(*at))
            .any(|(_, id)| figure.noun.contains(id))
    }

    /// How the dates beside a number and the time of a figure go together. When the report came out is
    /// no time of its figures.
    fn time(&self, around: &Around<'_>, figure: &Figure<'_>) -> Agrees {
        let time = fit::time(&around.dates, figure);
        if time != Agrees::Other {
            return time;
        }
        let report = self.figures.report;
        let source = figure.observation.source.and_then(|source| report.source(source));
        let published = [report.published.as_ref(), source.and_then(|s| s.published.as_ref())];
        let published: Vec<_> =
            published.into_iter().flatten().filter_map(super::date::days).collect();
        let is_other = |date: &&&DateAt| !published.iter().any(|days| meet(*days, date.first));
        let others: Vec<_> = around.dates.iter().filter(is_other).copied().collect();
        fit::time(&others, figure)
    }

    #[expect(clippy::too_many_arguments, reason = "all that was found out about one number")]
    fn fault(
        &self,
        page: &Page<'_>,
        said: &Said,
        around: &Around<'_>,
        figure: &Figure<'_>,
        fit: Fit,
        unit: Agrees,
        time: Agrees,
        is_meant: bool,
    ) -> Option<Fault> {
        if !is_meant {
            return Some(Fault::OtherNumber);
        }
        let numeral = numerals(&page.text, said.kind).map(|(first, _)| first);
        let observation = figure.observation;
        if unit == Agrees::Other {
            return Some(Fault::OtherUnit);
        }
        if numeral.is_some_and(|numeral| fit::is_other_sign(numeral, figure.quantity)) {
            return Some(Fault::OtherSign);
        }
        let is_unsaid =
            figure.role == Role::Rival && !figure.own.iter().any(|id| around.words.contains(id));
        let is_of_headline = is_unsaid
            && observation.quantity.as_ref().map(|q| q.stated())
                == figure.indicator.headline.quantity.as_ref().map(|q| q.stated());
        claim::fact(observation, around.sentence.is_foretold)
            .or_else(|| claim::hedge(said, fit, observation))
            .or_else(|| claim::date(time))
            .or_else(|| self.outdated(around, figure, time))
            .or_else(|| is_of_headline.then_some(Fault::HedgeChanged))
    }

    /// Whether the report has a newer figure than one that a text gives without its date.
    fn outdated(&self, around: &Around<'_>, figure: &Figure<'_>, time: Agrees) -> Option<Fault> {
        let is_told = time == Agrees::Same || around.sentence.is_past || around.is_row;
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

    /// The figure that a text gives another number for: its words stand there, and no other number of
    /// the sentence is it.
    fn other_number(
        &self,
        page: &Page<'_>,
        said: &Said,
        around: &Around<'_>,
        stated: &[u32],
    ) -> Option<Candidate> {
        if around.is_row || matches!(said.kind, said::Kind::Order(_)) && said.is_soft {
            return None;
        }
        let mut items: Vec<_> = around.tells.iter().map(|(item, told)| (*item, *told)).collect();
        items.sort_by(|a, b| b.1.0.total_cmp(&a.1.0).then(a.0.cmp(&b.0)));
        let (item, (words, count)) = *items.first()?;
        let second = items.get(1).map_or(0.0, |(_, (words, _))| *words);
        let label = self.figures.labels.get(item as usize)?;
        let weight = |id: &&u32| self.figures.words.tells(**id).1;
        let whole: f64 = label.iter().map(|id| weight(&id)).sum();
        let there: f64 =
            label.iter().filter(|id| around.words.contains(id)).map(|id| weight(&id)).sum();
        let is_strong = words >= 1.5 && count >= 2 && words - second >= 0.4 && there >= whole * 0.5;
        let is_near = label.iter().any(|id| around.near.contains(id));
        if !is_strong || !is_near || stated.contains(&item) {
            return None;
        }
        let mut all = self.figures.of.get(item as usize)?.clone();
        let at = all.find(|at| self.is_contradicted(page, said, around, *at))?;
        Some(Candidate {
            figure: at,
            item,
            score: 0.0,
            fault: Some(Fault::OtherNumber),
            is_meant: true,
        })
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
        let is_year = figure.quantity.unit().kind == UnitKind::Year;
        let is_rank = figure.quantity.unit().kind == UnitKind::Rank;
        if figure.differs || figure.role == Role::Rival || figure.is_superseded {
            return false;
        }
        if around.sentence.is_foretold == figure.observation.status.is_observed() {
            return false;
        }
        let time = self.time(around, figure);
        let is_of_time = match figure.role {
            Role::Headline => time != Agrees::Other,
            _ => time == Agrees::Same,
        };
        let kind = match (said.kind, numerals(&page.text, said.kind)) {
            (said::Kind::Rank(_), _) => is_rank,
            (said::Kind::Order(_), _) => matches!(figure.quantity.value(), Value::Order(..)),
            (_, Some((numeral, _))) => {
                let value = numeral.number.readings().next().map_or(0.0, |reading| reading.value);
                let end = |other: usize| page.text.numbers.get(other).map_or(0, |n| n.span.end);
                let is_first =
                    |(link, other)| link == Link::Change && end(other) > numeral.span.end;
                let is_from = numeral.link.is_some_and(is_first);
                if is_year {
                    let count = around.sentence.dates.len();
                    count == 1 && (1900.0..2100.0).contains(&value)
                } else if is_rank {
                    said.is_soft && numeral.number.mark == Mark::None && value <= 20.0
                } else {
                    !said.is_soft && !is_from && !fit::is_change_of(numeral, figure.quantity)
                }
            }
            _ => false,
        };
        let unit = fit::unit(&page.text, said, figure, self.is_named(said, around, figure));
        kind && is_of_time && unit == Agrees::Same
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
    !said.is_soft && (count >= 3 || is_money || value >= 10_000.0 || last.is_some())
}

/// The part of a sentence that each of its numbers has: up to the last comma or "and" between two
/// numbers, or else all that stands between them.
fn segments(text: &str, sentence: &Sentence, all: &[Said]) -> Vec<Range<usize>> {
    let counted: Vec<&Said> = all.iter().filter(|said| !said.is_soft).collect();
    let cut = |from: usize, to: usize| -> Option<usize> {
        // Of numbers far apart it does not matter where the part of the one ends.
        let between = text.get(from..to).filter(|between| between.len() < 500)?;
        let marks = [", ", "; ", " and ", " but ", " while ", " – ", " — ", " | "];
        marks.iter().filter_map(|mark| between.rfind(mark)).max().map(|at| from + at)
    };
    let mut at = 0;
    all.iter()
        .map(|said| {
            while counted.get(at).is_some_and(|other| other.number.end <= said.number.start) {
                at += 1;
            }
            let before = at.checked_sub(1).and_then(|at| counted.get(at));
            let next = counted.iter().skip(at).find(|other| other.number.start >= said.number.end);
            let start = before.map_or(sentence.span.start, |other| {
                cut(other.number.end, said.number.start).unwrap_or(other.number.end)
            });
            let end = next.map_or(sentence.span.end, |other| {
                cut(said.number.end, other.number.start).unwrap_or(other.number.start)
            });
            start..end
        })
        .collect()
}
