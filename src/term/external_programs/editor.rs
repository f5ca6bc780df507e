//! The external editor while it runs: it owns the terminal, which is restored when it ends.
//!
//! The editor runs in the process group of the program, as if a shell had started it: Ctrl-C and
//! Ctrl-Z reach both, and the shell sees one job. `signals::job_control` decides what they mean.
//! `session` knows that the editor has the terminal, and how to take it back.

use std::io;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::{Duration, Instant};

use crate::report::Text;
use crate::term::event::Event;
use crate::term::signals::JobControl;
use crate::term::{ExitReason, panic, session};

mod command;
mod outcome;
#[cfg(unix)]
mod wait;

pub use command::EditorCommand;
use command::{Invocation, not_found};

use super::command_line::program_name;

/// How long an editor has to end after it was told to. It is enough to write a recovery file, and
/// less than the seconds after which a program that does not end is usually killed.
const GRACE: Duration = Duration::from_secs(1);

/// An editor that runs and owns the terminal.
#[derive(Debug)]
pub(in crate::term) struct RunningEditor {
    #[cfg(unix)]
    editor: rustix::process::Pid,
}

impl RunningEditor {
    /// Starts the editor. The terminal must have been restored before. The end of the editor
    /// arrives as [`Event::Edited`].
    ///
    /// # Errors
    ///
    /// The message for the user when it cannot be started.
    pub(in crate::term) fn start(
        invocation: &Invocation,
        events: &Sender<Event>,
        job_control: &JobControl,
    ) -> Result<Self, String> {
        let failed = |error: io::Error| {
            let program = Text::new(&invocation.program);
            format!("the editor did not start: {error}: {program}")
        };
        session::lend().map_err(failed)?;
        let (started, editor) = mpsc::channel();
        // The thread is first: without it the end of a running editor would go unnoticed.
        watch(program_name(&invocation.program).to_owned(), editor, events, job_control)
            .map_err(failed)?;
        let child = command(invocation).and_then(|mut command| command.spawn());
        let child = child.map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => not_found(&invocation.program),
            _ => failed(error),
        })?;
        let running = Self {
            #[cfg(unix)]
            editor: rustix::process::Pid::from_child(&child),
        };
        let _ = started.send(child);
        Ok(running)
    }

    /// Ends the editor because the program ends, and waits up to [`GRACE`] for it, or until the
    /// program is asked once more to end. Then the terminal is restored, even if the editor goes on:
    /// in the background it can no longer read keys. It is not killed, as a text in it would be lost.
    #[cfg_attr(
        not(unix),
        expect(unused_variables, clippy::unused_self, reason = "only Unix has signals to pass on")
    )]
    pub(in crate::term) fn end(self, reason: ExitReason, events: &Receiver<Event>) {
        #[cfg(unix)]
        self.pass_on(reason);
        let deadline = Instant::now() + GRACE;
        let left = || deadline.saturating_duration_since(Instant::now());
        let mut has_failed = true;
        while let Ok(event) = events.recv_timeout(left()) {
            if is_end(&event) {
                has_failed = !matches!(event, Event::Edited(Ok(())));
                break;
            }
        }
        session::take_back(has_failed);
    }

    #[cfg(unix)]
    fn pass_on(&self, reason: ExitReason) {
        use rustix::process::{Signal, kill_process};

        // Not the signal that the program got: editors know what these two ask for, and few others.
        let signal = match reason {
            ExitReason::TerminalGone => Signal::HUP,
            ExitReason::Signal(_) | ExitReason::Quit => Signal::TERM,
        };
        // Fails only if the editor has ended by itself.
        let _ = kill_process(self.editor, signal);
    }
}

/// Whether nothing more is to be waited for.
fn is_end(event: &Event) -> bool {
    #[cfg(unix)]
    if matches!(event, Event::Terminate(_)) {
        return true;
    }
    matches!(event, Event::Edited(_))
}

/// Starts the thread that waits for an editor and reports its end.
fn watch(
    name: String,
    editor: Receiver<Child>,
    events: &Sender<Event>,
    job_control: &JobControl,
) -> io::Result<()> {
    let sink = events.clone();
    let job_control = job_control.clone();
    panic::spawn("editor", events, move || {
        // None comes if the editor could not be started.
        if let Ok(child) = editor.recv() {
            let outcome = outcome::outcome(&name, until_end(child, &job_control));
            let _ = sink.send(Event::Edited(outcome));
        }
    })
}

#[cfg(unix)]
#[expect(clippy::needless_pass_by_value, reason = "no other code may wait for this child")]
fn until_end(child: Child, job_control: &JobControl) -> io::Result<ExitStatus> {
    wait::until_end(rustix::process::Pid::from_child(&child), job_control)
}

#[cfg(not(unix))]
fn until_end(mut child: Child, _: &JobControl) -> io::Result<ExitStatus> {
    child.wait()
}

#[cfg_attr(not(unix), expect(clippy::unnecessary_wraps, reason = "on Unix it can fail"))]
fn command(invocation: &Invocation) -> io::Result<Command> {
    let mut command = Command::new(&invocation.program);
    command.args(&invocation.arguments).envs(invocation.variables.iter().cloned());
    // The editor uses the terminal even where the program's input or errors are redirected.
    // Standard output is a terminal: without it there is no dashboard.
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
