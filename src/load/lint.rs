//! Warnings: what can be read, but is doubtful.

mod compare;
mod grouped;
mod names;
mod wording;

use std::ops::Range;

use super::reader::Row;
use super::rule::warnings::{
    AFTER_SOURCE, NO_LOCATOR, NO_SOURCE, NOT_A_SHARE, OFF_SCALE, REVIEW_DUE, THIN_POLL, UNDATED,
    UNUSED_GROUP, UNUSED_SOURCE,
};
use crate::diagnostic::{Faults, quoted};
use crate::report::{
    Day, GroupIx, Indicator, IndicatorIx, Observation, Quantity, Report, Rival, ScaleKind, Source,
    SourceIx, Status, Value, number,
};
use crate::schema::Key;
use grouped::Grouped;
use names::LookAlikes;

/// The keys that a poll lacks, and what it does not disclose without them.
type Undisclosed = Vec<(Key, &'static str)>;

/// What the warnings remember while a file is read.
#[derive(Debug)]
pub(super) struct Lint {
    as_of: Day,
    /// Whether parts of the file were not read; then nothing can be called unused.
    pub(super) is_partial: bool,
    no_source: Grouped,
    no_locator: Grouped,
    undated: Grouped,
    figures: usize,
    /// Where each source is defined, and whether anything cites it.
    pub(super) sources: Vec<(Range<usize>, bool)>,
    /// Where each group is defined, and whether anything belongs to it.
    pub(super) groups: Vec<(Range<usize>, bool)>,
    pub(super) names: LookAlikes,
    thin_poll: Option<(Range<usize>, Undisclosed)>,
}

impl Lint {
    pub(super) fn new(as_of: Day) -> Self {
        Self {
            as_of,
            is_partial: false,
            no_source: Grouped::default(),
            no_locator: Grouped::default(),
            undated: Grouped::default(),
            figures: 0,
            sources: Vec::new(),
            groups: Vec::new(),
            names: LookAlikes::default(),
            thin_poll: None,
        }
    }

    pub(super) fn source_used(&mut self, ix: SourceIx) {
        if let Some((_, used)) = self.sources.get_mut(ix.0 as usize) {
            *used = true;
        }
    }

    pub(super) fn group_used(&mut self, ix: GroupIx) {
        if let Some((_, used)) = self.groups.get_mut(ix.0 as usize) {
            *used = true;
        }
    }

    /// Checks the headline of a sound indicator.
    pub(super) fn indicator(
        &mut self,
        ix: IndicatorIx,
        indicator: &Indicator,
        row: &Row<'_>,
        sources: &[Source],
        faults: &mut Faults,
    ) {
        let from = faults.count();
        let headline = &indicator.headline;
        self.given(headline, row, ix, &|| quoted(&indicator.id));
        wording::check(headline, row, faults);
        after_source(headline, row, sources, faults);
        limits(indicator, row, faults);
        compare::newer_point(indicator, row, faults);
        if let Some(review_by) = &indicator.review_by
            && review_by.end().is_some_and(|last| last < self.as_of)
        {
            let (name, day) = (quoted(&indicator.id), review_by.words());
            let message = format!("{name} was due for another look by {day}");
            faults
                .add(&REVIEW_DUE, row.at(Key::ReviewBy), message)
                .help("look the figure up again, correct what has changed and set the next date");
        }
        if let Some((at, missing)) = self.thin_poll.take().filter(|_| indicator.poll.is_some()) {
            thin_poll(at, &missing, indicator, faults);
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
        self.given(&rival.observation, row, ix, &name);
        point(&rival.observation, row, sources, faults);
        compare::contradiction(indicator, rival, row, faults);
        faults.are_about(from, ix);
    }

    /// Remembers what a poll does not disclose, until its indicator turns out to be sound.
    pub(super) fn poll(&mut self, row: &Row<'_>) {
        let missing: Vec<_> = [
            (Key::Sample, "how many answered"),
            (Key::Fielded, "when people were asked"),
            (Key::Mode, "how they were asked"),
        ]
        .into_iter()
        .filter(|(key, _)| !row.has(*key) && !row.is_meant(&[*key]))
        .collect();
        self.thin_poll = (!missing.is_empty()).then(|| (row.span.clone(), missing));
    }

    /// Checks what every figure should have: a source, the place in it, and a period.
    fn given(
        &mut self,
        figure: &Observation,
        row: &Row<'_>,
        ix: IndicatorIx,
        name: &dyn Fn() -> String,
    ) {
        self.figures += 1;
        if figure.source.is_none() && !row.has(Key::Source) {
            self.no_source.add(row.span.clone(), ix, name);
        }
        if figure.source.is_some() && figure.locator.is_none() && !row.is_bad(&[Key::Locator]) {
            self.no_locator.add(row.at(Key::Source), ix, name);
        }
        if figure.period.is_none() {
            self.undated.add(row.span.clone(), ix, name);
        }
    }

    /// Gives the warnings that need the whole file.
    pub(super) fn finish(self, report: &Report, faults: &mut Faults) {
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
            "add locator = \"p. 41\", or any other place in the source",
            faults,
        );
        self.undated.report(
            &UNDATED,
            figures,
            "no reference period",
            "add period = \"2024\" if the source states one; if not, leave it out",
            faults,
        );
        if self.is_partial {
            return;
        }
        for ((at, _), source) in
            self.sources.iter().zip(&report.sources).filter(|((_, used), _)| !used)
        {
            let message = format!("nothing cites the source {}", quoted(&source.key));
            faults
                .add(&UNUSED_SOURCE, at.clone(), message)
                .help("cite it with 'source' where it belongs, or remove it");
        }
        for ((at, _), group) in
            self.groups.iter().zip(&report.groups).filter(|((_, used), _)| !used)
        {
            let message = format!("nothing belongs to the group {}", quoted(&group.id));
            faults
                .add(&UNUSED_GROUP, at.clone(), message)
                .help("name it with 'group' where it belongs, or remove it");
        }
    }
}

/// Reports what a poll does not disclose.
fn thin_poll(
    at: Range<usize>,
    missing: &[(Key, &'static str)],
    indicator: &Indicator,
    faults: &mut Faults,
) {
    let list = |words: Vec<String>| match words.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        words => words.concat(),
    };
    let unsaid = list(missing.iter().map(|(_, what)| (*what).to_owned()).collect());
    let keys = list(missing.iter().map(|(key, _)| format!("'{}'", key.word())).collect());
    let them = if missing.len() == 1 { "it" } else { "them" };
    let says_nothing = indicator.poll.as_ref().is_some_and(|poll| poll.disclosed() <= 1);
    let behind = format!("the poll behind {}", quoted(&indicator.id));
    let message = if says_nothing {
        format!("{behind} discloses nothing but that it is a poll")
    } else {
        format!("{behind} does not say {unsaid}")
    };
    faults.add(&THIN_POLL, at, message).help(format!("add {keys} if the source gives {them}"));
}

/// Checks a sound point of a series.
pub(super) fn point(point: &Observation, row: &Row<'_>, sources: &[Source], faults: &mut Faults) {
    wording::check(point, row, faults);
    after_source(point, row, sources, faults);
    not_a_share(point, row, faults);
}

/// Reports a period that ends after its source was published.
fn after_source(figure: &Observation, row: &Row<'_>, sources: &[Source], faults: &mut Faults) {
    let source = figure.source.and_then(|ix| sources.get(ix.0 as usize));
    let period = figure.period.as_ref().filter(|period| !period.is_vague());
    let (Some(period), Some(source)) = (period, source) else { return };
    let Some(published) = &source.published else { return };
    let (Some(end), Some(out)) = (period.end(), published.end()) else { return };
    if figure.status == Status::Forecast || end <= out {
        return;
    }
    let (name, day) = (quoted(&source.key), published.words());
    let message = format!("the period ends after {name} was published ({day})");
    faults
        .add(&AFTER_SOURCE, row.at(Key::Period), message)
        .help("correct one of the dates, or write status = \"forecast\" if it is one");
}

/// Reports a headline outside its declared scale, or outside 0 to 100 %.
fn limits(indicator: &Indicator, row: &Row<'_>, faults: &mut Faults) {
    let Some(quantity) = &indicator.headline.quantity else { return };
    let Some(scale) = indicator.scale.filter(|s| s.kind() == ScaleKind::Declared) else {
        not_a_share(&indicator.headline, row, faults);
        return;
    };
    if ends(quantity).into_iter().flatten().any(|v| !scale.holds(v)) {
        let message = format!(
            "the value ({}) lies outside the scale from {} to {}",
            indicator.headline.words(),
            number(scale.low()),
            number(scale.high())
        );
        faults
            .add(&OFF_SCALE, row.at(Key::Value), message)
            .help("widen 'scale', or correct the value")
            .related(row.at(Key::Scale), "the scale");
    }
}

/// Reports a share of less than 0 % or more than 100 %.
fn not_a_share(figure: &Observation, row: &Row<'_>, faults: &mut Faults) {
    let share = figure.quantity.as_ref().filter(|q| q.unit().is_percent() && !q.is_change());
    let ends = share.map(ends).into_iter().flatten().flatten();
    let Some(off) = ends.into_iter().find(|v| !(0.0..=100.0).contains(v)) else { return };
    let message = format!("{} is not a share of a whole", figure.words());
    let help = if off < 0.0 {
        "write change = true if it is a fall"
    } else {
        "write change = true if it is a rise; correct the value if it is a share"
    };
    faults.add(&NOT_A_SHARE, row.at(Key::Value), message).help(help);
}

/// The numbers of a figure.
fn ends(quantity: &Quantity) -> [Option<f64>; 2] {
    match quantity.value() {
        Value::Number(v) => [Some(v), None],
        Value::Pair(a, b) => [Some(a), Some(b)],
        Value::Fraction(f) => [Some(f.percent()), None],
        Value::Order(..) => [None, None],
    }
}
