//! What the environment tells: colours, characters, external programs, the configuration, the time.

use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::Duration;
use std::{env, fs};

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use super::colour::{self, ColourChoice, ColourContext, depth};
use crate::app::env::{Clock, Depth, GlyphChoice};
use crate::diagnostic::Look;
use crate::report::Day;
use crate::term::{ExternalPrograms, Today};

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

/// The time now in the user's time zone.
pub fn clock() -> Clock {
    clock_at(&now())
}

/// The date now in the user's time zone.
pub fn today() -> Today {
    let now = now();
    Today { day: clock_at(&now).day, left: left_of_day(&now) }
}

/// The time until the next date begins: midnight, or a change of the clock over it.
fn left_of_day(now: &Zoned) -> Duration {
    const AN_HOUR: Duration = Duration::from_secs(3600);
    let next = now.tomorrow().and_then(|tomorrow| tomorrow.start_of_day());
    let left = next.ok().and_then(|next| now.duration_until(&next).try_into().ok());
    left.unwrap_or(AN_HOUR)
}

fn now() -> Zoned {
    // TZ is the same as long as the program runs.
    static NAMED: LazyLock<Option<TimeZone>> = LazyLock::new(|| {
        let folder = variable("TZDIR").unwrap_or_else(|| "/usr/share/zoneinfo".to_owned());
        named_zone(&variable("TZ")?, Path::new(&folder))
    });
    let zone = NAMED.clone().unwrap_or_else(TimeZone::system);
    Timestamp::now().to_zoned(zone)
}

/// The time zone of a name in the system's folder of them, such as `Asia/Tokyo`. None if there is
/// no such name: the value of `TZ` may also be a rule, such as `JST-9`, which jiff reads.
///
/// jiff finds a zone by its name, too, but looks at every file of the folder first: that takes
/// longer than the rest of the start.
fn named_zone(tz: &str, folder: &Path) -> Option<TimeZone> {
    let name = tz.strip_prefix(':').unwrap_or(tz);
    let bytes = fs::read(folder.join(name)).ok()?;
    TimeZone::tzif(name, &bytes).ok()
}

fn clock_at(now: &Zoned) -> Clock {
    let part = |n: i8| u8::try_from(n).unwrap_or(0);
    let day = Day::new(i64::from(now.year()), part(now.month()), part(now.day()));
    Clock { day, hour: part(now.hour()), minute: part(now.minute()) }
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

    /// A file of a time zone that has always had one rule.
    fn tzif(rule: &str) -> Vec<u8> {
        let mut block = b"TZif2".to_vec();
        block.extend([0; 15]);
        // Of six lists only two hold something: one kind of time, and four letters of names.
        block.extend([0u32, 0, 0, 0, 1, 4].into_iter().flat_map(u32::to_be_bytes));
        block.extend([0; 6]);
        block.extend(b"ABC\0");
        [&block, &block, &b"\n"[..], rule.as_bytes(), b"\n"].concat()
    }

    #[test]
    fn the_day_is_that_of_the_zone_that_tz_names() {
        let folder = env::temp_dir().join(format!("indicia-zones-{}", std::process::id()));
        fs::create_dir_all(folder.join("Asia")).unwrap();
        fs::write(folder.join("Asia/Tokyo"), tzif("JST-9")).unwrap();
        let evening: Timestamp = "2026-11-22T15:00:00Z".parse().unwrap();
        for name in ["Asia/Tokyo", ":Asia/Tokyo"] {
            let zone = named_zone(name, &folder).unwrap();
            let clock = clock_at(&evening.to_zoned(zone));
            assert_eq!(clock, Clock { day: Day::new(2026, 11, 23), hour: 0, minute: 0 });
        }
        for name in ["JST-9", "Asia", "Nowhere/Land", ""] {
            assert!(named_zone(name, &folder).is_none(), "{name}");
        }
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_day_lasts_until_midnight_also_where_the_clock_is_changed() {
        let berlin = "CET-1CEST,M3.5.0,M10.5.0/3";
        // Its clock goes from 0:00 to 1:00.
        let havana = "CST5CDT,M3.2.0/0,M11.1.0/1";
        for (rule, at, minutes) in [
            ("UTC0", "2026-11-22T23:59:00Z", 1),
            ("UTC0", "2026-11-22T00:00:00Z", 24 * 60),
            ("JST-9", "2026-11-22T14:30:00Z", 30),
            (berlin, "2026-03-28T23:30:00Z", 22 * 60 + 30),
            (berlin, "2026-10-24T22:30:00Z", 24 * 60 + 30),
            (havana, "2026-03-08T04:30:00Z", 30),
        ] {
            let zone = TimeZone::posix(rule).unwrap();
            let now = at.parse::<Timestamp>().unwrap().to_zoned(zone);
            assert_eq!(left_of_day(&now), Duration::from_secs(minutes * 60), "{rule} {at}");
        }
    }
}
