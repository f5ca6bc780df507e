//! Translates keys from crossterm's to the program's.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::app::keys::{Code, Key};

/// The key that was pressed. None for a released key, or one that the program has no name for.
///
/// Shift is dropped: the terminal has applied it to a character already, and only some terminals
/// also report it. Shift-Tab has its own code.
pub(super) fn translate(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let code = match event.code {
        KeyCode::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => Code::BackTab,
        other => code(other)?,
    };
    Some(Key {
        code,
        ctrl: event.modifiers.contains(KeyModifiers::CONTROL),
        alt: event.modifiers.contains(KeyModifiers::ALT),
    })
}

fn code(code: KeyCode) -> Option<Code> {
    Some(match code {
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Insert => Code::Insert,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(number) => Code::F(number),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Code, Key, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, translate};

    fn press(code: KeyCode, modifiers: KeyModifiers) -> Option<Key> {
        translate(KeyEvent::new(code, modifiers))
    }

    #[test]
    fn shift_is_dropped_and_the_other_modifiers_are_kept() {
        let plain = Key { code: Code::Char('G'), ctrl: false, alt: false };
        assert_eq!(press(KeyCode::Char('G'), KeyModifiers::SHIFT), Some(plain));
        assert_eq!(press(KeyCode::Char('G'), KeyModifiers::NONE), Some(plain));
        let both = KeyModifiers::CONTROL | KeyModifiers::ALT;
        let chord = Key { code: Code::Up, ctrl: true, alt: true };
        assert_eq!(press(KeyCode::Up, both), Some(chord));
    }

    #[test]
    fn shift_tab_is_back_tab_in_both_of_its_codes() {
        let back = Some(Key { code: Code::BackTab, ctrl: false, alt: false });
        assert_eq!(press(KeyCode::BackTab, KeyModifiers::SHIFT), back);
        assert_eq!(press(KeyCode::Tab, KeyModifiers::SHIFT), back);
    }

    #[test]
    fn a_held_key_repeats_and_a_released_one_is_silent() {
        let kind = |kind| KeyEvent::new_with_kind(KeyCode::Down, KeyModifiers::NONE, kind);
        assert!(translate(kind(KeyEventKind::Repeat)).is_some());
        assert_eq!(translate(kind(KeyEventKind::Release)), None);
    }

    #[test]
    fn keys_without_a_name_are_dropped() {
        assert_eq!(press(KeyCode::CapsLock, KeyModifiers::NONE), None);
    }
}
