//! The terminal handed over to the editor, and taken back.
//!
//! The editor runs in the program's own process group, as a shell would run it: Ctrl-C and
//! Ctrl-Z reach both, and the shell sees one job. What they mean meanwhile is in `loan`.

use std::io;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::{Duration, Instant};

use crate::report::Text;
use crate::term::event::Event;
use crate::term::signals::Loan;
use crate::term::{Ending, panic, session};

mod command;
mod outcome;
#[cfg(unix)]
mod terminal_modes;
mod terminal_reset;
#[cfg(unix)]
mod wait;

pub use command::Editor;
use command::Invocation;
#[cfg(unix)]
use terminal_modes::Modes;

/// How long an editor that was told to end has to tidy up. Whoever ends a program waits seconds
/// before forcing it, and an editor that writes its recovery file needs far less.
const GRACE: Duration = Duration::from_secs(1);

/// An editor that can be started, as far as one can tell without trying.
#[derive(Debug)]
pub(in crate::term) struct Plan(Invocation);

/// An editor that runs and owns the terminal.
#[derive(Debug)]
pub(in crate::term) struct Handover {
    #[cfg(unix)]
    modes: Modes,
    #[cfg(unix)]
    editor: rustix::process::Pid,
}

impl Plan {
    /// What would be started for the file at a line.
    ///
    /// # Errors
    ///
    /// What to tell the user when there is no file, or no such editor.
    pub(in crate::term) fn new(
        path: Option<&Path>,
        editor: &Editor,
        line: u32,
    ) -> Result<Self, String> {
        let Some(path) = path else {
            return Err(String::from("the built-in report is no file that could be edited"));
        };
        let invocation = editor.command(path, line)?;
        if is_missing(&invocation.program, editor.folders()) {
            return Err(not_found(&invocation.program));
        }
        Ok(Self(invocation))
    }

    /// Starts the editor on a terminal that has been given back; its end arrives as
    /// [`Event::Edited`].
    ///
    /// # Errors
    ///
    /// What to tell the user when it cannot be started.
    pub(in crate::term) fn start(
        self,
        events: &Sender<Event>,
        loan: &Loan,
    ) -> Result<Handover, String> {
        let Self(invocation) = self;
        let failed = |error: &io::Error| {
            let program = Text::new(&invocation.program);
            format!("the editor '{program}' could not be started: {error}")
        };
        #[cfg(unix)]
        let modes = Modes::now().map_err(|error| failed(&error))?;
        let (started, editor) = mpsc::channel();
        // The thread comes first: an editor that nobody waits for could not be taken back.
        watch(invocation.name().to_owned(), editor, events, loan).map_err(|e| failed(&e))?;
        let child = command(&invocation).and_then(|mut command| command.spawn());
        let child = child.map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => not_found(&invocation.program),
            _ => failed(&error),
        })?;
        let handover = Handover {
            #[cfg(unix)]
            modes,
            #[cfg(unix)]
            editor: rustix::process::Pid::from_child(&child),
        };
        let _ = started.send(child);
        Ok(handover)
    }
}

impl Handover {
    /// Brings the terminal back to how it was given away; after a failure also what an editor
    /// that crashed could not see to.
    #[cfg_attr(
        not(unix),
        expect(clippy::unused_self, reason = "only Unix has modes that could be left changed")
    )]
    pub(in crate::term) fn take_back(self, failed: bool) {
        #[cfg(unix)]
        self.modes.restore();
        // An error to write shows again when the session is entered.
        let _ = session::put(&terminal_reset::undo(failed));
    }

    /// Ends the editor because the program ends, and waits for a while until it has. An editor
    /// that stays keeps the terminal.
    pub(in crate::term) fn end(self, ending: Ending, events: &Receiver<Event>) {
        #[cfg(unix)]
        self.pass_on(ending);
        if ending == Ending::Gone {
            return;
        }
        let deadline = Instant::now() + GRACE;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            match events.recv_timeout(left) {
                Ok(Event::Edited(_)) => return self.take_back(true),
                Ok(_) => {}
                Err(_) => return,
            }
        }
    }

    #[cfg(unix)]
    fn pass_on(&self, ending: Ending) {
        use rustix::process::{Signal, kill_process};

        let signal = match ending {
            Ending::Signal(number) => Signal::from_named_raw(number).unwrap_or(Signal::TERM),
            Ending::Gone => Signal::HUP,
            Ending::Quit => Signal::TERM,
        };
        // An editor that has ended by itself needs no telling.
        let _ = kill_process(self.editor, signal);
    }
}

/// Starts the thread that waits for an editor and reports its end.
fn watch(
    name: String,
    editor: Receiver<Child>,
    events: &Sender<Event>,
    loan: &Loan,
) -> io::Result<()> {
    let sink = events.clone();
    let loan = loan.clone();
    panic::spawn("editor", events, move || {
        // None comes when the editor could not be started.
        if let Ok(child) = editor.recv() {
            let _ = sink.send(Event::Edited(until_end(child, &name, &loan)));
        }
    })
}

#[cfg(unix)]
#[expect(clippy::needless_pass_by_value, reason = "nobody else may wait for this child")]
fn until_end(child: Child, name: &str, loan: &Loan) -> Result<(), String> {
    let editor = rustix::process::Pid::from_child(&child);
    outcome::of(name, wait::until_end(editor, loan).map(outcome::Status::from))
}

#[cfg(not(unix))]
fn until_end(mut child: Child, name: &str, _: &Loan) -> Result<(), String> {
    outcome::of(name, child.wait().map(outcome::Status::from))
}

#[cfg_attr(not(unix), expect(clippy::unnecessary_wraps, reason = "on Unix it can fail"))]
fn command(invocation: &Invocation) -> io::Result<Command> {
    let mut command = Command::new(&invocation.program);
    command.args(&invocation.arguments);
    // Whatever the program reads and writes, the editor belongs to the terminal. Standard output
    // is one: without it there would be no dashboard.
    #[cfg(unix)]
    {
        use std::io::IsTerminal;
        use std::os::fd::AsFd;

        command.stdin(crate::term::tty::open()?);
        if !io::stderr().is_terminal() {
            command.stderr(io::stdout().as_fd().try_clone_to_owned()?);
        }
    }
    command.stdout(Stdio::inherit());
    Ok(command)
}

/// Whether a program is surely missing. Only systems with one simple rule can tell.
fn is_missing(program: &str, folders: Option<&[std::path::PathBuf]>) -> bool {
    if !cfg!(unix) {
        return false;
    }
    if program.contains('/') {
        return !Path::new(program).exists();
    }
    folders.is_some_and(|folders| !folders.iter().any(|folder| folder.join(program).is_file()))
}

fn not_found(program: &str) -> String {
    format!("the editor '{}' was not found: set VISUAL or EDITOR", Text::new(program))
}

#[cfg(test)]
mod tests {
    use super::{Editor, Path, Plan};

    fn said(path: Option<&str>, editor: &str, folders: Option<&[&str]>) -> Result<(), String> {
        let folders = folders.map(|folders| folders.iter().map(Into::into).collect());
        let editor = Editor::new(None, Some(editor.to_owned())).found_in(folders);
        Plan::new(path.map(Path::new), &editor, 1).map(drop)
    }

    #[test]
    fn a_report_without_a_file_cannot_be_edited() {
        let text = said(None, "vi", None).unwrap_err();
        assert_eq!(text, "the built-in report is no file that could be edited");
    }

    #[test]
    #[cfg(unix)]
    fn an_editor_that_is_nowhere_is_known_to_be_missing() {
        let not_found = Err("the editor 'sh' was not found: set VISUAL or EDITOR".to_owned());
        assert_eq!(said(Some("a"), "sh", Some(&["/nowhere", "/bin"])), Ok(()));
        assert_eq!(said(Some("a"), "sh", Some(&["/nowhere"])), not_found);
        assert_eq!(said(Some("a"), "sh", Some(&[])), not_found);
        assert_eq!(said(Some("a"), "sh", None), Ok(()), "who knows");
        assert_eq!(said(Some("a"), "/bin/sh", Some(&[])), Ok(()));
        assert!(said(Some("a"), "/bin/no-such-editor", None).is_err());
    }
}
