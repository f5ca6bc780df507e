//! The subcommand that writes figures into documents.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command, ValueHint, arg, value_parser};

use crate::export::INLINE_FORMS;

/// What to fill in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fill {
    /// The documents.
    pub documents: Vec<PathBuf>,
    /// The report. `None` is the file in this folder.
    pub report: Option<PathBuf>,
    /// Write nothing, and list what is out of step.
    pub only_checks: bool,
    /// Whether a figure may have lost its hedge.
    pub accepts_losses: bool,
}

/// The subcommand, with its help.
pub(super) fn command() -> Command {
    let file = |arg: Arg| arg.value_parser(value_parser!(PathBuf)).value_hint(ValueHint::FilePath);
    let forms = INLINE_FORMS.iter().map(|(_, name, about)| format!("  {name:9} {about}\n"));
    Command::new("fill")
        .about("Write figures into documents, between markers, each with its hedge")
        .after_help(format!(
            "A marker in Markdown, HTML and Quarto, and one in LaTeX:\n\
             \x20 <!-- fig:ID words -->nearly $8 billion<!-- /fig -->\n\
             \x20 % fig:ID words\n\
             \x20 nearly \\$8 billion\n\
             \x20 % /fig\n\
             ID@2024 is a point of a series. What may stand behind the ID:\n{}\
             Nothing but the text between markers changes. A document with a fault in a marker is not\n\
             written. It ends with 0 if all is in step, with 1 if something is not or cannot be filled in,\n\
             with 2 if it could not run.",
            forms.collect::<String>(),
        ))
        .arg(file(arg!(<DOC>... "The documents")))
        .arg(file(arg!(--from <FILE> "The report [default: indicators.toml]")))
        .arg(arg!(--check "Write nothing; end with 1 and list what is out of step"))
        .arg(
            arg!(--accept <WHAT> "Also write a figure that has lost the hedge that the document has")
                .value_parser(PossibleValuesParser::new(["hedge-lost"])),
        )
}

impl Fill {
    pub(super) fn read(matches: &ArgMatches) -> Self {
        let documents = matches.get_many::<PathBuf>("DOC").unwrap_or_default();
        Self {
            documents: documents.cloned().collect(),
            report: matches.get_one::<PathBuf>("from").cloned(),
            only_checks: matches.get_flag("check"),
            accepts_losses: matches.contains_id("accept"),
        }
    }
}
