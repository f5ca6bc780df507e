//! The colours of a terminal that users choose.

use ratatui::style::Color;

/// The sixteen colours that users choose, in the order of their codes.
pub const SIXTEEN: [Color; 16] = [
    Color::Black,
    Color::Red,
    Color::Green,
    Color::Yellow,
    Color::Blue,
    Color::Magenta,
    Color::Cyan,
    Color::Gray,
    Color::DarkGray,
    Color::LightRed,
    Color::LightGreen,
    Color::LightYellow,
    Color::LightBlue,
    Color::LightMagenta,
    Color::LightCyan,
    Color::White,
];

/// The place of a colour among the sixteen; `None` for any other.
pub fn sixteen(colour: Color) -> Option<u8> {
    (0..).zip(SIXTEEN).find(|(_, own)| *own == colour).map(|(at, _)| at)
}
