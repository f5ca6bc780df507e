//! The bars of a card: the headline and its rivals on one scale.

use super::writer::Writer;
use super::{BarLine, BarPlace, CardLine};
use crate::app::panels::{Cursor, PlacedRival, Ruler, aimed_at};
use crate::app::text::width;
use crate::report::{Indicator, Observation, Scale};

/// The fewest cells of a bar: with fewer it says nothing.
const LEAST: u16 = 10;
/// The most cells of a bar: with more it says no more.
const MOST: u16 = 40;
/// The fewest cells behind the bars that words are written into.
const TEXT: u16 = 24;
/// The cells before a figure, for the sign of the cursor.
const MARKER: u16 = 2;
const GAP: u16 = 2;

impl Writer<'_> {
    /// The bars of the headline and of the rivals that share its axis, under one ruler. Without a
    /// scale there are none.
    pub(super) fn bars(&mut self, indicator: &Indicator, rivals: &[PlacedRival<'_>]) {
        let Some(ruler) = Ruler::of(indicator) else { return };
        let scale = ruler.scale;
        let figures = rivals.iter().map(|(_, rival)| &rival.observation);
        let widest = figures.chain([&indicator.headline]).map(|o| width(&o.row_reading())).max();
        let Some(columns) = Columns::new(indicator, cells(widest.unwrap_or(0)), self.format.cells)
        else {
            return;
        };
        self.lines.push(CardLine::Ruler(ruler, columns.place));
        self.bar(&indicator.headline, scale, columns, None);
        for rival in rivals {
            if let Some(scale) = rival.1.scale(indicator) {
                self.bar(&rival.1.observation, scale, columns, Some(*rival));
            }
        }
        if columns.text == 0 {
            self.bars_legend(indicator, rivals);
        }
        if let Some(aim) = aimed_at(indicator) {
            self.wrapped(&format!("◇ {aim}"), CardLine::Legend);
        }
        self.blank();
    }

    /// Says which bar is the headline's, by its figure, as the first bar may be out of view.
    fn bars_legend(&mut self, indicator: &Indicator, rivals: &[PlacedRival<'_>]) {
        let headline = format!("headline {}", indicator.headline.row_reading());
        let other = "* another measure";
        let both = format!("{headline}; {other}");
        let texts: &[&str] = if rivals.iter().all(|(_, rival)| rival.differs.is_none()) {
            &[&headline]
        } else if width(&both) <= self.format.cells {
            &[&both]
        } else {
            &[&headline, other]
        };
        for text in texts {
            self.wrapped(text, CardLine::Legend);
        }
    }

    /// The bar of a rival, or of the headline if `rival` is `None`.
    fn bar(
        &mut self,
        observation: &Observation,
        scale: Scale,
        columns: Columns,
        rival: Option<PlacedRival<'_>>,
    ) {
        let differs = rival.and_then(|(_, rival)| rival.differs.as_ref());
        let sign = if columns.text == 0 && differs.is_some() { " *" } else { "" };
        let date = observation.period_words();
        let line = BarLine {
            label: format!("{}{sign}", observation.row_reading()),
            rival: rival.map(|(at, _)| at),
            is_at_cursor: rival.is_some_and(|(at, _)| self.is_at_cursor(Cursor::Rival(at))),
            is_another_measure: differs.is_some(),
            scale,
            place: columns.place,
            text: match differs {
                _ if columns.text == 0 => String::new(),
                _ if rival.is_none() => "the headline".to_owned(),
                Some(differs) => format!("{date} · {differs}"),
                None => date,
            },
        };
        self.lines.push(CardLine::Bar(line));
    }
}

/// How a line is divided between the figure, its bar and the words behind it.
#[derive(Clone, Copy)]
struct Columns {
    place: BarPlace,
    /// The cells of the words; 0 if there is no room for any.
    text: u16,
}

impl Columns {
    /// `None` if there is no room for a bar beside the widest figure.
    fn new(indicator: &Indicator, widest: u16, line: usize) -> Option<Self> {
        let line = cells(line);
        let unit = indicator.unit.short();
        let unit = cells(width(if unit.is_empty() { "unit" } else { &unit })) + 1;
        // Room for " *", the sign of another measure behind the figure.
        let x = MARKER + widest + 2 + GAP;
        let room = line.saturating_sub(x + unit);
        // A cut text loses more than a narrow bar, so the words get two thirds.
        let with_text = (room / 3).clamp(LEAST * 2, MOST);
        let fits = room.saturating_sub(with_text + GAP) >= TEXT;
        let bar = if fits { with_text } else { room.min(MOST) };
        let text = line.saturating_sub(x + bar + unit + GAP);
        let place = BarPlace { x, cells: bar };
        (bar >= LEAST).then_some(Self { place, text: if text < TEXT { 0 } else { text } })
    }
}

fn cells(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}
