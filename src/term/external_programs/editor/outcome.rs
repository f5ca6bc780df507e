//! How an editor ended, in words.

use std::io;

use crate::report::Text;

/// How a program ended: with a code, or by a signal.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Status {
    code: Option<i32>,
    signal: Option<i32>,
}

#[cfg(unix)]
impl From<rustix::process::WaitStatus> for Status {
    fn from(status: rustix::process::WaitStatus) -> Self {
        Self { code: status.exit_status(), signal: status.terminating_signal() }
    }
}

#[cfg(not(unix))]
impl From<std::process::ExitStatus> for Status {
    fn from(status: std::process::ExitStatus) -> Self {
        Self { code: status.code(), signal: None }
    }
}

/// Whether the editor of this name ended well.
///
/// # Errors
///
/// What to tell the user if it did not.
pub(super) fn of(name: &str, status: io::Result<Status>) -> Result<(), String> {
    let name = Text::new(name);
    match status {
        Ok(Status { code: Some(0), .. }) => Ok(()),
        Ok(Status { signal: Some(signal), .. }) => {
            Err(format!("{name} was ended by signal {signal}"))
        }
        Ok(Status { code: Some(code), .. }) => Err(format!("{name} ended with code {code}")),
        Ok(_) => Err(format!("{name} ended, and nobody knows how")),
        Err(error) => Err(format!("{name} could not be waited for: {error}")),
    }
}

#[cfg(test)]
mod tests {
    use super::{Status, io, of};

    fn said(code: Option<i32>, signal: Option<i32>) -> Result<(), String> {
        of("vim", Ok(Status { code, signal }))
    }

    #[test]
    fn every_end_but_a_good_one_is_told() {
        assert_eq!(said(Some(0), None), Ok(()));
        assert_eq!(said(Some(3), None).unwrap_err(), "vim ended with code 3");
        assert_eq!(said(None, Some(11)).unwrap_err(), "vim was ended by signal 11");
        assert_eq!(said(None, None).unwrap_err(), "vim ended, and nobody knows how");
        let lost = of("vim", Err(io::Error::other("lost"))).unwrap_err();
        assert_eq!(lost, "vim could not be waited for: lost");
    }
}
