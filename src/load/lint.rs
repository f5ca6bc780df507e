//! Warnings: what can be read, but is doubtful.

mod also;
mod base;
mod compare;
mod derived;
mod edition;
mod lacking;
mod limits;
mod names;
mod newer;
mod parts;
mod period;
mod poll;
mod review;
mod series;
mod target;
mod unused;
mod wording;

use std::ops::Range;

use super::reader::Row;
use crate::diagnostic::{Faults, Rule, quoted};
use crate::passage::{Quotation, Quoted};
use crate::prose::Around;
use crate::report::{
    Day, Decimal, Indicator, IndicatorIx, Observation, Poll, Report, Rival, Source, Target, Text,
};
use crate::schema::Key;
use lacking::Lacking;
use limits::{limits, not_a_share};
use names::LookAlikes;
pub(super) use newer::Newer;
pub(super) use parts::{Part, check as check_parts};
use poll::Undisclosed;
use unused::Unused;
use wording::Unchecked;

/// Where the parts of a series stand.
#[derive(Debug)]
pub(super) struct Places {
    /// Its edition, or its heading where it has none.
    pub(super) edition: Range<usize>,
    /// The periods of its points.
    pub(super) points: Vec<Range<usize>>,
}

/// The rules of what is doubtful.
pub(super) const RULES: [&[Rule]; 17] = [
    also::RULES,
    base::RULES,
    compare::RULES,
    derived::RULES,
    edition::RULES,
    lacking::RULES,
    limits::RULES,
    names::RULES,
    newer::RULES,
    parts::RULES,
    period::RULES,
    poll::RULES,
    review::RULES,
    series::RULES,
    target::RULES,
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
    pub(super) newer: Newer,
    thin_poll: Option<Undisclosed>,
    unchecked: Unchecked,
    around: Surroundings,
    /// The words that can be looked up in copies of sources.
    pub(super) quoted: Quoted,
    /// How many of them there were before the current indicator.
    quoted_before: usize,
}

/// What is known around the figures that are being read.
#[derive(Debug, Default)]
struct Surroundings {
    /// What the indicator is called and counts.
    names: String,
    /// The margin of error of its poll.
    margin: Option<f64>,
    /// The same of the series.
    series: (String, Option<f64>),
}

fn margin(poll: Option<&Poll>) -> Option<f64> {
    poll.and_then(|poll| poll.margin).map(Decimal::value)
}

impl Lint {
    pub(super) fn new(as_of: Day) -> Self {
        Self {
            as_of,
            is_partial: false,
            lacking: Lacking::default(),
            unused: Unused::default(),
            names: LookAlikes::default(),
            newer: Newer::default(),
            thin_poll: None,
            unchecked: Unchecked::default(),
            around: Surroundings::default(),
            quoted: Quoted::default(),
            quoted_before: 0,
        }
    }

    /// Checks the headline and the lines of a sound indicator; `places` says where they stand.
    pub(super) fn indicator(
        &mut self,
        ix: IndicatorIx,
        indicator: &Indicator,
        places: &[Places],
        row: &Row<'_>,
        sources: &[Source],
        faults: &mut Faults,
    ) {
        let from = faults.count();
        let headline = &indicator.headline;
        self.around.series = (String::new(), None);
        self.lacking.add(headline, row, ix, &|| quoted(&indicator.id));
        self.origin(headline, row, sources, faults);
        let points = indicator.series.iter().flat_map(|series| &series.points);
        let line = points.filter_map(|point| point.period.as_ref());
        period::season_or_years(headline, line, row.at(Key::Period), self.as_of, faults);
        limits(indicator, row, faults);
        compare::newer_point(indicator, row, faults);
        series::check(indicator, places, row, self.as_of, faults);
        edition::check(indicator, places, faults);
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
        self.figure(&rival.observation, row, sources, faults);
        let line = indicator.headline.period.iter();
        let at = row.at(Key::Period);
        period::season_or_years(&rival.observation, line, at, self.as_of, faults);
        compare::contradiction(indicator, rival, row, faults);
        target::among_rivals(indicator, rival, row, faults);
        faults.are_about(from, ix);
    }

    /// Checks a target of a sound indicator; `nth` is counted from 1.
    #[expect(clippy::too_many_arguments, reason = "a target is checked with all that is around it")]
    pub(super) fn target(
        &mut self,
        ix: IndicatorIx,
        indicator: &Indicator,
        nth: usize,
        target: &Target,
        row: &Row<'_>,
        sources: &[Source],
        faults: &mut Faults,
    ) {
        let from = faults.count();
        let name = || format!("target {nth} of {}", quoted(&indicator.id));
        self.lacking.add(&target.observation, row, ix, &name);
        self.figure(&target.observation, row, sources, faults);
        faults.are_about(from, ix);
    }

    /// Checks a sound point of a series.
    pub(super) fn point(
        &mut self,
        point: &Observation,
        row: &Row<'_>,
        sources: &[Source],
        faults: &mut Faults,
    ) {
        self.figure(point, row, sources, faults);
    }

    /// Checks a figure that is no headline.
    fn figure(
        &mut self,
        figure: &Observation,
        row: &Row<'_>,
        sources: &[Source],
        faults: &mut Faults,
    ) {
        self.origin(figure, row, sources, faults);
        not_a_share(figure, row, faults);
    }

    /// Checks a figure against where it is from: the words and the dates of its sources, or the
    /// calculation.
    fn origin(
        &mut self,
        figure: &Observation,
        row: &Row<'_>,
        sources: &[Source],
        faults: &mut Faults,
    ) {
        self.wording(figure, row, faults);
        self.quote(figure, row, sources);
        period::after_source(figure, row, sources, faults);
        base::check(figure, row, faults);
        also::repeated(figure, row, sources, faults);
        derived::check(figure, row, faults);
    }

    /// Checks the sound figures of an indicator that is left out.
    pub(super) fn left_out<'r>(
        &mut self,
        figures: impl Iterator<Item = (&'r Observation, &'r Row<'r>)>,
        faults: &mut Faults,
    ) {
        for (figure, row) in figures {
            self.wording(figure, row, faults);
        }
    }

    /// Remembers the words that sources with a copy are said to print.
    fn quote(&mut self, figure: &Observation, row: &Row<'_>, sources: &[Source]) {
        if self.quoted.is_empty() {
            return;
        }
        let own = (figure.source, &figure.wording, &figure.locator, row);
        // The words of a calculation are not printed in its source.
        let own = figure.derived.is_none().then_some(own);
        let also = figure.also.iter().zip(&row.also);
        let also = also.map(|(it, row)| (Some(it.source), &it.wording, &it.locator, row));
        for (source, wording, locator, row) in own.into_iter().chain(also) {
            let Some((source, wording)) = source.zip(wording.clone()) else { continue };
            if sources.get(source.0 as usize).is_some_and(|it| it.copy.is_some()) {
                self.quoted.add(Quotation {
                    source,
                    wording,
                    locator: locator.clone(),
                    at: row.at(Key::Wording),
                    locator_at: row.at(Key::Locator),
                    indicator: None,
                });
            }
        }
    }

    fn wording(&mut self, figure: &Observation, row: &Row<'_>, faults: &mut Faults) {
        // What is wrong with the wording of a calculation is that it has one.
        if figure.derived.is_some() || (figure.wording.is_none() && figure.also.is_empty()) {
            return;
        }
        let Surroundings { names, margin, series: (label, of_series) } = &self.around;
        let names = format!("{names}, {label}");
        let around = Around { names: Some(&names), margin: of_series.or(*margin) };
        if !wording::check(figure, around, row, self.as_of, faults) {
            self.unchecked.add(figure.wording.as_ref(), row);
        }
        for (other, row) in figure.also.iter().zip(&row.also) {
            if let Some(wording) = &other.wording
                && !wording::check_other(figure, wording, around, row, self.as_of, faults)
            {
                self.unchecked.add(Some(wording), row);
            }
        }
    }

    /// Begins an indicator: its figures are checked as those of something with these names.
    pub(super) fn begin<'t>(&mut self, names: impl Iterator<Item = &'t Text>, poll: Option<&Poll>) {
        self.quoted_before = self.quoted.count();
        let names = names.map(|name| &**name).collect::<Vec<_>>().join(", ");
        self.around = Surroundings { names, margin: margin(poll), ..Surroundings::default() };
    }

    /// Begins a series of the indicator.
    pub(super) fn begin_series(&mut self, label: Option<&Text>, poll: Option<&Poll>) {
        let label = label.map(ToString::to_string).unwrap_or_default();
        self.around.series = (label, margin(poll));
    }

    /// Checks an indicator with all its figures.
    pub(super) fn whole(
        &mut self,
        ix: IndicatorIx,
        indicator: &Indicator,
        row: &Row<'_>,
        faults: &mut Faults,
    ) {
        let from = faults.count();
        review::due(indicator, row, self.as_of, faults);
        faults.are_about(from, ix);
        self.quoted.are_about(self.quoted_before, ix);
    }

    /// Remembers what a poll does not disclose, until its indicator turns out to be sound.
    pub(super) fn poll(&mut self, row: &Row<'_>) {
        self.thin_poll = poll::undisclosed(row);
    }

    /// Gives the warnings that need the whole file. Returns the words to look up in copies.
    pub(super) fn finish(self, report: &Report, faults: &mut Faults) -> Quoted {
        self.lacking.finish(faults);
        self.unchecked.finish(faults);
        self.newer.finish(faults);
        if !self.is_partial {
            self.unused.finish(report, faults);
        }
        self.quoted
    }
}
