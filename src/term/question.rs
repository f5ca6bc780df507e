//! The question that the terminal is asked whenever it is taken over.
//!
//! Its answer ends what the terminal has sent to other programs. An answer that comes after this
//! program has given the terminal away would be typed into the shell or the editor.

use std::fs::File;
use std::io::Read;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use super::input::AnswerFinder;
use super::lock::lock;
use super::tty;

/// Asks the terminal for its attributes (DA1), which nearly every terminal answers.
const QUESTION: &[u8] = b"\x1b[c";

/// How long to wait for the answer: a little more than the way over a slow link and back.
pub(super) const PATIENCE: Duration = Duration::from_millis(400);

/// How long to sleep at once while another thread may read the answer.
const SLICE: Duration = Duration::from_millis(10);

/// When the question was asked that is not answered yet.
static ASKED: Mutex<Option<Instant>> = Mutex::new(None);

/// The question, which is about to be written.
pub(super) fn ask() -> &'static [u8] {
    *lock(&ASKED) = Some(Instant::now());
    QUESTION
}

/// The answer has come.
pub(super) fn answered() {
    *lock(&ASKED) = None;
}

/// Waits for an answer that is on its way. Whatever else comes until then is dropped.
pub(super) fn settle() {
    let Ok(mut terminal) = tty::open().map(File::from) else { return };
    let (mut chunk, mut answer) = ([0; 256], AnswerFinder::default());
    loop {
        let Some(asked) = *lock(&ASKED) else { return };
        let now = Instant::now();
        if asked + PATIENCE <= now {
            return;
        }
        match tty::wait(&terminal, Some(now + SLICE)) {
            Ok(false) => {}
            Ok(true) => match terminal.read(&mut chunk) {
                Ok(count @ 1..) if !answer.finds(chunk.get(..count).unwrap_or_default()) => {}
                _ => return,
            },
            Err(_) => return,
        }
    }
}
