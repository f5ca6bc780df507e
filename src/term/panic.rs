//! A panic on any thread restores the terminal, prints its message there, and ends the process.

use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;
use std::sync::mpsc::Sender;
use std::{io, thread};

use super::event::Event;
use super::session;

/// Makes every panic restore the terminal before its message is printed.
///
/// The hook stays until the process ends. It does nothing while the terminal is not taken over.
pub(super) fn install() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let previous = take_hook();
        set_hook(Box::new(move |info| {
            session::restore();
            previous(info);
        }));
    });
}

/// Starts a thread whose panic reaches the main loop as [`Event::Panicked`].
///
/// Otherwise the program would go on without, say, its input thread, and take no key.
///
/// # Errors
///
/// When the system cannot start a thread.
pub(super) fn spawn(
    name: &str,
    events: &Sender<Event>,
    body: impl FnOnce() + Send + 'static,
) -> io::Result<()> {
    let events = events.clone();
    let guarded = move || {
        // After a panic nothing uses what the body may have left half done.
        if let Err(payload) = catch_unwind(AssertUnwindSafe(body)) {
            let _ = events.send(Event::Panicked(payload));
        }
    };
    thread::Builder::new().name(name.to_owned()).spawn(guarded).map(drop)
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::{Event, spawn};

    #[test]
    fn a_panic_of_a_thread_arrives_as_an_event() {
        let (events, received) = mpsc::channel();
        spawn("fails", &events, || panic!("as it should")).unwrap();
        let Ok(Event::Panicked(payload)) = received.recv() else { panic!("another event") };
        assert_eq!(payload.downcast_ref::<&str>(), Some(&"as it should"));
    }
}
