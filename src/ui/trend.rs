//! The history of a figure as a strip: one sign a point, as high as its value on the strip's own range.

use ratatui::layout::Rect;

use crate::app::panels::{TREND_STEPS, Trend};
use crate::report::year_name;
use crate::ui::Theme;
use crate::ui::canvas::{Canvas, cells, skip};

/// The signs from the lowest to the highest, and their stand-ins.
const SIGNS: [(&str, &str); TREND_STEPS] = [
    ("▁", "_"),
    ("▂", "_"),
    ("▃", "."),
    ("▄", "-"),
    ("▅", "-"),
    ("▆", "="),
    ("▇", "^"),
    ("█", "^"),
];

/// The sign of a step, from 0 for the lowest on.
pub(super) fn sign(step: usize, theme: &Theme) -> Option<&'static str> {
    SIGNS.get(step).map(|(sign, ascii)| theme.pick(sign, ascii))
}

/// The sign that a legend explains.
pub(super) const SIGN: &str = "█";

/// The cells of the two years beside a strip.
const YEARS: u16 = 10;

/// The trend of a row without a bar, in the cells that a bar would have.
pub(super) fn fitting(indicator: &crate::report::Indicator, column: u16) -> Option<Trend> {
    Trend::of(indicator, usize::from(column.saturating_sub(YEARS)))
}

/// Draws it between its first and its last year.
pub(super) fn draw(trend: &Trend, group: Option<u32>, row: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let from = year_name(trend.from);
    let mut x = skip(canvas.write(row, &from, theme.dim()), 1).x;
    for cell in &trend.cells {
        if let Some(sign) = cell.and_then(|step| sign(step, theme)) {
            canvas.text(x, row.y, 1, sign, theme.reached(group));
        }
        x += 1;
    }
    let to = year_name(trend.to);
    canvas.text(x + 1, row.y, cells(&to), &to, theme.dim());
}
