//! The components of the data: dimensions, the measure and attributes. Data and structure follow this
//! list.

use super::figure::Keyed;
use crate::export::citation::Cited;
use crate::export::csv::harmless;
use crate::report::{
    Period, Quantity, STATUSES, Source, Status, StatusSet, Target, Uncertainty, Unit,
};

/// What SDMX writes where a text is needed and none is stated.
const NOT_SPECIFIED: &str = "_X";

/// What SDMX writes for a value that is left out on purpose.
const LEFT_OUT: &str = "NaN";

/// What a component is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Dimension,
    Time,
    Measure,
    Attribute,
}

/// A list of codes that a component takes its values from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Codes {
    /// Any text.
    Text,
    /// A number.
    Number,
    /// The indicators of the report.
    Indicators,
    /// The figures of its indicators.
    Figures,
    /// `CL_OBS_STATUS`.
    Statuses,
    /// `CL_UNIT_MULT`.
    Multipliers,
}

/// A component, which is a column of the data.
pub(super) struct Component {
    pub(super) id: &'static str,
    /// What it holds, in a sentence for readers.
    pub(super) about: &'static str,
    pub(super) role: Role,
    pub(super) codes: Codes,
    /// The cell of a figure; empty where there is nothing to say.
    pub(super) cell: fn(&Keyed<'_>) -> String,
}

/// The components, in the order of the columns.
pub(super) const COMPONENTS: &[Component] = &[
    dimension("REF_AREA", "The reference area; _X where none is stated", Codes::Text, |it| {
        harmless(it.row.area().unwrap_or(NOT_SPECIFIED).to_owned())
    }),
    dimension("INDICATOR", "The indicator", Codes::Indicators, |it| {
        it.row.indicator().id.to_string()
    }),
    dimension("FIGURE", "Which figure of the indicator", Codes::Figures, |it| it.figure.clone()),
    Component {
        id: "TIME_PERIOD",
        about: "The reference period",
        role: Role::Time,
        codes: Codes::Text,
        cell: |it| it.time.clone().unwrap_or_default(),
    },
    Component {
        id: "OBS_VALUE",
        about: "The value; NaN where it is limited, vague or missing",
        role: Role::Measure,
        codes: Codes::Number,
        cell: |it| it.row.numbers().value.unwrap_or_else(|| LEFT_OUT.to_owned()),
    },
    number("LOWER_BOUND", "The lowest value that the source allows", |it| {
        it.row.numbers().lower.unwrap_or_default()
    }),
    number("UPPER_BOUND", "The highest value that the source allows", |it| {
        it.row.numbers().upper.unwrap_or_default()
    }),
    text("COMPARATOR", "How a limit is meant: < <= >= > as in FHIR, or ~ for about", |it| {
        it.row.numbers().comparator.to_owned()
    }),
    text("STATED_VALUE", "The figure in words, with its hedge", |it| it.row.stated()),
    text("HEDGE", "The word of the source that limits the number", |it| {
        let quantity = it.row.observation().quantity.as_ref();
        quantity.and_then(Quantity::hedge).map_or_else(String::new, |hedge| hedge.word.to_owned())
    }),
    text("WORDING", "The figure exactly as printed", |it| {
        maybe(it.row.observation().wording.as_deref())
    }),
    text("UNIT_MEASURE", "The unit of values and bounds, without its multiplier", |it| {
        Unit { multiplier: None, kind: it.row.unit().kind.clone() }.long()
    }),
    Component {
        id: "UNIT_MULT",
        about: "The power of ten that values and bounds are multiplied by",
        role: Role::Attribute,
        codes: Codes::Multipliers,
        cell: |it| it.row.unit().multiplier.map_or(0, |multiplier| multiplier as i32).to_string(),
    },
    Component {
        id: "OBS_STATUS",
        about: "The status of the observation; several ones are in COMMENT_OBS",
        role: Role::Attribute,
        codes: Codes::Statuses,
        cell: |it| letter(it.row.observation().status).to_string(),
    },
    text("NATURE", "Whether it is a level or a change", |it| {
        let change = it.row.observation().quantity.as_ref().is_some_and(Quantity::is_change);
        if change { "change" } else { "level" }.to_owned()
    }),
    text("PERIOD_EDTF", "The reference period in EDTF, exactly as the file states it", |it| {
        it.row.observation().period.as_ref().map(Period::to_edtf).unwrap_or_default()
    }),
    text("DATA_SOURCE", "The source: title, publisher and date", |it| {
        it.row.source().map_or_else(String::new, Source::citation)
    }),
    text("SOURCE_LINK", "The address of the source", |it| {
        maybe(it.row.source().and_then(|source| source.url.as_deref()))
    }),
    text("LOCATOR", "The place in the source", |it| maybe(it.row.observation().locator.as_deref())),
    text("STATED_BY", "Who says it", |it| maybe(it.row.observation().stated_by.as_deref())),
    text(
        "COMMENT_OBS",
        "Statuses without a code or beside another, and what else to know",
        comment,
    ),
    text("TITLE", "What is measured; of a point the label of its line", |it| {
        let line = it.row.series().and_then(|series| series.label.as_ref());
        line.unwrap_or(&it.row.indicator().label).to_string()
    }),
    text("TITLE_COMPL", "The denominator, or what is counted", |it| {
        maybe(it.row.indicator().of.as_deref())
    }),
    text("DIFFERS", "How what it measures differs from the headline", |it| maybe(it.row.differs())),
    text("BASE_EDTF", "The period that a change is measured from, in EDTF", |it| {
        it.row.observation().base.as_ref().map(|base| base.to_edtf()).unwrap_or_default()
    }),
    text("INTERVAL_IS", "What the bounds of an exact value are, in the source's words", |it| {
        let around = it.row.observation().uncertainty.as_deref();
        around.map(Uncertainty::name).unwrap_or_default().to_owned()
    }),
    text("SCENARIO", "The scenario that it belongs to", |it| {
        maybe(it.row.observation().scenario.as_deref())
    }),
    text("EDITION", "The edition of the line that it is a point of", |it| {
        let edition = it.row.series().and_then(|series| series.edition.as_ref());
        edition.map_or_else(String::new, |edition| edition.name.to_string())
    }),
    text("DERIVED", "How it was worked out where no source prints it", |it| {
        maybe(it.row.observation().derived.as_deref())
    }),
];

impl Component {
    /// Its cell, as it stands in the data: no text in it is a formula.
    pub(super) fn of(&self, figure: &Keyed<'_>) -> String {
        let cell = (self.cell)(figure);
        let is_free = self.role == Role::Attribute && self.codes == Codes::Text;
        if is_free { harmless(cell) } else { cell }
    }
}

const fn dimension(
    id: &'static str,
    about: &'static str,
    codes: Codes,
    cell: fn(&Keyed<'_>) -> String,
) -> Component {
    Component { id, about, role: Role::Dimension, codes, cell }
}

const fn text(id: &'static str, about: &'static str, cell: fn(&Keyed<'_>) -> String) -> Component {
    Component { id, about, role: Role::Attribute, codes: Codes::Text, cell }
}

const fn number(
    id: &'static str,
    about: &'static str,
    cell: fn(&Keyed<'_>) -> String,
) -> Component {
    Component { id, about, role: Role::Attribute, codes: Codes::Number, cell }
}

fn maybe(text: Option<&str>) -> String {
    text.unwrap_or_default().to_owned()
}

/// The letter of the first status that has one. A target and a scenario are no code of SDMX: nearest is
/// a forecast, as neither has happened.
fn letter(statuses: StatusSet) -> char {
    let code = |status: Status| {
        let entry = STATUSES.iter().find(|(own, ..)| *own == status);
        entry.and_then(|(_, _, sdmx)| *sdmx).map(|(letter, _)| letter)
    };
    if let Some(status) = statuses.foreseen() {
        return code(status).unwrap_or('F');
    }
    statuses.iter().find_map(code).unwrap_or('A')
}

/// The statuses in brackets, if the letter does not say them all, then what else to know.
fn comment(it: &Keyed<'_>) -> String {
    let observation = it.row.observation();
    let status = observation.status;
    let is_said =
        status.iter().count() < 2 && !status.has(Status::Target) && !status.has(Status::Scenario);
    let words = (!is_said).then(|| format!("[{}]", status.word()));
    let judged = match it.row.cited() {
        Cited::Target { indicator, target } => {
            let target: Option<&Target> = indicator.targets.get(target);
            target
                .and_then(|target| target.judgement.as_ref())
                .map(|words| format!("judged {words};"))
        }
        _ => None,
    };
    let note = observation.note.as_ref().map(ToString::to_string);
    let parts: Vec<_> = [words, judged, note].into_iter().flatten().collect();
    parts.join(" ").trim_end_matches(';').to_owned()
}
