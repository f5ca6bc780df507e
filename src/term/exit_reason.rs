//! Why the program ends.

/// Why a run on the terminal ended, apart from errors and panics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExitReason {
    /// The user quit.
    Quit,
    /// A signal with this number asked the program to end.
    Signal(i32),
    /// The terminal is gone, or SIGHUP says that it will be. There is nothing to print to.
    TerminalGone,
}

impl ExitReason {
    /// The exit code: 0 after quitting, else 128 plus the number of the signal, as a shell reports a
    /// program that a signal killed. A terminal that is gone counts as SIGHUP.
    pub fn exit_code(self) -> u8 {
        match self {
            Self::Quit => 0,
            Self::Signal(number) => u8::try_from(number).map_or(u8::MAX, |n| n.saturating_add(128)),
            Self::TerminalGone => 129,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ExitReason;

    #[test]
    fn exit_codes_are_those_of_a_shell() {
        assert_eq!(ExitReason::Quit.exit_code(), 0);
        assert_eq!(ExitReason::TerminalGone.exit_code(), 129);
        assert_eq!(ExitReason::Signal(15).exit_code(), 143);
        assert_eq!(ExitReason::Signal(-1).exit_code(), 255);
        assert_eq!(ExitReason::Signal(200).exit_code(), 255);
    }
}
