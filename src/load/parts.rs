//! Large files, a part at a time: one part is parsed while the part before it is checked.
//!
//! That halves the time and the memory for a file of many megabytes. It is only for files without
//! errors: at the first error, or where the parts might not mean the same as the whole, the file is
//! read again as a whole.

use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

use toml::de::DeTable;

use super::Loaded;
use super::lower::Lowering;
use crate::diagnostic::Faults;
use crate::report::Day;
use crate::syntax::{Skipped, parts};

/// About how many bytes are parsed at a time.
pub(super) const SIZE: usize = 1 << 19;

/// Where a part begins, and its tree; `None` where it has a syntax error.
type Part<'t> = (usize, Option<DeTable<'t>>);

/// Reads a file of at least two parts; `None` where it has to be read as a whole.
pub(super) fn load(text: &str, as_of: Day, size: usize) -> Option<Loaded> {
    if text.len() < 2 * size {
        return None;
    }
    let parts = parts(text, size)?;
    thread::scope(|scope| {
        // One part is buffered, so that neither thread waits.
        let (sender, receiver) = sync_channel(1);
        let parse = move || {
            for part in parts {
                let raw = text.get(part.clone()).unwrap_or("");
                let (tree, errors) = DeTable::parse_recoverable(raw);
                let tree = errors.is_empty().then(|| tree.into_inner());
                let is_last = tree.is_none();
                if sender.send((part.start, tree)).is_err() || is_last {
                    break;
                }
            }
        };
        thread::Builder::new().spawn_scoped(scope, parse).ok()?;
        lower(text, as_of, &receiver)
    })
}

fn lower<'t>(text: &'t str, as_of: Day, receiver: &Receiver<Part<'t>>) -> Option<Loaded> {
    let mut faults = Faults::default();
    let mut lowering = Lowering::new(text, as_of, Skipped::default(), &mut faults);
    while let Ok((start, tree)) = receiver.recv() {
        let tree = tree?;
        // A report in two parts is a duplicate in the whole.
        if lowering.has_report && tree.contains_key("report") {
            return None;
        }
        lowering.tree(tree, start);
        if lowering.faults.errors() > 0 {
            return None;
        }
    }
    let report = lowering.finish(text);
    (faults.errors() == 0).then(|| Loaded { report, diagnostics: faults.finish(text) })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = include_str!("../../tests/fixtures/report.toml");

    #[test]
    fn parts_mean_together_what_the_whole_means() {
        let day = Day::new(2030, 1, 1);
        let whole = super::super::load(SAMPLE, day);
        for size in [1, 100, 1000, 5000] {
            let parts = load(SAMPLE, day, size).expect("read in parts");
            assert_eq!(parts.report, whole.report);
            let shown = |l: &Loaded| format!("{:?}", l.diagnostics);
            assert_eq!(shown(&parts), shown(&whole), "in parts of {size}");
        }
    }

    #[test]
    fn what_only_the_whole_can_tell_is_left_to_it() {
        let head = "[report]\ntitle = \"T\"\n[source.a]\ntitle = \"A\"\n";
        for rest in [
            "[report]\ntitle = \"U\"\n",
            "[source.a]\ntitle = \"B\"\n",
            "[source]\nb.title = \"B\"\n",
            "[[event]]\nid = \"e\"\ntitle = \"E\"\nsource = \"b\"\n[source.b]\ntitle = \"B\"\n[[indicator.series]]\n",
            "[[indicator]]\nid = \"e\"\nvalue = 7%\n",
            "[[event]]\nid = \"e\"\ntitle = \"E\"\nnote = \"\"\"\n[report]\n\"\"\"\n",
        ] {
            assert!(load(&format!("{head}{rest}"), Day::new(2030, 1, 1), 1).is_none(), "{rest}");
        }
        assert!(load("a = 1\n[report]\n", Day::new(2030, 1, 1), 1).is_none());
    }
}
