//! Takes characters that arrive together for a paste.
//!
//! A terminal without bracketed paste, and a program that types into a terminal, send a text as
//! keys. The dashboard would obey each letter. People do not type so fast, and a held key is one
//! character again and again.

use std::collections::HashSet;
use std::mem;

use super::{Input, MOST_PASTED};
use crate::app::Msg;
use crate::app::keys::{Code, Key};

/// The fewest characters of a burst.
const FEWEST: usize = 4;

/// The fewest different ones among them.
const KINDS: usize = 3;

/// Collects the characters of a burst until it is over.
#[derive(Debug, Default)]
pub(super) struct Burst(String);

impl Burst {
    /// Whether there is one, so that characters that follow soon belong to it.
    pub(super) fn is_open(&self) -> bool {
        !self.0.is_empty()
    }

    /// Turns all input that was waiting into messages. A burst at its end stays open.
    pub(super) fn sort(&mut self, inputs: Vec<Input>, out: &mut Vec<Msg>) {
        let mut run = Vec::new();
        for input in inputs {
            if let Input::Key(key, base) = input
                && let Some(c) = character(key)
            {
                run.push((c, key, base));
                continue;
            }
            self.end_run(&mut run, out);
            match input {
                Input::Paste(text) => {
                    self.close(out);
                    out.extend(Some(text).filter(|text| !text.is_empty()).map(Msg::Paste));
                }
                Input::Key(key, base) if !self.is_open() || key == Key::ctrl('c') => {
                    self.close(out);
                    out.push(Msg::Key(key, base));
                }
                Input::Mouse(mouse) if !self.is_open() => out.push(Msg::Mouse(mouse)),
                // In the middle of a text it is a part of the text, or no key at all.
                _ => {}
            }
        }
        self.end_run(&mut run, out);
    }

    /// Ends the burst, if there is one.
    pub(super) fn close(&mut self, out: &mut Vec<Msg>) {
        if self.is_open() {
            out.push(Msg::Paste(mem::take(&mut self.0)));
        }
    }

    /// Adds characters to the burst, or passes them on as keys if they are none.
    fn end_run(&mut self, run: &mut Vec<(char, Key, Option<char>)>, out: &mut Vec<Msg>) {
        let run = mem::take(run);
        let kinds: HashSet<_> = run.iter().map(|(c, ..)| *c).collect();
        // A line that is typed by hand does not end at the moment of its last character.
        let is_line = kinds.len() > 1 && kinds.contains(&'\n');
        let is_burst = self.is_open() || is_line || run.len() >= FEWEST && kinds.len() >= KINDS;
        if is_burst {
            let room = MOST_PASTED.saturating_sub(self.0.len());
            self.0.extend(run.into_iter().map(|(c, ..)| c).take(room));
        } else {
            out.extend(run.into_iter().map(|(_, key, base)| Msg::Key(key, base)));
        }
    }
}

/// What a key is in a text.
fn character(key: Key) -> Option<char> {
    match key {
        Key { alt: true, .. } => None,
        // A line break of a text that was typed by a program.
        Key { code: Code::Char('j'), ctrl: true, .. } => Some('\n'),
        Key { ctrl: true, .. } => None,
        Key { code: Code::Char(c), .. } => Some(c),
        Key { code: Code::Enter, .. } => Some('\n'),
        Key { code: Code::Tab, .. } => Some('\t'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What becomes of texts that arrive one after the other: keys as they are, pastes in brackets.
    fn sorted(reads: &[&str]) -> String {
        let (mut burst, mut out) = (Burst::default(), Vec::new());
        for read in reads {
            let key = |c| match c {
                '\n' => Key::plain(Code::Enter),
                '↓' => Key::plain(Code::Down),
                c => Key::char(c),
            };
            burst.sort(read.chars().map(|c| Input::Key(key(c), None)).collect(), &mut out);
        }
        burst.close(&mut out);
        let shown = |msg| match msg {
            Msg::Key(key, _) => key.to_string(),
            Msg::Paste(text) => format!("[{text}]"),
            other => format!("{other:?}"),
        };
        out.into_iter().map(shown).collect()
    }

    #[test]
    fn characters_that_arrive_together_are_a_paste_and_typed_ones_are_keys() {
        for (reads, wanted) in [
            (&["about 12 percent"][..], "[about 12 percent]"),
            (&["debt"], "[debt]"),
            (&["абвг"], "[абвг]"),
            (&["a\nb\n"], "[a\nb\n]"),
            (&["gj/"], "gj/"),
            (&["jjjjjjjj"], "jjjjjjjj"),
            (&["jkjkjkjk"], "jkjkjkjk"),
            (&["↓↓debt↓a"], "↓↓[debta]"),
            (&["a\n"], "[a\n]"),
            (&["aaa\n"], "[aaa\n]"),
            (&["\n\n\n"], "EnterEnterEnter"),
            (&["a", "\n"], "aEnter"),
            (&["d", "e", "b", "t"], "debt"),
            (&["quarterly re", "p", "ort"], "[quarterly report]"),
            (&["quarterly↓", "q"], "[quarterlyq]"),
            (&[""], ""),
        ] {
            assert_eq!(sorted(reads), wanted, "{reads:?}");
        }
    }
}
