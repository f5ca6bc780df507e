//! For the tests of helps: obeys them, and tells what the figure then says.

#![expect(clippy::string_slice, reason = "a test that cannot go on fails")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::load;
use crate::diagnostic::Diagnostic;
use crate::report::{Day, Indicator, Observation, Report};
use crate::schema::Key;

/// More mends than this in a row lead nowhere.
const LONGEST: usize = 6;

const SOURCE: &str = "\n[source.s]\ntitle = \"S\"\npublished = \"2025-12\"\n";

/// What the figure of an indicator with these keys says, once every help has been obeyed: one text
/// for each way to obey, `figure · period`. Helps that leave the value to the reader lead nowhere.
///
/// Without a `unit` it is `%`.
pub(super) fn obeyed(keys: &str) -> Vec<String> {
    let mut said = BTreeSet::new();
    follow(&file(keys), LONGEST, &mut said);
    said.into_iter().collect()
}

/// A file with one indicator of these keys.
fn file(keys: &str) -> String {
    let source = if keys.contains("source =") { SOURCE } else { "" };
    let unit = if keys.contains("unit =") { "" } else { "unit = \"%\"\n" };
    format!(
        "[report]\ntitle = \"T\"\n{source}\n[[indicator]]\nid = \"a\"\nlabel = \"A\"\n{unit}{keys}\n"
    )
}

/// The first help of a text with these keys.
pub(super) fn help(keys: &str) -> String {
    let loaded = load(&file(keys), Day::new(2026, 11, 23));
    let mut helps = loaded.diagnostics.into_iter().filter(|d| is_followed(d.rule.code));
    helps.next().and_then(|d| d.help).unwrap_or_default()
}

/// The codes of the faults of an indicator with these keys, without what it lacks.
pub(super) fn codes(keys: &str) -> Vec<&'static str> {
    let faults = load(&file(keys), Day::new(2026, 11, 23)).diagnostics.into_iter();
    faults.map(|fault| fault.rule.code).filter(|code| !is_lack(code)).collect()
}

/// Helps that ask for something that the file does not have lead nowhere, and those about wordings
/// have tests of their own.
fn is_followed(code: &str) -> bool {
    !is_lack(code) && !matches!(code, "W004" | "W005" | "W006" | "W011")
}

fn is_lack(code: &str) -> bool {
    matches!(code, "W001" | "W002" | "W003")
}

fn follow(text: &str, left: usize, said: &mut BTreeSet<String>) {
    let loaded = load(text, Day::new(2026, 11, 23));
    let fault = loaded.diagnostics.iter().find(|d| is_followed(d.rule.code));
    let Some(fault) = fault else {
        said.insert(says(&loaded.report));
        return;
    };
    assert!(left > 0, "the helps lead in a circle: {} in\n{text}", fault.message);
    for mended in mended(text, fault) {
        assert!(mended != text, "{:?} is no mend of\n{text}", fault.help);
        follow(&mended, left - 1, said);
    }
}

fn says(report: &Report) -> String {
    let Some(indicator) = report.indicators.first() else { return "nothing".to_owned() };
    let headline = &indicator.headline;
    let period = headline.period.as_ref().map(|period| format!(" · {}", period.to_edtf()));
    let of = indicator.of.as_ref().map(|of| format!(" of {of}"));
    format!("{}{}{}", headline.words(), of.unwrap_or_default(), period.unwrap_or_default())
}

/// The text after each of the ways to obey a help.
fn mended(text: &str, fault: &Diagnostic) -> Vec<String> {
    let help = fault.help.as_deref().unwrap_or_default();
    if let Some(meant) = help.strip_prefix("did you mean '").and_then(|h| h.strip_suffix("'?")) {
        let old = &text[fault.span.clone()];
        let new = if old.starts_with('"') { format!("\"{meant}\"") } else { meant.to_owned() };
        return vec![format!("{}{new}{}", &text[..fault.span.start], &text[fault.span.end..])];
    }
    ways(help).iter().map(|way| obey(text, fault.span.start, way)).collect()
}

/// A key with its new value, or a key that is to go.
type Step = (String, Option<String>);

/// The ways that a help offers, each with its steps. What stands after an `or`, a `;` or a `.` is
/// another way.
fn ways(help: &str) -> Vec<Vec<Step>> {
    let mut ways: Vec<Vec<Step>> = Vec::new();
    let mut rest = help;
    let mut is_new = true;
    while let Some((before, step, after)) = next_step(rest) {
        is_new |= before.contains(" or ") || before.contains([';', '.']);
        match ways.last_mut().filter(|_| !is_new) {
            Some(way) => way.push(step),
            None => ways.push(vec![step]),
        }
        is_new = false;
        rest = after;
    }
    // A placeholder is for the reader to fill in.
    ways.retain(|way| way.iter().all(|(_, new)| new.as_ref().is_none_or(|new| !new.contains('…'))));
    ways
}

/// The first step in a help, with the text before and after it.
fn next_step(help: &str) -> Option<(&str, Step, &str)> {
    let sets = help.match_indices(" = ").find_map(|(at, _)| {
        let start = help[..at].rfind([' ', '(']).map_or(0, |at| at + 1);
        let key = Key::find(&help[start..at])?.word();
        let value = &help[at + 3..];
        let close = match value.chars().next()? {
            '"' => value[1..].find('"')? + 2,
            '[' => value.find(']')? + 1,
            _ => value.find([',', ';', ' ', ')']).unwrap_or(value.len()),
        };
        let step = (key.to_owned(), Some(value[..close].to_owned()));
        Some((&help[..start], step, &value[close..]))
    });
    let goes = ["leave '", "remove '"].into_iter().filter_map(|verb| {
        let at = help.find(verb)?;
        let (key, rest) = help[at + verb.len()..].split_once('\'')?;
        Some((&help[..at], (Key::find(key)?.word().to_owned(), None), rest))
    });
    sets.into_iter().chain(goes).min_by_key(|(before, ..)| before.len())
}

/// Sets keys of the item around a place, or removes them.
fn obey(text: &str, place: usize, steps: &[Step]) -> String {
    let line = text[..place].rfind('\n').map_or(0, |at| at + 1);
    let change = |parts: &mut Vec<String>, first: usize| {
        for (key, value) in steps {
            let is_key = |part: &String| part.split_once('=').is_some_and(|(k, _)| k.trim() == key);
            let set = value.as_ref().map(|value| format!("{key} = {value}"));
            match (parts.iter().position(is_key), set) {
                (Some(at), Some(set)) => parts[at] = set,
                (Some(at), None) => drop(parts.remove(at)),
                (None, Some(set)) => parts.insert(first, set),
                (None, None) => {}
            }
        }
    };
    if let Some(open) = text[line..place].rfind('{') {
        let open = line + open + 1;
        let close = open + text[open..].find('}').unwrap_or(0);
        let mut parts: Vec<String> = text[open..close].split(',').map(str::to_owned).collect();
        change(&mut parts, 0);
        return format!("{}{}{}", &text[..open], parts.join(", "), &text[close..]);
    }
    let is_heading = place == line && text[place..].starts_with('[');
    let start = text[..place].rfind("\n[").map_or(0, |at| at + 1);
    let start = if is_heading { place } else { start };
    let end = text[start..].find("\n[").map_or(text.len(), |at| start + at);
    let mut lines: Vec<String> = text[start..end].lines().map(str::to_owned).collect();
    change(&mut lines, 1);
    format!("{}{}\n{}", &text[..start], lines.join("\n"), &text[end..])
}

/// Every figure of a report, as it reads.
fn figures(report: &Report) -> Vec<String> {
    let of = |indicator: &Indicator| {
        let says = |figure: &Observation| {
            format!("{}: {} · {}", indicator.id, figure.words(), figure.period_words())
        };
        indicator.observations().map(says).collect::<Vec<_>>()
    };
    report.indicators.iter().flat_map(of).collect()
}

/// The numbers of a text, without what parts their digits.
fn numbers(text: &str) -> BTreeSet<String> {
    let parts = |c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.' | '_' | '\'' | '’' | ' ');
    let digits = |run: &str| run.chars().filter(char::is_ascii_digit).collect::<String>();
    text.split(parts).map(digits).map(|digits| digits.trim_start_matches('0').to_owned()).collect()
}

#[test]
fn no_help_of_any_rule_changes_a_figure_or_makes_up_a_number() {
    // What it says is another reading of the figure, or of its time.
    const OTHER_READING: [&str; 8] =
        ["W004", "W022", "W005", "W006", "W007", "W009", "W018", "W029"];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/invalid");
    let mut obeyed = BTreeSet::new();
    for entry in fs::read_dir(folder).expect("the folder of fixtures") {
        let path = entry.expect("an entry").path();
        // A folder holds the copies of sources.
        let Ok(text) = fs::read_to_string(&path) else { continue };
        let text = text.replace("\r\n", "\n");
        let day = Day::new(2026, 11, 23);
        let loaded = load(&text, day);
        let before = figures(&loaded.report);
        for fault in &loaded.diagnostics {
            for mended in mended(&text, fault) {
                let after = figures(&load(&mended, day).report);
                let (name, help) = (path.display(), fault.help.as_deref().unwrap_or_default());
                let code = fault.rule.code;
                let kept = before.iter().all(|figure| after.contains(figure));
                assert!(kept || OTHER_READING.contains(&code), "{name}: {help}\n{after:#?}");
                let own = &numbers(&text) | &numbers(&text.replace([',', ' '], ";"));
                for figure in after.iter().filter(|figure| !before.contains(figure)) {
                    let words = figure.split([':', '·']).nth(1).unwrap_or_default();
                    // 8.8 ± 1.3 is 7.5 to 10.1.
                    let is_other = code == "E009"
                        || ["other-digits", "interval"]
                            .iter()
                            .any(|n| name.to_string().contains(n));
                    let is_of_file = is_other || numbers(words).is_subset(&own);
                    assert!(is_of_file, "{name}: {help}\n{figure}");
                }
                obeyed.insert(code);
            }
        }
    }
    assert!(obeyed.len() > 12, "helps are no longer read: {obeyed:?}");
}

#[test]
fn a_help_is_obeyed_in_each_of_its_ways() {
    let step = |key: &str, value: &str| (key.to_owned(), Some(value.to_owned()));
    for (help, meant) in [
        ("write hedge = \"up to\"", vec![vec![step("hedge", "\"up to\"")]]),
        (
            "write value = [1, 2] with unit = \"%\", or value = 3",
            vec![vec![step("value", "[1, 2]"), step("unit", "\"%\"")], vec![step("value", "3")]],
        ),
        ("leave 'hedge' out", vec![vec![("hedge".to_owned(), None)]]),
        ("write period = \"…\"", vec![]),
        ("remove the space", vec![]),
    ] {
        assert_eq!(ways(help), meant, "{help}");
    }
    assert_eq!(obeyed("value = 70\nhedge = \"upto\""), ["up to 70 %"]);
    assert_eq!(obeyed("value = 70\nhedeg = \"up to\""), ["up to 70 %"]);
}

#[test]
fn what_people_write_is_put_right_without_changing_what_it_says() {
    for (keys, said) in [
        ("value = 47\nhedge = \"less than half\"", &["47 %"][..]),
        ("value = 47\nhedge = \"more than triple\"", &["47 %"]),
        ("value = 47\nhedge = \"slightly\"", &[]),
        ("value = 47\nhedge = \"at best\"", &["at most 47 %"]),
        ("value = 47\nhedge = \"expected to exceed\"", &["exceeds 47 %, forecast"]),
        ("value = 47\nhedge = \"a total of\"", &["47 %"]),
        ("value = 8\nperiod = \"2008/09\"", &["8 % · 2008-04/2009-03", "8 % · 2008/2009"]),
        ("value = 8\nperiod = \"2023/24\"", &["8 % · 2023-04/2024-03", "8 % · 2023/2024"]),
        ("value = 8\nperiod = 2023-24", &["8 % · 2023-04/2024-03", "8 % · 2023/2024"]),
        ("value = 8\nperiod = n.d.", &["8 %"]),
        ("value = 1.234,5", &["rose 1,234.5 %"]),
        ("value = [170, 1]", &[]),
        ("value = 8\nstatus = \"target\"", &["aimed at: 8 %"]),
        ("value = 8\nstatus = \"scenario\"", &["8 %, scenario"]),
        ("value = 8\nsource = \"s\"\nperiod = \"2025\"", &["8 % · 2025"]),
        ("unit = \"thousand million USD\"\nvalue = 8", &["8 billion USD"]),
        // As people type numbers.
        ("value = up to 70", &["up to 70 %"]),
        ("value = <5", &["less than 5 %"]),
        ("value = ~70", &["about 70 %"]),
        ("value = 70%", &["70 %"]),
        ("value = 50 to 70", &["50 to 70 %"]),
        ("value = $8", &["8 USD"]),
        ("value = £8bn", &["8 billion GBP"]),
        ("value = 3,5", &["3.5 %"]),
        ("value = 1/3", &["one-third"]),
        ("value = thousands", &["thousands %"]),
        ("value = −45", &["fell 45 %"]),
        ("value = 8\nperiod = \"2024-01/06\"", &["8 % · 2024-01/2024-06"]),
        ("value = 8\nperiod = \"2024-3\"", &["8 % · 2024-03"]),
        ("value = 8\nperiod = \"2024-13\"", &[]),
        ("value = 8\nperiod = \"from 2020\"", &["8 % · 2020/.."]),
        ("value = 8\nperiod = 04/03/2024", &["8 % · 2024-03-04", "8 % · 2024-04-03"]),
        ("value = 8\nperiod = March 2024", &["8 % · 2024-03"]),
        ("value = 8\nperiod = 2020-24", &["8 % · 2020/2024"]),
        ("value = 17 million", &[]),
        ("value = -1/3", &["fell one-third"]),
        ("value = 70 or 80", &[]),
        ("value = half", &[]),
        ("value = n/a", &[]),
    ] {
        assert_eq!(obeyed(keys), said, "{keys}: {}", help(keys));
    }
}

#[test]
fn a_figure_in_one_piece_is_put_right_only_where_each_part_is_understood() {
    for (keys, said) in [
        ("value = US$5m", &["5 million USD"][..]),
        ("value = \"over $5m\"", &["over 5 million USD"]),
        ("value = \"kr 5m\"", &[]),
        ("value = 5m", &[]),
        ("value = minus 5", &["fell 5 %"]),
        ("value = \"fell by 5\"", &[]),
        ("value = 1/2%", &["0.5 %"]),
        ("value = 5 mil USD", &[]),
        ("value = 1.2.3", &[]),
        ("value = 12,345,67", &[]),
        ("value = 5,10", &["5 to 10 %", "5.10 %"]),
        ("value = \"50,70 %\"", &["50 to 70 %", "50.70 %"]),
        ("value = <5-10", &[]),
        ("value = \"up to 5-10\"", &[]),
        ("value = [50 70]", &["50 to 70 %"]),
        ("unit = \"t\"\nvalue = [1,000, 2,000]", &["1,000 to 2,000 t"]),
        ("value = [50%, 70%]", &["50 to 70 %"]),
        ("value = [50%, 70]", &[]),
        ("value = [50 70 80]", &[]),
        ("value = 45\nhedge = \"near\"", &[]),
    ] {
        assert_eq!(obeyed(keys), said, "{keys}: {}", help(keys));
    }
}
