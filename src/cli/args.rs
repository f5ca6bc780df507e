//! The command line, read into what is to be done.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint};

use super::colour::{WHENS, When};
use super::config::Wanted;
use crate::app::{THEMES, ThemeName};
use crate::report::{Day, Period};

/// The file that is meant when none is named.
pub const DEFAULT_FILE: &str = "indicators.toml";

/// What was asked for on the command line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Args {
    /// What to do.
    pub task: Task,
    /// The day that ages and dues are counted to; `None` is today.
    pub as_of: Option<Day>,
    /// Draw in plain ASCII.
    pub ascii: bool,
    /// The theme of the dashboard; `None` is the default.
    pub theme: Option<ThemeName>,
    /// When there is to be colour.
    pub colour: When,
    /// The configuration of the dashboard.
    pub config: Wanted,
}

/// What to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// Show the dashboard of a file, or of the one that is found.
    Dashboard {
        /// The file; `None` is the one that is found.
        file: Option<PathBuf>,
        /// Look at the file twenty times a second instead of waiting to be told of changes.
        poll: bool,
    },
    /// Say what is wrong with files.
    Check {
        /// The files, one at least.
        files: Vec<PathBuf>,
        /// Warnings count as findings.
        deny_warnings: bool,
        /// As JSON instead of text.
        json: bool,
    },
    /// Write the dashboard, or some of it, as text.
    Print {
        /// A file and ids, the file left out or not.
        words: Vec<OsString>,
        /// The columns of a line.
        width: Option<u16>,
        /// In sentences, for reading aloud.
        plain: bool,
    },
    /// Say what a code means, or list all of them.
    Explain(Option<String>),
    /// Write a configuration to begin with.
    Config,
}

/// Reads the command line.
///
/// # Errors
/// If it cannot be understood, and if it asks for help or the version: the error is then the
/// text to print.
pub fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Args, clap::Error> {
    let matches = command().try_get_matches_from(args)?;
    let (inner, task) = match matches.subcommand() {
        Some(("check", inner)) => (inner, check(inner)),
        Some(("print", inner)) => (inner, print(inner)),
        Some(("config", inner)) => (inner, Task::Config),
        Some(("explain", inner)) => {
            (inner, Task::Explain(inner.get_one::<String>("CODE").cloned()))
        }
        _ => {
            let file = matches.get_one::<PathBuf>("FILE").cloned();
            (&matches, Task::Dashboard { file, poll: matches.get_flag("poll") })
        }
    };
    let as_of = |m: &ArgMatches| m.try_get_one::<Day>("as-of").ok().flatten().copied();
    let ascii = |m: &ArgMatches| m.try_get_one::<bool>("ascii").ok().flatten() == Some(&true);
    let colour = |m: &ArgMatches| m.try_get_one::<When>("color").ok().flatten().copied();
    Ok(Args {
        as_of: as_of(inner).or_else(|| as_of(&matches)),
        ascii: ascii(inner) || ascii(&matches),
        theme: matches.get_one::<ThemeName>("theme").copied(),
        colour: colour(inner).unwrap_or_default(),
        config: config(&matches),
        task,
    })
}

fn config(matches: &ArgMatches) -> Wanted {
    match matches.get_one::<PathBuf>("config") {
        Some(path) => Wanted::File(path.clone()),
        None if matches.get_flag("no-config") => Wanted::Nothing,
        None => Wanted::Own,
    }
}

fn check(matches: &ArgMatches) -> Task {
    let files = matches.get_many::<PathBuf>("FILE").unwrap_or_default();
    let mut files: Vec<PathBuf> = files.cloned().collect();
    if files.is_empty() {
        files.push(DEFAULT_FILE.into());
    }
    Task::Check {
        files,
        deny_warnings: matches.contains_id("deny"),
        json: matches.get_one::<String>("format").is_some_and(|format| format == "json"),
    }
}

fn print(matches: &ArgMatches) -> Task {
    let words = |name| matches.get_many::<OsString>(name).unwrap_or_default();
    Task::Print {
        words: words("FILE").chain(words("ID")).cloned().collect(),
        width: matches.get_one("width").copied(),
        plain: matches.get_flag("plain"),
    }
}

/// The command line, with its help.
pub fn command() -> Command {
    let file = || {
        Arg::new("FILE").value_parser(clap::value_parser!(PathBuf)).value_hint(ValueHint::FilePath)
    };
    Command::new("indicia")
        .version(env!("CARGO_PKG_VERSION"))
        .about("A dashboard over one file of a report's indicators: every number keeps its hedge")
        .after_help(
            "Without FILE it shows ./indicators.toml, and without that the built-in report.\n\
             Where standard output is no terminal, it prints as 'indicia print' does.",
        )
        .args_conflicts_with_subcommands(true)
        .arg(file().help("The file to show"))
        .arg(
            Arg::new("poll")
                .long("poll")
                .action(ArgAction::SetTrue)
                .help("Look at the file all the time, where nothing reports its changes"),
        )
        .args(configuration())
        .arg(as_of())
        .arg(theme())
        .arg(color())
        .arg(ascii())
        .subcommand(
            Command::new("check")
                .about("Say what is wrong with files: 0 fine, 1 findings, 2 could not run")
                .arg(file().num_args(0..).help("The files to check [default: indicators.toml]"))
                .arg(
                    Arg::new("deny")
                        .long("deny")
                        .value_name("WHAT")
                        .value_parser(PossibleValuesParser::new(["warnings"]))
                        .help("Let warnings count as findings"),
                )
                .arg(
                    Arg::new("format")
                        .long("format")
                        .value_parser(PossibleValuesParser::new(["text", "json"]))
                        .default_value("text")
                        .help("How findings are written"),
                )
                .arg(as_of())
                .arg(color())
                .arg(ascii()),
        )
        .subcommand(print_command())
        .subcommand(
            Command::new("config").about("Write a commented configuration of keys and looks"),
        )
        .subcommand(
            Command::new("explain")
                .about("Say what a code of 'check' means and how to mend it")
                .arg(Arg::new("CODE").help("The code, such as E005; without it all are listed")),
        )
}

fn print_command() -> Command {
    let words = |name| Arg::new(name).value_parser(clap::value_parser!(OsString));
    Command::new("print")
        .about("Write the dashboard as text, for pipes, mail and screen readers")
        .after_help(
            "Without FILE it prints what 'indicia' shows. The first word is an ID where it is \
             neither\nthe name of a file nor a path.",
        )
        .arg(words("FILE").value_hint(ValueHint::FilePath).help("The file to print"))
        .arg(
            words("ID")
                .num_args(0..)
                .help("Only these indicators and events, in this order [default: everything]"),
        )
        .arg(
            Arg::new("width")
                .long("width")
                .value_name("N")
                .value_parser(clap::value_parser!(u16).range(20..=400))
                .help("The columns of a line, 20 to 400 [default: the terminal's, else 80]"),
        )
        .arg(
            Arg::new("plain")
                .long("plain")
                .action(ArgAction::SetTrue)
                .help("A line of sentences for each indicator, to be read aloud"),
        )
        .arg(as_of())
        .arg(ascii())
}

fn configuration() -> [Arg; 2] {
    [
        Arg::new("config")
            .long("config")
            .value_name("FILE")
            .value_parser(clap::value_parser!(PathBuf))
            .value_hint(ValueHint::FilePath)
            .help("The configuration [default: config.toml in your folder, see 'indicia config']"),
        Arg::new("no-config")
            .long("no-config")
            .action(ArgAction::SetTrue)
            .conflicts_with("config")
            .help("Everything as it is without a configuration"),
    ]
}

fn as_of() -> Arg {
    Arg::new("as-of")
        .long("as-of")
        .value_name("DATE")
        .value_parser(day)
        .help("The day that ages and dues are counted to, such as 2026-11-23 [default: today]")
}

fn ascii() -> Arg {
    Arg::new("ascii").long("ascii").action(ArgAction::SetTrue).help("Draw in plain ASCII")
}

fn theme() -> Arg {
    let names = THEMES.iter().map(|theme| PossibleValue::new(theme.name).help(theme.doc));
    let names = PossibleValuesParser::new(names);
    Arg::new("theme")
        .long("theme")
        .value_name("NAME")
        .value_parser(names.map(|name| ThemeName::find(&name).unwrap_or_default()))
        .help("The colours of the dashboard [default: terminal]")
}

fn color() -> Arg {
    let words = PossibleValuesParser::new(WHENS.iter().map(|(word, _)| *word));
    let when = |word: &str| WHENS.iter().find(|(own, _)| *own == word).map(|(_, when)| *when);
    Arg::new("color")
        .long("color")
        .alias("colour")
        .value_name("WHEN")
        .value_parser(words.map(move |word| when(&word).unwrap_or_default()))
        .default_value("auto")
        .help("Whether to use colour")
}

fn day(raw: &str) -> Result<Day, String> {
    let period = Period::parse(raw).ok().filter(|period| period.start() == period.end());
    period.and_then(|period| period.start()).ok_or_else(|| "write a day, such as 2026-11-23".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Args, clap::Error> {
        parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn the_command_line_is_sound() {
        command().debug_assert();
    }

    #[test]
    fn tasks_are_told_apart() {
        let task = |line| parsed(line).expect(line).task;
        assert_eq!(task("indicia"), Task::Dashboard { file: None, poll: false });
        let file = Some("a.toml".into());
        assert_eq!(task("indicia a.toml --poll"), Task::Dashboard { file, poll: true });
        assert_eq!(task("indicia explain E001"), Task::Explain(Some("E001".into())));
        let print = Task::Print {
            words: vec!["a.toml".into(), "x".into(), "y".into()],
            width: Some(60),
            plain: true,
        };
        assert_eq!(task("indicia print a.toml x y --plain --width 60"), print);
        let check =
            Task::Check { files: vec!["a".into(), "b".into()], deny_warnings: true, json: false };
        assert_eq!(task("indicia check a b --deny warnings"), check);
    }

    #[test]
    fn one_configuration_or_none() {
        let config = |line| parsed(line).ok().map(|args| args.config);
        assert_eq!(config("indicia a.toml"), Some(Wanted::Own));
        assert_eq!(config("indicia --config b"), Some(Wanted::File("b".into())));
        assert_eq!(config("indicia --no-config"), Some(Wanted::Nothing));
        assert_eq!(config("indicia --no-config --config b"), None);
        assert_eq!(config("indicia check --config b"), None, "only the dashboard has one");
        assert_eq!(parsed("indicia config").ok().map(|args| args.task), Some(Task::Config));
    }

    #[test]
    fn a_width_is_one_that_a_figure_fits_into() {
        for width in ["19", "401", "-1", "wide"] {
            assert!(parsed(&format!("indicia print --width {width}")).is_err(), "{width}");
        }
        assert!(parsed("indicia print --width 20").is_ok());
    }

    #[test]
    fn a_theme_is_one_of_the_table_and_the_others_are_named() {
        let theme = |line: &str| parsed(line).map(|args| args.theme);
        for entry in THEMES {
            let line = format!("indicia a.toml --theme {}", entry.name);
            assert_eq!(theme(&line).ok().flatten(), Some(entry.theme));
        }
        assert_eq!(theme("indicia").ok().flatten(), None);
        let error = theme("indicia --theme solarized").unwrap_err().to_string();
        for entry in THEMES {
            assert!(error.contains(entry.name), "{error}");
        }
    }

    #[test]
    fn colour_is_spelt_in_two_ways() {
        let colour = |line: &str| parsed(line).map(|args| args.colour);
        assert_eq!(colour("indicia").ok(), Some(When::Auto));
        assert_eq!(colour("indicia --color never").ok(), Some(When::Never));
        assert_eq!(colour("indicia --colour=always a.toml").ok(), Some(When::Always));
        assert_eq!(colour("indicia check --color always").ok(), Some(When::Always));
        assert_eq!(colour("indicia check --colour auto").ok(), Some(When::Auto));
        let error = colour("indicia --color yes").unwrap_err().to_string();
        for (word, _) in WHENS {
            assert!(error.contains(word), "{error}");
        }
    }

    #[test]
    fn a_day_is_a_day() {
        let as_of = |line| parsed(line).map(|args| args.as_of);
        assert_eq!(
            as_of("indicia --as-of 2026-11-23").ok().flatten(),
            Some(Day::new(2026, 11, 23))
        );
        assert_eq!(
            as_of("indicia check --as-of 2026-11-23").ok().flatten(),
            Some(Day::new(2026, 11, 23))
        );
        assert!(as_of("indicia --as-of 2026").is_err());
        assert!(as_of("indicia --as-of yesterday").is_err());
    }
}
