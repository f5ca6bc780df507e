//! Which figure each number of a text states.

use std::collections::HashMap;
use std::ops::Range;

use super::claim::{self, Fault};
use super::date::{DateAt, meet};
use super::figures::{Figure, Figures, Role};
use super::fit::{self, Agrees, Fit};
use super::said::{self, Said, numerals};
use super::sentence::{Sentence, Sentences};
use super::words::{behind, form, split};
use super::{Found, Statement};
use crate::markup::{Kind, Paragraph};
use crate::prose::{Link, Mark, Numeral, Numerals};
use crate::report::{Day, Text, UnitKind, Value};

/// How much words tell that are not right beside a number: in its sentence, in the heading, in the
/// sentence before.
const IN_SENTENCE: f64 = 0.4;
const IN_HEADING: f64 = 0.3;
const BEFORE: f64 = 0.35;

/// How many known words on each side of a number are looked at.
const REACH: usize = 40;

/// A word of more indicators than these tells nothing special of one figure.
const SPECIAL: usize = 2;

/// How far behind a number its unit may stand, in bytes.
const BESIDE: usize = 30;

/// How many statements of a paragraph tell what the next sentence speaks of.
const LATELY: usize = 4;

/// How many figures of like value are looked at.
const MOST: usize = 200;

/// Reads a text paragraph by paragraph.
pub(super) struct Reader<'f, 'r> {
    figures: &'f Figures<'r>,
    sentences: Sentences<'f>,
    /// The known words of the last heading.
    heading: Vec<u32>,
    /// The known words of the last sentence.
    before: Vec<u32>,
    /// The indicators that this sentence has stated, and those that the paragraph has.
    here: Vec<u32>,
    /// The same, also where something is wrong.
    seen: Vec<u32>,
    lately: Vec<u32>,
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
    fit: Fit,
    fault: Option<Fault>,
    /// Whether the text gives its date.
    is_dated: bool,
    /// Whether the text speaks of this very figure, not of another one of its indicator.
    is_meant: bool,
}

/// How a number fits a figure.
#[derive(Clone, Copy, Debug)]
struct View {
    fit: Fit,
    unit: Agrees,
    time: Agrees,
    /// Whether the text names what is special about the figure.
    is_told: bool,
    is_meant: bool,
}

impl<'f, 'r> Reader<'f, 'r> {
    pub(super) fn new(figures: &'f Figures<'r>, as_of: Day) -> Self {
        Self {
            figures,
            sentences: Sentences::new(&figures.words, as_of),
            heading: Vec::new(),
            before: Vec::new(),
            here: Vec::new(),
            seen: Vec::new(),
            lately: Vec::new(),
            statements: Vec::new(),
        }
    }

    /// Takes notice of a heading.
    pub(super) fn heading(&mut self, paragraph: &Paragraph) {
        let words = split(&paragraph.text);
        self.heading = words.filter_map(|(_, word)| self.figures.words.id(word)).collect();
        self.before.clear();
        self.paragraph(paragraph);
    }

    /// Reads a paragraph.
    pub(super) fn paragraph(&mut self, paragraph: &Paragraph) {
        let sentences = self.sentences.of(&paragraph.text);
        self.lately.clear();
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
        self.here.clear();
        self.seen.clear();
        let mut found = Vec::new();
        for (said, segment) in all.iter().zip(segments(&page.paragraph.text, sentence, all)) {
            let around = self.around(page, sentence, said, segment);
            let best = self.best(page, said, &around);
            let item = best.map(|best| best.item);
            self.seen.extend(item.filter(|item| !self.seen.contains(item)));
            let item = best.filter(|best| best.fault.is_none()).map(|best| best.item);
            self.here.extend(item.filter(|item| !self.here.contains(item)));
            found.push((said, around, best));
        }
        let mut spoken = Vec::new();
        for (said, around, best) in found {
            // What another number of the sentence states is not stated once more, and otherwise.
            let best = best.or_else(|| self.other_number(page, said, &around));
            if best.is_none() && said.is_soft {
                continue;
            }
            let item = best.map(|best| best.item);
            spoken.extend(item.filter(|item| spoken.last() != Some(item)));
            let place = |span: &Range<usize>| page.paragraph.place(span.clone());
            let words = |span: &Range<usize>| {
                page.paragraph.text.get(span.clone()).unwrap_or_default().to_owned()
            };
            self.statements.push(Statement {
                span: place(&said.span),
                sentence: place(&sentence.span),
                words: words(&said.span),
                number: words(&said.number),
                figure: best.and_then(|best| self.found(best.figure)),
                fault: best.and_then(|best| best.fault),
            });
        }
        self.lately.splice(0..0, spoken.into_iter().rev().take(LATELY));
        self.lately.truncate(LATELY);
    }

    fn found(&self, at: usize) -> Option<Found> {
        self.figures.list.get(at).map(|figure| Found { item: figure.item, at })
    }

    /// What the words around a number tell.
    fn around<'s>(
        &self,
        page: &Page<'_>,
        sentence: &'s Sentence,
        said: &Said,
        segment: Range<usize>,
    ) -> Around<'s> {
        let at = |place| sentence.words.partition_point(|(at, _)| *at < place);
        let (from, here, to) = (at(segment.start), at(said.number.start), at(segment.end));
        let reach = here.saturating_sub(REACH)..(here + REACH).min(sentence.words.len());
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
        let first = |place| sentence.dates.partition_point(|date| date.span.start < place);
        let (from, here, to) = (first(segment.start), first(said.number.start), first(segment.end));
        let beside = from.max(here.saturating_sub(BESIDE))..to.min(here + BESIDE);
        let mut dates: Vec<&DateAt> =
            sentence.dates.get(beside).unwrap_or_default().iter().collect();
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
        let unit = fit::unit(
            &page.paragraph.text,
            &page.text,
            said,
            figure,
            Self::is_named(page, said, figure),
        );
        let time = self.time(around, figure);
        let is_rare = is_rare(page, said);
        let is_hedged = fit == Fit::Exact
            && !said.limits.is_empty()
            && claim::hedge(said, fit, figure.observation).is_none();
        let is_moved = figure.quantity.is_change()
            && numeral
                .is_some_and(|n| n.direction.is_some() && !fit::is_other_sign(n, figure.quantity));
        let evidence = self.words(around, figure.item.0)
            + points(time == Agrees::Same, 0.35)
            + points(is_hedged, 0.25)
            + points(fit::has_base(&around.dates, figure), 0.35)
            + points(is_moved, 0.4)
            + points(self.is_alone(figure, at), 0.2)
            + self.context(figure);
        let need = match (is_rare, unit) {
            (true, Agrees::Same) => 0.2,
            (true, _) => 0.6,
            (false, Agrees::Same) => 0.7,
            (false, _) => 1.0,
        };
        let is_continued = self.seen.contains(&figure.item.0) && time == Agrees::Same;
        let is_told = self.is_told(around, figure) || is_continued && figure.differs;
        let is_meant = match figure.role {
            Role::Headline | Role::Target => true,
            Role::Point | Role::Rival => is_told || !figure.differs,
        };
        let view = View { fit, unit, time, is_told, is_meant };
        let fault = self.fault(page, said, around, figure, &view);
        let strong = match fault {
            Some(Fault::OtherUnit | Fault::OtherDate | Fault::Fact) => 1.1,
            Some(_) if is_rare => 0.6,
            Some(_) => 1.0,
            None => 0.0,
        };
        // What may be a date or a pronoun needs words of its own sentence.
        let is_bare = said.is_soft && self.words_here(around, figure.item.0) == 0;
        if is_bare || evidence < need || evidence < strong {
            return None;
        }
        let score = evidence.min(3.0)
            + match fit {
                Fit::Exact => 1.0,
                Fit::Rounded => 0.3,
                Fit::End => 0.2,
                Fit::Digits => 0.0,
            }
            + points(unit == Agrees::Same, 0.6)
            - points(unit == Agrees::Other, 0.6)
            + points(time == Agrees::Same, 0.5)
            - points(time == Agrees::Other, 1.0)
            + points(figure.role == Role::Headline, 0.4)
            + points(is_hedged, 0.5)
            + points(is_told, 0.5)
            - points(figure.differs && !is_told, 1.0)
            - points(figure.is_superseded, 0.3);
        let is_meant = is_meant
            && (fit == Fit::Exact || figure.role == Role::Headline || time == Agrees::Same);
        let is_dated = time == Agrees::Same;
        let item = figure.item.0;
        Some(Candidate { figure: at, item, score, fit, fault, is_dated, is_meant })
    }

    /// Whether a text names what is special about a figure, in words that few indicators have.
    fn is_told(&self, around: &Around<'_>, figure: &Figure<'_>) -> bool {
        let is_special = |id: &&u32| self.figures.words.tells(**id).0.len() <= SPECIAL;
        let is_there = |id: &&u32| around.words.contains(id) || self.before.contains(id);
        let special = figure.own.iter().filter(is_special);
        let (most, there) = (special.clone().count().min(2), special.filter(is_there).count());
        let is_named = figure.names.iter().filter(is_special).any(|id| is_there(&id));
        is_named || there > 0 && there >= most
    }

    /// How much the words around a number tell for an indicator.
    fn words(&self, around: &Around<'_>, item: u32) -> f64 {
        around.tells.get(&item).map_or(0.0, |(words, _)| *words)
    }

    /// How many words of the sentence itself are those of an indicator.
    fn words_here(&self, around: &Around<'_>, item: u32) -> usize {
        around.tells.get(&item).map_or(0, |(_, count)| *count)
    }

    /// How much the numbers before this one tell for a figure: the text speaks of its indicator, or of
    /// one beside it.
    fn context(&self, figure: &Figure<'_>) -> f64 {
        let own = figure.item.0;
        let is_beside = |other: &u32| {
            let related = figure.indicator.related.iter().any(|ix| ix.0 == *other);
            let other = self.figures.report.indicators.get(*other as usize);
            let part = other.and_then(|other| other.part_of).map(|whole| whole.0);
            let whole = figure.indicator.part_of.map(|whole| whole.0);
            related || part == Some(own) || whole.is_some() && whole == part
        };
        if self.seen.contains(&own) {
            0.7
        } else if self.lately.first() == Some(&own) || self.lately.contains(&own) {
            0.4
        } else if self.seen.iter().chain(&self.lately).any(is_beside) {
            0.3
        } else {
            0.0
        }
    }

    /// Whether no other indicator has a figure of this value.
    fn is_alone(&self, figure: &Figure<'_>, at: usize) -> bool {
        let value = figure.quantity.stated().abs();
        let others = self.figures.near(value, 1e-9).take(MOST).filter(|other| *other != at);
        let mut others = others.filter_map(|other| self.figures.list.get(other));
        others.all(|other| other.item == figure.item)
    }

    /// Whether the noun of a unit stands right beside a number.
    fn is_named(page: &Page<'_>, said: &Said, figure: &Figure<'_>) -> bool {
        let rest = behind(&page.paragraph.text, said.number.end);
        let Some(noun) = figure.noun.first() else { return false };
        let mut words = split(rest).take_while(|(span, _)| span.start < BESIDE);
        words.any(|(_, word)| form(word) == *noun)
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

    /// In what a number that fits a figure differs from it.
    fn fault(
        &self,
        page: &Page<'_>,
        said: &Said,
        around: &Around<'_>,
        figure: &Figure<'_>,
        view: &View,
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
            .or_else(|| self.unnamed(figure, view))
    }

    /// What another source gives, in place of the headline and without a word about that source.
    fn unnamed(&self, figure: &Figure<'_>, view: &View) -> Option<Fault> {
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

    /// The figure that a text gives another number for: its words stand there, or the text has just
    /// spoken of its indicator and names its date.
    fn other_number(&self, page: &Page<'_>, said: &Said, around: &Around<'_>) -> Option<Candidate> {
        if around.is_row {
            return None;
        }
        let spoken = self.here.iter().chain(self.lately.iter().take(2)).copied();
        let followed = spoken.filter_map(|item| {
            let at = self.contradicted(page, said, around, item)?;
            let figure = self.figures.list.get(at)?;
            let is_dated = self.time(around, figure) == Agrees::Same;
            let is_to_come = !figure.observation.status.is_observed() && self.here.contains(&item);
            let is_since = figure.observation.base.is_some() && figure.role != Role::Target;
            (is_dated && !is_since || is_to_come).then_some((item, at))
        });
        let others = around.tells.iter().filter(|(item, _)| !self.here.contains(item));
        let most = others.map(|(_, (words, _))| *words).fold(0.0, f64::max);
        let named = |(item, (words, count)): (&u32, &(f64, usize))| {
            let label = self.figures.labels.get(*item as usize)?;
            let weight = |id: &u32| self.figures.words.tells(*id).1;
            let whole: f64 = label.iter().map(weight).sum();
            let there = label.iter().map(|id| match () {
                () if around.near.contains(id) => weight(id),
                () if around.words.contains(id) => weight(id) * IN_SENTENCE,
                () => 0.0,
            });
            let there: f64 = there.sum();
            let share = there / whole.max(1e-9);
            let is_near = label.iter().any(|id| around.near.contains(id));
            let is_spoken = self
                .context(self.figures.list.get(self.figures.of.get(*item as usize)?.start)?)
                > 0.0;
            let is_enough = *count >= 2 && share >= 0.95
                || *words >= 1.0 && *count >= 2 && share >= 0.6
                || *words >= 1.5 && *count >= 2 && share >= 0.5
                || is_spoken && share >= 0.75 && *words >= 0.7;
            let is_it = is_near && share >= 0.5 && !self.here.contains(item);
            let at = is_it.then(|| self.contradicted(page, said, around, *item))??;
            let figure = self.figures.list.get(at)?;
            // "Emissions will be cut by 54 percent by 2030"
            let is_moved = share >= 0.75
                && figure.quantity.is_change()
                && self.time(around, figure) == Agrees::Same;
            if !is_moved && (!is_enough || *words < most * 0.7) {
                return None;
            }
            Some((*item, at, words + share))
        };
        let mut named: Vec<_> = around.tells.iter().filter_map(named).collect();
        named.sort_by(|a, b| b.2.total_cmp(&a.2).then(a.0.cmp(&b.0)));
        let second = named.get(1).map_or(0.0, |(.., words)| *words);
        let best = named.first().filter(|(.., words)| words - second >= 0.25);
        let best = best.map(|(item, at, _)| (*item, *at));
        let mut followed = followed;
        let (item, figure) = best.or_else(|| followed.next())?;
        Some(Candidate {
            figure,
            item,
            score: 0.0,
            fit: Fit::Digits,
            fault: Some(Fault::OtherNumber),
            is_dated: false,
            is_meant: true,
        })
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
        let is_it =
            |text: &Text| Numerals::of(text).numbers.iter().any(|n| value(n) == value(numeral));
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
        let is_year = figure.quantity.unit().kind == UnitKind::Year;
        let is_rank = figure.quantity.unit().kind == UnitKind::Rank;
        let is_of_other = figure.role == Role::Rival && figure.observation.status.is_observed();
        if figure.differs || is_of_other || figure.is_superseded {
            return false;
        }
        // Of what is all forecast also a fact is another number.
        let is_all_forecast = !figure.indicator.headline.status.is_observed();
        let is_of_kind = if figure.observation.status.is_observed() {
            !around.sentence.is_announced
        } else {
            around.sentence.is_foretold
        };
        if !is_of_kind && !(is_all_forecast && figure.role == Role::Headline) {
            return false;
        }
        let time = self.time(around, figure);
        let is_of_time = match figure.role {
            _ if is_year => true,
            Role::Headline => time != Agrees::Other,
            Role::Rival => time != Agrees::Other,
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
        let unit = fit::unit(
            &page.paragraph.text,
            &page.text,
            said,
            figure,
            Self::is_named(page, said, figure),
        );
        // "In 2024 there were 207 cases, in 2023 just 83"
        let is_bare = unit == Agrees::Open
            && time == Agrees::Same
            && self.here.contains(&figure.item.0)
            && stands_alone(page, said);
        kind && is_of_time && (unit == Agrees::Same || is_bare)
    }
}

/// Whether no noun follows a number: "in 2023 just 83."
fn stands_alone(page: &Page<'_>, said: &Said) -> bool {
    let rest = behind(&page.paragraph.text, said.number.end).trim_start();
    let next = split(rest).next().filter(|(span, _)| span.start == 0);
    next.is_none_or(|(_, word)| matches!(word, "in" | "and" | "at" | "by" | "but" | "on" | "while"))
}

/// So many points where it is so.
fn points(is_so: bool, points: f64) -> f64 {
    if is_so { points } else { 0.0 }
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
