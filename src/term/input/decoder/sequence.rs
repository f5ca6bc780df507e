//! Sequences of CSI or SS3, most of which are keys.
//!
//! Keys come in the forms of xterm, the VT220, the Linux console, xterm's `modifyOtherKeys`, and the
//! kitty keyboard protocol: another program may have left the keyboard in any of these modes.

use super::{LONGEST_SEQUENCE, mouse};
use crate::app::keys::{Code, Key, capital, us_shifted};
use crate::term::input::Input;

/// The bits of modifiers, after 1 is subtracted.
const SHIFT: u32 = 1;
const ALT: u32 = 2;
const CTRL: u32 = 4;
/// Super, Hyper and Meta: keys of the window manager.
const OTHERS: u32 = 8 | 16 | 32;
const CAPS_LOCK: u32 = 64;

/// What kitty calls an event type: the end of a key press.
const RELEASED: u32 = 3;

/// A sequence up to its last byte, which is not there yet.
#[derive(Debug)]
pub(super) struct Sequence {
    /// SS3 instead of CSI.
    ss3: bool,
    /// After an Esc more than it needs, which stands for Alt.
    alt: bool,
    bytes: Vec<u8>,
}

impl Sequence {
    pub(super) fn new(ss3: bool, alt: bool) -> Self {
        Self { ss3, alt, bytes: Vec::new() }
    }

    /// Whether it is CSI and nothing more.
    pub(super) fn is_bare(&self) -> bool {
        !self.ss3 && self.bytes.is_empty()
    }

    /// Adds a byte. Those that would make it too long to have a meaning are dropped.
    pub(super) fn push(&mut self, byte: u8) {
        if self.bytes.len() <= LONGEST_SEQUENCE {
            self.bytes.push(byte);
        }
    }

    /// Whether it begins a bracketed paste with this last byte.
    pub(super) fn starts_paste(&self, last: u8) -> bool {
        !self.ss3 && self.bytes == b"200" && last == b'~'
    }

    /// What it means with this last byte. `None` for what is not understood, which is most of what
    /// terminals answer.
    pub(super) fn meaning(&self, last: u8) -> Option<Input> {
        if self.bytes.len() > LONGEST_SEQUENCE {
            return None;
        }
        match self.bytes.as_slice() {
            [b'[', rest @ ..] => {
                // The Linux console: F1 to F5.
                let number = rest.is_empty().then(|| last.wrapping_sub(b'@'))?;
                let code = (1..=5).contains(&number).then_some(Code::F(number))?;
                self.key(code, 0, None)
            }
            [b'?', ..] => (last == b'c').then_some(Input::Answer),
            [b'<', rest @ ..] => {
                let numbers = Numbers::new(rest)?;
                let number = |at| numbers.get(at, 0);
                let released = last == b'm';
                let known = released || last == b'M';
                let event = mouse::wide(number(0)?, number(1)?, number(2)?, released);
                event.filter(|_| known).map(Input::Mouse)
            }
            rest => self.named(&Numbers::new(rest)?, last),
        }
    }

    /// A key whose sequence says which it is.
    fn named(&self, numbers: &Numbers, last: u8) -> Option<Input> {
        let first = numbers.get(0, 0);
        let modifiers = numbers.modifiers()?;
        let code = match last {
            b'u' if !self.ss3 => return self.of_kitty(numbers, modifiers),
            b'~' if first == Some(27) => {
                return self.key(character(numbers.get(2, 0)?)?, modifiers, None);
            }
            b'~' => numbered(first?)?,
            // With numbers it is the position of the cursor.
            b'R' if first.is_some() => return None,
            _ if first.is_some_and(|first| first != 1) => return None,
            _ => lettered(last).or_else(|| self.ss3.then(|| of_keypad(last))?)?,
        };
        self.key(code, modifiers, None)
    }

    /// The kitty protocol: `CSI code:shifted:base ; modifiers:event ; text u`.
    fn of_kitty(&self, numbers: &Numbers, modifiers: u32) -> Option<Input> {
        let number = numbers.get(0, 0)?;
        let code = if let Some(code) = functional(number) { code } else { character(number)? };
        let has = |bits| modifiers & bits != 0;
        let Code::Char(plain) = code else { return self.key(code, modifiers, None) };
        let given = |at, sub| numbers.get(at, sub).and_then(char::from_u32);
        let base = given(0, 2).filter(|c| !c.is_control());
        let shifted = || match given(0, 1) {
            Some(c) if has(SHIFT) => c,
            _ if has(SHIFT) != has(CAPS_LOCK) => capital(plain).unwrap_or(plain),
            _ => plain,
        };
        let text = given(2, 0).filter(|_| !has(CTRL | ALT));
        let c = text.unwrap_or_else(shifted);
        let base = base.map(|base| if has(SHIFT) { us_shifted(base) } else { base });
        (!c.is_control()).then(|| self.key(Code::Char(c), modifiers, base))?
    }

    fn key(&self, code: Code, modifiers: u32, base: Option<char>) -> Option<Input> {
        if modifiers & OTHERS != 0 {
            return None;
        }
        let ctrl = modifiers & CTRL != 0;
        let code = match code {
            Code::Tab if modifiers & SHIFT != 0 => Code::BackTab,
            // Ctrl has one letter in the older forms, whether with Shift or not.
            Code::Char(c) if ctrl => Code::Char(c.to_ascii_lowercase()),
            other => other,
        };
        Some(Input::Key(Key { code, ctrl, alt: self.alt || modifiers & ALT != 0 }, base))
    }
}

/// The numbers of a sequence: parameters, each with its sub-parameters.
struct Numbers(Vec<Vec<Option<u32>>>);

impl Numbers {
    /// `None` if there is anything else.
    fn new(bytes: &[u8]) -> Option<Self> {
        let text = str::from_utf8(bytes).ok()?;
        let number = |text: &str| match text {
            "" => Some(None),
            _ if text.bytes().all(|byte| byte.is_ascii_digit()) => text.parse().ok().map(Some),
            _ => None,
        };
        let parameter = |text: &str| text.split(':').map(number).collect();
        text.split(';').map(parameter).collect::<Option<_>>().map(Self)
    }

    /// A sub-parameter of a parameter, both counted from 0.
    fn get(&self, parameter: usize, sub: usize) -> Option<u32> {
        self.0.get(parameter)?.get(sub).copied().flatten()
    }

    /// The bits of the second parameter. `None` if the key was released.
    fn modifiers(&self) -> Option<u32> {
        let pressed = self.get(1, 1) != Some(RELEASED);
        pressed.then(|| self.get(1, 0).unwrap_or(1).saturating_sub(1))
    }
}

/// The key of a character.
fn character(number: u32) -> Option<Code> {
    Some(match number {
        8 | 127 => Code::Backspace,
        9 => Code::Tab,
        13 => Code::Enter,
        27 => Code::Esc,
        // Where kitty has keys without a character.
        0xe000..=0xf8ff => return None,
        other => Code::Char(char::from_u32(other).filter(|c| !c.is_control())?),
    })
}

/// The key of a sequence that ends with `~` (VT220).
fn numbered(number: u32) -> Option<Code> {
    Some(match number {
        1 | 7 => Code::Home,
        2 => Code::Insert,
        3 => Code::Delete,
        4 | 8 => Code::End,
        5 => Code::PageUp,
        6 => Code::PageDown,
        11..=15 => Code::F(small(number - 10)?),
        17..=21 => Code::F(small(number - 11)?),
        23..=26 => Code::F(small(number - 12)?),
        28 | 29 => Code::F(small(number - 13)?),
        31..=34 => Code::F(small(number - 14)?),
        _ => return None,
    })
}

/// The key of a sequence that ends with a letter (VT100).
fn lettered(letter: u8) -> Option<Code> {
    Some(match letter {
        b'A' => Code::Up,
        b'B' => Code::Down,
        b'C' => Code::Right,
        b'D' => Code::Left,
        b'F' => Code::End,
        b'H' => Code::Home,
        b'P'..=b'S' => Code::F(letter - b'P' + 1),
        b'Z' => Code::BackTab,
        _ => return None,
    })
}

/// The key of the VT100's keypad in application mode.
fn of_keypad(letter: u8) -> Option<Code> {
    Some(match letter {
        b'I' => Code::Tab,
        b'M' => Code::Enter,
        b'X' => Code::Char('='),
        // The letters stand for the characters from `*` to `9`, in that order.
        b'j'..=b'y' => Code::Char(char::from(letter - b'j' + b'*')),
        _ => return None,
    })
}

/// The keys that only the kitty protocol numbers: those of the keypad, and F13 to F35.
fn functional(number: u32) -> Option<Code> {
    let among = |keys: &str, first: u32| keys.chars().nth((number - first) as usize);
    Some(match number {
        57_376..=57_398 => Code::F(small(number - 57_363)?),
        57_399..=57_413 => Code::Char(among("0123456789./*-+", 57_399)?),
        57_414 => Code::Enter,
        57_415 | 57_416 => Code::Char(among("=,", 57_415)?),
        57_417 => Code::Left,
        57_418 => Code::Right,
        57_419 => Code::Up,
        57_420 => Code::Down,
        57_421 => Code::PageUp,
        57_422 => Code::PageDown,
        57_423 => Code::Home,
        57_424 => Code::End,
        57_425 => Code::Insert,
        57_426 => Code::Delete,
        _ => return None,
    })
}

fn small(number: u32) -> Option<u8> {
    u8::try_from(number).ok()
}
