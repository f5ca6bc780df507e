use std::fs;
use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{put, remove};
use crate::edit::{Target, item, literal, redo, undo};
use crate::schema::{Field, Key, Kind};

const REPORT: &str = include_str!("../../../tests/fixtures/report.toml");

/// Every item of a text that can be edited.
pub(super) fn targets(text: &str) -> Vec<Target> {
    let tree = DeTable::parse(text).unwrap().into_inner();
    let file = DeValue::Table(tree);
    let id = |row: &DeValue<'_>| row.get("id").map(|id| id.get_ref().as_str().unwrap().to_owned());
    let events = rows(&file, "event").iter().filter_map(|row| id(row.get_ref()));
    let mut all: Vec<Target> = events.map(Target::Event).collect();
    for row in rows(&file, "indicator") {
        let row = row.get_ref();
        let Some(indicator) = id(row) else { continue };
        all.push(Target::Indicator(indicator.clone()));
        for (series, row) in rows(row, "series").iter().enumerate() {
            for nth in 0..rows(row.get_ref(), "points").len() {
                all.push(Target::Point { indicator: indicator.clone(), series, nth });
            }
        }
    }
    all
}

/// The keys of an item that a form can have: a value, dates, and all texts but its id.
pub(super) fn fields(target: &Target) -> impl Iterator<Item = &'static Field> {
    let is_typed = |kind| matches!(kind, Kind::Text | Kind::Date | Kind::Value);
    target.table().fields().filter(move |field| field.key != Key::Id && is_typed(field.kind))
}

fn rows<'v, 'i>(table: &'v DeValue<'i>, key: &str) -> &'v [Spanned<DeValue<'i>>] {
    table.get(key).and_then(|node| node.get_ref().as_array()).map_or(&[], |list| list)
}

/// Another value for a key.
fn other(field: &Field, old: Option<&str>) -> String {
    let typed = match field.kind {
        Kind::Value => "12345",
        Kind::Date => "1999",
        _ => "other, [[words]] # \"here\"",
    };
    literal(field.kind, typed, old)
}

/// What was typed as it stood there leaves the bytes as they are.
fn typed_again(text: &str, target: &Target, field: &Field) {
    let item = item(text, target).unwrap();
    if let (Some(raw), Some(words)) = (item.raw(field.key), item.words(field.key)) {
        assert_eq!(literal(field.kind, &words, Some(raw)), raw, "{target} {:?}", field.key);
    }
}

/// Everything that can be done to a key, there and back.
pub(super) fn there_and_back(text: &str, target: &Target, field: &Field) {
    let key = field.key;
    let old = item(text, target).unwrap().raw(key).map(str::to_owned);
    let new = other(field, old.as_deref());
    let changed = put(text, target, key, &new).unwrap();
    assert_eq!(item(&changed.text, target).unwrap().raw(key), Some(&*new));
    assert_eq!(undo(&changed.text, &changed.step).as_deref(), Ok(text), "{target} {key:?}");
    assert_eq!(redo(text, &changed.step).as_ref(), Ok(&changed.text), "{target} {key:?}");
    if let Some(old) = old {
        assert!(differs_in_one_place(text, &changed.text, &old, &new));
        assert_eq!(put(&changed.text, target, key, &old).unwrap().text, text);
        let removed = remove(text, target, key).unwrap();
        assert_eq!(undo(&removed.text, &removed.step).as_deref(), Ok(text), "{target} {key:?}");
        assert_eq!(redo(text, &removed.step).as_ref(), Ok(&removed.text));
    } else {
        let back = remove(&changed.text, target, key).unwrap().text;
        assert_eq!(back, text, "{target} {key:?} by way of {}", changed.text);
    }
}

/// Whether one text is the other one with an old literal exchanged for a new one.
pub(super) fn differs_in_one_place(text: &str, changed: &str, old: &str, new: &str) -> bool {
    text.match_indices(old).any(|(at, _)| {
        changed.len() + old.len() == text.len() + new.len()
            && changed.as_bytes().starts_with(&text.as_bytes()[..at])
            && changed.as_bytes()[at..].starts_with(new.as_bytes())
            && changed.as_bytes()[at + new.len()..] == text.as_bytes()[at + old.len()..]
    })
}

/// The items of the shipped file as separate texts, each with its tables.
fn parts() -> Vec<String> {
    let heads = ["[report]", "[[group]]", "[[indicator]]", "[[event]]", "[source."];
    let mut parts = vec![String::new()];
    for line in REPORT.split_inclusive('\n') {
        if heads.iter().any(|head| line.starts_with(head)) {
            parts.push(String::new());
        }
        parts.last_mut().unwrap().push_str(line);
    }
    assert_eq!(parts.concat(), REPORT);
    parts
}

#[test]
fn every_key_of_the_shipped_file_can_be_changed_and_changed_back() {
    let mut items = 0;
    for part in parts() {
        let mut names = Vec::new();
        for target in targets(&part) {
            items += 1;
            let item = item(&part, &target).unwrap();
            // New keys are put into the first of many alike, such as points.
            let is_first = !names.contains(&target.table().name);
            names.push(target.table().name);
            for field in fields(&target) {
                if is_first || item.raw(field.key).is_some() {
                    typed_again(&part, &target, field);
                    there_and_back(&part, &target, field);
                }
            }
        }
    }
    assert_eq!(items, targets(REPORT).len());
}

#[test]
fn every_kind_of_item_of_the_whole_shipped_file_can_be_edited() {
    let mut kinds = Vec::new();
    for target in targets(REPORT) {
        let name = target.table().name;
        let line = item(REPORT, &target).unwrap().line as usize;
        let heading = REPORT.lines().nth(line - 1).unwrap();
        assert!(heading.contains(['[', '{']), "{target}: {heading}");
        if kinds.iter().filter(|kind| **kind == name).count() < 2 {
            kinds.push(name);
            there_and_back(REPORT, &target, fields(&target).next().unwrap());
        }
    }
}

#[test]
fn every_key_of_the_valid_fixtures_can_be_changed_and_changed_back() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/valid");
    let mut files = 0;
    for entry in fs::read_dir(folder).unwrap() {
        // A folder holds the copies of sources.
        let Ok(text) = fs::read_to_string(entry.unwrap().path()) else { continue };
        files += 1;
        for text in
            [text.trim_end().to_owned(), text.replace("\r\n", "\n").replace('\n', "\r\n"), text]
        {
            for target in targets(&text) {
                for field in fields(&target) {
                    typed_again(&text, &target, field);
                    there_and_back(&text, &target, field);
                }
            }
        }
    }
    assert!(files > 5);
}
