use std::fmt::{self, Write};
use std::ops::Deref;

/// Text of the file, made harmless where it enters the program.
///
/// Control characters, escape sequences, bidirectional overrides and invisible characters would
/// let a file move the cursor, recolour the terminal, or show one figure and mean another. They are
/// kept as visible code points, `<U+202E>`, so that nothing is hidden and the terminal obeys
/// nothing. Line breaks and tabs become single spaces.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Text(Box<str>);

impl Text {
    /// Makes any text harmless.
    pub fn new(raw: &str) -> Self {
        if raw.bytes().all(|b| (b' '..=b'~').contains(&b)) {
            return Self(raw.into());
        }
        let mut out = String::with_capacity(raw.len());
        let mut before = None;
        let mut chars = raw.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '\n' | '\t' | '\r' => {
                    if !out.ends_with(' ') {
                        out.push(' ');
                    }
                }
                '\u{200c}' | '\u{200d}' if joins(before, chars.peek().copied()) => out.push(c),
                _ if is_hidden(c) => {
                    let _ = write!(out, "<U+{:04X}>", u32::from(c));
                }
                _ => out.push(c),
            }
            before = Some(c);
        }
        Self(out.trim_end_matches(' ').into())
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a joiner between two characters is part of the spelling, as in many scripts and emoji.
fn joins(before: Option<char>, after: Option<char>) -> bool {
    let written = |c: Option<char>| c.is_some_and(|c| !c.is_ascii() && !is_hidden(c));
    written(before) && written(after)
}

/// Characters that are invisible to a reader, but that a terminal or a text layout obeys.
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl From<&str> for Text {
    fn from(raw: &str) -> Self {
        Self::new(raw)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_obey_is_shown_instead() {
        for (raw, shown) in [
            ("plain", "plain"),
            ("\u{1b}[2Jgone", "<U+001B>[2Jgone"),
            ("7\u{202e}001", "7<U+202E>001"),
            ("a\u{200b}b", "a<U+200B>b"),
            ("c1 \u{9b}31m", "c1 <U+009B>31m"),
            ("two\nlines\tand more\n", "two lines and more"),
            ("tag\u{e0041}", "tag<U+E0041>"),
        ] {
            assert_eq!(Text::new(raw).as_str(), shown);
        }
    }

    #[test]
    fn spelling_is_left_alone() {
        for raw in ["Беларусь", "می\u{200c}خواهم", "👩\u{200d}🔬", "e\u{301}", "白俄罗斯"]
        {
            assert_eq!(Text::new(raw).as_str(), raw);
        }
        assert_eq!(Text::new("a\u{200d}b").as_str(), "a<U+200D>b");
    }
}
