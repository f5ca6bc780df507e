use ratatui::style::{Color, Modifier, Style};

/// Which characters drawings are made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Glyphs {
    /// Squares, walls and dots that nearly every terminal font has.
    #[default]
    Unicode,
    /// Plain ASCII, for terminals and locales that show nothing else.
    Ascii,
}

/// How meanings look. Panels name a meaning; colours are named here and nowhere else.
///
/// The colours are the terminal's own sixteen over its own background, so that light and dark
/// terminals are both right; without colour the same meanings are told by weight and marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Theme {
    colour: bool,
    glyphs: Glyphs,
}

/// The hues that tell groups apart, over and over; the last is the terminal's own foreground.
///
/// Red is kept for faults, and yellow cannot be read on a light background.
const HUES: [Option<Color>; 5] =
    [Some(Color::Cyan), Some(Color::Magenta), Some(Color::Green), Some(Color::Blue), None];

impl Theme {
    /// The default theme, in colour or without.
    pub fn new(colour: bool, glyphs: Glyphs) -> Self {
        Self { colour, glyphs }
    }

    /// Which characters drawings are made of.
    pub fn glyphs(&self) -> Glyphs {
        self.glyphs
    }

    /// The Unicode mark or its ASCII stand-in.
    pub fn pick(&self, unicode: &'static str, ascii: &'static str) -> &'static str {
        match self.glyphs {
            Glyphs::Unicode => unicode,
            Glyphs::Ascii => ascii,
        }
    }

    /// Text without emphasis.
    pub fn plain(&self) -> Style {
        Style::new()
    }

    /// What is there when looked for: labels, headings of columns, ticks, "no date".
    pub fn dim(&self) -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    /// What matters most in its place.
    pub fn strong(&self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// A key in the line of keys.
    pub fn key(&self) -> Style {
        self.strong()
    }

    /// Letters of a text that were typed to find it.
    pub fn found(&self) -> Style {
        self.strong().add_modifier(Modifier::UNDERLINED)
    }

    /// The character that typing goes in front of.
    pub fn cursor(&self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// The border of a panel.
    pub fn border(&self, focused: bool) -> Style {
        if focused { self.strong() } else { self.dim() }
    }

    /// The title of a panel or a tab.
    pub fn title(&self, focused: bool) -> Style {
        if focused { self.strong().add_modifier(Modifier::REVERSED) } else { self.plain() }
    }

    /// The label of the selected row.
    pub fn selected(&self, focused: bool) -> Style {
        if focused { self.strong().add_modifier(Modifier::REVERSED) } else { self.strong() }
    }

    /// The heading of a group.
    pub fn group(&self, group: Option<u32>) -> Style {
        self.hue(group).add_modifier(Modifier::BOLD)
    }

    /// Cells that are surely or roughly reached.
    pub fn reached(&self, group: Option<u32>) -> Style {
        self.hue(group)
    }

    /// Cells that may be reached.
    pub fn may_reach(&self, group: Option<u32>) -> Style {
        self.hue(group).add_modifier(Modifier::DIM)
    }

    /// A limit that the source states.
    pub fn wall(&self, group: Option<u32>) -> Style {
        self.hue(group).add_modifier(Modifier::BOLD)
    }

    /// Something to look at again.
    pub fn warning(&self) -> Style {
        self.coloured(Color::Red)
    }

    /// A fault.
    pub fn fault(&self) -> Style {
        self.coloured(Color::Red).add_modifier(Modifier::BOLD | Modifier::REVERSED)
    }

    fn hue(&self, group: Option<u32>) -> Style {
        let hue = group.and_then(|at| HUES.get(at as usize % HUES.len())).copied().flatten();
        hue.map_or_else(Style::new, |hue| self.coloured(hue))
    }

    fn coloured(&self, colour: Color) -> Style {
        if self.colour { Style::new().fg(colour) } else { Style::new() }
    }
}
