//! How an editor ended, in words.

use std::io;
use std::process::ExitStatus;

use crate::report::Text;

/// Whether the editor of this name ended well.
///
/// # Errors
///
/// The message for the user if it did not.
pub(super) fn outcome(name: &str, status: io::Result<ExitStatus>) -> Result<(), String> {
    let name = Text::new(name);
    let status = status.map_err(|error| format!("{name} could not be waited for: {error}"))?;
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return Err(format!("{name} was ended by signal {signal}"));
    }
    match status.code() {
        Some(0) => Ok(()),
        Some(code) => Err(format!("{name} ended with code {code}")),
        None => Err(format!("{name} ended, and it is not known how")),
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::os::unix::process::ExitStatusExt;

    use super::*;

    #[test]
    fn every_end_but_a_good_one_is_told() {
        let said = |raw| outcome("vim", Ok(ExitStatus::from_raw(raw)));
        assert_eq!(said(0), Ok(()));
        assert_eq!(said(3 << 8).unwrap_err(), "vim ended with code 3");
        assert_eq!(said(11).unwrap_err(), "vim was ended by signal 11");
        let stopped = 0x7f;
        assert_eq!(said(stopped).unwrap_err(), "vim ended, and it is not known how");
        let lost = outcome("vim", Err(io::Error::other("lost"))).unwrap_err();
        assert_eq!(lost, "vim could not be waited for: lost");
    }
}
