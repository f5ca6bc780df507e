//! Editions, and how another number came about.

use super::*;

/// The line of the file as an edition of 2022, and what follows it.
fn editions(later: &str) -> String {
    let line = "label = \"By year\"\n";
    FILE.replacen(line, &format!("{line}edition = \"2022\"\n"), 1).replacen(
        "[[indicator]]\nid = \"share\"",
        &format!("{later}[[indicator]]\nid = \"share\""),
        1,
    )
}

#[test]
fn a_new_edition_is_told_as_a_revision_of_the_one_before() {
    let line = |keys: &str, points: &str| {
        format!("[[indicator.series]]\nlabel = \"By year\"\n{keys}\npoints = [{points}]\n")
    };
    let restates = "{ period = \"2022\", value = 7.6 }, { period = \"2023\", value = 7.5 }";
    let agrees = "{ period = \"2022\", value = 7 }, { period = \"2024\", value = 9 }";
    for (later, class, words) in [
        (
            line("edition = \"2023\"", restates),
            ChangeClass::Revised,
            "debt: edition 2023 added (2 points): 2022 restated 7 → 7.6 billion USD, 2023 restated \
             about 7.5 → 7.5 billion USD",
        ),
        (
            line("edition = \"2023\"", agrees),
            ChangeClass::Added,
            "added: debt, “By year”, edition 2023 (2 points)",
        ),
        (
            line("edition = \"2021\"", restates),
            ChangeClass::Added,
            "added: debt, “By year”, edition 2021 (2 points)",
        ),
        (
            line("edition = \"2023\"\ndiffers = \"net\"", restates),
            ChangeClass::Added,
            "added: debt, “By year”, edition 2023 (2 points)",
        ),
    ] {
        let changes = diff(&report(&editions("")), &report(&editions(&later)));
        let all: Vec<_> = changes.iter().map(|it| (it.class, it.words.as_str())).collect();
        assert_eq!(all, [(class, words)], "{later}");
    }
}

#[test]
fn lines_are_matched_by_label_and_edition_and_a_renamed_edition_is_told() {
    let later = "[[indicator.series]]\nlabel = \"By year\"\nedition = \"2023\"\n\
                 points = [{ period = \"2022\", value = 7.2 }]\n";
    let before = editions(later);
    let words = |after: &str| -> Vec<String> {
        let changes = diff(&report(&before), &report(after));
        changes.into_iter().map(|change| change.words).collect()
    };
    let revised = before.replace("value = 7.2", "value = 7.3");
    let name = "debt, “By year”, edition 2023";
    assert_eq!(words(&revised), [format!("{name}, 2022: 7.2 → 7.3 billion USD")]);
    let renamed = before.replace("edition = \"2023\"", "edition = \"2024\"");
    assert_eq!(words(&renamed), ["debt, “By year”, edition 2024: edition 2023 → 2024"]);
    assert_eq!(words(&editions("")), [format!("removed: {name} (1 points)")]);
}

#[test]
fn how_another_number_came_about_is_told_by_period_and_source() {
    use Cause::{Corrected, Restated, Updated};
    const KEYS: &str = "value = 9\nsource = \"fund\"";
    let cause = |before: &str, after: &str, source: &str| {
        let with = |keys: &str, source: &str| {
            let text = FILE.replacen(KEYS, keys, 1);
            report(&text.replacen("title = \"Fund\"", &format!("title = \"Fund\"\n{source}"), 1))
        };
        let changes = diff(&with(before, "published = \"2024\""), &with(after, source));
        changes.into_iter().find_map(|change| change.cause)
    };
    let same = "published = \"2024\"";
    let of = |value: u8, period: &str, source: &str| {
        format!("value = {value}\nperiod = \"{period}\"\nsource = \"{source}\"")
    };
    let old = of(9, "2023", "fund");
    for (after, source, wanted) in [
        (of(8, "2023", "fund"), same, Some(Corrected)),
        (of(8, "2023", "bank"), same, Some(Restated)),
        (of(8, "2023", "fund"), "published = \"2025\"", Some(Restated)),
        (of(8, "2024", "bank"), same, Some(Updated)),
        (of(8, "2022", "bank"), same, None),
        // The number is the same.
        (of(9, "2024", "bank"), same, None),
        ("value = 8\nperiod = \"2023\"".to_owned(), same, Some(Restated)),
    ] {
        assert_eq!(cause(&old, &after, source), wanted, "{after} {source}");
    }
    let undated = |value: u8, source: &str| format!("value = {value}\nsource = \"{source}\"");
    assert_eq!(cause(&undated(9, "fund"), &undated(8, "fund"), same), Some(Corrected));
    assert_eq!(cause(&undated(9, "fund"), &undated(8, "bank"), same), None, "of what time?");
    assert_eq!(cause("value = 9", "value = 8", same), None, "nothing is known of either");
    let forecast = "value = 9\nperiod = \"2023\"\nstatus = \"forecast\"\nsource = \"fund\"";
    assert_eq!(cause(forecast, &of(8, "2023", "fund"), same), None, "it came out");
}
