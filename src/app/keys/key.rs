//! A key press, and how it is shown.

mod spelling;

use std::fmt;

pub use spelling::{KeyError, capital};

/// A key press, independent of how a terminal reports it. Shift is part of the character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// With Ctrl.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
}

/// Which key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "a key is named for what is printed on it")]
pub enum Code {
    Char(char),
    Enter,
    Esc,
    Tab,
    BackTab,
    Backspace,
    Delete,
    Insert,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    F(u8),
}

impl Key {
    /// A key without modifiers.
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false }
    }

    /// A character without modifiers.
    pub const fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }

    /// The character that a text field inserts for it.
    pub fn text(self) -> Option<char> {
        let text = match self {
            Self { code: Code::Char(c), ctrl: false, alt: false } => Some(c),
            _ => self.alt_gr(),
        };
        text.filter(|c| !c.is_control())
    }

    /// The character of a key that may have been pressed with `AltGr`. Windows reports `AltGr` as Ctrl
    /// and Alt together; a Latin letter or a digit is not what `AltGr` is for.
    pub(crate) fn alt_gr(self) -> Option<char> {
        match self {
            Self { code: Code::Char(c), ctrl: true, alt: true } => {
                Some(c).filter(|c| !c.is_ascii_alphanumeric())
            }
            _ => None,
        }
    }

    /// A character with Ctrl.
    pub const fn ctrl(c: char) -> Self {
        Self { code: Code::Char(c), ctrl: true, alt: false }
    }
}

impl fmt::Display for Key {
    /// The key as help and footer show it: `Ctrl-D`, `PgDn`, `↑`, `q`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("Ctrl-")?;
        }
        if self.alt {
            f.write_str("Alt-")?;
        }
        match (self.code, spelling::named(self.code)) {
            (_, Some(named)) => f.write_str(named.shown),
            // The letter after Ctrl is a capital, as on the key itself.
            (Code::Char(c), None) if self.ctrl => write!(f, "{}", c.to_ascii_uppercase()),
            (Code::Char(c), None) => write!(f, "{c}"),
            (Code::F(n), None) => write!(f, "F{n}"),
            (_, None) => Ok(()),
        }
    }
}

/// Keys as help and docs show them: `↓ j`.
pub fn key_list(keys: &[Key]) -> String {
    if keys.is_empty() {
        return "no key".to_owned();
    }
    keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}
