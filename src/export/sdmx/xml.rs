//! XML, element by element.

use std::fmt::Write;

use crate::export::escape::xml;

/// A document that is being written.
pub(super) struct Xml {
    text: String,
    open: Vec<&'static str>,
}

impl Xml {
    pub(super) fn new() -> Self {
        Self { text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(), open: Vec::new() }
    }

    fn start(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.text.push_str(&"  ".repeat(self.open.len()));
        self.text.push('<');
        self.text.push_str(name);
        for (name, value) in attributes {
            // Writing into memory cannot fail.
            let _ = write!(self.text, " {name}=\"{}\"", xml(value));
        }
    }

    /// An element with others in it, which `inside` writes.
    pub(super) fn element(
        &mut self,
        name: &'static str,
        attributes: &[(&str, &str)],
        inside: impl FnOnce(&mut Self),
    ) {
        self.start(name, attributes);
        self.text.push_str(">\n");
        self.open.push(name);
        inside(self);
        self.open.pop();
        let _ = writeln!(self.text, "{}</{name}>", "  ".repeat(self.open.len()));
    }

    /// An element with a text in it.
    pub(super) fn text(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.start(name, attributes);
        let _ = writeln!(self.text, ">{}</{name}>", xml(text));
    }

    /// An element without content.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.start(name, attributes);
        self.text.push_str("/>\n");
    }

    pub(super) fn finish(self) -> String {
        self.text
    }
}
