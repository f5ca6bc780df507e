//! Spaces that are none for TOML, such as those that a word processor or a web page puts in.

use std::ops::Range;

use toml::de::DeTable;

use super::{Fix, fix};
use crate::report::is_hidden;

/// The first odd space of a part of the text, if nothing else is wrong with the part; `before` and
/// `after` make a statement of it.
pub(super) fn odd(text: &str, part: &Range<usize>, before: &str, after: &str) -> Option<Fix> {
    let own = text.get(part.clone())?;
    let is_odd = |c: char| !c.is_ascii() && (c.is_whitespace() || is_hidden(c));
    let places = outside(own).filter(|(_, c)| is_odd(*c));
    let mut plain = String::with_capacity(own.len());
    let (mut done, mut first) = (0, None);
    for (at, c) in places {
        plain.push_str(own.get(done..at)?);
        plain.push(' ');
        done = at + c.len_utf8();
        first = first.or(Some((at, c)));
    }
    let (at, c) = first?;
    plain.push_str(own.get(done..)?);
    DeTable::parse(&format!("{before}{plain}{after}")).ok()?;
    let start = part.start + at;
    let message = if c == '\u{a0}' {
        "a no-break space stands here".to_owned()
    } else {
        format!("an invisible character, U+{:04X}, stands here", u32::from(c))
    };
    let help = "put an ordinary space in its place; outside of quotes no other is allowed";
    Some(fix(start..start + c.len_utf8(), message, help))
}

/// The characters outside of quotes and comments.
fn outside(text: &str) -> impl Iterator<Item = (usize, char)> {
    let (mut quote, mut comment) = (None, false);
    text.char_indices().filter(move |(_, c)| {
        match (quote, *c) {
            (_, '\n') => (quote, comment) = (None, false),
            _ if comment => {}
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') => quote = Some(*c),
            (None, '#') => comment = true,
            _ => {}
        }
        quote.is_none() && !comment
    })
}
