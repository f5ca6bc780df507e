//! The parts of a figure, for speech.

use super::speech::{Sentences, aloud};
use crate::report::{IndicatorIx, Report};

/// The parts of an indicator with their figures, and what they add up to; `None` where it has none.
pub fn spoken_parts(report: &Report, whole: IndicatorIx) -> Option<String> {
    let parts = report.parts(whole).filter_map(|ix| report.indicator(ix));
    let parts: Vec<_> = parts
        .map(|part| {
            let date = format!("; period: {}", part.headline.period_words());
            let is_same = report
                .indicator(whole)
                .is_some_and(|of| of.headline.period == part.headline.period);
            let date = if is_same { String::new() } else { date };
            aloud(&format!("{}, {}{date}", part.label, part.headline.spoken()))
        })
        .collect();
    if parts.is_empty() {
        return None;
    }
    let mut out = Sentences::default();
    out.say(&format!("Its parts: {}", parts.join("; ")));
    out.maybe(report.sum_of_parts(whole).map(|sum| aloud(&sum.words)));
    Some(out.end())
}
