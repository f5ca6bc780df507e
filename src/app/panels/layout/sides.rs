//! The insides of panels and lists: columns of text, tabs, rows.

use ratatui::layout::{Margin, Rect};

use super::Layout;
use crate::app::keys::Panel;

/// The columns of text in the detail panel, read one after the other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DetailColumns {
    /// How many columns there are, at least one.
    pub count: u16,
    /// The cells of each.
    pub cells: u16,
    /// The lines of each.
    pub lines: u16,
}

/// The free cells of the detail beside its borders, and between its columns.
const PAD: u16 = 1;
const GAP: u16 = 4;
/// The greatest width of a column, as longer lines are hard to read.
const WIDEST: u16 = 98;
/// The smallest width of one of several columns.
const NARROWEST: u16 = 64;

impl Layout {
    /// The columns of the detail.
    pub fn detail_columns(&self) -> DetailColumns {
        let inner = self.inner(Panel::Detail);
        let room = inner.width.saturating_sub(2 * PAD);
        let most = ((room + GAP) / (NARROWEST + GAP)).max(1);
        // As few as the widest column allows.
        let count = room.div_ceil(WIDEST + GAP).clamp(1, most);
        let cells = room.saturating_sub((count - 1) * GAP) / count;
        DetailColumns { count, cells: cells.min(WIDEST), lines: inner.height }
    }

    /// The areas of the columns of the detail, from left to right.
    pub fn detail_areas(&self) -> impl Iterator<Item = Rect> + use<> {
        let columns = self.detail_columns();
        let inner = self.inner(Panel::Detail);
        (0..columns.count).map(move |at| {
            let x = inner.x + PAD + at * (columns.cells + GAP);
            Rect { x, width: columns.cells, ..inner }
        })
    }

    /// The area of a panel inside its borders.
    pub fn inner(&self, panel: Panel) -> Rect {
        let area = self.panel(panel);
        let (width, height) = (area.width.saturating_sub(2), area.height.saturating_sub(2));
        if width == 0 || height == 0 {
            return Rect { width: 0, height: 0, ..area };
        }
        Rect::new(area.x + 1, area.y + 1, width, height)
    }

    /// The tab of a panel; empty where a narrow screen has no room for it.
    pub fn tab(&self, panel: Panel) -> Rect {
        let before = Panel::ALL.iter().take(panel.index());
        let x = before.map(|panel| tab_cells(*panel) + 1).sum::<u16>();
        let tab = Rect { x: self.tabs.x + 1 + x, width: tab_cells(panel), ..self.tabs };
        tab.intersection(self.tabs)
    }
}

/// The cells of a tab: a space, its number, a space, its name and a space.
fn tab_cells(panel: Panel) -> u16 {
    u16::try_from(panel.title().len()).unwrap_or(u16::MAX).saturating_add(4)
}

/// The area of an overlay in the middle of `area`, at most `widest` cells wide.
pub fn overlay_frame(area: Rect, widest: u16) -> Rect {
    let width = area.width.min(widest);
    Rect { x: area.x + (area.width - width) / 2, width, ..area }
}

/// The rows of a list that typing filters: inside its borders, below the typed text and a free line.
pub fn list_rows(list: Rect) -> Rect {
    let inner = list.inner(Margin::new(1, 1));
    Rect { y: inner.y.saturating_add(2), height: inner.height.saturating_sub(2), ..inner }
}
