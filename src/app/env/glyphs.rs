//! Which characters the user wants drawings to be made of.

/// Which characters drawings are to be made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum GlyphChoice {
    /// Those that the environment says the terminal can show.
    #[default]
    Auto,
    /// Squares, walls and dots.
    Unicode,
    /// Plain ASCII.
    Ascii,
}

/// The names of the choices, the default first.
pub const GLYPH_CHOICES: &[(&str, GlyphChoice)] = &[
    ("auto", GlyphChoice::Auto),
    ("unicode", GlyphChoice::Unicode),
    ("ascii", GlyphChoice::Ascii),
];

impl GlyphChoice {
    /// The choice of this name.
    pub fn find(name: &str) -> Option<Self> {
        GLYPH_CHOICES.iter().find(|(own, _)| *own == name).map(|(_, choice)| *choice)
    }
}
