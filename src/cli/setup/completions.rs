//! `indicia completions`: what a shell needs to complete command lines. Each script only asks the
//! program (`complete`), which knows the commands, and the ids of a file.

use crate::cli::args::setup::Shell;

/// The script for a shell.
pub(super) fn script(shell: Shell) -> &'static str {
    match shell {
        Shell::Bash => include_str!("completions/indicia.bash"),
        Shell::Zsh => include_str!("completions/indicia.zsh"),
        Shell::Fish => include_str!("completions/indicia.fish"),
        Shell::PowerShell => include_str!("completions/indicia.ps1"),
    }
}
