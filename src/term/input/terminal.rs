//! Input from a terminal on Unix, as bytes.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::time::Instant;

use super::burst::Burst;
use super::decoder::Decoder;
use super::{Input, MAX_BATCH, REST};
use crate::app::Msg;
use crate::app::keys::Key;
use crate::term::question::{self, PATIENCE};
use crate::term::tty::{self, wait};

/// The most bytes that are read at once: a terminal on Linux holds no more.
const CHUNK: usize = 4096;

/// The terminal, and what it has begun to send.
#[derive(Debug)]
pub(super) struct Source {
    terminal: File,
    decoder: Decoder,
    burst: Burst,
    /// When the last bytes were read.
    last: Instant,
    /// What has come since the terminal was taken over, and until when it is held back.
    held: Option<(Vec<Input>, Instant)>,
}

impl Source {
    /// # Errors
    ///
    /// When there is no terminal to read from.
    pub(super) fn open() -> io::Result<Self> {
        Ok(Self {
            terminal: tty::open()?.into(),
            decoder: Decoder::default(),
            burst: Burst::default(),
            last: Instant::now(),
            held: None,
        })
    }

    /// Waits for input and takes all that is there. The batch is never empty.
    ///
    /// `is_new` says that the terminal was just taken over. Then what comes before the answer to
    /// the [question] is dropped, except Ctrl-C. A terminal that does not answer in time is taken to
    /// have sent nothing but keys.
    ///
    /// # Errors
    ///
    /// When the terminal is gone.
    pub(super) fn batch(&mut self, is_new: bool) -> io::Result<Vec<Msg>> {
        if is_new {
            (self.decoder, self.burst) = (Decoder::default(), Burst::default());
            self.held = Some((Vec::new(), Instant::now() + PATIENCE));
        }
        let mut batch = Vec::new();
        while batch.is_empty() {
            let mut inputs = Vec::new();
            if wait(&self.terminal, self.due())? {
                self.read(&mut inputs)?;
            }
            let now = Instant::now();
            if self.decoder.patience().is_some_and(|patience| self.last + patience <= now) {
                self.decoder.give_up(&mut inputs);
            }
            let inputs = self.meant(inputs, now);
            self.burst.sort(inputs, &mut batch);
            if self.burst.is_open() && self.last + REST <= now {
                self.burst.close(&mut batch);
            }
        }
        Ok(batch)
    }

    /// When there is something to do without input.
    fn due(&self) -> Option<Instant> {
        let rest = self.decoder.patience().map(|patience| self.last + patience);
        let burst = self.burst.is_open().then(|| self.last + REST);
        let held = self.held.as_ref().map(|(_, until)| *until);
        [rest, burst, held].into_iter().flatten().min()
    }

    /// Reads all that is there, up to a limit.
    fn read(&mut self, inputs: &mut Vec<Input>) -> io::Result<()> {
        let mut chunk = [0; CHUNK];
        loop {
            match self.terminal.read(&mut chunk) {
                Ok(0) => return Err(ErrorKind::UnexpectedEof.into()),
                Ok(count) => self.decoder.feed(chunk.get(..count).unwrap_or_default(), inputs),
                // Another program has taken it, or a signal has come.
                Err(error)
                    if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::Interrupted) => {}
                Err(error) => return Err(error),
            }
            self.last = Instant::now();
            if inputs.len() >= MAX_BATCH || !wait(&self.terminal, Some(self.last))? {
                return Ok(());
            }
        }
    }

    /// What of the input was meant for this program.
    fn meant(&mut self, mut inputs: Vec<Input>, now: Instant) -> Vec<Input> {
        if inputs.contains(&Input::Answer) {
            question::answered();
        }
        let Some((held, until)) = &mut self.held else { return inputs };
        let answer = inputs.iter().position(|input| *input == Input::Answer);
        let after = answer.map(|at| inputs.split_off(at));
        held.append(&mut inputs);
        if after.is_none() && *until <= now {
            return self.held.take().map(|(held, _)| held).unwrap_or_default();
        }
        let mut meant = Vec::new();
        let interrupt = Input::Key(Key::ctrl('c'), None);
        if held.contains(&interrupt) {
            held.clear();
            meant.push(interrupt);
        }
        if let Some(after) = after {
            self.held = None;
            meant.extend(after);
        }
        meant
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_before_the_answer_is_dropped_except_ctrl_c() {
        // `?` is the answer, `^` Ctrl-C, `!` the end of the time for an answer.
        for (reads, meant) in [
            (&["ab?c", "d"][..], "cd"),
            (&["ab", "?", "c"], "c"),
            (&["a^b?c"], "^c"),
            (&["a^", "b?c"], "^c"),
            (&["ab", "c!", "d"], "abcd"),
            (&["ab"], ""),
        ] {
            let now = Instant::now();
            let mut source = Source {
                terminal: File::open("/dev/null").unwrap(),
                decoder: Decoder::default(),
                burst: Burst::default(),
                last: now,
                held: Some((Vec::new(), now + PATIENCE)),
            };
            let mut all = String::new();
            for read in reads {
                let now = if read.contains('!') { now + PATIENCE } else { now };
                let input = |c| match c {
                    '?' => Input::Answer,
                    '^' => Input::Key(Key::ctrl('c'), None),
                    c => Input::Key(Key::char(c), None),
                };
                let inputs = read.replace('!', "").chars().map(input).collect();
                all.extend(source.meant(inputs, now).into_iter().filter_map(|input| match input {
                    Input::Key(Key { ctrl: true, .. }, _) => Some("^".to_owned()),
                    Input::Key(key, _) => Some(key.to_string()),
                    _ => None,
                }));
            }
            assert_eq!(all, meant, "{reads:?}");
        }
    }
}
