use crate::app::{BINDINGS, Binding, Panel, Scope};

/// One line of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HelpLine {
    /// Where the keys below work.
    Heading(&'static str),
    /// Keys and what they do.
    Keys(String, &'static str),
    /// How a drawn example is to be read: which, and its words.
    Example(usize),
    /// An empty line.
    Blank,
}

/// How many examples of bars the help shows; the drawing side knows them.
pub const EXAMPLES: usize = 9;

/// The help: every line of the key table by its place, then how to read the bars.
pub fn help() -> Vec<HelpLine> {
    let mut lines = Vec::new();
    for (scope, title) in [
        (Scope::Everywhere, "EVERYWHERE"),
        (Scope::Panel(Panel::Table), "IN THE TABLE"),
        (Scope::Panel(Panel::Timeline), "IN THE TIMELINE"),
    ] {
        lines.push(HelpLine::Heading(title));
        let bindings = BINDINGS.iter().filter(|binding| binding.scope == scope);
        lines.extend(bindings.map(|b| HelpLine::Keys(keys(b), b.doc)));
        lines.push(HelpLine::Blank);
    }
    lines.push(HelpLine::Heading("HOW TO READ THE BARS"));
    lines.extend((0..EXAMPLES).map(HelpLine::Example));
    lines
}

/// The keys of a binding as help and docs show them: `↓ j`.
pub fn keys(binding: &Binding) -> String {
    binding
        .keys
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(" ")
}
