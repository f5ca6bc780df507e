//! The pages that are written from the program's own tables are fresh.
//! `INDICIA_BLESS=1 cargo test --test docs` writes them anew.

#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

use std::fmt::Write;
use std::fs;
use std::path::Path;

use indicia::cli::explain;
use indicia::load::keys::{Kind, TABLES};
use indicia::load::load;
use indicia::load::rule::RULES;
use indicia::report::Day;

fn fresh(name: &str, wanted: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name);
    if std::env::var_os("INDICIA_BLESS").is_some() {
        fs::write(&path, wanted).expect("the page is written");
    }
    let found = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(found == wanted, "docs/{name} is stale: run INDICIA_BLESS=1 cargo test --test docs");
}

/// Prose as it is, examples in fences.
fn markdown(explanation: &str) -> String {
    let mut out = String::new();
    let mut fenced = false;
    for line in explanation.trim_end().lines() {
        let code = line.starts_with("    ") || (fenced && line.is_empty());
        if code != fenced {
            out.push_str("```text\n");
            fenced = code;
            if !fenced && !line.is_empty() {
                out.push('\n');
            }
        }
        out.push_str(line.strip_prefix("    ").unwrap_or(line));
        out.push('\n');
    }
    if fenced {
        out.push_str("```\n");
    }
    out.replace("\n\n```\n", "\n```\n")
        .replace("```\n```text\n", "\n")
        .replace("```text\n```text\n", "\n")
}

#[test]
fn the_page_of_rules_is_fresh() {
    let mut page = String::from(
        "# Rules\n\nWhat `indicia check` finds. Errors (`E…`) leave something out, warnings (`W…`) do not.\n\
         `indicia explain CODE` prints the same.\n",
    );
    for rule in RULES {
        let _ =
            write!(page, "\n## {}: {}\n\n{}", rule.code, rule.title, markdown(rule.explanation));
        if let Some(words) = explain::words(rule) {
            let _ = write!(page, "\n{}", markdown(&words));
        }
    }
    fresh("rules.md", &page);
}

#[test]
fn the_page_of_the_format_is_fresh() {
    let mut page = String::from(
        "# The format\n\nA file is TOML. Keys in bold must be there. Dates are EDTF (ISO 8601-2), level 0 or 1;\n\
         TOML's own dates and whole years are read too. A key that is not listed is an error.\n",
    );
    for table in TABLES {
        let title = if table.heading.is_empty() {
            "The file".to_owned()
        } else {
            format!("`{}`", table.heading)
        };
        let _ = write!(
            page,
            "\n## {title}\n\nIn short: {}.\n\n| key | value | meaning |\n|---|---|---|\n",
            table.doc
        );
        for field in table.fields() {
            let key = format!("`{}`", field.key.word());
            let key = if field.required { format!("**{key}**") } else { key };
            let example = match field.kind {
                Kind::Table | Kind::Tables => String::new(),
                kind => format!(", `{}`", kind.example()),
            };
            let _ = writeln!(page, "| {key} | {}{example} | {} |", field.kind.words(), field.doc);
        }
    }
    for (title, code) in [("Hedges", "E005"), ("Statuses", "E012"), ("Kinds of source", "E013")] {
        let words = indicia::load::rule::find(code).and_then(explain::words).unwrap_or_default();
        let _ = write!(page, "\n## {title}\n\n{}", markdown(&words));
    }
    fresh("format.md", &page);
}

#[test]
fn the_examples_of_the_pages_are_sound() {
    for name in ["README.md", "docs/evidence.md"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
        let page = fs::read_to_string(path).expect("the page").replace("\r\n", "\n");
        let examples: Vec<_> = page.split("```toml\n").skip(1).collect();
        assert!(!examples.is_empty(), "{name} has no example");
        for example in examples {
            let text = example.split("```").next().unwrap_or_default();
            let loaded = load(text, Day::new(2026, 11, 23));
            assert_eq!(loaded.errors(), 0, "{name}: {:#?}", loaded.diagnostics);
        }
    }
}
