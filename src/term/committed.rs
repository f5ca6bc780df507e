//! Reads what the last commit has of the file, on a thread of its own: git may take its time.

use std::sync::mpsc::Sender;

use super::event::Event;
use super::{Files, panic};
use crate::app::Msg;
use crate::app::document::Committed;
use crate::file::Git;
use crate::report::Day;

/// Reads the last commit of the file; the answer is [`Msg::Committed`].
pub(super) fn read(files: &Files, as_of: Day, events: &Sender<Event>) {
    let Some(path) = files.path.clone() else { return };
    let answer = |result| Event::Answer(Msg::Committed(result));
    let sink = events.clone();
    let work = move || {
        let committed = Git::of(&path).last_commit().map(|(commit, text)| {
            let name = format!("{} of {}: {}", commit.hash, commit.day, commit.subject);
            Box::new(Committed::new(name, &text, as_of))
        });
        // Fails only if the main loop has ended.
        let _ = sink.send(answer(committed.map_err(|error| error.to_string())));
    };
    if let Err(error) = panic::spawn("git", events, work) {
        let _ = events.send(answer(Err(format!("git cannot be started: {error}"))));
    }
}
