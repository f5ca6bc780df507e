//! The texts in the border of the timeline.

use super::Row;
use crate::app::Model;
use crate::app::keys::Action;
use crate::app::panels::{Count, Step, TimelineColumns, TrackCell};
use crate::app::text::fit;
use crate::report::{Indicator, ItemIx};
use crate::ui::Theme;
use crate::ui::canvas::{cells, shown};
use crate::ui::panel::{Note, nothing_visible};

/// The signs of tracks, the most telling first, each with its meaning in full and in short.
pub(crate) const SIGNS: &[(TrackCell, (&str, &str))] = &[
    (TrackCell::Point, ("◆ a day or a month", "◆ day/month")),
    (TrackCell::Period, ("━ a stated period", "━ period")),
    (TrackCell::About, ("≈ about then, or in doubt", "≈ about")),
    (TrackCell::After, ("▸ goes on", "▸ goes on")),
    (TrackCell::Before, ("◂ goes on", "◂ goes on")),
    (TrackCell::Later, ("» later than drawn", "» later")),
    (TrackCell::Earlier, ("« earlier than drawn", "« earlier")),
    (TrackCell::AsOf, ("╎ as-of day", "╎ as-of day")),
];

/// What the signs in view mean.
pub(super) fn signs(rows: &[Row<'_>]) -> Vec<Note> {
    let in_view = |cell: &TrackCell| rows.iter().any(|row| row.track.contains(cell));
    let signs = SIGNS.iter().filter(|(cell, _)| in_view(cell));
    signs.map(|(_, (long, short))| Note::new(*long, *short)).collect()
}

/// What the lanes count in such steps, and what these signs in them mean.
pub(super) fn counts(step: Step, signs: &str) -> Vec<Note> {
    let words = step.words();
    let title = match step.unit() {
        Some(unit) => {
            Note::new(format!("events by the {unit} they began"), format!("events by {unit}"))
        }
        None => Note::new(format!("events begun per {words}"), format!("events by {words}")),
    };
    let about = ("≈ about then, or in doubt", "≈ about");
    let earlier = ("◂ began then or earlier", "◂ or earlier");
    let signs = [(Count::ABOUT, about), (Count::EARLIER, earlier)]
        .into_iter()
        .filter(|(sign, _)| signs.contains(*sign))
        .map(|(_, (long, short))| Note::new(long, short));
    [title].into_iter().chain(signs).collect()
}

/// The marks of events that bear on the selected figure, in the list and in the lanes; there the heads
/// of its period are underlined, too.
pub(super) fn marked(figure: &Indicator, listed: bool, underlined: bool) -> Note {
    let marks = match (listed, underlined) {
        (true, true) => "•, underlined",
        (true, false) => "•",
        (false, _) => "underlined",
    };
    let short = if listed { "• bears on it" } else { "" };
    Note::new(format!("{marks}: {}", figure.short_label()), short)
}

/// The event at the cursor, cut to a border of this width, and its place among all.
pub(super) fn event(model: &Model, width: u16, theme: &Theme) -> String {
    let timeline = &model.panels.timeline;
    let place = format!("event {} of {}", timeline.row + 1, timeline.rows().len());
    let event = timeline.current().and_then(ItemIx::event);
    let Some(event) = event.and_then(|event| model.doc.report.event(event)) else { return place };
    let words = event.date_words();
    let gap = if event.date.is_some() { " " } else { ": " };
    let named = format!("{words}{gap}{}", event.title);
    let room = width.saturating_sub(BORDER + cells(&shown(&place, theme)) + SEPARATOR);
    if room < cells(&words) + LEAST_TITLE {
        return place;
    }
    let named = fit(&shown(&named, theme), usize::from(room)).into_owned();
    format!("{named} · {place}")
}

/// The cells of a border beside the text at its foot.
const BORDER: u16 = 6;
/// The cells between the event and its place.
const SEPARATOR: u16 = 3;
/// Below this many cells a title says nothing.
const LEAST_TITLE: u16 = 8;

/// What the band of the selected indicator is, if it lies on the axis, and the mark of the events
/// that bear on it, if one is in view.
pub(super) fn band(indicator: &Indicator, in_view: bool, bears: bool) -> Note {
    let label = indicator.short_label();
    let (long, short) = match indicator.headline.span().map(|span| span.words()) {
        None => (format!("{label} has no date"), "no date".to_owned()),
        Some(period) if in_view => (format!("░ {period}: {label}"), format!("░ {period}")),
        Some(period) => {
            (format!("{label}: {period}, not in view"), format!("{period} not in view"))
        }
    };
    let mark = if bears { "  • bears on it" } else { "" };
    Note::new(long + mark, short + mark)
}

/// What stands in place of a track that has nothing to draw.
pub(super) fn undated(cells: u16) -> &'static str {
    if cells < 15 { "not stated" } else { "date not stated" }
}

/// From this width on the border counts what is not listed; below, the signs need the room.
const COUNTS_UNDATED: u16 = 76;
/// Below this width the strip under the panel names the group.
const NAMES_GROUP: u16 = 100;

/// The place of the cursor, and what is not listed.
pub(super) fn count(model: &Model, width: u16) -> String {
    let timeline = &model.panels.timeline;
    let rows = timeline.rows().len();
    if rows == 0 {
        return String::new();
    }
    let place = timeline.row + 1;
    let foot = match (timeline.periods, model.doc.undated) {
        (false, _) => format!("event {place} of {rows}"),
        (true, undated) if undated > 0 && width >= COUNTS_UNDATED => {
            let figures = if undated == 1 { "figure" } else { "figures" };
            format!("{place} of {rows}; {undated} {figures} without a date left out")
        }
        (true, _) => format!("{place} of {rows}"),
    };
    // Where the rows name no group, that of the row at the cursor is named here.
    let report = &model.doc.report;
    let group = timeline.current().and_then(|row| row.group(report));
    match group.and_then(|ix| report.group(ix)) {
        Some(group) if (NAMES_GROUP..TimelineColumns::NAMES_GROUPS + 2).contains(&width) => {
            format!("{foot}, in the group {}", group.title)
        }
        _ => foot,
    }
}

/// Why the panel is empty.
pub(super) fn nothing(model: &Model) -> String {
    if model.nav.filter.is_on() {
        nothing_visible(model, "No event is around what is shown")
    } else if model.panels.timeline.periods {
        "No events in this file, and no figure has a date.".to_owned()
    } else {
        let add = model.with_key(Action::Add, |key| format!(": {key} adds one"));
        format!("No events in this file{add}.")
    }
}
