//! Lines that begin an item or a part of one.

use super::is_bare_key;

/// The tables in an indicator that have headings of their own.
const INNER: [&str; 3] = ["series", "rival", "poll"];

/// The words that headings begin with, here and in the configuration.
const WORDS: [&str; 6] = ["report", "source", "group", "indicator", "event", "keys"];

/// Whether a line is a heading that no list could contain.
pub(super) fn is_whole_heading(content: &str) -> bool {
    let Some((name, after)) = content.trim_start_matches('[').split_once(']') else { return false };
    let name = name.trim();
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_. \"'".contains(c))
        && !matches!(name, "true" | "false" | "inf" | "nan");
    let after = after.trim_start_matches(']').trim_start();
    content.starts_with('[') && is_name && (after.is_empty() || after.starts_with('#'))
}

/// The heading in a line that should begin with `[`, from its name on.
pub(super) fn without_brackets(line: &str) -> Option<&str> {
    // A "#" among the opening brackets is a slip, one behind them begins a comment.
    let is_bracket = |before: &str| !before.is_empty() && before.bytes().all(|b| b == b'[');
    let line = match line.split_once('#') {
        Some((before, after)) if is_bracket(before) => after,
        _ => line,
    };
    let line = line.split('#').next()?.trim_end();
    if !line.ends_with(']') || line.find('[').is_some_and(|at| at > 2) {
        return None;
    }
    let inner = line.rsplit('[').next()?;
    let begins = |name: &&str| {
        let after = WORDS.iter().find_map(|word| name.strip_prefix(word));
        after.is_some_and(|after| after.trim_start().starts_with(['.', ']']))
    };
    (0..=2).filter_map(|at| inner.get(at..)).find(begins)
}

/// The name of a heading in a line that has something else than square brackets around it:
/// `((indicator))`, `[[“indicator”]]`, `source.bank`.
pub(super) fn in_other_brackets(line: &str) -> Option<&str> {
    let line = line.split('#').next()?.trim();
    let is_mark = |c: char| c.is_whitespace() || "()[]{}\"'`“”„‘’«»".contains(c);
    let name = line.trim_matches(is_mark);
    let mut parts = name.split('.');
    let is_known = match (parts.next()?, parts.next(), parts.next()) {
        ("source", Some(key), None) => is_bare_key(key),
        ("indicator", Some(part), None) => INNER.contains(&part),
        ("report" | "group" | "indicator" | "event", None, _) => true,
        _ => false,
    };
    let is_bare = line == name;
    let is_other = line.starts_with(['(', '[', '{']) && line.ends_with([')', ']', '}']);
    let in_square = line.trim_matches(['[', ']', ' ', '\t']) == name;
    (is_known && (is_bare || is_other && !in_square)).then_some(name)
}

/// A line that begins with `[`, or has lost that.
#[derive(Clone, Copy, Debug)]
pub(super) struct Heading<'t> {
    /// How many brackets it begins with.
    pub(super) brackets: usize,
    /// What stands in the brackets; the closing ones may be missing.
    pub(super) name: &'t str,
    pub(super) is_whole: bool,
}

impl<'t> Heading<'t> {
    pub(super) fn read(line: &'t str) -> Self {
        let line = line.trim_start();
        let mut inner = line.trim_start_matches('[');
        let brackets = line.len() - inner.len();
        let is_whole = is_whole_heading(line);
        if !is_whole && !WORDS.iter().any(|word| inner.starts_with(word)) {
            inner = without_brackets(line).or_else(|| in_other_brackets(line)).unwrap_or(inner);
        }
        let name = inner.split(']').next().unwrap_or("").trim();
        Self { brackets, name, is_whole }
    }

    /// The parts of the name, without quotes.
    pub(super) fn parts(&self) -> impl Iterator<Item = &'t str> + use<'t> {
        let parts = self.name.split('.').map(|part| part.trim().trim_matches(['"', '\'']));
        parts.filter(|part| !part.is_empty())
    }

    /// The first part of the name; empty where it is none that headings begin with.
    pub(super) fn kind(&self) -> &'t str {
        if WORDS.contains(&self.word()) { self.word() } else { "" }
    }

    /// The first part of the name.
    pub(super) fn word(&self) -> &'t str {
        self.parts().next().unwrap_or("")
    }

    /// Whether it begins an item, and not a part of the item above it.
    pub(super) fn begins_block(&self) -> bool {
        match (self.word(), self.parts().count()) {
            ("report" | "group" | "indicator" | "event", parts) => {
                parts == 1 && (self.is_whole || !self.name.ends_with('.'))
            }
            ("source", parts) => parts <= 2,
            (word, parts) => {
                let last = self.parts().last().unwrap_or("");
                let is_part = |inner: &&str| *inner == last || parts == 1 && word.ends_with(*inner);
                !INNER.iter().any(is_part)
                    && self.name.starts_with(|c: char| c.is_ascii_alphabetic())
            }
        }
    }

    /// Whether it needs two brackets on each side, because there may be several.
    pub(super) fn is_repeated(&self) -> bool {
        let mut parts = self.parts();
        matches!(
            (parts.next(), parts.next(), parts.next()),
            (Some("group" | "indicator" | "event"), None, _)
                | (Some("indicator"), Some("series" | "rival"), None)
        )
    }

    /// How it is written with the right brackets.
    pub(super) fn mended(&self) -> String {
        let is_name = |b: &u8| b.is_ascii_alphanumeric() || b"._-".contains(b);
        let len = self.name.bytes().take_while(is_name).count();
        let name = self.name.get(..len).unwrap_or("");
        if (Self { name, ..*self }).is_repeated() {
            format!("[[{name}]]")
        } else {
            format!("[{name}]")
        }
    }
}
