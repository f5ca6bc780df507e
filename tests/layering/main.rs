//! Holds the code to its plan: which room may use which, that no files use one another in a circle,
//! what is named in one place only, and how long a file may grow.
//!
//! `cargo test --test layering -- --ignored --nocapture print_the` prints the arrows and circles.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot read the code has failed; what it finds is printed on demand"
)]

mod arrows;
mod code;
mod plan;
mod rooms;
mod texts;
mod tree;
mod trials;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use arrows::Arrows;
use code::lines;
use plan::{LONGEST_FILE, RESERVED};
use rooms::{INSIDE_APP, TOP, past_faces};
use tree::{Found, Target, Tree};

/// All files of the code by their names from `src`.
fn all_sources() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut files = BTreeMap::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
                files.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    assert!(files.len() > 20, "the code is somewhere else");
    files
}

/// All files but those of tests.
fn sources() -> BTreeMap<String, String> {
    let mut files = all_sources();
    files.retain(|name, _| !name.ends_with("/tests.rs") && !name.contains("/tests/"));
    files
}

fn read() -> (Tree, Vec<Found>, Arrows) {
    let tree = Tree::read(&sources());
    let found = tree.found();
    let arrows = Arrows::new(&tree, &found);
    (tree, found, arrows)
}

fn assert_none(faults: &[String], rule: &str) {
    assert!(faults.is_empty(), "{rule} ({}):\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_file_is_a_module_in_a_room() {
    let (tree, ..) = read();
    let modules: BTreeSet<&str> = tree.modules.iter().map(|module| &*module.file).collect();
    for file in sources().keys().filter(|file| *file != "main.rs") {
        assert!(modules.contains(file.as_str()), "no `mod` leads to {file}");
        assert!(file == "lib.rs" || TOP.of(file).is_some(), "{file} is in no room of the plan");
    }
}

#[test]
fn rooms_use_only_what_stands_below_them() {
    let (_, _, arrows) = read();
    assert_none(&TOP.faults(), "the plan of the rooms points one way");
    assert_none(&TOP.against(&arrows), "the plan of the rooms allows no such arrow");
}

#[test]
fn rooms_of_app_use_only_what_stands_below_them() {
    let (_, _, arrows) = read();
    assert_none(&INSIDE_APP.faults(), "the plan of app points one way");
    assert_none(&INSIDE_APP.against(&arrows), "the plan of app allows no such arrow");
    let in_none = |file: &String| file.starts_with("app/") && INSIDE_APP.of(file).is_none();
    let without: Vec<String> = sources().into_keys().filter(in_none).collect();
    assert_none(&without, "every file of app is in a room of its plan");
}

#[test]
fn rooms_are_used_through_their_faces() {
    let (tree, found, _) = read();
    assert_none(&past_faces(&tree, &found), "others name only what the face of a room shows");
}

/// Names that a glob brings in are not seen here.
#[test]
fn no_module_is_taken_in_whole() {
    let (tree, found, _) = read();
    for found in found.iter().filter(|found| found.glob) {
        let whole = found.targets.iter().any(|target| matches!(target, Target::Module(_)));
        let (file, path) = (&tree.module(found.from).file, found.path.join("::"));
        assert!(!whole, "{file}, line {}: {path}::* hides what is used", found.line);
    }
}

#[test]
fn files_do_not_use_one_another_in_circles() {
    let (_, _, arrows) = read();
    let circles = arrows.circles();
    let shown: Vec<_> = circles.iter().map(|circle| circle.join(" → ")).collect();
    assert_none(&shown, "no file is used by one that it uses");
}

#[test]
fn some_things_are_named_in_one_place_only() {
    let (tree, found, _) = read();
    for (what, places, why) in RESERVED {
        let what: Vec<&str> = what.split("::").collect();
        for found in &found {
            let file = &tree.module(found.from).file;
            let names = found.targets.iter().any(|target| match target {
                Target::Outside(path) => path.windows(what.len()).any(|part| part == what),
                Target::Module(_) | Target::Item(_) => false,
            });
            let allowed = places.iter().any(|place| {
                let rest = file.strip_prefix(place);
                rest.is_some_and(|rest| rest.is_empty() || rest == ".rs" || rest.starts_with('/'))
            });
            let path = found.path.join("::");
            assert!(allowed || !names, "{file}, line {}: {path}: {why}", found.line);
        }
    }
}

#[test]
fn no_text_of_the_dashboard_names_a_key() {
    assert_none(&texts::that_name_keys(&sources()), "ask the keymap for its key");
}

#[test]
fn files_stay_short() {
    for (file, text) in sources() {
        let lines = lines(&text);
        assert!(lines <= LONGEST_FILE, "{file} has {lines} lines: split it by idea");
    }
}

#[test]
fn nothing_is_left_unfinished() {
    for (file, text) in all_sources() {
        // In two pieces, so that a search for the marks does not find this line.
        for mark in [concat!("TO", "DO"), concat!("FIX", "ME")] {
            assert!(!text.contains(mark), "{file} has {mark}");
        }
    }
}

#[test]
#[ignore = "it prints, for those who move code"]
fn print_the_arrows() {
    let (_, _, arrows) = read();
    for rooms in [TOP, INSIDE_APP] {
        println!("\nArrows between the rooms of src/{}", rooms.folder);
        for ((from, to), count) in rooms.counts(&arrows) {
            println!("{count:5} {from} → {to}");
        }
        let against = rooms.against(&arrows);
        println!("{} against the table:", against.len());
        for arrow in against {
            println!("  {arrow}");
        }
    }
}

#[test]
#[ignore = "it prints, for those who move code"]
fn print_the_circles() {
    let (_, _, arrows) = read();
    let circles = arrows.circles();
    let files: BTreeSet<&str> = circles.iter().flatten().copied().collect();
    for circle in &circles {
        println!("{} → {}", circle.join(" → "), circle[0]);
    }
    println!("{} circles, {} files in them", circles.len(), files.len());
}
