//! The words of figures, looked up in saved copies of their sources.
//!
//! A copy is text, Markdown or HTML. Words are there if they stand in one paragraph, whatever the
//! spaces, quotation marks, dashes and line ends between them; a page may break it.

mod copy;
mod excerpt;
mod hit;
mod nearest;
mod normal;
mod quoted;

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Faults, LISTED, Named, quoted, rules};
use crate::report::{Locator, LocatorUnit, SourceIx, Text, counted};
use copy::{Copy, Found};
pub use excerpt::Excerpt;
use hit::Hit;
use quoted::CopyOf;
pub(crate) use quoted::Quotation;
pub use quoted::Quoted;

rules! {

    /// Words that their source does not have.
    NOT_THERE "E023" "the copy of the source does not have these words"
r#"'copy' of a source names a saved copy of it, and the words of every figure
from that source are looked up in it. Spaces, line breaks, quotation marks,
dashes, capitals and markup do not matter; digits and words do. These words do
not stand in any paragraph of the copy: they were changed on their way into the
file, or the copy is that of another text. The figure stays on the screen.

    wrong:  wording = "70 percent"
    right:  wording = "up to 70 percent"

Write … where you leave words out: "up to … 70 percent"."#

    /// Words that stand at another place than the locator says.
    ELSEWHERE "W033" "the words stand at another place of the copy"
r#"'locator' names a paragraph or a page, and the words of the figure stand at
another one in the saved copy. Paragraphs of running text are counted, without
headings, lists and tables; pages are counted by the form feeds between them.
Where most words from a source stand equally far away, the copy has more or
fewer lines before them than were counted, and one warning says so.

    wrong:  locator = "¶ 12"
    right:  locator = "¶ 14""#

    /// A copy that cannot be read.
    UNUSABLE "W034" "a copy that cannot be read"
r#"'copy' names a file in the folder of the report or in a folder of that: a
saved page, Markdown or text. The words of the figures from this source are not
looked up. Text of a PDF file is made by the program pdftotext:
pdftotext article.pdf article.txt

    wrong:  copy = "/home/me/article.pdf"
    right:  copy = "sources/article.txt""#
}

/// The most bytes of a passage: a few sentences.
const LONG: usize = 420;
/// What is said where no passage of a copy is like some words.
const NOTHING_LIKE_IT: &str =
    "nothing in it is like these words: is it the copy of this source, and all of it?";
/// The most bytes of a passage in a message.
const SHORT: usize = 160;

/// A copy that cannot be read: why, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unusable {
    /// Why, as the end of a sentence about it.
    pub why: String,
    /// What to do.
    pub fix: String,
}

/// What the copies of the sources say.
#[derive(Clone, Debug, Default)]
pub struct Passages {
    /// What is wrong, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
    /// The passages that were found, in the order of their sources, wordings and locators.
    found: Vec<(SourceIx, Text, Option<Text>, Passage)>,
    /// The sources whose copies could be read, in their order.
    read: Vec<SourceIx>,
}

/// A passage of a copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Where it stands, as a locator names it.
    pub place: String,
    /// The words with the sentences around them.
    pub excerpt: Excerpt,
}

impl Passages {
    /// The passage of words of a source.
    pub fn of(&self, source: SourceIx, wording: &str, locator: Option<&str>) -> Option<&Passage> {
        let key = (source, wording, locator);
        let at = self.found.binary_search_by(|(source, wording, locator, _)| {
            (*source, &**wording, locator.as_deref()).cmp(&key)
        });
        self.found.get(at.ok()?).map(|(.., passage)| passage)
    }

    /// Whether the copy of a source could be read.
    pub fn has_copy(&self, source: SourceIx) -> bool {
        self.read.contains(&source)
    }
}

/// Whether a diagnostic is about a copy or the words in it.
pub fn is_of_copies(diagnostic: &Diagnostic) -> bool {
    RULES.contains(diagnostic.rule)
}

/// Adds what is wrong with words to what else is wrong with a file, in the order of the file.
pub fn add(diagnostics: &mut Vec<Diagnostic>, more: Vec<Diagnostic>) {
    diagnostics.extend(more);
    diagnostics.sort_by_key(|it| (it.span.start, it.rule.code));
}

/// Looks the words of a file up in the copies of its sources. `text` is the text of the file, and
/// `read` reads the copy of a name.
pub fn look_up(
    cited: &Quoted,
    text: &str,
    mut read: impl FnMut(&str) -> Result<String, Unusable>,
) -> Passages {
    let mut faults = Faults::default();
    let mut passages = Passages::default();
    let mut quotations: Vec<&Quotation> = cited.quotations.iter().collect();
    quotations.sort_by(|one, other| key(one).cmp(&key(other)));
    for CopyOf { source, key, name, at } in &cited.copies {
        let copy = read(name).and_then(|text| match Copy::new(name, &text) {
            copy if copy.is_empty() => Err(no_text()),
            copy => Ok(copy),
        });
        match copy {
            Ok(copy) => {
                let start = quotations.partition_point(|it| it.source < *source);
                let own = quotations.iter().skip(start).take_while(|it| it.source == *source);
                let (here, elsewhere) = (0, Vec::new());
                let passages = &mut passages;
                let mut checked = Checked { copy, key, passages, here, elsewhere };
                own.for_each(|quotation| checked.check(quotation, &mut faults));
                checked.finish(&mut faults);
                passages.read.push(*source);
            }
            Err(Unusable { why, fix }) => {
                let message = format!("the copy of {} {why}", quoted(key));
                faults.add(&UNUSABLE, at.clone(), message).help(fix);
            }
        }
    }
    passages.diagnostics = faults.finish(text);
    let key = |it: &(SourceIx, Text, Option<Text>, Passage)| (it.0, it.1.clone(), it.2.clone());
    passages.found.sort_by_cached_key(key);
    passages
}

fn no_text() -> Unusable {
    Unusable {
        why: "has no running text".to_owned(),
        fix: "save the page once its text is shown, or copy the text into a .txt file".to_owned(),
    }
}

fn key(quotation: &Quotation) -> (SourceIx, &Text, Option<&Text>) {
    (quotation.source, &quotation.wording, quotation.locator.as_ref())
}

/// A copy, whose words are looked up one after the other.
struct Checked<'a> {
    copy: Copy,
    key: &'a str,
    passages: &'a mut Passages,
    /// How many words stand where their locators say.
    here: usize,
    elsewhere: Vec<Elsewhere<'a>>,
}

/// Words at another place than their locator says.
struct Elsewhere<'a> {
    quotation: &'a Quotation,
    locator: Locator,
    hit: Hit,
    /// How much further on they are, if that can be counted.
    by: Option<isize>,
}

impl<'a> Checked<'a> {
    fn check(&mut self, quotation: &'a Quotation, faults: &mut Faults) {
        let locator = quotation.locator.as_deref().and_then(Locator::of);
        match (self.copy.find(&quotation.wording, locator.as_ref()), locator) {
            (Some(Found::Elsewhere(hit)), Some(locator)) => {
                let first = locator.numbers.first().map(|it| *it.start());
                let number = self.copy.number(&hit, locator.unit);
                let by =
                    number.zip(first).map(|(now, said)| now.cast_signed() - said.cast_signed());
                self.elsewhere.push(Elsewhere { quotation, locator, hit, by });
            }
            (Some(Found::Here(hit) | Found::Elsewhere(hit)), locator) => {
                self.here += usize::from(locator.is_some());
                self.keep(quotation, locator.as_ref(), &hit);
            }
            (None, _) => self.not_there(quotation, faults),
        }
    }

    fn keep(&mut self, quotation: &Quotation, locator: Option<&Locator>, hit: &Hit) {
        let place = self.copy.place(hit, locator.map(|it| it.unit));
        let Some(excerpt) = self.copy.around(hit, LONG, 1) else { return };
        let Quotation { source, wording, locator, .. } = quotation.clone();
        self.passages.found.push((source, wording, locator, Passage { place, excerpt }));
    }

    fn not_there(&self, quotation: &Quotation, faults: &mut Faults) {
        let words = &quotation.wording;
        let message = format!("the copy of {} has no {}", quoted(self.key), quoted(words));
        let near = self.copy.nearest(words).map(|hit| ("nearest to it", hit));
        let within =
            || Some(("it stands there only as a part of others", self.copy.within(words)?));
        let shown = near.or_else(within).and_then(|(what, hit)| {
            let (place, text) = (self.copy.place(&hit, None), self.copy.around(&hit, SHORT, 0)?);
            Some(format!("{what}, {place}: “{}”", text.text().trim()))
        });
        let fault = faults.add(&NOT_THERE, quotation.at.clone(), message);
        fault.help(shown.as_deref().unwrap_or(NOTHING_LIKE_IT)).indicator = quotation.indicator;
    }

    /// Reports what stands elsewhere: once for all that are as far away, as where the copy has lines above
    /// the article, else for each.
    fn finish(&mut self, faults: &mut Faults) {
        let all = std::mem::take(&mut self.elsewhere);
        let counted = all.iter().filter_map(|it| Some((it.locator.unit, it.by?)));
        let mut times: Vec<((LocatorUnit, isize), usize)> = Vec::new();
        for way in counted {
            match times.iter_mut().find(|(known, _)| *known == way) {
                Some((_, times)) => *times += 1,
                None => times.push((way, 1)),
            }
        }
        let usual = times.into_iter().max_by_key(|(_, times)| *times).map(|(way, _)| way);
        let moved_to = |it: &Elsewhere<'_>| {
            let (_, by) = usual.filter(|(unit, _)| *unit == it.locator.unit)?;
            match self.copy.find(&it.quotation.wording, Some(&it.locator.moved(by))) {
                Some(Found::Here(hit)) => Some(hit),
                _ => None,
            }
        };
        let (moved, others): (Vec<_>, Vec<_>) =
            all.into_iter().map(|it| (moved_to(&it), it)).partition(|(hit, _)| hit.is_some());
        let is_usual = moved.len() > 1 && moved.len() > self.here;
        if let Some((unit, by)) = usual.filter(|_| is_usual) {
            self.all_moved(moved.iter().map(|(_, it)| it.quotation), unit, by, faults);
        }
        let alone = |it: &Elsewhere<'_>, faults: &mut Faults| self.one_elsewhere(it, faults);
        let apart = others.iter().chain(moved.iter().filter(|_| !is_usual));
        apart.for_each(|(_, it)| alone(it, faults));
        for (hit, it) in moved.into_iter().chain(others) {
            self.keep(it.quotation, Some(&it.locator), &hit.unwrap_or(it.hit));
        }
    }

    fn all_moved<'q>(
        &self,
        moved: impl Iterator<Item = &'q Quotation>,
        unit: LocatorUnit,
        by: isize,
        faults: &mut Faults,
    ) {
        let mut all: Vec<&Quotation> = moved.collect();
        all.sort_by_key(|it| it.locator_at.start);
        let Some(first) = all.first() else { return };
        let unit = match unit {
            LocatorUnit::Paragraph => "paragraph",
            LocatorUnit::Page => "page",
        };
        let names: Vec<String> = all.iter().map(|it| quoted(&it.wording)).collect();
        // More names than these are listed below the message.
        let list =
            if all.len() > LISTED { String::new() } else { format!(": {}", names.join(", ")) };
        let message = format!(
            "in the copy of {} {} stand {} further {} than their locators say{list}",
            quoted(self.key),
            counted(all.len(), "wording"),
            counted(by.unsigned_abs(), unit),
            if by > 0 { "on" } else { "up" },
        );
        let fault = faults.add(&ELSEWHERE, first.locator_at.clone(), message);
        fault.help("count as the copy does, or leave out of the copy what you do not count");
        let places = all.iter().map(|it| it.locator_at.clone());
        let figures = names.into_iter().zip(places);
        fault.figures = figures.map(|(name, span)| Named { name, span, line: 0 }).collect();
    }

    fn one_elsewhere(&self, it: &Elsewhere<'_>, faults: &mut Faults) {
        let Elsewhere { quotation, locator, hit, .. } = it;
        let text = quotation.locator.as_deref().unwrap_or_default();
        let place = self.copy.place(hit, Some(locator.unit));
        let message = format!(
            "{} stands at {place} of the copy of {}, not at {}",
            quoted(&quotation.wording),
            quoted(self.key),
            quoted(text),
        );
        let part = |range: Range<usize>| text.get(range).unwrap_or_default();
        let (before, after) = (part(0..locator.at.start), part(locator.at.end..text.len()));
        let is_number = part(locator.at.clone()).ends_with(|c: char| c.is_ascii_digit());
        let help = match self.copy.number(hit, locator.unit) {
            Some(number) if is_number => format!("write locator = \"{before}{number}{after}\""),
            Some(_) => format!("write locator = \"{before}{place}{after}\""),
            None => "write what stands at that place: a heading, a table, a list".to_owned(),
        };
        let fault = faults.add(&ELSEWHERE, quotation.locator_at.clone(), message).help(help);
        fault.indicator = quotation.indicator;
    }
}

#[cfg(test)]
mod tests;
