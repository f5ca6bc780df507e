//! Pieces of HTML.

use std::fmt::Write as _;

use crate::report::{Address, Report, Source, SourceIx};
pub(super) use crate::ui::picture::escaped;

/// The anchor of an item on the page. No two ids have the same one: what an id should not have becomes
/// its number.
pub(super) fn anchor(kind: &str, id: &str) -> String {
    let mut out = format!("{kind}-");
    for c in id.chars() {
        if c.is_ascii_alphanumeric() || c == '-' {
            out.push(c);
        } else {
            let _ = write!(out, "_{:x}_", u32::from(c));
        }
    }
    out
}

/// A link to an address; `None` where the address is not that of a web page.
pub(super) fn link(url: &str, text: &str) -> Option<String> {
    let address = Address::new(url).ok()?;
    Some(linked(&address, text))
}

fn linked(address: &Address, text: &str) -> String {
    format!("<a href=\"{}\">{}</a>", escaped(&address.to_string()), escaped(text))
}

/// A source with the place in it, as a link to the words there.
pub(super) fn source(
    report: &Report,
    ix: SourceIx,
    wording: Option<&str>,
    locator: Option<&str>,
) -> String {
    let Some(source) = report.source(ix) else { return String::new() };
    let name = source.citation();
    let mut out = match address_at(source, wording, locator) {
        Some(address) => linked(&address, &name),
        None => escaped(&name),
    };
    if let Some(place) = locator {
        let _ = write!(out, ", {}", escaped(place));
    }
    if let Some(kind) = source.kind {
        let _ = write!(out, " <span class=\"quiet\">({})</span>", kind.word());
    }
    out
}

/// A source in short, its publisher or else its title, for a cell of a table; the list of sources has the
/// rest.
pub(super) fn short_source(
    report: &Report,
    ix: SourceIx,
    wording: Option<&str>,
    locator: Option<&str>,
) -> String {
    let Some(source) = report.source(ix) else { return String::new() };
    let name = source.publisher.as_ref().unwrap_or(&source.title);
    let name = match address_at(source, wording, locator) {
        Some(address) => linked(&address, name),
        None => escaped(name),
    };
    let place = locator.map(|place| format!(", {}", escaped(place)));
    name + &place.unwrap_or_default()
}

/// The address of a source, pointed at a passage.
pub(super) fn address_at(
    source: &Source,
    wording: Option<&str>,
    locator: Option<&str>,
) -> Option<Address> {
    let address = Address::new(source.url.as_deref()?).ok()?;
    Some(address.at(wording, locator).0)
}

/// A paragraph, if there is a text.
pub(super) fn paragraph(class: &str, text: &str, out: &mut String) {
    if !text.is_empty() {
        let _ = writeln!(out, "<p class=\"{class}\">{}</p>", escaped(text));
    }
}

/// Labels with what belongs to them.
#[derive(Default)]
pub(super) struct Fields(Vec<(&'static str, String)>);

impl Fields {
    /// Adds a text, if there is one.
    pub(super) fn text(&mut self, label: &'static str, text: Option<impl AsRef<str>>) {
        self.html(label, text.map(|text| escaped(text.as_ref())));
    }

    /// Adds markup, if there is some.
    pub(super) fn html(&mut self, label: &'static str, html: Option<String>) {
        self.0.extend(html.filter(|html| !html.is_empty()).map(|html| (label, html)));
    }

    pub(super) fn write(&self, out: &mut String) {
        if self.0.is_empty() {
            return;
        }
        out.push_str("<dl>\n");
        for group in self.0.chunk_by(|(one, _), (other, _)| one == other) {
            let Some((label, _)) = group.first() else { continue };
            let _ = write!(out, "<div><dt>{label}</dt>");
            for (_, html) in group {
                let _ = write!(out, "<dd>{html}</dd>");
            }
            out.push_str("</div>\n");
        }
        out.push_str("</dl>\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_web_pages_become_links() {
        assert_eq!(
            link("https://a.example/?q=1&r=2", "<b>").as_deref(),
            Some("<a href=\"https://a.example/?q=1&amp;r=2\">&lt;b&gt;</a>")
        );
        for url in ["javascript:alert(1)", "data:text/html,x", "//a.example", "https://a\"b", ""] {
            assert_eq!(link(url, "x"), None, "{url}");
        }
    }

    #[test]
    fn an_anchor_has_plain_signs_alone_and_is_that_of_one_id() {
        assert_eq!(anchor("figure", "debt-to-russia"), "figure-debt-to-russia");
        let ids = ["a b", "a_b", "a\"b", "a_20_b", "ä"];
        let anchors = ids.map(|id| anchor("figure", id));
        let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        assert!(anchors.iter().all(|it| it.chars().all(is_plain)), "{anchors:?}");
        for (at, one) in anchors.iter().enumerate() {
            assert!(!anchors[at + 1..].contains(one), "{one}");
        }
    }
}
