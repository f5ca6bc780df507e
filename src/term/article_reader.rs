//! The threads that read and follow articles, one for each.

use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

use super::event::Event;
use super::{Files, panic};
use crate::app::document::ArticleName;
use crate::file::{FollowHandle, Timing, channel, follow};

/// The articles that are followed. One ends to be when its handle is dropped.
#[derive(Default)]
pub(super) struct ArticleReader(Vec<(ArticleName, FollowHandle)>);

impl ArticleReader {
    /// Follows these articles, and no others.
    pub(super) fn follow(
        &mut self,
        names: Vec<ArticleName>,
        files: &Files,
        events: &Sender<Event>,
    ) {
        self.0.retain(|(name, _)| names.contains(name));
        for name in names {
            if self.0.iter().any(|(known, _)| *known == name) {
                continue;
            }
            let (path, mode) = (place(&name, files), files.watch_mode);
            let (handle, wakes) = channel();
            let (sink, own) = (events.clone(), name.clone());
            let started = panic::spawn("article", events, move || {
                follow(
                    &path,
                    Vec::new,
                    None,
                    mode,
                    Timing::USUAL,
                    wakes,
                    |_| ((), true),
                    |found| {
                        let text = found.map(|(text, ())| text).map_err(|error| error.to_string());
                        sink.send(Event::Article { name: own.clone(), text }).is_ok()
                    },
                );
            });
            if started.is_ok() {
                self.0.push((name, handle));
            }
        }
    }
}

/// Where an article is: beside the report that names it, or where the user has typed.
pub(super) fn place(name: &ArticleName, files: &Files) -> PathBuf {
    let folder = files.path.as_deref().and_then(Path::parent).filter(|_| !name.is_typed);
    folder.map_or_else(|| PathBuf::from(&name.name), |folder| folder.join(&name.name))
}
