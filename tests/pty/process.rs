//! Looking at processes and poking them.

use rustix::process::{Pid, Signal, kill_process};

/// Sends a signal to one process.
pub fn signal(id: i32, signal: Signal) {
    kill_process(Pid::from_raw(id).unwrap(), signal).unwrap();
}

#[cfg(target_os = "linux")]
pub use linux::{signal_group, switches, wait_until_stopped};

#[cfg(target_os = "linux")]
mod linux {
    use std::collections::BTreeMap;
    use std::fs;
    use std::time::{Duration, Instant};

    use rustix::process::{Pid, Signal, kill_process_group};

    use crate::harness::{PATIENCE, Terminal};

    /// Sends a signal to a process group.
    pub fn signal_group(id: i32, signal: Signal) {
        kill_process_group(Pid::from_raw(id).unwrap(), signal).unwrap();
    }

    /// Waits until a process is stopped. Nothing reports it to a process that is not its
    /// parent, so this looks again and again.
    #[track_caller]
    pub fn wait_until_stopped(terminal: &Terminal) {
        let path = format!("/proc/{}/stat", terminal.child().id());
        let deadline = Instant::now() + PATIENCE;
        loop {
            let stat = fs::read_to_string(&path).unwrap();
            let (_, after_name) = stat.rsplit_once(") ").unwrap();
            if after_name.starts_with('T') {
                return;
            }
            assert!(Instant::now() < deadline, "never stopped\n{}", terminal.text());
            terminal.writes_within(Duration::from_millis(5));
        }
    }

    /// How often each thread of a process has gone to sleep by itself, by thread.
    pub fn switches(id: i32) -> BTreeMap<String, String> {
        let tasks = fs::read_dir(format!("/proc/{id}/task")).unwrap();
        tasks
            .filter_map(|task| {
                let task = task.ok()?;
                let status = fs::read_to_string(task.path().join("status")).ok()?;
                let count = status.lines().find(|line| line.starts_with("voluntary_ctxt"))?;
                Some((task.file_name().to_string_lossy().into_owned(), count.to_owned()))
            })
            .collect()
    }
}
