//! The command line, the environment, and the subcommands.

pub mod args;
pub mod check;
pub mod colour;
pub mod config;
pub mod dashboard;
pub mod environment;
mod exit_code;
pub mod explain;
pub mod print;
pub mod report_file;

use std::env;
use std::io::{self, IsTerminal, Write};

use args::Task;
use environment::{clock, look, only_prints, terminal};
use exit_code::{COULD_NOT_RUN, FINE};
use print::{Form, Selection};

use crate::app::env::GlyphChoice;
use crate::file::WatchMode;
use crate::term;

/// The width of a page, in columns, without a terminal.
const PAGE_WIDTH: u16 = 80;

/// Does what the command line asks for. Returns the exit code.
///
/// 0 is fine, 1 means findings, 2 that it could not run. If a signal ended the dashboard, it is 128
/// plus the number of the signal.
pub fn main() -> u8 {
    let args = match args::parse(env::args_os()) {
        Ok(args) => args,
        Err(error) => {
            let _ = error.print();
            return u8::try_from(error.exit_code()).unwrap_or(COULD_NOT_RUN);
        }
    };
    let as_of = args.as_of.unwrap_or_else(|| clock().day);
    let (mut out, mut err) = (io::stdout().lock(), io::stderr());
    let columns = if out.is_terminal() { term::columns().clamp(20, 400) } else { PAGE_WIDTH };
    let only_prints = only_prints();
    let out_look = look(args.ascii, args.colour, &out);
    let result = match args.task {
        Task::Dashboard { file, poll } if out.is_terminal() && only_prints.is_none() => {
            drop(out);
            let watch_mode = if poll { WatchMode::Poll } else { WatchMode::Native };
            let err_look = look(args.ascii, args.colour, &err);
            let Ok(Some(mut config)) = config::open(&args.config, err_look, &mut err) else {
                return COULD_NOT_RUN;
            };
            // The command line takes precedence over the configuration.
            config.theme = args.theme.unwrap_or(config.theme);
            config.glyphs = if args.ascii { GlyphChoice::Ascii } else { config.glyphs };
            let terminal = terminal(config.glyphs, args.colour);
            return match dashboard::run(file, watch_mode, args.as_of, terminal, config) {
                Ok(reason) => reason.exit_code(),
                Err(error) => {
                    // An error of writing is ignored: the terminal may be gone.
                    let _ = writeln!(err, "indicia: {error:#}");
                    COULD_NOT_RUN
                }
            };
        }
        Task::Dashboard { file, .. } => {
            let all = Selection { file, ids: Vec::new() };
            let code = print::run(&all, Form::Page(columns), as_of, out_look, &mut out, &mut err);
            // It comes last, because a page may be longer than a screen.
            if let (Some(why), Ok(FINE)) = (only_prints.filter(|_| out.is_terminal()), &code) {
                let _ = writeln!(err, "indicia: {why}");
            }
            code
        }
        Task::Print { words, width, plain } => {
            let form =
                if plain { Form::Plain(width) } else { Form::Page(width.unwrap_or(columns)) };
            print::run(&Selection::new(words), form, as_of, out_look, &mut out, &mut err)
        }
        Task::Check { files, deny_warnings, json } => {
            let format = if json { check::Format::Json } else { check::Format::Text };
            check::run(&files, deny_warnings, as_of, format, out_look, &mut out, &mut err)
        }
        Task::Config => config::run(&mut out),
        Task::Explain(code) => explain::run(code.as_deref(), &mut out, &mut err),
    };
    match result {
        Ok(code) => code,
        // The program at the other end has read enough: `indicia check | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => FINE,
        Err(error) => {
            let _ = writeln!(err, "indicia: cannot write: {error}");
            COULD_NOT_RUN
        }
    }
}
