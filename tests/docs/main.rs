//! The pages that are written from the program's own tables, and those that show its screen, are
//! fresh. `INDICIA_BLESS=1 cargo test --test docs` writes them anew.

#![expect(
    unreachable_pub,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on fails"
)]

#[path = "../dashboard/harness.rs"]
#[expect(dead_code, reason = "only the screen of it is needed")]
mod harness;
mod links;
mod pages;
mod pictures;

use std::fmt::Write;
use std::fs;
use std::path::Path;

use indicia::app::env::{Depth, THEMES, ThemeName};
use indicia::app::keys::{Action, BINDINGS, Binding, Key};
use indicia::cli::colour::{COLOUR_RULES, DEPTH_RULES};
use indicia::cli::setup::schema;
use indicia::cli::{args, explain};
use indicia::config::{self, SETTINGS};
use indicia::load::load;
use indicia::report::Day;
use indicia::schema::{Field, Kind, TABLES};
use indicia::ui::{Glyphs, Theme};

/// Compares a page with what it should be, which may be worked out from what it is.
fn fresh(page: &str, wanted: impl FnOnce(&str) -> String) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(page);
    let found = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    let wanted = wanted(&found);
    if std::env::var_os("INDICIA_BLESS").is_some() {
        fs::write(&path, wanted).expect("the page is written");
    } else {
        assert!(found == wanted, "{page} is stale: run INDICIA_BLESS=1 cargo test --test docs");
    }
}

/// A page with what stands between `<!-- name -->` and `<!-- /name -->` replaced.
fn with_part(page: &str, name: &str, part: &str) -> String {
    let (open, close) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let (before, rest) = page.split_once(&open).unwrap();
    let (_, after) = rest.split_once(&close).unwrap();
    format!("{before}{open}\n{part}\n{close}{after}")
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
        "# Rules\n\nWhat `indicia check` finds. Errors (`E…`) leave something out, but for E023; warnings (`W…`) do not.\n\
         What is wrong with a configuration (`C…`) the dashboard says when it starts.\n\
         `indicia explain CODE` prints the same.\n",
    );
    for rule in explain::all() {
        let _ =
            write!(page, "\n## {}: {}\n\n{}", rule.code, rule.title, markdown(rule.explanation));
        if let Some(words) = explain::words(rule) {
            let _ = write!(page, "\n{}", markdown(&words));
        }
    }
    fresh("docs/rules.md", |_| page);
}

/// The tables of keys, each under its heading; the keys that tables share come once, after them.
fn keys_of_the_format() -> String {
    let mut part = String::new();
    let shared = TABLES.iter().map(|table| table.shared).find(|shared| !shared.is_empty()).unwrap();
    for table in TABLES {
        let heading = match table.heading {
            "" => "The file".to_owned(),
            heading => format!("`{heading}`"),
        };
        let _ = write!(part, "### {heading}\n\nIn short: {}.", table.doc);
        if !table.shared.is_empty() {
            assert_eq!(table.shared.len(), shared.len(), "another set of shared keys");
            part.push_str(" It also has [the keys of every figure](#the-keys-of-every-figure).");
        }
        let _ = writeln!(part, "\n\n{}", rows(table.own));
    }
    let _ = write!(part, "### The keys of every figure\n\n{}", rows(shared));
    part
}

/// A table of keys.
fn rows(fields: &[Field]) -> String {
    let mut part = String::from("| key | value | meaning |\n|---|---|---|\n");
    for field in fields {
        let key = format!("`{}`", field.key.word());
        let key = if field.required { format!("**{key}**") } else { key };
        let example = match field.kind {
            Kind::Table | Kind::Tables => String::new(),
            kind => format!(", `{}`", kind.example()),
        };
        let _ = writeln!(part, "| {key} | {}{example} | {} |", field.kind.words(), field.doc);
    }
    part
}

#[test]
fn the_page_of_the_format_has_every_key_and_word() {
    fresh("docs/format.md", |page| {
        let mut page = with_part(page, "keys", &keys_of_the_format());
        for (part, code) in [("hedges", "E005"), ("statuses", "E012"), ("kinds", "E013")] {
            let words = explain::find(code).and_then(explain::words).unwrap_or_default();
            page = with_part(&page, part, &markdown(&words));
        }
        page
    });
}

#[test]
fn the_schema_of_the_file_is_fresh() {
    fresh("indicators.schema.json", |_| schema::text());
}

#[test]
fn the_page_of_the_command_line_has_every_command() {
    let mut part = String::from("| command | does |\n|---|---|\n");
    for command in args::command().get_subcommands().filter(|own| !own.is_hide_set()) {
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        let _ = writeln!(part, "| `indicia {}` | {about} |", command.get_name());
    }
    fresh("docs/command-line.md", |page| with_part(page, "commands", &part));
}

/// What stands on the page of looks around its tables.
const LOOKS: [&str; 5] = [
    "# Looks\n\n`t` goes to the next theme, `--theme NAME` begins with one.\n\n\
     | theme | what it looks like |\n|---|---|\n",
    "\nOn a background of its own, text has a contrast of 4.5 to 1 at least, lines and cells 3 to 1\n\
     (WCAG 2.2, level AA). The hues of groups and that of warnings stay apart for those who do not see red,\n\
     green or blue as others do. Nothing is told by a hue alone: the name of the group stands before\n\
     its lane and in the detail; where the timeline has rows, on each of them or in the border.\n\n\
     ## How many colours\n\nThe first that applies decides.\n\n| what | colours |\n|---|---|\n",
    "\nWhat is set for the terminal is inherited inside tmux and screen, where fewer colours may work. So\n\
     only `TERM` counts there: `set -g default-terminal tmux-256color` in `~/.tmux.conf` or\n\
     `term screen-256color` in `~/.screenrc` makes it 256. Over `ssh` a terminal often says less of itself\n\
     than it can show; `COLORTERM=truecolor indicia` says it for it.\n\n\
     | colours | what is shown |\n|---|---|\n",
    "\nThe sixteen are sent in the codes 30 to 37 and 90 to 97, which terminals show as you have set them.\n\n\
     ## Whether there is colour\n\nThe first that applies decides, in the dashboard, for\n\
     `indicia check` and for the faults of a configuration.\n\n| what | colour |\n|---|---|\n",
    r#"
Without colour, weight, reversed cells and signs tell the same.

## Characters

Drawings are made of `■ ─ ▪ ≈ ▫ ○ ● ◇ · ├ ┤`, or of plain ASCII with `--ascii`. `glyphs = "ascii"` in the
[configuration](config.md) does the same for the dashboard, and `glyphs = "unicode"` the opposite. With
neither, ASCII is drawn where the locale is not UTF-8, or `TERM` is `linux`, the console of Linux, or
`dumb`, `emacs` or `unknown`.

Some terminals that are set up for Chinese, Japanese or Korean draw these characters, and `≤ ≈ – “ ”`, two
cells wide: bars run into the figures, and borders break. To see whether yours does, run

```sh
printf '■≤■|\n123|\n'
```

If the bars at the ends do not stand one above the other, set `glyphs = "ascii"`, or the terminal:

| terminal | one cell wide with |
|---|---|
| iTerm2 | Settings, Profiles, Text: "Treat ambiguous-width characters as double-width" off |
| GNOME Terminal | Preferences, Compatibility: "Ambiguous-width characters" narrow |
| Windows Terminal | `"compatibility.ambiguousWidth": "narrow"` |
| WezTerm | `treat_east_asian_ambiguous_width_as_wide = false` |
| xterm | `+cjk_width`, or `XTerm*cjkWidth: false` |
| mintty | a locale with `@cjknarrow`, such as `LC_ALL=ja_JP.UTF-8@cjknarrow` |
| kitty | always |

The dashboard does not ask the terminal how wide they are: some would not answer, and others so late that
the answer would be taken for keys.

## Terminals that only print

A terminal whose `TERM` is `dumb`, `emacs` or `unknown`, such as a shell in Emacs (`M-x shell`), cannot move
its cursor. There `indicia` prints what `indicia print` prints, and says why.
"#,
];

/// How many colours there can be, and what is shown then.
const DEPTHS: [(Depth, &str, &str); 4] = [
    (Depth::True, "all", "every theme as it is"),
    (Depth::TwoFiftySix, "256", "the same"),
    (
        Depth::Sixteen,
        "16",
        "the terminal's own colours in every theme, since only you know what they look like",
    ),
    (Depth::None, "none", "the terminal's own text and background"),
];

#[test]
fn the_page_of_looks_is_fresh() {
    let named = |binding: &&Binding| binding.keys == [Key::char('t')];
    let next = BINDINGS.iter().find(named).map(|binding| binding.action);
    assert_eq!(next, Some(Action::NextTheme), "the page names the key");
    let [mut page, themed, deep, coloured, end] = LOOKS.map(str::to_owned);
    for theme in THEMES {
        let _ = writeln!(page, "| `{}` | {} |", theme.name, theme.doc);
    }
    page.push_str(&themed);
    for rule in DEPTH_RULES {
        let name = DEPTHS.iter().find(|(depth, ..)| *depth == rule.depth).map(|(_, name, _)| name);
        let _ = writeln!(page, "| {} | {} |", rule.condition, name.expect("a depth"));
    }
    page.push_str(&deep);
    for (depth, name, shown) in DEPTHS {
        // What the page says is what is drawn.
        let drawn = Theme::of(ThemeName::Dark, depth, Glyphs::Unicode);
        let own = Theme::new(depth != Depth::None, Glyphs::Unicode);
        assert_eq!(drawn == own, depth <= Depth::Sixteen, "{name}");
        let _ = writeln!(page, "| {name} | {shown} |");
    }
    page.push_str(&coloured);
    for rule in COLOUR_RULES {
        let colour = if rule.colour { "yes" } else { "no" };
        let _ = writeln!(page, "| {} | {colour} |", rule.condition);
    }
    page.push_str(&end);
    fresh("docs/looks.md", |_| page);
}

const CONFIGURATION: &str = "# The configuration

Keys and looks of the dashboard are set in a file of your own. There need not be one.

| system | where it is looked for |
|---|---|
| Linux, macOS and the like | `$XDG_CONFIG_HOME/indicia/config.toml`, else `~/.config/indicia/config.toml` |
| Windows | `%APPDATA%\\indicia\\config.toml` |

`indicia config` prints one to begin with: each setting in a comment that shows what holds by default, and in the
first lines where the file belongs on this machine. `--config FILE` takes another file, `--no-config` none. A
file with a fault in it is not used at all: the dashboard does not start, says what is wrong and where,
and how to go on without. So does `indicia print --cite`, which takes the form of citations from it. A file of
your own folder that may not be looked at is passed over. `indicia explain C008` tells more of a fault; all of them are in [rules](rules.md).

```toml
[keys]
quit = [\"q\", \"Q\", \"ctrl-c\"]
open-editor = \"o\"
suspend = []

[keys.table]
sort-next = [\"s\", \"right\"]
open-source = []
```

## Keys

A key is one character, capitals told from small letters, or a name. In front of it may stand `ctrl-` or `alt-`.
An action has one key, several in a list, or none in an empty list. The keys that you set for an action in a place
replace its default keys there. If another action of that place has one of them by default, it loses that key. Help,
the line of keys and every text that names a key follow.

- [The page of keys](keys.md) has the name of each action and the heading that it stands under: `[keys]` for what
  works everywhere, `[keys.table]` and the like for what works in one place.
- What works everywhere may have other keys in a panel, or none: written there, they take the place of those.
- `quit` keeps Ctrl-C, and whatever lies over the panels keeps a key for `back`.
- In a form characters are text and can be no keys; of the other keys those of the form come before those of its fields.
";

#[test]
fn the_page_of_the_configuration_is_fresh() {
    let mut page = CONFIGURATION.to_owned();
    let names: Vec<String> = Key::names().map(|name| format!("`{name}`")).collect();
    let _ = write!(page, "\nThe names of keys are {}, and `f1` to `f24`.\n", names.join(", "));
    page.push_str(
        "\n## Settings\n\n| setting | names, the default first | decides |\n|---|---|---|\n",
    );
    for setting in SETTINGS {
        let names: Vec<String> = setting.choices().iter().map(|name| format!("`{name}`")).collect();
        let _ = writeln!(page, "| `{}` | {} | {} |", setting.word, names.join(", "), setting.doc);
    }
    let example = page.split("```").nth(1).and_then(|code| code.strip_prefix("toml\n"));
    assert!(config::read(example.expect("an example")).is_ok());
    fresh("docs/config.md", |_| page);
}

/// Warnings that are true of an example: what it leaves out to be short, and that a line goes on
/// after its headline.
const TRUE_WARNINGS: [&str; 6] = ["W001", "W002", "W003", "W013", "W014", "W015"];

/// An example as a file: pieces of one lack the report, and the source that they cite.
fn as_file(example: &str) -> String {
    if example.contains("[report]") {
        return example.to_owned();
    }
    let source = "[source.report]\ntitle = \"R\"\npublished = \"2026-11\"\n";
    format!("[report]\ntitle = \"T\"\n{source}\n{example}")
}

#[test]
fn the_examples_of_the_pages_are_sound() {
    for name in ["README.md", "docs/format.md"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
        let page = fs::read_to_string(path).expect("the page").replace("\r\n", "\n");
        let examples: Vec<_> = page.split("```toml\n").skip(1).collect();
        assert!(!examples.is_empty(), "{name} has no example");
        for example in examples {
            let text = as_file(example.split("```").next().unwrap_or_default());
            let mut faults = load(&text, Day::new(2026, 11, 23)).diagnostics;
            faults.retain(|fault| !TRUE_WARNINGS.contains(&fault.rule.code));
            assert!(faults.is_empty(), "{name}: {text}\n{faults:#?}");
        }
    }
}

#[test]
fn the_pages_for_developers_name_files_that_are_there() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    for name in ["ARCHITECTURE.md", "CONTRIBUTING.md"] {
        let page = fs::read_to_string(top.join(name)).expect("the page");
        // Between backticks; examples have a part in capitals or the code of no rule.
        let named = page.split('`').skip(1).step_by(2).filter(|text| {
            let is_path = text.chars().all(|c| c.is_ascii_alphanumeric() || "_-./".contains(c));
            is_path && text.contains('/') && !text.contains("NAME") && !text.contains("w999")
        });
        let missing: Vec<_> = named
            .filter(|text| ![top.join(text), top.join("src").join(text)].iter().any(|p| p.exists()))
            .collect();
        assert!(missing.is_empty(), "{name} names files that are not there: {missing:?}");
    }
}
