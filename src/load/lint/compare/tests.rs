//! Verdicts from the text of a file to the words on the screen, `±` and W012.

mod intervals;
mod outcomes;

use crate::load::load;
use crate::report::{Day, Flags, VerdictKind};

/// The verdict on a rival, in words and in a word.
fn verdict(headline: &str, rival: &str) -> (String, VerdictKind) {
    let text = format!(
        "[report]\ntitle = \"T\"\n[[indicator]]\nid = \"a\"\nlabel = \"A\"\n{headline}\n\
         [[indicator.rival]]\n{rival}\n"
    );
    let as_of = Day::new(2026, 11, 23);
    let loaded = load(&text, as_of);
    assert_eq!(loaded.errors(), 0, "{text}\n{:#?}", loaded.diagnostics);
    let indicator = &loaded.report.indicators[0];
    let verdict = indicator.rivals[0].verdict(indicator);
    let is_at_odds = verdict.kind() == VerdictKind::AtOdds;
    let warned = loaded.diagnostics.iter().any(|d| d.rule.code == "W012");
    assert_eq!(warned, is_at_odds, "{text}");
    assert_eq!(Flags::new(indicator, as_of).contradicted, is_at_odds, "{text}");
    (verdict.words(), verdict.kind())
}

/// The verdict on a rival, both of 2022.
fn in_2022(unit: &str, headline: &str, rival: &str) -> (String, VerdictKind) {
    let headline = format!("unit = \"{unit}\"\nperiod = \"2022\"\n{headline}");
    verdict(&headline, &format!("period = \"2022\"\n{rival}"))
}

#[test]
fn a_number_is_as_exact_as_its_last_digit() {
    use VerdictKind::{AtOdds, CanHold};
    for (unit, headline, rival, kind, says) in [
        ("%", "5.0", "5.4", AtOdds, "cannot hold"),
        ("%", "5.0", "5.04", CanHold, "once rounded"),
        ("%", "5.0", "5", CanHold, "says the same"),
        ("%", "5", "5.4", CanHold, "once rounded"),
        ("%", "7.5", "7.6", AtOdds, "cannot hold"),
        ("billion USD", "4.0", "4.4", AtOdds, "cannot hold"),
        ("billion USD", "4", "4.4", CanHold, "once rounded"),
        ("%", "100.0", "100.4", AtOdds, "cannot hold"),
        ("%", "100", "100.4", CanHold, "once rounded"),
        ("%", "70", "72", AtOdds, "cannot hold"),
        ("%", "70", "74", AtOdds, "cannot hold"),
        ("people", "5", "7", AtOdds, "cannot hold"),
        ("people", "70", "74", AtOdds, "cannot hold"),
        ("people", "1.5e3", "1_540", CanHold, "once rounded"),
        ("people", "1.50e3", "1_540", AtOdds, "cannot hold"),
        ("year", "2020", "2021", AtOdds, "cannot hold"),
        ("rank", "10", "11", AtOdds, "cannot hold"),
    ] {
        let (words, found) =
            in_2022(unit, &format!("value = {headline}"), &format!("value = {rival}"));
        assert!(found == kind && words.contains(says), "{headline}, {rival}: {words}");
    }
}

#[test]
fn the_ends_of_a_range_are_not_rounded() {
    for (headline, rival, kind) in [
        ("[50, 70]", "70.4", VerdictKind::AtOdds),
        ("[50.2, 70]", "50", VerdictKind::Open),
        ("[50, 70]", "71", VerdictKind::AtOdds),
        ("[50, 70]", "[70.2, 72.5]", VerdictKind::AtOdds),
        ("[50, 70]", "70", VerdictKind::CanHold),
    ] {
        let both = in_2022("%", &format!("value = {headline}"), &format!("value = {rival}"));
        assert_eq!(both.1, kind, "{headline}, {rival}: {}", both.0);
    }
}

#[test]
fn a_fraction_is_as_exact_as_its_last_place() {
    use VerdictKind::{AtOdds, CanHold, Open};
    for (headline, rival, kind) in [
        ("\"1/1000\"", "\"1/500\"", AtOdds),
        ("\"1/1000\"", "0.1", CanHold),
        ("\"1/100\"", "0.6", AtOdds),
        ("\"1/100\"", "1", CanHold),
        ("\"999/1000\"", "99.6", AtOdds),
        ("\"2/3\"", "67", CanHold),
        ("\"2/3\"", "66.7", CanHold),
        ("\"2/3\"", "66.2", Open),
        ("\"2/3\"", "68", AtOdds),
        ("\"1/3\"", "33", CanHold),
        ("\"1/1\"", "98", AtOdds),
        ("\"0/5\"", "1", AtOdds),
    ] {
        let (words, found) =
            in_2022("%", &format!("value = {headline}"), &format!("value = {rival}"));
        assert_eq!(found, kind, "{headline}, {rival}: {words}");
    }
}

#[test]
fn a_number_that_ends_in_zeros_may_be_rounded_and_the_verdict_says_so() {
    use VerdictKind::{AtOdds, CanHold, Open};
    for (unit, headline, rival, kind) in [
        ("people", "610_000", "609_700", CanHold),
        ("people", "609_700", "610_000", CanHold),
        ("people", "19_000", "19_412", CanHold),
        ("people", "20_000", "20_412", CanHold),
        ("people", "500_000", "512_000", CanHold),
        ("USD", "1_200_000", "1_234_567", CanHold),
        ("people", "610_000", "619_000", AtOdds),
        ("people", "20_000", "24_000", AtOdds),
        ("people", "1_000", "1_200", AtOdds),
        ("people", "610_000", "615_000", Open),
    ] {
        let (words, found) =
            in_2022(unit, &format!("value = {headline}"), &format!("value = {rival}"));
        assert_eq!(found, kind, "{headline}, {rival}: {words}");
        if found == CanHold {
            let says = "once rounded: a number that ends in zeros may be rounded";
            assert!(words.ends_with(says), "{words}");
        }
    }
    let (words, kind) =
        in_2022("thousand people", "value = 19", "unit = \"people\"\nvalue = 19_412");
    assert!(kind == CanHold && words.ends_with("once rounded"), "{words}");
}

#[test]
fn a_poll_is_as_exact_as_its_margin() {
    use VerdictKind::{AtOdds, CanHold};
    let poll = |margin: &str| format!("value = 38\npoll = {{ margin = {margin} }}");
    for (headline, rival, kind, says) in [
        (poll("4.4"), "value = 41", CanHold, "“38 % (33.6–42.4)” within its margin of error"),
        (poll("4.0"), "value = 42", CanHold, "38 % (34.0–42.0)"),
        (poll("4.4"), "value = 44", AtOdds, "cannot hold"),
        (poll("4.4"), "value = 41\nhedge = \"more than\"", CanHold, "within its margin"),
        (poll("4.4"), "value = 38.2", CanHold, "once rounded"),
        (poll("0"), "value = 41", AtOdds, "cannot hold"),
        (format!("{}\nhedge = \"about\"", poll("4.4")), "value = 41", CanHold, "within the margin"),
        (
            format!("{}\nhedge = \"about\"", poll("4.4")),
            "value = 45",
            VerdictKind::Open,
            "reaches as far",
        ),
        (
            format!("status = \"forecast\"\n{}", poll("4.4")),
            "value = 41",
            VerdictKind::Unobserved,
            "came out above",
        ),
    ] {
        let (words, found) = in_2022("%", &headline, rival);
        assert!(found == kind && words.contains(says), "{rival}: {words}");
    }
    // A margin is in percentage points, and says nothing of people.
    assert_eq!(in_2022("people", &poll("4.4"), "value = 41").1, AtOdds);
}

#[test]
fn what_is_not_sure_by_its_status_is_no_contradiction() {
    use VerdictKind::{AtOdds, CanHold, Open};
    for (headline, rival, kind, says) in [
        ("estimated", "normal", Open, "; the headline is an estimate"),
        ("normal", "estimated", Open, "; this one is an estimate"),
        ("estimated", "estimated", Open, "; both are estimates"),
        ("provisional", "normal", Open, "the headline is provisional and may have been revised"),
        ("low reliability", "normal", Open, "the headline is of low reliability"),
        ("normal", "U", Open, "this one is of low reliability"),
        ("normal", "imputed", Open, "this one is imputed"),
        ("normal", "definition differs", Open, "this one is by a definition that differs"),
        ("break", "normal", Open, "; the headline begins a new basis"),
        (
            "provisional",
            "estimated",
            Open,
            "; this one is an estimate, the headline is provisional",
        ),
        ("normal", "normal", AtOdds, "cannot hold beside the headline's “40 %”"),
    ] {
        let with = |value, status| format!("value = {value}\nstatus = \"{status}\"");
        let (words, found) = in_2022("%", &with(40.0, headline), &with(41.2, rival));
        assert!(found == kind && words.contains(says), "{words}");
    }
    let (words, kind) = in_2022("%", "value = 40", "value = 40\nstatus = \"estimated\"");
    assert_eq!((kind, &*words), (CanHold, "says the same as the headline, “40 %”"));
}

#[test]
fn what_may_be_of_another_time_is_no_contradiction() {
    use VerdictKind::{AnotherTime, IfAnotherTime, Open};
    for (here, there, expected) in [
        ("", "", IfAnotherTime),
        ("period = \"2022\"", "", IfAnotherTime),
        ("", "period = \"2022\"", IfAnotherTime),
        ("period = \"2021\"", "period = \"2022\"", AnotherTime),
        ("period = \"2022/2023\"", "period = \"2023/2024\"", Open),
        ("period = \"2022~\"", "period = \"2022~\"", Open),
    ] {
        let (words, kind) =
            verdict(&format!("unit = \"%\"\nvalue = 40\n{here}"), &format!("value = 50\n{there}"));
        assert_eq!(kind, expected, "{words}");
    }
}

#[test]
fn a_difference_in_time_or_status_is_stated() {
    let text = |headline: &str, rival: &str| {
        let text = format!(
            "report.title = \"T\"\n[[indicator]]\nid = \"a\"\nlabel = \"A\"\nunit = \"million cars\"\n\
             value = 3.5\n{headline}\n[[indicator.rival]]\nvalue = 3.5\n{rival}"
        );
        let loaded = load(&text, Day::new(2026, 11, 23));
        let indicator = &loaded.report.indicators[0];
        let verdict = indicator.rivals[0].verdict(indicator);
        (verdict.differs(), verdict.words())
    };
    let (differs, words) = text("period = \"2022/2023\"", "period = \"2023/2024\"");
    assert_eq!(differs, "in time");
    assert_eq!(words, "says the same as the headline, “3.5 mn cars”, for another period");
    let (differs, words) = text("period = \"2022\"", "period = \"2023\"\nstatus = \"forecast\"");
    assert_eq!(differs, "in time and in status");
    assert_eq!(words, "says the same as the headline, “3.5 mn cars”, at another time");
    assert_eq!(text("", "period = \"2023\"").0, "in nothing that is stated");
    assert_eq!(text("", "differs = \"vans, too\"").0, "vans, too");
}

#[test]
fn two_words_for_one_unit_compare_and_others_are_named() {
    let (_, kind) = in_2022("people", "value = 5", "unit = \"persons\"\nvalue = 7");
    assert_eq!(kind, VerdictKind::AtOdds);
    let (words, kind) = in_2022("hospitals", "value = 5", "unit = \"clinics\"\nvalue = 7");
    assert_eq!(kind, VerdictKind::Incomparable);
    assert_eq!(words, "does not compare, unless “clinics” and “hospitals” are one unit");
    let (words, _) = in_2022("USD", "value = 5", "unit = \"million dollars\"\nvalue = 7");
    assert_eq!(words, "does not compare, unless “dollars” and “USD” are one unit");
    for (here, there) in
        [("USD", "EUR"), ("USD", "people"), ("people per km2", "people"), ("tonnes", "litres")]
    {
        let (words, _) = in_2022(here, "value = 5", &format!("unit = \"{there}\"\nvalue = 7"));
        assert_eq!(words, "does not compare: it is in another unit", "{here}, {there}");
    }
    let (words, _) = in_2022("USD", "value = 5", "unit = \"%\"\nvalue = 7");
    assert_eq!(words, "does not compare: it is in another unit");
}
