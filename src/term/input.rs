//! The input thread: reads the terminal, but only while it holds a token.
//!
//! The main loop gives a token when the effects of the last batch have run and its frame is
//! drawn. So whatever the effect starts, it has the terminal to itself; and keys that arrive
//! faster than frames wait in the terminal and come as one batch, drawn once.
//!
//! It needs crossterm's feature `use-dev-tty`. The default reader waits for edges (epoll, kqueue)
//! and leaves a paste of more than 1,024 bytes lying until the next key, and it forgets a resize
//! that arrives together with a key.

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

/// The most events in a batch, so that an endless stream of input cannot hold up drawing.
const MOST: usize = 4096;

/// How long to look for more input: as good as not at all, but crossterm's reader does not look
/// even at what it has parsed already when it is given no time.
const GLANCE: Duration = Duration::from_micros(20);

/// The main loop's side: permission to read one batch.
pub(super) struct Tokens(SyncSender<()>);

impl Tokens {
    /// Lets the input thread read one batch.
    pub(super) fn give(&self) {
        // Full means that it may read already; closed, that it has reported its end.
        let _ = self.0.try_send(());
    }
}

/// Starts the input thread with a first token. `known` is the size the first frame will have.
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
        let event = match batch(&mut known) {
            Ok(batch) => Event::Input(batch),
            Err(_) => Event::Gone,
        };
        let over = matches!(event, Event::Gone);
        if events.send(event).is_err() || over {
            return;
        }
    }
}

/// Waits for input and takes all that is there: never an empty batch.
fn batch(known: &mut Option<Size>) -> io::Result<Vec<Msg>> {
    let mut batch = Vec::new();
    if let Some(known) = known.take() {
        // The first look makes crossterm listen for resizes. One that came earlier, after the
        // size had been asked for, is noticed here and nowhere else.
        event::poll(GLANCE)?;
        let size = session::size();
        if size != known {
            batch.push(Msg::Resize(size));
            return Ok(batch);
        }
    }
    while batch.is_empty() {
        push(&mut batch, &event::read()?);
        while batch.len() < MOST && event::poll(GLANCE)? {
            push(&mut batch, &event::read()?);
        }
    }
    Ok(batch)
}

fn push(batch: &mut Vec<Msg>, event: &event::Event) {
    match event {
        event::Event::Key(key) => batch.extend(keys::translate(*key).map(Msg::Key)),
        event::Event::Mouse(mouse) => batch.extend(mouse::translate(*mouse).map(Msg::Mouse)),
        event::Event::Paste(text) => batch.push(Msg::Paste(text.clone())),
        event::Event::Resize(width, height) => {
            // Of resizes in a row only the last is true still.
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
    fn resizes_in_a_row_become_the_last_one() {
        let mut batch = Vec::new();
        push(&mut batch, &Event::Resize(10, 10));
        push(&mut batch, &Event::FocusGained);
        push(&mut batch, &Event::Resize(20, 5));
        let [Msg::Resize(size)] = batch.as_slice() else { panic!("{} messages", batch.len()) };
        assert_eq!(*size, Size { width: 20, height: 5 });
    }
}
