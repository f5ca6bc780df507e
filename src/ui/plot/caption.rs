use crate::app::text::{fit, width};
use crate::report::{Unit, UnitKind};

/// The unit; where the axis begins if that is not at zero; how coarse its rows are if that hides
/// differences; cut to `cells`.
///
/// That the axis is cut is said at any width, if need be in place of the unit's end.
pub(super) fn caption(unit: &Unit, cut: Option<&str>, coarse: Option<&str>, cells: u16) -> String {
    let name = match unit.kind {
        UnitKind::Noun(_) | UnitKind::Rank | UnitKind::Year => unit.long(),
        UnitKind::Percent | UnitKind::Points | UnitKind::Currency(_) => unit.short(),
    };
    let cells = usize::from(cells);
    let with = |axis: &str, cut: Option<&str>, coarse: Option<&str>| {
        let cut = cut.map_or_else(String::new, |low| format!(", {axis}from {low}"));
        let coarse = coarse.map_or_else(String::new, |row| format!(", {row}"));
        format!("{cut}{coarse}")
    };
    let ends = [with("axis ", cut, coarse), with("", cut, coarse), with("axis ", cut, None)];
    let whole = ends.iter().find(|end| width(&name) + width(end) <= cells);
    if let Some(end) = whole {
        return format!("{name}{end}");
    }
    let end = with("", cut, None);
    let name = fit(&name, cells.saturating_sub(width(&end)));
    fit(&format!("{name}{end}"), cells).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_is_said_at_any_width_and_how_coarse_rows_are_where_there_is_room() {
        let unit = Unit::parse("billion USD").expect("a unit");
        for (cells, text) in [
            (40, "bn USD, axis from 7.5, marks rounded"),
            (34, "bn USD, from 7.5, marks rounded"),
            (24, "bn USD, axis from 7.5"),
            (16, "bn USD, from 7.5"),
            (14, "bn…, from 7.5"),
        ] {
            assert_eq!(caption(&unit, Some("7.5"), Some("marks rounded"), cells), text);
        }
        assert_eq!(caption(&unit, None, None, 24), "bn USD");
    }
}
