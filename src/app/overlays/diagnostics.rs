//! The list of the file's faults.

use ratatui::layout::{Margin, Position, Rect};

use crate::app::document::Document;
use crate::app::keys::Action;
use crate::app::overlays::{Context, Layer, Outcome, Press, Request, row_at};
use crate::app::panels::overlay_frame;
use crate::app::text::{reveal, step};

/// The list of the file's faults.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DiagnosticsList {
    /// The selected line.
    pub at: usize,
    /// The first line in view.
    pub offset: usize,
    /// Whether it opened by itself and closes once the file is sound.
    pub waits: bool,
}

/// The greatest width of the list in cells, borders included.
pub const DIAGNOSTICS_WIDEST: u16 = 120;
/// The most lines of the list; the selected one is shown in full below it.
const LISTED: usize = 8;

/// How many of the lines in view the list of this many diagnostics takes.
pub fn listed(view: usize, count: usize) -> usize {
    count.min((view / 3).clamp(1, LISTED))
}

impl DiagnosticsList {
    /// The list, with the first fault selected.
    pub(crate) fn new(doc: &Document, waits: bool) -> Self {
        Self { at: doc.first_fault().unwrap_or(0), offset: 0, waits }
    }
}

impl Layer for DiagnosticsList {
    fn press(&mut self, press: Press, cx: &Context<'_>) -> Outcome {
        let (diagnostics, _) = cx.doc.listed_diagnostics();
        match press.action {
            Some(Action::Back) => return Outcome::CLOSES,
            Some(Action::OpenEditor) => {
                let line = diagnostics.get(self.at).map(|diagnostic| diagnostic.line);
                return Outcome::stays_and(Request::Edit(line));
            }
            Some(action) => {
                let page = listed(cx.layout.overlay_height(), diagnostics.len());
                self.at = step(self.at, diagnostics.len().saturating_sub(1), page, action);
            }
            None => {}
        }
        Outcome::STAYS
    }

    fn click(&mut self, at: Position, cx: &Context<'_>) -> Outcome {
        let inner = overlay_frame(cx.layout.overlay, DIAGNOSTICS_WIDEST).inner(Margin::new(1, 1));
        let count = cx.doc.listed_diagnostics().0.len();
        let height = listed(usize::from(inner.height), count);
        let height = inner.height.min(u16::try_from(height).unwrap_or(u16::MAX));
        self.at = row_at(Rect { height, ..inner }, self.offset, count, at).unwrap_or(self.at);
        Outcome::STAYS
    }

    fn settle(&mut self, cx: &Context<'_>) {
        let count = cx.doc.listed_diagnostics().0.len();
        self.at = self.at.min(count.saturating_sub(1));
        let view = listed(cx.layout.overlay_height(), count);
        self.offset = reveal(self.offset, view, count, self.at, self.at);
    }

    fn is_over(&self, cx: &Context<'_>) -> bool {
        self.waits && cx.doc.faults == 0
    }
}
