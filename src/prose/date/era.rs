//! Years that say their era: `44 BC`, `300 v. Chr.`, `AD 14`.

/// Words for "before our era" behind a year, in lower case and without signs.
const BEFORE: &[&str] =
    &["bc", "bce", "vchr", "vuz", "vuzr", "avjc", "ac", "pne", "донэ", "доне", "данэ"];
/// Words for "of our era", behind a year or in front of it.
const OURS: &[&str] = &["ad", "ce", "nchr", "uz", "apjc", "aprjc", "dc", "нэ", "не"];

/// The placeholder for the year of a day or a month.
const ANY: &str = "2000";

/// A year, a month or a day in EDTF, in which the year 0 is 1 BC; `raw` is in lower case.
pub(super) fn date(raw: &str) -> Option<String> {
    let (head, is_before) = split(raw)?;
    let digits = head.rsplit(|c: char| !c.is_ascii_digit() && c != ',').next()?;
    let rest = head.strip_suffix(digits)?;
    let year: i32 =
        digits.replace(',', "").parse().ok().filter(|year| (1..=10_000).contains(year))?;
    let year = match if is_before { 1 - year } else { year } {
        0.. if year > 9999 => return None,
        year @ 0.. => format!("{year:04}"),
        year => format!("-{:04}", year.unsigned_abs()),
    };
    if rest.trim().is_empty() {
        return Some(year);
    }
    let written = super::date(&format!("{rest}{ANY}"))?;
    let written = format!("{year}{}", written.strip_prefix(ANY)?);
    super::sound(&written).map(|_| written)
}

/// Two years, of which only the second says that both are before our era: `44`, `28 bc`.
pub(super) fn two(from: &str, to: &str) -> Option<(String, String)> {
    let is_number = from.trim().bytes().all(|b| b.is_ascii_digit());
    let (_, is_before) = split(to.trim()).filter(|_| is_number)?;
    is_before.then(|| Some((date(&format!("{} bc", from.trim()))?, date(to.trim())?)))?
}

/// What stands before the era, and whether that is before ours.
fn split(raw: &str) -> Option<(&str, bool)> {
    let named = |words: &[&str], raw: &str| {
        let letters: String = raw.chars().filter(|c| c.is_alphabetic()).collect();
        words.contains(&&*letters)
    };
    let last = raw.rfind(|c: char| c.is_ascii_digit())? + 1;
    let (head, tail) = raw.split_at_checked(last)?;
    if named(BEFORE, tail) {
        return Some((head, true));
    }
    if named(OURS, tail) {
        return Some((head, false));
    }
    let first = raw.find(|c: char| c.is_ascii_digit())?;
    let (lead, year) = raw.split_at_checked(first)?;
    (tail.is_empty() && named(OURS, lead)).then_some((year, false))
}
