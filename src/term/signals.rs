//! Turns signals into events.

use std::io;
#[cfg(unix)]
use std::sync::Arc;
use std::sync::mpsc::Sender;
#[cfg(unix)]
use std::time::Instant;

use super::event::Event;

mod job_control;
pub(super) mod suspend;

pub(super) use job_control::JobControl;

/// Starts the thread that turns signals into events.
///
/// Once this returns, no signal ends the process by itself, so it has to be called before the
/// terminal is taken over. Only at the second request to end does the thread end the process: the
/// main loop has not reacted to the first one, and so it hangs. While the editor has the terminal,
/// [`JobControl`] decides what a signal means.
///
/// # Errors
///
/// When a handler cannot be registered or no thread can be started.
#[cfg(unix)]
pub(super) fn listen(events: &Sender<Event>, job_control: &JobControl) -> io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
    use signal_hook::iterator::Signals;

    survive_size_limits()?;
    let job_control = job_control.clone();
    let mut signals = Signals::new([SIGTERM, SIGINT, SIGQUIT, SIGHUP, SIGTSTP, SIGCONT, SIGWINCH])?;
    let sink = events.clone();
    super::panic::spawn("signals", events, move || {
        let mut asked = false;
        loop {
            let pending: Vec<i32> = signals.wait().collect();
            let continued = pending.contains(&SIGCONT);
            for signal in pending {
                // A stop and a continuation that arrive together mean that the program is to run.
                // Taken one after the other they would be in the wrong order.
                if continued && signal == SIGTSTP {
                    continue;
                }
                if job_control.is_for_editor(signal, Instant::now()) {
                    continue;
                }
                let event = meaning(signal);
                if matches!(event, Event::Terminate(_)) && std::mem::replace(&mut asked, true) {
                    end_now(signal);
                }
                if sink.send(event).is_err() {
                    return;
                }
            }
        }
    })
}

/// Makes a write past the size limit of files an error, which can be shown. Without a handler
/// SIGXFSZ would kill the process and leave the terminal as it is.
#[cfg(unix)]
fn survive_size_limits() -> io::Result<()> {
    use signal_hook::consts::SIGXFSZ;

    signal_hook::flag::register(SIGXFSZ, Arc::default()).map(drop)
}

/// Ends the process by the signal itself.
#[cfg(unix)]
fn end_now(signal: i32) {
    super::session::abandon();
    // If it fails, the program hangs on as before.
    let _ = signal_hook::low_level::emulate_default_handler(signal);
}

/// Other systems have no signals that the program could handle.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the signature is that of the Unix function")]
pub(super) fn listen(_: &Sender<Event>, _: &JobControl) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn meaning(signal: i32) -> Event {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGTSTP, SIGWINCH};

    match signal {
        SIGWINCH => Event::Resized,
        SIGHUP => Event::TerminalGone,
        SIGTSTP => Event::Stop,
        SIGCONT => Event::Continue,
        other => Event::Terminate(other),
    }
}
