//! `check --text`: articles that are marked by hand, and documents that are no articles.

#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use indicia::article::{Figures, Statement, statements};
use indicia::load::load;
use indicia::markup::Markup;
use indicia::report::Day;

/// A passage of an article that is marked: `[[+…]]` is right, `[[-…]]` wrong, `[[?…]]` is of no figure.
struct Mark {
    kind: char,
    span: Range<usize>,
}

/// An article without its marks, and the marks.
fn unmarked(raw: &str) -> (String, Vec<Mark>) {
    let (mut text, mut marks) = (String::new(), Vec::new());
    let mut rest = raw;
    while let Some((before, inner)) = rest.split_once("[[") {
        text.push_str(before);
        let (marked, after) = inner.split_once("]]").expect("the end of a mark");
        let kind = marked.chars().next().expect("a mark");
        let start = text.len();
        text.push_str(marked.strip_prefix(kind).expect("a mark"));
        marks.push(Mark { kind, span: start..text.len() });
        rest = after;
    }
    text.push_str(rest);
    (text, marks)
}

/// The wrong passages that are known to be missed, for want of words that tell what they are of.
const MISSED: [&str; 5] =
    ["$1.414 billion", "35 GW", "43 percent", "more than 36 percent", "39 percent"];

#[test]
fn what_is_wrong_in_an_article_is_found_and_nothing_else() {
    let (mut faults, mut wrong) = (Vec::new(), 0);
    for entry in fs::read_dir("tests/fixtures/articles").expect("the folder") {
        let path = entry.expect("a file").path();
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let file = match name.split('-').next().expect("a report") {
            "belarus" => "indicators.toml".to_owned(),
            other => format!("examples/{other}.toml"),
        };
        let day = Day::new(2026, 11, 29);
        let loaded = load(&fs::read_to_string(file).expect("a report"), day);
        let (text, marks) = unmarked(&fs::read_to_string(&path).expect("an article"));
        let markup = Markup::of(&path.to_string_lossy(), &text);
        let found = statements(&text, markup, &Figures::of(&loaded.report), day);
        let meets = |mark: &Mark, one: &Statement| {
            one.span.start < mark.span.end && mark.span.start < one.span.end
        };
        for mark in &marks {
            let own: Vec<_> = found.iter().filter(|one| meets(mark, one)).collect();
            let is_found = own.iter().any(|one| one.fault.is_some());
            let words = text.get(mark.span.clone()).expect("whole characters");
            wrong += usize::from(mark.kind == '-');
            if is_found != (mark.kind == '-') && !MISSED.contains(&words) {
                faults.push(format!("{name}: {}{words}: {own:?}", mark.kind));
            }
        }
        let others = found.iter().filter(|one| !marks.iter().any(|mark| meets(mark, one)));
        faults.extend(
            others
                .filter(|one| one.fault.is_some())
                .map(|one| format!("{name}: not marked: {one:?}")),
        );
    }
    assert!(wrong > 100, "{wrong}");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn an_article_that_repeats_the_report_states_all_its_figures() {
    let day = Day::new(2026, 11, 29);
    let loaded = load(include_str!("../indicators.toml"), day);
    let raw = include_str!("fixtures/articles/belarus-3.md");
    let (text, _) = unmarked(raw);
    let found = statements(&text, Markup::Markdown, &Figures::of(&loaded.report), day);
    for indicator in &loaded.report.indicators {
        let own = loaded.report.find(&indicator.id);
        let is_stated = |one: &Statement| one.figure.map(|figure| figure.item) == own;
        let stated = found.iter().find(|one| is_stated(one) && one.fault.is_none());
        assert!(stated.is_some(), "{}", indicator.id);
    }
    assert!(found.iter().all(|one| one.fault.is_none()), "{found:#?}");
}

fn scratch(name: &str, content: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content).expect("written");
    path
}

/// What `check --text` with these words writes, and its exit code.
fn check(words: &[&str], input: Option<&str>) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_indicia"));
    command.args(["check", "indicators.toml", "--as-of", "2026-11-29", "--text"]).args(words);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("started");
    if let Some(input) = input {
        use std::io::Write;
        child.stdin.as_mut().expect("a pipe").write_all(input.as_bytes()).expect("written");
    }
    let output = child.wait_with_output().expect("ended");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn a_finding_says_what_the_report_has_and_what_to_write() {
    let (code, out, err) =
        check(&["-"], Some("Russia takes 70 percent of the exports of Belarus.\n"));
    assert_eq!((code, err.as_str()), (Some(1), ""));
    for part in [
        "error[T001]: '70 percent' has lost the hedge of 'Share of exports going to Russia'",
        "<stdin>:1:14",
        "write 'up to 70 percent'; the report has 'up to 70 %' (no date, coverage, ¶21)",
        "<stdin>: 1 number: 1 finding",
    ] {
        assert!(out.contains(part), "{part}: {out}");
    }
}

#[test]
fn numbers_that_no_figure_accounts_for_are_counted_and_shown_if_asked_for() {
    let text = "Minsk owes Russia nearly $8 billion. There are 417 cafés.\n";
    let (code, out, _) = check(&["-"], Some(text));
    assert_eq!(code, Some(0));
    assert_eq!(
        out,
        "<stdin>: 2 numbers: 1 as in the file, 1 that no figure accounts for (--all lists them)\n"
    );
    let (code, out, _) = check(&["-", "--all"], Some(text));
    assert_eq!(code, Some(0));
    assert!(out.contains("warning[T007]: no figure accounts for '417'"), "{out}");
    assert!(out.contains("  nearly $8 billion  (Debt owed to Russia)"), "{out}");
    assert_eq!(check(&["-", "--all", "--deny", "warnings"], Some(text)).0, Some(1));
    assert_eq!(check(&["-"], Some("No figures here.\n")).1, "<stdin>: no numbers\n");
}

#[test]
fn findings_are_written_for_other_programs() {
    let text = "Minsk owes Russia about $8 billion.\n";
    let (_, out, _) = check(&["-", "--format", "json"], Some(text));
    let found: Vec<serde_json::Value> = serde_json::from_str(&out).expect("JSON");
    assert_eq!((&found[0]["code"], &found[0]["column"]), (&"T002".into(), &19.into()));
    let (_, out, _) = check(&["-", "--format", "github"], Some(text));
    assert!(out.starts_with("::error file=<stdin>,line=1,col=19,title=T002%3A "), "{out}");
}

#[test]
fn documents_that_cannot_be_read_say_why_and_the_others_are_checked() {
    let binary = scratch("binary.md", b"\xff\xfe\x00\x01");
    let sound = scratch("sound.md", "Minsk owes Russia nearly $8 billion.\n".as_bytes());
    let (binary, sound) = (binary.to_string_lossy(), sound.to_string_lossy());
    let (code, out, err) = check(&[&binary, "missing.md", &sound], None);
    assert_eq!(code, Some(2));
    assert!(err.contains("UTF-8") && err.contains("missing.md"), "{err}");
    assert!(out.contains("1 number: 1 as in the file"), "{out}");
}

#[test]
fn hostile_documents_are_read_and_never_reach_the_terminal() {
    let bidi =
        "\u{202e}\u{1b}[31mMinsk\u{1b}]0;x\u{7} owes Russia 8\u{200b} billion $8 billion\u{202c}";
    let (_, out, err) = check(&["-"], Some(bidi));
    let is_shown =
        |c: char| c == '\n' || !c.is_control() && !('\u{200b}'..='\u{202e}').contains(&c);
    assert!(out.chars().chain(err.chars()).all(is_shown), "{out:?} {err:?}");
    let sentence = "Up to 70 percent of exports go to Russia and 2021 is over, ";
    for text in [
        sentence.repeat(4_000),
        "largest ".repeat(30_000),
        "2021 ".repeat(40_000),
        "1 2 3 ".repeat(30_000),
        "> ".repeat(20_000) + "70 percent",
        "[".repeat(50_000),
        "<div>".repeat(20_000) + "70 percent of exports",
        "+1 234 567 ".repeat(20_000),
        "a.b.c. A. ".repeat(20_000),
    ] {
        let (code, _, err) = check(&["-"], Some(&text));
        assert!(matches!(code, Some(0 | 1)), "{err} {:?}", text.get(..40));
    }
}
