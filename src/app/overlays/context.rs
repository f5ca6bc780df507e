//! What an overlay sees of the dashboard, and what it may ask of it.

use ratatui::layout::{Position, Rect};

use crate::app::document::{AfterCreate, Document, News, Notice, Pending};
use crate::app::env::Env;
use crate::app::keys::{Action, Key, Panel, Scope};
use crate::app::nav::{Bookmark, Facet, Found, Nav, Subject};
use crate::app::overlays::Command;
use crate::app::panels::{Cursor, Layout, Panels, Span};
use crate::app::text::step;
use crate::report::{Address, ItemId, ItemIx, Report};

/// Everything that lies below an overlay.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context<'m> {
    pub(crate) env: &'m Env,
    pub(crate) doc: &'m Document,
    pub(crate) nav: &'m Nav,
    pub(crate) panels: &'m Panels,
    pub(crate) news: &'m News,
    pub(crate) layout: Layout,
}

impl<'m> Context<'m> {
    /// The selected item.
    pub(crate) fn subject(&self) -> Subject<'m> {
        self.nav.selection.subject(&self.doc.report)
    }

    /// The figure beside the headline that keys are about: where the cursor is, while keys go to
    /// the detail panel and some of the figure is in view.
    pub(crate) fn cursor(&self) -> Option<Cursor> {
        let Subject::Indicator(indicator) = self.subject() else { return None };
        let cursor = self.panels.detail.seen.filter(|_| self.nav.focus == Panel::Detail)?;
        cursor.observation(indicator).map(|_| cursor)
    }

    /// Moves the first line in view of a text with this many lines over the panels.
    pub(crate) fn scroll(&self, offset: &mut usize, lines: usize, action: Action) {
        let view = self.layout.overlay_height();
        *offset = step(*offset, lines.saturating_sub(view), view.max(1), action);
    }

    /// Keeps the first line in view within a text of this many lines.
    pub(crate) fn settle(&self, offset: &mut usize, lines: usize) {
        *offset = (*offset).min(lines.saturating_sub(self.layout.overlay_height()));
    }
}

/// A key press, with what it is bound to in the overlay.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Press {
    pub(crate) key: Key,
    /// `None` where it is text, or a key of a text field.
    pub(crate) action: Option<Action>,
}

/// What an overlay does with what it is sent.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// Whether it stays over the panels.
    pub(crate) stays: bool,
    /// What it asks for.
    pub(crate) request: Option<Request>,
}

impl Outcome {
    pub(crate) const STAYS: Self = Self { stays: true, request: None };
    pub(crate) const CLOSES: Self = Self { stays: false, request: None };

    pub(crate) fn stays_and(request: Request) -> Self {
        Self { request: Some(request), ..Self::STAYS }
    }

    pub(crate) fn closes_and(request: Request) -> Self {
        Self { request: Some(request), ..Self::CLOSES }
    }
}

/// What an overlay asks of the dashboard.
#[derive(Debug)]
pub(crate) enum Request {
    /// An action of the panels.
    Do(Action),
    /// A command of the list.
    Run(Command),
    /// The editor at a line.
    Edit(Option<u32>),
    /// A file, with what follows.
    Create(AfterCreate),
    /// An address in the browser.
    Open(Address),
    /// An address in the clipboard.
    Copy(Address),
    /// Another selection.
    Select(ItemIx),
    /// The way back.
    Restore(Box<Bookmark>),
    /// To what was found, and on from there.
    GoTo(Box<Found>),
    /// Another filter.
    Filter(Vec<Facet>),
    /// Another stretch of time in the timeline.
    Draw(Span),
    /// A new text of the file.
    Save(Box<Pending>),
}

/// Why an action cannot be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    /// There is nothing that it could do; its key is silent.
    Nothing,
    /// For a reason that its key tells.
    Because(Notice),
}

/// The behaviour of an overlay.
pub(crate) trait Layer {
    /// Where its keys are looked up.
    fn scope(&self) -> Scope;

    /// Takes a key.
    fn press(&mut self, press: Press, cx: &Context<'_>) -> Outcome;

    /// Takes text that was pasted.
    fn paste(&mut self, _text: &str, _cx: &Context<'_>) -> Outcome {
        Outcome::STAYS
    }

    /// Takes a click.
    fn click(&mut self, _at: Position, _cx: &Context<'_>) -> Outcome {
        Outcome::STAYS
    }

    /// Takes a step of the wheel, [`Action::Up`] or [`Action::Down`]: by default it is that key.
    fn wheel(&mut self, press: Press, cx: &Context<'_>) -> Outcome {
        self.press(press, cx)
    }

    /// Keeps what is in view within what there is.
    fn settle(&mut self, _cx: &Context<'_>) {}

    /// An item has got another id in the file.
    fn rename(&mut self, _before: &ItemId, _now: &ItemId) {}

    /// Takes in another reading of the report.
    fn reload(&mut self, _old: &Report, _cx: &Context<'_>) {}

    /// Whether a reading of the file leaves nothing to show or to ask.
    fn is_over(&self, _cx: &Context<'_>) -> bool {
        false
    }

    /// What an action is called now, where that is not what the key table calls it.
    fn hint(&self, _action: Action) -> Option<&'static str> {
        None
    }

    /// Whether an action that it has a key for can be done now.
    fn can(&self, _action: Action, _cx: &Context<'_>) -> Result<(), Why> {
        Ok(())
    }
}

/// The row of a list at a cell; `offset` is the first row in view, `count` the number of rows.
pub(crate) fn row_at(rows: Rect, offset: usize, count: usize, at: Position) -> Option<usize> {
    let row = offset + usize::from(at.y.checked_sub(rows.y)?);
    (rows.contains(at) && row < count).then_some(row)
}
