//! What the dashboard has to tell of the file and of what was done: a line or two above the line
//! of keys, and the marks on rows that changed.

use std::collections::{HashMap, HashSet};

use crate::app::Model;
use crate::app::document::Standing;
use crate::app::keys::{Action, told};
use crate::diagnostic::Severity;
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

/// A line of news.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewsLine {
    /// How it is meant.
    pub tone: Tone,
    /// What it says, from the longest form to the shortest. A form is shown whole or not at all:
    /// cut, a figure could lose its hedge or its last digits.
    pub forms: Vec<String>,
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
    pub(in crate::app) fn say(&mut self, forms: Vec<String>) {
        self.line = Some(NewsLine { tone: Tone::Plain, forms });
        self.is_relief = false;
    }

    /// That the file can be read again; nothing of what did not work before is true any more.
    pub(in crate::app) fn relieve(&mut self, forms: Vec<String>) {
        self.say(forms);
        self.is_relief = true;
        self.trouble = None;
    }

    /// The file is broken or gone: nobody is to read beside it that all is well.
    pub(in crate::app) fn worry(&mut self) {
        self.line = self.line.take().filter(|_| !self.is_relief);
    }

    /// What did not work: said beside everything else, until the next key.
    pub(in crate::app) fn trouble(&mut self, forms: Vec<String>) {
        self.trouble = Some(NewsLine { tone: Tone::Trouble, forms });
    }

    /// A key was pressed: what did not work before has been read.
    pub(in crate::app) fn pressed(&mut self) {
        self.trouble = None;
    }

    /// Forgets what was said, and the marks.
    pub(in crate::app) fn clear(&mut self) {
        self.line = None;
        self.marked = HashSet::new();
    }

    /// Whether there is anything to clear.
    pub fn is_empty(&self) -> bool {
        self.line.is_none() && self.marked.is_empty()
    }

    /// Takes in what a change of the file changed; `ahead` is what else there is to say of it,
    /// such as that it was an undo, and `shows` the key that lists all changes. A change without a
    /// meaning, as of a comment, is no news.
    pub(in crate::app) fn changed(&mut self, changes: Vec<Change>, ahead: &[String], shows: &str) {
        if changes.is_empty() {
            return;
        }
        let lost = changes.iter().any(|c| c.class == ChangeClass::HedgeLost);
        let tone = if lost { Tone::Trouble } else { Tone::Plain };
        self.line = Some(NewsLine { tone, forms: forms(&changes, ahead, shows) });
        self.is_relief = false;
        self.changes = changes;
    }

    /// Marks the rows of what has changed, and no others; where nothing has, the same rows as
    /// before, wherever they stand by now.
    pub(in crate::app) fn mark(&mut self, changes: &[Change], old: &Report, report: &Report) {
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

/// Changes in a line, from the longest form to the shortest; there is one at least. `shows` is
/// the key that lists them, if there is one.
fn forms(changes: &[Change], ahead: &[String], shows: &str) -> Vec<String> {
    let after = |text: String| {
        let all: Vec<&str> = ahead.iter().map(String::as_str).chain([&*text]).collect();
        all.join(" · ")
    };
    let with = |is: &str, before: &str, does: &str| match shows {
        "" => is.to_owned(),
        key => format!("{is}{before}{key}{does}"),
    };
    let lost = changes.iter().any(|change| change.class == ChangeClass::HedgeLost);
    let mut forms = Vec::new();
    if changes.len() <= IN_A_LINE {
        let all: Vec<&str> = changes.iter().map(|change| &*change.words).collect();
        forms.push(after(all.join("; ")));
    }
    if let [first, rest @ ..] = changes
        && !rest.is_empty()
    {
        let more = format!("{} and {} more", first.words, rest.len());
        forms.push(after(with(&more, ": ", " shows all")));
    }
    if let Some(first) = changes.first() {
        // Without its figures, but never without the word that matters.
        let name = match changes.len() {
            1 => with(&first.short, " · ", ""),
            n => with(&format!("{} and {} more", first.short, n - 1), " · ", ""),
        };
        forms.push(after(name.clone()));
        // Where there is no room for both, what else there is to say has no other place, and where
        // somebody was taken to comes before that their edit was saved. Only a lost hedge matters
        // more.
        if lost {
            forms.push(name.clone());
        }
        forms.extend((ahead.len() > 1).then(|| ahead.join(" · ")));
        forms.extend(ahead.iter().rev().cloned());
        forms.push(name);
    }
    forms.push(match changes.len() {
        _ if lost => with("a hedge lost", " · ", ""),
        1 => with("1 change", ": ", " shows it"),
        n => with(&format!("{n} changes"), ": ", " shows them"),
    });
    forms
}

impl Model {
    /// The lines of news, the one that matters most first.
    pub fn news_lines(&self) -> Vec<NewsLine> {
        let news = [&self.news.trouble, &self.news.line].into_iter().flatten().cloned();
        self.stale().into_iter().chain(news).collect()
    }

    /// How many lines of news there are.
    pub(in crate::app) fn news_count(&self) -> usize {
        let stale = self.standing.since().is_some() || self.faults > 0;
        let news = [&self.news.trouble, &self.news.line];
        usize::from(stale) + news.iter().filter(|line| line.is_some()).count()
    }

    /// That what is shown is not what the file says.
    fn stale(&self) -> Option<NewsLine> {
        let broken = self.standing.since().unwrap_or(self.read_at);
        let since = broken.words(self.read_at);
        let shown = self.read_at.words(broken);
        let key = |action, does: &str| self.with_key(action, |key| format!("{key} {does}"));
        let both = [key(Action::Diagnostics, "shows"), key(Action::OpenEditor, "mends")];
        let mends = |is: &str| told(is, " · ", &both, ", ");
        let with = |is: &str, action, does| told(is, " · ", &[key(action, does)], "");
        let forms = match &self.standing {
            Standing::Current if self.faults > 0 => {
                let faults = faults(self.faults);
                vec![
                    mends(&format!("{faults} in the file: something is left out")),
                    mends(&format!("{faults} in the file")),
                    with(&faults, Action::Diagnostics, "which"),
                ]
            }
            Standing::Current => return None,
            Standing::Broken { diagnostics, .. } => {
                let errors = diagnostics.iter().filter(|d| d.rule.severity == Severity::Error);
                let faults = faults(errors.count());
                let file = format!("file broken since {since}, shown as of {shown}");
                vec![
                    mends(&format!(
                        "NOT WHAT THE FILE SAYS: broken since {since} ({faults}); shown as read \
                         at {shown}"
                    )),
                    mends(&file),
                    with(&file, Action::Diagnostics, "why"),
                    with(&format!("broken since {since}"), Action::Diagnostics, "why"),
                ]
            }
            Standing::Lost { why, .. } if self.text.is_empty() => {
                vec![format!("{why} (waited for)"), "the file cannot be read yet".to_owned()]
            }
            Standing::Lost { gone: true, .. } => {
                let long = format!(
                    "NOT WHAT THE FILE SAYS: it is gone since {since}; shown as read at {shown}"
                );
                let file = format!("file gone since {since}, shown as of {shown}");
                let writes = |is| with(is, Action::OpenEditor, "writes it back");
                vec![writes(&long), writes(&file), file.clone()]
            }
            Standing::Lost { why, .. } => vec![
                format!("NOT WHAT THE FILE SAYS: {why} (since {since}); shown as read at {shown}"),
                format!("file unreadable since {since}, shown as of {shown}"),
            ],
        };
        Some(NewsLine { tone: Tone::Stale, forms })
    }
}

fn faults(count: usize) -> String {
    match count {
        1 => "1 fault".to_owned(),
        n => format!("{n} faults"),
    }
}
