//! What the lines of news say, with the keys that help.

use crate::app::document::{FileStatus, NewsLine, Notice, Tone};
use crate::app::keys::{Action, with_keys};
use crate::app::model::Model;
use crate::diagnostic::Severity;

impl Model {
    /// The lines of news, the one that matters most first.
    pub fn news_lines(&self) -> Vec<NewsLine> {
        let stale = self.stale().map(|notice| NewsLine { tone: Tone::Stale, notice });
        stale.into_iter().chain(self.news.lines().cloned()).collect()
    }

    /// How many lines of news there are.
    pub(crate) fn banner_height(&self) -> usize {
        let stale = self.doc.status.since().is_some() || self.doc.faults > 0;
        usize::from(stale) + self.news.lines().count()
    }

    /// That what is shown is not what the file says.
    fn stale(&self) -> Option<Notice> {
        let doc = &self.doc;
        let broken = doc.status.since().unwrap_or(doc.read_at);
        let since = broken.words(doc.read_at);
        let shown = doc.read_at.words(broken);
        let key = |action, does: &str| self.with_key(action, |key| format!("{key} {does}"));
        let keys = [key(Action::Diagnostics, "shows"), key(Action::OpenEditor, "mends")];
        let with_both = |is: &str| with_keys(is, " · ", &keys, ", ");
        let with = |is: &str, action, does| with_keys(is, " · ", &[key(action, does)], "");
        Some(match &doc.status {
            FileStatus::Current if doc.faults > 0 => {
                let faults = faults(doc.faults);
                Notice::new(
                    with_both(&format!("{faults} in the file: something is left out")),
                    with(&faults, Action::Diagnostics, "which"),
                )
            }
            FileStatus::Current => return None,
            FileStatus::Broken { diagnostics, .. } => {
                let errors = diagnostics.iter().filter(|d| d.rule.severity == Severity::Error);
                let faults = faults(errors.count());
                Notice::new(
                    with_both(&format!(
                        "NOT WHAT THE FILE SAYS: broken since {since} ({faults}); shown as read \
                         at {shown}"
                    )),
                    with(
                        &format!("file broken since {since}, shown as of {shown}"),
                        Action::Diagnostics,
                        "why",
                    ),
                )
            }
            FileStatus::Lost { why, .. } if doc.text.is_empty() => {
                Notice::new(format!("{why} (waited for)"), "the file cannot be read yet")
            }
            FileStatus::Lost { gone: true, .. } => {
                let long = format!(
                    "NOT WHAT THE FILE SAYS: missing since {since}; shown as read at {shown}"
                );
                let short = format!("file missing since {since}, shown as of {shown}");
                let writes = |is: &str| with(is, Action::OpenEditor, "writes it back");
                Notice::new(writes(&long), writes(&short))
            }
            FileStatus::Lost { why, .. } => Notice::new(
                format!("NOT WHAT THE FILE SAYS: {why} (since {since}); shown as read at {shown}"),
                format!("file unreadable since {since}, shown as of {shown}"),
            ),
        })
    }
}

fn faults(count: usize) -> String {
    match count {
        1 => "1 fault".to_owned(),
        n => format!("{n} faults"),
    }
}
