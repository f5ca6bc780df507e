//! What is said of two figures if one of them is aimed at.

use super::Verdict;
use crate::report::{Observation, Status};

impl Verdict<'_> {
    /// Whether one of the two is aimed at.
    pub(super) fn is_about_aim(&self) -> bool {
        let figures = [&self.indicator.headline, &self.rival.observation];
        figures.iter().any(|figure| figure.status.has(Status::Target))
    }

    /// How far the observed one of the two is from the one that is aimed at, if both measure the same.
    pub(super) fn aim(&self, is_aloud: bool) -> Option<String> {
        let (here, there) = (&self.indicator.headline, &self.rival.observation);
        let distance = |figure: &Observation, target: &Observation| {
            let distance = figure.distance_to(target).filter(|_| figure.status.is_observed())?;
            Some(distance.timeless(is_aloud))
        };
        if self.rival.differs.is_some() || !self.rival.shares_axis(self.indicator) {
            return None;
        }
        distance(here, there).map(|distance| format!("is a target; {distance}")).or_else(|| {
            let distance = distance(there, here)?;
            Some(format!("counts towards what the headline aims at; {distance}"))
        })
    }
}
