//! Mouse events (xterm's control sequences, "Mouse Tracking").

use crate::app::{Mouse, MouseKind};

/// The bits of Shift, Alt and Ctrl in the number of a button.
const MODIFIERS: u32 = 0b1_1100;

/// An event in the format for wide screens: the number of the button, the column and the row from 1,
/// and whether the button was released. `None` for other buttons.
pub(super) fn wide(button: u32, x: u32, y: u32, released: bool) -> Option<Mouse> {
    let kind = match (button & !MODIFIERS, released) {
        (0, false) => MouseKind::Press,
        (32, false) => MouseKind::Drag,
        (0, true) => MouseKind::Release,
        (64, false) => MouseKind::WheelUp,
        (65, false) => MouseKind::WheelDown,
        _ => return None,
    };
    let cell = |place: u32| u16::try_from(place.checked_sub(1)?).ok();
    Some(Mouse { x: cell(x)?, y: cell(y)?, kind })
}

/// An event in the oldest format: 32 is added to each number, and a release does not say of which
/// button.
pub(super) fn old(button: u8, x: u8, y: u8) -> Option<Mouse> {
    let [button, x, y] = [button, x, y].map(|byte| u32::from(byte).saturating_sub(32));
    let released = button & !MODIFIERS == 3;
    wide(if released { 0 } else { button }, x, y, released)
}
