//! Arrows from file to file: who names what is defined where.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::tree::{Found, Target, Tree};

/// The files that each file uses, with a line of the code that does.
#[derive(Debug, Default)]
pub(crate) struct Arrows(pub(crate) BTreeMap<String, BTreeMap<String, String>>);

impl Arrows {
    /// What a child takes from the modules that it stands in does not count.
    pub(crate) fn new(tree: &Tree, found: &[Found]) -> Self {
        let mut arrows = Self::default();
        for found in found {
            let from = tree.module(found.from);
            for target in &found.targets {
                let (Target::Module(to) | Target::Item(to)) = *target else { continue };
                let to = tree.module(to);
                if from.file == to.file || from.path.starts_with(&to.path) {
                    continue;
                }
                let says = || format!("line {}: {}", found.line, found.path.join("::"));
                let of_file = arrows.0.entry(from.file.clone()).or_default();
                of_file.entry(to.file.clone()).or_insert_with(says);
            }
        }
        arrows
    }

    /// Every arrow with a line of the code.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&str, &str, &str)> {
        self.0.iter().flat_map(|(from, to)| {
            to.iter().map(move |(to, says)| (from.as_str(), to.as_str(), says.as_str()))
        })
    }

    /// The shortest circle through each arrow that is in one, short ones first. Each begins with its
    /// first file by name.
    pub(crate) fn circles(&self) -> Vec<Vec<&str>> {
        let mut circles = BTreeSet::new();
        for (from, to, _) in self.all() {
            let Some(mut circle) = self.way(to, from) else { continue };
            let first = (0..circle.len()).min_by_key(|ix| circle.get(*ix)).unwrap_or_default();
            circle.rotate_left(first);
            circles.insert((circle.len(), circle));
        }
        circles.into_iter().map(|(_, circle)| circle).collect()
    }

    /// The shortest way along arrows, both ends included.
    fn way<'a>(&'a self, from: &'a str, to: &str) -> Option<Vec<&'a str>> {
        let mut came_from: BTreeMap<&str, &str> = BTreeMap::new();
        let mut next = VecDeque::from([from]);
        while let Some(file) = next.pop_front() {
            if file == to {
                let mut way = vec![file];
                let mut at = file;
                while at != from {
                    at = came_from.get(at)?;
                    way.push(at);
                }
                way.reverse();
                return Some(way);
            }
            for used in self.0.get(file).into_iter().flat_map(BTreeMap::keys) {
                if used != from && !came_from.contains_key(used.as_str()) {
                    came_from.insert(used, file);
                    next.push_back(used);
                }
            }
        }
        None
    }
}
