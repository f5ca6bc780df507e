//! The signs of the figures of a chart.

use super::has_height;
use crate::report::{End, Observation, Status, StatusSet};

/// What the mark of a figure says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It measures what the headline measures; counted from 0, further lines and earlier editions have
    /// further marks.
    Same(usize),
    /// It measures something else, and is listed under the letter at this place of the alphabet.
    Other(usize),
}

/// The marks of figures for the same thing, solid for firm ones ([`is_firm`]) and hollow
/// for others. The first two are those of the gauges, where they say the same.
///
/// A seventh line has the first mark again. The text about the figure at the cursor tells them apart.
const MARKS: [(&str, &str); 6] =
    [(SQUARE, "○"), ("★", "☆"), ("◈", "◊"), ("+", "⊕"), ("◉", "◎"), ("⊞", "⊡")];
/// The mark of what is observed.
const SQUARE: &str = "■";
/// The marks of figures for something else: the letters of the list below the chart.
const LETTERS: &str = "abcdefghijklmnopqrstuvwxyz";
/// The mark of those that come after the last letter.
pub(super) const PAST_LETTERS: &str = "×";

impl Mark {
    /// Whether it measures something else.
    pub fn is_other(self) -> bool {
        matches!(self, Self::Other(_))
    }

    /// Whether the sign is a square, which may stand in one half of its cell.
    pub fn is_square(self, firm: bool) -> bool {
        self.glyph(firm) == SQUARE
    }

    /// The sign, one cell wide.
    pub fn glyph(self, firm: bool) -> &'static str {
        match self {
            Self::Other(nth) => LETTERS.get(nth..=nth).unwrap_or(PAST_LETTERS),
            Self::Same(rank) => {
                let (mark, hollow) =
                    MARKS.get(rank % MARKS.len()).copied().unwrap_or((SQUARE, "○"));
                if firm { mark } else { hollow }
            }
        }
    }
}

/// The sign at the foot of a chart, below a figure whose date is only about right.
pub const ABOUT_THEN: &str = "≈";

/// How a point of a chart shows what its figure allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    /// Its mark at the value, as nothing limits it.
    Exact,
    /// A lower limit at the value, with a line through all that it allows.
    OrHigher,
    /// An upper limit at the value, with a line through all that it allows.
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

/// Statuses with their signs at the foot of the chart: the letters of the code list, except for a
/// missing value, whose `O` looks like a zero, and for statuses that the list does not have.
pub(super) const FLAGS: [(Status, &str); 21] = [
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

    /// The sign at the value, one cell wide; a figure that is not firm has a hollow mark. Limits and
    /// vague words have signs of their own, whatever the mark.
    pub fn glyph(self, mark: Mark, firm: bool) -> &'static str {
        match self {
            Self::Exact => mark.glyph(firm),
            Self::OrHigher | Self::JustAbove => "┴",
            Self::OrLower | Self::JustBelow => "┬",
            Self::About | Self::BetweenAbout => "≈",
            Self::Between => "┃",
            Self::InWords => "”",
            Self::NoValue => "?",
        }
    }
}

/// Whether a source observed the figure, even if it may still change it. Figures that are forecast, aimed
/// at, supposed, estimated, imputed or worked out by those who wrote the file are drawn hollow.
pub fn is_firm(observation: &Observation) -> bool {
    observation.derived.is_none() && is_firm_status(observation.status)
}

pub(super) fn is_firm_status(status: StatusSet) -> bool {
    use Status::{Estimated, Imputed};
    let is_firm = |it| !matches!(it, Estimated | Imputed) && StatusSet::from(it).is_observed();
    status.iter().all(is_firm)
}

/// The sign of a status at the foot of a chart, of several the first; `None` for a normal value.
pub fn status_flag(status: StatusSet) -> Option<&'static str> {
    FLAGS.iter().find(|(it, _)| status.has(*it)).map(|(_, flag)| *flag)
}
