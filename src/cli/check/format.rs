//! The formats of the findings.

/// The format of the diagnostics.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// One JSON array.
    Json,
    /// Workflow commands, from which GitHub makes notes at the lines of a change.
    Github,
}

/// Each format, its name on the command line, and what it is for.
pub const CHECK_FORMATS: &[(Format, &str, &str)] = &[
    (Format::Text, "text", "for people"),
    (Format::Json, "json", "one array with an object for each finding"),
    (Format::Github, "github", "notes at the lines of a change on GitHub"),
];

impl Format {
    /// The format of a name.
    pub fn find(name: &str) -> Option<Self> {
        CHECK_FORMATS.iter().find(|(_, own, _)| *own == name).map(|&(format, ..)| format)
    }
}
