//! Text in cells: its width, cutting it to a width, breaking it into lines.

use std::borrow::Cow;
use std::mem::take;

use ratatui::buffer::CellWidth;
use unicode_segmentation::UnicodeSegmentation;

/// The cells that a text takes: the sum over its grapheme clusters.
///
/// A text as a whole may measure less: Unicode has ligatures of letters that are clusters, and so
/// take cells, of their own (Arabic lam and alef).
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    // Most texts have single cells only; it costs much more to find clusters.
    match text.chars().try_fold(0, |count, c| is_single(c).then_some(count + 1)) {
        Some(count) => count,
        None => text.graphemes(true).map(cells).sum(),
    }
}

/// Whether a character that is not part of a cluster takes one cell in every terminal: Latin, Greek
/// and Cyrillic letters, and the signs that the program draws. Others may be wide or joined to
/// their neighbours, and terminals differ in that.
pub fn is_single(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}'
        | '\u{370}'..='\u{377}' | '\u{37a}'..='\u{37f}' | '\u{384}'..='\u{38a}'
        | '\u{391}'..='\u{3a1}' | '\u{3a3}'..='\u{482}' | '\u{48a}'..='\u{52f}'
        | '\u{2010}'..='\u{2027}' | '\u{2190}'..='\u{22ff}' | '\u{2500}'..='\u{25f7}')
}

/// The cells of one grapheme cluster.
fn cells(grapheme: &str) -> usize {
    // The library treats a control character as an error; here it takes a cell.
    if grapheme.len() == 1 { 1 } else { usize::from(grapheme.cell_width()) }
}

/// The text in at most this many cells; `…` marks where it is cut.
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
    out.truncate(in_front_of_a_figure(text, out.len()));
    out.truncate(out.trim_end().len());
    out.push('…');
    Cow::Owned(out)
}

/// Where to cut a text that is too long: at a byte offset, or before the figure that would be cut
/// there. Half of a figure would be another one, and so would a number without its sign or unit.
///
/// A figure is numbers and signs side by side, and the word after them: `−3.5 bn`, `12 000 a`,
/// `50 – 70 percent`.
fn in_front_of_a_figure(text: &str, cut: usize) -> usize {
    // Where the numbers and signs before a word begin, and whether there is a number among them.
    let mut begin = None;
    let mut has_number = false;
    let mut at = 0;
    for part in text.split_inclusive(' ') {
        let word = part.trim_end();
        let (start, end) = (at, at + word.len());
        at += part.len();
        // The sign for a hidden character is not a number.
        let is_number = word.contains(char::is_numeric) && !word.contains("<U+");
        if is_number || !word.contains(char::is_alphanumeric) {
            begin = begin.or(Some(start));
            has_number |= is_number;
            continue;
        }
        match begin.take() {
            Some(begin) if has_number && begin < cut && cut < end => return begin,
            _ if start >= cut => return cut,
            _ => has_number = false,
        }
    }
    // The text ends with numbers.
    begin.filter(|begin| has_number && *begin < cut && cut < text.trim_end().len()).unwrap_or(cut)
}

/// The text in lines of at most this many cells, broken between words where possible.
/// A word that is longer than a line is broken between its grapheme clusters.
///
/// A width of zero gives no lines.
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    if cells == 0 {
        return Vec::new();
    }
    let (mut lines, mut line, mut used) = (Vec::new(), String::new(), 0);
    for word in words(text) {
        let wide = width(word);
        if used > 0 && used + 1 + wide > cells {
            lines.push(take(&mut line));
            used = 0;
        }
        if used > 0 {
            line.push(' ');
            used += 1;
        }
        if wide <= cells {
            line.push_str(word);
            used += wide;
            continue;
        }
        for grapheme in word.graphemes(true) {
            let wide = width(grapheme);
            if used > 0 && used + wide > cells {
                lines.push(take(&mut line));
                used = 0;
            }
            line.push_str(grapheme);
            used += wide;
        }
    }
    lines.push(line);
    lines
}

/// The words of a text. A sign for percent belongs to the number before it.
fn words(text: &str) -> Vec<&str> {
    let mut words: Vec<&str> = Vec::new();
    // Where the last word begins.
    let (mut begin, mut at) = (0, 0);
    for part in text.split_inclusive(' ') {
        let word = part.trim_end_matches(' ');
        let end = at + word.len();
        if word.starts_with('%')
            && let Some(last) = words.last_mut()
        {
            *last = text.get(begin..end).unwrap_or(word);
        } else if !word.is_empty() {
            begin = at;
            words.push(word);
        }
        at += part.len();
    }
    words
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
    fn a_number_and_its_sign_stay_on_one_line() {
        assert_eq!(wrap("from 42 to 67 % (2025)", 13), ["from 42 to", "67 % (2025)"]);
        assert_eq!(wrap("% of  it", 4), ["% of", "it"]);
    }

    #[test]
    fn no_figure_is_cut_into_another_one() {
        for (text, whole) in [
            ("owe 7,000 m", "7,000 m"),
            ("People leaving, 12 000 a year", "12 000 a"),
            ("Fall of the trade is −3.5 bn", "−3.5 bn"),
            ("Fall of the trade is − 3.5 bn", "− 3.5 bn"),
            ("Wages grew by 10 % and more", "10 % and"),
            ("all of 1’234’567 villages", "1’234’567 villages"),
            ("a share of 50–70 percent", "50–70 percent"),
            ("a share of 50 – 70 percent", "50 – 70 percent"),
            ("about 2/3 of them", "2/3 of"),
            ("it costs €45m a year", "€45m a"),
            ("up to ≤ 70 %", "≤ 70 %"),
            ("عدد ١٢٬٠٠٠ قرية هنا", "١٢٬٠٠٠ قرية"),
        ] {
            let has_number = |text: &str| text.contains(char::is_numeric);
            for cells in 0..=width(text) {
                let cut = fit(text, cells);
                assert!(width(&cut) <= cells);
                assert!(!has_number(&cut) || cut.contains(whole), "{text} at {cells}: {cut}");
            }
        }
        assert_eq!(
            fit("Union State package: 40 % carried out", 34),
            "Union State package: 40 % carried…"
        );
    }

    #[test]
    fn a_text_is_as_wide_as_the_cells_it_is_drawn_in() {
        let drawn = |text| {
            let mut buffer =
                ratatui::buffer::Buffer::empty(ratatui::layout::Rect::new(0, 0, 40, 1));
            buffer.set_stringn(0, 0, text, 40, ratatui::style::Style::new()).0
        };
        let texts = [
            "سلام",
            "हिन्दी",
            "ｶﾞｷﾞ",
            "👩\u{200d}🔬👍🏽🇧🇾",
            "e\u{301}\u{323}\u{302}",
            "ไม่กำ",
            "1\u{fe0f}\u{20e3}",
        ];
        for text in texts {
            assert_eq!(width(text), usize::from(drawn(text)), "{text}");
        }
        assert_eq!(width("سلام"), 4, "not three, as a ligature would be");
        assert_eq!(width("é\n"), 2, "a control character is no reason to fail");
    }

    #[test]
    fn a_single_character_is_one_cell_and_stays_one_beside_others() {
        for c in (0..=0x0001_ffff).filter_map(char::from_u32).filter(|c| is_single(*c)) {
            assert_eq!(c.to_string().cell_width(), 1, "{c:?}");
            assert_eq!(format!("{c}ж").graphemes(true).count(), 2, "{c:?}");
            assert_eq!(format!("ж{c}").graphemes(true).count(), 2, "{c:?}");
        }
    }

    #[test]
    fn lines_break_between_words_and_long_words_are_cut() {
        assert_eq!(wrap("at most 70 percent", 10), ["at most 70", "percent"]);
        assert_eq!(wrap("abcdefgh ij", 3), ["abc", "def", "gh", "ij"]);
        assert_eq!(wrap("", 5), [""]);
        assert!(wrap("text", 0).is_empty());
    }
}
