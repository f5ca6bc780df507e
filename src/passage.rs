//! The words of figures, looked up in saved copies of their sources.
//!
//! A copy is text, Markdown or HTML. Words are there if they stand in one paragraph, whatever the
//! spaces, quotation marks, dashes and line ends between them; a page may break it.

mod copy;
mod excerpt;
mod hit;
mod nearest;
mod normal;

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Faults, quoted, rules};
use crate::report::{IndicatorIx, Locator, Source, SourceIx, Text};
use copy::{Copy, Found};
pub use excerpt::Excerpt;
use hit::Hit;

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
/// The most bytes of a passage in a message.
const SHORT: usize = 160;

/// What a file says of the words of its sources: where its copies stand, and every wording that can be
/// looked up in one of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quoted {
    copies: Vec<CopyOf>,
    quotations: Vec<Quotation>,
}

/// A source with a copy.
#[derive(Clone, Debug, PartialEq, Eq)]
struct CopyOf {
    source: SourceIx,
    /// The key of the source.
    key: Text,
    /// The name of the copy.
    name: Text,
    /// Where the name stands in the file.
    at: Range<usize>,
}

/// The words of a figure, from a source with a copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Quotation {
    pub(crate) source: SourceIx,
    pub(crate) wording: Text,
    pub(crate) locator: Option<Text>,
    /// Where the wording stands in the file.
    pub(crate) at: Range<usize>,
    /// Where the locator stands.
    pub(crate) locator_at: Range<usize>,
    /// The indicator, if it is sound.
    pub(crate) indicator: Option<IndicatorIx>,
}

impl Quoted {
    /// Whether no source has a copy.
    pub fn is_empty(&self) -> bool {
        self.copies.is_empty()
    }

    /// The names of the copies.
    pub fn names(&self) -> impl Iterator<Item = &Text> {
        self.copies.iter().map(|copy| &copy.name)
    }

    /// Adds a source, if it has a copy; the bytes are those of its `copy`.
    pub(crate) fn add_copy(&mut self, ix: SourceIx, source: &Source, at: Range<usize>) {
        let of =
            |name: &Text| CopyOf { source: ix, key: source.key.clone(), name: name.clone(), at };
        self.copies.extend(source.copy.as_ref().map(of));
    }

    pub(crate) fn add(&mut self, quotation: Quotation) {
        self.quotations.push(quotation);
    }

    /// How many wordings there are.
    pub(crate) fn count(&self) -> usize {
        self.quotations.len()
    }

    /// Sets the sound indicator that all wordings from an index on belong to.
    pub(crate) fn are_about(&mut self, from: usize, indicator: IndicatorIx) {
        for quotation in self.quotations.iter_mut().skip(from) {
            quotation.indicator = Some(indicator);
        }
    }
}

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
                let mut checked = Checked { copy, key, passages: &mut passages };
                own.for_each(|quotation| checked.check(quotation, &mut faults));
                passages.read.push(*source);
            }
            Err(Unusable { why, fix }) => {
                let message = format!("the copy of {} {why}", quoted(key));
                faults.add(&UNUSABLE, at.clone(), message).help(fix);
            }
        }
    }
    passages.diagnostics = faults.finish(text);
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

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// A copy, whose words are looked up one after the other.
struct Checked<'a> {
    copy: Copy,
    key: &'a str,
    passages: &'a mut Passages,
}

impl Checked<'_> {
    fn check(&mut self, quotation: &Quotation, faults: &mut Faults) {
        let locator = quotation.locator.as_deref().and_then(Locator::of);
        match self.copy.find(&quotation.wording, locator.as_ref()) {
            Some(Found::Here(hit)) => self.keep(quotation, locator.as_ref(), &hit),
            Some(Found::Elsewhere(hit)) => {
                self.elsewhere(quotation, locator.as_ref(), &hit, faults);
                self.keep(quotation, locator.as_ref(), &hit);
            }
            None => self.not_there(quotation, faults),
        }
    }

    fn keep(&mut self, quotation: &Quotation, locator: Option<&Locator>, hit: &Hit) {
        let place = self.copy.place(hit, locator.map(|it| it.unit));
        let Some(excerpt) = self.copy.around(hit, LONG, 1) else { return };
        let Quotation { source, wording, locator, .. } = quotation.clone();
        self.passages.found.push((source, wording, locator, Passage { place, excerpt }));
    }

    fn not_there(&self, quotation: &Quotation, faults: &mut Faults) {
        let message =
            format!("the copy of {} has no {}", quoted(self.key), quoted(&quotation.wording));
        let near = self.copy.nearest(&quotation.wording);
        let near = near
            .and_then(|hit| Some((self.copy.place(&hit, None), self.copy.around(&hit, SHORT, 0)?)));
        let help = near.map_or_else(
            || {
                "nothing in it is like these words: is it the copy of this source, and all of it?"
                    .to_owned()
            },
            |(place, near)| format!("nearest to it, {place}: “{}”", near.text().trim()),
        );
        let fault = faults.add(&NOT_THERE, quotation.at.clone(), message).help(help);
        fault.indicator = quotation.indicator;
    }

    fn elsewhere(
        &self,
        quotation: &Quotation,
        locator: Option<&Locator>,
        hit: &Hit,
        faults: &mut Faults,
    ) {
        let (Some(locator), Some(text)) = (locator, quotation.locator.as_deref()) else { return };
        let place = self.copy.place(hit, Some(locator.unit));
        let message = format!(
            "{} stands at {place} of the copy of {}, not at {}",
            quoted(&quotation.wording),
            quoted(self.key),
            quoted(text),
        );
        let number = self.copy.number(hit, locator.unit);
        let (before, after) = (text.get(..locator.at.start), text.get(locator.at.end..));
        let is_number = text.get(locator.at.clone()).is_some_and(|it| it.ends_with(is_digit));
        let written = |number| if is_number { format!("{number}") } else { place.clone() };
        let help = number.map_or_else(
            || "write what stands at that place: a heading, a table, a list".to_owned(),
            |number| {
                let parts =
                    [before.unwrap_or_default(), &written(number), after.unwrap_or_default()];
                format!("write locator = \"{}\"", parts.concat())
            },
        );
        let fault = faults.add(&ELSEWHERE, quotation.locator_at.clone(), message).help(help);
        fault.indicator = quotation.indicator;
    }
}

#[cfg(test)]
mod tests;
