//! The report that is shipped with the program. All other tests stand on a frozen copy, so that its
//! figures may be edited; what is said of it here holds for any figures.

use indicia::cli::check::{self, Format};
use indicia::diagnostic::Look;
use indicia::load::Loaded;
use indicia::load::load;
use indicia::report::{Address, Day, Indicator};

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

#[test]
fn the_examples_of_other_subjects_raise_nothing() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/examples");
    let mut wordings = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let loaded = load(&text, Day::new(2026, 11, 28));
        let faults: Vec<_> = loaded.diagnostics.iter().map(|d| (d.rule.code, d.line)).collect();
        assert_eq!(faults, [], "{}", path.display());
        let indicators = loaded.report.indicators.iter();
        let figures = indicators.flat_map(Indicator::observations);
        wordings += figures.filter(|figure| figure.wording.is_some()).count();
    }
    assert!(wordings > 100, "{wordings}");
}
