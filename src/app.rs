//! The state of the dashboard and every way in which it changes.
//!
//! No input or output, no clock and no widgets: [`update()`] takes a message and may answer with
//! an [`Effect`] for the runtime to carry out. Scroll offsets and what is visible live here
//! too, so that drawing never has to change anything.

mod action;
mod bindings;
mod card;
mod chart;
mod column;
mod flags;
mod follow;
mod gauges;
mod help;
mod key;
mod layout;
mod model;
mod msg;
mod scroll;
mod spoken;
mod table;
mod timeline;
mod update;
mod wrap;

pub use action::Action;
pub use bindings::{BINDINGS, Binding, Scope, resolve};
pub use card::{About, BarLine, BarPlace, Card, CardLine, ChartLine, Cursor, Reads, Sheet};
pub use chart::{
    Chart, ChartPoint, LegendLine, Sign, chart_day, chart_points, charts, is_firm, legend, signs,
    status_flag,
};
pub use column::{COLUMNS, Column, ColumnId};
pub use flags::Flags;
pub use follow::CameFrom;
pub use gauges::{GaugeLine, Gauges, Ruler};
pub use help::{HelpLine, help, keys};
pub use key::{Code, Key};
pub use layout::{Arrangement, Layout};
pub use model::{Model, Origin, Overlay, Panel, Phase, Subject};
pub use msg::{Effect, Msg, Size};
pub use spoken::{spoken_event, spoken_indicator, spoken_report};
pub use table::{Sort, Table};
pub use timeline::{Span, Timeline, TimelineRow};
pub use update::update;
pub use wrap::{fit, width, wrap};
