//! A table of figures as CSV (RFC 4180), for spreadsheets and scripts.

use super::columns::FIGURE_COLUMNS;
use super::extract::Extract;

/// What a spreadsheet takes for a formula at the start of a cell; some of them read the wide forms
/// of East Asian typing alike.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// A row for each figure, with the names of the columns above.
pub fn csv(extract: &Extract<'_>) -> String {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing into memory cannot fail.
    let _ = writer.write_record(FIGURE_COLUMNS.iter().map(|column| column.name));
    for row in extract.rows() {
        let cells = FIGURE_COLUMNS.iter().map(|column| {
            let cell = (column.cell)(&row);
            if column.is_number { cell } else { harmless(cell) }
        });
        let _ = writer.write_record(cells);
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// A text that no spreadsheet runs as a formula: an apostrophe stands in front of what would be one. Line
/// breaks become spaces, as many readers take a line for a row.
pub(super) fn harmless(text: String) -> String {
    let text = if text.contains(['\n', '\r']) {
        text.split(['\n', '\r']).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
    } else {
        text
    };
    if text.trim_start().starts_with(FORMULA) { format!("'{text}") } else { text }
}
