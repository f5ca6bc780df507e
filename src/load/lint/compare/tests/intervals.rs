//! Figures with intervals of uncertainty, and changes since different times.

use super::in_2022;
use crate::report::VerdictKind;
use crate::report::VerdictKind::{AtOdds, CanHold, Incomparable, Open};

/// Compares figures of 2022 in percent.
fn compare(rows: &[(String, String, VerdictKind, &str)]) {
    for (headline, rival, kind, says) in rows {
        let (words, found) = in_2022("%", headline, rival);
        assert!(found == *kind && words.contains(says), "{headline} | {rival}: {found:?} {words}");
    }
}

fn ci(value: &str, ends: &str) -> String {
    format!("value = {value}\ninterval = {ends}\ninterval_is = \"95 % CI\"")
}

fn poll(value: &str) -> String {
    format!("value = {value}\npoll = {{ margin = 3.1 }}")
}

#[test]
fn figures_compare_by_the_intervals_around_them() {
    compare(&[
        (
            poll("34"),
            ci("30", "[26.9, 33.1]"),
            CanHold,
            "can hold: the intervals overlap (30.9–37.1 and 26.9–33.1)",
        ),
        (
            ci("34", "[30, 38]"),
            ci("32", "[29, 35]"),
            CanHold,
            "can hold: each lies within the interval of the other (30–38 and 29–35)",
        ),
        (ci("34", "[32, 36]"), ci("28", "[26, 30]"), AtOdds, "cannot hold beside"),
        (
            poll("34"),
            "value = 37".to_owned(),
            CanHold,
            "can hold beside the headline's “34 % (30.9–37.1)” within its margin of error",
        ),
        (
            ci("34", "[30, 38]"),
            "value = 37".to_owned(),
            CanHold,
            "can hold beside the headline's “34 % (30–38)” within its 95 % CI",
        ),
        (
            "value = 34".to_owned(),
            ci("30", "[26, 34.5]"),
            CanHold,
            "can hold: its 95 % CI, 26–34.5, allows the headline's “34 %”",
        ),
        ("value = 40".to_owned(), ci("30", "[26, 34]"), AtOdds, "cannot hold"),
    ]);
}

#[test]
fn hedges_rounding_and_statuses_go_with_intervals() {
    compare(&[
        (
            poll("34"),
            "value = 36\nhedge = \"more than\"".to_owned(),
            CanHold,
            "within its margin of error",
        ),
        (poll("34"), "value = 38\nhedge = \"more than\"".to_owned(), AtOdds, "cannot hold"),
        (poll("34"), "value = 37.4".to_owned(), AtOdds, "cannot hold"),
        (poll("34"), "value = 38".to_owned(), AtOdds, "cannot hold"),
        (poll("34.5"), "value = 38".to_owned(), Open, "only if one of the two is rounded"),
        (poll("34"), "value = 34".to_owned(), CanHold, "says the same"),
        (poll("34"), "value = 34.2".to_owned(), CanHold, "once rounded"),
        (
            "value = 40\nhedge = \"more than\"".to_owned(),
            ci("36", "[31, 41]"),
            CanHold,
            "allows the headline's “more than 40 %”",
        ),
        (
            "value = 34\nhedge = \"more than\"\npoll = { margin = 3.1 }".to_owned(),
            "value = 32".to_owned(),
            CanHold,
            "within the margin of error of its poll, ± 3.1 pp",
        ),
        (
            "value = \"2/3\"\npoll = { margin = 3 }".to_owned(),
            "value = 64".to_owned(),
            CanHold,
            "within the margin of error of its poll, ± 3 pp",
        ),
        (
            format!("{}\nstatus = \"provisional\"", ci("34", "[32, 36]")),
            "value = 40".to_owned(),
            Open,
            "provisional",
        ),
        (ci("34", "[30, 38]"), "value = [36, 45]".to_owned(), CanHold, "within its 95 % CI"),
    ]);
    let millions = "value = 263\ninterval = [238, 294]";
    let (words, kind) = in_2022("million cases", millions, "unit = \"cases\"\nvalue = 290_000_000");
    assert!(kind == CanHold && words.contains("within its interval"), "{words}");
}

#[test]
fn changes_compare_only_since_the_same_time() {
    let since = |value: &str, base: &str, period: &str| {
        let base = if base.is_empty() { String::new() } else { format!("base = \"{base}\"\n") };
        format!("{base}period = \"{period}\"\nchange = true\nvalue = {value}")
    };
    for (headline, rival, kind, says) in [
        (("-36", "1990", "2022"), ("-36", "1990", "2022"), CanHold, "says the same"),
        (("-36", "1990", "2022"), ("-20", "1990", "2022"), AtOdds, "cannot hold"),
        (
            ("-36", "1990", "2022"),
            ("-20", "2005", "2022"),
            Incomparable,
            "does not compare: it is measured from 2005, the headline from 1990",
        ),
        (("-36", "1990", "2022"), ("-36", "2005", "2022"), Incomparable, "does not compare"),
        (
            ("-36", "1990", "2022"),
            ("-20", "", "2022"),
            Open,
            "; one of the two does not say what it is measured from",
        ),
        (
            ("-36", "1990", "2022"),
            ("-36", "", "2022"),
            CanHold,
            "; one of the two does not say what it is measured from",
        ),
        (("-36", "1990", "2022"), ("-36", "", "1990/2022"), CanHold, "says the same"),
        (("-36", "1990", "2022"), ("-20", "", "1990/2022"), AtOdds, "cannot hold"),
        (("-20", "", "1990/2022"), ("-36", "1990", "2022"), AtOdds, "cannot hold"),
        (("-36", "1990", "2022"), ("-20", "", "2005/2022"), Open, "does not say"),
        (
            ("-36", "1990-04", "2022"),
            ("-20", "1990", "2022"),
            Open,
            "is not known: Apr 1990 and 1990",
        ),
        (("-20", "", "2022"), ("-36", "", "2022"), AtOdds, "cannot hold"),
    ] {
        let as_text = |(value, base, period)| since(value, base, period);
        let (headline, rival) = (as_text(headline), as_text(rival));
        let (words, found) = super::verdict(&format!("unit = \"%\"\n{headline}"), &rival);
        assert!(found == kind && words.contains(says), "{headline} | {rival}: {found:?} {words}");
    }
}
