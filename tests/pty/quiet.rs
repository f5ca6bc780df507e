//! An idle dashboard does nothing at all.

#![cfg(target_os = "linux")]

use std::fs;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use crate::dashboard_in_memory::REPORT;
use crate::harness::Terminal;
use crate::process::switches;
use crate::{dashboard, folder, started};

#[track_caller]
fn assert_sleeps(terminal: &mut Terminal) {
    // On a busy machine threads may still be on their way to their first sleep.
    let quiet = (0..5).any(|_| {
        let before = switches(terminal.child().id());
        let wrote = terminal.writes_within(Duration::from_secs(1));
        !wrote && before == switches(terminal.child().id())
    });
    assert!(quiet, "woke up in each of five seconds\n{}", terminal.text());
}

#[test]
fn no_thread_wakes_up_while_nothing_happens() {
    let mut terminal = started(dashboard());
    assert_sleeps(&mut terminal);
    terminal.quit();
}

#[test]
fn no_thread_wakes_up_while_others_use_a_folder_above_the_file() {
    let above = folder("busy-above");
    let path = above.join("a/indicators.toml");
    fs::create_dir(above.join("a")).unwrap();
    fs::write(&path, REPORT).unwrap();
    let mut terminal = started(dashboard().arg(path.to_str().unwrap()));
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            let file = above.join("other");
            while !done.load(Ordering::Relaxed) {
                fs::write(&file, "other").unwrap();
                fs::remove_file(&file).unwrap();
            }
        });
        assert_sleeps(&mut terminal);
        done.store(true, Ordering::Relaxed);
    });
    terminal.quit();
}
