//! The choice of the axis that tells the values of a chart apart best in the rows that it has.

use super::height::{Heights, Step};

/// Where a figure, or one end of a range, stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Level {
    /// Finite.
    pub(super) value: f64,
    /// Where a line leads from it that nothing ends.
    pub(super) whisker: Option<Whisker>,
}

/// Where the line of a limit leads: into what is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whisker {
    /// From a floor.
    Up,
    /// From a ceiling.
    Down,
}

/// What an axis must hold.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct AxisContent {
    pub(super) levels: Vec<Level>,
    /// Where limits end: what the axis holds, too, but nothing to be told apart.
    pub(super) reaches: Vec<Level>,
    /// Whether the values are changes, which are read from zero.
    pub(super) change: bool,
    /// There are no values beyond these.
    pub(super) bounds: (f64, f64),
}

/// The powers of ten of smaller steps are not normal numbers.
const SMALLEST: i32 = -290;
/// Further from zero, in rows, the numbers of rows are not exact.
const MOST_ROWS: f64 = 1e12;
/// The possible numbers of rows from tick to tick: all but 3 make a row a number of few digits.
const ROWS_A_TICK: [u16; 7] = [1, 2, 3, 4, 5, 8, 10];
/// What a tick on the lowest row is worth, in rows, and what ticks at both ends are.
const BEGINS: f64 = 1.0;
const BOTH_ENDS: f64 = 1.75;
/// With more rows than this a tick at every other row is too much.
const MANY_ROWS: u16 = 12;
/// With fewer rows than this zero is given up if that tells more values apart.
const FEW_ROWS: u16 = 8;

/// The best axis of `rows` rows, two at least, for what it must hold.
pub(super) fn best(content: &AxisContent, rows: u16) -> Heights {
    let (low, high) = content.ends();
    let near = if low < 0.0 && high < 0.0 { high > low / 2.0 } else { low < high / 2.0 };
    let with_zero = content.change || near || low >= high;
    let same_side = low > 0.0 || high < 0.0;
    let far = same_side && low.abs().min(high.abs()) > low.abs().max(high.abs()) / 3.0;
    let mut bare = content.clone();
    bare.levels.iter_mut().for_each(|level| level.whisker = None);
    // Where rows are too few for every whisker, the limits still have their places.
    for content in [content, &bare] {
        let whole = search(content, with_zero, rows);
        let may_be_cut = with_zero && !content.change && far && low < high && rows < FEW_ROWS;
        let cut = if may_be_cut { search(content, false, rows) } else { None };
        let best = match (whole, cut) {
            (Some(whole), Some(cut)) if cut.apart > whole.apart => Some(cut),
            (whole, _) => whole,
        };
        if let Some(best) = best {
            return best.heights;
        }
    }
    let tick = Step { digits: 10.0, power: power(high / 2.0 - low / 2.0) };
    Heights { tick, rows_a_tick: 1, base: 0.0, rows }
}

/// An axis with what speaks for it.
struct Found {
    heights: Heights,
    /// How many rows have a point.
    apart: u16,
    score: f64,
}

/// The best of the axes whose ticks are round.
fn search(content: &AxisContent, with_zero: bool, rows: u16) -> Option<Found> {
    let (low, high) = content.ends();
    let (low, high) = if with_zero { (low.min(0.0), high.max(0.0)) } else { (low, high) };
    // In halves, since the distance of two finite numbers may be none.
    let span = (high / 2.0 - low / 2.0) / f64::from(rows.max(2)) * 2.0;
    let finest = span.max(low.abs().max(high.abs()) / MOST_ROWS);
    let lowest = power(finest);
    let mut best: Option<Found> = None;
    // Four powers of ten hold every tick from one for each row to one for all of them.
    let extremes = content.extremes();
    for power in lowest..lowest + 4 {
        for digits in [10.0, 20.0, 25.0, 50.0] {
            let tick = Step { digits, power };
            if !tick.size().is_finite() {
                continue;
            }
            for rows_a_tick in ROWS_A_TICK.into_iter().filter(|between| *between < rows) {
                let axis = Heights { tick, rows_a_tick, base: 0.0, rows };
                let ends = content.levels(&extremes, &axis, with_zero);
                let least = best.as_ref().map_or(f64::NEG_INFINITY, |best| best.score);
                if let Some(found) = content.try_on(axis, ends, with_zero, least) {
                    best = Some(found);
                }
            }
        }
    }
    best
}

/// The power of ten of a [`Step`] that is about so large.
fn power(size: f64) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "the logarithm of a finite number")]
    let power = size.log10().floor().max(f64::from(SMALLEST)) as i32;
    power - 1
}

impl AxisContent {
    /// The lowest and the highest value.
    fn ends(&self) -> (f64, f64) {
        let values = || self.levels.iter().chain(&self.reaches).map(|level| level.value);
        (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max))
    }

    /// How far values can reach, or do.
    pub(super) fn reach(&self) -> (f64, f64) {
        let (low, high) = self.ends();
        (self.bounds.0.min(low), self.bounds.1.max(high))
    }

    /// The marks that decide how far an axis reaches: the outermost of each kind.
    fn extremes(&self) -> Vec<Level> {
        let mut out: Vec<Level> = Vec::new();
        for whisker in [None, Some(Whisker::Up), Some(Whisker::Down)] {
            let all = self.levels.iter().chain(&self.reaches);
            let own = || all.clone().filter(|level| level.whisker == whisker);
            let by_value = |a: &&Level, b: &&Level| a.value.total_cmp(&b.value);
            out.extend(own().min_by(by_value));
            out.extend(own().max_by(by_value));
        }
        out
    }

    /// This axis with its lowest row where it serves best, if all that it must hold fits and it
    /// is better than one with this score.
    fn try_on(
        &self,
        axis: Heights,
        (low, high): (f64, f64),
        with_zero: bool,
        least: f64,
    ) -> Option<Found> {
        let used = high - low + 1.0;
        let spare = f64::from(axis.rows) - used;
        // Also where a number is too large to be counted in rows, or no mark could make it best.
        if spare.is_nan() || spare < 0.0 || 3.0 * used + BOTH_ENDS <= least {
            return None;
        }
        // A level has nothing below zero, and an axis from zero begins there.
        let shifts = if low >= 0.0 { if with_zero { 0.0 } else { spare.min(low) } } else { spare };
        let mut best: Option<(f64, Heights)> = None;
        for shift in 0..axis.rows {
            if f64::from(shift) > shifts {
                break;
            }
            let heights = Heights { base: low - f64::from(shift), ..axis };
            if let Some(worth) = placed(&heights)
                && best.is_none_or(|(before, _)| worth > before)
            {
                best = Some((worth, heights));
            }
        }
        let (worth, heights) = best?;
        let apart = self.apart(&heights);
        let told_apart = 2.0 * f64::from(apart) + used;
        let score = told_apart + worth - oddness(&heights);
        (score > least).then_some(Found { heights, apart, score })
    }

    /// The lowest and the highest row that are needed, counted from that of zero.
    fn levels(&self, extremes: &[Level], axis: &Heights, with_zero: bool) -> (f64, f64) {
        let end = |bound| axis.level(bound);
        let (floor, top) = (end(self.bounds.0), end(self.bounds.1));
        let none = (f64::INFINITY, f64::NEG_INFINITY);
        let (mut low, mut high) = if with_zero { (0.0, 0.0) } else { none };
        for mark in extremes {
            let at = axis.level(mark.value);
            let (down, up) = match mark.whisker {
                Some(Whisker::Up) => (at, (at + 1.0).min(top.max(at))),
                Some(Whisker::Down) => ((at - 1.0).max(floor.min(at)), at),
                None => (at, at),
            };
            // No value lies below the axis that holds it.
            (low, high) = (low.min(down).min(axis.whole_below(mark.value)), high.max(up));
        }
        (low, high)
    }

    /// How many rows have a mark.
    fn apart(&self, heights: &Heights) -> u16 {
        let mut rows = vec![false; usize::from(heights.rows)];
        let mut count = 0;
        for mark in &self.levels {
            let row = rows.get_mut(usize::from(heights.row(mark.value)));
            if let Some(taken @ false) = row {
                *taken = true;
                count += 1;
            }
        }
        count
    }
}

/// What speaks for a lowest row: ticks at both ends. Against it, that nothing can be read off: one
/// tick gives no scale, and a cut axis has to name its beginning.
fn placed(axis: &Heights) -> Option<f64> {
    let last = axis.rows.saturating_sub(1);
    let ticked = || axis.ticked().map(|(row, _)| row);
    let begins = ticked().next() == Some(0);
    if ticked().count() < 2 || (axis.is_cut() && !begins) {
        return None;
    }
    let share = |is_so: bool, worth: f64| if is_so { worth } else { 0.0 };
    let ends = ticked().any(|row| row == last);
    Some(share(begins, BEGINS) + share(ends, BOTH_ENDS - BEGINS))
}

/// What speaks against an axis, in rows: crowded ticks, ticks far apart or too few to compare
/// with, numbers of more digits.
fn oddness(axis: &Heights) -> f64 {
    let spacing = match axis.rows_a_tick {
        1 if axis.rows > 6 => f64::from(axis.rows) / 3.0,
        1 if axis.rows > 4 => 0.5,
        2 if axis.rows > MANY_ROWS => 1.0,
        rows => f64::from(rows.saturating_sub(4)) / 2.0,
    };
    let is_so = [
        (!axis.is_plain(), 0.5),
        // Of many rows those between tens can be counted; of few each has to tell values apart.
        ((21.0..50.0).contains(&axis.tick.digits), if axis.rows > FEW_ROWS { 1.25 } else { 0.4 }),
        (axis.rows > 4 && axis.ticked().count() < 3, 0.75),
    ];
    let odd = is_so.into_iter().filter(|(is_so, _)| *is_so).map(|(_, cost)| cost);
    spacing + odd.sum::<f64>()
}
