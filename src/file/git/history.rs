//! The commits that changed a file, through its renames.

use std::ffi::OsStr;

use super::{Git, GitError, LAST_COMMIT};
use crate::report::Text;

/// A commit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Commit {
    /// The first digits of its name.
    pub hash: String,
    /// The day on which it was written, in its author's time zone: `2026-11-20`.
    pub day: String,
    /// The first line of its message.
    pub subject: Text,
}

/// A commit that changed the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Revision {
    /// The commit.
    pub commit: Commit,
    /// Names of the contents before it; of a merge one for each side. Empty where it adds the file.
    pub before: Vec<String>,
    /// The name of the content after it; `None` where it removes the file.
    pub after: Option<String>,
    /// The file, from the top of the repository.
    pub path: Text,
    /// What it was called before, if that was something else.
    pub was: Option<Text>,
}

/// How many digits of a commit's name are shown.
const DIGITS: usize = 8;

/// Begins the line of a commit.
const MARK: char = '\u{1}';

impl Git {
    /// The commits that changed the file, the newest first. A merge is one of them only where it differs
    /// from both sides.
    ///
    /// # Errors
    /// If there is no git, no repository or no version of the file.
    pub fn history(&self) -> Result<Vec<Revision>, GitError> {
        let mut command = self.command(&[
            "log",
            "--follow",
            "-c",
            "--raw",
            "-z",
            "--no-abbrev",
            "--no-ext-diff",
            "--no-textconv",
            "--no-color",
            "--encoding=UTF-8",
            "--format=%x01%H %as %s",
            "--",
        ]);
        let output = self.output(command.arg(&self.name))?;
        let revisions = revisions(&String::from_utf8_lossy(&output));
        if revisions.is_empty() {
            return Err(GitError::NoVersion(self.shown.clone()));
        }
        Ok(revisions)
    }

    /// The last commit, and the text that the file has there.
    ///
    /// # Errors
    /// As [`text`](Self::text).
    pub fn last_commit(&self) -> Result<(Commit, String), GitError> {
        let text = self.text(LAST_COMMIT).map_err(|error| match error {
            GitError::NotThere(_, path) => GitError::NoVersion(path),
            error => error,
        })?;
        let args = ["log", "-1", "-z", "--no-color", "--encoding=UTF-8", "--format=%x01%H %as %s"];
        let output = self.output(&mut self.command(&args))?;
        let output = String::from_utf8_lossy(&output);
        let commit = output.split('\0').next().and_then(commit).unwrap_or_default();
        Ok((commit, text))
    }
}

/// Reads what `git log --raw -z` prints: for each commit its line, then a record and one or two paths.
fn revisions(output: &str) -> Vec<Revision> {
    let mut revisions: Vec<Revision> = Vec::new();
    let mut parts = output.split('\0');
    while let Some(part) = parts.next() {
        let part = part.trim_start_matches('\n');
        if let Some(commit) = commit(part) {
            revisions.push(Revision { commit, ..Revision::default() });
            continue;
        }
        let (Some(record), Some(revision)) = (part.strip_prefix(':'), revisions.last_mut()) else {
            continue;
        };
        // Each side of a merge has a colon of its own.
        let sides = part.len() - record.trim_start_matches(':').len();
        let mut words = record.trim_start_matches(':').split(' ').skip(sides + 1);
        let content = |id: &str| id.bytes().any(|digit| digit != b'0').then(|| id.to_owned());
        revision.before = words.by_ref().take(sides).filter_map(content).collect();
        revision.after = words.next().and_then(content);
        // Of a merge only the path after it is printed.
        let status = words.next().filter(|_| sides == 1);
        let is_renamed = status.is_some_and(|status| status.starts_with(['R', 'C']));
        let mut path = || parts.next().map(Text::new);
        revision.was = if is_renamed { path() } else { None };
        revision.path = path().unwrap_or_default();
    }
    // A commit without a record has nothing to say of the file.
    revisions.retain(|revision| !revision.path.is_empty());
    revisions
}

fn commit(line: &str) -> Option<Commit> {
    let mut parts = line.strip_prefix(MARK)?.splitn(3, ' ');
    let hash = parts.next()?.chars().take(DIGITS).collect();
    let day = parts.next()?.to_owned();
    Some(Commit { hash, day, subject: Text::new(parts.next().unwrap_or_default()) })
}

impl Revision {
    /// Names of all contents.
    pub fn contents(&self) -> impl Iterator<Item = &OsStr> {
        self.before.iter().chain(&self.after).map(OsStr::new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commits_renames_merges_and_hostile_names_are_read() {
        let one = "1".repeat(40);
        let two = "2".repeat(40);
        let none = "0".repeat(40);
        let output = format!(
            "\u{1}{one} 2026-11-20 merge\0\0::100644 100644 100644 {one} {two} {one} MM\0a\0\
             \u{1}{two} 2026-11-19 rename\u{1b}[2J\0\n:100644 100644 {one} {two} R098\0:b\n\0\u{1}a\0\
             \u{1}{one} 2026-11-18 \0\n:000000 100644 {none} {one} A\0:b\0\
             \u{1}{one} 2026-11-17 nothing\0"
        );
        let all = revisions(&output);
        let told: Vec<_> = all
            .iter()
            .map(|it| {
                let was = it.was.as_ref().map_or("-", Text::as_str);
                let contents = (it.before.len(), it.after.is_some());
                (it.commit.subject.as_str(), contents, it.path.as_str(), was)
            })
            .collect();
        assert_eq!(
            told,
            [
                ("merge", (2, true), "a", "-"),
                ("rename<U+001B>[2J", (1, true), "<U+0001>a", ":b"),
                ("", (0, true), ":b", "-"),
            ]
        );
        assert_eq!((&*all[0].commit.hash, &*all[0].commit.day), ("11111111", "2026-11-20"));
    }
}
