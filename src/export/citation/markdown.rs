//! A citation as a line of `CommonMark`, which GitHub and other dialects read alike.

use super::parts::Parts;

/// The figure with its label in bold, then the source, with the address as a link that can be read
/// on paper too.
pub(super) fn line(parts: &Parts<'_>) -> String {
    let figure = parts.figure.iter().map(|figure| format!(": {}", escaped(figure)));
    let circumstances = parts.circumstances.iter().map(|part| format!("; {}", escaped(part)));
    let limits: String = figure.chain(circumstances).collect();
    let title = |title: &str| format!("*{}*", escaped(title.trim()));
    let origin = parts.origin(escaped, title, |address| format!("<{address}>"));
    let line = format!("**{}**{limits}. {}", escaped(&parts.label), origin.join(", "));
    if line.ends_with('.') { line } else { format!("{line}.") }
}

/// The text with a backslash before everything that has a meaning in a dialect of Markdown:
/// emphasis, links, code, tables, HTML, formulas, footnotes and the beginnings of bare addresses.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let rest = text.get(at..).unwrap_or_default();
        let before = text.get(..at).unwrap_or_default();
        let is_sign = SIGNS.contains(c);
        let is_address = rest.starts_with("://") || (c == '.' && ends_with_www(before));
        if is_sign || is_address {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// The signs that mean something in Markdown.
const SIGNS: &str = r"\`*_[]<>#|~&$^@";

fn ends_with_www(text: &str) -> bool {
    text.get(text.len().saturating_sub(3)..).is_some_and(|end| end.eq_ignore_ascii_case("www"))
}
