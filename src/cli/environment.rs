//! What the environment says about colour, characters, other programs and the time.

use std::env;
use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::path::PathBuf;

use jiff::Zoned;

use super::colour::{Asked, When, depth};
use crate::app::env::{Clock, Depth};
use crate::diagnostic::Look;
use crate::report::Day;
use crate::term::{Clipboard, Editor, Opener, Outside};

/// What a terminal can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terminal {
    /// How many colours.
    pub depth: Depth,
    /// Whether more characters than those of ASCII.
    pub unicode: bool,
}

/// What this terminal and this locale can show, and are wanted to.
pub fn terminal(ascii: bool, when: When) -> Terminal {
    let depth = if wants_colour(when, &io::stdout()) { depth(variable) } else { Depth::None };
    Terminal { depth, unicode: shows_unicode(variable, ascii) }
}

/// How text looks that is written line by line to a stream; by default without colour if nobody
/// looks at it there: a file or another program does not.
pub fn look(ascii: bool, when: When, stream: &impl IsTerminal) -> Look {
    Look { colour: wants_colour(when, stream), unicode: shows_unicode(variable, ascii) }
}

fn wants_colour(when: When, stream: &impl IsTerminal) -> bool {
    let is_terminal = stream.is_terminal();
    Asked { when, variable: &variable, is_terminal }.wants_colour()
}

/// A variable that says something; an empty one does not.
fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

fn shows_unicode(variable: impl Fn(&str) -> Option<String>, ascii: bool) -> bool {
    let term = variable("TERM").unwrap_or_default();
    // The first of the three that is set decides (POSIX); where none is, nothing speaks against
    // UTF-8, which is what terminals use.
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(&variable);
    let utf8 = locale.is_none_or(|locale| {
        let locale = locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    });
    utf8 && !ascii && term != "dumb" && term != "linux"
}

/// What files are edited with, what addresses are opened with, and how the clipboard is reached.
pub fn outside() -> Outside {
    let is_set = |name: &str| variable(name).is_some();
    let folders: Option<Vec<_>> = env::var_os("PATH").map(|path| env::split_paths(&path).collect());
    let has_display = !is_set("SSH_CONNECTION") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY");
    let term = env::var("TERM").unwrap_or_default();
    Outside {
        opener: Opener::found_in(folders.as_deref(), has_display),
        editor: Editor::new(env::var("VISUAL").ok(), env::var("EDITOR").ok()).found_in(folders),
        clipboard: Clipboard::through(is_set("TMUX"), is_set("STY"), &term),
    }
}

/// Where the configuration of this user is looked for; none where no folder is known.
pub fn config_file() -> Option<PathBuf> {
    let folder = config_folder(|name| env::var_os(name), cfg!(windows))?;
    Some(folder.join("indicia").join("config.toml"))
}

/// The user's folder of configurations: on Windows that of applications, elsewhere the one of the
/// XDG base directory specification, which has relative paths ignored.
fn config_folder(variable: impl Fn(&str) -> Option<OsString>, is_windows: bool) -> Option<PathBuf> {
    let folder = |name| variable(name).filter(|path| !path.is_empty()).map(PathBuf::from);
    if is_windows {
        return folder("APPDATA");
    }
    let own = folder("XDG_CONFIG_HOME").filter(|path| path.is_absolute());
    own.or_else(|| folder("HOME").map(|home| home.join(".config")))
}

/// Today, where the user is.
pub fn today() -> Day {
    clock().day
}

/// What time it is where the user is.
pub fn clock() -> Clock {
    let now = Zoned::now();
    let part = |n: i8| u8::try_from(n).unwrap_or(0);
    let day = Day::new(i64::from(now.year()), part(now.month()), part(now.day()));
    Clock { day, hour: part(now.hour()), minute: part(now.minute()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shows(variables: &[(&str, &str)], ascii: bool) -> bool {
        let variable = |name: &str| {
            variables.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).to_owned())
        };
        shows_unicode(variable, ascii)
    }

    #[test]
    fn the_environment_decides_which_characters_are_drawn() {
        assert!(shows(&[], false));
        assert!(!shows(&[], true));
        assert!(!shows(&[("TERM", "dumb")], false));
        assert!(!shows(&[("TERM", "linux"), ("LANG", "en_US.UTF-8")], false));
        assert!(shows(&[("LANG", "be_BY.UTF-8")], false));
        assert!(!shows(&[("LANG", "C")], false));
        assert!(!shows(&[("LC_ALL", "POSIX"), ("LANG", "en_US.UTF-8")], false));
    }

    #[test]
    #[cfg(unix)]
    fn the_configuration_is_where_the_system_has_them() {
        let folder = |variables: &[(&str, &str)], is_windows| {
            let variable = |name: &str| {
                let found = variables.iter().find(|(n, _)| *n == name);
                found.map(|(_, value)| OsString::from(value))
            };
            let folder = config_folder(variable, is_windows);
            folder.map(|path| path.to_string_lossy().into_owned()).unwrap_or_default()
        };
        let home = ("HOME", "/home/me");
        assert_eq!(folder(&[home], false), "/home/me/.config");
        assert_eq!(folder(&[home, ("XDG_CONFIG_HOME", "/etc/me")], false), "/etc/me");
        for ignored in ["", "relative/path", "~/.config"] {
            assert_eq!(folder(&[home, ("XDG_CONFIG_HOME", ignored)], false), "/home/me/.config");
        }
        assert_eq!(folder(&[], false), "");
        let appdata = ("APPDATA", "C:/Users/me/AppData/Roaming");
        assert_eq!(folder(&[home, appdata], true), appdata.1);
        assert_eq!(folder(&[home, appdata], false), "/home/me/.config");
        assert_eq!(folder(&[home], true), "");
    }
}
