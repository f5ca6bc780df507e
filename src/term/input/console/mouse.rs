//! Translates mouse events from crossterm's to the program's.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

use crate::app::{Mouse, MouseKind};

/// The mouse event. None for other buttons and for what the program does not use.
pub(super) fn translate(event: MouseEvent) -> Option<Mouse> {
    let kind = match event.kind {
        MouseEventKind::Down(MouseButton::Left) => MouseKind::Press,
        MouseEventKind::Drag(MouseButton::Left) => MouseKind::Drag,
        MouseEventKind::Up(MouseButton::Left) => MouseKind::Release,
        MouseEventKind::ScrollUp => MouseKind::WheelUp,
        MouseEventKind::ScrollDown => MouseKind::WheelDown,
        _ => return None,
    };
    Some(Mouse { x: event.column, y: event.row, kind })
}

#[cfg(test)]
mod tests {
    use crossterm::event::KeyModifiers;

    use super::*;

    #[test]
    fn only_the_left_button_and_the_wheel_do_something() {
        let told =
            |kind| translate(MouseEvent { kind, column: 7, row: 3, modifiers: KeyModifiers::NONE });
        let press = Mouse { x: 7, y: 3, kind: MouseKind::Press };
        assert_eq!(told(MouseEventKind::Down(MouseButton::Left)), Some(press));
        assert_eq!(told(MouseEventKind::Down(MouseButton::Right)), None);
        assert_eq!(told(MouseEventKind::Drag(MouseButton::Middle)), None);
        assert_eq!(told(MouseEventKind::Moved), None);
        assert_eq!(told(MouseEventKind::ScrollLeft), None);
    }
}
