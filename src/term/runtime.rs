//! The main loop: wait, drain, update, draw once.

use std::io;
use std::panic::resume_unwind;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use anyhow::Context;

use super::event::Event;
use super::input::{self, Tokens};
use super::screen::Screen;
use super::session::{self, Session};
use super::{Ending, Program, hangup, panic, signals, stop};
use crate::app::{Effect, Msg, Size};
use crate::load::Loaded;

/// How long the first frame waits for the file. Most files are read by then, so that the first
/// frame is the full one; a larger one gets a frame that says so, before anybody can wonder.
const PATIENCE: Duration = Duration::from_millis(20);

/// Runs a program until it ends; see [`run`](super::run).
pub(super) fn run<P: Program>(
    program: P,
    load: impl FnOnce() -> Loaded + Send + 'static,
) -> anyhow::Result<Ending> {
    panic::install();
    let (sender, events) = mpsc::channel();
    let sink = sender.clone();
    panic::spawn("load", &sender, move || {
        let _ = sink.send(Event::Loaded(Box::new(load())));
    })
    .context("cannot start reading")?;
    signals::listen(&sender).context("cannot listen for signals")?;
    let session = Session::enter().context("cannot take over the terminal")?;
    let size = session::size();
    let tokens = input::start(&sender, size).context("cannot read keys")?;
    hangup::watch(&sender).context("cannot watch the terminal")?;

    Runtime {
        program,
        events,
        tokens,
        owes_token: false,
        session: Some(session),
        screen: Screen::new(Size { width: 0, height: 0 })?,
    }
    .serve(size)
}

struct Runtime<P> {
    program: P,
    events: Receiver<Event>,
    tokens: Tokens,
    /// Whether the input thread waits for the right to go on.
    owes_token: bool,
    /// The terminal, while it is ours: none while the program is stopped.
    session: Option<Session>,
    screen: Screen,
}

impl<P: Program> Runtime<P> {
    fn serve(mut self, size: Size) -> anyhow::Result<Ending> {
        // The first size arrives like every later one.
        if let Some(ending) = self.apply(Msg::Resize(size)) {
            return Ok(ending);
        }
        if let Some(ending) = self.wait_for_file()? {
            return Ok(ending);
        }
        loop {
            if let Some(ending) = self.draw()? {
                return Ok(ending);
            }
            if let Some(ending) = self.wait()? {
                return Ok(ending);
            }
        }
    }

    /// Takes events until the file is there or patience ends.
    fn wait_for_file(&mut self) -> anyhow::Result<Option<Ending>> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.events.recv_timeout(left) {
                Ok(event) => {
                    let is_file = matches!(event, Event::Loaded(_));
                    let ending = self.take(event)?;
                    if is_file || ending.is_some() {
                        return Ok(ending);
                    }
                }
                Err(RecvTimeoutError::Timeout) => return Ok(None),
                Err(RecvTimeoutError::Disconnected) => return Ok(Some(Ending::Gone)),
            }
        }
    }

    /// Sleeps until something happens, then takes everything that has happened.
    fn wait(&mut self) -> anyhow::Result<Option<Ending>> {
        // Every thread has ended: no key and no signal can ever arrive again.
        let Ok(first) = self.events.recv() else {
            return Ok(Some(Ending::Gone));
        };
        let mut next = Some(first);
        while let Some(event) = next {
            if let Some(ending) = self.take(event)? {
                return Ok(Some(ending));
            }
            next = self.events.try_recv().ok();
        }
        Ok(None)
    }

    fn take(&mut self, event: Event) -> anyhow::Result<Option<Ending>> {
        match event {
            Event::Input(batch) => {
                self.owes_token = true;
                Ok(batch.into_iter().find_map(|msg| self.apply(msg)))
            }
            Event::Loaded(loaded) => Ok(self.apply(Msg::Loaded(loaded))),
            #[cfg(unix)]
            Event::End(signal) => Ok(Some(Ending::Signal(signal))),
            #[cfg(unix)]
            Event::Stop => {
                self.session = None;
                stop::process();
                Ok(None)
            }
            #[cfg(unix)]
            Event::Continue => self.resume(),
            Event::Gone => Ok(Some(Ending::Gone)),
            Event::Panicked(payload) => {
                self.session = None;
                resume_unwind(payload)
            }
        }
    }

    fn apply(&mut self, msg: Msg) -> Option<Ending> {
        if let Msg::Resize(size) = msg {
            // Even at the same size as before: in between the terminal may have cut lines off.
            if let Ok(screen) = Screen::new(size) {
                self.screen = screen;
            }
        }
        match self.program.update(msg)? {
            Effect::Quit => Some(Ending::Quit),
            Effect::Suspend => {
                self.suspend();
                None
            }
        }
    }

    /// Stops the job the program belongs to. What continues it is a signal, and the signal
    /// brings the terminal back: one way for every kind of stop.
    fn suspend(&mut self) {
        if stop::is_possible() {
            self.session = None;
            stop::job();
        }
    }

    /// Takes the terminal over anew, even if it seems to be ours: a program stopped by SIGSTOP
    /// has not seen it coming, and the shell has set the terminal up for itself.
    #[cfg(unix)]
    fn resume(&mut self) -> anyhow::Result<Option<Ending>> {
        self.session = None;
        match Session::enter() {
            Ok(session) => self.session = Some(session),
            Err(error) => return vanished(error).map(Some),
        }
        Ok(self.apply(Msg::Resize(session::size())))
    }

    /// Draws a frame, if the terminal is ours, and lets the input thread go on.
    fn draw(&mut self) -> anyhow::Result<Option<Ending>> {
        if self.session.is_none() {
            return Ok(None);
        }
        let program = &self.program;
        if let Err(error) = self.screen.draw(|frame| program.view(frame)) {
            return vanished(error).map(Some);
        }
        if std::mem::take(&mut self.owes_token) {
            self.tokens.give();
        }
        Ok(None)
    }
}

/// An error of a terminal that is gone is an ending; any other stays an error.
fn vanished(error: io::Error) -> anyhow::Result<Ending> {
    if session::has_vanished(&error) {
        return Ok(Ending::Gone);
    }
    Err(error).context("cannot write to the terminal")
}
