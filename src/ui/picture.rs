//! A drawn buffer as an SVG picture: text stays text, and colours follow the reader's light or dark.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};

use super::theme::{rgb_of, sixteen};
use crate::app::text::width;

/// The size of a cell, in pixels.
const CELL: (u32, u32) = (8, 16);
/// The free room around the cells of a picture that is a file.
pub(super) const PAD: u32 = 12;
/// How far the line of letters stands below the top of a cell.
const BASELINE: u32 = 12;

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
/// Every letter stands at the place of its cell, so that drawings keep their columns in any font.
pub fn picture(buffer: &Buffer, title: &str) -> String {
    let mut picture = Picture::new(PAD);
    picture.add(buffer);
    picture.file(title, None)
}

/// A picture that grows line by line.
pub(super) struct Picture {
    /// The free room around the cells, in pixels.
    pad: u32,
    cells: u32,
    lines: u32,
    body: String,
}

impl Picture {
    pub(super) fn new(pad: u32) -> Self {
        Self { pad, cells: 0, lines: 0, body: String::new() }
    }

    /// Adds the lines of a buffer below those that it has.
    pub(super) fn add(&mut self, buffer: &Buffer) {
        let area = buffer.area;
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
            let cells: Vec<_> = cells.collect();
            self.row(&cells);
            self.lines += 1;
        }
        self.cells = self.cells.max(area.width.into());
    }

    /// As a file, with its title and, if there is one, a text that says what it shows.
    pub(super) fn file(self, title: &str, description: Option<&str>) -> String {
        let title = escaped(title);
        let description = description.map(|text| format!("<desc>{}</desc>\n", escaped(text)));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" {} role=\"img\" aria-label=\"{title}\">\n\
             <title>{title}</title>\n{}<style>\n{}</style>\n\
             <rect class=\"ground\" width=\"100%\" height=\"100%\" rx=\"8\"/>\n{}</svg>\n",
            self.size(),
            description.unwrap_or_default(),
            style_sheet(),
            self.body
        )
    }

    /// As a part of a page, which has the [`style_sheet`]. Without a label it is hidden from screen
    /// readers, as words beside it say the same.
    pub(super) fn inline(self, label: Option<&str>) -> String {
        let role = label.map_or_else(
            || "aria-hidden=\"true\"".to_owned(),
            |label| format!("role=\"img\" aria-label=\"{}\"", escaped(label)),
        );
        format!("<svg {} {role}>\n{}</svg>\n", self.size(), self.body)
    }

    fn size(&self) -> String {
        let wide = self.cells * CELL.0 + 2 * self.pad;
        let high = self.lines * CELL.1 + 2 * self.pad;
        format!("viewBox=\"0 0 {wide} {high}\" width=\"{wide}\" height=\"{high}\"")
    }

    /// Writes the grounds and the texts of a row.
    fn row(&mut self, cells: &[(u16, Look, &Cell)]) {
        let top = self.pad + self.lines * CELL.1;
        for run in cells.chunk_by(|(_, one, _), (_, other, _)| one.ground == other.ground) {
            let Some((x, look, _)) = run.first() else { continue };
            if look.ground != Ink::Ground {
                let class = look.ground.class().unwrap_or_else(|| "ink".to_owned());
                let cells = run.iter().map(|(_, _, cell)| width(cell.symbol())).sum::<usize>();
                let (x, fill) = (self.left(*x), look.ground.fill());
                let _ = writeln!(
                    self.body,
                    "<rect class=\"{class}\"{fill} x=\"{x}\" y=\"{top}\" width=\"{}\" height=\"{}\"/>",
                    u32::try_from(cells).unwrap_or(u32::MAX).saturating_mul(CELL.0),
                    CELL.1
                );
            }
        }
        let is_blank = |cell: &Cell| cell.symbol().trim().is_empty();
        for run in
            cells.chunk_by(|(_, one, a), (_, other, b)| one == other && is_blank(a) == is_blank(b))
        {
            let Some((_, look, first)) = run.first() else { continue };
            if !is_blank(first) {
                self.letters(run, top + BASELINE, &look.attributes());
            }
        }
    }

    /// Writes letters of one look. A sign of several characters is a text of its own, as each character
    /// of a text has its place.
    fn letters(&mut self, run: &[(u16, Look, &Cell)], y: u32, attributes: &str) {
        let is_one = |cell: &Cell| cell.symbol().chars().count() == 1;
        for part in run.chunk_by(|(_, _, one), (_, _, other)| is_one(one) && is_one(other)) {
            let places: Vec<String> =
                part.iter().map(|(x, _, _)| self.left(*x).to_string()).collect();
            let text: String = part.iter().map(|(_, _, cell)| cell.symbol()).collect();
            let (places, text) = (places.join(" "), escaped(&text));
            let _ = writeln!(self.body, "<text x=\"{places}\" y=\"{y}\"{attributes}>{text}</text>");
        }
    }

    fn left(&self, x: u16) -> u32 {
        self.pad + u32::from(x) * CELL.0
    }
}

/// The styles of all pictures.
pub(super) fn style_sheet() -> String {
    let mut css = String::from(
        "text { font-family: ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace; \
         font-size: 13.3px; white-space: pre; fill: #1c1c1c }\n.ground { fill: #fff }\n.ink { fill: #1c1c1c }\n\
         .bold { font-weight: 700 }\n.dim { opacity: .72 }\n.under { text-decoration: underline }\n",
    );
    for (at, (light, _)) in SIXTEEN.iter().enumerate() {
        let _ = writeln!(css, ".c{at} {{ fill: {light} }}");
    }
    css.push_str(
        "@media screen and (prefers-color-scheme: dark) {\ntext, .ink { fill: #e6edf3 }\n\
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
            [(Modifier::BOLD, "bold"), (Modifier::DIM, "dim"), (Modifier::UNDERLINED, "under")]
        {
            if self.modifier.contains(modifier) {
                classes.push(class.to_owned());
            }
        }
        let class = if classes.is_empty() {
            String::new()
        } else {
            format!(" class=\"{}\"", classes.join(" "))
        };
        class + &self.ink.fill()
    }
}

impl Ink {
    fn of(colour: Color, otherwise: Self) -> Self {
        match colour {
            Color::Reset => otherwise,
            Color::Rgb(red, green, blue) => Self::Exact(red, green, blue),
            Color::Indexed(at @ 0..16) => Self::Sixteen(at),
            Color::Indexed(at) => {
                rgb_of(at).map_or(otherwise, |(red, green, blue)| Self::Exact(red, green, blue))
            }
            named => sixteen(named).map_or(otherwise, Self::Sixteen),
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

/// A text without characters that XML or HTML take for their own, or forbid.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(c),
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
    fn every_letter_stands_at_its_cell() {
        let svg = drawn("up  70", Style::new().add_modifier(Modifier::BOLD));
        assert!(svg.contains(r#"<text x="12 20" y="24" class="bold">up</text>"#));
        assert!(svg.contains(r#"<text x="44 52" y="24" class="bold">70</text>"#));
        let svg = drawn("債務e\u{301}", Style::new().fg(Color::Red));
        assert!(svg.contains(r#"<text x="12 28" y="24" class="c1">債務</text>"#), "{svg}");
        assert!(svg.contains("<text x=\"44\" y=\"24\" class=\"c1\">e\u{301}</text>"), "{svg}");
    }

    #[test]
    fn reversed_text_has_a_ground_of_its_own() {
        let svg = drawn("Gauges", Style::new().add_modifier(Modifier::REVERSED));
        assert!(svg.contains(r#"<rect class="ink" x="12" y="12" width="48" height="16"/>"#));
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
