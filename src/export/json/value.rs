//! JSON as it is written: keys in their order, numbers with the digits of the file.

use std::borrow::Cow;

/// A value of JSON.
pub(crate) enum Json<'r> {
    /// Nothing.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A number in decimal digits.
    Number(String),
    /// A text.
    Text(Cow<'r, str>),
    /// A list.
    List(Vec<Self>),
    /// A list whose items are made one after the other, so that a long one takes no room.
    Each(Box<dyn Iterator<Item = Self> + 'r>),
    /// Keys with their values.
    Object(Vec<(&'static str, Self)>),
}

impl<'r> Json<'r> {
    /// A text.
    pub(crate) fn text(text: impl Into<Cow<'r, str>>) -> Self {
        Self::Text(text.into())
    }

    /// A list of texts.
    pub(crate) fn texts<T: Into<Cow<'r, str>>>(texts: impl IntoIterator<Item = T>) -> Self {
        Self::List(texts.into_iter().map(Self::text).collect())
    }

    /// The text of a file, with a line break at its end.
    pub(crate) fn into_file(self) -> String {
        let mut out = String::new();
        self.write(&mut out, 0);
        out.push('\n');
        out
    }

    fn write(self, out: &mut String, depth: usize) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(is) => out.push_str(if is { "true" } else { "false" }),
            Self::Number(digits) => out.push_str(&digits),
            Self::Text(text) => write_text(&text, out),
            Self::List(list) => {
                // Short values stand side by side.
                let depth = list.iter().any(Self::is_long).then_some(depth);
                write_all(list.into_iter(), ['[', ']'], out, depth, Self::write);
            }
            Self::Each(list) => write_all(list, ['[', ']'], out, Some(depth), Self::write),
            Self::Object(keys) => {
                let write = |(key, value): (&str, Self), out: &mut String, depth| {
                    write_text(key, out);
                    out.push_str(": ");
                    value.write(out, depth);
                };
                write_all(keys.into_iter(), ['{', '}'], out, Some(depth), write);
            }
        }
    }

    fn is_long(&self) -> bool {
        matches!(self, Self::List(_) | Self::Each(_) | Self::Object(_))
    }
}

/// Writes items between brackets; each on a line if there is a depth.
fn write_all<T>(
    items: impl Iterator<Item = T>,
    [open, close]: [char; 2],
    out: &mut String,
    depth: Option<usize>,
    write: impl Fn(T, &mut String, usize),
) {
    let inner = depth.unwrap_or(0) + 1;
    out.push(open);
    let mut is_empty = true;
    for item in items {
        match (depth, is_empty) {
            (None, true) => {}
            (None, false) => out.push_str(", "),
            (Some(_), true) => new_line(out, inner),
            (Some(_), false) => {
                out.push(',');
                new_line(out, inner);
            }
        }
        is_empty = false;
        write(item, out, inner);
    }
    if let Some(depth) = depth.filter(|_| !is_empty) {
        new_line(out, depth);
    }
    out.push(close);
}

fn new_line(out: &mut String, depth: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n("  ", depth));
}

/// A text in quotation marks. YAML reads it in the same way.
pub(crate) fn write_text(text: &str, out: &mut String) {
    // A text can always be written.
    out.push_str(&serde_json::to_string(text).unwrap_or_default());
}
