//! The thread that reads the file: first the text that the program has found, then each new one.

use std::cell::RefCell;
use std::mem::take;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};

use anyhow::Context;

use super::copies::passages;
use super::event::Event;
use super::panic;
use crate::app::document::Snapshot;
use crate::file::{FollowHandle, ReadCause, Timing, Wakes, WatchMode, channel, copy_place, follow};
use crate::passage::Quoted;

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
    let mut quoted = Quoted::default();
    if let Some(text) = text.clone() {
        let mut version = parse(text);
        quoted = take(&mut version.loaded.quoted);
        if events.send(Event::Loaded(Box::new(version))).is_err() {
            return;
        }
    }
    let Ok(path) = path.recv() else { return };
    // Copies are read after the first frame. Later both are sent at once, so that no passage flickers.
    if let Some(text) = text.clone().filter(|_| !quoted.is_empty()) {
        let copies = Box::new(passages(&path, &quoted, &text));
        if events.send(Event::Copies(copies, text)).is_err() {
            return;
        }
    }
    let parse = |text: &Arc<str>| {
        let version = parse(Arc::clone(text));
        let is_sound = version.loaded.errors() == 0;
        (version, is_sound)
    };
    let quoted = RefCell::new(quoted);
    let copies = || quoted.borrow().names().filter_map(|name| copy_place(&path, name)).collect();
    follow(&path, copies, text, watch_mode, Timing::USUAL, wakes, parse, |found| match found {
        Ok((text, mut version)) => {
            let before = quoted.replace(take(&mut version.loaded.quoted));
            let quoted = quoted.borrow();
            let has_copies = !before.is_empty() || !quoted.is_empty();
            let copies = has_copies.then(|| Box::new(passages(&path, &quoted, &text)));
            let is_told = events.send(Event::Loaded(Box::new(version))).is_ok();
            is_told && copies.is_none_or(|it| events.send(Event::Copies(it, text)).is_ok())
        }
        Err(error) => {
            let gone = matches!(error.cause, ReadCause::Missing);
            events.send(Event::Lost { why: error.to_string(), gone }).is_ok()
        }
    });
}
