//! Waits for the editor, through any number of stops.

use std::io;

use rustix::io::Errno;
use rustix::process::{Pid, Signal, WaitOptions, WaitStatus, kill_process, waitpid};

use crate::term::signals::Loan;

/// Waits until the editor has ended, and says how.
///
/// An editor that stops itself alone would leave a job of which the shell sees one half running:
/// no prompt, and no editor. So the program stops with it; once continued, or if nobody could
/// continue it, it continues the editor.
///
/// # Errors
///
/// When the system does not tell.
pub(super) fn until_end(editor: Pid, loan: &Loan) -> io::Result<WaitStatus> {
    let mut news = None;
    loop {
        let status = match news.take() {
            Some(status) => status,
            None => match change(editor, WaitOptions::UNTRACED)? {
                Some(status) => status,
                None => continue,
            },
        };
        if status.exited() || status.signaled() {
            return Ok(status);
        }
        if !status.stopped() {
            continue;
        }
        // It may have been continued already, by somebody who wants it to run.
        news = since(editor);
        if news.is_none() {
            loan.stop_job();
            news = since(editor);
        }
        // Only an editor that is still where it was is continued: with the job it has been
        // continued mostly, and may have stopped anew.
        if news.is_none() {
            let _ = kill_process(editor, Signal::CONT);
        }
    }
}

/// What has become of a stopped editor meanwhile, if anything has.
fn since(editor: Pid) -> Option<WaitStatus> {
    let options = WaitOptions::NOHANG | WaitOptions::UNTRACED | WaitOptions::CONTINUED;
    change(editor, options).ok().flatten()
}

fn change(editor: Pid, options: WaitOptions) -> io::Result<Option<WaitStatus>> {
    loop {
        match waitpid(Some(editor), options) {
            Err(Errno::INTR) => {}
            other => return Ok(other?.map(|(_, status)| status)),
        }
    }
}
