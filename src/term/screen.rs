//! Writes a frame in one synchronized update, or nothing if it is the last one again.
//!
//! `Terminal` keeps two buffers and compares them, but its `draw`, `clear` and `autoresize` are not
//! used. They ask the terminal for its size at every frame and write in many pieces. `clear` also
//! asks for the position of the cursor, and the input thread would read the answer: `clear` would
//! wait two seconds and then fail.

use std::io;

use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::layout::Rect;
use ratatui::{Frame, Terminal, TerminalOptions, Viewport};

use super::session;
use crate::app::env::Size;

mod painter;
mod pen;

use painter::Painter;

/// What the terminal shows.
pub(super) struct Screen {
    terminal: Terminal<Painter>,
    /// Whether the content of the terminal is unknown, so that the next frame has to paint it all.
    stale: bool,
}

impl Screen {
    /// A screen of this size with nothing painted yet.
    ///
    /// # Errors
    ///
    /// None in fact: the signature is ratatui's.
    pub(super) fn new(size: Size) -> io::Result<Self> {
        let area = Rect::new(0, 0, size.width, size.height);
        let options = TerminalOptions { viewport: Viewport::Fixed(area) };
        let terminal = Terminal::with_options(Painter::default(), options)?;
        Ok(Self { terminal, stale: true })
    }

    /// Draws one frame: writes the changes since the last one at once, and nothing if there are
    /// none.
    ///
    /// # Errors
    ///
    /// When the terminal cannot be written to.
    pub(super) fn draw(&mut self, view: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        let bytes = self.terminal.backend_mut().restart();
        queue!(bytes, BeginSynchronizedUpdate)?;
        if self.stale {
            queue!(bytes, Clear(ClearType::All))?;
        }
        let unpainted = bytes.len();

        view(&mut self.terminal.get_frame());
        self.terminal.flush()?;
        self.terminal.swap_buffers();

        let bytes = self.terminal.backend_mut().bytes();
        if bytes.len() == unpainted && !self.stale {
            return Ok(());
        }
        queue!(bytes, EndSynchronizedUpdate)?;
        self.stale = false;
        session::write(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::{Screen, Size};

    /// The bytes in the painter after a frame that shows `text`.
    fn painted(screen: &mut Screen, text: &'static str) -> String {
        screen.draw(|frame| frame.render_widget(text, frame.area())).unwrap();
        String::from_utf8(screen.terminal.backend_mut().bytes().clone()).unwrap()
    }

    #[test]
    fn the_first_frame_clears_and_paints_inside_one_synchronized_update() {
        let mut screen = Screen::new(Size { width: 10, height: 2 }).unwrap();
        let bytes = painted(&mut screen, "abc");
        assert!(bytes.starts_with("\x1b[?2026h\x1b[2J"), "{bytes:?}");
        assert!(bytes.contains("abc"), "{bytes:?}");
        assert!(bytes.ends_with("\x1b[?2026l"), "{bytes:?}");
    }

    #[test]
    fn an_unchanged_frame_paints_nothing() {
        let mut screen = Screen::new(Size { width: 10, height: 2 }).unwrap();
        painted(&mut screen, "abc");
        assert_eq!(painted(&mut screen, "abc"), "\x1b[?2026h");
    }

    #[test]
    fn a_changed_frame_paints_only_the_change() {
        let mut screen = Screen::new(Size { width: 10, height: 2 }).unwrap();
        painted(&mut screen, "abc");
        let bytes = painted(&mut screen, "abd");
        assert!(bytes.contains('d') && !bytes.contains('a'), "{bytes:?}");
    }

    #[test]
    fn a_screen_of_no_cells_can_be_drawn() {
        let mut screen = Screen::new(Size { width: 0, height: 0 }).unwrap();
        painted(&mut screen, "abc");
    }
}
