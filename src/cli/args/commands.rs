//! The subcommands and options, with their help.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Arg, ArgAction, Command, ValueHint, arg, value_parser};

use super::{fill, history, setup};
use crate::app::env::{THEMES, ThemeName};
use crate::cli::check::format::{CHECK_FORMATS, Format};
use crate::cli::colour::COLOUR_CHOICES;
use crate::cli::export::format::{EXPORT_FORMATS, ExportFormat};
use crate::report::{Day, Period};

/// The command line with its help.
pub fn command() -> Command {
    Command::new("indicia")
        .version(env!("CARGO_PKG_VERSION"))
        .about("A dashboard over one file of a report's figures: every number keeps its hedge")
        .after_help(
            "Without FILE it shows what comes on standard input, if that is a pipe or a file and not\n\
             empty, else ./indicators.toml, else the built-in report; '-' is standard input. If standard\n\
             output is not a terminal, it prints as 'indicia print' does.",
        )
        .override_usage("indicia [OPTIONS] [FILE]\n       indicia [OPTIONS] <COMMAND>")
        .arg(file(arg!([FILE] "The file to show")))
        .arg(arg!(--poll "Poll the file, for file systems that do not report changes"))
        .args(config_options())
        .arg(as_of())
        .arg(theme())
        .arg(color())
        .arg(ascii())
        .subcommand(
            Command::new("check")
                .about("Check files: 0 fine, 1 findings, 2 could not run")
                .after_help(
                    "Without FILE it checks what comes on standard input, if that is a pipe or a file\n\
                     and not empty, else ./indicators.toml. A hook or a script may have other text\n\
                     there: name the file in it. With --text it holds articles against the one FILE, else\n\
                     ./indicators.toml: 'indicia check report.toml --text article.md'.",
                )
                .arg(file(arg!([FILE]... "The files to check; '-' is standard input")))
                .arg(
                    file(arg!(--text <DOC>... "The articles to hold against the file: Markdown, HTML, text"))
                        .num_args(1..),
                )
                .arg(arg!(--all "Also show what the articles state as the file does, and what is no figure of it")
                    .requires("text"))
                .arg(
                    arg!(--deny <WHAT> "Count warnings as findings")
                        .value_parser(PossibleValuesParser::new(["warnings"])),
                )
                .arg(
                    arg!(--format <format> "The format of the findings")
                        .value_parser(check_formats())
                        .default_value("text"),
                ),
        )
        .subcommand(print_command())
        .subcommand(export_command())
        .subcommand(import_command())
        .subcommand(fill::command().args(without_effect()))
        .subcommands(history::commands().map(|own| own.args(without_effect())))
        .subcommand(
            Command::new("config")
                .about("Print a commented configuration file for keys and looks")
                .args(without_effect()),
        )
        .subcommand(
            Command::new("explain")
                .about("Explain codes of 'check' and how to fix their causes")
                .arg(arg!([CODE]... "Codes, such as E005 or E5; without one all are listed"))
                .args(without_effect()),
        )
        .subcommands(setup::commands().map(|own| own.args(without_effect())))
}

fn check_formats() -> impl TypedValueParser {
    let names = CHECK_FORMATS.iter().map(|(_, name, doc)| PossibleValue::new(*name).help(*doc));
    PossibleValuesParser::new(names).map(|name| Format::find(&name).unwrap_or_default())
}

fn print_command() -> Command {
    Command::new("print")
        .about("Print the dashboard as text, for pipes, mail and screen readers")
        .after_help(
            "Without FILE it prints what 'indicia' shows. The first word is an ID if it is neither\n\
             the name of a file nor a path. It ends with 0, with 1 if the file has faults, so that part\n\
             of it is left out, and with 2 if it could not run.",
        )
        .args(file_and_ids("print"))
        .arg(
            arg!(--width <N> "The width in columns, 20 to 400 [default: the terminal's, else 80]")
                .allow_hyphen_values(true)
                .value_parser(columns),
        )
        .arg(arg!(--plain "Sentences, one line for each figure, for screen readers"))
        .arg(arg!(--passages "With the sentences around the words, from the copies of the sources"))
        .arg(
            arg!(--cite "Citations alone, as the dashboard copies them, in the form of the configuration")
                .conflicts_with_all(["plain", "width", "passages"]),
        )
        .args(config_options())
        .arg(color().hide(true))
}

fn export_command() -> Command {
    let formats = EXPORT_FORMATS.iter().map(|it| PossibleValue::new(it.name).help(it.about));
    let formats = PossibleValuesParser::new(formats);
    Command::new("export")
        .about("Export figures for other programs, each with its hedge")
        .after_help(
            "Without FILE it exports what 'indicia' shows. It ends with 0, with 1 if the file has faults,\n\
             so that part of it is left out, and with 2 if it could not run.",
        )
        .args(file_and_ids("export"))
        .arg(
            arg!(-f --format <FORMAT> "The format")
                .required(true)
                .value_parser(formats.map(|name| ExportFormat::find(&name).unwrap_or(ExportFormat::FIRST))),
        )
        .arg(file(arg!(-o --output <OUT> "The file to write [default: standard output]")))
        .arg(arg!(--force "Replace the file if there is one").requires("output"))
        .arg(
            arg!(--metadata "Of csv: describe the columns in a data package (Frictionless) beside it")
                .requires("output"),
        )
        .args(without_effect())
}

fn import_command() -> Command {
    Command::new("import")
        .about("Add a series of a CSV file to a figure, with its hedges and flags")
        .after_help(
            "It reads SDMX-CSV, the wide CSV of the World Bank, the CSV of Our World in Data with the metadata\n\
             beside it, and tables with columns such as 'period' and 'value'. It shows the lines that it would\n\
             add, and asks. Without a terminal it only shows them, unless --yes is given.",
        )
        .arg(file(arg!(<SERIES> "The CSV file; '-' is standard input")))
        .arg(arg!(--to <ID> "The figure that it is the history of").required(true))
        .arg(file(arg!(--into <FILE> "The report to add it to [default: indicators.toml]")))
        .arg(
            arg!(--only <TEXT>... "Which series: a text of its rows, such as an area or a code, or the name of \
                a column; several times if one is not enough")
                .num_args(1)
                .action(ArgAction::Append),
        )
        .arg(arg!(--label <TEXT> "The label of the line [default: the file's]"))
        .arg(arg!(--unit <UNIT> "The unit of its numbers, as in the report [default: the file's]"))
        .arg(arg!(--source <KEY> "The source of the line, by its key in the report"))
        .arg(arg!(--edition <NAME> "The edition, beside another one of the same line"))
        .arg(
            arg!(--lowest <HEDGE> "What the lowest number means where it stands many times: 'less than', \
                'at most' or 'exact'"),
        )
        .arg(arg!(-y --yes "Write it without asking"))
        .args(without_effect())
}

/// A file and ids of what is in it.
fn file_and_ids(what: &str) -> [Arg; 2] {
    let file = arg!([FILE]).help(format!("The file to {what}; '-' is standard input"));
    [
        file.value_parser(value_parser!(OsString)).value_hint(ValueHint::FilePath),
        arg!([ID]... "Only these, in this order [default: everything]")
            .value_parser(value_parser!(OsString)),
    ]
}

fn config_options() -> [Arg; 2] {
    let config = arg!(--config <FILE>
        "The configuration file [default: config.toml in your folder, see 'indicia config']");
    let none = arg!(--"no-config" "Ignore the configuration file").conflicts_with("config");
    [file(config), none]
}

fn file(arg: Arg) -> Arg {
    arg.value_parser(value_parser!(PathBuf)).value_hint(ValueHint::FilePath)
}

/// Options that are accepted everywhere, and have no effect here.
fn without_effect() -> [Arg; 3] {
    [as_of(), color(), ascii()].map(|arg| arg.hide(true))
}

fn as_of() -> Arg {
    arg!(--"as-of" <DATE>
        "The date that ages are measured from, such as 2026-11-23 [default: today]")
    .global(true)
    .value_parser(day)
}

fn ascii() -> Arg {
    arg!(--ascii "Draw in plain ASCII").global(true)
}

fn theme() -> Arg {
    let names = THEMES.iter().map(|theme| PossibleValue::new(theme.name).help(theme.doc));
    let names = PossibleValuesParser::new(names);
    arg!(--theme <NAME> "The colours of the dashboard [default: terminal]")
        .value_parser(names.map(|name| ThemeName::find(&name).unwrap_or_default()))
}

fn color() -> Arg {
    let names = PossibleValuesParser::new(COLOUR_CHOICES.iter().map(|(name, _)| *name));
    let choice = |name: &str| COLOUR_CHOICES.iter().find(|(own, _)| *own == name);
    arg!(--color <WHEN> "Whether to use colour")
        .alias("colour")
        .global(true)
        .value_parser(names.map(move |name| choice(&name).map(|found| found.1).unwrap_or_default()))
        .default_value("auto")
}

fn columns(raw: &str) -> Result<u16, String> {
    let columns = raw.parse().ok().filter(|columns| (20..=400).contains(columns));
    columns.ok_or_else(|| "write a whole number from 20 to 400".into())
}

fn day(raw: &str) -> Result<Day, String> {
    let period = Period::parse(raw).ok().filter(|period| period.start() == period.end());
    period.and_then(|period| period.start()).ok_or_else(|| "write a day, such as 2026-11-23".into())
}
