use super::*;
use crate::load::load;
use crate::report::Day;

fn today() -> Day {
    Day::new(2026, 11, 23)
}

/// What is said of a wording at a place of a copy: the codes and the helps, and the passage.
fn looked_up(copy: (&str, &str), wording: &str, locator: &str) -> (Vec<String>, Option<Passage>) {
    let text = format!(
        "[report]\ntitle = \"T\"\n[source.s]\ntitle = \"S\"\ncopy = '{}'\n\
         [[indicator]]\nid = \"a\"\nlabel = \"A\"\nunit = \"%\"\nvalue = 7\nsource = \"s\"\n\
         locator = '{locator}'\nwording = '''{wording}'''\n",
        copy.0
    );
    let loaded = load(&text, today());
    let read = |name: &str| {
        assert_eq!(name, copy.0);
        Ok(copy.1.to_owned())
    };
    let passages = look_up(&loaded.quoted, &text, read);
    let told = passages.diagnostics.iter();
    let told = told.map(|it| {
        format!("{} {} | {}", it.rule.code, it.message, it.help.as_deref().unwrap_or(""))
    });
    let locator = (!locator.is_empty()).then_some(locator);
    let passage = passages.of(SourceIx(0), wording, locator);
    (told.collect(), passage.cloned())
}

fn codes(copy: (&str, &str), wording: &str, locator: &str) -> String {
    let (told, _) = looked_up(copy, wording, locator);
    told.iter().map(|it| it.split(' ').next().unwrap()).collect::<Vec<_>>().join(" ")
}

const PAGE: &str = "<!doctype html><html><head><title>Up to 99 percent</title>\
<script>var words = \"up to 98 percent\";</script></head><body>\
<h1>The mills of Lower Ambria</h1>\
<p>The mills stood still for a week.</p>\
<p>Output fell by up&nbsp;to <b>70</b> per&shy;cent, the&#32;ministry said&mdash;&ldquo;the worst \
year&rdquo;. Some 3&ndash;5 percent of the mills closed, and 12 more did so in May.</p>\
<ul><li>Exports: about 28 million</li></ul>\
<table><tr><td>Grain</td><td>41 %</td></tr></table>\
<p>At least 1,287 people left. Nearly 7.6 billion was spent.</p>\
<script>\"up to 97 percent\"</script></body></html>";

#[test]
fn words_are_found_whatever_the_markup_between_them() {
    for wording in [
        "up to 70 percent",
        "by up to 70 percent, the ministry said",
        "said -- \"the worst year\"",
        "Some 3-5 percent",
        "about 28 million",
        "The mills of Lower Ambria",
        "at least 1,287 people left. Nearly 7.6 billion",
        "by up to … percent of the mills",
        "Grain | 41 %",
    ] {
        assert_eq!(codes(("p.html", PAGE), wording, ""), "", "{wording}");
    }
}

#[test]
fn words_are_not_found_in_other_words_numbers_and_paragraphs() {
    for wording in [
        "up to 75 percent",
        "70 percen",
        "utput fell",
        "5 percent of the mills",
        "287 people",
        "1,2",
        "6 billion",
        "for a week. Output",
        "the mills … by up to",
        "up to 99 percent",
        "up to 98 percent",
        "up to 97 percent",
        "left … 41 %",
    ] {
        assert_eq!(codes(("p.html", PAGE), wording, ""), "E023", "{wording}");
    }
    for (copy, wording, is_there) in [
        ("It is at −5 % now", "5 %", false),
        ("It is at -5 % now", "5 %", false),
        ("It is at -5 % now", "−5 %", true),
        ("said—8 billion", "8 billion", true),
        ("In 2020—8 billion", "8 billion", true),
        ("between 3–5", "3", false),
        ("10\u{a0}000 left", "10", false),
        ("в 2020 году 57%", "57%", true),
        ("它下降了70%左右", "下降了70%", true),
        ("$8 billion", "8 billion", true),
        ("8 billion2 and more", "8 billion", true),
        ("28 billion", "8 billion", false),
        ("2.8 billion", "8 billion", false),
        ("pro\u{ad}portion", "portion", false),
        ("a * b _c_", "a * b _c_", true),
    ] {
        let expected = if is_there { "" } else { "E023" };
        assert_eq!(codes(("p.txt", copy), wording, ""), expected, "{copy}: {wording}");
    }
}

#[test]
fn lines_and_pages_may_break_words() {
    let pdf = "Annual Report 2025\n\nThe propor-\ntion rose to some 45\npercent.\n\nOutput fell by up\n\n\
               12\n\u{c}Annual Report 2026\n\nto 70 per-\ncent in May.\n\nThe end is near\n\n13\n\
               \u{c}Annual Report 2027\n\nA third page.\n";
    for (wording, locator, expected) in [
        ("proportion rose to some 45 percent", "p. 1", ""),
        ("fell by up to 70 percent in May", "p. 1", ""),
        ("fell by up to 70 percent in May", "p. 2", ""),
        ("fell by up to 70 percent in May", "p. 3", "W033"),
        ("Annual Report 2026", "p. 2", ""),
        ("percent. Output fell", "", "E023"),
        ("third page", "pp. 2-3", ""),
        ("third page", "p. 2", "W033"),
        ("third page", "Table 2", ""),
    ] {
        for pdf in [pdf, &pdf.replace('\n', "\r\n")] {
            assert_eq!(codes(("p.txt", pdf), wording, locator), expected, "{wording} {locator}");
        }
    }
    assert_eq!(codes(("p.txt", "All on one page"), "one page", "p. 7"), "");
}

#[test]
fn the_place_of_words_is_held_against_the_locator() {
    let copy = "First. It is 70.\n\nSecond, with 8.\n\nThird, 70 again, and 9.";
    let md = "# It is 41\n\nFirst\n\n- an item of 42\n\n| a | 43 |\n|---|---|\n\nLast";
    for (copy, wording, locator, expected) in [
        (("c.txt", copy), "70", "¶ 1", ""),
        (("c.txt", copy), "70", "¶ 3", ""),
        (("c.txt", copy), "70", "¶¶ 2, 3", ""),
        (("c.txt", copy), "70", "", ""),
        (("c.txt", copy), "9", "fig. 2", ""),
        (
            ("c.txt", copy),
            "8",
            "para. 3 (end)",
            "W033 '8' stands at ¶ 2 of the copy of 's', not at \
          'para. 3 (end)' | write locator = \"para. 2 (end)\"",
        ),
        (
            ("c.txt", copy),
            "8",
            "3rd paragraph",
            "W033 '8' stands at ¶ 2 of the copy of 's', not at '3rd paragraph' | write locator = \"¶ 2\"",
        ),
        (
            ("c.md", md),
            "is 41",
            "¶ 1",
            "W033 'is 41' stands at a heading before ¶ 1 of the copy of 's', \
          not at '¶ 1' | write what stands at that place: a heading, a table, a list",
        ),
        (
            ("c.md", md),
            "42",
            "¶ 1",
            "W033 '42' stands at a list after ¶ 1 of the copy of 's', not at \
          '¶ 1' | write what stands at that place: a heading, a table, a list",
        ),
    ] {
        let (told, passage) = looked_up(copy, wording, locator);
        assert_eq!(told.join("; "), expected, "{wording} {locator}");
        assert!(passage.is_some(), "{wording} {locator}");
    }
}

#[test]
fn a_copy_that_is_counted_from_another_line_is_one_warning() {
    let figure = |id: &str, wording: &str, locator: &str| {
        format!(
            "[[indicator]]\nid = \"{id}\"\nlabel = \"A\"\nunit = \"%\"\nvalue = 7\n\
             source = \"s\"\nwording = \"{wording}\"\nlocator = \"{locator}\"\n"
        )
    };
    let head = "[report]\ntitle = \"T\"\n[source.s]\ntitle = \"S\"\ncopy = \"s.txt\"\n";
    let copy = "By A. Writer\n\nOne, 7 of them\n\nTwo, 7 again\n\nThree\n\nFour, 7 last";
    for (locators, expected) in [
        (
            ["¶ 1", "¶ 2", "¶ 4"],
            &[
                "in the copy of 's' 3 wordings stand 1 paragraph further on than their locators say: \
               'One, 7', 'Two, 7', 'Four, 7'",
            ][..],
        ),
        (
            ["¶ 1", "para. 2", "¶ 5"],
            &[
                "in the copy of 's' 2 wordings stand 1 paragraph further on than their locators say: \
               'One, 7', 'Two, 7'",
            ],
        ),
        (["¶ 1", "¶ 3", "¶ 5"], &["'One, 7' stands at ¶ 2 of the copy of 's', not at '¶ 1'"]),
        (
            ["¶ 3", "¶ 4", "¶ 1"],
            &[
                "in the copy of 's' 2 wordings stand 1 paragraph further up than their locators say: \
                 'One, 7', 'Two, 7'",
                "'Four, 7' stands at ¶ 5 of the copy of 's', not at '¶ 1'",
            ],
        ),
        (
            ["¶ 3", "¶ 2", "¶ 1"],
            &[
                "'One, 7' stands at ¶ 2 of the copy of 's', not at '¶ 3'",
                "'Two, 7' stands at ¶ 3 of the copy of 's', not at '¶ 2'",
                "'Four, 7' stands at ¶ 5 of the copy of 's', not at '¶ 1'",
            ],
        ),
    ] {
        let words = ["One, 7", "Two, 7", "Four, 7"];
        let figures = words.iter().zip(locators).enumerate();
        let figures =
            figures.map(|(at, (wording, locator))| figure(["a", "b", "c"][at], wording, locator));
        let text = format!("{head}{}", figures.collect::<String>());
        let passages = look_up(&load(&text, today()).quoted, &text, |_| Ok(copy.to_owned()));
        let told: Vec<_> = passages.diagnostics.iter().map(|it| &*it.message).collect();
        assert_eq!(told, expected, "{locators:?}");
        for (wording, locator) in words.iter().zip(locators) {
            assert!(passages.of(SourceIx(0), wording, Some(locator)).is_some(), "{wording}");
        }
    }
}

#[test]
fn the_nearest_passage_is_shown_where_words_are_missing() {
    for (wording, help) in [
        (
            "up to 75 percent",
            "nearest to it, ¶ 2: “Output fell by up to 70 percent, the ministry said—",
        ),
        ("more than 1287 people left", "nearest to it, ¶ 3: “At least 1,287 people left."),
        ("a wholly different thing", "nothing in it is like these words"),
        ("75", "nothing in it is like these words"),
        (
            "6 billion",
            "it stands there only as a part of others, ¶ 3: “Nearly 7.6 billion was spent.”",
        ),
    ] {
        let (told, passage) = looked_up(("p.html", PAGE), wording, "");
        let (_, told) = told[0].split_once(" | ").unwrap();
        assert!(told.starts_with(help), "{wording}: {told}");
        assert_eq!(passage, None);
    }
}

#[test]
fn a_passage_has_the_sentences_around_the_words() {
    let passage = |copy, wording, locator| looked_up(copy, wording, locator).1.unwrap();
    let found = passage(("p.html", PAGE), "7.6 billion", "¶ 9");
    assert_eq!(found.place, "¶ 3");
    let Excerpt { before, words, after } = found.excerpt;
    assert_eq!(
        (&*before, &*words, &*after),
        ("At least 1,287 people left. Nearly ", "7.6 billion", " was spent.")
    );
    let long = format!(
        "{}It is at 70 here. {}",
        "The sky is blue. ".repeat(100),
        "Grass is green. ".repeat(100)
    );
    let text = passage(("p.txt", &long), "at 70", "").excerpt.text();
    assert!(
        text.len() <= LONG + 6 && text.contains("blue. It is at 70 here. Grass is green."),
        "{text}"
    );
    let one = format!("{}it is at 70 {}", "sky ".repeat(1_000), "grass ".repeat(1_000));
    let text = passage(("p.txt", &one), "at 70", "").excerpt.text();
    assert!(text.len() <= LONG + 6, "{text}");
    assert!(text.starts_with("…sky ") && text.ends_with(" grass…"), "{text}");
    let hostile = "It is 70\u{1b}[2J and \u{202e}more\u{ad}.";
    assert_eq!(passage(("p.txt", hostile), "is 70", "").excerpt.text(), "It is 70[2J and more.");
}

#[test]
fn every_figure_with_words_of_a_source_with_a_copy_is_looked_up() {
    let text = "[report]\ntitle = \"T\"\n\
        [source.s]\ntitle = \"S\"\ncopy = \"s.txt\"\n[source.t]\ntitle = \"T\"\n\
        [[indicator]]\nid = \"a\"\nlabel = \"A\"\nunit = \"%\"\nvalue = 1\nsource = \"t\"\nwording = \"one\"\n\
        also = [{ source = \"s\", wording = \"w-also\" }]\n\
        [[indicator.series]]\nsource = \"s\"\npoints = [{ period = \"2020\", value = 2, wording = \"w-point\" },\
        { period = \"2021\", value = 2, wording = \"w-own\", derived = \"1 + 1\" }]\n\
        [[indicator.rival]]\nvalue = 3\nsource = \"s\"\nwording = \"w-rival\"\n\
        [[indicator.target]]\nvalue = 4\nsource = \"s\"\nwording = \"w-target\"\n\
        [[indicator]]\nid = \"b\"\nlabel = \"B\"\nunit = \"%\"\nvalue = 1\nsource = \"s\"\nwording = \"w-head\"\n";
    let loaded = load(text, today());
    let passages = look_up(&loaded.quoted, text, |_| Ok("Nothing.".to_owned()));
    let found = passages.diagnostics.iter().map(|it| {
        assert_eq!(it.rule.code, "E023");
        (text.get(it.span.clone()).unwrap(), it.indicator.map(|ix| ix.0))
    });
    let expected = [
        ("\"w-also\"", 0),
        ("\"w-point\"", 0),
        ("\"w-rival\"", 0),
        ("\"w-target\"", 0),
        ("\"w-head\"", 1),
    ];
    assert_eq!(found.collect::<Vec<_>>(), expected.map(|(text, ix)| (text, Some(ix))));
}

#[test]
fn a_copy_that_cannot_be_read_is_one_warning() {
    let text = "[report]\ntitle = \"T\"\n[source.s]\ntitle = \"S\"\ncopy = \"s.pdf\"\n\
        [[indicator]]\nid = \"a\"\nlabel = \"A\"\nunit = \"%\"\nvalue = 1\nsource = \"s\"\nwording = \"one\"\n";
    let loaded = load(text, today());
    let fault = Unusable { why: "is a PDF file".to_owned(), fix: "make text of it".to_owned() };
    for (read, message) in [
        (Err(fault), "the copy of 's' is a PDF file"),
        (Ok("<script>one</script>".to_owned()), "the copy of 's' has no running text"),
        (Ok(String::new()), "the copy of 's' has no running text"),
    ] {
        let name = "s.html";
        let text = text.replace("s.pdf", name);
        let passages = look_up(&loaded.quoted, &text, |_| match &read {
            Ok(page) if !page.is_empty() => Ok(format!("<html>{page}")),
            read => read.clone(),
        });
        let told: Vec<_> =
            passages.diagnostics.iter().map(|it| (it.rule.code, &*it.message)).collect();
        assert_eq!(told, [("W034", message)]);
        assert!(!passages.has_copy(SourceIx(0)));
    }
}

#[test]
fn odd_copies_take_no_longer_than_others() {
    let figure = |n| {
        format!(
            "[[indicator]]\nid = \"i{n}\"\nlabel = \"A\"\nunit = \"%\"\nvalue = 1\nsource = \"s\"\n\
             locator = \"¶ 2\"\nwording = \"the e of a {n}\"\n"
        )
    };
    let many: String = (0..60).map(figure).collect();
    let text =
        format!("[report]\ntitle = \"T\"\n[source.s]\ntitle = \"S\"\ncopy = \"s.txt\"\n{many}");
    let loaded = load(&text, today());
    let line = "the e of a 1,234 is the end of a thing ".repeat(5_000);
    let paragraph = |n| format!("the e of a w{n}\n\n");
    let words: String = (0..30_000).map(paragraph).collect();
    for copy in
        [line, words, "e".repeat(200_000), "\u{c}".repeat(50_000), "é\u{301}".repeat(50_000)]
    {
        let passages = look_up(&loaded.quoted, &text, |_| Ok(copy.clone()));
        assert!(!passages.diagnostics.is_empty());
    }
}

#[test]
fn a_dash_on_both_sides_of_a_page_break_is_one_of_the_second_page() {
    let copy = Copy::new("c.txt", "0%-\u{c}-–0½\u{c}");
    assert!(copy.find("-–0½", None).is_some());
}

proptest::proptest! {
    #[test]
    fn words_taken_from_a_copy_are_found_in_it(
        copy in "[a-cA é“”\u{ad}0-9.,\u{a0}%ﬁ½…\\-–\\n\u{c}]{0,80}", start in 0_usize..80, length in 1_usize..30
    ) {
        let prepared = Copy::new("c.txt", &copy);
        let paragraphs = crate::markup::paragraphs(&copy, crate::markup::Markup::Plain);
        for paragraph in &paragraphs {
            let words: Vec<&str> = paragraph.text.split(' ').collect();
            let words = words.iter().copied().skip(start % words.len()).take(length);
            let wording = words.collect::<Vec<_>>().join(" ");
            let is_said = wording.chars().any(char::is_alphanumeric);
            let is_broken = wording.contains('\u{ad}');
            if is_said && !is_broken {
                let found = prepared.find(&wording, None);
                proptest::prop_assert!(found.is_some(), "{:?} in {:?}", wording, paragraph.text);
            }
            if let Some(Found::Here(hit)) = prepared.find(&wording, None) {
                prepared.around(&hit, 20, 1);
            }
            prepared.nearest(&wording);
        }
    }
}
