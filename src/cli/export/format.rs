//! The formats of `indicia export`. The help, the completions and the docs follow this table.

use crate::app::Model;
use crate::export::{Extract, csv};
use crate::ui::{html, svg};

/// A format to export to.
#[derive(Debug)]
pub struct ExportFormat {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it is, in a few words.
    pub about: &'static str,
    /// Writes a report in it. What is drawn needs the model.
    pub write: fn(&Model, &Extract<'_>) -> String,
}

impl ExportFormat {
    /// The first of the table.
    pub const FIRST: &'static Self = &CSV;

    /// Finds a format by its name.
    pub fn find(name: &str) -> Option<&'static Self> {
        EXPORT_FORMATS.iter().find(|format| format.name == name)
    }
}

impl PartialEq for ExportFormat {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for ExportFormat {}

const CSV: ExportFormat = ExportFormat {
    name: "csv",
    about: "a table for spreadsheets, one row for each figure",
    write: |_, extract| csv(extract),
};

const HTML: ExportFormat = ExportFormat {
    name: "html",
    about: "a page to publish, in one file, without scripts",
    write: html,
};

const SVG: ExportFormat = ExportFormat {
    name: "svg",
    about: "a picture of the bars, and for a single ID of its chart",
    write: svg,
};

/// The formats.
pub const EXPORT_FORMATS: &[ExportFormat] = &[CSV, HTML, SVG];
