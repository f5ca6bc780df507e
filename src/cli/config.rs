//! Finds and reads the configuration file, and prints one to begin with: `indicia config`.

use std::io::{self, ErrorKind, Write};

use super::args::ConfigSource;
use super::exit_code::FINE;
use super::{environment, meant};
use crate::config::{Config, read, template};
use crate::diagnostic::{Look, render};
use crate::file::{self, ReadCause, ReadError};
use crate::report::Text;

/// Reads the configuration. If it has a fault, there is none, and `err` gets all faults and how to
/// give the command without the file.
///
/// # Errors
/// If `err` cannot be written to.
pub fn open(
    source: &ConfigSource,
    command: &str,
    look: Look,
    err: &mut dyn Write,
) -> io::Result<Option<Config>> {
    let path = match source {
        ConfigSource::Default => environment::config_file(),
        ConfigSource::File(path) => Some(path.clone()),
        ConfigSource::None => None,
    };
    let Some(path) = path else { return Ok(Some(Config::default())) };
    let text = match file::read(&path) {
        Ok(text) => text,
        Err(error) if matches!(error.cause, ReadCause::Empty) => String::new(),
        Err(error) if *source == ConfigSource::Default && is_missing(&error) => String::new(),
        // It is not asked for, and the folder may be another user's.
        Err(error) if *source == ConfigSource::Default && is_denied(&error) => {
            writeln!(err, "indicia: the configuration is left out: {error}")?;
            String::new()
        }
        Err(error) => {
            writeln!(err, "indicia: the configuration: {}", unreadable(&error))?;
            writeln!(err, "indicia: to go on without it: {command} --no-config")?;
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
            writeln!(err, "indicia: {what}: fix it, or go on without it: {command} --no-config")?;
            Ok(None)
        }
    }
}

/// Whether there is no such file, or no folder for it.
fn is_missing(error: &ReadError) -> bool {
    match &error.cause {
        ReadCause::Missing => true,
        ReadCause::Other(error) => error.kind() == ErrorKind::NotADirectory,
        _ => false,
    }
}

/// Whether the system does not let it be looked at.
fn is_denied(error: &ReadError) -> bool {
    matches!(error.cause, ReadCause::Denied | ReadCause::Other(_))
}

fn unreadable(error: &ReadError) -> String {
    match error.cause {
        ReadCause::Folder => {
            let path = Text::new(&error.path.to_string_lossy());
            format!("'{path}' is a folder: name the file in it, such as '{path}/config.toml'")
        }
        _ => meant::unreadable(error),
    }
}

/// Prints a configuration that has the defaults only. Returns the exit code.
///
/// # Errors
/// If `out` cannot be written to.
pub fn run(out: &mut dyn Write) -> io::Result<u8> {
    let unknown = "~/.config/indicia/config.toml".into();
    let path = environment::config_file().unwrap_or(unknown);
    out.write_all(template(&Text::new(&path.to_string_lossy()).to_string()).as_bytes())?;
    Ok(FINE)
}
