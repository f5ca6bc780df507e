use crate::app::panels::Ruler;
use crate::app::text::width;
use crate::report::number;
use crate::ui::canvas::Canvas;
use crate::ui::{Cell, Theme};

/// The number of cells that a bar of this scale takes in a column of so many.
///
/// A change has an odd number, so that zero stands in the middle.
pub(super) fn bar_cells(change: bool, column: u16) -> u16 {
    if change && column.is_multiple_of(2) { column.saturating_sub(1) } else { column }
}

/// Draws ticks over a column of bars: the first over the first cell, the last over the last,
/// one in the middle where it fits, the unit after the last.
pub(super) fn draw(
    ruler: &Ruler,
    theme: &Theme,
    x: u16,
    y: u16,
    column: u16,
    canvas: &mut Canvas<'_>,
) {
    let cells = bar_cells(ruler.change, column);
    let (low, high) = (ruler.scale.low(), ruler.scale.high());
    let plus = if ruler.change && high > 0.0 { "+" } else { "" };
    let first = number(low);
    let last = format!("{plus}{}", number(high));
    let middle = number(f64::midpoint(low, high));
    let wide = |text: &str| u16::try_from(width(text)).unwrap_or(u16::MAX);
    if wide(&first).saturating_add(wide(&last)) >= cells {
        return;
    }
    let style = theme.dim();
    canvas.text(x, y, cells, &first, style);
    canvas.right(x, y, cells, &last, style);
    // The middle is the edge between two cells, or the middle cell of an odd number.
    let start = (cells / 2).saturating_sub(wide(&middle) / 2);
    let end = start + wide(&middle);
    if start > wide(&first) && end < cells - wide(&last) {
        canvas.text(x + start, y, wide(&middle), &middle, style);
    }
    let unit = ruler.unit.short();
    let unit = if unit.is_empty() { ruler.unit.long() } else { unit };
    canvas.text(x + cells + 1, y, wide(&unit), &unit, style);
}

/// Draws the cells of a bar.
pub(super) fn draw_bar(
    cells: &[Cell],
    group: Option<u32>,
    theme: &Theme,
    (x, y): (u16, u16),
    canvas: &mut Canvas<'_>,
) {
    for (at, cell) in (x..).zip(cells) {
        let (glyph, style) = match cell {
            Cell::Reached => ("■", theme.reached(group)),
            Cell::RoughlyReached => ("▪", theme.reached(group)),
            Cell::RoughlyBeyond => ("▫", theme.reached(group)),
            Cell::MayReach => ("□", theme.may_reach(group)),
            Cell::NotReached => (theme.pick("·", "."), theme.faint()),
            Cell::Floor => ("├", theme.wall(group)),
            Cell::Ceiling => ("┤", theme.wall(group)),
            Cell::Zero => ("┼", theme.plain()),
            Cell::BeyondHigh => ("▸", theme.wall(group)),
            Cell::BeyondLow => ("◂", theme.wall(group)),
        };
        canvas.glyph(at, y, glyph, style);
    }
}
