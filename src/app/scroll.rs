/// The offset nearest to the present one at which rows `first..=last` are in view.
///
/// Where both do not fit, `last` wins. The view is never scrolled past the end.
pub(super) fn reveal(offset: usize, view: usize, len: usize, first: usize, last: usize) -> usize {
    let mut offset = offset.min(first);
    if view > 0 && last >= offset + view {
        offset = last + 1 - view;
    }
    offset.min(len.saturating_sub(view))
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
