//! Which room may use which, and what of it.

use std::collections::BTreeMap;

use crate::arrows::Arrows;
use crate::plan::{APP, OPEN, ROOMS, Table};
use crate::tree::{Found, Tree};

/// A table and the folder whose rooms it is about, with a slash at its end.
pub(crate) struct Rooms {
    pub(crate) folder: &'static str,
    pub(crate) table: Table,
}

pub(crate) const TOP: Rooms = Rooms { folder: "", table: ROOMS };
pub(crate) const INSIDE_APP: Rooms = Rooms { folder: "app/", table: APP };

impl Rooms {
    fn named(&self, name: &str) -> Option<(usize, &'static [&'static str])> {
        let place = self.table.iter().position(|(room, _)| *room == name)?;
        Some((place, self.table.get(place)?.1))
    }

    /// The room that a file is in.
    pub(crate) fn of<'a>(&self, file: &'a str) -> Option<&'a str> {
        let name = file.strip_prefix(self.folder)?.split(['/', '.']).next()?;
        self.named(name).map(|_| name)
    }

    /// What is wrong with the table itself.
    pub(crate) fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for (place, (room, uses)) in self.table.iter().enumerate() {
            for used in *uses {
                if self.named(used).is_none_or(|(other, _)| other >= place) {
                    faults.push(format!("{room} may use {used}, which does not stand above it"));
                }
            }
        }
        faults
    }

    /// The arrows that the table does not allow.
    pub(crate) fn against(&self, arrows: &Arrows) -> Vec<String> {
        let mut against = Vec::new();
        for (from, to, says) in arrows.all() {
            let (Some(own), Some(other)) = (self.of(from), self.of(to)) else { continue };
            let may = self.named(own).is_some_and(|(_, uses)| uses.contains(&other));
            if own != other && !may {
                against.push(format!("{from} → {to} ({own} may not use {other}), {says}"));
            }
        }
        against
    }

    /// How many arrows lead from one room to another.
    pub(crate) fn counts<'a>(&self, arrows: &'a Arrows) -> BTreeMap<(&'a str, &'a str), usize> {
        let mut counts = BTreeMap::new();
        for (from, to, _) in arrows.all() {
            if let (Some(own), Some(other)) = (self.of(from), self.of(to))
                && own != other
            {
                *counts.entry((own, other)).or_default() += 1;
            }
        }
        counts
    }
}

/// The paths that lead into a room past its face.
pub(crate) fn past_faces(tree: &Tree, found: &[Found]) -> Vec<String> {
    let mut past = Vec::new();
    for found in found {
        let from = tree.module(found.from);
        for (outer, inner) in &found.steps {
            let (room, inner) = (tree.module(*outer), tree.module(*inner));
            if !is_room(&room.path) || from.path.starts_with(&room.path) || is_room(&inner.path) {
                continue;
            }
            let (name, last) = (room.path.join("::"), inner.path.last().map(String::as_str));
            let open = OPEN.iter().find(|(of, _)| *of == name).map_or(&[][..], |(_, open)| open);
            if !last.is_some_and(|last| open.contains(&last)) {
                let (file, path) = (&from.file, found.path.join("::"));
                past.push(format!("{file}, line {}: {path} leads past {}", found.line, room.file));
            }
        }
    }
    past
}

fn is_room(path: &[String]) -> bool {
    match path {
        [room] => TOP.named(room).is_some(),
        [app, room] if app == "app" => INSIDE_APP.named(room).is_some(),
        _ => false,
    }
}
