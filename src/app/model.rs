//! The whole state of the dashboard, and the questions that others ask of it.

mod banner;
mod can;

use ratatui::layout::Rect;

use crate::app::document::{Document, Edits, News, Notice, Origin};
use crate::app::env::Env;
use crate::app::keys::{Action, Key, Panel, Scope};
use crate::app::nav::{CameFrom, Nav, Subject};
use crate::app::overlays::{Context, Overlay, Why};
use crate::app::panels::{
    Card, CardFormat, CardInput, ColumnPlace, ContentHeights, Cursor, Fold, GaugeLine, LaneAreas,
    Layout, Looking, Panels, TimelineColumns, VisibleSet, column_places,
};
use crate::report::{Day, Event, IndicatorIx, ItemIx};

/// The whole state of the dashboard.
#[derive(Clone, Debug)]
pub struct Model {
    /// The date, the terminal and the settings.
    pub env: Env,
    /// The file.
    pub doc: Document,
    /// The edits made here.
    pub edits: Edits,
    /// Where the user is.
    pub nav: Nav,
    /// What the panels show.
    pub panels: Panels,
    /// The overlay that is open over the panels, if one is.
    pub overlay: Option<Overlay>,
    /// News about the file and about what was done.
    pub news: News,
    /// The mouse.
    pub(crate) pointer: Pointer,
    /// The text that was copied last.
    pub(crate) clipboard: Option<Copied>,
}

/// The state of the mouse.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Pointer {
    /// Whether it is on. It is off at the start, as the terminal cannot select text while it is on.
    pub(crate) on: bool,
    /// The column at which a drag of the timeline is now.
    pub(crate) held: Option<u16>,
}

/// A text that was copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Copied {
    /// The name of the text for users: `citation`, `words`, `address`.
    pub(crate) what: &'static str,
    pub(crate) text: String,
    /// Whether it is not known yet what became of it.
    pub(crate) is_pending: bool,
    /// Whether it is shown, so that it can be selected.
    pub(crate) is_shown: bool,
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

    /// The areas of everything on the screen.
    pub fn layout(&self) -> Layout {
        self.layout_for(self.nav.focus)
    }

    /// The layout if this panel were focused.
    fn layout_for(&self, focus: Panel) -> Layout {
        let dated = self.doc.report.indicators.len().saturating_sub(self.doc.undated);
        let periods = if self.panels.timeline.periods { dated } else { 0 };
        let periods = u16::try_from(periods).unwrap_or(u16::MAX);
        let heights = self.panels.heights;
        let timeline = heights.timeline.saturating_add(periods);
        let heights = ContentHeights { timeline, ..heights };
        let Nav { list, zoomed, .. } = self.nav;
        let looking = Looking { focus, list, zoomed };
        Layout::new(self.env.size, looking, self.banner_height(), heights)
    }

    /// Everything that an overlay sees of the model.
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

    /// The scopes in which keys are looked up, the innermost first.
    pub fn scopes(&self) -> [Scope; 2] {
        let focus = Scope::Panel(self.nav.focus);
        let own = self.overlay.as_ref().map_or(focus, Overlay::scope);
        [own, Scope::Everywhere]
    }

    /// The text that was copied by the last key, which is shown so that it can be selected in the
    /// terminal where copying does not work, and what to say about it.
    pub fn shown_copy(&self) -> Option<(String, &str)> {
        let copied = self.clipboard.as_ref().filter(|copied| copied.is_shown)?;
        let shift = if self.pointer.on { "Shift and " } else { "" };
        let title = format!("{}: {shift}the mouse can select it, any key closes it", copied.what);
        Some((title, &copied.text))
    }

    /// Closes the copied text. False if it was not shown.
    pub(crate) fn close_copy(&mut self) -> bool {
        self.clipboard.as_mut().is_some_and(|copied| std::mem::take(&mut copied.is_shown))
    }

    /// The selected item, which the detail panel shows.
    pub fn subject(&self) -> Subject<'_> {
        self.nav.selection.subject(&self.doc.report)
    }

    /// The figure besides the headline that keys are about.
    pub fn cursor(&self) -> Option<Cursor> {
        self.context().cursor()
    }

    /// Whether keys are about a rival or a target, for which there is no form.
    pub fn has_no_form(&self) -> bool {
        matches!(self.cursor(), Some(Cursor::Rival(_) | Cursor::Target(_)))
    }

    /// The card of an item, written for a format.
    pub fn card(&self, item: Option<ItemIx>, format: CardFormat) -> Card {
        Card::new(&self.card_input(), item, format)
    }

    /// The evidence of an indicator alone, written for a format.
    pub(crate) fn evidence(&self, ix: IndicatorIx, format: CardFormat) -> Card {
        Card::of_evidence(&self.card_input(), ix, format)
    }

    /// Shows only some figures, and the events that bear on them.
    pub fn show_only(&mut self, figures: &[IndicatorIx]) {
        let report = &self.doc.report;
        let shown = report.indexed().map(|(ix, _)| figures.contains(&ix)).collect();
        let bears = |event: &Event| event.indicators.iter().any(|ix| figures.contains(ix));
        let visible = VisibleSet::only(shown, report.events.iter().map(bears).collect());
        self.panels.fill(report, self.env.as_of, &visible);
    }

    /// The input of a card.
    pub(crate) fn card_input(&self) -> CardInput<'_> {
        CardInput { doc: &self.doc, as_of: self.env.as_of, timeline: &self.panels.timeline }
    }

    /// What gives way in the panel of the gauges, so that more rows are in view.
    pub fn gauge_fold(&self) -> Fold {
        self.panels.gauge_fold(&self.layout())
    }

    /// The lines of the gauges from the first one in view on.
    pub fn gauge_lines(&self) -> impl Iterator<Item = &GaugeLine> {
        let gauges = &self.panels.gauges;
        gauges.shown(gauges.offset, self.gauge_fold())
    }

    /// The columns of the table in a line of cells.
    pub fn column_places(&self, line: u16) -> Vec<ColumnPlace> {
        column_places(&self.panels.table, line.saturating_sub(self.panels.marks))
    }

    /// The columns of the timeline in a line of cells.
    pub fn timeline_columns(&self, line: u16) -> TimelineColumns {
        let has_groups = !self.doc.report.groups.is_empty();
        TimelineColumns::new(&self.panels.timeline, has_groups, line)
    }

    /// The parts of the timeline in the area inside its border while it is drawn as lanes; `None`
    /// where each event has a row.
    pub fn lane_areas(&self, inner: Rect) -> Option<LaneAreas> {
        let timeline = &self.panels.timeline;
        if self.nav.zoomed || timeline.periods {
            return None;
        }
        LaneAreas::new(timeline, &self.doc.report, inner)
    }

    /// How many rows of the timeline are in view.
    pub(crate) fn timeline_rows(&self, layout: &Layout) -> usize {
        match self.lane_areas(layout.inner(Panel::Timeline)) {
            Some(areas) => usize::from(areas.list.height),
            // The first line is the axis.
            None => layout.inner_height(Panel::Timeline).saturating_sub(1),
        }
    }

    /// Whether Esc goes back (`true`), clears the news (`false`), or does nothing (`None`).
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

    /// Whether the detail shows the whole record: after Enter in a panel, and on the whole screen.
    pub fn shows_record(&self) -> bool {
        let Nav { focus, zoomed, back, .. } = &self.nav;
        let is_asked = back.is_some_and(|back| matches!(back.from, CameFrom::Panel(_)));
        *focus == Panel::Detail && (*zoomed || is_asked)
    }

    /// What Enter would drill down from; `None` if it does nothing.
    ///
    /// From a row and from its detail it leads to the whole record, from an event to the first of its
    /// indicators, from there to the next of them, and from the last to the first.
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
            (Panel::Detail, _) if self.shows_record() => None,
            (panel, _) => Some(CameFrom::Panel(panel)),
        }
    }

    /// The indicators of an event that are shown, by their positions in [`Event::indicators`].
    pub fn shown_of<'e>(&'e self, event: &'e Event) -> impl Iterator<Item = usize> + 'e {
        let all = event.indicators.iter().enumerate();
        all.filter(|(_, ix)| self.nav.filter.visible.has(**ix)).map(|(nth, _)| nth)
    }

    /// A text that names the key of an action of the panels; empty if the action has no key that works
    /// here.
    pub(crate) fn with_key(&self, action: Action, says: impl FnOnce(Key) -> String) -> String {
        if self.scopes().first().is_some_and(|scope| scope.takes_text()) {
            return String::new();
        }
        let here = [Scope::Panel(self.nav.focus), Scope::Everywhere];
        let keymap = &self.env.keymap;
        let key = keymap.key_of_any_panel(action).or_else(|| keymap.key(&here, action));
        key.map(says).unwrap_or_default()
    }

    /// The end of a text about what cannot be done here: the key that opens the editor.
    pub(crate) fn opens_editor(&self) -> String {
        self.with_key(Action::OpenEditor, |key| format!(": {key} opens the editor"))
    }

    /// Says that something did not work.
    pub(crate) fn trouble(&mut self, why: &str) {
        self.news.trouble(why.into());
    }

    /// Says why an action cannot be done, if there is a reason to tell.
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
