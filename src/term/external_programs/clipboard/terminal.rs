//! The clipboard of the terminal, which is the user's own, also over ssh.
//!
//! OSC 52 (xterm's control sequences, "Manipulate Selection Data") asks the terminal to put a text
//! into its clipboard. There is no answer: a terminal that does not support or allow it is silent.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// The longest text, in bytes. Some terminals drop a sequence of more than 100,000 bytes; this is
/// what remains of that without the eight bytes around the text and the third that base64 adds.
const LONGEST: usize = 74_994;

/// The bytes of one string for GNU screen. Its oldest versions take 256.
const PIECE: usize = 240;

/// How a request reaches the terminal that the user sits at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Route {
    /// Directly to the terminal.
    #[default]
    Terminal,
    /// To tmux itself (its option `set-clipboard on`), and once more, wrapped, to the terminal
    /// around it (`allow-passthrough on`).
    Tmux,
    /// Through GNU screen, which passes on what is wrapped for it.
    Screen,
}

impl Route {
    /// The way through the multiplexers that are there: those that have set `TMUX` and `STY`.
    ///
    /// If there are both, the inner one gets the request: the one that has set `TERM`. tmux ignores
    /// what is wrapped for screen, but screen would print what is wrapped for tmux.
    pub(super) fn through(is_tmux: bool, is_screen: bool, term: &str) -> Self {
        match (is_tmux, is_screen) {
            (true, true) if !term.starts_with("tmux") => Self::Screen,
            (true, _) => Self::Tmux,
            (false, true) => Self::Screen,
            (false, false) => Self::Terminal,
        }
    }

    /// The bytes that ask for a text to be put into the clipboard.
    ///
    /// # Errors
    ///
    /// The message for the user when the text is longer than terminals take.
    pub(super) fn request(self, text: &str) -> Result<Vec<u8>, String> {
        if text.len() > LONGEST {
            return Err(format!("{} bytes are more than terminals take ({LONGEST})", text.len()));
        }
        let plain = format!("\x1b]52;c;{}\x07", STANDARD.encode(text));
        Ok(match self {
            Self::Terminal => plain,
            Self::Tmux => format!("{plain}\x1bPtmux;{}\x1b\\", plain.replace('\x1b', "\x1b\x1b")),
            Self::Screen => {
                let pieces = plain.as_bytes().chunks(PIECE).map(String::from_utf8_lossy);
                pieces.flat_map(|piece| ["\x1bP".into(), piece, "\x1b\\".into()]).collect()
            }
        }
        .into_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(route: Route, text: &str) -> String {
        String::from_utf8(route.request(text).unwrap()).unwrap()
    }

    #[test]
    fn each_way_has_its_own_wrapping() {
        let plain = "\x1b]52;c;4omkIDcwICU=\x07";
        assert_eq!(sent(Route::Terminal, "≤ 70 %"), plain);
        let wrapped = "\x1bPtmux;\x1b\x1b]52;c;4omkIDcwICU=\x07\x1b\\";
        assert_eq!(sent(Route::Tmux, "≤ 70 %"), format!("{plain}{wrapped}"));
        assert_eq!(sent(Route::Screen, "≤ 70 %"), format!("\x1bP{plain}\x1b\\"));
    }

    #[test]
    fn screen_gets_a_long_text_in_pieces_that_make_up_the_whole() {
        let text = "up to 70 percent ".repeat(100);
        let sent = sent(Route::Screen, &text);
        let pieces: Vec<_> = sent.split_terminator("\x1b\\").collect();
        assert!(pieces.len() > 5 && pieces.iter().all(|piece| piece.len() <= 256));
        let whole: String = pieces.iter().map(|p| p.strip_prefix("\x1bP").unwrap()).collect();
        assert_eq!(whole.into_bytes(), Route::Terminal.request(&text).unwrap());
    }

    #[test]
    fn a_text_that_a_terminal_would_drop_is_not_sent() {
        let longest = Route::Terminal.request(&"x".repeat(74_994)).unwrap();
        assert_eq!(longest.len(), 100_000);
        let error = Route::Terminal.request(&"x".repeat(74_995)).unwrap_err();
        assert_eq!(error, "74995 bytes are more than terminals take (74994)");
    }

    #[test]
    fn of_two_multiplexers_the_inner_one_gets_the_request() {
        use Route::{Screen, Terminal, Tmux};
        for (is_tmux, is_screen, term, way) in [
            (false, false, "xterm-256color", Terminal),
            (true, false, "screen-256color", Tmux),
            (false, true, "screen", Screen),
            (true, true, "tmux-256color", Tmux),
            (true, true, "screen.xterm-256color", Screen),
        ] {
            assert_eq!(Route::through(is_tmux, is_screen, term), way, "{term}");
        }
    }
}
