//! Standard input in place of a file.

use std::io::{self, BufRead, IsTerminal, Read};
use std::time::Duration;

use super::read_error::{ReadCause, ReadError, STDIN};

/// How long a pipe that was not named may stay silent. Some programs start others with a pipe that
/// they never write to and never close; without a limit that would be waited for forever.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long it may stay silent before the user is told what is waited for.
const UNTOLD: Duration = Duration::from_millis(500);

/// Whether there is something to read on standard input, if no file was named: it is a pipe, a
/// socket or a file, and not empty. `tell` is called if it keeps the user waiting.
///
/// # Errors
/// If it is a pipe on which nothing comes, or cannot be read.
pub fn offers_text(tell: impl FnOnce()) -> Result<bool, ReadError> {
    if !is_redirected() {
        return Ok(false);
    }
    let is_ready = system::wait(&io::stdin(), Some(UNTOLD)) || {
        tell();
        system::wait(&io::stdin(), Some(PATIENCE.saturating_sub(UNTOLD)))
    };
    if !is_ready {
        return Err(fail(ReadCause::Silent(PATIENCE)));
    }
    // The buffer keeps what it has read for `read`.
    loop {
        match io::stdin().lock().fill_buf() {
            Ok(bytes) => return Ok(!bytes.is_empty()),
            Err(error) if may_go_on(&error) => {}
            Err(error) => return Err(fail(ReadCause::from(error))),
        }
    }
}

/// All of standard input, however long that takes.
pub(super) fn read() -> Result<Vec<u8>, ReadCause> {
    if io::stdin().is_terminal() {
        return Err(ReadCause::Terminal);
    }
    let mut bytes = Vec::new();
    loop {
        match io::stdin().lock().read_to_end(&mut bytes) {
            Ok(_) => return Ok(bytes),
            Err(error) if may_go_on(&error) => {}
            Err(error) => return Err(ReadCause::from(error)),
        }
    }
}

fn fail(cause: ReadCause) -> ReadError {
    ReadError { path: STDIN.into(), cause }
}

/// Waits for more if another program has made the pipe non-blocking.
fn may_go_on(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::WouldBlock && system::wait(&io::stdin(), None)
}

fn is_redirected() -> bool {
    !io::stdin().is_terminal() && system::is_stream_or_file(&io::stdin())
}

#[cfg(unix)]
mod system {
    use std::fs::File;
    use std::os::fd::AsFd;
    use std::os::unix::fs::FileTypeExt;
    use std::time::Duration;

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::io::retry_on_intr;

    /// A device is neither, such as `/dev/null`, which stands for no input.
    pub(super) fn is_stream_or_file(input: &impl AsFd) -> bool {
        let file = input.as_fd().try_clone_to_owned().map(File::from);
        let kind = file.and_then(|file| file.metadata()).map(|metadata| metadata.file_type());
        kind.is_ok_and(|kind| kind.is_file() || kind.is_fifo() || kind.is_socket())
    }

    /// Waits until there is something to read, the end included. False if the time is up.
    pub(super) fn wait(input: &impl AsFd, time: Option<Duration>) -> bool {
        let limit = time.and_then(|time| Timespec::try_from(time).ok());
        let mut watched = [PollFd::new(input, PollFlags::IN)];
        let ready = retry_on_intr(|| poll(&mut watched, limit.as_ref()));
        // What cannot be waited for can be read at once.
        !matches!(ready, Ok(0))
    }
}

#[cfg(not(unix))]
mod system {
    use std::io::Stdin;
    use std::time::Duration;

    /// What has nothing to read, such as `NUL`, is empty.
    pub(super) fn is_stream_or_file(_: &Stdin) -> bool {
        true
    }

    pub(super) fn wait(_: &Stdin, _: Option<Duration>) -> bool {
        true
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::fs::File;
    use std::io::Write;

    use super::system::{is_stream_or_file, wait};
    use super::*;

    #[test]
    fn a_silent_pipe_is_given_up_and_one_that_ends_is_not_waited_for() {
        let now = Some(Duration::ZERO);
        let (reader, mut writer) = io::pipe().unwrap();
        assert!(!wait(&reader, now), "silent");
        writer.write_all(b"x").unwrap();
        assert!(wait(&reader, now) && wait(&reader, None), "something to read");
        let (reader, writer) = io::pipe().unwrap();
        drop(writer);
        assert!(wait(&reader, now), "its end");
    }

    #[test]
    fn a_pipe_and_a_file_may_be_meant_and_a_device_is_not() {
        assert!(is_stream_or_file(&io::pipe().unwrap().0));
        assert!(is_stream_or_file(&File::open("Cargo.toml").unwrap()));
        for device in ["/dev/null", "/dev/zero", "."] {
            assert!(!is_stream_or_file(&File::open(device).unwrap()), "{device}");
        }
    }
}
