//! The whole state of the dashboard, and what is asked of it.

mod banner;
mod can;

use crate::app::document::{Document, Edits, News, Notice, Origin};
use crate::app::env::Env;
use crate::app::keys::{Action, Key, Panel, Scope};
use crate::app::nav::{CameFrom, Nav, Subject};
use crate::app::overlays::{Context, Overlay, Why};
use crate::app::panels::{
    Card, CardInput, ColumnPlace, ContentHeights, Cursor, GaugeLine, Layout, Panels, Sheet,
    TimelineColumns, column_places,
};
use crate::report::{Day, Event, ItemIx};

/// The whole state of the dashboard.
#[derive(Clone, Debug)]
pub struct Model {
    /// What it is given from outside.
    pub env: Env,
    /// The file.
    pub doc: Document,
    /// What was edited here.
    pub edits: Edits,
    /// Where the user is.
    pub nav: Nav,
    /// What the panels show.
    pub panels: Panels,
    /// What lies over the panels.
    pub overlay: Option<Overlay>,
    /// What is new since the last change of the file.
    pub news: News,
    /// The mouse.
    pub(crate) pointer: Pointer,
    /// What was sent to the terminal last, to be copied.
    pub(crate) clipboard: Option<Copied>,
}

/// The mouse as far as it has to be remembered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Pointer {
    /// Whether it is on: off at the start, as it takes the selection of text away.
    pub(crate) on: bool,
    /// The column by which it holds the time of the timeline.
    pub(crate) held: Option<u16>,
}

/// A text on its way to the clipboard, until it is known whether it could be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Copied {
    /// What it is: `citation`, `words`, `address`.
    pub(crate) what: &'static str,
    pub(crate) text: String,
}

impl Model {
    /// A dashboard that waits for its report.
    pub fn new(origin: Origin, as_of: Day) -> Self {
        Self {
            env: Env::new(as_of),
            doc: Document::new(origin),
            edits: Edits::default(),
            nav: Nav::default(),
            panels: Panels::new(as_of),
            overlay: None,
            news: News::default(),
            pointer: Pointer::default(),
            clipboard: None,
        }
    }

    /// Where everything stands on the screen.
    pub fn layout(&self) -> Layout {
        self.layout_for(self.nav.focus)
    }

    /// The same, if another panel were focused.
    fn layout_for(&self, focus: Panel) -> Layout {
        let dated = self.doc.report.indicators.len().saturating_sub(self.doc.undated);
        let periods = if self.panels.timeline.periods { dated } else { 0 };
        let periods = u16::try_from(periods).unwrap_or(u16::MAX);
        let heights = self.panels.heights;
        let timeline = heights.timeline.saturating_add(periods);
        let heights = ContentHeights { timeline, ..heights };
        Layout::new(self.env.size, focus, self.nav.zoomed, self.banner_height(), heights)
    }

    /// What an overlay sees.
    pub(crate) fn context(&self) -> Context<'_> {
        Context {
            env: &self.env,
            doc: &self.doc,
            nav: &self.nav,
            panels: &self.panels,
            news: &self.news,
            layout: self.layout(),
        }
    }

    /// Where keys are looked up, the innermost place first.
    pub fn scopes(&self) -> [Scope; 2] {
        let focus = Scope::Panel(self.nav.focus);
        let own = self.overlay.as_ref().map_or(focus, Overlay::scope);
        [own, Scope::Everywhere]
    }

    /// The selected item: what the detail panel is about.
    pub fn subject(&self) -> Subject<'_> {
        self.nav.selection.subject(&self.doc.report)
    }

    /// The figure beside the headline that keys are about.
    pub fn cursor(&self) -> Option<Cursor> {
        self.context().cursor()
    }

    /// Whether keys are about a rival, for which there is no form.
    pub fn is_on_rival(&self) -> bool {
        matches!(self.cursor(), Some(Cursor::Rival(_)))
    }

    /// The card of an item, written for a sheet.
    pub fn card(&self, item: Option<ItemIx>, sheet: Sheet) -> Card {
        Card::new(&self.card_input(), item, sheet)
    }

    /// What cards are written from.
    pub(crate) fn card_input(&self) -> CardInput<'_> {
        CardInput { doc: &self.doc, as_of: self.env.as_of, timeline: &self.panels.timeline }
    }

    /// The lines of the gauges in view, from the first one on.
    pub fn gauge_lines(&self) -> impl Iterator<Item = &GaugeLine> {
        let gauges = &self.panels.gauges;
        gauges.shown(gauges.offset, self.layout().inner(Panel::Gauges).width)
    }

    /// The columns of the table in a line of cells.
    pub fn column_places(&self, line: u16) -> Vec<ColumnPlace> {
        column_places(&self.panels.table, line)
    }

    /// The columns of the timeline in a line of cells.
    pub fn timeline_columns(&self, line: u16) -> TimelineColumns {
        let has_groups = !self.doc.report.groups.is_empty();
        TimelineColumns::new(&self.panels.timeline, has_groups, line)
    }

    /// Whether Esc leads back (`true`), clears what is marked and said (`false`), or does nothing.
    pub fn goes_back(&self) -> Option<bool> {
        let Nav { focus, zoomed, back, found, filter, .. } = &self.nav;
        let back = self.overlay.is_some()
            || *zoomed
            || back.is_some()
            || found.is_some()
            || (*focus == Panel::Timeline && self.panels.timeline.is_zoomed())
            || filter.is_on();
        (back || !self.news.is_empty()).then_some(back)
    }

    /// Where Enter leads on from: `None` if it leads nowhere.
    ///
    /// From a row it leads to its detail, from an event to the first of its indicators, and from
    /// there to the next of them, and at the end to the first again.
    pub fn enter(&self) -> Option<CameFrom> {
        let Nav { focus, selection, back, .. } = &self.nav;
        if let (Subject::Event(event), Some(ix)) = (self.subject(), selection.event)
            && matches!(focus, Panel::Timeline | Panel::Detail)
            && let Some(nth) = self.shown_of(event).next()
        {
            return Some(CameFrom::Event { event: ix, nth });
        }
        match (*focus, back.map(|back| back.from)) {
            (Panel::Detail, Some(CameFrom::Event { event, nth })) => {
                let of = self.doc.report.event(event)?;
                let next = self.shown_of(of).find(|other| *other > nth);
                let next = next.or_else(|| self.shown_of(of).next())?;
                (next != nth).then_some(CameFrom::Event { event, nth: next })
            }
            (Panel::Detail, _) => None,
            (panel, _) => Some(CameFrom::Panel(panel)),
        }
    }

    /// Which of the indicators that an event bears on are shown, by their places among them.
    pub fn shown_of<'e>(&'e self, event: &'e Event) -> impl Iterator<Item = usize> + 'e {
        let all = event.indicators.iter().enumerate();
        all.filter(|(_, ix)| self.nav.filter.visible.has(**ix)).map(|(nth, _)| nth)
    }

    /// A text that names the key of an action of the panels; empty where there is no such key, so
    /// that no text names a key that does not work.
    pub(crate) fn with_key(&self, action: Action, says: impl FnOnce(Key) -> String) -> String {
        if self.scopes().first().is_some_and(|scope| scope.takes_text()) {
            return String::new();
        }
        let here = [Scope::Panel(self.nav.focus), Scope::Everywhere];
        let keymap = &self.env.keymap;
        let key = keymap.key_of_any_panel(action).or_else(|| keymap.key(&here, action));
        key.map(says).unwrap_or_default()
    }

    /// The key that opens the editor, behind what cannot be done here.
    pub(crate) fn opens_editor(&self) -> String {
        self.with_key(Action::OpenEditor, |key| format!(": {key} opens the editor"))
    }

    /// Says that something did not work.
    pub(crate) fn trouble(&mut self, why: &str) {
        self.news.trouble(why.into());
    }

    /// Says why an action cannot be done, if that is worth a word.
    pub(crate) fn refuse(&mut self, why: Why) {
        if let Why::Because(notice) = why {
            self.news.trouble(notice);
        }
    }
}

impl From<Notice> for Why {
    fn from(notice: Notice) -> Self {
        Self::Because(notice)
    }
}
