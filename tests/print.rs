//! `print`: what it writes, how wide, and how it ends.

#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::PathBuf;
use std::sync::LazyLock;

use toml::de::{DeTable, DeValue};

use indicia::app::text::width;
use indicia::cli::args::DEFAULT_FILE;
use indicia::cli::print::{self, Form};
use indicia::cli::selection::Selection;
use indicia::diagnostic::Look;
use indicia::export::CITATION_FORMATS;
use indicia::load::load;
use indicia::report::{Day, Indicator, Quantity, Report};
use indicia::schema;

const REPORT: &str = "tests/fixtures/report.toml";

/// Every shape of a hedge, long labels, rivals, a status, dates of several kinds, an event.
const SMALL: &str = r#"
[report]
title = "A small report"
area = "Utopia"
authors = ["A. Author"]
publisher = "A Press"
published = "2025-11~"
about = "What a page is tried on."

[source.desk]
title = "Desk study"
publisher = "The Desk"
published = "2025-05-04"

[source.other]
title = "Another study"

[[group]]
id = "trade"
title = "Trade and everything that goes with it abroad"

[[group]]
id = "people"
title = "People"

[[indicator]]
id = "exports"
label = "Share of exports going to one neighbour and to no other"
short = "Exports to one neighbour"
group = "trade"
unit = "%"
of = "exports of goods"
value = 70
hedge = "up to"
wording = "up to 70 percent"
source = "desk"
locator = "¶21, pp. 3–5"
stated_by = "report (implied)"
note = "A ceiling ≤ 70."

[[indicator.rival]]
value = 90
hedge = "more than"
period = "2023-01/2023-06"
source = "other"

[[indicator.rival]]
value = [50, 60]
hedge = "about"
source = "other"
differs = "of all trade"

[[indicator]]
id = "budget"
label = "Budget"
group = "trade"
unit = "billion USD"
scale = [0, 10]
value = 8.125
hedge = "nearly"
period = "2025"
status = "forecast"
source = "desk"
locator = "p. 2"
review_by = "2026-01"

[[indicator.series]]
label = "Budget, year by year"
source = "desk"
points = [
  { period = "2023", value = 6.5, hedge = "slightly more than" },
  { period = "2024", value = 7.25, status = "low reliability" },
]

[indicator.series.poll]
pollster = "A Pollster"
margin = 3.3

[[indicator]]
id = "change"
label = "Change in sales"
group = "people"
unit = "%"
change = true
value = [-20, 10]
hedge = "about"
period = "2022-02/2023-03"
source = "desk"
locator = "p. 3"

[[indicator]]
id = "schools"
label = "Schools that teach it"
group = "people"
unit = "%"
value = "1/10"
hedge = "fewer than"
period = "2014~"
source = "desk"
locator = "p. 4"

[[indicator]]
id = "places"
label = "Study places"
group = "people"
unit = "places"
hedge = "tens of thousands"
source = "desk"
locator = "p. 5"

[[indicator]]
id = "secret"
label = "What is not told"
unit = "people"
status = "suppressed"
period = "2023"
source = "desk"
locator = "p. 6"

[[event]]
id = "treaty"
date = "2024-12-06"
title = "A treaty on many things is signed after long talks"
source = "desk"
locator = "p. 7"
indicators = ["exports"]
"#;

fn as_of() -> Day {
    Day::new(2026, 11, 23)
}

fn file(name: &str, content: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content).expect("a file");
    path
}

/// Written once: tests run side by side.
static FILE: LazyLock<PathBuf> = LazyLock::new(|| file("small.toml", SMALL.as_bytes()));

fn small() -> PathBuf {
    FILE.clone()
}

fn selection(path: PathBuf, ids: &[&str]) -> Selection {
    let ids = ids.iter().map(ToString::to_string).collect();
    Selection { file: Some(path), ids, passages: false }
}

fn unicode() -> Look {
    Look { unicode: true, ..Look::default() }
}

fn run(selection: &Selection, form: Form, look: Look) -> (u8, String, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code =
        print::run(selection, form, as_of(), look, &mut out, &mut err).expect("nothing to fail");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (code, text(out), text(err))
}

fn printed(path: PathBuf, ids: &[&str], form: Form, look: Look) -> String {
    let (code, out, err) = run(&selection(path, ids), form, look);
    assert_eq!((code, err.as_str()), (0, ""));
    // Where the file lies is another place on every machine.
    let name = small().to_string_lossy().into_owned();
    out.replace(&name, "small.toml")
}

/// One line, one space between words.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_page_at_80_columns() {
    insta::assert_snapshot!(overview(80, unicode()));
}

#[test]
fn a_page_at_40_columns() {
    insta::assert_snapshot!(overview(40, unicode()));
}

#[test]
fn a_page_of_intervals_aims_and_parts() {
    let bars = || PathBuf::from("tests/fixtures/reports/bars.toml");
    insta::assert_snapshot!(overview_of(bars(), 80, unicode()));
    insta::assert_snapshot!(overview_of(bars(), 40, Look::default()));
}

#[test]
fn a_page_in_ascii() {
    let page = overview(80, Look::default());
    assert!(page.is_ascii(), "{page}");
    insta::assert_snapshot!(page);
}

/// A page up to the cards.
fn overview(cells: u16, look: Look) -> String {
    overview_of(small(), cells, look)
}

fn overview_of(file: PathBuf, cells: u16, look: Look) -> String {
    let page = printed(file, &[], Form::Page(cells), look);
    let rule = if look.unicode { "────" } else { "----" };
    let lines = page.lines().take_while(|line| !line.starts_with(rule));
    lines.fold(String::new(), |mut out, line| {
        let _ = writeln!(out, "{line}");
        out
    })
}

#[test]
fn a_page_has_every_card_once_and_asked_ones_in_their_order() {
    let page = printed(small(), &[], Form::Page(120), unicode());
    for (label, count) in [("small.toml:", 7), ("Desk study", 8), ("A small report", 1)] {
        assert_eq!(page.matches(label).count(), count, "{label}");
    }
    assert!(page.contains("as of 23 Nov 2026") && page.contains("A. Author, A Press, about Nov"));
    let some = printed(small(), &["treaty", "budget"], Form::Page(60), unicode());
    let at = |text: &str| some.find(text).expect(text);
    assert!(at("A treaty on many") < at("\nBudget\n"));
    assert!(!some.contains("Study places") && some.contains("as of 23 Nov 2026"));
    assert!(!some.contains('\u{1b}') && !page.contains('\u{1b}'));
}

#[test]
fn an_indicator_is_printed_from_its_title_to_its_place() {
    let ids = ["debtor-rank"];
    let page = printed(REPORT.into(), &ids, Form::Page(80), unicode());
    for part in ["Minsk in Moscow's Grip · Belarus", "“largest”", "rank 1", "report.toml:"] {
        assert!(page.contains(part), "{part}\n{page}");
    }
}

#[test]
fn no_figure_is_cut_at_any_width() {
    let report = load(SMALL, as_of()).report;
    for cells in 20..=140 {
        for look in [unicode(), Look::default()] {
            let page = printed(small(), &[], Form::Page(cells), look);
            // An address or a name of a file may be longer than a line; it is broken, too.
            for line in page.lines() {
                assert!(width(line) <= usize::from(cells), "{cells}: {line}");
            }
            let text = flat(&page);
            for (form, at_least) in figures(&report, look) {
                let count = form.iter().map(|form| text.matches(form).count()).sum::<usize>();
                assert!(count >= at_least, "{form:?} at {cells}\n{page}");
            }
        }
    }
}

#[test]
fn an_address_is_no_wider_than_the_page() {
    let address = "https://energiademocraticaliguria.eu/2023/08/03/3-imprese-e-38-persone-fisiche";
    let page = printed(REPORT.into(), &[], Form::Page(40), unicode());
    assert!(page.lines().all(|line| width(line) <= 40), "{page}");
    let joined: String = page.split_whitespace().collect();
    assert!(joined.contains(address), "broken, and nothing of it is lost");
}

/// The forms of each headline, and how often one of them stands on a page at least: in the
/// gauges and on the card.
fn figures(report: &Report, look: Look) -> Vec<(Vec<String>, usize)> {
    let ascii = |text: String| {
        if look.unicode {
            return text;
        }
        text.replace('≤', "<=").replace('≈', "~").replace(['−', '–'], "-")
    };
    let forms = report.indicators.iter().map(|indicator| {
        let o = &indicator.headline;
        let mut forms = vec![ascii(o.figure()), ascii(o.reading()), ascii(o.words())];
        forms.sort();
        forms.dedup();
        // No form is to be counted as a part of another.
        let whole = forms.clone();
        forms.retain(|form| !whole.iter().any(|o| o != form && form.contains(o.as_str())));
        (forms, 2)
    });
    // Others' figures and the points of the history stand on the card, and on paper in full.
    let evidence = report.indicators.iter().flat_map(|indicator| {
        let rivals = indicator.rivals.iter().map(|rival| &rival.observation);
        rivals.chain(indicator.series.iter().flat_map(|series| &series.points))
    });
    forms.chain(evidence.map(|o| (vec![ascii(o.words())], 1))).collect()
}

#[test]
fn sentences_of_the_small_report() {
    let mut plain = printed(small(), &[], Form::Plain(None), unicode());
    plain.push_str(&printed(small(), &["treaty"], Form::Plain(None), unicode()));
    insta::assert_snapshot!(plain);
}

#[test]
fn sentences_have_no_drawing_and_every_hedge() {
    let plain = printed(REPORT.into(), &[], Form::Plain(None), unicode());
    let strange = |c: &char| {
        let is_ordinary = c.is_alphanumeric() || " .,;:!?'’“”()-/$&+\n".contains(*c);
        !is_ordinary
    };
    // An address is read as it is.
    let without_address = |line: &str| line.split("Address: ").next().map(str::to_owned);
    let text: Vec<String> = plain.lines().filter_map(without_address).collect();
    assert_eq!(text.join("\n").chars().find(strange), None);
    let report = load(&fs::read_to_string(REPORT).expect("the file"), as_of()).report;
    let lines: Vec<&str> = plain.lines().collect();
    let sources = lines.iter().filter(|line| line.starts_with("Source: ")).count();
    assert_eq!(lines.len(), report.indicators.len() + sources + 1);
    for indicator in &report.indicators {
        let label = indicator.label.as_str();
        let line = lines.iter().find(|line| line.starts_with(label)).expect(label);
        let hedge = indicator.headline.quantity.as_ref().and_then(Quantity::hedge);
        assert!(hedge.is_none_or(|hedge| line.contains(hedge.word)), "{line}");
        assert!(line.contains("Source: ") && (line.contains("Period: ") || line.contains("date")));
    }
    assert!(lines[0].contains("As of 23 November 2026."));
}

/// A file with a text of its own for every text of `every-key.toml`, and a year of its own for every
/// date, and what must be read of each.
fn with_unique_texts() -> (String, Vec<(&'static str, String)>) {
    use schema::{Key, Kind, TABLES};
    // Ids, words of tables, and what only concerns drawings.
    const OTHERS: [Key; 9] = [
        Key::Id,
        Key::Source,
        Key::Group,
        Key::PartOf,
        Key::Unit,
        Key::Hedge,
        Key::Kind,
        Key::Short,
        Key::Status,
    ];
    let fields = || TABLES.iter().flat_map(|table| table.fields());
    let mut unique = Vec::new();
    let mut out = String::new();
    let mut rest = EVERY_KEY;
    while let Some((before, after)) = rest.split_once(" = ") {
        let word = before.rsplit(['\n', '{', ' ']).next().unwrap_or_default();
        let _ = write!(out, "{before} = ");
        rest = after;
        let field = fields().find(|field| field.key.word() == word && !OTHERS.contains(&field.key));
        let Some(field) = field else { continue };
        let (old, new) = match (field.kind, after.strip_prefix('"')) {
            (Kind::Text, Some(text)) if !text.starts_with("\"\"") => {
                let token = format!("W{:03}x", unique.len());
                let end = text.find('"').expect("the end of a text") + 2;
                let is_url = field.key == Key::Url;
                (end, if is_url { format!("https://example.org/{token}") } else { token })
            }
            (Kind::Date, quoted) => {
                // What a change is measured from lies before it.
                let century = if field.key == Key::Base { 1000 } else { 1500 };
                let end = quoted.map_or_else(
                    || after.find(['\n', ',']).expect("the end of a date"),
                    |text| text.find('"').expect("the end of a date") + 2,
                );
                (end, (century + unique.len()).to_string())
            }
            _ => continue,
        };
        let _ = write!(out, "\"{new}\"");
        unique.push((field.key.word(), new));
        rest = after.get(old..).expect("what follows");
    }
    (out + rest, unique)
}

const EVERY_KEY: &str = include_str!("fixtures/valid/every-key.toml");

#[test]
fn sentences_say_whatever_a_key_of_the_file_says() {
    let (text, unique) = with_unique_texts();
    let loaded = load(&text, as_of());
    assert_eq!(loaded.errors(), 0, "{:#?}\n{text}", loaded.diagnostics);
    let path = file("unique.toml", text.as_bytes());
    let mut plain = printed(path.clone(), &[], Form::Plain(None), unicode());
    plain.push_str(&printed(path, &["treaty"], Form::Plain(None), unicode()));
    let unsaid: Vec<_> = unique.iter().filter(|(_, said)| !plain.contains(said)).collect();
    assert!(unsaid.is_empty(), "{unsaid:?}\nin\n{plain}");
    let lower = plain.to_lowercase();
    for figure in loaded.report.indicators.iter().flat_map(Indicator::observations) {
        let figure = figure.quantity.as_ref().map(Quantity::spoken).unwrap_or_default();
        let figure = figure.strip_prefix("fell ").unwrap_or(&figure);
        assert!(lower.contains(&figure.to_lowercase()), "{figure}\n{plain}");
    }
    for number in ["804", "3.3", "A. Author, B. Author", "Two lines"] {
        assert!(plain.contains(number), "{number}\n{plain}");
    }
}

#[test]
fn the_file_with_every_key_has_each_key_of_each_table() {
    let tree = DeTable::parse(EVERY_KEY).expect("TOML").into_inner();
    let mut found = BTreeSet::new();
    keys(&schema::TOP, &tree, &mut found);
    for table in schema::TABLES {
        for field in table.fields() {
            let key = (table.heading, field.key.word());
            assert!(found.contains(&key), "{key:?}");
        }
    }
}

/// The keys of a table of the file, and of the tables in it.
fn keys(
    table: &schema::Table,
    tree: &DeTable<'_>,
    found: &mut BTreeSet<(&'static str, &'static str)>,
) {
    for (word, node) in tree {
        // A source is also named by a text.
        let is_of_sources = table.heading.is_empty() && &**word.get_ref() == "source";
        if let Some(field) = table.fields().find(|field| field.key.word() == &**word.get_ref()) {
            found.insert((table.heading, field.key.word()));
        }
        let inner = schema::TABLES.iter().find(|inner| {
            let (heading, word) = (inner.heading, &**word.get_ref());
            heading.trim_matches(['[', ']']).split('.').next_back() == Some(word)
                || heading.starts_with(&format!("{word} = "))
        });
        let sources = is_of_sources.then_some(&schema::SOURCE);
        let Some(inner) = sources.or(inner.copied()) else { continue };
        let nodes: Vec<_> = match node.get_ref() {
            DeValue::Array(list) => list.iter().map(toml::Spanned::get_ref).collect(),
            DeValue::Table(map) if is_of_sources => {
                map.iter().map(|(_, node)| node.get_ref()).collect()
            }
            only => vec![only],
        };
        for node in nodes.into_iter().filter_map(DeValue::as_table) {
            keys(inner, node, found);
        }
    }
}

#[test]
fn sentences_are_broken_only_where_a_width_is_given() {
    let plain = printed(small(), &[], Form::Plain(Some(40)), unicode());
    assert!(plain.lines().all(|line| width(line) <= 40));
    let paragraphs: Vec<String> = plain.split("\n\n").map(flat).collect();
    let whole = printed(small(), &[], Form::Plain(None), unicode());
    assert_eq!(paragraphs, whole.lines().collect::<Vec<_>>());
    assert!(printed(small(), &[], Form::Plain(None), Look::default()).is_ascii());
}

#[test]
fn every_digit_is_printed_as_it_is_written() {
    const WRITTEN: &str = r#"
report.title = "Digits"
[[indicator]]
id = "debt"
label = "Debt"
unit = "billion USD"
value = 7.0
period = "2023"
rival = [{ value = [6.50, 8.0], period = "2023" }]
series = [{ points = [{ period = "2021", value = 1.50e1 }, { period = "2022", value = 6_000.10 }] }]
poll = { margin = 3.0 }
"#;
    let path = file("digits.toml", WRITTEN.as_bytes());
    for form in [Form::Page(100), Form::Plain(None)] {
        let page = printed(path.clone(), &[], form, unicode());
        for digits in ["7.0", "6.50", "8.0 ", "15.0", "6,000.10", "3.0 p"] {
            assert!(page.contains(digits), "{digits} in {page}");
        }
    }
}

#[test]
fn an_unknown_id_names_the_nearest() {
    let form = Form::Page(80);
    let (code, out, err) = run(&selection(small(), &["budgets"]), form, unicode());
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("'budgets'; did you mean 'budget'?"), "{err}");
    let (code, _, err) = run(&selection(small(), &["zzz"]), form, unicode());
    assert_eq!(code, 2);
    assert!(err.contains("some of its ids are 'exports', 'budget'"), "{err}");
}

#[test]
fn the_first_word_is_a_file_if_it_is_one_or_looks_like_one() {
    let told = |words: &[&str]| Selection::new(words.iter().map(Into::into));
    let file = |name: &str, ids: &[&str]| selection(name.into(), ids);
    assert_eq!(told(&[]), Selection::default());
    assert_eq!(told(&["Cargo.lock", "a"]), file("Cargo.lock", &["a"]));
    assert_eq!(told(&["none.toml"]), file("none.toml", &[]));
    assert_eq!(told(&["./none", "b"]), file("./none", &["b"]));
    assert_eq!(
        told(&["debtor-rank", "b"]),
        Selection { file: None, ids: vec!["debtor-rank".into(), "b".into()], passages: false }
    );
    // Tests run where the shipped file lies.
    let shipped = load(&fs::read_to_string(DEFAULT_FILE).expect("the file"), as_of()).report;
    let last = shipped.indicators.last().expect("an indicator");
    let (code, out, _) = run(&told(&[&*last.id]), Form::Plain(None), unicode());
    assert!(code == 0 && out.contains(&*last.label), "{out}");
}

#[test]
fn a_page_says_how_much_is_left_out_and_ends_with_one() {
    let text = "[report]\ntitle = \"T\"\n[[indicator]]\nid = \"a\"\nlabel = \"Whole\"\nunit = \"%\"\n\
                value = 5\n[[indicator]]\nid = \"b\"\nlabel = \"Broken\"\nunit = \"%\"\n";
    let path = file("faulty.toml", text.as_bytes());
    let (code, out, err) = run(&selection(path.clone(), &[]), Form::Page(80), unicode());
    assert_eq!(code, 1);
    assert!(out.contains("Whole") && !out.contains("Broken"));
    let words = "left out: 1 of 2 figures (the file has 1 fault): 'indicia check ";
    assert!(err.contains(words) && err.contains("names it"), "{err}");
    for (ids, form) in [
        (&[][..], Form::Page(400)),
        (&["a"], Form::Page(400)),
        (&[], Form::Plain(None)),
        (&["a"], Form::Plain(None)),
    ] {
        let (code, out, _) = run(&selection(path.clone(), ids), form, unicode());
        let head = out.lines().take(4).collect::<Vec<_>>().join("\n");
        assert!(code == 1 && head.contains(words), "{out}");
    }
    let (code, _, err) = run(&selection(path, &["b"]), Form::Page(80), unicode());
    assert_eq!(code, 2);
    assert!(err.contains("'b' is left out because of a fault on line 8: 'indicia check "), "{err}");
}

/// A sound file, and faults that can be put into it: each with a text to find, what takes its
/// place, and what is left out then.
const WHOLE: &str = r#"[report]
title = "T"
[source.s]
title = "S"
[[group]]
id = "g"
title = "G"
[[indicator]]
id = "a"
label = "A"
unit = "%"
value = 5
group = "g"
source = "s"
locator = "p. 7"
[[indicator.series]]
source = "s"
points = [{ period = "2021", value = 1 }, { period = "2022", value = 2 }]
[[indicator.rival]]
value = 6
source = "s"
[[indicator.rival]]
value = 7
source = "s"
[[indicator]]
id = "b"
label = "B"
unit = "%"
value = 8
[[event]]
id = "e"
date = "2024"
title = "E"
source = "s"
"#;

#[test]
fn what_is_left_out_is_counted_by_kind() {
    for (faults, words) in [
        (&[("value = 6", "value = \"6\"")][..], "left out: 1 rival (the file has 1 fault)"),
        (&[("value = 6", "valeu = 6"), ("value = 7", "value = x")], "left out: 1 of 2 figures ("),
        (&[("value = 6", "valeu = 6"), ("value = 7", "valeu = 7")], "left out: 2 rivals ("),
        (&[("value = 2 ", "value = 2, hegde = \"up to\" ")], "left out: 1 point ("),
        (&[("points = [", "pionts = [")], "left out: 1 series ("),
        (&[("2024", "24-2024")], "left out: 1 event (the file has 1 fault)"),
        (&[("date = \"2024\"", "date = 20 24")], "left out: 1 event (the file has 1 fault)"),
        (&[("id = \"e\"", "id = \"E E\"")], "left out: 1 event (the file has 1 fault)"),
        (&[("id = \"g\"", "id = \"G G\"")], "left out: 1 group ("),
        (&[("[source.s]\n", "[source.s]\nx y\n")], "left out: 1 source ("),
        // What is inside an item that is left out is not counted again.
        (
            &[("unit = \"%\"\nvalue = 5", "value = 5"), ("value = 6", "valeu = 6")],
            "left out: 1 of 2 figures (",
        ),
        (
            &[("value = 8", "value = x"), ("value = 6", "valeu = 6"), ("2024", "24-2024")],
            "left out: 1 of 2 figures, 1 rival, 1 event (the file has 3 faults)",
        ),
        (&[("[[event]]", "[[evnet]]")], "left out: a part of it ("),
        (&[("source = \"s\"\nlocator", "source = \"ss\"\nlocator")], "left out: a part of it ("),
    ] {
        let text = faults.iter().fold(WHOLE.to_owned(), |text, (old, new)| {
            assert!(text.contains(old), "{old}");
            text.replacen(old, new, 1)
        });
        let path = file("counted.toml", text.as_bytes());
        let (code, _, err) = run(&selection(path, &[]), Form::Page(80), unicode());
        assert!(code == 1 && err.contains(words), "{faults:?}: {err}");
    }
    let path = file("counted.toml", WHOLE.as_bytes());
    assert_eq!(run(&selection(path, &[]), Form::Page(80), unicode()).0, 0);
}

#[test]
fn an_item_that_is_left_out_is_not_denied() {
    for (old, new, id, line) in [
        ("value = 8", "value = \"8\"", "b", 29),
        ("value = 8", "value = x", "b", 29),
        ("2024", "24-2024", "e", 32),
        ("date = \"2024\"", "date = 20 24", "e", 32),
    ] {
        let path = file("denied.toml", WHOLE.replacen(old, new, 1).as_bytes());
        let (code, _, err) = run(&selection(path, &[id]), Form::Page(80), unicode());
        let words = format!("'{id}' is left out because of a fault on line {line}: ");
        assert!(code == 2 && err.contains(&words), "{new}: {err}");
    }
}

#[test]
fn a_source_that_is_not_in_the_file_is_never_said_not_to_be_given() {
    let missing = WHOLE.replace("[source.s]", "[source.t]");
    let broken = WHOLE.replace("[source.s]\n", "[source.s]\nx y\n");
    for (text, why) in
        [(missing, "'s', which is not in the file"), (broken, "'s', which is left out")]
    {
        let path = file("no-source.toml", text.as_bytes());
        let forms = CITATION_FORMATS.iter().map(|&(format, ..)| Form::Cite(format));
        for form in forms.chain([Form::Page(80), Form::Plain(None)]) {
            for id in ["a", "e"] {
                let (code, out, _) = run(&selection(path.clone(), &[id]), form, unicode());
                assert!(code == 1 && out.contains(why), "{form:?} {id}: {out}");
                let denied = ["o source given", "none given", "o source is given", "n.d."];
                assert!(!denied.iter().any(|words| out.contains(words)), "{form:?} {id}: {out}");
            }
        }
    }
}

#[test]
fn files_that_cannot_be_read_say_why() {
    for (path, why) in [
        (PathBuf::from("nowhere.toml"), "there is no file"),
        (PathBuf::from("tests"), "is a folder"),
        (file("blank.toml", b"\n"), "is empty"),
        (file("latin-1.toml", b"a = \"\xe9\"\n"), "not UTF-8"),
    ] {
        let (code, out, err) = run(&selection(path, &[]), Form::Page(80), unicode());
        assert_eq!((code, out.as_str()), (2, ""));
        assert!(err.contains(why), "{err}");
    }
}

#[test]
fn an_empty_report_says_what_is_missing() {
    let path = PathBuf::from("tests/fixtures/valid/least.toml");
    let page = printed(path.clone(), &[], Form::Page(80), unicode());
    assert!(page.contains("No figures yet"), "{page}");
    assert!(printed(path, &[], Form::Plain(None), unicode()).contains("no figures"));
}

/// Takes nothing.
struct Closed;

impl Write for Closed {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_reader_that_is_gone_is_told_apart() {
    let all = selection(small(), &[]);
    let result = print::run(&all, Form::Page(80), as_of(), unicode(), &mut Closed, &mut io::sink());
    assert_eq!(result.map_err(|error| error.kind()), Err(ErrorKind::BrokenPipe));
}

#[test]
fn passages_are_printed_only_where_they_are_asked_for() {
    let example = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("examples/city.toml");
    let ids = ["heating-costs", "total"];
    let words = "There are thousands of households in the city that cannot pay for heating, the advice \
                 centre on Harbour Street believes.";
    for form in [Form::Page(300), Form::Plain(None)] {
        for passages in [true, false] {
            let selection = Selection { passages, ..selection(example.clone(), &ids) };
            let (code, out, _) = run(&selection, form, unicode());
            assert_eq!((code, out.contains(words)), (0, passages), "{out}");
            // The headline is from elsewhere, and the paper prints it, too.
            assert_eq!(out.contains("Nordhaven emitted 15.5m tonnes of"), passages, "{out}");
        }
    }
}
