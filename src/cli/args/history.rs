//! The subcommands that compare versions of a report.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Arg, ArgMatches, Command, ValueHint, arg, value_parser};

/// What to compare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diff {
    /// The old version: a file or a revision of git.
    pub old: OsString,
    /// The new one. `None` is the file in this folder.
    pub new: Option<OsString>,
    /// How changes are written.
    pub format: ChangeFormat,
    /// Only what limited a figure and is gone counts as a finding.
    pub only_losses: bool,
}

/// Which figure to follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Log {
    /// Its id.
    pub id: String,
    /// The file. `None` is the one in this folder.
    pub file: Option<PathBuf>,
    /// How changes are written.
    pub format: ChangeFormat,
}

/// How changes are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChangeFormat {
    /// A line each.
    #[default]
    Text,
    /// One object.
    Json,
    /// A table for a pull request.
    Markdown,
}

const FORMATS: [(ChangeFormat, &str, &str); 3] = [
    (ChangeFormat::Text, "text", "a line for each change"),
    (ChangeFormat::Json, "json", "one object with a list of changes"),
    (ChangeFormat::Markdown, "md", "a table, for a pull request"),
];

fn format(some: usize) -> Arg {
    let formats = FORMATS.iter().take(some);
    let formats = formats.map(|(_, name, about)| PossibleValue::new(*name).help(*about));
    let find = |name: &str| FORMATS.iter().find(|(_, own, _)| *own == name).map(|it| it.0);
    arg!(--format <format> "The format of the changes")
        .value_parser(
            PossibleValuesParser::new(formats).map(move |name| find(&name).unwrap_or_default()),
        )
        .default_value("text")
}

/// The subcommands, with their help.
pub(super) fn commands() -> [Command; 2] {
    let version =
        |arg: Arg| arg.value_parser(value_parser!(OsString)).value_hint(ValueHint::FilePath);
    let file: Arg = arg!([FILE] "The file [default: indicators.toml]");
    [
        Command::new("diff")
            .about("Show what changed between two versions of a report, by meaning")
            .after_help(
                "A version is a file, or a revision of git: HEAD, HEAD~3, a tag, a branch, REVISION:PATH. A\n\
                 revision alone stands for the same file there. A lost hedge or status comes first.\n\
                 It ends with 0 if nothing changed, 1 if something did or a part cannot be read, 2 if it\n\
                 could not run. With --deny hedge-lost it ends with 1 only if a hedge or a status was lost.",
            )
            .arg(version(arg!(<OLD> "The old version; '-' is standard input")))
            .arg(version(arg!([NEW] "The new version [default: indicators.toml]")))
            .arg(format(3))
            .arg(
                arg!(--deny <WHAT> "Count only a lost hedge or status as a finding")
                    .value_parser(PossibleValuesParser::new(["hedge-lost"])),
            ),
        Command::new("log")
            .about("Show how one figure changed through the commits of git")
            .after_help(
                "Other ids of the figure and other names of the file are followed. 'restated by its source'\n\
                 is another number for the same period, 'the entry was corrected' one from the same source,\n\
                 'of a later period' a newer number.",
            )
            .arg(arg!(<ID> "The figure"))
            .arg(file.value_parser(value_parser!(PathBuf)).value_hint(ValueHint::FilePath))
            .arg(format(2)),
    ]
}

impl Diff {
    pub(super) fn read(matches: &ArgMatches) -> Self {
        let version = |name| matches.get_one::<OsString>(name).cloned();
        Self {
            old: version("OLD").unwrap_or_default(),
            new: version("NEW"),
            format: matches.get_one::<ChangeFormat>("format").copied().unwrap_or_default(),
            only_losses: matches.contains_id("deny"),
        }
    }
}

impl Log {
    pub(super) fn read(matches: &ArgMatches) -> Self {
        Self {
            id: matches.get_one::<String>("ID").cloned().unwrap_or_default(),
            file: matches.get_one::<PathBuf>("FILE").cloned(),
            format: matches.get_one::<ChangeFormat>("format").copied().unwrap_or_default(),
        }
    }
}
