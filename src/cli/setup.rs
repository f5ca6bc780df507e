//! What sets other programs up: the schema for editors, completions for shells, the manual page; and
//! a file to begin a report with.

pub mod complete;
mod completions;
mod init;
pub mod man;
pub mod schema;

use std::io::Write;

use super::Failure;
use super::args::setup::Setup;
use super::exit_code::FINE;

/// Writes what is asked for. Returns the exit code.
pub(super) fn run(what: Setup, out: &mut dyn Write) -> Result<u8, Failure> {
    let text = match what {
        Setup::Init(folder) => init::run(&folder).map_err(Failure::Because)?,
        Setup::Schema => schema::text(),
        Setup::Completions(shell) => completions::script(shell).to_owned(),
        Setup::Complete { before, word } => complete::lines(&before, &word),
        Setup::Man => man::page(),
    };
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(FINE)
}
