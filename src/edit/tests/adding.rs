use super::indicator;
use crate::edit::{EditError, New, add, redo, undo};
use crate::load::load;
use crate::report::Day;

const REPORT: &str = include_str!("../../../tests/fixtures/report.toml");

fn beside<'a>(group: Option<&'a str>, after: Option<&'a str>) -> New<'a> {
    New { is_event: false, group, after }
}

fn sound(text: &str) {
    let loaded = load(text, Day::new(2030, 1, 1));
    assert_eq!(loaded.errors(), 0, "{:?}", loaded.diagnostics);
}

fn both_ways(text: &str, new: &New<'_>) -> String {
    let added = add(text, new).unwrap();
    let line = added.text.lines().nth(added.line as usize - 1).unwrap();
    assert!(line.contains("[[") || line.contains('{'), "{line}");
    assert_eq!(undo(&added.text, &added.step).as_deref(), Ok(text));
    assert_eq!(redo(text, &added.step).as_ref(), Ok(&added.text));
    added.text
}

#[test]
fn a_new_item_is_valid_and_stands_below_its_group() {
    let text = both_ways(REPORT, &beside(Some("economy"), None));
    sound(&text);
    let loaded = load(&text, Day::new(2030, 1, 1)).report;
    let economy = loaded.groups.iter().position(|group| &*group.id == "economy").unwrap();
    let own: Vec<_> = loaded
        .indicators
        .iter()
        .filter(|indicator| indicator.group.is_some_and(|group| group.0 as usize == economy))
        .map(|indicator| indicator.id.to_string())
        .collect();
    assert_eq!(own.last().map(String::as_str), Some("new-indicator"));
    assert!(
        text.contains("\n[[indicator]]\nid        = \"new-indicator\"\nlabel     = "),
        "{text}"
    );
    let event = both_ways(REPORT, &New { is_event: true, group: None, after: None });
    sound(&event);
    assert!(event.contains("\"new-event\""));
}

#[test]
fn the_comments_of_a_new_item_are_keys_of_the_format() {
    let start = "[report]\ntitle = 'T'\n[source.key-of-source]\ntitle = 'S'\n";
    for new in [beside(None, None), New { is_event: true, group: None, after: None }] {
        let text = both_ways(start, &new);
        sound(&text);
        let known: String = text
            .lines()
            .filter(|line| !line.starts_with("status") && !line.starts_with("# Take"))
            .map(|line| line.strip_prefix("# ").unwrap_or(line).to_owned() + "\n")
            .collect();
        sound(&known);
    }
}

#[test]
fn newlines_blank_lines_headings_and_spacing_are_those_of_the_neighbour() {
    let text = "[[ indicator ]]\r\nid='a'\r\ngroup='g'\r\n[[ indicator ]]\r\nid='b'\r\n# end";
    let new = both_ways(text, &beside(None, Some("a")));
    assert!(
        new.starts_with(
            "[[ indicator ]]\r\nid='a'\r\ngroup='g'\r\n[[ indicator ]]\r\nid=\"new-indicator\"\r\n\
             label=\"New figure\"\r\ngroup=\"g\"\r\n"
        ),
        "{new}"
    );
    assert!(new.ends_with("\r\n[[ indicator ]]\r\nid='b'\r\n# end"));
    assert_eq!(new.matches('\n').count(), new.matches("\r\n").count());
    let last = both_ways(text, &beside(None, None));
    assert!(last.starts_with(&(text.to_owned() + "\r\n[[ indicator ]]\r\n")), "{last}");
    assert!(!last.ends_with('\n'));
}

#[test]
fn tables_of_an_indicator_stay_with_it() {
    let text = "[[indicator]]\nid = 'a'\n\n[indicator.poll]\nmode = 'm'\n\n\
                # Events\n[[event]]\nid = 'f'\n";
    let new = both_ways(text, &beside(None, None));
    assert!(new.contains("mode = 'm'\n\n[[indicator]]\nid = \"new-indicator\"\n"), "{new}");
    assert!(new.ends_with("\n\n# Events\n[[event]]\nid = 'f'\n"));
    let close = "[[indicator]]\nid = 'a'\n# Events\n[[event]]\nid = 'f'\n";
    let new = both_ways(close, &beside(None, None));
    assert!(new.starts_with("[[indicator]]\nid = 'a'\n[[indicator]]\n"), "{new}");
    assert!(new.ends_with("\n# Events\n[[event]]\nid = 'f'\n"), "{new}");
}

#[test]
fn a_second_new_item_has_an_id_of_its_own() {
    let first = add("", &beside(None, None)).unwrap();
    assert_eq!((first.id.as_str(), first.line), ("new-indicator", 1));
    let second = add(&first.text, &beside(None, Some("new-indicator"))).unwrap();
    assert_eq!(second.id, "new-indicator-2");
    assert!(second.text.starts_with(&first.text), "below its comments: {}", second.text);
    assert_eq!(*second.step.target(), indicator("new-indicator-2"));
    // The first goes though the second came after it.
    let without = undo(&second.text, &first.step).unwrap();
    assert!(without.contains("new-indicator-2") && !without.contains("\"new-indicator\""));
}

#[test]
fn items_in_brackets_get_another_in_braces() {
    for (text, expected) in [
        ("indicator = []", "indicator = [{ N }]"),
        ("indicator = [{ id = 'a' }]\n", "indicator = [{ id = 'a' }, { N }]\n"),
        (
            "indicator = [\n  { id = 'a' }, # c\n]\n",
            "indicator = [\n  { id = 'a' }, # c\n  { N },\n]\n",
        ),
    ] {
        let new = both_ways(text, &beside(None, None));
        let item =
            "id = \"new-indicator\", label = \"New figure\", unit = \"%\", status = \"missing\"";
        assert_eq!(new, expected.replace('N', item));
    }
    assert!(matches!(add("indicator = 3", &beside(None, None)), Err(EditError::CannotKeep { .. })));
    assert_eq!(add("x", &beside(None, None)), Err(EditError::NotToml));
}

#[test]
fn an_item_that_was_worked_on_is_not_taken_back() {
    let start = "[report]\ntitle = 'T'\n\n[[indicator]]\nid = 'a'\n";
    let added = add(start, &beside(None, None)).unwrap();
    let target = indicator("new-indicator");
    let changed = || Err(EditError::ItemChanged(target.clone()));
    let worked_on = added.text.replace("\"New figure\"", "\"Mine\"");
    assert_eq!(undo(&worked_on, &added.step), changed());
    let rival = added.text.clone() + "[[indicator.rival]]\nvalue = 3\n";
    assert_eq!(undo(&rival, &added.step), changed());
    let other = added.text.replace("'T'", "'U'");
    assert_eq!(undo(&other, &added.step), Ok(start.replace("'T'", "'U'")));
    let taken = start.replace("'a'", "'new-indicator'");
    assert_eq!(redo(&taken, &added.step), Err(EditError::IdTaken("new-indicator".into())));
    assert_eq!(undo(start, &added.step), Err(EditError::NoItem(target.clone())));
    assert_eq!(*added.step.target(), target);
}
