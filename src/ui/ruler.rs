use ratatui::layout::Rect;

use crate::app::panels::Ruler;
use crate::report::{Indicator, Observation, Quantity, Scale, number};
use crate::ui::BarCell;
use crate::ui::bar::{figure_bar, headline_bar};
use crate::ui::canvas::{Canvas, cells};

/// The cells that a bar takes of its column.
///
/// A change has an odd number, so that zero stands in the middle.
fn length(change: bool, column: u16) -> u16 {
    if change && column.is_multiple_of(2) { column.saturating_sub(1) } else { column }
}

/// The bar of a figure in a column of `column` cells.
pub(super) fn bar_cells(figure: &Observation, scale: Scale, column: u16) -> Vec<BarCell> {
    figure_bar(figure, scale, own_length(figure, column))
}

/// The bar of an indicator's headline in a column of `column` cells, with ticks at what is aimed at.
pub(super) fn headline_cells(indicator: &Indicator, scale: Scale, column: u16) -> Vec<BarCell> {
    headline_bar(indicator, scale, own_length(&indicator.headline, column))
}

fn own_length(figure: &Observation, column: u16) -> usize {
    let change = figure.quantity.as_ref().is_some_and(Quantity::is_change);
    usize::from(length(change, column))
}

/// Draws ticks over a column of bars, which a row begins with: the first over the first cell, the
/// last over the last, one in the middle where it fits, the unit after the last.
pub(super) fn draw(ruler: &Ruler, column: u16, row: Rect, canvas: &mut Canvas<'_>) {
    let style = canvas.theme.dim();
    let ticks = Rect { width: length(ruler.change, column), ..row };
    let (low, high) = (ruler.scale.low(), ruler.scale.high());
    let plus = if ruler.change && high > 0.0 { "+" } else { "" };
    let first = number(low);
    let last = format!("{plus}{}", number(high));
    let middle = number(f64::midpoint(low, high));
    if cells(&first).saturating_add(cells(&last)) >= ticks.width {
        return;
    }
    canvas.line(ticks, &first, style);
    canvas.right(ticks, &last, style);
    // The middle is the edge between two cells, or the middle cell of an odd number.
    let start = (ticks.width / 2).saturating_sub(cells(&middle) / 2);
    let end = start + cells(&middle);
    if start > cells(&first) && end < ticks.width - cells(&last) {
        canvas.text(row.x + start, row.y, cells(&middle), &middle, style);
    }
    let unit = ruler.unit.brief();
    let unit = if unit.is_empty() { ruler.unit.long() } else { unit };
    canvas.text(row.x + ticks.width + 1, row.y, cells(&unit), &unit, style);
}

/// The sign of a cell of a bar.
pub(super) fn sign(cell: BarCell) -> &'static str {
    match cell {
        BarCell::Reached => "■",
        BarCell::RoughlyReached => "▪",
        BarCell::RoughlyBeyond | BarCell::Within => "▫",
        BarCell::MayReach => "□",
        BarCell::NotReached => "·",
        BarCell::Floor => "├",
        BarCell::Ceiling => "┤",
        BarCell::Zero => "┼",
        BarCell::BeyondHigh => "▸",
        BarCell::BeyondLow => "◂",
        BarCell::Supposed => "○",
        BarCell::Value => "●",
        BarCell::Aim => "◇",
    }
}

/// Draws the cells of a bar from the start of a row on.
pub(super) fn draw_bar(bar: &[BarCell], group: Option<u32>, row: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    for (x, cell) in (row.x..).zip(bar) {
        let style = match cell {
            BarCell::Reached
            | BarCell::RoughlyReached
            | BarCell::RoughlyBeyond
            | BarCell::Supposed
            | BarCell::Value
            | BarCell::Within => theme.reached(group),
            // An aim belongs to no group's bar: it is not reached.
            BarCell::Aim => theme.strong(),
            BarCell::MayReach => theme.may_reach(group),
            BarCell::NotReached => theme.faint(),
            BarCell::Zero => theme.plain(),
            BarCell::Floor | BarCell::Ceiling | BarCell::BeyondHigh | BarCell::BeyondLow => {
                theme.wall(group)
            }
        };
        let sign = if *cell == BarCell::NotReached { theme.pick("·", ".") } else { sign(*cell) };
        canvas.glyph(x, row.y, sign, style);
    }
}
