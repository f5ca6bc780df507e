//! Names of groups, sources and indicators that stand elsewhere in the file.

use std::ops::Range;

use super::id::slug;
use super::{Lowering, Names};
use crate::diagnostic::{nearest, quoted, rules};
use crate::load::reader::Row;
use crate::report::{GroupIx, IndicatorIx, SourceIx, Text};
use crate::schema::Key;

rules! {

    /// A group, source or indicator that is not in the file.
    DANGLING "E016" "nothing has this name"
r#"'group' names the id of a [[group]], 'source' the key of a [source.KEY],
'related' and 'indicators' the ids of indicators. The item stays, without
the reference. If the item with this name was left out because of another
error, fix that first.

    wrong:  source = "wrold-bank"
    right:  source = "world-bank"   with a heading  [source.world-bank]"#
}

/// How many names are compared to find what a wrong reference was meant to be; then no more are
/// proposed, so that a broken file does not take long.
pub(super) const COMPARISONS: usize = 1_000_000;

impl<'i> Lowering<'i, '_> {
    /// The group that a row names.
    pub(super) fn group(&mut self, row: &mut Row<'i>) -> Option<GroupIx> {
        let id = row.raw(Key::Group, self.faults)?;
        let add = "add a [[group]] with this id";
        let ix = self.find("group", |me| &me.groups, &id, row.at(Key::Group), add)?;
        self.lint.unused.group_used(ix);
        Some(ix)
    }

    /// The source that a row cites.
    pub(super) fn source(&mut self, row: &mut Row<'i>) -> Option<SourceIx> {
        let key = row.raw(Key::Source, self.faults)?;
        let add = format!("add a heading [source.{}]", slug(&key));
        let ix = self.find("source", |me| &me.sources, &key, row.at(Key::Source), &add)?;
        self.lint.unused.source_used(ix);
        Some(ix)
    }

    /// The indicator of an id.
    pub(super) fn indicator_of(&mut self, id: &str, at: Range<usize>) -> Option<IndicatorIx> {
        let add = "give the id of an [[indicator]] of this file";
        self.find("indicator", |me| &me.indicators, id, at, add)
    }

    /// What a reference refers to; reported where there is nothing of that name.
    fn find<Ix: Copy>(
        &mut self,
        kind: &str,
        names: impl Fn(&Self) -> &Names<'i, Ix>,
        name: &str,
        at: Range<usize>,
        add: &str,
    ) -> Option<Ix> {
        if let Some((ix, _)) = names(self).get(name) {
            return Some(*ix);
        }
        // It is in the file, and its own fault has been reported.
        if self.skipped.names.contains(name) || self.left_out.contains(name) {
            return None;
        }
        let left = self.comparisons.checked_sub(names(self).len());
        self.comparisons = left.unwrap_or(self.comparisons);
        let near = left.and_then(|_| nearest_name(names(self), name));
        let help = near.map_or_else(|| add.to_owned(), |near| format!("did you mean '{near}'?"));
        let message = format!("there is no {kind} {}", quoted(name));
        self.faults.add(&DANGLING, at, message).help(help);
        None
    }
}

fn nearest_name<Ix>(names: &Names<'_, Ix>, wanted: &str) -> Option<String> {
    let mut known: Vec<&str> = names.keys().map(|k| &**k).collect();
    known.sort_unstable();
    nearest(wanted, known.iter().copied())
        .or_else(|| nearest(&slug(wanted), known.into_iter()))
        .map(|near| Text::new(near).to_string())
}
