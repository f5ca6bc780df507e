//! Where words stand.

use std::ops::Range;

/// Where words stand in a copy: the paragraphs, and the bytes of the first and the last one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) paragraphs: Range<usize>,
    pub(super) start: usize,
    pub(super) end: usize,
}
