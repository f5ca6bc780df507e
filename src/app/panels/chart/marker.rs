//! The signs of the points of a chart, and what the legend says of them.

use super::{Chart, chart_day, has_height};
use crate::report::{End, Indicator, Observation, Period, Status, StatusSet};

/// How a point of a chart shows what its figure allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    /// The mark of its series at the value, as nothing limits it.
    Exact,
    /// A lower limit at the value, with a whisker on the allowed side.
    OrHigher,
    /// An upper limit at the value, with a whisker on the allowed side.
    OrLower,
    /// Somewhere about the value.
    About,
    /// A little above the value and not below it.
    JustAbove,
    /// A little below the value and not above it.
    JustBelow,
    /// Between two stated values.
    Between,
    /// Between two values that are vague themselves.
    BetweenAbout,
    /// An order of magnitude: words without a height on the chart.
    InWords,
    /// No value.
    NoValue,
}

/// The markers of hedges, with their signs and their words in the legend.
///
/// The first two signs, solid and hollow, are for a chart of one series; with several series, the
/// third is drawn at the mark of the point. The words speak of up and down, as one sign is drawn for
/// "more than 8" and for "fell by less than 8".
pub(super) const HEDGED: [(Marker, [&str; 3], &str); 6] = [
    (Marker::OrHigher, ["▲", "△", "┆↑"], "or higher"),
    (Marker::OrLower, ["▼", "▽", "┆↓"], "or lower"),
    (Marker::About, ["≈", "≈", "≈"], "about"),
    (Marker::JustAbove, ["▴", "▵", "▴"], "just above"),
    (Marker::JustBelow, ["▾", "▿", "▾"], "just below"),
    (Marker::Between, ["┃", "┃", "┃"], "between"),
];

/// Statuses with their signs at the foot of the chart: the letters of the code list, except for a
/// missing value, whose `O` looks like a zero, and for statuses that the list does not have.
const FLAGS: [(Status, &str); 21] = [
    (Status::Break, "B"),
    (Status::Differs, "D"),
    (Status::Estimated, "E"),
    (Status::Forecast, "F"),
    (Status::Target, "T"),
    (Status::Scenario, "C"),
    (Status::Experimental, "G"),
    (Status::Imputed, "I"),
    (Status::Derogation, "J"),
    (Status::NotSignificant, "N"),
    (Status::Provisional, "P"),
    (Status::SpecialEvent, "S"),
    (Status::LowReliability, "U"),
    (Status::Unvalidated, "V"),
    (Status::IncludesOthers, "W"),
    (Status::IncludedElsewhere, "K"),
    (Status::Suppressed, "Q"),
    (Status::Missing, "?"),
    (Status::Holiday, "H"),
    (Status::NotCollected, "L"),
    (Status::CannotExist, "M"),
];

impl Marker {
    /// How an observation is drawn. Falls go by the values that they allow, as rises do.
    pub fn of(observation: &Observation) -> Self {
        let Some(quantity) = &observation.quantity else {
            return Self::NoValue;
        };
        if !has_height(observation) {
            return Self::InWords;
        }
        let interval = quantity.interval();
        match (interval.low, interval.high) {
            (End::Vague(a), End::Vague(b)) if a < b => Self::BetweenAbout,
            (End::Vague(_) | End::Open, End::Vague(_) | End::Open) => Self::About,
            (End::Vague(_), _) => Self::JustBelow,
            (_, End::Vague(_)) => Self::JustAbove,
            (End::Open, _) => Self::OrLower,
            (_, End::Open) => Self::OrHigher,
            (low, high) if low.value() < high.value() => Self::Between,
            _ => Self::Exact,
        }
    }

    /// The sign of a point of the series at this position of the chart, one cell wide. If the point
    /// is not firm it is hollow, unless the sign has no hollow form.
    pub fn glyph(self, rank: usize, firm: bool) -> &'static str {
        match self {
            Self::Exact => Chart::mark(rank, firm),
            Self::InWords => "”",
            Self::NoValue => "?",
            Self::BetweenAbout => Self::About.glyph(rank, firm),
            hedged => HEDGED.iter().find(|row| row.0 == hedged).map_or("?", |(_, signs, _)| {
                let [solid, hollow, _] = signs;
                if firm { solid } else { hollow }
            }),
        }
    }
}

/// Whether nothing makes the figure weaker than one that a source observed. Figures that are forecast,
/// aimed at, supposed, estimated, imputed, provisional, unreliable, not validated or worked out by those
/// who wrote the file are drawn hollow.
pub fn is_firm(observation: &Observation) -> bool {
    observation.derived.is_none() && is_firm_status(observation.status)
}

fn is_firm_status(status: StatusSet) -> bool {
    use Status::{Break, Derogation, Differs, IncludesOthers, Normal, SpecialEvent};
    let is_firm =
        |it| matches!(it, Normal | Break | Differs | Derogation | IncludesOthers | SpecialEvent);
    status.iter().all(is_firm)
}

/// The sign of a status at the foot of a chart, of several the first; `None` for a normal value.
pub fn status_flag(status: StatusSet) -> Option<&'static str> {
    FLAGS.iter().find(|(it, _)| status.has(*it)).map(|(_, flag)| *flag)
}

/// The signs that this chart uses besides the marks of its series, each with its meaning: hedges,
/// statuses, words without a number, approximate dates.
pub fn markers(indicator: &Indicator, chart: &Chart) -> Vec<(String, &'static str)> {
    let points: Vec<(usize, &Observation)> = chart
        .drawn(indicator)
        .enumerate()
        .flat_map(|(rank, series)| series.points.iter().map(move |point| (rank, point)))
        .filter(|(_, point)| chart_day(point).is_some())
        .collect();
    let uses = |wanted: Marker| {
        points.iter().any(|(_, point)| match Marker::of(point) {
            // It is drawn with the signs of both.
            Marker::BetweenAbout => matches!(wanted, Marker::About | Marker::Between),
            sign => sign == wanted,
        })
    };
    let mut out = Vec::new();
    let several = chart.series.len() > 1;
    for (sign, [alone, _, beside], words) in HEDGED {
        if uses(sign) {
            out.push((if several { beside } else { alone }.to_owned(), words));
        }
    }
    for (status, flag) in FLAGS {
        let mut own = points.iter().filter(|(_, point)| point.status.has(status)).peekable();
        if own.peek().is_some() {
            // The hollow mark is explained together with the letter below it.
            let has_mark = |p| has_height(p) && (several || Marker::of(p) == Marker::Exact);
            let hollow = own.find(|(_, p)| !is_firm_status(status.into()) && has_mark(p));
            let hollow = hollow.map_or("", |(rank, _)| Chart::mark(*rank, false));
            out.push((format!("{hollow}{flag}"), status.word()));
        }
    }
    let own_mark = |rank: usize, point: &Observation| {
        let sign = if several { Marker::Exact } else { Marker::of(point) };
        sign.glyph(rank, is_firm(point))
    };
    let mut drawn = points.iter().filter(|(_, point)| has_height(point));
    if let Some((rank, point)) = drawn.clone().find(|(_, point)| point.derived.is_some()) {
        out.push((own_mark(*rank, point).to_owned(), "our own calculation"));
    }
    if let Some((rank, point)) = drawn.find(|(_, point)| point.uncertainty.is_some()) {
        out.push((format!("{}┃", own_mark(*rank, point)), "interval"));
    }
    if uses(Marker::InWords) {
        out.push(("”".to_owned(), "in words only"));
    }
    if points.iter().any(|(_, p)| p.period.as_ref().is_some_and(Period::is_vague)) {
        out.push(("( )".to_owned(), "about that time"));
    }
    out
}
