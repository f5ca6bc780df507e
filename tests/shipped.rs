//! The report that is shipped with the program. All other tests stand on a frozen copy, so that its
//! figures may be edited; what is said of it here holds for any figures.

#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use indicia::cli::check::{self, Format};
use indicia::diagnostic::Look;
use indicia::export::{CitationFormat, Cited, citation};
use indicia::load::Loaded;
use indicia::load::load;
use indicia::report::{Address, Day};
use indicia::schema::{ALSO, INDICATOR, POINT, RIVAL, SERIES, TARGET};
use indicia::term::check_copies;

const SHIPPED: &str = include_str!("../indicators.toml");

fn today() -> Day {
    Day::new(2026, 11, 23)
}

fn shipped() -> Loaded {
    load(SHIPPED, today())
}

#[test]
fn it_is_read_whole_and_without_errors() {
    let loaded = shipped();
    let count = |heading: &str| SHIPPED.lines().filter(|l| l.trim() == heading).count();
    assert_eq!(loaded.errors(), 0, "{:#?}", loaded.diagnostics);
    assert!(!loaded.report.indicators.is_empty() && !loaded.report.events.is_empty());
    assert_eq!(loaded.report.indicators.len(), count("[[indicator]]"));
    assert_eq!(loaded.report.events.len(), count("[[event]]"));
    assert_eq!(loaded.report.groups.len(), count("[[group]]"));
}

#[test]
fn it_passes_the_check() {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let files = ["indicators.toml".into()];
    let (format, look) = (Format::Text, Look::default());
    let code = check::run(&files, false, today(), format, look, &mut out, &mut err);
    let said = String::from_utf8_lossy(&out);
    assert!(code.expect("written") == 0 && err.is_empty(), "{said}");
}

#[test]
fn every_address_is_taken_as_it_stands() {
    let report = shipped().report;
    let urls: Vec<_> = report.sources.iter().filter_map(|s| s.url.as_deref()).collect();
    assert!(!urls.is_empty());
    for url in urls {
        assert_eq!(Address::new(url).map(|address| address.to_string()).as_deref(), Ok(url));
    }
}

#[test]
fn every_figure_says_where_it_is_from() {
    for indicator in &shipped().report.indicators {
        let headline = &indicator.headline;
        let says = headline.source.is_some() && headline.wording.is_some();
        assert!(says || headline.quantity.is_none(), "{}", indicator.id);
    }
}

/// The examples of other subjects, each with its path.
fn examples() -> Vec<(PathBuf, String)> {
    let folder = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/examples")).expect("a folder");
    let paths = folder.map(|entry| entry.expect("an entry").path());
    let paths = paths.filter(|path| path.extension().is_some_and(|it| it == "toml"));
    paths.map(|path| (path.clone(), fs::read_to_string(path).expect("an example"))).collect()
}

#[test]
fn the_examples_of_other_subjects_raise_nothing_but_an_undated_claim() {
    for (path, text) in examples() {
        let mut loaded = load(&text, Day::new(2026, 11, 28));
        check_copies(&path, &text, &mut loaded);
        let faults: Vec<_> = loaded.diagnostics.iter().map(|d| (d.rule.code, d.line)).collect();
        let allowed = faults.iter().all(|(code, _)| *code == "W003");
        assert!(allowed && faults.len() < 2, "{}: {faults:?}", path.display());
    }
}

#[test]
fn the_examples_of_other_subjects_show_every_key_of_a_figure() {
    let shown: String = examples().into_iter().map(|(_, text)| text).collect();
    let words: BTreeSet<_> = shown.split(|c: char| !(c.is_alphanumeric() || c == '_')).collect();
    for table in [&INDICATOR, &SERIES, &POINT, &RIVAL, &TARGET, &ALSO] {
        let missing: Vec<_> = table.fields().map(|field| field.key.word()).collect();
        let missing: Vec<_> = missing.into_iter().filter(|word| !words.contains(word)).collect();
        assert!(missing.is_empty(), "{}: {missing:?}", table.heading);
    }
}

#[test]
fn a_copied_figure_of_an_example_says_that_it_is_invented() {
    for (path, text) in examples() {
        let report = load(&text, Day::new(2026, 11, 28)).report;
        for indicator in &report.indicators {
            let citation = citation(&report, Cited::Headline(indicator), CitationFormat::Plain);
            assert!(citation.contains("invented"), "{}: {citation}", path.display());
        }
    }
}
