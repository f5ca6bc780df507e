//! What a signal means while the editor has the terminal.
//!
//! A key that is typed in the editor can be a signal to the whole job, and the dashboard is part of
//! that job. A signal for the editor must not end or stop the dashboard. But when the editor has
//! stopped, the dashboard has to stop with it, or the shell would go on waiting.

#[cfg(unix)]
mod unix;

#[cfg(unix)]
pub(in crate::term) use unix::JobControl;

/// Other systems have no signals that could mean two things.
#[cfg(not(unix))]
#[derive(Clone, Debug, Default)]
pub(in crate::term) struct JobControl(());

#[cfg(not(unix))]
impl JobControl {
    /// The editor has the terminal from now on.
    #[expect(clippy::unused_self, reason = "the signature is that of Unix")]
    pub(in crate::term) fn editor_starts(&self) {}

    /// The dashboard has the terminal again.
    #[expect(clippy::unused_self, reason = "the signature is that of Unix")]
    pub(in crate::term) fn editor_ended(&self) {}
}
