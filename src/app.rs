//! The state of the dashboard and every way in which it changes.
//!
//! No input or output, no clock and no widgets: [`update()`] takes a message and may answer with
//! an [`Effect`] for the runtime to carry out. Scroll offsets and what is visible live here
//! too, so that drawing never has to change anything.

mod action;
mod bindings;
mod card;
mod carry;
mod changes;
mod chart;
mod clock;
mod column;
mod commands;
mod dates;
mod depth;
mod destination;
mod edits;
mod find;
mod flags;
mod follow;
mod form;
mod fuzzy;
mod gauges;
mod help;
mod history;
mod input;
mod key;
mod keymap;
mod layout;
mod model;
mod mouse;
mod msg;
mod names;
mod narrow;
mod news;
mod overlay;
mod perform;
mod picker;
mod point;
mod renew;
mod scroll;
mod spoken;
mod spot;
mod table;
mod theme;
mod timeline;
mod travel;
mod typing;
mod update;
mod version;
mod whereabouts;
mod wrap;

pub use action::Action;
pub use bindings::{BINDINGS, Binding, SCOPES, Scope};
pub use card::{About, BarLine, BarPlace, Card, CardLine, ChartLine, Reads, Sheet, Stop};
pub use changes::{CHANGES_WIDEST, ChangeLine, change_lines};
pub use chart::{
    Chart, ChartPoint, LegendLine, Sign, chart_day, chart_points, charts, is_firm, legend, signs,
    status_flag,
};
pub use clock::Clock;
pub use column::{COLUMNS, Column, ColumnId, ColumnPlace, column_places};
pub use commands::{CommandLine, Commands};
pub use dates::Dates;
pub use depth::Depth;
pub use destination::{ADDRESS_WIDEST, AddressLine, Destination, address_lines};
pub use edits::{Offer, Offered};
pub use find::{Figures, Find, Hit, Place};
pub use flags::Flags;
pub use follow::CameFrom;
pub use form::{Checked, Choice, Field, Finding, Form, choices};
pub use gauges::{GaugeLine, Gauges, Ruler};
pub use help::{HELP_KEYS, HelpLine, help, keys};
pub use history::{History, Unsaved};
pub use input::{Input, TYPING, Typing, visible};
pub use key::{Code, Key, NotAKey};
pub use keymap::{Keymap, LAST_RESORT, Line};
pub use layout::{Arrangement, DetailColumns, Layout, Needs, list_rows, overlay_frame};
pub use model::{Model, Origin, Panel, Phase, Subject};
pub use mouse::{Mouse, MouseKind};
pub use msg::{Effect, Msg, Size};
pub use narrow::{Facet, FacetKind, FacetLine, Narrow, NarrowList, Shown};
pub use news::{News, NewsLine, Tone};
pub use overlay::{DIAGNOSTICS_WIDEST, DiagnosticsList, Overlay, listed};
pub use picker::{Left, Picker};
pub use spoken::{spoken_event, spoken_indicator, spoken_report};
pub use spot::{Spot, spots};
pub use table::{Sort, Table};
pub use theme::{THEMES, ThemeEntry, ThemeName};
pub use timeline::{Span, Timeline, TimelineColumns, TimelineRow};
pub use update::update;
pub use version::{Standing, Version};
pub use wrap::{fit, is_single, width, wrap};
