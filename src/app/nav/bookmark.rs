//! A bookmark: a place that the user can go back to.

use std::sync::Arc;

use crate::app::document::Document;
use crate::app::keys::Panel;
use crate::app::nav::{Back, Nav, Selection};
use crate::app::panels::{Cursor, Panels, Span};
use crate::report::{IndicatorIx, ItemId, ItemIx};

/// A place to go back to: the selection, and what is in view.
#[derive(Clone, Debug)]
pub(crate) struct Bookmark {
    /// The text of the file. Positions are valid for this text only.
    text: Arc<str>,
    item: Option<ItemId>,
    selection: Selection,
    focus: Panel,
    /// Whether a panel covered the whole screen.
    pub(crate) zoomed: bool,
    back: Option<Back>,
    gauges: usize,
    pressed: Option<IndicatorIx>,
    table: usize,
    /// The selected row of the timeline by its item and by its place.
    row: (Option<ItemIx>, usize),
    first_row: usize,
    span: Span,
    detail: usize,
    cursor: Option<Cursor>,
}

impl Bookmark {
    /// Where the user is now.
    pub(crate) fn new(doc: &Document, nav: &Nav, panels: &Panels) -> Self {
        Self {
            text: doc.text.clone(),
            item: nav.selection.item().and_then(|item| item.id(&doc.report)),
            selection: nav.selection,
            focus: nav.focus,
            zoomed: nav.zoomed,
            back: nav.back,
            gauges: panels.gauges.offset,
            pressed: panels.gauges.pressed,
            table: panels.table.offset,
            row: (panels.timeline.current(), panels.timeline.row),
            first_row: panels.timeline.offset,
            span: panels.timeline.span,
            detail: panels.detail.offset,
            cursor: panels.detail.cursor,
        }
    }

    /// Drops the text once it is not shown any more, as it may be large.
    pub(crate) fn forget_text(&mut self) {
        self.text = Arc::from("");
    }

    /// Goes back there. After a change of the file it only selects the item, found by its id.
    pub(crate) fn restore(self, doc: &Document, nav: &mut Nav, panels: &mut Panels) {
        nav.focus = self.focus;
        nav.zoomed = self.zoomed;
        if !Arc::ptr_eq(&self.text, &doc.text) {
            nav.back = None;
            if let Some(item) = self.item.as_ref().and_then(|id| id.find(&doc.report)) {
                nav.select(item, panels);
            }
            return;
        }
        let indicator = self.selection.indicator.filter(|ix| nav.filter.visible.has(*ix));
        nav.selection.indicator = indicator.or(nav.selection.indicator);
        nav.back = self.back;
        panels.timeline.follow(nav.selection.indicator, true);
        panels.timeline.span = self.span;
        let (row, place) = self.row;
        if let Some(row) = row {
            panels.timeline.select(row);
        }
        let is_there = panels.timeline.current() == row;
        if is_there && panels.timeline.row == place {
            panels.timeline.offset = self.first_row;
        }
        nav.selection.event = self.selection.event.filter(|_| is_there);
        (panels.gauges.offset, panels.table.offset) = (self.gauges, self.table);
        panels.gauges.pressed = self.pressed;
        panels.detail.restore(nav.selection.item(), self.detail, self.cursor);
    }
}
