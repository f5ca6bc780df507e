//! The input thread: it reads the terminal, but only while it holds a token.
//!
//! The main loop gives a token after the effects of the last batch have run and its frame is drawn.
//! So a program that an effect starts has the terminal for itself. Keys that arrive faster than
//! frames wait in the terminal and come as one batch, which is drawn once.
//!
//! It needs crossterm's feature `use-dev-tty`. The default reader is edge-triggered (epoll, kqueue):
//! it does not read the part of a paste beyond 1,024 bytes until the next key, and it forgets a
//! resize that arrives together with a key.

use std::io;
use std::sync::mpsc::{self, Receiver, Sender, SyncSender};
use std::time::Duration;

use crossterm::event;

use super::event::Event;
use super::{panic, session};
use crate::app::Msg;
use crate::app::env::Size;

mod keys;
mod mouse;

/// The most events in a batch, so that an endless stream of input cannot prevent drawing.
const MAX_BATCH: usize = 4096;

/// How long to look for more input. It is nearly zero, but with zero crossterm does not return even
/// what it has parsed already.
const GLANCE: Duration = Duration::from_micros(20);

/// The main loop's side: permission to read one batch.
pub(super) struct Tokens(SyncSender<()>);

impl Tokens {
    /// Lets the input thread read one batch.
    pub(super) fn give(&self) {
        // Fails if the thread has a token already, or has ended and has reported that.
        let _ = self.0.try_send(());
    }
}

/// Starts the input thread with a first token. `known` is the size of the first frame.
///
/// # Errors
///
/// When no thread can be started.
pub(super) fn start(events: &Sender<Event>, known: Size) -> io::Result<Tokens> {
    let (sender, allowed) = mpsc::sync_channel(1);
    let tokens = Tokens(sender);
    tokens.give();
    let sink = events.clone();
    panic::spawn("input", events, move || serve(&sink, &allowed, known))?;
    Ok(tokens)
}

fn serve(events: &Sender<Event>, allowed: &Receiver<()>, known: Size) {
    let mut known = Some(known);
    while allowed.recv().is_ok() {
        let Ok(batch) = batch(&mut known) else {
            let _ = events.send(Event::TerminalGone);
            return;
        };
        if events.send(Event::Input(batch)).is_err() {
            return;
        }
    }
}

/// Waits for input and takes all that is there. The batch is never empty.
fn batch(known: &mut Option<Size>) -> io::Result<Vec<Msg>> {
    let mut batch = Vec::new();
    if let Some(known) = known.take() {
        // From the first poll on, crossterm listens for resizes. A resize before that, but after
        // `known` was read, is noticed only here.
        event::poll(GLANCE)?;
        let size = session::size();
        if size != known {
            batch.push(Msg::Resize(size));
            return Ok(batch);
        }
    }
    while batch.is_empty() {
        push(&mut batch, &event::read()?);
        while batch.len() < MAX_BATCH && event::poll(GLANCE)? {
            push(&mut batch, &event::read()?);
        }
    }
    Ok(batch)
}

fn push(batch: &mut Vec<Msg>, event: &event::Event) {
    match event {
        event::Event::Key(key) => {
            batch.extend(keys::translate(*key).map(|key| Msg::Key(key, None)));
        }
        event::Event::Mouse(mouse) => batch.extend(mouse::translate(*mouse).map(Msg::Mouse)),
        event::Event::Paste(text) => batch.push(Msg::Paste(text.clone())),
        event::Event::Resize(width, height) => {
            // Of successive resizes only the last one counts.
            if let Some(Msg::Resize(_)) = batch.last() {
                batch.pop();
            }
            batch.push(Msg::Resize(Size { width: *width, height: *height }));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::Event;

    use super::{Msg, Size, push};

    #[test]
    fn of_successive_resizes_the_last_one_is_kept() {
        let mut batch = Vec::new();
        push(&mut batch, &Event::Resize(10, 10));
        push(&mut batch, &Event::FocusGained);
        push(&mut batch, &Event::Resize(20, 5));
        let [Msg::Resize(size)] = batch.as_slice() else { panic!("{} messages", batch.len()) };
        assert_eq!(*size, Size { width: 20, height: 5 });
    }
}
