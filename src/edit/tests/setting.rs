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
    assert_eq!(*edited.step.target(), indicator("a"));
}

#[test]
fn keys_are_found_however_they_are_written() {
    let (a, b) = (indicator("a"), Target::Event("b".into()));
    let point = Target::Point { indicator: "a".into(), series: 0, nth: 1 };
    for (text, target, key, found) in [
        ("[[indicator]]\n\"id\" = 'a'\n'value' = 7", &a, Key::Value, "7"),
        ("indicator = [{ id = \"a\", value = [1, 2] }]", &a, Key::Value, "[1, 2]"),
        ("indicator = [{\n id = \"a\", # , value = 8\n value = 7,\n}]", &a, Key::Value, "7"),
        ("[[indicator]]\nid = 'a'\n\"po\\u006cl\" . value = 3\nvalue = 7", &a, Key::Value, "7"),
        ("indicator = [{ id = 'a', poll . value = 3, value = 7 }]", &a, Key::Value, "7"),
        ("[[event]]\n\"i\\u0064\" = 'b'\ntitle = 'T'", &b, Key::Title, "'T'"),
        ("event = [{ id = 'b', title = 'T' }]", &b, Key::Title, "'T'"),
        (
            "[[indicator]]\nid='a'\n[[indicator.series]]\n[[indicator.series.points]]\n\
             value = 1\n[[indicator.series.points]]\nvalue = 2\n[report]\n",
            &point,
            Key::Value,
            "2",
        ),
        (
            "indicator = [{ id = 'a', series = [{ points = [{ value = 1 }, { value = 2 }] }] }]",
            &point,
            Key::Value,
            "2",
        ),
        (
            "a = \"\"\"\n[[event]]\nid = 'b'\ntitle = 1\n\"\"\"\n[[event]]\nid = 'b'\ntitle = 2",
            &b,
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
    assert_eq!(item(&deep, &indicator("a")), None);
    let nested = format!("{}1{}", "[".repeat(5000), "]".repeat(5000));
    let text = "[[indicator]]\nid = 'a'\nlabel = 'L'";
    assert!(put(text, &indicator("a"), Key::Label, &nested).is_err());
    let dotted = format!("{{ {}x = 1 }}", "a.".repeat(100_000));
    assert!(put(text, &indicator("a"), Key::Label, &dotted).is_err());
}

#[test]
fn words_are_what_a_person_sees() {
    let text = "[[event]]\r\nid = 'e'\r\ntitle = \"a \\\"b\\\"\"\r\nnote = '''\r\nTwo\r\nlines'''\r\n\
                date = 2024-12-01\r\nindicators = ['a']";
    let item = item(text, &Target::Event("e".into())).unwrap();
    assert_eq!(item.line, 1);
    assert_eq!(item.words(Key::Title).as_deref(), Some("a \"b\""));
    assert_eq!(item.words(Key::Note).as_deref(), Some("Two\nlines"));
    assert_eq!(item.words(Key::Date).as_deref(), Some("2024-12-01"));
    assert_eq!(item.words(Key::Indicators).as_deref(), Some("['a']"));
    assert_eq!(item.words(Key::Source), None);
    assert_eq!(item.raw(Key::Note), Some("'''\r\nTwo\r\nlines'''"));
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
    let event = Target::Event("e".into());
    inserts(
        "[[event]]\n# who\nindicators = []\nid = 'e'\n",
        &event,
        Key::Title,
        "'T'",
        "[[event]]\ntitle = 'T'\n# who\nindicators = []\nid = 'e'\n",
    );
    let point = Target::Point { indicator: "a".into(), series: 0, nth: 0 };
    let head = "[[indicator]]\nid = 'a'\n[[indicator.series]]\n  [[indicator.series.points]] # x\n";
    inserts(
        &format!("{head}\n  # c\n  value = 1"),
        &point,
        Key::Period,
        "'T'",
        &format!("{head}\n  period = 'T'\n  # c\n  value = 1"),
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
    let headed = "[[indicator]]\nid = 'a'\n[indicator.note]\nmode = 'm'\n";
    assert_eq!(put(headed, &a, Key::Note, "'n'"), Err(line(1)));
    assert_eq!(remove(headed, &a, Key::Note), Err(line(1)));
    let dotted = "\n[[indicator]]\nid = 'a'\nnote.mode = 'm'\n";
    assert_eq!(put(dotted, &a, Key::Note, "'n'"), Err(line(2)));
    let two = "[[indicator]]\nid = 'a'\n[[indicator]]\nid = 'b'\n";
    assert_eq!(put(two, &a, Key::Id, "'b'"), Err(line(1)));
    assert_eq!(remove(two, &a, Key::Id), Err(line(1)));
    for bad in ["", "7\nhedge = 'h'", "7 # c", "x", "'a", "7, hedge = 'h'", " 7", "\u{feff}7"] {
        assert_eq!(put(two, &a, Key::Value, bad), Err(line(1)), "{bad}");
    }
}

#[test]
fn messages_are_in_lower_case_and_harmless() {
    let errors = [
        EditError::NotToml,
        EditError::NoItem(indicator("a\u{1b}[2J")),
        EditError::IdTaken("a\u{7}".repeat(100)),
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
        (Key::Label, Some("'b'".to_owned())),
        (Key::Value, None),
        (Key::Hedge, Some("'thousands'".to_owned())),
        (Key::Period, None),
    ];
    let edited = set(text, &indicator("a"), &changes).unwrap();
    assert_eq!(edited.text, "[[indicator]]\nid = 'a'\nlabel = 'b'\nhedge = 'thousands'\n");
    assert_eq!(crate::edit::undo(&edited.text, &edited.step).as_deref(), Ok(text));
    assert_eq!(crate::edit::redo(text, &edited.step), Ok(edited.text));
}
