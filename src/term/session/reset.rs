//! Escape sequences that reset what an editor may leave switched on in the terminal.
//!
//! An editor that crashes resets nothing. After one that ends well they have no effect.

/// Ends a synchronized update and the keyboard protocol of the current screen: the main screen and
/// the alternate one have flags of their own.
const FIRST: &str = "\x1b[?2026l\x1b[=0u";

/// Leaves the alternate screen.
const LEAVE: &str = "\x1b[?1049l\x1b[=0u";

/// Switches off, in this order: reports of modified keys, all mouse reports, reports of focus, size
/// and colours, bracketed paste, application cursor keys and keypad, insert mode, left and right
/// margins. Then switches on: line wrap, the cursor in its default shape, default attributes and
/// the default character set.
const MODES: &str = "\x1b[>4;0m\
    \x1b[?9l\x1b[?1000l\x1b[?1001l\x1b[?1002l\x1b[?1003l\x1b[?1005l\x1b[?1006l\x1b[?1015l\x1b[?1016l\
    \x1b[?1004l\x1b[?2048l\x1b[?2031l\
    \x1b[?2004l\
    \x1b[?1l\x1b>\
    \x1b[4l\
    \x1b[?69l\
    \x1b[?7h\
    \x1b[?25h\x1b[0 q\
    \x1b[0m\x0f\x1b(B";

/// Makes the whole screen the scroll region, without moving the cursor.
const SCROLL: &str = "\x1b7\x1b[r\x1b8";

/// The sequences to write.
///
/// They leave the alternate screen only after a failure. On the main screen that sequence would
/// move the cursor to where the alternate screen was last left, over the output of a line editor
/// such as `ed`.
pub(super) fn sequences(failed: bool) -> Vec<u8> {
    let leave = if failed { LEAVE } else { "" };
    [FIRST, leave, MODES, SCROLL].concat().into_bytes()
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::num::NonZeroU16;

    use super::sequences;

    fn size() -> (NonZeroU16, NonZeroU16) {
        (NonZeroU16::new(4).unwrap(), NonZeroU16::new(20).unwrap())
    }

    #[test]
    fn a_terminal_is_like_new_after_a_crash() {
        let (rows, columns) = size();
        let new = vt100::Parser::new(rows, columns, 0);
        let mut left = vt100::Parser::new(rows, columns, 0);
        left.process(
            b"\x1b[?1049h\x1b[?25l\x1b[?1003h\x1b[?1006h\x1b[?2004h\x1b[?1h\x1b=\x1b[31;4mx",
        );
        assert_ne!(left.screen().input_mode_formatted(), new.screen().input_mode_formatted());
        left.process(&sequences(true));
        let (left, new) = (left.screen(), new.screen());
        assert!(!left.alternate_screen() && !left.hide_cursor());
        assert_eq!(left.input_mode_formatted(), new.input_mode_formatted());
        assert_eq!(left.attributes_formatted(), new.attributes_formatted());
    }

    #[test]
    fn output_of_a_line_editor_is_not_overwritten() {
        let (rows, columns) = size();
        let mut terminal = vt100::Parser::new(rows, columns, 0);
        terminal.process(b"$ \x1b[?1049h\x1b[?1049led\r\nlast");
        let before = terminal.screen().cursor_position();
        terminal.process(&sequences(false));
        assert_eq!(terminal.screen().cursor_position(), before);
    }

    #[test]
    fn the_whole_screen_scrolls_again() {
        let (rows, columns) = size();
        let mut terminal = vt100::Parser::new(rows, columns, 0);
        terminal.process(b"\x1b[2;3r\x1b[1;1Htop");
        terminal.process(&sequences(true));
        terminal.process(b"\x1b[4;1H\n");
        assert!(!terminal.screen().contents().contains("top"));
    }
}
