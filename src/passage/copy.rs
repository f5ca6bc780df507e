//! A copy of a source, ready for many words to be looked up in it.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Range;

use memchr::memmem::Finder;
use memchr::{memchr, memrchr};

use super::excerpt::{Excerpt, excerpt};
use super::hit::Hit;
use super::nearest::Words;
use super::normal::{END, Normal, is_dash, parts};
use crate::markup::{Kind, Markup, Paragraph, paragraphs};
use crate::report::{Locator, LocatorUnit, is_hidden};

/// How many paragraphs at each end of a page may be its number or its running title.
const AT_EDGE: usize = 2;

/// A copy of a source.
#[derive(Debug)]
pub(super) struct Copy {
    /// In the order of the copy, but what stands at the ends of pages comes last.
    paragraphs: Vec<Paragraph>,
    has_pages: bool,
    normal: Normal,
    /// Where each paragraph begins in the normal form.
    starts: Vec<usize>,
    words: OnceCell<Words>,
}

/// Where words were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// At the place that the locator names, or there is none that can be held against the copy.
    Here(Hit),
    /// Somewhere else.
    Elsewhere(Hit),
}

impl Copy {
    pub(super) fn new(name: &str, text: &str) -> Self {
        let paragraphs = paragraphs(text, Markup::of(name, text));
        let has_pages = paragraphs.last().is_some_and(|last| last.page > 1);
        let at_edges = at_edges(&paragraphs);
        let all = paragraphs.into_iter().enumerate();
        let (mut flow, edges): (Vec<_>, Vec<_>) = all.partition(|(at, _)| !at_edges.contains(at));
        flow.extend(edges);
        let paragraphs: Vec<Paragraph> = flow.into_iter().map(|(_, paragraph)| paragraph).collect();
        let mut normal = Normal::default();
        let mut starts = Vec::with_capacity(paragraphs.len());
        let mut before: Option<&Paragraph> = None;
        for paragraph in &paragraphs {
            let goes_on = before.is_some_and(|before| {
                let both = [before, paragraph];
                before.page < paragraph.page && both.iter().all(|it| it.kind == Kind::Text)
            });
            if before.is_some() && !goes_on {
                normal.end();
            }
            starts.push(normal.text.len());
            normal.push(&paragraph.text);
            before = Some(paragraph);
        }
        normal.end();
        Self { paragraphs, has_pages, normal, starts, words: OnceCell::new() }
    }

    /// Whether it has no words at all.
    pub(super) fn is_empty(&self) -> bool {
        self.paragraphs.is_empty()
    }

    /// Looks words up: first at the place that the locator names, then everywhere.
    pub(super) fn find(&self, wording: &str, locator: Option<&Locator>) -> Option<Found> {
        let parts = parts(wording);
        let finders: Vec<_> = parts.iter().map(Finder::new).collect();
        let locator = locator.filter(|it| it.unit == LocatorUnit::Paragraph || self.has_pages);
        let everywhere = || self.first(&finders, 0..self.normal.text.len(), |_| true);
        let Some(locator) = locator else { return everywhere().map(Found::Here) };
        let mut named = (0..).zip(&self.paragraphs).filter(|(_, it)| is_at(it, locator));
        let here = |hit: &Hit| {
            self.paragraphs
                .get(hit.paragraphs.clone())
                .is_some_and(|all| all.iter().any(|paragraph| is_at(paragraph, locator)))
        };
        let found = named.find_map(|(at, _)| self.first(&finders, self.run(at)?, here));
        found.map(Found::Here).or_else(|| everywhere().map(Found::Elsewhere))
    }

    /// The run of words that a paragraph belongs to.
    fn run(&self, paragraph: usize) -> Option<Range<usize>> {
        let start = *self.starts.get(paragraph)?;
        let before = self.normal.text.as_bytes().get(..start)?;
        Some(memrchr(END as u8, before).map_or(0, |end| end + 1)..self.end_of_run(start))
    }

    /// The first place of all parts, one after the other in one run of words, that is accepted.
    fn first(
        &self,
        parts: &[Finder<'_>],
        range: Range<usize>,
        accepts: impl Fn(&Hit) -> bool,
    ) -> Option<Hit> {
        let (first, rest) = parts.split_first()?;
        let mut from = range.start;
        'next: while let Some(start) = self.whole(first, from..range.end) {
            let run = self.end_of_run(start.end);
            let mut end = start.end;
            for part in rest {
                let Some(found) = self.whole(part, end..run) else {
                    from = run;
                    continue 'next;
                };
                end = found.end;
            }
            let hit = self.hit(start.start..end)?;
            if accepts(&hit) {
                return Some(hit);
            }
            from = start.end;
        }
        None
    }

    fn end_of_run(&self, from: usize) -> usize {
        let rest = self.normal.text.as_bytes().get(from..).unwrap_or_default();
        from + memchr(END as u8, rest).unwrap_or(rest.len())
    }

    /// The first place of a part where it is not inside a longer word or number.
    fn whole(&self, part: &Finder<'_>, range: Range<usize>) -> Option<Range<usize>> {
        let mut from = range.start;
        loop {
            let text = self.normal.text.as_bytes().get(from..range.end)?;
            let start = from + part.find(text)?;
            let end = start + part.needle().len();
            if !self.is_inside(start, end) {
                return Some(start..end);
            }
            from = start + self.normal.text.get(start..)?.chars().next()?.len_utf8();
        }
    }

    /// Whether what stands beside words makes them another word or another number.
    fn is_inside(&self, start: usize, end: usize) -> bool {
        let Some(hit) = self.hit(start..end) else { return true };
        let text = |at: usize| self.paragraphs.get(at).map_or("", |it| it.text.as_str());
        let (first, last) = (text(hit.paragraphs.start), text(hit.paragraphs.end - 1));
        let seen = |c: &char| !is_hidden(*c);
        let before = first.get(..hit.start).unwrap_or_default().chars().rev().filter(seen);
        let after = last.get(hit.end..).unwrap_or_default().chars().filter(seen);
        let begins = first.get(hit.start..).and_then(|text| text.chars().next());
        let ends = last.get(..hit.end).and_then(|text| text.chars().next_back());
        begins.is_some_and(|c| goes_on(c, before, true))
            || ends.is_some_and(|c| goes_on(c, after, false))
    }

    /// The place in the copy of a range of the normal form.
    fn hit(&self, range: Range<usize>) -> Option<Hit> {
        let paragraph =
            |at: usize| self.starts.partition_point(|start| *start <= at).checked_sub(1);
        let last = range.end.checked_sub(1)?;
        let start = *self.normal.from.get(range.start)? as usize;
        let end = *self.normal.from.get(last)? as usize;
        let paragraphs = paragraph(range.start)?..paragraph(last)? + 1;
        let text = &self.paragraphs.get(paragraphs.end - 1)?.text;
        let letter = text.get(end..)?.chars().next()?;
        Some(Hit { paragraphs, start, end: end + letter.len_utf8() })
    }

    /// Words that stand in the copy only as a part of others: `8 billion` in `2.8 billion`.
    pub(super) fn within(&self, wording: &str) -> Option<Hit> {
        let part = parts(wording).into_iter().next()?;
        let start = Finder::new(&part).find(self.normal.text.as_bytes())?;
        self.hit(start..start + part.len())
    }

    /// Words that share the most with some that are not there.
    pub(super) fn nearest(&self, wording: &str) -> Option<Hit> {
        self.words.get_or_init(|| Words::new(&self.paragraphs)).nearest(wording)
    }

    /// The sentences around words.
    pub(super) fn around(&self, hit: &Hit, most: usize, beside: usize) -> Option<Excerpt> {
        let paragraphs = self.paragraphs.get(hit.paragraphs.clone())?;
        if let [one] = paragraphs {
            return Some(excerpt(&one.text, hit.start..hit.end, most, beside));
        }
        let text = paragraphs.iter().map(|it| it.text.as_str()).collect::<Vec<_>>().join(" ");
        let last = paragraphs.last().map_or(0, |it| it.text.len());
        let end = text.len() - last + hit.end;
        Some(excerpt(&text, hit.start..end, most, beside))
    }

    /// The place of words, as a locator names it: `¶ 12`, `p. 3`, `the heading before ¶ 4`.
    pub(super) fn place(&self, hit: &Hit, unit: Option<LocatorUnit>) -> String {
        let Some(first) = self.paragraphs.get(hit.paragraphs.start) else { return String::new() };
        let has_pages = self.has_pages && unit != Some(LocatorUnit::Paragraph);
        if has_pages {
            return format!("p. {}", first.page);
        }
        if let Some(number) = first.number {
            return format!("¶ {number}");
        }
        let what = match first.kind {
            Kind::Heading => "a heading",
            Kind::Row => "a table",
            Kind::Item | Kind::Text => "a list",
        };
        let before = self.paragraphs.get(..hit.paragraphs.start).unwrap_or_default();
        match before.iter().rev().find_map(|it| it.number) {
            Some(number) => format!("{what} after ¶ {number}"),
            None => format!("{what} before ¶ 1"),
        }
    }

    /// The number of the paragraph or the page of words, as a locator of this unit counts it.
    pub(super) fn number(&self, hit: &Hit, unit: LocatorUnit) -> Option<usize> {
        let first = self.paragraphs.get(hit.paragraphs.start)?;
        match unit {
            LocatorUnit::Paragraph => first.number,
            LocatorUnit::Page => Some(first.page),
        }
    }
}

fn is_at(paragraph: &Paragraph, locator: &Locator) -> bool {
    match locator.unit {
        LocatorUnit::Paragraph => paragraph.number.is_some_and(|number| locator.has(number)),
        LocatorUnit::Page => locator.has(paragraph.page),
    }
}

/// Whether a word or a number with this letter at its end goes on there. A dash between two
/// numbers is that of a range, and one before a number and after a space its sign.
fn goes_on(end: char, mut beyond: impl Iterator<Item = char>, is_before: bool) -> bool {
    let Some(next) = beyond.next() else { return false };
    if end.is_alphabetic() {
        return next.is_alphabetic() && has_spaces(end) && has_spaces(next);
    }
    if !end.is_numeric() {
        return false;
    }
    let after = beyond.next();
    match next {
        _ if next.is_numeric() => true,
        '.' | ',' | '\'' | '’' | '\u{a0}' | '\u{202f}' => after.is_some_and(char::is_numeric),
        // It only sets two clauses apart.
        '—' | '―' => false,
        _ if is_dash(next) && is_before => {
            after.is_none_or(|c| c.is_numeric() || c.is_whitespace())
        }
        _ if is_dash(next) => after.is_some_and(char::is_numeric),
        _ => false,
    }
}

/// Whether a letter is of a script that puts spaces between words.
fn has_spaces(letter: char) -> bool {
    !matches!(letter, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
}

/// The numbers and the running titles of pages, which stand between the halves of a paragraph: a
/// number alone, or a text that another page has in such a place, too.
fn at_edges(paragraphs: &[Paragraph]) -> Vec<usize> {
    let pages: Vec<Range<usize>> = paragraphs
        .chunk_by(|one, next| one.page == next.page)
        .scan(0, |at, page| {
            *at += page.len();
            Some(*at - page.len()..*at)
        })
        .collect();
    if pages.len() < 2 {
        return Vec::new();
    }
    let ends = |page: &Range<usize>| {
        let (head, tail) = (page.start + AT_EDGE, page.end.saturating_sub(AT_EDGE));
        page.clone().filter(move |at| *at < head || *at >= tail)
    };
    let title = |at: usize| {
        let text = paragraphs.get(at).map_or("", |it| it.text.as_str());
        text.chars().filter(|c| c.is_alphabetic()).collect::<String>()
    };
    let mut times: HashMap<String, usize> = HashMap::new();
    for at in pages.iter().flat_map(ends) {
        *times.entry(title(at)).or_default() += 1;
    }
    let is_repeated = |title: &str| title.is_empty() || times.get(title).is_some_and(|n| *n > 1);
    pages.iter().flat_map(ends).filter(|at| is_repeated(&title(*at))).collect()
}
