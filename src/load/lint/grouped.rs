use std::ops::Range;

use crate::diagnostic::{Faults, LISTED, Named, Rule};
use crate::report::IndicatorIx;

/// One warning for all figures that lack the same thing.
#[derive(Debug, Default)]
pub(super) struct Grouped {
    first: Option<IndicatorIx>,
    figures: Vec<Named>,
}

impl Grouped {
    pub(super) fn add(&mut self, at: Range<usize>, ix: IndicatorIx, name: &dyn Fn() -> String) {
        self.first = self.first.or(Some(ix));
        self.figures.push(Named { name: name(), span: at, line: 0 });
    }

    /// Reports how many of all figures lack it, and which.
    pub(super) fn report(
        self,
        rule: &'static Rule,
        figures: usize,
        lacks: &str,
        help: &str,
        faults: &mut Faults,
    ) {
        let Some(at) = self.figures.first().map(|figure| figure.span.clone()) else { return };
        let count = self.figures.len();
        let names: Vec<&str> = self.figures.iter().map(|figure| &*figure.name).collect();
        // More names than these are listed below the message.
        let names = if count > LISTED { String::new() } else { format!(": {}", names.join(", ")) };
        let message = if count == 1 {
            format!("{} has {lacks}", names.trim_start_matches(": "))
        } else if count == figures {
            format!("all {figures} figures have {lacks}{names}")
        } else {
            format!("{count} of {figures} figures have {lacks}{names}")
        };
        let fault = faults.add(rule, at, message).help(help);
        fault.indicator = self.first.filter(|_| count == 1);
        fault.figures = self.figures;
    }
}
