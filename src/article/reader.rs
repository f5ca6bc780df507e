//! What a reader of a text knows at a number: what stands around it, and what was spoken of before.

use std::collections::HashMap;
use std::ops::Range;

use super::Statement;
use super::claim::Fault;
use super::date::{DateAt, meet};
use super::figures::{Figure, Figures};
use super::fit::{self, Agrees, Fit};
use super::said::Said;
use super::sentence::{Sentence, Sentences};
use super::words::{behind, form, split};
use crate::markup::{Kind, Paragraph};
use crate::prose::Numerals;
use crate::report::Day;

/// How much words tell that are not right beside a number: in its sentence, in the heading, in the
/// sentence before.
pub(super) const IN_SENTENCE: f64 = 0.4;
const IN_HEADING: f64 = 0.3;
const BEFORE: f64 = 0.35;

/// How many known words on each side of a number are looked at.
pub(super) const REACH: usize = 40;

/// How far behind a number its unit may stand, in bytes.
const BESIDE: usize = 30;

/// How many figures of like value are looked at.
pub(super) const MOST: usize = 200;

/// Reads a text paragraph by paragraph.
pub(super) struct Reader<'f, 'r> {
    pub(super) figures: &'f Figures<'r>,
    pub(super) sentences: Sentences<'f>,
    /// The known words of the last heading.
    pub(super) heading: Vec<u32>,
    /// The known words of the last sentence.
    pub(super) before: Vec<u32>,
    /// The indicators that this sentence has stated, and those that the paragraph has.
    pub(super) here: Vec<u32>,
    /// The same, also where something is wrong.
    pub(super) seen: Vec<u32>,
    pub(super) lately: Vec<u32>,
    pub(super) statements: Vec<Statement>,
}

/// A paragraph with its numbers.
pub(super) struct Page<'p> {
    pub(super) paragraph: &'p Paragraph,
    pub(super) text: Numerals<'p>,
}

/// What stands around a number.
pub(super) struct Around<'s> {
    pub(super) sentence: &'s Sentence,
    /// What the words tell for each indicator: how much, and how many do.
    pub(super) tells: HashMap<u32, (f64, usize)>,
    /// The words of the sentence.
    pub(super) words: Vec<u32>,
    /// The words beside the number.
    pub(super) near: Vec<u32>,
    pub(super) dates: Vec<&'s DateAt>,
    pub(super) is_row: bool,
}

/// A figure that a number may state.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) figure: usize,
    pub(super) item: u32,
    pub(super) score: f64,
    pub(super) fit: Fit,
    pub(super) fault: Option<Fault>,
    /// Whether the text gives its date.
    pub(super) is_dated: bool,
    /// Whether the text speaks of this very figure, not of another one of its indicator.
    pub(super) is_meant: bool,
    /// Whether it cannot be told that the text speaks of it: it differs from the headline in something
    /// that the report has no special word for. Nothing is said about it then.
    pub(super) is_unsaid: bool,
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

    /// What the words around a number tell.
    pub(super) fn around<'s>(
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

    /// How much the numbers before this one tell for a figure: the text speaks of its indicator, or of
    /// one beside it.
    pub(super) fn context(&self, figure: &Figure<'_>) -> f64 {
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
    pub(super) fn is_alone(&self, figure: &Figure<'_>, at: usize) -> bool {
        let value = figure.quantity.stated().abs();
        let others = self.figures.near(value, 1e-9).take(MOST).filter(|other| *other != at);
        let mut others = others.filter_map(|other| self.figures.list.get(other));
        others.all(|other| other.item == figure.item)
    }

    /// How the dates beside a number and the time of a figure go together. When the report came out is
    /// no time of its figures.
    pub(super) fn time(&self, around: &Around<'_>, figure: &Figure<'_>) -> Agrees {
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
}

impl Around<'_> {
    /// How much the words around a number tell for an indicator.
    pub(super) fn words_for(&self, item: u32) -> f64 {
        self.tells.get(&item).map_or(0.0, |(words, _)| *words)
    }

    /// How many words of the sentence itself are those of an indicator.
    pub(super) fn count_for(&self, item: u32) -> usize {
        self.tells.get(&item).map_or(0, |(_, count)| *count)
    }
}

impl Page<'_> {
    /// How the unit of a number and that of a figure go together.
    pub(super) fn unit(&self, said: &Said, figure: &Figure<'_>) -> Agrees {
        let is_named = self.is_named(said, figure);
        fit::unit(&self.paragraph.text, &self.text, said, figure, is_named)
    }

    /// Whether the noun of a unit stands right beside a number.
    fn is_named(&self, said: &Said, figure: &Figure<'_>) -> bool {
        let rest = behind(&self.paragraph.text, said.number.end);
        let Some(noun) = figure.noun.first() else { return false };
        let mut words = split(rest).take_while(|(span, _)| span.start < BESIDE);
        words.any(|(_, word)| form(word) == *noun)
    }
}

/// The points for something that is true, else none.
pub(super) fn points(is_so: bool, points: f64) -> f64 {
    if is_so { points } else { 0.0 }
}
