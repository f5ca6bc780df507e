//! Holds the code to its plan: which room may know which, and how large a room may grow.

#![expect(clippy::unwrap_used, reason = "a test that cannot read the code has failed")]

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms, from the innermost out; each may use those before it and itself.
const ROOMS: [&str; 15] = [
    "report",
    "file",
    "schema",
    "diagnostic",
    "prose",
    "syntax",
    "load",
    "edit",
    "diff",
    "export",
    "app",
    "ui",
    "config",
    "term",
    "cli",
];

/// What only some rooms may name, and why.
const RESERVED: &[(&str, &[&str], &str)] = &[
    ("crossterm", &["term"], "the terminal is touched in one room"),
    ("ratatui::widgets", &["ui"], "only drawing knows widgets"),
    ("ratatui::Terminal", &["term"], "only the runtime owns a terminal"),
    ("toml::", &["syntax", "load", "edit", "config"], "four rooms know the syntax of files"),
    ("toml_writer::", &["edit"], "one room writes the file's syntax"),
    ("std::fs", &["cli", "term", "file"], "files are opened at the edge"),
    ("crate::file", &["cli", "term", "file"], "files are opened at the edge"),
    ("ratatui_textarea", &["app/text/field.rs"], "one file knows the library for typing"),
    ("nucleo_matcher", &["app/text/fuzzy"], "one file knows the library for finding"),
    ("std::env", &["cli"], "the environment is read at the edge"),
    ("std::time", &["cli", "term", "file"], "time enters as an argument"),
    (
        "std::thread",
        &["term", "load/parts.rs", "app/nav/found/search.rs", "file/save.rs"],
        "threads belong to the runtime, but for reading and searching large files; saving only sleeps",
    ),
    ("Color::", &["ui/theme"], "colours are named in one place, meanings elsewhere"),
];

const LONGEST_FILE: usize = 400;

fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
                files.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    assert!(files.len() > 20, "the code is somewhere else");
    files
}

/// The code of a file without its tests and without its comments.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .take_while(|line| !line.starts_with("#[cfg(test)]"))
        .filter(|line| !line.trim_start().starts_with("//"))
}

fn room(file: &str) -> Option<usize> {
    let name = file.split(['/', '.']).next()?;
    ROOMS.iter().position(|room| *room == name)
}

fn is_test(file: &str) -> bool {
    file.ends_with("/tests.rs") || file.contains("/tests/")
}

#[test]
fn imports_point_one_way() {
    for (file, text) in sources() {
        let Some(own) = room(&file) else { continue };
        for line in code(&text) {
            for (other, name) in ROOMS.iter().enumerate().skip(own + 1) {
                let uses = line.contains(&format!("crate::{name}"));
                assert!(!uses, "{file} must not know {name} ({other}): {line}");
            }
        }
    }
}

#[test]
fn some_things_are_named_in_one_place_only() {
    for (file, text) in sources() {
        for (word, places, why) in RESERVED {
            let allowed = places.iter().any(|place| {
                file == *place
                    || file == format!("{place}.rs")
                    || file.starts_with(&format!("{place}/"))
            });
            let found = code(&text).find(|line| line.contains(word));
            assert!(allowed || is_test(&file) || found.is_none(), "{file}: {found:?}: {why}");
        }
    }
}

/// Any key may be another by now: what a text says of one comes from the keymap.
#[test]
fn no_text_of_the_dashboard_names_a_key() {
    let names = ["Esc", "Enter", "Tab", "Backspace", "PgUp", "PgDn"];
    for (file, text) in sources() {
        let says = ["app/", "ui/"].iter().any(|room| file.starts_with(room));
        if !says || file.starts_with("app/keys") || is_test(&file) {
            continue;
        }
        for line in code(&text) {
            let words = line.split_whitespace().map(|w| w.trim_matches(|c| ",;.:\"'".contains(c)));
            let mut keys = words.filter(|w| names.contains(w) || w.starts_with("Ctrl-"));
            assert_eq!(keys.next(), None, "{file}: ask the keymap for its key: {line}");
        }
    }
}

#[test]
fn files_stay_short() {
    for (file, text) in sources() {
        let lines = text.lines().take_while(|line| !line.starts_with("#[cfg(test)]")).count();
        assert!(
            is_test(&file) || lines <= LONGEST_FILE,
            "{file} has {lines} lines: split it by idea"
        );
    }
}

#[test]
fn nothing_is_left_unfinished() {
    for (file, text) in sources() {
        // In two pieces, so that a search for the marks does not find this line.
        for mark in [concat!("TO", "DO"), concat!("FIX", "ME")] {
            assert!(!text.contains(mark), "{file} has {mark}");
        }
    }
}
