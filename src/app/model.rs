use crate::app::document::{Origin, Phase};
use crate::app::keys::Panel;
use std::sync::Arc;

use crate::app::actions::History;
use crate::app::actions::citing::Sent;
use crate::app::actions::mouse::Pointer;
use crate::app::actions::undo::Pending;
use crate::app::document::{Figures, News, Standing};
use crate::app::env::{Clock, Depth, Size, ThemeName};
use crate::app::keys::{Keymap, Scope};
use crate::app::nav::{CameFrom, Narrow};
use crate::app::overlays::{Find, Overlay, Then};
use crate::app::panels::{Card, Gauges, Layout, Needs, Spot, Table, Timeline, VisibleSet};
use crate::diagnostic::Diagnostic;
use crate::export::CitationFormat;
use crate::report::{Day, Event, Indicator, IndicatorIx, ItemId, ItemIx, Report};

/// What the detail panel speaks of.
#[derive(Clone, Copy, Debug)]
pub enum Subject<'m> {
    /// The selected indicator.
    Indicator(&'m Indicator),
    /// The selected event.
    Event(&'m Event),
    /// Nothing: the report is empty.
    Nothing,
}

/// The whole state of the dashboard.
#[derive(Clone, Debug)]
pub struct Model {
    /// Where the report comes from.
    pub origin: Origin,
    /// The day that ages and dues are counted to.
    pub as_of: Day,
    /// Whether there is a report to show yet.
    pub phase: Phase,
    /// Which key does what.
    pub keymap: Arc<Keymap>,
    /// How what is shown stands to the file.
    pub standing: Standing,
    /// The text that what is shown was read from.
    pub text: Arc<str>,
    /// When it was read.
    pub read_at: Clock,
    /// What the file says as far as is known; ahead of what is shown only while what was written
    /// here is being read.
    pub(super) disk: Arc<str>,
    /// What is new since the last change of the file.
    pub news: News,
    /// What was done here, and the text that came of it: said in front of what it changed.
    pub(super) did: Option<(Arc<str>, String)>,
    /// What was selected before it was gone, or is about to be there.
    pub(super) wanted: Option<ItemId>,
    /// The old and the new name of what is selected, if the last change renamed it.
    pub(super) renamed: Option<(ItemId, ItemId)>,
    /// What is being written.
    pub(super) pending: Option<Pending>,
    /// What a file is being made for.
    pub(super) then: Option<Then>,
    /// How citations are written.
    pub citation: CitationFormat,
    /// What opens an address, by its name; if nothing can be opened from here, why.
    pub opens_with: Result<String, String>,
    /// What was sent to the terminal last.
    pub(super) sent: Option<Sent>,
    /// The edits made here.
    pub(super) history: History,
    /// The report.
    pub report: Report,
    /// What it says, as it is looked for.
    pub(super) figures: Figures,
    /// What is wrong with its file.
    pub diagnostics: Vec<Diagnostic>,
    /// How many of them are faults: something was left out.
    pub faults: usize,
    /// How many indicators have no reference period.
    pub undated: usize,
    /// For how many indicators somebody gives another figure.
    pub disputed: usize,
    /// How many lines the panels have to show.
    pub(super) needs: Needs,
    /// The size of the terminal.
    pub size: Size,
    /// The theme that was chosen.
    pub theme: ThemeName,
    /// How many colours the terminal shows; with few of them not every theme can be drawn.
    pub depth: Depth,
    /// The panel that the keys go to.
    pub focus: Panel,
    /// Where Enter was pressed; Esc leads back there.
    pub came_from: Option<CameFrom>,
    /// Whether that panel covered the whole screen.
    pub came_from_zoomed: bool,
    /// Whether the focused panel covers the whole screen.
    pub zoomed: bool,
    /// The mouse.
    pub(super) pointer: Pointer,
    /// What lies over the panels.
    pub overlay: Option<Overlay>,
    /// What was found last, while one goes from one to the next of it.
    pub found: Option<Box<Find>>,
    /// What the panels are narrowed to.
    pub narrow: Narrow,
    /// The selected indicator, shared by all panels; `None` if there is none.
    pub selected: Option<IndicatorIx>,
    /// The gauges panel.
    pub gauges: Gauges,
    /// The table panel.
    pub table: Table,
    /// The timeline panel.
    pub timeline: Timeline,
    /// What the detail panel shows.
    pub card: Card,
    /// The first line of the detail panel in view.
    pub card_offset: usize,
    /// The figure beside the headline that the cursor was moved to in the detail panel.
    pub spot: Option<Spot>,
    /// The same, as long as something of it is in view.
    pub(super) seen_spot: Option<Spot>,
    /// Whether the detail panel speaks of the selected event.
    pub on_event: bool,
}

impl Model {
    /// A dashboard that waits for its report.
    pub fn new(origin: Origin, as_of: Day) -> Self {
        let report = Report::default();
        let timeline = Timeline::new(&report, as_of, &VisibleSet::default());
        Self {
            origin,
            as_of,
            phase: Phase::Loading,
            keymap: Arc::default(),
            standing: Standing::default(),
            text: Arc::from(""),
            read_at: Clock::default(),
            disk: Arc::from(""),
            news: News::default(),
            did: None,
            wanted: None,
            renamed: None,
            pending: None,
            then: None,
            citation: CitationFormat::default(),
            opens_with: Err("no browser is known".to_owned()),
            sent: None,
            history: History::default(),
            report,
            figures: Figures::default(),
            diagnostics: Vec::new(),
            faults: 0,
            undated: 0,
            disputed: 0,
            needs: Needs::default(),
            size: Size::default(),
            theme: ThemeName::default(),
            depth: Depth::default(),
            focus: Panel::default(),
            came_from: None,
            came_from_zoomed: false,
            zoomed: false,
            pointer: Pointer::default(),
            overlay: None,
            found: None,
            narrow: Narrow::default(),
            selected: None,
            gauges: Gauges::default(),
            table: Table::default(),
            timeline,
            card: Card::default(),
            card_offset: 0,
            spot: None,
            seen_spot: None,
            on_event: false,
        }
    }

    /// Where everything stands on the screen.
    pub fn layout(&self) -> Layout {
        let dated = self.report.indicators.len().saturating_sub(self.undated);
        let periods =
            if self.timeline.periods { u16::try_from(dated).unwrap_or(u16::MAX) } else { 0 };
        let timeline = self.needs.timeline.saturating_add(periods);
        let needs = Needs { timeline, ..self.needs };
        Layout::new(self.size, self.focus, self.zoomed, self.news_count(), needs)
    }

    /// Where keys are looked up, the innermost place first.
    pub fn scopes(&self) -> [Scope; 2] {
        let own = match self.overlay {
            Some(Overlay::Help { .. }) => Scope::Help,
            Some(Overlay::Diagnostics(_)) => Scope::Diagnostics,
            Some(Overlay::Changes { .. }) => Scope::Changes,
            Some(Overlay::Offer(_)) => Scope::Offer,
            Some(Overlay::Address(_)) => Scope::Address,
            Some(Overlay::Form(_)) => Scope::Form,
            Some(Overlay::Find(_)) => Scope::Find,
            Some(Overlay::Narrow(_)) => Scope::Narrow,
            Some(Overlay::Commands(_)) => Scope::Commands,
            Some(Overlay::Dates(_)) => Scope::Dates,
            None => Scope::Panel(self.focus),
        };
        [own, Scope::Everywhere]
    }

    /// What the detail panel speaks of.
    pub fn subject(&self) -> Subject<'_> {
        if self.on_event
            && let Some(ItemIx::Event(at)) = self.timeline.current()
            && let Some(event) = self.report.event(at)
        {
            return Subject::Event(event);
        }
        match self.selected.and_then(|ix| self.report.indicator(ix)) {
            Some(indicator) => Subject::Indicator(indicator),
            None => Subject::Nothing,
        }
    }

    /// What the detail panel is about, by its position in the report.
    pub(in crate::app) fn item(&self) -> Option<ItemIx> {
        match (self.subject(), self.timeline.current()) {
            (Subject::Event(_), Some(ItemIx::Event(ix))) => Some(ItemIx::Event(ix)),
            _ => self.selected.map(ItemIx::Indicator),
        }
    }

    /// Whether Esc leads back (`true`), clears what is marked and said (`false`), or does nothing.
    pub fn goes_back(&self) -> Option<bool> {
        let back = self.overlay.is_some()
            || self.zoomed
            || self.came_from.is_some()
            || self.found.is_some()
            || (self.focus == Panel::Timeline && self.timeline.is_zoomed())
            || self.narrow.is_on();
        (back || !self.news.is_empty()).then_some(back)
    }

    /// Counts what the line on top says of the report, and what its panels have to show.
    pub(super) fn count(&mut self) {
        self.needs = Needs::of(&self.report, self.as_of);
        let undated = |i: &&Indicator| i.headline.period.is_none();
        self.undated = self.report.indicators.iter().filter(undated).count();
        let disputed = |i: &&Indicator| !i.rivals.is_empty();
        self.disputed = self.report.indicators.iter().filter(disputed).count();
    }
}
