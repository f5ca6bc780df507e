//! The file that Our World in Data puts beside its CSV: units, titles and sources of the columns.

use serde_json::Value;

use super::problem::Problem;
use super::record::{Records, Role};
use super::table::plain;

/// Adds what the metadata say of each column.
pub(super) fn add(records: &mut Records, json: &str) -> Result<(), Problem> {
    let read: Value = serde_json::from_str(json).map_err(|error| {
        let message = format!("the metadata beside it are no JSON: {error}");
        Problem::new(message, "download them again, or move them away")
    })?;
    let Some(columns) = read.get("columns").and_then(Value::as_object) else { return Ok(()) };
    for record in &mut records.list {
        let name = record.keys.iter().find(|(head, _)| head == "column").map(|(_, name)| name);
        let Some(name) = name else { continue };
        let is = |head: &&String, column: &Value| {
            let short = column.get("shortName").and_then(Value::as_str).unwrap_or_default();
            plain(head) == plain(name) || plain(short) == plain(name)
        };
        let Some((_, column)) = columns.iter().find(|(head, column)| is(head, column)) else {
            continue;
        };
        let text =
            |key: &str| column.get(key).and_then(Value::as_str).filter(|text| !text.is_empty());
        if let Some(unit) = text("unit") {
            record.cells.push((Role::Unit, unit.to_owned()));
        }
        if let Some(title) = text("titleShort") {
            record.cells.retain(|(role, _)| *role != Role::Label);
            record.cells.push((Role::Label, title.to_owned()));
        }
        if let Some(citation) = text("citationShort").or_else(|| text("citationLong")) {
            record.cells.push((Role::Source, citation.to_owned()));
        }
    }
    Ok(())
}
