//! The contents of the four panels, and their places on the screen.

mod card;
mod chart;
mod column;
mod cursor;
mod detail;
mod gauges;
mod layout;
mod table;
mod timeline;
mod visible;

pub use card::{
    BarLine, BarPlace, Card, CardFormat, CardLine, ChartLine, CursorStop, WrittenPoints,
};
pub(crate) use card::{CardInput, age};
pub use chart::{
    ABOUT_THEN, Chart, ChartPoint, Drawn, Figure, FigureIx, Mark, Marker, WIDE, bases, chart_day,
    charts, figures, is_firm, key, line_text, status_flag,
};
pub use column::{COLUMNS, Column, ColumnId};
pub use cursor::{Cursor, cursors};
pub(crate) use cursor::{CursorName, PlacedRival, has_cursor};
pub use detail::Detail;
pub use gauges::{
    Below, Columns, Fold, GAP, GaugeLine, Gauges, INDENT, MARKER, Ruler, TREND_STEPS, Trend,
    WIDE_GAP, aimed_at,
};
pub use layout::{
    Arrangement, ContentHeights, DetailColumns, Layout, Looking, list_rows, overlay_frame,
};
pub use table::{ColumnPlace, Sort, Table, column_places};
pub use timeline::{
    ALL_GROUPS, Axis, Count, Lane, LaneAreas, LaneOf, Lanes, Span, Spot, Step, Tally, Timeline,
    TimelineColumns, TrackCell, band, track,
};
pub(crate) use timeline::{SLIVER, cell, month_words};
pub use visible::VisibleSet;

use crate::app::keys::Panel;
use crate::report::{Day, Report};

/// What the panels show.
#[derive(Clone, Debug, Default)]
pub struct Panels {
    /// Bars under their groups.
    pub gauges: Gauges,
    /// All figures in columns.
    pub table: Table,
    /// Events on an axis of time.
    pub timeline: Timeline,
    /// Everything about the selected item.
    pub detail: Detail,
    /// The cells of the signs of articles beside the rows; 0 if there is no article.
    pub marks: u16,
    /// How many lines of content they have.
    pub(crate) heights: ContentHeights,
}

impl Panels {
    /// Empty panels.
    pub(crate) fn new(as_of: Day) -> Self {
        let timeline = Timeline::new(&Report::default(), as_of, &VisibleSet::default());
        Self { timeline, ..Self::default() }
    }

    /// Fills gauges, table and timeline with the visible items, from their tops.
    pub(crate) fn fill(&mut self, report: &Report, as_of: Day, visible: &VisibleSet) {
        self.gauges = Gauges::new(report, as_of, visible);
        self.table = Table::new(report, self.table.sort, as_of, visible);
        let periods = self.timeline.periods;
        self.timeline = Timeline::new(report, as_of, visible);
        self.timeline.periods = periods;
        self.heights = ContentHeights::of(report, as_of);
    }

    /// How the gauges are divided into columns and what gives way there, in an area of the screen.
    pub(crate) fn gauge_fold(&self, layout: &Layout) -> Fold {
        let area = layout.inner(Panel::Gauges);
        let columns =
            self.gauges.columns(area.width.saturating_sub(self.marks)).with_facts(&self.table);
        self.gauges.fold(columns, usize::from(area.height))
    }
}
