//! What the border of the timeline says.

use super::Line;
use crate::app::Model;
use crate::app::keys::Action;
use crate::app::panels::TimelineColumns;
use crate::report::{Indicator, counted};
use crate::ui::track::Mark;

/// The signs of tracks, the most telling first, each with its words from long to short.
pub(crate) const SIGNS: &[(Mark, [&str; 3])] = &[
    (Mark::Point, ["◆ a day or a month", "◆ day or month", "◆ day"]),
    (Mark::Period, ["━ a stated period", "━ period", "━ period"]),
    (Mark::About, ["▒ about, or in doubt", "▒ about", "▒ about"]),
    (Mark::After, ["▸ goes on", "▸ goes on", "▸ goes on"]),
    (Mark::Before, ["◂ goes on", "◂ goes on", "◂ goes on"]),
    (Mark::Later, ["» later than drawn", "» later", "» later"]),
    (Mark::Earlier, ["« earlier than drawn", "« earlier", "« earlier"]),
    (Mark::AsOf, ["╎ as-of day", "╎ as-of day", "╎ as-of"]),
];

/// The signs in view, from the most words to the fewest signs.
pub(super) fn signs(lines: &[Line<'_>]) -> Vec<String> {
    let in_view = |mark: &Mark| lines.iter().any(|line| line.track.contains(mark));
    let signs: Vec<_> = SIGNS.iter().filter(|(mark, _)| in_view(mark)).collect();
    let join = |words: fn(&[&'static str; 3]) -> &'static str, gap: &str| {
        signs.iter().map(|(_, forms)| words(forms)).collect::<Vec<_>>().join(gap)
    };
    let mut notes = vec![join(|[long, ..]| long, "   "), join(|[_, middle, _]| middle, "  ")];
    for shown in (1..=signs.len()).rev() {
        let signs = signs.iter().take(shown);
        notes.push(signs.map(|(_, [.., short])| *short).collect::<Vec<_>>().join("  "));
    }
    notes.retain(|note| !note.is_empty());
    notes
}

/// What bands and marks say of the selected indicator, from the longest form to the shortest.
pub(super) fn selection(indicator: &Indicator, in_view: bool, bears: bool) -> Vec<String> {
    let label = indicator.short_label();
    let forms = match &indicator.headline.period {
        None => vec![format!("{label}: no date, no band"), "no date: no band".to_owned()],
        Some(period) => {
            let words = period.words();
            if in_view {
                vec![format!("░ {words}: {label}"), format!("░ {words}")]
            } else {
                vec![format!("{label}: {words}, not in view"), format!("{words} not in view")]
            }
        }
    };
    let mark = if bears { "  • bears on it" } else { "" };
    let mut notes: Vec<_> = forms.iter().map(|form| format!("{form}{mark}")).collect();
    notes.extend(forms.into_iter().skip(1));
    notes
}

/// The same where there are no tracks, and so no band.
pub(super) fn bears(indicator: &Indicator) -> Vec<String> {
    vec![format!("• bears on: {}", indicator.short_label()), "• bears on it".to_owned()]
}

/// What stands in place of a track that has nothing to draw.
pub(super) fn undated(cells: u16) -> &'static str {
    if cells < 15 { "not stated" } else { "date not stated" }
}

/// Below this width what is not listed goes unsaid, for the sake of the signs.
const ROOMY: u16 = 76;
/// Below this width the strip under the panel names the group.
const FOOT_NAMES_GROUP: u16 = 100;

/// Where the selection stands, and what is not listed.
pub(super) fn count(model: &Model, width: u16) -> String {
    let timeline = &model.panels.timeline;
    let rows = timeline.rows().len();
    let place = if rows == 0 { 0 } else { timeline.row + 1 };
    let foot = match (timeline.periods, model.doc.undated) {
        (false, _) => format!("{place} of {rows} events"),
        (true, undated) if undated > 0 && width >= ROOMY => {
            let figures = counted(undated, "figure");
            format!("{place} of {rows}; {figures} without a date left out")
        }
        (true, _) => format!("{place} of {rows}"),
    };
    with_group(model, width, foot)
}

/// The group of the row at the cursor in front of what the foot says, where the rows name none.
fn with_group(model: &Model, width: u16, foot: String) -> String {
    let report = &model.doc.report;
    let group = model.panels.timeline.current().and_then(|row| row.group(report));
    match group.and_then(|ix| report.group(ix)) {
        Some(group) if (FOOT_NAMES_GROUP..TimelineColumns::NAMES_GROUPS + 2).contains(&width) => {
            format!("{} · {foot}", group.title)
        }
        _ => foot,
    }
}

/// Why there is no row.
pub(super) fn nothing(model: &Model) -> String {
    if model.nav.filter.is_on() {
        let words = model.nav.filter.words(&model.doc.report);
        let key = model.env.keymap.key(&model.scopes(), Action::Widen);
        let key = key.map_or_else(String::new, |key| format!(" {key} shows all again."));
        return format!("No event is around what is shown: {words}.{key}");
    }
    if model.panels.timeline.periods {
        "The file has no [[event]], and no figure has a date.".to_owned()
    } else {
        "The file has no [[event]].".to_owned()
    }
}
