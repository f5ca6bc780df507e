//! The command line: what was asked for, and whatever touches files and the environment.

pub mod args;
pub mod check;
pub mod colour;
pub mod config;
pub mod dashboard;
pub mod environment;
mod exit;
pub mod explain;
pub mod input;
pub mod print;

use std::env;
use std::io::{self, IsTerminal, Write};

use args::Task;
use environment::{look, terminal, today};
use exit::{COULD_NOT_RUN, FINE};
use print::{Form, Selection};

use crate::file::WatchMode;
use crate::term;

/// The columns of a page where there is no terminal to ask.
const PAGE: u16 = 80;

/// Does what the command line asks for and returns the exit code.
///
/// 0 is fine, 1 that something was found, 2 that it could not run; a dashboard that was ended by
/// a signal returns 128 and the signal's number.
pub fn main() -> u8 {
    let args = match args::parse(env::args_os()) {
        Ok(args) => args,
        Err(error) => {
            let _ = error.print();
            return u8::try_from(error.exit_code()).unwrap_or(COULD_NOT_RUN);
        }
    };
    let as_of = args.as_of.unwrap_or_else(today);
    let (mut out, mut err) = (io::stdout().lock(), io::stderr());
    let columns = if out.is_terminal() { term::columns().clamp(20, 400) } else { PAGE };
    let result = match args.task {
        Task::Dashboard { file, poll } if out.is_terminal() => {
            drop(out);
            let watch_mode = if poll { WatchMode::Poll } else { WatchMode::Native };
            let terminal = terminal(args.ascii, args.colour);
            let faults = look(args.ascii, args.colour, &err);
            let Ok(Some(mut config)) = config::open(&args.config, faults, &mut err) else {
                return COULD_NOT_RUN;
            };
            // What is asked for on the command line goes before what is set for good.
            config.theme = args.theme.unwrap_or(config.theme);
            return match dashboard::run(file, watch_mode, as_of, terminal, config) {
                Ok(reason) => reason.exit_code(),
                Err(error) => {
                    // Nobody may be left to read it.
                    let _ = writeln!(err, "indicia: {error:#}");
                    COULD_NOT_RUN
                }
            };
        }
        Task::Dashboard { file, .. } => {
            let all = Selection { file, ids: Vec::new() };
            let look = look(args.ascii, args.colour, &out);
            print::run(&all, Form::Page(columns), as_of, look, &mut out, &mut err)
        }
        Task::Print { words, width, plain } => {
            let form =
                if plain { Form::Plain(width) } else { Form::Page(width.unwrap_or(columns)) };
            let (some, look) = (Selection::new(words), look(args.ascii, args.colour, &out));
            print::run(&some, form, as_of, look, &mut out, &mut err)
        }
        Task::Check { files, deny_warnings, json } => {
            let format = if json { check::Format::Json } else { check::Format::Text };
            let look = look(args.ascii, args.colour, &out);
            check::run(&files, deny_warnings, as_of, format, look, &mut out, &mut err)
        }
        Task::Config => config::run(&mut out),
        Task::Explain(code) => explain::run(code.as_deref(), &mut out, &mut err),
    };
    match result {
        Ok(code) => code,
        // The reader has seen enough: `indicia check | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => FINE,
        Err(error) => {
            let _ = writeln!(err, "indicia: cannot write: {error}");
            COULD_NOT_RUN
        }
    }
}
