//! Any text can be loaded, and nothing survives in which the parser had to guess.

#![expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that cannot go on fails"
)]

use std::fs;
use std::ops::Range;

use indicia::diagnostic::{Look, Severity, render};
use indicia::load::Loaded;
use indicia::load::load;
use indicia::report::{Day, is_hidden};
use proptest::prelude::*;

const SAMPLE: &str = include_str!("fixtures/report.toml");
const FULL: &str = include_str!("fixtures/valid/every-key.toml");

fn today() -> Day {
    Day::new(2026, 11, 23)
}

/// What must hold of any text.
fn hold(text: &str) -> Loaded {
    let loaded = load(text, today());
    let kept = loaded.report.indicators.len();
    assert!(loaded.stated.is_none_or(|stated| stated >= kept));
    assert!(loaded.errors() > 0 || loaded.stated == Some(kept));
    let mut last = 0;
    for d in &loaded.diagnostics {
        assert!(text.get(d.span.clone()).is_some(), "{:?} is not in the text", d.span);
        assert!(d.span.start >= last, "not in file order");
        last = d.span.start;
        assert_eq!(d.line as usize, 1 + text[..d.span.start].matches('\n').count());
        assert!(d.column >= 1);
        if let Some((span, _)) = &d.related {
            assert!(text.get(span.clone()).is_some());
        }
        if let Some(ix) = d.indicator {
            assert!(loaded.report.indicator(ix).is_some());
            assert_eq!(d.rule.severity, Severity::Warning);
        }
        let words = format!("{}{}", d.message, d.help.as_deref().unwrap_or(""));
        assert!(words.chars().all(|c| !is_hidden(c)), "{words:?}");
        assert!(!words.contains("  ") || text.contains("  "), "{words}");
    }
    for d in loaded.diagnostics.iter().take(5) {
        let shown = render(d, "f.toml", text, Look::default());
        assert!(shown.chars().all(|c| c == '\n' || !is_hidden(c)), "{shown:?}");
    }
    no_guess_survives(text, &loaded);
    loaded
}

/// From its heading to the next heading of an item, no survivor holds a syntax error.
fn no_guess_survives(text: &str, loaded: &Loaded) {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    for indicator in &loaded.report.indicators {
        let first = indicator.line as usize - 1;
        let opens = |l: &&str| {
            let l = l.trim();
            // A heading may have lost its opening brackets, or its first line.
            let inner = l.trim_start_matches(|c: char| !c.is_alphabetic());
            let name = inner.split(']').next().unwrap_or("").trim();
            let items = ["indicator", "event", "group", "report", "source"];
            let last = l.rsplit('[').next().unwrap_or(l);
            let is_item = items.iter().any(|i| inner.starts_with(i) || last.starts_with(i))
                && l.ends_with(']')
                && l.find('[').is_none_or(|at| at <= 2);
            let of_item = |item: &&str| {
                name.strip_prefix(item).is_some_and(|rest| rest.starts_with('.'))
                    && *item != "source"
            };
            let is_part = items.iter().any(of_item)
                || ["series", "rival", "poll"].iter().any(|part| name.ends_with(part));
            let is_letter = l.trim_start_matches('[').trim().starts_with(char::is_alphabetic);
            l == "[" || l == "[[" || !is_part && (is_item || l.starts_with('[') && is_letter)
        };
        let start: usize = lines[..first].iter().map(|l| l.len()).sum();
        let ends = (first + 1..lines.len()).filter(|at| opens(&lines[*at])).chain([lines.len()]);
        let mut extents =
            ends.map(|end| start..start + lines[first..end].iter().map(|l| l.len()).sum::<usize>());
        let extent: Range<usize> = extents.clone().next().unwrap_or_default();
        for d in loaded.diagnostics.iter().filter(|d| d.rule.code == "E001") {
            // A string may hold a heading as text, so only the item's own head is certain.
            assert!(
                !extent.contains(&d.span.start),
                "'{}' at {extent:?} survived {:?}: {}\n{text}",
                indicator.id,
                d.span,
                d.message
            );
        }
        // Read alone, the item must be sound TOML: nothing of it was guessed. Where a string holds
        // a heading as text, the item goes on to a later one.
        let is_sound =
            |extent: Range<usize>| toml::de::DeTable::parse_recoverable(&text[extent]).1.is_empty();
        assert!(extents.any(is_sound), "guessed in\n{}", &text[extent]);
    }
}

#[test]
fn a_whole_report_is_read_whole_and_without_errors() {
    let loaded = hold(SAMPLE);
    let count = |heading: &str| SAMPLE.lines().filter(|l| l.trim() == heading).count();
    assert_eq!(loaded.errors(), 0, "{:#?}", loaded.diagnostics);
    assert_eq!(loaded.report.indicators.len(), count("[[indicator]]"));
    assert_eq!(loaded.report.events.len(), count("[[event]]"));
    assert_eq!(loaded.report.groups.len(), count("[[group]]"));
}

#[test]
fn everything_of_the_format_arrives() {
    let report = hold(FULL).report;
    let debt = report.indicator(report.find("debt").expect("debt")).expect("debt");
    assert_eq!(
        debt.headline.quantity.as_ref().map(indicia::report::Quantity::figure).as_deref(),
        Some("nearly 8 bn USD")
    );
    assert_eq!(debt.series[0].points.len(), 3);
    assert_eq!(debt.series[0].points[1].status.word(), "break");
    assert!(debt.series[0].points[2].quantity.is_none());
    assert_eq!(
        debt.rivals[0]
            .observation
            .quantity
            .as_ref()
            .map(indicia::report::Quantity::figure)
            .as_deref(),
        Some("around 70 %")
    );
    assert_eq!(debt.related, [report.find("share").expect("share")]);
    let share = &report.indicators[1];
    assert_eq!(share.poll.as_ref().and_then(|p| p.sample), Some(804));
    assert_eq!(
        report.events[0].date.as_ref().map(indicia::report::Period::to_edtf).as_deref(),
        Some("2024-12-06")
    );
    assert_eq!(report.events[0].indicators.len(), 2);
    assert_eq!(report.about.as_deref(), Some("Two lines."));
}

#[test]
fn faults_are_counted_and_come_in_file_order() {
    let text = fs::read_to_string("tests/fixtures/invalid/e001-several-faults.toml").expect("it");
    let loaded = hold(&text);
    let codes: Vec<_> = loaded.diagnostics.iter().map(|d| d.rule.code).collect();
    assert_eq!(codes, ["E005", "E001", "E002", "E008"]);
    assert_eq!((loaded.errors(), loaded.warnings()), (4, 0));
}

#[test]
fn indicators_that_are_left_out_are_counted_as_far_as_that_can_be_told() {
    const A: &str = "[[indicator]]\nid = \"a\"\nlabel = \"A\"\nunit = \"%\"\nvalue = 7\n";
    let b = A.replace("\"a\"", "\"b\"");
    for (text, stated, kept) in [
        (format!("{A}{b}"), Some(2), 2),
        (format!("{A}{A}"), Some(2), 1),
        (format!("{A}hedge = \"upp to\"\n{b}"), Some(2), 1),
        (format!("{A}note = a b\n{b}"), Some(2), 1),
        (format!("{A}{b}hedge = \"up to\n"), Some(2), 1),
        (format!("{A}{b}[[event]]\nid = \"e\"\n"), Some(2), 2),
        (format!("{A}{b}[[event]]\nid = e e\n"), Some(2), 2),
        (format!("{b}\nid = \"c\"\nlabel = \"C\"\nunit = \"%\"\nvalue = 8\n"), Some(2), 0),
        (format!("{A}{}", b.replace("[[indicator]]", "[[indicator")), Some(2), 1),
        (format!("{A}note = \"\"\"\n{b}"), Some(2), 1),
        // What stands below a heading that cannot be read may be an indicator, or anything.
        (format!("{A}{}", b.replace("indicator", "indicatr")), None, 1),
        (format!("x y\n{A}"), None, 1),
        ("indicator;value\na;7\n".to_owned(), None, 0),
    ] {
        let text = format!("report.title = \"T\"\n{text}");
        let loaded = hold(&text);
        assert_eq!((loaded.stated, loaded.report.indicators.len()), (stated, kept), "{text}");
    }
}

#[test]
fn hostile_texts_are_survived() {
    let long = "x".repeat(1 << 20);
    for text in [
        String::new(),
        "\u{feff}".to_owned(),
        "\0".to_owned(),
        "[".repeat(10_000),
        "{".repeat(10_000),
        format!("a = {}", "[".repeat(10_000)),
        format!("a = {}", "{a=".repeat(10_000)),
        format!("[{}x]", "a.".repeat(100_000)),
        format!("[{}x]", "\"a b\" . ".repeat(100_000)),
        format!("a = {{{}x = 1}}\na = 2\n", "b.".repeat(100_000)),
        format!("[report]\ntitle = \"{long}\"\n{long} = 1\n"),
        format!("[report]\ntitle = {long}\n"),
        "[[indicator]\n".repeat(300),
        "[[indicator]]\nvalue\n".repeat(300),
        "[[indicator]]\nx = [\n".repeat(300),
        "[[indicator]]\nx = \"\"\"\n".repeat(301),
    ] {
        // A loader runs beside the dashboard, on a thread with a small stack.
        let worker = std::thread::Builder::new().stack_size(1 << 20);
        worker
            .spawn(move || drop(load(&text, today())))
            .expect("a thread")
            .join()
            .expect("no panic");
    }
}

#[test]
fn an_item_whose_text_is_cut_by_a_heading_in_it_is_not_half_read() {
    let text = "[report]\ntitle = \"T\"\n[[indicator]]\nid = \"a\"\nlabel = \"A\"\nunit = \"%\"\n\
                value = 8\nnote = \"\"\"\n[[indicator]]\n\"\"\"\nhedge = nearly\n";
    assert!(load(text, today()).report.indicators.is_empty());
}

#[test]
fn a_heading_inside_a_sound_text_is_not_a_fault() {
    let head = "[report]\ntitle = \"T\"\n[[indicator]]\nid = \"a\"\nlabel = \"A\"\nunit = \"%\"\n\
                value = 8\nnote = \"\"\"\n[[indicator]]\n\"\"\"\n\n";
    let text = format!("{head}[[event]]\ntitle = \"E\"\nid = oops\n");
    let loaded = load(&text, today());
    assert_eq!((loaded.errors(), loaded.report.indicators.len()), (1, 1));
}

#[test]
fn twenty_thousand_faults_are_all_found() {
    let mut text = String::from("[report]\ntitle = \"T\"\n");
    for n in 0..20_000 {
        text.extend([format!(
            "[[indicator]]\nid = \"i{n}\"\nvalue = 7%\nvalue = 8\nx = [1 2 3]\n[report]\n"
        )]);
    }
    assert!(load(&text, today()).errors() > 20_000);
}

#[test]
fn no_fault_of_an_item_hides_another() {
    let head = "[report]\ntitle = \"T\"\n[[indicator]]\nid = \"a\"\n";
    for (item, wanted) in [
        ("unit = \"%\"\nvalue = 70%\nlable = \"A\"\nhedge = \"upto\"\n", "E001 E002 E005"),
        ("label = \"A\"\nvalue = 7\nhedge = \"between\"\n", "E004 E006"),
        ("label = \"A\"\nunit = \"million\"\nvalue = [9, 7]\n", "E006 E009"),
        (
            "label = \"A\"\nunit = \"%\"\nvalue = 7\nhedge = \"between\"\nstatus = \"x\"\nperiod = \"y\"\n",
            "E006 E008 E012",
        ),
        ("label = \"A\"\nunit = \"%\"\nsome words\nvalue = 7\nhedge = \"upto\"\n", "E001 E005"),
        ("label = \"A\"\nunit = \"%\"\nvalue = 7\nvalue = 8\nhegde = \"up to\"\n", "E001 E002"),
        (
            "label = \"A\"\nunit = \"%\"\nvalue = 7\n[[indicator.series]]\npoints = [\n\
             { period = \"2020\", value = 4% },\n{ period = \"2021\", vlaue = 5 },\n]\n",
            "E001 E002",
        ),
        (
            "label = \"A\"\nunit = \"%\"\nvalue = 7\n[[indicator.series]]\npoints = [\n\
             { period = \"2020\", value = 4,\n]\n[[indicator.rival]]\nvalue = 8\ndifer = \"x\"\n",
            "E001 E002",
        ),
    ] {
        let text = format!("{head}{item}");
        let mut codes: Vec<_> = hold(&text).diagnostics.iter().map(|d| d.rule.code).collect();
        codes.retain(|code| code.starts_with('E'));
        codes.sort_unstable();
        assert_eq!(codes.join(" "), wanted, "{item}");
    }
}

#[test]
fn a_text_that_is_cut_off_is_told_by_one_fault() {
    let end = SAMPLE.rfind("[source.").unwrap_or_default();
    let start = SAMPLE.find("[[indicator.series]]").unwrap_or_default();
    for (place, _) in SAMPLE[start..end].char_indices().step_by(211).take(120) {
        let text = &SAMPLE[..start + place];
        let loaded = load(text, today());
        let told = loaded.diagnostics.iter().filter(|d| d.rule.code.starts_with('E'));
        assert!(told.count() <= 3, "{:#?}\n{}", loaded.diagnostics, &text[text.len() - 200..]);
    }
}

#[test]
fn a_text_of_another_kind_is_told_by_few_faults() {
    let lines = |line: &str| line.repeat(500);
    for (kind, text) in [
        ("JSON", format!("{{\n{}}}\n", lines("  \"a\": [1, 2, \"x = 1\"],\n"))),
        ("JSON", format!("[{}]\n", lines("{\"value\": 70, \"hedge\": \"up to\"}, "))),
        (
            "YAML",
            format!("report:\n  title: T\nindicators:\n{}", lines("  - id: a\n    value: 70\n")),
        ),
        ("spreadsheet", format!("id,value,unit\n{}", lines("a,70,%\n"))),
        ("HTML", format!("<html>\n{}", lines("<p class=\"x\">[1] text</p>\n"))),
        ("text file", lines("\0\u{1}\u{2}[[indicator]]\n")),
        ("Macintosh", SAMPLE.replace('\n', "\r")),
        ("neither", lines("Some prose, in lines.\nAnd [more] of it = so.\n\n")),
    ] {
        let loaded = load(&text, today());
        assert!(loaded.errors() <= 3, "{kind}: {:#?}", loaded.diagnostics);
        assert!(loaded.diagnostics[0].message.contains(kind), "{:#?}", loaded.diagnostics);
    }
}

#[test]
fn control_characters_in_comments_are_errors_too() {
    for comment in ["#\r a", "# a\r\r", "# a\u{0}", "\t#\u{7f}"] {
        let loaded = hold(&SAMPLE.replacen('#', &format!("{comment}\n#"), 1));
        assert_eq!(loaded.errors(), 1, "{comment:?} {:?}", loaded.diagnostics.first());
        assert!(loaded.diagnostics[0].message.contains("control character"), "{comment:?}");
        assert_eq!(loaded.report.indicators.len(), 15);
    }
}

fn at(text: &str, place: usize) -> usize {
    let mut place = place % (text.len() + 1);
    while !text.is_char_boundary(place) {
        place -= 1;
    }
    place
}

const BITS: &[&str] = &[
    "[",
    "]",
    "{",
    "}",
    "\"",
    "'",
    "\"\"\"",
    "=",
    ",",
    "#",
    "\n",
    "%",
    "[[indicator]]\n",
    "[[",
    "\\",
    "\r",
    "hedge = \"up to\"\n",
    "value = ",
    "8,000",
    "\u{202e}",
    "\u{0}",
    "é",
    ".",
    "id = \"a\"\n",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_loads(text in "\\PC{0,200}|[\\[\\]{}=\"'a-z0-9 .,\n#%-]{0,200}") {
        hold(&text);
    }

    #[test]
    fn any_splice_of_a_sound_file_loads(
        full in any::<bool>(),
        edits in prop::collection::vec((any::<usize>(), 0usize..30, 0..BITS.len()), 1..4),
    ) {
        let mut text = if full { FULL } else { SAMPLE }.to_owned();
        for (place, cut, bit) in edits {
            let start = at(&text, place);
            let end = at(&text, (start + cut).min(text.len()));
            text.replace_range(start..end.max(start), BITS[bit]);
        }
        hold(&text);
    }

    #[test]
    fn any_piece_of_a_sound_file_loads(a in any::<usize>(), b in any::<usize>()) {
        let (a, b) = (at(SAMPLE, a), at(SAMPLE, b));
        hold(&SAMPLE[a.min(b)..a.max(b)]);
    }
}

fn rendered(text: &str) -> String {
    load(text, today())
        .diagnostics
        .iter()
        .map(|d| render(d, "f.toml", text, Look::default()))
        .collect()
}

#[test]
fn nothing_of_the_file_reaches_the_terminal_as_a_command() {
    let text = "[report]\ntitle = \"t\"\nurl = \"\u{202e}x\u{9b}31m\u{200b}\"\n\"\u{85}\" = 1\n";
    let shown = rendered(text);
    assert!(shown.chars().all(|c| c == '\n' || !is_hidden(c)), "{shown:?}");
    assert!(shown.contains("<U+202E>") && shown.contains("<U+009B>"), "{shown}");
}

#[test]
fn the_mark_stands_under_what_it_means() {
    let shown = rendered("[report]\ntitle = \"t\"\n\u{202e}bad = 1\n");
    assert!(shown.is_ascii(), "{shown}");
    let shown = rendered("[report]\ntitle = \"t\"\n\"a\u{200b}b\" = 1 # x\n");
    let marked = shown.lines().find(|l| l.contains('^')).unwrap_or_default();
    assert!(marked.contains("^^^^^^^^^^^^"), "{shown}");
}

#[test]
fn a_very_long_line_is_shown_in_part() {
    let text = format!("[report]\ntitle = \"t\"\nnote = \"{}\" \n", "x".repeat(1_000_000));
    assert!(rendered(&text).len() < 1000);
    let text = format!("[report]\ntitle = \"t\"\nabout = \"{}\" oops\n", "é".repeat(500_000));
    let shown = rendered(&text);
    assert!(shown.len() < 3000, "{shown}");
}
