use ratatui::layout::{Margin, Rect};

use crate::app::Model;
use crate::app::keys::Panel;
use crate::app::nav::Subject;
use crate::app::panels::aimed_at;
use crate::report::{Event, Indicator, Observation, Period, Source, SourceIx};
use crate::ui::Theme;
use crate::ui::canvas::{Canvas, fitting};

/// Draws the short detail under a single panel: what is selected, what it says, where it is from.
pub(super) fn draw(model: &Model, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    if area.height < 4 {
        return;
    }
    canvas.rule(area);
    let inner = area.inner(Margin::new(1, 0));
    let (title, text, source) = match model.subject() {
        Subject::Indicator(indicator) => indicator_lines(model, indicator, inner.width, theme),
        Subject::Event(event) => event_lines(model, event, inner.width, theme),
        Subject::Nothing => return,
    };
    let source = group(model).map_or_else(|| source.clone(), |group| format!("{group} · {source}"));
    let lines = [(title, theme.strong()), (text, theme.plain()), (source, theme.dim())];
    for (row, (line, style)) in inner.rows().skip(1).zip(lines) {
        canvas.line(row, &line, style);
    }
}

/// The group whose hue the selected row of the timeline has: no heading says it there.
fn group(model: &Model) -> Option<&str> {
    let row = model.panels.timeline.current().filter(|_| model.nav.focus == Panel::Timeline)?;
    let group = model.doc.report.group(row.group(&model.doc.report)?)?;
    Some(&group.title)
}

/// What is selected, what it says, and its source.
///
/// A sentence that is cut may lose what limits it: the longest text that fits is shown.
type Lines = (String, String, String);

fn indicator_lines(model: &Model, indicator: &Indicator, cells: u16, theme: &Theme) -> Lines {
    let headline = &indicator.headline;
    // The sentence is about the hedge; an interval and a base are in the words.
    let is_wide = headline.uncertainty.is_some() || headline.base.is_some();
    let sentence = if is_wide { headline.words() } else { headline.sentence() };
    let wording = headline.wording.as_ref();
    let worded = wording.map(|wording| format!("“{wording}”: {sentence}"));
    let worded = worded.as_ref().unwrap_or(&sentence);
    let aimed = aimed_at(indicator).map(|aim| format!("{worded}; {aim}"));
    let (figure, reading) = (headline.figure(), headline.reading());
    let text = aimed.as_ref().and_then(|aimed| fitting(aimed, aimed, cells, theme));
    let text = text
        .or_else(|| fitting(worded, &sentence, cells, theme))
        .or_else(|| fitting(&figure, &reading, cells, theme))
        .unwrap_or("…");
    let period = headline.period.as_ref();
    let period = period.map_or_else(|| "period not stated".to_owned(), Period::words);
    let source = origin(model, headline);
    (indicator.label.to_string(), text.to_owned(), format!("{period} · {source}"))
}

fn event_lines(model: &Model, event: &Event, cells: u16, theme: &Theme) -> Lines {
    let date = event.date.as_ref().map_or_else(|| "date not stated".to_owned(), Period::words);
    let noted = event.note.as_ref().map(|note| format!("{date}. {note}"));
    let text = fitting(noted.as_ref().unwrap_or(&date), &date, cells, theme).unwrap_or("…");
    let source = source(model, event.source, event.locator.as_deref());
    (event.title.to_string(), text.to_owned(), source)
}

/// The sources of a figure, or how it was worked out.
fn origin(model: &Model, figure: &Observation) -> String {
    let from = || source(model, figure.source, figure.locator.as_deref());
    let first = match (figure.calculation(), figure.source) {
        (Some(calculation), None) => calculation,
        (Some(calculation), Some(_)) => format!("{calculation}, from {}", from()),
        (None, _) => from(),
    };
    let also = figure.also.iter().map(|other| model.doc.report.source(other.source));
    let also: Vec<_> = also.flatten().map(Source::short).collect();
    if also.is_empty() { first } else { format!("{first}, also in {}", also.join(", ")) }
}

fn source(model: &Model, source: Option<SourceIx>, locator: Option<&str>) -> String {
    let citation = source.and_then(|ix| model.doc.report.source(ix)).map(Source::citation);
    let citation = citation.unwrap_or_else(|| "no source given".to_owned());
    locator.map_or_else(|| citation.clone(), |at| format!("{citation}, {at}"))
}
