//! The subcommands that set other programs up, or begin a report.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Arg, ArgMatches, Command, ValueHint, arg, value_parser};

/// What to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setup {
    /// A file to begin a report with, in this folder.
    Init(PathBuf),
    /// The JSON Schema of the file.
    Schema,
    /// What a shell needs to complete command lines.
    Completions(Shell),
    /// The words that may stand in a command line.
    Complete {
        /// The words before, without the name of the program.
        before: Vec<String>,
        /// What is there of the word.
        word: String,
    },
    /// The manual page.
    Man,
}

/// A shell that can complete command lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shell {
    /// Bash.
    #[default]
    Bash,
    /// Zsh.
    Zsh,
    /// Fish.
    Fish,
    /// `PowerShell`.
    PowerShell,
}

/// Every shell with its name.
pub const SHELLS: &[(Shell, &str)] = &[
    (Shell::Bash, "bash"),
    (Shell::Zsh, "zsh"),
    (Shell::Fish, "fish"),
    (Shell::PowerShell, "powershell"),
];

impl Setup {
    /// What a subcommand asks for, if it is one of these.
    pub(super) fn read(name: &str, matches: &ArgMatches) -> Option<Self> {
        Some(match name {
            "init" => Self::Init(matches.get_one::<PathBuf>("DIR").cloned().unwrap_or_default()),
            "schema" => Self::Schema,
            "completions" => {
                Self::Completions(matches.get_one::<Shell>("SHELL").copied().unwrap_or_default())
            }
            "complete" => {
                let before = matches.get_many::<String>("BEFORE").unwrap_or_default();
                let word = matches.get_one::<String>("word").cloned().unwrap_or_default();
                Self::Complete { before: before.cloned().collect(), word }
            }
            "man" => Self::Man,
            _ => return None,
        })
    }
}

/// The subcommands, with their help.
pub(super) fn commands() -> [Command; 5] {
    let dir: Arg =
        arg!([DIR] "The folder for it, which is made if there is none [default: this one]");
    let dir = dir.value_parser(value_parser!(PathBuf)).value_hint(ValueHint::DirPath);
    let shells = PossibleValuesParser::new(SHELLS.iter().map(|(_, name)| *name));
    let shell = |name: &str| SHELLS.iter().find(|(_, own)| *own == name).map(|(shell, _)| *shell);
    let shells = shells.map(move |name| shell(&name).unwrap_or_default());
    [
        Command::new("init")
            .about("Begin a report: a commented file to fill in; nothing is overwritten")
            .arg(dir),
        Command::new("schema")
            .about("Print the JSON Schema of the file, for editors and other checkers"),
        Command::new("completions")
            .about("Print what a shell needs to complete commands, options, files and ids")
            .after_help(
                "bash, in ~/.bashrc:     source <(indicia completions bash)\n\
                 zsh, in ~/.zshrc:       source <(indicia completions zsh)\n\
                 fish:                   indicia completions fish > ~/.config/fish/completions/indicia.fish\n\
                 PowerShell, in $PROFILE: indicia completions powershell | Out-String | Invoke-Expression",
            )
            .arg(arg!(<SHELL> "The shell").value_parser(shells)),
        // The shells call it.
        Command::new("complete")
            .hide(true)
            .arg(arg!(--word <WORD>).allow_hyphen_values(true))
            .arg(arg!([BEFORE]...).allow_hyphen_values(true)),
        Command::new("man").about("Print the manual page: indicia man > indicia.1"),
    ]
}
