//! The figure that a marker asks for.

use super::Figures;
use super::markers::Slot;
use crate::diagnostic::nearest;
use crate::export::{Cited, INLINE_FORMS, InlineForm};
use crate::report::{Indicator, Observation, Period, Text};

/// What a marker asks for.
pub(super) struct Asked<'r> {
    pub(super) cited: Cited<'r>,
    pub(super) figure: &'r Observation,
    pub(super) form: InlineForm,
}

/// Finds what a marker asks for; the error says what to write instead.
pub(super) fn asked<'r>(slot: &Slot<'_>, figures: &Figures<'r>) -> Result<Asked<'r>, String> {
    let form = match slot.form {
        "" => InlineForm::default(),
        name => InlineForm::find(name).ok_or_else(|| unknown_form(name))?,
    };
    let (id, period) = match slot.name.split_once('@') {
        Some((id, period)) => (id, Some(period)),
        None => (slot.name, None),
    };
    let report = figures.report;
    let found = report.find(id).and_then(|ix| report.indicator(ix));
    let indicator = found.ok_or_else(|| missing(id, figures))?;
    let cited = match period {
        None => Cited::Headline(indicator),
        Some(period) => point(indicator, period)?,
    };
    let figure = cited.observation().ok_or_else(|| missing(id, figures))?;
    if figure.lacks_source() {
        return Err(format!("'{}' has no source: give it one in the report", slot.name));
    }
    Ok(Asked { cited, figure, form })
}

fn unknown_form(name: &str) -> String {
    let names: Vec<_> = INLINE_FORMS.iter().map(|(_, name, _)| *name).collect();
    format!("'{}' is no form of a figure: write one of {}", Text::new(name), names.join(", "))
}

fn missing(id: &str, figures: &Figures<'_>) -> String {
    if id.is_empty() {
        return "the marker names no figure: write its id behind 'fig:'".to_owned();
    }
    if let Some(why) = (figures.left_out)(id) {
        return why;
    }
    let ids = figures.report.indicators.iter().map(|own| &*own.id);
    let meant = nearest(id, ids).map(|near| format!("; did you mean '{near}'?"));
    let meant =
        meant.unwrap_or_else(|| ": give the figure back to the report, or write words".to_owned());
    format!("the report has no figure '{}'{meant}", Text::new(id))
}

/// The point of a series for a period. An edition that a later one restates does not count.
fn point<'r>(indicator: &'r Indicator, written: &str) -> Result<Cited<'r>, String> {
    let (id, shown) = (&indicator.id, Text::new(written));
    let no_date = || format!("'{shown}' is no date: write '{id}@2024' or '{id}@2024-06'");
    let wanted = Period::parse(written).ok().ok_or_else(no_date)?;
    let lines = indicator.series.iter().enumerate().filter(|(_, line)| !line.is_superseded());
    let all = lines.flat_map(|(series, line)| {
        let is_it = |it: &Observation| it.period.as_ref() == Some(&wanted);
        let points = line.points.iter().enumerate().filter(move |(_, point)| is_it(point));
        points.map(move |(point, _)| Cited::Point { indicator, series, point })
    });
    let all: Vec<_> = all.collect();
    match *all {
        [only] => Ok(only),
        [] => Err(format!("'{id}' has no point of {shown} in its series")),
        _ => Err(format!("'{id}' has several points of {shown}: write words in place of a marker")),
    }
}
