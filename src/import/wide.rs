//! The CSV of the World Bank: a row for each series, a column for each year. Downloads have some lines of
//! text above the headings, those of its databank some below.

use super::record::{Record, Records, Role};
use super::table::{Row, plain};

/// The headings of the columns before the years.
const KEYS: &[&str] =
    &["countryname", "countrycode", "indicatorname", "indicatorcode", "seriesname", "seriescode"];

/// The figures of such a file; `None` if it is another one.
pub(super) fn read(rows: &[Row]) -> Option<Records> {
    let is_key = |cell: &String| KEYS.contains(&&*plain(cell));
    let is_head = |row: &Row| row.cells.iter().filter(|cell| is_key(cell)).count() >= 2;
    let (at, head) = rows.iter().enumerate().take(10).find(|(_, row)| is_head(row))?;
    let year = |cell: &str| {
        let year = cell.split_whitespace().next().unwrap_or_default();
        (year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit())).then(|| year.to_owned())
    };
    let mut records = Records { may_hide_limits: true, ..Records::default() };
    let mut years = Vec::new();
    let mut keys = Vec::new();
    for (column, cell) in head.cells.iter().enumerate() {
        match year(cell.trim()) {
            _ if is_key(cell) => keys.push((column, cell.trim().to_owned())),
            Some(year) => years.push((column, year)),
            None if cell.trim().is_empty() => {}
            None => records.unread.push(cell.trim().to_owned()),
        }
    }
    if years.is_empty() {
        return None;
    }
    for row in rows.iter().skip(at + 1) {
        // Below the table stand its source and the day of the download.
        if keys.iter().filter(|(column, _)| !row.cell(*column).is_empty()).count() < 2 {
            continue;
        }
        let own: Vec<_> = keys
            .iter()
            .map(|(column, head)| (head.clone(), row.cell(*column).to_owned()))
            .collect();
        let name =
            |(head, _): &&(String, String)| matches!(&*plain(head), "indicatorname" | "seriesname");
        let label = own.iter().find(name).map(|(_, name)| name.clone()).unwrap_or_default();
        for (column, year) in &years {
            let value = row.cell(*column);
            if value.is_empty() {
                continue;
            }
            let cells = vec![
                (Role::Period, year.clone()),
                (Role::Value, value.to_owned()),
                (Role::Label, label.clone()),
            ];
            records.list.push(Record { line: row.line, keys: own.clone(), cells });
        }
    }
    Some(records)
}
