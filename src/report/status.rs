/// Observation status, the SDMX code list `CL_OBS_STATUS`.
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
    /// Imputed for a missing value.
    Imputed,
    /// Provisional, to be revised.
    Provisional,
    /// Of low reliability.
    LowReliability,
    /// Not validated.
    Unvalidated,
    /// Known, but not published.
    Suppressed,
    /// Missing.
    Missing,
}

/// The code list: the status, its word in the file and on the screen, and its SDMX letter.
pub const STATUSES: &[(Status, &str, char)] = &[
    (Status::Normal, "normal", 'A'),
    (Status::Break, "break", 'B'),
    (Status::Differs, "definition differs", 'D'),
    (Status::Estimated, "estimated", 'E'),
    (Status::Forecast, "forecast", 'F'),
    (Status::Imputed, "imputed", 'I'),
    (Status::Provisional, "provisional", 'P'),
    (Status::LowReliability, "low reliability", 'U'),
    (Status::Unvalidated, "unvalidated", 'V'),
    (Status::Suppressed, "suppressed", 'Q'),
    (Status::Missing, "missing", 'O'),
];

impl Status {
    /// Reads a word or a letter of the code list.
    pub fn find(raw: &str) -> Option<Self> {
        let raw = raw.trim();
        STATUSES
            .iter()
            .find(|(_, word, letter)| {
                raw.eq_ignore_ascii_case(word)
                    || raw.eq_ignore_ascii_case(letter.encode_utf8(&mut [0; 4]))
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
            status => status.word(),
        }
    }

    /// The same as a part of a sentence.
    pub fn spoken(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Break | Self::Imputed | Self::Provisional | Self::Missing => self.words(),
            Self::Differs => "by a definition that differs",
            Self::Estimated => "an estimate",
            Self::Forecast => "a forecast",
            Self::LowReliability => "of low reliability",
            Self::Unvalidated => "not validated",
            Self::Suppressed => "known but not published",
        }
    }

    /// Whether an observation of this status may have no value.
    pub fn may_lack_value(self) -> bool {
        matches!(self, Self::Suppressed | Self::Missing)
    }
}
