//! The mouse in the lists that lie over the panels.

use ratatui::layout::{Margin, Position, Rect};

use crate::app::keys::Action;
use crate::app::overlays::{DIAGNOSTICS_WIDEST, Overlay, commands, filter, find, listed};
use crate::app::panels::{Layout, list_rows, overlay_frame};
use crate::app::{Effect, Model};

/// Presses a line of a list: that marks it. The marked one is pressed as with Enter; where several
/// can be chosen, any is pressed as the key does that chooses it. Nothing else that lies over the
/// panels is pressed, and nothing beside it closes it.
pub(super) fn press(model: &mut Model, layout: &Layout, at: Position) -> Option<Effect> {
    match &mut model.overlay {
        Some(Overlay::Diagnostics(_)) => {
            press_fault(model, layout, at);
        }
        Some(Overlay::Find(find)) => {
            let row = row(list_rows(layout.list()), find.offset, find.hits.len(), at)?;
            if row == find.at {
                find::obey(model, Action::Accept);
            } else {
                find::mark(model, row);
            }
        }
        Some(Overlay::Narrow(list)) => {
            let picker = &mut list.picker;
            let rows = list_rows(layout.short_list());
            picker.at = row(rows, picker.offset, picker.left.len(), at)?;
            filter::obey(model, Action::ChooseMore);
        }
        Some(Overlay::Commands(list)) => {
            let picker = &mut list.picker;
            let rows = list_rows(layout.short_list());
            let row = row(rows, picker.offset, picker.left.len(), at)?;
            if std::mem::replace(&mut picker.at, row) == row {
                return commands::obey(model, Action::Accept);
            }
        }
        _ => {}
    }
    None
}

/// The row of a list that stands on a cell, of so many, the first in view given.
fn row(rows: Rect, offset: usize, count: usize, at: Position) -> Option<usize> {
    let row = offset + usize::from(at.y.checked_sub(rows.y)?);
    (rows.contains(at) && row < count).then_some(row)
}

fn press_fault(model: &mut Model, layout: &Layout, at: Position) {
    let area = overlay_frame(layout.overlay, DIAGNOSTICS_WIDEST);
    let inner = area.inner(Margin::new(1, 1));
    let count = model.listed_diagnostics().0.len();
    let listed = listed(usize::from(inner.height), count);
    let rows =
        Rect { height: inner.height.min(u16::try_from(listed).unwrap_or(u16::MAX)), ..inner };
    if let Some(Overlay::Diagnostics(list)) = &mut model.overlay
        && let Some(row) = row(rows, list.offset, count, at)
    {
        list.at = row;
    }
}
