//! How meanings look. Panels name a meaning; colours are named here and nowhere else.

mod palette;
mod sixteen;
mod xterm;

pub use sixteen::{SIXTEEN, sixteen};
pub(super) use xterm::parts as rgb_of;

use ratatui::style::{Color, Modifier, Style};

use crate::app::env::{Depth, ThemeName};
use palette::{DARK, HUES, Hue, LIGHT, Palette};

/// Which characters drawings are made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Glyphs {
    /// Squares, walls and dots that nearly every terminal font has.
    #[default]
    Unicode,
    /// Plain ASCII, for terminals and locales that show nothing else.
    Ascii,
}

/// How meanings look in one theme on one terminal.
///
/// The theme `terminal` has the terminal's own sixteen colours over its own background, so that
/// light and dark terminals are both right. The others have a background of their own, and no dim
/// text: terminals differ in what that does to its contrast. Without colour the same meanings are
/// told by weight, by reversed cells and by marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    ink: Ink,
    glyphs: Glyphs,
}

/// The means to tell meanings apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ink {
    /// Weight and reversed cells.
    Plain,
    /// These, and the colours that the user has chosen for the terminal, with one of ours where the
    /// terminal has more.
    Own(Color),
    /// Colours of ours on a background of ours.
    Painted(Palette),
}

/// The hues of the terminal's own colours.
///
/// Red is kept for warnings, white is text, and yellow cannot be read on a light background.
const OWN_HUES: [Color; HUES - 1] = [Color::Cyan, Color::Magenta, Color::Green, Color::Blue];
/// The last hue of sixteen colours, and a brown where there are more: it is further from the others, and
/// can be read on light and dark.
const LAST_OF_SIXTEEN: Color = Color::LightMagenta;
const LAST_OF_MORE: Color = Color::Indexed(136);

impl Theme {
    /// The terminal's own colours, or no colour.
    pub fn new(colour: bool, glyphs: Glyphs) -> Self {
        Self { ink: if colour { Ink::Own(LAST_OF_SIXTEEN) } else { Ink::Plain }, glyphs }
    }

    /// A theme as a terminal of this colour depth can show it.
    ///
    /// Sixteen colours are too few for a theme with its own background: only the user knows what
    /// they look like, and has chosen them to go together. So they are left alone.
    pub fn of(name: ThemeName, depth: Depth, glyphs: Glyphs) -> Self {
        let palette = match name {
            ThemeName::Terminal => None,
            ThemeName::Dark => Some(DARK),
            ThemeName::Light => Some(LIGHT),
        };
        let ink = match (depth, palette) {
            (Depth::None, _) => Ink::Plain,
            (Depth::Sixteen, _) => Ink::Own(LAST_OF_SIXTEEN),
            (_, None) => Ink::Own(LAST_OF_MORE),
            (Depth::TwoFiftySix, Some(palette)) => Ink::Painted(palette.of_256()),
            (Depth::True, Some(palette)) => Ink::Painted(palette),
        };
        Self { ink, glyphs }
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

    /// The style of empty cells; `None` leaves them to the terminal.
    pub fn ground(&self) -> Option<Style> {
        match self.ink {
            Ink::Painted(_) => Some(self.plain()),
            Ink::Plain | Ink::Own(_) => None,
        }
    }

    /// Text without emphasis.
    pub fn plain(&self) -> Style {
        self.painted(|palette| palette.text)
    }

    /// Less prominent text: labels, headings of columns, ticks, "no date".
    pub fn dim(&self) -> Style {
        self.dimmed(|palette| palette.quiet)
    }

    /// A legend in a border, which may be heavier.
    pub fn legend(&self) -> Style {
        self.dim().remove_modifier(Modifier::BOLD)
    }

    /// Cells that are not reached: drawn, but not text.
    pub fn faint(&self) -> Style {
        self.dimmed(|palette| palette.faint)
    }

    /// What matters most in its place.
    pub fn strong(&self) -> Style {
        self.plain().add_modifier(Modifier::BOLD)
    }

    /// A key in the line of keys.
    pub fn key(&self) -> Style {
        self.strong()
    }

    /// Letters of a text that were typed to find it: as the rest of it, and marked.
    pub fn found(&self, text: Style) -> Style {
        text.add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    }

    /// The character under the text cursor.
    pub fn cursor(&self) -> Style {
        match self.ink {
            Ink::Painted(palette) => Style::new().fg(palette.ground).bg(palette.text),
            Ink::Plain | Ink::Own(_) => Style::new().add_modifier(Modifier::REVERSED),
        }
    }

    /// The border of a panel.
    pub fn border(&self, focused: bool) -> Style {
        if focused { self.strong() } else { self.faint() }
    }

    /// The title of a panel or a tab.
    pub fn title(&self, focused: bool) -> Style {
        if focused { self.cursor().add_modifier(Modifier::BOLD) } else { self.plain() }
    }

    /// The label of the selected row.
    pub fn selected(&self, focused: bool) -> Style {
        if focused { self.cursor().add_modifier(Modifier::BOLD) } else { self.strong() }
    }

    /// The heading of a group.
    pub fn group(&self, group: Option<u32>) -> Style {
        self.reached(group).add_modifier(Modifier::BOLD)
    }

    /// Cells that are surely or roughly reached.
    pub fn reached(&self, group: Option<u32>) -> Style {
        self.hue(group, |hue| hue.firm)
    }

    /// Cells that may be reached.
    pub fn may_reach(&self, group: Option<u32>) -> Style {
        let style = self.hue(group, |hue| hue.pale);
        if self.ground().is_some() { style } else { style.add_modifier(Modifier::DIM) }
    }

    /// A limit that the source states.
    pub fn wall(&self, group: Option<u32>) -> Style {
        self.group(group)
    }

    /// Something to look at again.
    pub fn warning(&self) -> Style {
        match self.ink {
            Ink::Own(_) => Style::new().fg(Color::Red),
            Ink::Plain | Ink::Painted(_) => self.painted(|palette| palette.alarm),
        }
    }

    /// A fault.
    pub fn fault(&self) -> Style {
        let style = match self.ink {
            Ink::Painted(palette) => Style::new().fg(palette.ground).bg(palette.alarm),
            Ink::Plain | Ink::Own(_) => self.warning().add_modifier(Modifier::REVERSED),
        };
        style.add_modifier(Modifier::BOLD)
    }

    /// A colour of the palette over its background; without a palette, the terminal's own text.
    fn painted(&self, colour: impl Fn(&Palette) -> Color) -> Style {
        match &self.ink {
            Ink::Painted(palette) => Style::new().fg(colour(palette)).bg(palette.ground),
            Ink::Plain | Ink::Own(_) => Style::new(),
        }
    }

    /// The same; without a palette, dim text.
    fn dimmed(&self, colour: impl Fn(&Palette) -> Color) -> Style {
        let style = self.painted(colour);
        if self.ground().is_some() { style } else { style.add_modifier(Modifier::DIM) }
    }

    /// The hue of a group, one of the two that it has; without a group, that of text.
    fn hue(&self, group: Option<u32>, shade: impl Fn(&Hue) -> Color) -> Style {
        let at = group.map(|at| at as usize % HUES);
        match &self.ink {
            Ink::Plain => Style::new(),
            Ink::Own(last) => {
                let hue = at.map(|at| OWN_HUES.get(at).unwrap_or(last));
                hue.map_or_else(Style::new, |hue| Style::new().fg(*hue))
            }
            Ink::Painted(palette) => {
                let hue = at.and_then(|at| palette.hues.get(at)).copied();
                let hue = hue.unwrap_or(Hue { firm: palette.text, pale: palette.quiet });
                self.painted(|_| shade(&hue))
            }
        }
    }
}

#[cfg(test)]
mod tests;
