//! A citation as a line of `CommonMark`, which GitHub and other dialects read alike.

use super::parts::Parts;
use crate::export::escape::markdown as escaped;

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
