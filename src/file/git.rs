//! The versions of a file that git keeps, through the program `git`.
//!
//! What the user names goes to git on its standard input, where nothing is an option. No pager, no
//! question and none of the programs that a configuration may name is started.

mod error;
mod history;

use std::ffi::{OsStr, OsString};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

pub use error::GitError;
pub use history::{Commit, Revision};

use super::read::text_of;
use super::read_error::ReadError;
use super::symlinks::resolve;
use crate::report::Text;

/// The last commit of the branch that is checked out.
pub const LAST_COMMIT: &str = "HEAD";

/// Variables that a hook of git has for its own repository, and that may be another one's here.
const OF_HOOKS: [&str; 5] =
    ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"];

/// Settings by which a configuration could start a program.
const HARMLESS: [&str; 7] = [
    "--no-pager",
    "--no-optional-locks",
    "--literal-pathspecs",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "log.showSignature=false",
];

/// A file in its repository. Neither need exist.
#[derive(Clone, Debug)]
pub struct Git {
    folder: PathBuf,
    /// The file from its folder, `./indicators.toml`.
    name: OsString,
    shown: PathBuf,
}

impl Git {
    /// The repository that the folder of a file is in. Of a link it is that of the file behind it.
    pub fn of(path: &Path) -> Self {
        let file = resolve(path).map_or_else(|_| path.to_owned(), |resolved| resolved.file);
        let mut name = OsString::from("./");
        name.push(file.file_name().unwrap_or_default());
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new(".")).to_owned();
        Self { folder, name, shown: path.to_owned() }
    }

    /// The repository that this folder is in.
    pub fn here() -> Self {
        Self { folder: ".".into(), name: "./".into(), shown: ".".into() }
    }

    /// The text of a version: `HEAD~3` for the file as it was there, `HEAD~3:PATH` for another one.
    ///
    /// # Errors
    /// If there is no git, no repository, no such revision or no such file in it, or if the version is
    /// not a text.
    pub fn text(&self, revision: &str) -> Result<String, GitError> {
        let mut objects = self.objects()?;
        let is_path = revision.contains(':');
        let mut object = OsString::from(revision);
        if !is_path {
            object.push(":");
            object.push(&self.name);
        }
        if let Some(text) = objects.text(&object)? {
            return Ok(text);
        }
        if !is_path {
            // It may have had another name there.
            for was in self.history().into_iter().flatten().filter_map(|it| it.was) {
                if let Some(text) = objects.text(OsStr::new(&format!("{revision}:{was}")))? {
                    return Ok(text);
                }
            }
        }
        let commit = revision.split(':').next().unwrap_or_default();
        let is_known = commit.is_empty() || objects.bytes(OsStr::new(commit))?.is_some();
        Err(match revision.split_once(':') {
            _ if !is_known && commit == LAST_COMMIT => GitError::NoCommit,
            _ if !is_known => GitError::NoRevision(commit.to_owned()),
            Some((_, path)) => GitError::NotThere(revision.to_owned(), path.into()),
            None => GitError::NotThere(revision.to_owned(), self.shown.clone()),
        })
    }

    /// Reads versions one after the other.
    ///
    /// # Errors
    /// If git cannot be started.
    pub fn objects(&self) -> Result<Objects<'_>, GitError> {
        let mut child = Self::start(self.command(&["cat-file", "--batch"]).stdin(Stdio::piped()))?;
        let (Some(ask), Some(answers)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(io::Error::from(io::ErrorKind::BrokenPipe).into());
        };
        Ok(Objects { git: self, child, ask: Some(ask), answers: BufReader::new(answers) })
    }

    /// What git prints.
    fn output(&self, command: &mut Command) -> Result<Vec<u8>, GitError> {
        let output = Self::start(command.stderr(Stdio::piped()))?.wait_with_output()?;
        if output.status.success() {
            return Ok(output.stdout);
        }
        Err(self.failed(&output.stderr))
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new("git");
        command.arg("-C").arg(&self.folder).args(HARMLESS).args(args);
        for variable in OF_HOOKS {
            command.env_remove(variable);
        }
        command.env("LC_ALL", "C").env("GIT_TERMINAL_PROMPT", "0").env("GIT_NO_LAZY_FETCH", "1");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        command
    }

    fn start(command: &mut Command) -> Result<Child, GitError> {
        command.spawn().map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => GitError::NoGit,
            _ => error.into(),
        })
    }

    /// Why git has failed, by what it said.
    fn failed(&self, stderr: &[u8]) -> GitError {
        let said = String::from_utf8_lossy(stderr);
        if said.contains("not a git repository") || said.contains("cannot change to") {
            return GitError::NoRepository(self.shown.clone());
        }
        if said.contains("does not have any commits yet") {
            return GitError::NoCommit;
        }
        let line = said.lines().next().unwrap_or_default();
        GitError::Failed(Text::new(line.trim_start_matches("fatal: ")).to_string())
    }
}

/// The contents that git hands out, each by its name.
#[derive(Debug)]
pub struct Objects<'g> {
    git: &'g Git,
    child: Child,
    ask: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Objects<'_> {
    /// A content as text; `None` if there is none of this name.
    ///
    /// # Errors
    /// If git fails, or if the content is not a text.
    pub fn text(&mut self, name: &OsStr) -> Result<Option<String>, GitError> {
        let Some(bytes) = self.bytes(name)? else { return Ok(None) };
        let text = text_of(bytes).map_err(|cause| ReadError { path: name.into(), cause });
        Ok(Some(text.map_err(GitError::NoText)?))
    }

    fn bytes(&mut self, name: &OsStr) -> Result<Option<Vec<u8>>, GitError> {
        let asked = name.as_encoded_bytes();
        if asked.contains(&b'\n') {
            return Ok(None);
        }
        match self.answer(asked) {
            Ok(answer) => Ok(answer),
            // It has ended: another call tells why.
            Err(_) => Err(self
                .git
                .output(&mut self.git.command(&["rev-parse", "--git-dir"]))
                .err()
                .unwrap_or_else(|| GitError::Failed("it ended early".to_owned()))),
        }
    }

    /// Asks for one content. The answer is a line, `NAME blob SIZE`, and the content; or a line alone.
    fn answer(&mut self, asked: &[u8]) -> io::Result<Option<Vec<u8>>> {
        let Some(ask) = &mut self.ask else { return Ok(None) };
        ask.write_all(&[asked, b"\n"].concat())?;
        ask.flush()?;
        let mut line = Vec::new();
        self.answers.read_until(b'\n', &mut line)?;
        if line.is_empty() {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let line = String::from_utf8_lossy(&line);
        let parts: Vec<&str> = line.split_whitespace().collect();
        let [id, kind, size] = *parts else { return Ok(None) };
        let is_id = id.len() >= 40 && id.bytes().all(|byte| byte.is_ascii_hexdigit());
        let Some(size) = size.parse().ok().filter(|_| is_id) else { return Ok(None) };
        let mut bytes = vec![0; size];
        self.answers.read_exact(&mut bytes)?;
        self.answers.read_exact(&mut [0])?;
        Ok(Some(bytes).filter(|_| kind == "blob" || asked_for_commit(asked)))
    }
}

/// Whether a name is that of a commit, and of no file in it.
fn asked_for_commit(asked: &[u8]) -> bool {
    !asked.contains(&b':')
}

impl Drop for Objects<'_> {
    fn drop(&mut self) {
        // Without more questions it ends.
        self.ask = None;
        let _ = self.child.wait();
    }
}
