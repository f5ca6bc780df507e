//! What is exported keeps its hedges, is written whole or not at all, and obeys no text of the file.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that cannot go on fails"
)]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use indicia::cli::export::format::{EXPORT_FORMATS, ExportFormat};
use indicia::cli::export::{Target, run};
use indicia::cli::selection::Selection;
use indicia::export::{FIGURE_COLUMNS, json_schema};
use indicia::load::load;
use indicia::report::{Day, HEDGES, HedgeClass, is_hidden};
use proptest::prelude::*;
use serde_json::Value;

const REPORT: &str = include_str!("fixtures/report.toml");
const EVERY_KEY: &str = include_str!("fixtures/valid/every-key.toml");
const EXAMPLES: [(&str, &str); 4] = [
    ("city", include_str!("../examples/city.toml")),
    ("energy", include_str!("../examples/energy.toml")),
    ("health", include_str!("../examples/health.toml")),
    ("polls", include_str!("../examples/polls.toml")),
];

fn as_of() -> Day {
    Day::new(2026, 11, 23)
}

/// A folder of a test.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("export-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn format(name: &str) -> &'static ExportFormat {
    ExportFormat::find(name).expect(name)
}

/// Exports a file. Returns the exit code and what is said on standard output and standard error.
fn export(
    file: &Path,
    ids: &[&str],
    name: &str,
    target: Option<Target<'_>>,
) -> (u8, String, String) {
    let ids = ids.iter().map(ToString::to_string).collect();
    let selection = Selection { file: Some(file.to_owned()), ids, passages: false };
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = run(&selection, format(name), target, as_of(), &mut out, &mut err);
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (code.expect("nothing to fail"), text(out), text(err))
}

/// What a text of a file exports to.
fn exported(folder: &Path, text: &str, ids: &[&str], name: &str) -> String {
    let file = folder.join("in.toml");
    fs::write(&file, text).expect("a file");
    let (code, out, err) = export(&file, ids, name, None);
    assert_eq!((code, err.as_str()), (0, ""), "{name}");
    out
}

/// The rows of a table, each with its cells by the names of their columns.
fn rows(csv: &str) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let names: Vec<_> = FIGURE_COLUMNS.iter().map(|column| column.name).collect();
    assert_eq!(reader.headers().unwrap(), names);
    let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect());
    rows.collect()
}

fn cell<'r>(row: &'r [String], name: &str) -> &'r str {
    let at = FIGURE_COLUMNS.iter().position(|column| column.name == name).expect(name);
    &row[at]
}

/// Every figure of an export in JSON.
fn figures(json: &Value) -> Vec<&Value> {
    match json {
        Value::Object(keys) if keys.contains_key("stated") => vec![json],
        Value::Object(keys) => keys.values().flat_map(figures).collect(),
        Value::Array(list) => list.iter().flat_map(figures).collect(),
        _ => Vec::new(),
    }
}

/// A file with a figure of every hedge, of every kind of value, going up and down.
fn every_hedge() -> String {
    let mut text = "[report]\ntitle = \"R\"\n".to_owned();
    for (at, hedge) in HEDGES.iter().enumerate() {
        let values: &[&str] = match hedge.class {
            HedgeClass::Between => &["value = [7, 8.50]"],
            HedgeClass::Order => &[""],
            HedgeClass::About => &["value = 7.0", "value = [7, 8]", "value = \"2/3\""],
            _ => &["value = 7.0", "value = -7\nchange = true", "value = \"1/4\""],
        };
        for (nth, value) in values.iter().enumerate() {
            let _ = writeln!(
                text,
                "[[indicator]]\nid = \"i-{at}-{nth}\"\nlabel = \"L\"\nunit = \"%\"\n{value}\n\
                 hedge = \"{}\"\nwording = \"7\"",
                hedge.word
            );
        }
    }
    // An order of magnitude counts things.
    let orders = text.split("[[indicator]]").map(|it| {
        let is_order = it.contains("hedge") && !it.contains("value");
        if is_order { it.replace("\"%\"", "\"people\"") } else { it.to_owned() }
    });
    orders.collect::<Vec<_>>().join("[[indicator]]")
}

#[test]
fn no_figure_with_a_hedge_has_a_value_and_its_words_are_always_there() {
    let folder = folder("hedges");
    let every = every_hedge();
    assert_eq!(load(&every, as_of()).errors(), 0);
    let files = EXAMPLES.iter().map(|(_, text)| *text).chain([REPORT, EVERY_KEY, &every]);
    for text in files {
        let mut hedged = 0;
        for row in rows(&exported(&folder, text, &[], "csv")) {
            let is = |name| !cell(&row, name).is_empty();
            assert!(!(is("value") && (is("hedge") || is("comparator"))), "{row:?}");
            assert!(is("stated") || is("status"), "{row:?}");
            hedged += usize::from(is("hedge"));
        }
        let json: Value = serde_json::from_str(&exported(&folder, text, &[], "json")).unwrap();
        let figures = figures(&json);
        let with = |name: &str| figures.iter().filter(|it| it.get(name).is_some()).count();
        assert_eq!(with("hedge"), hedged);
        for figure in figures {
            let is = |name: &str| figure.get(name).is_some();
            assert!(!(is("value") && (is("hedge") || is("comparator"))), "{figure}");
            let (stated, hedge) = (figure["stated"].as_str().unwrap(), figure.get("hedge"));
            let hedge = hedge.and_then(Value::as_str).unwrap_or_default();
            assert!(stated.contains(hedge), "{figure}");
        }
    }
}

#[test]
fn numbers_have_the_digits_of_the_file_and_limits_their_side() {
    let folder = folder("numbers");
    let file = |figure: &str| {
        format!(
            "[report]\ntitle = \"R\"\n[[indicator]]\nid = \"a\"\nlabel = \"L\"\nunit = \"%\"\n{figure}\n"
        )
    };
    for (figure, value, lower, upper, comparator) in [
        ("value = 7.0", "7.0", "", "", ""),
        ("value = -45\nchange = true", "-45", "", "", ""),
        ("value = \"1/4\"", "25", "", "", ""),
        ("value = \"2/3\"", "", "", "", ""),
        ("value = [50, 70.0]", "", "50", "70.0", ""),
        ("value = [-5, 5]\nchange = true", "", "-5", "5", ""),
        ("value = [50, 70]\nhedge = \"about\"", "", "", "", "~"),
        ("value = 70\nhedge = \"up to\"", "", "", "70", "<="),
        ("value = 70\nhedge = \"below\"", "", "", "70", "<"),
        ("value = 70\nhedge = \"at least\"", "", "70", "", ">="),
        ("value = 70\nhedge = \"over\"", "", "70", "", ">"),
        ("value = 70\nhedge = \"about\"", "", "", "", "~"),
        ("value = 70\nhedge = \"nearly\"", "", "", "70", "~"),
        ("value = 70\nhedge = \"just over\"", "", "70", "", "~"),
        // A fall of at most 45 % ends at −45 or above it.
        ("value = -45\nchange = true\nhedge = \"up to\"", "", "-45", "", ">="),
        ("value = -45\nchange = true\nhedge = \"more than\"", "", "", "-45", "<"),
        ("value = 8.8\ninterval = [7.5, 10.1]", "8.8", "7.5", "10.1", ""),
        ("value = 8\nhedge = \"about\"\ninterval = [7, 9]", "", "7", "9", "~"),
        ("status = \"missing\"", "", "", "", ""),
        ("value = 5\nstatus = [\"estimated\", \"provisional\"]", "5", "", "", ""),
    ] {
        let rows = rows(&exported(&folder, &file(figure), &[], "csv"));
        let found = ["value", "lower", "upper", "comparator"].map(|name| cell(&rows[0], name));
        assert_eq!(found, [value, lower, upper, comparator], "{figure}");
        let json: Value =
            serde_json::from_str(&exported(&folder, &file(figure), &[], "json")).unwrap();
        for (name, wanted) in [("value", value), ("lower", lower), ("upper", upper)] {
            let found = figures(&json)[0].get(name).and_then(Value::as_f64);
            assert_eq!(found, wanted.parse().ok(), "{figure}");
        }
    }
    let several = exported(&folder, &file("value = 5\nstatus = [\"E\", \"P\"]"), &[], "csv");
    assert_eq!(cell(&rows(&several)[0], "status"), "estimated, provisional");
}

#[test]
fn a_variable_is_always_the_words_with_the_hedge() {
    let folder = folder("words");
    for text in [REPORT, &every_hedge()] {
        let report = load(text, as_of()).report;
        let quarto = exported(&folder, text, &[], "quarto");
        let latex = exported(&folder, text, &[], "latex");
        for indicator in &report.indicators {
            let words = indicator.headline.words();
            let start = format!("\"{}\": ", indicator.id);
            let line = quarto.lines().find_map(|line| line.strip_prefix(&start)).unwrap();
            assert_eq!(without_backslashes(&serde_json::from_str::<String>(line).unwrap()), words);
            let end = format!("}}% {}", indicator.id);
            let line = latex.lines().find_map(|line| line.strip_suffix(&end)).unwrap();
            assert_eq!(as_tex_prints(line.split_once("}{").unwrap().1), words);
        }
    }
}

#[test]
fn two_ids_never_share_a_command() {
    let folder = folder("commands");
    let file = |ids: &[&str]| {
        let one = |id: &&str| {
            format!("[[indicator]]\nid = \"{id}\"\nlabel = \"L\"\nunit = \"%\"\nvalue = 5\n")
        };
        "[report]\ntitle = \"R\"\n".to_owned() + &ids.iter().map(one).collect::<String>()
    };
    let commands = |ids: &[&str], only: &[&str]| {
        let latex = exported(&folder, &file(ids), only, "latex");
        let lines = latex.lines().filter_map(|line| line.strip_prefix("\\newcommand{\\"));
        lines.map(|line| line.split('}').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(commands(&["debt-2019", "no"], &[]), ["figDebtTwoZeroOneNine", "figNo"]);
    let two = commands(&["a-1", "a-one", "b"], &[]);
    assert_eq!(two, ["figAOnegbcndb", "figAOnegbcngpgogf", "figB"]);
    // A part of a report calls its figures as the whole does.
    assert_eq!(commands(&["a-1", "a-one", "b"], &["a-one"]), two[1..2]);
}

/// What a reader of Markdown sees.
fn without_backslashes(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        out.extend(if c == '\\' { rest.next() } else { Some(c) });
    }
    out
}

/// What LaTeX prints of an escaped text. Nothing else of LaTeX may be in it.
fn as_tex_prints(tex: &str) -> String {
    const WORDS: [(&str, &str); 14] = [
        (r"\textbackslash{}", "\\"),
        (r"\textbraceleft{}", "{"),
        (r"\textbraceright{}", "}"),
        (r"\textasciitilde{}", "~"),
        (r"\textasciicircum{}", "^"),
        (r"\textless{}", "<"),
        (r"\textgreater{}", ">"),
        (r"\textbar{}", "|"),
        (r"\textquotedbl{}", "\""),
        (r"\textasciigrave{}", "`"),
        (r"$\leq$", "≤"),
        (r"$\geq$", "≥"),
        (r"$\approx$", "≈"),
        ("$-$", "−"),
    ];
    let mut out = String::new();
    let mut rest = tex;
    while let Some(c) = rest.chars().next() {
        let word = WORDS.iter().find(|(word, _)| rest.starts_with(word));
        let sign = rest.strip_prefix('\\').and_then(|rest| rest.chars().next());
        let (printed, taken) = match (word, sign) {
            (Some((word, printed)), _) => ((*printed).to_owned(), word.len()),
            (None, Some(sign)) => {
                assert!("%$&#_".contains(sign), "{tex}");
                (sign.to_string(), 2)
            }
            (None, None) => {
                assert!(!"\\{}~^%$&#_".contains(c), "{c} in {tex}");
                (c.to_string(), c.len_utf8())
            }
        };
        out.push_str(&printed);
        rest = &rest[taken..];
    }
    out
}

/// A text as a string of TOML; a file with control characters as they are is no text file.
fn quoted(text: &str) -> String {
    let escape = |c: char| match c {
        '\u{7f}'..='\u{9f}' => format!("\\u{:04x}", u32::from(c)),
        _ => c.to_string(),
    };
    serde_json::to_string(text).unwrap().chars().map(escape).collect()
}

/// The file with every key, with this text for every text that means nothing to the program.
fn filled(text: &str) -> String {
    let free = [
        "\"B\"",
        "\"P\"",
        "\"T\"",
        "\"X\"",
        "\"Y\"",
        "\"D\"",
        "\"n\"",
        "\"Debt\"",
        "\"Q?\"",
        "\"a share\"",
        "\"debt\"\nscale",
        "\"a part of it\"",
        "\"nearly $8 billion\"",
        "\"p. 1\"",
        "\"p. 8\"",
        "\"report\"\nnote",
        "\"15.6 / 24.4 − 1\"",
        "\"as things stand\"",
        "\"95 % CI\"",
        "\"Economy\"",
        "\"Emissions\"",
        "\"https://example.org/\"",
        "\"A. Author\"",
        "\"\"\"\nTwo\nlines.\"\"\"",
    ];
    free.iter().fold(EVERY_KEY.to_owned(), |file, old| {
        let (_, after) =
            old.split_once('\n').filter(|_| !old.starts_with("\"\"\"")).unwrap_or((old, ""));
        let after = if after.is_empty() { String::new() } else { format!("\n{after}") };
        let new = if old.contains("https") { format!("https://{text}") } else { text.to_owned() };
        file.replace(old, &(quoted(&new) + &after))
    })
}

/// Texts that a program would obey if they were written as they are.
const HOSTILE: [&str; 16] = [
    "=HYPERLINK(\"http://evil.example\",\"x\")",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "＝1+1",
    " =1+1",
    "\t=1\r\n=2\n\r=3",
    "a,b;\"c\"\n\"d",
    "<script>alert(1)</script> &amp; <U+202E> \u{202e}abc\u{200b}",
    "[x](javascript:alert(1)) ![x](y) `code` **b** | c | ~~d~~ [^1] $x$ @key; #1 www.evil.example http://evil.example",
    "}{ \\input{/etc/passwd} \\write18{rm} % ^^M ~ _ $ & # \\",
    "{{< include /etc/passwd >}} {{< var x >}} ]]> */ -->",
    ": - 'y' no: null \"# x\\",
    "a title \u{1b}]0;x\u{7} and a colour \u{9b}31m in a sentence of ordinary words",
    "line breaks \u{85} of other \u{2028} kinds in a sentence of ordinary words",
    "no characters \u{fffe} at all \u{ffff} in a sentence of ordinary words \u{feff}",
];

/// Whatever a text says, it is a text in every format.
fn is_harmless(folder: &Path, text: &str) {
    let file = folder.join("in.toml");
    fs::write(&file, filled(text)).unwrap();
    for format in EXPORT_FORMATS {
        // Some texts are faults: then the figures that have them are left out.
        let (_, out, _) = export(&file, &[], format.name, None);
        let seen = out.chars().find(|c| is_hidden(*c) && !['\n', '\r'].contains(c));
        assert_eq!(seen, None, "{}: {out}", format.name);
        match format.name {
            "csv" => csv_is_harmless(&out),
            "json" | "csl-json" => drop(serde_json::from_str::<Value>(&out).expect(&out)),
            "md" => markdown_is_harmless(&out),
            "quarto" => {
                for line in out.lines().filter(|line| !line.starts_with("# ")) {
                    let (id, text) = line.split_once(": ").expect(line);
                    let id: String = serde_json::from_str(id).expect(line);
                    assert!(id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'));
                    line_is_plain(&serde_json::from_str::<String>(text).expect(line));
                }
            }
            "latex" => {
                for line in out.lines().filter(|line| !line.starts_with("% ")) {
                    let (name, text) = line.split_once("}{").expect(line);
                    let name = name.strip_prefix("\\newcommand{\\").expect(line);
                    assert!(name.chars().all(|c| c.is_ascii_alphabetic()), "{line}");
                    as_tex_prints(text.rsplit_once("}% ").expect(line).0);
                }
            }
            "bibtex" => bibtex_is_harmless(&out),
            _ => {}
        }
    }
}

fn csv_is_harmless(csv: &str) {
    let rows = rows(csv);
    assert_eq!(csv.lines().count(), rows.len() + 1, "{csv}");
    for row in &rows {
        for (column, cell) in FIGURE_COLUMNS.iter().zip(row) {
            let is_formula =
                cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
            let is_number = column.is_number && cell.parse::<f64>().is_ok();
            assert!(!is_formula || is_number, "{}: {cell}", column.name);
        }
    }
}

/// Signs that mean something have a backslash; what is left is the page's own.
fn markdown_is_harmless(page: &str) {
    for line in page.lines() {
        let own = ["> **Not whole.** ", "  - ", "- **", "# ", "## ", "> "];
        let rest = own.iter().find_map(|own| line.strip_prefix(own)).unwrap_or(line);
        match line.strip_prefix("| ") {
            Some(row) => {
                let cells: Vec<_> = split(row.strip_suffix(" |").expect(line), '|');
                assert_eq!(cells.len(), 4, "{line}");
                for cell in cells {
                    line_is_plain(&cell.replacen("**", "", 2));
                }
            }
            None => line_is_plain(&rest.replace("**", "")),
        }
    }
}

/// The parts between signs that have no backslash.
fn split(text: &str, sign: char) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        match c {
            '\\' => parts.last_mut().unwrap().extend([c].into_iter().chain(rest.next())),
            _ if c == sign => parts.push(String::new()),
            _ => parts.last_mut().unwrap().push(c),
        }
    }
    parts
}

fn line_is_plain(line: &str) {
    // An address that may be opened.
    let at = line.find("<http");
    let address = at.and_then(|at| Some(&line[at..=at + line[at..].find('>')?]));
    let line = address.map_or_else(|| line.to_owned(), |address| line.replace(address, ""));
    for sign in "`*_[]<>|~$^@&".chars() {
        assert_eq!(split(&line, sign).len(), 1, "{sign} in {line}");
    }
    assert!(!line.replace("\\:", "").contains("://"), "{line}");
}

/// Reads entries as BibTeX does, which counts braces even behind a backslash.
fn bibtex_is_harmless(bibtex: &str) {
    let mut depth = 0;
    for line in bibtex.lines().filter(|line| !line.starts_with("% ")) {
        match line.chars().next() {
            Some('@') => {
                assert_eq!(depth, 0, "{line}");
                assert!(line.ends_with(','), "{line}");
            }
            Some(' ') => {
                let (name, text) = line.split_once(" = {").expect(line);
                let text = text.trim_end_matches(',').strip_suffix('}').expect(line);
                let text =
                    text.strip_prefix('{').map_or(text, |it| it.strip_suffix('}').expect(line));
                if !["  url"].contains(&name) {
                    as_tex_prints(text);
                }
            }
            None | Some('}') => {}
            Some(_) => panic!("{line}"),
        }
        depth += line.matches('{').count();
        depth -= line.matches('}').count();
        assert!(depth <= 1, "{line}");
    }
    assert_eq!(depth, 0, "{bibtex}");
}

#[test]
fn no_format_obeys_a_text_of_the_file() {
    let folder = folder("hostile");
    let all = load(EVERY_KEY, as_of()).report.indicators.len();
    for text in HOSTILE {
        // It gets as far as the formats.
        let loaded = load(&filled(text), as_of());
        assert_eq!(loaded.report.indicators.len(), all, "{text}");
        is_harmless(&folder, text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn no_format_obeys_any_text(text in "[=+@\\-a1 ,;:\"'<>\\[\\](){}\\\\$%&#_~^|*`!/.\u{1b}\u{202e}\n\t\r]{1,24}|\\PC{1,12}") {
        let folder = folder("any");
        is_harmless(&folder, &text);
    }
}

#[test]
fn a_file_is_replaced_only_where_that_is_asked_for() {
    let folder = folder("force");
    let (file, out) = (folder.join("in.toml"), folder.join("out.csv"));
    fs::write(&file, REPORT).unwrap();
    // Not UTF-8, as spreadsheets save it.
    fs::write(&out, b"caf\xe9").unwrap();
    let target = |force| Some(Target { path: &out, force, metadata: false });
    let (code, said, err) = export(&file, &[], "csv", target(false));
    assert_eq!((code, said.as_str()), (2, ""));
    assert!(err.contains("is there already") && err.contains("add --force"), "{err}");
    assert_eq!(fs::read(&out).unwrap(), b"caf\xe9");
    let (code, _, err) = export(&file, &[], "csv", target(true));
    assert_eq!((code, err.as_str()), (0, ""));
    assert_eq!(fs::read_to_string(&out).unwrap(), export(&file, &[], "csv", None).1);
    let (code, _, err) =
        export(&file, &[], "csv", Some(Target { path: &folder, force: true, metadata: false }));
    assert_eq!(code, 2, "a folder");
    assert!(!err.contains("--force"), "{err}");
}

#[test]
fn a_table_and_its_metadata_are_written_both_or_neither() {
    let folder = folder("metadata");
    let file = folder.join("in.toml");
    fs::write(&file, REPORT).unwrap();
    let (out, about) = (folder.join("My Figures.csv"), folder.join("My Figures.datapackage.json"));
    let target = |force| Some(Target { path: &out, force, metadata: true });
    let (code, _, err) = export(&file, &[], "json", target(false));
    assert_eq!(
        (code, err.as_str()),
        (2, "indicia: 'json' has no metadata: leave out --metadata\n")
    );
    fs::write(&about, "mine").unwrap();
    assert_eq!(export(&file, &[], "csv", target(false)).0, 2);
    assert!(!out.exists());
    fs::remove_file(&about).unwrap();
    fs::create_dir(&about).unwrap();
    assert_eq!(export(&file, &[], "csv", target(true)).0, 2);
    assert!(!out.exists(), "the second could not be written");
    fs::remove_dir(&about).unwrap();
    assert_eq!(export(&file, &[], "csv", target(false)).0, 0);
    let package: Value = serde_json::from_str(&fs::read_to_string(&about).unwrap()).unwrap();
    let table = &package["resources"][0];
    assert_eq!((&table["path"], &table["name"]), (&"My Figures.csv".into(), &"my-figures".into()));
    let fields = table["schema"]["fields"].as_array().unwrap();
    let names: Vec<_> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
    assert_eq!(names, FIGURE_COLUMNS.iter().map(|column| column.name).collect::<Vec<_>>());
}

#[test]
fn a_broken_file_exports_what_is_sound_and_says_what_is_not() {
    let folder = folder("broken");
    let file = folder.join("in.toml");
    let broken = REPORT.to_owned() + "\n[[indicator]]\nid = \"broken\"\nlabel = \"Broken\"\n";
    fs::write(&file, broken).unwrap();
    for format in EXPORT_FORMATS {
        let (code, out, err) = export(&file, &[], format.name, None);
        assert_eq!(code, 1, "{}", format.name);
        assert!(err.contains("left out: 1 of "), "{err}");
        assert!(!out.is_empty());
        if ["json", "md", "quarto", "latex", "bibtex"].contains(&format.name) {
            assert!(out.contains("left out: 1 of "), "{}: {out}", format.name);
        }
    }
}

#[test]
fn some_figures_are_exported_in_their_order_and_nothing_that_is_not_a_figure() {
    let folder = folder("some");
    let file = folder.join("in.toml");
    fs::write(&file, EVERY_KEY).unwrap();
    let csv = export(&file, &["share", "debt"], "csv", None).1;
    let ids: Vec<_> = rows(&csv).iter().map(|row| cell(row, "indicator").to_owned()).collect();
    assert_eq!(ids, ["share", "debt", "debt", "debt", "debt", "debt"]);
    let (code, out, err) = export(&file, &["treaty"], "csv", None);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("'treaty' is an event"), "{err}");
}

/// Every key that an object has is one of its definition, and every needed one is there.
fn obeys(value: &Value, schema: &Value, definitions: &Value, seen: &mut Vec<String>) {
    let schema = schema["allOf"].get(0).filter(|it| it.get("$ref").is_some()).unwrap_or(schema);
    let schema = schema["$ref"]
        .as_str()
        .map_or(schema, |path| &definitions[path.strip_prefix("#/definitions/").unwrap()]);
    let kinds: Vec<_> = match &schema["type"] {
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        kind => kind.as_str().into_iter().collect(),
    };
    let is = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_u64() && kinds.contains(&"integer") => "integer",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    assert!(kinds.is_empty() || kinds.contains(&is), "{value} in {schema}");
    if let Some(words) = schema["enum"].as_array() {
        assert!(words.contains(value), "{value}");
    }
    if let Some(object) = value.as_object() {
        for needed in schema["required"].as_array().unwrap() {
            assert!(object.contains_key(needed.as_str().unwrap()), "{needed} in {value}");
        }
        for (key, value) in object {
            let of = schema["properties"].get(key).expect(key);
            seen.push(format!("{}/{key}", schema["description"]));
            obeys(value, of, definitions, seen);
        }
    }
    for item in value.as_array().into_iter().flatten() {
        obeys(item, &schema["items"], definitions, seen);
    }
}

#[test]
fn the_schema_describes_every_key_of_the_export() {
    let folder = folder("schema");
    let schema: Value = serde_json::from_str(&json_schema()).unwrap();
    let mut seen = Vec::new();
    let texts = EXAMPLES.iter().map(|(_, text)| *text).chain([REPORT, EVERY_KEY]);
    for text in texts {
        let json = serde_json::from_str(&exported(&folder, text, &[], "json")).unwrap();
        obeys(&json, &schema, &schema["definitions"], &mut seen);
    }
    let all = [&schema].into_iter().chain(schema["definitions"].as_object().unwrap().values());
    for object in all {
        for key in object["properties"].as_object().unwrap().keys() {
            let key = format!("{}/{key}", object["description"]);
            assert!(key.ends_with("/left_out") || seen.contains(&key), "no test has {key}");
        }
    }
}

#[test]
fn the_formats_are_as_they_were() {
    let folder = folder("snapshots");
    for name in ["csv", "json", "md", "quarto", "latex", "bibtex", "csl-json"] {
        let ids = ["debt-to-russia", "pupils-belarusian"];
        insta::assert_snapshot!(format!("report_{name}"), exported(&folder, REPORT, &ids, name));
        for (example, text) in EXAMPLES.iter().filter(|_| ["csv", "md", "latex"].contains(&name)) {
            let all = exported(&folder, text, &[], name);
            insta::assert_snapshot!(format!("{example}_{name}"), all);
        }
    }
}
