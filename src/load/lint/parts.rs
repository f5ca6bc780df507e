//! Warnings about parts and their wholes.

use std::ops::Range;

use crate::diagnostic::{Faults, quoted, rules};
use crate::report::{IndicatorIx, Mismatch, Report, SumKind, mismatch};

rules! {

    /// A part that cannot be added up with others to its whole.
    OTHER_KIND "W030" "a part of another kind than its whole"
r#"Parts add up to their whole, so they have its unit, perhaps with another
multiplier, and are levels or changes as it is. A part in percent of a whole
that is an amount is fine, and is not added. What only belongs together goes
into 'related'.

    wrong:  unit = "people"   with  part_of = "emissions", which is in "Mt"
    right:  unit = "kt"       with  related = ["emissions"]"#

    /// Parts that are together more than their whole.
    TOO_MUCH "W031" "the parts add up to more than the whole"
r"The figures that name this one in 'part_of' are together more than it is,
whatever rounding and hedges allow. One of them was copied wrongly, is counted
twice, or is no part of it. Parts that are less than the whole give no
warning: the file need not have them all. Parts of other periods than the
whole are not added.

    wrong:  value = 15.5   with parts of  8.3, 7.1 and 4.0
    right:  value = 15.5   with parts of  8.3 and 7.1"
}

/// A part with where it says what it is a part of.
pub(in crate::load) struct Part {
    pub(in crate::load) ix: IndicatorIx,
    pub(in crate::load) at: Range<usize>,
}

/// Checks the parts of a report, which are in its order; `id` says where the id of an indicator stands.
pub(in crate::load) fn check(
    report: &Report,
    parts: &[Part],
    id: impl Fn(&str) -> Option<Range<usize>>,
    faults: &mut Faults,
) {
    for Part { ix, at } in parts {
        let Some((whole, of)) = report.whole(*ix).and_then(|of| Some((of, report.indicator(of)?)))
        else {
            continue;
        };
        let from = faults.count();
        let part = report.indicator(*ix);
        let why = part.and_then(|part| mismatch(part, of));
        if let (Some(part), Some(why)) = (part, why.filter(|why| *why != Mismatch::ShareOfAmount)) {
            let names = (quoted(&part.id), quoted(&of.id));
            let message = format!(
                "{} cannot be added to other parts of {}: {}",
                names.0,
                names.1,
                why.words()
            );
            faults
                .add(&OTHER_KIND, at.clone(), message)
                .help("correct 'unit' or 'change' of one of them, or name it in 'related' instead");
        }
        faults.are_about(from, *ix);
        // The first part stands for all of them.
        if report.parts(whole).next() == Some(*ix) {
            let from = faults.count();
            too_much(report, whole, at, &id, faults);
            faults.are_about(from, whole);
        }
    }
}

fn too_much(
    report: &Report,
    whole: IndicatorIx,
    part: &Range<usize>,
    id: &impl Fn(&str) -> Option<Range<usize>>,
    faults: &mut Faults,
) {
    let sum = report.sum_of_parts(whole).filter(|sum| sum.kind == SumKind::More);
    let (Some(sum), Some(of)) = (sum, report.indicator(whole)) else { return };
    let at = id(&of.id).unwrap_or_else(|| part.clone());
    let name = format!("the parts of {}", quoted(&of.id));
    let message = sum.words.replacen("the parts", &name, 1);
    faults
        .add(&TOO_MUCH, at, message)
        .help("copy the whole and its parts again, and see that nothing is in two parts")
        .related(part.clone(), "the first part");
}

#[cfg(test)]
mod tests;
