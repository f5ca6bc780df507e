//! The formats of `indicia export`. The help, the completions and the docs follow this table.

use crate::app::Model;
use crate::export::{
    Extract, bibtex, csl_json, csv, data_package, json, json_schema, latex, page, quarto,
};
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

    /// What writes a description of its columns, with the name of the file that has them; of a format
    /// that has one.
    pub fn metadata(&self) -> Option<fn(&Extract<'_>, &str) -> String> {
        (*self == CSV).then_some(data_package)
    }

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
pub const EXPORT_FORMATS: &[ExportFormat] = &[
    CSV,
    HTML,
    SVG,
    ExportFormat {
        name: "json",
        about: "everything, for programs",
        write: |_, extract| json(extract),
    },
    ExportFormat {
        name: "json-schema",
        about: "what 'json' looks like, as a JSON Schema",
        write: |_, _| json_schema(),
    },
    ExportFormat {
        name: "md",
        about: "a page of Markdown: figures in words, notes, sources",
        write: |_, extract| page(extract),
    },
    ExportFormat {
        name: "quarto",
        about: "variables for Quarto (_variables.yml), in words",
        write: |_, extract| quarto(extract),
    },
    ExportFormat {
        name: "latex",
        about: "commands for LaTeX, in words",
        write: |_, extract| latex(extract),
    },
    ExportFormat {
        name: "bibtex",
        about: "the sources and figures for BibTeX and biblatex",
        write: |_, extract| bibtex(extract),
    },
    ExportFormat {
        name: "csl-json",
        about: "the sources for Pandoc, Quarto and Zotero",
        write: |_, extract| csl_json(extract),
    },
];
