//! What the dashboard has to tell of the file and of what was done: a line or two above the line
//! of keys, and the marks on rows that changed.

use std::collections::HashSet;

use crate::app::{Model, Standing};
use crate::diff::{Change, ChangeClass, ItemId};
use crate::load::Severity;
use crate::report::{IndicatorIx, Report};

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
    indicators: HashSet<IndicatorIx>,
    events: HashSet<usize>,
}

impl News {
    /// What was done, or what did not work.
    pub(super) fn say(&mut self, tone: Tone, forms: Vec<String>) {
        self.line = Some(NewsLine { tone, forms });
    }

    /// Forgets what was said, and the marks.
    pub(super) fn clear(&mut self) {
        self.line = None;
        self.indicators = HashSet::new();
        self.events = HashSet::new();
    }

    /// Whether there is anything to clear.
    pub fn is_empty(&self) -> bool {
        self.line.is_none() && self.indicators.is_empty() && self.events.is_empty()
    }

    /// Takes in what a change of the file changed; `ahead` is what else there is to say of it,
    /// such as that it was an undo.
    pub(super) fn changed(&mut self, changes: Vec<Change>, report: &Report, ahead: &[String]) {
        self.indicators = HashSet::new();
        self.events = HashSet::new();
        for change in &changes {
            match &change.item {
                ItemId::Indicator(id) => self.indicators.extend(report.find(id)),
                ItemId::Event(id) => {
                    self.events.extend(report.events.iter().position(|event| event.id == *id));
                }
                ItemId::Report | ItemId::Group(_) | ItemId::Source(_) => {}
            }
        }
        let lost = changes.iter().any(|c| c.class == ChangeClass::HedgeLost);
        let forms = forms(&changes, ahead);
        let is_said = changes.is_empty() && !ahead.is_empty() && self.line.is_some();
        self.changes = changes;
        let tone = if lost { Tone::Trouble } else { Tone::Plain };
        // What was done has been said already, and there is no more to it.
        if !is_said {
            self.line = (!forms.is_empty()).then_some(NewsLine { tone, forms });
        }
    }

    /// Whether an indicator has changed.
    pub fn has_indicator(&self, ix: IndicatorIx) -> bool {
        self.indicators.contains(&ix)
    }

    /// Whether an event, by its position, has changed.
    pub fn has_event(&self, at: usize) -> bool {
        self.events.contains(&at)
    }

    /// Whether any indicator has changed.
    pub fn has_indicators(&self) -> bool {
        !self.indicators.is_empty()
    }
}

/// Changes in a line, from the longest form to the shortest.
fn forms(changes: &[Change], ahead: &[String]) -> Vec<String> {
    let before = |text: String| {
        let ahead: Vec<String> = ahead.to_vec();
        ahead.into_iter().chain((!text.is_empty()).then_some(text)).collect::<Vec<_>>().join(" · ")
    };
    let mut forms = match changes {
        [] if ahead.is_empty() => return Vec::new(),
        [] => vec![before(String::new())],
        [one] => vec![before(one.words.clone())],
        [first, rest @ ..] => {
            let all: Vec<&str> = changes.iter().map(|change| &*change.words).collect();
            let and_more = format!("{} and {} more: D shows all", first.words, rest.len());
            vec![before(all.join("; ")), before(and_more)]
        }
    };
    forms.push(match changes.len() {
        0 => before(String::new()),
        1 => before("1 change: D shows it".to_owned()),
        n => before(format!("{n} changes: D shows them")),
    });
    forms
}

impl Model {
    /// The lines of news, the one that matters most first.
    pub fn news_lines(&self) -> Vec<NewsLine> {
        self.stale().into_iter().chain(self.news.line.clone()).collect()
    }

    /// How many lines of news there are.
    pub(super) fn news_count(&self) -> usize {
        let stale = self.standing.since().is_some() || self.faults > 0;
        usize::from(stale) + usize::from(self.news.line.is_some())
    }

    /// That what is shown is not what the file says.
    fn stale(&self) -> Option<NewsLine> {
        let shown = self.read_at;
        let forms = match &self.standing {
            Standing::Current if self.faults > 0 => {
                let faults = faults(self.faults);
                vec![
                    format!("{faults} in the file: something is left out · w shows, e mends"),
                    format!("{faults} in the file · w shows, e mends"),
                    format!("{faults} · w which"),
                ]
            }
            Standing::Current => return None,
            Standing::Broken { since, diagnostics, .. } => {
                let errors = diagnostics.iter().filter(|d| d.rule.severity == Severity::Error);
                let faults = faults(errors.count());
                vec![
                    format!(
                        "NOT WHAT THE FILE SAYS: broken since {since} ({faults}); shown as read \
                         at {shown} · w shows, e mends"
                    ),
                    format!("file broken since {since}, shown as of {shown} · w shows, e mends"),
                    format!("file broken since {since}, shown as of {shown} · w why"),
                    format!("broken since {since} · w why"),
                ]
            }
            Standing::Lost { since, why, .. } if self.text.is_empty() => vec![
                format!("{why} (since {since}; waited for)"),
                format!("the file cannot be read since {since}"),
            ],
            Standing::Lost { since, gone: true, .. } => vec![
                format!(
                    "NOT WHAT THE FILE SAYS: it is gone since {since}; shown as read at {shown} · \
                     e writes it back"
                ),
                format!("file gone since {since}, shown as of {shown} · e writes it back"),
                format!("file gone since {since}, shown as of {shown}"),
            ],
            Standing::Lost { since, why, .. } => vec![
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
