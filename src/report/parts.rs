//! Which indicators are parts of which.

mod sum;

pub use sum::{Mismatch, Sum, SumKind, mismatch};

use super::{IndicatorIx, Report};

/// The parts of all wholes: each whole with a part, in the order of the wholes, then of the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parts(Box<[(IndicatorIx, IndicatorIx)]>);

impl Report {
    /// The indicator that this one is a part of.
    pub fn whole(&self, part: IndicatorIx) -> Option<IndicatorIx> {
        self.indicator(part)?.part_of
    }

    /// The parts of an indicator, in the order of the file. It takes the logarithm of the number of all
    /// parts.
    pub fn parts(&self, whole: IndicatorIx) -> impl Iterator<Item = IndicatorIx> + '_ {
        let all = &self.parts.0;
        let from = all.partition_point(|(of, _)| *of < whole);
        let own = all.get(from..).unwrap_or_default();
        own.iter().take_while(move |(of, _)| *of == whole).map(|(_, part)| *part)
    }

    /// Builds the list that [`Report::parts`] reads, from `part_of` of each indicator.
    pub(crate) fn index_parts(&mut self) {
        let parts = self.indexed().filter_map(|(ix, part)| Some((part.part_of?, ix)));
        let mut parts: Vec<_> = parts.collect();
        parts.sort_unstable();
        self.parts = Parts(parts.into_boxed_slice());
    }
}

#[cfg(test)]
mod tests {
    use crate::report::{IndicatorIx, Report, indicator::tests::percent};

    #[test]
    fn a_whole_knows_its_parts_in_the_order_of_the_file() {
        let mut report = Report::default();
        for of in [Some(2), None, None, Some(1), Some(2), Some(0)] {
            let mut indicator = percent();
            indicator.part_of = of.map(IndicatorIx);
            report.indicators.push(indicator);
        }
        report.index_parts();
        for (whole, parts) in [(0, &[5][..]), (1, &[3]), (2, &[0, 4]), (3, &[]), (9, &[])] {
            let found: Vec<u32> = report.parts(IndicatorIx(whole)).map(|ix| ix.0).collect();
            assert_eq!(found, parts, "{whole}");
        }
        assert_eq!(report.whole(IndicatorIx(4)), Some(IndicatorIx(2)));
        assert_eq!(report.whole(IndicatorIx(1)), None);
    }
}
