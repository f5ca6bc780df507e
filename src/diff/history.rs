//! One figure through the versions of its file.

use std::collections::HashMap;
use std::rc::Rc;

use super::matching::{Match, matches};
use super::observation::place;
use super::{Change, ChangeClass, Changes};
use crate::report::{Indicator, IndicatorIx, ItemId, Report, Text};

/// A version of the file as far as it can be read.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The sound items.
    pub report: Report,
    /// The ids of the figures that have a fault.
    pub left_out: Vec<String>,
    /// Whether figures may be missing whose ids cannot be read either.
    pub is_partial: bool,
}

/// A change of the file: the names of the contents before and after it. A merge has several before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// Before it; none where the file is new.
    pub before: Vec<String>,
    /// After it; `None` where the file is gone.
    pub after: Option<String>,
}

/// A step that changed the figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The position of the step.
    pub step: usize,
    /// What changed, the gravest first; `None` where the figure has a fault from there on.
    pub changes: Option<Vec<Change>>,
}

/// The steps, the newest first, that changed the figure of this id, which it has in the newest version
/// that has it. Other ids that it had are followed.
///
/// A merge counts where the figure differs from all that were merged. Where the figure has a fault, the
/// step after it is compared with the last one before.
///
/// # Errors
/// Those of `read`, which finds a content by its name.
pub fn history<E>(
    id: &str,
    steps: &[Step],
    read: &mut dyn FnMut(&str) -> Result<Rc<Reading>, E>,
) -> Result<Vec<Entry>, E> {
    let mut walk = Walk { id: Text::new(id), ids: HashMap::new(), waiting: HashMap::new() };
    let mut entries: Vec<Entry> = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        walk.step(at, step, read, &mut entries)?;
    }
    entries.sort_by_key(|entry| entry.step);
    Ok(entries)
}

/// A version after a step that is to be compared with one before it.
#[derive(Clone)]
struct Side {
    step: usize,
    reading: Rc<Reading>,
    id: Text,
}

struct Walk {
    /// The id in the oldest version that was compared.
    id: Text,
    /// The id in other versions, by the names of their contents.
    ids: HashMap<String, Text>,
    /// What is to be compared with a version before one that has a fault, by the content of that.
    waiting: HashMap<String, Vec<Side>>,
}

impl Walk {
    fn step<E>(
        &mut self,
        at: usize,
        step: &Step,
        read: &mut dyn FnMut(&str) -> Result<Rc<Reading>, E>,
        entries: &mut Vec<Entry>,
    ) -> Result<(), E> {
        let after = step.after.as_deref().unwrap_or_default();
        let id = self.ids.get(after).unwrap_or(&self.id).clone();
        let reading = match &step.after {
            Some(after) => read(after)?,
            None => Rc::default(),
        };
        let mut sides = self.waiting.remove(after).unwrap_or_default();
        if reading.has_fault(&id) {
            let before = match &*step.before {
                [only] => Some(read(only)?),
                _ => None,
            };
            // Only the first of several faulty versions is told.
            if before.is_none_or(|before| !before.has_fault(&id)) {
                entries.push(Entry { step: at, changes: None });
            }
        } else {
            sides.push(Side { step: at, reading, id });
        }
        for side in sides {
            let mut told = Vec::new();
            for content in &step.before {
                let before = read(content)?;
                if step.before.len() == 1 && side.is_hidden(&before) {
                    self.waiting.entry(content.clone()).or_default().push(side.clone());
                    continue;
                }
                told.push(self.compare(content, &before, &side));
            }
            if step.before.is_empty() {
                told.push(side.added());
            }
            // What one of the sides of a merge says already was told there.
            if told.iter().all(|changes| !changes.is_empty())
                && let Some(changes) = told.into_iter().next()
            {
                entries.push(Entry { step: side.step, changes: Some(changes) });
            }
        }
        Ok(())
    }

    fn compare(&mut self, content: &str, before: &Reading, side: &Side) -> Vec<Change> {
        let old = side.before(before);
        let new = side.find(old, before);
        let Some((old, figure)) = old.and_then(|ix| Some((ix, before.report.indicator(ix)?)))
        else {
            return side.added();
        };
        self.id = figure.id.clone();
        self.ids.insert(content.to_owned(), figure.id.clone());
        let Some(new) = new else { return vec![removed(figure)] };
        changes((&before.report, old), (&side.reading.report, new))
    }
}

impl Side {
    /// Whether the figure is in a version before, and cannot be read there.
    fn is_hidden(&self, before: &Reading) -> bool {
        self.before(before).is_none() && before.has_fault(&self.id)
    }

    /// The figure in the version after.
    fn figure(&self) -> Option<IndicatorIx> {
        self.reading.report.find(&self.id)
    }

    /// The figure in a version before. Where the later one has none of this id, it is the one of the id.
    fn before(&self, before: &Reading) -> Option<IndicatorIx> {
        let Some(new) = self.figure() else { return before.report.find(&self.id) };
        let is_it = |became: &Match| *became == Match::Same(new.get());
        let all = matches(&before.report.indicators, &self.reading.report.indicators);
        let at = all.iter().position(is_it)?;
        u32::try_from(at).ok().map(IndicatorIx)
    }

    /// The figure in the version after, which may have another id there than it had before.
    fn find(&self, before: Option<IndicatorIx>, old: &Reading) -> Option<IndicatorIx> {
        self.figure().or_else(|| {
            let all = matches(&old.report.indicators, &self.reading.report.indicators);
            let Match::Same(now) = all.get(before?.get())? else { return None };
            u32::try_from(*now).ok().map(IndicatorIx)
        })
    }

    /// That the figure is new, if it is there.
    fn added(&self) -> Vec<Change> {
        let report = &self.reading.report;
        let figure = self.figure().and_then(|ix| report.indicator(ix));
        let change = figure.map(|it| {
            let figure = &it.headline;
            let said = [figure.words(), figure.period_words(), place(report, figure)].join(", ");
            let words = format!("added: {} ({said})", it.id);
            let item = ItemId::Indicator(it.id.clone());
            Change::new(ChangeClass::Added, &item, words).between(None, said)
        });
        change.into_iter().collect()
    }
}

impl Reading {
    /// Whether a figure may be in the version, and cannot be read.
    fn has_fault(&self, id: &str) -> bool {
        let is_left_out = || self.is_partial || self.left_out.iter().any(|own| own == id);
        self.report.find(id).is_none() && is_left_out()
    }
}

fn removed(figure: &Indicator) -> Change {
    let said = figure.headline.words();
    let words = format!("removed: {} ({said})", figure.id);
    let item = ItemId::Indicator(figure.id.clone());
    Change::new(ChangeClass::Removed, &item, words).between(said, None)
}

/// The changes of one indicator, the gravest first.
fn changes(old: (&Report, IndicatorIx), new: (&Report, IndicatorIx)) -> Vec<Change> {
    let mut changes = Changes { old: old.0, new: new.0, list: Vec::new() };
    if let (Some(before), Some(after)) = (old.0.indicator(old.1), new.0.indicator(new.1)) {
        changes.renamed(before, after);
        changes.indicator(before, after);
    }
    changes.sorted()
}

#[cfg(test)]
mod tests;
