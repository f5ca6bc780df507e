mod editions;

use super::*;
use crate::load::load;
use crate::report::{Day, Text};

const FILE: &str = r#"
[report]
title = "T"
[source.bank]
title = "Bank"
[source.fund]
title = "Fund"
[[group]]
id = "economy"
title = "Economy"
[[indicator]]
id = "debt"
label = "Debt"
group = "economy"
unit = "billion USD"
value = 8
hedge = "nearly"
wording = "nearly $8 billion"
source = "bank"
locator = "p. 4"
[[indicator.rival]]
value = 9
source = "fund"
[[indicator.series]]
label = "By year"
points = [{ period = "2022", value = 7 }, { period = "2023", value = 7.5, hedge = "about" }]
[[indicator]]
id = "share"
label = "Share"
unit = "%"
value = 70
hedge = "up to"
[[event]]
id = "treaty"
date = "2024-12-06"
title = "Treaty"
"#;

fn report(text: &str) -> Report {
    let loaded = load(text, Day::new(2026, 11, 23));
    assert_eq!(loaded.errors(), 0, "{:#?}", loaded.diagnostics);
    loaded.report
}

/// What is said of the file after each of some replacements in it.
fn said(replacements: &[(&str, &str)]) -> Vec<(ChangeClass, String)> {
    let mut text = FILE.to_owned();
    for (from, to) in replacements {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    let changes = diff(&report(FILE), &report(&text));
    changes.into_iter().map(|change| (change.class, change.words)).collect()
}

#[test]
fn every_class_of_change_is_told_in_words_with_both_hedges() {
    use ChangeClass as C;
    for (from, to, class, words) in [
        ("value = 8\n", "value = 7.6\n", C::Revised, "debt: nearly 8 → nearly 7.6 billion USD"),
        ("hedge = \"up to\"\n", "", C::HedgeLost, "hedge lost: share: up to 70 → 70 %"),
        ("hedge = \"up to\"", "hedge = \"about\"", C::HedgeChanged, "share: up to 70 → about 70 %"),
        (
            "value = 70\nhedge = \"up to\"",
            "status = \"missing\"",
            C::Revised,
            "share: up to 70 % → no value, missing",
        ),
        ("locator = \"p. 4\"", "locator = \"p. 5\"", C::Resourced, "debt: at p. 4 → p. 5"),
        ("source = \"bank\"\n", "source = \"fund\"\n", C::Resourced, "debt: source bank → fund"),
        (
            "locator = \"p. 4\"",
            "locator = \"p. 4\"\nperiod = \"2024\"",
            C::Redated,
            "debt: no date → 2024",
        ),
        (
            "wording = \"nearly $8 billion\"",
            "wording = \"almost $8 billion\"",
            C::Reworded,
            "debt: worded “nearly $8 billion” → “almost $8 billion”",
        ),
        ("label = \"Debt\"", "label = \"Debts\"", C::Described, "debt: label changed"),
        (
            "value = 9\n",
            "value = 10\nhedge = \"over\"\n",
            C::HedgeChanged,
            "debt, another figure: 9 → over 10 billion USD",
        ),
        ("value = 7 }", "value = 6 }", C::Revised, "debt, “By year”, 2022: 7 → 6 billion USD"),
        (
            "value = 7.5, hedge = \"about\"",
            "value = 7.5",
            C::HedgeLost,
            "hedge lost: debt, “By year”, 2023: about 7.5 → 7.5 billion USD",
        ),
        (
            "date = \"2024-12-06\"",
            "date = \"2024-12-07\"",
            C::Redated,
            "treaty: 6 Dec 2024 → 7 Dec 2024",
        ),
        ("title = \"Fund\"", "title = \"Funds\"", C::Described, "source fund: title changed"),
        ("title = \"T\"", "title = \"U\"", C::Described, "the report: title changed"),
    ] {
        assert_eq!(said(&[(from, to)]), [(class, words.to_owned())], "{from} → {to}");
    }
}

/// What is said of a rival with some keys that is replaced by one with others.
fn replaced(before: &str, after: &str) -> Vec<(ChangeClass, String)> {
    let with = |keys: &str| report(&FILE.replacen("value = 9\n", &format!("{keys}\n"), 1));
    let changes = diff(&with(before), &with(after));
    let said = changes.into_iter().map(|change| {
        let words = change.words.replacen("debt, another figure: ", "", 1);
        (change.class, words.replace(" billion USD", ""))
    });
    said.collect()
}

#[test]
fn a_status_that_is_gone_while_the_figure_stays_is_a_loss() {
    for (before, after, class, words) in [
        ("", "", ChangeClass::StatusLost, "status lost: 9, STATUS → 9"),
        (
            "hedge = \"about\"",
            "",
            ChangeClass::HedgeLost,
            "hedge and status lost: about 9, STATUS → 9",
        ),
        (
            "hedge = \"about\"",
            "hedge = \"about\"",
            ChangeClass::StatusLost,
            "status lost: about 9, STATUS → about 9",
        ),
        ("", "status = \"estimated\"", ChangeClass::Revised, "9, STATUS → 9, estimated"),
    ] {
        assert_eq!(class.is_loss(), words.contains("lost"));
        for status in ["forecast", "target", "scenario", "provisional", "unvalidated"] {
            let before = format!("value = 9\nstatus = \"{status}\"\n{before}");
            // A target is told before the figure.
            let words = match status {
                "target" => words
                    .replace("about 9, STATUS", "aimed at: about 9")
                    .replace("9, STATUS", "aimed at: 9"),
                status => words.replace("STATUS", status),
            };
            assert_eq!(replaced(&before, &format!("value = 9\n{after}")), [(class, words)]);
        }
    }
    let weaker = replaced("value = 9", "value = 9\nstatus = \"forecast\"");
    assert_eq!(weaker, [(ChangeClass::Revised, "9 → 9, forecast".to_owned())]);
}

#[test]
fn one_of_two_statuses_an_interval_or_our_own_arithmetic_can_be_lost() {
    let both = "value = 9\nstatus = [\"estimated\", \"provisional\"]";
    let interval = "value = 9\ninterval = [8, 10]";
    let derived = "value = 9\nderived = \"18 / 2\"";
    for (before, after, class, words) in [
        (
            both,
            "value = 9\nstatus = \"estimated\"",
            ChangeClass::StatusLost,
            "status lost: 9, estimated, provisional → 9, estimated",
        ),
        (
            both,
            "value = 9\nstatus = [\"estimated\", \"unvalidated\"]",
            ChangeClass::Revised,
            "9, estimated, provisional → 9, estimated, unvalidated",
        ),
        (interval, "value = 9", ChangeClass::StatusLost, "interval lost: 9 (8–10) → 9"),
        (
            derived,
            "value = 9",
            ChangeClass::StatusLost,
            "“our own calculation” lost: 9, our own calculation → 9",
        ),
    ] {
        let [(got, said)] = &*replaced(before, after) else { panic!("{before} → {after}") };
        assert_eq!((got, &*said.replace("interval 8 to 10", "8–10")), (&class, words));
    }
}

#[test]
fn what_came_of_a_forecast_is_a_revision() {
    let forecast = "value = 9\nhedge = \"about\"\nstatus = \"forecast\"";
    let outcome = replaced(forecast, "value = 9.2");
    assert_eq!(outcome, [(ChangeClass::Revised, "about 9, forecast → 9.2".to_owned())]);
    let classes = |before: &str, after: &str| {
        replaced(before, after).into_iter().map(|(class, _)| class).collect::<Vec<_>>()
    };
    let printed = format!("{forecast}\nwording = \"about 9\"");
    let came_out = classes(&printed, "value = 9\nwording = \"9 in all\"");
    assert_eq!(came_out, [ChangeClass::Revised, ChangeClass::Reworded]);
    // What was observed loses its hedge, whatever its status.
    let estimated = "value = 9\nhedge = \"about\"\nstatus = \"estimated\"";
    assert_eq!(classes(estimated, "value = 9.2"), [ChangeClass::HedgeLost]);
    assert_eq!(
        classes("value = 9\nstatus = \"provisional\"", "value = 9.2"),
        [ChangeClass::Revised]
    );
}

#[test]
fn another_number_of_digits_is_another_figure() {
    let said = said(&[("value = 8\n", "value = 8.0\n")]);
    assert_eq!(
        said,
        [(ChangeClass::Revised, "debt: nearly 8 → nearly 8.0 billion USD".to_owned())]
    );
}

#[test]
fn what_came_and_went_is_named_with_its_hedge() {
    let item = "[[indicator]]\nid = \"share\"\nlabel = \"Share\"\nunit = \"%\"\nvalue = 70\nhedge = \"up to\"\n";
    let removed = said(&[(item, "")]);
    assert_eq!(removed, [(ChangeClass::Removed, "removed: share (up to 70 %)".to_owned())]);
    let without = FILE.replacen(item, "", 1);
    let added = diff(&report(&without), &report(FILE));
    assert_eq!(added.len(), 1);
    assert_eq!(added[0].words, "added: share (up to 70 %)");
    assert_eq!(added[0].item, ItemId::Indicator(Text::new("share")));
    let point = said(&[("{ period = \"2022\", value = 7 }, ", "")]);
    assert_eq!(point[0].1, "removed: debt, “By year”, 2022 (7 billion USD)");
}

#[test]
fn another_name_is_no_other_item_and_hides_no_lost_hedge() {
    let renamed = said(&[("id = \"share\"", "id = \"part\""), ("hedge = \"up to\"\n", "")]);
    let words: Vec<&str> = renamed.iter().map(|(_, words)| words.as_str()).collect();
    assert_eq!(words, ["hedge lost: part: up to 70 → 70 %", "renamed: share → part"]);
    // What says something else of itself is another item.
    let other = said(&[("id = \"share\"\nlabel = \"Share\"", "id = \"part\"\nlabel = \"Part\"")]);
    assert_eq!(other.len(), 2, "{other:?}");
}

#[test]
fn the_place_in_the_file_is_no_change() {
    let moved = FILE.replacen("[source.bank]\ntitle = \"Bank\"\n", "", 1)
        + "\n# moved\n\n[source.bank]\ntitle = \"Bank\"\n";
    assert_eq!(diff(&report(FILE), &report(&moved)), []);
    assert_eq!(diff(&report(FILE), &report(FILE)), []);
}

#[test]
fn a_unit_is_that_of_every_figure_that_takes_it() {
    let all = said(&[("unit = \"billion USD\"", "unit = \"million USD\"")]);
    assert_eq!(all.len(), 5, "{all:?}");
    assert_eq!(all[0].1, "debt: nearly 8 billion USD → nearly 8 million USD");
}

#[test]
fn a_lost_hedge_comes_first() {
    let all = said(&[
        ("title = \"T\"", "title = \"U\""),
        ("value = 8\n", "value = 7\n"),
        ("hedge = \"up to\"\n", ""),
    ]);
    let classes: Vec<_> = all.iter().map(|(class, _)| *class).collect();
    assert_eq!(classes, [ChangeClass::HedgeLost, ChangeClass::Revised, ChangeClass::Described]);
}

#[test]
fn a_source_called_none_is_not_taken_for_a_missing_one() {
    let file = FILE.replace("[source.fund]", "[source.none]").replace("\"fund\"", "\"none\"");
    let sourced = file.replacen("hedge = \"up to\"\n", "hedge = \"up to\"\nsource = \"none\"\n", 1);
    let changes = diff(&report(&file), &report(&sourced));
    let words: Vec<_> = changes.iter().map(|change| &*change.words).collect();
    assert_eq!(words, ["share: source nothing → none"]);
}

#[test]
fn a_part_that_gets_another_whole_is_told_by_name() {
    use ChangeClass::Described;
    let part = ("id = \"share\"\n", "id = \"share\"\npart_of = \"debt\"\n");
    assert_eq!(said(&[part]), [(Described, "share: now a part of debt".to_owned())]);
    let text = |of: &str| FILE.replace("id = \"share\"\n", &format!("id = \"share\"\n{of}"));
    let words = |old: &str, new: &str| {
        let changes = diff(&report(&text(old)), &report(&text(new)));
        changes.into_iter().map(|change| change.words).collect::<Vec<_>>()
    };
    assert_eq!(words("part_of = \"debt\"\n", ""), ["share: no longer a part of debt"]);
    let with_other = |of: &str| {
        let other =
            "[[indicator]]\nid = \"other\"\nlabel = \"O\"\nunit = \"people\"\nvalue = 1\n[[event]]";
        report(&text(&format!("part_of = \"{of}\"\n")).replacen("[[event]]", other, 1))
    };
    let changes = diff(&with_other("debt"), &with_other("other"));
    let said: Vec<_> = changes.into_iter().map(|change| change.words).collect();
    assert!(said.contains(&"share: a part of debt → a part of other".to_owned()), "{said:?}");
}

#[test]
fn another_margin_is_a_change_of_the_poll_and_not_of_each_figure() {
    let polled = |margin: &str, value: u8| {
        let poll = format!(
            "value = {value}\npoll = {{ margin = {margin} }}\n[[indicator.series]]\n\
             points = [{{ period = \"2022\", value = 60 }}]\npoll = {{ margin = {margin} }}"
        );
        report(&FILE.replace("value = 70\nhedge = \"up to\"", &poll))
    };
    let words = |old, new| {
        let changes = diff(&polled("3", 70).clone(), &polled(old, new));
        changes.into_iter().map(|change| change.words).collect::<Vec<_>>()
    };
    assert_eq!(words("4", 70), ["share, its series: poll changed", "share: poll changed"]);
    assert_eq!(
        words("3", 72),
        [
            "share: 70 % (67 to 73 within the margin of error) → 72 % (69 to 75 within the margin of error)"
        ]
    );
}

#[test]
fn sources_that_came_and_went_beside_the_first_are_told() {
    let also = |also: &str| {
        let line = format!("locator = \"p. 4\"\nalso = [{also}]");
        report(&FILE.replacen("locator = \"p. 4\"", &line, 1))
    };
    let fund = "{ source = \"fund\", locator = \"p. 1\" }";
    let worded = "{ source = \"fund\", locator = \"p. 2\", wording = \"almost 8\" }";
    for (before, after, words) in [
        ("", fund, "debt: now also in fund"),
        (fund, "", "debt: no longer also in fund"),
        (fund, worded, "debt: fund at “p. 1” → “p. 2”, fund worded nothing → “almost 8”"),
        (
            fund,
            "{ source = \"bank\", locator = \"p. 9\" }",
            "debt: no longer also in fund, now also in bank",
        ),
    ] {
        let changes = diff(&also(before), &also(after)).into_iter();
        let changes: Vec<_> = changes.map(|change| (change.class, change.words)).collect();
        assert_eq!(changes, [(ChangeClass::Resourced, words.to_owned())], "{before} → {after}");
    }
}

#[test]
fn a_calculation_that_passes_for_a_printed_figure_is_a_loss() {
    let ours = "value = 9\nderived = \"4 + 5\"";
    let lost = (
        ChangeClass::StatusLost,
        "“our own calculation” lost: 9, our own calculation → 9".to_owned(),
    );
    assert_eq!(replaced(ours, "value = 9"), [lost]);
    let printed = replaced(ours, "value = 9\nwording = \"9 in all\"");
    assert_eq!(printed[0], (ChangeClass::Revised, "9, our own calculation → 9".to_owned()));
    let other = replaced(ours, "value = 9\nderived = \"3 × 3\"");
    assert_eq!(other, [(ChangeClass::Resourced, "calculation 4 + 5 → 3 × 3".to_owned())]);
}

#[test]
fn what_changed_about_a_figure_stands_beside_the_figure_itself() {
    let old = report(FILE);
    let new = report(&FILE.replacen("locator = \"p. 4\"", "period = \"2024\"", 1));
    let changes = diff(&old, &new);
    let sides: Vec<_> = changes
        .iter()
        .map(|it| (it.kind.as_str(), it.before.as_deref(), it.after.as_deref()))
        .collect();
    assert_eq!(
        sides,
        [
            ("redated", Some("no date"), Some("2024")),
            ("source changed", Some("bank, p. 4"), Some("bank")),
        ]
    );
    let figure = "nearly 8 billion USD".to_owned();
    assert!(changes.iter().all(|it| it.figures == Some([figure.clone(), figure.clone()])));
}
