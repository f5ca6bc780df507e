//! Changes of a report for people and for programs: lines, one table of Markdown, JSON.

use std::fmt::Write as _;

use super::escape::markdown as escaped;
use super::json::Json;
use crate::diff::{Cause, Change, ChangeClass};
use crate::report::{ItemId, counted};

/// Two versions of a report, and what changed from the one to the other.
#[derive(Clone, Copy, Debug)]
pub struct Versions<'c> {
    /// The name of the old one.
    pub old: &'c str,
    /// The name of the new one.
    pub new: &'c str,
    /// What is not told, because a part of a version cannot be read.
    pub left_out: &'c [String],
    /// The changes, the gravest first.
    pub changes: &'c [Change],
}

/// A line for each change, and a last one that counts them.
pub fn changes_text(versions: &Versions<'_>) -> String {
    let lines: Vec<_> = versions.changes.iter().map(change_line).collect();
    let mut out = lines.join("\n");
    if !lines.is_empty() {
        out.push('\n');
    }
    let _ = writeln!(out, "{} → {}: {}", versions.old, versions.new, summary(versions.changes));
    out
}

/// One change in a line: its kind, then what changed and how.
fn change_line(change: &Change) -> String {
    const WIDTH: usize = 14;
    let words = change.words.strip_prefix(&change.kind).and_then(|rest| rest.strip_prefix(": "));
    let words = words.unwrap_or(&change.words);
    let cause = change.cause.map_or_else(String::new, |cause| format!(" ({})", cause.words()));
    format!("{:WIDTH$}  {words}{cause}", change.kind)
}

/// How many changes there are: `3 changes, 1 hedge lost`.
fn summary(changes: &[Change]) -> String {
    if changes.is_empty() {
        return "no difference".to_owned();
    }
    let lost = |class: ChangeClass| {
        let count = changes.iter().filter(|change| change.class == class).count();
        (count > 0).then(|| format!("{count} {}", class.word()))
    };
    let all = counted(changes.len(), "change");
    let lost = [ChangeClass::HedgeLost, ChangeClass::StatusLost].map(lost).into_iter().flatten();
    std::iter::once(all).chain(lost).collect::<Vec<_>>().join(", ")
}

/// One table of GitHub's Markdown: a row for each figure or item that changed, with all that changed
/// about it.
pub fn changes_markdown(versions: &Versions<'_>) -> String {
    let (old, new) = (escaped(versions.old), escaped(versions.new));
    let mut out = format!("{old} → {new}: {}\n", summary(versions.changes));
    for left_out in versions.left_out {
        let _ = write!(out, "\n> **Not whole.** {}\n", escaped(left_out));
    }
    let mut rows: Vec<Vec<&Change>> = Vec::new();
    for change in versions.changes {
        let is_of = |row: &Vec<&Change>| {
            row.first().is_some_and(|it| it.item == change.item && it.name == change.name)
        };
        match rows.iter_mut().find(|row| is_of(row)) {
            Some(row) => row.push(change),
            None => rows.push(vec![change]),
        }
    }
    if !rows.is_empty() {
        out.push_str("\n| change | what | before | now |\n| --- | --- | --- | --- |\n");
    }
    for row in &rows {
        let _ = writeln!(out, "{}", table_row(row));
    }
    out
}

/// The changes of one figure or item as a row.
fn table_row(changes: &[&Change]) -> String {
    let kind = |change: &&Change| {
        let cause = change.cause.map_or_else(String::new, |cause| format!(" ({})", cause.words()));
        let kind = escaped(&format!("{}{cause}", change.kind));
        if change.class.is_loss() { format!("**{kind}**") } else { kind }
    };
    let kinds: Vec<_> = changes.iter().map(kind).collect();
    let first = changes.first();
    let name = first.map_or("", |it| &*it.name);
    let figures = changes.iter().find_map(|it| it.figures.as_ref());
    // What has no two sides is told in words.
    let told = changes.iter().filter(|it| it.before.is_none() && it.after.is_none());
    let told: Vec<_> = told.map(|it| format!(" ({})", escaped(&it.words))).collect();
    let told = told.concat();
    let cell = |figure: Option<&String>, side: fn(&Change) -> Option<&String>| {
        let sides = changes.iter().filter_map(|it| side(it)).filter(|it| Some(*it) != figure);
        let all: Vec<_> = figure.into_iter().chain(sides).map(|it| escaped(it)).collect();
        if all.is_empty() { "–".to_owned() } else { all.join("; ") }
    };
    let [before, now] = [
        cell(figures.map(|[before, _]| before), |it| it.before.as_ref()),
        cell(figures.map(|[_, now]| now), |it| it.after.as_ref()),
    ];
    format!("| {} | {}{told} | {before} | {now} |", kinds.join(", "), escaped(name))
}

/// An object with the two versions and a list of changes.
pub fn changes_json(versions: &Versions<'_>) -> String {
    let text = |text: &str| Json::text(text.to_owned());
    Json::Object(vec![
        ("old", text(versions.old)),
        ("new", text(versions.new)),
        ("left_out", Json::texts(versions.left_out.iter().cloned())),
        ("changes", Json::List(versions.changes.iter().map(change_json).collect())),
    ])
    .into_file()
}

/// One change as an object; keys without a value are left out.
fn change_json(change: &Change) -> Json<'static> {
    let kind = match &change.item {
        ItemId::Report => "report",
        ItemId::Group(_) => "group",
        ItemId::Source(_) => "source",
        ItemId::Indicator(_) => "figure",
        ItemId::Event(_) => "event",
    };
    let id = (change.item != ItemId::Report).then(|| change.item.name());
    let figure = |at: usize| change.figures.as_ref().and_then(|figures| figures.get(at));
    let keys = [
        ("class", Some(change.class.id())),
        ("item", Some(kind)),
        ("id", id),
        ("name", Some(&*change.name)),
        ("before", change.before.as_deref()),
        ("after", change.after.as_deref()),
        ("figure_before", figure(0).map(String::as_str)),
        ("figure_after", figure(1).map(String::as_str)),
        ("cause", change.cause.map(Cause::id)),
        ("words", Some(&*change.words)),
    ];
    let keys =
        keys.into_iter().filter_map(|(key, value)| Some((key, Json::text(value?.to_owned()))));
    Json::Object(keys.collect())
}

/// A commit that changed a figure.
#[derive(Clone, Copy, Debug)]
pub struct Told<'c> {
    /// The first digits of its name; empty for what has not been committed.
    pub hash: &'c str,
    /// Its day.
    pub day: &'c str,
    /// The first line of its message.
    pub subject: &'c str,
    /// The file, if there is a commit.
    pub path: Option<&'c str>,
    /// What changed; `None` where the figure has a fault from there on.
    pub changes: Option<&'c [Change]>,
}

/// What is said of a version in which the figure has a fault.
const FAULT: &str = "cannot be read from here on, because of a fault in the file";

/// The history of a figure: each commit in a line, and below it what it changed.
pub fn history_text(all: &[Told<'_>]) -> String {
    let mut out = String::new();
    for told in all {
        let head = [told.day, told.hash, told.subject];
        let head: Vec<_> = head.into_iter().filter(|part| !part.is_empty()).collect();
        let _ = writeln!(out, "{}", head.join("  "));
        let _ = match told.changes {
            None => writeln!(out, "  {FAULT}"),
            Some(changes) => {
                changes.iter().try_for_each(|it| writeln!(out, "  {}", change_line(it)))
            }
        };
    }
    out
}

/// The same as an object.
pub fn history_json(id: &str, file: &str, all: &[Told<'_>]) -> String {
    let entry = |told: &Told<'_>| {
        let text = |text: &str| Json::text(text.to_owned());
        let changes = match told.changes {
            None => ("fault", text(FAULT)),
            Some(changes) => ("changes", Json::List(changes.iter().map(change_json).collect())),
        };
        let commit = [("commit", told.hash), ("date", told.day), ("subject", told.subject)];
        let path = told.path.map(|path| ("file", text(path)));
        let commit = commit.into_iter().filter(|(_, of)| !of.is_empty());
        let commit = commit.map(|(key, of)| (key, text(of)));
        Json::Object(commit.chain(path).chain([changes]).collect())
    };
    let text = |text: &str| Json::text(text.to_owned());
    let history = Json::List(all.iter().map(entry).collect());
    Json::Object(vec![("id", text(id)), ("file", text(file)), ("history", history)]).into_file()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diff::diff;
    use crate::load::load;
    use crate::report::Day;

    const HOSTILE: &str = "a | b <script> `c` [d](e) @f #1 *g* \u{202e}h\n| x |";

    fn changes(before: &str, after: &str) -> Vec<Change> {
        let report = |keys: &str| {
            let text = format!(
                "[report]\ntitle = \"T\"\n[source.bank]\ntitle = \"B\"\n[[indicator]]\nid = \"share\"\n\
                 label = \"Share\"\nunit = \"%\"\n{keys}\n"
            );
            load(&text, Day::new(2026, 11, 23)).report
        };
        diff(&report(before), &report(after))
    }

    fn versions<'c>(name: &'c str, changes: &'c [Change]) -> Versions<'c> {
        Versions { old: name, new: "now", left_out: &[], changes }
    }

    #[test]
    fn a_row_has_all_that_changed_about_a_figure_and_the_lost_hedge_first() {
        let changes = changes(
            "value = 70\nhedge = \"up to\"\nsource = \"bank\"\nnote = \"n\"",
            "value = 72\nsource = \"bank\"\nlocator = \"p. 4\"",
        );
        let text = changes_markdown(&versions("HEAD~1", &changes));
        assert_eq!(
            text,
            "HEAD\\~1 → now: 3 changes, 1 hedge lost\n\n\
             | change | what | before | now |\n| --- | --- | --- | --- |\n\
             | **hedge lost (the entry was corrected)**, source changed, changed | share (share: note \
             changed) | up to 70 %; bank | 72 %; bank, p. 4 |\n"
        );
        let text = changes_text(&versions("HEAD~1", &changes));
        assert!(
            text.starts_with("hedge lost      share: up to 70 → 72 % (the entry was corrected)\n")
        );
        assert!(text.ends_with("HEAD~1 → now: 3 changes, 1 hedge lost\n"), "{text}");
        assert_eq!(changes_text(&versions("a", &[])), "a → now: no difference\n");
    }

    #[test]
    fn hostile_text_breaks_out_of_no_cell() {
        let name = crate::report::Text::new(HOSTILE);
        let keys = |of: &str| {
            format!("value = 7\nwording = {0}\nlocator = {0}\nsource = \"bank\"", toml(of))
        };
        let changes = changes(&keys("7"), &keys(HOSTILE));
        let text = changes_markdown(&versions(&name, &changes));
        let rows: Vec<_> = text.lines().filter(|line| line.starts_with('|')).collect();
        assert_eq!(rows.len(), 3, "{text}");
        for row in rows {
            assert_eq!(row.matches('|').count() - row.matches("\\|").count(), 5, "{row}");
        }
        for sign in ["<script>", "`c`", "[d](e)", " @f", "\u{202e}"] {
            assert!(!text.contains(sign), "{sign} {text}");
        }
    }

    fn toml(text: &str) -> String {
        format!("{text:?}").replace("\\u{202e}", "\\u202E")
    }
}
