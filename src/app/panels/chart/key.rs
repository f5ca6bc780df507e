//! What the signs of a chart mean, only of those that it has.

use super::marker::{FLAGS, is_firm_status};
use super::{Chart, Figure, FigureIx, Mark, Marker, chart_day, figures, is_firm};
use crate::report::{Indicator, Period};

/// The signs of a chart, each with its meaning: `× another measure`.
pub fn key(indicator: &Indicator, at: usize, chart: &Chart) -> Vec<(String, &'static str)> {
    let all = figures(indicator, at, chart);
    let drawn: Vec<&Figure<'_>> = all.iter().filter(|it| it.has_height()).collect();
    let mut out: Vec<(String, &'static str)> = Vec::new();
    let mut add = |is_there: bool, sign: &str, means| {
        if is_there {
            out.push((sign.to_owned(), means));
        }
    };
    let uses =
        |wanted: &[Marker]| drawn.iter().any(|it| wanted.contains(&Marker::of(it.observation)));
    let is_other = |it: &&&Figure<'_>| it.mark == Mark::Other;
    add(drawn.iter().any(|it| it.ix == FigureIx::Headline) && drawn.len() > 1, "‹", "this figure");
    add(drawn.iter().any(|it| is_other(&it)), "×", "other measure");
    let (below, above) = (Marker::OrLower, Marker::OrHigher);
    add(uses(&[below, Marker::JustBelow]), "┬", "at most");
    add(uses(&[above, Marker::JustAbove]), "┴", "at least");
    add(uses(&[below, above]), "┊", "may be here");
    let rough = [Marker::About, Marker::BetweenAbout, Marker::JustAbove, Marker::JustBelow];
    add(uses(&rough), "≈", "roughly");
    add(uses(&[Marker::Between, Marker::BetweenAbout]), "┃", "between");
    add(drawn.iter().any(|it| it.observation.uncertainty.is_some()), "┃", "interval");
    let dated: Vec<&Figure<'_>> =
        all.iter().filter(|it| chart_day(it.observation).is_some() || it.has_height()).collect();
    for (status, flag) in FLAGS {
        let mut own = dated.iter().filter(|it| it.observation.status.has(status)).peekable();
        let is_there = own.peek().is_some();
        // The hollow mark is explained together with the letter below it.
        let is_hollow = |it: &&&Figure<'_>| {
            !is_firm_status(status.into()) && it.has_height() && it.mark != Mark::Other
        };
        let hollow = own.find(is_hollow).map_or("", |it| it.mark.glyph(false));
        add(is_there, &format!("{hollow}{flag}"), status.word());
    }
    let derived = |it: &&&Figure<'_>| it.observation.derived.is_some() && it.mark != Mark::Other;
    let derived = drawn.iter().find(derived);
    let sign = derived.map_or("", |it| it.mark.glyph(is_firm(it.observation)));
    add(derived.is_some(), sign, "our own calculation");
    add(dated.iter().any(|it| Marker::of(it.observation) == Marker::InWords), "”", "in words only");
    let is_vague = |it: &&Figure<'_>| it.observation.period.as_ref().is_some_and(Period::is_vague);
    add(dated.iter().any(is_vague), "( )", "about then");
    out
}
