//! Writes paragraphs, and keeps where each part of them stands in the document.

use std::ops::Range;

use super::{Kind, Paragraph, Piece};

/// The paragraphs so far, and the one that is being written.
pub(super) struct Running {
    paragraphs: Vec<Paragraph>,
    text: String,
    pieces: Vec<Piece>,
    kind: Kind,
    /// White space that is written only if more text follows: where it stands.
    space: Option<Range<usize>>,
    numbered: usize,
    page: usize,
}

impl Default for Running {
    fn default() -> Self {
        Self {
            paragraphs: Vec::new(),
            text: String::new(),
            pieces: Vec::new(),
            kind: Kind::Text,
            space: None,
            numbered: 0,
            page: 1,
        }
    }
}

impl Running {
    /// Ends the paragraph, and begins one of this kind.
    pub(super) fn begin(&mut self, kind: Kind) {
        self.end();
        self.kind = kind;
    }

    /// Ends the paragraph; what follows is running text.
    pub(super) fn end(&mut self) {
        self.space = None;
        let kind = std::mem::replace(&mut self.kind, Kind::Text);
        let text = std::mem::take(&mut self.text);
        let pieces = std::mem::take(&mut self.pieces);
        if text.is_empty() {
            return;
        }
        let number = (kind == Kind::Text).then(|| {
            self.numbered += 1;
            self.numbered
        });
        self.paragraphs.push(Paragraph { text, kind, number, page: self.page, pieces });
    }

    /// Ends the paragraph, and begins a page.
    pub(super) fn turn_page(&mut self) {
        self.end();
        self.page += 1;
    }

    /// Sets the cells of a row apart.
    pub(super) fn next_cell(&mut self, at: usize) {
        if self.kind == Kind::Row && !self.text.is_empty() && !self.text.ends_with('|') {
            self.piece(" |", at..at, false);
            self.space = Some(at..at);
        }
    }

    /// Adds text that the document writes so, from this byte of it on.
    pub(super) fn push(&mut self, text: &str, written: &str, at: usize) {
        let place = at..at + written.len();
        let same = text == written;
        let mut rest = text;
        while !rest.is_empty() {
            let start = text.len() - rest.len();
            let spaces = rest.len() - rest.trim_start_matches(is_space).len();
            let length =
                if spaces > 0 { spaces } else { rest.find(is_space).unwrap_or(rest.len()) };
            let at = if same {
                place.start + start..place.start + start + length
            } else {
                place.clone()
            };
            let (part, after) = rest.split_at(length);
            if spaces > 0 {
                self.space.get_or_insert(at);
            } else {
                self.word(part, at, same);
            }
            rest = after;
        }
    }

    fn word(&mut self, word: &str, place: Range<usize>, same: bool) {
        if let Some(space) = self.space.take()
            && !self.text.is_empty()
        {
            self.piece(" ", space, false);
        }
        self.piece(word, place, same);
    }

    fn piece(&mut self, text: &str, place: Range<usize>, same: bool) {
        self.pieces.push(Piece { start: self.text.len(), place, same });
        self.text.push_str(text);
    }

    /// All paragraphs, the last one included.
    pub(super) fn finish(mut self) -> Vec<Paragraph> {
        self.end();
        self.paragraphs
    }
}

/// White space that a reader cannot see as anything else. A space that does not break belongs to
/// the number that it stands in, as in "49 431".
fn is_space(letter: char) -> bool {
    letter.is_whitespace() && !matches!(letter, '\u{a0}' | '\u{202f}' | '\u{2007}')
}
