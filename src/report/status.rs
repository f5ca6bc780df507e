mod set;

pub use set::StatusSet;

/// Observation status: the SDMX code list `CL_OBS_STATUS`, and two of our own for what is aimed at or
/// supposed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Status {
    /// A normal value.
    #[default]
    Normal,
    /// The series breaks here: not comparable with earlier points.
    Break,
    /// The definition differs from that of its neighbours.
    Differs,
    /// Estimated by its source.
    Estimated,
    /// A forecast or a plan.
    Forecast,
    /// An aim, by its date.
    Target,
    /// What would come of certain assumptions.
    Scenario,
    /// From a method that is still tried out.
    Experimental,
    /// Imputed for a missing value.
    Imputed,
    /// By a rule that is departed from with leave.
    Derogation,
    /// Not significant.
    NotSignificant,
    /// Provisional, to be revised.
    Provisional,
    /// Out of the ordinary: a strike or another special event.
    SpecialEvent,
    /// Of low reliability.
    LowReliability,
    /// Not validated.
    Unvalidated,
    /// With the data of another category.
    IncludesOthers,
    /// Within the data of another category, and not given by itself.
    IncludedElsewhere,
    /// Known, but not published.
    Suppressed,
    /// Missing.
    Missing,
    /// Missing, as it was a holiday.
    Holiday,
    /// Missing, as it was not collected.
    NotCollected,
    /// Missing, as it cannot exist.
    CannotExist,
}

/// The letter of a status in SDMX, and its name there.
pub type SdmxCode = (char, &'static str);

/// The code list: the status, its word in the file and on the screen, and its letter and name in SDMX,
/// if it is one of SDMX.
pub const STATUSES: &[(Status, &str, Option<SdmxCode>)] = &[
    (Status::Normal, "normal", Some(('A', "Normal value"))),
    (Status::Break, "break", Some(('B', "Time series break"))),
    (Status::Differs, "definition differs", Some(('D', "Definition differs"))),
    (Status::Estimated, "estimated", Some(('E', "Estimated value"))),
    (Status::Forecast, "forecast", Some(('F', "Forecast value"))),
    (Status::Target, "target", None),
    (Status::Scenario, "scenario", None),
    (Status::Experimental, "experimental", Some(('G', "Experimental value"))),
    (Status::Imputed, "imputed", Some(('I', "Imputed value"))),
    (Status::Derogation, "derogation", Some(('J', "Derogation"))),
    (Status::NotSignificant, "not significant", Some(('N', "Not significant"))),
    (Status::Provisional, "provisional", Some(('P', "Provisional value"))),
    (Status::SpecialEvent, "special event", Some(('S', "Strike and other special events"))),
    (Status::LowReliability, "low reliability", Some(('U', "Low reliability"))),
    (Status::Unvalidated, "unvalidated", Some(('V', "Unvalidated value"))),
    (Status::IncludesOthers, "includes others", Some(('W', "Includes data from another category"))),
    (
        Status::IncludedElsewhere,
        "included elsewhere",
        Some(('K', "Data included in another category")),
    ),
    (Status::Suppressed, "suppressed", Some(('Q', "Missing value; suppressed"))),
    (Status::Missing, "missing", Some(('O', "Missing value"))),
    (Status::Holiday, "holiday", Some(('H', "Missing value; holiday or weekend"))),
    (
        Status::NotCollected,
        "not collected",
        Some(('L', "Missing value; data exist but were not collected")),
    ),
    (Status::CannotExist, "cannot exist", Some(('M', "Missing value; data cannot exist"))),
];

impl Status {
    /// Reads a word or a letter of the code list.
    pub fn find(raw: &str) -> Option<Self> {
        let raw = raw.trim();
        let is_letter =
            |&(letter, _): &(char, &str)| raw.eq_ignore_ascii_case(letter.encode_utf8(&mut [0; 4]));
        STATUSES
            .iter()
            .find(|(_, word, sdmx)| {
                raw.eq_ignore_ascii_case(word) || sdmx.as_ref().is_some_and(is_letter)
            })
            .map(|&(status, ..)| status)
    }

    /// The word of the code list.
    pub fn word(self) -> &'static str {
        STATUSES.iter().find(|(s, ..)| *s == self).map_or("normal", |&(_, word, _)| word)
    }

    /// In words beside a figure, where the word of the code list would need its context.
    pub fn words(self) -> &'static str {
        match self {
            Self::Break => "not comparable with those before",
            Self::Derogation => "by another rule",
            Self::SpecialEvent => "under special circumstances",
            Self::IncludesOthers => "with another category in it",
            Self::IncludedElsewhere => "counted in another category",
            Self::Holiday => "missing, a holiday",
            Self::CannotExist => "missing, as there can be none",
            status => status.word(),
        }
    }

    /// The same as a part of a sentence.
    pub fn spoken(self) -> &'static str {
        match self {
            Self::Differs => "by a definition that differs",
            Self::Estimated => "an estimate",
            Self::Forecast => "a forecast",
            Self::Target => "a target",
            Self::Scenario => "a scenario",
            Self::LowReliability => "of low reliability",
            Self::Unvalidated => "not validated",
            Self::Suppressed => "known but not published",
            status => status.words(),
        }
    }

    /// Whether it is about what is there. A forecast, a target and a scenario are not: what they say
    /// has not happened, or is only supposed.
    pub fn is_observed(self) -> bool {
        !matches!(self, Self::Forecast | Self::Target | Self::Scenario)
    }

    /// Whether an observation of this status may have no value.
    pub fn may_lack_value(self) -> bool {
        matches!(
            self,
            Self::IncludedElsewhere
                | Self::Suppressed
                | Self::Missing
                | Self::Holiday
                | Self::NotCollected
                | Self::CannotExist
        )
    }

    /// Whether it says how a value came about, or how far to trust it. A value that is missing has none
    /// of these.
    pub fn is_of_a_value(self) -> bool {
        matches!(
            self,
            Self::Estimated
                | Self::Forecast
                | Self::Experimental
                | Self::Imputed
                | Self::NotSignificant
                | Self::Provisional
                | Self::LowReliability
                | Self::Unvalidated
                | Self::IncludesOthers
        )
    }
}
