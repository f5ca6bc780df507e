//! Parts under the row of their whole.

use std::collections::{HashMap, HashSet};

use crate::report::{Indicator, IndicatorIx, Report};

/// A row, and how deep it stands under the whole at the root.
pub(super) type Branch = (IndicatorIx, usize);

/// The members of a group in the order of their rows: a whole, followed by its parts.
///
/// A part follows its whole if that is a member, too, and has the same unit: they share its ruler.
/// Others stay where they are.
pub(super) fn trees(report: &Report, members: &[IndicatorIx]) -> Vec<Branch> {
    let indicator = |ix: IndicatorIx| report.indicator(ix);
    let is_part = |ix: &IndicatorIx| indicator(*ix).is_some_and(|part| part.part_of.is_some());
    if !members.iter().any(is_part) {
        return members.iter().map(|ix| (*ix, 0)).collect();
    }
    let here: HashSet<IndicatorIx> = members.iter().copied().collect();
    let whole = |ix: IndicatorIx| {
        let part = indicator(ix)?;
        let whole = part.part_of.filter(|whole| here.contains(whole))?;
        shares_ruler(part, indicator(whole)?).then_some(whole)
    };
    let mut parts: HashMap<IndicatorIx, Vec<IndicatorIx>> = HashMap::new();
    let mut roots = Vec::new();
    for &ix in members {
        match whole(ix) {
            Some(whole) => parts.entry(whole).or_default().push(ix),
            None => roots.push(ix),
        }
    }
    let (mut rows, mut placed) = (Vec::with_capacity(members.len()), HashSet::new());
    // Members that are parts of one another in a circle are under no root.
    for &root in roots.iter().chain(members) {
        let mut waiting = vec![(root, 0)];
        while let Some((ix, depth)) = waiting.pop() {
            if placed.insert(ix) {
                rows.push((ix, depth));
                let own = parts.get(&ix).into_iter().flatten().rev();
                waiting.extend(own.map(|part| (*part, depth + 1)));
            }
        }
    }
    rows
}

/// Whether a part can be drawn on the ruler of its whole. One that has a scale does not lose its bar.
fn shares_ruler(part: &Indicator, whole: &Indicator) -> bool {
    let has_ruler = whole.scale.is_some() || whole.part_of.is_some() || part.scale.is_none();
    has_ruler && part.unit == whole.unit && part.change == whole.change
}
