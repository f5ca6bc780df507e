//! `indicia log`: one figure through the commits that changed it.

use std::collections::VecDeque;
use std::ffi::OsStr;
use std::io::Write;
use std::path::PathBuf;
use std::rc::Rc;

use super::args::DEFAULT_FILE;
use super::args::history::{ChangeFormat, Log};
use super::exit_code::FINE;
use super::{Failure, meant};
use crate::diff::{Entry, Reading, Step, history};
use crate::export::{Told, history_json, history_text};
use crate::file::{Commit, Git, GitError, Objects, Revision, is_stdin, read};
use crate::load::load;
use crate::report::{Day, Text};

/// The name of the file's own text among the contents.
const HERE: &str = "here";

/// Writes the history of a figure, the newest change first. Returns the exit code.
///
/// # Errors
/// If there is no history, or if `out` cannot be written to.
pub(super) fn run(request: &Log, as_of: Day, out: &mut dyn Write) -> Result<u8, Failure> {
    let path = request.file.clone().unwrap_or_else(|| PathBuf::from(DEFAULT_FILE));
    let because = |error: GitError| Failure::Because(error.to_string());
    if is_stdin(&path) {
        return Err(Failure::Because("standard input has no history: name a file".to_owned()));
    }
    // A file that is gone has a history, too.
    let here = read(&path).ok();
    let git = Git::of(&path);
    let mut revisions = match git.history() {
        Ok(revisions) => revisions,
        Err(GitError::NoVersion(_)) if here.is_none() => {
            let error = read(&path).err().map(|error| meant::unreadable(&error));
            return Err(Failure::Because(error.unwrap_or_default()));
        }
        Err(error) => return Err(because(error)),
    };
    let before = revisions.first().and_then(|newest| newest.after.clone());
    if here.is_some() {
        let commit = Commit { subject: Text::new("not committed yet"), ..Commit::default() };
        let after = Some(HERE.to_owned());
        let before = before.into_iter().collect();
        revisions.insert(0, Revision { commit, before, after, ..Revision::default() });
    }
    let objects = git.objects().map_err(because)?;
    let mut contents = Contents { objects, here, as_of, read: VecDeque::new() };
    let step = |it: &Revision| Step { before: it.before.clone(), after: it.after.clone() };
    let steps: Vec<Step> = revisions.iter().map(step).collect();
    let entries = history(&request.id, &steps, &mut |name| contents.read(name)).map_err(because)?;
    let name = Text::new(&path.to_string_lossy());
    if entries.is_empty() {
        return Err(Failure::Because(format!(
            "'{}' is the id of no figure in any version of '{name}': 'indicia print {name} --plain' \
             shows those of today",
            Text::new(&request.id)
        )));
    }
    let told: Vec<Told<'_>> = entries.iter().filter_map(|entry| told(entry, &revisions)).collect();
    let text = match request.format {
        ChangeFormat::Json => history_json(&request.id, &name, &told),
        ChangeFormat::Text | ChangeFormat::Markdown => history_text(&told),
    };
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(FINE)
}

fn told<'e>(entry: &'e Entry, revisions: &'e [Revision]) -> Option<Told<'e>> {
    let revision = revisions.get(entry.step)?;
    let Commit { hash, day, subject } = &revision.commit;
    let path = Some(revision.path.as_str()).filter(|path| !path.is_empty());
    Some(Told { hash, day, subject, path, changes: entry.changes.as_deref() })
}

/// How many versions are kept: the next step begins where this one ends.
const KEPT: usize = 8;

/// The versions of the file.
struct Contents<'g> {
    objects: Objects<'g>,
    here: Option<String>,
    as_of: Day,
    /// The last ones that were read, the newest at the end.
    read: VecDeque<(String, Rc<Reading>)>,
}

impl Contents<'_> {
    fn read(&mut self, name: &str) -> Result<Rc<Reading>, GitError> {
        if let Some((_, reading)) = self.read.iter().find(|(own, _)| own == name) {
            return Ok(Rc::clone(reading));
        }
        let text = match &self.here {
            Some(here) if name == HERE => Ok(Some(here.clone())),
            _ => self.objects.text(OsStr::new(name)),
        };
        let reading = match text {
            Ok(text) => text.map(|text| self.reading(&text)),
            Err(GitError::NoText(_)) => None,
            Err(error) => return Err(error),
        };
        let unreadable = || Reading { is_partial: true, ..Reading::default() };
        let reading = Rc::new(reading.unwrap_or_else(unreadable));
        if self.read.len() == KEPT {
            self.read.pop_front();
        }
        self.read.push_back((name.to_owned(), Rc::clone(&reading)));
        Ok(reading)
    }

    fn reading(&self, text: &str) -> Reading {
        let loaded = load(text, self.as_of);
        let left_out = loaded.left_out.into_iter().filter(|item| item.kind == "indicator");
        Reading {
            is_partial: loaded.stated.is_none(),
            left_out: left_out.map(|item| item.name).collect(),
            report: loaded.report,
        }
    }
}
