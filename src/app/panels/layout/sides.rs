//! The insides of panels and lists: columns of text, tabs, rows.

use ratatui::layout::{Margin, Rect};

use super::{Arrangement, Layout};
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

/// The lists, which share their place on a screen that is not high.
const LISTS: &[Panel] = &[Panel::Gauges, Panel::Table];
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

    /// The panels whose names stand in the border of one: gauges and table where only one of the two is
    /// shown, so that a click or a key leads from one to the other.
    pub fn named_in(&self, panel: Panel) -> &'static [Panel] {
        let all: &'static [Panel] = &Panel::ALL;
        let is_alone = self.panel(Panel::Gauges).is_empty() || self.panel(Panel::Table).is_empty();
        if is_alone && self.is_side_by_side() && LISTS.contains(&panel) {
            return LISTS;
        }
        all.get(panel.index()..=panel.index()).unwrap_or_default()
    }

    /// The name of a panel above or in its border; empty where a narrow screen has no room for it.
    pub fn tab(&self, panel: Panel) -> Rect {
        let (names, row) = if self.is_side_by_side() {
            let mut shown = Panel::ALL.into_iter().filter(|shown| !self.panel(*shown).is_empty());
            let named = shown.find(|shown| self.named_in(*shown).contains(&panel));
            let Some(named) = named else { return Rect::default() };
            (self.named_in(named), Rect { height: 1, ..self.panel(named) })
        } else {
            (Panel::ALL.as_slice(), self.tabs)
        };
        let before = names.iter().take_while(|before| **before != panel);
        let x = before.map(|before| tab_cells(*before) + 1).sum::<u16>();
        let tab = Rect { x: row.x + 1 + x, width: tab_cells(panel), ..row };
        tab.intersection(row)
    }

    fn is_side_by_side(&self) -> bool {
        self.arrangement == Arrangement::SideBySide
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
