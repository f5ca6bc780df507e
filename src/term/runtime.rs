//! The main loop: wait, drain, update, draw once.

use std::any::Any;
use std::io;
use std::panic::resume_unwind;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use anyhow::Context;

use super::event::Event;
use super::handover::{Handover, Plan};
use super::input::{self, Tokens};
use super::loan::Loan;
use super::reader::Reader;
use super::screen::Screen;
use super::session::{self, Session};
use super::{Ending, Files, Outside, Program, hangup, panic, signals, stop};
use crate::app::document::{Snapshot, Unsaved};
use crate::app::env::Size;
use crate::app::{Effect, Msg};
use crate::file::{SaveCause, create, may_replace, read, save};
use crate::report::Text;

/// How long the first frame waits for the file. Most files are read by then, so that the first
/// frame is the full one; a larger one gets a frame that says so, before anybody can wonder.
const PATIENCE: Duration = Duration::from_millis(20);

/// Runs a program until it ends; see [`run`](super::run).
pub(super) fn run<P: Program>(
    program: P,
    files: Files,
    outside: Outside,
    text: Option<Arc<str>>,
    parse: impl FnMut(Arc<str>) -> Snapshot + Send + 'static,
) -> anyhow::Result<Ending> {
    panic::install();
    let (sender, events) = mpsc::channel();
    let reader = Reader::start(&sender, text, files.how, parse)?;
    let lent = Loan::default();
    signals::listen(&sender, &lent).context("cannot listen for signals")?;
    let session = Session::enter().context("cannot take over the terminal")?;
    let size = session::size();
    let tokens = input::start(&sender, size).context("cannot read keys")?;
    hangup::watch(&sender).context("cannot watch the terminal")?;

    Runtime {
        program,
        files,
        outside,
        reader,
        sender,
        events,
        tokens,
        owes_token: false,
        session: Some(session),
        mouse: false,
        screen: Screen::new(Size { width: 0, height: 0 })?,
        loan: lent,
        to_edit: None,
        handover: None,
        panicked: None,
    }
    .serve(size)
}

struct Runtime<P> {
    program: P,
    files: Files,
    outside: Outside,
    reader: Reader,
    /// What threads that are started later send their events to.
    sender: Sender<Event>,
    events: Receiver<Event>,
    tokens: Tokens,
    /// Whether the input thread waits for the right to go on.
    owes_token: bool,
    /// The terminal, while it is ours: none while the program is stopped, or an editor runs.
    session: Option<Session>,
    /// Whether the terminal is to tell of the mouse while it is ours.
    mouse: bool,
    screen: Screen,
    loan: Loan,
    /// The line at which the batch that is being taken in asks for the editor.
    to_edit: Option<u32>,
    /// The editor, while it runs.
    handover: Option<Handover>,
    /// What a thread panicked with while the editor ran.
    panicked: Option<Box<dyn Any + Send>>,
}

impl<P: Program> Runtime<P> {
    fn serve(mut self, size: Size) -> anyhow::Result<Ending> {
        let ending = self.live(size);
        if let Some(handover) = self.handover.take() {
            handover.end(*ending.as_ref().unwrap_or(&Ending::Quit), &self.events);
        }
        ending
    }

    fn live(&mut self, size: Size) -> anyhow::Result<Ending> {
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
            if let Some(path) = &self.files.path {
                self.reader.follow(path);
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
                    let is_file = matches!(event, Event::Loaded(_) | Event::Lost { .. });
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
            Event::Input(batch) => self.take_input(batch),
            Event::Loaded(version) => Ok(self.apply(Msg::Loaded(version))),
            Event::Lost { why, gone } => {
                let at = (self.files.clock)();
                Ok(self.apply(Msg::Lost { why, gone, at }))
            }
            Event::Edited(result) => self.take_back(result),
            Event::Opened(result) => Ok(self.apply(Msg::Opened(result))),
            #[cfg(unix)]
            Event::End(signal) => Ok(Some(Ending::Signal(signal))),
            // These came just before the editor started; from then on it is the one to obey them.
            #[cfg(unix)]
            Event::Stop | Event::Continue if self.handover.is_some() => Ok(None),
            #[cfg(unix)]
            Event::Stop => {
                self.session = None;
                stop::process();
                Ok(None)
            }
            #[cfg(unix)]
            Event::Continue => self.resume(),
            Event::Gone => Ok(Some(Ending::Gone)),
            // It loses nobody's text: the dashboard can wait, and only then dies of it.
            Event::Panicked(payload) if self.handover.is_some() => {
                self.panicked = Some(payload);
                Ok(None)
            }
            Event::Panicked(payload) => {
                self.session = None;
                resume_unwind(payload)
            }
        }
    }

    fn take_input(&mut self, batch: Vec<Msg>) -> anyhow::Result<Option<Ending>> {
        self.owes_token = true;
        self.to_edit = None;
        for msg in batch {
            // Whoever has asked for the editor types to the editor, even if it is not there yet.
            // Taken for keys of the dashboard, the words of a text would do anything. They
            // cannot be given to the editor, so they are dropped.
            if self.to_edit.is_some() && matches!(msg, Msg::Key(_) | Msg::Mouse(_)) {
                continue;
            }
            if let Some(ending) = self.apply(msg) {
                return Ok(Some(ending));
            }
        }
        match self.to_edit.take() {
            Some(line) => self.hand_over(line),
            None => Ok(None),
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
            Effect::Edit { line } => {
                self.to_edit = Some(line);
                None
            }
            Effect::Mouse(on) => {
                self.mouse = on;
                // A terminal that is gone shows when the next frame is written.
                let _ = session::set_mouse(on);
                None
            }
            Effect::Look => {
                self.reader.look();
                None
            }
            // These are answered at once, so that no key comes in between.
            Effect::Ask => {
                let answer = self.file().and_then(|path| Ok(may_replace(path)?));
                self.apply(Msg::MayWrite(answer.map_err(|error| error.to_string())))
            }
            Effect::Copy(text) => {
                let answer = self.copy(&text);
                self.apply(Msg::Copied(answer))
            }
            Effect::Open(address) => match self.outside.opener.open(&address, &self.sender) {
                Ok(()) => None,
                Err(why) => self.apply(Msg::Opened(Err(why))),
            },
            Effect::Save { expected, text } => {
                let answer = self.save(&expected, &text);
                self.apply(Msg::Saved(answer))
            }
            Effect::Create { text } => {
                let answer = self.create(&text);
                self.apply(Msg::Created(answer))
            }
        }
    }

    /// Between two frames, and only while the terminal is ours: else it would be somebody else's
    /// screen that gets the bytes.
    fn copy(&self, text: &str) -> Result<(), String> {
        let request = self.outside.clipboard.request(text)?;
        if self.session.is_none() {
            return Err("the terminal is in use by another program".to_owned());
        }
        session::write(&request).map_err(|error| format!("cannot write to the terminal: {error}"))
    }

    fn file(&self) -> anyhow::Result<&Path> {
        self.files.path.as_deref().context("there is no file to write to")
    }

    fn save(&mut self, expected: &str, text: &str) -> Result<(), Unsaved> {
        let path = self.file().map_err(|error| Unsaved::Because(error.to_string()))?;
        save(path, expected, text, &mut |_| {}).map_err(|error| match error.cause {
            SaveCause::Changed => Unsaved::Changed(read(path).ok().map(Arc::from)),
            _ => Unsaved::Because(error.to_string()),
        })?;
        self.reader.look();
        Ok(())
    }

    fn create(&mut self, text: &str) -> Result<String, String> {
        let path = self.files.path.as_ref().unwrap_or(&self.files.to_create).clone();
        create(&path, text).map_err(|error| error.to_string())?;
        let name = Text::new(&path.to_string_lossy()).to_string();
        self.files.path = Some(path);
        self.reader.tell_again();
        Ok(name)
    }

    /// Starts the editor. The input thread has no token now and gets none until the next frame,
    /// which is drawn when the editor has ended: all keys are the editor's.
    fn hand_over(&mut self, line: u32) -> anyhow::Result<Option<Ending>> {
        let plan = match Plan::new(self.files.path.as_deref(), &self.outside.editor, line) {
            Ok(plan) => plan,
            Err(text) => return Ok(self.apply(Msg::Edited(Err(text)))),
        };
        // Between the two a Ctrl-C would end the dashboard.
        self.loan.begin();
        self.session = None;
        match plan.start(&self.sender, &self.loan) {
            Ok(handover) => {
                self.handover = Some(handover);
                Ok(None)
            }
            Err(text) => self.take_back(Err(text)),
        }
    }

    /// Takes the terminal back from the editor, or from having tried to start one.
    fn take_back(&mut self, result: Result<(), String>) -> anyhow::Result<Option<Ending>> {
        if let Some(handover) = self.handover.take() {
            handover.take_back(result.is_err());
        }
        if let Some(payload) = self.panicked.take() {
            resume_unwind(payload);
        }
        let resumed = self.resume();
        self.loan.end();
        let ending = resumed?;
        Ok(ending.or_else(|| self.apply(Msg::Edited(result))))
    }

    /// Stops the job the program belongs to. What continues it is a signal, and the signal
    /// brings the terminal back: one way for every kind of stop.
    fn suspend(&mut self) {
        if stop::is_possible() {
            self.session = None;
            let _ = stop::job();
        }
    }

    /// Takes the terminal over anew, even if it seems to be ours: a program stopped by SIGSTOP
    /// has not seen it coming, and the shell has set the terminal up for itself.
    fn resume(&mut self) -> anyhow::Result<Option<Ending>> {
        self.session = None;
        match Session::enter() {
            Ok(session) => {
                self.session = Some(session);
                if self.mouse {
                    let _ = session::set_mouse(true);
                }
            }
            // It was one at the start; a terminal that closes continues its jobs, too.
            Err(_) if !session::is_terminal() => return Ok(Some(Ending::Gone)),
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
