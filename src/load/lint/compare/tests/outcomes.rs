//! A forecast, a target or a scenario beside what came of it.

use super::*;

/// What is said of figures of which one was not observed, both of 2022.
fn unobserved(unit: &str, headline: &str, rival: &str, says: &str) {
    let (words, kind) = in_2022(unit, headline, rival);
    assert_eq!(words, says);
    assert_eq!(kind, VerdictKind::Unobserved, "{says}");
}

#[test]
fn a_forecast_has_an_outcome_and_no_dispute() {
    for (headline, rival, says) in [
        (
            "value = 40\nstatus = \"forecast\"",
            "value = 50",
            "came out above the headline's “40 %, forecast”",
        ),
        (
            "value = 50",
            "value = 40\nstatus = \"forecast\"",
            "is a forecast: the headline's “50 %” came out above it",
        ),
        (
            "value = 50",
            "value = 60\nstatus = \"scenario\"",
            "is above the headline's “50 %” in a scenario",
        ),
    ] {
        unobserved("%", headline, rival, says);
    }
    for (headline, rival, says) in [
        (
            "value = 40\nhedge = \"up to\"\nstatus = \"forecast\"",
            "value = 38",
            "came out as the headline's “up to 40 %, forecast” says",
        ),
        (
            "value = 38\nstatus = \"provisional\"",
            "value = [37, 39]\nstatus = \"forecast\"",
            "is a forecast: the headline's “38 %, provisional” came out as it says",
        ),
    ] {
        assert_eq!(in_2022("%", headline, rival), (says.to_owned(), VerdictKind::CanHold));
    }
    let other = in_2022("%", "value = 50\nstatus = \"target\"", "value = 40\ndiffers = \"goods\"");
    let says = "is below the headline's “aimed at: 50 %”, but measures another thing";
    assert_eq!(other, (says.to_owned(), VerdictKind::AnotherMeasureBeyond));
    let (words, kind) = in_2022("%", "value = 40\nstatus = \"forecast\"", "value = 40.3");
    assert_eq!(kind, VerdictKind::CanHold);
    assert_eq!(words, "came out as the headline's “40 %, forecast” says, once rounded");
}

#[test]
fn an_outcome_says_on_what_it_depends() {
    for (headline, rival, says) in [
        (
            "value = 40\nhedge = \"about\"\nstatus = \"forecast\"",
            "value = 44",
            "came out above the headline's “about 40 %, forecast”, unless the headline reaches as far",
        ),
        (
            "value = 44\nhedge = \"about\"",
            "value = 50\nstatus = \"forecast\"",
            "is a forecast: the headline's “about 44 %” came out below it, unless the headline \
             reaches as far",
        ),
        (
            "value = 40\nstatus = \"forecast\"",
            "value = 50\nhedge = \"about\"",
            "came out above the headline's “40 %, forecast”, unless “about 50 %” reaches as far",
        ),
        (
            "value = 40\nstatus = \"forecast\"",
            "value = 40\nhedge = \"more than\"",
            "came out above the headline's “40 %, forecast”, unless one of the two is rounded",
        ),
    ] {
        let (words, kind) = in_2022("%", headline, rival);
        assert_eq!((&*words, kind), (says, VerdictKind::Open));
    }
    for (status, by) in [
        ("estimated", "by an estimate"),
        ("provisional", "by a provisional figure"),
        ("U", "by a figure that is of low reliability"),
    ] {
        let rival = format!("value = 50\nstatus = \"{status}\"");
        let says = format!("came out above the headline's “40 %, forecast”, {by}");
        unobserved("%", "value = 40\nstatus = \"forecast\"", &rival, &says);
    }
}

#[test]
fn what_came_out_is_said_in_the_words_of_its_unit() {
    for (unit, headline, rival, says) in [
        (
            "million cars",
            "value = 20\nhedge = \"exceeds\"\nstatus = \"forecast\"",
            "value = 18.4",
            "came out below the headline's “exceeds 20 mn cars, forecast”",
        ),
        (
            "year",
            "value = 2025\nstatus = \"forecast\"",
            "value = 2026",
            "came out later than the headline's “2025, forecast”",
        ),
        (
            "%",
            "change = true\nvalue = -45\nstatus = \"forecast\"",
            "value = -36",
            "came out smaller than the headline's “a fall of 45 %, forecast”",
        ),
        (
            "%",
            "change = true\nvalue = -45\nstatus = \"forecast\"",
            "value = [-52, -50]",
            "came out larger than the headline's “a fall of 45 %, forecast”",
        ),
    ] {
        unobserved(unit, headline, rival, says);
    }
}

#[test]
fn a_forecast_of_another_time_has_not_come_out() {
    for (here, there, says) in [
        (
            "period = \"2030\"",
            "period = \"2022\"",
            "is above the headline's “40 %, forecast”, at another time",
        ),
        (
            "period = \"2022\"",
            "period = \"2022-06\"",
            "is above the headline's “40 %, forecast”, for a period that is not the same",
        ),
        (
            "period = \"2022\"",
            "",
            "is above the headline's “40 %, forecast”; whether for the same time is not known, as this one \
             has no date",
        ),
        (
            "",
            "",
            "is above the headline's “40 %, forecast”; whether for the same time is not known, as \
             neither has a date",
        ),
    ] {
        let (words, kind) = verdict(
            &format!("unit = \"%\"\nvalue = 40\nstatus = \"forecast\"\n{here}"),
            &format!("value = 50\n{there}"),
        );
        assert_eq!((&*words, kind), (says, VerdictKind::Unobserved));
    }
}

#[test]
fn a_target_has_a_distance_and_no_dispute() {
    for (unit, headline, rival, says) in [
        (
            "%",
            "value = 50",
            "value = 60\nhedge = \"at least\"\nstatus = \"target\"",
            "is a target; 50 of at least 60: 10 points short",
        ),
        (
            "%",
            "value = 50\nstatus = \"target\"",
            "value = 40",
            "counts towards what the headline aims at; 40 against 50: 10 points below",
        ),
        (
            "rank",
            "value = 1\nstatus = \"target\"",
            "value = 3",
            "counts towards what the headline aims at; 3 against 1: 2 places lower",
        ),
        (
            "%",
            "change = true\nvalue = -45\nstatus = \"target\"",
            "value = -36",
            "counts towards what the headline aims at; −36 of −45: 9 points short",
        ),
        (
            "%",
            "value = 50\nstatus = \"target\"",
            "value = 40\nstatus = \"forecast\"",
            "is below the headline's “aimed at: 50 %”; neither is an outcome",
        ),
    ] {
        let (words, kind) = in_2022(unit, headline, rival);
        assert_eq!((&*words, kind), (says, VerdictKind::Aim));
    }
}

#[test]
fn scenarios_dispute_nothing() {
    let scenario = |name: &str, value: u8| format!("value = {value}\nscenario = \"{name}\"");
    let (words, kind) = in_2022("%", "value = 50", &scenario("stated policies", 60));
    assert_eq!(words, "is above the headline's “50 %” in scenario “stated policies”");
    assert_eq!(kind, VerdictKind::Unobserved);
    let (words, kind) = in_2022("%", &scenario("net zero", 50), &scenario("stated policies", 60));
    assert_eq!(
        words,
        "is above the headline's “50 %, scenario “net zero”” in scenario “stated policies”; \
         neither is an outcome"
    );
    assert_eq!(kind, VerdictKind::Unobserved);
}
