//! What the dashboard has to tell of the file and of what was done: a line or two above the line
//! of keys, and the marks on rows that changed.

use std::collections::{HashMap, HashSet};

use crate::diff::{Change, ChangeClass};
use crate::report::{ItemId, ItemIx, Report, Text};

/// How a line of news is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// What was done, or what the file says now.
    Plain,
    /// Something did not work, or claims more than before.
    Trouble,
    /// What is shown is not what the file says.
    Stale,
}

/// A short text in two lengths: the second is shown where the first has no room.
///
/// The short one has no figure in it: cut, a figure could lose its hedge or its last digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// All of it.
    pub long: String,
    /// The least that has to be said.
    pub short: String,
}

impl Notice {
    pub(crate) fn new(long: impl Into<String>, short: impl Into<String>) -> Self {
        Self { long: long.into(), short: short.into() }
    }
}

impl<T: AsRef<str>> From<T> for Notice {
    fn from(text: T) -> Self {
        Self::new(text.as_ref(), text.as_ref())
    }
}

/// A line of news.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewsLine {
    /// How it is meant.
    pub tone: Tone,
    /// What it says.
    pub notice: Notice,
}

/// What is new since the last change of the file.
#[derive(Clone, Debug, Default)]
pub struct News {
    /// What the last change of the file was, the gravest first.
    pub changes: Vec<Change>,
    /// The line that says so, or what was done last.
    line: Option<NewsLine>,
    /// What did not work, until the next key.
    trouble: Option<NewsLine>,
    /// Whether the line is about the file being whole again.
    is_relief: bool,
    /// The rows that it marks.
    marked: HashSet<ItemIx>,
}

impl News {
    /// What was done.
    pub(crate) fn say(&mut self, notice: Notice) {
        self.line = Some(NewsLine { tone: Tone::Plain, notice });
        self.is_relief = false;
    }

    /// That the file can be read again; nothing of what did not work before is true any more.
    pub(crate) fn relieve(&mut self, notice: Notice) {
        self.say(notice);
        self.is_relief = true;
        self.trouble = None;
    }

    /// The file is broken or gone: nobody is to read beside it that all is well.
    pub(crate) fn worry(&mut self) {
        self.line = self.line.take().filter(|_| !self.is_relief);
    }

    /// What did not work: said beside everything else, until the next key.
    pub(crate) fn trouble(&mut self, notice: Notice) {
        self.trouble = Some(NewsLine { tone: Tone::Trouble, notice });
    }

    /// A key was pressed: what did not work before has been read.
    pub(crate) fn pressed(&mut self) {
        self.trouble = None;
    }

    /// Forgets what was said, and the marks.
    pub(crate) fn clear(&mut self) {
        self.line = None;
        self.marked = HashSet::new();
    }

    /// What did not work, and what was done last.
    pub(crate) fn lines(&self) -> impl Iterator<Item = &NewsLine> {
        [&self.trouble, &self.line].into_iter().flatten()
    }

    /// Whether there is anything to clear.
    pub fn is_empty(&self) -> bool {
        self.line.is_none() && self.marked.is_empty()
    }

    /// Takes in what a change of the file changed; `ahead` is what else there is to say of it,
    /// such as that it was an undo, and `shows` the key that lists all changes. A change without a
    /// meaning, as of a comment, is no news.
    pub(crate) fn changed(&mut self, changes: Vec<Change>, ahead: &[String], shows: &str) {
        if changes.is_empty() {
            return;
        }
        let lost = changes.iter().any(|c| c.class == ChangeClass::HedgeLost);
        let tone = if lost { Tone::Trouble } else { Tone::Plain };
        self.line = Some(NewsLine { tone, notice: notice(&changes, ahead, shows) });
        self.is_relief = false;
        self.changes = changes;
    }

    /// Marks the rows of what has changed, and no others; where nothing has, the same rows as
    /// before, wherever they stand by now.
    pub(crate) fn mark(&mut self, changes: &[Change], old: &Report, report: &Report) {
        if changes.is_empty() && self.marked.is_empty() {
            return;
        }
        let indicators = report.indexed().map(|(ix, i)| (&i.id, ItemIx::Indicator(ix)));
        let indicators: HashMap<&Text, ItemIx> = indicators.collect();
        let events = report.indexed_events().map(|(ix, event)| (&event.id, ItemIx::Event(ix)));
        let events: HashMap<&Text, ItemIx> = events.collect();
        let find = |id: &ItemId| match id {
            ItemId::Indicator(id) => indicators.get(id).copied(),
            ItemId::Event(id) => events.get(id).copied(),
            ItemId::Report | ItemId::Group(_) | ItemId::Source(_) => None,
        };
        let marked = std::mem::take(&mut self.marked);
        self.marked = if changes.is_empty() {
            marked.into_iter().filter_map(|item| find(&item.id(old)?)).collect()
        } else {
            changes.iter().filter_map(|change| find(&change.item)).collect()
        };
    }

    /// Whether an item has changed.
    pub fn has(&self, item: impl Into<ItemIx>) -> bool {
        self.marked.contains(&item.into())
    }

    /// Whether any indicator has changed.
    pub fn has_indicators(&self) -> bool {
        self.marked.iter().any(|item| item.event().is_none())
    }
}

/// More changes than these are not told in one line.
const IN_A_LINE: usize = 4;

/// Changes in a line, behind what else there is to say. `shows` is the key that lists them; empty
/// where there is none.
///
/// The short text leaves out the figures, but never that a hedge was lost. What else there is to say
/// has no other place, so it stands in both, unless a hedge was lost: that matters more.
fn notice(changes: &[Change], ahead: &[String], shows: &str) -> Notice {
    let after = |text: String| {
        let all: Vec<&str> = ahead.iter().map(String::as_str).chain([&*text]).collect();
        all.join(" · ")
    };
    let with = |is: &str, before: &str, does: &str| match shows {
        "" => is.to_owned(),
        key => format!("{is}{before}{key}{does}"),
    };
    let lost = changes.iter().any(|change| change.class == ChangeClass::HedgeLost);
    let words = |change: &Change| change.words.clone();
    let long = if changes.len() <= IN_A_LINE {
        changes.iter().map(words).collect::<Vec<_>>().join("; ")
    } else {
        let first = changes.first().map(words).unwrap_or_default();
        with(&format!("{first} and {} more", changes.len() - 1), ": ", " shows all")
    };
    let first = changes.first().map_or("", |change| &change.short);
    let name = match changes.len() {
        1 => with(first, " · ", ""),
        n => with(&format!("{first} and {} more", n - 1), " · ", ""),
    };
    let short = if lost || ahead.is_empty() { name } else { ahead.join(" · ") };
    Notice::new(after(long), short)
}
