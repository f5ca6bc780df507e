//! The program in a pipe: which report it reads, what it says of wrong names, and that it writes no
//! name as it is.

#![cfg(unix)]
#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::Write;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use indicia::report::is_hidden;

/// Two figures and a fault, so that every output has something to say of the file.
const FAULTY: &str = "[report]\ntitle = \"Mine\"\n[[indicator]]\nid = \"a\"\nlabel = \"Whole\"\nunit = \"%\"\n\
                      value = 5\nhedge = \"up to\"\n[[indicator]]\nid = \"b\"\nlabel = \"Broken\"\n";
const SOUND: &str = "[report]\ntitle = \"Mine\"\n[[indicator]]\nid = \"a\"\nlabel = \"Whole\"\nunit = \"%\"\n\
                     value = 5\nhedge = \"up to\"\n";

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_indicia"));
    command.current_dir(folder).stdin(Stdio::null());
    command.env("XDG_CONFIG_HOME", "/nonexistent").env("LC_ALL", "C.UTF-8");
    command
}

fn run(folder: &Path, args: &[&str]) -> Said {
    program(folder).args(args).output().expect("it runs").into()
}

/// What came out, and how it ended.
struct Said {
    code: Option<i32>,
    out: String,
    err: String,
}

impl From<Output> for Said {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Self { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }
}

/// What standard input is.
#[derive(Clone, Copy, Debug)]
enum Input {
    Pipe(&'static str),
    File(&'static str),
    Socket(&'static str),
    Null,
    Closed,
}

fn fed(folder: &Path, args: &[&str], input: Input) -> Said {
    let mut command = program(folder);
    command.args(args).stdout(Stdio::piped()).stderr(Stdio::piped());
    match input {
        Input::Null => {}
        Input::Closed => {
            let mut shell = Command::new("/bin/sh");
            shell.arg("-c").arg(r#"exec "$0" "$@" <&-"#).arg(command.get_program()).args(args);
            shell.current_dir(folder).env("XDG_CONFIG_HOME", "/nonexistent");
            return shell.output().expect("it runs").into();
        }
        Input::File(text) => {
            let path = folder.join("redirected");
            fs::write(&path, text).expect("a file");
            command.stdin(File::open(path).expect("the file"));
        }
        Input::Socket(text) => {
            let (mut ours, theirs) = std::os::unix::net::UnixStream::pair().expect("a socket");
            ours.write_all(text.as_bytes()).expect("written");
            command.stdin(Stdio::from(std::os::fd::OwnedFd::from(theirs)));
        }
        Input::Pipe(text) => {
            let (theirs, mut ours) = std::io::pipe().expect("a pipe");
            ours.write_all(text.as_bytes()).expect("written");
            command.stdin(theirs);
        }
    }
    command.output().expect("it runs").into()
}

#[test]
fn what_comes_on_standard_input_is_read_if_no_file_is_named() {
    let folder = folder("piped");
    fs::write(folder.join("indicators.toml"), SOUND.replace("Mine", "Beside")).expect("a file");
    fs::write(folder.join("named.toml"), SOUND.replace("Mine", "Named")).expect("a file");
    let beside = "Beside";
    for (args, input, title) in [
        (&[][..], Input::Pipe(SOUND), "standard input"),
        (&[], Input::File(SOUND), "standard input"),
        (&[], Input::Socket(SOUND), "standard input"),
        (&["-"], Input::Pipe(SOUND), "standard input"),
        (&["print"], Input::Pipe(SOUND), "standard input"),
        (&["print", "-"], Input::File(SOUND), "standard input"),
        (&["print", "a"], Input::Pipe(SOUND), "standard input"),
        (&["print", "-", "a", "--plain"], Input::Pipe(SOUND), "From standard input."),
        (&["check"], Input::Pipe(SOUND), "<stdin>: 1 figure"),
        (&["check", "-", "named.toml"], Input::File(SOUND), "<stdin>: 1 figure"),
        // A file that is named comes first.
        (&["named.toml"], Input::Pipe(SOUND), "Named"),
        (&["print", "named.toml"], Input::Pipe(SOUND), "Named"),
        (&["check", "named.toml"], Input::Pipe("x"), "named.toml: 1 figure"),
        // Without anything to read it is as before: jobs run with such an input.
        (&[], Input::Pipe(""), beside),
        (&["print"], Input::File(""), beside),
        (&["print"], Input::Null, beside),
        (&["print"], Input::Closed, beside),
        (&["check"], Input::Pipe(""), "indicators.toml: 1 figure"),
        (&["check"], Input::Null, "indicators.toml: 1 figure"),
        (&["check"], Input::Closed, "indicators.toml: 1 figure"),
    ] {
        let said = fed(&folder, args, input);
        assert_eq!((said.code, &*said.err), (Some(0), ""), "{args:?} {input:?}");
        assert!(said.out.contains(title), "{args:?} {input:?}\n{}", said.out);
    }
}

#[test]
fn faults_on_standard_input_are_named_by_line_and_column() {
    let folder = folder("piped-faults");
    let said = fed(&folder, &["check"], Input::Pipe("[report]\ntitle = 7\n"));
    assert_eq!(said.code, Some(1));
    assert!(said.out.contains("<stdin>:2:9"), "{}", said.out);
    assert!(said.err.contains("no file is named, so standard input is checked"), "{}", said.err);
    let said = fed(&folder, &["check", "-", "--format", "json"], Input::Pipe(FAULTY));
    let findings: serde_json::Value = serde_json::from_str(&said.out).expect("JSON");
    assert_eq!((said.code, &findings[0]["file"]), (Some(1), &"<stdin>".into()));
    assert_eq!(said.err, "");
    let said = fed(&folder, &["print"], Input::Pipe(FAULTY));
    let words =
        "left out: 1 of 2 figures (standard input has 2 faults): 'indicia check -' names them";
    assert!(said.code == Some(1) && said.err.contains(words), "{}", said.err);
}

#[test]
fn standard_input_that_cannot_be_read_says_why() {
    let folder = folder("piped-nothing");
    for (args, input, why) in [
        (&["-"][..], Input::Pipe(""), "standard input is empty"),
        (&["check", "-"], Input::Null, "standard input is empty"),
        (&["print", "-"], Input::Closed, "standard input is empty"),
        (&["print"], Input::Pipe("\n\n"), "standard input is empty"),
    ] {
        let said = fed(&folder, args, input);
        assert!(said.code == Some(2) && said.err.contains(why), "{args:?} {input:?}: {}", said.err);
    }
}

#[test]
fn the_built_in_report_is_announced_and_never_checked() {
    let folder = folder("built-in");
    for (args, words) in [
        (&[][..], "built-in report · 15 figures"),
        (&["print", "debtor-rank"], "built-in report · as of"),
        (&["print", "--plain"], "From the built-in report."),
    ] {
        let said = run(&folder, args);
        assert!(said.code == Some(0) && said.out.contains(words), "{args:?}: {}", said.out);
    }
    for args in [&["print", "--cite", "debtor-rank"][..], &["export", "--format", "csv"]] {
        let said = run(&folder, args);
        assert!(said.code == Some(0) && said.err.contains("this is the built-in report"));
    }
    let said = run(&folder, &["check"]);
    assert!(said.code == Some(2) && said.err.contains("no file 'indicators.toml'"), "{}", said.err);
}

#[test]
fn the_day_is_that_of_the_zone_of_tz() {
    let folder = folder("zones");
    let day = |zone: &str| {
        let output = program(&folder).arg("print").env("TZ", zone).output();
        let said: Said = output.expect("it runs").into();
        let (_, day) = said.out.split_once("as of ").expect(&said.out);
        day.lines().next().unwrap_or_default().to_owned()
    };
    // From the first to the second it is 26 hours: the dates there are never the same.
    assert_ne!(day("<+14>-14"), day("<-12>12"));
    let (east, west) = ("Pacific/Kiritimati", "Etc/GMT+12");
    if Path::new("/usr/share/zoneinfo").join(east).exists() {
        assert_ne!(day(east), day(west));
    }
}

#[test]
fn for_a_wrong_name_the_nearest_right_one_is_suggested() {
    let folder = folder("meant");
    fs::create_dir(folder.join("sub")).expect("a folder");
    for name in ["indicators.toml", "sub/figures.toml", "keys.toml"] {
        fs::write(folder.join(name), SOUND).expect("a file");
    }
    for (line, words) in [
        ("indicatrs.toml", "no file 'indicatrs.toml'; did you mean 'indicators.toml'?"),
        ("print indicators.tml", "did you mean 'indicators.toml'?"),
        ("check indicator.toml", "did you mean 'indicators.toml'?"),
        ("check sub/figure.toml", "did you mean 'sub/figures.toml'?"),
        ("--config kyes.toml", "did you mean 'keys.toml'?"),
        ("nothing-like-it.toml", "no file 'nothing-like-it.toml': check the name"),
        ("nowhere/figures.toml", "no file 'nowhere/figures.toml': check the name"),
        ("chekc", "no file 'chekc'; did you mean the subcommand 'check'?"),
        ("chekc indicators.toml", "no subcommand 'chekc'; did you mean 'check'?"),
        ("--ascii pirnt --plain", "no subcommand 'pirnt'; did you mean 'print'?"),
        ("explian E5", "no subcommand 'explian'; did you mean 'explain'?"),
        ("print aa", "no figure or event 'aa'"),
        ("print --plian", "'--plain'"),
        ("indicators.toml keys.toml", "'indicia check FILE FILE' checks several files"),
    ] {
        let said = run(&folder, &line.split(' ').collect::<Vec<_>>());
        assert!(said.code == Some(2) && said.err.contains(words), "{line}: {}", said.err);
        assert_eq!(said.out, "", "{line}");
    }
}

#[test]
fn citations_are_those_that_the_dashboard_copies() {
    let folder = folder("cited");
    fs::write(folder.join("indicators.toml"), SOUND).expect("a file");
    fs::write(folder.join("config.toml"), "citation = \"markdown\"\n").expect("a file");
    fs::write(folder.join("broken.toml"), "citation = \"apa\"\n").expect("a file");
    let plain = run(&folder, &["print", "--cite", "a"]);
    assert_eq!((plain.code, &*plain.err), (Some(0), ""));
    assert!(plain.out.starts_with("Whole: up to 5 %") && plain.out.lines().count() == 1);
    assert_eq!(run(&folder, &["print", "--cite"]).out, plain.out, "every figure");
    let markdown = run(&folder, &["print", "a", "--cite", "--config", "config.toml"]);
    assert!(markdown.code == Some(0) && markdown.out != plain.out, "{}", markdown.out);
    for (args, words) in [
        (&["print", "--cite", "--plain"][..], "cannot be used with"),
        (&["print", "--cite", "--width", "40"], "cannot be used with"),
        (&["print", "--config", "config.toml"], "--cite"),
        (&["--config", "config.toml", "print", "--cite"], "'--config' goes after 'print'"),
        (&["print", "--cite", "--config", "broken.toml"], "broken.toml:1:12"),
        (&["print", "--cite", "--config", "broken.toml"], "indicia print --cite --no-config"),
        (&["print", "--cite", "b"], "has no figure or event 'b'"),
    ] {
        let said = run(&folder, args);
        assert_eq!((said.code, &*said.out), (Some(2), ""), "{args:?}");
        assert!(said.err.contains(words), "{args:?}: {}", said.err);
    }
    fs::write(folder.join("indicators.toml"), FAULTY).expect("a file");
    let said = run(&folder, &["print", "--cite"]);
    assert_eq!((said.code, said.out), (Some(1), plain.out));
    assert!(said.err.contains("left out: 1 of 2 figures"), "{}", said.err);
}

#[test]
fn a_configuration_that_is_named_has_to_be_sound_in_a_pipe_too() {
    let folder = folder("config-in-a-pipe");
    fs::write(folder.join("indicators.toml"), SOUND).expect("a file");
    fs::write(folder.join("broken.toml"), "quit = \"x\"\n").expect("a file");
    for (name, words) in [("broken.toml", "broken.toml:1:1"), ("gone.toml", "no file 'gone.toml'")]
    {
        let said = run(&folder, &["--config", name]);
        assert_eq!((said.code, &*said.out), (Some(2), ""), "{name}");
        assert!(said.err.contains(words) && said.err.contains("--no-config"), "{}", said.err);
    }
    // One that is not asked for and cannot be looked at is as none.
    std::os::unix::fs::symlink("circle", folder.join("circle")).expect("a link");
    for home in ["circle", "indicators.toml", "gone"] {
        let mut command = program(&folder);
        command.env_remove("XDG_CONFIG_HOME").env("HOME", folder.join(home));
        let said: Said = command.args(["print", "--cite"]).output().expect("it runs").into();
        assert_eq!(said.code, Some(0), "{home}: {}", said.err);
        assert_eq!(said.err.contains("the configuration is left out"), home == "circle");
    }
}

/// Names that ask the terminal for something, or look like another name.
fn hostile() -> Vec<OsString> {
    [
        &b"a\x1b]52;c;aGk=\x07.toml"[..],
        b"x\xe2\x80\xaelmot.toml",
        b"new\nline\r.toml",
        b"c1\xc2\x9b31m.toml",
        b"zero\xe2\x80\x8bwidth\x7f.toml",
        b"not\xffutf\x9b8.toml",
        b"tag\xf3\xa0\x81\x81.toml",
    ]
    .into_iter()
    .map(|bytes| OsString::from_vec(bytes.to_vec()))
    .collect()
}

/// Fails if a terminal would obey a part of it, or a reader would not see one.
#[track_caller]
fn assert_harmless(bytes: &[u8], what: &str) {
    let text = String::from_utf8(bytes.to_vec()).expect(what);
    let found = text.chars().find(|c| is_hidden(*c) && *c != '\n');
    assert_eq!(found, None, "{what}: {text:?}");
}

/// Command lines in which `@` stands for the name, `@.` for one near it, `@/` for a folder of that name.
const LINES: &[&str] = &[
    "@",
    "@ more",
    "chekc @",
    "- @",
    "@ check",
    "check @",
    "check @ @.",
    "check @ --format json",
    "check @ --format github",
    "check --deny @",
    "check --format @",
    "print @",
    "print @ --plain",
    "print @ --cite",
    "print @ a",
    "print @ @id",
    "print plain.toml @id",
    "print --cite plain.toml @id",
    "print @.",
    "print --width @",
    "print --config @ --cite",
    "print --@",
    "explain @",
    "explain @ @",
    "config @",
    "help @",
    "--@",
    "--@=x",
    "--config @",
    "--config @.",
    "--config @/x",
    "--theme @",
    "--color @",
    "--as-of @",
    "--as-of=@",
    "--as-of 2026-11-23@",
    "@/x",
    "@.",
    "-@",
    "-- @ @",
    "completions @",
    "init @",
    "init @.",
];

#[test]
fn no_name_reaches_a_terminal_as_it_is() {
    for (nth, name) in hostile().iter().enumerate() {
        let folder = folder(&format!("hostile-{nth}"));
        fs::write(folder.join("plain.toml"), SOUND).expect("a file");
        fs::write(folder.join(name), FAULTY).expect("a file");
        for line in LINES {
            let mut command = program(&folder);
            for word in line.split(' ') {
                command.arg(filled(word, name));
            }
            let output = command.output().expect("it runs");
            let what = format!("{line} {name:?}");
            assert_harmless(&output.stdout, &what);
            assert_harmless(&output.stderr, &what);
            assert!(output.stdout.len() + output.stderr.len() > 0, "{what}");
        }
        let mut command = program(&folder);
        command.arg("config").env("XDG_CONFIG_HOME", folder.join(name));
        assert_harmless(&command.output().expect("it runs").stdout, "config");
    }
}

/// A word with a name in the place of `@`.
fn filled(word: &str, name: &OsStr) -> OsString {
    let Some((before, after)) = word.split_once('@') else { return word.into() };
    let mut bytes = before.as_bytes().to_vec();
    match after {
        "." => bytes.extend(name.as_bytes().iter().skip(1)),
        "id" => bytes.extend(name.as_bytes().split(|b| *b == b'.').next().unwrap_or_default()),
        _ => {
            bytes.extend(name.as_bytes());
            bytes.extend(after.as_bytes());
        }
    }
    OsString::from_vec(bytes)
}

#[test]
fn json_has_the_true_name_of_a_file() {
    for (nth, name) in hostile().iter().enumerate() {
        let folder = folder(&format!("json-{nth}"));
        fs::write(folder.join(name), FAULTY).expect("a file");
        let output = program(&folder).args(["check", "--format", "json"]).arg(name).output();
        let output = output.expect("it runs");
        let findings: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let finding = &findings[0];
        assert_eq!(finding["file"], *name.to_string_lossy());
        let bytes = finding["file_base64"].as_str();
        assert_eq!(bytes, name.to_str().is_none().then_some("bm90/3V0Zps4LnRvbWw="), "{name:?}");
    }
}
