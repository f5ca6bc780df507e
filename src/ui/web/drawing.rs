//! Drawings of the dashboard as pictures in a page.

use std::fmt::Write as _;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::markup::escaped;
use crate::app::Model;
use crate::app::panels::{Card, CardFormat, CardLine, Ruler, WrittenPoints};
use crate::report::Flags;
use crate::report::{HedgeClass, Indicator, IndicatorIx, Scale};
use crate::ui::canvas::Canvas;
use crate::ui::legend::{CELLS, FLAGS, LIMITS, MARKS, Signs};
use crate::ui::picture::Picture;
use crate::ui::{Glyphs, Theme, card, ruler, trend};

/// The cells of a bar in the page.
const BAR: u16 = 30;
/// The lines of a chart.
const CHART: u16 = 13;
/// The cells of a chart on a desk or on paper, and on a phone.
const CHARTS: [(&str, u16); 2] = [("wide", 92), ("narrow", 40)];

/// The sixteen colours, which the style of the pictures has for light and for dark.
pub(super) fn theme() -> Theme {
    Theme::new(true, Glyphs::Unicode)
}

/// Some lines as they are drawn.
pub(super) fn drawn(
    cells: u16,
    lines: u16,
    theme: &Theme,
    draw: impl FnOnce(Rect, &mut Canvas<'_>),
) -> Buffer {
    let area = Rect::new(0, 0, cells, lines);
    let mut buffer = Buffer::empty(area);
    draw(area, &mut Canvas::new(&mut buffer, theme));
    buffer
}

pub(super) fn inline(buffer: &Buffer, label: Option<&str>) -> String {
    let mut picture = Picture::new(0);
    picture.add(buffer);
    picture.inline(label)
}

/// The scale of a headline's bar among the gauges, if it has a bar.
fn scale(model: &Model, ix: IndicatorIx, indicator: &Indicator) -> Option<Scale> {
    let quantity = indicator.headline.quantity.as_ref()?;
    let is_drawn = quantity.class() != Some(HedgeClass::Order);
    model.panels.gauges.scale(&model.doc.report, ix).filter(|_| is_drawn)
}

/// The bar of a headline, or the strip of its history where it has none.
pub(super) fn bar(model: &Model, ix: IndicatorIx, indicator: &Indicator) -> Option<String> {
    let theme = theme();
    let group = indicator.group.map(|group| group.0);
    let buffer = if let Some(scale) = scale(model, ix, indicator) {
        let cells = ruler::headline_cells(indicator, scale, BAR);
        drawn(BAR, 1, &theme, |row, canvas| ruler::draw_bar(&cells, group, row, canvas))
    } else {
        let past = trend::fitting(indicator, BAR)?;
        drawn(BAR, 1, &theme, |row, canvas| trend::draw(&past, group, row, canvas))
    };
    Some(inline(&buffer, None))
}

/// The ruler over bars, with room for its unit.
pub(super) fn scale_over_bars(of: &Ruler) -> String {
    let theme = theme();
    let buffer = drawn(BAR + 10, 1, &theme, |row, canvas| {
        ruler::draw(of, BAR, row, canvas);
    });
    inline(&buffer, None)
}

/// What the signs of all gauges mean.
pub(super) fn legend(model: &Model) -> Vec<&'static str> {
    let mut signs = Signs::default();
    for ix in &model.panels.gauges.order {
        let Some(indicator) = model.doc.report.indicator(*ix) else { continue };
        if let Some(scale) = scale(model, *ix, indicator) {
            signs.add_bar(&ruler::headline_cells(indicator, scale, BAR));
        } else if trend::fitting(indicator, BAR).is_some() {
            signs.add_trend();
        }
        signs.add_flags(Flags::new(indicator, model.env.as_of));
    }
    explained(&signs)
}

/// The meanings of signs that are drawn.
pub(super) fn explained(signs: &Signs) -> Vec<&'static str> {
    let legends = [CELLS, LIMITS, MARKS, FLAGS].into_iter();
    legends.flat_map(|legend| signs.explained(legend)).map(|entry| entry.long).collect()
}

/// The evidence of an indicator in lines that are so wide.
pub(super) fn evidence(model: &Model, ix: IndicatorIx, cells: u16) -> Card {
    let format = CardFormat {
        cells: usize::from(cells),
        lines: u16::MAX,
        chart: CHART,
        points: WrittenPoints::All,
        is_whole: true,
    };
    model.evidence(ix, format)
}

/// Lines of a card as they are drawn.
pub(super) fn card_lines(model: &Model, card: &Card, lines: &[CardLine], cells: u16) -> Buffer {
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    drawn(cells, height, &theme(), |area, canvas| card::draw(model, card, lines, area, canvas))
}

/// What the figures show: a sentence, and the charts with their keys, for wide pages and for narrow ones.
pub(super) fn charts(model: &Model, ix: IndicatorIx, indicator: &Indicator, out: &mut String) {
    let sentence = escaped(&indicator.evidence());
    if !sentence.is_empty() {
        let _ = writeln!(out, "<p class=\"evidence\">{sentence}</p>");
    }
    for (class, cells) in CHARTS {
        let card = evidence(model, ix, cells);
        let is_chart = |line: &CardLine| matches!(line, CardLine::Chart(_));
        if card.lines.iter().any(is_chart) {
            let _ = writeln!(out, "<div class=\"{class}\">");
            write_charts(model, &card, indicator, cells, out);
            out.push_str("</div>\n");
        }
    }
}

/// Each chart as a picture, and the lines below it as a list.
fn write_charts(model: &Model, card: &Card, indicator: &Indicator, cells: u16, out: &mut String) {
    let chart_of = |line: &CardLine| match line {
        CardLine::Chart(line) => Some(line.chart),
        _ => None,
    };
    let mut is_open = false;
    for lines in card.lines.chunk_by(|one, other| chart_of(one) == chart_of(other)) {
        if lines.first().is_some_and(|line| chart_of(line).is_some()) {
            let label = format!("Chart of {}: {}", indicator.label, indicator.evidence());
            let picture = inline(&card_lines(model, card, lines, cells), Some(&label));
            let end = if is_open { "</figure>\n" } else { "" };
            let _ = write!(out, "{end}<figure>\n{picture}");
            is_open = true;
        } else if is_open {
            write_key(lines, out);
        }
    }
    if is_open {
        out.push_str("</figure>\n");
    }
}

/// The lines below a chart. One that begins with blanks goes on with the one above.
fn write_key(lines: &[CardLine], out: &mut String) {
    let mut entries: Vec<(&str, String)> = Vec::new();
    for line in lines {
        let (class, text) = match line {
            CardLine::Text(text) => ("same", text),
            CardLine::Legend(text) => ("quiet", text),
            _ => continue,
        };
        if let Some((_, entry)) = entries.last_mut().filter(|_| text.starts_with("  ")) {
            entry.extend([" ", text.trim_start()]);
            continue;
        }
        // A figure has a column of its own in front of what is said of it.
        let parts = text.split("  ").map(str::trim).filter(|part| !part.is_empty());
        entries.push((class, parts.collect::<Vec<_>>().join(" · ")));
    }
    if entries.is_empty() {
        return;
    }
    out.push_str("<figcaption>\n<ul class=\"key\">\n");
    for (class, text) in entries {
        let _ = writeln!(out, "<li class=\"{class}\">{}</li>", escaped(&text));
    }
    out.push_str("</ul>\n</figcaption>\n");
}
