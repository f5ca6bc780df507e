//! What is said of a text with faults, because a part of it is not shown.

use super::{Document, Origin};
use crate::report::counted;

/// The kinds of items besides indicators, with their names for several.
const KINDS: [(&str, &str); 6] = [
    ("series", "series"),
    ("rival", "rivals"),
    ("point", "points"),
    ("event", "events"),
    ("source", "sources"),
    ("group", "groups"),
];

impl Document {
    /// What is left out of a text with faults, how many faults it has, and what names them.
    pub fn left_out(&self) -> Option<String> {
        let words = self.left_out_for_readers()?;
        Some(format!("{words}: {}", self.names(self.faults)))
    }

    /// The same without what names the faults: readers of an export do not have the file, and need not
    /// know where it lies.
    pub fn left_out_for_readers(&self) -> Option<String> {
        if self.faults == 0 {
            return None;
        }
        let faults = counted(self.faults, "fault");
        let file = match self.origin {
            Origin::File(_) => "the file",
            Origin::StandardInput | Origin::BuiltIn => self.origin.name(),
        };
        Some(format!("left out: {} ({file} has {faults})", self.parts().join(", ")))
    }

    /// That an indicator or an event is left out and why, if it is in the text.
    pub fn why_left_out(&self, id: &str) -> Option<String> {
        let is_shown = |kind| matches!(kind, "indicator" | "event");
        let item = self.left_out.iter().find(|item| item.name == id && is_shown(item.kind))?;
        let line = if item.line == 0 { String::new() } else { format!(" on line {}", item.line) };
        Some(format!("'{id}' is left out because of a fault{line}: {}", self.names(1)))
    }

    /// The command that names faults.
    fn names(&self, faults: usize) -> String {
        let them = if faults == 1 { "it" } else { "them" };
        format!("'indicia check {}' names {them}", self.origin.argument())
    }

    /// What is left out, by kind. What stands below a heading that cannot be read is not counted.
    fn parts(&self) -> Vec<String> {
        let count = |kind| self.left_out.iter().filter(|item| item.kind == kind).count();
        let shown = self.report.indicators.len();
        let indicators = match self.stated {
            Some(stated) if stated > shown => {
                Some(format!("{} of {}", stated - shown, counted(stated, "figure")))
            }
            Some(_) => None,
            None => Some(count("indicator")).filter(|n| *n > 0).map(|n| counted(n, "figure")),
        };
        let others = KINDS.iter().filter_map(|&(one, several)| match count(one) {
            0 => None,
            1 => Some(format!("1 {one}")),
            many => Some(format!("{many} {several}")),
        });
        let mut parts: Vec<String> = indicators.into_iter().chain(others).collect();
        match (parts.is_empty(), self.stated) {
            (true, _) => parts.push("a part of it".to_owned()),
            (false, None) => parts.push("perhaps more".to_owned()),
            (false, Some(_)) => {}
        }
        parts
    }
}
