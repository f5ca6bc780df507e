//! Programs that run beside the dashboard, without the terminal.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// The path of a program. On Windows the system finds it.
///
/// Relative paths are skipped, those of `PATH`, too: what is there depends on the folder that the
/// dashboard was started in.
pub(super) fn located(program: &str, folders: &[PathBuf]) -> Option<PathBuf> {
    if cfg!(windows) {
        return Some(program.into());
    }
    let named = PathBuf::from(program);
    if named.is_absolute() {
        return can_be_run(&named).then_some(named);
    }
    if program.contains('/') {
        return None;
    }
    let folders = folders.iter().filter(|folder| folder.is_absolute());
    folders.map(|folder| folder.join(program)).find(|path| can_be_run(path))
}

/// Whether it is an executable file. A shell skips any other.
pub(super) fn can_be_run(path: &Path) -> bool {
    let Ok(facts) = path.metadata() else { return false };
    #[cfg(unix)]
    let may_run = std::os::unix::fs::PermissionsExt::mode(&facts.permissions()) & 0o111 != 0;
    #[cfg(not(unix))]
    let may_run = true;
    facts.is_file() && may_run
}

/// A command without the terminal. In its own process group it cannot take it either: the system
/// stops any process outside the foreground group that tries to.
pub(super) fn detached(program: &Path) -> Command {
    let mut command = Command::new(program);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command
}

/// The message for the user when a program cannot be started.
pub(super) fn not_started(name: &str, error: &io::Error) -> String {
    format!("{name} could not be started: {error}")
}

/// Waits until a program has ended.
///
/// # Errors
///
/// The message for the user if it did not end well.
pub(super) fn until_end(mut child: Child, name: &str) -> Result<(), String> {
    match child.wait() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(match status.code() {
            Some(code) => format!("{name} ended with code {code}"),
            None => format!("{name} was ended by a signal"),
        }),
        Err(error) => Err(format!("{name} could not be waited for: {error}")),
    }
}

#[cfg(test)]
#[cfg(unix)]
pub(super) mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    /// A folder with these programs in it.
    pub(in super::super) fn folder_with<'p>(
        name: &str,
        programs: impl IntoIterator<Item = &'p str>,
    ) -> PathBuf {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target").join(name);
        fs::create_dir_all(&folder).unwrap();
        for program in programs {
            let path = folder.join(program);
            fs::write(&path, "").unwrap();
            fs::set_permissions(path, PermissionsExt::from_mode(0o755)).unwrap();
        }
        folder
    }

    #[test]
    fn a_program_is_an_executable_file_in_a_folder_that_is_the_same_everywhere() {
        let folder = folder_with("tmp-programs", ["runs"]);
        fs::write(folder.join("text"), "").unwrap();
        let whole = folder.join("runs");
        let folders = [PathBuf::from("."), PathBuf::new(), folder];
        for (program, found) in [
            ("runs", Some(&whole)),
            (whole.to_str().unwrap(), Some(&whole)),
            ("text", None),
            ("./runs", None),
            ("", None),
            ("Cargo.toml", None),
        ] {
            assert_eq!(located(program, &folders).as_ref(), found, "{program}");
        }
    }
}
