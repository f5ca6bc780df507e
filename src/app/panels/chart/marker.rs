use super::{Chart, chart_day, has_height};
use crate::report::{End, Indicator, Observation, Period, Status};

/// How a point of a chart says what its figure allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    /// The mark of its series at the value: nothing limits it.
    Exact,
    /// A lower limit at the value; a whisker leads into the allowed side.
    OrHigher,
    /// An upper limit at the value; a whisker leads into the allowed side.
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
    /// An order of magnitude: words, and no height on the chart.
    InWords,
    /// No value.
    NoValue,
}

/// The markers that hedges have, with what the legend says of them.
///
/// The first sign is that of a chart of one series, the second stands at the mark of a point where
/// there are several. The words are of place, up and down: the same sign stands for "more than 8"
/// and for "fell by less than 8".
pub(super) const HEDGED: [(Marker, [&str; 2], &str); 6] = [
    (Marker::OrHigher, ["▲", "┆↑"], "or higher"),
    (Marker::OrLower, ["▼", "┆↓"], "or lower"),
    (Marker::About, ["≈", "≈"], "about"),
    (Marker::JustAbove, ["▴", "▴"], "just above"),
    (Marker::JustBelow, ["▾", "▾"], "just below"),
    (Marker::Between, ["┃", "┃"], "between"),
];

/// Statuses with the sign at the foot of the chart: the letter of the code list, but for a
/// missing value, whose `O` would pass for a zero.
const FLAGS: [(Status, &str); 10] = [
    (Status::Break, "B"),
    (Status::Differs, "D"),
    (Status::Estimated, "E"),
    (Status::Forecast, "F"),
    (Status::Imputed, "I"),
    (Status::Provisional, "P"),
    (Status::LowReliability, "U"),
    (Status::Unvalidated, "V"),
    (Status::Suppressed, "Q"),
    (Status::Missing, "?"),
];

impl Marker {
    /// How an observation is drawn; falls are told by the values that they allow, as rises are.
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

    /// The sign of a point of the series in this place of the chart, one cell wide; hollow where
    /// it is not firm and the sign can be.
    pub fn glyph(self, rank: usize, firm: bool) -> &'static str {
        match (self, firm) {
            (Self::Exact, _) => Chart::mark(rank, firm),
            (Self::OrHigher, true) => "▲",
            (Self::OrHigher, false) => "△",
            (Self::OrLower, true) => "▼",
            (Self::OrLower, false) => "▽",
            (Self::JustAbove, true) => "▴",
            (Self::JustAbove, false) => "▵",
            (Self::JustBelow, true) => "▾",
            (Self::JustBelow, false) => "▿",
            (Self::About | Self::BetweenAbout, _) => "≈",
            (Self::Between, _) => "┃",
            (Self::InWords, _) => "”",
            (Self::NoValue, _) => "?",
        }
    }
}

/// Whether nothing in the status makes the figure less than an observed one: what is forecast,
/// estimated, imputed, provisional, unreliable or not validated is drawn hollow.
pub fn is_firm(status: Status) -> bool {
    matches!(status, Status::Normal | Status::Break | Status::Differs)
}

/// The sign of a status at the foot of a chart; `None` for a normal value.
pub fn status_flag(status: Status) -> Option<&'static str> {
    FLAGS.iter().find(|(s, _)| *s == status).map(|(_, flag)| *flag)
}

/// The markers that this chart uses beside the marks of its series, each with its meaning: hedges,
/// statuses, words without a number, dates that are about right.
pub fn markers(indicator: &Indicator, chart: &Chart) -> Vec<(String, &'static str)> {
    let series = chart.series.iter().filter_map(|at| indicator.series.get(*at));
    let points: Vec<(usize, &Observation)> = series
        .enumerate()
        .flat_map(|(rank, series)| series.points.iter().map(move |point| (rank, point)))
        .filter(|(_, point)| chart_day(point).is_some())
        .collect();
    let uses = |wanted: Marker| {
        points.iter().any(|(_, point)| match Marker::of(point) {
            // Both are drawn by two markers that are known.
            Marker::BetweenAbout => matches!(wanted, Marker::About | Marker::Between),
            sign => sign == wanted,
        })
    };
    let mut out = Vec::new();
    let several = chart.series.len() > 1;
    for (sign, [alone, beside], words) in HEDGED {
        if uses(sign) {
            out.push((if several { beside } else { alone }.to_owned(), words));
        }
    }
    for (status, flag) in FLAGS {
        let mut own = points.iter().filter(|(_, point)| point.status == status).peekable();
        if own.peek().is_some() {
            // The hollow mark is explained with the letter that stands under it.
            let has_mark = |p| has_height(p) && (several || Marker::of(p) == Marker::Exact);
            let hollow = own.find(|(_, p)| !is_firm(status) && has_mark(p));
            let hollow = hollow.map_or("", |(rank, _)| Chart::mark(*rank, false));
            out.push((format!("{hollow}{flag}"), status.word()));
        }
    }
    if uses(Marker::InWords) {
        out.push(("”".to_owned(), "in words only"));
    }
    if points.iter().any(|(_, p)| p.period.as_ref().is_some_and(Period::is_vague)) {
        out.push(("( )".to_owned(), "about that time"));
    }
    out
}
