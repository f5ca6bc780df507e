//! A drawn buffer as an SVG picture: text stays text, and colours follow the reader's light or dark.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};
use unicode_segmentation::UnicodeSegmentation;

use super::theme::rgb_of;
use crate::app::text::width;

/// The size of a cell, in pixels.
const CELL: (f64, f64) = (8.4, 17.0);
/// The free room around the cells.
const PAD: f64 = 12.0;
/// How far the line of letters stands below the top of a cell.
const BASELINE: f64 = 13.0;

/// The sixteen colours of a terminal on a light and on a dark ground. Each has a contrast of 4.5 to its
/// ground at least.
const SIXTEEN: [(&str, &str); 16] = [
    ("#1c1c1c", "#e6edf3"),
    ("#b3261e", "#ff7b72"),
    ("#116329", "#7ee787"),
    ("#7a5200", "#e3b341"),
    ("#0550ae", "#79c0ff"),
    ("#8c1f86", "#e2a8ff"),
    ("#0b5c67", "#56d4dd"),
    ("#4a5159", "#c3cbd4"),
    ("#5c646d", "#98a2ad"),
    ("#b3261e", "#ff9a92"),
    ("#116329", "#9df2a5"),
    ("#7a5200", "#f0c661"),
    ("#0550ae", "#a5d3ff"),
    ("#8c1f86", "#efc3ff"),
    ("#0b5c67", "#86e6ec"),
    ("#1c1c1c", "#f6f8fa"),
];

/// Draws a buffer as a picture with a title, which screen readers read.
///
/// Every run of letters stands at the exact place of its first cell and is as long as its cells, so
/// that drawings keep their columns in any font.
pub fn picture(buffer: &Buffer, title: &str) -> String {
    let area = buffer.area;
    let wide = f64::from(area.width) * CELL.0 + 2.0 * PAD;
    let high = f64::from(area.height) * CELL.1 + 2.0 * PAD;
    let title = escaped(title);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {wide:.1} {high:.1}\" \
         width=\"{wide:.0}\" height=\"{high:.0}\" role=\"img\" aria-label=\"{title}\">\n\
         <title>{title}</title>\n<style>\n{}</style>\n\
         <rect class=\"ground\" width=\"100%\" height=\"100%\" rx=\"8\"/>\n",
        style_sheet()
    );
    for y in area.top()..area.bottom() {
        // A wide letter covers the cell after its own.
        let mut covered = 0;
        let cells = (area.left()..area.right()).filter_map(|x| {
            let cell = buffer.cell(Position { x, y })?;
            if covered > 0 {
                covered -= 1;
                return None;
            }
            covered = width(cell.symbol()).saturating_sub(1);
            Some((x - area.left(), Look::of(cell), cell))
        });
        row(&cells.collect::<Vec<_>>(), y - area.top(), &mut out);
    }
    out.push_str("</svg>\n");
    out
}

fn style_sheet() -> String {
    let mut css = String::from(
        "text { font: 14px ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace; \
         white-space: pre; fill: #1c1c1c }\n.ground { fill: #fff }\n.ink { fill: #1c1c1c }\n\
         .b { font-weight: 700 }\n.d { opacity: .72 }\n.u { text-decoration: underline }\n",
    );
    for (at, (light, _)) in SIXTEEN.iter().enumerate() {
        let _ = writeln!(css, ".c{at} {{ fill: {light} }}");
    }
    css.push_str(
        "@media (prefers-color-scheme: dark) {\ntext, .ink { fill: #e6edf3 }\n\
         .ground { fill: #0d1117 }\n",
    );
    for (at, (_, dark)) in SIXTEEN.iter().enumerate() {
        let _ = writeln!(css, ".c{at} {{ fill: {dark} }}");
    }
    css + "}\n"
}

/// How a cell looks.
#[derive(Clone, Debug, PartialEq)]
struct Look {
    ink: Ink,
    ground: Ink,
    modifier: Modifier,
}

/// A colour of the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Ink {
    /// That of text.
    Text,
    /// That of the ground.
    Ground,
    /// One of the sixteen.
    Sixteen(u8),
    Exact(u8, u8, u8),
}

impl Look {
    fn of(cell: &Cell) -> Self {
        let ink = Ink::of(cell.fg, Ink::Text);
        let ground = Ink::of(cell.bg, Ink::Ground);
        let is_turned = cell.modifier.contains(Modifier::REVERSED);
        let (ink, ground) = if is_turned { (ground, ink) } else { (ink, ground) };
        Self { ink, ground, modifier: cell.modifier }
    }

    /// The attributes of a run of text.
    fn attributes(&self) -> String {
        let mut classes: Vec<String> = self.ink.class().into_iter().collect();
        for (modifier, class) in
            [(Modifier::BOLD, "b"), (Modifier::DIM, "d"), (Modifier::UNDERLINED, "u")]
        {
            if self.modifier.contains(modifier) {
                classes.push(class.to_owned());
            }
        }
        let class = match classes.is_empty() {
            true => String::new(),
            false => format!(" class=\"{}\"", classes.join(" ")),
        };
        class + &self.ink.fill()
    }
}

impl Ink {
    fn of(colour: Color, otherwise: Self) -> Self {
        const NAMED: [Color; 16] = [
            Color::Black,
            Color::Red,
            Color::Green,
            Color::Yellow,
            Color::Blue,
            Color::Magenta,
            Color::Cyan,
            Color::Gray,
            Color::DarkGray,
            Color::LightRed,
            Color::LightGreen,
            Color::LightYellow,
            Color::LightBlue,
            Color::LightMagenta,
            Color::LightCyan,
            Color::White,
        ];
        match colour {
            Color::Reset => otherwise,
            Color::Rgb(red, green, blue) => Self::Exact(red, green, blue),
            Color::Indexed(at @ 0..16) => Self::Sixteen(at),
            Color::Indexed(at) => {
                rgb_of(at).map_or(otherwise, |(red, green, blue)| Self::Exact(red, green, blue))
            }
            named => (0..)
                .zip(NAMED)
                .find(|(_, other)| *other == named)
                .map_or(otherwise, |(at, _)| Self::Sixteen(at)),
        }
    }

    fn class(self) -> Option<String> {
        match self {
            Self::Text | Self::Exact(..) => None,
            Self::Ground => Some("ground".to_owned()),
            Self::Sixteen(at) => Some(format!("c{at}")),
        }
    }

    fn fill(self) -> String {
        match self {
            Self::Exact(red, green, blue) => {
                format!(" style=\"fill:#{red:02x}{green:02x}{blue:02x}\"")
            }
            _ => String::new(),
        }
    }
}

/// Writes the grounds and the texts of a row.
fn row(cells: &[(u16, Look, &Cell)], y: u16, out: &mut String) {
    let top = PAD + f64::from(y) * CELL.1;
    for run in cells.chunk_by(|(_, one, _), (_, other, _)| one.ground == other.ground) {
        let Some((x, look, _)) = run.first() else { continue };
        if look.ground != Ink::Ground {
            let class = look.ground.class().unwrap_or_else(|| "ink".to_owned());
            let wide = f64::from(u16::try_from(run.len()).unwrap_or(u16::MAX)) * CELL.0;
            let _ = writeln!(
                out,
                "<rect class=\"{class}\"{} x=\"{:.1}\" y=\"{top:.1}\" width=\"{wide:.1}\" height=\"{}\"/>",
                look.ground.fill(),
                PAD + f64::from(*x) * CELL.0,
                CELL.1
            );
        }
    }
    for run in cells.chunk_by(|(_, one, _), (_, other, _)| one == other) {
        let Some((x, look, _)) = run.first() else { continue };
        let text: String = run.iter().map(|(_, _, cell)| cell.symbol()).collect();
        words(&text, *x, top + BASELINE, &look.attributes(), out);
    }
}

/// Writes the words of a run, each group of words without a gap of two spaces as one text.
fn words(text: &str, x: u16, y: f64, attributes: &str, out: &mut String) {
    let mut at = x;
    for part in text.split_inclusive("  ") {
        let cells = |text: &str| u16::try_from(width(text)).unwrap_or(u16::MAX);
        let lead = cells(part) - cells(part.trim_start());
        let shown = part.trim();
        if !shown.is_empty() {
            let left = PAD + f64::from(at + lead) * CELL.0;
            let long = f64::from(cells(shown)) * CELL.0;
            let fits = if shown.graphemes(true).count() > 1 {
                format!(" textLength=\"{long:.1}\"")
            } else {
                String::new()
            };
            let _ = writeln!(
                out,
                "<text x=\"{left:.1}\" y=\"{y:.1}\"{fits}{attributes}>{}</text>",
                escaped(shown)
            );
        }
        at = at.saturating_add(cells(part));
    }
}

/// A text without characters that XML takes for its own, or forbids.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    fn drawn(text: &str, style: Style) -> String {
        let cells = u16::try_from(width(text)).unwrap();
        let mut buffer = Buffer::empty(Rect::new(0, 0, cells.max(1), 1));
        buffer.set_string(0, 0, text, style);
        picture(&buffer, "A <title>")
    }

    #[test]
    fn every_run_stands_at_its_cell_and_keeps_its_length() {
        let svg = drawn("up to   70 %", Style::new().add_modifier(Modifier::BOLD));
        assert!(
            svg.contains(r#"<text x="12.0" y="25.0" textLength="42.0" class="b">up to</text>"#)
        );
        assert!(svg.contains(r#"<text x="79.2" y="25.0" textLength="33.6" class="b">70 %</text>"#));
        let svg = drawn("±", Style::new().fg(Color::Red));
        assert!(svg.contains(r#"<text x="12.0" y="25.0" class="c1">±</text>"#));
        let svg = drawn("債務", Style::new());
        assert!(svg.contains(r#"<text x="12.0" y="25.0" textLength="33.6">債務</text>"#), "{svg}");
    }

    #[test]
    fn reversed_text_has_a_ground_of_its_own() {
        let svg = drawn("Gauges", Style::new().add_modifier(Modifier::REVERSED));
        assert!(svg.contains(r#"<rect class="ink" x="12.0" y="12.0" width="50.4" height="17"/>"#));
        assert!(svg.contains(r#"class="ground">Gauges</text>"#));
    }

    #[test]
    fn text_is_never_markup() {
        let svg = drawn("<b>&\"", Style::new());
        assert!(svg.contains("&lt;b&gt;&amp;&quot;</text>"));
        assert!(svg.contains("<title>A &lt;title&gt;</title>"));
        assert!(!escaped("\u{1b}[31m\u{0}").contains(['\u{1b}', '\u{0}']));
    }
}
