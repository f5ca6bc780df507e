//! A text, block by block: one thread parses while another checks what has been parsed.
//!
//! That halves the time, and no more than a few blocks are in memory as trees. A small file needs no
//! second thread.

use std::sync::mpsc::sync_channel;
use std::thread;

use toml::de::DeTable;

use super::lint::Newer;
use super::lower::Lowering;
use super::{LeftOut, Loaded};
use crate::diagnostic::{Faults, Severity};
use crate::report::Day;
use crate::schema::TOP;
use crate::syntax::{Block, Broken, blocks, foreign, parse};

/// The size in bytes of a text for which a second thread is worth its start.
const LARGE: usize = 1 << 20;

/// The blocks that are handed over at a time.
const BATCH: usize = 64;

/// Where a block begins, and its tree, or what is wrong with it.
type Parsed<'t> = (usize, Result<(DeTable<'t>, Newer), Box<Broken>>);

/// Reads any text.
pub(super) fn load(text: &str, as_of: Day) -> Loaded {
    load_with(text, as_of, LARGE)
}

/// Reads any text, with a second thread from this many bytes on.
fn load_with(text: &str, as_of: Day, large: usize) -> Loaded {
    let tables: Vec<&str> = TOP.fields().map(|field| field.key.word()).collect();
    if let Some(fix) = foreign(text, &tables) {
        let mut faults = Faults::default();
        fix.add(&mut faults);
        return Loaded { diagnostics: faults.finish(text), ..Loaded::default() };
    }
    let parsed = |block: &Block<'_>| {
        let newer = || Newer::of(text.get(block.span.clone()).unwrap_or(""), block.span.start);
        (block.span.start, parse(text, block).map(|tree| (tree, newer())))
    };
    if text.len() < large {
        return lower(text, as_of, blocks(text).iter().map(parsed));
    }
    thread::scope(|scope| {
        // One batch is buffered, so that neither thread waits.
        let (sender, receiver) = sync_channel::<Vec<Parsed<'_>>>(1);
        let work = move || {
            for batch in blocks(text).chunks(BATCH) {
                if sender.send(batch.iter().map(parsed).collect()).is_err() {
                    break;
                }
            }
        };
        match thread::Builder::new().spawn_scoped(scope, work) {
            Ok(_) => lower(text, as_of, receiver.into_iter().flatten()),
            Err(_) => lower(text, as_of, blocks(text).iter().map(parsed)),
        }
    })
}

fn lower<'t>(text: &'t str, as_of: Day, parsed: impl Iterator<Item = Parsed<'t>>) -> Loaded {
    let mut faults = Faults::default();
    let mut broken = Vec::new();
    let mut lowering = Lowering::new(text, as_of, &mut faults);
    for (start, parsed) in parsed {
        match parsed {
            Ok((tree, newer)) => {
                lowering.tree(tree, start);
                lowering.newer(newer);
            }
            Err(mut block) => {
                for fix in std::mem::take(&mut block.fixes) {
                    fix.add(lowering.faults);
                }
                lowering.skip(&block, start);
                broken.push((start, block));
            }
        }
    }
    for (start, block) in &broken {
        lowering.check(block, *start);
    }
    let (report, stated, left_out, quoted) = lowering.finish(text);
    let diagnostics = faults.finish(text);
    // An item is left out because of a fault in it, or below its heading.
    let errors = || diagnostics.iter().filter(|fault| fault.rule.severity == Severity::Error);
    let line = |at| errors().find(|fault| fault.span.start >= at).map_or(0, |fault| fault.line);
    let left_out = left_out.into_iter();
    let left_out =
        left_out.map(|(kind, name, at)| LeftOut { kind, name, line: line(at) }).collect();
    Loaded { report, diagnostics, stated, left_out, quoted }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = include_str!("../../tests/fixtures/report.toml");

    #[test]
    fn two_threads_read_what_one_reads() {
        let day = Day::new(2030, 1, 1);
        let broken = SAMPLE.replacen("value", "value = 7%\nvaleu", 3);
        for text in [SAMPLE, &broken, &format!("{SAMPLE}\n[[indicator]]\nid = \"")] {
            let (one, two) = (load_with(text, day, usize::MAX), load_with(text, day, 0));
            assert_eq!(one.report, two.report);
            assert_eq!(format!("{:?}", one.diagnostics), format!("{:?}", two.diagnostics));
        }
    }

    #[test]
    fn wordings_are_compared_with_what_is_sound_and_with_nothing_else() {
        let codes = |keys: &str| {
            let text = format!(
                "[report]\ntitle = \"T\"\n[[indicator]]\nid = \"a\"\nlabel = \"A\"\n{keys}\n\
                 [[indicator.series]]\npoints = [\n\
                 {{ period = \"2023\", value = 3.8, wording = \"up to 3.8 million\" }},\n]\n"
            );
            let faults = load(&text, Day::new(2030, 1, 1)).diagnostics.into_iter();
            let codes = faults.map(|fault| fault.rule.code);
            codes.filter(|code| matches!(*code, "W004" | "W005")).collect::<Vec<_>>()
        };
        for (keys, found) in [
            ("unit = \"million people\"\nvalue = 7", &["W005"][..]),
            // Without a unit there is nothing to compare with.
            ("unit = \"billion\"\nvalue = 7\nwording = \"7 billion\"", &[]),
            ("unit = million\nvalue = 7\nwording = \"7 billion\"", &[]),
            ("note = \"\"\"x\nunit = \"million people\"\nvalue = 7", &[]),
            // The fault of another key hides nothing.
            (
                "unit = \"million people\"\nvalue = 7\nwording = \"8 million\"\nnote = a b",
                &["W004", "W005"],
            ),
            (
                "unit = \"million people\"\nvalue = 7\nwording = \"about 7 million\"\nnearly so",
                &["W005"],
            ),
        ] {
            assert_eq!(codes(keys), found, "{keys}");
        }
    }

    #[test]
    fn what_stands_before_all_headings_may_refer_to_what_follows() {
        let text = "indicator = [{ id = \"a\", label = \"A\", unit = \"%\", value = 7, source = \"b\" }]\n\
                    [report]\ntitle = \"T\"\n[source.b]\ntitle = \"B\"\n";
        let loaded = load(text, Day::new(2030, 1, 1));
        assert_eq!((loaded.errors(), loaded.report.indicators.len()), (0, 1));
    }

    #[test]
    fn a_name_that_two_blocks_define_is_a_fault() {
        let head = "[report]\ntitle = \"T\"\n[source.a]\ntitle = \"A\"\n";
        for (rest, code) in [
            ("[report]\ntitle = \"U\"\n", "E001"),
            ("[source.a]\ntitle = \"B\"\n", "E015"),
            ("[source.\"a\"]\ntitle = \"B\"\n", "E015"),
            ("[source]\na.title = \"B\"\n", "E015"),
            ("[[report]]\ntitle = \"U\"\n", "E003"),
            ("[group]\nid = \"g\"\ntitle = \"G\"\n", "E003"),
        ] {
            let loaded = load(&format!("{head}{rest}"), Day::new(2030, 1, 1));
            let codes = loaded.diagnostics.iter().map(|d| d.rule.code);
            assert_eq!(
                codes.filter(|code| code.starts_with('E')).collect::<Vec<_>>(),
                [code],
                "{rest}"
            );
            assert_eq!(&*loaded.report.title, "T");
        }
        let text = format!("group = []\n{head}[[group]]\nid = \"g\"\ntitle = \"G\"\n");
        assert_eq!(load(&text, Day::new(2030, 1, 1)).errors(), 1);
    }
}
