use super::{Kind, Markup, Paragraph, comments, paragraphs};

fn told(paragraphs: &[Paragraph]) -> Vec<String> {
    paragraphs
        .iter()
        .map(|paragraph| match paragraph.kind {
            Kind::Text => {
                format!("{} {}", paragraph.number.unwrap_or_default(), paragraph.text)
            }
            Kind::Heading => format!("# {}", paragraph.text),
            Kind::Item => format!("- {}", paragraph.text),
            Kind::Row => format!("| {}", paragraph.text),
        })
        .collect()
}

/// Every word of every paragraph stands at its place in the document.
fn words_stand_at_their_places(document: &str, markup: Markup) {
    for paragraph in paragraphs(document, markup) {
        let mut at = 0;
        for word in paragraph.text.split(' ') {
            let place = paragraph.place(at..at + word.len());
            at += word.len() + 1;
            let written = document.get(place).unwrap();
            assert!(
                word == "|" || written == word || written.contains(['&', '<', '*', '\\']),
                "{word:?} is not {written:?} in {document:?}"
            );
        }
    }
}

const DOCUMENTS: &[(&str, Markup, &[&str])] = &[
    ("One\ntwo.\n\n  Three \r\nfour.", Markup::Plain, &["1 One two.", "2 Three four."]),
    (
        "---\ntitle: 12\n---\n# Head **5**\n\nNearly [8](http://x/9) `10` *billion*.[^1]\n\n[^1]: Para. 2.\n",
        Markup::Markdown,
        &["# Head 5", "1 Nearly 8 billion.", "2 Para. 2."],
    ),
    (
        "- one\n- two\n\n  more\n\nText\n\n    code 7\n\n```\n8\n```\n",
        Markup::Markdown,
        &["- one", "- two", "- more", "1 Text"],
    ),
    ("| a | b |\n|---|---|\n| x | 5 % |\n", Markup::Markdown, &["| a | b", "| x | 5 %"]),
    (
        "A <b>5</b> <!-- fig:x -->8 %<!-- /fig --> &gt; 7\n\n<div>\n<p>In a page</p>\n</div>\n",
        Markup::Markdown,
        &["1 A 5 8 % > 7", "2 In a page"],
    ),
    (
        "<!DOCTYPE html><html><head><title>9</title><style>p{1}</style></head><body>\
         <nav><a>3</a></nav><h1>Head</h1><p>Nearly&nbsp;8 &lt; <b>bil</b>lion&mdash;<sup>1</sup>so.\
         <script>var a = 4;</script><p>Open <br><br>next</p><ul><li>x<li>y</ul>\
         <table><tr><th>a</th><td>5</td></tr></table>",
        Markup::Html,
        &["# Head", "1 Nearly\u{a0}8 < billion—so.", "2 Open", "3 next", "- x", "- y", "| a | 5"],
    ),
    ("<p>AT&T &amp; 5&#37;,\r\n7 &unknown; 8", Markup::Html, &["1 AT&T & 5%, 7 &unknown; 8"]),
];

#[test]
fn only_running_text_is_read() {
    for (document, markup, expected) in DOCUMENTS {
        assert_eq!(told(&paragraphs(document, *markup)), *expected, "{document:?}");
    }
}

#[test]
fn words_are_found_again_in_the_document() {
    for (document, markup, _) in DOCUMENTS {
        words_stand_at_their_places(document, *markup);
    }
}

#[test]
fn a_reference_stands_for_the_character_that_it_writes() {
    let document = "<p>It is 5&nbsp;% &gt; 4";
    let [paragraph] = &paragraphs(document, Markup::Html)[..] else { panic!() };
    let start = paragraph.text.find('5').unwrap();
    let end = paragraph.text.find('%').unwrap() + 1;
    assert_eq!(document.get(paragraph.place(start..end)).unwrap(), "5&nbsp;%");
    let greater = paragraph.text.find('>').unwrap();
    assert_eq!(document.get(paragraph.place(greater..greater + 1)).unwrap(), "&gt;");
    assert!(paragraph.place(4..4).is_empty());
}

#[test]
fn form_feeds_turn_the_page() {
    let read = paragraphs("one\n\u{c}two\n\nthree\u{c}\u{c}four", Markup::Plain);
    let pages: Vec<_> =
        read.iter().map(|paragraph| (paragraph.text.as_str(), paragraph.page)).collect();
    assert_eq!(pages, [("one", 1), ("two", 2), ("three", 2), ("four", 4)]);
}

#[test]
fn the_markup_follows_the_name_and_then_the_text() {
    for (name, text, expected) in [
        ("a.MD", "", Markup::Markdown),
        ("a.qmd", "<html>", Markup::Markdown),
        ("a.htm", "", Markup::Html),
        ("a", "\u{feff} <!DocType HTML>", Markup::Html),
        ("a.b/c", "text", Markup::Plain),
        ("", "<htmé", Markup::Plain),
    ] {
        assert_eq!(Markup::of(name, text), expected, "{name} {text}");
    }
}

#[test]
fn odd_documents_are_read_in_time_and_without_a_fault() {
    let deep = "<div>".repeat(50_000) + "7";
    let quotes = "> ".repeat(5_000) + "7";
    let open = "<b".repeat(20_000);
    let line = "8 % ".repeat(100_000);
    for document in [&deep, &quotes, &open, &line, "&#0;&#x110000;&;&", "\u{c}\r\r\n\u{0}"] {
        for markup in [Markup::Markdown, Markup::Html, Markup::Plain] {
            every_letter_has_its_place(document, markup);
        }
    }
}

#[test]
fn references_without_an_end_mix_up_no_places() {
    every_letter_has_its_place("&nbsp\n&nbsp&amp;é&amp;<b>", Markup::Html);
}

fn every_letter_has_its_place(document: &str, markup: Markup) {
    for paragraph in paragraphs(document, markup) {
        for (at, letter) in paragraph.text.char_indices() {
            let place = paragraph.place(at..at + letter.len_utf8());
            assert!(document.get(place).is_some(), "{document:?}");
        }
    }
}

proptest::proptest! {
    #[test]
    fn any_text_has_its_places(document in "(<[pbi]>|&amp;|&nbsp|[a-z&;<>|*`#\\r\\n\u{c} é5])*") {
        for markup in [Markup::Markdown, Markup::Html, Markup::Plain] {
            every_letter_has_its_place(&document, markup);
        }
    }
}

#[test]
fn comments_are_found_where_they_are_some_and_nowhere_else() {
    for (document, markup, wanted) in [
        ("a <!-- b --> c", Markup::Markdown, &[("<!-- b -->", false)][..]),
        (
            "<!-- b -->c\n\n- <!--d-->\n",
            Markup::Markdown,
            &[("<!-- b -->", true), ("<!--d-->", false)],
        ),
        ("| a | <!-- b --> |\n| - | - |\n", Markup::Markdown, &[("<!-- b -->", false)]),
        (
            "# a <!-- b -->\n\n<p><!-- c --> d</p>\n",
            Markup::Markdown,
            &[("<!-- b -->", false), ("<!-- c -->", true)],
        ),
        ("`<!-- b -->`\n\n```\n<!-- b -->\n```\n\n    <!-- b -->\n", Markup::Markdown, &[]),
        ("---\na: <!-- b -->\n---\n", Markup::Markdown, &[]),
        (
            "é<p><!--b--><script>\"<!-- c -->\"</script><!-- d -->",
            Markup::Html,
            &[("<!--b-->", true), ("<!-- d -->", true)],
        ),
        ("<textarea><!-- b --></textarea><!-- c", Markup::Html, &[("<!-- c", true)]),
        ("<!-- b -->", Markup::Plain, &[]),
    ] {
        let found = comments(document, markup);
        let found: Vec<_> = found
            .into_iter()
            .map(|it| (document.get(it.place).unwrap_or_default(), it.is_in_html))
            .collect();
        assert_eq!(found, wanted, "{document}");
    }
}
