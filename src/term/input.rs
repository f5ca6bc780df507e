//! The input thread: it reads the terminal, but only while it holds a token.
//!
//! The main loop gives a token after the effects of the last batch have run and its frame is drawn.
//! So a program that an effect starts has the terminal for itself. Keys that arrive faster than
//! frames wait in the terminal and come as one batch, which is drawn once.
//!
//! On Unix `terminal` reads bytes and `decoder` makes sense of them; on Windows `console` gets events
//! from crossterm. `burst` takes a text that arrives as keys for a paste.

use std::io;
use std::sync::mpsc::{self, Receiver, Sender, SyncSender};
use std::time::Duration;

use super::event::Event;
use super::panic;
use crate::app::Mouse;
use crate::app::keys::Key;

mod burst;
#[cfg(not(unix))]
mod console;
#[cfg(unix)]
mod decoder;
#[cfg(unix)]
mod terminal;

#[cfg(not(unix))]
use console::Source;
#[cfg(unix)]
pub(super) use decoder::AnswerFinder;
#[cfg(unix)]
use terminal::Source;

/// The most input in a batch, so that an endless stream of it cannot prevent drawing.
const MAX_BATCH: usize = 4096;

/// The most bytes of a paste that are kept; the others are dropped.
const MOST_PASTED: usize = 4 << 20;

/// How long the rest of a sequence may take. Some links deliver one in two parts a tenth of a
/// second apart; a longer wait would delay the key Esc, which is also the start of a sequence.
const REST: Duration = Duration::from_millis(120);

/// What the terminal has sent.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Input {
    /// A key, and the character that it has on a US keyboard if the terminal says so.
    Key(Key, Option<char>),
    /// Something was done with the mouse.
    Mouse(Mouse),
    /// Text between the marks of a paste.
    Paste(String),
    /// The answer of a terminal to the question for its attributes.
    #[cfg(unix)]
    Answer,
}

/// The main loop's side: permission to read one batch, which says whether the terminal was taken
/// over since the last one.
pub(super) struct Tokens(SyncSender<bool>);

impl Tokens {
    /// Lets the input thread read one batch.
    pub(super) fn give(&self, is_new: bool) {
        // Fails if the thread has a token already, or has ended and has reported that.
        let _ = self.0.try_send(is_new);
    }
}

/// Starts the input thread. It has no token yet.
///
/// # Errors
///
/// When there is no terminal to read from, or no thread can be started.
pub(super) fn start(events: &Sender<Event>) -> io::Result<Tokens> {
    let source = Source::open()?;
    let (sender, allowed) = mpsc::sync_channel(1);
    let sink = events.clone();
    panic::spawn("input", events, move || serve(source, &sink, &allowed))?;
    Ok(Tokens(sender))
}

fn serve(mut source: Source, events: &Sender<Event>, allowed: &Receiver<bool>) {
    while let Ok(is_new) = allowed.recv() {
        let Ok(batch) = source.batch(is_new) else {
            let _ = events.send(Event::TerminalGone);
            return;
        };
        if events.send(Event::Input(batch)).is_err() {
            return;
        }
    }
}
