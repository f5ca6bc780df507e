//! Sources and groups that nothing refers to.

use std::ops::Range;

use crate::diagnostic::{Faults, quoted, rules};
use crate::report::{GroupIx, Report, SourceIx};

rules! {

    /// A source that no figure and no event is taken from.
    UNUSED_SOURCE "W014" "source that nothing cites"
r#"Either a 'source' key is missing somewhere, or the source can go.

    wrong:  [source.imf]      and nowhere  source = "imf"
    right:  source = "imf"    in the figures that are from it"#

    /// A group without indicators and events.
    UNUSED_GROUP "W015" "group that nothing belongs to"
r#"An empty group is not shown. Either a 'group' key is missing somewhere, or
the group can go.

    wrong:  [[group]]           id = "trade", and nowhere  group = "trade"
    right:  group = "trade"     in what belongs to it"#
}

/// Where sources and groups are defined, and which of them something refers to.
#[derive(Debug, Default)]
pub(in crate::load) struct Unused {
    /// Where each source is defined, and whether anything cites it.
    pub(in crate::load) sources: Vec<(Range<usize>, bool)>,
    /// Where each group is defined, and whether anything belongs to it.
    pub(in crate::load) groups: Vec<(Range<usize>, bool)>,
}

impl Unused {
    pub(in crate::load) fn source_used(&mut self, ix: SourceIx) {
        if let Some((_, used)) = self.sources.get_mut(ix.0 as usize) {
            *used = true;
        }
    }

    pub(in crate::load) fn group_used(&mut self, ix: GroupIx) {
        if let Some((_, used)) = self.groups.get_mut(ix.0 as usize) {
            *used = true;
        }
    }

    /// Reports those that nothing refers to.
    pub(super) fn finish(self, report: &Report, faults: &mut Faults) {
        for ((at, _), source) in
            self.sources.iter().zip(&report.sources).filter(|((_, used), _)| !used)
        {
            let message = format!("nothing cites the source {}", quoted(&source.key));
            faults
                .add(&UNUSED_SOURCE, at.clone(), message)
                .help("cite it with 'source' where it belongs, or remove it");
        }
        for ((at, _), group) in
            self.groups.iter().zip(&report.groups).filter(|((_, used), _)| !used)
        {
            let message = format!("nothing belongs to the group {}", quoted(&group.id));
            faults
                .add(&UNUSED_GROUP, at.clone(), message)
                .help("name it with 'group' where it belongs, or remove it");
        }
    }
}
