//! `indicia schema`: the JSON Schema (draft-07) of the file, from its tables. Editors complete keys and
//! words by it; `indicia check` finds much more.

use serde_json::{Map, Value, json};

use crate::report::{HEDGES, SOURCE_KINDS, STATUSES, currency_codes};
use crate::schema::{
    ALSO, EVENT, Field, GROUP, INDICATOR, Key, Kind, POINT, POLL, REPORT, RIVAL, SERIES, SOURCE,
    TARGET, TOP, Table,
};

/// The tables below the top, each with its name in the schema.
const PARTS: [(&str, &Table); 11] = [
    ("report", &REPORT),
    ("source", &SOURCE),
    ("group", &GROUP),
    ("indicator", &INDICATOR),
    ("series", &SERIES),
    ("point", &POINT),
    ("rival", &RIVAL),
    ("target", &TARGET),
    ("also", &ALSO),
    ("poll", &POLL),
    ("event", &EVENT),
];

/// The schema as text, with a line end.
pub fn text() -> String {
    let mut schema = object(&TOP);
    let parts = PARTS.iter().map(|(name, table)| ((*name).to_owned(), object(table)));
    let definitions: Map<String, Value> = parts.chain(words()).collect();
    if let Value::Object(all) = &mut schema {
        all.insert("$schema".into(), json!("http://json-schema.org/draft-07/schema#"));
        all.insert(
            "title".into(),
            json!("The figures of a report, with the words that limit them"),
        );
        all.insert("definitions".into(), definitions.into());
    }
    // A value that was made here can always be written.
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}

fn object(table: &Table) -> Value {
    let properties = table.fields().map(|field| (field.key.word().to_owned(), property(field)));
    let required = table.fields().filter(|field| field.required);
    json!({
        "description": table.doc,
        "type": "object",
        "properties": properties.collect::<Map<_, _>>(),
        "required": required.map(|field| field.key.word()).collect::<Vec<_>>(),
        "additionalProperties": false,
    })
}

/// What is allowed for a key, with its meaning.
fn property(field: &Field) -> Value {
    let mut allowed = allowed(field);
    if let Value::Object(all) = &mut allowed {
        all.insert("description".into(), field.doc.into());
    }
    allowed
}

fn allowed(field: &Field) -> Value {
    let own = field.key.word();
    match (field.key, field.kind) {
        (Key::Source, Kind::Tables) => json!({
            "type": "object",
            "propertyNames": { "pattern": "^[A-Za-z0-9_-]+$" },
            "additionalProperties": reference(own),
        }),
        (_, Kind::Tables) => list(&reference(own)),
        (_, Kind::Points) => list(&reference("point")),
        (_, Kind::Sources) => list(&reference("also")),
        (Key::Hedge | Key::Unit | Key::Id, _) | (_, Kind::Table) => with_reference(own),
        (Key::Kind, _) => with_reference("kind"),
        (Key::Status, _) => json!({ "anyOf": [
            reference(own),
            { "type": "array", "items": reference(own), "uniqueItems": true },
        ]}),
        (Key::Url, _) => json!({ "type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://." }),
        (Key::Margin, _) => json!({ "type": "number", "minimum": 0 }),
        (_, Kind::Value) => json!({ "anyOf": [
            { "type": "number" },
            pair(),
            { "type": "string", "pattern": "^\\s*[-−]?\\s*[0-9]+\\s*/\\s*0*[1-9][0-9]*\\s*$" },
        ], "examples": [70, [50, 70], "2/3"] }),
        (_, Kind::Text) if field.required => json!({ "type": "string", "pattern": "\\S" }),
        (_, Kind::Text) => json!({ "type": "string" }),
        (_, Kind::Texts) => {
            json!({ "anyOf": [{ "type": "string" }, list(&json!({ "type": "string" }))] })
        }
        (_, Kind::TextList) => list(&json!({ "type": "string" })),
        (_, Kind::Number) => json!({ "type": "number" }),
        (_, Kind::Whole) => json!({ "type": "integer", "minimum": 0 }),
        (_, Kind::Flag) => json!({ "type": "boolean" }),
        (_, Kind::Date) => with_reference("date"),
        (_, Kind::Scale) => pair(),
    }
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/definitions/{name}") })
}

/// A reference beside which a description counts.
fn with_reference(name: &str) -> Value {
    json!({ "allOf": [reference(name)] })
}

fn list(items: &Value) -> Value {
    json!({ "type": "array", "items": items })
}

fn pair() -> Value {
    let number = json!({ "type": "number" });
    json!({ "type": "array", "items": number, "minItems": 2, "maxItems": 2 })
}

/// The kinds of text that are not free.
fn words() -> impl Iterator<Item = (String, Value)> {
    let hedges = HEDGES.iter().map(|hedge| (hedge.word.to_owned(), hedge.class.reads().to_owned()));
    let statuses = STATUSES.iter().flat_map(|(_, word, sdmx)| {
        let name = sdmx.map_or_else(String::new, |(_, name)| format!("SDMX: {name}"));
        let letter = sdmx.map(|(letter, name)| (letter.to_string(), name.to_owned()));
        [((*word).to_owned(), name)].into_iter().chain(letter)
    });
    let kinds = SOURCE_KINDS.iter().map(|(_, word)| ((*word).to_owned(), String::new()));
    let signs = [("%", "per cent"), ("pp", "percentage points"), ("rank", ""), ("year", "")];
    let nouns = [("people", ""), ("million people", ""), ("million USD", ""), ("billion USD", "")];
    let signs = signs.into_iter().chain(nouns);
    let signs = signs.map(|(unit, reads)| (unit.to_owned(), reads.to_owned()));
    let units = signs
        .into_iter()
        .chain(currency_codes().map(|code| (code.to_owned(), "currency".to_owned())));
    let date = json!({
        // A day without quotes is a date of TOML, which some readers take for one with this format.
        "anyOf": [
            { "type": "string" },
            { "type": "integer" },
            { "type": "string", "format": "date" },
        ],
        "examples": ["2023", "2023-08", "2023-08-04", "2021/2023", "2023~", "2023/..", "2023-35"],
    });
    let unit = json!({
        "anyOf": [one_of(units), { "type": "string", "pattern": "\\S" }],
        "examples": ["%", "people", "billion USD", "million people"],
    });
    let id = json!({ "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" });
    let all = [
        ("hedge", one_of(hedges)),
        ("status", one_of(statuses)),
        ("kind", one_of(kinds)),
        ("date", date),
        ("unit", unit),
        ("id", id),
    ];
    all.into_iter().map(|(name, words)| (name.to_owned(), words))
}

/// One of some words, with what each means for the editors that show it.
fn one_of(words: impl Iterator<Item = (String, String)>) -> Value {
    let (words, meanings): (Vec<_>, Vec<_>) = words.unzip();
    let meanings: Vec<_> =
        meanings.into_iter().map(|text| (!text.is_empty()).then_some(text)).collect();
    json!({
        "type": "string",
        "enum": words,
        "x-taplo": { "docs": { "enumValues": meanings } },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::TABLES;

    #[test]
    fn every_table_and_every_key_is_in_it() {
        let schema: Value = serde_json::from_str(&text()).expect("JSON");
        assert_eq!(PARTS.len() + 1, TABLES.len());
        for table in TABLES {
            let part = PARTS.iter().find(|(_, own)| own.heading == table.heading);
            let object = part.map_or(&schema, |(name, _)| &schema["definitions"][name]);
            assert_eq!(object["additionalProperties"], false, "{}", table.heading);
            for field in table.fields() {
                let property = &object["properties"][field.key.word()];
                assert_eq!(property["description"], field.doc, "{} {}", table.heading, field.doc);
            }
        }
    }

    #[test]
    fn every_reference_leads_somewhere() {
        let text = text();
        let schema: Value = serde_json::from_str(&text).expect("JSON");
        for name in text.split("#/definitions/").skip(1) {
            let name = name.split('"').next().unwrap_or_default();
            assert!(schema["definitions"][name].is_object(), "{name}");
        }
    }
}
