//! The division of a line among columns.

/// What a column asks of a line, in cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// The fewest that it is shown with; with less it is left out.
    pub min: u16,
    /// What it takes before columns of a higher rank get any.
    pub want: u16,
    /// What it grows to if cells are left at the end.
    pub grow: u16,
    /// The order in which columns get room; of equals the first comes first.
    pub rank: u8,
}

/// Divides a line among columns, each with a gap beside it. A column gets at least its `min` or, as 0,
/// nothing, as does one that asks for nothing.
pub fn allocate(wishes: &[Wish], gap: u16, line: u16) -> Vec<u16> {
    let mut room = line;
    let mut allocated = vec![0; wishes.len()];
    let mut by_rank: Vec<_> = wishes.iter().zip(&mut allocated).collect();
    by_rank.sort_by_key(|(wish, _)| wish.rank);
    by_rank.retain_mut(|(wish, cells)| {
        let want = wish.want.max(wish.min);
        let most = room.checked_sub(gap).filter(|most| want > 0 && *most >= wish.min);
        **cells = most.map_or(0, |most| want.min(most));
        room = most.map_or(room, |most| most - **cells);
        most.is_some()
    });
    for (wish, cells) in by_rank {
        let more = wish.grow.saturating_sub(*cells).min(room);
        *cells += more;
        room -= more;
    }
    allocated
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn columns() -> impl Strategy<Value = Vec<Wish>> {
        let column = (1..40u16, 0..60u16, 0..80u16, 0..5u8);
        let column = column.prop_map(|(min, want, grow, rank)| Wish { min, want, grow, rank });
        prop::collection::vec(column, 0..12)
    }

    proptest! {
        #[test]
        fn a_line_is_never_overfull_and_a_column_gets_its_least_or_nothing(
            columns in columns(), gap in 0..4u16, line in 0..300u16,
        ) {
            let cells = allocate(&columns, gap, line);
            let shown = cells.iter().filter(|cells| **cells > 0);
            prop_assert!(shown.map(|cells| cells + gap).sum::<u16>() <= line);
            for (cells, column) in cells.iter().zip(&columns) {
                let most = column.min.max(column.want).max(column.grow);
                prop_assert!(*cells == 0 || (column.min..=most).contains(cells));
            }
        }

        #[test]
        fn a_column_gets_nothing_less_for_one_of_a_higher_rank(
            columns in columns(), gap in 0..4u16, line in 0..300u16, last in (1..40u16, 0..60u16),
        ) {
            let without = allocate(&columns, gap, line);
            let last = Wish { min: last.0, want: last.1, grow: 0, rank: 5 };
            let with = allocate(&[&columns[..], &[last]].concat(), gap, line);
            for ((with, without), column) in with.iter().zip(&without).zip(&columns) {
                prop_assert!(*with >= column.want.max(column.min).min(*without));
            }
        }
    }
}
