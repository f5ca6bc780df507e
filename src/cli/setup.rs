//! What sets other programs up, the schema for editors, and a file to begin a report with.

mod init;
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
    };
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(FINE)
}
