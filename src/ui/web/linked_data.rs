//! The figures for machines, as JSON-LD in the words of schema.org.
//!
//! A reader that passes over the hedge finds no number: `value` is there only where the figure is exact
//! and observed, else the limits that its source states. There is no `ClaimReview`, as nothing here is a
//! verdict.

use serde_json::{Map, Value, json};

use super::markup::{address_at, anchor};
use crate::export::{Cited, Extract, Row};
use crate::report::{Address, Period, Quantity, Report, Source, StatusSet};

/// The content of a `script` element of the type `application/ld+json`.
pub(super) fn linked_data(extract: &Extract<'_>) -> String {
    let figures = extract.rows().filter(|row| matches!(row.cited(), Cited::Headline(_)));
    let mut out = "{\"@context\":\"https://schema.org\",\"@graph\":[".to_owned();
    // One after the other, as the trees of many figures would take much more memory than their text.
    write(&dataset(extract), &mut out);
    for row in figures {
        for node in [observation(&row), claim(extract.report, &row)] {
            out.push(',');
            write(&node, &mut out);
        }
    }
    out.push_str("]}");
    out
}

/// Writes a value so that no text can end the element that it stands in.
fn write(node: &Value, out: &mut String) {
    for c in node.to_string().chars() {
        match c {
            '<' => out.push_str("\\u003c"),
            '>' => out.push_str("\\u003e"),
            '&' => out.push_str("\\u0026"),
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            c => out.push(c),
        }
    }
}

fn dataset(extract: &Extract<'_>) -> Value {
    let report = extract.report;
    let mut data = object("Dataset", "#report");
    put(&mut data, "name", Some(report.title.as_str()).filter(|title| !title.is_empty()));
    let about = report.about.as_ref().map(ToString::to_string);
    let caveats = [report.caveat(), extract.left_out.clone()].into_iter().flatten();
    let description: Vec<String> = about.into_iter().chain(caveats).collect();
    put(&mut data, "description", Some(description.join(" ")).filter(|text| !text.is_empty()));
    let authors: Vec<&str> = report.authors.iter().map(|author| &**author).collect();
    put(&mut data, "creditText", Some(authors.join(", ")).filter(|text| !text.is_empty()));
    let publisher = report.publisher.as_ref();
    let publisher = publisher.map(|name| json!({ "@type": "Organization", "name": &**name }));
    put(&mut data, "publisher", publisher);
    put(&mut data, "datePublished", report.published.as_ref().and_then(plain_date));
    let area = report.area.as_ref();
    put(
        &mut data,
        "spatialCoverage",
        area.map(|name| json!({ "@type": "Place", "name": &**name })),
    );
    put(&mut data, "url", report.url.as_deref().and_then(web_address));
    let sources: Vec<Value> = extract.sources().into_iter().map(|it| work(it, None)).collect();
    put(&mut data, "isBasedOn", Some(sources).filter(|sources| !sources.is_empty()));
    let parts = extract.indicators.iter().map(|it| json!({ "@id": id(&it.id) }));
    put(&mut data, "mainEntity", Some(parts.collect::<Vec<_>>()).filter(|parts| !parts.is_empty()));
    Value::Object(data)
}

fn observation(row: &Row<'_>) -> Value {
    let (indicator, figure) = (row.indicator(), row.observation());
    let mut data = object("Observation", &id(&indicator.id));
    let words = figure.words();
    put(&mut data, "name", Some(format!("{}: {words}", indicator.label)));
    put(&mut data, "description", Some(figure.sentence()));
    put(
        &mut data,
        "measuredProperty",
        Some(json!({
            "@type": "Property",
            "name": &*indicator.label,
        })),
    );
    let numbers = row.numbers();
    // What is foreseen or aimed at is no observation of a value.
    if figure.status.is_observed() {
        let is_exact = numbers.value.is_some();
        put(&mut data, "value", numbers.value.as_deref().and_then(number));
        let limit = |text: Option<&str>| text.filter(|_| !is_exact).and_then(number);
        put(&mut data, "minValue", limit(numbers.lower.as_deref()));
        put(&mut data, "maxValue", limit(numbers.upper.as_deref()));
    }
    let quantity = figure.quantity.as_ref();
    put(&mut data, "unitText", quantity.map(|it| it.unit().long()));
    put(&mut data, "observationDate", figure.period.as_ref().and_then(plain_date));
    let area = row.area();
    put(&mut data, "observationAbout", area.map(|name| json!({ "@type": "Place", "name": name })));
    let hedge = quantity.and_then(Quantity::hedge).map(|hedge| hedge.word.to_owned());
    let comparator = Some(numbers.comparator.to_owned()).filter(|sign| !sign.is_empty());
    let status = Some(figure.status).filter(|status| !status.is_normal());
    let interval = figure.uncertainty.as_deref().zip(quantity);
    let properties = [
        ("words", Some(words)),
        ("wording", figure.wording.as_ref().map(ToString::to_string)),
        ("hedge", hedge),
        ("comparator", comparator),
        ("interval", interval.map(|(interval, of)| interval.words(of))),
        ("status", status.map(StatusSet::word)),
        ("scenario", figure.scenario.as_ref().map(ToString::to_string)),
        ("calculation", figure.calculation()),
        ("period (EDTF)", figure.period.as_ref().map(Period::to_edtf)),
        ("base (EDTF)", figure.base.as_ref().map(|base| base.to_edtf())),
        ("of", indicator.of.as_ref().map(ToString::to_string)),
        ("note", figure.note.as_ref().map(ToString::to_string)),
    ];
    let properties: Vec<Value> = properties
        .into_iter()
        .filter_map(|(name, value)| {
            Some(json!({ "@type": "PropertyValue", "name": name, "value": value? }))
        })
        .collect();
    put(&mut data, "additionalProperty", Some(properties));
    Value::Object(data)
}

/// What is claimed, in the words of the source where the file has them, and where it stands.
fn claim(report: &Report, row: &Row<'_>) -> Value {
    let (indicator, figure) = (row.indicator(), row.observation());
    let mut data = object("Claim", &format!("#{}", anchor("claim", &indicator.id)));
    put(&mut data, "name", Some(format!("{}: {}", indicator.label, figure.words())));
    put(&mut data, "text", figure.wording.as_deref());
    put(&mut data, "about", Some(json!({ "@id": id(&indicator.id) })));
    put(&mut data, "creditText", figure.stated_by.as_deref());
    let also = figure
        .also
        .iter()
        .map(|also| (also.source, also.wording.as_deref(), also.locator.as_deref()));
    let own = figure.source.map(|ix| (ix, figure.wording.as_deref(), figure.locator.as_deref()));
    let places = own.into_iter().chain(also).filter_map(|(ix, wording, locator)| {
        let source = report.source(ix)?;
        let address = address_at(source, wording, locator);
        let mut work = work(source, address);
        if let (Value::Object(work), Some(place)) = (&mut work, locator) {
            put(work, "pagination", Some(place));
        }
        Some(work)
    });
    let places: Vec<Value> = places.collect();
    put(&mut data, "appearance", Some(places).filter(|places| !places.is_empty()));
    Value::Object(data)
}

/// A source, at an address that leads to a passage or else at its own.
fn work(source: &Source, at: Option<Address>) -> Value {
    let mut data = Map::new();
    put(&mut data, "@type", Some("CreativeWork"));
    put(&mut data, "name", Some(source.title.as_str()));
    let publisher = source.publisher.as_ref();
    let publisher = publisher.map(|name| json!({ "@type": "Organization", "name": &**name }));
    put(&mut data, "publisher", publisher);
    put(&mut data, "datePublished", source.published.as_ref().and_then(plain_date));
    let own = || source.url.as_deref().and_then(web_address);
    put(&mut data, "url", at.map(|address| address.to_string()).or_else(own));
    Value::Object(data)
}

fn id(indicator: &str) -> String {
    format!("#{}", anchor("figure", indicator))
}

fn object(kind: &str, id: &str) -> Map<String, Value> {
    let mut data = Map::new();
    put(&mut data, "@type", Some(kind));
    put(&mut data, "@id", Some(id));
    data
}

fn put(data: &mut Map<String, Value>, key: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        data.insert(key.to_owned(), value.into());
    }
}

fn web_address(url: &str) -> Option<String> {
    Address::new(url).ok().map(|address| address.to_string())
}

/// A number with its digits.
fn number(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok().filter(Value::is_number)
}

/// A date that is one in ISO 8601 too: a year, a month or a day without a doubt.
fn plain_date(period: &Period) -> Option<String> {
    let text = period.to_edtf();
    let is_plain = [4, 7, 10].contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
        && !text.starts_with('-')
        && period.part_of_year().is_none();
    is_plain.then_some(text)
}
