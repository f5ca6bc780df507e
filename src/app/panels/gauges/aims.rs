use crate::report::{Indicator, Observation, Status};

/// What is aimed at for an indicator, and how far it is: `aimed at −45 % vs 1990 by 2030: 9 points
/// short`.
pub fn aimed_at(indicator: &Indicator) -> Option<String> {
    let aims = indicator.targets.iter().map(|target| {
        let aim = &target.observation;
        // The words say already that it is a target.
        let status = aim.status.without(Status::Target);
        let reading = Observation { status, ..aim.clone() }.reading();
        let by = aim.period.as_ref().map(|period| format!(" by {}", period.words()));
        format!("{reading}{}: {}", by.unwrap_or_default(), indicator.distance(aim).short())
    });
    let aims = aims.collect::<Vec<_>>().join("; ");
    (!aims.is_empty()).then(|| format!("aimed at {aims}"))
}
