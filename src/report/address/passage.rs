//! The passage of a source with a figure: words of a web page, or a page of a PDF.

use std::fmt::Write;

use super::Address;
use crate::report::{Locator, LocatorUnit};

/// Where an address leads to within its page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Passage {
    /// To these words of a web page, if they are there and the browser searches for them.
    Words(String),
    /// To a page of a PDF file, counted from 1.
    Page(u32),
}

/// Of a longer text only the beginning and the end are searched for: a page may break it in
/// between.
const WHOLE: usize = 80;
/// How many words of a beginning or an end are searched for.
const ENOUGH: usize = 4;

/// The fragment that leads to the passage, and the passage; `None` where the address stays as it
/// is.
pub(super) fn find(
    address: &Address,
    wording: Option<&str>,
    locator: Option<&str>,
) -> Option<(String, Passage)> {
    if address.is_pdf() {
        let page = locator.and_then(page)?;
        // A fragment of the file is kept.
        return address.fragment.is_none().then(|| (format!("page={page}"), Passage::Page(page)));
    }
    let before = address.fragment.as_deref().unwrap_or_default();
    let wording = wording.filter(|_| !before.contains(":~:"))?;
    let text = directive(wording)?;
    Some((format!("{before}:~:text={text}"), Passage::Words(wording.to_owned())))
}

/// A wording as a text directive: the words themselves, or how they begin and end
/// (<https://wicg.github.io/scroll-to-text-fragment/#syntax>).
fn directive(wording: &str) -> Option<String> {
    // A character that was made visible is not in the page.
    if wording.contains("<U+") {
        return None;
    }
    let parts: Vec<&str> = wording.split(['…', '[', ']']).flat_map(|p| p.split("...")).collect();
    let mut parts = parts.into_iter().map(words).filter(|part| !part.is_empty());
    let first = parts.next()?;
    let last = parts.next_back();
    if last.is_none() && first.join(" ").chars().count() <= WHOLE {
        return Some(term(&first));
    }
    let start: Vec<&str> = first.iter().copied().take(ENOUGH).collect();
    let last = last.unwrap_or_else(|| first.iter().copied().skip(start.len()).collect());
    let end: Vec<&str> = last.iter().copied().skip(last.len().saturating_sub(ENOUGH)).collect();
    let end = if end.is_empty() { String::new() } else { format!(",{}", term(&end)) };
    Some(format!("{}{end}", term(&start)))
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// Words as a term of a directive, where `-`, `,` and `&` have a meaning.
fn term(words: &[&str]) -> String {
    let mut out = String::new();
    for byte in words.join(" ").bytes() {
        match byte {
            b'.' | b'_' | b'~' => out.push(char::from(byte)),
            byte if byte.is_ascii_alphanumeric() => out.push(char::from(byte)),
            byte => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

/// The first page in a locator: 41 in `Table 3, p. 41`, `pp. 41–43`, `page 41`.
fn page(locator: &str) -> Option<u32> {
    let locator = Locator::of(locator).filter(|it| it.unit == LocatorUnit::Page)?;
    u32::try_from(*locator.numbers.first()?.start()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn led(address: &str, wording: Option<&str>, locator: Option<&str>) -> String {
        Address::new(address).expect(address).at(wording, locator).0.to_string()
    }

    #[test]
    fn a_web_page_is_opened_at_the_words() {
        for (address, wording, led_to) in [
            (
                "https://a.example/x",
                "up to 70 percent",
                "https://a.example/x#:~:text=up%20to%2070%20percent",
            ),
            ("https://a.example", "70 %, or so", "https://a.example#:~:text=70%20%25%2C%20or%20so"),
            ("https://a.example/#sec", "two-thirds", "https://a.example/#sec:~:text=two%2Dthirds"),
            ("https://a.example/?q=1", "R&D", "https://a.example/?q=1#:~:text=R%26D"),
            ("https://a.example/#:~:text=x", "70", "https://a.example/#:~:text=x"),
            ("https://a.example/", "до 57%", "https://a.example/#:~:text=%D0%B4%D0%BE%2057%25"),
            (
                "https://a.example/",
                "up to … 70 percent",
                "https://a.example/#:~:text=up%20to,70%20percent",
            ),
            ("https://a.example/", "7<U+202E>0", "https://a.example/"),
            ("https://a.example/", " … ", "https://a.example/"),
        ] {
            assert_eq!(led(address, Some(wording), Some("p. 3")), led_to);
        }
        assert_eq!(led("https://a.example/", None, None), "https://a.example/");
    }

    #[test]
    fn of_a_long_wording_the_beginning_and_the_end_are_asked_for() {
        let wording = "one two three four five six seven eight nine ten eleven twelve thirteen \
                       fourteen fifteen";
        let led = led("https://a.example/", Some(wording), None);
        let expected = "#:~:text=one%20two%20three%20four,twelve%20thirteen%20fourteen%20fifteen";
        assert!(led.ends_with(expected), "{led}");
        let word = "x".repeat(100);
        let directive = directive(&word);
        assert_eq!(directive, Some(word));
    }

    #[test]
    fn a_pdf_is_opened_at_the_page() {
        for (locator, page) in [
            ("p. 41", "#page=41"),
            ("p.41", "#page=41"),
            ("page 41", "#page=41"),
            ("Pages 41 to 43", "#page=41"),
            ("pp. 41–43", "#page=41"),
            ("Table 3, p. 41", "#page=41"),
            ("стр. 41", "#page=41"),
            ("ch. 2 (p. 7), fig. 3", "#page=7"),
            ("p. 41, 2nd column", "#page=41"),
            ("¶21", ""),
            ("par. 3", ""),
            ("p. xii", ""),
            ("p. 0", ""),
            ("p. 1,234", ""),
            ("p. 41a", ""),
            ("p. 99999999999", ""),
            ("Table 3", ""),
            ("p", ""),
            ("", ""),
        ] {
            let address = "https://a.example/r.PDF?x=1";
            assert_eq!(led(address, Some("70"), Some(locator)), format!("{address}{page}"));
        }
        let named = "https://a.example/r.pdf#chapter2";
        assert_eq!(led(named, None, Some("p. 3")), named);
        assert_eq!(
            led("https://a.example/?f=r.pdf", None, Some("p. 3")),
            "https://a.example/?f=r.pdf"
        );
    }

    #[test]
    fn an_address_does_not_grow_beyond_what_can_be_looked_over() {
        let address = format!("https://a.example/{}", "a".repeat(super::super::LONGEST - 20));
        assert_eq!(led(&address, Some("up to 70 percent"), None), address);
    }
}
