//! The lines of news above the line of keys, and the keys that they name.

use crate::app::document::{FileStatus, NewsLine, Notice, Tone};
use crate::app::keys::{Action, with_keys};
use crate::app::model::Model;
use crate::diagnostic::Severity;
use crate::report::counted;

impl Model {
    /// The lines of news, the most important first.
    pub fn news_lines(&self) -> Vec<NewsLine> {
        let stale = self.stale().map(|notice| NewsLine { tone: Tone::Stale, notice });
        stale.into_iter().chain(self.news.lines().cloned()).collect()
    }

    /// The number of [`Self::news_lines`], without writing them.
    pub(crate) fn banner_height(&self) -> usize {
        let stale = self.doc.status.since().is_some() || self.doc.faults > 0;
        usize::from(stale) + self.news.lines().count()
    }

    /// Says that what is shown is not what the file says; `None` if it is.
    fn stale(&self) -> Option<Notice> {
        let doc = &self.doc;
        let broken = doc.status.since().unwrap_or(doc.read_at);
        let since = broken.words(doc.read_at);
        let shown = doc.read_at.words(broken);
        let stale = |why: &str| format!("NOT WHAT THE FILE SAYS: {why}; shown as read at {shown}");
        let short = |is: &str| format!("file {is} since {since}, shown as of {shown}");
        let key = |action, does: &str| self.with_key(action, |key| format!("{key} {does}"));
        let keys = [key(Action::Diagnostics, "shows"), key(Action::OpenEditor, "fixes")];
        let with_both = |is: &str| with_keys(is, " · ", &keys, ", ");
        let with = |is: &str, action, does| with_keys(is, " · ", &[key(action, does)], "");
        Some(match &doc.status {
            FileStatus::Current if doc.faults > 0 => {
                let faults = counted(doc.faults, "fault");
                Notice::new(
                    with_both(&format!("{faults} in the file: something is left out")),
                    with(&faults, Action::Diagnostics, "which"),
                )
            }
            FileStatus::Current => return None,
            FileStatus::Broken { diagnostics, .. } => {
                let errors = diagnostics.iter().filter(|d| d.rule.severity == Severity::Error);
                let faults = counted(errors.count(), "fault");
                let long = stale(&format!("broken since {since} ({faults})"));
                Notice::new(with_both(&long), with(&short("broken"), Action::Diagnostics, "why"))
            }
            FileStatus::Unreadable { why, .. } if doc.text.is_empty() => {
                Notice::new(format!("{why} (waited for)"), "the file cannot be read yet")
            }
            FileStatus::Unreadable { gone: true, .. } => {
                let writes = |is: &str| with(is, Action::OpenEditor, "writes it back");
                Notice::new(
                    writes(&stale(&format!("missing since {since}"))),
                    writes(&short("missing")),
                )
            }
            FileStatus::Unreadable { why, .. } => {
                Notice::new(stale(&format!("{why} (since {since})")), short("unreadable"))
            }
        })
    }
}
