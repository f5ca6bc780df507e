mod indicators;

use proptest::prelude::*;

use super::*;
use crate::load::load;
use crate::report::{Day, Fraction, HEDGES, HedgeWord, Indicator, Uncertainty, Unit};
use crate::ui::ruler::sign;

fn drawn(cells: &[BarCell]) -> String {
    cells.iter().map(|cell| sign(*cell)).collect()
}

fn quantity(value: Value, hedge: &str, change: bool) -> Quantity {
    let unit = Unit::parse("%").expect("a unit");
    Quantity::new(Some(value), HedgeWord::find(hedge), unit, change).expect("a quantity")
}

fn on(scale: Scale, value: Value, hedge: &str) -> String {
    drawn(&bar(&quantity(value, hedge, false), scale, 20))
}

fn percent(value: f64, hedge: &str) -> String {
    on(Scale::percent(false), Value::number(value), hedge)
}

fn declared(low: f64, high: f64) -> Scale {
    Scale::declared(low, high).expect("a scale")
}

fn fraction(raw: &str) -> Value {
    Value::Fraction(Fraction::parse(raw).expect("a fraction"))
}

#[test]
fn every_kind_of_hedge_is_drawn_as_the_design_has_it() {
    let share = Scale::percent(false);
    assert_eq!(percent(45.0, ""), "■■■■■■■■■···········");
    assert_eq!(percent(70.0, "up to"), "─────────────┤······");
    assert_eq!(on(share, fraction("1/10"), "fewer than"), "─┤··················");
    let at_least = on(declared(0.0, 500.0), Value::number(287.0), "at least");
    assert_eq!(at_least, "■■■■■■■■■■■├───────▸");
    assert_eq!(percent(85.0, "more than"), "■■■■■■■■■■■■■■■■■├──");
    let nearly = on(declared(0.0, 10.0), Value::number(8.0), "nearly");
    assert_eq!(nearly, "▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪┤····");
    assert_eq!(percent(40.0, "just over"), "■■■■■■■■├▫··········");
    assert_eq!(on(share, fraction("2/3"), "about"), "▪▪▪▪▪▪▪▪▪▪▪▪▪≈▫·····");
    assert_eq!(on(share, Value::pair(50.0, 70.0), ""), "■■■■■■■■■■├──┤······");
    assert_eq!(on(share, fraction("2/3"), ""), "■■■■■■■■■■■■■·······");
    assert_eq!(percent(212.0, ""), "■■■■■■■■■■■■■■■■■■■▸");
    assert_eq!(on(share, Value::pair(40.0, 60.0), "about"), "▪▪▪▪▪▪▪▪≈▫▫≈▫·······");
}

#[test]
fn a_change_grows_from_zero_to_its_side() {
    let draw = |value: f64, hedge: &str| {
        drawn(&bar(&quantity(Value::number(value), hedge, true), Scale::percent(true), 19))
    };
    assert_eq!(draw(-45.0, ""), "·····■■■■┼·········");
    assert_eq!(draw(45.0, ""), "·········┼■■■■·····");
    assert_eq!(draw(0.0, ""), "·········┼·········");
    assert_eq!(draw(-45.0, "more than"), "────├■■■■┼·········");
    assert_eq!(draw(-45.0, "up to"), "····┤────┼·········");
    assert_eq!(draw(45.0, "at least"), "·········┼■■■■├───▸");
    assert_eq!(draw(300.0, ""), "·········┼■■■■■■■■▸");
    let pair = quantity(Value::pair(-20.0, 30.0), "", true);
    assert_eq!(drawn(&bar(&pair, Scale::percent(true), 19)), "·······├─┼──┤······");
}

#[test]
fn a_wall_means_the_same_on_both_sides_of_zero() {
    let draw = |value: Value, hedge: &str| {
        drawn(&bar(&quantity(value, hedge, true), Scale::percent(true), 19))
    };
    for (value, hedge, expected) in [
        (-30.0, "more than", "──────├■■┼·········"),
        (-30.0, "at least", "──────├■■┼·········"),
        (-30.0, "up to", "······┤──┼·········"),
        (-30.0, "less than", "······┤──┼·········"),
        (-30.0, "nearly", "······┤▪▪┼·········"),
        (-30.0, "just over", "·····▫├■■┼·········"),
        (-30.0, "about", "·····▫≈▪▪┼·········"),
        (30.0, "more than", "·········┼■■├─────▸"),
        (30.0, "up to", "·········┼──┤······"),
        (30.0, "about", "·········┼▪▪≈▫·····"),
        (0.0, "about", "········▫≈▫········"),
    ] {
        assert_eq!(draw(Value::number(value), hedge), expected, "{hedge} {value}");
    }
    // A range is not a limit in words: brackets stand around it.
    assert_eq!(draw(Value::pair(-50.0, -30.0), ""), "····├─┤■■┼·········");
    assert_eq!(draw(Value::pair(-50.0, -30.0), "about"), "···▫≈▫≈▪▪┼·········");
}

#[test]
fn a_vague_value_stands_in_its_cell_with_small_cells_up_to_it_and_one_beyond() {
    for (value, cells, expected) in [
        (80.0, 20, "▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪≈▫···"),
        (80.0, 10, "▪▪▪▪▪▪▪≈▫·"),
        (77.0, 20, "▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪≈▫···"),
        (0.0, 20, "≈▫··················"),
        (2.0, 20, "≈▫··················"),
        (6.0, 20, "▪≈▫·················"),
        (100.0, 20, "▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪≈"),
        (97.0, 10, "▪▪▪▪▪▪▪▪▪≈"),
        (50.0, 2, "≈▫"),
        (50.0, 1, "≈"),
    ] {
        let about = quantity(Value::number(value), "about", false);
        let drawn = drawn(&bar(&about, Scale::percent(false), cells));
        assert_eq!(drawn, expected, "about {value}");
    }
    // Two values in one cell share the sign.
    let narrow = quantity(Value::pair(41.0, 44.0), "about", false);
    assert_eq!(drawn(&bar(&narrow, Scale::percent(false), 10)), "▪▪▪▪≈▫····");
}

#[test]
fn a_bar_never_claims_an_end_that_is_not_reached() {
    assert_eq!(percent(0.0, ""), "····················");
    assert_eq!(percent(0.4, ""), "■···················");
    assert_eq!(percent(99.9, ""), "■■■■■■■■■■■■■■■■■■■·");
    assert_eq!(percent(100.0, ""), "■■■■■■■■■■■■■■■■■■■■");
    assert_eq!(percent(-5.0, ""), "◂···················");
    assert_eq!(percent(120.0, "up to"), "───────────────────▸");
    assert_eq!(percent(0.0, "up to"), "┤···················");
    assert_eq!(percent(100.0, "at least"), "■■■■■■■■■■■■■■■■■■■├");
    assert_eq!(percent(98.0, "more than"), "■■■■■■■■■■■■■■■■■■■├");
    let beyond = |hedge| on(declared(0.0, 10.0), Value::number(10.4), hedge);
    assert_eq!(beyond("nearly"), "▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▸");
    assert_eq!(on(declared(0.0, 10.0), Value::number(10.1), "about"), "▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▸");
}

#[test]
fn a_floor_near_the_end_of_a_scale_leaves_room_for_what_lies_beyond() {
    let draw = |value, hedge| on(declared(0.0, 500.0), Value::number(value), hedge);
    assert_eq!(draw(490.0, "at least"), "■■■■■■■■■■■■■■■■■■├▸");
    assert_eq!(draw(500.0, "more than"), "■■■■■■■■■■■■■■■■■■■▸");
    assert_eq!(draw(499.0, "just over"), "■■■■■■■■■■■■■■■■■■├▸");
    assert_eq!(draw(498.0, "about"), "▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪≈");
    assert_eq!(percent(100.0, "more than"), "■■■■■■■■■■■■■■■■■■■▸");
}

#[test]
fn a_change_off_its_scale_or_below_a_cell_is_not_drawn_as_none() {
    let draw = |value: Value, hedge: &str, low, high| {
        drawn(&bar(&quantity(value, hedge, true), declared(low, high), 11))
    };
    assert_eq!(draw(Value::number(-5.0), "", 0.0, 50.0), "◂··········");
    assert_eq!(draw(Value::number(5.0), "at least", -50.0, 0.0), "··········▸");
    assert_eq!(draw(Value::number(-0.8), "", -1.0, 100.0), "■┼·········");
    assert_eq!(draw(Value::pair(-20.0, 20.0), "about", -50.0, 50.0), "··▫≈▫┼▫≈▫··");
    // A fraction falls like the number of percent that it is.
    for hedge in ["", "up to", "more than", "nearly", "about"] {
        let number = draw(Value::number(-20.0), hedge, -50.0, 50.0);
        assert_eq!(draw(fraction("-1/5"), hedge, -50.0, 50.0), number, "{hedge}");
    }
    assert_eq!(draw(fraction("-1/5"), "", -50.0, 50.0), "···■■┼·····");
}

#[test]
fn limits_fall_into_the_outermost_allowed_cell_whatever_the_rounding() {
    // 0.29 × 100 is 28.999999999999996 in binary.
    let cells = |hedge: &str| {
        let quantity = quantity(Value::number(0.29), hedge, false);
        bar(&quantity, declared(0.0, 1.0), 100)
    };
    assert_eq!(cells("up to").iter().position(|c| *c == BarCell::Ceiling), Some(28));
    assert_eq!(cells("at least").iter().position(|c| *c == BarCell::Floor), Some(29));
}

proptest! {
    #[test]
    fn a_bar_has_its_cells_and_no_wall_that_is_not_stated(
        value in proptest::num::f64::NORMAL | proptest::num::f64::ZERO,
        hedge in 0..=HEDGES.len(),
        low in -1e6..1e6f64,
        length in 1e-6..1e6f64,
        cells in 0usize..60,
        change in any::<bool>(),
    ) {
        let unit = Unit::parse("%").expect("a unit");
        let hedge = HEDGES.get(hedge);
        let quantity = Quantity::new(Some(Value::number(value)), hedge, unit, change);
        let (Ok(quantity), Some(scale)) = (quantity, Scale::declared(low, low + length)) else {
            return Ok(());
        };
        let bar = bar(&quantity, scale, cells);
        prop_assert_eq!(bar.len(), cells);
        let interval = quantity.interval();
        let stated = |end: End| matches!(end, End::Closed(_) | End::Excluded(_));
        let (near, far) = if quantity.is_fall() && scale.holds(0.0) {
            (interval.high, interval.low)
        } else {
            (interval.low, interval.high)
        };
        if quantity.class().is_none() || !stated(near) {
            prop_assert!(!bar.contains(&BarCell::Floor));
        }
        if quantity.class().is_none() || !stated(far) {
            prop_assert!(!bar.contains(&BarCell::Ceiling));
        }
        if interval.low == End::Open && !quantity.is_fall() {
            prop_assert!(!bar.contains(&BarCell::Reached), "nothing is sure below a ceiling");
        }
    }
}

/// The values of a cell of a bar, from its lower to its upper edge; `None` for the zero line.
fn edges(at: usize, cells: usize, scale: Scale, zero: Option<usize>) -> Option<(f64, f64)> {
    let count = |n: usize| u32::try_from(n).map_or(f64::NAN, f64::from);
    let (low, high) = (scale.low(), scale.high());
    let (from, to, nth, of) = match zero {
        None => (low, high, at, cells),
        Some(zero) if at < zero => (low, 0.0, at, zero),
        Some(zero) if at > zero => (0.0, high, at - zero - 1, cells - zero - 1),
        Some(_) => return None,
    };
    let step = (to - from) / count(of);
    Some((from + step * count(nth), from + step * count(nth + 1)))
}

proptest! {
    #[test]
    fn a_bar_allows_what_its_figure_allows_within_a_cell(
        value in -140.0..140.0f64,
        more in proptest::option::of(0.0..60.0f64),
        hedge in 0..=HEDGES.len(),
        cells in 10usize..60,
        change in any::<bool>(),
    ) {
        use BarCell::{About, BeyondHigh, BeyondLow, Ceiling, Floor, NotReached, Reached};
        use crate::report::HedgeClass::{Above, AtLeast, AtMost, Below, JustOver, Nearly, UpTo};
        let unit = Unit::parse("%").expect("a unit");
        let stated = more.map_or(Value::number(value), |more| Value::pair(value, value + more));
        let Ok(quantity) = Quantity::new(Some(stated), HEDGES.get(hedge), unit, change) else {
            return Ok(());
        };
        let scale = Scale::percent(change);
        let bar = bar(&quantity, scale, cells);
        let zero = change.then(|| zero_cell(scale, cells));
        let interval = quantity.interval();
        let slack = (scale.high() - scale.low()) / f64::from(u32::try_from(cells).unwrap()) * 1.2;
        let is_fall = |at: usize| zero.is_some_and(|zero| at < zero);
        let ends: Vec<f64> = [interval.low, interval.high].iter().filter_map(|e| e.value()).collect();
        for (at, cell) in bar.iter().enumerate() {
            let Some((from, to)) = edges(at, cells, scale, zero) else { continue };
            let holds = |number: &f64| *number >= from - 1e-9 && *number <= to + 1e-9;
            match cell {
                // Walls and vague values stand in the cells of their numbers; in the last cell of a scale
                // with more beyond it, the arrow has the place.
                Floor | Ceiling | About => {
                    let beside_arrow = [at.checked_sub(1), Some(at + 1)].into_iter().flatten()
                        .any(|at| matches!(bar.get(at), Some(BeyondHigh | BeyondLow)));
                    prop_assert!(ends.iter().any(holds) || beside_arrow, "{at} of {bar:?}, {ends:?}");
                }
                // What is filled, the figure allows no less than, and no more than a cell is added.
                Reached if is_fall(at) => {
                    let near = interval.high.value();
                    prop_assert!(near.is_some_and(|near| near <= to + 1e-9), "{at} of {bar:?}");
                    prop_assert!(near.is_some_and(|near| near <= from + slack), "{at} of {bar:?}");
                }
                Reached => {
                    let near = interval.low.value();
                    prop_assert!(near.is_some_and(|near| near >= from - 1e-9), "{at} of {bar:?}");
                }
                // What has dots, no value that is allowed reaches through.
                NotReached if is_fall(at) => {
                    let far = interval.low.value();
                    let far = far.unwrap_or(f64::NEG_INFINITY).max(scale.low());
                    prop_assert!(quantity.is_vague() || far >= from - slack || !quantity.is_fall(), "{at} of {bar:?}");
                }
                NotReached => {
                    let far = interval.high.value().unwrap_or(f64::INFINITY);
                    let far = if quantity.is_fall() { 0.0 } else { far };
                    prop_assert!(quantity.is_vague() || far <= to + slack, "{at} of {bar:?}");
                }
                _ => {}
            }
        }
        // The wall of a floor is there for words that say at least, and that of a ceiling for at most.
        let wrong = match quantity.class() {
            Some(AtLeast | Above | JustOver) => bar.contains(&Ceiling),
            Some(AtMost | Below | UpTo | Nearly) => bar.contains(&Floor),
            _ => false,
        };
        prop_assert!(!wrong, "{bar:?}");
    }
}
