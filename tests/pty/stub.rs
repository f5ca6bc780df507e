//! Programs for the runtime that do what the dashboard never would.
//!
//! A runtime needs a process and a terminal of its own, so the test program runs itself in the
//! terminal, with one of the ignored tests below.

use std::env;
use std::io::Write;
use std::sync::mpsc::{self, Sender};
use std::thread;

use indicia::app::{Code, Effect, Key, Msg, Size};
use indicia::load::Loaded;
use indicia::term::{Program as Run, run_program};
use ratatui::Frame;

use crate::harness::{Program, Terminal};

/// Set for the process in the terminal. `cargo test -- --ignored` must not run it elsewhere.
const GUARD: &str = "INDICIA_TEST_IN_TERMINAL";

/// Opens a terminal that shows the stub.
pub fn started() -> Terminal {
    let myself = env::current_exe().unwrap();
    let program = Program::new(myself.to_str().unwrap())
        .arg("--ignored")
        .arg("--exact")
        .arg("stub::run_in_terminal")
        .arg("--nocapture")
        .arg("--test-threads=1")
        .env(GUARD, "1");
    let terminal = Terminal::start(program);
    terminal.wait_for_text("0 keys");
    terminal
}

/// Counts keys and shows its size. `p` panics while drawing, `t` on the loader's thread,
/// and `h` hangs.
struct Stub {
    keys: usize,
    size: Size,
    panics: bool,
    loader: Sender<()>,
}

impl Run for Stub {
    fn update(&mut self, msg: Msg) -> Option<Effect> {
        match msg {
            Msg::Key(key) => {
                self.keys += 1;
                self.press(key)
            }
            Msg::Resize(size) => {
                self.size = size;
                None
            }
            Msg::Loaded(_) => None,
        }
    }

    fn view(&self, frame: &mut Frame<'_>) {
        assert!(!self.panics, "a panic while drawing");
        let Size { width, height } = self.size;
        let text = format!("{} keys\n{width} by {height}", self.keys);
        frame.render_widget(ratatui::text::Text::raw(text), frame.area());
    }
}

impl Stub {
    fn press(&mut self, key: Key) -> Option<Effect> {
        match key.code {
            Code::Char('q') => return Some(Effect::Quit),
            Code::Char('z') if key.ctrl => return Some(Effect::Suspend),
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
    let stub = Stub { keys: 0, size, panics: false, loader };
    let ending = run_program(stub, move || never_loads(&told));
    println!("ended with {}", ending.unwrap().exit_code());
}

/// A file that takes for ever to read, until told to fail.
fn never_loads(told: &mpsc::Receiver<()>) -> Loaded {
    assert!(told.recv().is_err(), "a panic on another thread");
    // The program has ended; the process is about to.
    loop {
        thread::park();
    }
}
