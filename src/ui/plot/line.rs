//! The line from one point to the next, cell by cell.

/// The shape of a line within a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bend {
    /// From left to right.
    Level,
    /// From row to row.
    Upright,
    /// From the left, then down.
    LeftDown,
    /// From the left, then up.
    LeftUp,
    /// From above to the right.
    UpRight,
    /// From below to the right.
    DownRight,
}

/// The cells between two places, given as column and row, the first one left of the second; the
/// two places themselves are not among them.
///
/// It rises and falls between the two only, so that it leaves one and reaches the other at their
/// own heights.
pub(super) fn line(from: (u16, u16), to: (u16, u16)) -> Vec<(u16, u16, Bend)> {
    let mut cells = Vec::new();
    let ((x, y), (end, last)) = (from, to);
    let inner = end.saturating_sub(x).saturating_sub(1);
    if inner == 0 {
        // No column between them: up or down in that of the second, unless they touch.
        if end > x && y.abs_diff(last) > 1 {
            cells.push((end, y, if last > y { Bend::LeftDown } else { Bend::LeftUp }));
            cells.extend((y.min(last) + 1..y.max(last)).map(|row| (end, row, Bend::Upright)));
        }
        return cells;
    }
    let mut row = y;
    for at in 1..=inner {
        let next = between(y, last, at, inner);
        let column = x + at;
        match next {
            _ if next == row => cells.push((column, row, Bend::Level)),
            _ if next > row => {
                cells.push((column, row, Bend::LeftDown));
                cells.push((column, next, Bend::UpRight));
            }
            _ => {
                cells.push((column, row, Bend::LeftUp));
                cells.push((column, next, Bend::DownRight));
            }
        }
        let (above, below) = (row.min(next), row.max(next));
        cells.extend((above + 1..below).map(|row| (column, row, Bend::Upright)));
        row = next;
    }
    cells
}

/// The row after `step` of `steps` steps on the way from one row to another.
fn between(from: u16, to: u16, step: u16, steps: u16) -> u16 {
    let (from, to) = (i64::from(from), i64::from(to));
    let (step, steps) = (i64::from(step), i64::from(steps));
    let way = (to - from) * step;
    // Half a row counts away from the start on the way up as on the way down.
    let half = if way < 0 { -steps } else { steps };
    let row = from + (2 * way + half) / (2 * steps);
    u16::try_from(row).unwrap_or(0)
}
