use std::convert::Infallible;

use super::*;
use crate::load::load;
use crate::report::Day;

fn figure(id: &str, label: &str, keys: &str) -> String {
    format!("[[indicator]]\nid = \"{id}\"\nlabel = \"{label}\"\nunit = \"%\"\n{keys}\n")
}

/// What each version says, by its name.
fn text(name: &str) -> String {
    let other = figure("other", "Other", "value = 1");
    let own = match name {
        "none" => String::new(),
        "fault" => figure("debt", "Debt", "value = \"much\""),
        "broken" => "[[indicator\nid".to_owned(),
        "5-renamed" => {
            figure("debt-now", "Debt", "value = 5") + &figure("more", "More", "value = 1")
        }
        "6 other" => return text("6").replace("value = 1", "value = 2"),
        value => {
            let hedge = value.strip_prefix("about ").map_or("", |_| "hedge = \"about\"");
            let value = value.trim_start_matches("about ");
            figure("debt", "Debt", &format!("value = {value}\n{hedge}"))
        }
    };
    format!("[report]\ntitle = \"T\"\n{other}{own}")
}

fn read(name: &str) -> Rc<Reading> {
    let loaded = load(&text(name), Day::new(2026, 11, 23));
    let left_out = loaded.left_out.into_iter().filter(|item| item.kind == "indicator");
    Rc::new(Reading {
        is_partial: loaded.stated.is_none(),
        left_out: left_out.map(|item| item.name).collect(),
        report: loaded.report,
    })
}

/// The history of a figure through versions of the file, the newest step first: each step with the
/// versions before it, and the one after it.
fn told(id: &str, steps: &[(&[&str], &str)]) -> Vec<(usize, String)> {
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let step = |(before, after): &(&[&str], &str)| Step {
        before: owned(before),
        after: (!after.is_empty()).then(|| (*after).to_owned()),
    };
    let steps: Vec<Step> = steps.iter().map(step).collect();
    let Ok(entries) = history(id, &steps, &mut |name| Ok::<_, Infallible>(read(name)));
    let words = |changes: Vec<Change>| -> String {
        changes.into_iter().map(|it| it.words).collect::<Vec<_>>().join("; ")
    };
    entries
        .into_iter()
        .map(|it| (it.step, it.changes.map_or_else(|| "fault".to_owned(), words)))
        .collect()
}

#[test]
fn each_step_that_changed_the_figure_is_told() {
    for (id, steps, wanted) in [
        // Another figure changes: nothing is said of it.
        (
            "debt",
            &[(&["6"][..], "6 other"), (&["5"], "6"), (&[], "5")][..],
            &[(1, "debt: 5 → 6 %"), (2, "added: debt (5 %, no date, no source)")][..],
        ),
        // A lost hedge.
        ("debt", &[(&["about 6"], "6")], &[(0, "hedge lost: debt: about 6 → 6 %")]),
        // It has another id, and something is added beside it.
        (
            "debt-now",
            &[(&["5"], "5-renamed"), (&["about 5"], "5")],
            &[(0, "renamed: debt → debt-now"), (1, "hedge lost: debt: about 5 → 5 %")],
        ),
        // By its old id it is found too.
        ("debt", &[(&["5"], "5-renamed")], &[(0, "renamed: debt → debt-now")]),
        // A fault hides it for two steps: what the repair changed is told against the last sound one.
        (
            "debt",
            &[(&["broken"], "6"), (&["fault"], "broken"), (&["about 6"], "fault")],
            &[(0, "hedge lost: debt: about 6 → 6 %"), (2, "fault")],
        ),
        // It is removed, comes back, and the file is removed.
        ("debt", &[(&["5"], "")], &[(0, "removed: debt (5 %)")]),
        (
            "debt",
            &[(&["none"], "6"), (&["5"], "none")],
            &[(0, "added: debt (6 %, no date, no source)"), (1, "removed: debt (5 %)")],
        ),
        // A merge of two sides that changed different figures is no change; one that differs from both is.
        ("debt", &[(&["5", "6"], "6")], &[]),
        ("debt", &[(&["5", "6"], "7")], &[(0, "debt: 5 → 7 %")]),
        ("none-such", &[(&["5"], "6")], &[]),
    ] {
        let wanted: Vec<_> = wanted.iter().map(|(at, words)| (*at, (*words).to_owned())).collect();
        assert_eq!(told(id, steps), wanted, "{id} {steps:?}");
    }
}
