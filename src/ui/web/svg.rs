//! The picture of a report: its bars, and of a single figure its evidence.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::drawing::{card_lines, drawn, evidence, explained, theme};
use super::head::{all_facts, by, nothing, title};
use crate::app::Model;
use crate::app::panels::GaugeLine;
use crate::app::text::wrap;
use crate::export::{Extract, spoken_indicator, spoken_report};
use crate::report::{Indicator, IndicatorIx};
use crate::ui::Theme;
use crate::ui::canvas::Canvas;
use crate::ui::gauges::Gauges;
use crate::ui::page::Paper;
use crate::ui::picture::{PAD, Picture};

/// The cells of a line.
const CELLS: u16 = 100;

/// The bars of the figures shown as a picture with their words, of a single one also its evidence and its
/// source.
pub fn svg(model: &Model, extract: &Extract<'_>) -> String {
    let theme = theme();
    let mut sheet = Sheet { picture: Picture::new(PAD), theme: &theme };
    let report = &model.doc.report;
    let area = report.area.as_ref().map(|area| format!(" · {area}")).unwrap_or_default();
    sheet.title(&format!("{}{area}", title(model)));
    let left_out = extract.left_out.clone().unwrap_or_default();
    for text in [by(report), all_facts(model), left_out].iter().filter(|text| !text.is_empty()) {
        sheet.text(text);
    }
    sheet.text("");
    gauges(model, &mut sheet);
    let order = &model.panels.gauges.order;
    if let Some((ix, indicator)) = only(model, order) {
        sheet.text("");
        let card = evidence(model, ix, CELLS);
        sheet.picture.add(&card_lines(model, &card, &card.lines, CELLS));
        sheet.text("");
        sheet.text(&origin(model, indicator));
    }
    let name = match only(model, order) {
        Some((_, indicator)) => {
            format!("{}: {}", indicator.label, indicator.headline.words())
        }
        None => title(model).to_owned(),
    };
    sheet.picture.file(&name, Some(&spoken(model, extract)))
}

/// The figure, if there is a single one.
fn only<'m>(model: &'m Model, order: &[IndicatorIx]) -> Option<(IndicatorIx, &'m Indicator)> {
    let [ix] = order else { return None };
    Some((*ix, model.doc.report.indicator(*ix)?))
}

fn gauges(model: &Model, sheet: &mut Sheet<'_>) {
    if model.panels.gauges.order.is_empty() {
        return sheet.text(nothing(model));
    }
    let gauges = Gauges::new(model, sheet.theme, CELLS);
    sheet.line(|row, canvas| gauges.headings(row, canvas));
    for (at, line) in gauges.lines().enumerate() {
        // Groups are set off from one another.
        if at > 0 && matches!(line, GaugeLine::Heading(..)) {
            sheet.text("");
        }
        sheet.line(|row, canvas| gauges.any_line(line, row, canvas));
    }
    sheet.text("");
    let paper = Paper { model, theme: sheet.theme, cells: CELLS };
    for line in paper.signs(explained(&gauges.all_signs()).into_iter()) {
        sheet.line(|row, canvas| canvas.line(row, &line, canvas.theme.dim()));
    }
}

/// The sentences of what is drawn, for those who cannot see it.
fn spoken(model: &Model, extract: &Extract<'_>) -> String {
    let (report, as_of) = (&model.doc.report, model.env.as_of);
    let all = report.indicators.len();
    let shown = Some(extract.indicators.len()).filter(|shown| *shown < all);
    let figures = extract.indicators.iter().map(|it| spoken_indicator(report, it, as_of));
    let left_out = extract.left_out.as_ref().map(|words| format!("{words}."));
    let lines = [spoken_report(report, shown, as_of)].into_iter().chain(left_out).chain(figures);
    lines.collect::<Vec<_>>().join("\n")
}

/// The words as printed, and where they are.
fn origin(model: &Model, indicator: &Indicator) -> String {
    let headline = &indicator.headline;
    let wording = headline.wording.as_ref().map(|wording| format!("“{wording}”"));
    let source = headline.source.and_then(|ix| model.doc.report.source(ix));
    let source = source.map(|source| {
        let place = headline.locator.as_ref().map(|place| format!(", {place}"));
        format!("Source: {}{}", source.citation(), place.unwrap_or_default())
    });
    let none = headline.lacks_source().then(|| "Source: none given".to_owned());
    let parts = [wording, headline.calculation(), source, none];
    parts.into_iter().flatten().collect::<Vec<_>>().join(". ")
}

/// A picture that is drawn line by line.
struct Sheet<'t> {
    picture: Picture,
    theme: &'t Theme,
}

impl Sheet<'_> {
    fn line(&mut self, draw: impl FnOnce(Rect, &mut Canvas<'_>)) {
        self.picture.add(&drawn(CELLS, 1, self.theme, draw));
    }

    fn title(&mut self, text: &str) {
        self.lines(text, self.theme.strong());
    }

    /// Running text; an empty one is an empty line.
    fn text(&mut self, text: &str) {
        self.lines(text, self.theme.plain());
    }

    fn lines(&mut self, text: &str, style: Style) {
        let lines = wrap(text, usize::from(CELLS));
        if lines.is_empty() {
            self.line(|_, _| ());
        }
        for line in lines {
            self.line(|row, canvas| canvas.line(row, &line, style));
        }
    }
}
