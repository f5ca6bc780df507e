//! Writes the file, and creates it.

use std::path::Path;
use std::sync::Arc;

use anyhow::Context;

use super::Runtime;
use crate::app::document::Unsaved;
use crate::file::{SaveCause, create, read, save};
use crate::report::Text;
use crate::term::Program;

impl<P: Program> Runtime<P> {
    pub(super) fn file(&self) -> anyhow::Result<&Path> {
        self.files.path.as_deref().context("there is no file to write to")
    }

    pub(super) fn save(&self, expected: &str, text: &str) -> Result<(), Unsaved> {
        let path = self.file().map_err(|error| Unsaved::Because(error.to_string()))?;
        save(path, expected, text, &mut |_| {}).map_err(|error| match error.cause {
            SaveCause::Changed => Unsaved::Changed(read(path).ok().map(Arc::from)),
            _ => Unsaved::Because(error.to_string()),
        })?;
        self.reader.handle.look();
        Ok(())
    }

    pub(super) fn create(&mut self, text: &str) -> Result<String, String> {
        let path = self.files.path.as_ref().unwrap_or(&self.files.to_create).clone();
        create(&path, text).map_err(|error| error.to_string())?;
        let name = Text::new(&path.to_string_lossy()).to_string();
        self.files.path = Some(path);
        self.reader.handle.tell_again();
        Ok(name)
    }
}
