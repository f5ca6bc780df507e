use std::sync::Arc;

use crate::app::Model;
use crate::app::keys::Panel;
use crate::app::nav::CameFrom;
use crate::app::panels::{Card, Span, Spot};
use crate::report::{IndicatorIx, ItemId, ItemIx};

/// Where somebody is: what is selected, and what is in view of it.
#[derive(Clone, Debug)]
pub(in crate::app) struct Whereabouts {
    /// The reading of the file that the places are of.
    text: Arc<str>,
    subject: Option<ItemId>,
    selected: Option<IndicatorIx>,
    on_event: bool,
    focus: Panel,
    zoomed: bool,
    came_from: Option<CameFrom>,
    came_from_zoomed: bool,
    gauges: usize,
    pressed: Option<IndicatorIx>,
    table: usize,
    /// The selected row of the timeline, by its item and by its place, the first row in view, and
    /// the time that is drawn.
    row: (Option<ItemIx>, usize),
    first_row: usize,
    span: Span,
    card: usize,
    spot: Option<Spot>,
}

impl Whereabouts {
    /// Where somebody is now.
    pub(in crate::app) fn of(model: &Model) -> Self {
        Self {
            text: model.text.clone(),
            subject: model.subject_id(),
            selected: model.selected,
            on_event: model.on_event,
            focus: model.focus,
            zoomed: model.zoomed,
            came_from: model.came_from,
            came_from_zoomed: model.came_from_zoomed,
            gauges: model.gauges.offset,
            pressed: model.gauges.pressed,
            table: model.table.offset,
            row: (model.timeline.current(), model.timeline.row),
            first_row: model.timeline.offset,
            span: model.timeline.span,
            card: model.card_offset,
            spot: model.spot,
        }
    }

    /// Whether a panel covered the whole screen there.
    pub(in crate::app) fn is_zoomed(&self) -> bool {
        self.zoomed
    }

    /// Lets go of a text that is not shown any more, which may be a large one.
    pub(in crate::app) fn outlive(&mut self) {
        self.text = Arc::from("");
    }

    /// Goes back there. Where the file has another text by now, the item is found by its name.
    pub(in crate::app) fn restore(self, model: &mut Model) {
        model.focus = self.focus;
        model.zoomed = self.zoomed;
        if !Arc::ptr_eq(&self.text, &model.text) {
            model.came_from = None;
            if let Some(subject) = &self.subject {
                model.select_item(subject);
            }
            return;
        }
        model.selected = self.selected.filter(|ix| model.narrow.shown.has(*ix)).or(model.selected);
        model.came_from = self.came_from;
        model.came_from_zoomed = self.came_from_zoomed;
        model.timeline.see(model.selected, true);
        model.timeline.span = self.span;
        let (row, place) = self.row;
        if let Some(row) = row {
            model.timeline.stand_on(row);
        }
        let is_there = model.timeline.current() == row;
        if is_there && model.timeline.row == place {
            model.timeline.offset = self.first_row;
        }
        model.on_event = self.on_event && is_there;
        (model.gauges.offset, model.table.offset) = (self.gauges, self.table);
        model.gauges.pressed = self.pressed;
        model.card = Card::stale(model.item());
        (model.card_offset, model.spot) = (self.card, self.spot);
    }
}
