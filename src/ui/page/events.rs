use std::collections::HashSet;

use super::Paper;
use crate::app::panels::{TrackCell, track};
use crate::report::Event;
use crate::ui::axis::Axis;
use crate::ui::canvas::skip;
use crate::ui::timeline::{SIGNS, draw_ticks, draw_track};

const GAP: u16 = 2;
/// Below this many cells a track shows little, and the words get them.
const LEAST_TRACK: u16 = 20;
/// Below this many cells a title stands under its date.
const LEAST_TITLE: u16 = 24;
/// The most cells of a date; titles get the rest.
const MOST_DATE: u16 = 24;

/// The events by date, on an axis of time where there is room for one.
pub(super) fn events(paper: Paper<'_>) -> impl Iterator<Item = String> {
    let order = &paper.model.panels.timeline.order;
    let events = order.iter().filter_map(move |at| paper.model.doc.report.event(*at));
    let columns = Columns::new(paper);
    let axis = Axis { span: paper.model.panels.timeline.span, cells: columns.track };
    let mut before = Vec::new();
    let mut after = Vec::new();
    if !order.is_empty() {
        before.push("EVENTS".to_owned());
        if columns.track > 0 {
            let x = columns.date + GAP;
            before.push(paper.line(|row, canvas| draw_ticks(axis, skip(row, x), canvas)));
            after.push(String::new());
            after.extend(legend(paper, axis));
        }
        after.push(String::new());
    }
    let rows = events.flat_map(move |event| row(paper, event, columns, axis));
    before.into_iter().chain(rows).chain(after)
}

/// The columns of a row, in cells; a track of 0 is left out.
#[derive(Clone, Copy)]
struct Columns {
    date: u16,
    track: u16,
    title: u16,
}

impl Columns {
    fn new(paper: Paper<'_>) -> Self {
        let date = u16::try_from(paper.model.panels.timeline.widest_date()).unwrap_or(u16::MAX);
        let date = date.min(MOST_DATE);
        let rest = paper.cells.saturating_sub(date + GAP);
        let track = (rest.saturating_sub(GAP) * 2 / 5).min(60);
        if track >= LEAST_TRACK {
            Self { date, track, title: rest - track - GAP }
        } else {
            Self { date, track: 0, title: rest }
        }
    }
}

/// The lines of an event: texts longer than their columns continue below.
fn row(paper: Paper<'_>, event: &Event, columns: Columns, axis: Axis) -> Vec<String> {
    let date = event.date_words();
    if columns.title < LEAST_TITLE {
        let mut lines = paper.text(&date);
        lines.extend(paper.indented(&event.title, 2));
        return lines;
    }
    let date = Paper { cells: columns.date, ..paper }.text(&date);
    let title = Paper { cells: columns.title, ..paper }.text(&event.title);
    let line = |at: usize| {
        paper.line(|row, canvas| {
            let plain = canvas.theme.plain();
            canvas.line(row, date.get(at).map_or("", |line| line), plain);
            // The as-of day alone would look like a date.
            if let Some(date) = event.date.as_ref().filter(|_| at == 0) {
                let track = track(date, None, axis, paper.model.env.as_of);
                draw_track(&track, plain, skip(row, columns.date + GAP), canvas);
            }
            let title_x = row.width.saturating_sub(columns.title);
            canvas.line(skip(row, title_x), title.get(at).map_or("", |line| line), plain);
        })
    };
    (0..date.len().max(title.len())).map(line).collect()
}

/// What the signs on the tracks mean, as far as they occur.
fn legend(paper: Paper<'_>, axis: Axis) -> Vec<String> {
    let events = &paper.model.doc.report.events;
    let dates = events.iter().filter_map(|event| event.date.as_ref());
    let seen: HashSet<TrackCell> =
        dates.flat_map(|date| track(date, None, axis, paper.model.env.as_of)).collect();
    let signs = SIGNS.iter().filter(|(cell, _)| seen.contains(cell));
    paper.signs(signs.map(|(_, (long, _))| *long))
}
