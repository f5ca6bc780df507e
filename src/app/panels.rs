//! What the four panels show, and where they stand.

mod card;
mod chart;
mod column;
mod cursor;
mod gauges;
mod layout;
mod table;
mod timeline;
mod visible;

pub(in crate::app) use card::panel;
pub use card::{BarLine, BarPlace, Card, CardLine, ChartLine, Reads, Sheet, Stop};
pub use chart::{
    Chart, ChartPoint, LegendLine, Sign, chart_day, chart_points, charts, is_firm, legend, signs,
    status_flag,
};
pub use column::{COLUMNS, Column, ColumnId, ColumnPlace, column_places};
pub(in crate::app) use cursor::{PlacedRival, SpotName};
pub use cursor::{Spot, spots};
pub use gauges::{GaugeLine, Gauges, Ruler};
pub use layout::{Arrangement, DetailColumns, Layout, Needs, list_rows, overlay_frame};
pub use table::{Sort, Table};
pub(in crate::app) use timeline::in_reading;
pub use timeline::{Span, Timeline, TimelineColumns};
pub use visible::VisibleSet;
