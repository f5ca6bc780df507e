//! Text in cells: how wide it is, cut to a width, broken into lines.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The cells that a text takes.
pub fn width(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.width() }
}

/// The text in at most that many cells; what is cut off is marked by `…`.
pub fn fit(text: &str, cells: usize) -> Cow<'_, str> {
    if width(text) <= cells {
        return Cow::Borrowed(text);
    }
    if cells == 0 {
        return Cow::Borrowed("");
    }
    let mut out = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        let next = used + width(grapheme);
        if next > cells - 1 {
            break;
        }
        out.push_str(grapheme);
        used = next;
    }
    let kept = out.trim_end().len();
    out.truncate(kept);
    out.push('…');
    Cow::Owned(out)
}

/// The text in lines of at most that many cells, broken between words where it can be.
///
/// A width of zero gives no lines.
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    if cells == 0 {
        return Vec::new();
    }
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let wide = width(word);
        if used > 0 && used + 1 + wide > cells {
            lines.push(String::new());
            used = 0;
        }
        let Some(line) = lines.last_mut() else { break };
        if used > 0 {
            line.push(' ');
            used += 1;
        }
        if wide <= cells {
            line.push_str(word);
            used += wide;
        } else {
            used = hard_wrap(&mut lines, word, cells);
        }
    }
    lines
}

/// Breaks a word that is longer than a line; returns the cells used in the last line.
fn hard_wrap(lines: &mut Vec<String>, word: &str, cells: usize) -> usize {
    let mut used = lines.last().map_or(0, |line| width(line));
    for grapheme in word.graphemes(true) {
        let wide = width(grapheme);
        if used > 0 && used + wide > cells {
            lines.push(String::new());
            used = 0;
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(grapheme);
            used += wide;
        }
    }
    used
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_cut_is_marked() {
        assert_eq!(fit("Беларусь", 8), "Беларусь");
        assert_eq!(fit("Беларусь", 4), "Бел…");
        assert_eq!(fit("白俄罗斯", 5), "白俄…");
        assert_eq!(fit("up to 70", 6), "up to…");
        assert_eq!(fit("anything", 0), "");
    }

    #[test]
    fn lines_break_between_words_and_long_words_are_cut() {
        assert_eq!(wrap("at most 70 percent", 10), ["at most 70", "percent"]);
        assert_eq!(wrap("abcdefgh ij", 3), ["abc", "def", "gh", "ij"]);
        assert_eq!(wrap("", 5), [""]);
        assert!(wrap("text", 0).is_empty());
    }
}
