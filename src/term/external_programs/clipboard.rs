//! Copies a text to the clipboard: with a program of the system, else by asking the terminal.
//!
//! A program says whether it has worked; the terminal says nothing. Over ssh the clipboard of the
//! system is not the user's, and the terminal is the only way.

mod terminal;

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

use super::command_line::Lookup;
use super::detached::{detached, located, not_started, until_end};
use super::is_over_ssh;
use crate::term::event::Event;
use crate::term::panic;
use terminal::Route;

/// How long a program may take. Some wait without end for a display that is gone.
const LONGEST: Duration = Duration::from_secs(2);

type IsSet<'e> = &'e dyn Fn(&str) -> bool;

/// A program that takes a text on its standard input and copies it.
#[derive(Clone, Copy, Debug)]
struct Known {
    program: &'static str,
    arguments: &'static [&'static str],
    /// Whether it could work, by whether a variable is set.
    fits: fn(IsSet<'_>) -> bool,
    /// Whether it copies to the clipboard of the machine that it runs on.
    is_local: bool,
    encode: fn(&str) -> Vec<u8>,
}

impl Known {
    /// What is known once it has ended well.
    fn says(&self) -> String {
        match self {
            Self { program, is_local: true, .. } => format!("copied with {program}"),
            Self { program, .. } => {
                format!("copied to {program}'s buffer; the terminal may get it")
            }
        }
    }
}

/// The programs, the best first. tmux (3.2 or later) keeps a copy for pasting, and passes it to the
/// terminal, which it does not let the programs in it do by themselves (`set-clipboard external`). It
/// does not say whether a terminal is attached, nor whether that has a clipboard.
const KNOWN: &[Known] = &[
    Known { program: "wl-copy", fits: |is_set| is_set("WAYLAND_DISPLAY"), ..LOCAL },
    Known {
        program: "xclip",
        arguments: &["-selection", "clipboard"],
        fits: |is_set| is_set("DISPLAY"),
        ..LOCAL
    },
    Known {
        program: "xsel",
        arguments: &["--clipboard", "--input"],
        fits: |is_set| is_set("DISPLAY"),
        ..LOCAL
    },
    Known { program: "pbcopy", fits: |_| cfg!(target_os = "macos"), ..LOCAL },
    Known {
        program: "clip.exe",
        fits: |is_set| cfg!(windows) || is_set("WSL_DISTRO_NAME"),
        encode: utf16,
        ..LOCAL
    },
    Known {
        program: "tmux",
        arguments: &["load-buffer", "-w", "-"],
        fits: |is_set| is_set("TMUX"),
        is_local: false,
        ..LOCAL
    },
];

const LOCAL: Known = Known {
    program: "",
    arguments: &[],
    fits: |_| false,
    is_local: true,
    encode: |text| text.as_bytes().to_vec(),
};

/// What `clip.exe` takes for Unicode. It has no documented encoding: it guesses, and sees the zeros
/// of letters from A to Z. A mark of the byte order would be copied with the text.
fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// How a text reaches the clipboard.
#[derive(Clone, Debug, Default)]
pub struct Clipboard {
    helper: Option<Helper>,
    route: Route,
    /// The thread that runs the helper, once there is one.
    jobs: Option<Sender<String>>,
    /// The text that the helper was given last, until it is known whether it was copied.
    latest: Option<String>,
}

#[derive(Clone, Debug)]
struct Helper {
    known: Known,
    path: PathBuf,
}

impl Clipboard {
    /// The first program in the folders of `PATH` that could work here, and the way to the terminal
    /// through the multiplexers that have set `TMUX` and `STY`.
    pub(super) fn new(variable: Lookup<'_>, folders: &[PathBuf]) -> Self {
        let is_set = |name: &str| variable(name).is_some();
        let is_remote = is_over_ssh(is_set);
        let fits = |known: &Known| (known.fits)(&is_set) && !(known.is_local && is_remote);
        let helper = KNOWN.iter().filter(|known| fits(known)).find_map(|known| {
            Some(Helper { known: *known, path: located(known.program, folders)? })
        });
        let term = variable("TERM").unwrap_or_default();
        let route = Route::through(is_set("TMUX"), is_set("STY"), &term);
        Self { helper, route, jobs: None, latest: None }
    }

    /// Gives a text to the program of the system on a separate thread; false if there is none. Whether
    /// the text was copied arrives as [`Event::Copied`].
    pub(in crate::term) fn hand_over(&mut self, text: &str, events: &Sender<Event>) -> bool {
        let Some(helper) = &self.helper else { return false };
        let jobs = self.jobs.take().or_else(|| start(helper.clone(), events).ok());
        let given = jobs.as_ref().is_some_and(|jobs| jobs.send(text.to_owned()).is_ok());
        self.jobs = jobs;
        self.latest = given.then(|| text.to_owned());
        given
    }

    /// Whether a text that the program is done with is the one that was given last. Others are no
    /// longer of interest.
    pub(in crate::term) fn finish(&mut self, text: &str) -> bool {
        self.latest.take_if(|latest| latest == text).is_some()
    }

    /// The bytes that ask the terminal to put a text into its clipboard.
    ///
    /// # Errors
    ///
    /// The message for the user when the text is longer than terminals take.
    pub(in crate::term) fn request(&self, text: &str) -> Result<Vec<u8>, String> {
        self.route.request(text)
    }
}

/// Starts the thread that runs the program for one text after the other, so that the last text is
/// the one that stays.
fn start(helper: Helper, events: &Sender<Event>) -> std::io::Result<Sender<String>> {
    let (jobs, texts): (_, Receiver<String>) = mpsc::channel();
    let sink = events.clone();
    panic::spawn("clipboard", events, move || {
        for text in texts {
            let result = helper.copy(&text, &sink).map(|()| helper.known.says());
            let _ = sink.send(Event::Copied { text, result });
        }
    })?;
    Ok(jobs)
}

impl Helper {
    /// Runs the program. xclip and others end at once and leave a process behind that holds the
    /// text; one that does not end is left to itself after [`LONGEST`].
    fn copy(&self, text: &str, events: &Sender<Event>) -> Result<(), String> {
        let name = self.known.program;
        let (command, bytes) = (self.command(), (self.known.encode)(text));
        let (sender, ended) = mpsc::channel();
        let run = move || drop(sender.send(run(command, &bytes, name)));
        panic::spawn("clipboard helper", events, run).map_err(|error| not_started(name, &error))?;
        ended.recv_timeout(LONGEST).unwrap_or_else(|_| Err(format!("{name} does not answer")))
    }

    fn command(&self) -> Command {
        let mut command = detached(&self.path);
        command.args(self.known.arguments).stdin(Stdio::piped());
        // pbcopy takes the text for MacRoman in the locale of a program that a window has started.
        if cfg!(target_os = "macos") {
            command.env("LC_ALL", "en_US.UTF-8");
        }
        command
    }
}

fn run(mut command: Command, bytes: &[u8], name: &str) -> Result<(), String> {
    let mut child = command.spawn().map_err(|error| not_started(name, &error))?;
    // It is closed at the end of this line, which tells the program that the text is whole.
    let written = child.stdin.take().map_or(Ok(()), |mut input| input.write_all(bytes));
    until_end(child, name)?;
    written.map_err(|error| format!("{name} did not take the text: {error}"))
}

#[cfg(all(test, not(any(target_os = "macos", windows))))]
mod tests {
    use super::*;
    use crate::term::external_programs::detached::tests::folder_with;

    #[test]
    fn the_clipboard_is_that_of_the_machine_that_the_user_sits_at() {
        let programs = KNOWN.iter().map(|known| known.program);
        let folders = [folder_with("tmp-clipboards", programs)];
        let found = |variables: &str| {
            let variable =
                |name: &str| variables.split(' ').any(|set| set == name).then(|| "1".to_owned());
            let helper = Clipboard::new(&variable, &folders).helper;
            helper.map_or("the terminal", |helper| helper.known.program)
        };
        for (variables, program) in [
            ("", "the terminal"),
            ("DISPLAY", "xclip"),
            ("WAYLAND_DISPLAY DISPLAY", "wl-copy"),
            ("WSL_DISTRO_NAME", "clip.exe"),
            ("TMUX", "tmux"),
            ("TMUX DISPLAY", "xclip"),
            ("SSH_CONNECTION DISPLAY WAYLAND_DISPLAY WSL_DISTRO_NAME", "the terminal"),
            ("SSH_CONNECTION DISPLAY TMUX", "tmux"),
            ("SSH_CLIENT DISPLAY", "the terminal"),
            ("SSH_TTY DISPLAY TMUX", "tmux"),
        ] {
            assert_eq!(found(variables), program, "{variables}");
        }
        let nowhere = Clipboard::new(&|_| Some("1".to_owned()), &[]);
        assert!(nowhere.helper.is_none());
    }

    #[test]
    fn a_text_is_never_an_argument() {
        for known in KNOWN {
            let helper = Helper { known: *known, path: "/bin/x".into() };
            let given: Vec<_> = helper.command().get_args().map(ToOwned::to_owned).collect();
            assert_eq!(given, known.arguments);
        }
        assert_eq!(utf16("≤ 7"), [0x64, 0x22, 0x20, 0, 0x37, 0]);
    }
}
