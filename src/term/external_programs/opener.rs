//! The system's opener: the program that opens an address in the user's browser.
//!
//! It gets the address as one argument and never through a shell, it has no access to the
//! terminal, and a separate thread waits for it.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use crate::report::Address;
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

/// The opener, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opener(Result<Start, String>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Start {
    name: &'static str,
    program: PathBuf,
    arguments: &'static [&'static str],
}

impl Opener {
    /// The first opener in these folders, those of `PATH`. Relative folders are skipped: what is in
    /// them depends on where the program was started.
    ///
    /// `has_display` is false where no browser could be shown: over ssh without a display.
    pub fn found_in(folders: Option<&[PathBuf]>, has_display: bool) -> Self {
        if !has_display {
            return Self(Err("this session came over ssh and has no display".to_owned()));
        }
        let found = |&(name, program, arguments): &Known| {
            let program = located(program, folders.unwrap_or_default())?;
            Some(Start { name, program, arguments })
        };
        Self(KNOWN.iter().find_map(found).ok_or_else(|| {
            let names: Vec<_> = KNOWN.iter().map(|(name, ..)| *name).collect();
            format!("no program that opens addresses was found ({})", names.join(", "))
        }))
    }

    /// Its name.
    ///
    /// # Errors
    ///
    /// Why nothing can be opened, in words.
    pub fn name(&self) -> Result<String, String> {
        self.0.as_ref().map(|start| start.name.to_owned()).map_err(Clone::clone)
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
        let name = start.name;
        let watched = panic::spawn("opener", events, move || {
            let begun = Instant::now();
            let child = start.command(&address).spawn();
            let started = child.as_ref().map(drop).map_err(|error| not_started(name, error));
            let _ = sink.send(Event::Opened(started));
            let Ok(child) = child else { return };
            if let Err(why) = until_end(child, name)
                && begun.elapsed() < OPENING
            {
                let _ = sink.send(Event::Opened(Err(why)));
            }
        });
        watched.map_err(|error| not_started(name, &error))
    }
}

impl Default for Opener {
    /// No opener.
    fn default() -> Self {
        Self::found_in(None, true)
    }
}

impl Start {
    /// In its own process group a text browser cannot take the terminal: the system stops any
    /// process outside the foreground group that tries to.
    fn command(&self, address: &str) -> Command {
        let mut command = Command::new(&self.program);
        command.args(self.arguments).arg(address);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        command
    }
}

/// The path of a program. On Windows the system finds it.
fn located(program: &str, folders: &[PathBuf]) -> Option<PathBuf> {
    if cfg!(windows) {
        return Some(program.into());
    }
    let named = PathBuf::from(program);
    if named.is_absolute() {
        return named.is_file().then_some(named);
    }
    let folders = folders.iter().filter(|folder| folder.is_absolute());
    folders.map(|folder| folder.join(program)).find(|path| can_be_run(path))
}

/// Whether it is an executable file. A shell skips any other.
fn can_be_run(path: &Path) -> bool {
    let Ok(facts) = path.metadata() else { return false };
    #[cfg(unix)]
    let may_run = std::os::unix::fs::PermissionsExt::mode(&facts.permissions()) & 0o111 != 0;
    #[cfg(not(unix))]
    let may_run = true;
    facts.is_file() && may_run
}

fn until_end(mut child: Child, name: &str) -> Result<(), String> {
    match child.wait() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(match status.code() {
            Some(code) => format!("{name} ended with code {code}"),
            None => format!("{name} was ended by a signal"),
        }),
        Err(error) => Err(format!("{name} could not be waited for: {error}")),
    }
}

fn not_started(name: &str, error: &io::Error) -> String {
    format!("{name} could not be started: {error}")
}

#[cfg(all(test, not(any(target_os = "macos", windows))))]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_best_opener_of_the_path_is_taken() {
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/tmp-openers");
        let (first, second) = (root.join("a"), root.join("b"));
        for (folder, program) in [(&first, "gio"), (&second, "xdg-open")] {
            fs::create_dir_all(folder).unwrap();
            fs::write(folder.join(program), "").unwrap();
            let may_run = std::os::unix::fs::PermissionsExt::from_mode(0o755);
            fs::set_permissions(folder.join(program), may_run).unwrap();
        }
        let found = |folders: &[&PathBuf]| {
            let folders: Vec<_> = folders.iter().map(|folder| (*folder).clone()).collect();
            Opener::found_in(Some(&folders), true).name()
        };
        assert_eq!(found(&[&first]), Ok("gio".to_owned()));
        assert_eq!(found(&[&first, &second]), Ok("xdg-open".to_owned()));
        assert!(found(&[]).unwrap_err().contains("xdg-open, gio, wslview"));
        assert!(found(&[&PathBuf::from("."), &PathBuf::new()]).is_err());
        let over_ssh = Opener::found_in(Some(&[second]), false).name();
        assert!(over_ssh.unwrap_err().contains("ssh"));
    }

    #[test]
    fn the_address_is_one_argument_behind_those_of_the_opener() {
        let start = Start { name: "gio", program: "/bin/gio".into(), arguments: &["open"] };
        let command = start.command("https://a.example/?x=1&y=2");
        let arguments: Vec<_> = command.get_args().collect();
        assert_eq!(arguments, ["open", "https://a.example/?x=1&y=2"]);
    }
}
