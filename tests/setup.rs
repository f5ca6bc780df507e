//! What sets other programs up, and a report to begin with, as the program writes them.

#![cfg(unix)]
#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use indicia::cli::setup::schema;

const PROGRAM: &str = env!("CARGO_BIN_EXE_indicia");

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// The exit code, and what came out.
fn run(folder: &Path, program: &str, args: &[&str]) -> (Option<i32>, String, String) {
    let output = Command::new(program).args(args).current_dir(folder).stdin(Stdio::null()).output();
    let output = output.expect("it runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn a_report_is_begun_in_a_new_folder_and_passes_the_check() {
    let folder = folder("init");
    let (code, out, err) = run(&folder, PROGRAM, &["init", "new/one"]);
    assert_eq!((code, &*err), (Some(0), ""));
    assert!(
        out.contains("\nindicia check new/one/indicators.toml "),
        "it says what is next: {out}"
    );
    let (code, out, _) =
        run(&folder, PROGRAM, &["check", "--deny", "warnings", "new/one/indicators.toml"]);
    assert_eq!(code, Some(0), "{out}");
    let written = fs::read_to_string(folder.join("new/one/indicators.schema.json"));
    assert_eq!(written.expect("a schema"), schema::text());
    let (code, out, _) = run(&folder, PROGRAM, &["init"]);
    assert!(code == Some(0) && out.contains("\nindicia check    names"), "{out}");
    let (_, out, _) = run(&folder, PROGRAM, &["print", "--plain"]);
    assert!(out.contains("up to 40 percent"), "{out}");
}

#[test]
fn a_report_that_is_there_is_not_touched() {
    let folder = folder("init-again");
    fs::write(folder.join("indicators.toml"), "mine").expect("a file");
    let (code, out, err) = run(&folder, PROGRAM, &["init", "."]);
    assert_eq!((code, &*out), (Some(2), ""));
    assert!(err.contains("nothing is written: './indicators.toml' is there already"), "{err}");
    assert_eq!(fs::read_to_string(folder.join("indicators.toml")).expect("the file"), "mine");
    assert_eq!(fs::read_dir(&folder).expect("the folder").count(), 1);
    fs::rename(folder.join("indicators.toml"), folder.join("indicators.schema.json"))
        .expect("moved");
    let (code, out, _) = run(&folder, PROGRAM, &["init"]);
    assert!(code == Some(0) && out.contains("kept indicators.schema.json"), "{out}");
    assert_eq!(fs::read_to_string(folder.join("indicators.schema.json")).expect("it"), "mine");
    let (code, _, err) = run(&folder, PROGRAM, &["init", "indicators.toml"]);
    assert!(code == Some(2) && err.contains("indicators.toml"), "{err}");
}

#[test]
fn findings_are_notes_for_github_and_the_exit_code_stays() {
    let folder = folder("github");
    let text = "[report]\ntitle = \"T\"\n[[group]]\nid = \"g\"\n";
    fs::write(folder.join("a.toml"), text).expect("a file");
    let (code, out, err) = run(&folder, PROGRAM, &["check", "--format", "github", "./a.toml"]);
    assert_eq!((code, &*err), (Some(1), ""));
    assert!(
        out.starts_with("::error file=a.toml,line=3,col=1,title=E004%3A missing key::"),
        "{out}"
    );
}

/// A shell without the user's settings.
fn bash(folder: &Path, script: &str) -> Option<String> {
    let mut command = Command::new("bash");
    command.args(["--norc", "--noprofile", "-c", script]).current_dir(folder).stdin(Stdio::null());
    let output = command.output().ok()?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8(output.stdout).expect("UTF-8"))
}

#[test]
fn bash_completes_commands_and_the_ids_of_a_file() {
    let folder = folder("bash");
    fs::write(folder.join("it's.toml"), "[report]\ntitle = \"T\"\n[[indicator]]\nid = \"debt\"\nlabel = \"D\"\nunit = \"%\"\nvalue = 5\n").expect("a file");
    let (_, script, _) = run(&folder, PROGRAM, &["completions", "bash"]);
    let complete = |words: &str| {
        let ask = format!(
            "{script}\nCOMP_WORDS=({PROGRAM} {words}); COMP_CWORD=$((${{#COMP_WORDS[@]}}-1)); _indicia; \
             printf '%s,' \"${{COMPREPLY[@]}}\""
        );
        bash(&folder, &ask)
    };
    // Not every system has bash.
    let Some(commands) = complete("ch") else { return };
    assert_eq!(commands, "check,");
    assert_eq!(complete("print \"it's.toml\" ''").as_deref(), Some("debt,"));
    assert_eq!(complete("check it").as_deref(), Some("it's.toml,"));
    assert_eq!(complete("check --format = g").as_deref(), Some("github,"));
}

#[test]
fn every_script_and_the_manual_page_can_be_printed() {
    let folder = folder("scripts");
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let (code, out, _) = run(&folder, PROGRAM, &["completions", shell]);
        assert!(code == Some(0) && out.contains("complete") && out.contains("--word"), "{shell}");
    }
    let (code, _, err) = run(&folder, PROGRAM, &["completions", "tcsh"]);
    assert!(code == Some(2) && err.contains("powershell"), "{err}");
    let (code, out, _) = run(&folder, PROGRAM, &["man"]);
    assert!(code == Some(0) && out.starts_with(".TH INDICIA 1 "), "{out}");
}
