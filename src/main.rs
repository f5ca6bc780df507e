//! The program `indicia`; everything is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(indicia::cli::main())
}
