//! The main loop: wait for events, update the state, draw a frame.

mod writing;

use std::any::Any;
use std::convert::Infallible;
use std::ops::ControlFlow::{self, Break, Continue};
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::{Duration, Instant};

use anyhow::Context;

use super::article_reader::{self, ArticleReader};
use super::calendar::Calendar;
use super::copies;
use super::event::Event;
use super::external_programs::RunningEditor;
use super::file_reader::FileReader;
use super::input::{self, Tokens};
use super::screen::Screen;
use super::session::{self, Session};
use super::signals::{self, JobControl, suspend};
use super::{ExitReason, ExternalPrograms, Files, Program, committed, panic};
use crate::app::document::Snapshot;
use crate::app::env::Size;
use crate::app::{Effect, Msg};
use crate::file::{may_create, may_replace};

/// How long the first frame waits for the file. Most files are read within that time, so that the
/// first frame is complete. If a file takes longer, the first frame says that it is being read.
const PATIENCE: Duration = Duration::from_millis(20);

/// What a step of the main loop returns. It breaks with how the program ends.
type Flow<C = ()> = ControlFlow<anyhow::Result<ExitReason>, C>;

/// Runs any [`Program`] the way [`run`](super::run) runs the dashboard.
///
/// The runtime does not depend on the dashboard, so that its tests can run programs that fail in
/// ways in which the dashboard does not.
///
/// # Errors
///
/// As [`run`](super::run).
///
/// # Panics
///
/// As [`run`](super::run).
pub fn run_program<P: Program>(
    program: P,
    files: Files,
    programs: ExternalPrograms,
    text: Option<Arc<str>>,
    parse: impl FnMut(Arc<str>) -> Snapshot + Send + 'static,
) -> anyhow::Result<ExitReason> {
    panic::install();
    let (sender, events) = mpsc::channel();
    let reader = FileReader::start(&sender, text, files.watch_mode, parse)?;
    let job_control = JobControl::default();
    signals::listen(&sender, &job_control).context("cannot listen for signals")?;
    let tokens = input::start(&sender).context("cannot read keys")?;
    let session = Session::enter().context("cannot take over the terminal")?;
    let size = session::size();
    tokens.give(true);

    Runtime {
        calendar: Calendar::new(files.today),
        program,
        files,
        programs,
        reader,
        articles: ArticleReader::default(),
        sender,
        events,
        tokens,
        owes_token: false,
        is_new: false,
        session: Some(session),
        mouse: false,
        screen: Screen::new(Size { width: 0, height: 0 })?,
        job_control,
        to_edit: None,
        editor: None,
        panicked: None,
    }
    .run(size)
}

struct Runtime<P> {
    program: P,
    calendar: Calendar,
    files: Files,
    programs: ExternalPrograms,
    reader: FileReader,
    articles: ArticleReader,
    /// For threads that are started later. As long as it is here, `events` stays connected.
    sender: Sender<Event>,
    events: Receiver<Event>,
    tokens: Tokens,
    /// Whether the input thread waits for a token.
    owes_token: bool,
    /// Whether the terminal was taken over while the input thread waited.
    is_new: bool,
    /// The terminal. None while the program is stopped or an editor runs.
    session: Option<Session>,
    /// Whether the terminal reports the mouse during a session.
    mouse: bool,
    screen: Screen,
    job_control: JobControl,
    /// The line to edit and the article that it is in, if it is in one, if the current batch of input has asked for the editor.
    to_edit: Option<(Option<PathBuf>, u32)>,
    /// The editor while it runs.
    editor: Option<RunningEditor>,
    /// The payload of a panic that happened while the editor ran.
    panicked: Option<Box<dyn Any + Send>>,
}

impl<P: Program> Runtime<P> {
    fn run(mut self, size: Size) -> anyhow::Result<ExitReason> {
        let Break(result) = self.main_loop(size);
        if let Some(editor) = self.editor.take() {
            editor.end(*result.as_ref().unwrap_or(&ExitReason::Quit), &self.events);
        }
        self.session = None;
        // The process ends, and to free a large report piece by piece would only delay it.
        std::mem::forget(self);
        result
    }

    fn main_loop(&mut self, size: Size) -> Flow<Infallible> {
        // The first size is a message like every later one.
        self.apply(Msg::Resize(size))?;
        self.wait_for_file()?;
        loop {
            self.draw()?;
            if let Some(path) = &self.files.path {
                self.reader.follow(path);
            }
            self.wait()?;
        }
    }

    /// Handles events until the file is read or [`PATIENCE`] is over.
    fn wait_for_file(&mut self) -> Flow {
        let deadline = Instant::now() + PATIENCE;
        let left = || deadline.saturating_duration_since(Instant::now());
        while let Ok(event) = self.events.recv_timeout(left()) {
            let is_file = matches!(event, Event::Loaded(_) | Event::Lost { .. });
            self.handle(event)?;
            if is_file {
                break;
            }
        }
        Continue(())
    }

    /// Sleeps until there is an event or another day, then handles all that have come.
    fn wait(&mut self) -> Flow {
        let mut next = self.calendar.recv(&self.events);
        if let Some(day) = self.calendar.turned() {
            self.apply(Msg::Day(day))?;
        }
        while let Some(event) = next {
            self.handle(event)?;
            next = self.events.try_recv().ok();
        }
        Continue(())
    }

    fn handle(&mut self, event: Event) -> Flow {
        match event {
            Event::Input(batch) => self.handle_input(batch),
            Event::Loaded(version) => self.apply(Msg::Loaded(version)),
            Event::Copies(passages, of) => self.apply(Msg::Copies(passages, of)),
            Event::Lost { why, gone } => {
                let at = (self.files.clock)();
                self.apply(Msg::Unreadable { why, gone, at })
            }
            Event::Article { name, text } => self.apply(Msg::Article(name, text)),
            Event::Edited(result) => self.end_editor(result),
            Event::Answer(msg) => self.apply(msg),
            Event::Copied { text, result } => self.end_copy(&text, result),
            #[cfg(unix)]
            Event::Terminate(signal) => Break(Ok(ExitReason::Signal(signal))),
            // These came just before the editor started. Now the editor decides whether to stop.
            #[cfg(unix)]
            Event::Stop | Event::Continue if self.editor.is_some() => Continue(()),
            #[cfg(unix)]
            Event::Stop => {
                self.session = None;
                suspend::process();
                Continue(())
            }
            #[cfg(unix)]
            Event::Continue => self.resume(),
            #[cfg(unix)]
            Event::Resized => self.apply(Msg::Resize(session::size())),
            Event::TerminalGone => Break(Ok(ExitReason::TerminalGone)),
            // The program ends by it, but only after the editor, so that no text in it is lost.
            Event::Panicked(payload) if self.editor.is_some() => {
                self.panicked = Some(payload);
                Continue(())
            }
            Event::Panicked(payload) => {
                self.session = None;
                resume_unwind(payload)
            }
        }
    }

    fn handle_input(&mut self, batch: Vec<Msg>) -> Flow {
        self.owes_token = true;
        self.to_edit = None;
        for msg in batch {
            // What is typed after the key that starts the editor is meant for the editor. The
            // dashboard would take the letters of a text for its keys. They cannot be passed on
            // to the editor, so they are dropped.
            if self.to_edit.is_some() && matches!(msg, Msg::Key(..) | Msg::Mouse(_)) {
                continue;
            }
            self.apply(msg)?;
        }
        match self.to_edit.take() {
            Some((article, line)) => self.start_editor(article.as_deref(), line),
            None => Continue(()),
        }
    }

    fn apply(&mut self, msg: Msg) -> Flow {
        if let Msg::Resize(size) = msg {
            // Also if the size is the same as before: the terminal may have been smaller in
            // between, and have cut off lines.
            if let Ok(screen) = Screen::new(size) {
                self.screen = screen;
            }
        }
        let Some(effect) = self.program.update(msg) else { return Continue(()) };
        match effect {
            Effect::Quit => return Break(Ok(ExitReason::Quit)),
            Effect::Suspend => self.suspend(),
            Effect::Edit(line) => self.to_edit = Some((None, line)),
            Effect::EditArticle(name, line) => {
                let path = article_reader::place(&name, &self.files);
                self.to_edit = Some((Some(path), line));
            }
            Effect::FollowArticles(names) => {
                self.articles.follow(names, &self.files, &self.sender);
            }
            Effect::Mouse(on) => {
                self.mouse = on;
                // An error shows again when the next frame is written.
                let _ = session::set_mouse(on);
            }
            Effect::Reread => self.reader.handle.look(),
            Effect::ReadCommit(as_of) => committed::read(&self.files, as_of, &self.sender),
            Effect::Recheck => self.reader.handle.tell_again(),
            // The answers to these are applied at once, before the next key.
            Effect::CheckWritable => {
                let answer = self.file().and_then(|path| Ok(may_replace(path)?));
                return self.apply(Msg::MayWrite(answer.map_err(|error| error.to_string())));
            }
            Effect::CheckCreatable => {
                let answer = may_create(&self.files.to_create);
                return self.apply(Msg::MayCreate(answer.map_err(|error| error.to_string())));
            }
            Effect::Copy(text) => {
                if !self.programs.clipboard.hand_over(&text, &self.sender) {
                    return self.apply(Msg::Copied(self.ask_terminal(&text)));
                }
            }
            Effect::Open(address) => return self.open(Ok(address.to_string())),
            Effect::OpenCopy(name) => {
                return self.open(copies::url(&name, self.files.path.as_deref()));
            }
            Effect::Save { expected, text } => {
                return self.apply(Msg::Saved(self.save(&expected, &text)));
            }
            Effect::Create(text) => {
                let answer = self.create(&text);
                return self.apply(Msg::Created(answer));
            }
        }
        Continue(())
    }

    fn open(&mut self, url: Result<String, String>) -> Flow {
        match url.and_then(|url| self.programs.opener.open(url, &self.sender)) {
            Ok(()) => Continue(()),
            Err(why) => self.apply(Msg::Opened(Err(why))),
        }
    }

    /// Takes what the program of the clipboard has done. If it has failed, the terminal is asked.
    fn end_copy(&mut self, text: &str, result: Result<String, String>) -> Flow {
        if !self.programs.clipboard.finish(text) {
            return Continue(());
        }
        self.apply(Msg::Copied(result.or_else(|why| match self.ask_terminal(text) {
            Ok(sent) => Ok(format!("{sent}, as {why}")),
            Err(error) => Err(format!("{why}, and {error}")),
        })))
    }

    /// Asks the terminal to copy a text. Writes between two frames, and only during a session:
    /// otherwise another program would have the terminal.
    fn ask_terminal(&self, text: &str) -> Result<String, String> {
        let request = self.programs.clipboard.request(text)?;
        if self.session.is_none() {
            return Err("the terminal is in use by another program".to_owned());
        }
        session::write(&request).map_err(|e| format!("the terminal cannot be written to: {e}"))?;
        Ok("sent to the terminal".to_owned())
    }

    /// Starts the editor. The input thread has no token and gets none until the next frame, which
    /// is drawn after the editor has ended: all keys go to the editor.
    fn start_editor(&mut self, article: Option<&Path>, line: u32) -> Flow {
        let path = article.or(self.files.path.as_deref());
        let invocation = match self.programs.editor.prepare(path, line) {
            Ok(invocation) => invocation,
            Err(text) => return self.apply(Msg::Edited(Err(text))),
        };
        // First, because a Ctrl-C between the two would end the dashboard.
        self.job_control.editor_starts();
        self.session = None;
        match RunningEditor::start(&invocation, &self.sender, &self.job_control) {
            Ok(editor) => {
                self.editor = Some(editor);
                Continue(())
            }
            Err(text) => self.end_editor(Err(text)),
        }
    }

    /// Takes the terminal over again, after the editor or after a failure to start it.
    fn end_editor(&mut self, result: Result<(), String>) -> Flow {
        self.editor = None;
        session::take_back(result.is_err());
        if let Some(payload) = self.panicked.take() {
            resume_unwind(payload);
        }
        let resumed = self.resume();
        self.job_control.editor_ended();
        resumed?;
        self.apply(Msg::Edited(result))
    }

    /// Stops the job that the program belongs to. The signal that continues the job also brings
    /// the terminal back, as after every other kind of stop.
    fn suspend(&mut self) {
        if suspend::is_possible() {
            self.session = None;
            let _ = suspend::job();
        }
    }

    /// Takes the terminal over, even if there is a session: a program cannot notice a SIGSTOP, and
    /// the shell has changed the modes of the terminal since.
    fn resume(&mut self) -> Flow {
        self.session = None;
        match Session::enter() {
            Ok(session) => {
                self.session = Some(session);
                self.is_new = self.owes_token;
                if self.mouse {
                    let _ = session::set_mouse(true);
                }
            }
            // It was a terminal at the start. One that closes continues its jobs, too.
            Err(_) if !session::is_terminal() => return Break(Ok(ExitReason::TerminalGone)),
            Err(error) => return Break(session::end_by(error)),
        }
        self.apply(Msg::Resize(session::size()))
    }

    /// Draws a frame, if there is a session, and gives the input thread its token.
    fn draw(&mut self) -> Flow {
        if self.session.is_none() {
            return Continue(());
        }
        let program = &self.program;
        if let Err(error) = self.screen.draw(|frame| program.view(frame)) {
            return Break(session::end_by(error));
        }
        if std::mem::take(&mut self.owes_token) {
            self.tokens.give(std::mem::take(&mut self.is_new));
        }
        Continue(())
    }
}
