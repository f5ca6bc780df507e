//! Reads HTML with `html5gum`, which splits it as browsers do.

use std::ops::Range;

use html5gum::{DefaultEmitter, Span, Token, Tokenizer};

use super::{Kind, Running};

/// Elements whose text is no running text. A number in `sup` is that of a footnote.
const SKIPPED: &[&[u8]] = &[
    b"button",
    b"code",
    b"head",
    b"kbd",
    b"math",
    b"nav",
    b"noscript",
    b"pre",
    b"samp",
    b"script",
    b"select",
    b"style",
    b"sup",
    b"svg",
    b"template",
    b"textarea",
];

/// Elements that stand within a line; all others end the paragraph.
const INLINE: &[&[u8]] = &[
    b"a", b"abbr", b"b", b"bdi", b"bdo", b"big", b"cite", b"data", b"del", b"dfn", b"em", b"font",
    b"i", b"img", b"ins", b"label", b"mark", b"q", b"s", b"small", b"span", b"strike", b"strong",
    b"sub", b"time", b"tt", b"u", b"var", b"wbr",
];

/// Reads a page that begins at `from` in its document.
pub(super) fn read(page: &str, from: usize, running: &mut Running) {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut state = State { running, page, from, skipped: None, breaks: 0 };
    for token in Tokenizer::new_with_emitter(page, emitter) {
        match token {
            Ok(Token::StartTag(tag)) if !tag.self_closing || &**tag.name == b"br" => {
                state.start(&tag.name, tag.span);
            }
            Ok(Token::EndTag(tag)) => state.end(&tag.name),
            Ok(Token::String(text)) => state.text(&text.value, text.span),
            Ok(_) => {}
            Err(never) => match never {},
        }
    }
}

/// The comments of a page that begins at `from` in its document.
pub(super) fn comments(page: &str, from: usize) -> Vec<Range<usize>> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let tokens = Tokenizer::new_with_emitter(page, emitter).flatten();
    let place = |token: Token<usize>| match token {
        Token::Comment(comment) => Some(from + comment.span.start..from + comment.span.end),
        _ => None,
    };
    tokens.filter_map(place).collect()
}

struct State<'a> {
    running: &'a mut Running,
    page: &'a str,
    from: usize,
    /// The element whose text does not count, and how many of its name are open.
    skipped: Option<(Vec<u8>, usize)>,
    /// How many line breaks stand together: two end a paragraph.
    breaks: usize,
}

impl State<'_> {
    fn start(&mut self, name: &[u8], span: Span<usize>) {
        match &mut self.skipped {
            Some((skipped, _)) if name == b"body" && skipped == b"head" => self.skipped = None,
            Some((skipped, open)) => {
                *open += usize::from(skipped == name);
                return;
            }
            None => {}
        }
        match name {
            _ if SKIPPED.contains(&name) => {
                if name == b"pre" {
                    self.running.end();
                }
                self.skipped = Some((name.to_vec(), 1));
            }
            b"br" => {
                self.breaks += 1;
                if self.breaks > 1 {
                    self.running.end();
                } else {
                    let tag = self.page.get(span.start..span.end).unwrap_or_default();
                    self.running.push(" ", tag, self.from + span.start);
                }
            }
            b"td" | b"th" => self.running.next_cell(self.from + span.start),
            b"tr" => self.running.begin(Kind::Row),
            b"li" | b"dt" | b"dd" => self.running.begin(Kind::Item),
            [b'h', b'1'..=b'6'] => self.running.begin(Kind::Heading),
            _ if INLINE.contains(&name) => {}
            _ => self.running.end(),
        }
    }

    fn end(&mut self, name: &[u8]) {
        if let Some((skipped, open)) = &mut self.skipped {
            if skipped == name {
                *open -= 1;
                if *open == 0 {
                    self.skipped = None;
                }
            }
            return;
        }
        if !INLINE.contains(&name) && !matches!(name, b"td" | b"th" | b"br") {
            self.running.end();
        }
    }

    fn text(&mut self, text: &[u8], span: Span<usize>) {
        if self.skipped.is_some() {
            return;
        }
        let text = String::from_utf8_lossy(text);
        if !text.trim().is_empty() {
            self.breaks = 0;
        }
        let raw = self.page.get(span.start..span.end).unwrap_or_default();
        let mut at = self.from + span.start;
        for (text, written) in references(&text, raw) {
            self.running.push(text, written, at);
            at += written.len();
        }
    }
}

/// Splits a text where the page writes it in another way, with a reference (`&amp;`) or with two
/// characters at the end of a line; each part as the page writes it.
///
/// Where the two cannot be told apart further, the rest is one part.
fn references<'a, 'b>(mut text: &'a str, mut raw: &'b str) -> Vec<(&'a str, &'b str)> {
    let mut parts = Vec::new();
    while !text.is_empty() && text != raw {
        let Some((same, there, written)) = apart(text, raw) else { break };
        let length = match written.as_bytes() {
            [b'&', name @ ..] => match name.iter().position(|byte| !is_of_reference(*byte)) {
                Some(end) if name.get(end) == Some(&b';') => end + 2,
                _ => 0,
            },
            [b'\r', b'\n', ..] => 2,
            [b'\r', ..] => 1,
            _ => 0,
        };
        let letter = there.chars().next().map_or(0, char::len_utf8);
        let (Some((letter, behind)), 1..) = (there.split_at_checked(letter), length) else { break };
        let Some((reference, rest)) = written.split_at_checked(length) else { break };
        let same_there = raw.get(..same.len()).unwrap_or_default();
        parts.extend([(same, same_there), (letter, reference)]);
        (text, raw) = (behind, rest);
    }
    parts.push((text, raw));
    parts.retain(|(text, _)| !text.is_empty());
    parts
}

/// Whether a byte may stand between `&` and `;`.
fn is_of_reference(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'#'
}

/// What both begin with, and the rest of each from the first difference on.
fn apart<'a, 'b>(text: &'a str, raw: &'b str) -> Option<(&'a str, &'a str, &'b str)> {
    let same = text
        .char_indices()
        .zip(raw.chars())
        .find(|((_, read), written)| read != written || matches!(written, '&' | '\r'))
        .map(|((at, _), _)| at)?;
    let (before, there) = text.split_at_checked(same)?;
    Some((before, there, raw.get(same..)?))
}
