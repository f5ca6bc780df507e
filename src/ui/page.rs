//! The dashboard on paper: the signs of the screen as text, one line after the other.

mod events;
mod head;
mod legend;
mod paper;

pub(crate) use paper::Paper;

use crate::app::Model;
use crate::app::panels::{CardFormat, GaugeLine, WrittenPoints};
use crate::report::ItemIx;
use crate::ui::gauges::{self, Gauges};
use crate::ui::{Theme, card};

/// The lines of a chart on paper.
const CHART: u16 = 12;

/// The lines of a report, each at most `cells` wide and without the spaces at its end: the whole
/// report, or only the items of `only`.
///
/// A line is drawn when the iterator reaches it, so that a long report takes no more memory.
pub fn page<'m>(
    model: &'m Model,
    theme: &'m Theme,
    cells: u16,
    only: &'m [ItemIx],
) -> Box<dyn Iterator<Item = String> + 'm> {
    let paper = Paper { model, theme, cells };
    if only.is_empty() {
        let figures = model.panels.gauges.order.iter().copied().map(ItemIx::Indicator);
        let events = model.panels.timeline.order.iter().copied().map(ItemIx::Event);
        let cards = figures.chain(events).flat_map(move |item| set_off(paper, item));
        let overview = overview(paper).chain(events::events(paper));
        Box::new(head::head(paper).into_iter().chain(overview).chain(cards))
    } else {
        let cards = only.iter().flat_map(move |item| set_off(paper, *item));
        let legend = legend::of_cards(paper, only);
        Box::new(head::short(paper).into_iter().chain(legend).chain(cards))
    }
}

/// The gauges, and what their signs and those of the cards mean.
fn overview(paper: Paper<'_>) -> Box<dyn Iterator<Item = String> + '_> {
    let model = paper.model;
    if model.panels.gauges.order.is_empty() {
        return Box::new(paper.text(&gauges::nothing(model)).into_iter().chain([String::new()]));
    }
    let gauges = Gauges::new(model, paper.theme, paper.cells);
    let headings = paper.line(|area, canvas| gauges.headings(area, canvas));
    let rows = gauges.lines().enumerate().flat_map(move |(at, line)| {
        // Groups are set off from one another.
        let blank = at > 0 && matches!(line, GaugeLine::Heading(..));
        blank.then(String::new).into_iter().chain(gauges.on_paper(paper, line))
    });
    let legend = legend::of_all(paper);
    Box::new([headings].into_iter().chain(rows).chain([String::new()]).chain(legend))
}

/// A card with a rule above it.
fn set_off(paper: Paper<'_>, item: ItemIx) -> Vec<String> {
    let format = CardFormat {
        cells: usize::from(paper.cells),
        lines: u16::MAX,
        chart: CHART,
        points: WrittenPoints::All,
        is_whole: true,
    };
    let mut card = paper.model.card(Some(item), format);
    let lines = std::mem::take(&mut card.lines);
    let drawn = lines.into_iter().flat_map(|line| paper.reflowed(line)).map(|line| {
        paper.line(|area, canvas| {
            let line = std::slice::from_ref(&line);
            card::draw(paper.model, &card, line, area, canvas);
        })
    });
    [paper.rule()].into_iter().chain(drawn).chain([String::new()]).collect()
}
