//! The pages that are written from the program's own tables are fresh.
//! `INDICIA_BLESS=1 cargo test --test docs` writes them anew.

#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

use std::fmt::Write;
use std::fs;
use std::path::Path;

use indicia::app::{Action, BINDINGS, Binding, Depth, Key, THEMES, ThemeName};
use indicia::cli::colour::DECIDERS;
use indicia::cli::explain;
use indicia::load::keys::{Kind, TABLES};
use indicia::load::load;
use indicia::load::rule::RULES;
use indicia::report::Day;
use indicia::ui::{Glyphs, Theme};

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

/// What stands on the page of looks around its tables.
const LOOKS: [&str; 4] = [
    "# Looks\n\n`t` goes to the next theme, `--theme NAME` begins with one.\n\n\
     | theme | what it looks like |\n|---|---|\n",
    "\nOn a background of its own, text has a contrast of 4.5 to 1 at least, lines and cells 3 to 1\n\
     (WCAG 2.2, level AA). The hues of groups and that of warnings stay apart for those who do not see red,\n\
     green or blue as others do. Nothing is told by a hue alone: the name of the group stands on every row\n\
     of a wide timeline, in the border or under the panel of a narrower one, and in the detail.\n\n\
     ## How many colours\n\n| colours | when | what is shown |\n|---|---|---|\n",
    "\nOver `ssh` a terminal often says less of itself than it can show; `COLORTERM=truecolor indicia`\n\
     says it for it. With 256 colours the themes look as with all of them.\n\n\
     ## Whether there is colour\n\nThe first that applies decides, in the dashboard and for\n\
     `indicia check`.\n\n| what | colour |\n|---|---|\n",
    "\nWithout colour, weight, reversed cells and signs tell the same. `--ascii` draws in plain ASCII;\n\
     so does a locale that is not UTF-8, and `TERM` where it is `dumb` or `linux`.\n",
];

/// How many colours there can be, when, and what is shown then.
const DEPTHS: [(Depth, &str, &str, &str); 4] = [
    (
        Depth::True,
        "all",
        "`COLORTERM` is `truecolor` or `24bit`, `TERM` has `direct` in it, or `WT_SESSION` is set",
        "every theme as it is",
    ),
    (Depth::TwoFiftySix, "256", "`TERM` has `256color` in it", "every theme as it is"),
    (
        Depth::Sixteen,
        "16",
        "otherwise",
        "the terminal's own colours in every theme, since only you know what they look like",
    ),
    (Depth::None, "none", "see below", "the terminal's own text and background"),
];

#[test]
fn the_page_of_looks_is_fresh() {
    let named = |binding: &&Binding| binding.keys == [Key::char('t')];
    let next = BINDINGS.iter().find(named).map(|binding| binding.action);
    assert_eq!(next, Some(Action::NextTheme), "the page names the key");
    let [mut page, themed, coloured, end] = LOOKS.map(str::to_owned);
    for theme in THEMES {
        let _ = writeln!(page, "| `{}` | {} |", theme.name, theme.doc);
    }
    page.push_str(&themed);
    for (depth, name, from, shown) in DEPTHS {
        // What the page says is what is drawn.
        let drawn = Theme::of(ThemeName::Dark, depth, Glyphs::Unicode);
        let own = Theme::new(depth != Depth::None, Glyphs::Unicode);
        assert_eq!(drawn == own, depth <= Depth::Sixteen, "{name}");
        let _ = writeln!(page, "| {name} | {from} | {shown} |");
    }
    page.push_str(&coloured);
    for decider in DECIDERS {
        let colour = if decider.colour { "yes" } else { "no" };
        let _ = writeln!(page, "| {} | {colour} |", decider.says);
    }
    page.push_str(&end);
    fresh("looks.md", &page);
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
