//! Warnings: what can be read, but is doubtful.

mod compare;
mod lacking;
mod limits;
mod names;
mod period;
mod poll;
mod review;
mod series;
mod unused;
mod wording;

use std::ops::Range;

use super::reader::Row;
use crate::diagnostic::{Faults, Rule, quoted};
use crate::report::{Day, Indicator, IndicatorIx, Observation, Report, Rival, Source};
use lacking::Lacking;
use limits::{limits, not_a_share};
use names::LookAlikes;
use poll::Undisclosed;
use unused::Unused;

/// The rules of what is doubtful.
pub(super) const RULES: [&[Rule]; 10] = [
    compare::RULES,
    lacking::RULES,
    limits::RULES,
    names::RULES,
    period::RULES,
    poll::RULES,
    review::RULES,
    series::RULES,
    unused::RULES,
    wording::RULES,
];

/// What the warnings remember while a file is read.
#[derive(Debug)]
pub(super) struct Lint {
    as_of: Day,
    /// Whether parts of the file were not read; then nothing can be called unused.
    pub(super) is_partial: bool,
    lacking: Lacking,
    pub(super) unused: Unused,
    pub(super) names: LookAlikes,
    thin_poll: Option<Undisclosed>,
}

impl Lint {
    pub(super) fn new(as_of: Day, is_partial: bool) -> Self {
        Self {
            as_of,
            is_partial,
            lacking: Lacking::default(),
            unused: Unused::default(),
            names: LookAlikes::default(),
            thin_poll: None,
        }
    }

    /// Checks the headline and the lines of a sound indicator; `places` says where the periods of
    /// their points stand.
    pub(super) fn indicator(
        &mut self,
        ix: IndicatorIx,
        indicator: &Indicator,
        places: &[Vec<Range<usize>>],
        row: &Row<'_>,
        sources: &[Source],
        faults: &mut Faults,
    ) {
        let from = faults.count();
        let headline = &indicator.headline;
        self.lacking.add(headline, row, ix, &|| quoted(&indicator.id));
        wording::check(headline, row, faults);
        period::check(headline, row, sources, faults);
        limits(indicator, row, faults);
        compare::newer_point(indicator, row, faults);
        series::check(indicator, places, row, faults);
        if let Some(undisclosed) = self.thin_poll.take() {
            poll::thin(undisclosed, indicator, faults);
        }
        faults.are_about(from, ix);
    }

    /// Checks a rival of a sound indicator; `nth` is counted from 1.
    #[expect(clippy::too_many_arguments, reason = "a rival is compared with all that is around it")]
    pub(super) fn rival(
        &mut self,
        ix: IndicatorIx,
        indicator: &Indicator,
        nth: usize,
        rival: &Rival,
        row: &Row<'_>,
        sources: &[Source],
        faults: &mut Faults,
    ) {
        let from = faults.count();
        let name = || format!("rival {nth} of {}", quoted(&indicator.id));
        self.lacking.add(&rival.observation, row, ix, &name);
        point(&rival.observation, row, sources, faults);
        compare::contradiction(indicator, rival, row, faults);
        faults.are_about(from, ix);
    }

    /// Checks an indicator with all its figures.
    pub(super) fn whole(
        &self,
        ix: IndicatorIx,
        indicator: &Indicator,
        row: &Row<'_>,
        faults: &mut Faults,
    ) {
        let from = faults.count();
        review::due(indicator, row, self.as_of, faults);
        faults.are_about(from, ix);
    }

    /// Remembers what a poll does not disclose, until its indicator turns out to be sound.
    pub(super) fn poll(&mut self, row: &Row<'_>) {
        self.thin_poll = poll::undisclosed(row);
    }

    /// Gives the warnings that need the whole file.
    pub(super) fn finish(self, report: &Report, faults: &mut Faults) {
        self.lacking.finish(faults);
        if self.is_partial {
            return;
        }
        self.unused.finish(report, faults);
    }
}

/// Checks a sound point of a series.
pub(super) fn point(point: &Observation, row: &Row<'_>, sources: &[Source], faults: &mut Faults) {
    wording::check(point, row, faults);
    period::check(point, row, sources, faults);
    not_a_share(point, row, faults);
}
