//! Signals, as events.

use std::io;
#[cfg(unix)]
use std::sync::Arc;
use std::sync::mpsc::Sender;
#[cfg(unix)]
use std::time::Instant;

use super::event::Event;

pub(super) mod hangup;
mod job_control;
pub(super) mod suspend;

pub(super) use job_control::Loan;

/// Starts the thread that turns signals into events.
///
/// From the moment this returns no signal ends the process by itself, so it has to come before
/// the terminal is taken over. Only when asked to end a second time does this thread end the
/// process: the main loop has had its chance, and hangs. While the terminal is lent, `loan`
/// decides what a signal means.
///
/// # Errors
///
/// When a handler cannot be registered or no thread can be started.
#[cfg(unix)]
pub(super) fn listen(events: &Sender<Event>, loan: &Loan) -> io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
    use signal_hook::iterator::Signals;

    outlive_size_limits()?;
    let loan = loan.clone();
    let mut signals = Signals::new([SIGTERM, SIGINT, SIGQUIT, SIGHUP, SIGTSTP, SIGCONT])?;
    let sink = events.clone();
    super::panic::spawn("signals", events, move || {
        let mut asked = false;
        loop {
            let pending: Vec<i32> = signals.wait().collect();
            let continued = pending.contains(&SIGCONT);
            for signal in pending {
                // Of a stop and a continuation that came together, whoever sent them wants the
                // program to run; one at a time they would come in the wrong order.
                if continued && signal == SIGTSTP {
                    continue;
                }
                if loan.takes(signal, Instant::now()) {
                    continue;
                }
                let event = meaning(signal);
                if matches!(event, Event::End(_)) && std::mem::replace(&mut asked, true) {
                    end_now(signal);
                }
                if sink.send(event).is_err() {
                    return;
                }
            }
        }
    })
}

/// Lets a write past the largest file that the system allows fail, which can be told and leaves
/// the terminal in order. Without a handler SIGXFSZ would kill the process.
#[cfg(unix)]
fn outlive_size_limits() -> io::Result<()> {
    use signal_hook::consts::SIGXFSZ;

    signal_hook::flag::register(SIGXFSZ, Arc::default()).map(drop)
}

/// Ends the process by the signal itself.
#[cfg(unix)]
fn end_now(signal: i32) {
    super::session::abandon();
    // Should it fail, the program is no worse off than before.
    let _ = signal_hook::low_level::emulate_default_handler(signal);
}

/// Other systems have no signals that the program would outlive.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the signature is that of the Unix function")]
pub(super) fn listen(_: &Sender<Event>, _: &Loan) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn meaning(signal: i32) -> Event {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGTSTP};

    match signal {
        SIGHUP => Event::Gone,
        SIGTSTP => Event::Stop,
        SIGCONT => Event::Continue,
        other => Event::End(other),
    }
}
