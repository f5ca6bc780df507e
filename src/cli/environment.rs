//! What the environment tells: colours, characters, external programs, the configuration.

use std::env;
use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::path::PathBuf;

use super::colour::{self, ColourChoice, ColourContext, depth};
use crate::app::env::{Depth, GlyphChoice};
use crate::diagnostic::Look;
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
pub fn terminal(glyphs: GlyphChoice, choice: ColourChoice) -> Terminal {
    let depth = if wants_colour(choice, &io::stdout()) { depth(variable) } else { Depth::None };
    Terminal { depth, unicode: shows_unicode(variable, glyphs) }
}

/// The look of text that is written to a stream.
pub fn look(ascii: bool, choice: ColourChoice, stream: &impl IsTerminal) -> Look {
    let glyphs = if ascii { GlyphChoice::Ascii } else { GlyphChoice::Auto };
    Look { colour: wants_colour(choice, stream), unicode: shows_unicode(variable, glyphs) }
}

/// Why this terminal cannot show a dashboard, in words for users; none if it can.
pub fn no_dashboard() -> Option<String> {
    let term = variable("TERM").filter(|term| colour::only_prints(term))?;
    let why = format!("the terminal can only print text (TERM is {term})");
    Some(format!("{why}: this is what 'indicia print' shows"))
}

fn wants_colour(choice: ColourChoice, stream: &impl IsTerminal) -> bool {
    let is_terminal = stream.is_terminal();
    ColourContext { choice, variable: &variable, is_terminal }.wants_colour()
}

/// A variable of the environment. An empty one counts as not set.
pub(super) fn variable(name: &str) -> Option<String> {
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

fn shows_unicode(variable: impl Fn(&str) -> Option<String>, choice: GlyphChoice) -> bool {
    if choice != GlyphChoice::Auto {
        return choice == GlyphChoice::Unicode;
    }
    let term = variable("TERM").unwrap_or_default();
    // screen puts its own name in front of that of the terminal: screen.linux.
    let is_console = term.strip_prefix("screen.").unwrap_or(&term).starts_with("linux");
    // Without a locale the terminal is taken to use UTF-8, as terminals do today.
    let utf8 = locale(&variable).is_none_or(|locale| {
        let locale = locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    });
    utf8 && !is_console && !colour::only_prints(&term)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn shows(variables: &[(&str, &str)], choice: GlyphChoice) -> bool {
        let variable = |name: &str| {
            variables.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).to_owned())
        };
        shows_unicode(variable, choice)
    }

    #[test]
    fn the_environment_decides_which_characters_are_drawn() {
        let c = ("LANG", "C");
        let utf8 = ("LANG", "en_US.UTF-8");
        for (variables, wanted) in [
            (&[][..], true),
            (&[("TERM", "dumb")], false),
            (&[("TERM", "emacs")], false),
            (&[("TERM", "linux"), utf8], false),
            (&[("TERM", "screen.linux"), utf8], false),
            (&[("TERM", "screen"), utf8], true),
            (&[("LANG", "be_BY.UTF-8")], true),
            (&[c], false),
            (&[("LC_ALL", "POSIX"), utf8], false),
        ] {
            assert_eq!(shows(variables, GlyphChoice::Auto), wanted, "{variables:?}");
            assert!(shows(variables, GlyphChoice::Unicode), "what the user says counts");
            assert!(!shows(variables, GlyphChoice::Ascii), "what the user says counts");
        }
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
