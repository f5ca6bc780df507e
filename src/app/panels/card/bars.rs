//! Several figures as bars on one scale.

use super::writer::Writer;
use super::{BarLine, BarPlace, CardLine};
use crate::app::panels::{Cursor, PlacedRival, Ruler};
use crate::app::text::width;
use crate::report::{Indicator, Observation, Scale};

/// Fewer cells than this say nothing.
const LEAST: u16 = 10;
/// More cells than this do not say more.
const MOST: u16 = 40;
/// The least room behind the bars that words are put into.
const TEXT: u16 = 24;
/// The cells in front of a figure: the sign of the cursor.
const MARKER: u16 = 2;
const GAP: u16 = 2;

impl Writer<'_> {
    /// The headline and the rivals that share its axis under one ruler, where there is a scale to
    /// draw them on.
    pub(super) fn bars(&mut self, indicator: &Indicator, rivals: &[PlacedRival<'_>]) {
        let Some(scale) = indicator.scale else { return };
        let figures = rivals.iter().map(|(_, rival)| &rival.observation);
        let widest = figures.chain([&indicator.headline]).map(|o| width(&o.reading())).max();
        let Some(columns) = Columns::new(indicator, cells(widest.unwrap_or(0)), self.sheet.cells)
        else {
            return;
        };
        let ruler = Ruler { scale, change: indicator.change, unit: indicator.unit.clone() };
        self.lines.push(CardLine::Ruler(ruler, columns.place));
        let mut line = bar_line(&indicator.headline, scale, columns);
        line.is_headline = true;
        line.text = behind(columns, || "the headline".to_owned());
        self.lines.push(CardLine::Bar(line));
        for rival in rivals {
            self.rival_bar(indicator, *rival, columns);
        }
        if columns.text == 0 {
            self.bars_legend(indicator, rivals);
        }
        self.blank();
    }

    /// Which bar is the headline's, by its figure: the first may be out of view.
    fn bars_legend(&mut self, indicator: &Indicator, rivals: &[PlacedRival<'_>]) {
        let headline = format!("headline {}", indicator.headline.reading());
        if rivals.iter().all(|(_, rival)| rival.differs.is_none()) {
            self.wrapped(&headline, CardLine::Legend);
            return;
        }
        let other = "* another measure";
        let both = format!("{headline}; {other}");
        if width(&both) <= self.sheet.cells {
            self.wrapped(&both, CardLine::Legend);
        } else {
            self.wrapped(&headline, CardLine::Legend);
            self.wrapped(other, CardLine::Legend);
        }
    }

    fn rival_bar(&mut self, indicator: &Indicator, (at, rival): PlacedRival<'_>, columns: Columns) {
        let Some(scale) = rival.scale(indicator) else { return };
        let mut line = bar_line(&rival.observation, scale, columns);
        if columns.text == 0 && rival.differs.is_some() {
            line.label.push_str(" *");
        }
        line.is_at_cursor = self.is_at_cursor(Cursor::Rival(at));
        line.is_another_measure = rival.differs.is_some();
        line.text = behind(columns, || {
            let date = rival.observation.period_words();
            let differs = rival.differs.as_ref();
            differs.map_or_else(|| date.clone(), |differs| format!("{date} · {differs}"))
        });
        self.lines.push(CardLine::Bar(line));
    }
}

fn bar_line(observation: &Observation, scale: Scale, columns: Columns) -> BarLine {
    BarLine {
        label: observation.reading(),
        is_headline: false,
        is_at_cursor: false,
        is_another_measure: false,
        quantity: observation.quantity.clone(),
        scale,
        place: columns.place,
        text: String::new(),
    }
}

/// The words behind a bar, where there is room for any.
fn behind(columns: Columns, words: impl FnOnce() -> String) -> String {
    if columns.text > 0 { words() } else { String::new() }
}

/// How a line is shared out between figure, bar and words.
#[derive(Clone, Copy)]
struct Columns {
    place: BarPlace,
    text: u16,
}

impl Columns {
    /// `None` where there is no room for a bar beside the widest figure.
    fn new(indicator: &Indicator, widest: u16, line: usize) -> Option<Self> {
        let line = cells(line);
        let unit = indicator.unit.short();
        let unit = cells(width(if unit.is_empty() { "unit" } else { &unit })) + 1;
        // Room for the sign of another definition behind the figure.
        let x = MARKER + widest + 2 + GAP;
        let room = line.saturating_sub(x + unit);
        // Words that are cut say less than cells that are missing: they get two thirds.
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
