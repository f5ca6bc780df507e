//! Why git has no version of a file, and what to do.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::file::ReadError;
use crate::report::Text;

/// Why git has no version of a file.
#[derive(Debug)]
pub enum GitError {
    /// The program is not there.
    NoGit,
    /// The file is in no repository.
    NoRepository(PathBuf),
    /// Nothing has been committed.
    NoCommit,
    /// There is no such revision.
    NoRevision(String),
    /// The revision has no such file.
    NotThere(String, PathBuf),
    /// The file has never been committed.
    NoVersion(PathBuf),
    /// The version is not a text.
    NoText(ReadError),
    /// Anything else, in the words of git.
    Failed(String),
}

impl fmt::Display for GitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let named = |path: &Path| Text::new(&path.to_string_lossy());
        match self {
            Self::NoGit => f.write_str(
                "earlier versions of a file are read with git, which is not installed here: install \
                 it, or name two files",
            ),
            Self::NoRepository(path) => write!(
                f,
                "'{}' is in no git repository, so there are no earlier versions of it: name two files",
                named(path)
            ),
            Self::NoCommit => f.write_str("nothing has been committed here yet: 'git commit' does"),
            Self::NoRevision(revision) => write!(
                f,
                "git knows no revision '{}': 'git log --oneline' lists them",
                Text::new(revision)
            ),
            Self::NotThere(revision, path) => {
                let commit = revision.split(':').next().unwrap_or_default();
                let commit = if commit.is_empty() { "the index of git" } else { commit };
                let (commit, path) = (Text::new(commit), named(path));
                if revision.contains(':') {
                    write!(
                        f,
                        "there is no file '{path}' in {commit}: its path goes from the top of the \
                         repository, or from this folder if it begins with './'"
                    )
                } else {
                    write!(
                        f,
                        "there is no file '{path}' in {commit}: if it had another name there, write \
                         {commit}:NAME"
                    )
                }
            }
            Self::NoVersion(path) => write!(
                f,
                "git has no version of '{0}' yet: 'git add {0}' and 'git commit' make one",
                named(path)
            ),
            Self::NoText(error) => error.fmt(f),
            Self::Failed(why) => write!(f, "git cannot read the versions of the file: {why}"),
        }
    }
}

/// Without a source: the messages are part of this one.
impl std::error::Error for GitError {}

impl From<io::Error> for GitError {
    fn from(error: io::Error) -> Self {
        Self::Failed(Text::new(&error.to_string()).to_string())
    }
}
