//! Days whose month may come first or second: `06/12/2024`.

use crate::report::Period;

/// How to write a day of three numbers with the year at the end, in each way to read it.
pub(super) fn help(key: &str, raw: &str) -> Option<String> {
    let parts: Vec<&str> = raw.split(['/', '-']).map(str::trim).collect();
    let [a, b, year] = parts.as_slice() else { return None };
    let is_number = |part: &str, most: usize| {
        (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
    };
    if !is_number(a, 2) || !is_number(b, 2) || !is_number(year, 4) || year.len() != 4 {
        return None;
    }
    let mut ways: Vec<String> = [(a, b), (b, a)]
        .into_iter()
        .filter_map(|(day, month)| Period::parse(&format!("{year}-{month:0>2}-{day:0>2}")).ok())
        .map(|day| format!("{key} = \"{}\" ({})", day.to_edtf(), day.words()))
        .collect();
    ways.dedup();
    (!ways.is_empty()).then(|| format!("write {}", ways.join(", or ")))
}
