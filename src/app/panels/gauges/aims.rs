use crate::report::{Indicator, Observation, Status};

/// What is aimed at for an indicator, in words: `aimed at −45 % vs 1990 by 2030`.
pub fn aimed_at(indicator: &Indicator) -> Option<String> {
    let aims = indicator.targets.iter().map(|target| {
        let aim = &target.observation;
        // The words say already that it is a target.
        let status = aim.status.without(Status::Target);
        let reading = Observation { status, ..aim.clone() }.reading();
        let by = aim.period.as_ref().map(|period| format!(" by {}", period.words()));
        format!("{reading}{}", by.unwrap_or_default())
    });
    let aims = aims.collect::<Vec<_>>().join(" and ");
    (!aims.is_empty()).then(|| format!("aimed at {aims}"))
}
