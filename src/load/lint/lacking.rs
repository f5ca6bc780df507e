//! What figures lack: a source, the place in it, a period. One warning names all that lack it.

use std::ops::Range;

use crate::diagnostic::{Faults, LISTED, Named, Rule, rules};
use crate::load::reader::Row;
use crate::report::{IndicatorIx, Observation};
use crate::schema::Key;

rules! {

    /// A figure that says nothing of where it is from.
    NO_SOURCE "W001" "figures without a source"
r#"A number that cannot be checked is worth little. Name the source by its key,
and add a [source.KEY] table where there is none yet. A figure that you
worked out yourself needs none: say how in 'derived'. One warning names all
such figures.

    wrong:  value = 70
    right:  value  = 70
            source = "world-bank""#

    /// A figure whose place in the source is not given.
    NO_LOCATOR "W002" "figures without a place in their source"
r#"'locator' says where in the source the figure is, so that others find it.
One warning names all such figures.

    wrong:  source  = "world-bank"
    right:  source  = "world-bank"
            locator = "Table 3, p. 41""#

    /// A figure that does not say of when it is.
    UNDATED "W003" "figures without a reference period"
r#"Without a period it is unclear how old a figure is. If the source states
one, give it. If it does not, leave it out and let the warning stand: the
publication date is something else and must not be used instead. One warning
names all such figures.

    wrong:  value  = 8
    right:  value  = 8
            period = "2024""#
}

/// The figures so far, and those that lack something.
#[derive(Debug, Default)]
pub(super) struct Lacking {
    no_source: Grouped,
    no_locator: Grouped,
    undated: Grouped,
    figures: usize,
}

impl Lacking {
    /// Checks what every figure should have: a source, the place in it, and a period.
    pub(super) fn add(
        &mut self,
        figure: &Observation,
        row: &Row<'_>,
        ix: IndicatorIx,
        name: &dyn Fn() -> String,
    ) {
        self.figures += 1;
        if figure.lacks_source() && !row.has(Key::Source) {
            self.no_source.add(row.span.clone(), ix, name);
        }
        // Of a calculation the source is what it starts from; it may do so from many places.
        let has_place = figure.locator.is_some() || figure.derived.is_some();
        if figure.source.is_some() && !has_place && !row.is_bad(&[Key::Locator]) {
            self.no_locator.add(row.at(Key::Source), ix, name);
        }
        if figure.period.is_none() {
            self.undated.add(row.span.clone(), ix, name);
        }
    }

    /// Gives the warnings.
    pub(super) fn finish(self, faults: &mut Faults) {
        let figures = self.figures;
        self.no_source.report(
            &NO_SOURCE,
            figures,
            "no source",
            "add source = \"…\", the key of a [source.KEY]",
            faults,
        );
        self.no_locator.report(
            &NO_LOCATOR,
            figures,
            "a source but no place in it",
            "add locator = \"…\": the page, table or section of the source",
            faults,
        );
        self.undated.report(
            &UNDATED,
            figures,
            "no reference period",
            "add period = \"…\" if the source states one; if not, leave it out",
            faults,
        );
    }
}

/// One warning for all figures that lack the same thing.
#[derive(Debug, Default)]
struct Grouped {
    first: Option<IndicatorIx>,
    figures: Vec<Named>,
}

impl Grouped {
    fn add(&mut self, at: Range<usize>, ix: IndicatorIx, name: &dyn Fn() -> String) {
        self.first = self.first.or(Some(ix));
        self.figures.push(Named { name: name(), span: at, line: 0 });
    }

    /// Reports how many of all figures lack it, and which.
    fn report(
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
