//! The thread that reads the file: first the text that the program has found, then each new one.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};

use anyhow::Context;

use super::event::Event;
use super::panic;
use crate::app::document::Snapshot;
use crate::file::{FollowHandle, ReadCause, Timing, Wakes, WatchMode, channel, follow};

/// The main loop's side of the thread.
pub(super) struct FileReader {
    /// Takes the path of the file to follow; none once it is followed.
    begin: Option<Sender<PathBuf>>,
    /// Asks for the file to be read.
    pub(super) handle: FollowHandle,
}

impl FileReader {
    /// Starts the thread. It parses `text`, if there is any, and then waits until it is told which
    /// file to follow: nothing is watched before the first frame is drawn.
    pub(super) fn start(
        events: &Sender<Event>,
        text: Option<Arc<str>>,
        watch_mode: WatchMode,
        parse: impl FnMut(Arc<str>) -> Snapshot + Send + 'static,
    ) -> anyhow::Result<Self> {
        let (begin, path) = mpsc::channel();
        let (handle, wakes) = channel();
        let sink = events.clone();
        panic::spawn("read", events, move || serve(text, watch_mode, parse, &path, wakes, &sink))
            .context("cannot start reading")?;
        Ok(Self { begin: Some(begin), handle })
    }

    /// Follows a file from now on. Only the first call has an effect.
    pub(super) fn follow(&mut self, path: &Path) {
        if let Some(begin) = self.begin.take() {
            // Fails only if the thread has ended, which has sent the reason.
            let _ = begin.send(path.to_owned());
        }
    }
}

fn serve(
    text: Option<Arc<str>>,
    watch_mode: WatchMode,
    mut parse: impl FnMut(Arc<str>) -> Snapshot,
    path: &Receiver<PathBuf>,
    wakes: Wakes,
    events: &Sender<Event>,
) {
    if let Some(text) = text.clone() {
        let version = parse(text);
        if events.send(Event::Loaded(Box::new(version))).is_err() {
            return;
        }
    }
    let Ok(path) = path.recv() else { return };
    let parse = |text: &Arc<str>| {
        let version = parse(Arc::clone(text));
        let is_sound = version.loaded.errors() == 0;
        (version, is_sound)
    };
    follow(&path, text, watch_mode, Timing::USUAL, wakes, parse, |found| {
        let event = match found {
            Ok((_, version)) => Event::Loaded(Box::new(version)),
            Err(error) => {
                let gone = matches!(error.cause, ReadCause::Missing);
                Event::Lost { why: error.to_string(), gone }
            }
        };
        events.send(event).is_ok()
    });
}
