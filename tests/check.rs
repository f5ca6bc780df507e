//! `check` and `explain`: what they write, and how they end.

#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use indicia::cli::check::{self, Format};
use indicia::cli::explain;
use indicia::diagnostic::Look;
use indicia::report::Day;

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(format!("tests/fixtures/{name}.toml"))
}

fn file(name: &str, content: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content).expect("a file");
    path
}

fn run(files: &[PathBuf], deny: bool, format: Format) -> (u8, String, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let day = Day::new(2026, 11, 23);
    let code =
        check::run(files, deny, day, format, Look::default(), &mut out, &mut err).expect("written");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (code, text(out), text(err))
}

#[test]
fn sound_files_end_with_zero() {
    let (code, out, err) = run(&[fixture("valid/every-key")], true, Format::Text);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.ends_with("every-key.toml: 5 figures, 1 event, no faults\n"), "{out}");
}

#[test]
fn warnings_are_findings_only_where_they_are_denied() {
    let files = [fixture("invalid/w003-undated")];
    assert_eq!(run(&files, false, Format::Text).0, 0);
    let (code, out, _) = run(&files, true, Format::Text);
    assert_eq!(code, 1);
    assert!(out.ends_with("2 figures, 0 events, 1 warning\n"), "{out}");
}

#[test]
fn errors_are_findings_and_every_file_is_checked() {
    let files = [fixture("invalid/e005-unknown-hedge"), fixture("valid/least")];
    let (code, out, _) = run(&files, false, Format::Text);
    assert_eq!(code, 1);
    assert!(
        out.contains("error[E005]: unknown hedge 'upto'") && out.contains("least.toml: 0 figures")
    );
}

#[test]
fn files_that_cannot_be_read_say_why() {
    let files = [
        fixture("nowhere"),
        PathBuf::from("tests"),
        file("empty.toml", b" \n"),
        file("latin.toml", b"a = 1\nb = \"\xe9\"\n"),
        fixture("invalid/e005-unknown-hedge"),
    ];
    let (code, out, err) = run(&files, false, Format::Text);
    assert_eq!(code, 2);
    let said: Vec<&str> = err.lines().collect();
    assert_eq!(said.len(), 4, "{err}");
    assert!(said[0].contains("there is no file") && said[1].contains("is a folder"));
    assert!(said[2].contains("is empty") && said[3].contains("not UTF-8 text (line 2)"), "{err}");
    assert!(out.contains("E005"), "the sound ones are still checked");
    assert!(indicia::file::read(&fixture("valid/least")).is_ok());
}

#[test]
fn json_is_one_array_of_findings() {
    let (code, out, _) = run(
        &[fixture("invalid/e001-several-faults"), fixture("invalid/w003-undated")],
        false,
        Format::Json,
    );
    let findings: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    let first = &findings[0];
    assert_eq!((code, findings.as_array().map(Vec::len)), (1, Some(5)));
    assert_eq!(
        (&first["code"], &first["severity"], &first["line"], &first["column"]),
        (&"E005".into(), &"error".into(), &15.into(), &9.into())
    );
    assert!(first["file"].as_str().is_some_and(|f| f.ends_with("e001-several-faults.toml")));
    assert!(first["message"].is_string() && first["help"].is_string());
    assert_eq!(run(&[fixture("valid/least")], true, Format::Json).1, "[]\n");
}

fn explained(codes: &[&str]) -> (u8, String, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let codes: Vec<_> = codes.iter().map(|&code| code.to_owned()).collect();
    let exit = explain::run(&codes, &mut out, &mut err).expect("written");
    (exit, String::from_utf8(out).expect("UTF-8"), String::from_utf8(err).expect("UTF-8"))
}

#[test]
fn a_rule_is_explained_in_any_case_with_the_words_it_is_about() {
    for code in ["e005", "E5", "e 5", "E0005", " E05 "] {
        let (exit, out, _) = explained(&[code]);
        assert_eq!(exit, 0, "{code}");
        assert!(out.starts_with("error[E005]: unknown hedge\n"), "{code}: {out}");
        assert!(out.contains("up to, as much as"));
    }
    assert!(explained(&["E012"]).1.contains("E  estimated"));
}

#[test]
fn several_rules_are_explained_or_none() {
    let (exit, out, _) = explained(&["E005", "W17"]);
    assert_eq!(exit, 0);
    assert!(out.starts_with("error[E005]") && out.contains("\n\nwarning[W017]: "), "{out}");
    let (exit, out, err) = explained(&["E005", "E999"]);
    assert_eq!((exit, out.as_str()), (2, ""));
    assert!(err.contains("'E999'"), "{err}");
}

#[test]
fn an_unknown_code_names_the_nearest_and_lists_all() {
    for (code, meant) in [
        ("EO05", "did you mean E005?"),
        ("5", "did you mean E005 or W005 or T005 or C005?"),
        ("E999", "there is no rule 'E999'\n"),
        ("", "there is no rule ''\n"),
    ] {
        let (exit, out, err) = explained(&[code]);
        assert_eq!((exit, out.as_str()), (2, ""), "{code}");
        assert!(
            err.contains(meant) && err.lines().count() == explain::all().count() + 2,
            "{code}: {err}"
        );
    }
    let (exit, out, _) = explained(&[]);
    assert_eq!((exit, out.lines().count()), (0, explain::all().count()));
}

#[test]
fn findings_are_coloured_on_request_and_not_in_a_pipe() {
    type Row<'r> = (&'r [&'r str], &'r [(&'r str, &'r str)], bool);
    let table: &[Row<'_>] = &[
        (&[], &[], false),
        (&["--color", "always"], &[("NO_COLOR", "1")], true),
        (&["--colour", "never"], &[("CLICOLOR_FORCE", "1")], false),
        (&[], &[("CLICOLOR_FORCE", "1"), ("TERM", "dumb")], true),
        (&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], false),
    ];
    for (args, variables, is_coloured) in table {
        let mut command = Command::new(env!("CARGO_BIN_EXE_indicia"));
        command.arg("check").arg(fixture("invalid/e005-unknown-hedge")).args(*args);
        for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
            command.env_remove(name);
        }
        let out = command.envs(variables.iter().copied()).output().expect("it runs").stdout;
        let out = String::from_utf8(out).expect("UTF-8");
        assert!(out.contains("E005"), "{out}");
        assert_eq!(out.contains("\x1b["), *is_coloured, "{args:?} {variables:?}\n{out}");
    }
}

#[test]
fn a_warning_about_many_figures_names_them_all() {
    let figure = |n: usize| {
        format!(
            "[[indicator]]\nid = \"i{n}\"\nlabel = \"L\"\nunit = \"%\"\nvalue = 7\nperiod = \"2023\"\n"
        )
    };
    let figures: String = (0..40).map(figure).collect();
    let files = [file("many.toml", format!("[report]\ntitle = \"T\"\n{figures}").as_bytes())];
    let (_, out, _) = run(&files, false, Format::Text);
    assert!(out.contains("warning[W001]: all 40 figures have no source\n"), "{out}");
    for n in 0..40 {
        assert!(out.contains(&format!("'i{n}' (line {})", 3 + 6 * n)), "{n} in {out}");
    }
    assert!(out.lines().all(|line| line.len() < 110), "{out}");
    let (_, out, _) = run(&files, false, Format::Json);
    let findings: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    let figures = findings[0]["figures"].as_array().expect("figures");
    assert_eq!((figures.len(), figures[39]["name"].as_str()), (40, Some("'i39'")));
    assert_eq!(figures[39]["line"], 237);
}
