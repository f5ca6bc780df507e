//! Citations, read back as the programs do that they are for.

use std::collections::BTreeMap;

use crate::export::CitationFormat;

/// What a reader sees of a citation's words; of an entry, those in its note.
pub(super) fn as_read(citation: &str, format: CitationFormat) -> String {
    match format {
        CitationFormat::Plain => citation.to_owned(),
        CitationFormat::Markdown | CitationFormat::Pandoc => {
            // Of each backslash pair the sign itself is what a reader sees.
            let mut seen = String::new();
            let mut rest = citation.chars();
            while let Some(c) = rest.next() {
                seen.extend(if c == '\\' { rest.next() } else { Some(c) });
            }
            seen
        }
        CitationFormat::Bibtex => plain_text(&parsed(citation).2["note"]),
    }
}

/// Reads an entry as BibTeX does: type, key and fields, a brace counting even behind a backslash.
#[track_caller]
pub(super) fn parsed(entry: &str) -> (String, String, BTreeMap<String, String>) {
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
pub(super) fn plain_text(latex: &str) -> String {
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

/// Nothing but the emphasis and the link of the citation itself is left without a backslash.
pub(super) fn markdown_is_plain(line: &str) {
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
