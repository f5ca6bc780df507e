use super::*;
use crate::load::load;
use crate::report::Day;

const REPORT: &str = r#"
[report]
title = "T"
[source.bank]
title = "Bank of *over 100* <b>"
url = "https://example.org/a_b"
[[indicator]]
id = "debt"
label = "Debt"
unit = "billion USD"
value = 8
hedge = "nearly"
wording = "nearly $8 billion"
source = "bank"
[[indicator.series]]
label = "By year"
source = "bank"
points = [{ period = "2023", value = 7.75 }, { period = "2024", value = 7.6, hedge = "about" }]
[[indicator.series]]
label = "In editions"
edition = "2023"
source = "bank"
points = [{ period = "2022", value = 7 }]
[[indicator.series]]
label = "In editions"
edition = "2024"
source = "bank"
points = [{ period = "2022", value = 7.2 }, { period = "2023", value = 7.7 }]
[[indicator]]
id = "share"
label = "Share"
unit = "%"
value = 70
hedge = "up to"
wording = "70%"
source = "bank"
[[indicator]]
id = "exact"
label = "Exact"
unit = "%"
value = 45
source = "bank"
[[indicator]]
id = "ours"
label = "Ours"
unit = "%"
value = 45
derived = "40 + 5"
[[indicator]]
id = "bare"
label = "Bare"
unit = "%"
value = 45
"#;

fn filled(document: &str, kind: DocumentKind, accepts_losses: bool) -> Result<Filled, Vec<Fault>> {
    let loaded = load(REPORT, Day::new(2026, 11, 23));
    assert_eq!(loaded.errors(), 0, "{:?}", loaded.diagnostics);
    let left_out = |id: &str| (id == "faulty").then(|| "'faulty' is left out".to_owned());
    let figures = Figures { report: &loaded.report, left_out: &left_out, accepts_losses };
    fill(document, kind, &figures)
}

use DocumentKind::{Html, Latex, Markdown};

/// Documents before and after; nothing after where they stay as they are.
const FILLED: &[(DocumentKind, &str, &str)] = &[
    (
        Markdown,
        "a <!-- fig:debt words -->x<!-- /fig --> b\r\n",
        "a <!-- fig:debt words -->nearly \\$8 billion<!-- /fig --> b\r\n",
    ),
    // What the reader sees is right: an author may set it in bold, and need not escape.
    (Markdown, "a <!-- fig:debt -->**nearly $8 billion**<!-- /fig -->", ""),
    // The wording has no hedge, so the words of the file stand there.
    (Markdown, "a <!--fig:share-->x<!--/fig-->", "a <!--fig:share-->up to 70 %<!--/fig-->"),
    (
        Markdown,
        "a <!-- fig:debt reading --> x\n<!-- /fig -->",
        "a <!-- fig:debt reading --> \\~\\< 8 bn USD\n<!-- /fig -->",
    ),
    // A line that begins with a comment is HTML.
    (
        Markdown,
        "<!-- fig:debt reading -->x<!-- /fig --> b",
        "<!-- fig:debt reading -->~&lt; 8 bn USD<!-- /fig --> b",
    ),
    (
        Markdown,
        "<!-- fig:debt reading -->\r\n<!-- /fig -->\r\n",
        "<!-- fig:debt reading -->\r\n\\~\\< 8 bn USD\r\n<!-- /fig -->\r\n",
    ),
    (Markdown, "`<!-- fig:debt -->x<!-- /fig -->`\n\n```\n<!-- fig:no -->\n```\n", ""),
    (
        Markdown,
        "a <!-- fig:share sentence --><!-- /fig -->",
        "a <!-- fig:share sentence -->at most 70 percent; no lower limit stated<!-- /fig -->",
    ),
    (
        Markdown,
        "a <!-- fig:debt@2024 --><!-- /fig --> <!-- fig:debt@2022 -->y<!-- /fig -->",
        "a <!-- fig:debt@2024 -->about 7.6 billion USD<!-- /fig --> \
         <!-- fig:debt@2022 -->7.2 billion USD<!-- /fig -->",
    ),
    (
        Markdown,
        "a <!-- fig:ours -->x<!-- /fig -->",
        "a <!-- fig:ours -->45 %, our own calculation<!-- /fig -->",
    ),
    (
        Html,
        "\u{feff}<p><!-- fig:debt reading -->x<!-- /fig --><script>'<!-- fig:no -->'</script>",
        "\u{feff}<p><!-- fig:debt reading -->~&lt; 8 bn USD<!-- /fig --><script>'<!-- fig:no -->'</script>",
    ),
    (
        Latex,
        "owes\r\n% fig:debt\r\nx\r\n% /fig\r\nof 5\\% fig:no\r\n",
        "owes\r\n% fig:debt\r\nnearly \\$8 billion\r\n% /fig\r\nof 5\\% fig:no\r\n",
    ),
    (
        Latex,
        "owes % fig:share reading\n  x% /fig\n, more",
        "owes % fig:share reading\n  $\\leq$ 70 \\%% /fig\n, more",
    ),
    (Latex, "%% fig:exact\n%% /fig\n", "%% fig:exact\n45 \\%\n%% /fig\n"),
    (Latex, "\\begin{verbatim}\n% fig:no\n\\end{verbatim}\n% fig:exact\n45 \\%\n% /fig", ""),
];

#[test]
fn only_what_stands_between_markers_changes() {
    for &(kind, before, after) in FILLED {
        let wanted = if after.is_empty() { before } else { after };
        let got = filled(before, kind, false).map(|filled| filled.text);
        assert_eq!(got.as_deref(), Ok(wanted), "{before}");
        // Once more changes nothing.
        let again = filled(wanted, kind, false).expect(wanted);
        assert_eq!((&*again.text, again.replaced.len()), (wanted, 0), "{wanted}");
    }
}

#[test]
fn a_citation_is_written_for_each_language_and_stays_as_it_is() {
    for (kind, before, signs) in [
        (Markdown, "a <!-- fig:debt cite -->x<!-- /fig -->", "*Bank of \\*over 100\\* \\<b\\>*"),
        (Html, "<p><!-- fig:debt cite -->x<!-- /fig -->", "Bank of *over 100* &lt;b&gt;"),
        (Latex, "% fig:debt cite\nx\n% /fig", "Bank of *over 100* \\textless{}b\\textgreater{}"),
    ] {
        let once = filled(before, kind, false).expect(before).text;
        assert!(once.contains(signs) && once.contains("nearly"), "{once}");
        assert_eq!(filled(&once, kind, false).expect("again").replaced, [], "{once}");
    }
}

#[test]
fn every_fault_of_a_marker_is_told_with_its_line() {
    for (document, line, says) in [
        (
            "\n<!-- fig:debt x -->a<!-- /fig -->",
            2,
            "'x' is no form of a figure: write one of words",
        ),
        ("<!-- fig:debt words x -->a<!-- /fig -->", 1, "one form: leave out 'x'"),
        ("<!-- fig:dept -->a<!-- /fig -->", 1, "no figure 'dept'; did you mean 'debt'?"),
        ("<!-- fig:none-such -->a<!-- /fig -->", 1, "no figure 'none-such': give"),
        ("<!-- fig: -->a<!-- /fig -->", 1, "names no figure"),
        ("<!-- fig:faulty -->a<!-- /fig -->", 1, "'faulty' is left out"),
        ("<!-- fig:bare -->a<!-- /fig -->", 1, "'bare' has no source"),
        ("<!-- fig:debt@2030 -->a<!-- /fig -->", 1, "'debt' has no point of 2030"),
        ("<!-- fig:debt@soon -->a<!-- /fig -->", 1, "'soon' is no date"),
        ("<!-- fig:debt@2023 -->a<!-- /fig -->", 1, "several points of 2023"),
        ("<!-- fig:debt -->a\n", 1, "'debt' is not closed"),
        ("\n\n<!-- /fig -->", 3, "closes no figure"),
        (
            "<!-- fig:debt --><!-- fig:exact -->45 %<!-- /fig -->",
            1,
            "'debt' is not closed: write the marker '/fig'",
        ),
    ] {
        let faults = filled(document, Markdown, false).expect_err(document);
        assert_eq!(faults.len(), 1, "{document} {faults:?}");
        assert_eq!(faults[0].line, line, "{document}");
        assert!(faults[0].message.contains(says), "{document} {faults:?}");
    }
}

#[test]
fn a_lost_hedge_or_status_is_a_fault_unless_it_is_accepted() {
    for (kind, text, lost) in [
        (Markdown, "nearly 45 %", "hedge"),
        (Markdown, "*up to* 70 %", "hedge"),
        (Markdown, "\\< 45 %", "hedge"),
        (Html, "&lt; 45 %", "hedge"),
        (Html, "dozens", "hedge"),
        (Html, "40–45 %", "hedge"),
        (Latex, "$\\leq$ 45 \\%", "hedge"),
        (Markdown, "a forecast of 45 %", "status"),
        (Markdown, "44 %", ""),
        (Markdown, "…", ""),
    ] {
        let document = match kind {
            Latex => format!("% fig:exact\n{text}\n% /fig"),
            _ => format!("a <!-- fig:exact -->{text}<!-- /fig -->"),
        };
        let faults = filled(&document, kind, false).err().unwrap_or_default();
        let says: String = faults.iter().map(|it| it.message.as_str()).collect();
        assert_eq!(
            says.contains(&format!("its {lost} is lost")),
            !lost.is_empty(),
            "{text}: {says}"
        );
        assert!(says.is_empty() || says.contains("'exact' is 45 % now"), "{says}");
        let accepted = filled(&document, kind, true).expect("accepted").text;
        assert!(accepted.contains("45 %") || accepted.contains("45 \\%"), "{accepted}");
    }
    // A hedge that gives way to another is none that is lost.
    let other = filled("a <!-- fig:share -->at least 70 %<!-- /fig -->", Markdown, false);
    assert!(other.is_ok_and(|it| it.text.contains("up to 70 %")));
}

#[test]
fn documents_are_told_apart_by_their_endings() {
    for (name, kind) in [
        ("a.md", Some(Markdown)),
        ("a.QMD", Some(Markdown)),
        ("b/a.htm", Some(Html)),
        ("a.tex", Some(Latex)),
        ("a.txt", None),
        ("a", None),
    ] {
        assert_eq!(DocumentKind::of(name), kind, "{name}");
    }
}
