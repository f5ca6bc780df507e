//! How a run ended.

/// How a run on the terminal ended, apart from errors and panics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The reader asked to leave.
    Quit,
    /// A signal with this number asked the program to end.
    Signal(i32),
    /// The terminal vanished, or said by SIGHUP that it will. There is nothing to print to.
    Gone,
}

impl Ending {
    /// The exit code: 0 after quitting, otherwise 128 and the signal's number, as a shell
    /// reports a program that the signal killed. A vanished terminal counts as SIGHUP.
    pub fn exit_code(self) -> u8 {
        match self {
            Self::Quit => 0,
            Self::Signal(number) => u8::try_from(number).map_or(u8::MAX, |n| n.saturating_add(128)),
            Self::Gone => 129,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Ending;

    #[test]
    fn exit_codes_are_those_a_shell_reports() {
        assert_eq!(Ending::Quit.exit_code(), 0);
        assert_eq!(Ending::Gone.exit_code(), 129);
        assert_eq!(Ending::Signal(15).exit_code(), 143);
        assert_eq!(Ending::Signal(-1).exit_code(), 255);
        assert_eq!(Ending::Signal(200).exit_code(), 255);
    }
}
