use ratatui::layout::Rect;

use crate::app::Model;
use crate::app::keys::Panel;
use crate::app::nav::Subject;
use crate::app::text::width;
use crate::report::{Event, Indicator, Period, Source, SourceIx};
use crate::ui::Theme;
use crate::ui::canvas::{Canvas, shown};

/// The short detail under a single panel: what is selected, what it says, where it is from.
pub(super) fn draw(model: &Model, theme: &Theme, area: Rect, canvas: &mut Canvas<'_>) {
    if area.height < 4 {
        return;
    }
    let rule = theme.pick("─", "-").repeat(usize::from(area.width));
    canvas.text(area.x, area.y, area.width, &rule, theme.dim());
    let (title, says, from) = match model.subject() {
        Subject::Indicator(indicator) => indicator_lines(model, indicator),
        Subject::Event(event) => event_lines(model, event),
        Subject::Nothing => return,
    };
    let from = group(model).map_or_else(|| from.clone(), |group| format!("{group} · {from}"));
    let cells = area.width.saturating_sub(2);
    // A sentence that is cut may lose what limits it: the longest that is whole is shown.
    let fits = |text: &&String| width(&shown(text, theme)) <= usize::from(cells);
    let whole = says.iter().find(fits);
    canvas.text(area.x + 1, area.y + 1, cells, &title, theme.strong());
    canvas.text(area.x + 1, area.y + 2, cells, whole.map_or("…", |text| text), theme.plain());
    canvas.text(area.x + 1, area.y + 3, cells, &from, theme.dim());
}

/// The group whose hue the selected row of the timeline has: no heading says it there.
fn group(model: &Model) -> Option<&str> {
    let row = model.panels.timeline.current().filter(|_| model.nav.focus == Panel::Timeline)?;
    let group = model.doc.report.group(row.group(&model.doc.report)?)?;
    Some(&group.title)
}

/// What is selected, what it says from the longest form to the shortest, where it is from.
type Lines = (String, Vec<String>, String);

fn indicator_lines(model: &Model, indicator: &Indicator) -> Lines {
    let headline = &indicator.headline;
    let worded = headline.wording.iter();
    let worded = worded.map(|wording| format!("“{wording}”: {}", headline.sentence()));
    let shorter = [headline.sentence(), headline.words(), headline.figure(), headline.reading()];
    let says = worded.chain(shorter).collect();
    let period = headline.period.as_ref();
    let period = period.map_or_else(|| "period not stated".to_owned(), Period::words);
    let source = source(model, headline.source, headline.locator.as_deref());
    (indicator.label.to_string(), says, format!("{period} · {source}"))
}

fn event_lines(model: &Model, event: &Event) -> Lines {
    let date = event.date.as_ref().map_or_else(|| "date not stated".to_owned(), Period::words);
    let source = source(model, event.source, event.locator.as_deref());
    let noted = event.note.iter().map(|note| format!("{date}. {note}"));
    let says = noted.chain([date.clone()]).collect();
    (event.title.to_string(), says, source)
}

fn source(model: &Model, source: Option<SourceIx>, locator: Option<&str>) -> String {
    let citation = source.and_then(|ix| model.doc.report.source(ix)).map(Source::citation);
    let citation = citation.unwrap_or_else(|| "no source given".to_owned());
    locator.map_or_else(|| citation.clone(), |at| format!("{citation}, {at}"))
}
