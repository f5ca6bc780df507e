//! `indicia diff` and `indicia log`: files, revisions of git, and what cannot be found.

#![cfg(unix)]
#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const OLD: &str = r#"[report]
title = "T"
[source.bank]
title = "Bank"
published = "2024"
[source.fund]
title = "Fund"
[[indicator]]
id = "debt"
label = "Debt"
unit = "billion USD"
value = 8
hedge = "nearly"
period = "2024"
source = "bank"
[[indicator]]
id = "share"
label = "Share"
unit = "%"
value = 70
hedge = "up to"
"#;

/// A folder that is in no repository, not even in that of the tests.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("indicia-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder.canonicalize().expect("its path")
}

/// A repository; without git a plain folder, of which the program says that there is no git.
struct Repository(PathBuf);

impl Repository {
    fn new(name: &str) -> Self {
        let new = Self(folder(name));
        new.git(&["init", "-q", "-b", "main", "."]);
        new
    }

    /// Whether git is there and did it.
    fn git(&self, args: &[&str]) -> bool {
        let mut git = Command::new("git");
        git.current_dir(&self.0).args(args).stdout(Stdio::null()).stderr(Stdio::null());
        for (name, value) in [
            ("GIT_AUTHOR_NAME", "A"),
            ("GIT_AUTHOR_EMAIL", "a@example.org"),
            ("GIT_AUTHOR_DATE", "2026-11-20T12:00:00Z"),
            ("GIT_COMMITTER_NAME", "A"),
            ("GIT_COMMITTER_EMAIL", "a@example.org"),
            ("GIT_CONFIG_GLOBAL", "/dev/null"),
            ("GIT_CONFIG_SYSTEM", "/dev/null"),
        ] {
            git.env(name, value);
        }
        git.status().is_ok_and(|status| status.success())
    }

    /// Writes the file and commits all.
    fn commit(&self, name: &str, text: &str, message: &str) {
        fs::write(self.0.join(name), text).expect("written");
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "-m", message]);
    }

    fn run(&self, args: &[&str]) -> Said {
        run(&self.0, args, None)
    }
}

impl Drop for Repository {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

struct Said {
    code: Option<i32>,
    out: String,
    err: String,
}

fn run(folder: &Path, args: &[&str], path: Option<&str>) -> Said {
    let mut program = Command::new(env!("CARGO_BIN_EXE_indicia"));
    program.current_dir(folder).args(args).stdin(Stdio::null()).env("LC_ALL", "C.UTF-8");
    if let Some(path) = path {
        program.env("PATH", path);
    }
    let output = program.output().expect("it runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Said { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

/// Whether git is installed. Without it the program says so, which is then all that can be tested.
fn is_git_here(repository: &Repository) -> bool {
    let is_here = Command::new("git").arg("--version").output().is_ok();
    if !is_here {
        fs::write(repository.0.join("indicators.toml"), OLD).expect("written");
        assert_says_no_git(&repository.run(&["diff", "HEAD"]));
    }
    is_here
}

fn assert_says_no_git(said: &Said) {
    assert_eq!(said.code, Some(2), "{}", said.err);
    assert!(
        said.err.contains("read with git, which is not installed here: install it"),
        "{}",
        said.err
    );
}

#[test]
fn two_files_are_compared_without_git() {
    let folder = folder("files");
    fs::write(folder.join("a.toml"), OLD).expect("written");
    fs::write(folder.join("same.toml"), format!("# moved\r\n{}", OLD.replace('\n', "\r\n")))
        .expect("written");
    fs::write(folder.join("lost.toml"), OLD.replace("hedge = \"nearly\"\n", "")).expect("written");
    fs::write(folder.join("more.toml"), OLD.replace("= 70", "= 72")).expect("written");
    fs::write(folder.join("bad.toml"), OLD.replace("= 70", "= 70%")).expect("written");
    let lost = "hedge lost      debt: nearly 8 → 8 billion USD\na.toml → lost.toml: 1 change, 1 hedge lost\n";
    let more = "revised         share: up to 70 → up to 72 %\na.toml → more.toml: 1 change\n";
    let bad = "a.toml → bad.toml: no difference\n";
    for (args, code, out) in [
        (&["diff", "a.toml", "same.toml"][..], 0, "a.toml → same.toml: no difference\n"),
        (&["diff", "a.toml", "lost.toml"], 1, lost),
        (&["diff", "a.toml", "lost.toml", "--deny", "hedge-lost"], 1, lost),
        (&["diff", "a.toml", "more.toml"], 1, more),
        (&["diff", "a.toml", "more.toml", "--deny", "hedge-lost"], 0, more),
        // What a fault hides was not removed.
        (&["diff", "a.toml", "bad.toml"], 1, bad),
    ] {
        let said = run(&folder, args, Some("/nonexistent"));
        assert_eq!((said.code, &*said.out), (Some(code), out), "{args:?} {}", said.err);
    }
    let said = run(&folder, &["diff", "a.toml", "bad.toml", "--format", "md"], None);
    assert!(said.err.contains("bad.toml: left out: 1 of 2 figures"), "{}", said.err);
    assert!(
        said.out.contains("> **Not whole.** bad.toml: left out: 1 of 2 figures"),
        "{}",
        said.out
    );
    for (args, says) in [
        (&["diff", "b.toml", "a.toml"][..], "there is no file 'b.toml'; did you mean 'a.toml'"),
        (&["diff", "a.toml"], "there is no file 'indicators.toml'"),
        (&["log", "debt", "-"], "standard input has no history"),
    ] {
        let said = run(&folder, args, None);
        assert_eq!(said.code, Some(2), "{args:?} {}", said.out);
        assert!(said.err.contains(says), "{args:?} {}", said.err);
    }
    for args in [&["diff", "HEAD", "a.toml"][..], &["log", "debt", "a.toml"]] {
        assert_says_no_git(&run(&folder, args, Some("/nonexistent")));
    }
    fs::remove_dir_all(folder).expect("removed");
}

#[test]
fn a_revision_is_that_of_the_file_under_the_name_that_it_had() {
    let repository = Repository::new("revisions");
    if !is_git_here(&repository) {
        return;
    }
    let said = repository.run(&["diff", "HEAD"]);
    assert!(said.err.contains("nothing has been committed here yet"), "{}", said.err);
    repository.commit("figures.toml", OLD, "Begin");
    repository.git(&["tag", "v1.0"]);
    repository.git(&["mv", "figures.toml", "indicators.toml"]);
    repository.commit("indicators.toml", OLD, "Rename");
    let new = OLD.replace("value = 8\n", "value = 7.6\n");
    fs::write(repository.0.join("indicators.toml"), &new).expect("written");
    fs::create_dir(repository.0.join("sub")).expect("a folder");
    std::os::unix::fs::symlink("indicators.toml", repository.0.join("link.toml")).expect("a link");
    let change =
        "revised         debt: nearly 8 → nearly 7.6 billion USD (the entry was corrected)\n";
    for (folder, args) in [
        ("", &["diff", "HEAD"][..]),
        ("", &["diff", "v1.0"]),
        ("", &["diff", "main~1:figures.toml"]),
        ("", &["diff", "HEAD", "link.toml"]),
        ("", &["diff", "--", "HEAD"]),
        ("sub", &["diff", "HEAD", "../indicators.toml"]),
        ("sub", &["diff", "HEAD:indicators.toml", "../indicators.toml"]),
    ] {
        let said = run(&repository.0.join(folder), args, None);
        assert_eq!(said.code, Some(1), "{args:?} {}", said.err);
        assert!(said.out.starts_with(change), "{args:?} {}", said.out);
    }
    // The other way round, and what is about to be committed.
    let back = repository.run(&["diff", "indicators.toml", "HEAD"]);
    assert!(back.out.contains("nearly 7.6 → nearly 8 billion USD"), "{}", back.out);
    assert_eq!(repository.run(&["diff", "HEAD", ":indicators.toml"]).code, Some(0));
    let json = repository.run(&["diff", "HEAD", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json.out).expect("JSON");
    let change = &json["changes"][0];
    assert_eq!((&change["class"], &change["cause"]), (&"revised".into(), &"corrected".into()));
    assert_eq!(change["before"], "nearly 8 billion USD");
    for (args, says) in [
        (&["diff", "v2.0"][..], "there is no file 'v2.0', and git knows no revision 'v2.0'"),
        (&["diff", "--", "--output=x"], "git knows no revision '--output=x'"),
        (
            &["diff", "HEAD:none.toml"],
            "there is no file 'none.toml' in HEAD: its path goes from the top",
        ),
        (&["diff", "HEAD\n--batch"], "git knows no revision"),
        (&["log", "none"], "'none' is the id of no figure in any version"),
        (&["log", "debt", "none.toml"], "there is no file 'none.toml'"),
    ] {
        let said = repository.run(args);
        assert_eq!(said.code, Some(2), "{args:?} {}", said.out);
        assert!(said.err.contains(says), "{args:?} {}", said.err);
    }
    assert!(!repository.0.join("x").exists());
    // Another folder is in no repository.
    let outside = folder("outside");
    fs::write(outside.join("a.toml"), OLD).expect("written");
    let said = run(&outside, &["diff", "HEAD", "a.toml"], None);
    assert!(said.err.contains("'a.toml' is in no git repository"), "{}", said.err);
    fs::remove_dir_all(outside).expect("removed");
}

/// A history in which figure and file are renamed, a fault comes and goes, and a branch is merged.
fn tell(repository: &Repository) {
    repository.commit("figures.toml", OLD, "Begin");
    let edition = OLD.replace("published = \"2024\"", "published = \"2025\"");
    let restated = edition.replace("value = 8\n", "value = 7.6\n");
    repository.commit("figures.toml", &restated, "Take over the edition of 2025");
    repository.git(&["mv", "figures.toml", "indicators.toml"]);
    let renamed = restated.replace("\"debt\"", "\"debt-to-russia\"");
    repository.commit("indicators.toml", &renamed, "Rename \u{1b}[2J");
    repository.git(&["checkout", "-q", "-b", "side"]);
    repository.commit("indicators.toml", &renamed.replace("= 70", "= 71"), "Share");
    repository.git(&["checkout", "-q", "main"]);
    let corrected = renamed.replace("= 7.6", "= 7.5");
    repository.commit("indicators.toml", &corrected, "Correct");
    repository.git(&["merge", "-q", "--no-edit", "side"]);
    let merged = corrected.replace("= 70", "= 71");
    repository.commit("indicators.toml", &merged.replace("= 7.5", "= 7,5"), "Break");
    let lost = merged.replace("hedge = \"nearly\"\n", "");
    repository.commit("indicators.toml", &lost, "Lose");
    fs::write(
        repository.0.join("indicators.toml"),
        lost.replace("= 7.5\nperiod = \"2024\"", "= 9\nperiod = \"2025\""),
    )
    .expect("written");
}

#[test]
fn a_figure_is_followed_through_renames_faults_and_merges() {
    let repository = Repository::new("log");
    if !is_git_here(&repository) {
        return;
    }
    let said = repository.run(&["log", "debt"]);
    assert!(said.err.contains("nothing has been committed here yet"), "{}", said.err);
    tell(&repository);
    let said = repository.run(&["log", "debt-to-russia"]);
    // The names of commits depend on the time.
    let without_hash = |line: &str| match line.strip_prefix("2026-11-20  ") {
        Some(rest) => format!("* {}", rest.get(10..).unwrap_or_default()),
        None => line.to_owned(),
    };
    let lines: Vec<_> = said.out.lines().map(without_hash).collect();
    assert_eq!(
        lines,
        [
            "not committed yet",
            "  revised         debt-to-russia: 7.5 → 9 billion USD (of a later period)",
            "  redated         debt-to-russia: 2024 → 2025",
            "* Lose",
            "  hedge lost      debt-to-russia: nearly 7.5 → 7.5 billion USD",
            "* Break",
            "  cannot be read from here on, because of a fault in the file",
            "* Correct",
            "  revised         debt-to-russia: nearly 7.6 → nearly 7.5 billion USD (the entry was corrected)",
            "* Rename <U+001B>[2J",
            "  renamed         debt → debt-to-russia",
            "* Take over the edition of 2025",
            "  revised         debt: nearly 8 → nearly 7.6 billion USD (restated by its source)",
            "* Begin",
            "  added           debt (nearly 8 billion USD, 2024, bank)",
        ],
        "{}",
        said.err
    );
    assert_eq!(said.code, Some(0));
    let share = repository.run(&["log", "share"]).out;
    assert_eq!(share.matches("revised").count(), 1, "{share}");
    let json = repository.run(&["log", "debt-to-russia", "--format", "json"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let history = json["history"].as_array().expect("a list");
    assert_eq!(history.len(), 7);
    assert_eq!(history[1]["date"], "2026-11-20");
    assert_eq!(history[1]["changes"][0]["class"], "hedge-lost");
    assert_eq!(history[5]["file"], "figures.toml");
    // Wherever the user is, and whatever is checked out.
    repository.git(&["checkout", "-q", "--detach", "-f", "HEAD~1"]);
    fs::create_dir(repository.0.join("sub")).expect("a folder");
    let there =
        run(&repository.0.join("sub"), &["log", "debt-to-russia", "../indicators.toml"], None);
    assert!(
        there.out.lines().nth(1).is_some_and(|line| line.contains("cannot be read")),
        "{}",
        there.out
    );
}

#[test]
fn no_program_of_a_configuration_is_started() {
    let repository = Repository::new("programs");
    if !is_git_here(&repository) {
        return;
    }
    repository.commit("indicators.toml", OLD, "Begin");
    repository.commit("indicators.toml", &OLD.replace("= 70", "= 71"), "More");
    let trap = repository.0.join("trap");
    let command = format!("touch {}", trap.display());
    for key in [
        "core.pager",
        "core.fsmonitor",
        "diff.external",
        "diff.toml.textconv",
        "diff.toml.command",
        "gpg.program",
        "core.sshCommand",
        "pager.log",
    ] {
        repository.git(&["config", key, &command]);
    }
    repository.git(&["config", "log.showSignature", "true"]);
    fs::write(repository.0.join(".gitattributes"), "*.toml diff=toml\n").expect("written");
    assert_eq!(repository.run(&["diff", "HEAD~1"]).code, Some(1));
    assert_eq!(repository.run(&["log", "share"]).code, Some(0));
    assert!(!trap.exists());
}
