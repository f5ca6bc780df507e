//! Moving by rows, by lines and from figure to figure.

use crate::app::keys::{Action, Panel};
use crate::app::model::Model;
use crate::app::nav::Subject;
use crate::app::panels::CardInput;
use crate::app::text::step;
use crate::report::IndicatorIx;

impl Model {
    /// Moves by rows in the focused panel; in the detail, by lines.
    pub(super) fn travel(&mut self, action: Action) {
        let layout = self.layout();
        let timeline_page = self.timeline_rows(&layout).max(1);
        let (nav, panels) = (&mut self.nav, &mut self.panels);
        // The first line of the table holds headings.
        let page = layout.inner_height(nav.focus).saturating_sub(1).max(1);
        let last = |rows: usize| rows.saturating_sub(1);
        let selected = nav.selection.indicator;
        let row = |order: &[IndicatorIx], place: Option<usize>, page| {
            order.get(step(place.unwrap_or(0), last(order.len()), page, action)).copied()
        };
        match nav.focus {
            Panel::Gauges => {
                let gauges = &panels.gauges;
                let height = layout.inner_height(Panel::Gauges);
                let fold = panels.gauge_fold(&layout);
                let page = gauges.page(fold.view(height), fold);
                let place = selected.map(|ix| gauges.place(ix));
                nav.selection.indicator = row(&gauges.order, place, page);
            }
            Panel::Table => {
                let table = &panels.table;
                let place = selected.map(|ix| table.place(ix));
                nav.selection.indicator = row(&table.order, place, page);
            }
            Panel::Timeline => {
                let timeline = &mut panels.timeline;
                let last = last(timeline.rows().len());
                timeline.row = step(timeline.row, last, timeline_page, action);
                nav.select_row(panels);
            }
            Panel::Detail => {
                let columns = layout.detail_columns();
                let page = usize::from(columns.lines) * usize::from(columns.count);
                let detail = &mut panels.detail;
                detail.offset = step(detail.offset, detail.card.end(columns), page.max(1), action);
            }
        }
    }

    /// Scrolls the detail without moving the focus.
    pub(super) fn scroll_detail(&mut self, action: Action, lines: usize) {
        let end = self.panels.detail.card.end(self.layout().detail_columns());
        for _ in 0..lines {
            self.panels.detail.offset = step(self.panels.detail.offset, end, 1, action);
        }
    }

    /// Moves the cursor of the detail panel to the next figure, or to the one before, and brings it
    /// into view.
    pub(super) fn step_cursor(&mut self, forward: bool) {
        let columns = self.layout().detail_columns();
        let Subject::Indicator(indicator) = self.nav.selection.subject(&self.doc.report) else {
            return;
        };
        let detail = &mut self.panels.detail;
        detail.cursor = detail.step(indicator, forward, columns);
        if detail.cursor.is_none() {
            detail.offset = 0;
        }
        self.settle_detail();
        self.panels.detail.reveal_cursor(columns);
    }

    /// Updates the detail panel after a change of the selection or the layout.
    pub(crate) fn settle_detail(&mut self) {
        let columns = self.layout().detail_columns();
        let item = self.nav.selection.item();
        let input =
            CardInput { doc: &self.doc, as_of: self.env.as_of, timeline: &self.panels.timeline };
        self.panels.detail.settle(&input, item, self.shows_record(), columns);
    }
}
