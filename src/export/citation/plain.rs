//! A citation as a line of text.

use super::parts::Parts;
use crate::report::Period;

/// What is cited, then where it stands. There is no full stop at the end, which would be taken
/// for a part of an address.
pub(super) fn line(parts: &Parts<'_>) -> String {
    let figure = parts.figure.iter().map(|figure| format!("{}: {figure}", parts.label));
    let label = parts.figure.is_none().then(|| parts.label.clone());
    let claim = figure.chain(label).chain(parts.circumstances.iter().cloned());
    let claim = claim.collect::<Vec<_>>().join("; ");
    format!("{claim}. {}", from(parts).join(", "))
}

fn from(parts: &Parts<'_>) -> Vec<String> {
    let Some(source) = parts.source else {
        return std::iter::once("No source given".to_owned())
            .chain(parts.locator.clone())
            .collect();
    };
    let address = parts.address.as_ref().map(|address| match address {
        Ok(address) => address.to_string(),
        Err(why) => why.clone(),
    });
    let accessed = parts.accessed().map(Period::words).map(|date| format!("accessed {date}"));
    let publisher = source.publisher.as_ref().map(ToString::to_string);
    let all = [
        Some(source.title.to_string()),
        publisher,
        parts.published(),
        parts.locator.clone(),
        address,
        accessed,
    ];
    all.into_iter().flatten().collect()
}
