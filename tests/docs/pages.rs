//! Pages that show the dashboard or its keys.

use std::fmt::Write;

use indicia::app::keys::{BINDINGS, Key, SCOPES, Scope, ScopeEntry, key_list};
use indicia::app::text::TEXT_KEYS;
use indicia::cli::export::format::EXPORT_FORMATS;
use indicia::export::{CITATION_FORMATS, Cited, FIGURE_COLUMNS, citation, json_schema};

use crate::harness::Dashboard;
use crate::{fresh, with_part};

fn table<'b>(lines: impl Iterator<Item = (&'b [Key], &'b str, &'b str)>) -> String {
    let mut out = String::from("| key | does | name |\n| --- | --- | --- |\n");
    for (keys, doc, name) in lines {
        let name = if name.is_empty() { String::new() } else { format!("`{name}`") };
        writeln!(out, "| {} | {doc} | {name} |", quoted(keys)).unwrap();
    }
    out
}

fn quoted(some: &[Key]) -> String {
    key_list(some).split(' ').map(|key| format!("`{key}`")).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_page_of_keys_has_every_key() {
    let mut page = String::from(
        "# Keys\n\nArrows do everything; digits and letters are shortcuts. `?` shows this list in the dashboard.\n\
         The [configuration](config.md) sets other keys: the name of an action stands there under the heading\n\
         that this page gives in brackets.\n\n\
         In a layout without Latin letters a letter acts as the key at its place on a US keyboard: `й` as `q`,\n\
         `ж` as `;`. After a letter of such a layout punctuation does, too: in the Russian one `.` acts as `/`.\n\
         The table knows Russian, Ukrainian, Belarusian, Bulgarian, Greek, Hebrew, Arabic and Georgian; a\n\
         terminal with the kitty keyboard protocol knows every layout. Bulgarian letters are taken for Russian\n\
         ones unless the locale is Bulgarian (`LANG=bg_BG.UTF-8`). Letters of the configuration go before that.\n",
    );
    for &ScopeEntry { scope, heading: title, .. } in SCOPES {
        if !BINDINGS.iter().any(|binding| binding.scope == scope) {
            continue;
        }
        let bindings = BINDINGS.iter().filter(|binding| binding.scope == scope);
        let text_keys = TEXT_KEYS.iter().filter(|_| scope == Scope::Form);
        let bindings = bindings.map(|binding| (&*binding.keys, binding.doc, binding.action.name()));
        let keys = table(bindings.chain(text_keys.map(|entry| (&*entry.keys, entry.doc, ""))));
        let heading = match scope {
            Scope::Everywhere => "[keys]".to_owned(),
            _ => format!("[keys.{}]", scope.name()),
        };
        write!(page, "\n## {title}: `{heading}`\n\n{keys}").unwrap();
    }
    let listed = page.lines().filter(|line| line.starts_with("| `")).count();
    assert_eq!(listed, BINDINGS.len() + TEXT_KEYS.len(), "a scope is missing here");
    fresh("docs/keys.md", |_| page);
}

#[test]
fn the_page_of_exports_has_every_format_and_column() {
    let mut formats = "| format | what it is |\n| --- | --- |\n".to_owned();
    for format in EXPORT_FORMATS {
        writeln!(formats, "| `{}` | {} |", format.name, format.about).unwrap();
    }
    let mut columns = "| column | what it holds |\n| --- | --- |\n".to_owned();
    for column in FIGURE_COLUMNS {
        let number = if column.is_number { " (number)" } else { "" };
        writeln!(columns, "| `{}`{number} | {} |", column.name, column.about).unwrap();
    }
    let part = |page: &str| with_part(page, "formats", &formats);
    fresh("docs/export.md", |page| with_part(&part(page), "columns", &columns));
    fresh("docs/export.schema.json", |_| json_schema());
}

#[test]
fn the_page_of_carrying_shows_every_format() {
    let dashboard = Dashboard::of_report(100, 30);
    let report = &dashboard.model.doc.report;
    let debt = report.find("debt-to-russia").and_then(|ix| report.indicator(ix)).unwrap();
    let mut part = String::new();
    for &(format, word, what) in CITATION_FORMATS {
        let text = citation(report, Cited::Headline(debt), format);
        let gap = if part.is_empty() { "" } else { "\n" };
        write!(part, "{gap}`{word}`, {what}:\n\n```text\n{text}\n```\n").unwrap();
    }
    fresh("docs/carrying.md", |page| with_part(page, "citations", &part));
}
