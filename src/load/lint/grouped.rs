use std::ops::Range;

use crate::diagnostic::{Faults, Rule};
use crate::report::IndicatorIx;

/// How many names are listed; the others are counted.
const LISTED: usize = 12;

/// One warning for all figures that lack the same thing.
#[derive(Debug, Default)]
pub(super) struct Grouped {
    first: Option<(Range<usize>, IndicatorIx)>,
    names: Vec<String>,
    count: usize,
}

impl Grouped {
    pub(super) fn add(&mut self, at: Range<usize>, ix: IndicatorIx, name: &dyn Fn() -> String) {
        if self.first.is_none() {
            self.first = Some((at, ix));
        }
        if self.names.len() < LISTED {
            self.names.push(name());
        }
        self.count += 1;
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
        let Some((at, ix)) = self.first else { return };
        let names = self.names.join(", ");
        let more = match self.count.saturating_sub(self.names.len()) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let message = if self.count == 1 {
            format!("{names} has {lacks}")
        } else if self.count == figures {
            format!("all {figures} figures have {lacks}: {names}{more}")
        } else {
            format!("{} of {figures} figures have {lacks}: {names}{more}", self.count)
        };
        let fault = faults.add(rule, at, message).help(help);
        fault.indicator = (self.count == 1).then_some(ix);
    }
}
