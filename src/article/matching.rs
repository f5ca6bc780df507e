//! Reads a text and finds the figure that each of its numbers states.

use std::ops::Range;

use super::date::DateAt;
use super::reader::{Page, Reader};
use super::said::{self, Said};
use super::sentence::Sentence;
use super::words::split;
use super::{Found, Statement};
use crate::markup::Paragraph;
use crate::prose::Numerals;

/// How many statements of a paragraph tell what the next sentence speaks of.
const LATELY: usize = 4;

impl Reader<'_, '_> {
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
                figure: best
                    .filter(|best| !best.is_unsaid)
                    .and_then(|best| self.found(best.figure)),
                fault: best.and_then(|best| best.fault),
            });
        }
        self.lately.splice(0..0, spoken.into_iter().rev().take(LATELY));
        self.lately.truncate(LATELY);
    }

    fn found(&self, at: usize) -> Option<Found> {
        self.figures.list.get(at).map(|figure| Found { item: figure.item, at })
    }
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
