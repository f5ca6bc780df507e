//! Every citation in every format keeps what limits the figure.

use proptest::prelude::*;

use super::readers::{as_read, markdown_is_plain};
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
    let all =
        CITATION_FORMATS.iter().map(|(format, ..)| (citation(report, cited, *format), format));
    let all: Vec<_> = all.collect();
    for text in all.iter().map(|(text, _)| text).chain([&alone]) {
        if let Some(hedge) = observation.quantity.as_ref().and_then(crate::report::Quantity::hedge)
        {
            assert!(has_words(text, hedge.word), "{}: {text}", hedge.word);
        }
        let said = |it: Status| if it == Status::Target { "aimed at" } else { it.words() };
        for status in observation.status.iter().map(said) {
            assert!(text.contains(status), "{text}");
        }
    }
    // A fraction of a whole says so by itself.
    let counted = observation.quantity.as_ref();
    let counted = counted.filter(|quantity| !matches!(quantity.value(), Value::Fraction(_)));
    let unit = counted.map(|quantity| quantity.unit().short());
    let differs = cited.rival().and_then(|rival| rival.differs.as_deref());
    // That it is a calculation is said with how it was done.
    let reading = Observation { derived: None, ..observation.clone() }.reading();
    let calculation = observation.calculation();
    let period = observation.period_words();
    for (text, format) in &all {
        let text = as_read(text, **format);
        if **format == CitationFormat::Pandoc {
            assert!(text.starts_with(&alone), "{text}");
            continue;
        }
        assert!(text.contains(&reading), "{text}");
        assert!(calculation.as_ref().is_none_or(|how| text.contains(how)), "{text}");
        assert!(unit.as_ref().is_none_or(|unit| text.contains(unit)), "{text}");
        assert!(differs.is_none_or(|differs| text.contains(differs)), "{text}");
        assert!(text.contains(&period), "{text}");
    }
    assert!(differs.is_none_or(|differs| alone.contains(differs)), "{alone}");
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
        for &(format, ..) in CITATION_FORMATS {
            let citation = citation(&report, cited, format);
            prop_assert!(has_words(&citation, "nearly"), "{}", citation);
            prop_assert!(citation.lines().count() == 1 || format == CitationFormat::Bibtex);
            prop_assert!(!citation.chars().any(|c| c.is_control() && c != '\n'));
            let read = as_read(&citation, format);
            prop_assert!(format == CitationFormat::Pandoc || read.contains(&label), "{}", citation);
            if format == CitationFormat::Markdown {
                markdown_is_plain(&citation);
            }
            prop_assert!(format != CitationFormat::Bibtex || read.contains(&*differs), "{}", citation);
            let citation = self::citation(&report, other, format);
            prop_assert!(has_words(&citation, "up to"), "{}", citation);
            prop_assert!(as_read(&citation, format).contains(&*differs), "{}", citation);
            if format == CitationFormat::Markdown {
                markdown_is_plain(&citation);
            }
        }
    }
}
