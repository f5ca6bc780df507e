//! News about the file and about what was done: a line or two above the line of keys, and the marks
//! on rows that changed.

use std::collections::{HashMap, HashSet};

use crate::diff::{Change, Matching};
use crate::report::{ItemId, ItemIx, Report};

/// The severity of a line of news.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something was done, or the file has changed.
    Plain,
    /// Something did not work, or the file claims more than before.
    Trouble,
    /// What is shown is not what the file says.
    Stale,
}

/// A short text in two lengths: the second is shown where the first does not fit.
///
/// The short one has no figures, as a figure that is cut could lose its hedge or its last digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// All of it.
    pub long: String,
    /// The most important part of it.
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
    /// Its text.
    pub notice: Notice,
}

/// What is new since the last change of the file.
#[derive(Clone, Debug, Default)]
pub struct News {
    /// The last changes of the file, the gravest first.
    pub changes: Vec<Change>,
    /// The line about the last changes, or about what was done last.
    line: Option<NewsLine>,
    /// The line about what did not work; the next key clears it.
    trouble: Option<NewsLine>,
    /// Whether `line` says that the file can be read again.
    is_recovery: bool,
    /// The items whose rows are marked.
    marked: HashSet<ItemIx>,
}

impl News {
    /// Says what was done.
    pub(crate) fn say(&mut self, notice: Notice) {
        self.line = Some(NewsLine { tone: Tone::Plain, notice });
        self.is_recovery = false;
    }

    /// Says that the file can be read again, and clears what did not work before, as that is no
    /// longer true.
    pub(crate) fn say_recovered(&mut self, notice: Notice) {
        self.say(notice);
        self.is_recovery = true;
        self.trouble = None;
    }

    /// Clears a line that says that the file can be read again, as the file is broken or missing.
    pub(crate) fn forget_recovery(&mut self) {
        self.line = self.line.take().filter(|_| !self.is_recovery);
    }

    /// Says what did not work, in a line of its own, until the next key.
    pub(crate) fn trouble(&mut self, notice: Notice) {
        self.trouble = Some(NewsLine { tone: Tone::Trouble, notice });
    }

    /// Says that something failed after all. If what was said of it is still there, this replaces it,
    /// and a key does not clear it: the failure may come while the user is typing.
    pub(crate) fn failed(&mut self, said: &Notice, notice: Notice) {
        match &mut self.line {
            Some(line) if line.notice == *said => {
                *line = NewsLine { tone: Tone::Trouble, notice };
            }
            _ => self.trouble(notice),
        }
    }

    /// Clears what did not work, as a key was pressed.
    pub(crate) fn pressed(&mut self) {
        self.trouble = None;
    }

    /// Clears the line and the marks.
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

    /// Says what changed in the file. `ahead` goes before it, such as that it was an undo, and `shows`
    /// is the key that lists all changes. Without changes, as after an edit of a comment, nothing is
    /// said.
    pub(crate) fn changed(&mut self, changes: Vec<Change>, ahead: &[String], shows: &str) {
        if changes.is_empty() {
            return;
        }
        let is_loss = changes.iter().any(|c| c.class.is_loss());
        let tone = if is_loss { Tone::Trouble } else { Tone::Plain };
        let notice = notice(&changes, is_loss, ahead, shows);
        self.line = Some(NewsLine { tone, notice });
        self.is_recovery = false;
        self.changes = changes;
    }

    /// Marks the rows that changed, and no others. Without changes the same items stay marked, at
    /// their positions in the new reading.
    pub(crate) fn mark(&mut self, changes: &[Change], matching: &Matching, report: &Report) {
        if changes.is_empty() {
            let marked = std::mem::take(&mut self.marked);
            self.marked = marked.into_iter().filter_map(|item| matching.item(item)).collect();
            return;
        }
        let indicators = report.indexed().map(|(ix, _)| ItemIx::Indicator(ix));
        let items = indicators.chain(report.indexed_events().map(|(ix, _)| ItemIx::Event(ix)));
        let items: HashMap<ItemId, ItemIx> =
            items.filter_map(|item| Some((item.id(report)?, item))).collect();
        self.marked =
            changes.iter().filter_map(|change| items.get(&change.item).copied()).collect();
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

/// The most changes that a line lists.
const IN_A_LINE: usize = 4;

/// The changes in a line, after `ahead`. `shows` is the key that lists them; empty if there is none.
///
/// The short text leaves out the figures, but never that a hedge was lost. `ahead` is shown nowhere
/// else, so the short text is `ahead` alone, unless a hedge was lost, which matters more.
fn notice(changes: &[Change], is_loss: bool, ahead: &[String], shows: &str) -> Notice {
    let all = |text: fn(&Change) -> &str, before: &str, does: &str| {
        let first = changes.first().map_or("", text);
        let more = match changes.len() {
            1 => String::new(),
            n => format!(" and {} more", n - 1),
        };
        let key = if shows.is_empty() { shows } else { &format!("{before}{shows}{does}") };
        format!("{first}{more}{key}")
    };
    let long = if changes.len() <= IN_A_LINE {
        changes.iter().map(|change| change.words.as_str()).collect::<Vec<_>>().join("; ")
    } else {
        all(|change| &change.words, ": ", " shows all")
    };
    let short = match ahead {
        [_, ..] if !is_loss => ahead.join(" · "),
        _ => all(|change| &change.short, " · ", ""),
    };
    Notice::new([ahead, &[long]].concat().join(" · "), short)
}
