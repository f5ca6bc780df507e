//! Parses the command line.

mod commands;
pub mod fill;
pub mod history;
pub mod setup;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::error::{ContextKind, ErrorKind};
use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command};

use super::check::format::Format;
use super::colour::ColourChoice;
use super::export::format::ExportFormat;
use super::import::request::Import;
use crate::app::env::ThemeName;
use crate::diagnostic::nearest;
use crate::file::is_stdin;
use crate::import::Choice;
use crate::report::{Day, Text};
use fill::Fill;
use history::{Diff, Log};
use setup::Setup;

pub use commands::command;

/// The file if none is named.
pub const DEFAULT_FILE: &str = "indicators.toml";

/// What was asked for on the command line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Args {
    /// What to do.
    pub task: Task,
    /// The date that ages are measured from. `None` is today.
    pub as_of: Option<Day>,
    /// Draw in plain ASCII.
    pub ascii: bool,
    /// The theme of the dashboard. `None` is that of the configuration.
    pub theme: Option<ThemeName>,
    /// Whether to use colour.
    pub colour: ColourChoice,
    /// The configuration of the dashboard.
    pub config: ConfigSource,
}

/// The configuration that the command line asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ConfigSource {
    /// The file in the user's folder, if there is one.
    #[default]
    Default,
    /// This file, which has to exist.
    File(PathBuf),
    /// No file.
    None,
}

/// What to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// Show the dashboard.
    Dashboard {
        /// The file. `None` is standard input, the default file or the built-in report.
        file: Option<PathBuf>,
        /// Poll the file instead of waiting for reports of changes.
        poll: bool,
    },
    /// Check files.
    Check {
        /// The files. If there are none, it is standard input or the default file.
        files: Vec<PathBuf>,
        /// The articles to hold against the one file.
        texts: Vec<PathBuf>,
        /// Also show the numbers of the articles that are fine.
        all: bool,
        /// Warnings count as findings.
        deny_warnings: bool,
        /// How findings are written.
        format: Format,
    },
    /// Write figures into documents.
    Fill(Fill),
    /// Compare two versions of a report.
    Diff(Diff),
    /// Follow a figure through the versions of its file.
    Log(Log),
    /// Add a series of a CSV file to the report.
    Import(Import),
    /// Print the dashboard, or a part of it, as text.
    Print {
        /// A file and ids. The file may be left out.
        words: Vec<OsString>,
        /// The width in columns. `None` is that of the terminal.
        width: Option<u16>,
        /// In sentences, for screen readers.
        plain: bool,
        /// Citations alone.
        cite: bool,
        /// With what stands around the words of each figure in the copies of the sources.
        passages: bool,
    },
    /// Export figures to another format.
    Export {
        /// A file and ids. The file may be left out.
        words: Vec<OsString>,
        /// The format.
        format: &'static ExportFormat,
        /// The file to write. `None` is standard output.
        output: Option<PathBuf>,
        /// Replace the file to write if there is one.
        force: bool,
        /// Describe the columns in a file beside it.
        metadata: bool,
    },
    /// Explain these codes, or list all of them.
    Explain(Vec<String>),
    /// Print a configuration to begin with.
    Config,
    /// Write what sets other programs up, or a report to begin with.
    Setup(Setup),
}

/// Parses the command line.
///
/// # Errors
/// If it is invalid, or asks for help or the version. The error is then the text to print.
pub fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Args, clap::Error> {
    let args: Vec<_> = args.into_iter().collect();
    read(&args).map_err(|error| {
        // The error quotes the arguments, which must not reach a terminal as they are.
        let harmless = |arg: &OsString| Text::new(&arg.to_string_lossy()).as_str().into();
        read(&args.iter().map(harmless).collect::<Vec<_>>()).err().unwrap_or(error)
    })
}

fn read(args: &[OsString]) -> Result<Args, clap::Error> {
    let mut command = command();
    let matches = command.try_get_matches_from_mut(args).map_err(|error| {
        // A second file is taken for a subcommand where its name resembles one.
        let word = match error.kind() {
            ErrorKind::UnknownArgument => error.get(ContextKind::InvalidArg),
            ErrorKind::InvalidSubcommand => error.get(ContextKind::InvalidSubcommand),
            _ => return error,
        };
        let word = word.map(ToString::to_string);
        let fits = || fits_elsewhere(&word?, args);
        let meant = misspelt(args).map(|message| (ErrorKind::InvalidSubcommand, message));
        let meant = meant.or_else(|| Some((ErrorKind::UnknownArgument, fits()?)));
        meant.map_or(error, |(kind, message)| self::command().error(kind, message))
    })?;
    let message = misplaced(&command, &matches).or_else(|| without_cite(&matches));
    if let Some(message) = message {
        return Err(command.error(ErrorKind::ArgumentConflict, message));
    }
    let task = match matches.subcommand() {
        Some(("check", inner)) => check(inner),
        Some(("print", inner)) => print(inner),
        Some(("export", inner)) => export(inner),
        Some(("import", inner)) => import(inner),
        Some(("fill", inner)) => Task::Fill(Fill::read(inner)),
        Some(("diff", inner)) => Task::Diff(Diff::read(inner)),
        Some(("log", inner)) => Task::Log(Log::read(inner)),
        Some(("config", _)) => Task::Config,
        Some(("explain", inner)) => explain(inner),
        other => {
            let setup = other.and_then(|(name, inner)| Setup::read(name, inner));
            let file = || matches.get_one::<PathBuf>("FILE").cloned();
            let dashboard = || Task::Dashboard { file: file(), poll: matches.get_flag("poll") };
            setup.map_or_else(dashboard, Task::Setup)
        }
    };
    // A global option is found here also if it comes after the subcommand.
    Ok(Args {
        as_of: matches.get_one::<Day>("as-of").copied(),
        ascii: matches.get_flag("ascii"),
        theme: matches.get_one::<ThemeName>("theme").copied(),
        colour: matches.get_one::<ColourChoice>("color").copied().unwrap_or_default(),
        config: config(&matches),
        task,
    })
}

/// The error for an option of the dashboard before a subcommand, where it would have no effect.
fn misplaced(command: &Command, matches: &ArgMatches) -> Option<String> {
    let name = matches.subcommand_name()?;
    let is_given = |arg: &&Arg| {
        let id = arg.get_id().as_str();
        matches.ids().any(|own| own == id)
            && matches.value_source(id) == Some(ValueSource::CommandLine)
    };
    let mut own = command.get_arguments().filter(|arg| !arg.is_global_set());
    Some(match own.find(is_given)?.get_long() {
        Some(long) if takes(command, name, long) => format!("'--{long}' goes after '{name}'"),
        Some(long) => format!("'--{long}' is for the dashboard: leave it out of 'indicia {name}'"),
        None => format!("'{name}' goes first; a file of that name is './{name}'"),
    })
}

/// What to say of a word that does not fit where it stands: which subcommand has the option, or
/// which takes more than one name.
fn fits_elsewhere(word: &str, args: &[OsString]) -> Option<String> {
    let command = command();
    let is_subcommand = |arg: &OsString| command.find_subcommand(arg).is_some();
    let has_subcommand = args.iter().skip(1).any(is_subcommand);
    let Some(long) = word.strip_prefix("--") else {
        let words = "the dashboard shows one file: 'indicia print FILE ID' prints figures by id, and \
                     'indicia check FILE FILE' checks several files";
        return (!has_subcommand).then(|| words.to_owned());
    };
    let long = long.split('=').next().unwrap_or(long);
    let is_own = command.get_arguments().any(|arg| arg.get_long() == Some(long));
    let mut others = command.get_subcommands().map(Command::get_name);
    let other = others.find(|name| takes(&command, name, long));
    match other {
        _ if has_subcommand && is_own => Some(format!("'--{long}' is for the dashboard")),
        Some(name) => Some(format!("'--{long}' belongs to 'indicia {name}'")),
        None => None,
    }
}

/// The error for a configuration that has no effect: a page has nothing of it.
fn without_cite(matches: &ArgMatches) -> Option<String> {
    let print = matches.subcommand_matches("print").filter(|print| !print.get_flag("cite"))?;
    let option = match (print.contains_id("config"), print.get_flag("no-config")) {
        (true, _) => "--config",
        (_, true) => "--no-config",
        _ => return None,
    };
    Some(format!(
        "'print' uses a configuration only with '--cite': add that, or leave out '{option}'"
    ))
}

fn takes(command: &Command, subcommand: &str, long: &str) -> bool {
    let mut own = command.find_subcommand(subcommand).into_iter().flat_map(Command::get_arguments);
    own.any(|arg| arg.get_long() == Some(long))
}

fn config(matches: &ArgMatches) -> ConfigSource {
    let matches = matches.subcommand_matches("print").unwrap_or(matches);
    match matches.get_one::<PathBuf>("config") {
        Some(path) => ConfigSource::File(path.clone()),
        None if matches.get_flag("no-config") => ConfigSource::None,
        None => ConfigSource::Default,
    }
}

/// The subcommand that an unknown word was most likely meant to be.
pub(super) fn near_subcommand(word: &str) -> Option<String> {
    let command = command();
    let known = || command.get_subcommands().filter(|own| !own.is_hide_set());
    let names = || known().map(Command::get_name).chain(["help"]);
    if names().any(|name| name == word) {
        return None;
    }
    nearest(word, names()).map(str::to_owned)
}

/// What to say of words that fit nothing, if one of them is a misspelt subcommand.
fn misspelt(args: &[OsString]) -> Option<String> {
    let is_subcommand = |word: &OsString| command().find_subcommand(word).is_some();
    if args.iter().skip(1).any(is_subcommand) {
        return None;
    }
    args.iter().skip(1).find_map(|arg| {
        let word = arg.to_string_lossy();
        let near = near_subcommand(&word).filter(|_| !Path::new(arg).exists())?;
        Some(format!("there is no subcommand '{word}'; did you mean '{near}'?"))
    })
}

fn check(matches: &ArgMatches) -> Task {
    let paths = |name| matches.get_many::<PathBuf>(name).unwrap_or_default().cloned().collect();
    Task::Check {
        files: paths("FILE"),
        texts: paths("text"),
        all: matches.get_flag("all"),
        deny_warnings: matches.contains_id("deny"),
        format: matches.get_one::<Format>("format").copied().unwrap_or_default(),
    }
}

fn print(matches: &ArgMatches) -> Task {
    Task::Print {
        words: words(matches),
        width: matches.get_one("width").copied(),
        plain: matches.get_flag("plain"),
        cite: matches.get_flag("cite"),
        passages: matches.get_flag("passages"),
    }
}

/// A file and ids.
fn words(matches: &ArgMatches) -> Vec<OsString> {
    let words = |name| matches.get_many::<OsString>(name).unwrap_or_default();
    words("FILE").chain(words("ID")).cloned().collect()
}

fn export(matches: &ArgMatches) -> Task {
    let format = matches.get_one::<&'static ExportFormat>("format").copied();
    Task::Export {
        words: words(matches),
        format: format.unwrap_or(ExportFormat::FIRST),
        output: matches.get_one::<PathBuf>("output").filter(|path| !is_stdin(path)).cloned(),
        force: matches.get_flag("force"),
        metadata: matches.get_flag("metadata"),
    }
}

fn import(matches: &ArgMatches) -> Task {
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    let only = matches.get_many::<String>("only").unwrap_or_default();
    Task::Import(Import {
        series: matches.get_one("SERIES").cloned().unwrap_or_default(),
        report: matches.get_one("into").cloned(),
        choice: Choice {
            to: text("to").unwrap_or_default(),
            only: only.cloned().collect(),
            label: text("label"),
            unit: text("unit"),
            source: text("source"),
            edition: text("edition"),
            lowest: text("lowest"),
        },
        yes: matches.get_flag("yes"),
    })
}

fn explain(matches: &ArgMatches) -> Task {
    let mut codes: Vec<String> = Vec::new();
    for word in matches.get_many::<String>("CODE").unwrap_or_default() {
        let is = |text: &str, kind: fn(&char) -> bool| {
            !text.is_empty() && text.chars().all(|c| kind(&c))
        };
        // A code may have a space in it.
        match codes.last_mut().filter(|last| is(last, |c| c.is_alphabetic())) {
            Some(letter) if is(word, char::is_ascii_digit) => letter.push_str(word),
            _ => codes.push(word.clone()),
        }
    }
    Task::Explain(codes)
}

#[cfg(test)]
mod tests;
