use super::{indicator, put, remove};
use crate::edit::{EditError, Step, redo, undo};
use crate::schema::Key;

const TEXT: &str = "\
# top
[[indicator]]
id = 'a'
# about the value
value = 7 # c
# more
hedge = 'h'
# last
note = 'n'
# b
[[indicator]]
id = 'b'
series = [{ points = [{ period = '2020', value = 1 }, { period = '2021', hedge = 'h', value = 2 }] }]
";

#[test]
fn a_step_is_taken_back_while_its_item_is_as_it_left_it() {
    let a = indicator("a");
    for edited in [
        put(TEXT, &a, Key::Value, "8").unwrap(),
        put(TEXT, &a, Key::Period, "'2020'").unwrap(),
        put(TEXT, &a, Key::Locator, "'p. 1'").unwrap(),
        remove(TEXT, &a, Key::Value).unwrap(),
        remove(TEXT, &a, Key::Note).unwrap(),
    ] {
        assert_eq!(undo(&edited.text, &edited.step).as_deref(), Ok(TEXT));
        assert_eq!(redo(TEXT, &edited.step).as_ref(), Ok(&edited.text));
        for (from, to) in [
            ("# top\n", "# top\n\n[report]\ntitle = 'T'\n\n"),
            ("id = 'b'", "id = 'b'\nunit = '%'"),
            ("# b\n", "\n# another\n"),
        ] {
            let other = edited.text.replacen(from, to, 1);
            assert_ne!(other, edited.text);
            assert_eq!(undo(&other, &edited.step).unwrap(), TEXT.replacen(from, to, 1));
        }
        // A hedge that has changed since would limit another number.
        for (from, to) in [("# more", "# much more"), ("hedge = 'h'\n", "hedge = 'nearly'\n")] {
            let other = edited.text.replacen(from, to, 1);
            assert_eq!(undo(&other, &edited.step), Err(EditError::ItemChanged(a.clone())));
        }
        let rival = edited.text.replace("# b\n", "[[indicator.rival]]\nvalue = 3\n# b\n");
        assert_eq!(undo(&rival, &edited.step), Err(EditError::ItemChanged(a.clone())));
        assert_eq!(undo(TEXT, &edited.step), Err(EditError::ItemChanged(a.clone())));
        let renamed = edited.text.replace("id = 'a'", "id = 'c'");
        assert_eq!(undo(&renamed, &edited.step), Err(EditError::NoItem(a.clone())));
    }
}

#[test]
fn what_another_program_did_to_an_item_is_taken_back() {
    let now = TEXT.replace("value = 2 }", "value = 2 }, { period = '2022', value = 3 }");
    let step = Step::written(indicator("b"), TEXT, &now).unwrap();
    assert_eq!(undo(&now, &step).as_deref(), Ok(TEXT));
    assert_eq!(redo(TEXT, &step), Ok(now));
    assert_eq!(Step::written(indicator("c"), TEXT, TEXT), None);
}

#[test]
fn points_in_braces_come_back_too() {
    let point = |nth| crate::edit::Target::Point { indicator: "b".into(), series: 0, nth };
    for (nth, key) in [(0, Key::Period), (0, Key::Value), (1, Key::Hedge), (1, Key::Value)] {
        let edited = remove(TEXT, &point(nth), key).unwrap();
        assert_eq!(undo(&edited.text, &edited.step).as_deref(), Ok(TEXT));
        let other = edited.text.replace("{ points", "{ label = 'L', points");
        assert_eq!(undo(&other, &edited.step), Err(EditError::ItemChanged(point(nth))));
    }
}
