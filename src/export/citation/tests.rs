use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::load::load;
use crate::report::{Day, HEDGES, HedgeClass, Status, Text, Value};

const FORMATS: [CitationFormat; 3] =
    [CitationFormat::Plain, CitationFormat::Markdown, CitationFormat::Bibtex];

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
        "Debt to all: “9” (9 billion USD, forecast; read as 9 bn USD, forecast); Belarus; \
         period 2021–2022; this differs: all lenders counted. No source given"
    );
    assert_eq!(
        plain(point(&report, 1, 1)),
        "Debt to all: no value, missing; Belarus; period 2023; this differs: all lenders counted. \
         No source given"
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
    for format in FORMATS {
        let citation = citation(&report, Cited::Headline(&report.indicators[0]), format);
        assert!(citation.contains("n.d."), "{citation}");
        assert!(citation.contains("address left out: it names a user"), "{citation}");
        assert!(!citation.contains("evil"), "{citation}");
    }
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

/// The words of a figure of this unit that was printed like that.
fn in_unit(unit: &str, figure: &str, wording: &str) -> String {
    let text = format!(
        "[report]\ntitle = \"R\"\n[[indicator]]\nid = \"a\"\nlabel = \"A\"\nunit = \"{unit}\"\n{figure}\n\
         wording = \"{wording}\"\n"
    );
    words(Cited::Headline(&report(&text).indicators[0]))
}

#[test]
fn printed_words_that_lack_a_limit_are_not_sent_without_it() {
    let words_of = |figure: &str, wording: &str| in_unit("%", figure, wording);
    for (figure, wording, limit) in [
        ("change = true\nvalue = -45", "45 percent", "fell 45"),
        ("value = [50, 70]", "70 percent", "50 to 70"),
        ("value = 28\nhedge = \"over\"", "28 people over two years", "over 28"),
        ("value = 28\nhedge = \"some\"", "28 in some places", "some 28"),
        ("value = 70\nhedge = \"up to\"", "a follow-up to 70 percent", "up to 70"),
        ("value = 70\nhedge = \"over\"", "overall 70", "over 70"),
        ("value = 70\nhedge = \"up to\"", "up to 70", "up to 70"),
        ("value = 70\nhedge = \"up to\"", "up to 2023, 70%", "up to 70"),
        ("value = 70\nhedge = \"up to\"", "up to 2023, seventy percent", "up to 70"),
        ("value = 60\nhedge = \"at least\"", "at least 3 in 5 sources say some 60%", "at least 60"),
        ("value = 60\nhedge = \"over\"", "over three years 60 percent", "over 60"),
        ("value = 60\nhedge = \"over\"", "over three years, sixty percent", "over 60"),
        ("value = 70\nhedge = \"more than\"", "no more than 70%", "more than 70"),
        ("value = 70\nhedge = \"less than\"", "not less than 70%", "less than 70"),
        ("value = 70\nhedge = \"up to\"", "up to 70% or more", "up to 70"),
        ("value = 70\nhedge = \"up to\"", "up to 70%+", "up to 70"),
        ("value = 70\nhedge = \"up to\"", "up to 70 percentage points", "up to 70"),
        ("value = 70\nhedge = \"up to\"", "It went up. To 70%", "up to 70"),
        ("value = 70\nhedge = \"up to\"", "a follow\u{2011}up to 70%", "up to 70"),
        ("value = 15\nhedge = \"nearly\"", "nearly 1,5 %", "nearly 15"),
        ("value = 70", "−70 %", "70"),
        ("value = 70", "the percent of exports", "70"),
    ] {
        let words = words_of(figure, wording);
        assert!(words.contains(&format!("({limit}")), "{words}");
    }
}

#[test]
fn printed_words_that_say_all_are_sent_alone() {
    let words_of = |figure: &str, wording: &str| in_unit("%", figure, wording);
    for (figure, wording) in [
        ("value = 70\nhedge = \"just over\"", "Just  over 70%"),
        ("value = \"1/2\"\nhedge = \"more than\"", "more than half"),
        ("value = 70\nhedge = \"up to\"", "a share of up to 70 Percent"),
        ("value = 70", "70 % since 2020"),
    ] {
        assert_eq!(words_of(figure, wording).matches('(').count(), 0, "{wording}");
    }
}

#[test]
fn printed_words_without_the_unit_are_not_sent_alone() {
    for (unit, figure, wording, is_whole) in [
        ("billion USD", "value = 8\nhedge = \"nearly\"", "nearly $8 billion", true),
        ("billion USD", "value = 8\nhedge = \"nearly\"", "nearly $8bn", true),
        ("billion USD", "value = 8\nhedge = \"nearly\"", "nearly 8,000,000,000 USD", true),
        ("billion USD", "value = 8\nhedge = \"nearly\"", "nearly $8", false),
        ("billion USD", "value = 8\nhedge = \"nearly\"", "nearly 8 billion", false),
        ("billion USD", "value = 8\nhedge = \"nearly\"", "nearly 8 billion, not USD", false),
        ("USD", "value = 8\nhedge = \"nearly\"", "nearly $8 trillion", false),
        ("USD", "value = 19000\nhedge = \"over\"", "over $19,000", true),
        ("people", "value = 8\nhedge = \"nearly\"", "nearly 8 million people", false),
        ("people", "value = 8\nhedge = \"nearly\"", "nearly 8m people", false),
        ("people", "value = 8\nhedge = \"nearly\"", "nearly 8 hundred people", false),
        ("thousand people", "value = 19\nhedge = \"nearly\"", "nearly 19,000 people", true),
        (
            "thousand people",
            "value = 19\nhedge = \"nearly\"",
            "nearly 19,000 thousand people",
            false,
        ),
        ("ha", "value = 8\nhedge = \"nearly\"", "Belarus has nearly 8", false),
        ("ha", "value = 8\nhedge = \"nearly\"", "nearly 8 ha", true),
        ("tonnes of oil", "value = 8\nhedge = \"nearly\"", "nearly 8 of the plants", false),
        ("enterprises", "value = 287\nhedge = \"at least\"", "at least 287", false),
        ("enterprises", "value = 287\nhedge = \"at least\"", "at least 287 entertainers", false),
        ("enterprises", "value = 287\nhedge = \"at least\"", "at least 287 enterprises", true),
        ("enterprises", "value = 1\nhedge = \"at least\"", "at least 1 enterprise", true),
        ("programmes", "value = 28", "twenty-eight programmes", false),
        ("rank", "value = 2\nhedge = \"about\"", "about 2 million people", false),
    ] {
        let words = in_unit(unit, figure, wording);
        assert_eq!(!words.contains('('), is_whole, "{words}");
    }
}

/// Whether words stand in a text as such, whatever their case.
fn has_words(text: &str, words: &str) -> bool {
    let split = |text: &str| -> Vec<String> {
        let all = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        all.map(str::to_lowercase).collect()
    };
    let (text, words) = (split(text), split(words));
    !words.is_empty() && text.windows(words.len()).any(|window| *window == *words)
}

#[test]
fn every_hedge_survives_in_every_format_whatever_was_printed() {
    for hedge in HEDGES {
        let value = match hedge.class {
            HedgeClass::Between => "value = [7, 8]",
            HedgeClass::Order => "",
            _ => "value = 8",
        };
        let printed = format!("wording = \"{} 8\"", hedge.word.to_uppercase());
        for wording in ["", "wording = \"8\"", "wording = \"overall 8\"", &printed] {
            let figure = format!("{value}\nhedge = \"{}\"\n{wording}\n", hedge.word);
            let text = format!(
                "[report]\ntitle = \"R\"\n[[indicator]]\nid = \"a\"\nlabel = \"A\"\nunit = \"people\"\n\
                 {figure}[[indicator.rival]]\n{figure}differs = \"*towns* {{of 5}} only\"\n"
            );
            let report = report(&text);
            keeps_its_limits(&report, Cited::Headline(&report.indicators[0]));
            keeps_its_limits(&report, rival(&report, 0));
        }
    }
}

#[test]
fn every_entry_of_a_report_has_a_key_of_its_own() {
    let twice = "[report]\ntitle = \"R\"\n[[indicator]]\nid = \"a\"\nlabel = \"A\"\nunit = \"%\"\nvalue = 5\n\
                 [[indicator.series]]\npoints = [ { period = \"2020~\", value = 3 }, \
                 { period = \"2020~\", value = 4 } ]\n\
                 [[indicator]]\nid = \"event-a\"\nlabel = \"A\"\nunit = \"%\"\nvalue = 5\n\
                 [[event]]\nid = \"a\"\ndate = \"2020\"\ntitle = \"T\"\n";
    for text in [twice, include_str!("../../../indicators.toml")] {
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

#[test]
fn every_figure_of_the_shipped_report_keeps_its_limits() {
    let report = report(include_str!("../../../indicators.toml"));
    let (mut figures, mut rivals) = (0, 0);
    for indicator in &report.indicators {
        keeps_its_limits(&report, Cited::Headline(indicator));
        for rival in 0..indicator.rivals.len() {
            keeps_its_limits(&report, Cited::Rival { indicator, rival });
            rivals += 1;
        }
        for (series, line) in indicator.series.iter().enumerate() {
            for point in 0..line.points.len() {
                keeps_its_limits(&report, Cited::Point { indicator, series, point });
                figures += 1;
            }
        }
    }
    assert!(figures > 50 && rivals > 20, "{figures} and {rivals}");
    for event in &report.events {
        let citation = citation(&report, Cited::Event(event), CitationFormat::Plain);
        assert!(citation.contains(&event.date_words()) && citation.contains(&*event.title));
    }
}

/// Hedge, status and reading are in whatever leaves the program, and entries can be read.
#[track_caller]
fn keeps_its_limits(report: &Report, cited: Cited<'_>) {
    let observation = cited.observation().unwrap();
    let alone = words(cited);
    let all = FORMATS.map(|format| citation(report, cited, format));
    for text in all.iter().chain([&alone]) {
        if let Some(hedge) = observation.quantity.as_ref().and_then(crate::report::Quantity::hedge)
        {
            assert!(has_words(text, hedge.word), "{}: {text}", hedge.word);
        }
        if observation.status != Status::Normal {
            assert!(text.contains(observation.status.words()), "{text}");
        }
    }
    // A fraction of a whole says so by itself.
    let counted = observation.quantity.as_ref();
    let counted = counted.filter(|quantity| !matches!(quantity.value(), Value::Fraction(_)));
    let unit = counted.map(|quantity| quantity.unit().short());
    let differs = cited.rival().and_then(|rival| rival.differs.as_deref());
    let [plain, markdown, bibtex] = all;
    let note = plain_text(&parsed(&bibtex).2["note"]);
    let reading = observation.reading();
    let is_read = |text: &str| text.contains(&reading);
    assert!(is_read(&plain) && is_read(&markdown.replace('\\', "")) && is_read(&note), "{plain}");
    let markdown = markdown.replace('\\', "");
    for text in [&plain, &markdown, &note] {
        assert!(unit.as_ref().is_none_or(|unit| text.contains(unit)), "{text}");
        assert!(differs.is_none_or(|differs| text.contains(differs)), "{text}");
    }
    assert!(differs.is_none_or(|differs| alone.contains(differs)), "{alone}");
    let period = observation.period_words();
    assert!(plain.contains(&period) && markdown.contains(&period) && note.contains(&period));
}

/// Reads an entry as BibTeX does: type, key and fields, a brace counting even behind a backslash.
#[track_caller]
fn parsed(entry: &str) -> (String, String, BTreeMap<String, String>) {
    let (kind, rest) = entry.strip_prefix('@').and_then(|e| e.split_once('{')).expect(entry);
    let (key, mut rest) = rest.split_once(',').expect(entry);
    assert!(key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | ':')), "{key}");
    let mut fields = BTreeMap::new();
    while let Some((name, value)) = rest.split_once(" = {") {
        let mut depth = 1;
        let end = value.find(|c| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            depth == 0
        });
        let (value, after) = value.split_at(end.expect(entry));
        fields.insert(name.trim_start_matches([',', '\n', ' ']).to_owned(), value.to_owned());
        rest = after.strip_prefix('}').unwrap();
    }
    assert_eq!(rest, "\n}", "{entry}");
    (kind.to_owned(), key.to_owned(), fields)
}

/// What LaTeX prints.
fn plain_text(latex: &str) -> String {
    let mut text = latex.to_owned();
    for (written, printed) in [
        (r"\textbackslash{}", "\u{1}"),
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
        (r"\%", "%"),
        (r"\&", "&"),
        (r"\#", "#"),
        (r"\_", "_"),
        (r"\$", "$"),
    ] {
        text = text.replace(written, printed);
    }
    assert!(!text.contains('\\'), "{latex}");
    text.replace('\u{1}', "\\")
}

proptest! {
    #[test]
    fn no_text_of_a_file_breaks_a_format(label in any::<String>(), wording in "[a-z0-9 {}\\\\%$&#_~^<>|*`\\[\\]@.:/-]{0,30}") {
        let mut report = report(DEBT);
        report.indicators[0].label = Text::new(&label);
        report.indicators[0].headline.wording = Some(Text::new(&wording));
        report.sources[0].title = Text::new(&label);
        report.indicators[0].rivals[1].differs = Some(Text::new(&wording));
        report.indicators[0].rivals[1].observation.source = report.indicators[0].headline.source;
        let (other, differs) = (rival(&report, 1), Text::new(&wording));
        let cited = Cited::Headline(&report.indicators[0]);
        let label = Text::new(&label).trim().to_owned();
        for format in FORMATS {
            let citation = citation(&report, cited, format);
            prop_assert!(has_words(&citation, "nearly"), "{}", citation);
            prop_assert!(citation.lines().count() == 1 || format == CitationFormat::Bibtex);
            prop_assert!(!citation.chars().any(|c| c.is_control() && c != '\n'));
            match format {
                CitationFormat::Plain => prop_assert!(citation.contains(&label)),
                CitationFormat::Bibtex => {
                    let (_, _, fields) = parsed(&citation);
                    prop_assert!(plain_text(&fields["note"]).contains(&label), "{}", citation);
                    prop_assert!(plain_text(&fields["note"]).contains(&*Text::new(&wording)));
                }
                CitationFormat::Markdown => markdown_is_plain(&citation),
            }
            let citation = self::citation(&report, other, format);
            prop_assert!(has_words(&citation, "up to"), "{}", citation);
            match format {
                CitationFormat::Plain => prop_assert!(citation.contains(&*differs)),
                CitationFormat::Bibtex => {
                    let note = plain_text(&parsed(&citation).2["note"]);
                    prop_assert!(note.contains(&*differs), "{}", note);
                }
                CitationFormat::Markdown => {
                    // Of each backslash pair the sign itself is what a reader sees.
                    let mut seen = String::new();
                    let mut rest = citation.chars();
                    while let Some(c) = rest.next() {
                        seen.extend(if c == '\\' { rest.next() } else { Some(c) });
                    }
                    prop_assert!(seen.contains(&*differs), "{}", citation);
                    markdown_is_plain(&citation);
                }
            }
        }
    }
}

/// Nothing but the emphasis and the link of the citation itself is left without a backslash.
fn markdown_is_plain(line: &str) {
    let line = line.replacen("**", "", 2).replace("<https://bank.example/a_b?x=1&y=2>", "");
    let mut rest = line.chars();
    let mut stars = 0;
    while let Some(c) = rest.next() {
        match c {
            '\\' => drop(rest.next()),
            '*' => stars += 1,
            _ => assert!(!"`_[]<>#|~&$^@".contains(c), "{c} in {line}"),
        }
    }
    assert_eq!(stars, 2, "{line}");
}
