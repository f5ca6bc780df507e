//! Turns the bytes that a terminal sends into keys, mouse events and pastes.
//!
//! A terminal sends more than keys: answers to questions of this or of another program, reports of
//! its modes, its name. They have a grammar (ECMA-48, xterm's control sequences), so that what is
//! not understood can be dropped as a whole. No sequence is waited for without end: see
//! [`Decoder::patience`]. Ctrl-C always arrives.
//!
//! Libraries that decode keys wait forever for the end of what they do not know, or take strings
//! for keys. Those that decode what programs send (`vte`) have no Alt keys and no SS3.

use std::mem;
use std::time::Duration;

use super::{Input, MOST_PASTED, REST};
use crate::app::keys::{Code, Key};

mod mouse;
mod sequence;

use sequence::Sequence;

/// How long the rest of a paste may take.
const REST_OF_PASTE: Duration = Duration::from_millis(1500);

/// The most bytes of a string. Longer ones are no answers to anything that a terminal is asked.
const LONGEST_STRING: usize = 1 << 16;

/// The most parameter bytes of a sequence that can have a meaning.
const LONGEST_SEQUENCE: usize = 128;

/// What comes after the last byte of a bracketed paste.
const PASTE_END: &[u8] = b"\x1b[201~";

/// What may follow an Esc as the start of a sequence or a string.
const INTRODUCERS: &[u8] = b"[O]P_^X";

const CTRL_C: u8 = 0x03;
const BELL: u8 = 0x07;
const CANCEL: u8 = 0x18;
const SUBSTITUTE: u8 = 0x1a;
const ESC: u8 = 0x1b;

/// The decoder. It has no clock: its owner says when a wait is over.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    state: State,
    /// What was given up last. Its rest may come after all.
    late: State,
}

/// What has begun and is not complete.
#[derive(Debug, Default)]
enum State {
    #[default]
    Nothing,
    /// A character of several bytes, after Alt or not.
    Character { bytes: Vec<u8>, alt: bool },
    /// Esc, this many times: the key, Alt, or the start of a sequence.
    Escape(usize),
    /// CSI or SS3.
    Sequence(Sequence),
    /// The three bytes of a mouse event in the oldest format.
    OldMouse(Vec<u8>),
    /// A string (OSC, DCS, APC, PM or SOS): how long it is, whether a bell ends it, and whether its
    /// last byte is an Esc.
    String { length: usize, bell: bool, escape: bool },
    /// A bracketed paste.
    Paste(Vec<u8>),
}

impl Decoder {
    /// Decodes the bytes of one read.
    ///
    /// Where a read ends matters in two places. An Esc at its end is the key if the next read begins
    /// with an ordinary character: Alt and its key come in one. A Ctrl-C at its end is the key
    /// even inside a paste, whose end may never come.
    pub(super) fn feed(&mut self, read: &[u8], out: &mut Vec<Input>) {
        let Some(first) = read.first() else { return };
        if matches!(self.state, State::Escape(_)) && !INTRODUCERS.contains(first) {
            self.give_up(out);
        }
        let late = mem::take(&mut self.late);
        if late.has_rest(read) {
            self.state = late;
        }
        for (at, byte) in read.iter().enumerate() {
            let is_last = at + 1 == read.len();
            if *byte == CTRL_C && (is_last || !matches!(self.state, State::Paste(_))) {
                self.state = State::Nothing;
                out.push(Input::Key(Key::ctrl('c'), None));
            } else {
                self.state = take(mem::take(&mut self.state), *byte, out);
            }
        }
    }

    /// How long to wait for the rest of what has begun; `None` if nothing has.
    pub(super) fn patience(&self) -> Option<Duration> {
        match self.state {
            State::Nothing => None,
            State::Paste(_) => Some(REST_OF_PASTE),
            _ => Some(REST),
        }
    }

    /// Ends what has begun, because its rest does not come: an Esc is the key, a paste is what there
    /// is of it, anything else is dropped.
    pub(super) fn give_up(&mut self, out: &mut Vec<Input>) {
        match mem::take(&mut self.state) {
            State::Escape(times) => {
                escapes(times, out);
                self.late = State::Escape(1);
            }
            State::Paste(bytes) => out.push(pasted(&bytes)),
            other => self.late = other,
        }
    }
}

impl State {
    /// Whether a read is the rest of this, which was given up: it would be taken for keys. A single
    /// byte is a key that was typed.
    fn has_rest(&self, read: &[u8]) -> bool {
        let has_end = || read.contains(&BELL) || read.windows(2).any(|pair| pair == b"\x1b\\");
        let [first, _, ..] = read else { return false };
        match self {
            Self::Escape(_) => b"[O".contains(first) || INTRODUCERS.contains(first) && has_end(),
            Self::String { escape, .. } => *escape && *first == b'\\' || has_end(),
            Self::OldMouse(bytes) => bytes.len() + read.len() == 3,
            Self::Sequence(_) => {
                let last = read.iter().position(|byte| !(0x20..=0x3f).contains(byte));
                last.is_some_and(|at| at > 0 && matches!(read.get(at), Some(0x40..=0x7e)))
            }
            Self::Nothing | Self::Character { .. } | Self::Paste(_) => false,
        }
    }
}

/// Looks for the answer of a terminal to the question for its attributes, which may come in parts.
#[derive(Debug, Default)]
pub(in crate::term) struct AnswerFinder(Decoder);

impl AnswerFinder {
    /// Whether the answer ends in the bytes of this read.
    pub(in crate::term) fn finds(&mut self, read: &[u8]) -> bool {
        let mut inputs = Vec::new();
        self.0.feed(read, &mut inputs);
        inputs.contains(&Input::Answer)
    }
}

/// Takes a byte after what has begun, and returns what has begun then.
fn take(state: State, byte: u8, out: &mut Vec<Input>) -> State {
    match state {
        State::Nothing => start(byte, false, out),
        State::Character { bytes, alt } => character(bytes, alt, byte, out),
        State::Escape(times) => after_escape(times, byte, out),
        State::Sequence(sequence) => in_sequence(sequence, byte, out),
        State::OldMouse(bytes) => in_old_mouse(bytes, byte, out),
        State::String { escape: true, .. } if byte == b'\\' => State::Nothing,
        // It was not the end of the string but the start of something else.
        State::String { escape: true, .. } => after_escape(1, byte, out),
        State::String { length, bell, .. } => match byte {
            CANCEL | SUBSTITUTE => State::Nothing,
            BELL if bell => State::Nothing,
            _ if length >= LONGEST_STRING => State::Nothing,
            _ => State::String { length: length + 1, bell, escape: byte == ESC },
        },
        State::Paste(bytes) => in_paste(bytes, byte, out),
    }
}

/// Takes the first byte of something.
fn start(byte: u8, alt: bool, out: &mut Vec<Input>) -> State {
    let ctrl = |first: u8, c: u8| Key::ctrl(char::from(byte - first + c));
    let key = match byte {
        ESC => return State::Escape(1),
        0x80.. => return character(Vec::new(), alt, byte, out),
        b'\r' => Key::plain(Code::Enter),
        b'\t' => Key::plain(Code::Tab),
        0x7f => Key::plain(Code::Backspace),
        0x00 => Key::ctrl(' '),
        0x01..=0x1a => ctrl(0x01, b'a'),
        // As xterm has them: Ctrl-4 to Ctrl-7.
        0x1c..=0x1f => ctrl(0x1c, b'4'),
        _ => Key::char(char::from(byte)),
    };
    out.push(Input::Key(Key { alt, ..key }, None));
    State::Nothing
}

/// Takes a byte of a character in UTF-8. What is not UTF-8 is dropped.
fn character(mut bytes: Vec<u8>, alt: bool, byte: u8, out: &mut Vec<Input>) -> State {
    if byte < 0x80 {
        return start(byte, false, out);
    }
    bytes.push(byte);
    match str::from_utf8(&bytes) {
        Ok(text) => match text.chars().next() {
            // C1: the control characters that an Esc and an ASCII character stand for.
            Some(c @ '\u{80}'..='\u{9f}') => after_escape(1, c as u8 - 0x40, out),
            Some(c) => {
                out.push(Input::Key(Key { alt, ..Key::char(c) }, None));
                State::Nothing
            }
            None => State::Nothing,
        },
        Err(error) if error.error_len().is_none() => State::Character { bytes, alt },
        // The byte may begin another character.
        Err(_) if bytes.len() > 1 => character(Vec::new(), false, byte, out),
        // C1 in one byte: CSI and the strings.
        Err(_) if matches!(byte, 0x90 | 0x98 | 0x9b | 0x9d..=0x9f) => {
            after_escape(1, byte - 0x40, out)
        }
        Err(_) => State::Nothing,
    }
}

/// Takes a byte after an Esc or several.
fn after_escape(times: usize, byte: u8, out: &mut Vec<Input>) -> State {
    match byte {
        ESC => State::Escape(times.saturating_add(1)),
        b'[' | b'O' => {
            // Alt is an Esc in front of the sequence, on terminals that have no parameter for it.
            escapes(times.saturating_sub(2), out);
            State::Sequence(Sequence::new(byte == b'O', times > 1))
        }
        b']' | b'P' | b'_' | b'^' | b'X' => {
            escapes(times.saturating_sub(1), out);
            State::String { length: 0, bell: byte == b']', escape: false }
        }
        _ => {
            escapes(times.saturating_sub(1), out);
            start(byte, true, out)
        }
    }
}

/// At most a few: a stream of nothing else is no typing.
fn escapes(times: usize, out: &mut Vec<Input>) {
    const MOST: usize = 8;
    let key = Input::Key(Key::plain(Code::Esc), None);
    out.extend(std::iter::repeat_n(key, times.min(MOST)));
}

fn in_sequence(mut sequence: Sequence, byte: u8, out: &mut Vec<Input>) -> State {
    match byte {
        // The Linux console begins its function keys like this: `CSI [ A`.
        b'[' if sequence.is_bare() => sequence.push(byte),
        0x20..=0x3f => sequence.push(byte),
        b'M' if sequence.is_bare() => return State::OldMouse(Vec::new()),
        0x40..=0x7e if sequence.starts_paste(byte) => return State::Paste(Vec::new()),
        0x40..=0x7e => {
            out.extend(sequence.meaning(byte));
            return State::Nothing;
        }
        CANCEL | SUBSTITUTE => return State::Nothing,
        // It was no sequence.
        _ => return start(byte, false, out),
    }
    State::Sequence(sequence)
}

fn in_old_mouse(mut bytes: Vec<u8>, byte: u8, out: &mut Vec<Input>) -> State {
    if byte < 0x20 {
        return start(byte, false, out);
    }
    bytes.push(byte);
    let [button, x, y] = bytes[..] else { return State::OldMouse(bytes) };
    out.extend(mouse::old(button, x, y).map(Input::Mouse));
    State::Nothing
}

fn in_paste(mut bytes: Vec<u8>, byte: u8, out: &mut Vec<Input>) -> State {
    bytes.push(byte);
    if let Some(text) = bytes.strip_suffix(PASTE_END) {
        out.push(pasted(text));
        return State::Nothing;
    }
    // The end of what is kept goes on changing, so that the mark is found.
    if bytes.len() >= MOST_PASTED + PASTE_END.len() {
        bytes.remove(MOST_PASTED);
    }
    State::Paste(bytes)
}

fn pasted(bytes: &[u8]) -> Input {
    Input::Paste(String::from_utf8_lossy(bytes).into_owned())
}

#[cfg(test)]
mod tests;
