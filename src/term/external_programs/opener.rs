//! The program that opens an address: the browser that `BROWSER` names, else the system's opener.
//!
//! It gets the address as one argument and never through a shell, it has no access to the
//! terminal, and a separate thread waits for it.

use std::path::PathBuf;
use std::process::Command;
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use super::command_line::{CommandLine, Lookup, program_name};
use super::detached::{detached, located, not_started, until_end};
use crate::report::{Address, Text};
use crate::term::event::Event;
use crate::term::panic;

/// Some openers run as long as the browser. An end after this time says nothing about the address.
const OPENING: Duration = Duration::from_secs(60);

/// An opener: its name, the program, and the arguments before the address.
type Known = (&'static str, &'static str, &'static [&'static str]);

/// The openers of the system.
#[cfg(target_os = "macos")]
const KNOWN: &[Known] = &[("open", "/usr/bin/open", &[])];
/// The openers of the system. `cmd /c start` is not among them: a shell would interpret an `&`.
#[cfg(windows)]
const KNOWN: &[Known] = &[("Windows", "rundll32.exe", &["url.dll,FileProtocolHandler"])];
/// The openers of the system, the best first.
#[cfg(not(any(target_os = "macos", windows)))]
const KNOWN: &[Known] =
    &[("xdg-open", "xdg-open", &[]), ("gio", "gio", &["open"]), ("wslview", "wslview", &[])];

/// Browsers that need the terminal, which the dashboard has. `BROWSER` often lists one last, for
/// sessions without a display.
const OF_THE_TERMINAL: &[&str] =
    &["w3m", "lynx", "links", "links2", "elinks", "www-browser", "browsh", "carbonyl", "chawan"];

/// What stands between two browsers in `BROWSER`: a `:` would cut a path of Windows.
const BETWEEN: char = if cfg!(windows) { ';' } else { ':' };

/// What stands for the address in `BROWSER`. Without it the address comes last.
const ADDRESS: &str = "%s";

/// The opener, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opener(Result<Start, String>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Start {
    name: String,
    path: PathBuf,
    variables: Vec<(String, String)>,
    arguments: Vec<String>,
}

impl Opener {
    /// The first browser of `BROWSER` that is there, else the first opener of the system.
    ///
    /// Over ssh without a display a browser could not be shown. There only `BROWSER` is asked: it may
    /// name a program that opens the address where the user sits.
    pub(super) fn new(variable: Lookup<'_>, folders: &[PathBuf]) -> Self {
        let is_set = |name| variable(name).is_some();
        let mut why = None;
        for entry in variable("BROWSER").unwrap_or_default().split(BETWEEN) {
            if entry.trim().is_empty() {
                continue;
            }
            match browser(entry, variable, folders) {
                Ok(start) => return Self(Ok(start)),
                Err(error) => why = why.or(Some(error)),
            }
        }
        if is_set("SSH_CONNECTION") && !is_set("DISPLAY") && !is_set("WAYLAND_DISPLAY") {
            let no_display = || "this session came over ssh and has no display".to_owned();
            return Self(Err(why.unwrap_or_else(no_display)));
        }
        let found = |&(name, program, arguments): &Known| {
            Some(Start {
                name: name.to_owned(),
                path: located(program, folders)?,
                variables: Vec::new(),
                arguments: arguments.iter().map(|&argument| argument.to_owned()).collect(),
            })
        };
        Self(KNOWN.iter().find_map(found).ok_or_else(|| {
            let names: Vec<_> = KNOWN.iter().map(|(name, ..)| *name).collect();
            why.unwrap_or_else(|| {
                format!("no program that opens addresses was found ({})", names.join(", "))
            })
        }))
    }

    /// Its name.
    ///
    /// # Errors
    ///
    /// Why nothing can be opened, in words.
    pub fn name(&self) -> Result<String, String> {
        self.0.as_ref().map(|start| start.name.clone()).map_err(Clone::clone)
    }

    /// Starts the opener on its own thread, which sends an [`Event::Opened`] when it has started,
    /// and another one if it fails within [`OPENING`].
    ///
    /// # Errors
    ///
    /// The message for the user when there is no opener, or no thread.
    pub(in crate::term) fn open(
        &self,
        address: &Address,
        events: &Sender<Event>,
    ) -> Result<(), String> {
        let start = self.0.clone()?;
        let address = address.to_string();
        let sink = events.clone();
        let name = start.name.clone();
        let watched = panic::spawn("opener", events, move || {
            let begun = Instant::now();
            let child = start.command(&address).spawn();
            let started = child.as_ref().map(drop).map_err(|error| not_started(&start.name, error));
            let _ = sink.send(Event::Opened(started));
            let Ok(child) = child else { return };
            if let Err(why) = until_end(child, &start.name)
                && begun.elapsed() < OPENING
            {
                let _ = sink.send(Event::Opened(Err(why)));
            }
        });
        watched.map_err(|error| not_started(&name, &error))
    }
}

impl Default for Opener {
    /// No opener.
    fn default() -> Self {
        Self::new(&|_| None, &[])
    }
}

impl Start {
    fn command(&self, address: &str) -> Command {
        let mut command = detached(&self.path);
        command.envs(self.variables.iter().cloned());
        command.args(self.arguments.iter().map(|argument| argument.replace(ADDRESS, address)));
        if !self.arguments.iter().any(|argument| argument.contains(ADDRESS)) {
            command.arg(address);
        }
        command
    }
}

/// How to start one browser of `BROWSER`. A `&` at the end is what others want for a browser with a
/// window; here every one runs beside the dashboard.
///
/// # Errors
///
/// Why it cannot be used, in words.
fn browser(entry: &str, variable: Lookup<'_>, folders: &[PathBuf]) -> Result<Start, String> {
    let entry = entry.trim().trim_end_matches('&');
    let CommandLine { variables, program, arguments } =
        CommandLine::read("BROWSER", entry, variable)?;
    let name = Text::new(program_name(&program)).to_string();
    if OF_THE_TERMINAL.contains(&name.as_str()) {
        return Err(format!("BROWSER names {name}, which needs the terminal for itself"));
    }
    let path = located(&program, folders);
    let path =
        path.ok_or_else(|| format!("BROWSER names {}, which was not found", Text::new(&program)))?;
    Ok(Start { name, path, variables, arguments })
}

#[cfg(all(test, not(any(target_os = "macos", windows))))]
mod tests {
    use super::*;
    use crate::term::external_programs::detached::tests::folder_with;

    /// Two folders with programs in them.
    fn folders(name: &str) -> [PathBuf; 2] {
        [
            folder_with(&format!("{name}/a"), ["gio"]),
            folder_with(&format!("{name}/b"), ["xdg-open", "firefox", "w3m"]),
        ]
    }

    fn name(folders: &[PathBuf], variables: &[(&str, &str)]) -> Result<String, String> {
        let variable = |name: &str| {
            let found = variables.iter().find(|(other, _)| *other == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        Opener::new(&variable, folders).name()
    }

    #[test]
    fn the_best_opener_of_the_path_is_taken() {
        let [first, second] = folders("tmp-openers");
        let both = [first.clone(), second];
        assert_eq!(name(&[first], &[]), Ok("gio".to_owned()));
        assert_eq!(name(&both, &[]), Ok("xdg-open".to_owned()));
        assert!(name(&[], &[]).unwrap_err().contains("xdg-open, gio, wslview"));
        assert!(name(&both, &[("SSH_CONNECTION", "x")]).unwrap_err().contains("ssh"));
        let forwarded = [("SSH_CONNECTION", "x"), ("DISPLAY", ":10")];
        assert_eq!(name(&both, &forwarded), Ok("xdg-open".to_owned()));
    }

    #[test]
    fn the_browser_of_the_user_comes_first_over_ssh_too() {
        let folders = folders("tmp-browsers");
        for (browser, opener, over_ssh) in [
            ("firefox", "firefox", Ok("firefox")),
            ("no-such:firefox %s &", "firefox", Ok("firefox")),
            ("X=1 firefox --new-tab", "firefox", Ok("firefox")),
            ("w3m:firefox", "firefox", Ok("firefox")),
            ("w3m", "xdg-open", Err("BROWSER names w3m, which needs the terminal for itself")),
            ("no-such", "xdg-open", Err("BROWSER names no-such, which was not found")),
            ("./firefox", "xdg-open", Err("BROWSER names ./firefox, which was not found")),
            ("'x", "xdg-open", Err("BROWSER has a quote that is not closed: 'x")),
            (" : ", "xdg-open", Err("this session came over ssh and has no display")),
        ] {
            assert_eq!(name(&folders, &[("BROWSER", browser)]), Ok(opener.to_owned()), "{browser}");
            let said = name(&folders, &[("BROWSER", browser), ("SSH_CONNECTION", "x")]);
            assert_eq!(said.as_deref().map_err(String::as_str), over_ssh, "{browser}");
        }
    }

    #[test]
    fn the_address_is_one_argument_where_the_command_wants_it() {
        let address = "https://a.example/?x=1&y=%25s";
        for (arguments, given) in [
            (&["open"][..], &["open", address][..]),
            (&["--url=%s", "-n"], &["--url=https://a.example/?x=1&y=%25s", "-n"]),
        ] {
            let start = Start {
                name: String::new(),
                path: "/bin/gio".into(),
                variables: Vec::new(),
                arguments: arguments.iter().map(|&argument| argument.to_owned()).collect(),
            };
            let command = start.command(address);
            assert_eq!(command.get_args().collect::<Vec<_>>(), given);
        }
    }
}
