//! What the environment tells: colours, characters, external programs, the configuration, the time.

use std::env;
use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::path::PathBuf;

use jiff::Zoned;

use super::colour::{ColourChoice, ColourContext, depth};
use crate::app::env::{Clock, Depth};
use crate::diagnostic::Look;
use crate::report::Day;
use crate::term::ExternalPrograms;

/// What a terminal can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terminal {
    /// How many colours.
    pub depth: Depth,
    /// Whether characters beyond ASCII.
    pub unicode: bool,
}

/// What this terminal can show, as far as it is asked for.
pub fn terminal(ascii: bool, choice: ColourChoice) -> Terminal {
    let depth = if wants_colour(choice, &io::stdout()) { depth(variable) } else { Depth::None };
    Terminal { depth, unicode: shows_unicode(variable, ascii) }
}

/// The look of text that is written to a stream.
pub fn look(ascii: bool, choice: ColourChoice, stream: &impl IsTerminal) -> Look {
    Look { colour: wants_colour(choice, stream), unicode: shows_unicode(variable, ascii) }
}

fn wants_colour(choice: ColourChoice, stream: &impl IsTerminal) -> bool {
    let is_terminal = stream.is_terminal();
    ColourContext { choice, variable: &variable, is_terminal }.wants_colour()
}

/// A variable of the environment. An empty one counts as not set.
fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

/// The locale. The first of the three variables that is set decides (POSIX).
fn locale(variable: impl Fn(&str) -> Option<String>) -> Option<String> {
    ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(variable)
}

/// The language of the locale, such as `bg`; empty if none is set.
pub fn language() -> String {
    language_of(&locale(variable).unwrap_or_default())
}

fn language_of(locale: &str) -> String {
    locale.chars().take_while(char::is_ascii_alphabetic).collect()
}

fn shows_unicode(variable: impl Fn(&str) -> Option<String>, ascii: bool) -> bool {
    let term = variable("TERM").unwrap_or_default();
    // Without a locale the terminal is taken to use UTF-8, as terminals do today.
    let utf8 = locale(&variable).is_none_or(|locale| {
        let locale = locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    });
    utf8 && !ascii && term != "dumb" && term != "linux"
}

/// The editor, the opener of addresses and the way to the clipboard.
pub fn external_programs() -> ExternalPrograms {
    let folders = env::var_os("PATH").map(|path| env::split_paths(&path).collect());
    ExternalPrograms::new(variable, folders)
}

/// The path of the configuration file of this user. None if the folder is not known.
pub fn config_file() -> Option<PathBuf> {
    let folder = config_folder(|name| env::var_os(name), cfg!(windows))?;
    Some(folder.join("indicia").join("config.toml"))
}

/// The folder for configuration files: on Windows `APPDATA`, elsewhere that of the XDG base
/// directory specification, which says that relative paths are ignored.
fn config_folder(variable: impl Fn(&str) -> Option<OsString>, is_windows: bool) -> Option<PathBuf> {
    let folder = |name| variable(name).filter(|path| !path.is_empty()).map(PathBuf::from);
    if is_windows {
        return folder("APPDATA");
    }
    let own = folder("XDG_CONFIG_HOME").filter(|path| path.is_absolute());
    own.or_else(|| folder("HOME").map(|home| home.join(".config")))
}

/// The time now in the user's time zone.
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
    fn the_language_is_the_beginning_of_the_locale() {
        for (locale, language) in
            [("bg_BG.UTF-8", "bg"), ("uk", "uk"), ("be_BY@latin", "be"), ("C.UTF-8", "C"), ("", "")]
        {
            assert_eq!(language_of(locale), language);
        }
    }

    #[test]
    #[cfg(unix)]
    fn the_configuration_is_in_the_folder_of_the_system() {
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
