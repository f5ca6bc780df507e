use ratatui::layout::Rect;

use crate::app::panels::Ruler;
use crate::report::{Indicator, Observation, Scale};
use crate::ui::bar::{figure_bar, headline_bar};
use crate::ui::canvas::{Canvas, cells, skip};
use crate::ui::{BarCell, Reach};

/// The fewest cells of a bar.
const LEAST_BAR: u16 = 10;

/// The cells that a bar takes of its column.
///
/// A scale with both rises and falls has an odd number, so that zero stands in the middle.
fn length(scale: Scale, column: u16) -> u16 {
    if scale.is_two_sided() && column.is_multiple_of(2) { column.saturating_sub(1) } else { column }
}

/// The bar of a figure in a column of `column` cells.
pub(super) fn bar_cells(figure: &Observation, scale: Scale, column: u16) -> Vec<BarCell> {
    figure_bar(figure, scale, usize::from(length(scale, column)))
}

/// The bar of an indicator's headline in a column of `column` cells, with ticks at what is aimed at.
pub(super) fn headline_cells(indicator: &Indicator, scale: Scale, column: u16) -> Vec<BarCell> {
    headline_bar(indicator, scale, usize::from(length(scale, column)))
}

/// Draws ticks over a column of bars, which a row begins with, and the unit after the last.
pub(super) fn draw(ruler: &Ruler, column: u16, row: Rect, canvas: &mut Canvas<'_>) {
    let rest = draw_ticks(ruler, column, row, canvas);
    canvas.line(rest, &unit(ruler), canvas.theme.dim());
}

/// Draws the ticks: the first over the first cell, the last over the last, one in the middle where it
/// fits; returns the place of the unit after them.
pub(super) fn draw_ticks(ruler: &Ruler, column: u16, row: Rect, canvas: &mut Canvas<'_>) -> Rect {
    let style = canvas.theme.dim();
    let ticks = Rect { width: length(ruler.scale, column), ..row };
    let [first, middle, last] = ruler.ticks();
    if cells(&first).saturating_add(cells(&last)) >= ticks.width {
        return skip(row, ticks.width + 1);
    }
    canvas.line(ticks, &first, style);
    canvas.right(ticks, &last, style);
    // The middle is the edge between two cells, or the middle cell of an odd number.
    let start = (ticks.width / 2).saturating_sub(cells(&middle) / 2);
    let end = start + cells(&middle);
    if start > cells(&first) && end < ticks.width - cells(&last) {
        canvas.text(row.x + start, row.y, cells(&middle), &middle, style);
    }
    skip(row, ticks.width + 1)
}

pub(super) fn unit(ruler: &Ruler) -> String {
    let unit = ruler.unit.brief();
    if unit.is_empty() { ruler.unit.long() } else { unit }
}

/// The high end of a scale behind a bar in its column: with the unit, or the beginning of it, if that leaves
/// the bar its cells.
fn high_end(ruler: &Ruler, column: u16) -> String {
    let [low, _, high] = ruler.ticks();
    let short = ruler.unit.short();
    let units = [unit(ruler), short.split(' ').next().unwrap_or_default().to_owned()];
    let mut forms = units.iter().filter(|it| !it.is_empty()).map(|unit| format!("{high} {unit}"));
    let room = |high: &str| column.saturating_sub(cells(&low) + cells(high));
    forms.find(|form| room(form) >= LEAST_BAR).unwrap_or(high)
}

/// Where a bar lies in its column between the ends of its scale: its first cell and its cells.
pub(super) fn between_ends(ruler: &Ruler, column: u16) -> (u16, u16) {
    let [low, ..] = ruler.ticks();
    let low = cells(&low);
    let bar = column.saturating_sub(low + cells(&high_end(ruler, column)));
    (low, length(ruler.scale, bar))
}

/// Draws the ends of a scale at both sides of its bar.
pub(super) fn draw_ends(ruler: &Ruler, column: u16, row: Rect, canvas: &mut Canvas<'_>) {
    let style = canvas.theme.dim();
    let (x, bar) = between_ends(ruler, column);
    let [low, ..] = ruler.ticks();
    canvas.line(row, &low, style);
    let rest = skip(Rect { width: column.min(row.width), ..row }, x + bar);
    canvas.line(rest, &high_end(ruler, column), style);
}

/// The sign of a cell of a bar.
pub(super) fn sign(cell: BarCell) -> &'static str {
    match cell {
        BarCell::Reached => "■",
        BarCell::RoughlyReached => "▪",
        BarCell::RoughlyBeyond | BarCell::Within => "▫",
        BarCell::About => "≈",
        BarCell::MayReach => "─",
        BarCell::NotReached => "·",
        BarCell::Floor => "├",
        BarCell::Ceiling => "┤",
        BarCell::Zero => "┼",
        BarCell::BeyondHigh => "▸",
        BarCell::BeyondLow => "◂",
        BarCell::Supposed => "○",
        BarCell::Value => "●",
        BarCell::Aim => "◇",
        BarCell::Fell(Reach::Sure) => "▼",
        BarCell::Fell(Reach::May) => "▽",
        BarCell::Fell(Reach::Roughly) => "▾",
        BarCell::Fell(Reach::RoughlyBeyond) => "▿",
        BarCell::Rose(Reach::Sure) => "▲",
        BarCell::Rose(Reach::May) => "△",
        BarCell::Rose(Reach::Roughly) => "▴",
        BarCell::Rose(Reach::RoughlyBeyond) => "▵",
    }
}

/// Draws the cells of a bar from the start of a row on.
pub(super) fn draw_bar(bar: &[BarCell], group: Option<u32>, row: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    for (x, cell) in (row.x..).zip(bar) {
        let style = match cell {
            BarCell::Reached
            | BarCell::MayReach
            | BarCell::RoughlyReached
            | BarCell::RoughlyBeyond
            | BarCell::Supposed
            | BarCell::Value
            | BarCell::Within
            | BarCell::Fell(Reach::Sure | Reach::Roughly | Reach::RoughlyBeyond)
            | BarCell::Rose(Reach::Sure | Reach::Roughly | Reach::RoughlyBeyond) => {
                theme.reached(group)
            }
            // An aim belongs to no group's bar: it is not reached.
            BarCell::Aim => theme.strong(),
            BarCell::Fell(Reach::May) | BarCell::Rose(Reach::May) => theme.dim(),
            BarCell::NotReached => theme.faint(),
            BarCell::Zero => theme.plain(),
            BarCell::Floor
            | BarCell::Ceiling
            | BarCell::About
            | BarCell::BeyondHigh
            | BarCell::BeyondLow => theme.wall(group),
        };
        let sign = if *cell == BarCell::NotReached { theme.pick("·", ".") } else { sign(*cell) };
        canvas.glyph(x, row.y, sign, style);
    }
}
