use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::panels::{ABOUT_THEN, Mark, Marker, status_flag};
use crate::ui::Theme;
use crate::ui::canvas::Canvas;
use crate::ui::plot::{Bend, CellKind, Half, LabelOf, Plot, PlotCell, View};

/// Draws the rows of a chart that are in view.
///
/// The whole chart is `height` rows high and as wide as the area; its first `skip` rows lie
/// hidden above. `group` is the position of the indicator's group, which gives the first series
/// its hue.
pub(super) fn draw(
    view: View<'_>,
    group: Option<u32>,
    area: Rect,
    (skip, height): (u16, u16),
    canvas: &mut Canvas<'_>,
) {
    let theme = canvas.theme;
    let plot = Plot::new(view, area.width, height);
    for (row, y) in plot.rows.iter().skip(usize::from(skip)).zip(area.y..area.bottom()) {
        for (cell, x) in row.iter().zip(area.x..area.right()) {
            if cell.kind != CellKind::Empty {
                canvas.glyph(x, y, sign(*cell, theme), style(*cell, group, theme));
            }
        }
    }
    for label in &plot.labels {
        let Some(y) = label.y.checked_sub(skip).filter(|y| *y < area.height) else { continue };
        let room = area.width.saturating_sub(label.x);
        let style = match label.of {
            LabelOf::Axis | LabelOf::Figure(Mark::Other(_)) => theme.dim(),
            LabelOf::Figure(Mark::Same(_)) | LabelOf::CutAxis => theme.plain(),
            LabelOf::Claim => theme.strong(),
        };
        let (x, y, width) = (area.x + label.x, area.y + y, canvas.cells(&label.text).min(room));
        // What lies below would make it faint.
        canvas.clear(Rect { x, y, width, height: 1 });
        canvas.text(x, y, room, &label.text, style);
    }
}

/// The sign of a cell in the characters of the theme. Frame and axis look like those of the panels there.
fn sign(cell: PlotCell, theme: &Theme) -> &'static str {
    let plain = match cell.kind {
        CellKind::Frame(Bend::Level) => "-",
        CellKind::Frame(Bend::Upright) => "|",
        CellKind::Frame(_) | CellKind::SideTick => "+",
        _ => return glyph(cell),
    };
    theme.pick(glyph(cell), plain)
}

/// The sign of a cell, one cell wide.
pub(super) fn glyph(cell: PlotCell) -> &'static str {
    match cell.kind {
        CellKind::Empty => " ",
        CellKind::SideTick => "┤",
        CellKind::Side => "│",
        CellKind::Foot => "─",
        CellKind::Tick => "╷",
        CellKind::Corner => "└",
        CellKind::Cut => "/",
        CellKind::Zero => "╌",
        CellKind::Line(bend) | CellKind::Frame(bend) => match bend {
            Bend::Level => "─",
            Bend::Upright => "│",
            Bend::LeftDown => "╮",
            Bend::LeftUp => "╯",
            Bend::UpRight => "╰",
            Bend::DownRight => "╭",
        },
        CellKind::Period => "━",
        CellKind::Before => "◂",
        CellKind::After => "▸",
        CellKind::Grid => "┈",
        CellKind::Allowed => "┊",
        CellKind::Rough => "≈",
        CellKind::Range => "┃",
        CellKind::Several => "≡",
        // In reverse the other half would be seen.
        CellKind::Figure { sign, firm, .. } if cell.selected => sign.glyph(cell.mark, firm),
        CellKind::Figure { half: Some(Half::Upper), .. } => "▀",
        CellKind::Figure { half: Some(Half::Lower), .. } => "▄",
        CellKind::Figure { sign, firm, half: None } => sign.glyph(cell.mark, firm),
        CellKind::Flag(status) => status_flag(status).unwrap_or("?"),
        CellKind::AboutThen => ABOUT_THEN,
        CellKind::InWords => Marker::InWords.glyph(cell.mark, true),
    }
}

/// The style of a cell. Figures for the same thing have the hue of their group, further lines that of
/// text, and another measure is grey; axes and lines between points are fainter.
fn style(cell: PlotCell, group: Option<u32>, theme: &Theme) -> Style {
    let group = group.filter(|_| cell.mark == Mark::Same(0));
    let is_other = cell.mark.is_other();
    match cell.kind {
        _ if cell.selected => theme.selected(true),
        CellKind::Several => theme.strong(),
        CellKind::Empty
        | CellKind::Side
        | CellKind::SideTick
        | CellKind::Frame(_)
        | CellKind::Foot
        | CellKind::Tick
        | CellKind::Corner
        | CellKind::Zero => theme.dim(),
        CellKind::Grid => theme.faint(),
        CellKind::Flag(_) | CellKind::InWords | CellKind::AboutThen | CellKind::Cut => {
            theme.plain()
        }
        // What a later edition has restated is there to compare with.
        _ if cell.is_older || is_other => theme.dim(),
        CellKind::Figure { .. } => theme.wall(group),
        CellKind::Period | CellKind::Before | CellKind::After | CellKind::Range => {
            theme.reached(group)
        }
        CellKind::Line(_) | CellKind::Allowed | CellKind::Rough => theme.may_reach(group),
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;

    use super::*;
    use crate::app::panels::{charts, figures};
    use crate::load::load;
    use crate::report::Day;
    use crate::ui::Glyphs;

    const FILE: &str = r#"
[report]
title = "t"

[[indicator]]
id = "i"
label = "i"
unit = "%"
value = 8
[[indicator.series]]
points = [
  { period = "2020", value = 20 },
  { period = "2021", value = 60 },
  { period = "2022", value = 60, hedge = "up to" },
]
"#;

    fn screen(theme: &Theme, (width, height): (u16, u16), rows: (u16, u16)) -> Buffer {
        let loaded = load(FILE, Day::new(2026, 1, 1));
        let indicator = &loaded.report.indicators[0];
        let charts = charts(indicator);
        let selected = figures(indicator, 0, &charts[0]).last().map(|figure| figure.ix);
        let has_halves = theme.glyphs() == Glyphs::Unicode;
        let view = View { indicator, chart: &charts[0], at: 0, selected, has_halves };
        let area = Rect { x: 0, y: 0, width, height };
        let mut buffer = Buffer::empty(area);
        draw(view, Some(0), area, rows, &mut Canvas::new(&mut buffer, theme));
        buffer
    }

    fn text(buffer: &Buffer) -> Vec<String> {
        let width = usize::from(buffer.area.width);
        let rows = buffer.content.chunks(width);
        rows.map(|row| row.iter().map(ratatui::buffer::Cell::symbol).collect()).collect()
    }

    #[test]
    fn rows_above_the_view_are_left_out() {
        let theme = Theme::new(false, Glyphs::Unicode);
        let whole = text(&screen(&theme, (24, 8), (0, 8)));
        let part = text(&screen(&theme, (24, 4), (3, 8)));
        assert_eq!(part, whole[3..7]);
    }

    #[test]
    fn plain_characters_stand_in_for_every_sign() {
        let theme = Theme::new(false, Glyphs::Ascii);
        let rows = text(&screen(&theme, (24, 8), (0, 8)));
        assert!(rows.concat().is_ascii(), "{rows:#?}");
    }

    #[test]
    fn a_square_stands_in_the_half_that_its_value_lies_in_and_at_the_cursor_in_the_whole_cell() {
        let (sign, firm) = (Marker::Exact, true);
        let square = |half, selected| {
            let kind = CellKind::Figure { sign, firm, half };
            glyph(PlotCell { kind, selected, ..PlotCell::default() })
        };
        let halves = [Some(Half::Upper), Some(Half::Lower), None];
        assert_eq!(halves.map(|half| square(half, false)), ["▀", "▄", "■"]);
        assert_eq!(
            halves.map(|half| square(half, true)),
            ["■"; 3],
            "the reverse of ▀ looks like ▄"
        );
    }

    #[test]
    fn no_sign_of_a_chart_passes_for_another_in_plain_characters() {
        // What is hollow has the letter of its status under it; corners only turn a line.
        let signs = [
            "■", "○", "★", "☆", "◈", "◊", "+", "⊕", "◉", "◎", "⊞", "⊡", "×", "┬", "┴", "┊", "≈",
            "┃", "≡", "┈", "━", "─", "╌", "│", "╭", "╰", "◂", "▸",
        ];
        let theme = Theme::new(false, Glyphs::Ascii);
        let mut seen: Vec<(String, &str)> = Vec::new();
        for sign in signs {
            let shown = crate::ui::canvas::shown(sign, &theme).into_owned();
            let same = seen.iter().find(|(other, _)| *other == shown);
            assert!(same.is_none(), "{sign} and {same:?}");
            seen.push((shown, sign));
        }
    }

    #[test]
    fn the_selected_point_is_set_off_without_colour() {
        use ratatui::style::Modifier;
        let buffer = screen(&Theme::new(false, Glyphs::Unicode), (24, 8), (0, 8));
        let set_off = |cell: &&ratatui::buffer::Cell| cell.modifier.contains(Modifier::REVERSED);
        let set_off: Vec<&str> =
            buffer.content.iter().filter(set_off).map(ratatui::buffer::Cell::symbol).collect();
        assert_eq!(set_off, ["┬", "─"], "the point, and its place on the axis of time");
    }
}
