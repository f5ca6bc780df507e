//! The subcommands that set other programs up, or begin a report.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, ValueHint, arg, value_parser};

/// What to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setup {
    /// A file to begin a report with, in this folder.
    Init(PathBuf),
    /// The JSON Schema of the file.
    Schema,
}

impl Setup {
    /// What a subcommand asks for, if it is one of these.
    pub(super) fn read(name: &str, matches: &ArgMatches) -> Option<Self> {
        Some(match name {
            "init" => Self::Init(matches.get_one::<PathBuf>("DIR").cloned().unwrap_or_default()),
            "schema" => Self::Schema,
            _ => return None,
        })
    }
}

/// The subcommands, with their help.
pub(super) fn commands() -> [Command; 2] {
    let dir: Arg =
        arg!([DIR] "The folder for it, which is made if there is none [default: this one]");
    let dir = dir.value_parser(value_parser!(PathBuf)).value_hint(ValueHint::DirPath);
    [
        Command::new("init")
            .about("Begin a report: a commented file to fill in; nothing is overwritten")
            .arg(dir),
        Command::new("schema")
            .about("Print the JSON Schema of the file, for editors and other checkers"),
    ]
}
