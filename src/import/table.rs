//! A CSV file as rows of cells, each with its line.

use super::problem::Problem;

/// A row with its line in the file, counted from 1.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    pub(super) line: u64,
    pub(super) cells: Vec<String>,
}

impl Row {
    /// A cell without the space around it; empty where the row is too short.
    pub(super) fn cell(&self, at: usize) -> &str {
        self.cells.get(at).map_or("", |cell| cell.trim())
    }

    /// Whether nothing stands in it.
    fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// Reads CSV with commas, semicolons or tabs between its cells, whichever the file has most of in its first
/// lines. Empty rows are left out.
pub(super) fn rows(text: &str) -> Result<Vec<Row>, Problem> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let head: String = text.lines().take(20).collect();
    let count = |delimiter: &u8| head.bytes().filter(|byte| byte == delimiter).count();
    let delimiter = [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| {
            let line = error.position().map(csv::Position::line);
            Problem { line, ..Problem::new("this is no CSV", "save it as CSV in UTF-8") }
        })?;
        let line = record.position().map_or(0, csv::Position::line);
        let row = Row { line, cells: record.iter().map(str::to_owned).collect() };
        if !row.is_empty() {
            rows.push(row);
        }
    }
    if delimiter == b';' {
        with_points(&mut rows)?;
    }
    Ok(rows)
}

/// Writes decimal commas as points, as numbers have them where semicolons stand between cells. What may be a
/// thousand times as much stops: "1,234", and "1.234" beside "7,5".
fn with_points(rows: &mut [Row]) -> Result<(), Problem> {
    let has_commas = rows.iter().flat_map(|row| &row.cells).any(|cell| decimals(cell, ',') > 0);
    for row in rows {
        for cell in &mut row.cells {
            if decimals(cell, ',') == 3 || (has_commas && decimals(cell, '.') > 0) {
                let message = format!("'{}' may be a whole number or a decimal one", cell.trim());
                let help = "write the numbers of the file with decimal points, and without signs \
                            between thousands";
                return Err(Problem::at(row.line, message, help));
            }
            if decimals(cell, ',') > 0 {
                *cell = cell.replace(',', ".");
            }
        }
    }
    Ok(())
}

/// How many digits a number has behind a sign; 0 for what is no such number.
fn decimals(cell: &str, sign: char) -> usize {
    let number = cell.trim().trim_start_matches(['<', '>', '=', '≤', '≥', '~', '-', ' ']);
    let are_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let parts = number.split_once(sign).filter(|(a, b)| are_digits(a) && are_digits(b));
    parts.map_or(0, |(_, decimals)| decimals.len())
}

/// A heading as it is compared: letters and digits in lower case, without a name after a colon.
pub(super) fn plain(head: &str) -> String {
    let id = head.split(": ").next().unwrap_or(head);
    id.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
