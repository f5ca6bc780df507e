//! Two years of which the second is cut short: `2008/09`, `2023–24`.

/// What a year is called that does not begin in January.
const FISCAL: [&str; 5] = ["fiscal year", "financial year", "tax year", "budget year", "fy"];

/// How to write two years, or a fiscal year; `raw` is in lower case.
///
/// Where the second part is the next year it is a fiscal year and never a month. Else it may be a
/// month, if there is one of this number.
pub(super) fn help(key: &str, raw: &str) -> Option<String> {
    let years = FISCAL.iter().find_map(|word| raw.strip_prefix(word).or(raw.strip_suffix(word)));
    let is_fiscal = years.is_some();
    let years = years.unwrap_or(raw).trim();
    let Some((first, second)) = parts(years) else {
        return is_fiscal.then(|| {
            "a fiscal year is a span: from its first month to its last, with '/' between".to_owned()
        });
    };
    let (short, last) = (second.parse::<u16>().ok()?, first % 100);
    let is_next = (first + 1) % if second.len() == 1 { 10 } else { 100 } == short;
    let is_month = (1..=12).contains(&short);
    let span = match second.len() {
        1 => first + 1,
        _ if short > last => first - last + short,
        _ => first - last + 100 + short,
    };
    let month = format!("{key} = \"{first}-{short:02}\" (a month)");
    let two = format!("{key} = \"{first}/{span}\"");
    // After 1998/13 there may be a slip.
    let is_span = is_next || second.len() == 2 && (short > last || is_month && span - first <= 10);
    Some(match (is_next, is_month, is_span) {
        (true, _, _) if second.len() == 2 => format!(
            "write {two}, or {key} = \"{first}-04/{span}-03\" where the year begins in April"
        ),
        (_, true, true) => format!("write {month}, or {two}"),
        (_, true, false) => format!("write {month}"),
        (_, false, true) => format!("write {two}"),
        _ if years.contains('-') => "months go from 01 to 12".to_owned(),
        (_, false, false) => format!("write both years in full: {key} = \"FROM…/TO…\""),
    })
}

/// A year and the last digits of another number.
fn parts(raw: &str) -> Option<(u16, &str)> {
    let (first, second) = raw.split_once(['/', '-', '–', '—'])?;
    let (first, second) = (first.trim_end(), second.trim_start());
    let is_short = matches!(second.len(), 1 | 2) && second.bytes().all(|b| b.is_ascii_digit());
    let year = first.parse().ok().filter(|year| (1000..=9900).contains(year))?;
    (is_short && first.len() == 4 && second != "0").then_some((year, second))
}
