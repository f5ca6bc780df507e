use ratatui::style::Color;

use super::xterm;

/// The colours of a theme that brings its own background.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Palette {
    /// The background.
    pub(super) ground: Color,
    /// Text.
    pub(super) text: Color,
    /// Less prominent text.
    pub(super) quiet: Color,
    /// Fainter than text may be: borders, and dots that are not reached.
    pub(super) faint: Color,
    /// Warnings and faults.
    pub(super) alarm: Color,
    /// The hues that tell groups apart; after the last group with a hue the first one follows.
    pub(super) hues: [Hue; HUES],
}

/// The hue of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hue {
    /// For cells that are reached.
    pub(super) firm: Color,
    /// For cells that may be reached: nearer to the background.
    pub(super) pale: Color,
}

/// How many hues there are.
pub(super) const HUES: usize = 5;

const fn rgb([red, green, blue]: [u8; 3]) -> Color {
    Color::Rgb(red, green, blue)
}

const fn hue(firm: [u8; 3], pale: [u8; 3]) -> Hue {
    Hue { firm: rgb(firm), pale: rgb(pale) }
}

// Every colour is one of xterm's cube or greys, so that 256 colours show the same as more do.
// Red is kept for warnings, and no hue is that of text. The tests of this folder hold the colours to their contrast, and
// the hues apart for those who see colours otherwise.

/// Light on dark: cyan, magenta, green, violet, yellow, and orange for warnings.
pub(super) const DARK: Palette = Palette {
    ground: rgb([0x12, 0x12, 0x12]),
    text: rgb([0xe4, 0xe4, 0xe4]),
    quiet: rgb([0xb2, 0xb2, 0xb2]),
    faint: rgb([0x76, 0x76, 0x76]),
    alarm: rgb([0xff, 0x5f, 0x00]),
    hues: [
        hue([0x00, 0xaf, 0xaf], [0x00, 0x87, 0x87]),
        hue([0xff, 0x87, 0xff], [0xaf, 0x5f, 0xaf]),
        hue([0x87, 0xd7, 0x87], [0x5f, 0x87, 0x5f]),
        hue([0xaf, 0x5f, 0xff], [0x87, 0x5f, 0xaf]),
        hue([0xff, 0xff, 0x5f], [0x87, 0x87, 0x5f]),
    ],
};

/// Dark on light: teal, magenta, violet, blue, brown, and red for warnings.
pub(super) const LIGHT: Palette = Palette {
    ground: rgb([0xff, 0xff, 0xff]),
    text: rgb([0x1c, 0x1c, 0x1c]),
    quiet: rgb([0x58, 0x58, 0x58]),
    faint: rgb([0x80, 0x80, 0x80]),
    alarm: rgb([0x87, 0x00, 0x00]),
    hues: [
        hue([0x00, 0x5f, 0x5f], [0x00, 0x87, 0x87]),
        hue([0xd7, 0x00, 0xaf], [0xd7, 0x5f, 0xd7]),
        hue([0x5f, 0x00, 0x87], [0x87, 0x5f, 0xd7]),
        hue([0x00, 0x5f, 0xff], [0x00, 0x87, 0xd7]),
        hue([0x87, 0x5f, 0x00], [0xaf, 0x87, 0x00]),
    ],
};

impl Palette {
    /// The same in the nearest of xterm's 256 colours.
    pub(super) fn of_256(self) -> Self {
        self.each(|colour| match colour {
            Color::Rgb(red, green, blue) => Color::Indexed(xterm::nearest((red, green, blue))),
            other => other,
        })
    }

    fn each(self, change: impl Fn(Color) -> Color) -> Self {
        let hue = |hue: Hue| Hue { firm: change(hue.firm), pale: change(hue.pale) };
        Self {
            ground: change(self.ground),
            text: change(self.text),
            quiet: change(self.quiet),
            faint: change(self.faint),
            alarm: change(self.alarm),
            hues: self.hues.map(hue),
        }
    }
}
