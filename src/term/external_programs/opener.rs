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
use super::is_over_ssh;
use crate::app::Msg;
use crate::report::Text;
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

/// Programs that run a part of an argument. An address may contain a `;` or an `&`.
const SHELLS: &[&str] = &[
    "sh",
    "bash",
    "dash",
    "ash",
    "zsh",
    "ksh",
    "mksh",
    "fish",
    "csh",
    "tcsh",
    "nu",
    "xonsh",
    "elvish",
    "busybox",
    "cmd",
    "powershell",
    "pwsh",
];

/// Options of other programs whose argument is run.
const RUNS_NEXT: &[&str] = &["-c", "-e", "-S"];

/// The opener, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opener {
    start: Result<Start, String>,
    /// Why no program of `BROWSER` is used, if it names any.
    browser_fault: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Start {
    name: String,
    path: PathBuf,
    variables: Vec<(String, String)>,
    /// With [`ADDRESS`] where the address goes.
    arguments: Vec<String>,
}

impl Opener {
    /// The first browser of `BROWSER` that is there, else the first opener of the system.
    ///
    /// Over ssh without a display a browser could not be shown. There only `BROWSER` is asked: it may
    /// name a program that opens the address where the user sits.
    pub(super) fn new(variable: Lookup<'_>, folders: &[PathBuf]) -> Self {
        let is_set = |name: &str| variable(name).is_some();
        let mut why = None;
        for entry in variable("BROWSER").unwrap_or_default().split(BETWEEN) {
            if entry.trim().is_empty() {
                continue;
            }
            match browser(entry, variable, folders) {
                Ok(start) => return Self { start: Ok(start), browser_fault: None },
                Err(error) => why = why.or(Some(error)),
            }
        }
        let start = if is_over_ssh(is_set) && !is_set("DISPLAY") && !is_set("WAYLAND_DISPLAY") {
            Err("this session came over ssh and has no display".to_owned())
        } else {
            Start::of_system(folders)
        };
        Self { start: start.map_err(|none| why.clone().unwrap_or(none)), browser_fault: why }
    }

    /// Its name.
    ///
    /// # Errors
    ///
    /// Why nothing can be opened, in words.
    pub fn name(&self) -> Result<String, String> {
        self.start.as_ref().map(|start| start.name.clone()).map_err(Clone::clone)
    }

    /// Why a program of the system is used and none that `BROWSER` names, in words.
    pub fn browser_fault(&self) -> Option<String> {
        self.browser_fault.clone()
    }

    /// Opens a URL that has been checked: that of an [`Address`](crate::report::Address) or of a copy.
    /// Starts the opener on its own thread, which sends [`Msg::Opened`] when it has started,
    /// and another one if it fails within [`OPENING`].
    ///
    /// # Errors
    ///
    /// The message for the user when there is no opener, or no thread.
    pub(in crate::term) fn open(&self, url: String, events: &Sender<Event>) -> Result<(), String> {
        let start = self.start.clone()?;
        let sink = events.clone();
        let name = start.name.clone();
        let watched = panic::spawn("opener", events, move || {
            let begun = Instant::now();
            let child = start.command(&url).spawn();
            let started = child.as_ref().map(drop).map_err(|error| not_started(&start.name, error));
            let _ = sink.send(Event::Answer(Msg::Opened(started)));
            let Ok(child) = child else { return };
            if let Err(why) = until_end(child, &start.name)
                && begun.elapsed() < OPENING
            {
                let _ = sink.send(Event::Answer(Msg::Opened(Err(why))));
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
    /// The first opener of the system.
    ///
    /// # Errors
    ///
    /// That there is none, in words.
    fn of_system(folders: &[PathBuf]) -> Result<Self, String> {
        let found = |&(name, program, arguments): &Known| {
            let arguments = arguments.iter().chain(&[ADDRESS]);
            Some(Self {
                name: name.to_owned(),
                path: located(program, folders)?,
                variables: Vec::new(),
                arguments: arguments.map(|&argument| argument.to_owned()).collect(),
            })
        };
        KNOWN.iter().find_map(found).ok_or_else(|| {
            let names: Vec<_> = KNOWN.iter().map(|(name, ..)| *name).collect();
            format!("no program that opens addresses was found ({})", names.join(", "))
        })
    }

    fn command(&self, address: &str) -> Command {
        let mut command = detached(&self.path);
        command.envs(self.variables.iter().cloned());
        command.args(self.arguments.iter().map(|argument| argument.replace(ADDRESS, address)));
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
    let CommandLine { variables, program, mut arguments } =
        CommandLine::read("BROWSER", entry, variable)?;
    if !arguments.iter().any(|argument| argument.contains(ADDRESS)) {
        arguments.push(ADDRESS.to_owned());
    }
    takes_address(&program, &arguments)?;
    let name = Text::new(program_name(&program)).to_string();
    if OF_THE_TERMINAL.contains(&name.as_str()) {
        return Err(format!("BROWSER names {name}, which needs the terminal for itself"));
    }
    let path = located(&program, folders);
    let path =
        path.ok_or_else(|| format!("BROWSER names {}, which was not found", Text::new(&program)))?;
    Ok(Start { name, path, variables, arguments })
}

/// Whether a program takes the address as data, whatever stands in the address.
///
/// # Errors
///
/// What could run a part of it, and what to do.
fn takes_address(program: &str, arguments: &[String]) -> Result<(), String> {
    let words = std::iter::once(program).chain(arguments.iter().map(String::as_str));
    let shell = words.map(|word| program_name(word).to_lowercase());
    if let Some(shell) = shell.into_iter().find(|name| SHELLS.contains(&name.as_str())) {
        return Err(format!("BROWSER starts {shell}, which could run an address: name a script"));
    }
    let mut before = program;
    for argument in arguments {
        if let Some((start, end)) = argument.split_once(ADDRESS) {
            if !end.is_empty() || start.contains(char::is_whitespace) {
                return Err(format!(
                    "BROWSER has a {ADDRESS} within an argument: it can be one, or end one"
                ));
            }
            if start.is_empty() && RUNS_NEXT.contains(&before) {
                return Err(format!("BROWSER has {ADDRESS} after {before}, which could run it"));
            }
        }
        before = argument;
    }
    Ok(())
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
        opener(folders, variables).name()
    }

    fn opener(folders: &[PathBuf], variables: &[(&str, &str)]) -> Opener {
        let variable = |name: &str| {
            let found = variables.iter().find(|(other, _)| *other == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        Opener::new(&variable, folders)
    }

    #[test]
    fn the_best_opener_of_the_path_is_taken() {
        let [first, second] = folders("tmp-openers");
        let both = [first.clone(), second];
        assert_eq!(name(&[first], &[]), Ok("gio".to_owned()));
        assert_eq!(name(&both, &[]), Ok("xdg-open".to_owned()));
        assert!(name(&[], &[]).unwrap_err().contains("xdg-open, gio, wslview"));
        assert!(name(&both, &[("SSH_CONNECTION", "x")]).unwrap_err().contains("ssh"));
        assert!(name(&both, &[("SSH_TTY", "/dev/pts/1")]).unwrap_err().contains("ssh"));
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
            // Where a program of the system is used instead, that is said with the same words.
            let fault = self::opener(&folders, &[("BROWSER", browser)]).browser_fault();
            let not_set = browser.trim() == ":";
            assert_eq!(fault.as_deref(), over_ssh.err().filter(|_| !not_set), "{browser}");
        }
    }

    #[test]
    fn nothing_that_could_run_a_part_of_an_address_gets_one() {
        let folders = folders("tmp-shells");
        for (browser, why) in [
            ("sh -c 'prog %s'", "starts sh"),
            ("sh -c %s", "starts sh"),
            ("/bin/bash -lc", "starts bash"),
            ("env X=1 sh -c 'prog \"$1\"' x", "starts sh"),
            ("busybox sh -c %s", "starts busybox"),
            ("cmd.exe /c start", "starts cmd"),
            ("firefox -c %s", "after -c"),
            ("firefox -e", "after -e"),
            ("firefox 'prog %s'", "within an argument"),
            ("firefox 'open(%s)'", "within an argument"),
            ("firefox %s%s", "within an argument"),
        ] {
            let opener = opener(&folders, &[("BROWSER", browser)]);
            assert_eq!(opener.name().as_deref(), Ok("xdg-open"), "{browser}");
            let fault = opener.browser_fault().unwrap_or_default();
            assert!(fault.contains(why), "{browser}: {fault}");
        }
        for browser in ["firefox", "firefox %s", "firefox --url=%s -n", "firefox -n %s %s"] {
            assert_eq!(name(&folders, &[("BROWSER", browser)]).as_deref(), Ok("firefox"));
        }
    }

    #[test]
    fn the_address_is_one_argument_where_the_command_wants_it() {
        let address = "https://a.example/?x=1&y=%25s";
        for (arguments, given) in [
            (&["open", "%s"][..], &["open", address][..]),
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
