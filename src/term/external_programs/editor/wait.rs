//! Waits for the editor to end, also while it is stopped and continued.

use std::io;
use std::os::unix::process::ExitStatusExt;
use std::process::ExitStatus;

use rustix::io::Errno;
use rustix::process::{Pid, Signal, WaitOptions, WaitStatus, kill_process, waitpid};

use crate::term::signals::JobControl;

/// Waits until the editor has ended.
///
/// If the editor stops only itself, the shell still sees a running job: the user would have
/// neither a prompt nor an editor. So the program stops with it. When the job is continued, or if
/// there is no shell to continue it, the program continues the editor.
///
/// # Errors
///
/// When the system does not tell the status of the editor.
pub(super) fn until_end(editor: Pid, job_control: &JobControl) -> io::Result<ExitStatus> {
    let mut news = None;
    loop {
        if news.is_none() {
            news = change(editor, WaitOptions::UNTRACED)?;
        }
        let Some(status) = news.take() else { continue };
        if status.exited() || status.signaled() {
            return Ok(ExitStatus::from_raw(status.as_raw()));
        }
        if !status.stopped() {
            continue;
        }
        // Another program may have continued it already.
        news = since(editor);
        if news.is_none() {
            job_control.stop_job();
            news = since(editor);
        }
        // Mostly the editor was continued with the job, and it may have stopped again since. Only
        // one that has not changed is continued here.
        if news.is_none() {
            let _ = kill_process(editor, Signal::CONT);
        }
    }
}

/// What has changed since the editor stopped, if anything has.
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
