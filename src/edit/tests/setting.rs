use super::{indicator, put, raw, remove};
use crate::edit::{EditError, Target, item, set};
use crate::schema::Key;

/// The same edit on a text and the expected one; both ways where it was an insertion.
fn inserts(text: &str, target: &Target, key: Key, literal: &str, expected: &str) {
    let edited = put(text, target, key, literal).unwrap();
    assert_eq!(edited.text, expected);
    assert_eq!(remove(&edited.text, target, key).unwrap().text, text, "after {expected}");
}

#[test]
fn a_value_is_replaced_and_nothing_else() {
    let text = "\u{feff}# 70\r\n[[indicator]] # x\r\n  id='a'  # [[indicator]]\r\nvalue =  70# c";
    let edited = put(text, &indicator("a"), Key::Value, "71").unwrap();
    assert_eq!(edited.text, text.replace("70# c", "71# c"));
    let id = put(text, &indicator("a"), Key::Id, "\"b\"").unwrap();
    assert_eq!(id.text, text.replace("'a'", "\"b\""));
    assert_eq!(id.step.target(), indicator("b"));
}

#[test]
fn keys_are_found_however_they_are_written() {
    let a = indicator("a");
    let poll = Target::Poll { indicator: "a".into(), series: None };
    for (text, target, key, found) in [
        ("[[indicator]]\n\"id\" = 'a'\n'value' = 7", &a, Key::Value, "7"),
        ("indicator = [{ id = \"a\", value = [1, 2] }]", &a, Key::Value, "[1, 2]"),
        ("indicator = [{\n id = \"a\", # , value = 8\n value = 7,\n}]", &a, Key::Value, "7"),
        ("[[indicator]]\nid = 'a'\npoll.sample = 3", &poll, Key::Sample, "3"),
        ("[[indicator]]\nid = 'a'\n\"po\\u006cl\" . sample = 3", &poll, Key::Sample, "3"),
        ("[[indicator]]\nid = 'a'\npoll = { sample = 3 }", &poll, Key::Sample, "3"),
        ("[[indicator]]\nid='a'\n[report]\n[indicator.poll]\nsample = 3", &poll, Key::Sample, "3"),
        ("indicator = [{ id = 'a', poll . sample = 3 }]", &poll, Key::Sample, "3"),
        ("report.title = 'T'", &Target::Report, Key::Title, "'T'"),
        ("[source]\nb.title = 'T'", &Target::Source("b".into()), Key::Title, "'T'"),
        ("source = { b = { title = 'T' } }", &Target::Source("b".into()), Key::Title, "'T'"),
        ("[source.'b c']\ntitle = 'T'", &Target::Source("b c".into()), Key::Title, "'T'"),
        (
            "a = \"\"\"\n[report]\ntitle = 1\n\"\"\"\n[report]\ntitle = 2",
            &Target::Report,
            Key::Title,
            "2",
        ),
    ] {
        assert_eq!(raw(text, target, key).as_deref(), Some(found), "{text}");
        let edited = put(text, target, key, "99").unwrap();
        assert_eq!(raw(&edited.text, target, key).as_deref(), Some("99"));
        assert_eq!(edited.text.len() + found.len(), text.len() + 2);
    }
}

#[test]
fn what_cannot_be_found_for_certain_is_not_found() {
    for text in [
        "",
        "[[indicator]]\nid = 'b'",
        "[[indicator]]\nid = 'a'\n[[indicator]]\nid = 'a'",
        "[[indicator]]\nid = 'a'\nvalue = 7%",
        "[indicator]\nid = 'a'",
        "indicator = 'a'",
        "indicator = ['a', 3]",
    ] {
        assert_eq!(item(text, &indicator("a")), None, "{text}");
        assert!(put(text, &indicator("a"), Key::Value, "7").is_err());
    }
    let deep = format!("[{}x]\n", "a.".repeat(100_000));
    assert_eq!(item(&deep, &Target::Report), None);
    let nested = format!("{}1{}", "[".repeat(5000), "]".repeat(5000));
    let text = "[report]\ntitle = 'T'";
    assert!(put(text, &Target::Report, Key::Title, &nested).is_err());
    let dotted = format!("{{ {}x = 1 }}", "a.".repeat(100_000));
    assert!(put(text, &Target::Report, Key::Title, &dotted).is_err());
}

#[test]
fn words_are_what_a_person_sees() {
    let text = "[report]\r\ntitle = \"a \\\"b\\\"\"\r\nabout = '''\r\nTwo\r\nlines'''\r\n\
                published = 2024-12-01\r\nauthors = ['a']";
    let item = item(text, &Target::Report).unwrap();
    assert_eq!(item.line, 1);
    assert_eq!(item.words(Key::Title).as_deref(), Some("a \"b\""));
    assert_eq!(item.words(Key::About).as_deref(), Some("Two\nlines"));
    assert_eq!(item.words(Key::Published).as_deref(), Some("2024-12-01"));
    assert_eq!(item.words(Key::Authors).as_deref(), Some("['a']"));
    assert_eq!(item.words(Key::Url), None);
    assert_eq!(item.raw(Key::About), Some("'''\r\nTwo\r\nlines'''"));
}

#[test]
fn a_new_line_goes_where_the_order_has_it_and_looks_like_its_neighbours() {
    let a = indicator("a");
    for (text, key, expected) in [
        (
            "[[indicator]]\nid = 'a'\nvalue = 7\nperiod = 'x'\n",
            Key::Hedge,
            "[[indicator]]\nid = 'a'\nvalue = 7\nhedge = 'h'\nperiod = 'x'\n",
        ),
        ("[[indicator]]\nid = 'a'", Key::Hedge, "[[indicator]]\nid = 'a'\nhedge = 'h'"),
        ("[[indicator]]\r\nid = 'a'", Key::Hedge, "[[indicator]]\r\nid = 'a'\r\nhedge = 'h'"),
        (
            "[[indicator]]\r\nid = 'a' # c\r\n\r\n[report]\r\n",
            Key::Hedge,
            "[[indicator]]\r\nid = 'a' # c\r\nhedge = 'h'\r\n\r\n[report]\r\n",
        ),
        (
            "[[indicator]]\n  id    = 'a'\n  value = 7\n  # note\n",
            Key::Hedge,
            "[[indicator]]\n  id    = 'a'\n  value = 7\n  hedge = 'h'\n  # note\n",
        ),
        (
            "[[indicator]]\nid='a'\nvalue=7\n",
            Key::Hedge,
            "[[indicator]]\nid='a'\nvalue=7\nhedge='h'\n",
        ),
        (
            "[[indicator]]\nid    = 'a'\nvalue = 7\n",
            Key::ReviewBy,
            "[[indicator]]\nid    = 'a'\nreview_by = 'h'\nvalue = 7\n",
        ),
        (
            "[[indicator]]\nid = 'a'\nof = 'b'\n",
            Key::Label,
            "[[indicator]]\nid = 'a'\nlabel = 'h'\nof = 'b'\n",
        ),
        // The format has 'related' before the figure, this file at the end.
        (
            "[[indicator]]\nid = 'a'\nunit = '%'\nhedge = 'x'\nnote = 'n'\nrelated = []\n",
            Key::Value,
            "[[indicator]]\nid = 'a'\nunit = '%'\nvalue = 'h'\nhedge = 'x'\nnote = 'n'\nrelated = []\n",
        ),
        (
            "[[indicator]]\nid = 'a'\nvalue = [\n 1,\n 2, # c\n] # d\n[indicator.poll]\nmode='m'\n",
            Key::Hedge,
            "[[indicator]]\nid = 'a'\nvalue = [\n 1,\n 2, # c\n] # d\nhedge = 'h'\n[indicator.poll]\nmode='m'\n",
        ),
    ] {
        inserts(text, &a, key, "'h'", expected);
    }
}

#[test]
fn a_first_key_goes_above_the_comments_of_the_next() {
    let report = Target::Report;
    inserts(
        "[report]\n# who\nauthors = []\n",
        &report,
        Key::Title,
        "'T'",
        "[report]\ntitle = 'T'\n# who\nauthors = []\n",
    );
    inserts("[report]", &report, Key::Title, "'T'", "[report]\ntitle = 'T'");
    inserts(
        "  [report] # x\n\n[[event]]\n",
        &report,
        Key::Title,
        "'T'",
        "  [report] # x\n  title = 'T'\n\n[[event]]\n",
    );
    inserts(
        "\u{feff}# c\nreport.area = 'A'\n",
        &report,
        Key::Title,
        "'T'",
        "\u{feff}report.title = 'T'\n# c\nreport.area = 'A'\n",
    );
    inserts(
        "\"report\" . area = 'A'",
        &report,
        Key::Url,
        "'T'",
        "\"report\" . area = 'A'\n\"report\" . url = 'T'",
    );
}

#[test]
fn a_key_in_braces_takes_its_comma_along() {
    let a = indicator("a");
    let wrap = |inside: &str| format!("indicator = [{{{inside}}}]\n");
    for (text, key, expected) in [
        (" id = 'a' ", Key::Value, " id = 'a', value = 7 "),
        ("id='a'", Key::Value, "id='a', value=7"),
        ("id='a',note='n'", Key::Value, "id='a',value=7,note='n'"),
        (" id = 'a', note = 'n' ", Key::Value, " id = 'a', value = 7, note = 'n' "),
        (" note = 'n', id = 'a' ", Key::Value, " value = 7, note = 'n', id = 'a' "),
        ("id='a',  unit='%', note='n'", Key::Value, "id='a',  unit='%', value=7, note='n'"),
        (" id = 'a', ", Key::Value, " id = 'a', value = 7, "),
        (
            " id = 'a',         unit = '%', note = 'n' ",
            Key::Value,
            " id = 'a',         unit = '%', value = 7, note = 'n' ",
        ),
        (
            "\n  id = 'a',\n  note = 'n'\n",
            Key::Value,
            "\n  id = 'a',\n  value = 7,\n  note = 'n'\n",
        ),
        (
            "\n  id = 'a', # c, d\n  note = 'n'\n",
            Key::Value,
            "\n  id = 'a', # c, d\n  value = 7,\n  note = 'n'\n",
        ),
        ("\r\n  id = 'a'\r\n", Key::Value, "\r\n  id = 'a',\r\n  value = 7\r\n"),
        ("\n  id = 'a',\n", Key::Value, "\n  id = 'a',\n  value = 7,\n"),
        ("\n  id = 'a' # c\n", Key::Value, "\n  id = 'a' # c\n  , value = 7\n"),
        (
            "\n  id = 'a' # c\n  , note = 'n'",
            Key::Value,
            "\n  id = 'a' # c\n  , value = 7, note = 'n'",
        ),
        (
            "\n  # c\n  unit = '%', id = 'a'\n",
            Key::Label,
            "\n  label = 7,\n  # c\n  unit = '%', id = 'a'\n",
        ),
        (" id = 'a', poll . mode = 'm' ", Key::Value, " id = 'a', poll . mode = 'm', value = 7 "),
    ] {
        inserts(&wrap(text), &a, key, "7", &wrap(expected));
    }
    let report = Target::Report;
    for (text, expected) in [
        ("report = {}", "report = {title = 'T'}"),
        ("report = { }", "report = { title = 'T' }"),
        ("report = {\n}", "report = { title = 'T'\n}"),
    ] {
        inserts(text, &report, Key::Title, "'T'", expected);
    }
    let poll = Target::Poll { indicator: "a".into(), series: None };
    inserts(
        &wrap("id='a', poll . mode='m'"),
        &poll,
        Key::Sample,
        "7",
        &wrap("id='a', poll . sample=7, poll . mode='m'"),
    );
}

#[test]
fn a_key_goes_with_its_lines_and_the_comment_on_them() {
    let a = indicator("a");
    for (text, key, expected) in [
        (
            "[[indicator]]\nid = 'a'\n# above\nvalue = 7 # c\nhedge = 'h'\n",
            Key::Value,
            "[[indicator]]\nid = 'a'\n# above\nhedge = 'h'\n",
        ),
        (
            "[[indicator]]\nid = 'a'\nnote = \"\"\"\na = 1\n\"\"\" # c\nhedge = 'h'",
            Key::Note,
            "[[indicator]]\nid = 'a'\nhedge = 'h'",
        ),
        ("[[indicator]]\nid = 'a'\r\nvalue = 7", Key::Value, "[[indicator]]\nid = 'a'"),
        ("indicator = [{ id = 'a', value = 7 }]", Key::Value, "indicator = [{ id = 'a' }]"),
        ("indicator = [{ value = 7, id = 'a' }]", Key::Value, "indicator = [{ id = 'a' }]"),
        ("indicator = [{ value = 7,\n id = 'a' }]", Key::Value, "indicator = [{ \n id = 'a' }]"),
        ("indicator = [{ id = 'a', value = 7, }]", Key::Value, "indicator = [{ id = 'a', }]"),
        (
            "indicator = [{\n id = 'a',\n value = 7, # c\n # d\n note = 'n'\n}]",
            Key::Value,
            "indicator = [{\n id = 'a',\n # d\n note = 'n'\n}]",
        ),
        (
            "indicator = [{\n id = 'a',\n value = 7 # c\n}]",
            Key::Value,
            "indicator = [{\n id = 'a'\n}]",
        ),
        (
            "indicator = [{\n id = 'a', # d\n value = 7 # c\n}]",
            Key::Value,
            "indicator = [{\n id = 'a', # d\n}]",
        ),
    ] {
        let edited = remove(text, &a, key).unwrap();
        assert_eq!(edited.text, expected);
        assert_eq!(crate::edit::undo(expected, &edited.step).unwrap(), text);
    }
}

#[test]
fn what_would_touch_more_is_refused() {
    let a = indicator("a");
    let line = |line| EditError::CannotKeep { line };
    let headed = "[[indicator]]\nid = 'a'\n[indicator.poll]\nmode = 'm'\n";
    assert_eq!(put(headed, &a, Key::Poll, "{ mode = 'n' }"), Err(line(1)));
    assert_eq!(remove(headed, &a, Key::Poll), Err(line(1)));
    let dotted = "\n[[indicator]]\nid = 'a'\npoll.mode = 'm'\n";
    let poll = Target::Poll { indicator: "a".into(), series: None };
    assert_eq!(remove(dotted, &poll, Key::Mode), Err(line(4)));
    assert_eq!(put(dotted, &a, Key::Poll, "{ mode = 'n' }"), Err(line(2)));
    let two = "[[indicator]]\nid = 'a'\n[[indicator]]\nid = 'b'\n";
    assert_eq!(put(two, &a, Key::Id, "'b'"), Err(EditError::IdTaken("b".into())));
    assert!(matches!(remove(two, &a, Key::Id), Err(EditError::BadLiteral { .. })));
    assert!(matches!(put(two, &a, Key::Pollster, "'b'"), Err(EditError::NoSuchKey { .. })));
    for bad in ["", "7\nhedge = 'h'", "7 # c", "x", "'a", "7, hedge = 'h'", " 7", "\u{feff}7"] {
        let error = put(two, &a, Key::Value, bad).unwrap_err();
        assert!(matches!(error, EditError::BadLiteral { .. }), "{bad}");
    }
}

#[test]
fn messages_are_in_lower_case_and_harmless() {
    let errors = [
        EditError::NotToml,
        EditError::NoItem(indicator("a\u{1b}[2J")),
        EditError::NoSuchKey { target: Target::Report, key: Key::Value },
        EditError::BadLiteral { key: Key::Value, literal: "x\u{202e}".repeat(100) },
        EditError::IdTaken("a\u{7}".into()),
        EditError::ChangedSince { key: Key::Value, now: Some("\u{1b}".into()), written: None },
        EditError::ItemChanged(Target::Event("e".into())),
        EditError::CannotKeep { line: 3 },
    ];
    for error in errors {
        let shown = error.to_string();
        assert!(!shown.chars().any(crate::report::is_hidden), "{shown:?}");
        assert!(shown.starts_with(|c: char| !c.is_uppercase()) && !shown.ends_with('.'), "{shown}");
        assert!(shown.chars().count() < 200, "{shown}");
    }
}

#[test]
fn several_keys_change_at_once_or_none() {
    let text = "[[indicator]]\nid = 'a'\nvalue = 7\n";
    let changes = [
        (Key::Id, Some("'b'".to_owned())),
        (Key::Value, None),
        (Key::Hedge, Some("'thousands'".to_owned())),
        (Key::Period, None),
    ];
    let edited = set(text, &indicator("a"), &changes).unwrap();
    assert_eq!(edited.text, "[[indicator]]\nid = 'b'\nhedge = 'thousands'\n");
    assert_eq!(edited.step.keys(), [Key::Id, Key::Value, Key::Hedge]);
    assert_eq!(crate::edit::undo(&edited.text, &edited.step).as_deref(), Ok(text));
    assert_eq!(crate::edit::redo(text, &edited.step), Ok(edited.text));
}
