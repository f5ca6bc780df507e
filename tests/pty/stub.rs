//! Programs for the runtime that do what the dashboard never would.
//!
//! A runtime needs a process and a terminal of its own, so the test program runs itself in the
//! terminal, with one of the ignored tests below.

use std::io::Write;
use std::path::PathBuf;
use std::sync::mpsc::{self, Sender};
use std::{env, thread};

use indicia::app::document::Snapshot;
use indicia::app::env::{Clock, Size};
use indicia::app::keys::{Code, Key};
use indicia::app::{Effect, Msg};
use indicia::file::WatchMode;
use indicia::term::{EditorCommand, ExternalPrograms, Files, Program as Run, run_program};
use ratatui::Frame;

use crate::harness::{Program, Terminal};

/// Set for the process in the terminal. `cargo test -- --ignored` must not run it elsewhere.
const GUARD: &str = "INDICIA_TEST_IN_TERMINAL";

/// Names the file that the stub edits.
pub const FILE: &str = "INDICIA_TEST_FILE";

/// Opens a terminal that shows the stub.
pub fn started() -> Terminal {
    shown(program())
}

/// Opens a terminal and waits for the stub in it.
#[track_caller]
pub fn shown(program: Program) -> Terminal {
    let terminal = Terminal::start(program);
    terminal.wait_for_text("0 keys");
    terminal
}

/// The stub.
pub fn program() -> Program {
    let myself = env::current_exe().unwrap();
    with_arguments(Program::new(myself.to_str().unwrap()))
}

/// The stub, started by a shell script in which `"$0" "$@"` is the program.
pub fn script(text: &str) -> Program {
    let myself = env::current_exe().unwrap();
    let shell = Program::new("/bin/sh").arg("-c").arg(text);
    with_arguments(shell.arg(myself.to_str().unwrap()))
}

fn with_arguments(program: Program) -> Program {
    ["--ignored", "--exact", "stub::run_in_terminal", "--nocapture", "--test-threads=1"]
        .into_iter()
        .fold(program, Program::arg)
        .env(GUARD, "1")
}

/// Counts keys, shows its size and how the editor has ended. `e` starts the editor at line 12,
/// `p` panics while drawing, `t` on the loader's thread, and `h` hangs.
struct Stub {
    keys: usize,
    size: Size,
    edited: String,
    panics: bool,
    loader: Sender<()>,
}

impl Run for Stub {
    fn update(&mut self, msg: Msg) -> Option<Effect> {
        match msg {
            Msg::Key(key, _) => {
                self.keys += 1;
                self.press(key)
            }
            Msg::Resize(size) => {
                self.size = size;
                None
            }
            Msg::Edited(result) => {
                self.edited = result.map_or_else(|text| text, |()| "edited well".to_owned());
                None
            }
            _ => None,
        }
    }

    fn view(&self, frame: &mut Frame<'_>) {
        assert!(!self.panics, "a panic while drawing");
        let Size { width, height } = self.size;
        let text = format!("{} keys\n{width} by {height}\n{}", self.keys, self.edited);
        frame.render_widget(ratatui::text::Text::raw(text), frame.area());
    }
}

impl Stub {
    fn press(&mut self, key: Key) -> Option<Effect> {
        match key.code {
            Code::Char('q') => return Some(Effect::Quit),
            Code::Char('z') if key.ctrl => return Some(Effect::Suspend),
            Code::Char('e') => return Some(Effect::Edit(12)),
            Code::Char('p') => self.panics = true,
            Code::Char('t') => self.loader.send(()).unwrap(),
            Code::Char('h') => hang(),
            _ => {}
        }
        None
    }
}

/// Says so, past the runtime, and never returns.
fn hang() -> ! {
    print!("\x1b[5;1Hhangs");
    std::io::stdout().flush().unwrap();
    loop {
        thread::park();
    }
}

#[test]
#[ignore = "run by other tests, inside their terminal"]
fn run_in_terminal() {
    if env::var_os(GUARD).is_none() {
        return;
    }
    let (loader, told) = mpsc::channel();
    let size = Size { width: 0, height: 0 };
    let stub = Stub { keys: 0, size, edited: String::new(), panics: false, loader };
    let editor = EditorCommand::new(|name| env::var(name).ok().filter(|_| name != "VISUAL"), None);
    let path = env::var_os(FILE).map(PathBuf::from);
    let to_create = PathBuf::from("no-such-file");
    let (watch_mode, clock) = (WatchMode::Native, Clock::default);
    let files = Files { path, to_create, watch_mode, clock, today: None };
    let programs = ExternalPrograms { editor, ..ExternalPrograms::default() };
    let text = Some("".into());
    let reason = run_program(stub, files, programs, text, move |_| never_loads(&told));
    println!("ended with {}", reason.unwrap().exit_code());
}

/// A file that is never read to its end, until told to fail.
fn never_loads(told: &mpsc::Receiver<()>) -> Snapshot {
    assert!(told.recv().is_err(), "a panic on another thread");
    // The program has ended; the process is about to.
    loop {
        thread::park();
    }
}
