//! Limits that a file prints as numbers: where the source says "less than 2.5", the World Bank has 2.5.

use super::choose::Choice;
use super::point::Point;
use super::problem::Problem;
use crate::prose::hedge_for;
use crate::report::{HedgeClass, HedgeWord};

/// How many times the lowest number has to stand in a series to be doubted.
const MANY: usize = 3;

/// Gives the points with the lowest number the hedge that the user says, or asks for it.
pub(super) fn settle(points: &mut [Point], choice: &Choice) -> Result<(), Problem> {
    let number = |point: &Point| {
        point
            .value
            .as_ref()
            .filter(|_| point.is_exact())
            .and_then(|value| value.parse::<f64>().ok())
    };
    let lowest = points.iter().filter_map(number).min_by(f64::total_cmp);
    let is_lowest = |point: &&Point| {
        number(point).is_some_and(|own| Some(own.to_bits()) == lowest.map(f64::to_bits))
    };
    let found: Vec<&Point> = points.iter().filter(is_lowest).collect();
    let Some(first) = found.first() else { return Ok(()) };
    // Nothing is less than nothing, and a rise or a fall has no floor.
    if found.len() < MANY || lowest.is_some_and(|lowest| lowest <= 0.0) {
        return Ok(());
    }
    let value = first.value.clone().unwrap_or_default();
    let Some(word) = choice.lowest.as_deref() else {
        let message = format!("{value} is the lowest value and stands {} times", found.len());
        let help = format!(
            "it may stand for 'less than {value}': look into the source, then say --lowest 'less than', \
             --lowest 'at most' or --lowest exact"
        );
        return Err(Problem { lowest: Some(value), ..Problem::at(first.line, message, help) });
    };
    if word == "exact" {
        return Ok(());
    }
    let classes = [HedgeClass::Below, HedgeClass::AtMost, HedgeClass::UpTo];
    let hedge = HedgeWord::find(word).or_else(|| hedge_for(word));
    let hedge = hedge.filter(|hedge| classes.contains(&hedge.class)).ok_or_else(|| {
        let message = format!("--lowest cannot be '{word}'");
        Problem::new(message, "say 'less than', 'at most' or 'exact'")
    })?;
    for point in points.iter_mut() {
        if is_lowest(&&*point) {
            point.hedge = Some(hedge.word.to_owned());
        }
    }
    Ok(())
}
