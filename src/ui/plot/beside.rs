//! Points of one column, side by side: none hides another.

use super::dots::Dot;
use super::label::cells;
use crate::app::panels::Mark;

/// Moves points that stand in one column apart, as far as the column is theirs: no point comes nearer
/// to another time than to its own.
///
/// The editions of a line stand side by side, from the earliest to the latest. Other points do where one
/// would hide another.
pub(super) fn side_by_side(dots: &mut [Dot], columns: u16, is_one_time: bool) {
    let drawn = |at: &usize| dots.get(*at).is_some_and(|dot| dot.height.is_some());
    let mut order: Vec<usize> = (0..dots.len()).filter(drawn).collect();
    let rank = |dot: &Dot| match dot.mark {
        Mark::Same(rank) => rank,
        Mark::Other(_) => usize::MAX,
    };
    let key = |at: &usize| dots.get(*at).map(|dot| (dot.at.middle, !dot.is_older, rank(dot)));
    order.sort_by_cached_key(key);
    let middle = |at: &usize| dots.get(*at).map(|dot| dot.at.middle);
    let mut moves: Vec<(usize, u16)> = Vec::new();
    let mut before = None;
    let groups: Vec<&[usize]> = order.chunk_by(|a, b| middle(a) == middle(b)).collect();
    for (nth, group) in groups.iter().enumerate() {
        let Some(own) = group.first().and_then(middle) else { continue };
        let next = groups.get(nth + 1).and_then(|next| next.first()).and_then(middle);
        let (low, high) = room(own, before, next, columns);
        before = Some(own);
        let crowd: Vec<(usize, &Dot)> =
            group.iter().filter_map(|at| Some((*at, dots.get(*at)?))).collect();
        moves.extend(if is_one_time {
            spread(&crowd, columns)
        } else {
            places(&crowd, own, low, high)
        });
    }
    for (at, column) in moves {
        if let Some(dot) = dots.get_mut(at) {
            dot.move_to(column);
        }
    }
}

/// The columns that lie nearer to a column than to its neighbours.
fn room(own: u16, before: Option<u16>, next: Option<u16>, columns: u16) -> (u16, u16) {
    let half = |gap: u16| gap.saturating_sub(1) / 2;
    let low = before.map_or(0, |before| own - half(own - before));
    let high = next.map_or(columns.saturating_sub(1), |next| own + half(next - own));
    (low, high)
}

/// The columns of figures of one time, which have all columns to themselves: with room for what they
/// read as far as there is any.
fn spread(crowd: &[(usize, &Dot)], columns: u16) -> Vec<(usize, u16)> {
    let whole = |dot: &Dot| cells(&dot.reading.0) + 2;
    let brief = |dot: &Dot| cells(dot.reading.1.as_ref().unwrap_or(&dot.reading.0)) + 2;
    let bare = |_: &Dot| 1;
    let widths: [&dyn Fn(&Dot) -> u16; 3] = [&whole, &brief, &bare];
    let wide = |width: &dyn Fn(&Dot) -> u16| {
        crowd.iter().fold(0, |sum: u16, (_, dot)| sum.saturating_add(width(dot)))
    };
    let Some(width) = widths.into_iter().find(|width| wide(*width) <= columns) else {
        return crowd.iter().zip(0..).map(|((at, _), x)| (*at, x % columns.max(1))).collect();
    };
    let mut x = (columns - wide(width)) / 2;
    let mut places = Vec::with_capacity(crowd.len());
    for (at, dot) in crowd {
        places.push((*at, x));
        x += width(dot);
    }
    places
}

/// The columns of those points of one column that do not stay in it.
fn places(crowd: &[(usize, &Dot)], own: u16, low: u16, high: u16) -> Vec<(usize, u16)> {
    let (low, high) = crowd.iter().fold((low, high), |(low, high), (_, dot)| {
        // A mark stays within its period.
        let is_wide = dot.at.first < dot.at.last;
        if is_wide { (low.max(dot.at.first), high.min(dot.at.last)) } else { (low, high) }
    });
    let hides = |one: &Dot| {
        // One of them is the point itself.
        let mut sharing = crowd.iter().filter(|(_, other)| one.shares_a_cell(other));
        sharing.nth(1).is_some()
    };
    let hidden = || crowd.iter().filter(|(_, dot)| hides(dot));
    let fits = |count: usize| count > 1 && count <= usize::from(high - low) + 1;
    let has_editions = crowd.iter().any(|(_, dot)| dot.is_older);
    let apart: Vec<usize> = if has_editions && fits(crowd.len()) {
        crowd.iter().map(|(at, _)| *at).collect()
    } else {
        hidden().map(|(at, _)| *at).collect()
    };
    let last = u16::try_from(apart.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let wide = last.min(high - low);
    let first = own.saturating_sub(wide / 2).clamp(low, high - wide);
    let columns = (0..=last).map(|nth| (first + nth).min(high));
    apart.into_iter().zip(columns).collect()
}

impl Dot {
    /// Whether a mark of one would stand in the cells of the other.
    fn shares_a_cell(&self, other: &Self) -> bool {
        let is_in = |own: &Self, other: &Self| {
            let rows = other.rows();
            let holds = |row: u16| rows.is_some_and(|(top, bottom)| (top..=bottom).contains(&row));
            own.marks().any(|(row, _)| holds(row))
        };
        is_in(self, other) || is_in(other, self)
    }

    /// Moves its mark to another column, and with it a period that is no wider.
    fn move_to(&mut self, column: u16) {
        if self.at.first == self.at.last {
            (self.at.first, self.at.last) = (column, column);
        }
        self.at.middle = column;
    }
}
