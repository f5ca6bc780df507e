//! References to what is not in the file.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use super::id::{is_address, slug, source_key};
use super::{Lowering, Names};
use crate::diagnostic::{nearest, quoted, rules};
use crate::load::reader::Row;
use crate::report::{GroupIx, IndicatorIx, Source, SourceIx, Text};
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
const COMPARISONS: usize = 1_000_000;

/// More names than this without a likely meaning are reported together: then a part of the file is
/// missing.
const APART: usize = 3;

/// The most names in one message.
const LISTED: usize = 12;

/// References to what was not found, until the whole text has been read.
#[derive(Debug, Default)]
pub(super) struct Dangling<'i> {
    /// Whether the text ends in the middle of an item, so that anything may be missing.
    pub(super) is_cut: bool,
    /// The items that were left out, by kind and name; an empty word stands for any.
    left_out: HashSet<(String, String)>,
    /// The sources that stand for those that were not found, by key.
    stand_ins: HashMap<Cow<'i, str>, SourceIx>,
    /// By kind and name.
    found: BTreeMap<(&'static str, Cow<'i, str>), Place>,
}

/// Where something is named first, and how often.
#[derive(Debug)]
struct Place {
    at: Range<usize>,
    count: usize,
}

impl<'i> Dangling<'i> {
    /// Remembers an item that is in the file and was left out; its own fault has been reported.
    pub(super) fn leave_out(&mut self, kind: &str, name: &str) {
        self.left_out.insert((kind.to_owned(), name.to_owned()));
    }

    /// What a reference refers to.
    pub(super) fn find<Ix: Copy>(
        &mut self,
        kind: &'static str,
        names: &Names<'i, Ix>,
        name: Cow<'i, str>,
        at: Range<usize>,
    ) -> Option<Ix> {
        if let Some((ix, _)) = names.get(&*name) {
            return Some(*ix);
        }
        self.found.entry((kind, name)).or_insert(Place { at, count: 0 }).count += 1;
        None
    }

    /// Whether the fault behind a reference has been reported.
    fn is_reported(&self, kind: &str, name: &str) -> bool {
        let has = |kind: &str, name: &str| self.left_out.contains(&(kind.into(), name.into()));
        self.is_cut || has("", "") || has(kind, "") || has(kind, name)
    }
}

impl<'i> Lowering<'i, '_> {
    /// The group that a row names.
    pub(super) fn group(&mut self, row: &mut Row<'i>) -> Option<GroupIx> {
        let id = row.raw(Key::Group, self.faults)?;
        let ix = self.dangling.find("group", &self.groups, id, row.at(Key::Group))?;
        self.lint.unused.group_used(ix);
        Some(ix)
    }

    /// The source that a row cites. One that the file does not describe gets a stand-in, so that
    /// no figure that names a source is said to have none.
    pub(super) fn source(&mut self, row: &mut Row<'i>) -> Option<SourceIx> {
        let (key, at) = (row.raw(Key::Source, self.faults)?, row.at(Key::Source));
        let found = self.dangling.find("source", &self.sources, key.clone(), at.clone());
        let Some(ix) = found else { return self.stand_in(key, at) };
        self.lint.unused.source_used(ix);
        Some(ix)
    }

    fn stand_in(&mut self, key: Cow<'i, str>, at: Range<usize>) -> Option<SourceIx> {
        if let Some(ix) = self.dangling.stand_ins.get(&key) {
            return Some(*ix);
        }
        // What is only checked is not shown.
        let len = self.report.sources.len();
        let ix = self.keeps.then(|| u32::try_from(len).ok()).flatten().map(SourceIx)?;
        let source = Source { key: Text::new(&key), is_missing: true, ..Source::default() };
        self.report.sources.push(source);
        self.lint.unused.sources.push((at, true));
        self.dangling.stand_ins.insert(key, ix);
        Some(ix)
    }

    /// The indicator of an id.
    pub(super) fn indicator_of(
        &mut self,
        id: Cow<'i, str>,
        at: Range<usize>,
    ) -> Option<IndicatorIx> {
        self.dangling.find("indicator", &self.indicators, id, at)
    }
}

impl Lowering<'_, '_> {
    /// Reports what is named and not in the file, once for each name.
    pub(super) fn report_dangling(&mut self) {
        for (key, ix) in std::mem::take(&mut self.dangling.stand_ins) {
            let is_reported = self.dangling.is_reported(Key::Source.word(), &key);
            let why = if is_reported { "left out because of a fault" } else { "not in the file" };
            if let Some(source) = self.report.sources.get_mut(ix.0 as usize) {
                source.title = Text::new(&format!("'{key}', which is {why}"));
            }
        }
        let mut budget = COMPARISONS;
        let mut unlike = BTreeMap::<_, Vec<_>>::new();
        for ((kind, name), place) in std::mem::take(&mut self.dangling.found) {
            if self.dangling.is_reported(kind, &name) {
                continue;
            }
            let near = match kind {
                "source" => nearest_name(&self.sources, &name, &mut budget),
                "group" => nearest_name(&self.groups, &name, &mut budget),
                _ => nearest_name(&self.indicators, &name, &mut budget),
            };
            match near {
                Some(near) => self.dangling(kind, &name, place, format!("did you mean '{near}'?")),
                None => unlike.entry(kind).or_default().push((name, place)),
            }
        }
        for (kind, mut names) in unlike {
            if names.len() > APART {
                names.sort_by_key(|(_, place)| place.at.start);
                self.all_dangling(kind, &names);
                continue;
            }
            for (name, place) in names {
                self.dangling(kind, &name, place, add(kind, &name));
            }
        }
    }

    fn dangling(&mut self, kind: &str, name: &str, Place { at, count }: Place, help: String) {
        let many = if count > 1 { format!(", which {count} places name") } else { String::new() };
        let message = format!("there is no {kind} {}{many}", quoted(name));
        self.faults.add(&DANGLING, at, message).help(help);
    }

    /// Reports names of one kind together.
    fn all_dangling(&mut self, kind: &str, names: &[(Cow<'_, str>, Place)]) {
        let Some((first, place)) = names.first() else { return };
        let shown: Vec<String> = names.iter().take(LISTED).map(|(name, _)| quoted(name)).collect();
        let more = match names.len() - shown.len() {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let shown = shown.join(", ");
        let message = format!("there are no {kind}s {shown}{more}, which this file names");
        let help = format!("{}, and the like; or restore what is missing", add(kind, first));
        self.faults.add(&DANGLING, place.at.clone(), message).help(help);
    }
}

/// What to add for a reference.
fn add(kind: &str, name: &str) -> String {
    match kind {
        _ if name.trim().is_empty() => "write a name of this file, or leave it out".to_owned(),
        "source" if is_address(name) => {
            "give the key of a source, and this address as its 'url'".to_owned()
        }
        "source" => {
            let key = source_key(name);
            let rename =
                if key == name { String::new() } else { format!("write source = \"{key}\", and ") };
            format!("{rename}add a heading [source.{key}]")
        }
        "group" => "add a [[group]] with this id".to_owned(),
        _ => "give the id of an [[indicator]] of this file".to_owned(),
    }
}

fn nearest_name<Ix>(names: &Names<'_, Ix>, wanted: &str, budget: &mut usize) -> Option<String> {
    *budget = budget.checked_sub(names.len())?;
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
    fn a_source_that_is_not_there_is_added_under_a_key_that_it_can_have() {
        for (wanted, said) in [
            ("WB", "add a heading [source.WB]"),
            ("World Bank", "write source = \"world-bank\", and add a heading [source.world-bank]"),
            ("", "write a name of this file, or leave it out"),
            ("долг", "write source = \"KEY\", and add a heading [source.KEY]"),
            ("https://x.org/a", "give the key of a source, and this address as its 'url'"),
        ] {
            assert_eq!(super::add("source", wanted), said, "{wanted}");
        }
    }

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
