//! A text, block by block: one thread parses while another checks what has been parsed.
//!
//! For a file of many megabytes that halves the time, and no more than a few blocks are in memory
//! as trees. A small file needs no second thread.

use std::sync::mpsc::sync_channel;
use std::thread;

use toml::de::DeTable;

use super::Loaded;
use super::lower::Lowering;
use crate::diagnostic::Faults;
use crate::report::Day;
use crate::schema::TOP;
use crate::syntax::{Block, Broken, blocks, foreign, parse};

/// The size in bytes of a text for which a second thread is worth its start.
const LARGE: usize = 1 << 20;

/// The blocks that are handed over at a time.
const BATCH: usize = 256;

/// Where a block begins, and its tree, or what is wrong with it.
type Parsed<'t> = (usize, Result<DeTable<'t>, Box<Broken>>);

/// Reads any text.
pub(super) fn load(text: &str, as_of: Day) -> Loaded {
    let tables: Vec<&str> = TOP.fields().map(|field| field.key.word()).collect();
    if let Some(fix) = foreign(text, &tables) {
        let mut faults = Faults::default();
        fix.add(&mut faults);
        return Loaded { diagnostics: faults.finish(text), ..Loaded::default() };
    }
    let blocks = blocks(text);
    let parsed = |block: &Block| (block.span.start, parse(text, block));
    if text.len() < LARGE {
        return lower(text, as_of, blocks.iter().map(parsed));
    }
    thread::scope(|scope| {
        // One batch is buffered, so that neither thread waits.
        let (sender, receiver) = sync_channel::<Vec<Parsed<'_>>>(1);
        let all = &blocks;
        let work = move || {
            for batch in all.chunks(BATCH) {
                if sender.send(batch.iter().map(parsed).collect()).is_err() {
                    break;
                }
            }
        };
        match thread::Builder::new().spawn_scoped(scope, work) {
            Ok(_) => lower(text, as_of, receiver.into_iter().flatten()),
            Err(_) => lower(text, as_of, all.iter().map(parsed)),
        }
    })
}

fn lower<'t>(text: &'t str, as_of: Day, parsed: impl Iterator<Item = Parsed<'t>>) -> Loaded {
    let mut faults = Faults::default();
    let mut broken = Vec::new();
    let mut lowering = Lowering::new(text, as_of, &mut faults);
    for (start, parsed) in parsed {
        match parsed {
            Ok(tree) => lowering.tree(tree, start),
            Err(mut block) => {
                for fix in std::mem::take(&mut block.fixes) {
                    fix.add(lowering.faults);
                }
                lowering.skip(&block);
                broken.push((start, block));
            }
        }
    }
    for (start, block) in &broken {
        lowering.check(block, *start);
    }
    let report = lowering.finish(text);
    Loaded { report, diagnostics: faults.finish(text) }
}
