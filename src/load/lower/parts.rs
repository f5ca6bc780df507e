//! What is a part of what.

use std::ops::Range;

use super::Lowering;
use crate::diagnostic::{quoted, rules};
use crate::load::lint::{Part, check_parts};
use crate::report::IndicatorIx;

rules! {

    /// Parts of one another, or of themselves.
    PART_OF_ITSELF "E021" "part of itself"
r#"'part_of' names the whole that a figure is a part of. The whole can itself be
a part of something larger, but the way up must end: nothing is a part of
itself, or of one of its own parts. The indicators stay, without 'part_of'.

    wrong:  id = "transport"  part_of = "emissions"
            id = "emissions"  part_of = "transport"
    right:  id = "transport"  part_of = "emissions"
            id = "emissions""#
}

/// An indicator with what it says that it is a part of, and where it says so.
struct Link {
    part: IndicatorIx,
    whole: IndicatorIx,
    at: Range<usize>,
}

impl Lowering<'_, '_> {
    /// Joins the parts to their wholes. Links that lead in a circle are reported and left out.
    pub(super) fn join_parts(&mut self) {
        let mut links = Vec::with_capacity(self.parts.len());
        for (part, id, at) in std::mem::take(&mut self.parts) {
            let whole = self.indicator_of(id, at.clone());
            links.extend(whole.map(|whole| Link { part, whole, at }));
        }
        let mut is_sound = vec![true; links.len()];
        for circle in circles(&links) {
            for at in &circle {
                is_sound.get_mut(*at).into_iter().for_each(|it| *it = false);
            }
            self.circle(circle.iter().filter_map(|at| links.get(*at)));
        }
        let mut parts = Vec::with_capacity(links.len());
        for (link, _) in links.into_iter().zip(is_sound).filter(|(_, is_sound)| *is_sound) {
            if let Some(part) = self.report.indicators.get_mut(link.part.get()) {
                part.part_of = Some(link.whole);
                parts.push(Part { ix: link.part, at: link.at });
            }
        }
        self.report.index_parts();
        let id = |id: &str| self.indicators.get(id).map(|(_, at)| at.clone());
        check_parts(&self.report, &parts, id, self.faults);
    }

    /// Reports indicators each of which is a part of the next, and the last of the first.
    fn circle<'l>(&mut self, links: impl Iterator<Item = &'l Link>) {
        let links: Vec<&Link> = links.collect();
        let Some(first) = links.first() else { return };
        let name = |ix: IndicatorIx| {
            self.report.indicator(ix).map(|it| quoted(&it.id)).unwrap_or_default()
        };
        let (message, help) = if links.len() == 1 {
            let message = format!("{} is a part of itself", name(first.part));
            (message, "write the id of the whole, or remove 'part_of'")
        } else {
            let mut way: Vec<String> = links.iter().map(|link| name(link.part)).collect();
            way.push(name(first.part));
            let message = format!("these are parts of one another: {}", way.join(", part of "));
            (message, "remove 'part_of' from the one that is the whole")
        };
        let fault = self.faults.add(&PART_OF_ITSELF, first.at.clone(), message).help(help);
        if let Some(second) = links.get(1) {
            fault.related(second.at.clone(), "and here");
        }
    }
}

/// The links that lead in circles, by their places. Each link is followed once.
fn circles(links: &[Link]) -> Vec<Vec<usize>> {
    // Each indicator has one link at most, and they are in the order of the file.
    let next = |ix| links.binary_search_by_key(&ix, |link: &Link| link.part).ok();
    // From which start each link was followed first.
    let mut followed: Vec<Option<usize>> = vec![None; links.len()];
    let mut circles = Vec::new();
    for start in 0..links.len() {
        let mut way = Vec::new();
        let mut at = Some(start);
        while let Some((place, link)) = at.and_then(|at| Some((at, links.get(at)?))) {
            let Some(from) = followed.get_mut(place) else { break };
            if let Some(from) = *from {
                let begin = way.iter().position(|on_way| *on_way == place);
                circles.extend(begin.filter(|_| from == start).map(|begin| way.split_off(begin)));
                break;
            }
            *from = Some(start);
            way.push(place);
            at = next(link.whole);
        }
    }
    circles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn circles_are_found_once_and_what_leads_into_them_is_not_in_them() {
        for (wholes, expected) in [
            (&[1, 2, 9][..], &[][..]),
            (&[0], &[&[0][..]]),
            (&[1, 0], &[&[0, 1]]),
            (&[2, 2, 3, 4, 2], &[&[2, 3, 4]]),
            (&[1, 0, 2, 2], &[&[0, 1], &[2]]),
            (&[1, 1, 1], &[&[1]]),
        ] {
            let link = |(part, whole): (u32, &u32)| Link {
                part: IndicatorIx(part),
                whole: IndicatorIx(*whole),
                at: 0..0,
            };
            let links: Vec<Link> = (0..).zip(wholes).map(link).collect();
            assert_eq!(circles(&links), expected, "{wholes:?}");
        }
    }
}
