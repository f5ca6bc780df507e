//! The formats of `indicia export`. The help, the completions and the docs follow this table.

use crate::export::{Extract, csv, sdmx_csv, sdmx_structure};

/// A format to export to.
#[derive(Debug)]
pub struct ExportFormat {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it is, in a few words.
    pub about: &'static str,
    /// Writes a report in it.
    pub write: fn(&Extract<'_>) -> String,
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
    write: csv,
};

/// The formats.
pub const EXPORT_FORMATS: &[ExportFormat] = &[
    CSV,
    ExportFormat {
        name: "sdmx-csv",
        about: "SDMX-CSV 2.0, for statistical systems",
        write: sdmx_csv,
    },
    ExportFormat {
        name: "sdmx-structure",
        about: "the structure that readers of sdmx-csv need, as SDMX-ML 3.0",
        write: sdmx_structure,
    },
];
