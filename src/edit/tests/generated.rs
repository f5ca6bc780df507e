//! Whatever a file looks like, an edit changes what it is to change and nothing else.

mod pen;

use proptest::prelude::*;
use proptest::sample::Index;

use super::files::{self, differs_in_one_place, targets, there_and_back};
use super::put;
use crate::edit::{EditError, New, Target, add, item, literal, redo, tree, undo};
use crate::load::load;
use crate::report::{Day, Report};
use crate::schema::{Field, Key, Kind};
use pen::{Fields, Pen, Value, WORDS};

fn report(text: &str) -> Report {
    let loaded = load(text, Day::new(2030, 1, 1));
    assert_eq!(loaded.errors(), 0, "{:?}\n{text}", loaded.diagnostics);
    loaded.report
}

fn maybe(pen: &mut Pen<'_>, fields: &mut Fields, word: &'static str, value: Value) {
    if pen.pick(2) == 1 {
        fields.push((word, value));
    }
}

fn figure(pen: &mut Pen<'_>) -> Fields {
    let value =
        pen.one(&["7", "[5, 9]", "\"2/3\"", "8_000", "8e1", "'1/2'", "4.50", "[\n 5,\n 9, # c\n]"]);
    let mut fields = vec![("value", Value::Bare(value))];
    if !value.starts_with('[') {
        maybe(pen, &mut fields, "hedge", Value::Text("up to"));
    }
    for word in ["wording", "locator", "note"] {
        let words = pen.words();
        maybe(pen, &mut fields, word, words);
    }
    maybe(pen, &mut fields, "source", Value::Text("s-0"));
    fields
}

fn poll(pen: &mut Pen<'_>) -> Fields {
    let mut fields = vec![("mode", pen.words())];
    maybe(pen, &mut fields, "sample", Value::Bare("1_000"));
    maybe(pen, &mut fields, "margin", Value::Bare("3.3"));
    fields
}

fn indicator(pen: &mut Pen<'_>, id: &'static str) -> Fields {
    let mut fields =
        vec![("id", Value::Text(id)), ("label", pen.words()), ("unit", Value::Text("%"))];
    maybe(pen, &mut fields, "group", Value::Text("g-0"));
    maybe(pen, &mut fields, "scale", Value::Bare("[ 0, 100 ]"));
    maybe(pen, &mut fields, "related", Value::Bare("['a', \"b\"]"));
    fields.extend(figure(pen));
    let date = pen.one(&["2023", "2023-05-06", "'2023-05'", "\"2021/2023\""]);
    maybe(pen, &mut fields, "period", Value::Bare(date));
    let inner = poll(pen);
    maybe(pen, &mut fields, "poll", Value::Table(inner));
    let rivals = (0..pen.pick(3)).map(|_| figure(pen)).collect::<Vec<_>>();
    if !rivals.is_empty() {
        fields.push(("rival", Value::Tables(rivals)));
    }
    let series: Vec<Fields> = (0..pen.pick(3))
        .map(|_| {
            let points = (0..=pen.pick(3)).map(|_| {
                let mut point = vec![("period", Value::Bare("\"2020\""))];
                point.extend(figure(pen));
                point
            });
            let mut fields = vec![("points", Value::Points(points.collect()))];
            let label = pen.words();
            maybe(pen, &mut fields, "label", label);
            let inner = poll(pen);
            maybe(pen, &mut fields, "poll", Value::Table(inner));
            fields
        })
        .collect();
    if !series.is_empty() {
        fields.push(("series", Value::Tables(series)));
    }
    fields
}

/// A sound file for any choices.
fn written(choices: &[u8]) -> String {
    let mut pen = Pen::new(choices);
    let pen = &mut pen;
    let title = |pen: &mut Pen<'_>| vec![("title", pen.words())];
    let named = |pen: &mut Pen<'_>, id| vec![("id", Value::Text(id)), ("title", pen.words())];
    let mut head = title(pen);
    let about = pen.words();
    maybe(pen, &mut head, "about", about);
    let sources = vec![("s-0", Value::Table(title(pen))), ("s-1", Value::Table(title(pen)))];
    let groups = vec![named(pen, "g-0"), named(pen, "g-1")];
    let indicators = vec![indicator(pen, "a"), indicator(pen, "b"), indicator(pen, "c")];
    let mut event = named(pen, "e");
    maybe(pen, &mut event, "group", Value::Text("g-1"));
    maybe(pen, &mut event, "date", Value::Bare("2024-12-06"));
    let all = vec![
        ("report", Value::Table(head)),
        ("source", Value::Table(sources)),
        ("group", Value::Tables(groups)),
        ("indicator", Value::Tables(indicators)),
        ("event", Value::Tables(vec![event])),
    ];
    let (mut top, mut below) = (Vec::new(), String::new());
    for (word, value) in all {
        match value {
            value if pen.pick(4) == 3 => top.push((word, value)),
            Value::Table(fields) if word == "source" => {
                for (key, value) in fields {
                    let Value::Table(fields) = value else { continue };
                    below += &pen.section(&[word, key], false, fields);
                }
            }
            Value::Table(fields) => below += &pen.section(&[word], false, fields),
            Value::Tables(list) => {
                for fields in list {
                    below += &pen.section(&[word], true, fields);
                }
            }
            _ => {}
        }
    }
    let top = pen.top(top);
    pen.finish(&(top + &below))
}

fn file() -> impl Strategy<Value = String> {
    proptest::collection::vec(any::<u8>(), 0..700).prop_map(|choices| written(&choices))
}

/// Fields that an item has, or may have.
fn fields(text: &str, target: &Target, wanted: impl Fn(&Field) -> bool) -> Vec<(Field, String)> {
    let item = item(text, target).unwrap();
    let known = files::fields(target).filter(|field| wanted(field));
    known.filter_map(|field| Some((*field, item.raw(field.key)?.to_owned()))).collect()
}

/// Fields behind which any words, number or date of the kind make sense.
fn is_free(field: &Field) -> bool {
    use Key::{Group, Hedge, Source, Status, Unit};
    !matches!(field.key, Group | Source | Hedge | Status | Unit)
}

fn typed(field: &Field, pick: Index) -> &'static str {
    match field.kind {
        Kind::Date => ["2022-05", "2022", "2022-05-06"][pick.index(3)],
        Kind::Value => ["42", "80000", "12.5"][pick.index(3)],
        _ => WORDS[pick.index(WORDS.len())],
    }
}

/// A report without the item that was edited, and without lines.
fn without(mut report: Report, target: &Target) -> Report {
    for indicator in &mut report.indicators {
        indicator.line = 0;
        indicator.series.iter_mut().for_each(|series| series.line = 0);
        indicator.rivals.iter_mut().for_each(|rival| rival.line = 0);
    }
    report.events.iter_mut().for_each(|event| event.line = 0);
    report.groups.iter_mut().for_each(|group| group.line = 0);
    report.sources.iter_mut().for_each(|source| source.line = 0);
    match target {
        Target::Event(id) => report.events.retain(|event| &*event.id != id),
        Target::Indicator(id) => report.indicators.retain(|indicator| &*indicator.id != id),
        Target::Series { indicator: id, .. } | Target::Point { indicator: id, .. } => {
            report.indicators.retain(|indicator| &*indicator.id != id);
        }
    }
    report
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_new_value_changes_its_bytes_and_its_item_only(
        text in file(), which in any::<Index>(), key in any::<Index>(), pick in any::<Index>(),
    ) {
        let targets = targets(&text);
        let target = &targets[which.index(targets.len())];
        let fields = fields(&text, target, is_free);
        prop_assume!(!fields.is_empty());
        let (field, old) = &fields[key.index(fields.len())];
        let typed = typed(field, pick);
        let new = literal(field.kind, typed, Some(old));
        let edited = put(&text, target, field.key, &new).unwrap();
        prop_assert!(differs_in_one_place(&text, &edited.text, old, &new));
        if field.kind == Kind::Text {
            let words = item(&edited.text, target).unwrap().words(field.key);
            prop_assert_eq!(words.as_deref(), Some(typed));
        }
        let (before, after) = (report(&text), report(&edited.text));
        prop_assert_eq!(without(before, target), without(after, target));
    }

    #[test]
    fn whatever_is_done_to_a_key_can_be_taken_back(
        text in file(), which in any::<Index>(), key in any::<Index>(),
    ) {
        let targets = targets(&text);
        let target = &targets[which.index(targets.len())];
        let fields: Vec<_> = files::fields(target).collect();
        there_and_back(&text, target, fields[key.index(fields.len())]);
    }

    #[test]
    fn an_undo_leaves_the_edits_of_others_alone(
        text in file(), which in any::<[Index; 2]>(), key in any::<[Index; 2]>(),
        drop in any::<bool>(),
    ) {
        let targets = targets(&text);
        let [mine, theirs] = which.map(|which| &targets[which.index(targets.len())]);
        let (all, others) = (fields(&text, mine, is_free), fields(&text, theirs, is_free));
        prop_assume!(!all.is_empty() && !others.is_empty());
        let (field, _) = &all[key[0].index(all.len())];
        let (other, theirs_old) = &others[key[1].index(others.len())];
        prop_assume!((mine, field.key) != (theirs, other.key));
        let literal_of = |field: &Field| literal(field.kind, "99", None);
        let change = (field.key, (!drop).then(|| literal_of(field)));
        let step = match crate::edit::set(&text, mine, &[change]) {
            Err(EditError::CannotKeep { .. }) => return Ok(()),
            edited => edited.unwrap(),
        };
        let new = literal(other.kind, "98", Some(theirs_old));
        let both = put(&step.text, theirs, other.key, &new).unwrap().text;
        let alone = put(&text, theirs, other.key, &new).unwrap().text;
        match undo(&both, &step.step) {
            Ok(back) => {
                prop_assert_eq!(redo(&back, &step.step), Ok(both));
                prop_assert_eq!(back, alone);
            }
            Err(refused) => {
                prop_assert_eq!(mine.root(), theirs.root());
                prop_assert_eq!(refused, EditError::ItemChanged(mine.clone()));
            }
        }
    }

    #[test]
    fn a_new_item_can_be_added_to_any_file_and_taken_back(
        text in file(), is_event in any::<bool>(), group in proptest::option::of(0usize..2),
        after in proptest::option::of(0usize..3),
    ) {
        let group = group.map(|group| ["g-0", "g-1"][group]);
        let after = after.map(|after| if is_event { "e" } else { ["a", "b", "c"][after] });
        let added = add(&text, &New { is_event, group, after }).unwrap();
        let target = added.step.target().clone();
        prop_assert_eq!(item(&added.text, &target).map(|item| item.line), Some(added.line));
        let (before, after) = (report(&text), report(&added.text));
        prop_assert_eq!(after.indicators.len() + after.events.len(),
            before.indicators.len() + before.events.len() + 1);
        prop_assert_eq!(undo(&added.text, &added.step), Ok(text.clone()));
        prop_assert_eq!(redo(&text, &added.step), Ok(added.text));
    }

    #[test]
    fn nothing_makes_it_fail(text in "\\PC{0,40}|[\\[\\]{}=.,#'\"a\n ]{0,60}", typed in "\\PC{0,20}") {
        for target in [Target::Event("a".into()), Target::Indicator("a".into())] {
            let _ = item(&text, &target);
            for kind in [Kind::Text, Kind::Value, Kind::Date] {
                let written = literal(kind, &typed, Some(&text));
                prop_assert!(tree::value(&written).is_some(), "{}", written);
                let _ = put(&text, &target, Key::Title, &written);
            }
            let _ = put(&text, &target, Key::Title, &text);
        }
        let _ = add(&text, &New { is_event: false, group: Some(&typed), after: None });
    }
}
