//! A bookmark: where the user is, to be found again after a search, after a change of the filter and
//! in another reading of the file.

use crate::app::keys::Panel;
use crate::app::nav::{Back, Nav, Selection, Subject};
use crate::app::panels::{Cursor, CursorName, Panels, Span};
use crate::diff::Matching;
use crate::report::{ItemIx, Report};

/// The selection, the figure at the cursor, and what is in view.
#[derive(Clone, Debug)]
pub(crate) struct Bookmark {
    focus: Panel,
    /// Whether a panel covered the whole screen.
    pub(crate) zoomed: bool,
    back: Option<Back>,
    selection: Selection,
    /// The row of the timeline.
    row: Option<ItemIx>,
    /// In gauges, table and timeline the lines in view above the selected row.
    above: [usize; 3],
    /// Whether the mouse pressed the selected row.
    is_pressed: bool,
    /// Whether another indicator is selected, which the timeline has to follow.
    follows: bool,
    /// The time that was drawn; `None` is the whole.
    span: Option<Span>,
    cursor: Option<Cursor>,
    /// The first line of the detail in view.
    detail: usize,
}

impl Bookmark {
    /// Where the user is now.
    pub(crate) fn new(nav: &Nav, panels: &Panels) -> Self {
        let Panels { gauges, table, timeline, detail, .. } = panels;
        let &Nav { selection, focus, zoomed, back, .. } = nav;
        let ix = selection.indicator;
        Self {
            focus,
            zoomed,
            back,
            selection,
            row: timeline.current(),
            above: [
                ix.map_or(0, |ix| gauges.line(ix).saturating_sub(gauges.offset)),
                ix.map_or(0, |ix| table.place(ix).saturating_sub(table.offset)),
                timeline.row.saturating_sub(timeline.offset),
            ],
            is_pressed: gauges.pressed.is_some() && gauges.pressed == ix,
            follows: false,
            span: timeline.is_zoomed().then_some(timeline.span),
            cursor: detail.cursor,
            detail: detail.offset,
        }
    }

    /// Finds the place in another reading of the report. An item that is missing there, or that
    /// `is_shown` leaves out, gives way to its neighbour in `panels` as they were: the one below it,
    /// or else the one above.
    pub(crate) fn resolve(
        &mut self,
        matching: &Matching,
        new: &Report,
        panels: &Panels,
        is_shown: impl Fn(&ItemIx) -> bool,
    ) {
        let Selection { indicator, event } = self.selection;
        let near = indicator.and_then(|ix| {
            let order = panels.gauges.order.iter().map(|ix| ItemIx::Indicator(*ix));
            nearest(order, ix.into(), matching, &is_shown)?.indicator()
        });
        let rows = panels.timeline.rows().iter().copied();
        self.row = self.row.and_then(|row| nearest(rows, row, matching, &is_shown));
        let event = event.and(self.row).and_then(ItemIx::event);
        let before = std::mem::replace(&mut self.selection, Selection { indicator: near, event });
        self.follows = indicator.and_then(|ix| matching.indicator(ix)) != near;
        self.back = self.back.map(|back| back.resolve(matching));
        if before.item().and_then(|item| matching.item(item)) != self.selection.item() {
            (self.cursor, self.detail) = (None, 0);
        }
        if let (Some(old), Some(cursor)) = (matching.old(), self.cursor)
            && let Subject::Indicator(then) = before.subject(old)
            && let Subject::Indicator(now) = self.selection.subject(new)
        {
            let name = CursorName::of(old, then, cursor);
            self.cursor = name.and_then(|name| name.find(new, now));
        }
    }

    /// Selects another item instead.
    pub(crate) fn lead_to(&mut self, item: ItemIx) {
        match item {
            ItemIx::Indicator(ix) => {
                self.selection = Selection { indicator: Some(ix), event: None };
            }
            ItemIx::Event(ix) => (self.selection.event, self.row) = (Some(ix), Some(item)),
        }
        (self.cursor, self.detail) = (None, 0);
    }

    /// Goes back there. What the filter hides stays unselected.
    pub(crate) fn restore(self, nav: &mut Nav, panels: &mut Panels) {
        (nav.focus, nav.zoomed, nav.back) = (self.focus, self.zoomed, self.back);
        let shown = self.selection.indicator.filter(|ix| nav.filter.visible.has(*ix));
        nav.selection.indicator = shown.or(nav.selection.indicator);
        nav.selection.event = self.selection.event;
        let [gauges, table, timeline] = self.above;
        panels.timeline.restore(self.row, timeline, self.span);
        let stays = !self.follows || self.selection.event.is_some();
        panels.timeline.follow(nav.selection.indicator, stays);
        nav.settle_event(panels);
        if let Some(ix) = nav.selection.indicator {
            panels.gauges.offset = panels.gauges.line(ix).saturating_sub(gauges);
            panels.gauges.pressed = self.is_pressed.then_some(ix);
            panels.table.offset = panels.table.place(ix).saturating_sub(table);
        }
        let item = nav.selection.item();
        let is_there = item == self.selection.item();
        let (offset, cursor) = if is_there { (self.detail, self.cursor) } else { (0, None) };
        panels.detail.restore(item, offset, cursor);
    }
}

/// The item in the new reading; if it is missing there, a new one at its position; else the nearest
/// one in the order of the old reading, below it or else above.
fn nearest(
    order: impl DoubleEndedIterator<Item = ItemIx> + Clone,
    item: ItemIx,
    matching: &Matching,
    is_shown: impl Fn(&ItemIx) -> bool,
) -> Option<ItemIx> {
    let find = |item| matching.item(item).filter(&is_shown);
    let instead = || matching.instead(item).filter(&is_shown);
    find(item).or_else(instead).or_else(|| {
        let below = order.clone().skip_while(|other| *other != item);
        let above = order.rev().skip_while(|other| *other != item);
        below.chain(above).find_map(find)
    })
}
