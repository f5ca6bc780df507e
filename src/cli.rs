//! The command line, the environment, and the subcommands.

pub mod args;
pub mod check;
mod clock;
pub mod colour;
pub mod config;
pub mod dashboard;
mod diff;
pub mod environment;
mod exit_code;
pub mod explain;
pub mod export;
mod fill;
pub mod import;
mod log;
mod meant;
pub mod print;
pub mod report_file;
pub mod selection;
pub mod setup;

use std::env;
use std::io::{self, IsTerminal, Stderr, Write};
use std::path::PathBuf;

use args::{Args, ConfigSource, Task};
use clock::clock;
use environment::{look, no_dashboard, terminal};
use exit_code::{COULD_NOT_RUN, FINE};
use print::Form;
use selection::Selection;

use crate::app::env::GlyphChoice;
use crate::diagnostic::Look;
use crate::file::{ReadError, WatchMode, is_stdin};
use crate::report::Text;
use crate::term;

/// The width of a page, in columns, without a terminal.
const PAGE_WIDTH: u16 = 80;

/// Why nothing can be done.
enum Failure {
    /// What is wrong has been written.
    Told,
    /// What is wrong, in words for users.
    Because(String),
    /// The output cannot be written.
    Write(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Write(error)
    }
}

impl From<ReadError> for Failure {
    fn from(error: ReadError) -> Self {
        Self::Because(error.to_string())
    }
}

/// Does what the command line asks for. Returns the exit code.
///
/// 0 is fine, 1 means findings, 2 that it could not run. If a signal ended the dashboard, it is 128
/// plus the number of the signal.
pub fn main() -> u8 {
    let mut err = io::stderr();
    let failure = match args::parse(env::args_os()) {
        Ok(args) => match run(args, &mut err) {
            Ok(code) => return code,
            Err(failure) => failure,
        },
        Err(error) => return explain_usage(&error),
    };
    // An error of writing a message is ignored: the terminal may be gone.
    let _ = match failure {
        // The program at the other end has read enough: `indicia check | head`.
        Failure::Write(error) if error.kind() == io::ErrorKind::BrokenPipe => return FINE,
        Failure::Write(error) => writeln!(err, "indicia: cannot write: {error}"),
        Failure::Told => Ok(()),
        Failure::Because(message) => writeln!(err, "indicia: {message}"),
    };
    COULD_NOT_RUN
}

/// Writes what the argument parser says: what is wrong, the help or the version.
fn explain_usage(error: &clap::Error) -> u8 {
    let text = error.render().to_string();
    // It may quote arguments.
    let lines: Vec<_> = text.lines().map(|line| Text::new(line).to_string()).collect();
    let lines = lines.join("\n");
    let _ = if error.use_stderr() {
        writeln!(io::stderr(), "{lines}")
    } else {
        writeln!(io::stdout(), "{lines}")
    };
    u8::try_from(error.exit_code()).unwrap_or(COULD_NOT_RUN)
}

fn run(args: Args, err: &mut Stderr) -> Result<u8, Failure> {
    let as_of = args.as_of.unwrap_or_else(|| clock().day);
    let mut out = io::stdout().lock();
    let columns = if out.is_terminal() { term::columns().clamp(20, 400) } else { PAGE_WIDTH };
    let no_dashboard = no_dashboard();
    let out_look = look(args.ascii, args.colour, &out);
    let err_look = look(args.ascii, args.colour, err);
    let config = |command, err: &mut Stderr| {
        config::open(&args.config, command, err_look, err)?.ok_or(Failure::Told)
    };
    Ok(match args.task {
        Task::Dashboard { file, poll } if out.is_terminal() && no_dashboard.is_none() => {
            drop(out);
            let mut config = config("indicia", err)?;
            // The command line takes precedence over the configuration.
            config.theme = args.theme.unwrap_or(config.theme);
            config.glyphs = if args.ascii { GlyphChoice::Ascii } else { config.glyphs };
            let file = report_file::to_show(file)?;
            let watch_mode = if poll { WatchMode::Poll } else { WatchMode::Native };
            let terminal = terminal(config.glyphs, args.colour);
            dashboard::run(file, watch_mode, args.as_of, terminal, config)
                .map_err(|error| Failure::Because(format!("{error:#}")))?
                .exit_code()
        }
        Task::Dashboard { file, .. } => {
            // A page has nothing of a configuration, but one that is named has to be sound.
            if matches!(args.config, ConfigSource::File(_)) {
                config("indicia", err)?;
            }
            let all = Selection { file: report_file::to_show(file)?, ..Selection::default() };
            let code = print::run(&all, Form::Page(columns), as_of, out_look, &mut out, err)?;
            // It comes last, because a page may be longer than a screen.
            if let Some(why) = no_dashboard.filter(|_| out.is_terminal() && code != COULD_NOT_RUN) {
                let _ = writeln!(err, "indicia: {why}");
            }
            code
        }
        Task::Print { words, width, plain, cite, passages } => {
            let form = match (cite, plain) {
                (true, _) => Form::Cite(config("indicia print --cite", err)?.citation),
                (_, true) => Form::Plain(width),
                _ => Form::Page(width.unwrap_or(columns)),
            };
            let selection = Selection { passages, ..Selection::to_show(words)? };
            print::run(&selection, form, as_of, out_look, &mut out, err)?
        }
        Task::Export { words, format, output, force, metadata } => {
            let selection = Selection::to_show(words)?;
            let target = output.as_deref().map(|path| export::Target { path, force, metadata });
            export::run(&selection, format, target, as_of, &mut out, err)?
        }
        Task::Import(import) => import::run(&import, as_of, &mut out, err)?,
        Task::Fill(request) => fill::run(&request, as_of, &mut out, err)?,
        Task::Diff(request) => diff::run(&request, as_of, &mut out, err)?,
        Task::Log(request) => log::run(&request, as_of, &mut out)?,
        Task::Check { files, texts, all, deny_warnings, format } => {
            let asked = check::Articles { texts, all, deny_warnings, as_of };
            check_files(files, &asked, format, out_look, &mut out, err)?
        }
        Task::Config => config::run(&mut out)?,
        Task::Setup(what) => setup::run(what, &mut out)?,
        Task::Explain(codes) => explain::run(&codes, &mut out, err)?,
    })
}

/// Checks files, and says so where standard input is checked although no file is named; or holds
/// articles against one file.
fn check_files(
    files: Vec<PathBuf>,
    asked: &check::Articles,
    format: check::Format,
    look: Look,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<u8, Failure> {
    if !asked.texts.is_empty() {
        let file = report_file::to_hold_against(&files).map_err(Failure::Because)?;
        return Ok(check::articles(&file, asked, format, look, out, err)?);
    }
    let (deny_warnings, as_of) = (asked.deny_warnings, asked.as_of);
    let is_named = !files.is_empty();
    let files = report_file::to_check(files)?;
    let code = check::run(&files, deny_warnings, as_of, format, look, out, err)?;
    // A hook has other text on standard input.
    if code != FINE && !is_named && files.iter().any(|file| is_stdin(file)) {
        writeln!(err, "indicia: no file is named, so standard input is checked: name the file")?;
    }
    Ok(code)
}
