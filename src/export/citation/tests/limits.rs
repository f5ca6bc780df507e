//! Every citation in every format keeps what limits the figure.

use proptest::prelude::*;

use super::readers::{markdown_is_plain, parsed, plain_text};
use super::*;
use crate::report::{HEDGES, HedgeClass, Status, Value};

/// Whether words are in a text as words, in any case.
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
fn every_figure_of_a_whole_report_keeps_its_limits() {
    let report = report(include_str!("../../../../tests/fixtures/report.toml"));
    let (figures, rivals) = keep_their_limits(&report);
    assert!(figures > 50 && rivals > 20, "{figures} and {rivals}");
}

#[test]
fn every_figure_of_the_shipped_report_keeps_its_limits() {
    keep_their_limits(&report(include_str!("../../../../indicators.toml")));
}

/// Counts the points and the rivals.
fn keep_their_limits(report: &Report) -> (usize, usize) {
    let (mut figures, mut rivals) = (0, 0);
    for indicator in &report.indicators {
        keeps_its_limits(report, Cited::Headline(indicator));
        for rival in 0..indicator.rivals.len() {
            keeps_its_limits(report, Cited::Rival { indicator, rival });
            rivals += 1;
        }
        for (series, line) in indicator.series.iter().enumerate() {
            for point in 0..line.points.len() {
                keeps_its_limits(report, Cited::Point { indicator, series, point });
                figures += 1;
            }
        }
    }
    for event in &report.events {
        let citation = citation(report, Cited::Event(event), CitationFormat::Plain);
        assert!(citation.contains(&event.date_words()) && citation.contains(&*event.title));
    }
    (figures, rivals)
}

/// Hedge, status and reading are in every citation, and entries can be parsed.
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
