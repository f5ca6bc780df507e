//! The wordings that a file takes from sources with a copy.

use std::ops::Range;

use crate::report::{IndicatorIx, Source, SourceIx, Text};

/// What a file says of the words of its sources: where its copies stand, and every wording that can be
/// looked up in one of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quoted {
    pub(super) copies: Vec<CopyOf>,
    pub(super) quotations: Vec<Quotation>,
}

/// A source with a copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CopyOf {
    pub(super) source: SourceIx,
    /// The key of the source.
    pub(super) key: Text,
    /// The name of the copy.
    pub(super) name: Text,
    /// Where the name stands in the file.
    pub(super) at: Range<usize>,
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
