//! Tables with a row for each figure: SDMX-CSV, the CSV of Our World in Data, and plain ones.

use super::problem::Problem;
use super::record::{ROLES, Record, Records, Role};
use super::table::{Row, plain};

/// A column.
#[derive(Debug)]
enum Column {
    Known(Role),
    /// What the figure is about.
    Key(String),
    /// One of several columns of values.
    Value(String),
    /// The lower or the upper end of such a column.
    End(String, Role),
    Unread,
}

/// The figures of a table with a row for each.
pub(super) fn read(rows: &[Row]) -> Result<Records, Problem> {
    let Some((head, rows)) = rows.split_first() else {
        return Err(Problem::new("the file is empty", "name another file"));
    };
    let mut records = Records::default();
    let columns = columns(head, rows, &mut records)?;
    for row in rows {
        let mut keys = Vec::new();
        let mut cells = Vec::new();
        for (at, column) in columns.iter().enumerate() {
            let cell = unquoted(row.cell(at));
            match column {
                Column::Key(head) => keys.push((head.clone(), line_of_point(head, cell))),
                Column::Known(role) if !cell.is_empty() => cells.push((*role, cell.to_owned())),
                _ => {}
            }
        }
        let record = Record { line: row.line, keys, cells };
        if record.get(Role::Action).eq_ignore_ascii_case("D") {
            let help = "take out the rows with the action D";
            return Err(Problem::at(row.line, "this row says that a figure is deleted", help));
        }
        let mut values = columns.iter().enumerate().peekable();
        if !columns.iter().any(|column| matches!(column, Column::Value(_))) {
            records.list.push(record);
            continue;
        }
        for (at, column) in values.by_ref() {
            let Column::Value(head) = column else { continue };
            if row.cell(at).is_empty() {
                continue;
            }
            let mut record = record.clone();
            record.keys.push(("column".to_owned(), head.clone()));
            record.cells.push((Role::Value, row.cell(at).to_owned()));
            record.cells.push((Role::Label, head.clone()));
            for (at, column) in columns.iter().enumerate() {
                match column {
                    Column::End(of, role) if of == head && !row.cell(at).is_empty() => {
                        record.cells.push((*role, row.cell(at).to_owned()));
                    }
                    _ => {}
                }
            }
            records.list.push(record);
        }
    }
    Ok(records)
}

/// What each column is for.
fn columns(head: &Row, rows: &[Row], records: &mut Records) -> Result<Vec<Column>, Problem> {
    let names: Vec<String> = head.cells.iter().map(|cell| plain(cell)).collect();
    let role =
        |name: &str| ROLES.iter().find(|(_, names)| names.contains(&name)).map(|(role, _)| *role);
    let is = |name: &str| names.iter().any(|own| own == name);
    let is_sdmx = is("dataflow") || is("structureid") || is("obsvalue");
    records.is_own = is("statedvalue") || is("stated") && is("figure");
    records.may_hide_limits = is("entity");
    let has = |wanted: Role| names.iter().any(|name| role(name) == Some(wanted));
    if !(has(Role::Period) || has(Role::Edtf)) {
        let help = "name the column of dates 'period' and that of values 'value'; the files of the World \
                    Bank, of Our World in Data and SDMX-CSV are read as they are";
        return Err(Problem::at(head.line, "there is no column of dates", help));
    }
    let value = names.iter().position(|name| role(name) == Some(Role::Value));
    let mut seen = Vec::new();
    let mut columns = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let text = head.cell(at).to_owned();
        let is_key = match value {
            Some(value) if is_sdmx => at < value,
            _ => {
                matches!(&**name, "indicator" | "figure" | "area" | "entity" | "code")
                    || !is_numeric(rows, at)
            }
        };
        columns.push(match role(name) {
            _ if OF_MESSAGE.contains(&&**name) => Column::Unread,
            _ if records.is_own && is_aside(name) => Column::Unread,
            _ if records.is_own && name == "interval" => Column::Known(Role::IntervalIs),
            // SDMX may have the names of codes in columns of their own.
            Some(role) if seen.contains(&role) && is_sdmx => Column::Unread,
            Some(role) if seen.contains(&role) => {
                let help = "take one of them out";
                let message = format!("'{text}' is the second column for the same thing");
                return Err(Problem::at(head.line, message, help));
            }
            Some(role) => {
                seen.push(role);
                // The column of indicia has EDTF, in which 2025-22 is a summer.
                let is_edtf = records.is_own && role == Role::Period && !is_sdmx;
                Column::Known(if is_edtf { Role::Edtf } else { role })
            }
            None if name.is_empty() => Column::Unread,
            None if is_key => Column::Key(text),
            None if value.is_none() => end_of(&text, head).unwrap_or(Column::Value(text)),
            None => {
                records.unread.push(text);
                Column::Unread
            }
        });
    }
    let has_values = columns.iter().any(|column| matches!(column, Column::Value(_)));
    if value.is_none() && !has_values {
        let help = "name the column of values 'value'";
        return Err(Problem::at(head.line, "there is no column of values", help));
    }
    Ok(columns)
}

/// Columns about the message, not about figures.
const OF_MESSAGE: [&str; 5] =
    ["structure", "structureid", "structurename", "dataflow", "lastupdate"];

/// Whether a column of indicia says what a point cannot have.
fn is_aside(name: &str) -> bool {
    matches!(name, "also" | "judgement")
}

/// Whether a column has numbers, so that it is one of values. A single word makes it no other: it
/// may be a sign.
fn is_numeric(rows: &[Row], at: usize) -> bool {
    let filled = rows.iter().map(|row| row.cell(at)).filter(|cell| !cell.is_empty());
    let (mut all, mut numbers) = (0, 0);
    for cell in filled.take(1000) {
        all += 1;
        let bare = cell.trim_start_matches(['<', '>', '~', '-', '+', '≤', '≥', ' ', '.']);
        numbers += usize::from(bare.starts_with(|c: char| c.is_ascii_digit()));
    }
    all == 0 || numbers * 2 > all
}

/// The end of an interval around another column: `deaths_low` beside `deaths`.
fn end_of(text: &str, head: &Row) -> Option<Column> {
    let own = plain(text);
    let others = head.cells.iter().map(|cell| cell.trim()).filter(|other| *other != text);
    for other in others {
        let Some(rest) = own.strip_prefix(&plain(other)) else { continue };
        let ends =
            |role: Role| ROLES.iter().any(|(own, names)| *own == role && names.contains(&rest));
        let end = [Role::Lower, Role::Upper].into_iter().find(|role| ends(*role));
        if let Some(role) = end {
            return Some(Column::End(other.to_owned(), role));
        }
    }
    None
}

/// A cell without the apostrophe that keeps a spreadsheet from running it.
fn unquoted(cell: &str) -> &str {
    let rest = cell.strip_prefix('\'');
    rest.filter(|rest| rest.trim_start().starts_with(['=', '+', '-', '@'])).unwrap_or(cell)
}

/// The line that a point is of, in files of indicia: "series-1-point-2" is of "series-1".
fn line_of_point(head: &str, cell: &str) -> String {
    let is_figure = plain(head) == "figure";
    let line = cell.find("point").filter(|_| is_figure).and_then(|at| cell.get(..at));
    line.unwrap_or(cell).trim_end_matches(['-', ' ']).to_owned()
}
