mod limits;
mod origin;
mod printed;
mod readers;

use super::*;
use crate::load::load;
use crate::report::{Day, Text};
use readers::{parsed, plain_text};

const DEBT: &str = r#"
[report]
title = "R"
area = "Belarus"

[source.bank]
title = "Debt & growth_2024: 100% {sure}"
publisher = "World Bank"
published = "2024-12"
accessed = "2026-03-01"
url = "https://bank.example/a_b?x=1&y=2"
kind = "report"

[[indicator]]
id = "debt"
label = "Debt owed to Russia"
unit = "billion USD"
of = "external debt"
value = 8
hedge = "nearly"
wording = "nearly $8bn"
period = "2023"
source = "bank"
locator = "p. 41"
stated_by = "the bank"

[[indicator.series]]
points = [{ period = "2020~", value = 7, hedge = "about", source = "bank" }]

[[indicator.series]]
label = "Debt to all"
differs = "all lenders counted"
points = [
  { period = "2021/2022", value = 9, wording = "9", status = "forecast" },
  { period = "2023", status = "missing" },
]

[[indicator.rival]]
value = 8.2
period = "2024"
status = "provisional"
source = "bank"
locator = "p. 7"

[[indicator.rival]]
value = 12
hedge = "up to"
wording = "12 billion dollars"
differs = "guarantees {of the state} counted in"
stated_by = "a minister"

[[indicator]]
id = "bare"
label = "Bare"
unit = "%"
value = 5

[[event]]
id = "treaty"
title = "Treaty"
date = "2014~"
source = "bank"
"#;

fn report(text: &str) -> Report {
    let loaded = load(text, Day::new(2026, 11, 23));
    assert_eq!(loaded.errors(), 0, "{:#?}", loaded.diagnostics);
    loaded.report
}

fn point(report: &Report, series: usize, point: usize) -> Cited<'_> {
    Cited::Point { indicator: &report.indicators[0], series, point }
}

fn rival(report: &Report, rival: usize) -> Cited<'_> {
    Cited::Rival { indicator: &report.indicators[0], rival }
}

#[test]
fn a_rival_is_cited_as_its_own_figure_and_never_as_if_it_measured_the_same() {
    let report = report(DEBT);
    assert_eq!(
        citation(&report, rival(&report, 0), CitationFormat::Plain),
        "Debt owed to Russia: 8.2 billion USD, provisional (read as 8.2 bn USD, provisional); of \
         external debt; Belarus; period 2024. Debt & growth_2024: 100% {sure}, World Bank, Dec \
         2024, p. 7, https://bank.example/a_b?x=1&y=2, accessed 1 Mar 2026"
    );
    assert_eq!(
        citation(&report, rival(&report, 1), CitationFormat::Plain),
        "Debt owed to Russia: “12 billion dollars” (up to 12 billion USD; read as ≤ 12 bn USD); \
         Belarus; no date; this differs: guarantees {of the state} counted in; said by a \
         minister. No source given"
    );
    assert_eq!(
        citation(&report, rival(&report, 1), CitationFormat::Markdown),
        "**Debt owed to Russia**: “12 billion dollars” (up to 12 billion USD; read as ≤ 12 bn \
         USD); Belarus; no date; this differs: guarantees {of the state} counted in; said by a \
         minister. No source given."
    );
    let (kind, key, fields) = parsed(&citation(&report, rival(&report, 1), CitationFormat::Bibtex));
    assert_eq!((&*kind, &*key), ("misc", "debt:rival-2"));
    let note = plain_text(&fields["note"]);
    assert!(note.contains("this differs: guarantees {of the state} counted in"), "{note}");
    assert_eq!(words(rival(&report, 0)), "8.2 billion USD, provisional");
    assert_eq!(
        words(rival(&report, 1)),
        "“12 billion dollars” (up to 12 billion USD; this differs: guarantees {of the state} \
         counted in)"
    );
    assert_eq!(words(rival(&report, 9)), "“nearly $8bn”", "there is no such rival");
}

#[test]
fn a_line_of_text_says_what_when_who_and_where() {
    let report = report(DEBT);
    let plain = |cited| citation(&report, cited, CitationFormat::Plain);
    let place = "Debt & growth_2024: 100% {sure}, World Bank, Dec 2024";
    let address = "https://bank.example/a_b?x=1&y=2, accessed 1 Mar 2026";
    assert_eq!(
        plain(Cited::Headline(&report.indicators[0])),
        format!(
            "Debt owed to Russia: “nearly $8bn” (read as ~< 8 bn USD); of external debt; Belarus; \
             period 2023; said by the bank. {place}, p. 41, {address}"
        )
    );
    assert_eq!(
        plain(point(&report, 0, 0)),
        format!(
            "Debt owed to Russia: about 7 billion USD (read as ≈ 7 bn USD); of external debt; \
             Belarus; period about 2020. {place}, {address}"
        )
    );
    assert_eq!(
        plain(point(&report, 1, 0)),
        "Debt owed to Russia, “Debt to all”: “9” (9 billion USD, forecast; read as 9 bn USD, \
         forecast); Belarus; period 2021–2022; this differs: all lenders counted. No source given"
    );
    assert_eq!(
        plain(point(&report, 1, 1)),
        "Debt owed to Russia, “Debt to all”: no value, missing; Belarus; period 2023; this differs: \
         all lenders counted. No source given"
    );
    assert_eq!(
        plain(Cited::Headline(&report.indicators[1])),
        "Bare: 5 %; Belarus; no date. No source given"
    );
    assert_eq!(
        plain(Cited::Event(&report.events[0])),
        format!("Treaty; about 2014. {place}, {address}")
    );
}

#[test]
fn markdown_obeys_nothing_of_the_file() {
    let report = report(DEBT);
    assert_eq!(
        citation(&report, Cited::Headline(&report.indicators[0]), CitationFormat::Markdown),
        r"**Debt owed to Russia**: “nearly \$8bn” (read as \~\< 8 bn USD); of external debt; Belarus; period 2023; said by the bank. *Debt \& growth\_2024: 100% {sure}*, World Bank, Dec 2024, p. 41, <https://bank.example/a_b?x=1&y=2>, accessed 1 Mar 2026."
    );
    let bare = citation(&report, Cited::Headline(&report.indicators[1]), CitationFormat::Markdown);
    assert_eq!(bare, "**Bare**: 5 %; Belarus; no date. No source given.");
}

#[test]
fn an_entry_has_its_type_its_key_and_its_fields() {
    let report = report(DEBT);
    let bibtex = |cited| citation(&report, cited, CitationFormat::Bibtex);
    assert_eq!(
        bibtex(Cited::Headline(&report.indicators[0])),
        r"@report{debt,
  title = {{Debt \& growth\_2024: 100\% \textbraceleft{}sure\textbraceright{}}},
  institution = {World Bank},
  date = {2024-12},
  url = {https://bank.example/a_b?x=1&y=2},
  urldate = {2026-03-01},
  note = {Debt owed to Russia: “nearly \$8bn” (read as \textasciitilde{}\textless{} 8 bn USD); of external debt; Belarus; period 2023; said by the bank; p. 41}
}"
    );
    let bare = bibtex(Cited::Headline(&report.indicators[1]));
    assert_eq!(
        bare,
        "@misc{bare,\n  title = {{Bare}},\n  note = {Bare: 5 \\%; Belarus; no date; no source given}\n}"
    );
    let keys = [point(&report, 0, 0), point(&report, 1, 0), Cited::Event(&report.events[0])];
    let keys = keys.map(|cited| parsed(&bibtex(cited)).1);
    assert_eq!(keys, ["debt:2020-about", "debt:2:2021-2022", "event:treaty"]);
}

#[test]
fn a_source_without_a_date_and_an_address_that_is_refused_are_said() {
    let text = DEBT
        .replace("published = \"2024-12\"\n", "")
        .replace("bank.example/", "bank.example@evil.example/");
    let report = report(&text);
    // Pandoc has the source from elsewhere.
    let formats = CITATION_FORMATS.iter().filter(|(format, ..)| *format != CitationFormat::Pandoc);
    for &(format, ..) in formats {
        let citation = citation(&report, Cited::Headline(&report.indicators[0]), format);
        assert!(citation.contains("n.d."), "{citation}");
        assert!(citation.contains("address left out: it names a user"), "{citation}");
        assert!(!citation.contains("evil"), "{citation}");
    }
}

#[test]
fn pandoc_is_given_the_words_and_the_source_by_its_key() {
    fn pandoc(report: &Report, cited: Cited<'_>) -> String {
        citation(report, cited, CitationFormat::Pandoc)
    }
    let report = report(DEBT);
    for (cited, line) in [
        (Cited::Headline(&report.indicators[0]), r"“nearly \$8bn” [@bank, p. 41]"),
        (point(&report, 0, 0), "about 7 billion USD [@bank]"),
        (
            rival(&report, 1),
            "“12 billion dollars” (up to 12 billion USD; this differs: guarantees {of the state} counted in) (no source given)",
        ),
        (Cited::Event(&report.events[0]), "Treaty, about 2014 [@bank]"),
    ] {
        assert_eq!(pandoc(&report, cited), line);
    }
    for (locator, place) in [
        ("¶20", ", para. 20"),
        ("¶¶ 20–21", ", paras. 20–21"),
        ("§4", ", §4"),
        ("pp. 3–5", ", pp. 3–5"),
        // Pandoc would take the number for a page.
        ("Table 3, p. 41", "{}, Table 3, p. 41"),
        ("41", "{}, 41"),
        ("p. x", "{}, p. x"),
        ("a; @b] {c}", r"{}, a\; \@b\] \{c\}"),
    ] {
        let mut report = report.clone();
        report.indicators[0].headline.locator = Some(Text::new(locator));
        let line = pandoc(&report, Cited::Headline(&report.indicators[0]));
        assert_eq!(line, format!(r"“nearly \$8bn” [@bank{place}]"), "{locator}");
    }
    for (key, written) in [
        ("Bank_2024", "@Bank_2024"),
        ("-bank", "@{-bank}"),
        ("a--b", "@{a--b}"),
        ("Debt", "@source:Debt"),
    ] {
        let mut report = report.clone();
        report.sources[0].key = Text::new(key);
        let line = pandoc(&report, Cited::Event(&report.events[0]));
        assert_eq!(line, format!("Treaty, about 2014 [{written}]"));
    }
    let derived = DEBT.replace("locator = \"p. 41\"", "derived = \"9 − 1\"");
    let derived = self::report(&derived);
    assert_eq!(
        pandoc(&derived, Cited::Headline(&derived.indicators[0])),
        r"“nearly \$8bn” (nearly 8 billion USD, our own calculation) [worked out from @bank]"
    );
}

#[test]
fn the_words_alone_keep_what_limits_them() {
    let report = report(DEBT);
    assert_eq!(words(Cited::Headline(&report.indicators[0])), "“nearly $8bn”");
    assert_eq!(words(point(&report, 0, 0)), "about 7 billion USD");
    let differs = "this differs: all lenders counted";
    let forecast = format!("“9” (9 billion USD, forecast; {differs})");
    assert_eq!(words(point(&report, 1, 0)), forecast);
    assert_eq!(words(point(&report, 1, 1)), format!("no value, missing ({differs})"));
    assert_eq!(words(point(&report, 1, 9)), "“nearly $8bn”", "there is no such point");
    assert_eq!(words(Cited::Event(&report.events[0])), "Treaty, about 2014");
}

#[test]
fn every_entry_of_a_report_has_a_key_of_its_own() {
    let twice = "[report]\ntitle = \"R\"\n[[indicator]]\nid = \"a\"\nlabel = \"A\"\nunit = \"%\"\nvalue = 5\n\
                 [[indicator.series]]\npoints = [ { period = \"2020~\", value = 3 }, \
                 { period = \"2020~\", value = 4 } ]\n\
                 [[indicator]]\nid = \"event-a\"\nlabel = \"A\"\nunit = \"%\"\nvalue = 5\n\
                 [[event]]\nid = \"a\"\ndate = \"2020\"\ntitle = \"T\"\n";
    for text in [twice, include_str!("../../../tests/fixtures/report.toml")] {
        let report = report(text);
        let mut all: Vec<_> = report.events.iter().map(Cited::Event).collect();
        for indicator in &report.indicators {
            all.push(Cited::Headline(indicator));
            all.extend((0..indicator.rivals.len()).map(|rival| Cited::Rival { indicator, rival }));
            for (series, line) in indicator.series.iter().enumerate() {
                let points = 0..line.points.len();
                all.extend(points.map(|point| Cited::Point { indicator, series, point }));
            }
        }
        let keys = all.iter().map(|it| parsed(&citation(&report, *it, CitationFormat::Bibtex)).1);
        let mut keys: Vec<_> = keys.collect();
        keys.sort();
        let count = keys.len();
        keys.dedup();
        assert_eq!(keys.len(), count);
    }
}
