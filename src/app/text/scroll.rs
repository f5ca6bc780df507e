//! Scrolling, and moving by rows.

use crate::app::keys::Action;

/// The offset nearest to the present one at which rows `first..=last` are in view.
///
/// If the view is too small for them, it shows `last`. It is never scrolled past the end.
pub(crate) fn reveal(offset: usize, view: usize, len: usize, first: usize, last: usize) -> usize {
    let mut offset = offset.min(first);
    if view > 0 && last >= offset + view {
        offset = last + 1 - view;
    }
    offset.min(len.saturating_sub(view))
}

/// The row that a movement leads to, from 0 to `last`.
pub(crate) fn step(row: usize, last: usize, page: usize, action: Action) -> usize {
    let half = page.div_ceil(2);
    let row = match action {
        Action::Up => row.saturating_sub(1),
        Action::Down => row.saturating_add(1),
        Action::HalfUp => row.saturating_sub(half),
        Action::HalfDown => row.saturating_add(half),
        Action::PageUp => row.saturating_sub(page),
        Action::PageDown => row.saturating_add(page),
        Action::First => 0,
        Action::Last => last,
        _ => row,
    };
    row.min(last)
}

#[cfg(test)]
mod tests {
    use super::reveal;

    #[test]
    fn the_row_is_in_view_and_nothing_moves_without_need() {
        assert_eq!(reveal(0, 5, 20, 3, 3), 0);
        assert_eq!(reveal(0, 5, 20, 7, 7), 3);
        assert_eq!(reveal(10, 5, 20, 7, 7), 7);
        assert_eq!(reveal(18, 5, 20, 19, 19), 15);
        assert_eq!(reveal(4, 0, 20, 9, 9), 4);
        assert_eq!(reveal(9, 5, 3, 1, 1), 0);
    }
}
