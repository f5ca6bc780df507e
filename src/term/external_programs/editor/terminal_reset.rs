//! What an editor may leave switched on in the terminal.
//!
//! One that crashes can undo nothing; one that ends well has, and is not harmed by a second time.

/// Ends a synchronized update and the reporting of keys in other ways, on whichever screen the
/// editor was: each screen has its own flags.
const FIRST: &str = "\x1b[?2026l\x1b[=0u";

/// Leaves the alternate screen.
const LEAVE: &str = "\x1b[?1049l\x1b[=0u";

/// Switches off, in this order: modified keys, mouse reports of every kind, reports of focus,
/// size and colours, bracketed paste, cursor keys and keypad of applications, insert mode and
/// margins at the sides; and on: wrapping, the cursor and its usual shape, plain text in the
/// usual character set.
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

/// Makes the whole screen scroll, without moving the cursor.
const SCROLL: &str = "\x1b7\x1b[r\x1b8";

/// What brings the terminal back.
///
/// The alternate screen is left only after a failure. A terminal that is not there takes the
/// request for one to put the cursor back where it was at the last visit, over what an editor
/// of lines has written since.
pub(super) fn undo(failed: bool) -> Vec<u8> {
    let leave = if failed { LEAVE } else { "" };
    [FIRST, leave, MODES, SCROLL].concat().into_bytes()
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU16;

    use super::undo;

    fn size() -> (NonZeroU16, NonZeroU16) {
        (NonZeroU16::new(4).unwrap(), NonZeroU16::new(20).unwrap())
    }

    #[test]
    fn a_terminal_is_as_new_after_a_crash() {
        let (rows, columns) = size();
        let new = vt100::Parser::new(rows, columns, 0);
        let mut left = vt100::Parser::new(rows, columns, 0);
        left.process(
            b"\x1b[?1049h\x1b[?25l\x1b[?1003h\x1b[?1006h\x1b[?2004h\x1b[?1h\x1b=\x1b[31;4mx",
        );
        assert_ne!(left.screen().input_mode_formatted(), new.screen().input_mode_formatted());
        left.process(&undo(true));
        let (left, new) = (left.screen(), new.screen());
        assert!(!left.alternate_screen() && !left.hide_cursor());
        assert_eq!(left.input_mode_formatted(), new.input_mode_formatted());
        assert_eq!(left.attributes_formatted(), new.attributes_formatted());
    }

    #[test]
    fn text_of_an_editor_of_lines_is_not_written_over() {
        let (rows, columns) = size();
        let mut terminal = vt100::Parser::new(rows, columns, 0);
        terminal.process(b"$ \x1b[?1049h\x1b[?1049led\r\nlast");
        let before = terminal.screen().cursor_position();
        terminal.process(&undo(false));
        assert_eq!(terminal.screen().cursor_position(), before);
    }

    #[test]
    fn the_whole_screen_scrolls_again() {
        let (rows, columns) = size();
        let mut terminal = vt100::Parser::new(rows, columns, 0);
        terminal.process(b"\x1b[2;3r\x1b[1;1Htop");
        terminal.process(&undo(true));
        terminal.process(b"\x1b[4;1H\n");
        assert!(!terminal.screen().contents().contains("top"));
    }
}
