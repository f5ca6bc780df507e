//! What holds for any two figures.

use super::*;

const HEDGES: [&str; 10] = [
    "",
    "up to",
    "at most",
    "below",
    "at least",
    "above",
    "about",
    "nearly",
    "just over",
    "between",
];

fn any_figure() -> impl Strategy<Value = String> {
    (0usize..HEDGES.len(), 1u32..40, 1u32..9).prop_map(|(hedge, value, more)| match HEDGES[hedge] {
        "between" => format!("between {value}..{}", value + more),
        hedge => format!("{hedge} {value}").trim().to_owned(),
    })
}

/// Whether a value is allowed, as far as a hedge says so by itself.
fn allows(observation: &Observation, value: f64) -> bool {
    let Interval { low, high } = observation.quantity.as_ref().unwrap().allowed();
    let above = match low {
        End::Open | End::Vague(_) => true,
        End::Closed(v) => value >= v,
        End::Excluded(v) => value > v,
    };
    let below = match high {
        End::Open | End::Vague(_) => true,
        End::Closed(v) => value <= v,
        End::Excluded(v) => value < v,
    };
    above && below
}

proptest! {
    #[test]
    fn what_is_apart_has_no_value_in_common_and_nothing_else_is(here in any_figure(), there in any_figure()) {
        let headline = indicator(&here, "%", false, "");
        let rival = rival(&there, "%", false, "");
        // Halves lie between all whole numbers that the figures are made of.
        let common = (-2..120).map(|n| f64::from(n) / 2.0)
            .any(|value| allows(&headline.headline, value) && allows(&rival.observation, value));
        let relation = rival.relation(&headline);
        let none = matches!(
            relation,
            Relation::Apart | Relation::IfRounded | Relation::IfBothRounded | Relation::Rounded
        );
        prop_assert_eq!(none, !common, "{} beside {}: {:?}", there, here, relation);
    }

    #[test]
    fn the_two_sides_of_a_relation_fit(here in any_figure(), there in any_figure()) {
        let one = rival(&there, "%", false, "").relation(&indicator(&here, "%", false, ""));
        let other = rival(&here, "%", false, "").relation(&indicator(&there, "%", false, ""));
        let turned = match other {
            Relation::Within => Relation::Around,
            Relation::Around => Relation::Within,
            same => same,
        };
        prop_assert_eq!(one, turned, "{} and {}", here, there);
    }

    #[test]
    fn the_two_sides_of_exact_figures_fit(
        here in "-?[1-9][0-9]{0,3}0{0,4}([.][0-9]{1,2})?",
        there in "-?[1-9][0-9]{0,3}0{0,4}([.][0-9]{1,2})?",
        unit in prop::sample::select(vec!["%", "people", "billion USD", "rank", "year"]),
    ) {
        let one = rival(&there, unit, false, "").relation(&indicator(&here, unit, false, ""));
        let other = rival(&here, unit, false, "").relation(&indicator(&there, unit, false, ""));
        prop_assert_eq!(one, other, "{} and {}", here, there);
        let numbers: [f64; 2] = [here.parse().unwrap(), there.parse().unwrap()];
        let is_far = numbers[0] * numbers[1] < 0.0 || (numbers[0] / numbers[1]).ln().abs() > 1.0;
        // Written without decimals, 1 may be half as much again.
        let is_far = is_far && numbers.iter().all(|number| number.abs() > 9.0);
        prop_assert!(one == Relation::Apart || !is_far, "{} and {}: {:?}", here, there, one);
    }

    #[test]
    fn a_multiplier_changes_nothing(here in any_figure(), there in any_figure()) {
        let plain = rival(&there, "USD", false, "").relation(&indicator(&here, "USD", false, ""));
        let bounds = |relation| !matches!(relation, Relation::Rounded | Relation::IfRounded);
        let million = rival(&there, "million USD", false, "");
        let relation = million.relation(&indicator(&here, "million USD", false, ""));
        // Only how far rounding reaches goes by the multiplier.
        prop_assert!(relation == plain || !bounds(relation) || !bounds(plain));
    }
}
