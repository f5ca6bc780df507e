//! `indicia import` as a program: what it shows, what it writes, and how it ends.

#![cfg(unix)]
#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const REPORT: &str = include_str!("fixtures/import/report.toml");

/// A folder with the report and a CSV file.
fn folder(name: &str, csv: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("indicators.toml"), REPORT).expect("a report");
    fs::write(folder.join("series.csv"), csv).expect("a series");
    folder
}

fn report(folder: &Path) -> String {
    fs::read_to_string(folder.join("indicators.toml")).expect("the report")
}

/// The exit code, what was written to standard output, and what to standard error.
fn import(folder: &Path, args: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_indicia"));
    command.current_dir(folder).stdin(Stdio::null()).arg("import").args(args);
    let output = command.output().expect("it runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn without_a_terminal_it_shows_and_writes_only_if_told_to() {
    let folder = folder("import-shows", "year,value\n2020,<5\n2021,7.0\n");
    let (code, out, err) = import(&folder, &["series.csv", "--to", "hunger"]);
    assert_eq!((code, report(&folder).as_str()), (Some(0), REPORT));
    assert!(out.contains("@@ line ") && out.contains("\n+[[indicator.series]]\n"), "{out}");
    assert!(out.contains("indicators.toml: 2 points to add"), "{out}");
    assert_eq!(err, "indicia: nothing is written: add --yes to write it\n");

    let args = ["series.csv", "--to", "hunger", "--yes"];
    assert_eq!(import(&folder, &args).0, Some(0));
    let written = report(&folder);
    assert!(written.contains("value = 5, hedge = \"less than\", wording = \"<5\" }"), "{written}");
    let (code, out, _) = import(&folder, &args);
    assert_eq!((code, report(&folder)), (Some(0), written));
    assert!(out.starts_with("indicators.toml: 0 points to add; 2 points there already"), "{out}");
}

#[test]
fn what_is_unclear_is_named_with_its_line_and_nothing_is_written() {
    let folder = folder("import-stops", "year,value\n2020,7\n2021,\"a \u{1b}[31mlot\"\n");
    let args = ["series.csv", "--to", "hunger", "--yes"];
    let (code, out, err) = import(&folder, &args);
    assert_eq!((code, out.as_str(), report(&folder).as_str()), (Some(2), "", REPORT));
    assert!(err.starts_with("series.csv:3: 'a <U+001B>[31mlot' is not understood: "), "{err}");
    let (code, _, err) = import(&folder, &["serie.csv", "--to", "hunger"]);
    assert_eq!(code, Some(2));
    assert!(err.contains("did you mean 'series.csv'?"), "{err}");
    assert_eq!(import(&folder, &["series.csv"]).0, Some(2));
}

#[test]
fn metadata_beside_the_file_give_the_unit() {
    let folder = folder("import-owid", include_str!("fixtures/import/owid.csv"));
    let metadata = include_str!("fixtures/import/owid.metadata.json");
    fs::write(folder.join("series.metadata.json"), metadata).expect("metadata");
    let (code, _, err) = import(&folder, &["series.csv", "--to", "hunger"]);
    assert_eq!(code, Some(2));
    assert!(err.contains("deaths per 1,000 births"), "{err}");
    let (code, out, _) = import(&folder, &["series.csv", "--to", "child-mortality"]);
    assert_eq!(code, Some(0));
    assert!(out.contains("interval = [3.8, 4.5]"), "{out}");
}
