//! The command line, read into what is to be done.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint};

use super::colour::{WHENS, When};
use super::config::Wanted;
use crate::app::env::{THEMES, ThemeName};
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
    let mut command = command();
    let matches = command.try_get_matches_from_mut(args)?;
    if let Some(message) = misplaced(&command, &matches) {
        return Err(command.error(ErrorKind::ArgumentConflict, message));
    }
    let task = match matches.subcommand() {
        Some(("check", inner)) => check(inner),
        Some(("print", inner)) => print(inner),
        Some(("config", _)) => Task::Config,
        Some(("explain", inner)) => Task::Explain(inner.get_one::<String>("CODE").cloned()),
        _ => {
            let file = matches.get_one::<PathBuf>("FILE").cloned();
            Task::Dashboard { file, poll: matches.get_flag("poll") }
        }
    };
    // What may stand on either side of a subcommand is here, too, where it stands behind it.
    Ok(Args {
        as_of: matches.get_one::<Day>("as-of").copied(),
        ascii: matches.get_flag("ascii"),
        theme: matches.get_one::<ThemeName>("theme").copied(),
        colour: matches.get_one::<When>("color").copied().unwrap_or_default(),
        config: config(&matches),
        task,
    })
}

/// What only the dashboard has and stands in front of a subcommand, where it would do nothing.
fn misplaced(command: &Command, matches: &ArgMatches) -> Option<String> {
    let name = matches.subcommand_name()?;
    let is_given = |arg: &&Arg| {
        let id = arg.get_id().as_str();
        matches.ids().any(|own| own == id)
            && matches.value_source(id) == Some(ValueSource::CommandLine)
    };
    let mut own = command.get_arguments().filter(|arg| !arg.is_global_set());
    Some(match own.find(is_given)?.get_long() {
        Some(long) => format!("'--{long}' is for the dashboard: leave it out of 'indicia {name}'"),
        None => format!("'{name}' goes first; a file of that name is './{name}'"),
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
        .override_usage("indicia [OPTIONS] [FILE]\n       indicia [OPTIONS] <COMMAND>")
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
                ),
        )
        .subcommand(print_command())
        .subcommand(
            Command::new("config")
                .about("Write a commented configuration of keys and looks")
                .args(without_effect()),
        )
        .subcommand(
            Command::new("explain")
                .about("Say what a code of 'check' means and how to mend it")
                .arg(Arg::new("CODE").help("The code, such as E005; without it all are listed"))
                .args(without_effect()),
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
        .arg(color().hide(true))
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

/// What may stand anywhere, so that one can always write it, and changes nothing here.
fn without_effect() -> [Arg; 3] {
    [as_of(), color(), ascii()].map(|arg| arg.hide(true))
}

fn as_of() -> Arg {
    Arg::new("as-of")
        .long("as-of")
        .global(true)
        .value_name("DATE")
        .value_parser(day)
        .help("The day that ages and dues are counted to, such as 2026-11-23 [default: today]")
}

fn ascii() -> Arg {
    Arg::new("ascii")
        .long("ascii")
        .global(true)
        .action(ArgAction::SetTrue)
        .help("Draw in plain ASCII")
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
        .global(true)
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
mod tests;
