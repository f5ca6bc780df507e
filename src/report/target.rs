use super::{Observation, Text};

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
