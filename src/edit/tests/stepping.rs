use super::{indicator, put, remove};
use crate::edit::{EditError, redo, undo};
use crate::schema::Key;

const TEXT: &str = "\
# top
[[indicator]]
id = 'a'
# about the value
value = 7 # c
# more
hedge = 'h'

[[indicator]]
id = 'b'
series = [{ points = [{ period = '2020', value = 1 }, { period = '2021', hedge = 'h', value = 2 }] }]
";

#[test]
fn a_step_is_taken_back_and_the_edits_of_others_stay() {
    let a = indicator("a");
    for edited in [
        put(TEXT, &a, Key::Value, "8").unwrap(),
        put(TEXT, &a, Key::Period, "'2020'").unwrap(),
        remove(TEXT, &a, Key::Value).unwrap(),
    ] {
        for (from, to) in [
            ("# top\n", "# top\n\n[report]\ntitle = 'T'\n\n"),
            ("id = 'b'", "id = 'b'\nunit = '%'"),
            ("# more", "# much more"),
            ("hedge = 'h'\n", "hedge = 'nearly' # better\n"),
        ] {
            let other = edited.text.replacen(from, to, 1);
            assert_ne!(other, edited.text);
            assert_eq!(undo(&other, &edited.step).unwrap(), TEXT.replacen(from, to, 1));
        }
        assert_eq!(redo(TEXT, &edited.step).as_ref(), Ok(&edited.text));
    }
}

#[test]
fn a_removed_line_comes_back_even_if_what_stood_before_it_has_changed() {
    let edited = remove(TEXT, &indicator("a"), Key::Value).unwrap();
    let other = edited.text.replace("# about the value\n", "");
    let back = undo(&other, &edited.step).unwrap();
    assert_eq!(back, TEXT.replace("# about the value\n", ""));
    let other = edited.text.replace("id = 'a'\n# about the value\n", "label = 'A'\nid = 'a'\n");
    let back = undo(&other, &edited.step).unwrap();
    assert!(back.contains("id = 'a'\nvalue = 7 # c\n# more\n"), "{back}");
}

#[test]
fn what_has_been_changed_since_is_not_overwritten() {
    let a = indicator("a");
    let changed = |now: Option<&str>, written: Option<&str>| {
        let owned = |raw: Option<&str>| raw.map(str::to_owned);
        Err(EditError::ChangedSince { key: Key::Value, now: owned(now), written: owned(written) })
    };
    let step = put(TEXT, &a, Key::Value, "8").unwrap();
    let other = step.text.replace("value = 8", "value = 9");
    assert_eq!(undo(&other, &step.step), changed(Some("9"), Some("8")));
    assert_eq!(undo(TEXT, &step.step), changed(Some("7"), Some("8")));
    assert_eq!(redo(&step.text, &step.step), changed(Some("8"), Some("7")));
    let gone = step.text.replace("value = 8 # c\n", "");
    assert_eq!(undo(&gone, &step.step), changed(None, Some("8")));
    let step = remove(TEXT, &a, Key::Value).unwrap();
    let other = step.text.replacen("hedge = 'h'", "value = 9\nhedge = 'h'", 1);
    assert_eq!(undo(&other, &step.step), changed(Some("9"), None));
    let step = put(&gone, &a, Key::Value, "8").unwrap();
    let other = step.text.replace("value = 8", "value = 8 # mine");
    assert_eq!(undo(&other, &step.step), changed(Some("value = 8 # mine"), Some("8")));
    let other = step.text.replace("value = 8", "value   =   8");
    assert_eq!(undo(&other, &step.step).as_ref(), Ok(&gone));
    let other = step.text.replace("id = 'a'", "id = 'c'");
    assert_eq!(undo(&other, &step.step), Err(EditError::NoItem(a)));
    assert_eq!(undo("x", &step.step), Err(EditError::NotToml));
}

#[test]
fn points_in_braces_come_back_too() {
    let point = |nth| crate::edit::Target::Point { indicator: "b".into(), series: 0, nth };
    for (nth, key) in [(0, Key::Period), (0, Key::Value), (1, Key::Hedge), (1, Key::Value)] {
        let edited = remove(TEXT, &point(nth), key).unwrap();
        assert_eq!(undo(&edited.text, &edited.step).as_deref(), Ok(TEXT));
        let other = edited.text.replace("{ points", "{ label = 'L', points");
        let back = undo(&other, &edited.step).unwrap();
        assert_eq!(back, TEXT.replace("{ points", "{ label = 'L', points"));
    }
    let edited = remove(TEXT, &point(1), Key::Hedge).unwrap();
    let other = edited.text.replace("period = '2021', ", "");
    let back = undo(&other, &edited.step).unwrap();
    assert!(
        back.contains("{ hedge = 'h', value = 2 }") || back.contains("{ value = 2, hedge = 'h' }"),
        "{back}"
    );
}
