//! The thread that reads the file: first what has been found already, then whatever it says later.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};

use anyhow::Context;

use super::event::Event;
use super::panic;
use crate::app::document::Snapshot;
use crate::file::{Handle, How, Nudges, ReadCause, ReadError, channel, follow};

/// The main loop's side of the thread.
pub(super) struct Reader {
    begin: Sender<PathBuf>,
    has_begun: bool,
    handle: Handle,
}

impl Reader {
    /// Starts the thread. It reads `text`, if there is any, and then waits until it is told which
    /// file to follow: nothing is watched before the first frame is drawn.
    pub(super) fn start(
        events: &Sender<Event>,
        text: Option<Arc<str>>,
        how: How,
        parse: impl FnMut(Arc<str>) -> Snapshot + Send + 'static,
    ) -> anyhow::Result<Self> {
        let (begin, when) = mpsc::channel();
        let (handle, nudges) = channel();
        let sink = events.clone();
        panic::spawn("read", events, move || serve(text, how, parse, &when, nudges, &sink))
            .context("cannot start reading")?;
        Ok(Self { begin, has_begun: false, handle })
    }

    /// Follows a file from now on; the first one that is named stays the one.
    pub(super) fn follow(&mut self, path: &Path) {
        if !self.has_begun {
            self.has_begun = true;
            // A thread that has ended has said why.
            let _ = self.begin.send(path.to_owned());
        }
    }

    /// Has the file read now.
    pub(super) fn look(&self) {
        self.handle.look();
    }

    /// Has the file read now and told whatever it says.
    pub(super) fn tell_again(&self) {
        self.handle.tell_again();
    }
}

fn serve(
    text: Option<Arc<str>>,
    how: How,
    mut parse: impl FnMut(Arc<str>) -> Snapshot,
    begun: &Receiver<PathBuf>,
    nudges: Nudges,
    events: &Sender<Event>,
) {
    if let Some(text) = text.clone() {
        let version = parse(text);
        if events.send(Event::Loaded(Box::new(version))).is_err() {
            return;
        }
    }
    let Ok(path) = begun.recv() else { return };
    let parse = |text: &Arc<str>| {
        let version = parse(Arc::clone(text));
        let is_sound = version.loaded.errors() == 0;
        (version, is_sound)
    };
    follow(&path, text, how, nudges, parse, |found| {
        let event = match found {
            Ok((_, version)) => Event::Loaded(Box::new(version)),
            Err(error) => lost(&error),
        };
        events.send(event).is_ok()
    });
}

fn lost(error: &ReadError) -> Event {
    Event::Lost { why: error.to_string(), gone: matches!(error.cause, ReadCause::Missing) }
}
