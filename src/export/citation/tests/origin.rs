//! Several sources of one figure, and figures that no source prints.

use proptest::prelude::*;

use super::readers::{as_read, markdown_is_plain};
use super::*;

fn sources() -> Report {
    report(include_str!("../../../../tests/fixtures/valid/sources.toml"))
}

fn headline(report: &Report, indicator: usize) -> Cited<'_> {
    Cited::Headline(&report.indicators[indicator])
}

#[test]
fn the_first_source_is_cited_and_the_others_are_named() {
    let report = sources();
    let also = "also: What the city owes, The Mirror, 14 Jan 2025, para. 4; Minutes of the council, \
                City Council, Feb 2025, item 7";
    assert_eq!(
        citation(&report, headline(&report, 0), CitationFormat::Plain),
        format!(
            "Debt of the city: “nearly $62 million” (read as ~< 62 mn USD); Example City; period \
             2024. Debt tables of the cities, Bank of Cities, Dec 2024, Table 3, p. 41, \
             https://bank.example/debt.pdf, {also}"
        )
    );
    assert_eq!(
        citation(&report, headline(&report, 0), CitationFormat::Markdown),
        format!(
            r"**Debt of the city**: “nearly \$62 million” (read as \~\< 62 mn USD); Example City; period 2024. *Debt tables of the cities*, Bank of Cities, Dec 2024, Table 3, p. 41, <https://bank.example/debt.pdf>, {also}."
        )
    );
    let entry = citation(&report, headline(&report, 0), CitationFormat::Bibtex);
    let (_, _, fields) = parsed(&entry);
    assert!(plain_text(&fields["note"]).ends_with(&format!("; Table 3, p. 41; {also}")), "{entry}");
}

#[test]
fn a_calculation_is_cited_as_ours_with_what_it_starts_from() {
    let report = sources();
    let claim = "Paid by the city or its firms: 56 %; our own calculation: 34 + 22; of employees; \
                 Example City; period 2024";
    let also = "also: Minutes of the council, City Council, Feb 2025, item 9";
    assert_eq!(
        citation(&report, headline(&report, 1), CitationFormat::Plain),
        format!(
            "{claim}. Worked out from Debt tables of the cities, Bank of Cities, Dec 2024, \
             https://bank.example/debt.pdf, {also}"
        )
    );
    let markdown = citation(&report, headline(&report, 1), CitationFormat::Markdown);
    assert!(markdown.contains(". Worked out from *Debt tables of the cities*, "), "{markdown}");
    let (_, _, fields) = parsed(&citation(&report, headline(&report, 1), CitationFormat::Bibtex));
    let note = plain_text(&fields["note"]);
    assert_eq!(note, format!("{claim}; worked out from this source; {also}"));
    assert_eq!(words(headline(&report, 1)), "56 %, our own calculation");
    // Without a source there is none to miss.
    let alone = "fell 36 % compared with 2023 (read as −36 % vs 2023); our own calculation: 15.5 / \
                 24.4 − 1; Example City; period 2024";
    for (format, end) in [
        (CitationFormat::Plain, ". No source prints it"),
        (CitationFormat::Markdown, ". No source prints it."),
        (CitationFormat::Bibtex, "; no source prints it"),
    ] {
        let citation = as_read(&citation(&report, headline(&report, 2), format), format);
        assert!(citation.ends_with(&format!("{alone}{end}")), "{citation}");
    }
    let rival = citation(&report, rival(&report, 0), CitationFormat::Plain);
    assert!(rival.contains("; our own calculation: a third of 174; "), "{rival}");
}

proptest! {
    #[test]
    fn no_calculation_and_no_second_source_breaks_a_format(
        text in "[a-z0-9 {}\\\\%$&#_~^<>|*`\\[\\]@.:/-]{0,30}",
    ) {
        let mut report = sources();
        report.sources[1].title = Text::new(&text);
        let also = &mut report.indicators[0].headline.also;
        also[0].locator = Some(Text::new(&text));
        report.indicators[1].headline.derived = Some(Text::new(&text));
        for &(format, ..) in CITATION_FORMATS {
            for indicator in [0, 1] {
                let citation = citation(&report, headline(&report, indicator), format);
                prop_assert!(citation.lines().count() == 1 || format == CitationFormat::Bibtex);
                let read = as_read(&citation, format);
                let kept = if indicator == 0 {
                    match format {
                        CitationFormat::Pandoc => "; @mirror".to_owned(),
                        _ => format!("also: {text}, The Mirror, 14 Jan 2025, {text}; Minutes"),
                    }
                } else {
                    match format {
                        CitationFormat::Pandoc => "our own calculation".to_owned(),
                        _ => format!("our own calculation: {text};"),
                    }
                };
                prop_assert!(read.contains(&kept), "{}", citation);
                if format == CitationFormat::Markdown {
                    markdown_is_plain(&citation.replace("<https://bank.example/debt.pdf>", ""));
                }
            }
        }
    }
}
