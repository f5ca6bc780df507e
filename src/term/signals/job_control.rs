//! The terminal lent to another program: what signals mean meanwhile.
//!
//! A key typed in the editor can be a signal to the whole job, of which the dashboard is one.
//! What is meant for the editor must not end or stop the dashboard; but when the editor has
//! stopped, the dashboard has to stop with it, or the shell would wait on.

#[cfg(unix)]
mod unix;

#[cfg(unix)]
pub(in crate::term) use unix::Loan;

/// Other systems have no signals that could mean two things.
#[cfg(not(unix))]
#[derive(Clone, Debug, Default)]
pub(in crate::term) struct Loan(());

#[cfg(not(unix))]
impl Loan {
    /// The terminal is somebody else's from now on.
    #[expect(clippy::unused_self, reason = "the signature is that of Unix")]
    pub(in crate::term) fn begin(&self) {}

    /// The terminal is the program's again.
    #[expect(clippy::unused_self, reason = "the signature is that of Unix")]
    pub(in crate::term) fn end(&self) {}
}
