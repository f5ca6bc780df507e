//! What the fuzz targets run, and a test that runs it over the seeds. `README.md` says how to fuzz.

use std::ops::Range;
use std::{env, fs, str};

use indicia::app::document::{Origin, Snapshot};
use indicia::app::env::Clock;
use indicia::app::{Model, Msg, update};
use indicia::article::{Figures, diagnostics, statements};
use indicia::diagnostic::{Diagnostic, Look, render};
use indicia::edit::{Target, item, literal, set, undo};
use indicia::export::{Extract, Row, spoken_indicator, words};
use indicia::import::{Choice, Plan, Problem, plan};
use indicia::load::load as read;
use indicia::markup::Markup;
use indicia::report::{Day, Quantity, Report, is_hidden};
use indicia::schema::Kind;
use indicia::ui::{Glyphs, Theme, page};

/// The report that articles and tables are held against.
const REPORT: &str = include_str!("../../tests/fixtures/import/report.toml");

/// What a target runs on a text.
pub type Body = fn(&str);

/// Makes a function of this crate the fuzz target of a binary.
///
/// Without cargo-fuzz the binary runs the function once for each file that is named.
#[macro_export]
macro_rules! target {
    ($body:path) => {
        #[cfg(fuzzing)]
        libfuzzer_sys::fuzz_target!(|bytes: &[u8]| $body($crate::text(bytes)));

        #[cfg(not(fuzzing))]
        fn main() -> std::io::Result<()> {
            $crate::replay($body)
        }
    };
}

/// The input as text: what stands before its first byte that is not UTF-8.
pub fn text(bytes: &[u8]) -> &str {
    bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid())
}

/// Runs a target on the files of the command line.
///
/// # Errors
/// A file cannot be read.
pub fn replay(body: Body) -> std::io::Result<()> {
    for file in env::args_os().skip(1) {
        body(text(&fs::read(file)?));
    }
    Ok(())
}

/// Any text is read, and each fault of it is at a place in it.
pub fn load(text: &str) {
    let loaded = read(text, as_of());
    let kept = loaded.report.indicators.len();
    assert!(loaded.errors() > 0 || loaded.stated == Some(kept), "{:?}", loaded.stated);
    are_placed(&loaded.diagnostics, text);
}

/// Any text is printed, each figure with its hedge, and nothing that a terminal obeys.
pub fn load_print(text: &str) {
    let mut model = Model::new(Origin::BuiltIn, as_of());
    let snapshot = Snapshot::new(text, as_of(), Clock::default());
    update(&mut model, Msg::Loaded(Box::new(snapshot)));
    for line in page(&model, &Theme::new(false, Glyphs::Unicode), 80, &[]) {
        assert!(!line.contains(is_hidden), "{line:?}");
    }
    let report = &model.doc.report;
    for indicator in &report.indicators {
        let sentence = spoken_indicator(report, indicator, as_of());
        assert!(!sentence.contains(is_hidden), "{sentence:?}");
        if let Some(hedge) = indicator.headline.quantity.as_ref().and_then(Quantity::hedge) {
            assert!(sentence.contains(hedge.word), "{}: {sentence}", hedge.word);
        }
    }
    let indicators = report.indicators.iter().collect();
    let extract = Extract { report, indicators, as_of: as_of(), left_out: None };
    extract.rows().for_each(|row| keeps_its_hedge(&row));
}

fn keeps_its_hedge(row: &Row<'_>) {
    let Some(hedge) = row.observation().quantity.as_ref().and_then(Quantity::hedge) else { return };
    assert_eq!(row.numbers().value, None, "{}", row.stated());
    for words in [row.stated(), words(row.cited())] {
        assert!(words.contains(hedge.word), "{}: {words}", hedge.word);
    }
}

/// The first line is a key and what is typed for it, such as `value=7.6`; the rest is a file. Each
/// item that has the key is edited: the other values stay as they are, and undo brings the file back.
pub fn edit(text: &str) {
    let Some((first, file)) = text.split_once('\n') else { return };
    let Some((word, typed)) = first.split_once('=') else { return };
    for target in targets(&read(file, as_of()).report) {
        let Some(field) = target.table().fields().find(|field| field.key.word() == word) else {
            continue;
        };
        let Some(before) = item(file, &target) else { continue };
        if !matches!(field.kind, Kind::Text | Kind::Texts | Kind::Date | Kind::Value) {
            continue;
        }
        let new = literal(field.kind, typed, before.raw(field.key));
        let Ok(edited) = set(file, &target, &[(field.key, Some(new))]) else { continue };
        assert_eq!(undo(&edited.text, &edited.step).as_deref(), Ok(file));
        if word == "id" {
            continue;
        }
        let after = item(&edited.text, &target).expect("the item is still there");
        for other in target.table().fields().filter(|other| other.key != field.key) {
            assert_eq!(after.raw(other.key), before.raw(other.key), "{}", other.key.word());
        }
    }
}

/// Some items of a report.
fn targets(report: &Report) -> Vec<Target> {
    let mut targets = Vec::new();
    for indicator in report.indicators.iter().take(3) {
        let id = indicator.id.to_string();
        targets.push(Target::Indicator(id.clone()));
        for (series, line) in indicator.series.iter().enumerate().take(2) {
            targets.push(Target::Series { indicator: id.clone(), nth: series });
            let points = (0..line.points.len()).take(2);
            targets.extend(points.map(|nth| Target::Point { indicator: id.clone(), series, nth }));
        }
    }
    targets.extend(report.events.iter().take(2).map(|event| Target::Event(event.id.to_string())));
    targets
}

/// Any text is read as a configuration, and each fault of it is at a place in it.
pub fn config(text: &str) {
    if let Err(faults) = indicia::config::read(text) {
        assert!(!faults.is_empty());
        are_placed(&faults, text);
    }
}

/// Any text is read as an article, and as the words of a figure.
pub fn prose(text: &str) {
    let report = read(REPORT, as_of()).report;
    let figures = Figures::of(&report);
    for markup in [Markup::Plain, Markup::Markdown, Markup::Html] {
        let statements = statements(text, markup, &figures, as_of());
        for statement in &statements {
            is_in(&statement.span, text);
            is_in(&statement.sentence, text);
        }
        are_placed(&diagnostics(&statements, &figures, text, true), text);
    }
    // What is written is given back as a help, too, so each text stands at each key.
    let text = literal(Kind::Text, text, None);
    for key in ["value", "hedge", "period", "unit", "status"] {
        let rest = if key == "value" { "" } else { "value = 7\n" };
        let unit = if key == "unit" { "" } else { "unit = \"%\"\n" };
        load(&format!(
            "[report]\ntitle = \"T\"\n[[indicator]]\nid = \"a\"\nlabel = \"A\"\n{unit}{rest}\
             {key} = {text}\nwording = {text}\n"
        ));
    }
}

/// Any text is read as a table of another program. What is added is sound, and is there when the
/// same table comes again.
pub fn import(csv: &str) {
    let mut choice = Choice { to: "hunger".to_owned(), ..Choice::default() };
    let Ok(first) = imported(REPORT, csv, &mut choice) else { return };
    assert_eq!(read(&first.text, as_of()).errors(), 0, "{}", first.text);
    let again = imported(&first.text, csv, &mut choice).expect("the same table is read again");
    assert_eq!((again.added, &again.text), (0, &first.text));
}

fn imported(report: &str, csv: &str, choice: &mut Choice) -> Result<Plan, Problem> {
    let first = plan(report, csv, None, choice, as_of());
    if first.as_ref().is_err_and(|problem| problem.lowest.is_some()) {
        choice.lowest = Some("less than".to_owned());
        return plan(report, csv, None, choice, as_of());
    }
    first
}

fn as_of() -> Day {
    Day::new(2026, 11, 23)
}

/// Every place is in the text, and no message has what a terminal obeys.
fn are_placed(faults: &[Diagnostic], text: &str) {
    for fault in faults {
        is_in(&fault.span, text);
        fault.related.iter().for_each(|(span, _)| is_in(span, text));
    }
    for fault in faults.iter().take(5) {
        let shown = render(fault, "f", text, Look::default());
        assert!(!shown.contains(|c| c != '\n' && is_hidden(c)), "{shown:?}");
    }
}

fn is_in(span: &Range<usize>, text: &str) {
    assert!(text.get(span.clone()).is_some(), "{span:?} is not in the text");
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    const TARGETS: [(&str, Body); 6] = [
        ("load", load),
        ("load_print", load_print),
        ("edit", edit),
        ("config", config),
        ("prose", prose),
        ("import", import),
    ];

    #[test]
    fn every_seed_passes_its_target() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
        for (name, body) in TARGETS {
            let seeds = fs::read_dir(folder.join(name)).expect(name);
            let count = seeds
                .map(|seed| body(text(&fs::read(seed.expect(name).path()).expect(name))))
                .count();
            assert!(count > 0, "{name} has no seeds");
        }
    }
}
