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

/// The signals that end a program by default and that can be caught, but for SIGPIPE and SIGXFSZ,
/// which are errors of a write here.
///
/// SIGILL, SIGFPE, SIGSEGV and SIGBUS are missing: after a handler of a real fault the fault would
/// come again without end.
#[cfg(unix)]
const DEADLY: &[i32] = {
    use signal_hook::consts::{
        SIGABRT, SIGALRM, SIGHUP, SIGINT, SIGPROF, SIGQUIT, SIGSYS, SIGTERM, SIGTRAP, SIGUSR1,
        SIGUSR2, SIGVTALRM, SIGXCPU,
    };

    &[
        SIGHUP, SIGINT, SIGQUIT, SIGTRAP, SIGABRT, SIGUSR1, SIGUSR2, SIGALRM, SIGTERM, SIGXCPU,
        SIGVTALRM, SIGPROF, SIGSYS,
    ]
};

/// More of them on Linux: SIGSTKFLT, SIGPWR and the signals of real time. Those and SIGIO are
/// ignored by default on other systems, or missing.
#[cfg(target_os = "linux")]
fn further() -> impl Iterator<Item = i32> {
    use rustix::process::Signal;
    use signal_hook::consts::SIGIO;

    let named = [Signal::STKFLT, Signal::POWER].map(Signal::as_raw);
    named.into_iter().chain([SIGIO]).chain(34..=64)
}

#[cfg(all(unix, not(target_os = "linux")))]
fn further() -> impl Iterator<Item = i32> {
    std::iter::empty()
}

/// Starts the thread that turns signals into events.
///
/// Once this returns, no signal of [`DEADLY`] ends the process by itself, so it has to be called
/// before the terminal is taken over. The program still ends by each of them, after it has restored
/// the terminal: another program that sends one expects that. Only at the second request to end does
/// the thread end the process: the main loop has not reacted to the first one, so it hangs, or waits
/// for an editor. While the editor has the terminal, [`JobControl`] decides what a signal means.
///
/// # Errors
///
/// When a handler cannot be registered or no thread can be started.
#[cfg(unix)]
pub(super) fn listen(events: &Sender<Event>, job_control: &JobControl) -> io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGTSTP, SIGWINCH};
    use signal_hook::iterator::Signals;

    survive_size_limits()?;
    let job_control = job_control.clone();
    let mut signals = Signals::new(DEADLY.iter().chain(&[SIGTSTP, SIGCONT, SIGWINCH]))?;
    for signal in further() {
        // One that the system keeps for itself can be neither registered nor sent to the program.
        let _ = signals.add_signal(signal);
    }
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

/// Ends the process by the signal itself, or where the library does not know that it ends one, by
/// SIGTERM.
#[cfg(unix)]
fn end_now(signal: i32) {
    super::session::abandon();
    for signal in [signal, signal_hook::consts::SIGTERM] {
        // If it fails, the program hangs on as before.
        let _ = signal_hook::low_level::emulate_default_handler(signal);
    }
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
