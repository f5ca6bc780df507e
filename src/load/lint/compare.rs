//! Figures of one indicator beside one another.

use crate::load::diagnostic::{Faults, quoted};
use crate::load::keys::Key;
use crate::load::reader::Row;
use crate::load::rule::warnings::{CONTRADICTED, NEWER_POINT};
use crate::report::{End, Indicator, IndicatorIx, Interval, Period, Quantity, Rival, Text};

/// A rival that allows no value of the headline's, although it is said to be the same thing.
pub(super) fn contradiction(
    indicator: &Indicator,
    rival: &Rival,
    ix: IndicatorIx,
    row: &Row<'_>,
    faults: &mut Faults,
) {
    let (Some(here), Some(there)) = (&indicator.headline.quantity, &rival.observation.quantity)
    else {
        return;
    };
    let same_kind = here.unit().kind == there.unit().kind && here.is_change() == there.is_change();
    let apart =
        at_other_times(indicator.headline.period.as_ref(), rival.observation.period.as_ref());
    if rival.differs.is_some() || !same_kind || apart || !in_ones(here).contradicts(in_ones(there))
    {
        return;
    }
    let message = format!(
        "'{}' contradicts the headline of {}, '{}'",
        Text::new(&there.figure()),
        quoted(&indicator.id),
        Text::new(&here.figure())
    );
    faults
        .add(&CONTRADICTED, row.at(Key::Value), message)
        .help(
            "write how the two differ in 'differs', or let the warning stand: the sources disagree",
        )
        .about(ix);
}

/// Figures of different times may well differ.
fn at_other_times(a: Option<&Period>, b: Option<&Period>) -> bool {
    let (Some(a), Some(b)) = (a, b) else {
        return false;
    };
    let before =
        |x: &Period, y: &Period| matches!((x.end(), y.start()), (Some(x), Some(y)) if x < y);
    before(a, b) || before(b, a)
}

/// What a quantity allows, without the multiplier of its unit.
fn in_ones(quantity: &Quantity) -> Interval {
    let factor = quantity.unit().factor();
    let scaled = |end: End| match end {
        End::Open => End::Open,
        End::Closed(v) => End::Closed(v * factor),
        End::Excluded(v) => End::Excluded(v * factor),
        End::Vague(v) => End::Vague(v * factor),
    };
    let Interval { low, high } = quantity.interval();
    Interval { low: scaled(low), high: scaled(high) }
}

/// A history that goes on after the period of the headline.
pub(super) fn newer_point(
    indicator: &Indicator,
    ix: IndicatorIx,
    row: &Row<'_>,
    faults: &mut Faults,
) {
    let Some(end) = indicator.headline.period.as_ref().and_then(Period::end) else {
        return;
    };
    let points = indicator.series.iter().flat_map(|s| &s.points);
    let newest = points
        .filter_map(|p| p.period.as_ref())
        .filter(|p| p.start().is_some_and(|start| start > end))
        .max_by_key(|p| p.sort_key());
    if let (Some(newest), Some(period)) = (newest, &indicator.headline.period) {
        let message = format!(
            "the series of {} has a point of {}, the headline is of {}",
            quoted(&indicator.id),
            newest.words(),
            period.words()
        );
        faults
            .add(&NEWER_POINT, row.at(Key::Period), message)
            .help("see whether the headline should move on to the newer figure")
            .about(ix);
    }
}
