//! Keys as users write them: `q`, `ctrl-c`, `shift-tab`, `pgdn`.

use std::fmt;
use std::str::FromStr;

use super::{Code, Key};
use crate::report::is_hidden;

/// A key with a name.
pub(super) struct Named {
    code: Code,
    /// As help and footer show it.
    pub(super) shown: &'static str,
    /// As users write it, the best known first.
    written: &'static [&'static str],
}

const fn key(code: Code, shown: &'static str, written: &'static [&'static str]) -> Named {
    Named { code, shown, written }
}

const NAMED: &[Named] = &[
    key(Code::Enter, "Enter", &["enter", "return"]),
    key(Code::Esc, "Esc", &["esc", "escape"]),
    key(Code::Tab, "Tab", &["tab"]),
    key(Code::BackTab, "Shift-Tab", &["shift-tab", "backtab"]),
    key(Code::Char(' '), "Space", &["space"]),
    key(Code::Up, "↑", &["up"]),
    key(Code::Down, "↓", &["down"]),
    key(Code::Left, "←", &["left"]),
    key(Code::Right, "→", &["right"]),
    key(Code::Home, "Home", &["home"]),
    key(Code::End, "End", &["end"]),
    key(Code::PageUp, "PgUp", &["pgup", "page-up", "pageup"]),
    key(Code::PageDown, "PgDn", &["pgdn", "page-down", "pagedown"]),
    key(Code::Backspace, "Backspace", &["backspace"]),
    key(Code::Delete, "Del", &["del", "delete"]),
    key(Code::Insert, "Ins", &["ins", "insert"]),
];

/// The number of function keys: no keyboard has more.
const FUNCTION_KEYS: u8 = 24;

/// The name of a key that has one.
pub(super) fn named(code: Code) -> Option<&'static Named> {
    NAMED.iter().find(|named| named.code == code)
}

/// Why a text is not the name of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyError {
    /// No key has this name.
    Unknown,
    /// A key with Shift that terminals send in the same way as without it.
    Shift,
    /// A key with Ctrl that terminals send in the same way as without it.
    Ctrl,
    /// A key for which terminals send the key of this name instead.
    Twin(&'static str),
}

impl fmt::Display for KeyError {
    /// What to write instead.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown => f.write_str(
                "write one character, such as \"q\" or \"?\", or a name, such as \"enter\", \
                 \"pgdn\", \"f1\", \"ctrl-x\" or \"alt-x\"",
            ),
            Self::Shift => f.write_str(
                "Shift is part of a character: write \"Q\" or \"?\"; of the other keys only \
                 \"shift-tab\" can be told from the key without it",
            ),
            Self::Ctrl => {
                f.write_str("terminals send Ctrl with letters, Space, the arrows and the like only")
            }
            Self::Twin(other) => {
                write!(f, "a terminal sends the same for both: write \"{other}\"")
            }
        }
    }
}

impl Key {
    /// Every name of a key, except function keys and characters.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMED.iter().flat_map(|named| named.written).copied()
    }

    /// The key as users write it in a file: `ctrl-d`, `pgdn`, `up`, `q`.
    pub fn written(self) -> String {
        let ctrl = if self.ctrl { "ctrl-" } else { "" };
        let alt = if self.alt { "alt-" } else { "" };
        let name = match (self.code, named(self.code)) {
            (_, Some(named)) => named.written.first().copied().unwrap_or_default().to_owned(),
            (Code::F(n), None) => format!("f{n}"),
            (Code::Char(c), None) => c.to_string(),
            (_, None) => String::new(),
        };
        format!("{ctrl}{alt}{name}")
    }
}

impl FromStr for Key {
    type Err = KeyError;

    /// Reads a key as users write it: names in any case, `-` or `+` after Ctrl, Alt and Shift. It
    /// also reads what [`Display`](fmt::Display) and [`Key::written`] give.
    ///
    /// # Errors
    /// If no key has this name, or if terminals never send it.
    fn from_str(raw: &str) -> Result<Self, KeyError> {
        let (mut ctrl, mut alt, mut shift) = (false, false, false);
        let mut rest = raw;
        while let Some((modifier, after)) = rest.split_once(['-', '+'])
            && !after.is_empty()
        {
            match modifier.to_ascii_lowercase().as_str() {
                "ctrl" => ctrl = true,
                "alt" => alt = true,
                "shift" => shift = true,
                _ => break,
            }
            rest = after;
        }
        let mut code = code(rest).ok_or(KeyError::Unknown)?;
        if shift {
            code = shifted(code, ctrl).ok_or(KeyError::Shift)?;
        }
        if ctrl {
            code = with_ctrl(code)?;
        }
        Ok(Self { code, ctrl, alt })
    }
}

fn code(word: &str) -> Option<Code> {
    let mut chars = word.chars();
    if let (Some(c), None) = (chars.next(), chars.next())
        && !NAMED.iter().any(|named| named.shown == word)
    {
        return (!is_hidden(c)).then_some(Code::Char(c));
    }
    let is_named = |named: &&Named| {
        [&named.shown].into_iter().chain(named.written).any(|name| name.eq_ignore_ascii_case(word))
    };
    let number = || {
        let digits = word.strip_prefix(['f', 'F'])?;
        let is_plain = digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0');
        let number = digits.parse().ok().filter(|n| is_plain && *n <= FUNCTION_KEYS)?;
        Some(Code::F(number))
    };
    NAMED.iter().find(is_named).map(|named| named.code).or_else(number)
}

fn shifted(code: Code, ctrl: bool) -> Option<Code> {
    match code {
        Code::Tab | Code::BackTab => Some(Code::BackTab),
        Code::Char(c) if c.is_alphabetic() && !ctrl => capital(c).map(Code::Char),
        _ => None,
    }
}

/// The capital of a letter, if it is one letter.
pub fn capital(c: char) -> Option<char> {
    let mut upper = c.to_uppercase();
    upper.next().filter(|_| upper.next().is_none())
}

/// A key with Ctrl.
///
/// # Errors
/// If terminals do not send it as a key of its own.
fn with_ctrl(code: Code) -> Result<Code, KeyError> {
    match code {
        Code::Char('i' | 'I') => Err(KeyError::Twin("tab")),
        Code::Char('m' | 'M') => Err(KeyError::Twin("enter")),
        Code::Char('[') => Err(KeyError::Twin("esc")),
        Code::Char(c) if c.is_ascii_alphabetic() => Ok(Code::Char(c.to_ascii_lowercase())),
        Code::Char(' ') => Ok(code),
        Code::Char(_) | Code::Enter | Code::Tab | Code::BackTab | Code::Esc | Code::Backspace => {
            Err(KeyError::Ctrl)
        }
        _ => Ok(code),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::app::keys::BINDINGS;
    use crate::app::text::TEXT_KEYS;

    fn read(text: &str) -> Result<Key, KeyError> {
        text.parse()
    }

    #[test]
    fn keys_are_read_as_people_write_them() {
        let plain = Key::plain;
        for (text, key) in [
            ("q", Key::char('q')),
            ("Q", Key::char('Q')),
            ("shift-q", Key::char('Q')),
            ("-", Key::char('-')),
            ("+", Key::char('+')),
            ("ё", Key::char('ё')),
            ("ctrl-c", Key::ctrl('c')),
            ("Ctrl-C", Key::ctrl('c')),
            ("CTRL+c", Key::ctrl('c')),
            ("alt-b", Key { code: Code::Char('b'), ctrl: false, alt: true }),
            ("alt--", Key { code: Code::Char('-'), ctrl: false, alt: true }),
            ("Alt-Ctrl-Left", Key { code: Code::Left, ctrl: true, alt: true }),
            ("enter", plain(Code::Enter)),
            ("Return", plain(Code::Enter)),
            ("ESC", plain(Code::Esc)),
            ("shift-tab", plain(Code::BackTab)),
            ("space", Key::char(' ')),
            ("up", plain(Code::Up)),
            ("↑", plain(Code::Up)),
            ("pgdn", plain(Code::PageDown)),
            ("page-down", plain(Code::PageDown)),
            ("f1", plain(Code::F(1))),
            ("F24", plain(Code::F(24))),
        ] {
            assert_eq!(read(text), Ok(key), "{text}");
        }
    }

    #[test]
    fn what_no_terminal_sends_is_no_key() {
        for (text, why) in [
            ("", KeyError::Unknown),
            ("qq", KeyError::Unknown),
            ("ctrl-", KeyError::Unknown),
            ("f0", KeyError::Unknown),
            ("f25", KeyError::Unknown),
            ("f01", KeyError::Unknown),
            ("\u{1b}", KeyError::Unknown),
            ("\u{202e}", KeyError::Unknown),
            ("cmd-q", KeyError::Unknown),
            ("shift-up", KeyError::Shift),
            ("ctrl-shift-q", KeyError::Shift),
            ("ctrl-i", KeyError::Twin("tab")),
            ("Ctrl-M", KeyError::Twin("enter")),
            ("ctrl-[", KeyError::Twin("esc")),
            ("ctrl-1", KeyError::Ctrl),
            ("ctrl-enter", KeyError::Ctrl),
        ] {
            assert_eq!(read(text), Err(why), "{text}");
        }
    }

    #[test]
    fn every_key_of_the_tables_can_be_written() {
        let typing = TEXT_KEYS.iter().flat_map(|entry| &entry.keys);
        for key in BINDINGS.iter().flat_map(|binding| &binding.keys).chain(typing) {
            if !(key.ctrl && key.code == Code::Backspace) {
                assert_eq!(read(&key.to_string()), Ok(*key));
                assert_eq!(read(&key.written()), Ok(*key));
            }
        }
    }

    proptest! {
        #[test]
        fn a_key_that_is_read_is_shown_and_written_as_itself(
            modifiers in "((ctrl|Alt|SHIFT)[-+]){0,3}",
            name in prop_oneof![
                any::<char>().prop_map(String::from),
                "[ -~]{0,9}",
                "[fF][0-9]{1,3}",
                proptest::sample::select(Key::names().collect::<Vec<_>>()).prop_map(str::to_owned),
            ],
        ) {
            if let Ok(key) = read(&format!("{modifiers}{name}")) {
                prop_assert_eq!(read(&key.to_string()), Ok(key));
                prop_assert_eq!(read(&key.written()), Ok(key));
            }
        }
    }
}
