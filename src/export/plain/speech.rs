//! Text for speech.

/// Signs in text of the file, and the words for them.
const SIGNS: &[(&str, &str)] = &[
    ("§", " section "),
    ("¶", " paragraph "),
    ("%", " percent "),
    ("‰", " per mille "),
    ("≤⩽", " at most "),
    ("≥⩾", " at least "),
    ("≈", " about "),
    ("=", " equals "),
    ("±", " plus or minus "),
    ("×", " times "),
    ("→", " to "),
    ("↑▲", " up "),
    ("↓▼", " down "),
    ("≠", " other than "),
    ("≲", " about or less than "),
    ("≳", " about or more than "),
    ("—·•|", ", "),
    ("…", "..."),
];

/// Abbreviations of places in a source, and what they stand for.
const PLACES: &[(&str, &str)] = &[
    ("p.", "page"),
    ("pp.", "pages"),
    ("par.", "paragraph"),
    ("sec.", "section"),
    ("ch.", "chapter"),
    ("fig.", "figure"),
    ("tab.", "table"),
    ("fn.", "footnote"),
    ("vol.", "volume"),
];

/// A text of the file for speech: signs become words, and characters that only draw are left out.
pub(super) fn aloud(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    let mut before = ' ';
    while let Some(c) = chars.next() {
        let is_digit_next = chars.peek().is_some_and(char::is_ascii_digit);
        let is_space_next = chars.peek().is_none_or(|next| *next == ' ');
        match c {
            '¶' if chars.peek() == Some(&'¶') => {
                chars.next();
                out.push_str(" paragraphs ");
            }
            '–' if before.is_ascii_digit() && is_digit_next => out.push_str(" to "),
            '–' if before == ' ' && is_space_next => out.push_str(", "),
            '–' => out.push('-'),
            '−' => out.push_str("minus "),
            '/' if before == ' ' && is_space_next => out.push_str("divided by"),
            '+' if before == ' ' && is_space_next => out.push_str("plus"),
            '\n' | '\t' => out.push(' '),
            '+' if before == ' ' && is_digit_next => out.push_str("plus "),
            '~' if is_digit_next => out.push_str("about "),
            '<' if is_digit_next || is_space_next => out.push_str(" less than "),
            '>' if is_digit_next || (is_space_next && before == ' ') => {
                out.push_str(" more than ");
            }
            '-' if before == ' ' && is_digit_next => out.push_str("minus "),
            _ => match SIGNS.iter().find(|(signs, _)| signs.contains(c)) {
                Some((_, word)) => out.push_str(word),
                // Other arrows, boxes, blocks and shapes.
                None if matches!(c, '\u{2190}'..='\u{21ff}' | '\u{2500}'..='\u{25ff}') => {
                    out.push(' ');
                }
                None => out.push(c),
            },
        }
        before = c;
    }
    tidy(&out)
}

/// A place in a source: `¶21` is paragraph 21, `pp. 3–5` are pages 3 to 5.
pub(super) fn locator(place: &str) -> String {
    let place = aloud(place);
    let words = place.split(' ').map(|word| {
        let word_for = PLACES.iter().find(|(short, _)| *short == word);
        word_for.map_or(word, |(_, full)| full)
    });
    words.collect::<Vec<_>>().join(" ")
}

/// One space between words, and none inside brackets or in front of a comma.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let is_tight = out.ends_with(['(', '[', '“'])
            || word.starts_with([',', '.', ';', ':', ')', ']', '”', '!', '?']);
        if !out.is_empty() && !is_tight {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Sentences on one line.
#[derive(Default)]
pub(super) struct Sentences(String);

impl Sentences {
    /// Adds a sentence, with a capital letter at its start and a full stop at its end.
    pub(super) fn say(&mut self, text: &str) {
        if !self.0.is_empty() {
            self.0.push(' ');
        }
        let mut chars = text.chars();
        if let Some(first) = chars.next() {
            self.0.extend(first.to_uppercase());
            self.0.push_str(chars.as_str());
        }
        if !text.ends_with(['.', '!', '?']) {
            self.0.push('.');
        }
    }

    pub(super) fn maybe(&mut self, text: Option<String>) {
        if let Some(text) = text {
            self.say(&text);
        }
    }

    pub(super) fn end(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_become_words() {
        for (text, said) in [
            ("about 70% of it", "about 70 percent of it"),
            ("70 %, or less", "70 percent, or less"),
            ("2021–2023", "2021 to 2023"),
            ("goods – not services", "goods, not services"),
            ("Table 3 · p. 4", "Table 3, p. 4"),
            ("the paper (¶19) names", "the paper (paragraph 19) names"),
            ("growth of −45 to +10", "growth of minus 45 to plus 10"),
            ("people 65+", "people 65+"),
            ("fewer than <5", "fewer than less than 5"),
            ("a <U+202E> b", "a <U+202E> b"),
            ("■□ box", "box"),
            ("↓45 %", "down 45 percent"),
            ("-3 %", "minus 3 percent"),
            ("15.5 / 24.4 − 1", "15.5 divided by 24.4 minus 1"),
            ("2 + 3 × 4", "2 plus 3 times 4"),
            ("km/h and 2/3", "km/h and 2/3"),
            ("two\nlines", "two lines"),
            ("2-3 days", "2-3 days"),
            ("“the East”", "“the East”"),
        ] {
            assert_eq!(aloud(text), said, "{text}");
        }
    }

    #[test]
    fn places_are_said_in_full() {
        for (place, said) in [
            ("¶21", "paragraph 21"),
            ("¶6, ¶8", "paragraph 6, paragraph 8"),
            ("¶¶6–8", "paragraphs 6 to 8"),
            ("Table 3, p. 41", "Table 3, page 41"),
            ("pp. 3–5", "pages 3 to 5"),
            ("§ 4", "section 4"),
        ] {
            assert_eq!(locator(place), said, "{place}");
        }
    }
}
