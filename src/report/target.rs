use super::{Day, Observation, Period, Text};

/// What is aimed at for the thing that the headline measures: no figure of what is there, and no
/// rival of one.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// The aim; its period says by when. Its status is [`Target`](super::Status::Target).
    pub observation: Observation,
    /// What the source says of its chances.
    pub judgement: Option<Text>,
    /// Its line in the file, counted from 1.
    pub line: u32,
}

impl Target {
    /// What the source says of its chances, as its words and not as a fact.
    pub fn chances(&self) -> Option<String> {
        self.judgement.as_ref().map(|judgement| format!("the source: “{judgement}”"))
    }
}

impl Observation {
    /// By when something is aimed at: `by 2025`, `for 2025–2030`, `by when is not stated`.
    pub fn due_words(&self) -> String {
        match &self.period {
            None => "by when is not stated".to_owned(),
            Some(period) if period.is_span() => format!("for {}", period.words()),
            Some(period) => format!("by {}", period.words()),
        }
    }

    /// The same for speech.
    pub fn spoken_due(&self) -> String {
        match &self.period {
            None => "by when is not stated".to_owned(),
            Some(period) if period.is_span() => format!("for {}", period.spoken()),
            Some(period) => format!("by {}", period.spoken()),
        }
    }

    /// Whether its period is over on a day. That is not known of a vague one.
    pub fn is_over(&self, as_of: Day) -> bool {
        let period = self.period.as_ref().filter(|period| !period.is_vague());
        period.and_then(Period::end).is_some_and(|end| end < as_of)
    }
}
