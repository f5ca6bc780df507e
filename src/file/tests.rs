//! What the tests of this room share.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, fs, process};

/// A new folder for each test, removed after it.
pub(in crate::file) struct Scratch(PathBuf);

impl Scratch {
    pub(in crate::file) fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("indicia-file-{}-{count}", process::id()));
        fs::create_dir(&folder).unwrap();
        // Without links on the way to the folder, which would be watched, too.
        Self(folder.canonicalize().unwrap())
    }

    pub(in crate::file) fn folder(&self) -> &Path {
        &self.0
    }

    pub(in crate::file) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Writes a file in the folder.
    pub(in crate::file) fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, text).unwrap();
        path
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A program that may mount something that no other process sees. None if the system has no such
/// processes.
#[cfg(target_os = "linux")]
pub(in crate::file) fn with_own_mounts(program: impl AsRef<Path>) -> Option<process::Command> {
    let unshare = |program: &Path| {
        let mut command = process::Command::new("unshare");
        command.args(["--map-root-user", "--mount"]).arg(program);
        command
    };
    let mut trial = unshare("mount".as_ref());
    trial.args(["-t", "tmpfs", "none", "/tmp"]);
    trial.output().is_ok_and(|output| output.status.success()).then(|| unshare(program.as_ref()))
}
