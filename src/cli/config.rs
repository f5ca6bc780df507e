//! The configuration: which file it is, and `indicia config`, which prints one to begin with.

use std::io::{self, ErrorKind, Write};
use std::path::PathBuf;

use super::environment;
use super::exit::FINE;
use crate::config::{Config, read, template};
use crate::diagnostic::{Look, render};
use crate::file::{self, ReadCause, ReadError};
use crate::report::Text;

/// Which configuration is asked for on the command line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Wanted {
    /// The one in the user's folder, if there is one.
    #[default]
    Own,
    /// This file, which has to be there.
    File(PathBuf),
    /// None: everything as it is by default.
    Nothing,
}

/// Reads the configuration. With anything wrong in it there is none, and `err` is told what, and
/// how to go on without it.
///
/// # Errors
/// If `err` cannot be written to.
pub fn open(wanted: &Wanted, look: Look, err: &mut dyn Write) -> io::Result<Option<Config>> {
    let path = match wanted {
        Wanted::Own => environment::config_file(),
        Wanted::File(path) => Some(path.clone()),
        Wanted::Nothing => None,
    };
    let Some(path) = path else { return Ok(Some(Config::default())) };
    let text = match file::read(&path) {
        Ok(text) => text,
        Err(error) if matches!(error.cause, ReadCause::Empty) => String::new(),
        Err(error) if *wanted == Wanted::Own && is_missing(&error) => String::new(),
        Err(error) => {
            writeln!(err, "indicia: the configuration: {}", unreadable(&error))?;
            writeln!(err, "indicia: 'indicia --no-config' goes on without it")?;
            return Ok(None);
        }
    };
    match read(&text) {
        Ok(config) => Ok(Some(config)),
        Err(faults) => {
            let name = path.to_string_lossy();
            for fault in &faults {
                writeln!(err, "{}", render(fault, &name, &text, look))?;
            }
            let what = "the configuration has faults, and none of it is used";
            writeln!(err, "indicia: {what}: mend it, or go on without it: indicia --no-config")?;
            Ok(None)
        }
    }
}

/// Whether there is no such file, nor the folder that it would be in.
fn is_missing(error: &ReadError) -> bool {
    match &error.cause {
        ReadCause::Missing => true,
        ReadCause::Other(error) => error.kind() == ErrorKind::NotADirectory,
        _ => false,
    }
}

fn unreadable(error: &ReadError) -> String {
    match error.cause {
        ReadCause::Folder => {
            let path = Text::new(&error.path.to_string_lossy());
            format!("'{path}' is a folder: name the file in it, such as '{path}/config.toml'")
        }
        _ => error.to_string(),
    }
}

/// Prints the configuration that changes nothing; returns the exit code.
///
/// # Errors
/// If `out` cannot be written to.
pub fn run(out: &mut dyn Write) -> io::Result<u8> {
    let unknown = "~/.config/indicia/config.toml".into();
    let path = environment::config_file().unwrap_or(unknown);
    out.write_all(template(&Text::new(&path.to_string_lossy()).to_string()).as_bytes())?;
    Ok(FINE)
}
