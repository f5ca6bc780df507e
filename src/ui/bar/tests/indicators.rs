//! Bars of whole indicators: intervals, statuses and aims.

use super::*;

/// An indicator from its own keys and those of its targets.
fn indicator(own: &str, targets: &[&str]) -> Indicator {
    let targets = targets.iter().map(|keys| format!("[[indicator.target]]\n{keys}\n"));
    let targets = targets.collect::<Vec<_>>().concat();
    let file = format!(
        "[report]\ntitle = \"T\"\n[[indicator]]\nid = \"x\"\nlabel = \"X\"\n{own}\n{targets}"
    );
    let loaded = load(&file, Day::new(2026, 1, 1));
    assert_eq!(loaded.errors(), 0, "{file}\n{:?}", loaded.diagnostics);
    loaded.report.indicators.into_iter().next().expect("an indicator")
}

fn headline(own: &str, targets: &[&str], cells: usize) -> String {
    let indicator = indicator(own, targets);
    drawn(&headline_bar(&indicator, indicator.scale.expect("a scale"), cells))
}

#[test]
fn an_interval_stands_around_its_value() {
    for (own, cells, expected) in [
        ("unit = \"%\"\nvalue = 62\ninterval = [48, 76]", 20, "■■■■■■■■■├▫▫●▫▫┤····"),
        ("unit = \"%\"\nvalue = 62\ninterval = [53, 72]", 20, "■■■■■■■■■■├▫●▫┤·····"),
        // The value is not in the middle of it.
        ("unit = \"%\"\nvalue = 50\ninterval = [48, 76]", 20, "■■■■■■■■■├●▫▫▫▫┤····"),
        // On the edge of two cells it takes the one without a wall.
        ("unit = \"%\"\nvalue = 65\ninterval = [58, 66]", 20, "■■■■■■■■■■■├●┤······"),
        // In the cell of an end the value shows, and the other end too.
        ("unit = \"%\"\nvalue = 62\ninterval = [61, 69]", 20, "■■■■■■■■■■■■├┤······"),
        ("unit = \"%\"\nvalue = 68\ninterval = [61, 69]", 20, "■■■■■■■■■■■■├┤······"),
        ("unit = \"%\"\nvalue = 62\ninterval = [61, 63]", 20, "■■■■■■■■■■■■●·······"),
        ("unit = \"%\"\nvalue = \"2/3\"\ninterval = [60, 75]", 20, "■■■■■■■■■■■■├●┤·····"),
        (
            "unit = \"%\"\nvalue = 62\nhedge = \"about\"\ninterval = [53, 72]",
            20,
            "■■■■■■■■■■├▫●▫┤·····",
        ),
        // Where the hedge states a limit, it is not lost.
        (
            "unit = \"%\"\nvalue = 62\nhedge = \"up to\"\ninterval = [53, 72]",
            20,
            "────────────┤·······",
        ),
        ("unit = \"%\"\nvalue = 62\ninterval = [48, 76]", 10, "■■■■├▫●┤··"),
        ("unit = \"%\"\nvalue = 62\ninterval = [48, 76]", 3, "■├┤"),
        ("unit = \"%\"\nvalue = 62\ninterval = [48, 76]", 1, "●"),
        ("unit = \"%\"\nvalue = 62\ninterval = [48, 76]", 0, ""),
        (
            "unit = \"t\"\nscale = [0, 10]\nvalue = 9\ninterval = [7, 12]",
            20,
            "■■■■■■■■■■■■■■├▫▫▫●▸",
        ),
        (
            "unit = \"t\"\nscale = [0, 10]\nvalue = 11\ninterval = [7, 12]",
            20,
            "■■■■■■■■■■■■■■├▫▫▫▫▸",
        ),
        (
            "unit = \"t\"\nscale = [0, 10]\nvalue = 15\ninterval = [12, 18]",
            20,
            "■■■■■■■■■■■■■■■■■■■▸",
        ),
        (
            "unit = \"t\"\nscale = [20, 30]\nvalue = 15\ninterval = [12, 18]",
            20,
            "◂···················",
        ),
    ] {
        assert_eq!(headline(own, &[], cells), expected, "{own}, {cells}");
    }
}

#[test]
fn an_interval_around_a_change_is_read_from_zero_or_goes_through_it() {
    for (value, interval, expected) in [
        (-36, "[-58, -14]", "▼▼├▫▫▫●▫▫▫▫┤·······"),
        (36, "[14, 58]", "▲▲├▫▫▫●▫▫▫▫┤·······"),
        (-36, "[-39, -33]", "▼▼▼▼▼▼├┤···········"),
        (5, "[-20, 30]", "·······├▫┼●▫┤······"),
        (0, "[-20, 30]", "·······├▫●▫▫┤······"),
        (-90, "[-120, -60]", "▼▼▼▼▼▼▼▼▼▼▼├▫▫▫▫▫●▸"),
    ] {
        let own = format!("unit = \"%\"\nchange = true\nvalue = {value}\ninterval = {interval}");
        assert_eq!(headline(&own, &[], 19), expected, "{own}");
    }
}

#[test]
fn what_was_not_observed_is_not_drawn_as_reached() {
    for (own, expected) in [
        ("value = 45\nstatus = \"forecast\"", "○○○○○○○○○···········"),
        ("value = 45\nstatus = \"target\"", "○○○○○○○○○···········"),
        ("value = 45\nstatus = \"scenario\"", "○○○○○○○○○···········"),
        ("value = 45\nderived = \"90 / 2\"", "○○○○○○○○○···········"),
        ("value = 45\nstatus = [\"provisional\", \"forecast\"]", "○○○○○○○○○···········"),
        ("value = 45\nstatus = \"estimated\"", "○○○○○○○○○···········"),
        ("value = 45\nhedge = \"about\"\nstatus = \"forecast\"", "○○○○○○○○≈▫··········"),
        // A change of definition is observed all the same.
        ("value = 45\nstatus = \"break\"", "■■■■■■■■■···········"),
        ("value = 70\nhedge = \"up to\"\nstatus = \"forecast\"", "─────────────┤······"),
        ("value = 85\nhedge = \"more than\"\nstatus = \"forecast\"", "○○○○○○○○○○○○○○○○○├──"),
        ("value = 80\nhedge = \"nearly\"\nstatus = \"forecast\"", "○○○○○○○○○○○○○○○┤····"),
        ("value = 62\ninterval = [53, 72]\nstatus = \"forecast\"", "○○○○○○○○○○├▫○▫┤·····"),
        ("value = 212\nstatus = \"forecast\"", "○○○○○○○○○○○○○○○○○○○▸"),
    ] {
        assert_eq!(headline(&format!("unit = \"%\"\n{own}"), &[], 20), expected, "{own}");
    }
    assert_eq!(headline("unit = \"%\"\nstatus = \"missing\"", &["value = 4"], 20), "");
}

#[test]
fn an_aim_is_a_tick_that_hides_no_limit_and_no_end() {
    for (own, target, expected) in [
        ("value = 30", "value = 72", "■■■■■■········◇·····"),
        ("value = 72", "value = 32", "■■■■■■◇■■■■■■■······"),
        ("value = 30", "value = \"2/3\"", "■■■■■■·······◇······"),
        // A limit is in the cell of its wall, two limits in those of both.
        ("value = 30", "value = 70\nhedge = \"at most\"", "■■■■■■·······◇······"),
        ("value = 30", "value = 70\nhedge = \"at least\"", "■■■■■■········◇·····"),
        ("value = 30", "value = [50, 70]", "■■■■■■····◇··◇······"),
        // In the cell where the bar ends, it goes to its own side of the end.
        ("value = 45", "value = 45", "■■■■■■■■■◇··········"),
        ("value = 43", "value = 44", "■■■■■■■■■◇··········"),
        ("value = 44", "value = 42", "■■■■■■■◇■···········"),
        ("value = 100", "value = 100", "■■■■■■■■■■■■■■■■■■◇■"),
        ("value = 99.9", "value = 100", "■■■■■■■■■■■■■■■■■■■◇"),
        ("value = 0", "value = 0", "◇···················"),
        ("value = 30", "value = 0", "◇■■■■■··············"),
        ("value = 3", "value = 0", "■···················"),
        // So it does at a wall, and at the value in an interval.
        ("value = 70\nhedge = \"up to\"", "value = 68", "────────────◇┤······"),
        ("value = 68\nhedge = \"up to\"", "value = 69", "─────────────┤◇·····"),
        ("value = 40\nhedge = \"at least\"", "value = 42", "■■■■■■■■├◇──────────"),
        ("value = 42\nhedge = \"at least\"", "value = 41", "■■■■■■■◇├───────────"),
        ("value = 62\ninterval = [53, 72]", "value = 62", "■■■■■■■■■■├▫●◇┤·····"),
        ("value = 62\ninterval = [53, 72]", "value = 71", "■■■■■■■■■■├▫●◇┤·····"),
        ("value = 62\ninterval = [53, 72]", "value = 74", "■■■■■■■■■■├▫●▫┤◇····"),
        // The other rough cells tell what a tick hides, but not the value.
        ("value = 80\nhedge = \"nearly\"", "value = 72", "▪▪▪▪▪▪▪▪▪▪▪▪▪▪◇┤····"),
        ("value = 80\nhedge = \"about\"", "value = 80", "▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪≈◇···"),
        // A tick never passes for another value: where there is no cell for it, there is none.
        ("value = 95\nhedge = \"at least\"", "value = 99", "■■■■■■■■■■■■■■■■■■■├"),
        ("value = 212", "value = 100", "■■■■■■■■■■■■■■■■■■◇▸"),
        ("value = 30", "value = 120", "■■■■■■··············"),
        ("value = 30", "value = 40\nchange = true", "■■■■■■··············"),
        ("value = 30\nstatus = \"forecast\"", "value = 72", "○○○○○○········◇·····"),
    ] {
        let own = format!("unit = \"%\"\n{own}");
        assert_eq!(headline(&own, &[target], 20), expected, "{own}; {target}");
    }
}

#[test]
fn aims_of_a_change_lie_on_their_side_of_zero_or_further_on() {
    for (own, target, expected) in [
        ("value = -36", "value = -80", "▼▼▼▼▼▼▼········◇···"),
        ("value = -36", "value = -20", "▼▼▼◇▼▼▼············"),
        ("value = 20", "value = -45", "····◇····┼▲▲·······"),
        ("value = -36", "value = 0", "······▼▼▼◇·········"),
        ("value = -36\nhedge = \"more than\"", "value = -34", "▼▼▼▼▼◇├▽▽▽▽▽▽▽▽▽▽▽▽"),
        ("value = -36\nbase = \"1990\"", "value = -80\nbase = \"1990\"", "▼▼▼▼▼▼▼········◇···"),
        ("value = -36\nbase = \"1990\"", "value = -80", "▼▼▼▼▼▼▼········◇···"),
        // What is measured from another year has no place on this bar.
        ("value = -36\nbase = \"1990\"", "value = -80\nbase = \"2005\"", "▼▼▼▼▼▼▼············"),
        ("value = -36", "value = -80\nbase = \"2005\"", "▼▼▼▼▼▼▼············"),
    ] {
        let own = format!("unit = \"%\"\nchange = true\n{own}");
        assert_eq!(headline(&own, &[target], 19), expected, "{own}; {target}");
    }
}

#[test]
fn each_aim_has_a_tick_and_one_in_another_multiple_is_converted() {
    let own = "unit = \"million t\"\nscale = [0, 20]\nvalue = 5";
    let targets = ["value = 10", "value = 15_000\nunit = \"thousand t\"", "value = 10"];
    assert_eq!(headline(own, &targets, 20), "■■■■■·····◇····◇····");
    assert_eq!(headline(own, &["value = 10\nunit = \"t of oil\""], 20), "■■■■■···············");
}

proptest! {
    #[test]
    fn a_tick_hides_nothing_and_is_within_a_cell_of_its_number(
        value in -150.0..150.0f64,
        target in -150.0..150.0f64,
        hedges in [0..=HEDGES.len(), 0..=HEDGES.len()],
        interval in proptest::option::of([0.0..60.0f64, 0.0..60.0]),
        cells in 0usize..60,
        change in any::<bool>(),
    ) {
        let unit = || Unit::parse("%").expect("a unit");
        let quantity = |value, hedge: usize| {
            Quantity::new(Some(Value::number(value)), HEDGES.get(hedge), unit(), change).ok()
        };
        let [own, aim] = hedges;
        let mut with = indicator("unit = \"%\"\nvalue = 1", &["value = 2"]);
        with.change = change;
        with.headline.quantity = quantity(value, own);
        let around = |[below, above]: [f64; 2]| Uncertainty {
            low: (value - below).into(), high: (value + above).into(), kind: None,
            is_of_poll: false,
        };
        with.headline.uncertainty = interval.map(around).map(Box::new);
        with.targets[0].observation.quantity = quantity(target, aim);
        let scale = Scale::percent(change);
        let (before, after) = (
            figure_bar(&with.headline, scale, cells),
            headline_bar(&with, scale, cells),
        );
        if with.headline.quantity.is_some() && HEDGES.get(own).is_none_or(|h| h.order.is_none()) {
            prop_assert_eq!(after.len(), cells);
        }
        // The cell where a bar ends with nothing beyond.
        let is_fall = change && value < 0.0;
        let pairs = before.windows(2).enumerate();
        let mut ends: Vec<usize> = pairs.filter_map(|(at, pair)| match pair {
            [BarCell::Reached, BarCell::NotReached] if !is_fall => Some(at),
            [BarCell::NotReached, BarCell::Reached] if is_fall => Some(at + 1),
            _ => None,
        }).collect();
        let last = if is_fall { 0 } else { before.len().saturating_sub(1) };
        ends.extend(before.get(last).filter(|cell| **cell == BarCell::Reached).map(|_| last));
        for end in ends {
            prop_assert_eq!(after[end], BarCell::Reached);
        }
        for (at, (before, after)) in before.iter().zip(&after).enumerate() {
            if *after != BarCell::Aim {
                prop_assert_eq!(before, after);
                continue;
            }
            let is_limit = matches!(before, BarCell::Ceiling | BarCell::Floor | BarCell::Value);
            let is_arrow = matches!(before, BarCell::BeyondHigh | BarCell::BeyondLow);
            prop_assert!(!is_limit && !is_arrow);
            let share = (target - scale.low()) / (scale.high() - scale.low());
            let count = |n: usize| u32::try_from(n).map_or(f64::NAN, f64::from);
            let (exact, at) = (share * count(cells), count(at));
            // The zero line takes a cell from both sides.
            let slack = if change { 1.0 } else { 0.0 };
            prop_assert!(at < exact + 1.001 + slack && exact < at + 2.001 + slack);
        }
    }
}
