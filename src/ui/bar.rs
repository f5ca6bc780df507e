mod aim;
mod figure;
mod track;

pub(crate) use figure::{figure_bar, headline_bar};

use crate::report::{End, Interval, Quantity, Scale, ScaleKind, Value};

/// A cell of a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BarCell {
    /// Surely reached.
    Reached,
    /// May be reached.
    MayReach,
    /// Reached, as far as vague words say so.
    RoughlyReached,
    /// May be reached, as far as vague words say so.
    RoughlyBeyond,
    /// A value that is about right.
    About,
    /// Not reached.
    NotReached,
    /// A stated lower limit: the outermost cell that is allowed.
    Floor,
    /// A stated upper limit: the outermost cell that is allowed.
    Ceiling,
    /// The zero line of a change.
    Zero,
    /// It goes on past the end of the scale.
    BeyondHigh,
    /// It goes on before the start of the scale.
    BeyondLow,
    /// As far as something reaches that was not observed: a forecast, a plan, our own calculation.
    Supposed,
    /// The value that an interval of uncertainty surrounds.
    Value,
    /// Inside the interval of uncertainty around a value.
    Within,
    /// What is aimed at.
    Aim,
    /// Of a change: as far as it is a fall.
    Fell(Reach),
    /// Of a change: as far as it is a rise.
    Rose(Reach),
}

/// How surely a cell of a change is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// As [`BarCell::Reached`].
    Sure,
    /// As [`BarCell::MayReach`].
    May,
    /// As [`BarCell::RoughlyReached`].
    Roughly,
    /// As [`BarCell::RoughlyBeyond`].
    RoughlyBeyond,
}

impl BarCell {
    /// The same cell of a change, which says the way that it goes.
    fn of_change(self, is_fall: bool) -> Self {
        let reach = match self {
            Self::Reached => Reach::Sure,
            Self::MayReach => Reach::May,
            Self::RoughlyReached => Reach::Roughly,
            Self::RoughlyBeyond => Reach::RoughlyBeyond,
            other => return other,
        };
        if is_fall { Self::Fell(reach) } else { Self::Rose(reach) }
    }
}

/// The cells of a bar: what a quantity allows on a scale.
///
/// Total over every quantity and every number of cells. An order of magnitude is never drawn:
/// it gives no cells. Limits fall into the outermost cell that they allow. Vague words state no
/// lowest value, so that no cell is surely reached; above the value they take one more, a width by
/// convention.
pub fn bar(quantity: &Quantity, scale: Scale, cells: usize) -> Vec<BarCell> {
    if cells == 0 || matches!(quantity.value(), Value::Order(..)) {
        return Vec::new();
    }
    // A scale without a zero inside has no zero line to grow from.
    if quantity.is_change() && scale.low() < 0.0 && scale.holds(0.0) {
        return change(quantity, scale, cells);
    }
    // A share cannot fall by more than all of it, but it can rise by any amount.
    let has_end = scale.kind() == ScaleKind::Natural && (scale.is_fall() || !quantity.is_change());
    let open_end = if has_end { BarCell::MayReach } else { BarCell::BeyondHigh };
    let (low, high) = (scale.low(), scale.high());
    if scale.is_fall() {
        let side = Side { low: -low, high: -high, cells, open_end };
        return level(quantity.interval().mirrored(), side);
    }
    level(quantity.interval(), Side { low, high, cells, open_end })
}

/// A stretch of cells that grows from its first cell.
#[derive(Clone, Copy)]
struct Side {
    low: f64,
    high: f64,
    cells: usize,
    /// The last cell where no upper limit stated.
    open_end: BarCell,
}

impl Side {
    /// Where a value lies, in cells; values on the edge of a cell lie exactly on it.
    fn at(self, value: f64) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a bar has far fewer than 2⁵² cells")]
        let cells = self.cells as f64;
        let at = (value - self.low) / (self.high - self.low) * cells;
        let edge = at.round();
        if (at - edge).abs() <= 1e-9 * edge.abs().max(1.0) { edge } else { at }
    }

    /// Whether values beyond the last cell are possible.
    fn has_no_end(self) -> bool {
        self.open_end == BarCell::BeyondHigh
    }

    /// A number of whole cells, from 0 to all.
    fn whole(self, at: f64) -> usize {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a cast saturates, and no bar is longer than its cells"
        )]
        let whole = at.max(0.0) as usize;
        whole.min(self.cells)
    }
}

/// The cells of a side, filled stretch by stretch.
struct Cells {
    side: Side,
    cells: Vec<BarCell>,
}

impl Cells {
    fn fill(&mut self, from: usize, to: usize, cell: BarCell) {
        for slot in self.cells.iter_mut().take(to).skip(from) {
            *slot = cell;
        }
    }

    fn set(&mut self, at: usize, cell: BarCell) {
        self.fill(at, at + 1, cell);
    }

    fn last(&self) -> usize {
        self.side.cells.saturating_sub(1)
    }

    /// The wall of a floor with nothing above it. Where the scale has no natural end, the last
    /// cell is kept for the arrow: a wall there would pass for the highest value.
    fn floor_before_the_end(&self, limit: f64) -> usize {
        let wall = floor(self.side, limit);
        if self.side.has_no_end() { wall.min(self.last().saturating_sub(1)) } else { wall }
    }
}

fn level(interval: Interval, side: Side) -> Vec<BarCell> {
    let mut cells = Cells { side, cells: vec![BarCell::NotReached; side.cells] };
    let past_the_end = |end: End| match end {
        End::Excluded(v) => v >= side.high,
        end => end.value().is_some_and(|v| v > side.high),
    };
    match (interval.low, interval.high) {
        // Nothing of it lies on the scale: an arrow says on which side it is.
        (_, high) if high.value().is_some_and(|v| v < side.low) => cells.set(0, BarCell::BeyondLow),
        (low, _) if past_the_end(low) => past(&mut cells, low),
        (End::Closed(low), End::Closed(high)) if low >= high => exact(&mut cells, low),
        (End::Vague(_), End::Excluded(limit)) => {
            let wall = ceiling(side, limit);
            cells.fill(0, wall, BarCell::RoughlyReached);
            cells.set(wall, BarCell::Ceiling);
        }
        (End::Excluded(limit), End::Vague(_)) => {
            let wall = cells.floor_before_the_end(limit);
            cells.fill(0, wall, BarCell::Reached);
            cells.set(wall, BarCell::Floor);
            cells.set(wall + 1, BarCell::RoughlyBeyond);
            if wall + 1 == cells.last() && floor(side, limit) > wall {
                cells.set(cells.last(), BarCell::BeyondHigh);
            }
        }
        (low, End::Vague(high)) => about(&mut cells, low, high),
        (low, high) => limits(&mut cells, low, high),
    }
    cells.cells
}

/// A value without a hedge: one above the start shows, and one below the end does not fill the
/// bar.
fn exact(cells: &mut Cells, value: f64) {
    let side = cells.side;
    let at = side.at(value);
    let least = usize::from(at > 0.0);
    let most = if value < side.high { cells.last().max(least) } else { side.cells };
    cells.fill(0, side.whole(at.round()).clamp(least, most), BarCell::Reached);
}

/// A figure that begins past the end of the scale.
fn past(cells: &mut Cells, low: End) {
    let last = cells.last();
    let is_vague = matches!(low, End::Vague(_));
    cells.fill(0, last, if is_vague { BarCell::RoughlyReached } else { BarCell::Reached });
    cells.set(last, BarCell::BeyondHigh);
}

/// One or two values that are about right, the lower one the sure one if there is one.
///
/// Each is in its cell: a value on the edge of two in that which a bar up to it fills last, the lower
/// end of a range in that where the range begins.
fn about(cells: &mut Cells, low: End, high: f64) {
    let side = cells.side;
    let upper = ceiling(side, high);
    let lower = match low {
        End::Vague(low) if low < high => {
            Some(floor(side, low.max(side.low)).min(upper)).filter(|_| low >= side.low)
        }
        End::Vague(_) => Some(upper),
        _ => None,
    };
    if let Some(lower) = lower {
        cells.fill(0, lower, BarCell::RoughlyReached);
    }
    cells.fill(lower.unwrap_or(0), upper + 2, BarCell::RoughlyBeyond);
    for at in lower.into_iter().chain([upper]) {
        cells.set(at, BarCell::About);
    }
    if high > side.high {
        cells.set(cells.last(), BarCell::BeyondHigh);
    }
}

/// Stated limits on one or both sides.
fn limits(cells: &mut Cells, low: End, high: End) {
    let (side, last) = (cells.side, cells.last());
    let wall = low.value().filter(|v| *v >= side.low).map(|v| match high {
        End::Open => cells.floor_before_the_end(v),
        _ => floor(side, v),
    });
    let from = wall.map_or(0, |wall| wall + 1);
    cells.fill(0, wall.unwrap_or(0), BarCell::Reached);
    cells.fill(from, side.cells, BarCell::MayReach);
    match high.value() {
        None if from <= last => cells.set(last, side.open_end),
        None => {}
        Some(v) if v > side.high => cells.set(last, BarCell::BeyondHigh),
        Some(v) => {
            let end = ceiling(side, v);
            cells.set(end, BarCell::Ceiling);
            cells.fill(end + 1, side.cells, BarCell::NotReached);
        }
    }
    if let Some(wall) = wall {
        // Where both limits fall into one cell, the upper one shows.
        if high.value().is_none_or(|v| ceiling(side, v) > wall) {
            cells.set(wall, BarCell::Floor);
        }
    }
}

/// The last cell that starts below a limit.
fn ceiling(side: Side, limit: f64) -> usize {
    side.whole(side.at(limit).ceil()).saturating_sub(1)
}

/// The first cell that ends above a limit.
fn floor(side: Side, limit: f64) -> usize {
    side.whole(side.at(limit).floor()).min(side.cells - 1)
}

/// A change grows from zero to its side; a fall is a rise seen in a mirror, and its walls mean what they
/// mean there: a fall of at least 30 % has the wall of a floor at −30. A range has a bracket at each end.
fn change(quantity: &Quantity, scale: Scale, cells: usize) -> Vec<BarCell> {
    let zero = zero_cell(scale, cells);
    let end = |natural| if natural { BarCell::MayReach } else { BarCell::BeyondHigh };
    let natural = scale.kind() == ScaleKind::Natural;
    // A share cannot fall by more than all of it, but it can rise by any amount.
    let fall = Side { low: 0.0, high: -scale.low(), cells: zero, open_end: end(natural) };
    let rise = Side { low: 0.0, high: scale.high(), cells: cells - 1 - zero, open_end: end(false) };
    let interval = quantity.interval();
    let falls = quantity.is_fall() || interval.low.value().is_some_and(|v| v < 0.0);
    let rises = !quantity.is_fall() && interval.high.value().is_none_or(|v| v > 0.0);
    let to_zero = |end| Interval { low: End::Open, high: end };
    let mirrored = interval.mirrored();
    let (left, right) = match (falls, rises) {
        (true, true) => (Some(to_zero(mirrored.high)), Some(to_zero(interval.high))),
        (true, false) => (Some(mirrored), None),
        (false, true) => (None, Some(interval)),
        (false, false) => (None, None),
    };
    let draw = |interval: Option<Interval>, side: Side| match interval {
        Some(interval) if side.cells > 0 => level(interval, side),
        _ => vec![BarCell::NotReached; side.cells],
    };
    let has_brackets = has_limit(interval.low) && has_limit(interval.high);
    let mut out: Vec<BarCell> = draw(left, fall).into_iter().rev().collect();
    for cell in &mut out {
        *cell = mirror(*cell, has_brackets);
    }
    // Where the scale has nothing on the side of the change, an arrow says that it lies there.
    let is_about_zero = quantity.is_vague() && left.is_none() && right.is_none();
    out.push(match (left, right) {
        (Some(_), _) if fall.cells == 0 => BarCell::BeyondLow,
        (_, Some(_)) if rise.cells == 0 => BarCell::BeyondHigh,
        _ if is_about_zero => BarCell::About,
        _ => BarCell::Zero,
    });
    out.extend(draw(right, rise));
    if is_about_zero {
        for at in [zero.checked_sub(1), Some(zero + 1)].into_iter().flatten() {
            if let Some(cell) = out.get_mut(at) {
                *cell = BarCell::RoughlyBeyond;
            }
        }
    }
    out
}

fn has_limit(end: End) -> bool {
    matches!(end, End::Closed(_) | End::Excluded(_))
}

/// The cell of the zero line; each side of it that the scale has gets a cell at least.
fn zero_cell(scale: Scale, cells: usize) -> usize {
    let share = -scale.low() / (scale.high() - scale.low());
    let whole = Side { low: 0.0, high: 1.0, cells: cells - 1, open_end: BarCell::BeyondHigh };
    let zero = if cells > 1 { whole.whole(whole.at(share).round()) } else { 0 };
    let least = usize::from(scale.low() < 0.0 && cells > 2);
    let most = cells - 1 - usize::from(scale.high() > 0.0 && cells > 2);
    zero.clamp(least, most.max(least))
}

fn mirror(cell: BarCell, has_brackets: bool) -> BarCell {
    match cell {
        BarCell::Floor if has_brackets => BarCell::Ceiling,
        BarCell::Ceiling if has_brackets => BarCell::Floor,
        BarCell::BeyondHigh => BarCell::BeyondLow,
        BarCell::BeyondLow => BarCell::BeyondHigh,
        other => other,
    }
}

#[cfg(test)]
mod tests;
