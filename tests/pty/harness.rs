//! A terminal emulator for tests: a pseudo-terminal, a screen, and patience.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Condvar, LazyLock, Mutex, MutexGuard};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{
    ChildKiller, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system,
};
use vt100::{Parser, Screen};

use crate::folder_with_report;

/// How long anything may take. Only a failing test ever waits this long.
pub const PATIENCE: Duration = Duration::from_secs(20);

const COLUMNS: u16 = 80;
const ROWS: u16 = 24;

/// Where programs run. The shipped report may be edited, and no test may depend on its figures.
static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| folder_with_report("frozen-report"));

/// Variables of the terminal in which the tests run, on which no test may depend.
const NOT_INHERITED: [&str; 11] = [
    "NO_COLOR",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLORTERM",
    "WT_SESSION",
    "TMUX",
    "STY",
    "TZ",
    "SSH_CONNECTION",
    "SSH_CLIENT",
    "SSH_TTY",
];

/// What to run in the terminal.
pub struct Program(CommandBuilder);

impl Program {
    pub fn new(path: &str) -> Self {
        let mut command = CommandBuilder::new(path);
        command.cwd(&*FOLDER);
        command.env("TERM", "xterm-256color");
        command.env("LC_ALL", "C.UTF-8");
        for name in NOT_INHERITED {
            command.env_remove(name);
        }
        // No clipboard and no browser but those that a test names.
        for name in ["DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "BROWSER"] {
            command.env_remove(name);
        }
        // The configuration of the user who runs the tests must not matter.
        command.env("XDG_CONFIG_HOME", "/nonexistent");
        Self(command)
    }

    pub fn arg(mut self, arg: &str) -> Self {
        self.0.arg(arg);
        self
    }

    /// Runs it in a folder.
    pub fn within(mut self, folder: &std::path::Path) -> Self {
        self.0.cwd(folder);
        self
    }

    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.0.env(name, value);
        self
    }
}

/// The modes of a terminal that a program can leave switched.
#[derive(Debug, PartialEq, Eq)]
struct Modes {
    alternate_screen: bool,
    hidden_cursor: bool,
    /// The escape sequences that switch on what is on: mouse, paste, keypad and cursor keys.
    input: String,
}

impl Modes {
    fn of(screen: &Screen) -> Self {
        Self {
            alternate_screen: screen.alternate_screen(),
            hidden_cursor: screen.hide_cursor(),
            input: screen.input_mode_formatted(),
        }
    }
}

struct State {
    parser: Parser,
    /// Everything the program has written.
    written: Vec<u8>,
    /// Asks the reader to let go of the terminal after what it reads next.
    closing: bool,
}

impl State {
    /// Whether all of the last frame has arrived. A part of one shows words of the frame before,
    /// for which a test might be waiting.
    fn is_whole(&self) -> bool {
        const MARK: &[u8] = b"\x1b[?2026";
        let last = self.written.windows(MARK.len()).rposition(|bytes| bytes == MARK);
        last.is_none_or(|at| self.written.get(at + MARK.len()) == Some(&b'l'))
    }
}

#[derive(Clone)]
struct Shared(Arc<(Mutex<State>, Condvar)>);

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.0.lock().unwrap()
    }

    /// Waits until the state fits, or the time is up; says which.
    fn wait(&self, time: Duration, fits: impl Fn(&State) -> bool) -> bool {
        let deadline = Instant::now() + time;
        let mut state = self.lock();
        while !fits(&state) {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return false;
            }
            state = self.0.1.wait_timeout(state, left).unwrap().0;
        }
        true
    }

    /// Shows what the program writes, and answers what it asks.
    fn read(self, mut from: Box<dyn Read + Send>, keyboard: &Keyboard) {
        let mut buffer = [0; 4096];
        while let Ok(count @ 1..) = from.read(&mut buffer) {
            if buffer[..count].windows(QUESTION.len()).any(|bytes| bytes == QUESTION) {
                keyboard.write(ANSWER);
            }
            let mut state = self.lock();
            state.parser.process(&buffer[..count]);
            state.written.extend_from_slice(&buffer[..count]);
            let closing = state.closing;
            drop(state);
            self.0.1.notify_all();
            if closing {
                return;
            }
        }
    }
}

/// The question for the attributes of a terminal, which the program asks in one write with others.
const QUESTION: &[u8] = b"\x1b[c";
const ANSWER: &[u8] = b"\x1b[?62;22c";

/// Where the bytes of keys go, and the answers of the terminal.
#[derive(Clone)]
struct Keyboard(Arc<Mutex<Box<dyn Write + Send>>>);

impl Keyboard {
    fn write(&self, bytes: &[u8]) {
        let mut writer = self.0.lock().unwrap();
        writer.write_all(bytes).unwrap();
        writer.flush().unwrap();
    }
}

/// A terminal with a program in it.
pub struct Terminal {
    master: Box<dyn MasterPty + Send>,
    keyboard: Keyboard,
    shared: Shared,
    reader: Option<JoinHandle<()>>,
    child: Child,
    /// The modes and the line discipline before the program started.
    before: (Modes, Option<String>),
}

impl Terminal {
    /// Opens a terminal and starts the program in it.
    pub fn start(program: Program) -> Self {
        let size = PtySize { rows: ROWS, cols: COLUMNS, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let parser = Parser::new(cells(ROWS), cells(COLUMNS), 0);
        let before = (Modes::of(parser.screen()), line_discipline(pair.master.as_ref()));
        let state = State { parser, written: Vec::new(), closing: false };
        let shared = Shared(Arc::new((Mutex::new(state), Condvar::new())));

        let input = pair.master.try_clone_reader().unwrap();
        let keyboard = Keyboard(Arc::new(Mutex::new(pair.master.take_writer().unwrap())));
        let (reading, answering) = (shared.clone(), keyboard.clone());
        let reader = thread::spawn(move || reading.read(input, &answering));
        let child = Child::spawn(&*pair.slave, program);
        // The terminal must end with the program, not with the test.
        drop(pair.slave);
        Self { master: pair.master, keyboard, shared, reader: Some(reader), child, before }
    }

    /// Types bytes, in one write. Not for an Esc at the end: the program might read the next key
    /// together with it, and the two are Alt and that key.
    #[track_caller]
    pub fn send(&mut self, bytes: &[u8]) {
        assert!(!bytes.ends_with(b"\x1b"), "what has to be gone before the next key is sent?");
        self.send_as_is(bytes);
    }

    /// Types bytes, whatever they are.
    pub fn send_as_is(&self, bytes: &[u8]) {
        self.keyboard.write(bytes);
    }

    /// Types Esc and waits until a text that is on the screen is gone.
    #[track_caller]
    pub fn escape(&mut self, text: &str) {
        self.wait_for_text(text);
        self.send_as_is(b"\x1b");
        self.wait_for(&format!("no {text}"), |screen| !screen.contents().contains(text));
    }

    pub fn resize(&self, columns: u16, rows: u16) {
        self.shared.lock().parser.set_size(cells(rows), cells(columns));
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.master.resize(size).unwrap();
    }

    /// Writes on the screen past the program, as another program would.
    pub fn scribble(&self, text: &str) {
        self.shared.lock().parser.process(text.as_bytes());
    }

    /// Waits until the screen fits, or fails with `what` was expected and what is there.
    #[track_caller]
    pub fn wait_for(&self, what: &str, fits: impl Fn(&Screen) -> bool) {
        let fits = |state: &State| state.is_whole() && fits(state.parser.screen());
        assert!(self.shared.wait(PATIENCE, fits), "never seen: {what}\n{}", self.text());
    }

    #[track_caller]
    pub fn wait_for_text(&self, text: &str) {
        self.wait_for(text, |screen| screen.contents().contains(text));
    }

    /// Waits until the program has left its screen and then written the text, which may have
    /// scrolled away since.
    #[track_caller]
    pub fn wait_for_last_words(&self, text: &str) {
        let said = self.shared.wait(PATIENCE, |state| {
            let written = String::from_utf8_lossy(&state.written);
            let after = written.rsplit_once("\x1b[?1049l").map(|(_, after)| after);
            after.is_some_and(|after| after.contains(text))
        });
        assert!(said, "never said: {text}\n{}", self.text());
    }

    /// Looks at the screen as it is.
    pub fn look(&self, at: impl FnOnce(&Screen)) {
        at(self.shared.lock().parser.screen());
    }

    /// Does something, and again after a moment, as a user does, until the screen fits.
    #[track_caller]
    pub fn wait_after(&self, what: &str, again: impl Fn(), fits: impl Fn(&Screen) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        let fits = |state: &State| state.is_whole() && fits(state.parser.screen());
        again();
        while !self.shared.wait(Duration::from_millis(300), fits) {
            assert!(Instant::now() < deadline, "never seen: {what}\n{}", self.text());
            again();
        }
    }

    /// Whether the program has ever written the text.
    pub fn has_written(&self, text: &str) -> bool {
        String::from_utf8_lossy(&self.shared.lock().written).contains(text)
    }

    /// Everything that the program has written.
    pub fn written(&self) -> String {
        String::from_utf8_lossy(&self.shared.lock().written).into_owned()
    }

    /// Lets time pass in which the program may write; says whether it has.
    #[cfg(target_os = "linux")]
    pub fn writes_within(&self, time: Duration) -> bool {
        let before = self.shared.lock().written.len();
        self.shared.wait(time, |state| state.written.len() != before)
    }

    /// The text on the screen, with a frame of modes for failures.
    pub fn text(&self) -> String {
        let state = self.shared.lock();
        let screen = state.parser.screen();
        format!("{:?}\n---\n{}\n---", Modes::of(screen), screen.contents())
    }

    pub fn child(&self) -> &Child {
        &self.child
    }

    /// Waits until the screen's modes and the line discipline are as before the start.
    #[track_caller]
    pub fn wait_until_restored(&self) {
        self.wait_for("the modes of the start", |screen| Modes::of(screen) == self.before.0);
        let now = line_discipline(self.master.as_ref());
        assert_eq!(now, self.before.1, "line discipline");
    }

    /// Quits the program by its key and checks what it leaves behind.
    #[track_caller]
    pub fn quit(mut self) {
        self.send(b"q");
        self.assert_leaves_cleanly(0);
    }

    /// Waits for the program to end and checks its exit code and what it leaves behind.
    #[track_caller]
    pub fn assert_leaves_cleanly(&mut self, code: u32) {
        let status = self.wait_until_it_has_left();
        assert_eq!((status.exit_code(), status.signal()), (code, None), "{}", self.text());
    }

    /// Waits for the program to end, however it does, and checks what it leaves behind.
    #[track_caller]
    pub fn wait_until_it_has_left(&mut self) -> ExitStatus {
        let status = self.child.wait(|| self.text());
        if let Some(reader) = self.reader.take() {
            reader.join().unwrap();
        }
        self.wait_until_restored();
        status
    }

    /// Closes the terminal under the running program, as closing a window does.
    pub fn close(mut self) -> Child {
        self.shared.lock().closing = true;
        // The reader holds the terminal open until the program has written something more.
        self.send(b"\x1b[B");
        self.resize(COLUMNS - 1, ROWS - 1);
        if let Some(reader) = self.reader.take() {
            reader.join().unwrap();
        }
        self.child
    }
}

/// The program in a terminal; killed when dropped, if it still runs.
pub struct Child {
    id: i32,
    killer: Box<dyn ChildKiller + Send + Sync>,
    ended: Receiver<ExitStatus>,
    has_ended: std::cell::Cell<bool>,
}

impl Child {
    fn spawn(slave: &dyn portable_pty::SlavePty, program: Program) -> Self {
        let mut child = slave.spawn_command(program.0).unwrap();
        let id = i32::try_from(child.process_id().unwrap()).unwrap();
        let killer = child.clone_killer();
        let (sender, ended) = mpsc::channel();
        thread::spawn(move || sender.send(child.wait().unwrap()));
        Self { id, killer, ended, has_ended: false.into() }
    }

    pub fn id(&self) -> i32 {
        self.id
    }

    /// Waits for the end, or fails with what `seen` says.
    #[track_caller]
    pub fn wait(&self, seen: impl FnOnce() -> String) -> ExitStatus {
        let Ok(status) = self.ended.recv_timeout(PATIENCE) else {
            panic!("the program never ended\n{}", seen());
        };
        self.has_ended.set(true);
        status
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        if !self.has_ended.get() {
            let _ = self.killer.kill();
        }
    }
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).unwrap()
}

fn line_discipline(master: &dyn MasterPty) -> Option<String> {
    master.get_termios().map(|termios| format!("{termios:?}"))
}
