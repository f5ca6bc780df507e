/// Finds lines and columns of ascending positions, reading each byte once.
#[derive(Debug)]
pub(crate) struct LineCounter<'t> {
    text: &'t str,
    at: usize,
    line: u32,
    column: u32,
    /// A position at the start of a line to go back to, and its line.
    begin: (usize, u32),
}

impl<'t> LineCounter<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        // A byte order mark is not a character of the first line.
        let at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Self { text, at, line: 1, column: 1, begin: (at, 1) }
    }

    /// Expects only positions from this one on, which is at the start of a line.
    pub(crate) fn begin(&mut self, at: usize) {
        if at > 0 {
            self.begin = (at, self.place(at).0);
        }
    }

    /// Line and column, from 1, of a position on a character boundary.
    pub(crate) fn place(&mut self, at: usize) -> (u32, u32) {
        if at < self.at {
            let (begin, line) = self.begin;
            if at < begin {
                *self = Self::new(self.text);
            } else {
                (self.at, self.line, self.column) = (begin, line, 1);
            }
        }
        let Some(passed) = self.text.get(self.at..at) else { return (self.line, self.column) };
        let last_line = match passed.rfind('\n') {
            Some(newline) => {
                self.line = self.line.saturating_add(count_lines(passed));
                self.column = 1;
                passed.get(newline + 1..).unwrap_or("")
            }
            None => passed,
        };
        let chars = last_line.chars().count();
        self.column = self.column.saturating_add(u32::try_from(chars).unwrap_or(u32::MAX));
        self.at = at;
        (self.line, self.column)
    }
}

fn count_lines(text: &str) -> u32 {
    // In chunks whose sums fit a byte, which the compiler vectorizes.
    let sum = |piece: &[u8]| piece.iter().map(|b| u8::from(*b == b'\n')).sum::<u8>();
    text.as_bytes().chunks(255).map(|piece| u32::from(sum(piece))).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_in_lines_and_characters() {
        let mut cursor = LineCounter::new("\u{feff}a\nbé c\r\n\nd");
        for (at, place) in [(3, (1, 1)), (4, (1, 2)), (5, (2, 1)), (8, (2, 3)), (13, (4, 1))] {
            assert_eq!(cursor.place(at), place);
        }
        assert_eq!(cursor.place(3), (1, 1), "going back starts again");
        let many = "\n".repeat(1000);
        assert_eq!(LineCounter::new(&many).place(1000), (1001, 1));
    }
}
