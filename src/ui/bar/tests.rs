use proptest::prelude::*;

use super::*;
use crate::report::{Fraction, HEDGES, HedgeWord, Unit};

fn drawn(cells: &[BarCell]) -> String {
    let glyph = |cell: &BarCell| match cell {
        BarCell::Reached => '■',
        BarCell::MayReach => '□',
        BarCell::RoughlyReached => '▪',
        BarCell::RoughlyBeyond => '▫',
        BarCell::NotReached => '·',
        BarCell::Floor => '├',
        BarCell::Ceiling => '┤',
        BarCell::Zero => '┼',
        BarCell::BeyondHigh => '▸',
        BarCell::BeyondLow => '◂',
    };
    cells.iter().map(glyph).collect()
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
    assert_eq!(percent(70.0, "up to"), "□□□□□□□□□□□□□┤······");
    assert_eq!(on(share, fraction("1/10"), "fewer than"), "□┤··················");
    let at_least = on(declared(0.0, 500.0), Value::number(287.0), "at least");
    assert_eq!(at_least, "■■■■■■■■■■■├□□□□□□□▸");
    assert_eq!(percent(85.0, "more than"), "■■■■■■■■■■■■■■■■■├□□");
    let nearly = on(declared(0.0, 10.0), Value::number(8.0), "nearly");
    assert_eq!(nearly, "■■■■■■■■■■■■■■▪┤····");
    assert_eq!(percent(40.0, "just over"), "■■■■■■■■├▫··········");
    assert_eq!(on(share, fraction("2/3"), "about"), "■■■■■■■■■■■▪▪▫▫·····");
    assert_eq!(on(share, Value::pair(50.0, 70.0), ""), "■■■■■■■■■■├□□┤······");
    assert_eq!(on(share, fraction("2/3"), ""), "■■■■■■■■■■■■■·······");
    assert_eq!(percent(212.0, ""), "■■■■■■■■■■■■■■■■■■■▸");
    assert_eq!(on(share, Value::pair(40.0, 60.0), "about"), "■■■■■■■■▪▪▫▫········");
}

#[test]
fn a_change_grows_from_zero_to_its_side() {
    let draw = |value: f64, hedge: &str| {
        drawn(&bar(&quantity(Value::number(value), hedge, true), Scale::percent(true), 19))
    };
    assert_eq!(draw(-45.0, ""), "·····■■■■┼·········");
    assert_eq!(draw(45.0, ""), "·········┼■■■■·····");
    assert_eq!(draw(0.0, ""), "·········┼·········");
    assert_eq!(draw(-45.0, "more than"), "□□□□┤■■■■┼·········");
    assert_eq!(draw(-45.0, "up to"), "····├□□□□┼·········");
    assert_eq!(draw(45.0, "at least"), "·········┼■■■■├□□□▸");
    assert_eq!(draw(300.0, ""), "·········┼■■■■■■■■▸");
    let pair = quantity(Value::pair(-20.0, 30.0), "", true);
    assert_eq!(drawn(&bar(&pair, Scale::percent(true), 19)), "·······├□┼□□┤······");
}

#[test]
fn a_bar_never_claims_an_end_that_is_not_reached() {
    assert_eq!(percent(0.0, ""), "····················");
    assert_eq!(percent(0.4, ""), "■···················");
    assert_eq!(percent(99.9, ""), "■■■■■■■■■■■■■■■■■■■·");
    assert_eq!(percent(100.0, ""), "■■■■■■■■■■■■■■■■■■■■");
    assert_eq!(percent(-5.0, ""), "◂···················");
    assert_eq!(percent(120.0, "up to"), "□□□□□□□□□□□□□□□□□□□▸");
    assert_eq!(percent(0.0, "up to"), "┤···················");
    assert_eq!(percent(100.0, "at least"), "■■■■■■■■■■■■■■■■■■■├");
    assert_eq!(percent(98.0, "more than"), "■■■■■■■■■■■■■■■■■■■├");
    let beyond = |hedge| on(declared(0.0, 10.0), Value::number(10.4), hedge);
    assert_eq!(beyond("nearly"), "■■■■■■■■■■■■■■■■■■■▸");
    assert_eq!(on(declared(0.0, 10.0), Value::number(10.1), "about"), "■■■■■■■■■■■■■■■■■■▪▸");
}

#[test]
fn a_floor_near_the_end_of_a_scale_leaves_room_for_what_lies_beyond() {
    let draw = |value, hedge| on(declared(0.0, 500.0), Value::number(value), hedge);
    assert_eq!(draw(490.0, "at least"), "■■■■■■■■■■■■■■■■■■├▸");
    assert_eq!(draw(500.0, "more than"), "■■■■■■■■■■■■■■■■■■■▸");
    assert_eq!(draw(499.0, "just over"), "■■■■■■■■■■■■■■■■■■├▸");
    assert_eq!(draw(498.0, "about"), "■■■■■■■■■■■■■■■■■■▪▸");
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
    assert_eq!(draw(Value::pair(-20.0, 20.0), "about", -50.0, 50.0), "···▫▫┼▫▫···");
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
        if quantity.class().is_none() || !stated(interval.low) {
            prop_assert!(!bar.contains(&BarCell::Floor));
        }
        if quantity.class().is_none() || !stated(interval.high) {
            prop_assert!(!bar.contains(&BarCell::Ceiling));
        }
        if interval.low == End::Open && !quantity.is_fall() {
            prop_assert!(!bar.contains(&BarCell::Reached), "nothing is sure below a ceiling");
        }
    }
}
