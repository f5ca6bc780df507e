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
    let wanted = [wanted.to_owned(), slug(wanted)];
    // In a short name one letter is another name: EIA is not IEA. What is longer is named apart.
    let is_near = |wanted: &str, near: &str| {
        near.len() >= 4
            && wanted.len().abs_diff(near.len()) <= 2
            && wanted.chars().next() == near.chars().next()
    };
    let near = wanted.iter().find_map(|wanted| {
        nearest(wanted, known.iter().copied()).filter(|near| is_near(wanted, near))
    });
    near.map(|near| Text::new(near).to_string())
}

#[cfg(test)]
mod tests {
    use crate::load::load;
    use crate::report::Day;

    #[test]
    fn a_name_is_never_made_that_of_something_else() {
        for (known, wanted, meant) in [
            ("world-bank", "wrold-bank", true),
            ("world-bank", "World Bank", true),
            ("bank-2024", "bank-2023", false),
            ("bank-of-russia", "bank", false),
            ("world-bank", "world", false),
            ("iea", "eia", false),
            ("osw-report", "isw-report", false),
            ("g20", "g7", false),
        ] {
            let text = format!(
                "[report]\ntitle = \"T\"\n[source.{known}]\ntitle = \"S\"\n[[event]]\n\
                 id = \"e\"\ntitle = \"E\"\nsource = \"{wanted}\"\n"
            );
            let faults = load(&text, Day::new(2026, 11, 23)).diagnostics;
            let fault = faults.iter().find(|fault| fault.rule.code == "E016").expect("E016");
            let help = fault.help.clone().unwrap_or_default();
            assert_eq!(help == format!("did you mean '{known}'?"), meant, "{wanted}: {help}");
        }
    }
}
