use super::{BarCell, Side, ceiling, floor, zero_cell};
use crate::report::Scale;

/// The cells of a bar as places of numbers.
#[derive(Clone, Copy)]
pub(super) struct Track {
    scale: Scale,
    cells: usize,
    /// The cell of the zero line, where the bar grows from one.
    zero: Option<usize>,
}

impl Track {
    pub(super) fn new(scale: Scale, cells: usize, change: bool) -> Self {
        let grows_from_zero = change && cells > 0 && scale.low() < 0.0 && scale.holds(0.0);
        let zero = grows_from_zero.then(|| zero_cell(scale, cells));
        Self { scale, cells, zero }
    }

    /// The step that leads on from the start of the bar at a number: where there is a zero line, a fall
    /// grows to the left.
    pub(super) fn outward(self, number: f64) -> isize {
        if self.zero.is_some() && number < 0.0 { -1 } else { 1 }
    }

    /// Whether numbers get lower from the start of the bar on.
    pub(super) fn leads_down(self, number: f64) -> bool {
        self.scale.is_fall() || self.outward(number) < 0
    }

    /// Whether the cell at a place is one of falls.
    pub(super) fn falls_at(self, at: usize) -> bool {
        self.zero.map_or(self.scale.is_fall(), |zero| at < zero)
    }

    /// The last cell that starts below a number, and the first that ends above it, seen from the start
    /// of the bar: the same cell, unless the number lies on an edge. `None` outside the scale.
    pub(super) fn cells_of(self, number: f64) -> Option<(usize, usize)> {
        if self.cells == 0 || !self.scale.holds(number) {
            return None;
        }
        let (low, high) = (self.scale.low(), self.scale.high());
        let Some(zero) = self.zero else {
            let is_fall = self.scale.is_fall();
            let (low, high, number) =
                if is_fall { (-low, -high, -number) } else { (low, high, number) };
            return Some(side(low, high, self.cells, number));
        };
        if number < 0.0 {
            let (inner, outer) = (zero > 0).then(|| side(0.0, -low, zero, -number))?;
            Some((zero - 1 - inner, zero - 1 - outer))
        } else if number > 0.0 {
            let cells = self.cells - 1 - zero;
            let (inner, outer) = (cells > 0).then(|| side(0.0, high, cells, number))?;
            Some((zero + 1 + inner, zero + 1 + outer))
        } else {
            Some((zero, zero))
        }
    }
}

fn side(low: f64, high: f64, cells: usize, number: f64) -> (usize, usize) {
    let side = Side { low, high, cells, open_end: BarCell::NotReached };
    (ceiling(side, number), floor(side, number))
}
