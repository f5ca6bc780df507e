//! What every overlay has in common: what it sees, what it takes, and what it may ask for.

use ratatui::layout::{Position, Rect};

use crate::app::document::{AfterCreate, Document, News, Notice, Pending};
use crate::app::env::Env;
use crate::app::keys::{Action, Key, Panel};
use crate::app::nav::{Bookmark, Facet, Found, Nav, Subject};
use crate::app::overlays::Command;
use crate::app::panels::{Cursor, Layout, Panels, Span};
use crate::app::text::step;
use crate::diff::Matching;
use crate::report::{Address, ItemId, ItemIx, Text};

/// What an overlay sees: everything below it.
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

    /// The figure at the cursor of the detail panel; `None` if that is the headline, if the panel
    /// is not focused, or if nothing of the figure is in view.
    pub(crate) fn cursor(&self) -> Option<Cursor> {
        let Subject::Indicator(indicator) = self.subject() else { return None };
        let cursor = self.panels.detail.seen.filter(|_| self.nav.focus == Panel::Detail)?;
        cursor.observation(indicator).map(|_| cursor)
    }

    /// Scrolls a text of this many lines, `view` of them in view, by a key, or closes it.
    pub(crate) fn scroll(offset: &mut usize, lines: usize, view: usize, press: Press) -> Outcome {
        match press.action {
            Some(Action::Back) => return Outcome::CLOSES,
            Some(action) => {
                *offset = step(*offset, lines.saturating_sub(view), view.max(1), action);
            }
            None => {}
        }
        Outcome::STAYS
    }
}

/// A key press, with its action in the overlay.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Press {
    pub(crate) key: Key,
    /// `None` for text, and for a key of a text field.
    pub(crate) action: Option<Action>,
}

/// The answer of an overlay to a key, a click or pasted text.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// Whether it stays open.
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
    /// To perform an action of the panels.
    Do(Action),
    /// To run a command.
    Run(Command),
    /// To open the editor at a line.
    Edit(Option<u32>),
    /// To read the last commit, to compare with it.
    ReadCommit,
    /// To create a file, and then to go on.
    Create(AfterCreate),
    /// To add an item like the selected one.
    Add,
    /// To hold an article against the figures.
    Hold(String),
    /// To open an address in the browser.
    Open(Address),
    /// To open the copy of a source, by its name.
    OpenCopy(Text),
    /// To copy an address.
    Copy(Address),
    /// To select an item.
    Select(ItemIx),
    /// To go back to where the user was.
    Restore(Box<Bookmark>),
    /// To go to the marked hit of a search.
    GoTo(Box<Found>),
    /// To set the filter.
    Filter(Vec<Facet>),
    /// To draw another span of time in the timeline.
    Draw(Span),
    /// To save a new text of the file.
    Save(Box<Pending>),
}

/// Why an action cannot be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    /// It would change nothing; its key is silent.
    Nothing,
    /// A reason that is shown when its key is pressed.
    Because(Notice),
}

/// The behaviour of an overlay.
pub(crate) trait Layer {
    /// Takes a key.
    fn press(&mut self, press: Press, cx: &Context<'_>) -> Outcome;

    /// Takes pasted text.
    fn paste(&mut self, _text: &str, _cx: &Context<'_>) -> Outcome {
        Outcome::STAYS
    }

    /// Takes a click.
    fn click(&mut self, _at: Position, _cx: &Context<'_>) -> Outcome {
        Outcome::STAYS
    }

    /// Keeps the marked line in view and the view within the text.
    fn settle(&mut self, _cx: &Context<'_>) {}

    /// Learns that an item has another id in the file now.
    fn rename(&mut self, _before: &ItemId, _now: &ItemId) {}

    /// Takes in another reading of the report.
    fn reload(&mut self, _matching: &Matching, _cx: &Context<'_>) {}

    /// Whether it closes after a reading of the file, because nothing is left to show or to ask.
    fn is_over(&self, _cx: &Context<'_>) -> bool {
        false
    }

    /// The footer's word for an action, if it differs from that of the key table.
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
