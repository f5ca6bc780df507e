//! The description of the table of figures, as a data package (Frictionless Data, version 1).

use super::columns::FIGURE_COLUMNS;
use super::extract::Extract;
use super::json::Json;

/// A data package with one table: the file of this name, which stands beside it.
pub fn data_package(extract: &Extract<'_>, file: &str) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let fields = FIGURE_COLUMNS.iter().map(|column| {
        Json::Object(vec![
            ("name", Json::text(column.name)),
            ("type", Json::text(if column.is_number { "number" } else { "string" })),
            ("description", Json::text(column.about)),
        ])
    });
    let schema = Json::Object(vec![
        ("fields", Json::List(fields.collect())),
        ("missingValues", Json::texts([""])),
        ("primaryKey", Json::texts(["indicator", "figure"])),
    ]);
    let table = Json::Object(vec![
        ("name", Json::text(name(stem))),
        ("path", Json::text(file)),
        ("profile", Json::text("tabular-data-resource")),
        ("format", Json::text("csv")),
        ("mediatype", Json::text("text/csv")),
        ("encoding", Json::text("utf-8")),
        ("schema", schema),
    ]);
    let as_of = format!("As of {}.", extract.as_of);
    let left_out = extract.left_out.iter().map(|left_out| format!(" In part: {left_out}."));
    let about = std::iter::once(as_of).chain(left_out).collect::<String>();
    Json::Object(vec![
        ("profile", Json::text("tabular-data-package")),
        ("name", Json::text(name(stem))),
        ("title", Json::text(&*extract.report.title)),
        ("description", Json::text(about)),
        ("resources", Json::List(vec![table])),
    ])
    .into_file()
}

/// A name as data packages have them: small letters, digits and hyphens.
fn name(stem: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    let name: String = stem.chars().map(plain).collect();
    let name = name.trim_matches('-');
    if name.is_empty() { "figures".to_owned() } else { name.to_owned() }
}
