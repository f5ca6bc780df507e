//! One fault a file: every broken fixture gives the message that is kept for it, and every
//! rule has at least one fixture.

#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use indicia::config;
use indicia::diagnostic::{Look, render};
use indicia::load::{Loaded, load, rules};
use indicia::report::Day;
use indicia::term::check_copies;

fn today() -> Day {
    Day::new(2026, 11, 23)
}

fn fixtures(kind: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(kind);
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("the folder of fixtures")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    files
}

fn name(path: &Path) -> String {
    path.file_stem().expect("a name").to_string_lossy().into_owned()
}

/// What is read of a fixture, its copies of sources included.
fn checked(path: &Path, text: &str) -> Loaded {
    let mut loaded = load(text, today());
    check_copies(path, text, &mut loaded);
    loaded
}

fn shown(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("a fixture");
    let loaded = checked(path, &text);
    let name = format!("{}.toml", name(path));
    let mut out: String = loaded
        .diagnostics
        .iter()
        .map(|d| render(d, &name, &text, Look::default()) + "\n")
        .collect();
    let kept: Vec<&str> = loaded.report.indicators.iter().map(|i| &*i.id).collect();
    out.extend(["kept: ", &kept.join(" "), "\n"]);
    out
}

#[test]
fn broken_files_are_explained() {
    for path in fixtures("invalid") {
        insta::assert_snapshot!(name(&path), shown(&path));
    }
}

#[test]
fn every_rule_has_a_fixture_and_every_fixture_its_rule() {
    let mut hit = BTreeSet::new();
    for path in fixtures("invalid") {
        let text = fs::read_to_string(&path).expect("a fixture");
        let loaded = checked(&path, &text);
        let codes: Vec<_> = loaded.diagnostics.iter().map(|d| d.rule.code).collect();
        let named = name(&path).split('-').next().unwrap_or_default().to_uppercase();
        assert!(codes.iter().any(|c| *c == named), "{} gives {codes:?}", path.display());
        hit.extend(codes);
    }
    let all: BTreeSet<_> = rules().iter().map(|r| r.code).collect();
    assert_eq!(hit, all);
}

#[test]
fn sound_files_have_no_faults() {
    for path in fixtures("valid") {
        let text = fs::read_to_string(&path).expect("a fixture");
        let shown = shown(&path);
        assert!(checked(&path, &text).diagnostics.is_empty(), "{}\n{shown}", path.display());
    }
}

fn faults_of_config(path: &Path) -> (String, BTreeSet<&'static str>) {
    let text = fs::read_to_string(path).expect("a fixture");
    let faults = config::read(&text).err().unwrap_or_default();
    let name = format!("{}.toml", name(path));
    let shown = faults.iter().map(|d| render(d, &name, &text, Look::default()) + "\n").collect();
    (shown, faults.iter().map(|fault| fault.rule.code).collect())
}

#[test]
fn broken_configurations_are_explained() {
    let mut hit = BTreeSet::new();
    for path in fixtures("config") {
        let (shown, codes) = faults_of_config(&path);
        let named = name(&path).split('-').next().unwrap_or_default().to_uppercase();
        assert!(codes.contains(&*named), "{} gives {codes:?}", path.display());
        hit.extend(codes);
        insta::with_settings!({ prepend_module_to_snapshot => false, snapshot_path => "snapshots/config" }, {
            insta::assert_snapshot!(name(&path), shown);
        });
    }
    let all: BTreeSet<_> = config::RULES.iter().map(|rule| rule.code).collect();
    assert_eq!(hit, all);
}
